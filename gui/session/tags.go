package session

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"parallax/data"
)

// OwnTags returns the tags that readers made in this library.
func (s *Session) OwnTags() []data.OwnTag { return s.tags }

// LoadTags reads the own tags.
func (s *Session) LoadTags() {
	ask(s.queue, s.library.OwnTags, func(tags []data.OwnTag, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		s.tags = tags
		s.changed(TagsChanged | NotesChanged)
	})
}

// AddOwnTag makes a tag and returns its code: that of the tag with this name if
// there is one already, else a new one that is none of taken. It is empty for a
// name without a letter.
func (s *Session) AddOwnTag(label string, taken []string) string {
	label = strings.Join(strings.Fields(label), " ")
	for _, t := range s.tags {
		if strings.EqualFold(t.Label, label) {
			return t.Code
		}
		taken = append(taken[:len(taken):len(taken)], t.Code)
	}
	code := freeCode(label, taken)
	if code == "" {
		return ""
	}
	t := data.OwnTag{Code: code, Label: label, Style: len(s.tags)}
	s.changeTags("make tag", nil, []data.OwnTag{t}, nil, nil)
	return code
}

// ChangeOwnTag gives an own tag another name or style.
func (s *Session) ChangeOwnTag(after data.OwnTag) {
	i := slices.IndexFunc(s.tags, func(t data.OwnTag) bool { return t.Code == after.Code })
	after.Label = strings.Join(strings.Fields(after.Label), " ")
	if i < 0 || after.Label == "" || s.tags[i] == after {
		return
	}
	s.changeTags("change tag", []data.OwnTag{s.tags[i]}, []data.OwnTag{after}, nil, nil)
}

// RemoveOwnTag takes an own tag off every note and away.
func (s *Session) RemoveOwnTag(code string) { s.retag("delete tag", code, "") }

// MergeOwnTag puts another tag in place of an own tag on every note and takes
// the own tag away.
func (s *Session) MergeOwnTag(code, into string) {
	if code != into && into != "" {
		s.retag("merge tags", code, into)
	}
}

func (s *Session) retag(name, code, into string) {
	i := slices.IndexFunc(s.tags, func(t data.OwnTag) bool { return t.Code == code })
	if i < 0 {
		return
	}
	gone := []data.OwnTag{s.tags[i]}
	s.SaveWritten()
	ask(s.queue, func(ctx context.Context) ([]data.Note, error) { return s.library.TaggedNotes(ctx, code) }, func(before []data.Note, err error) {
		if err != nil {
			s.problem(err)
			return
		}
		after := slices.Clone(before)
		for i := range after {
			after[i].Tags = withTag(after[i].Tags, code, into)
		}
		s.changeTags(name, gone, nil, before, after)
	})
}

// withTag returns tags with into in place of code, once; without code where
// into is empty.
func withTag(tags []string, code, into string) []string {
	var list []string
	for _, t := range tags {
		if t == code {
			t = into
		}
		if t != "" && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// changeTags puts tags in place of others and notes as they are after in place
// of the same notes before, as one step that can be undone.
func (s *Session) changeTags(name string, gone, made []data.OwnTag, before, after []data.Note) {
	was := slices.Clone(s.tags)
	is := slices.DeleteFunc(slices.Clone(was), func(t data.OwnTag) bool {
		return slices.Contains(gone, t) && !slices.ContainsFunc(made, func(m data.OwnTag) bool { return m.Code == t.Code })
	})
	for _, m := range made {
		if i := slices.IndexFunc(is, func(t data.OwnTag) bool { return t.Code == m.Code }); i >= 0 {
			is[i] = m
		} else {
			is = append(is, m)
		}
	}
	set := func(from, to []data.OwnTag, notes []data.Note) func() {
		return func() {
			codes, made := tagChange(from, to)
			s.write(func(ctx context.Context) error { return s.library.ChangeTags(ctx, codes, made, notes) }, nil)
			s.LoadTags()
			for _, n := range notes {
				if old := s.Note(n.ID); old != nil {
					old.Tags = n.Tags
				}
			}
			s.changed(NotesChanged)
		}
	}
	set(was, is, after)()
	s.did(name, set(is, was, before), set(was, is, after))
}

// tagChange returns the codes of the tags to forget and the tags to keep that
// make one list another. The library lists tags as they were made, so behind the
// first place where the lists have different tags all are made anew.
func tagChange(from, to []data.OwnTag) (gone []string, made []data.OwnTag) {
	same := 0
	for same < min(len(from), len(to)) && from[same].Code == to[same].Code {
		if from[same] != to[same] {
			made = append(made, to[same])
		}
		same++
	}
	for _, t := range from[same:] {
		gone = append(gone, t.Code)
	}
	return gone, append(made, to[same:]...)
}

// freeCode returns a code for a tag: the first letters of two of its words, its
// first two letters, its first letter and a later one, or that and a number.
func freeCode(label string, taken []string) string {
	var letters []rune
	var initials string
	for _, w := range strings.Fields(strings.ToUpper(label)) {
		for i, r := range w {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters = append(letters, r)
				if i == 0 {
					initials += string(r)
				}
			}
		}
	}
	if len(letters) == 0 {
		return ""
	}
	var codes []string
	if words := []rune(initials); len(words) > 1 {
		codes = append(codes, string(words[:2]))
	}
	for _, r := range letters[1:] {
		codes = append(codes, string([]rune{letters[0], r}))
	}
	for n := '2'; n <= '9'; n++ {
		codes = append(codes, string([]rune{letters[0], n}))
	}
	for _, c := range codes {
		if !slices.Contains(taken, c) {
			return c
		}
	}
	return string(data.NewID())
}
