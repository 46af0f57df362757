package compare

import "slices"

// mostPairs is how many pairs of words settle compares at the most.
const mostPairs = 1 << 14

// settle finds the changes between two short lists. As many words are kept as
// can be, and where there is but one way to do so, as in most tied sentences,
// settle finds it itself; only what lies between such words, and is kept in one
// way or another, goes through go-diff, which keeps as many. Where fewer than
// d.least words of all can be kept, it sets d.tooFew and finds nothing.
func (d *differ) settle(a0, a1, b0, b1 int) {
	d.bothHave(a0, a1, b0, b1)
	a, b := d.inBoth[0], d.inBoth[1]
	most := min(len(a), len(b))
	if d.cannotKeep(most, a0, a1) {
		return
	}
	if slices.EqualFunc(a, b, func(x, y place) bool { return x.plain == y.plain }) {
		for k := range a {
			d.add(change{a0: a0, a1: a[k].at, b0: b0, b1: b[k].at})
			a0, b0 = a[k].at+1, b[k].at+1
		}
		d.add(change{a0: a0, a1: a1, b0: b0, b1: b1})
		return
	}
	if len(a)*len(b) > mostPairs {
		d.goDiff(a0, a1, b0, b1)
		return
	}
	d.countLeft(a, b)
	if d.cannotKeep(int(d.left[0]), a0, a1) {
		return
	}
	open := 0 // words kept since the last one kept in one way only
	for _, at := range d.onlyWays(a, b) {
		if at == anyWay {
			open++
			continue
		}
		d.between(a0, at[0], b0, at[1], open)
		a0, b0, open = at[0]+1, at[1]+1, 0
	}
	d.between(a0, a1, b0, b1, open)
}

// between finds the changes between two lists of which so many words are kept.
func (d *differ) between(a0, a1, b0, b1, kept int) {
	if kept > 0 {
		d.goDiff(a0, a1, b0, b1)
	} else {
		d.add(change{a0: a0, a1: a1, b0: b0, b1: b1})
	}
}

// cannotKeep reports, and notes, that there are too few words to keep: so many
// of a[a0:a1], and all before and behind.
func (d *differ) cannotKeep(most, a0, a1 int) bool {
	if float64(a0+most+len(d.a)-a1) < d.least {
		d.tooFew = true
	}
	return d.tooFew
}

// A place is where a word stands in a list.
type place struct {
	plain int32
	at    int
}

// bothHave puts into d.inBoth the words that a[a0:a1] and b[b0:b1] both have.
func (d *differ) bothHave(a0, a1, b0, b1 int) {
	d.turn += 2
	for k := range d.b[b0:b1] {
		w := &d.b[b0+k]
		d.seen = long(d.seen, int(w.plain)+1)
		d.seen[w.plain] = d.turn
	}
	d.inBoth[0], d.inBoth[1] = d.inBoth[0][:0], d.inBoth[1][:0]
	for i := a0; i < a1; i++ {
		if p := d.a[i].plain; int(p) < len(d.seen) && d.seen[p] >= d.turn {
			d.seen[p] = d.turn + 1
			d.inBoth[0] = append(d.inBoth[0], place{p, i})
		}
	}
	for j := b0; j < b1; j++ {
		if p := d.b[j].plain; d.seen[p] == d.turn+1 {
			d.inBoth[1] = append(d.inBoth[1], place{p, j})
		}
	}
}

// countLeft fills in d.left: at i·(len(b)+1)+j, how many words of a[i:] and b[j:]
// can be kept.
func (d *differ) countLeft(a, b []place) {
	width := len(b) + 1
	n := (len(a) + 1) * width
	d.left = slices.Grow(d.left[:0], n)[:n]
	clear(d.left[len(a)*width:])
	for i := len(a) - 1; i >= 0; i-- {
		row, next := d.left[i*width:][:width], d.left[(i+1)*width:][:width]
		row[len(b)] = 0
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].plain == b[j].plain {
				row[j] = next[j+1] + 1
			} else {
				row[j] = max(next[j], row[j+1])
			}
		}
	}
}

// anyWay stands for a word kept in one of several ways, noWay for none found yet.
var anyWay, noWay = [2]int{-1, -1}, [2]int{-2, -2}

// onlyWays returns for each word kept, in order, where it stands in both lists,
// or anyWay.
func (d *differ) onlyWays(a, b []place) [][2]int {
	width, most := len(b)+1, d.left[0]
	d.ways = d.ways[:0]
	for range most {
		d.ways = append(d.ways, noWay)
	}
	d.before = slices.Grow(d.before[:0], width)[:width] // what can be kept of a[:i] and b[:j], by j
	clear(d.before)
	for i := range a {
		diagonal := int32(0)
		below := d.left[(i+1)*width:][:width]
		for j := range b {
			above := d.before[j+1]
			if a[i].plain == b[j].plain {
				if diagonal+1+below[j+1] == most {
					if way := &d.ways[diagonal]; *way == noWay {
						*way = [2]int{a[i].at, b[j].at}
					} else {
						*way = anyWay
					}
				}
				d.before[j+1] = diagonal + 1
			} else {
				d.before[j+1] = max(above, d.before[j])
			}
			diagonal = above
		}
	}
	return d.ways
}
