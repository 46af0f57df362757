package office

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"parallax/data/intake/document"
)

// IsRTF reports whether a file is a document in Rich Text Format.
func IsRTF(b []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(b[:min(len(b), 64)], "\ufeff \t\r\n"), []byte(`{\rtf`))
}

// ReadRTF reads a document in Rich Text Format, version 1.9.1 of its
// specification. One that was cut short is read as far as it goes.
func ReadRTF(ctx context.Context, b []byte) (*document.Document, error) {
	r := rtf{
		flow: flow{doc: &document.Document{MediaType: "application/rtf"}}, b: b,
		now: group{fallback: 1}, page: 1252, fonts: map[int]int{}, styles: map[int]document.Kind{},
	}
	for n := 0; r.at < len(r.b); n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := r.next(); err != nil {
			return nil, err
		}
	}
	if err := r.flushBytes(); err != nil {
		return nil, err
	}
	for len(r.outer) > 0 {
		if err := r.closeGroup(); err != nil {
			return nil, err
		}
	}
	r.doc.Title, r.doc.Author = strings.TrimSpace(r.doc.Title), strings.TrimSpace(r.doc.Author)
	return r.doc, r.finish()
}

// An rtf reads one document.
type rtf struct {
	flow
	b  []byte
	at int

	now   group
	outer []group // those the current one lies in

	page    int                   // code page of the document
	fonts   map[int]int           // code page by the number of a font
	styles  map[int]document.Kind // by their number
	pending []byte                // letters in the code page, not decoded yet
	units   []uint16              // UTF-16, of letters given by number
	skip    int                   // letters still to pass by: they stand for one given by number
}

// A target is where the text of a group goes.
type target uint8

const (
	toText  target = iota
	nowhere        // not text of the document
	toFonts
	toStyles
	toTitle
	toAuthor
	toInfo
)

// A group is the state that ends with its closing brace.
type group struct {
	target   target
	fallback int // letters that stand for one given by number
	font     int
	kind     document.Kind // of the paragraph
	style    int           // its number
	inTable  bool
	name     string // of a style, as far as it is read

	own    bool          // it has paragraphs of its own: a note, a header
	base   int           // paragraphs open around it
	before document.Kind // of the flow around it
	behind bool
}

func (r *rtf) next() error {
	c := r.b[r.at]
	r.at++
	switch c {
	case '{':
		if err := r.flushBytes(); err != nil {
			return err
		}
		if len(r.outer) >= document.MaxDepth {
			return document.TooDeep()
		}
		r.outer = append(r.outer, r.now)
		r.now.own, r.now.name = false, ""
	case '}':
		return r.closeGroup()
	case '\\':
		return r.control()
	case '\r', '\n', 0:
	default:
		return r.letter(c)
	}
	return nil
}

func (r *rtf) closeGroup() error {
	err := r.flushBytes()
	r.skip = 0
	if len(r.outer) == 0 {
		return err
	}
	if r.now.target == toStyles {
		if k := kindOf(strings.TrimSuffix(strings.TrimSpace(r.now.name), ";")); k != document.Paragraph {
			r.styles[r.now.style] = k
		}
	}
	if r.now.own {
		if err == nil {
			err = r.endParagraph()
		}
		r.kind, r.back = r.now.before, r.now.behind
	}
	n := len(r.outer) - 1
	r.now, r.outer = r.outer[n], r.outer[:n]
	return err
}

// letter takes one byte of text in the code page.
func (r *rtf) letter(c byte) error {
	if r.skip > 0 {
		r.skip--
		return nil
	}
	var err error
	if len(r.units) > 0 {
		err = r.flushUnits()
	}
	if r.now.target != nowhere {
		r.pending = append(r.pending, c)
	}
	return err
}

// control reads what follows a backslash.
func (r *rtf) control() error {
	if r.at >= len(r.b) {
		return nil
	}
	c := r.b[r.at]
	if c|0x20 < 'a' || c|0x20 > 'z' {
		r.at++
		return r.symbol(c)
	}
	start := r.at
	for r.at < len(r.b) && r.at-start < 32 && r.b[r.at]|0x20 >= 'a' && r.b[r.at]|0x20 <= 'z' {
		r.at++
	}
	word := string(r.b[start:r.at])
	start = r.at
	if r.at < len(r.b) && r.b[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.b) && r.at-start < 11 && r.b[r.at] >= '0' && r.b[r.at] <= '9' {
		r.at++
	}
	value, err := strconv.Atoi(string(r.b[start:r.at]))
	given := err == nil
	if r.at < len(r.b) && r.b[r.at] == ' ' {
		r.at++
	}
	if r.skip > 0 && word != "u" {
		r.skip--
		return nil
	}
	return r.word(word, value, given)
}

