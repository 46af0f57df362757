package session

import (
	"context"
	"slices"
	"strings"

	"parallax/data"
)

// Outlets returns the library's outlets by name, as LoadOutlets read them last.
func (s *Session) Outlets() []data.Outlet { return s.outlets }

// LoadOutlets reads the library's outlets; OutletsChanged tells when they are there.
func (s *Session) LoadOutlets() {
	ask(s.queue, s.library.Outlets, func(outlets []data.Outlet, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		s.outlets = outlets
		s.changed(OutletsChanged)
	})
}

// SaveOutlet keeps an outlet, a new one where it has no ID, with the sites whose
// addresses it has; another outlet that had one of them has it no more. then
// gets its ID once it is kept.
func (s *Session) SaveOutlet(o data.Outlet, then func(data.ID)) {
	before := s.outletsWith(o)
	made := o.ID == ""
	if made {
		o.ID = data.NewID()
	}
	save := func(ctx context.Context) error { return s.library.SaveOutlet(ctx, o) }
	back := func(ctx context.Context) error {
		if made {
			if err := s.library.RemoveOutlet(ctx, o.ID); err != nil {
				return err
			}
		}
		for _, b := range before {
			if err := s.library.SaveOutlet(ctx, b); err != nil {
				return err
			}
		}
		return nil
	}
	s.changeOutlets("change an outlet", save, back, func() {
		if then != nil {
			then(o.ID)
		}
	})
}

// outletsWith returns, as they are now, the outlet with o's ID and those that
// have one of its sites.
func (s *Session) outletsWith(o data.Outlet) []data.Outlet {
	sites := map[string]bool{}
	for _, address := range o.Sites {
		sites[data.SiteOf(address)] = true
	}
	var list []data.Outlet
	for _, old := range s.outlets {
		if old.ID == o.ID || slices.ContainsFunc(old.Sites, func(site string) bool { return sites[site] }) {
			list = append(list, old)
		}
	}
	return list
}

// RemoveOutlet takes an outlet off the list; one that reports are from stays,
// which OnProblem tells.
func (s *Session) RemoveOutlet(id data.ID) {
	i := slices.IndexFunc(s.outlets, func(o data.Outlet) bool { return o.ID == id })
	if i < 0 {
		return
	}
	gone := s.outlets[i]
	s.changeOutlets("remove an outlet",
		func(ctx context.Context) error { return s.library.RemoveOutlet(ctx, id) },
		func(ctx context.Context) error { return s.library.SaveOutlet(ctx, gone) }, nil)
}

// changeOutlets makes a change of the outlets that can be undone; then runs once
// it is made. The open event's reports bear their outlets' names and are read again.
func (s *Session) changeOutlets(name string, do, back func(ctx context.Context) error, then func()) {
	again := func() {
		s.LoadOutlets()
		if s.event.ID != "" {
			s.reload(nil)
		}
	}
	s.write(do, func() {
		again()
		s.did(name, func() { s.write(back, again) }, func() { s.write(do, again) })
		if then != nil {
			then()
		}
	})
}

// AddressesOf reads addresses off what a reader wrote: parted by commas, blanks
// or line breaks.
func AddressesOf(written string) []string {
	return strings.FieldsFunc(written, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' || r == '\t' })
}
