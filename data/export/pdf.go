package export

import (
	"bufio"
	"context"
	"fmt"
	"image/color"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// lay lays out a Book on pages.
func lay(ctx context.Context, b *Book, o Options, progress func(float64)) (*sheet, error) {
	s := newSheet(b, o)
	var err error
	switch o.Sheet {
	case SideBySide, "":
		err = s.sideBySideSheet(ctx, progress)
	case Worksheet:
		err = s.worksheet(ctx, progress)
	case MyWork:
		err = s.myWork(ctx, progress)
	default:
		err = fmt.Errorf("export: there is no sheet %q", o.Sheet)
	}
	if err != nil {
		return nil, err
	}
	if len(s.pages) == 0 {
		s.newPage()
		s.paragraph(s.plain(s.say("There is nothing to print yet.")))
	}
	if s.lacks.signs > 0 {
		s.need(2 * s.size * leading)
		s.paragraph(s.small(s.sayf("Signs the PDF cannot show: %d. The web page (HTML) shows them.", s.lacks.signs)))
	}
	s.endPage()
	s.number()
	return s, nil
}

// number writes each page's number, and what the document is, at its foot.
func (s *sheet) number() {
	title := oneLine(s.Title)
	if title = printable(title, &s.lacks); strings.ContainsRune(title, unknown) {
		title = ""
	}
	f := regular()
	for f.width(title)*8 > s.room()-60 { // one line
		title = string([]rune(title)[:len([]rune(title))*9/10])
	}
	for i, p := range s.pages {
		number := fmt.Sprintf("%d / %d", i+1, len(s.pages))
		y := s.height - s.margin + 4
		p.texts = append(p.texts,
			drawnText{s.margin, y, 8, false, grey, title},
			drawnText{s.width - s.margin - f.width(number)*8, y, 8, false, grey, number})
	}
}

// writePDF writes a PDF: real text in embedded fonts, bookmarks, page
// numbers.
func writePDF(ctx context.Context, w *bufio.Writer, b *Book, o Options, progress func(float64)) error {
	s, err := lay(ctx, b, o, func(done float64) { progress(done * 0.7) })
	if err != nil {
		return err
	}
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: s.width, Ht: s.height}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	made := b.Made
	if made.IsZero() {
		made = time.Unix(0, 0)
	}
	pdf.SetCreationDate(made.UTC())
	pdf.SetModificationDate(made.UTC())
	pdf.SetTitle(strings.Map(func(r rune) rune {
		if r > 0xffff { // fpdf writes 16 bits of a letter
			return unknown
		}
		return r
	}, writable(b.Title)), true)
	pdf.SetProducer("Parallax", true)
	pdf.SetDisplayMode("fullpage", "continuous")
	pdf.AddUTF8FontFromBytes("noto", "", regularFont)
	pdf.AddUTF8FontFromBytes("noto", "B", boldFont)
	next := 0
	for i, p := range s.pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		pdf.AddPage()
		for ; next < len(s.bookmarks) && s.bookmarks[next].page == i; next++ {
			k := s.bookmarks[next]
			pdf.Bookmark(k.title, k.level, k.y)
		}
		p.write(pdf)
		progress(0.7 + 0.3*float64(i+1)/float64(len(s.pages)))
	}
	return pdf.Output(w)
}

func (p *drawnPage) write(pdf *fpdf.Fpdf) {
	rgb := func(c color.NRGBA) (int, int, int) { return int(c.R), int(c.G), int(c.B) }
	for _, b := range p.boxes {
		pdf.SetFillColor(rgb(b.color))
		pdf.Rect(b.x, b.y, b.w, b.h, "F")
	}
	for _, l := range p.lines {
		pdf.SetDrawColor(rgb(l.color))
		pdf.SetLineWidth(l.width)
		pdf.SetDashPattern(l.dash, 0)
		pdf.Line(l.x1, l.y1, l.x2, l.y2)
	}
	for _, t := range p.texts {
		style := ""
		if t.bold {
			style = "B"
		}
		pdf.SetFont("noto", style, t.size)
		pdf.SetTextColor(rgb(t.color))
		pdf.Text(t.x, t.y, t.text)
	}
}
