package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"parallax/data"
)

// forms gathers the forms of one text while its tokens are read.
type forms struct {
	t     *Text
	known *formTable       // by how it is written; where words cannot be told, with the letter after it
	parts map[string]*Form // see partOf
	uses  []use            // of each form, by ID
	slab  []Form           // where the next forms come from
	buf   []byte
	ends  []int                 // scratch of tokens: where the words of a run end
	spans []data.Span           // scratch of readParagraph
	words map[script]*segmenter // by script, once one was looked for
}

// A use is how many tokens a form has, and how many of these open their sentence.
type use struct{ count, opens int32 }

func newForms(t *Text) *forms {
	return &forms{t: t, known: newFormTable(len(t.String)/bytesPerForm + 64)}
}

// segmenterOf returns the segmenter for a letter of an unspaced script, or nil.
func (f *forms) segmenterOf(r rune) *segmenter {
	of := scriptOf(r)
	m, ok := f.words[of]
	if !ok {
		if f.words == nil {
			f.words = map[script]*segmenter{}
		}
		m = segmenterOf(f.t.String, of)
		f.words[of] = m
	}
	return m
}

// The classes of bytes that tokens are told apart by.
const (
	signByte    = iota
	spaceByte   // white space
	letterByte  // a letter or digit
	joinerByte  // may join letters or digits to one word
	foreignByte // part of a letter or sign outside ASCII
)

var byteClass = func() (class [256]uint8) {
	for c := range class {
		switch {
		case c >= utf8.RuneSelf:
			class[c] = foreignByte
		case unicode.IsSpace(rune(c)):
			class[c] = spaceByte
		case inWord(rune(c)):
			class[c] = letterByte
		case strings.IndexByte("'`.,:", byte(c)) >= 0:
			class[c] = joinerByte
		}
	}
	return class
}()

// tokens appends the tokens of one sentence to list.
func (f *forms) tokens(list []token, in data.Span) []token {
	s := f.t.String[:in.End]
	opening := true
	add := func(start, end int, written string, word bool) {
		id, ok := f.known.find(written)
		if !ok {
			f.add(written, s[start:end], word)
		}
		use := &f.uses[id]
		use.count++
		if opening && word {
			use.opens++
			opening = false
		}
		list = append(list, token{int32(start), int32(end), int32(id)})
	}
	for i := in.Start; i < in.End; {
		class := byteClass[s[i]]
		if class == spaceByte {
			i++
			continue
		}
		if class == letterByte {
			end := i + 1
			for end < len(s) && byteClass[s[end]] == letterByte {
				end++
			}
			if next := end + 1; end < len(s) && byteClass[s[end]] >= joinerByte &&
				(next == len(s) || byteClass[s[next]] != spaceByte) {
				end = wordEnd(s, i)
			}
			add(i, end, s[i:end], true)
			i = end
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		switch {
		case unicode.IsSpace(r) || unseen(r):
		case Unspaced(r) && inWord(r):
			run := data.Span{Start: i, End: runEnd(s, i)}
			if words := f.segmenterOf(r); words != nil {
				f.ends = words.words(f.ends[:0], s, in, run)
				for _, end := range f.ends {
					add(i, end, s[i:end], true)
					i = end
				}
				continue
			}
			for i < run.End {
				end := clusterEnd(s, i)
				written := s[i:end]
				if end < run.End {
					written = s[i:clusterEnd(s, end)]
				}
				add(i, end, written, true)
				i = end
			}
			continue
		case inWord(r):
			end = wordEnd(s, i)
			add(i, end, s[i:end], true)
		default:
			add(i, end, s[i:end], sounds(r))
		}
		i = end
	}
	return list
}

// runEnd returns the end of the letters from i on that are of one unspaced
// script, or of Chinese and Japanese together, with what clings to them.
func runEnd(s string, i int) int {
	first, n := after(s, i)
	of := scriptOf(first)
	for i += n; i < len(s); i += n {
		var r rune
		r, n = after(s, i)
		if !(inWord(r) && Unspaced(r) && scriptOf(r) == of) && (!clings(r) || unseen(r)) {
			break
		}
	}
	return i
}

// clusterEnd returns the end of a letter at i and of what hangs on it.
func clusterEnd(s string, i int) int {
	last, n := after(s, i)
	for i += n; i < len(s); i += n {
		var r rune
		if r, n = after(s, i); !clings(r) && !stacks(last) {
			break
		}
		last = r
	}
	return i
}

// stacks reports whether r puts the letter behind it below the one in front.
func stacks(r rune) bool { return r == '\u17d2' || r == '\u1039' }

// wordEnd returns the end of the word that starts at start: letters and digits,
// with what joins them in don't, 1,000, 4:30 and U.S.
func wordEnd(s string, start int) int {
	first, n := after(s, start)
	last, i := first, start+n
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case inWord(r):
			if Unspaced(r) && !clings(r) {
				return i
			}
			last = r
			i += n
			continue
		case unseen(r):
			if next, m := after(s, i+n); m > 0 && inWord(next) && !Unspaced(next) {
				i += n
				continue
			}
			return i
		}
		next, _ := after(s, i+n)
		switch Fold(r) {
		case '\'':
			if unicode.IsLetter(next) && unicode.IsLetter(last) && !Unspaced(next) {
				i += n
				continue
			}
		case '.', ',', ':':
			if isDigit(next) && isDigit(last) {
				i += n
				continue
			}
			if r == '.' && i == start+utf8.RuneLen(first) && unicode.IsUpper(first) && unicode.IsUpper(next) {
				return initialsEnd(s, i)
			}
		}
		return i
	}
	return i
}

