package e2e

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/store"
)

const harbourText = `New ferry joins the Wrenholt line
12 May 2023
A new ferry has joined the line between Wrenholt and the island of Skarn. It carries 240 passengers, twice as many as the old one.
“People have waited for this boat for eleven years,” harbour master Ketil Brand said on Friday.
The ferry runs on batteries that are filled with power at night. It makes the crossing in 35 minutes.
A ticket still costs 6 crowns, and pupils travel free.
`

const islandPage = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Skarn gets its electric ferry - Skarn Voice</title>
<meta property="og:site_name" content="Skarn Voice"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article><h1>Skarn gets its electric ferry</h1>
<p>The island of Skarn has a new ferry at last, and it makes no noise. It carries 240 passengers and makes the crossing to Wrenholt in 35 minutes.</p>
<p>“People have waited for this boat for eleven years, and so have I,” harbour master Ketil Brand told islanders on Friday.</p>
<p>The batteries of the ferry are filled with power at night, when few houses need it. The old boat will be kept as a spare for the winter.</p>
<p>Shopkeeper Runa Vell hopes that more visitors will come for the day now that pupils travel free.</p></article>
<footer>Copyright Skarn Voice</footer></body></html>
`

// Two files named on the command line lie side by side, and the library keeps
// them as they were, byte for byte.
func TestTwoFilesSideBySide(t *testing.T) {
	d := newDesk(t)
	a, b := d.file("harbour.txt", harbourText), d.file("island.html", islandPage)
	p := d.start(".+ — Parallax", a, b)
	first := p.settled()
	p.changes(first, "a difference between the two files", func() { p.key("F7") })
	p.close()
	d.holds(map[string]string{"New ferry joins the Wrenholt line": a, "Skarn gets its electric ferry": b})
}

// A pasted page is looked over, kept, and stands in the library.
func TestPastedReportIsKept(t *testing.T) {
	d := newDesk(t)
	p := d.start(sampleTitle)
	p.settled()
	p.clipboard(harbourText)
	p.key("ctrl+v")
	p.awaitTitle("Bring in a report — Parallax")
	p.settled()
	p.key("ctrl+Return")
	p.awaitTitle("(?:[^B]|B[^r]).* — Parallax")
	p.settled()
	p.close()
	d.holds(map[string]string{"New ferry joins the Wrenholt line": ""})
}

// Two files chosen together are looked over one after the other and kept.
func TestTwoFilesChosenTogether(t *testing.T) {
	d := newDesk(t)
	a, b := d.file("harbour.txt", harbourText), d.file("island.html", islandPage)
	d.file("song.mp3", "not to be read")
	p := d.start(sampleTitle)
	open := p.changes(p.settled(), "the chooser", func() { p.key("ctrl+o") })
	found := p.changes(open, "the file that was typed", func() { p.write("isl") })
	one := p.changes(found, "a picked file", func() { p.key("space") })
	p.changes(one, "two picked files", func() { p.key("Up", "space") })
	p.key("ctrl+Return")
	p.awaitTitle("Bring in a report — Parallax")
	first := p.settled()
	p.changes(first, "the second page", func() { p.key("ctrl+Return") })
	p.awaitTitle("Bring in a report — Parallax")
	p.key("ctrl+Return")
	p.awaitTitle("(?:[^B]|B[^r]).* — Parallax")
	p.settled()
	p.close()
	d.holds(map[string]string{"New ferry joins the Wrenholt line": a, "Skarn gets its electric ferry": b})
}

// Three reports in one file are looked over one after another with the mouse
// alone: pieces are moved, called by another name and told as facts, the end is
// pulled up; two are kept and one is left out.
func TestLookOverWithTheMouse(t *testing.T) {
	const page = `Quay Times
