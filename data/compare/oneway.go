package compare

import "slices"

// mostOneWay is how many pairs of words oneWay compares at the most.
const mostOneWay = 1 << 14

// oneWay finds the changes between two short lists where there is but one way
// to keep as many words as can be kept, as in most tied sentences: go-diff,
// which keeps as many, finds the same. It reports whether there is, and that
// number, or one that is no lower.
func (d *differ) oneWay(a0, a1, b0, b1 int) (most int, ok bool) {
	d.bothHave(a0, a1, b0, b1)
	a, b := d.inBoth[0], d.inBoth[1]
	same := func(i, j int) bool { return d.a[i].plain == d.b[j].plain }
	if !slices.EqualFunc(a, b, same) {
		if len(a)*len(b) > mostOneWay {
			return min(len(a), len(b)), false
		}
		if most, ok = d.keepMost(a, b, same); !ok {
			return most, false
		}
	}
	for k := range d.inBoth[0] {
		i, j := d.inBoth[0][k], d.inBoth[1][k]
		d.add(change{a0: a0, a1: i, b0: b0, b1: j})
		a0, b0 = i+1, j+1
	}
	d.add(change{a0: a0, a1: a1, b0: b0, b1: b1})
	return len(d.inBoth[0]), true
}

// keepMost cuts d.inBoth, which a and b are, down to the words that are kept, if
// there is but one way to keep as many as can be kept, and returns how many.
func (d *differ) keepMost(a, b []int, same func(i, j int) bool) (int, bool) {
	// left[i*width+j] is how many words of a[i:] and b[j:] can be kept.
	width := len(b) + 1
	n := (len(a) + 1) * width
	d.left = slices.Grow(d.left[:0], n)[:n]
	clear(d.left[len(a)*width:])
	for i := len(a) - 1; i >= 0; i-- {
		row, next := d.left[i*width:][:width], d.left[(i+1)*width:][:width]
		row[len(b)] = 0
		for j := len(b) - 1; j >= 0; j-- {
			if same(a[i], b[j]) {
				row[j] = next[j+1] + 1
			} else {
				row[j] = max(next[j], row[j+1])
			}
		}
	}
	// There is one way if no more than so many pairs lie on any way.
	most := int(d.left[0])
	d.before = slices.Grow(d.before[:0], width)[:width] // of a[:i] and b[:j], by j
	clear(d.before)
	d.kept = d.kept[:0]
	for i := range a {
		diagonal := int32(0)
		for j := range b {
			above := d.before[j+1]
			if same(a[i], b[j]) {
				if int(diagonal+1+d.left[(i+1)*width+j+1]) == most {
					if len(d.kept) == most {
						return most, false
					}
					d.kept = append(d.kept, [2]int{a[i], b[j]})
				}
				d.before[j+1] = diagonal + 1
			} else {
				d.before[j+1] = max(above, d.before[j])
			}
			diagonal = above
		}
	}
	d.inBoth[0], d.inBoth[1] = a[:most], b[:most]
	for k, at := range d.kept {
		a[k], b[k] = at[0], at[1]
	}
	return most, true
}

// bothHave puts into d.inBoth the places of the words that a[a0:a1] and
// b[b0:b1] both have.
func (d *differ) bothHave(a0, a1, b0, b1 int) {
	d.turn += 2
	for _, w := range d.b[b0:b1] {
		if more := int(w.plain) + 1 - len(d.seen); more > 0 {
			d.seen = append(d.seen, make([]int32, more)...)
		}
		d.seen[w.plain] = d.turn
	}
	d.inBoth[0], d.inBoth[1] = d.inBoth[0][:0], d.inBoth[1][:0]
	for i := a0; i < a1; i++ {
		if p := d.a[i].plain; int(p) < len(d.seen) && d.seen[p] >= d.turn {
			d.seen[p] = d.turn + 1
			d.inBoth[0] = append(d.inBoth[0], i)
		}
	}
	for j := b0; j < b1; j++ {
		if d.seen[d.b[j].plain] == d.turn+1 {
			d.inBoth[1] = append(d.inBoth[1], j)
		}
	}
}
