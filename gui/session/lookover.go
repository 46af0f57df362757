package session

import (
	"slices"
	"strings"

	"parallax/data"
	"parallax/data/intake"
)

// A LookOver is a reader going over a page that was brought in: every block
// of the page with its role, kept with the report or set aside, and the facts
// about the report. Blocks change their roles only, so nothing of the page is
// ever lost, and each change can be taken back. It belongs to the screen's
// goroutine.
type LookOver struct {
	source data.Source
	blocks []data.Block // as they were given, to know what was changed
	facts  []data.Fact  // as they were given
	former []data.Role  // for each block, its last role on the other side of kept and set aside
	lines  []int        // for each block, the line of Source.Text it begins in, from 1
	tally  []lookTally  // for each block, once counted
	reader *intake.Rereader

	outlets []data.Outlet // the library's, to propose one from

	longs    []bool // for each block, whether it is running text
	openings []int  // blocks at which a report seems to begin

	cursor, anchor int // the selection runs between them; the cursor moves
	past, future   []lookChange
	typing         bool // the last step is a fact still being typed
}

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
	l.reader = intake.NewRereader(&l.source)
	line, at := 1, 0
	for i, b := range l.source.Blocks {
		if b.Start > at {
			line += strings.Count(data.Span{Start: at, End: b.Start}.Of(src.Text), "\n")
			at = b.Start
		}
		l.lines[i] = line
	}
	l.openings = l.findOpenings()
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
	l.Keep(!l.source.Blocks[l.cursor].Role.Kept())
}

// Keep keeps the selected blocks, or sets them aside, as Toggle does.
func (l *LookOver) Keep(keep bool) {
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

// TextRange returns the first and the last block of the report's text; 0, -1
// where no block is.
func (l *LookOver) TextRange() (first, last int) {
	first, last = 0, -1
	for i, b := range l.source.Blocks {
		if !b.Role.InText() {
			continue
		}
		if last < 0 {
			first = i
		}
		last = i
	}
	return first, last
}

// EndsHere is EndsAt the cursor.
func (l *LookOver) EndsHere() { l.EndsAt(l.cursor) }

// EndsAt lets the report end with block i. Everything below is set aside: as
// comments what looks like them, as unsure what does not. Where the report ended
// further up, it now goes on to there.
func (l *LookOver) EndsAt(i int) {
	l.change(LookStep{Kind: LookEnds}, func() {
		if _, last := l.TextRange(); last >= 0 {
			l.keepAll(last+1, i)
		}
		comments := false
		for k := i + 1; k < l.Len(); k++ {
			role := l.source.Blocks[k].Role
			if role.Kept() {
				role = l.across(k)
				if role == data.Unsure && (comments || soundsLikeComment(l.Text(k))) {
					role = data.Comments
				}
				l.setRole(k, role)
			}
			comments = comments || role == data.Comments
		}
	})
}

// StartsHere is StartsAt the cursor.
func (l *LookOver) StartsHere() { l.StartsAt(l.cursor) }

// StartsAt lets the report start with block i. Everything above is set aside;
// where the report started further down, it now begins there.
func (l *LookOver) StartsAt(i int) {
	l.change(LookStep{Kind: LookStarts}, func() {
		if first, last := l.TextRange(); last >= 0 {
			l.keepAll(i, first-1)
		}
		for k := range min(i, l.Len()) {
			if l.source.Blocks[k].Role.Kept() {
				l.setRole(k, l.across(k))
			}
		}
	})
}

// keepAll keeps the blocks from first to last that are set aside.
func (l *LookOver) keepAll(first, last int) {
	for i := max(first, 0); i <= min(last, l.Len()-1); i++ {
		if !l.source.Blocks[i].Role.Kept() {
			l.setRole(i, l.across(i))
		}
	}
}

// soundsLikeComment reports whether a line has the marks of a reader's
// comment: a reply button, a name called with @, doubled exclamation or
// question marks.
func soundsLikeComment(s string) bool {
	low := strings.ToLower(s)
	for _, mark := range []string{"reply", "!!", "??", "upvote"} {
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
