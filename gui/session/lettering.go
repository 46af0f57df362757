package session

import "parallax/data"

// Lettering says which ways of writing the same words are marked as differences.
func (s *Session) Lettering() data.Lettering { return s.lettering }

// SetLettering changes them and compares anew. The place of the reader stays.
func (s *Session) SetLettering(l data.Lettering) {
	if l != s.lettering {
		s.lettering = l
		s.compare()
	}
}
