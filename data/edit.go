package data

import (
	"unicode"
	"unicode/utf8"
)

// An Edit is one change of a text: where Old stood at byte At, New stands now.
type Edit struct {
	At       int
	Old, New string
	Typed    bool // a letter written or taken away by its key: neither pasted nor cut
}

// EditBetween returns the shortest change at one place that makes after of
// before. It never parts the bytes of a letter.
func EditBetween(before, after string) Edit {
	most := min(len(before), len(after))
	at := 0
	for at < most && before[at] == after[at] {
		at++
	}
	for at > 0 && (midLetter(before, at) || midLetter(after, at)) {
		at--
	}
	end := 0
	for end < most-at && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	for end > 0 && (midLetter(before, len(before)-end) || midLetter(after, len(after)-end)) {
		end--
	}
	return Edit{At: at, Old: before[at : len(before)-end], New: after[at : len(after)-end]}
}

// midLetter reports whether a letter's bytes go on at byte at of text.
func midLetter(text string, at int) bool { return at < len(text) && !utf8.RuneStart(text[at]) }

// Apply makes the change in a text that has Old at At.
func (e Edit) Apply(text string) string { return text[:e.At] + e.New + text[e.At+len(e.Old):] }

// Back is the change that takes e back.
func (e Edit) Back() Edit { return Edit{At: e.At, Old: e.New, New: e.Old} }

// Join returns e and next, which was made right after it, as one change. It
// reports false where a reader takes them for two: they are not both typed, not
// at the same place, one writes and the other deletes, or another word begins.
// White space belongs to the word before it.
func (e Edit) Join(next Edit) (Edit, bool) {
	switch {
	case !e.Typed || !next.Typed:
		return e, false
	case next.Old == "" && e.New != "": // written on
		if next.At != e.At+len(e.New) || newWord(e.New, next.New) {
			return e, false
		}
		e.New += next.New
	case next.New != "" || e.New != "":
		return e, false
	case next.At+len(next.Old) == e.At: // deleted backwards
		if newWord(next.Old, e.Old) {
			return e, false
		}
		e.At, e.Old = next.At, next.Old+e.Old
	case next.At == e.At: // deleted forwards
		if newWord(e.Old, next.Old) {
			return e, false
		}
		e.Old += next.Old
	default:
		return e, false
	}
	return e, true
}

// newWord reports whether a word begins where b follows a.
func newWord(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsSpace(last) && !unicode.IsSpace(first)
}
