package session

import (
	"context"
	"slices"

	"parallax/data"
	"parallax/data/compare"
	"parallax/data/lens"
	"parallax/gui/task"
)

// WordTables are what the lens reads off the reports on screen and the event's
// others, and the reader's readings it follows.
type WordTables struct {
	Reports  []data.Report // in the order of the cells: left, right, the others
	Tables   []lens.Table
	Readings []data.Reading
	pair     []lens.Table // of the two reports on screen alone, for the pointers
}

// Table returns the table of a kind.
func (w *WordTables) Table(k lens.Kind) *lens.Table {
	for i := range w.Tables {
		if w.Tables[i].Kind == k {
			return &w.Tables[i]
		}
	}
	return &lens.Table{Kind: k}
}

// mostReports is how many of an event's reports the tables have a cell for. Each
// more takes a comparison with both reports on screen, and room.
const mostReports = 5

// words are the tables, and whether they still hold.
type words struct {
	tables *WordTables // nil: never read
	stale  bool        // what they were made of has changed since
	then   func()      // to be done once they are there; nil: nothing
}

// Words returns the tables, or nil while there are none; fresh is false where
// they are being read anew and these are the ones before.
func (s *Session) Words() (w *WordTables, fresh bool) {
	return s.words.tables, s.words.tables != nil && !s.words.stale
}

// LookWords reads the tables, unless that is done or under way, and tells
// WordsChanged when they are there.
func (s *Session) LookWords() {
	if !s.Compared() || s.words.tables != nil && !s.words.stale || s.wording.Busy() {
		return
	}
	s.words.stale = false
	reports := []data.Report{*s.sides[data.Left], *s.sides[data.Right]}
	for _, r := range s.reports {
		if !s.OnScreen(r.ID) && len(reports) < mostReports {
			reports = append(reports, r)
		}
	}
	comparison, event := s.comparison, s.event.ID
	task.Start(s.wording, func(ctx context.Context, _ func(float64)) (*WordTables, error) {
		w := &WordTables{Reports: reports}
		var err error
		w.Readings, err = fetch(ctx, s.queue, func(ctx context.Context) ([]data.Reading, error) {
			return s.library.Readings(ctx, event)
		})
		if err != nil {
			return nil, err
		}
		comparisons := []data.Comparison{comparison}
		for side := range 2 {
			for other := 2; other < len(reports); other++ {
				left, right := &reports[side], &reports[other]
				rulings, err := fetch(ctx, s.queue, func(ctx context.Context) ([]data.Link, error) {
					return s.library.Links(ctx, left.ID, right.ID)
				})
				if err != nil {
					return nil, err
				}
				c, err := compare.Align(ctx, left, right, rulings, nil)
				if err != nil {
					return nil, err
				}
				comparisons = append(comparisons, c)
			}
		}
		all := make([]*data.Report, len(reports))
		for i := range reports {
			all[i] = &reports[i]
		}
		if w.Tables, err = lens.Read(ctx, all, comparisons, w.Readings); err != nil {
			return nil, err
		}
		w.pair = w.Tables
		if len(all) > 2 {
			w.pair, err = lens.Read(ctx, all[:2], comparisons[:1], w.Readings)
		}
		return w, err
	}, nil, func(w *WordTables, err error) {
		if err != nil {
			s.words.stale = true
			s.problem(err)
			return
		}
		s.words.tables = w
		if then := s.words.then; then != nil {
			s.words.then = nil
			then()
		}
		s.changed(WordsChanged)
	})
}

// forgetWords drops the tables: other reports are on screen.
func (s *Session) forgetWords() {
	s.wording.Cancel()
	s.words = words{}
}

// outdateWords has the tables read anew when next asked for; those there stay
// until then.
func (s *Session) outdateWords() {
	s.wording.Cancel()
	s.words.stale = true
	s.changed(WordsChanged)
}

// Passages returns the places of a row's cell as passages of its report.
func (w *WordTables) Passages(row *lens.Row, cell int) []data.Passage {
	var list []data.Passage
	for _, wording := range row.Cells[cell].Wordings {
		for _, p := range wording.Places {
			list = append(list, data.Passage{ReportID: w.Reports[cell].ID, Span: p})
		}
	}
	return list
}

// all are the passages of a row.
func (w *WordTables) all(row *lens.Row) []data.Passage {
	var list []data.Passage
	for i := range row.Cells {
		list = append(list, w.Passages(row, i)...)
	}
	return list
}

