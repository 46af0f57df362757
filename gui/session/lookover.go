package session

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"parallax/data"
)

// A LookOver is a reader going over a page that was brought in: every block
// of the page with its role, kept with the report or set aside, and the facts
// about the report. Blocks change their roles only, so nothing of the page is
// ever lost, and each change can be taken back. It belongs to the screen's
// goroutine.
type LookOver struct {
	// ReadDate returns the date a line of the page tells, as "2006-01-02" or
	// "2006-01-02 15:04", and an empty string when it tells none. Nil: dates
	// are kept as the page has them.
	ReadDate func(line string) string

	source data.Source
	blocks []data.Block // as they were given, to know what was changed
	facts  []data.Fact
	former []data.Role // for each block, its last role on the other side of kept and set aside
	lines  []int       // for each block, the line of Source.Text it begins in, from 1
	tally  []lookTally

	cursor, anchor int // the selection runs between them; the cursor moves
	past, future   []lookChange
	typing         bool // the last step is a fact still being typed
}

// A LookStep says what one step of a LookOver did, for the words of the undo menu.
type LookStep struct {
	Kind   LookStepKind
	Blocks int        // how many blocks changed their role
	Role   data.Role  // for LookRole
	Field  data.Field // for LookFact, LookLine and LookConfirm
}

// A LookStepKind is a kind of change in a LookOver.
type LookStepKind int

// The kinds of change.
const (
	LookKeep       LookStepKind = iota // blocks are kept
	LookAside                          // blocks are set aside
	LookRole                           // blocks got another role
	LookEnds                           // everything below is set aside
	LookStarts                         // everything above is set aside
	LookFact                           // a fact was written
	LookLine                           // a line was used for a fact
	LookConfirm                        // the reader agreed with a fact
	LookConfirmAll                     // the reader agreed with all facts
)

// A LookWarning is something about a page that a reader may want to know
// before keeping it; it stands in nobody's way.
type LookWarning int

// The warnings, in the order they are told.
const (
	LookNothingKept  LookWarning = iota // no block is part of the text
	LookNoReport                        // the page seems to hold no report
	LookNoHeadline                      // no block is the headline
	LookTwoHeadlines                    // headlines stand apart from each other
)

// LookCounts is what of a page is kept and what is set aside.
type LookCounts struct {
	Kept, Aside      int         // blocks
	Roles            []RoleCount // of the blocks set aside, most frequent first
	Words, Sentences int         // of the report's text
}

// A RoleCount is how many blocks have a role.
type RoleCount struct {
	Role   data.Role
	Blocks int
}

type lookState struct{ role, former data.Role }

type roleChange struct {
	at      int
	was, is lookState
}

type lookChange struct {
	step           LookStep
	blocks         []roleChange
	wasFacts       []data.Fact
	isFacts        []data.Fact
	cursor, anchor [2]int // before and after
}

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

// fromReader says that a fact comes from the reader herself.
const fromReader = "you"

// NewLookOver returns a look over src, with the cursor on the first kept block.
func NewLookOver(src data.Source) *LookOver {
	l := &LookOver{
		source: src,
		blocks: slices.Clone(src.Blocks),
		facts:  slices.Clone(src.Facts),
		former: make([]data.Role, len(src.Blocks)),
		lines:  make([]int, len(src.Blocks)),
		tally:  make([]lookTally, len(src.Blocks)),
	}
	l.source.Blocks = slices.Clone(src.Blocks)
	l.source.Facts = slices.Clone(src.Facts)
	line, at := 1, 0
	for i, b := range l.source.Blocks {
		if b.Start > at {
			line += strings.Count(data.Span{Start: at, End: b.Start}.Of(src.Text), "\n")
			at = b.Start
		}
		l.lines[i] = line
		l.tally[i] = tallyOf(b.Of(src.Text))
	}
	if i := slices.IndexFunc(l.source.Blocks, func(b data.Block) bool { return b.Role.Kept() }); i >= 0 {
		l.cursor, l.anchor = i, i
	}
	return l
}

// Len is the number of blocks.
func (l *LookOver) Len() int { return len(l.source.Blocks) }

// Block returns block i.
func (l *LookOver) Block(i int) data.Block { return l.source.Blocks[i] }

// Text returns the words of block i as the page has them.
func (l *LookOver) Text(i int) string { return l.source.Blocks[i].Of(l.source.Text) }

// Line is the line of the page block i begins in, from 1.
func (l *LookOver) Line(i int) int { return l.lines[i] }

// Cursor is the index of the current block, -1 on a page without blocks.
func (l *LookOver) Cursor() int {
	if l.Len() == 0 {
		return -1
	}
	return l.cursor
}