News
Sport
New ferry joins the Wrenholt line
12 May 2023
A new ferry has joined the line between Wrenholt and the island of Skarn. It carries 240 passengers, twice as many as the old one.
“People have waited for this boat for eleven years,” harbour master Ketil Brand said on Friday.
The ferry runs on batteries that are filled with power at night. It makes the crossing in 35 minutes.
A ticket still costs 6 crowns, and pupils travel free.
Coast News Agency
`
	d := newDesk(t)
	p := d.start("Bring in a report — Parallax", d.zip("three.zip", "1.txt", page, "2.html", islandPage, "3.txt", harbourText))
	now := p.settled()
	do := func(what string, mouse func()) {
		t.Helper()
		now = p.changes(now, what, mouse)
	}
	right := func(x int) int { return now.size.X - 1340 + x } // what keeps its distance from the right edge

	do("the menu of what a line is", func() { p.click(104, 127) })
	do("the line as the outlet", func() { p.click(150, 313) })
	do("a line aside", func() { p.click(40, 385) })
	do("the line kept again", func() { p.click(40, 385) })
	do("two lines selected", func() { p.pull(300, 167, 300, 207) })
	do("both kept", func() { p.click(40, 167) })
	do("both as they were", func() { p.click(540, 669) })
	do("the end further up", func() { p.pull(300, 485, 300, 445) })
	do("another line", func() { p.click(300, 505) })
	do("the line as the agency", func() { p.click(right(1297), 348) })
	do("all agreed to", func() { p.click(right(1272), 91) })
	do("the second page", func() { p.click(right(1269), 44) })
	do("the third page", func() { p.click(right(1269), 44) })
	p.click(right(1146), 44)
	p.awaitTitle("New ferry joins the Wrenholt line — Parallax")
	p.settled()
	p.close()

	d.holds(map[string]string{"New ferry joins the Wrenholt line": "", "Skarn gets its electric ferry": ""})
	d.events(func(l *store.Library, events []data.Shelf) {
		ctx := context.Background()
		reports, err := l.Reports(ctx, events[0].ID)
		if err != nil || len(events) != 1 || len(reports) != 2 {
			t.Fatalf("%d events, %d reports in the first (%v)", len(events), len(reports), err)
		}
		for _, r := range reports {
			if r.Headline != "New ferry joins the Wrenholt line" {
				continue
			}
			if r.Outlet != "Quay Times" || r.Credit != "Coast News Agency" || r.Published != "2023-05-12" {
				t.Errorf("kept by %q, from %q, of %q", r.Outlet, r.Credit, r.Published)
			}
			if strings.Contains(r.Text, "A ticket") || strings.Contains(r.Text, "Sport") || !strings.HasSuffix(r.Text, "in 35 minutes.") {
				t.Errorf("the text is %q", r.Text)
			}
			source, err := l.Source(ctx, r.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range source.Facts {
				if !f.Confirmed {
					t.Errorf("not agreed to: %+v", f)
				}
			}
		}
	})
}

// zip writes a zip file of parts, each a name and its content, into the home.
func (d *desk) zip(name string, parts ...string) string {
	d.t.Helper()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = w.Write([]byte(parts[i+1]))
		}
		if err != nil {
			d.t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		d.t.Fatal(err)
	}
	return d.file(name, packed.String())
}

// holds checks that the library has reports with these headlines, each with
// the file it came from as its source where one is named.
func (d *desk) holds(files map[string]string) {
	d.t.Helper()
	d.events(func(l *store.Library, events []data.Shelf) {
		ctx, found := context.Background(), 0
		for _, e := range events {
			reports, err := l.Reports(ctx, e.ID)
			if err != nil {
				d.t.Fatal(err)
			}
			for _, r := range reports {
				file, wanted := files[r.Headline]
				if !wanted {
					continue
				}
				found++
				if strings.Contains(r.Text, "Weather") || !strings.Contains(r.Text, "Ketil Brand") {
					d.t.Errorf("the text of %q is %q", r.Headline, r.Text)
				}
				if file == "" {
					continue
				}
				source, err := l.Source(ctx, r.ID)
				if err != nil {
					d.t.Fatal(err)
				}
				if raw, err := os.ReadFile(file); err != nil || !bytes.Equal(source.Bytes, raw) {
					d.t.Errorf("the page of %q is not kept as it was (%v)", r.Headline, err)
				}
			}
		}
		if found != len(files) {
			d.t.Errorf("%d of %d reports are in the library", found, len(files))
		}
	})
}
