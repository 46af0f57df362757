package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A font turns the bytes of a shown string into characters and says how wide
// they are.
type font struct {
	bold, italic bool

	wide    bool // codes are of two bytes, or of as many as codes says
	codes   *codeMap
	unicode *codeMap // what the font says its codes stand for
	table   [256]string
	coded   encoding.Encoding // of wide codes, where they are in one of the old East Asian ones
	direct  bool              // wide codes are UTF-16

	widths map[int]float64 // of a code, in em
	other  float64         // of those not in widths
}

// A letter is one character of a string shown: what it stands for, its width
// in em, and whether it is the one-byte space that words are stretched at.
type letter struct {
	s     string
	width float64
	space bool
}

func (f *file) font(d dict) *font {
	t := &font{widths: map[int]float64{}, other: .5}
	base := f.name(d["BaseFont"])
	descriptor := f.dict(d["FontDescriptor"])
	if s, ok := f.get(d["ToUnicode"]).(*stream); ok {
		t.unicode = f.codeMap(s)
	}
	if kids := f.array(d["DescendantFonts"]); f.name(d["Subtype"]) == "Type0" && len(kids) > 0 {
		kid := f.dict(kids[0])
		descriptor = f.dict(kid["FontDescriptor"])
		f.wideFont(t, d, kid)
	} else {
		f.narrowFont(t, d, descriptor)
	}
	t.bold, t.italic = style(base, f.int(descriptor["Flags"]), f.number(descriptor["StemV"]))
	return t
}

// style tells from a font's name, the flags and the stems of its description
// whether it is bold and italic.
func style(name string, flags int, stem float64) (bold, italic bool) {
	low := strings.ToLower(name)
	for _, w := range []string{"bold", "black", "heavy", "semibd", "demi"} {
		bold = bold || strings.Contains(low, w)
	}
	bold = bold || flags&(1<<18) != 0 || stem >= 140
	italic = strings.Contains(low, "ital") || strings.Contains(low, "obli") || flags&(1<<6) != 0
	return bold, italic
}

// narrowFont reads a font with codes of one byte.
func (f *file) narrowFont(t *font, d, descriptor dict) {
	encoding := f.get(d["Encoding"])
	enc, _ := encoding.(dict)
	named, _ := encoding.(name)
	base := string(named)
	if enc != nil {
		base = f.name(enc["BaseEncoding"])
	}
	if base == "" && f.int(descriptor["Flags"])&4 == 0 && f.name(d["Subtype"]) == "Type1" {
		base = "StandardEncoding"
	}
	t.table = baseEncoding(base)
	code := 0
	for _, v := range f.array(enc["Differences"]) {
		switch v := f.get(v).(type) {
		case int:
			code = v
		case name:
			if code >= 0 && code < 256 {
				t.table[code] = glyphText(string(v))
			}
			code++
		}
	}
	unit := .001
	if f.name(d["Subtype"]) == "Type3" {
		if m := f.array(d["FontMatrix"]); len(m) == 6 && f.number(m[0]) > 0 {
			unit = f.number(m[0])
		}
	}
	first := f.int(d["FirstChar"])
	widths := f.array(d["Widths"])
	for i, w := range widths {
		if i < 256 {
			t.widths[first+i] = f.number(w) * unit
		}
	}
	switch w := f.number(descriptor["MissingWidth"]) * unit; {
	case len(widths) == 0: // one of the fonts every program has, whose widths need not be told
		for c := range 256 {
			t.widths[c] = usualWidth(t.table[c])
		}
	case w > 0:
		t.other = w
	default:
		t.other = 0
	}
}

// usualWidth is about how wide a character is in Helvetica or Times, in em.
func usualWidth(s string) float64 {
	switch {
	case s == "":
		return 0
	case strings.ContainsAny(s, "iljt.,;:'!|fI ’‘()[]"):
		return .28
	case strings.ContainsAny(s, "mwMW—%@"):
		return .83
	case strings.ToUpper(s) == s && strings.ToLower(s) != s:
		return .67
	}
	return .5
}