// Selected returns the first and the last selected block; the cursor is one
// of the two. On a page without blocks it returns 0, -1.
func (l *LookOver) Selected() (first, last int) {
	if l.Len() == 0 {
		return 0, -1
	}
	return min(l.cursor, l.anchor), max(l.cursor, l.anchor)
}

// MoveTo puts the cursor on block i, cut to the page's ends. With extend the
// blocks between here and there are selected too.
func (l *LookOver) MoveTo(i int, extend bool) {
	l.cursor = max(0, min(i, l.Len()-1))
	if !extend {
		l.anchor = l.cursor
	}
}

// Select selects the blocks from anchor to cursor, cut to the page's ends.
func (l *LookOver) Select(anchor, cursor int) {
	l.MoveTo(anchor, false)
	l.MoveTo(cursor, true)
}

// Toggle keeps the selected blocks if the current one is set aside, and sets
// them aside if it is kept. A block that changes sides gets the role it last
// had there, else the program's guess, else body or unsure.
func (l *LookOver) Toggle() {
	if l.Len() == 0 {
		return
	}
	keep := !l.source.Blocks[l.cursor].Role.Kept()
	kind := LookAside
	if keep {
		kind = LookKeep
	}
	first, last := l.Selected()
	l.change(LookStep{Kind: kind}, func() {
		for i := first; i <= last; i++ {
			if l.source.Blocks[i].Role.Kept() != keep {
				l.setRole(i, l.across(i))
			}
		}
	})
}

// across returns the role block i gets when it changes sides.
func (l *LookOver) across(i int) data.Role {
	b := l.source.Blocks[i]
	keep := !b.Role.Kept()
	for _, r := range []data.Role{l.former[i], b.Guess} {
		if r != "" && r.Kept() == keep {
			return r
		}
	}
	if keep {
		return data.Body
	}
	return data.Unsure
}

// SetRole gives the selected blocks a role. A report has one headline: when
// blocks become the headline, headlines elsewhere on the page become body, or
// a repeated headline if they say the same.
func (l *LookOver) SetRole(role data.Role) {
	first, last := l.Selected()
	l.change(LookStep{Kind: LookRole, Role: role}, func() {
		for i := first; i <= last; i++ {
			l.setRole(i, role)
		}
		if role == data.Headline {
			l.oneHeadline(first, last)
		}
	})
}

// oneHeadline takes the role of headline from the blocks that do not adjoin
// those from first to last.
func (l *LookOver) oneHeadline(first, last int) {
	if first > last {
		return
	}
	from, to := l.run(first)
	to = max(to, last)
	said := l.words(from, to)
	for i, b := range l.source.Blocks {
		if b.Role != data.Headline || from <= i && i <= to {
			continue
		}
		if strings.EqualFold(oneLine(l.Text(i)), said) {
			l.setRole(i, data.Duplicate)
		} else {
			l.setRole(i, data.Body)
		}
	}
}

// run returns the first and last block of the unbroken run of block i's role.
func (l *LookOver) run(i int) (from, to int) {
	role := l.source.Blocks[i].Role
	for from = i; from > 0 && l.source.Blocks[from-1].Role == role; from-- {
	}
	for to = i; to+1 < l.Len() && l.source.Blocks[to+1].Role == role; to++ {
	}
	return from, to
}

// EndsHere sets everything below the cursor aside: as comments what looks
// like them, as unsure what does not.
func (l *LookOver) EndsHere() {
	l.change(LookStep{Kind: LookEnds}, func() {
		comments := false
		for i := l.cursor + 1; i < l.Len(); i++ {
			role := l.source.Blocks[i].Role
			if role.Kept() {
				role = l.across(i)
				if role == data.Unsure && (comments || soundsLikeComment(l.Text(i))) {
					role = data.Comments
				}
				l.setRole(i, role)
			}
			comments = comments || role == data.Comments
		}
	})
}

// StartsHere sets everything above the cursor aside.
func (l *LookOver) StartsHere() {
	l.change(LookStep{Kind: LookStarts}, func() {
		for i := range min(l.cursor, l.Len()) {
			if l.source.Blocks[i].Role.Kept() {
				l.setRole(i, l.across(i))
			}
		}
	})
}

// soundsLikeComment reports whether a line has the marks of a reader's
// comment: a reply button, a name called with @, doubled exclamation or
// question marks.
func soundsLikeComment(s string) bool {
	low := strings.ToLower(s)
	for _, mark := range []string{"reply", "!!", "??", "lol", " ago", "upvote"} {
		if strings.Contains(low, mark) {
			return true
		}
	}
	return strings.HasPrefix(low, "@")
}

func (l *LookOver) setRole(i int, role data.Role) {
	b := &l.source.Blocks[i]
	if b.Role.Kept() != role.Kept() {
		l.former[i] = b.Role
	}
	b.Role = role
}

