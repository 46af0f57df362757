package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"parallax/assets"
	"parallax/data"
	"parallax/data/lens"
	"parallax/gui/keyed"
	"parallax/gui/reader"
	"parallax/gui/session"
)

// A wordsView is the view of tables of words: the list of tables at the left,
// the rows of one at the right. Every row leads to its places in the texts.
type wordsView struct {
	r       *room
	table   int  // index into lens.Kinds
	how     bool // what stands over the rows says how they are found
	shown   int  // rows shown at most; see more
	visited map[visit]int
	of      *session.WordTables // what was visited
	stood   *sheetStand         // where the table was left, until it is there again

	content *fyne.Container
	list    *tableList
	names   *container.Scroll // with the list
	sheet   *sheet
	missing *fyne.Container // lies over the sheet while there are not two reports
	rows    []*wordRow
	on      *shownTable // what the sheet shows
}

// A shownTable is the table whose rows the sheet shows, and the tables it is one of,
// until the sheet shows something else. Rows hold this and not the tables: Fyne
// keeps what left the screen for a minute and longer, and would keep all that was
// read off two long reports with it.
type shownTable struct {
	tables *session.WordTables
	*lens.Table
}

// row returns the i-th row; ok is false once the sheet shows something else.
func (t *shownTable) row(i int) (w *session.WordTables, r *lens.Row, ok bool) {
	if t.tables == nil {
		return nil, nil, false
	}
	return t.tables, &t.Rows[i], true
}

// A visit is a wording the reader clicked, to know which of its places is next.
type visit struct {
	kind               lens.Kind
	row, cell, wording int
}

// A page of rows is shown at once; a button under them brings more.
const rowsAtOnce = 60

func newWordsView(r *room) *wordsView {
	return &wordsView{r: r, shown: rowsAtOnce, visited: map[visit]int{}}
}

func (v *wordsView) Name() string { return lang.L("Words") }

func (v *wordsView) Content() fyne.CanvasObject {
	if v.content == nil {
		var names []string
		for _, k := range lens.Kinds {
			names = append(names, textOf(k).name)
		}
		v.list = newTableList(names, v.choose)
		v.list.OnKey = v.r.command
		v.list.Select(v.table)
		v.sheet = newSheet()
		v.names = container.NewVScroll(v.list)
		v.names.SetMinSize(fyne.NewSize(v.list.MinSize().Width, 10))
		v.missing = v.r.newWelcome(lang.L("Add the second report to compare."), v.r.freeSide)
		v.missing.Hide()
		v.content = container.NewStack(newFill(fyne.Size{}, paper), container.NewBorder(nil, nil,
			container.NewBorder(nil, nil, nil, newFill(fyne.NewSize(1, 0), rule), onDesk(v.names, 6)), nil,
			container.NewStack(padded(v.sheet, 16), v.missing)))
	}
	return v.content
}

func (v *wordsView) choose(table int) {
	v.table, v.shown, v.stood = table, rowsAtOnce, nil
	v.fill(false)
}

func (v *wordsView) Update(c session.Change) {
	if c&(session.ComparisonChanged|session.WordsChanged|session.EventChanged|session.ChecksChanged) == 0 {
		return
	}
	v.r.session.LookWords()
	if w, fresh := v.r.session.Words(); fresh && w != v.of {
		v.of, v.visited = w, map[visit]int{}
	}
	v.fill(true)
}

// fill shows the chosen table; keep says to stay at the place it stands at.
func (v *wordsView) fill(keep bool) {
	w, _ := v.r.session.Words()
	turn(v.missing, !v.r.session.HasTwo(), v.content.Refresh)
	v.rows = nil
	if v.on != nil {
		*v.on = shownTable{}
	}
	var items []sheetItem
	if w == nil {
		v.list.SetCounts(nil)
		items = []sheetItem{newSheetText(phrase{text: lang.L("Reading the words of the reports…"), size: headText, muted: true}, 40, 0)}
	} else {
		counts := make([]int, len(w.Tables))
		for i, t := range w.Tables {
			counts[i] = len(t.Rows)
		}
		v.list.SetCounts(counts)
		items = v.items(w)
	}
	for _, o := range items {
		if t, ok := o.(sizable); ok {
			t.SizeBy(v.times())
		}
	}
	if keep {
		v.sheet.KeepItems(items)
	} else {
		v.sheet.SetItems(items)
	}
	v.showChosen()
	if w != nil && v.stood != nil {
		v.sheet.StandAt(*v.stood)
		v.stood = nil
	}
}

// showChosen brings the name of the open table into view.
func (v *wordsView) showChosen() {
	at, view := v.names.Offset.Y, v.names.Size().Height
	y := float32(v.table) * listStep
	if to := max(min(at, y), y+listStep-view); view > 0 && to != at {
		v.names.ScrollToOffset(fyne.NewPos(0, to))
	}
}

// times is how much larger than usual the words of the tables are: as the texts,
// but never smaller, for they are small enough already.
func (v *wordsView) times() float32 { return max(1, v.r.textType().Size/reader.DefaultTextSize) }

