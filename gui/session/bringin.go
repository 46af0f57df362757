package session

import (
	"context"
	"path/filepath"
	"slices"
	"sync"

	"parallax/data"
	"parallax/data/intake"
	"parallax/gui/task"
)

// A Page is what a reader brings in: a file, a report from within one, or what
// she pasted.
type Page struct {
	Path  string // of the file; empty: Text was pasted, or Bytes are the report
	Text  string
	Name  string // of a report from within a file
	Bytes []byte
}

// Unread is a file that could not be brought in, and why.
type Unread = intake.Unread

// InFile says of which file a problem is told.
func InFile(name string, err error) error {
	if name == "" {
		return err
	}
	return intake.InFile(name, err)
}

// Gather finds the reports in what a reader chose: the files of a folder, those
// in a zip file, the message and the attachments of an e-mail; anything else is
// one. done gets them in order, with what could not be opened, and is not
// called when CancelJob stops it. What was pasted is a report as it is.
func (s *Session) Gather(chosen []Page, done func(found []Page, unread []Unread)) {
	if !slices.ContainsFunc(chosen, func(p Page) bool { return p.Path != "" }) {
		done(chosen, nil)
		return
	}
	type gathered struct {
		found  []Page
		unread []Unread
	}
	s.setBusy("Looking through the files")
	task.Start(s.gathering, func(ctx context.Context, progress func(float64)) (g gathered, err error) {
		g.found, g.unread, err = gather(ctx, chosen, progress)
		return g, err
	}, s.setProgress, func(g gathered, err error) {
		s.setBusy("")
		s.problem(err)
		if err == nil {
			done(g.found, g.unread)
		}
	})
}

func gather(ctx context.Context, chosen []Page, progress func(float64)) (found []Page, unread []Unread, err error) {
	var files []Page
	for _, p := range chosen {
		if p.Path == "" {
			files = append(files, p)
			continue
		}
		paths, err := intake.Files(ctx, p.Path)
		if err != nil {
			unread = append(unread, Unread{Name: p.name(), Err: err})
		}
		for _, path := range paths {
			files = append(files, Page{Path: path})
		}
	}
	for i, p := range files {
		if len(found) >= intake.MaxReports {
			unread = append(unread, Unread{Name: p.name(), Err: intake.TooManyReports()})
			break
		}
		progress(float64(i) / float64(len(files)))
		pages, not, err := reportsIn(ctx, p)
		if err != nil {
			return nil, nil, err
		}
		found, unread = append(found, pages...), append(unread, not...)
	}
	return found[:min(len(found), intake.MaxReports)], unread, ctx.Err()
}

// reportsIn returns the reports in one file. A file that is one itself is not held
// in memory: it is read when its turn comes.
func reportsIn(ctx context.Context, p Page) ([]Page, []Unread, error) {
	if p.Path == "" {
		return []Page{p}, nil, nil
	}
	in, err := intake.Load(p.Path)
	if err != nil {
		return nil, []Unread{{Name: p.name(), Err: err}}, nil
	}
	inputs, unread, err := intake.Unpack(ctx, in)
	if len(inputs) == 1 && len(unread) == 0 && inputs[0].Name == in.Name && len(inputs[0].Bytes) == len(in.Bytes) {
		return []Page{p}, nil, err
	}
	pages := make([]Page, len(inputs))
	for i, in := range inputs {
		pages[i] = Page{Name: in.Name, Bytes: in.Bytes}
	}
	return pages, unread, err
}

// BringIn reads a page and proposes what to keep of it. done gets the proposal,
// and the event whose report came from the very same page, if there is one.
// Where the page cannot be read, failed is called in place of done with what to
// tell, and with nil when CancelJob stopped the reading. A nil failed leaves the
// telling to OnProblem.
func (s *Session) BringIn(p Page, done func(src data.Source, held data.ID), failed func(error)) {
	s.readPages([]Page{p}, func(sources []data.Source, held data.ID) { done(sources[0], held) }, failed)
}

// OpenPages brings in two pages as one event, keeping what the program
// proposes, and opens it; done gets the IDs of the new reports. Where an event
// holds reports of these very pages, it is opened and done is not called. Where
// the program finds no report on one of them, unclear is called instead: they
// are to be looked over first.
func (s *Session) OpenPages(pages []Page, done func(reports []data.ID), unclear func()) {
	s.readPages(pages, func(sources []data.Source, held data.ID) {
		if held != "" {
			s.LoadShelves(func() { s.openID(held) })
			return
		}
		for i := range sources {
			if intake.NoReport(&sources[i]) {
				unclear()
				return
			}
		}
		event := data.Event{}
		kept := make([]Kept, len(sources))
		for i := range sources {
			kept[i] = Kept{Report: intake.ReportOf(&sources[i]), Source: sources[i]}
			if event.Title == "" {
				event.Title = kept[i].Report.Headline
			}
		}
		if event.Title == "" {
			event.Title = pages[0].name() + " · " + pages[1].name()
		}
		s.Keep(event, kept, data.Left)
		ids := make([]data.ID, len(kept))
		for i := range kept {
			ids[i] = kept[i].Report.ID
		}
		done(ids)
	}, nil)
}

