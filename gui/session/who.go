package session

import (
	"context"
	"strings"
)

// whoSetting is where a library keeps who is working in it.
const whoSetting = "who"

// Who returns the names or the class number new notes are signed with; empty:
// nobody said.
func (s *Session) Who() string { return s.who }

// LoadWho reads who was working in the library last.
func (s *Session) LoadWho() {
	ask(s.queue, func(ctx context.Context) (string, error) { return s.library.Setting(ctx, whoSetting) }, func(who string, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		s.who = who
		s.changed(WhoChanged)
	})
}

// SetWho says who is working now. Notes made before keep their names.
func (s *Session) SetWho(who string) {
	who = strings.Join(strings.Fields(who), " ")
	if who == s.who {
		return
	}
	s.who = who
	s.write(func(ctx context.Context) error { return s.library.SetSetting(ctx, whoSetting, who) }, nil)
	s.changed(WhoChanged)
}
