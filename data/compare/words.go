package compare

import (
	"context"
	"math"
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// A word is a word of one side.
type word struct {
	token    int32 // index into the text's tokens
	sentence int32 // the one it stands in
	key      int32 // equal keys are the same word …
	plain    int32 // … and equal plain ones too, though perhaps in another spelling
	stem     int32 // -1 for a sign, which is no word
	head     head
	size     uint8 // bytes of its plain spelling; mostSize for more too
	kind     wordKind
}

const mostSize = math.MaxUint8

// A wordKind tells what is known of a word; all that holds of it is added up.
type wordKind uint8

const (
	contentWord wordKind = 1 << iota // not a small word
	nameWord                         // a name or a number
	standInWord                      // see standsIn
)

func (w *word) content() bool { return w.kind&contentWord != 0 }

func (w *word) name() bool { return w.kind&nameWord != 0 }

// A head is the first two bytes of a word's plain spelling; 0 for what it has not.
type head [2]byte

func headOf(plain string) (h head) {
	copy(h[:], plain)
	return h
}

// fits reports whether one of two words may start with the other.
func (h head) fits(o head) bool {
	return h[0] == o[0] && (h[1] == o[1] || h[1] == 0 || o[1] == 0)
}

// A change is a run of words the other side has otherwise: words [a0,a1) of
// the first side stand where [b0,b1) stand on the second. Either may be empty.
// One that is spelled is one word, written apart on one side.
type change struct {
	a0, a1, b0, b1 int
	spelled        bool
}

func (c change) words() int { return c.a1 - c.a0 + c.b1 - c.b0 }

// longestDiff is how many words of both sides together go into one call of
// go-diff, whose cost grows with the square of what differs.
const longestDiff = 2000

// leastSurvive is the share of the shorter side's words that must survive for
// words to be marked.
const leastSurvive = 0.3

// wordChanges returns the changes between two word lists, in order, cleaned for
// reading. It reports false where too few words survive.
//
// Once ctx is cancelled the result is of no use.
func (m *matter) wordChanges(ctx context.Context, words [2][]word) ([]change, bool) {
	// go-diff treats its two sides differently, so what the words say decides
	// which goes first.
	first := 0
	if m.before(words[1], words[0]) {
		first = 1
	}
	d := &m.diff
	d.ctx, d.a, d.b, d.changes, d.tooFew = ctx, words[first], words[1-first], d.changes[:0], false
	compounds := &m.compounds
	compounds.first, compounds.second, compounds.a, compounds.b = &m.sides[first], &m.sides[1-first], d.a, d.b
	d.least = leastSurvive * float64(min(len(d.a), len(d.b)))
	d.diff(0, len(d.a), 0, len(d.b))
	if d.tooFew && !compounds.any() {
		return nil, false
	}
	if d.tooFew {
		d.least, d.tooFew, d.changes = 0, false, d.changes[:0]
		d.diff(0, len(d.a), 0, len(d.b))
	}
	list := tidy(compounds.split(d.changes), d.a)
	if first == 1 {
		for i, c := range list {
			list[i] = change{c.b0, c.b1, c.a0, c.a1, c.spelled}
		}
	}
	kept := len(words[0])
	for _, c := range list {
		if !c.spelled {
			kept -= c.a1 - c.a0
		}
	}
	return list, float64(kept) >= leastSurvive*float64(min(len(words[0]), len(words[1])))
}

// A differ gathers the changes between two word lists.
type differ struct {
	ctx     context.Context
	a, b    []word
	changes []change
	least   float64 // words that must be kept …
	tooFew  bool    // … and cannot be; the changes are then not all there

	// Scratch.
	seen    []int32 // by word.plain the turn it was last seen in
	turn    int32
	inBoth  [2][]place
	left    []int32
	before  []int32
	ways    [][2]int
	runes   [2][]rune
	letters []letter // by word.plain
	calls   int32    // of go-diff
}

// A letter is what stands for a word in a call of go-diff.
type letter struct {
	call int32
	rune rune
}

// long returns list with at least n entries.
func long[T any](list []T, n int) []T {
	if more := n - len(list); more > 0 {
		list = append(list, make([]T, more)...)
	}
	return list
}

// diff finds the changes between a[a0:a1] and b[b0:b1].
func (d *differ) diff(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 && d.a[a0].plain == d.b[b0].plain {
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && d.a[a1-1].plain == d.b[b1-1].plain {
		a1, b1 = a1-1, b1-1
	}
	switch {
	case d.ctx.Err() != nil:
	case a0 == a1 || b0 == b1:
		d.add(change{a0: a0, a1: a1, b0: b0, b1: b1})
	case a1-a0+b1-b0 <= longestDiff:
		d.settle(a0, a1, b0, b1)
	default:
		anchors := d.anchors(a0, a1, b0, b1)
		if len(anchors) == 0 {
			anchors = [][2]int{{(a0 + a1) / 2, (b0 + b1) / 2}}
		}
		for _, at := range anchors {
			d.diff(a0, at[0], b0, at[1])
			a0, b0 = at[0], at[1]
		}
		d.diff(a0, a1, b0, b1)
	}
}

// add appends a change, joined to the last one when they touch.
func (d *differ) add(c change) {
	if c.words() == 0 {
		return
	}
	if n := len(d.changes) - 1; n >= 0 && d.changes[n].a1 == c.a0 && d.changes[n].b1 == c.b0 {
		d.changes[n].a1, d.changes[n].b1 = c.a1, c.b1
		return
	}
	d.changes = append(d.changes, c)
}

// firstRune is where the Supplementary Private Use Area A starts: letters of
// no script, so that go-diff takes none of them for a space or a line's end.
const firstRune rune = 0xF0000

// goDiff finds the changes between two short lists with go-diff: one letter a word.
func (d *differ) goDiff(a0, a1, b0, b1 int) {
	d.calls++
	next := firstRune
	for s, words := range [][]word{d.a[a0:a1], d.b[b0:b1]} {
		d.runes[s] = d.runes[s][:0]
		for k := range words {
			d.letters = long(d.letters, int(words[k].plain)+1)
			l := &d.letters[words[k].plain]
			if l.call != d.calls {
				*l = letter{d.calls, next}
				next++
			}
			d.runes[s] = append(d.runes[s], l.rune)
		}
	}
	i, j := a0, b0
	for _, op := range diffRunes(d.runes[0], d.runes[1]) {
		n := utf8.RuneCountInString(op.Text)
		switch op.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			d.add(change{a0: i, a1: i + n, b0: j, b1: j})
			i += n
		case diffmatchpatch.DiffInsert:
			d.add(change{a0: i, a1: i, b0: j, b1: j + n})
			j += n
		}
	}
}

// diffRunes calls go-diff. It is a variable so that a test can see what goes in.
var diffRunes = func(a, b []rune) []diffmatchpatch.Diff {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // a limit in time would let the machine decide the result
	return dmp.DiffMainRunes(a, b, false)
}

// anchors returns places where a word that stands once in each list stands, in
// an order both lists share (the patience method of Bram Cohen).
func (d *differ) anchors(a0, a1, b0, b1 int) [][2]int {
	type places struct{ inA, inB, a, b int }
	seen := make(map[int32]*places, a1-a0)
	for i := a0; i < a1; i++ {
		p := seen[d.a[i].plain]
		if p == nil {
			p = &places{}
			seen[d.a[i].plain] = p
		}
		p.inA++
		p.a = i
	}
	for j := b0; j < b1; j++ {
		if p := seen[d.b[j].plain]; p != nil {
			p.inB++
			p.b = j
		}
	}
	// The longest rising run of places in b, taken by their places in a.
	var list [][2]int
	for i := a0; i < a1; i++ {
		if p := seen[d.a[i].plain]; p.inA == 1 && p.inB == 1 {
			list = append(list, [2]int{p.a, p.b})
		}
	}
	var ends []int // for each length the entry of list that ends the lowest run
	previous := make([]int, len(list))
	for k, at := range list {
		n, _ := slices.BinarySearchFunc(ends, at[1], func(e, b int) int { return list[e][1] - b })
		previous[k] = -1
		if n > 0 {
			previous[k] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, k)
		} else {
			ends[n] = k
		}
	}
	if len(ends) == 0 {
		return nil
	}
	run := make([][2]int, len(ends))
	for k, n := ends[len(ends)-1], len(ends)-1; n >= 0; k, n = previous[k], n-1 {
		run[n] = list[k]
	}
	return run
}

// tidy joins changes parted by words too few to help a reader: one or two small
// words, or one word that is neither small nor a name nor a number between two
// changes of four words or more.
func tidy(list []change, a []word) []change {
	for {
		out := list[:0]
		for _, c := range list {
			if n := len(out) - 1; n >= 0 && !out[n].spelled && !c.spelled && dissolves(a[out[n].a1:c.a0], out[n].words(), c.words()) {
				out[n].a1, out[n].b1 = c.a1, c.b1
				continue
			}
			out = append(out, c)
		}
		if len(out) == len(list) {
			return out
		}
		list = out
	}
}

// dissolves reports whether the words kept between two changes of l and r words
// are better marked with them.
func dissolves(kept []word, l, r int) bool {
	if len(kept) > 2 {
		return false
	}
	content := 0
	for k := range kept {
		if kept[k].name() {
			return false
		}
		if kept[k].content() {
			content++
		}
	}
	return content == 0 || content == 1 && l >= 4 && r >= 4
}