// sizable are parts of the sheet with words in the size the reader reads in: so
// many times the usual.
type sizable interface{ SizeBy(times float32) }

// items are what the sheet shows of the chosen table.
func (v *wordsView) items(w *session.WordTables) []sheetItem {
	k := lens.Kinds[v.table]
	t, text := w.Table(k), textOf(k)
	v.on = &shownTable{w, t}
	items := []sheetItem{
		newSheetText(phrase{text: text.name, size: 17, bold: true}, 0, 0),
		newSheetText(phrase{text: text.shows, size: headText}, 2, 0),
		newSheetText(phrase{text: text.question, size: headText, muted: true}, 2, 4),
		v.tools(text),
	}
	if v.how {
		items = append(items, newSheetText(phrase{text: text.how, size: 12, muted: true}, 2, 6))
	}
	for i, unread := range t.Unread {
		if unread {
			items = append(items, newSheetText(phrase{size: 12, text: lang.L("This table needs word lists, and there are none for the language of {{.Letter}} yet. Quotations, numbers, order, changed words and spellings need none.",
				map[string]any{"Letter": letterOf(i)})}, 6, 2))
		}
	}
	if len(t.Rows) == 0 {
		return append(items, newSheetText(phrase{text: lang.L("Nothing of this kind was found."), size: headText, muted: true}, 24, 0))
	}
	heads := slices.ContainsFunc(t.Rows, func(r lens.Row) bool { return r.Head != "" })
	names := reportNames(w.Reports, !v.r.namesHidden)
	if k == lens.Order {
		s, on := newSlope(t.Rows, len(w.Reports)), v.on
		s.OnGo = func(report int, paragraph data.Span) {
			if on.tables != nil {
				v.goTo(on.tables, map[int]data.Span{report: paragraph})
			}
		}
		items = append(items, newTableHead(names, s.columns), s)
	}
	var grid *wordGrid // once the rows are made
	items = append(items, newTableHead(names, func(width float32) []strip {
		if grid.stacked(width) {
			return nil
		}
		return grid.cells(grid.columns(width))
	}))
	left := v.shown
	for _, f := range findings {
		if left == 0 {
			break
		}
		var rows []int
		for i := range t.Rows {
			if t.Rows[i].Finding == f && !(k == lens.Order && f == lens.OnlyOne) {
				rows = append(rows, i)
			}
		}
		if len(rows) == 0 {
			continue
		}
		items = append(items, newSheetText(phrase{text: sectionText(k, f, len(w.Reports)), size: 12, bold: true, muted: true}, 12, 2))
		for _, i := range rows[:min(left, len(rows))] {
			row := v.row(w, t, i, heads)
			v.rows = append(v.rows, row)
			items = append(items, row)
		}
		left -= min(left, len(rows))
	}
	grid = newWordGrid(names, heads, v.times(), v.rows)
	if rest := len(t.Rows) - len(v.rows); rest > 0 && left == 0 {
		items = append(items, newSheetObject(container.NewHBox(keyed.NewButton(count(rest, "Show {{.N}} more rows"), func() {
			v.shown += 4 * rowsAtOnce
			v.fill(true)
		}))))
	}
	return append(items, newSheetText(phrase{size: 11, muted: true,
		text: lang.L("Every row leads to its places. These tables point at wording. They do not say which report is better.")}, 16, 24))
}

// tools are the buttons over the rows.
func (v *wordsView) tools(text tableText) sheetItem {
	on := v.on
	how := keyed.NewButton(lang.L("How does the program find these? When can it slip?"), func() {
		v.how = !v.how
		v.fill(true)
	})
	how.Importance = widget.LowImportance
	copied := keyed.NewButton(lang.L("Copy the table"), func() {
		if on.tables != nil {
			v.r.OnCopy(tableAsText(on.tables, on.Table, text))
		}
	})
	copied.Importance = widget.LowImportance
	row := container.New(&flow{gap: 4}, how, copied)
	if codes := lens.Codes[on.Kind]; len(codes) > 0 {
		row.Add(newTick(lang.L("Point these out in the texts"), v.r.pointsTo(codes), v.r.command, func(on bool) {
			v.r.pointTo(codes, on)
			if on {
				k, _ := assets.KindByCode(codes[0])
				v.r.point(k.Family)
				if v.r.spread.Plain() {
					v.r.advisePlain()
				}
			}
		}))
	}
	return newSheetObject(row)
}

