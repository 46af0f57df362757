package chooser

import (
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// A Command is something a reader can do here, for the window's menu.
type Command struct {
	Name     string
	Shortcut fyne.Shortcut
	Do       func()
}

// Commands lists what can be done by key besides walking the list.
func (c *Chooser) Commands() []Command {
	key := func(k fyne.KeyName, m fyne.KeyModifier) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: k, Modifier: m}
	}
	list := []Command{
		{lang.L("One folder up"), key(fyne.KeyUp, fyne.KeyModifierAlt), c.Up},
		{lang.L("Show everything"), key(fyne.KeyH, fyne.KeyModifierShortcutDefault), func() { c.every.SetChecked(!c.every.Checked) }},
		{lang.L("Put in order by name"), key(fyne.Key1, fyne.KeyModifierShortcutDefault), func() { c.sort(false) }},
		{lang.L("Put in order by date"), key(fyne.Key2, fyne.KeyModifierShortcutDefault), func() { c.sort(true) }},
		{lang.L("Done"), key(fyne.KeyReturn, fyne.KeyModifierShortcutDefault), c.Choose},
	}
	if c.list.many {
		list = append(list, Command{lang.L("Pick every file"), &fyne.ShortcutSelectAll{}, func() {
			c.list.all()
			c.rows.changed()
		}})
	}
	return list
}

func (c *Chooser) shortcut(s fyne.Shortcut) {
	for _, k := range c.Commands() {
		if k.Shortcut.ShortcutName() == s.ShortcutName() {
			k.Do()
		}
	}
}

// TypedKey does what a key does wherever the keys are, for a window whose
// focus is on nothing.
func (c *Chooser) TypedKey(k *fyne.KeyEvent) { c.key(k) }

// key runs the keys that hold all over the chooser; it reports whether k was one.
func (c *Chooser) key(k *fyne.KeyEvent) bool {
	looked := []rune(c.looked)
	switch {
	case k.Name == fyne.KeyEscape && len(looked) > 0:
		c.look("")
	case k.Name == fyne.KeyEscape:
		c.Hide()
	case k.Name == fyne.KeyBackspace && len(looked) > 0:
		c.look(string(looked[:len(looked)-1]))
	case k.Name == fyne.KeyBackspace:
		c.Up()
	case k.Name == fyne.KeyReturn, k.Name == fyne.KeyEnter:
		c.enter()
	default:
		return false
	}
	return true
}

// findPause is how long a reader rests before what she types is another name.
const findPause = 2 * time.Second

// find goes to the file whose name begins as what is typed.
func (c *Chooser) find(r rune) {
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
		return // spaces pick, and names are found without their dots and dashes
	}
	c.look(c.looked + string(r))
}

func (c *Chooser) look(words string) {
	c.looked, c.found = words, words != "" && c.list.find(words)
	c.rows.Reveal()
	c.moved()
	c.typed++
	turn := c.typed
	time.AfterFunc(findPause, func() {
		c.o.Post(func() {
			if c.typed == turn && !c.closed {
				c.looked = ""
				c.moved()
			}
		})
	})
}

// Tapped gives the keys back to the rows after a click on nothing.
func (c *Chooser) Tapped(*fyne.PointEvent) { c.canvas.Focus(c.rows) }