// initialsEnd returns the end of U.S. or U.S.A, given the place of the first stop.
func initialsEnd(s string, stop int) int {
	i := stop
	for i < len(s) && s[i] == '.' {
		r, n := after(s, i+1)
		if !unicode.IsUpper(r) {
			return i + 1
		}
		if next, _ := after(s, i+1+n); inWord(next) { // J.Smith: the name is a word of its own
			return i + 1
		}
		i += 1 + n
	}
	return i
}

// add adds the form for what is written. What hangs on the language is filled in
// by finish.
func (f *forms) add(written, surface string, word bool) {
	if len(f.slab) == 0 {
		f.slab = make([]Form, max(64, len(f.t.Forms)/2))
	}
	form := &f.slab[0]
	f.slab = f.slab[1:]
	*form = Form{ID: len(f.t.Forms), Key: f.key(surface), Word: word}
	form.Plain = form.Key
	if word {
		first, _ := utf8.DecodeRuneInString(surface)
		form.Number = isDigit(first)
		form.Name = form.Number || unicode.IsUpper(first) || unicode.IsTitle(first)
		form.Stem = form.Key
		if Unspaced(first) && inWord(first) {
			form.Stem = written
		}
		switch {
		case dotted(form.Key):
			form.Stem = strings.ReplaceAll(form.Key, ".", "")
			form.Plain = form.Stem
		case shortFor[surface]:
			form.Stem = surface // finish would take it for a small word
		}
	}
	f.t.Forms = append(f.t.Forms, form)
	f.uses = append(f.uses, use{})
}

// foldable are the bytes that Fold may make others of.
var foldable = bytesOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ`")

// key folds a surface form.
func (f *forms) key(surface string) string {
	if foldable.next(surface, 0) == len(surface) { // as most words
		return surface
	}
	f.buf = f.buf[:0]
	plain, ascii := true, true
	for _, r := range surface {
		if unseen(r) {
			plain = false
			continue
		}
		folded := Fold(r)
		plain = plain && folded == r
		ascii = ascii && folded < utf8.RuneSelf
		f.buf = utf8.AppendRune(f.buf, folded)
	}
	if ascii {
		if plain {
			return surface
		}
		return string(f.buf)
	}
	return norm.NFC.String(string(f.buf))
}

// shortFor are abbreviations that are small words but for their capitals.
var shortFor = map[string]bool{"US": true, "WHO": true, "IT": true}

// dotted reports whether a key is initials, as in "u.s." or "u.s".
func dotted(key string) bool {
	r, _ := utf8.DecodeRuneInString(key)
	return strings.Contains(key, ".") && !isDigit(r)
}
