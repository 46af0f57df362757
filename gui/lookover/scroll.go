package lookover

// A scroller knows which of many rows are in sight. Heights start as guesses
// and are set as rows are measured; the first row in sight holds its place
// when others change, so that the page never jumps.
type scroller struct {
	heights []float32
	view    float32 // height of the opening

	top  int     // the first row in sight
	into float32 // how much of it is above the opening
}

// total is the height of all rows.
func (s *scroller) total() float32 { return s.sum(0, len(s.heights)) }

// offset is the height of what is above the opening.
func (s *scroller) offset() float32 { return s.sum(0, s.top) + s.into }

func (s *scroller) sum(from, to int) float32 {
	var sum float32
	for _, h := range s.heights[from:to] {
		sum += h
	}
	return sum
}

// by scrolls down by dy, up if it is negative, as far as there are rows.
func (s *scroller) by(dy float32) {
	s.into += dy
	s.settle()
}

// to scrolls to where offset is y.
func (s *scroller) to(y float32) {
	s.top, s.into = 0, max(0, y)
	s.settle()
}

// settle brings top and into back to where they mean a row in sight and no
// room is left below the last.
func (s *scroller) settle() {
	if len(s.heights) == 0 {
		s.top, s.into = 0, 0
		return
	}
	s.top = max(0, min(s.top, len(s.heights)-1))
	for s.into < 0 && s.top > 0 {
		s.top--
		s.into += s.heights[s.top]
	}
	s.into = max(0, s.into)
	for s.top < len(s.heights)-1 && s.into >= s.heights[s.top] {
		s.into -= s.heights[s.top]
		s.top++
	}
	// Walk up from the end until the opening is full: the lowest allowed place.
	room, low := s.view, len(s.heights)
	for low > 0 && room > 0 {
		low--
		room -= s.heights[low]
	}
	into := max(0, -room)
	if s.top > low || s.top == low && s.into > into {
		s.top, s.into = low, into
	}
}

// show scrolls as little as brings row i into sight, and its top if it is
// taller than the opening.
func (s *scroller) show(i int) {
	if i < 0 || i >= len(s.heights) {
		return
	}
	if i <= s.top {
		s.top, s.into = i, 0
		s.settle()
		return
	}
	below := s.sum(s.top, i+1) - s.into - s.view
	if below <= 0 {
		return
	}
	s.by(min(below, s.sum(s.top, i)-s.into))
}

// at returns the row at height y of the opening, -1 below the last.
func (s *scroller) at(y float32) int {
	y += s.into
	for i := s.top; i < len(s.heights); i++ {
		if y < s.heights[i] {
			return i
		}
		y -= s.heights[i]
	}
	return -1
}
