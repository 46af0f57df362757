package compare

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"parallax/data"
	"parallax/data/text"
)

// An Aligner compares reports and keeps what it found out, so that comparing two
// reports again, after a ruling on them say, takes a fraction of the first time,
// and a report read once is not read again beside another. What it finds is what
// Align, Nearest and Letter find.
//
// The zero Aligner is ready for use, by several goroutines at a time. It keeps
// the texts last used and what the comparison of the last pairs was made from:
// about 25 bytes for each byte of text, up to mostKept bytes of text, and the last
// pair whatever its size.
type Aligner struct {
	mu      sync.Mutex
	texts   []*text.Text // the last used first
	matters []*matter    // the last used first; not those in use
}

const (
	mostKept  = 1 << 20 // bytes of text
	mostTexts = 16
)

// Align is the package's Align.
func (x *Aligner) Align(ctx context.Context, left, right *data.Report, rulings []data.Link, progress func(float64)) (data.Comparison, error) {
	if progress == nil {
		progress = func(float64) {}
	}
	a, b, mirrored := inOrder(left, right)
	m, err := x.matter(ctx, a, b, func(f float64) { progress(0.1 * f) })
	if err != nil {
		return data.Comparison{}, err
	}
	defer x.keep(m)
	if err := m.tie(ctx, func(f float64) { progress(0.1 + 0.65*f) }); err != nil {
		return data.Comparison{}, err
	}
	groups, likely, quotes := m.groups, m.likely, m.quoteMatches
	if ours := m.read(rulings, a.ID, b.ID); len(ours) > 0 {
		groups, likely, quotes = m.obey(ours, groups, slices.Clone(likely), slices.Clone(quotes))
	}
	c, err := m.compose(ctx, groups, likely, quotes, func(f float64) { progress(0.75 + 0.25*f) })
	if err != nil {
		return data.Comparison{}, err
	}
	c.KeptWords = m.sides[0].keptWords()
	if mirrored {
		mirror(&c)
		c.KeptWords = m.sides[1].keptWords()
	}
	c.Left, c.Right = left.ID, right.ID
	sortComparison(&c)
	progress(1)
	return c, nil
}

// Nearest is the package's Nearest.
func (x *Aligner) Nearest(ctx context.Context, left, right *data.Report, side data.Side, span data.Span) (other data.Span, likeness float64, why data.Why, ok bool) {
	a, b, mirrored := inOrder(left, right)
	if mirrored {
		side = side.Other()
	}
	m, err := x.matter(ctx, a, b, func(float64) {})
	if err != nil {
		return data.Span{}, 0, data.Why{}, false
	}
	defer x.keep(m)
	first, last := covered(m.sides[side].Text, span)
	if first == last {
		return data.Span{}, 0, data.Why{}, false
	}
	at, ok := m.nearest(int(side), first)
	if !ok {
		return data.Span{}, 0, data.Why{}, false
	}
	p := m.pair(ctx, groupOf([]link{at}), false)
	return p.Spans(side.Other())[0], p.Likeness, p.Why, ctx.Err() == nil
}

// Letter is the package's Letter.
func (x *Aligner) Letter(c data.Comparison, left, right string, count data.Lettering) data.Comparison {
	if count == (data.Lettering{}) {
		return c
	}
	return letterer{[2]*text.Text{x.Read(left), x.Read(right)}, count}.comparison(c)
}

// Read returns what text.Read does, which must not be changed.
func (x *Aligner) Read(s string) *text.Text {
	t, _ := x.read(context.Background(), s)
	return t
}

// inOrder returns two reports in an order that does not hang on which is left,
// so that left and right cannot matter to what is found, and whether that
// swapped them.
func inOrder(left, right *data.Report) (a, b *data.Report, mirrored bool) {
	if cmp.Or(strings.Compare(left.Text, right.Text), strings.Compare(string(left.ID), string(right.ID))) > 0 {
		return right, left, true
	}
	return left, right, false
}

func (x *Aligner) read(ctx context.Context, s string) (*text.Text, error) {
	known := func() *text.Text {
		for k, t := range x.texts {
			if t.String == s {
				copy(x.texts[1:k+1], x.texts[:k])
				x.texts[0] = t
				return t
			}
		}
		return nil
	}
	x.mu.Lock()
	t := known()
	x.mu.Unlock()
	if t != nil {
		return t, nil
	}
	t, err := text.ReadContext(ctx, s)
	if err != nil {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if other := known(); other != nil { // read by another goroutine meanwhile
		return other, nil
	}
	x.texts = slices.Insert(x.texts, 0, t)
	bytes := 0
	for k, t := range x.texts {
		if bytes += len(t.String); k >= 2 && (k >= mostTexts || bytes > mostKept) {
			x.texts = slices.Delete(x.texts, k, len(x.texts))
			break
		}
	}
	return t, nil
}

// matter returns what the comparison of two texts is made from, weighed, for
// the caller alone until it is given to keep.
func (x *Aligner) matter(ctx context.Context, a, b *data.Report, progress func(float64)) (*matter, error) {
	x.mu.Lock()
	for k, m := range x.matters {
		if m.sides[0].String == a.Text && m.sides[1].String == b.Text {
			x.matters = slices.Delete(x.matters, k, k+1)
			x.mu.Unlock()
			return m, nil
		}
	}
	x.mu.Unlock()
	m := &matter{}
	var err error
	if a.Text == b.Text {
		m.sides[0].Text, err = x.read(ctx, a.Text)
		m.sides[1].Text = m.sides[0].Text
	} else {
		first := make(chan *text.Text)
		go func() {
			t, _ := x.read(ctx, a.Text)
			first <- t
		}()
		m.sides[1].Text, err = x.read(ctx, b.Text)
		m.sides[0].Text = <-first
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		progress(0.5)
		err = m.weigh(ctx)
	}
	if err != nil {
		return nil, err
	}
	progress(1)
	return m, nil
}

// Forget lets go of all that is kept.
func (x *Aligner) Forget() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.texts, x.matters = nil, nil
}

// keep puts back what matter gave out.
func (x *Aligner) keep(m *matter) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.matters = slices.DeleteFunc(x.matters, func(o *matter) bool {
		return o.sides[0].String == m.sides[0].String && o.sides[1].String == m.sides[1].String
	})
	x.matters = slices.Insert(x.matters, 0, m)
	bytes := 0
	for k, m := range x.matters {
		bytes += len(m.sides[0].String) + len(m.sides[1].String)
		if k > 0 && bytes > mostKept {
			x.matters = slices.Delete(x.matters, k, len(x.matters))
			break
		}
	}
}
