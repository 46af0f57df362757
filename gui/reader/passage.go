package reader

import (
	"strings"

	"parallax/data"
)

// A band is the part of one line that a passage takes up, spread to the
// column's edges where the passage goes on: a passage is shown as one shape.
type band struct {
	line   int
	x0, x1 float32 // from the column's left edge
}

// bands returns the bands of span on the lines [from, to). row gives a line in place.
func (l *layout) bands(span data.Span, from, to int, row func(int) *row) []band {
	if span.Empty() || len(l.lines) == 0 {
		return nil
	}
	var bs []band
	var buf []interval
	first, last := l.linesOf(span)
	for i := max(first, from); i < min(last, to); i++ {
		if !l.has(i, span) {
			continue
		}
		r := row(i)
		buf = r.intervals(span, true, buf)
		if len(buf) == 0 {
			continue
		}
		b := band{i, buf[0].x0, buf[0].x1}
		for _, v := range buf[1:] {
			b.x0, b.x1 = min(b.x0, v.x0), max(b.x1, v.x1)
		}
		leads, trails := span.Start <= int(r.cells[0].start), span.End >= int(r.cells[len(r.cells)-1].end)
		if r.rtl {
			leads, trails = trails, leads
		}
		if leads {
			b.x0 = 0
		}
		if trails {
			b.x1 = l.width
		}
		bs = append(bs, b)
	}
	return bs
}

// joinSpans joins spans that follow each other with nothing but white space
// between, so that they are outlined as one. Spans come in text order.
func joinSpans(text string, spans []data.Span) []data.Span {
	var joined []data.Span
	for _, s := range spans {
		if n := len(joined); n > 0 && s.Start >= joined[n-1].End && strings.TrimSpace(text[joined[n-1].End:s.Start]) == "" {
			joined[n-1].End = max(joined[n-1].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// A slab is a band in device pixels.
type slab struct{ x0, x1, y0, y1 float32 }

// outlines returns the polygons around stacked slabs, clockwise, one for each
// group of slabs that touch. Slabs come from top to bottom, each starting where
// the last ends.
func outlines(slabs []slab) [][]point {
	var all [][]point
	for len(slabs) > 0 {
		n := 1
		for n < len(slabs) && slabs[n].x0 < slabs[n-1].x1 && slabs[n-1].x0 < slabs[n].x1 {
			n++
		}
		all = append(all, outline(slabs[:n]))
		slabs = slabs[n:]
	}
	return all
}

func outline(slabs []slab) []point {
	var right, left []point
	for i, s := range slabs {
		if i == 0 || s.x1 != slabs[i-1].x1 {
			if i > 0 {
				right = append(right, point{slabs[i-1].x1, s.y0})
			}
			right = append(right, point{s.x1, s.y0})
		}
		if i == 0 || s.x0 != slabs[i-1].x0 {
			if i > 0 {
				left = append(left, point{slabs[i-1].x0, s.y0})
			}
			left = append(left, point{s.x0, s.y0})
		}
	}
	end := slabs[len(slabs)-1]
	ps := append(right, point{end.x1, end.y1}, point{end.x0, end.y1})
	for i := len(left) - 1; i >= 0; i-- {
		ps = append(ps, left[i])
	}
	return ps
}