// readPages reads pages in a slot of their own, which no comparison takes from
// them, then asks the library for an event that
// holds all of them and for the outlets it knows by their sites.
func (s *Session) readPages(pages []Page, done func(sources []data.Source, held data.ID), failed func(error)) {
	s.setBusy("Reading the page")
	s.unread = failed
	task.Start(s.reading, func(ctx context.Context, _ func(float64)) ([]data.Source, error) {
		sources, errs := make([]data.Source, len(pages)), make([]error, len(pages))
		var reading sync.WaitGroup
		for i, p := range pages {
			reading.Go(func() { sources[i], errs[i] = read(ctx, p) })
		}
		reading.Wait()
		for _, err := range errs { // the first page's trouble is told first
			if err != nil {
				return nil, err
			}
		}
		return sources, nil
	}, nil, func(sources []data.Source, err error) {
		s.setBusy("")
		s.unread = nil
		if err != nil {
			if failed == nil {
				failed = s.problem
			}
			failed(err)
			return
		}
		digests := make([]string, len(sources))
		for i := range sources {
			digests[i] = sources[i].Digest
		}
		type known struct {
			held    data.ID
			outlets []data.Outlet
		}
		ask(s.queue, func(ctx context.Context) (k known, err error) {
			if k.held, err = s.library.EventWithPages(ctx, digests); err == nil {
				k.outlets, err = s.library.Outlets(ctx)
			}
			return k, err
		}, func(k known, err error) {
			s.problem(err)
			if err == nil {
				s.outlets = k.outlets
			}
			for i := range sources {
				intake.ProposeOutlet(&sources[i], k.outlets)
			}
			done(sources, k.held)
		})
	})
}

// name is what a page is called where it has no headline.
func (p Page) name() string {
	switch {
	case p.Path != "":
		return filepath.Base(p.Path)
	case p.Bytes != nil:
		return p.Name
	}
	return "pasted text"
}

func read(ctx context.Context, p Page) (data.Source, error) {
	in := intake.Input{Name: p.name(), Bytes: p.Bytes}
	switch {
	case p.Path != "":
		var err error
		if in, err = intake.Load(p.Path); err != nil {
			return data.Source{}, err
		}
	case p.Bytes == nil:
		in.Bytes = []byte(p.Text)
		return intake.Read(ctx, in)
	}
	src, err := intake.Read(ctx, in)
	return src, intake.InFile(in.Name, err)
}

// Kept is a report with the page it came from.
type Kept struct {
	Report     data.Report
	Source     data.Source
	LookedOver bool // the reader went over the page herself
}

// Keep puts looked-over pages into the library as reports of one event, and
// opens it. An event without ID is made with the title it has; in one that was
// there before, the first report goes to side.
func (s *Session) Keep(event data.Event, kept []Kept, side data.Side) {
	s.SaveWritten()
	made := event.ID == ""
	if made {
		event.ID, event.Created = data.NewID(), s.now()
	}
	ids := make([]data.ID, len(kept)) // all that undoing needs: the pages may be large
	for i := range kept {
		r := &kept[i].Report
		r.ID, r.EventID, r.Retrieved = data.NewID(), event.ID, s.now()
		kept[i].Source.ReportID = r.ID
		ids[i] = r.ID
	}
	s.write(func(ctx context.Context) error { return s.add(ctx, event, made, kept) }, func() {
		s.LoadShelves(nil)
		if !made {
			s.open(event, func() { s.Lay(side, kept[0].Report.ID) })
		}
	})
	if made { // it is on screen and compared while the library still writes
		s.show(event, kept)
	}
	s.did("bring in a report", func() { s.setRemoved(event, made, ids, true) }, func() { s.setRemoved(event, made, ids, false) })
}

// show puts an event just made on the screen.
func (s *Session) show(event data.Event, kept []Kept) {
	s.loading++
	s.leave()
	s.closeEvent()
	s.event, s.bookmark = event, &Bookmark{}
	s.keepLast()
	s.reports = make([]data.Report, len(kept))
	for i, k := range kept {
		s.reports[i] = k.Report
	}
	s.changed(EventChanged | NotesChanged)
	s.layOut()
}

func (s *Session) add(ctx context.Context, event data.Event, made bool, kept []Kept) error {
	if made {
		if err := s.library.AddEvent(ctx, event); err != nil {
			return err
		}
	}
	for _, k := range kept {
		if err := s.library.AddReport(ctx, k.Report, k.Source); err != nil {
			return err
		}
		if !k.LookedOver {
			continue
		}
		if err := s.library.SetAnswers(ctx, settledBy(&k.Report, &k.Source, k.Report.Retrieved)); err != nil {
			return err
		}
	}
	return nil
}

