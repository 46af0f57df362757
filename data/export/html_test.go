package export

import (
	"encoding/xml"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

// body reads the page's body as XML and returns its elements and its text.
func body(t *testing.T, page string) (elements []xml.StartElement, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page[strings.Index(page, "<body>"):strings.Index(page, "</html>")]))
	d.Entity = xml.HTMLEntity
	var words strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return elements, words.String()
		}
		if err != nil {
			t.Fatalf("the body is not well-formed: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			elements = append(elements, e.Copy())
		case xml.CharData:
			words.Write(e)
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestPageFetchesNothingAndRunsNothing(t *testing.T) {
	b := sampleBook(t)
	b.Chapters[0].Reports[0].Headline = `<script src="https://evil.example/x.js"></script><img src=x onerror=alert(1)>`
	b.Chapters[0].Notes[0].Body = `<a href="javascript:alert(1)">x</a></div></aside>`
	b.Chapters[0].Notes[0].Author = `" onmouseover="alert(1)`
	page := written(t, b, Options{Format: HTML})
	elements, _ := body(t, page)
	for _, e := range elements {
		if slices.Contains([]string{"script", "img", "link", "iframe", "object", "form", "meta"}, e.Name.Local) {
			t.Errorf("there is a <%s>", e.Name.Local)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "src" || a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
				t.Errorf("<%s> has %s=%q", e.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
	if strings.Contains(pageStyle, "url(") || strings.Contains(pageStyle, "@import") {
		t.Error("the style fetches something")
	}
}

func TestPageTellsItsMarksInWords(t *testing.T) {
	page := written(t, sampleBook(t), Options{Format: HTML})
	elements, text := body(t, page)
	marks := 0
	for _, e := range elements {
		if e.Name.Local == "mark" {
			marks++
		}
	}
	marks -= 2 // in the legend
	if said := strings.Count(text, "words only in A: ") + strings.Count(text, "words only in B: "); marks < 10 || said != marks {
		t.Errorf("%d marks, %d told in words", marks, said)
	}
	for _, words := range []string{"Told only in A: ", "Passage 8", "note 1", "A: “heated”. B: “lively”.", "Names and labels · Speaking verbs", "words cut away” (no longer in the text)"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not on the page", words)
		}
	}
	level := 0
	ids := map[string]bool{}
	for _, e := range elements {
		if id := attribute(e, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %q stands twice", id)
			}
			ids[id] = true
		}
		if len(e.Name.Local) == 2 && e.Name.Local[0] == 'h' && e.Name.Local[1] <= '6' {
			l := int(e.Name.Local[1] - '0')
			if l > level+1 {
				t.Errorf("a heading of level %d follows one of level %d", l, level)
			}
			level = l
		}
	}
	for _, e := range elements {
		if to := attribute(e, "href"); to != "" && !ids[strings.TrimPrefix(to, "#")] {
			t.Errorf("a link leads to %s, which is not there", to)
		}
	}
}

var tagged = regexp.MustCompile(`<span class="heard"[^>]*>[^<]*</span>|<sup>.*?</sup>|<b class="tie.*?</b> |<i class="freely">[^<]*</i> |<[^>]*>`)

// Without its marks, the page holds both reports whole and in their order.
func TestPageHoldsTheReportsWhole(t *testing.T) {
	b := sampleBook(t)
	for _, o := range []Options{{Format: HTML}, {Format: HTML, NoMarks: true}, {Format: HTML, NoNotes: true}} {
		page := written(t, b, o)
		table := page[strings.Index(page, "<tbody>"):strings.Index(page, "</tbody>")]
		var sides [2]strings.Builder
		for _, row := range strings.Split(table, "<tr>")[1:] {
			for side, cell := range strings.Split(row, "<td ")[1:3] {
				cell, _, _ = strings.Cut(cell, "<td class")
				sides[side].WriteString(tagged.ReplaceAllString("<td "+cell, "") + " ")
			}
		}
		for side := range sides {
			got := strings.Join(strings.Fields(html.UnescapeString(sides[side].String())), " ")
			want := strings.Join(strings.Fields(b.Chapters[0].Reports[side].Text), " ")
			if got != want {
				t.Errorf("%+v, report %s:\n got %s\nwant %s", o, data.Side(side).Letter(), got, want)
			}
		}
	}
}

func TestSeveralEventsHaveAList(t *testing.T) {
	b := sampleBook(t)
	b.Chapters = append(b.Chapters, b.Chapters[0])
	b.Chapters[1].OnlyNotes = true
	elements, text := body(t, written(t, b, Options{Format: HTML}))
	if elements[2].Name.Local != "h1" || strings.Count(text, b.Title) != 5 {
		t.Errorf("starts with <%s>, names its events %d times", elements[2].Name.Local, strings.Count(text, b.Title))
	}
}