// SaySpeaker says who speaks at every place of a row of verbs or sources; an
// empty name: nobody does.
func (s *Session) SaySpeaker(row *lens.Row, name string) {
	w := s.words.tables
	if w == nil {
		return
	}
	places := w.all(row)
	var made []data.Reading
	for _, p := range places {
		made = append(made, data.Reading{ID: data.NewID(), Kind: data.SpeakerReading, Passages: []data.Passage{p}, Value: name})
	}
	s.changeReadings("say who speaks", s.readingsOn(data.SpeakerReading, places), made)
}

// SayClass says what sort of speaking verb the verb at a passage is.
func (s *Session) SayClass(at data.Passage, class string) {
	if s.words.tables == nil {
		return
	}
	s.changeReadings("sort a speaking verb", s.readingsOn(data.ClassReading, []data.Passage{at}),
		[]data.Reading{{ID: data.NewID(), Kind: data.ClassReading, Passages: []data.Passage{at}, Value: class}})
}

// SaySame says whether two passages of different reports name or count the same.
func (s *Session) SaySame(a, b data.Passage, verdict data.Verdict) {
	if s.words.tables == nil {
		return
	}
	pair := []data.Passage{a, b}
	var gone []data.Reading
	for _, r := range s.words.tables.Readings {
		if r.Kind == data.SameReading && overlapsAny(r.Passages[0], pair) && overlapsAny(r.Passages[1], pair) {
			gone = append(gone, r)
		}
	}
	s.changeReadings("say what is the same", gone,
		[]data.Reading{{ID: data.NewID(), Kind: data.SameReading, Passages: pair, Value: string(verdict)}})
}

// SaySelectedSame says that the words selected in the two reports on screen name
// the same. It reports false where not both have some selected.
func (s *Session) SaySelectedSame() bool {
	if !s.Compared() || s.ReadOnly() || s.selection[data.Left].Empty() || s.selection[data.Right].Empty() {
		return false
	}
	var pair [2]data.Passage
	for side := range pair {
		pair[side] = data.Passage{ReportID: s.sides[side].ID, Span: s.selection[side]}
	}
	say := func() { s.SaySame(pair[data.Left], pair[data.Right], data.TellsSame) }
	if s.words.tables != nil {
		say()
	} else {
		s.words.then = say // what was answered before is read with the tables
		s.LookWords()
	}
	return true
}

// CanUnsay reports whether the reader has readings on a row, to be taken back.
func (s *Session) CanUnsay(row *lens.Row) bool { return len(s.readingsOnRow(row)) > 0 }

// Unsay takes the reader's readings on a row back and leaves it to the program
// again.
func (s *Session) Unsay(row *lens.Row) {
	if gone := s.readingsOnRow(row); len(gone) > 0 {
		s.changeReadings("take a reading back", gone, nil)
	}
}

func (s *Session) readingsOnRow(row *lens.Row) []data.Reading {
	w := s.words.tables
	if w == nil {
		return nil
	}
	places := w.all(row)
	var list []data.Reading
	for _, r := range w.Readings {
		on := !slices.ContainsFunc(r.Passages, func(p data.Passage) bool { return !overlapsAny(p, places) })
		if r.Kind != data.AsideReading && on {
			list = append(list, r)
		}
	}
	return list
}

// readingsOn are the readings of a kind on a single passage among places.
func (s *Session) readingsOn(kind data.ReadingKind, places []data.Passage) []data.Reading {
	var list []data.Reading
	for _, r := range s.words.tables.Readings {
		if r.Kind == kind && len(r.Passages) == 1 && overlapsAny(r.Passages[0], places) {
			list = append(list, r)
		}
	}
	return list
}

func overlapsAny(p data.Passage, places []data.Passage) bool {
	return slices.ContainsFunc(places, func(q data.Passage) bool { return q.ReportID == p.ReportID && q.Overlap(p.Span) > 0 })
}

// changeReadings takes readings out of the library and puts others in, as one
// step, and reads the tables anew.
func (s *Session) changeReadings(name string, gone, made []data.Reading) {
	replace(s, name, gone, made, func(gone, made []data.Reading) {
		s.write(func(ctx context.Context) error {
			ids := make([]data.ID, len(gone))
			for i, r := range gone {
				ids[i] = r.ID
			}
			return s.library.ChangeReadings(ctx, ids, made)
		}, nil)
		if s.words.tables != nil {
			s.words.tables.Readings = without(s.words.tables.Readings, gone)
			s.words.tables.Readings = append(s.words.tables.Readings, made...)
		}
		s.outdateWords()
	})
}

// without returns the readings that are not among gone.
func without(list, gone []data.Reading) []data.Reading {
	return slices.DeleteFunc(slices.Clone(list), func(r data.Reading) bool {
		return slices.ContainsFunc(gone, func(g data.Reading) bool { return g.ID == r.ID })
	})
}
