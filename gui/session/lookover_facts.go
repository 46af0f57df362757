package session

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parallax/data"
	"parallax/data/intake"
)

// roleFields are the facts a block tells by its role alone.
var roleFields = []struct {
	role  data.Role
	field data.Field
}{
	{data.Headline, data.FieldHeadline},
	{data.Standfirst, data.FieldStandfirst},
	{data.Byline, data.FieldByline},
	{data.OutletName, data.FieldOutlet},
	{data.Address, data.FieldURL},
	{data.Dateline, data.FieldPublished},
}

// Fact returns what is known about field.
func (l *LookOver) Fact(field data.Field) data.Fact {
	f, _ := l.source.Fact(field)
	return f
}

// SetFact writes a fact as the reader's own, which she need not agree with
// again. Writing the same field on and on is one step.
func (l *LookOver) SetFact(field data.Field, value string) {
	if l.Fact(field).Value == value {
		return
	}
	step := LookStep{Kind: LookFact, Field: field}
	before := len(l.past)
	more := l.typing && before > 0 && l.past[before-1].step == step
	l.change(step, func() {
		l.source.SetFact(data.Fact{Field: field, Value: value, From: data.FromReader, Block: -1, Confirmed: true})
		if field == data.FieldURL {
			l.proposeOutlet()
		}
	})
	if more {
		l.past[before-1].isFacts = l.past[before].isFacts
		l.past = l.past[:before]
	}
	l.typing = true
}

// Know gives the library's outlets, of which one is proposed when the reader
// tells another address.
func (l *LookOver) Know(outlets []data.Outlet) { l.outlets = outlets }

// proposeOutlet proposes the outlet that publishes at the address. Where the list
// knows none, what it proposed for another address goes.
func (l *LookOver) proposeOutlet() {
	if intake.ProposeOutlet(&l.source, l.outlets) {
		return
	}
	ofList := func(f data.Fact) bool {
		return f.Field == data.FieldOutlet && f.From == intake.FromList && !f.Confirmed
	}
	n := len(l.source.Facts)
	if l.source.Facts = slices.DeleteFunc(l.source.Facts, ofList); len(l.source.Facts) == n {
		return
	}
	for _, f := range l.facts {
		if f.Field == data.FieldOutlet && !ofList(f) {
			l.source.SetFact(f)
		}
	}
}

// UseLine takes the words of the current block for a fact, which the reader
// thereby agrees with. If blocks of some role tell that fact, the block gets
// that role.
func (l *LookOver) UseLine(field data.Field) {
	if l.Len() == 0 {
		return
	}
	i := l.cursor
	l.change(LookStep{Kind: LookLine, Field: field}, func() {
		for _, rf := range roleFields {
			if rf.field == field {
				l.setRole(i, rf.role)
			}
		}
		if field == data.FieldHeadline {
			l.oneHeadline(i, i)
		}
		l.tell(field, i, i, true)
	})
}

// ConfirmFact notes that the reader agrees with a fact or, if she did, that
// she no longer does.
func (l *LookOver) ConfirmFact(field data.Field) {
	f, ok := l.source.Fact(field)
	if !ok {
		return
	}
	l.change(LookStep{Kind: LookConfirm, Field: field}, func() {
		f.Confirmed = !f.Confirmed
		l.source.SetFact(f)
		if written, ok := l.source.Fact(data.FieldAsWritten); ok && field == data.FieldPublished {
			written.Confirmed = f.Confirmed
			l.source.SetFact(written)
		}
	})
}

// ConfirmAll notes that the reader agrees with every fact that is told.
func (l *LookOver) ConfirmAll() {
	l.change(LookStep{Kind: LookConfirmAll}, func() {
		for i := range l.source.Facts {
			if l.source.Facts[i].Value != "" {
				l.source.Facts[i].Confirmed = true
			}
		}
	})
}

// reread reads the facts again after blocks changed their roles. Facts the
// reader agreed with stay; what she just marked as a headline, a date or the
// like comes before what else the page says.
func (l *LookOver) reread(step LookStep) {
	event, named := l.source.Fact(data.FieldEvent)
	l.reader.Rerole(&l.source)
	if named {
		l.source.SetFact(event) // no page tells which event it is of
	}
	if step.Kind != LookRole {
		return
	}
	at, _ := l.Selected()
	for _, rf := range roleFields {
		if rf.role != step.Role || l.Fact(rf.field).Confirmed {
			continue
		}
		first, last := at, at
		if rf.field == data.FieldHeadline || rf.field == data.FieldStandfirst {
			first, last = l.run(at) // a page may break one headline into several lines
		}
		l.tell(rf.field, first, last, false)
	}
}

// tell sets a fact from the words of blocks first to last.
func (l *LookOver) tell(field data.Field, first, last int, agreed bool) {
	words := l.words(first, last)
	set := func(field data.Field, value string) {
		l.source.SetFact(data.Fact{
			Field: field, Value: value, Block: first, Confirmed: agreed,
			From: data.Phrase(fmt.Sprintf("line %d", l.lines[first])),
		})
	}
	value, read := readAs(field, words)
	switch {
	case field == data.FieldPublished:
		// A line that tells no full date is kept as it is written; a date is
		// never made up from it.
		set(data.FieldAsWritten, words)
		set(field, value)
	case read && field != data.FieldHeadline && field != data.FieldStandfirst:
		set(field, value)
	default:
		set(field, words)
	}
	if field == data.FieldURL {
		l.proposeOutlet()
	}
}

// readAs reads a fact off a line that tells it: the name in "By Ann Lee", the
// date in "Published 12 May 2026".
func readAs(field data.Field, line string) (value string, ok bool) {
	role := data.Body
	if field == data.FieldUpdated {
		role = data.Dateline
	}
	for _, rf := range roleFields {
		if rf.field == field {
			role = rf.role
		}
	}
	src := data.Source{Text: line, Blocks: []data.Block{{Span: data.Span{End: len(line)}, Role: role, Guess: role}}}
	intake.Rerole(&src)
	f, ok := src.Fact(field)
	if field == data.FieldUpdated && !ok { // a date alone does not say of what
		f, ok = src.Fact(data.FieldPublished)
	}
	return f.Value, ok
}

// words returns the words of blocks first to last on one line.
func (l *LookOver) words(first, last int) string {
	parts := make([]string, 0, last-first+1)
	for i := first; i <= last; i++ {
		parts = append(parts, oneLine(l.Text(i)))
	}
	return strings.Join(parts, " ")
}

// oneLine returns s on one line, with single blanks.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Report returns the report as it is kept now. What stands in the field of
// the date but is none is kept as the date as written.
func (l *LookOver) Report() data.Report {
	src := l.Source()
	r := intake.ReportOf(&src)
	if !IsReportDate(r.Published) {
		r.AsWritten, r.Published = r.Published, ""
	}
	return r
}

// IsReportDate reports whether s is a date as Report.Published has it, or empty.
func IsReportDate(s string) bool {
	for _, layout := range []string{"2006-01-02", "2006-01-02 15:04"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return s == ""
}