// tableAsText is a table for a spreadsheet: a line a row, cells parted by tabs.
func tableAsText(w *session.WordTables, t *lens.Table, text tableText) string {
	var b strings.Builder
	line := func(cells ...string) {
		for i, c := range cells {
			cells[i] = strings.Join(strings.Fields(c), " ")
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	head := []string{text.name, ""}
	for i, r := range w.Reports {
		head = append(head, letterOf(i)+" "+r.Outlet)
	}
	line(head...)
	for i := range t.Rows {
		r := &t.Rows[i]
		cells := []string{r.Head, sectionText(t.Kind, r.Finding, len(w.Reports))}
		for k := range r.Cells {
			var parts []string
			for _, wording := range r.Cells[k].Wordings {
				part := wording.Said()
				if n := len(wording.Places); n > 1 {
					part += " " + count(n, "({{.N}} times)")
				}
				if note := classNote(wording.Class); note != "" {
					part += " (" + note + ")"
				}
				parts = append(parts, part)
			}
			cells = append(cells, strings.Join(parts, "; "))
		}
		if r.Read {
			cells = append(cells, lang.L("your answer"))
		}
		line(cells...)
	}
	return b.String()
}

// row makes the i-th row of a table.
func (v *wordsView) row(w *session.WordTables, t *lens.Table, i int, heads bool) *wordRow {
	r := &t.Rows[i]
	row := newWordRow(t.Kind, r, heads)
	if v.r.mayComeFromTranslation(w, t.Kind, r) {
		row.remark.text = joined(row.remark.text, lang.L("may come from the translation"))
	}
	at := len(v.rows)
	on := v.on
	row.OnGo = func() {
		w, r, ok := on.row(i)
		if !ok {
			return
		}
		chosen := map[int]data.Span{}
		for cell := range r.Cells {
			if first := r.Cells[cell].First(); !first.Empty() {
				chosen[cell] = first
			}
		}
		v.goTo(w, chosen)
	}
	row.OnGoTo = func(cell, wording int) {
		w, r, ok := on.row(i)
		if !ok {
			return
		}
		places := r.Cells[cell].Wordings[wording].Places
		k := visit{on.Kind, i, cell, wording}
		n := v.visited[k]
		v.visited[k] = n + 1
		v.goToBoth(w, r, cell, places[n%len(places)])
	}
	row.OnMenu = func(at fyne.Position) {
		if w, r, ok := on.row(i); ok {
			v.r.OnPopUp(at, v.menu(w, on.Table, r)...)
		}
	}
	row.OnKey = v.r.command
	row.OnStep = func(by int) {
		if to := at + by; to >= 0 && to < len(v.rows) {
			v.sheet.Reveal(v.rows[to])
			if by != 0 {
				v.r.canvas.Focus(v.rows[to])
			}
		}
	}
	return row
}

// goTo shows places in the texts, by report.
func (v *wordsView) goTo(w *session.WordTables, places map[int]data.Span) {
	v.r.goToWords(v.lay(w, places))
}

// goToBoth shows a place of one report and, level with it, where the row stands in
// the other.
func (v *wordsView) goToBoth(w *session.WordTables, r *lens.Row, report int, place data.Span) {
	s := v.r.session
	spans := v.lay(w, map[int]data.Span{report: place})
	side := data.Left
	if spans[side].Empty() {
		side = data.Right
	}
	if across := s.Side(side.Other()); across != nil {
		other := slices.IndexFunc(w.Reports, func(x data.Report) bool { return x.ID == across.ID })
		spans[side.Other()] = v.across(side, place, &r.Cells[other])
	}
	v.r.goToWords(spans)
	v.r.turnTo(side)
	v.r.canvas.Focus(v.r.panes[side])
}

// across returns the place of a cell in the passage tied to the one that place
// stands in, else the cell's first.
func (v *wordsView) across(side data.Side, place data.Span, c *lens.Cell) data.Span {
	s := v.r.session
	if k := s.PairAt(side, place.Start); k >= 0 {
		for _, passage := range s.AllPairs()[k].Spans(side.Other()) {
			for _, wording := range c.Wordings {
				for _, there := range wording.Places {
					if passage.Overlap(there) > 0 {
						return there
					}
				}
			}
		}
	}
	return c.First()
}

// lay returns places by the side their reports lie on. Where none lies there, the
// first is laid at the right.
func (v *wordsView) lay(w *session.WordTables, places map[int]data.Span) [2]data.Span {
	s := v.r.session
	var spans [2]data.Span
	found := false
	for side := range spans {
		for i, span := range places {
			if r := s.Side(data.Side(side)); r != nil && r.ID == w.Reports[i].ID {
				spans[side], found = span, true
			}
		}
	}
	if !found {
		for i := range w.Reports {
			if span, ok := places[i]; ok {
				s.Lay(data.Right, w.Reports[i].ID)
				spans[data.Right] = span
				break
			}
		}
	}
	return spans
}

// goToWords shows words in the texts, selected, so that a note can be made on them.
func (r *room) goToWords(spans [2]data.Span) {
	r.toTexts()
	r.session.SelectPair(-1)
	for side, span := range spans {
		r.panes[side].SetSelection(span)
		r.session.Select(data.Side(side), span)
		if !span.Empty() {
			r.turnTo(data.Side(side))
		}
	}
	for side, span := range spans {
		if !span.Empty() {
			r.panes[side].Reveal(span)
		}
	}
	r.canvas.Focus(r.panes[r.front])
}
