package export

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"time"

	"parallax/data"
)

// The columns of a table; those of a side come twice, "a_" and "b_" in front.
var (
	columns = []string{
		"kind", "id", "number", "event_id", "event", "author", "created", "updated", "tags", "tag_names", "note",
	}
	sideColumns = []string{
		"report_id", "report_digest", "outlet", "headline", "date", "address",
		"quote", "before", "after", "start", "end", "loose",
	}
)

// What the first column says of a note's row, and of a further row of a note
// that is tied to more words than one row has room for.
const (
	noteRow    = "note"
	furtherRow = "note, more words"
)

// writeCSV writes a table (RFC 4180, UTF-8): one row a note or, unless left
// away, a mark. start and end count code points of the report's text from 0;
// end is the first that is no longer meant. Times are RFC 3339. No cell is
// taken for a formula by a spreadsheet.
func writeCSV(ctx context.Context, w *bufio.Writer, b *Book, o Options, progress func(float64)) error {
	if o.Excel {
		w.WriteString("\ufeff")
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := append([]string(nil), columns...)
	for _, side := range []string{"a_", "b_"} {
		for _, name := range sideColumns {
			head = append(head, side+name)
		}
	}
	out.Write(head)
	err := b.eachChapter(ctx, progress, func(c *Chapter) error {
		points := map[data.ID]*codePoints{}
		for i := range c.Reports {
			points[c.Reports[i].ID] = countPoints(c.Reports[i].Text)
		}
		for i := range c.Notes {
			b.noteRows(c, i, points, func(cells []string) { out.Write(cells) })
		}
		if left, right := c.pair(); left != nil && !o.NoMarks && !c.OnlyNotes {
			b.markRows(c, left, right, points, func(cells []string) { out.Write(cells) })
		}
		out.Flush()
		return out.Error()
	})
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	return err
}

// noteRows writes a note. Its anchors fill the rows' two sides in their order.
func (b *Book) noteRows(c *Chapter, index int, points map[data.ID]*codePoints, put func([]string)) {
	n := &c.Notes[index]
	cells := func(kind string) []string {
		row := make([]string, len(columns), len(columns)+2*len(sideColumns))
		row[0], row[1], row[2], row[3] = kind, string(n.ID), strconv.Itoa(index+1), string(n.EventID)
		if kind == noteRow {
			copy(row[4:], []string{
				c.Event.Title, n.Author, stamp(n.Created), stamp(n.Updated),
				joinTags(n.Tags), strings.Join(b.tagNames(n), "; "), n.Body,
			})
		}
		return row
	}
	none := make([]string, len(sideColumns))
	row, filled := cells(noteRow), 0
	finish := func() {
		for ; filled < 2; filled++ {
			row = append(row, none...)
		}
		put(safe(row))
	}
	for i := range n.Anchors {
		a := &n.Anchors[i]
		if filled > int(a.Side) {
			finish()
			row, filled = cells(furtherRow), 0
		}
		for ; filled < int(a.Side); filled++ {
			row = append(row, none...)
		}
		row = append(row, b.anchorCells(c, a, points[a.ReportID])...)
		filled++
	}
	finish()
}

func (b *Book) anchorCells(c *Chapter, a *data.Anchor, points *codePoints) []string {
	r := c.report(a.ReportID)
	if r == nil {
		r = &data.Report{ID: a.ReportID}
	}
	start, end := "", ""
	if points != nil && !a.Loose {
		start, end = strconv.Itoa(points.at(a.Start)), strconv.Itoa(points.at(a.End))
	}
	loose := ""
	if a.Loose {
		loose = "yes"
	}
	return append(reportCells(r), a.Quote, a.Before, a.After, start, end, loose)
}

func reportCells(r *data.Report) []string {
	return []string{string(r.ID), r.Digest, r.Outlet, r.Headline, r.Published, r.URL}
}

// markRows writes what the comparison marks: the wording that differs, and
// what is told in one report only.
func (b *Book) markRows(c *Chapter, left, right *data.Report, points map[data.ID]*codePoints, put func([]string)) {
	number := 0
	reports := [2]*data.Report{left, right}
	mark := func(kind string, spans [2]data.Span) {
		number++
		row := make([]string, len(columns))
		row[0], row[2], row[3], row[4] = kind, strconv.Itoa(number), string(c.Event.ID), c.Event.Title
		for side, s := range spans {
			r := reports[side]
			p := points[r.ID]
			row = append(row, reportCells(r)...)
			row = append(row, s.Of(r.Text), "", "", strconv.Itoa(p.at(s.Start)), strconv.Itoa(p.at(s.End)), "")
		}
		put(safe(row))
	}
	told := marked(c.Comparison)
	for i := range c.Comparison.Pairs {
		p := &c.Comparison.Pairs[i]
		if p.ToldDifferently {
			mark("mark: told differently", [2]data.Span{data.Cover(p.Left), data.Cover(p.Right)})
		}
		for k, d := range p.Differences {
			if told[difference{i, k}] {
				mark("mark: "+string(d.Kind), [2]data.Span{d.Left, d.Right})
			}
		}
	}
	for _, s := range c.Comparison.OnlyLeft {
		mark("mark: told only in A", [2]data.Span{s, {}})
	}
	for _, s := range c.Comparison.OnlyRight {
		mark("mark: told only in B", [2]data.Span{{}, s})
	}
}

// stamp is a time as a table keeps it, to the millisecond.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.000Z")
}