// OpenSample opens an event that comes with the program, and puts it into the
// library first where it is not there, with what is known of its outlets.
func (s *Session) OpenSample(event data.Event, kept []Kept, outlets []data.Outlet) {
	s.LoadShelves(func() {
		for _, sh := range s.shelves {
			if sh.ID == event.ID {
				s.Open(sh.Event)
				return
			}
		}
		event.Created = s.now()
		s.write(func(ctx context.Context) error {
			if s.library.RestoreEvent(ctx, event.ID) == nil { // it was there and was removed
				return nil
			}
			if err := s.add(ctx, event, true, kept); err != nil {
				return err
			}
			if err := s.describe(ctx, outlets); err != nil {
				return err
			}
			var settled []data.Answer // those who wrote it know
			for _, k := range kept {
				settled = append(settled, replied(data.Translated, &k.Report, data.No, event.Created),
					replied(data.FurnitureGone, &k.Report, data.Yes, event.Created))
			}
			return s.library.SetAnswers(ctx, settled)
		}, func() {
			s.LoadShelves(nil)
			s.Open(event)
		})
	})
}

// describe keeps what is known of outlets that the library has by their names only.
func (s *Session) describe(ctx context.Context, outlets []data.Outlet) error {
	known, err := s.library.Outlets(ctx)
	if err != nil {
		return err
	}
	for _, o := range outlets {
		i := slices.IndexFunc(known, func(k data.Outlet) bool { return k.Name == o.Name && k.Kind == "" && k.Place == "" })
		if i < 0 {
			continue
		}
		o.ID, o.Sites = known[i].ID, known[i].Sites
		if err := s.library.SaveOutlet(ctx, o); err != nil {
			return err
		}
	}
	return nil
}

// setRemoved takes brought-in reports, and the event made for them, out of the
// library or puts them back.
func (s *Session) setRemoved(event data.Event, made bool, reports []data.ID, removed bool) {
	s.write(func(ctx context.Context) error {
		if made {
			if removed {
				return s.library.RemoveEvent(ctx, event.ID)
			}
			return s.library.RestoreEvent(ctx, event.ID)
		}
		for _, id := range reports {
			change := s.library.RestoreReport
			if removed {
				change = s.library.RemoveReport
			}
			if err := change(ctx, id); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		s.LoadShelves(nil)
		switch {
		case made && removed && s.event.ID == event.ID:
			s.loading++
			s.closeEvent()
		case made && removed:
		default:
			s.open(event, nil)
		}
	})
}

// Reopen reads the page a report came from, to look it over again.
func (s *Session) Reopen(report data.ID, done func(data.Source)) {
	s.SaveWritten()
	ask(s.queue, func(ctx context.Context) (data.Source, error) { return s.library.Source(ctx, report) },
		func(src data.Source, err error) {
			if err != nil {
				s.problem(err)
				return
			}
			done(src)
		})
}

// Recut keeps other blocks of a report's page than before: report in place of
// was, after in place of before. It returns the report as it is kept. Notes stay
// tied to their words; the words that are gone are marked so and are found again
// when they come back. Undo puts them where they stood.
func (s *Session) Recut(was, report data.Report, before, after data.Source) data.Report {
	report.EventID, report.Retrieved = was.EventID, was.Retrieved
	var ties data.Ties // to the text that is not kept now; of the library's queue alone
	change := func(r data.Report, src data.Source, answer func(ctx context.Context) error) func() {
		return func() {
			s.write(func(ctx context.Context) (err error) {
				if ties, err = s.library.ChangeReport(ctx, r, src, ties); err != nil {
					return err
				}
				return answer(ctx)
			}, func() {
				if s.event.ID == r.EventID {
					s.reload(nil)
				}
			})
		}
	}
	settled := settledBy(&report, &after, s.now())
	var open []data.Answer // what was answered to the same before; of the library's queue alone
	do := change(report, after, func(ctx context.Context) (err error) {
		if open, err = s.answeredBefore(ctx, settled); err != nil {
			return err
		}
		return s.library.SetAnswers(ctx, settled)
	})
	undo := change(was, before, func(ctx context.Context) error { return s.library.SetAnswers(ctx, open) })
	do()
	s.did("change what is kept", undo, do)
	return report
}

// answeredBefore returns what the library holds in place of answers about one
// report: an empty one where there is none.
func (s *Session) answeredBefore(ctx context.Context, answers []data.Answer) ([]data.Answer, error) {
	var before []data.Answer
	for _, n := range answers {
		was := data.AnswerAbout(n.Question, n.Reports[0], n.Reports[1])
		known, err := s.library.Answers(ctx, n.Reports[0], n.Reports[1])
		if err != nil {
			return nil, err
		}
		for _, k := range known {
			if k.Question == n.Question && k.Reports == n.Reports {
				was = k
			}
		}
		before = append(before, was)
	}
	return before, nil
}
