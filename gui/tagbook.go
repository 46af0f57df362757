package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"parallax/assets"
	"parallax/data"
)

// A tag is what a note can be tagged with: a kind of difference, one of the
// extra tags, or one a reader made.
type tag struct {
	code, label, question string
	style                 int // colour and line pattern; -1: none
	own                   bool
}

// A tagBook knows all tags of a library.
type tagBook struct {
	kinds []tag // in the language of the screen, put together once: every card asks for them
	first []tag // of these, the ones of a first lesson and the extra tags
	own   []data.OwnTag
}

func newTagBook() *tagBook {
	b := &tagBook{}
	for _, k := range assets.Tags() {
		t := tagOf(k)
		b.kinds = append(b.kinds, t)
		if k.Level <= 1 {
			b.first = append(b.first, t)
		}
	}
	return b
}

// offered lists the tags that a note shows to be chosen, in their order: the
// kinds of a first lesson, the extra tags, and the reader's own.
func (b *tagBook) offered() []tag { return slices.Concat(b.first, b.ownTags()) }

// all lists every tag, in that order.
func (b *tagBook) all() []tag { return slices.Concat(b.kinds, b.ownTags()) }

func (b *tagBook) ownTags() []tag {
	list := make([]tag, len(b.own))
	for i, t := range b.own {
		list[i] = tag{code: t.Code, label: t.Label, style: t.Style, own: true}
	}
	return list
}

func tagOf(k assets.Kind) tag {
	t := tag{code: k.Code, label: lang.L(k.Label), style: -1}
	if k.Question != "" {
		t.question = lang.L(k.Question)
	}
	t.style = slices.IndexFunc(assets.Families(), func(f assets.Family) bool { return f.ID == k.Family })
	return t
}

// tag returns the tag with a code; one that is not in the book has its code for
// a name.
func (b *tagBook) tag(code string) tag {
	for _, t := range b.all() {
		if t.code == code {
			return t
		}
	}
	return tag{code: code, label: code, style: -1}
}

// typed returns the tag that typed letters mean: its code or its name, or the
// beginning of one name alone; the code is empty where they mean none.
func (b *tagBook) typed(text string) tag {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if text == "" {
		return tag{}
	}
	var begun []tag
	for _, t := range b.all() {
		label := strings.ToLower(t.label)
		if strings.ToLower(t.code) == text || label == text {
			return t
		}
		if strings.HasPrefix(label, text) {
			begun = append(begun, t)
		}
	}
	if len(begun) == 1 && len(text) > 2 {
		return begun[0]
	}
	return tag{}
}

// codes lists every code in use.
func (b *tagBook) codes() []string {
	var list []string
	for _, t := range b.all() {
		list = append(list, t.code)
	}
	return list
}