// wideFont reads a font with codes of several bytes.
func (f *file) wideFont(t *font, d, kid dict) {
	t.wide, t.other = true, 1
	if w, ok := kid["DW"]; ok {
		t.other = f.number(w) / 1000
	}
	list := f.array(kid["W"])
	for i := 0; i+1 < len(list) && len(t.widths) < 1<<16; {
		first := f.int(list[i])
		if run, ok := f.get(list[i+1]).(array); ok {
			for j, w := range run {
				t.widths[first+j] = f.number(w) / 1000
			}
			i += 2
			continue
		}
		if i+2 >= len(list) {
			break
		}
		w := f.number(list[i+2]) / 1000
		for c := first; c <= min(f.int(list[i+1]), first+1<<16); c++ {
			t.widths[c] = w
		}
		i += 3
	}
	if s, ok := f.get(d["Encoding"]).(*stream); ok {
		t.codes = f.codeMap(s)
		return
	}
	switch n := f.name(d["Encoding"]); {
	case strings.Contains(n, "UCS2"), strings.Contains(n, "UTF16"):
		t.direct = true
	case strings.Contains(n, "RKSJ"):
		t.coded = japanese.ShiftJIS
	case strings.HasPrefix(n, "EUC-"):
		t.coded = japanese.EUCJP
	case strings.HasPrefix(n, "GB"):
		t.coded = simplifiedchinese.GBK
	case strings.Contains(n, "B5"), strings.HasPrefix(n, "ETen"):
		t.coded = traditionalchinese.Big5
	case strings.HasPrefix(n, "KSC"):
		t.coded = korean.EUCKR
	}
}

// letters reads the characters of a string that is shown.
func (t *font) letters(s text) []letter {
	var out []letter
	for i := 0; i < len(s); {
		n := 1
		if t.wide {
			n = t.codeLength(string(s[i:]))
		}
		raw := string(s[i:min(len(s), i+n)])
		i += n
		code := 0
		for j := range len(raw) {
			code = code<<8 | int(raw[j])
		}
		l := letter{width: t.width(code, raw), space: n == 1 && code == ' '}
		if u, ok := t.unicode.text(raw); ok && u != "" && u != "\x00" {
			l.s = u
		} else {
			l.s = t.ownText(code, raw)
		}
		out = append(out, l)
	}
	return out
}

// codeLength is how many bytes the code that s begins with has.
func (t *font) codeLength(s string) int {
	switch {
	case t.codes != nil:
		return t.codes.length(s)
	case t.coded != nil:
		if s[0] < 0x80 || t.coded == japanese.ShiftJIS && s[0] >= 0xa0 && s[0] < 0xe0 {
			return 1
		}
	}
	return 2
}

func (t *font) width(code int, raw string) float64 {
	if t.codes != nil {
		if cid, ok := t.codes.number(raw); ok {
			code = cid
		}
	}
	if w, ok := t.widths[code]; ok {
		return w
	}
	if t.coded != nil && len(raw) == 1 {
		return .5
	}
	return t.other
}

// ownText is what a code stands for where the font does not say so; unknown is
// U+FFFD.
func (t *font) ownText(code int, raw string) string {
	switch {
	case !t.wide:
		if s := t.table[code&255]; s != "" || code < 32 {
			return s
		}
	case t.direct:
		return utf16Text(raw)
	case t.coded != nil:
		if s, err := t.coded.NewDecoder().String(raw); err == nil {
			return s
		}
	}
	return "\ufffd"
}

// A codeMap says what codes stand for: texts, or numbers of glyphs.
type codeMap struct {
	lengths [5]bool // of codes, in bytes
	ranges  []codeRange
	texts   map[string]string
	numbers map[string]int
}

// A codeRange is codes running that stand for what runs as well.
type codeRange struct {
	low, high string
	text      string // of the first
	number    int
}

// codeMapMost is how many entries of a map are read.
const codeMapMost = 1 << 17