// SetFact writes a fact as the reader's own, which she needs not agree with
// again. Writing the same field on and on is one step.
func (l *LookOver) SetFact(field data.Field, value string) {
	if f, _ := l.source.Fact(field); f.Value == value {
		return
	}
	step := LookStep{Kind: LookFact, Field: field}
	n := len(l.past)
	more := l.typing && n > 0 && l.past[n-1].step == step
	l.change(step, func() {
		l.source.SetFact(data.Fact{Field: field, Value: value, From: fromReader, Block: -1, Confirmed: true})
	})
	if more {
		l.past[n-1].isFacts = l.past[n].isFacts
		l.past = l.past[:n]
	}
	l.typing = true
}

// UseLine takes the words of the current block for a fact, which the reader
// thereby agrees with. If lines of some role tell that fact, the block gets
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

// tell sets a fact from the words of blocks first to last.
func (l *LookOver) tell(field data.Field, first, last int, confirmed bool) {
	f := data.Fact{
		Field: field, Value: l.words(first, last), Block: first, Confirmed: confirmed,
		From: fmt.Sprintf("line %d", l.lines[first]),
	}
	if field == data.FieldPublished {
		written := f
		written.Field = data.FieldAsWritten
		l.source.SetFact(written)
		if date := l.readDate(f.Value); date != "" {
			f.Value = date
		}
	}
	l.source.SetFact(f)
}