// joinTags lists codes in one cell: "NA; EM". A semicolon or backslash in a
// code has a backslash in front.
func joinTags(codes []string) string {
	parts := make([]string, len(codes))
	for i, code := range codes {
		parts[i] = strings.NewReplacer(`\`, `\\`, `;`, `\;`).Replace(code)
	}
	return strings.Join(parts, "; ")
}

// splitTags undoes joinTags.
func splitTags(cell string) []string {
	var codes []string
	var code strings.Builder
	flush := func() {
		if s := strings.TrimSpace(code.String()); s != "" {
			codes = append(codes, s)
		}
		code.Reset()
	}
	escaped := false
	for _, r := range cell {
		switch {
		case escaped:
			code.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == ';':
			flush()
		default:
			code.WriteRune(r)
		}
	}
	flush()
	return codes
}

// safe makes every cell one that no spreadsheet takes for a formula, by an
// apostrophe in front; bareCell undoes it. See OWASP, CSV Injection.
func safe(cells []string) []string {
	for i, s := range cells {
		s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
		if risky(s) {
			s = "'" + s
		}
		cells[i] = s
	}
	return cells
}

// risky reports whether a spreadsheet might take s, or s behind apostrophes,
// for a formula.
func risky(s string) bool {
	s = strings.TrimLeft(s, "'")
	if s != "" && strings.ContainsRune("\t\r\n", rune(s[0])) {
		return true
	}
	s = strings.TrimLeft(s, " '\u00a0")
	for _, r := range s {
		return strings.ContainsRune("=+-@＝＋－＠", r)
	}
	return false
}

// bareCell is a cell's text without the apostrophe that safe put in front.
func bareCell(s string) string {
	if bare, ok := strings.CutPrefix(s, "'"); ok && risky(bare) {
		return bare
	}
	return s
}

// codePoints turns byte offsets of a text into counts of code points and back.
type codePoints struct {
	text  string
	marks []int // marks[i] is the byte offset of code point i*stride
	count int
}

const stride = 64

func countPoints(text string) *codePoints {
	p := &codePoints{text: text}
	for i := range text {
		if p.count%stride == 0 {
			p.marks = append(p.marks, i)
		}
		p.count++
	}
	return p
}

// at is how many code points begin in front of a byte offset.
func (p *codePoints) at(offset int) int {
	offset = max(0, min(offset, len(p.text)))
	low, high := 0, len(p.marks) // the last mark at or in front of offset
	for low+1 < high {
		if mid := (low + high) / 2; p.marks[mid] <= offset {
			low = mid
		} else {
			high = mid
		}
	}
	if len(p.marks) == 0 {
		return 0
	}
	n := low * stride
	for i := range p.text[p.marks[low]:] {
		if p.marks[low]+i >= offset {
			return n
		}
		n++
	}
	return n
}

// offset is the byte offset of a code point; ok is false beyond the text's end.
func (p *codePoints) offset(n int) (offset int, ok bool) {
	if n < 0 || n > p.count {
		return 0, false
	}
	if n == p.count {
		return len(p.text), true
	}
	from := p.marks[n/stride]
	left := n % stride
	for i := range p.text[from:] {
		if left == 0 {
			return from + i, true
		}
		left--
	}
	return 0, false
}

// parseSpan reads a start and an end as a table has them.
func parseSpan(start, end string) (from, to int, err error) {
	if from, err = strconv.Atoi(strings.TrimSpace(start)); err == nil {
		to, err = strconv.Atoi(strings.TrimSpace(end))
	}
	if err == nil && (from < 0 || to < from) {
		err = fmt.Errorf("read places %d to %d: the end is in front of the start", from, to)
	}
	return from, to, err
}
