package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"parallax/data"
	"parallax/data/intake"
	"parallax/gui/task"
)

// A Page is what a reader brings in: a file or what she pasted.
type Page struct {
	Path string // of the file; empty: Text was pasted
	Text string
	Side data.Side // the pane that is to show it
	// Settled: the page's own guess at what is report and what is not is kept
	// without looking it over; for the sample, whose texts are ours.
	Settled bool
}

// BringIn reads a page and proposes what to keep of it; done gets the proposal.
// A page that cannot be read goes to OnProblem and done is not called.
func (s *Session) BringIn(p Page, done func(data.Source)) {
	s.setBusy("Reading the page")
	task.Start(s.slot, func(ctx context.Context, _ func(float64)) (data.Source, error) {
		return read(ctx, p)
	}, nil, func(src data.Source, err error) {
		s.setBusy("")
		if err != nil {
			s.problem(err)
			return
		}
		done(src)
	})
}

func read(ctx context.Context, p Page) (data.Source, error) {
	if p.Path == "" {
		return intake.Read(ctx, intake.Input{Name: "pasted text", Bytes: []byte(p.Text)})
	}
	b, err := readFile(p.Path)
	if err != nil {
		return data.Source{}, err
	}
	return intake.Read(ctx, intake.Input{Name: filepath.Base(p.Path), Bytes: b})
}

// readFile reads a file, but no more of it than intake takes, so that a huge
// one is refused before it fills the memory.
func readFile(path string) ([]byte, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &data.Problem{Said: fmt.Sprintf("“%s” is a folder.", name), Next: "Choose one report in it."}
	}
	b, err := io.ReadAll(io.LimitReader(f, intake.MaxBytes+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	return b, nil
}

func unreadable(name string, err error) error {
	p := &data.Problem{
		Said: fmt.Sprintf("“%s” could not be read.", name),
		Next: "Is the stick still in? Try again, or copy the file to this computer first.", Err: err,
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Said, p.Next = fmt.Sprintf("There is no file “%s”.", name), "Look whether it was moved or has another name."
	case errors.Is(err, fs.ErrPermission):
		p.Said, p.Next = fmt.Sprintf("You are not allowed to read “%s”.", name), "Ask the owner of the file, or copy it to your own folder."
	}
	return p
}

// Keep puts a looked-over page into the library as a report of the event. An
// event without ID is made with the title it has. The event opens with the
// report on side.
func (s *Session) Keep(event data.Event, report data.Report, src data.Source, side data.Side) {
	s.KeepAll(event, []Kept{{report, src}}, side)
}

// Kept is a report with the page it came from.
type Kept struct {
	Report data.Report
	Source data.Source
}

// KeepAll is Keep for several reports of one event; the first goes to side.
func (s *Session) KeepAll(event data.Event, kept []Kept, side data.Side) {
	s.SaveWritten()
	made := event.ID == ""
	if made {
		event.ID, event.Created = data.NewID(), s.now()
	}
	for i := range kept {
		r := &kept[i].Report
		r.ID, r.EventID, r.Retrieved = data.NewID(), event.ID, s.now()
		kept[i].Source.ReportID = r.ID
	}
	lay := func() {
		if len(kept) == 1 && !made {
			s.Lay(side, kept[0].Report.ID)
		}
	}
	add := func(ctx context.Context) error {
		if made {
			if err := s.library.AddEvent(ctx, event); err != nil {
				return err
			}
		}
		for _, k := range kept {
			if err := s.library.AddReport(ctx, k.Report, k.Source); err != nil {
				return err
			}
		}
		return nil
	}
	s.write(add, func() {
		s.LoadShelves(nil)
		s.open(event, lay)
	})
	s.did("bring in a report", func() { s.setRemoved(event, made, kept, true) }, func() { s.setRemoved(event, made, kept, false) })
}

// setRemoved takes brought-in reports, and the event made for them, out of the
// library or puts them back.
func (s *Session) setRemoved(event data.Event, made bool, kept []Kept, removed bool) {
	s.write(func(ctx context.Context) error {
		if made {
			if removed {
				return s.library.RemoveEvent(ctx, event.ID)
			}
			return s.library.RestoreEvent(ctx, event.ID)
		}
		for _, k := range kept {
			change := s.library.RestoreReport
			if removed {
				change = s.library.RemoveReport
			}
			if err := change(ctx, k.Report.ID); err != nil {
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

// Recut keeps other blocks of a report's page than before. Notes stay tied to
// their words; the words that are gone are marked so and are found again when
// they come back.
func (s *Session) Recut(report data.Report, before, after data.Source) {
	old := s.Report(report.ID)
	if old == nil {
		return
	}
	was := *old
	report.ID, report.EventID, report.Retrieved = was.ID, was.EventID, was.Retrieved
	set := func(r data.Report, src data.Source) func() {
		return func() {
			s.write(func(ctx context.Context) error { return s.library.ChangeReport(ctx, r, src) }, func() {
				if s.event.ID == r.EventID {
					s.reload(nil)
				}
			})
		}
	}
	set(report, after)()
	s.did("change what is kept", set(was, before), set(report, after))
}