func (l *LookOver) readDate(line string) string {
	if l.ReadDate == nil {
		return ""
	}
	return l.ReadDate(line)
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

// ConfirmFact notes that the reader agrees with a fact, or no longer does.
func (l *LookOver) ConfirmFact(field data.Field) {
	f, ok := l.source.Fact(field)
	if !ok {
		return
	}
	l.change(LookStep{Kind: LookConfirm, Field: field}, func() {
		f.Confirmed = !f.Confirmed
		l.source.SetFact(f)
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

// Fact returns what is known about field.
func (l *LookOver) Fact(field data.Field) data.Fact {
	f, _ := l.source.Fact(field)
	return f
}

// change runs edit, fills the facts that follow from the blocks, and notes
// what came of it as a step; no step if nothing did.
func (l *LookOver) change(step LookStep, edit func()) {
	was := slices.Clone(l.source.Blocks)
	former := slices.Clone(l.former)
	c := lookChange{
		step: step, wasFacts: slices.Clone(l.source.Facts),
		cursor: [2]int{l.cursor, l.cursor}, anchor: [2]int{l.anchor, l.anchor},
	}
	edit()
	for i := range was {
		s, t := lookState{was[i].Role, former[i]}, lookState{l.source.Blocks[i].Role, l.former[i]}
		if s != t {
			c.blocks = append(c.blocks, roleChange{i, s, t})
		}
	}
	l.refill(step, c.blocks)
	if len(c.blocks) == 0 && slices.Equal(c.wasFacts, l.source.Facts) {
		return
	}
	c.isFacts = slices.Clone(l.source.Facts)
	if step.Kind != LookFact {
		c.step.Blocks = len(c.blocks)
	}
	l.past = append(l.past, c)
	l.future = nil
	l.typing = false
}

// refill reads the facts again that blocks tell by their role, where blocks
// got or lost that role and the reader has not agreed with the fact.
func (l *LookOver) refill(step LookStep, blocks []roleChange) {
	for _, rf := range roleFields {
		fact, told := l.source.Fact(rf.field)
		if fact.Confirmed {
			continue
		}
		gained, lost := -1, false
		for _, b := range blocks {
			if b.is.role == rf.role && b.was.role != rf.role && gained < 0 {
				gained = b.at
			}
			if b.was.role == rf.role && b.is.role != rf.role && told && b.at == fact.Block {
				lost = true
			}
		}
		if gained >= 0 && (step.Kind == LookRole || !told || fact.Value == "" || lost) {
			l.tellRun(rf.field, gained)
			continue
		}
		if !lost {
			continue
		}
		other := slices.IndexFunc(l.source.Blocks, func(b data.Block) bool { return b.Role == rf.role })
		switch {
		case other >= 0:
			l.tellRun(rf.field, other)
		case step.Kind == LookRole || rf.role.InText() || rf.role == data.Byline:
			l.forget(rf.field)
		}
		// An outlet, date or address that was only set aside is still known.
	}
}

// tellRun sets a fact from block i, and from the blocks of the same role
// around it where a page may break one line in several.
func (l *LookOver) tellRun(field data.Field, i int) {
	from, to := i, i
	if field == data.FieldHeadline || field == data.FieldStandfirst {
		from, to = l.run(i)
	}
	l.tell(field, from, to, false)
}

// forget removes a fact, and for the date also the words it was read from.
func (l *LookOver) forget(field data.Field) {
	l.source.Facts = slices.DeleteFunc(l.source.Facts, func(f data.Fact) bool {
		return f.Field == field || field == data.FieldPublished && f.Field == data.FieldAsWritten && !f.Confirmed
	})
}

// UndoStep returns the step Undo takes back, and whether there is one.
func (l *LookOver) UndoStep() (LookStep, bool) { return lastStep(l.past) }

// RedoStep returns the step Redo makes again, and whether there is one.
func (l *LookOver) RedoStep() (LookStep, bool) { return lastStep(l.future) }

func lastStep(c []lookChange) (LookStep, bool) {
	if len(c) == 0 {
		return LookStep{}, false
	}
	return c[len(c)-1].step, true
}

// Undo takes back the last step and puts the cursor where it was.
func (l *LookOver) Undo() {
	n := len(l.past)
	if n == 0 {
		return
	}
	c := l.past[n-1]
	l.past, l.future = l.past[:n-1], append(l.future, c)
	for _, b := range c.blocks {
		l.source.Blocks[b.at].Role, l.former[b.at] = b.was.role, b.was.former
	}
	l.source.Facts = slices.Clone(c.wasFacts)
	l.cursor, l.anchor = c.cursor[0], c.anchor[0]
	l.typing = false
}

// Redo makes the step again that was taken back last.
func (l *LookOver) Redo() {
	n := len(l.future)
	if n == 0 {
		return
	}
	c := l.future[n-1]
	l.future, l.past = l.future[:n-1], append(l.past, c)
	for _, b := range c.blocks {
		l.source.Blocks[b.at].Role, l.former[b.at] = b.is.role, b.is.former
	}
	l.source.Facts = slices.Clone(c.isFacts)
	l.cursor, l.anchor = c.cursor[1], c.anchor[1]
	l.typing = false
}

// Counts returns what is kept and what is set aside.
func (l *LookOver) Counts() LookCounts {
	var c LookCounts
	aside := map[data.Role]int{}
	for i, b := range l.source.Blocks {
		if b.Role.Kept() {
			c.Kept++
		} else {
			c.Aside++
			aside[b.Role]++
		}
		if b.Role.InText() {
			c.Words += l.tally[i].words
			c.Sentences += l.tally[i].sentences
		}
	}
	for _, r := range data.Roles {
		if aside[r] > 0 {
			c.Roles = append(c.Roles, RoleCount{r, aside[r]})
		}
	}
	slices.SortStableFunc(c.Roles, func(a, b RoleCount) int { return b.Blocks - a.Blocks })
	return c
}

// A lookTally is the words and sentences of one block.
type lookTally struct{ words, sentences int }

func tallyOf(s string) lookTally {
	var t lookTally
	inWord, open := false, false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !inWord {
				t.words++
			}
			inWord, open = true, true
		case r == '\'' || r == '’' || r == '-' || unicode.IsMark(r):
		case r == '.' || r == '!' || r == '?' || r == '…' || r == '。':
			if open {
				t.sentences++
			}
			inWord, open = false, false
		default:
			inWord = false
		}
	}
	if open {
		t.sentences++
	}
	return t
}

// Warnings returns what a reader may want to know before keeping the report.
func (l *LookOver) Warnings() []LookWarning {
	var w []LookWarning
	if !slices.ContainsFunc(l.source.Blocks, func(b data.Block) bool { return b.Role.InText() && b.Role != data.Headline }) {
		w = append(w, LookNothingKept)
	}
	switch n := l.headlines(); {
	case n == 0:
		w = append(w, LookNoHeadline)
	case n > 1:
		w = append(w, LookTwoHeadlines)
	}
	return w
}

// headlines is the number of runs of headline blocks.
func (l *LookOver) headlines() int {
	n := 0
	for i, b := range l.source.Blocks {
		if b.Role == data.Headline && (i == 0 || l.source.Blocks[i-1].Role != data.Headline) {
			n++
		}
	}
	return n
}

// Dirty reports whether anything is other than it was given.
func (l *LookOver) Dirty() bool {
	return !slices.Equal(l.blocks, l.source.Blocks) || !slices.Equal(l.facts, l.source.Facts)
}

// Source returns the page with the roles and facts as they are now.
func (l *LookOver) Source() data.Source {
	s := l.source
	s.Blocks = slices.Clone(s.Blocks)
	s.Facts = slices.Clone(s.Facts)
	return s
}

// Report returns the report as it is kept now. A date that is none stays as
// it was written.
func (l *LookOver) Report() data.Report {
	r := data.Report{
		Headline: l.Fact(data.FieldHeadline).Value, Outlet: l.Fact(data.FieldOutlet).Value,
		Published: l.Fact(data.FieldPublished).Value,
	}
	if !IsReportDate(r.Published) {
		if r.AsWritten == "" {
			r.AsWritten = r.Published
		}
		r.Published = ""
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