// codeMap reads a CMap (9.7.5, 9.10.3).
func (f *file) codeMap(s *stream) *codeMap {
	m := &codeMap{texts: map[string]string{}, numbers: map[string]int{}}
	b, _ := f.decode(s) // as far as it goes
	l := lexer{b: b}
	var args array
	for entries := 0; entries < codeMapMost; {
		v, ok := l.next()
		if !ok {
			break
		}
		op, is := v.(operator)
		if !is {
			if args = append(args, v); len(args) > codeMapMost {
				break
			}
			continue
		}
		at := func(i int) string { t, _ := args[i].(text); return string(t) }
		switch op {
		case "endcodespacerange":
			for i := 0; i+1 < len(args); i += 2 {
				if n := len(at(i)); n >= 1 && n <= 4 {
					m.lengths[n] = true
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				m.texts[at(i)] = utf16Text(at(i + 1))
			}
		case "endbfrange":
			for i := 0; i+2 < len(args); i += 3 {
				if list, ok := args[i+2].(array); ok {
					code := at(i)
					for _, v := range list {
						t, _ := v.(text)
						m.texts[code] = utf16Text(string(t))
						code = following(code)
					}
					continue
				}
				m.ranges = append(m.ranges, codeRange{low: at(i), high: at(i + 1), text: utf16Text(at(i + 2))})
			}
		case "endcidchar":
			for i := 0; i+1 < len(args); i += 2 {
				n, _ := args[i+1].(int)
				m.numbers[at(i)] = n
			}
		case "endcidrange":
			for i := 0; i+2 < len(args); i += 3 {
				n, _ := args[i+2].(int)
				m.ranges = append(m.ranges, codeRange{low: at(i), high: at(i + 1), number: n})
			}
		}
		entries += len(args)
		args = args[:0]
	}
	return m
}

// following is the code behind a code.
func following(code string) string {
	b := []byte(code)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i]++; b[i] != 0 {
			break
		}
	}
	return string(b)
}

func (m *codeMap) length(s string) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		if !m.lengths[n] {
			continue
		}
		if _, ok := m.numbers[s[:n]]; ok {
			return n
		}
		if _, _, ok := m.in(s[:n]); ok {
			return n
		}
	}
	for n := 2; n <= 4; n++ {
		if m.lengths[n] {
			return n
		}
	}
	if m.lengths[1] {
		return 1
	}
	return 2
}

// in returns the range code lies in and how far behind its beginning.
func (m *codeMap) in(code string) (*codeRange, int, bool) {
	for i := range m.ranges {
		r := &m.ranges[i]
		if len(code) == len(r.low) && code >= r.low && code <= r.high {
			far := 0
			for j := range len(code) {
				far = far<<8 + int(code[j]) - int(r.low[j])
			}
			return r, far, true
		}
	}
	return nil, 0, false
}

// text is what a code stands for. A nil map knows none.
func (m *codeMap) text(code string) (string, bool) {
	if m == nil {
		return "", false
	}
	if s, ok := m.texts[code]; ok {
		return s, true
	}
	r, far, ok := m.in(code)
	if !ok {
		// Some write codes of one byte as two, or the other way about.
		if s, known := m.texts["\x00"+code]; known && len(code) == 1 {
			return s, true
		}
		return "", false
	}
	last, size := utf8.DecodeLastRuneInString(r.text)
	if size == 0 || far < 0 || int(last)+far > utf8.MaxRune {
		return "", false
	}
	return r.text[:len(r.text)-size] + string(last+rune(far)), true
}

// number is the number of the glyph a code stands for.
func (m *codeMap) number(code string) (int, bool) {
	if n, ok := m.numbers[code]; ok {
		return n, true
	}
	if r, far, ok := m.in(code); ok {
		return r.number + far, true
	}
	return 0, false
}

// utf16Text decodes UTF-16 with the high byte first; a byte alone is a Latin letter.
func utf16Text(s string) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if swapped(units) {
		for i := range units {
			units[i] >>= 8
		}
	}
	return string(utf16.Decode(units))
}

// swapped reports whether all of several letters are Latin ones with their bytes
// the wrong way round, as Ghostscript 10.0 writes ligatures.
func swapped(units []uint16) bool {
	for _, u := range units {
		if u&0xff != 0 || u>>8 < 'A' || u>>8 > 'z' {
			return false
		}
	}
	return len(units) > 1
}
