package lookover

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parallax/data"
	"parallax/gui/keyed"
	"parallax/gui/palette"
	"parallax/gui/session"
)

// formFields are the facts of the form, in order; few reports say when they were
// updated, so that field is there once one does. The rest of what is known about
// a report follows from the roles of its lines.
var formFields = []data.Field{
	data.FieldEvent, data.FieldOutlet, data.FieldHeadline, data.FieldPublished, data.FieldUpdated,
	data.FieldCredit, data.FieldByline, data.FieldURL, data.FieldLanguage, data.FieldTranslated,
}

// lineFields are the facts a line of the page can be used for.
var lineFields = []data.Field{
	data.FieldHeadline, data.FieldStandfirst, data.FieldOutlet, data.FieldPublished, data.FieldUpdated,
	data.FieldByline, data.FieldCredit, data.FieldURL, data.FieldEvent,
}

// A form shows what is known about the report and takes what the reader knows
// better.
type form struct {
	OnChanged func()           // a fact changed
	OnUse     func(data.Field) // the current line is to be used
	OnLeave   func()           // Escape: the page is to have the keys

	model    *session.LookOver
	events   []data.Event
	eventID  data.ID
	given    data.Fact // the event the page says it is of, as it was given
	fields   []*fieldView
	rows     *fyne.Container // the fields below each other
	agreeAll *keyed.Button
	heading  *canvas.Text
	foot     *widget.Label
	filling  bool
	object   fyne.CanvasObject
}

// A fieldView is one fact of the form.
type fieldView struct {
	field data.Field
	name  *canvas.Text
	use   *link
	entry *field            // nil where a language is chosen
	input fyne.CanvasObject // the entry, or what the pick is part of
	pick  *pick
	names tongues // to pick from
	value string  // that is picked
	from  *caption
	agree *tick

	border *canvas.Rectangle // of the pick, which has none of its own
	row    *fyne.Container   // all of the above
}

func newForm(m *session.LookOver, o Options) *form {
	f := &form{model: m, events: o.Events, eventID: o.EventID, given: m.Fact(data.FieldEvent)}
	f.heading = canvas.NewText(lang.L("About this report"), nil)
	f.heading.TextStyle.Bold = true
	f.agreeAll = keyed.NewButton(lang.L("Agree with all"), func() {
		f.model.ConfirmAll()
		f.changed()
	})
	f.agreeAll.Importance = widget.LowImportance
	f.foot = widget.NewLabel(lang.L("The page as you gave it is stored beside the clean text. Pictures in it are stored too, but not shown. You can come back and change what was kept."))
	f.foot.Wrapping = fyne.TextWrapWord
	f.foot.Importance = widget.LowImportance
	f.foot.SizeName = theme.SizeNameCaptionText

	f.rows = container.New(&stack{gap: 12})
	f.rows.Add(container.NewBorder(nil, nil, container.New(&centered{}, f.heading), f.agreeAll))
	for _, field := range formFields {
		v := f.newField(field, o)
		f.fields = append(f.fields, v)
		v.row = v.object()
		v.row.Hidden = field == data.FieldUpdated
		f.rows.Add(v.row)
	}
	f.rows.Add(f.foot)
	f.object = container.NewVScroll(container.New(&inset{left: 18, right: 18, top: 10, bottom: 8}, f.rows))
	f.Fill()
	return f
}

func (f *form) newField(field data.Field, o Options) *fieldView {
	v := &fieldView{
		field: field, name: canvas.NewText(fieldName(field), nil),
		use:  newLink("", func() { f.OnUse(field) }),
		from: newCaption(false), border: canvas.NewRectangle(nil),
		agree: newTick(func() {
			f.model.ConfirmFact(field)
			f.changed()
		}, f.leave),
	}
	switch field {
	case data.FieldEvent:
		v.entry = newField(eventTitles(o.Events), f.leave)
	case data.FieldOutlet:
		v.entry = newField(o.Outlets, f.leave)
	case data.FieldLanguage, data.FieldTranslated:
		v.names = tongues{translated: field == data.FieldTranslated}
		v.pick = newPick(func(name string) { f.write(field, v.names.code(name)) }, f.leave)
		v.pick.PlaceHolder = lang.L("Not known")
		v.input = container.NewStack(v.pick, v.border)
	default:
		v.entry = newField(nil, f.leave)
	}
	if v.entry != nil {
		v.input = v.entry.object
		v.entry.OnChanged = func(s string) { f.write(field, strings.TrimSpace(s)) }
	}
	switch field {
	case data.FieldEvent:
		v.entry.SetPlaceHolder(lang.L("Choose one, or write"))
	case data.FieldPublished, data.FieldUpdated:
		v.entry.SetPlaceHolder(lang.L("like 2026-05-12 or 2026-05-12 18:40"))
	}
	return v
}

func eventTitles(events []data.Event) []string {
	titles := make([]string, len(events))
	for i, e := range events {
		titles[i] = e.Title
	}
	return titles
}

func (f *form) write(field data.Field, value string) {
	if f.filling {
		return
	}
	f.model.SetFact(field, value)
	f.changed()
}

func (f *form) leave() {
	if f.OnLeave != nil {
		f.OnLeave()
	}
}

func (f *form) changed() {
	if f.OnChanged != nil {
		f.OnChanged()
	}
}

