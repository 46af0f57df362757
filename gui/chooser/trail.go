package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A trail is the way to the folder that is shown, each folder on it a button.
// Where there is no room for all, the first ones give way to one that leads to
// the last of them.
type trail struct {
	object *fyne.Container
	more   *button
	steps  []*button
	marks  []*widget.Icon // one before each step
	goTo   func(path string)
	onKey  func(*fyne.KeyEvent) bool
	way    []place
}

// longestStep is how many letters of a folder's name are shown here.
const longestStep = 32

func newTrail(goTo func(path string), onKey func(*fyne.KeyEvent) bool) *trail {
	t := &trail{goTo: goTo, onKey: onKey, more: newFlatButton("…", nil, nil, onKey)}
	t.object = container.New(t)
	return t
}

// Show shows another way; the last step of it is the folder that is shown.
func (t *trail) Show(way []place) {
	t.way, t.steps, t.marks = way, nil, nil
	t.object.Objects = []fyne.CanvasObject{t.more}
	for _, p := range way {
		name := p.name
		if letters := []rune(name); len(letters) > longestStep {
			name = string(letters[:longestStep-1]) + "…"
		}
		b, mark := newFlatButton(shown(name), nil, func() { t.goTo(p.path) }, t.onKey), widget.NewIcon(theme.NavigateNextIcon())
		t.steps, t.marks = append(t.steps, b), append(t.marks, mark)
		t.object.Objects = append(t.object.Objects, mark, b)
	}
	t.object.Refresh()
}

// Layout puts as many of the last steps as there is room for behind each other.
func (t *trail) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const markWide = 14
	need, first := float32(0), len(t.steps)
	for first > 0 {
		own := t.steps[first-1].MinSize().Width + markWide
		room := size.Width
		if first > 1 {
			room -= t.more.MinSize().Width
		}
		if need+own > room && first < len(t.steps) {
			break
		}
		need += own
		first--
	}
	var x float32
	t.more.Hidden = first == 0
	if first > 0 {
		t.more.OnTapped = func() { t.goTo(t.way[first-1].path) }
		put(t.more, 0, 0, t.more.MinSize().Width, size.Height)
		x = t.more.Size().Width
	}
	for i, b := range t.steps {
		b.Hidden, t.marks[i].Hidden = i < first, i < first || i == 0
		if i < first {
			continue
		}
		if i > 0 {
			put(t.marks[i], x, (size.Height-markWide)/2, markWide, markWide)
			x += markWide
		}
		own := min(b.MinSize().Width, size.Width-x)
		put(b, x, 0, own, size.Height)
		x += own
	}
}

// MinSize is as high as a button.
func (t *trail) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, t.more.MinSize().Height)
}
