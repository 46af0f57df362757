package lookover

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// fit sets as much of s as fits into width, with an ellipsis if it is not all.
func fit(t *canvas.Text, s string, width float32) {
	t.Text = s
	if t.MinSize().Width <= width {
		return
	}
	n := sort.Search(len([]rune(s)), func(n int) bool {
		t.Text = short(s, n+1)
		return t.MinSize().Width > width
	})
	t.Text = short(s, n)
}

// short cuts s to n letters, the last of them an ellipsis.
func short(s string, n int) string {
	r := []rune(s)
	switch {
	case len(r) <= n:
		return s
	case n <= 0:
		return ""
	}
	return string(r[:n-1]) + "…"
}

// A caption is one line of words that never widens the window: it shows the
// first of its choices that fits, else as much of the last as does.
type caption struct {
	*canvas.Text
	object  *fyne.Container
	choices []string
	right   bool // stands at the right of its room
}

func newCaption(right bool) *caption {
	c := &caption{Text: canvas.NewText("", nil), right: right}
	c.object = container.New(c, c.Text)
	return c
}

// Say shows other words, the longest choice first.
func (c *caption) Say(choices ...string) {
	if slices.Equal(choices, c.choices) {
		return
	}
	c.choices = choices
	c.object.Refresh()
}

// Layout puts the words into the middle of the height.
func (c *caption) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c.Text.Text = ""
	for i, s := range c.choices {
		c.Text.Text = s
		if c.Text.MinSize().Width <= size.Width {
			break
		}
		if i == len(c.choices)-1 {
			fit(c.Text, s, size.Width)
		}
	}
	own := c.Text.MinSize()
	x := float32(0)
	if c.right {
		x = size.Width - own.Width
	}
	put(c.Text, x, (size.Height-own.Height)/2, own.Width, own.Height)
}

// MinSize is the height of the words; they take the width they get.
func (c *caption) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, c.Text.MinSize().Height)
}
