package export

import (
	"bufio"
	"context"
	"encoding/json"
	"strings"

	"parallax/data"
)

// The parts of a W3C Web Annotation (Recommendation of 23 February 2017) as
// Parallax writes them. What the model has no word for stands under
// vocabulary, which every context of ours names "parallax".
const (
	annotationContext = "http://www.w3.org/ns/anno.jsonld"
	vocabulary        = "urn:parallax:vocabulary:"
)

type annotation struct {
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	Motivation string          `json:"motivation"`
	Created    string          `json:"created,omitempty"`
	Modified   string          `json:"modified,omitempty"`
	Creator    *agent          `json:"creator,omitempty"`
	Body       []textualBody   `json:"body,omitempty"`
	Target     []any           `json:"target"`
	Event      annotationEvent `json:"parallax:event"`
}

type agent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

type textualBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format,omitempty"`
	Purpose string `json:"purpose"`
	Name    string `json:"parallax:tagName,omitempty"`
}

type annotationEvent struct {
	ID    string `json:"id"`
	Title string `json:"parallax:title,omitempty"`
}

type annotationTarget struct {
	Type     string           `json:"type"`
	Source   annotationSource `json:"source"`
	Selector []any            `json:"selector,omitempty"`
	Side     string           `json:"parallax:side"`
	Loose    bool             `json:"parallax:loose,omitempty"`
}

// annotationSource is a report's text as Parallax keeps it; via is the page it
// was read from.
type annotationSource struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
	Via      string `json:"via,omitempty"`
	Digest   string `json:"parallax:sha256,omitempty"`
	Outlet   string `json:"parallax:outlet,omitempty"`
	Headline string `json:"parallax:headline,omitempty"`
	Date     string `json:"parallax:published,omitempty"`
}

type quoteSelector struct {
	Type   string `json:"type"` // TextQuoteSelector
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// positionSelector counts code points from 0; the character at end is no
// longer meant (Web Annotation Data Model, 4.2.5).
type positionSelector struct {
	Type  string `json:"type"` // TextPositionSelector
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// writeAnnotations writes an annotation collection with one page of all notes.
func writeAnnotations(ctx context.Context, w *bufio.Writer, b *Book, _ Options, progress func(float64)) error {
	total := 0
	for i := range b.Chapters {
		total += len(b.Chapters[i].Notes)
	}
	id := "urn:parallax:notes"
	for i := range b.Chapters {
		id += ":" + string(b.Chapters[i].Event.ID)
		if i == 1 { // two name it well enough
			break
		}
	}
	head, err := json.Marshal(struct {
		Context any    `json:"@context"`
		ID      string `json:"id"`
		Type    string `json:"type"`
		Label   string `json:"label,omitempty"`
		Total   int    `json:"total"`
	}{[]any{annotationContext, map[string]string{"parallax": vocabulary}}, id, "AnnotationCollection", writable(b.Title), total})
	if err != nil {
		return err
	}
	w.Write(head[:len(head)-1])
	w.WriteString(`,"first":{"id":"` + id + `:page","type":"AnnotationPage","partOf":"` + id + `","startIndex":0,"items":[`)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	first := true
	err = b.eachChapter(ctx, progress, func(c *Chapter) error {
		points := map[data.ID]*codePoints{}
		for i := range c.Reports {
			points[c.Reports[i].ID] = countPoints(c.Reports[i].Text)
		}
		for i := range c.Notes {
			if first {
				w.WriteByte('\n')
			} else {
				w.WriteByte(',')
			}
			first = false
			if err := e.Encode(b.annotate(c, &c.Notes[i], points)); err != nil {
				return err
			}
		}
		return nil
	})
	w.WriteString("]}}\n")
	return err
}

func (b *Book) annotate(c *Chapter, n *data.Note, points map[data.ID]*codePoints) annotation {
	a := annotation{
		ID: urn(n.ID), Type: "Annotation", Motivation: "commenting",
		Created: stamp(n.Created), Modified: stamp(n.Updated), Target: []any{},
		Event: annotationEvent{ID: urn(n.EventID), Title: c.Event.Title},
	}
	if n.Author != "" {
		a.Creator = &agent{"Person", n.Author}
	}
	if n.Body != "" {
		a.Body = append(a.Body, textualBody{Type: "TextualBody", Value: n.Body, Format: "text/plain", Purpose: "commenting"})
	}
	for _, code := range n.Tags {
		a.Body = append(a.Body, textualBody{Type: "TextualBody", Value: code, Purpose: "tagging", Name: b.say(b.tag(code).Name)})
	}
	if n.Body == "" && len(n.Tags) > 0 {
		a.Motivation = "tagging"
	} else if n.Body == "" {
		a.Motivation = "highlighting"
	}
	for i := range n.Anchors {
		at := &n.Anchors[i]
		t := annotationTarget{Type: "SpecificResource", Side: at.Side.Letter(), Loose: at.Loose, Source: sourceOf(c, at.ReportID)}
		if !at.WholeReport() {
			t.Selector = append(t.Selector, quoteSelector{"TextQuoteSelector", at.Quote, at.Before, at.After})
		}
		if p := points[at.ReportID]; p != nil && !at.Loose && !at.WholeReport() {
			t.Selector = append(t.Selector, positionSelector{"TextPositionSelector", p.at(at.Start), p.at(at.End)})
		}
		a.Target = append(a.Target, t)
	}
	if len(a.Target) == 0 { // the model wants one: the note is about the event
		a.Target = append(a.Target, urn(n.EventID))
	}
	return a
}

func sourceOf(c *Chapter, id data.ID) annotationSource {
	s := annotationSource{ID: urn(id), Type: "Text", Format: "text/plain"}
	if r := c.report(id); r != nil {
		s.Language, s.Digest, s.Outlet, s.Headline, s.Date = r.Language, r.Digest, r.Outlet, r.Headline, r.Published
		if strings.HasPrefix(r.URL, "http://") || strings.HasPrefix(r.URL, "https://") {
			s.Via = r.URL
		}
	}
	return s
}

// urn is an ID as an address (RFC 9562).
func urn(id data.ID) string { return "urn:uuid:" + string(id) }

// idOf undoes urn; empty: it is none.
func idOf(address string) data.ID {
	id, ok := strings.CutPrefix(address, "urn:uuid:")
	if !ok || !isUUID(id) {
		return ""
	}
	return data.ID(strings.ToLower(id))
}

func isUUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i, r := range s {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (r == '-') || !dash && !strings.ContainsRune("0123456789abcdefABCDEF", r) {
			return false
		}
	}
	return true
}