// symbol reads a control symbol: a backslash and one character.
func (r *rtf) symbol(c byte) error {
	switch c {
	case '\'':
		if r.at+2 <= len(r.b) {
			n, err := strconv.ParseUint(string(r.b[r.at:r.at+2]), 16, 8)
			r.at += 2
			if err == nil {
				return r.letter(byte(n))
			}
		}
	case '*':
		return r.destination()
	case '\r', '\n':
		return r.paragraph()
	case '~':
		return r.say("\u00a0")
	case '_':
		return r.say("-")
	case '-', '|', ':': // a place to part a word; marks of an index
	default:
		return r.letter(c)
	}
	return nil
}

// rtfKept are the groups an older program may pass by that hold text all the same.
var rtfKept = map[string]bool{"shpinst": true, "annotation": true, "shppict": true, "footnote": true}

// destination reads the word behind \*: its group holds nothing to read unless
// the word is known.
func (r *rtf) destination() error {
	rest := r.b[r.at:min(len(r.b), r.at+40)]
	rest = bytes.TrimLeft(rest, " \r\n")
	if !bytes.HasPrefix(rest, []byte(`\`)) {
		return nil
	}
	end := 1
	for end < len(rest) && rest[end]|0x20 >= 'a' && rest[end]|0x20 <= 'z' {
		end++
	}
	if r.now.target == toText && !rtfKept[string(rest[1:end])] {
		r.now.target = nowhere
	}
	return nil
}

// rtfNowhere are groups that hold no text of the document.
var rtfNowhere = map[string]bool{
	"colortbl": true, "pict": true, "object": true, "objdata": true, "fldinst": true, "nonshppict": true, "themedata": true, "datastore": true,
	"listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true, "xmlnstbl": true, "listtext": true, "pntext": true,
	"latentstyles": true, "filetbl": true, "revtbl": true, "shprslt": true, "sn": true, "sv": true, "bkmkstart": true, "bkmkend": true,
	"atnid": true, "atnauthor": true, "atntime": true, "atndate": true, "atnref": true, "atrfstart": true, "atrfend": true, "atnparent": true, "xe": true, "tc": true, "ftnsep": true, "ftnsepc": true, "ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true,
}

// rtfLetters are letters that have a word of their own.
var rtfLetters = map[string]string{
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ", "tab": " ",
}

// rtfOwn are groups with paragraphs of their own: what these are, and whether
// they stand behind the text.
var rtfOwn = map[string]struct {
	kind document.Kind
	back bool
}{
	"footnote": {document.Footnote, true}, "annotation": {document.Remark, true},
	"header": {document.Running, false}, "headerl": {document.Running, false}, "headerr": {document.Running, false}, "headerf": {document.Running, false},
	"footer": {document.Running, true}, "footerl": {document.Running, true}, "footerr": {document.Running, true}, "footerf": {document.Running, true},
	"shptxt": {document.Paragraph, false},
}

// word obeys a control word.
func (r *rtf) word(word string, value int, given bool) error {
	if own, ok := rtfOwn[word]; ok && r.now.target == toText && len(r.outer) > 0 {
		if err := r.flushBytes(); err != nil {
			return err
		}
		r.now.own, r.now.base, r.now.before, r.now.behind = true, len(r.open), r.kind, r.back
		r.now.inTable = false
		if own.kind != document.Paragraph {
			r.kind, r.back = own.kind, own.back
		}
		return nil
	}
	if rtfNowhere[word] {
		err := r.flushBytes()
		if r.now.target == toText {
			r.now.target = nowhere
		}
		return err
	}
	if s, ok := rtfLetters[word]; ok {
		return r.say(s)
	}
	switch word {
	case "u":
		return r.numbered(value)
	case "uc":
		r.now.fallback = max(0, min(value, 8))
	case "bin":
		r.at = min(len(r.b), r.at+max(0, value))
	case "ansicpg":
		r.page = value
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "fonttbl":
		r.now.target = toFonts
	case "stylesheet":
		r.now.target = toStyles
	case "info":
		r.now.target = toInfo
	case "title":
		r.about(toTitle, r.doc.Title)
	case "author":
		r.about(toAuthor, r.doc.Author)
	case "f":
		err := r.flushBytes()
		r.now.font = value
		return err
	case "fcharset":
		if page, ok := rtfCharsets[value]; ok && r.now.target == toFonts {
			r.fonts[r.now.font] = page
		}
	case "plain":
		err := r.flushBytes()
		r.now.font = -1
		return err
	case "s":
		r.now.style = value
		if r.now.target == toText {
			r.now.kind = r.styles[value]
		}
	case "pard":
		r.now.kind, r.now.style, r.now.inTable = document.Paragraph, 0, false
	case "outlinelevel":
		if r.now.target == toText && r.now.kind == document.Paragraph && value < 9 {
			r.now.kind = document.Heading
		}
	case "ls":
		if given && value > 0 && r.now.kind == document.Paragraph {
			r.now.kind = document.Item
		}
	case "intbl":
		r.now.inTable = true
	default:
		if r.now.target == toText {
			return r.layout(word)
		}
	}
	return nil
}

// about sends the text of a group to what the file says of itself, where it has
// not said so already.
func (r *rtf) about(to target, said string) {
	if r.now.target == toInfo && said == "" {
		r.now.target = to
	}
}

// layout obeys the words that end paragraphs, lines, cells and rows.
func (r *rtf) layout(word string) error {
	switch word {
	case "par", "sect":
		return r.paragraph()
	case "line":
		if err := r.flushBytes(); err != nil {
			return err
		}
		if len(r.open) > r.now.base {
			r.style(r.now.kind)
			return r.wrap()
		}
	case "trowd":
		if len(r.rows) == 0 {
			if err := r.endParagraph(); err != nil {
				return err
			}
			r.beginRow()
			r.beginCell()
		}
	case "cell", "nestcell":
		if err := r.endParagraph(); err != nil {
			return err
		}
		r.beginCell()
	case "row", "nestrow":
		if err := r.endParagraph(); err != nil {
			return err
		}
		return r.endRow()
	}
	return nil
}

// paragraph ends a paragraph; one that is in no table ends the table.
func (r *rtf) paragraph() error {
	err := r.endParagraph()
	if err == nil && r.now.base == 0 && !r.now.inTable && len(r.rows) > 0 {
		return r.endRow()
	}
	return err
}

// endParagraph ends the paragraph being read, if there is one.
func (r *rtf) endParagraph() error {
	if err := r.flushBytes(); err != nil {
		return err
	}
	if len(r.open) <= r.now.base {
		return nil
	}
	r.style(r.now.kind)
	return r.end()
}

// numbered takes a letter given by its number in UTF-16, negative from 8000 hex up.
func (r *rtf) numbered(value int) error {
	err := r.flushPending()
	if value < 0 {
		value += 1 << 16
	}
	r.units = append(r.units, uint16(value))
	r.skip = r.now.fallback
	return err
}

// say writes text that is in no code page.
func (r *rtf) say(s string) error {
	if err := r.flushBytes(); err != nil {
		return err
	}
	return r.show(s)
}

// show sends text to where the group's text goes.
func (r *rtf) show(s string) error {
	switch r.now.target {
	case toText:
		if len(r.open) <= r.now.base {
			r.begin()
		}
		return r.write(s)
	case toStyles:
		if len(r.now.name) < 200 {
			r.now.name += s
		}
	case toTitle:
		r.doc.Title = clipped(r.doc.Title + s)
	case toAuthor:
		r.doc.Author = clipped(r.doc.Author + s)
	}
	return nil
}

// clipped cuts what a file says of itself to a length a title may have.
func clipped(s string) string { return s[:min(len(s), 1000)] }

func (r *rtf) flushBytes() error {
	if len(r.units) > 0 {
		return r.flushUnits()
	}
	return r.flushPending()
}

func (r *rtf) flushUnits() error {
	s := string(utf16.Decode(r.units))
	r.units = r.units[:0]
	return r.show(s)
}

func (r *rtf) flushPending() error {
	if len(r.pending) == 0 {
		return nil
	}
	s := string(r.pending)
	for i := range r.pending {
		if r.pending[i] >= utf8.RuneSelf {
			s = r.decode(r.pending)
			break
		}
	}
	r.pending = r.pending[:0]
	return r.show(s)
}

// decode turns bytes into text by the code page of their font.
func (r *rtf) decode(b []byte) string {
	page, known := r.fonts[r.now.font]
	if !known {
		page = r.page
	}
	if out, err := codePage(page).NewDecoder().Bytes(b); err == nil {
		return string(out)
	}
	return strings.ToValidUTF8(string(b), "\ufffd")
}

// rtfCharsets are the code pages of the character sets a font names; the
// specification lists them under \fcharset. Symbol fonts are in none.
var rtfCharsets = map[int]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
	186: 1257, 204: 1251, 222: 874, 238: 1250,
}

// codePage is the encoding of a code page of Windows or DOS.
func codePage(n int) encoding.Encoding {
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	case 10000:
		return charmap.Macintosh
	}
	labels := map[int]string{866: "ibm866", 874: "windows-874", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 65001: "utf-8"}
	label := labels[n]
	if n >= 1250 && n <= 1258 {
		label = "windows-" + strconv.Itoa(n)
	}
	if e, _ := charset.Lookup(label); e != nil {
		return e
	}
	return charmap.Windows1252
}
