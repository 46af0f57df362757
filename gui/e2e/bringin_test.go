package e2e

import (
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
