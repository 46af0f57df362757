package export

import (
	"encoding/json"
	"errors"
	"html"
	"io"
	"strings"

	"parallax/data"
)

// readAnnotations reads W3C annotations. The model lets most parts be left out,
// stand alone or in a list, or be an address only; parts of other shapes are
// passed over.
func readAnnotations(text string) ([]Received, error) {
	d := json.NewDecoder(strings.NewReader(text))
	var notes []Received
	for { // several values one after another are read too
		var value any
		err := d.Decode(&value)
		if errors.Is(err, io.EOF) {
			return notes, nil
		}
		if err != nil {
			return nil, &data.Problem{
				Said: "This file of notes is damaged.",
				Next: "Export it again. Nothing was changed here.",
				Err:  err,
			}
		}
		for _, a := range annotationsIn(value, 0) {
			notes = append(notes, received(a))
		}
	}
}

// annotationsIn finds the annotations in a value, in their order.
func annotationsIn(value any, depth int) []map[string]any {
	if depth > 8 { // collection, page, list, annotation: no file of notes is deeper
		return nil
	}
	var found []map[string]any
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			found = append(found, annotationsIn(one, depth+1)...)
		}
	case map[string]any:
		if v["target"] != nil {
			return []map[string]any{v}
		}
		for _, part := range []string{"first", "items", "@graph", "rows"} {
			found = append(found, annotationsIn(v[part], depth+1)...)
		}
	}
	return found
}

func received(a map[string]any) Received {
	var r Received
	n := &r.Note
	n.Created, n.Updated = parseStamp(field(a, "created")), parseStamp(field(a, "modified"))
	if n.Updated.IsZero() {
		n.Updated = parseStamp(field(a, "updated"))
	}
	for _, who := range list(a["creator"]) {
		if n.Author = called(who); n.Author != "" {
			break
		}
	}
	var said []string
	for _, b := range append(list(a["bodyValue"]), list(a["body"])...) {
		words, tag, name := bodyOf(b)
		switch {
		case words == "":
		case tag:
			n.Tags = append(n.Tags, words)
			r.Names = append(r.Names, name)
		default:
			said = append(said, words)
		}
	}
	n.Body = strings.Join(said, "\n\n")
	if event, ok := a["parallax:event"].(map[string]any); ok {
		n.EventID = idOf(field(event, "id"))
		r.Event = field(event, "parallax:title")
	}
	for _, t := range list(a["target"]) {
		r.target(t)
	}
	r.finish(field(a, "id", "@id"))
	return r
}

// bodyOf is what one body says, whether that is a tag, and what a tag is called.
func bodyOf(b any) (words string, tag bool, name string) {
	switch v := b.(type) {
	case string: // bodyValue; as a body it would be an address, which is worth keeping too
		return storable(v), false, ""
	case map[string]any:
		words = field(v, "value", "chars")
		if field(v, "format") == "text/html" {
			words = html.UnescapeString(anyTag.ReplaceAllString(words, ""))
		}
		for _, purpose := range list(v["purpose"]) {
			tag = tag || purpose == "tagging"
		}
		return words, tag, field(v, "parallax:tagName")
	}
	return "", false, ""
}

// target adds an anchor for one target. A target that is an address alone, as
// of a note on an event, is not one of words.
func (r *Received) target(t any) {
	v, ok := t.(map[string]any)
	if !ok {
		return
	}
	var a data.Anchor
	var p Place
	source := v["source"]
	if source == nil {
		source = v
	}
	switch s := source.(type) {
	case string:
		a.ReportID, p.Address = idOf(s), s
	case map[string]any:
		a.ReportID = idOf(field(s, "id", "@id"))
		p = Place{
			Digest: field(s, "parallax:sha256"), Outlet: field(s, "parallax:outlet"),
			Headline: field(s, "parallax:headline", "title"), Address: field(s, "via", "id"),
		}
	}
	if strings.HasPrefix(p.Address, "urn:") {
		p.Address = ""
	}
	if field(v, "parallax:side") == data.Right.Letter() {
		a.Side = data.Right
	}
	a.Loose, _ = v["parallax:loose"].(bool)
	selectors(v["selector"], &a, &p, 0)
	r.Note.Anchors = append(r.Note.Anchors, a)
	r.Places = append(r.Places, p)
}

// selectors reads the selectors of a target; one that refines another is meant
// in its place.
func selectors(value any, a *data.Anchor, p *Place, depth int) {
	if depth > 8 {
		return
	}
	for _, one := range list(value) {
		s, ok := one.(map[string]any)
		if !ok {
			continue
		}
		switch field(s, "type", "@type") {
		case "TextQuoteSelector", "oa:TextQuoteSelector":
			a.Quote, a.Before, a.After = field(s, "exact"), field(s, "prefix"), field(s, "suffix")
		case "TextPositionSelector", "oa:TextPositionSelector":
			start, hasStart := s["start"].(float64)
			end, hasEnd := s["end"].(float64)
			if hasStart && hasEnd && start >= 0 && end >= start && end < 1<<40 {
				p.Start, p.End, p.Counted = int(start), int(end), true
			}
		}
		if s["refinedBy"] != nil {
			selectors(s["refinedBy"], a, p, depth+1)
		}
	}
}

// list is a value as a list: one value alone is a list of one.
func list(value any) []any {
	switch v := value.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{value}
}

// field is the first of a value's fields that is words; a list of them counts
// with its first.
func field(v map[string]any, fields ...string) string {
	for _, f := range fields {
		for _, one := range list(v[f]) {
			if s, ok := one.(string); ok && s != "" {
				return storable(s)
			}
		}
	}
	return ""
}

// called is the name of somebody.
func called(who any) string {
	switch v := who.(type) {
	case string:
		return storable(v)
	case map[string]any:
		return field(v, "name", "nickname", "nick", "id")
	}
	return ""
}