// Event returns the chosen event: the ID of one in the library, or the title
// of a new one.
func (f *form) Event() (id data.ID, title string) {
	title = strings.TrimSpace(f.value(data.FieldEvent))
	if title == "" {
		return "", plain(f.model.Fact(data.FieldHeadline).Value)
	}
	for _, e := range f.events {
		if e.Title == title && e.ID == f.eventID {
			return e.ID, ""
		}
	}
	for _, e := range f.events {
		if e.Title == title {
			return e.ID, ""
		}
	}
	return "", title
}

// value is what a field shows. The event is the one the library is open at
// until the reader says another; what a stored page was once kept under may
// have been renamed since.
func (f *form) value(field data.Field) string {
	fact := f.model.Fact(field)
	if field == data.FieldEvent && fact == f.given {
		for _, e := range f.events {
			if e.ID == f.eventID {
				return e.Title
			}
		}
	}
	return fact.Value
}

// dress takes colours and letters from the theme.
func (f *form) dress() {
	c := palette.Current()
	f.heading.Color, f.heading.TextSize = c.Text, theme.TextSize()+1
	for _, v := range f.fields {
		v.name.Color, v.name.TextSize = c.Text, theme.CaptionTextSize()
		v.from.Color, v.from.TextSize = c.Muted, theme.CaptionTextSize()
		v.border.StrokeColor, v.border.StrokeWidth, v.border.CornerRadius = c.Edge, theme.InputBorderSize(), theme.InputRadiusSize()
	}
}

// Fill shows the facts as they are now. Only what is other than before is
// painted anew.
func (f *form) Fill() {
	f.filling = true
	defer func() { f.filling = false }()
	open := false
	for _, v := range f.fields {
		fact, value := f.model.Fact(v.field), f.value(v.field)
		if v.entry != nil && strings.TrimSpace(v.entry.Text) != value {
			v.entry.SetText(value)
			v.entry.Show()
		}
		if v.pick != nil && (v.pick.Options == nil || v.value != value) {
			v.value = value
			v.pick.Options = v.names.all(value)
			v.pick.SetSelected(v.names.name(value))
		}
		if v.field == data.FieldUpdated && value != "" && !v.row.Visible() {
			v.row.Show() // for good: it must not go from under her hands
			f.rows.Refresh()
		}
		if words := f.useWords(v.field); words != v.use.text {
			v.use.SetText(words)
			v.row.Refresh() // it is wider or narrower
		}
		v.from.Say(f.origin(v.field))
		v.agree.SetChecked(fact.Confirmed)
		agreeable := fact.Value != "" && v.field != data.FieldEvent // the event is the reader's own word
		if v.agree.Visible() != agreeable {
			v.agree.Hidden = !agreeable
			v.row.Refresh()
		}
		open = open || agreeable && !fact.Confirmed
	}
	if open {
		f.agreeAll.Enable()
	} else {
		f.agreeAll.Disable()
	}
}

// useWords are the words of the link that takes the current line for a field.
func (f *form) useWords(field data.Field) string {
	c := f.model.Cursor()
	if c < 0 || field == data.FieldLanguage || field == data.FieldTranslated || field == data.FieldEvent {
		return ""
	}
	return lang.L("use line {{.Line}}", map[string]any{"Line": f.model.Line(c)})
}

// origin says where a fact was read.
func (f *form) origin(field data.Field) string {
	fact := f.model.Fact(field)
	if field == data.FieldEvent {
		switch id, title := f.Event(); {
		case id != "":
			return lang.L("in your library")
		case f.value(field) == "" && title != "":
			return lang.L("empty: the headline becomes its name")
		case title != "":
			return lang.L("a new event")
		}
		return ""
	}
	switch {
	case field == data.FieldPublished:
		return f.dateOrigin(fact)
	case fact.Value == "":
		return ""
	case field == data.FieldUpdated && !session.IsReportDate(fact.Value):
		return lang.L("kept as written; a date looks like 2026-05-12")
	}
	return f.whence(fact)
}

// dateOrigin says where the date was read, and in which words.
func (f *form) dateOrigin(fact data.Fact) string {
	written := f.model.Fact(data.FieldAsWritten)
	switch {
	case !session.IsReportDate(fact.Value):
		return lang.L("kept as written; a date looks like 2026-05-12")
	case written.Value != "" && written.Value != fact.Value && fact.From != data.FromFile:
		return lang.L("“{{.Written}}”, {{.From}}", map[string]any{"Written": short(written.Value, 24), "From": f.whence(written)})
	case fact.Value == "":
		return ""
	}
	return f.whence(fact)
}

func (f *form) whence(fact data.Fact) string {
	if fact.From == data.FromReader {
		return lang.L("from you")
	}
	return lang.L("from {{.Where}}", map[string]any{"Where": place(f.model, fact)})
}

// place says where a fact was read, in the language of the screen.
func place(m *session.LookOver, fact data.Fact) string {
	if fact.Block >= 0 && fact.Block < m.Len() {
		return lang.L("line {{.Line}}", map[string]any{"Line": m.Line(fact.Block)})
	}
	return told(fact.From)
}

func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// object lays the field out: name, origin and link above the field itself,
// the tick beside it.
func (v *fieldView) object() *fyne.Container {
	head := container.New(&headLine{gap: 8}, v.name, v.from.object, v.use)
	return container.New(&stack{gap: 3}, head, container.New(&beside{gap: 6}, v.input, v.agree))
}
