package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode turns bytes into text by what they hold, in this order: a byte order
// mark, valid UTF-8, UTF-16 by the pattern of its zeros, the encoding the page
// itself declares when it fits, UTF-8 with a few damaged bytes, and at last the
// encoding whose letters look most like words. It returns the text without a
// mark and the name of the encoding, and reports false for bytes that are no text.
func decode(b []byte) (text, name string, ok bool) {
	if text, name, ok = decodeMarked(b); ok {
		return text, name, true
	}
	if bytes.Contains(b, []byte("\x1b$")) {
		if text, ok := fits(japanese.ISO2022JP, b); ok {
			return text, "iso-2022-jp", true
		}
	}
	if utf8.Valid(b) {
		if !zerosFew(b) {
			return decodeWide(b)
		}
		return string(b), "utf-8", true
	}
	if text, name, ok = decodeWide(b); ok {
		return text, name, true
	}
	if !zerosFew(b) || !mostlyText(b[:min(len(b), 64<<10)]) {
		return "", "", false
	}
	if e, name := declared(b); e != nil {
		if text, ok := fits(e, b); ok {
			return text, name, true
		}
	}
	if bad, high := damagedUTF8(b); bad*10 <= high {
		return strings.ToValidUTF8(string(b), "\ufffd"), "utf-8", true
	}
	text, name = guess(b)
	return text, name, true
}

// decodeMarked decodes bytes that begin with a byte order mark.
func decodeMarked(b []byte) (text, name string, ok bool) {
	var e encoding.Encoding
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		return strings.ToValidUTF8(string(b[3:]), "\ufffd"), "utf-8", true
	case bytes.HasPrefix(b, []byte{0xff, 0xfe, 0, 0}):
		e, name, b = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", b[4:]
	case bytes.HasPrefix(b, []byte{0, 0, 0xfe, 0xff}):
		e, name, b = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", b[4:]
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		e, name, b = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", b[2:]
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		e, name, b = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", b[2:]
	default:
		return "", "", false
	}
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", false
	}
	return string(s), name, true
}

// zerosFew reports whether b has so few zero bytes that it may be a text of single bytes.
func zerosFew(b []byte) bool {
	head := b[:min(len(b), 64<<10)]
	return bytes.Count(head, []byte{0})*100 <= len(head)
}

// decodeWide decodes UTF-16 without a mark. In it one half of the bytes holds
// the pages of the alphabet, so few values fill it, zero (for spaces and
// punctuation) among them; both orders are tried and the text must be letters.
func decodeWide(b []byte) (text, name string, ok bool) {
	if len(b) < 8 || len(b)%2 != 0 && len(b) < 64 {
		return "", "", false
	}
	head := b[:min(len(b), 8192)&^1]
	half := len(head) / 2
	for _, try := range []struct {
		odd  int
		e    unicode.Endianness
		name string
	}{{1, unicode.LittleEndian, "utf-16le"}, {0, unicode.BigEndian, "utf-16be"}} {
		var count [256]int
		for i := try.odd; i < len(head); i += 2 {
			count[head[i]]++
		}
		zeros, top := count[0], 0
		for _, n := range count[1:] {
			top = max(top, n)
		}
		if zeros*20 < half || (zeros+top)*100 < half*80 {
			continue
		}
		s, err := unicode.UTF16(try.e, unicode.IgnoreBOM).NewDecoder().Bytes(b)
		if err == nil && readable(string(s)) {
			return string(s), try.name, true
		}
	}
	return "", "", false
}

// readable reports whether nearly all of s are letters, marks and spaces that texts hold.
func readable(s string) bool {
	n, bad := 0, 0
	for _, r := range s {
		if n++; n > 4096 {
			break
		}
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0xe000 && r < 0xf900 {
			bad++
		}
	}
	return n > 0 && bad*50 <= n
}

// declared returns the encoding that a web page or XML names for itself, or nil.
func declared(b []byte) (encoding.Encoding, string) {
	head := b[:min(len(b), 4096)]
	low := bytes.ToLower(head)
	for _, key := range []string{"charset=", "encoding="} {
		i := bytes.Index(low, []byte(key))
		if i < 0 || !bytes.ContainsRune(low[:i], '<') {
			continue
		}
		label := strings.TrimLeft(string(low[i+len(key):min(len(low), i+len(key)+40)]), `"' `)
		if j := strings.IndexAny(label, `"'/>; ?`); j >= 0 {
			label = label[:j]
		}
		if e, name := charset.Lookup(label); e != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
			return e, name
		}
	}
	return nil, ""
}

// fits decodes b by e and reports whether hardly anything in it is undefined there.
func fits(e encoding.Encoding, b []byte) (string, bool) {
	s, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", false
	}
	text := string(s)
	bad, high := 0, 0
	for _, r := range text {
		if r >= 0x80 {
			high++
		}
		if r == utf8.RuneError || r >= 0x80 && r < 0xa0 {
			bad++
		}
	}
	return text, bad*20 <= high
}

// damagedUTF8 counts the bytes of b that are no UTF-8 and all bytes above ASCII.
func damagedUTF8(b []byte) (bad, high int) {
	for len(b) > 0 {
		if b[0] < 0x80 {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		high += n
		b = b[n:]
	}
	return bad, high
}

// A candidate encoding with the letters that are common in the languages written in it.
type candidate struct {
	name   string
	e      encoding.Encoding
	common string
}

const (
	latinWest = "éèêëàâäçîïôöùûüñáíóúìòßåøæãõœÉÈÀÖÜÄÇÅØÓÁ"
	latinEast = "ąćęłńóśźżščřžýůúíěďťňáéőűăîâşţșțđôäöüŁŚŻŹĆČŘŽŠĐÓÁÉÖÜ"
	cyrillic  = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґ"
	greek     = "αοιετσνηυρπκμλωςάίόήέύώδγ"
	turkish   = "ıİşŞğĞçÇöÖüÜâî"
	hebrew    = "אבגדהוזחטיךכלםמןנסעףפץצקרשת"
	arabic    = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءئؤ"
	baltic    = "ąčęėįšųūžāēģīķļņõäöüĄČĘĖĮŠŲŪŽĀĒĪ"
)

var candidates = []candidate{
	{"windows-1252", charmap.Windows1252, latinWest},
	{"windows-1250", charmap.Windows1250, latinEast},
	{"iso-8859-2", charmap.ISO8859_2, latinEast},
	{"windows-1251", charmap.Windows1251, cyrillic},
	{"koi8-r", charmap.KOI8R, cyrillic},
	{"koi8-u", charmap.KOI8U, cyrillic},
	{"iso-8859-5", charmap.ISO8859_5, cyrillic},
	{"ibm866", charmap.CodePage866, cyrillic},
	{"windows-1253", charmap.Windows1253, greek},
	{"windows-1254", charmap.Windows1254, turkish},
	{"windows-1255", charmap.Windows1255, hebrew},
	{"windows-1256", charmap.Windows1256, arabic},
	{"iso-8859-6", charmap.ISO8859_6, arabic},
	{"windows-1257", charmap.Windows1257, baltic},
	{"macintosh", charmap.Macintosh, latinWest}, // old; behind the others when they tie
	{"shift_jis", japanese.ShiftJIS, ""},
	{"euc-jp", japanese.EUCJP, ""},
	{"gb18030", simplifiedchinese.GB18030, ""},
	{"big5", traditionalchinese.Big5, ""},
	{"euc-kr", korean.EUCKR, ""},
}

// guess decodes b by the candidate whose text looks most like words. A sample
// around the first bytes above ASCII is enough to choose by.
func guess(b []byte) (text, name string) {
	sample := sampleHigh(b, 16<<10)
	best, bestScore := 0, -1e9
	for i, c := range candidates {
		s, err := c.e.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		if v := plausible(string(s), c); v > bestScore+1e-9 {
			best, bestScore = i, v
		}
	}
	s, err := candidates[best].e.NewDecoder().Bytes(b)
	if err != nil {
		s, _ = charmap.Windows1252.NewDecoder().Bytes(b)
		best = 0
	}
	return string(s), candidates[best].name
}

// sampleHigh gathers the lines of b that hold bytes above ASCII, up to about n bytes.
func sampleHigh(b []byte, n int) []byte {
	var out []byte
	for len(b) > 0 && len(out) < n {
		end := bytes.IndexByte(b, '\n') + 1
		if end == 0 {
			end = len(b)
		}
		l := b[:end]
		b = b[end:]
		for i, c := range l {
			if c >= 0x80 {
				out = append(out, l[max(0, i-200):min(len(l), i+n)]...)
				out = append(out, '\n')
				break
			}
		}
	}
	return out
}

// plausible says how much the letters above ASCII in s look like words of the
// languages written in c, on average for each: about 1 for a text in c, below
// 0 for one that is not.
func plausible(s string, c candidate) float64 {
	v, n := 0.0, 0.0
	prev := ' '
	for _, r := range s {
		if r < 0x80 {
			if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
				v, n = v-2, n+1
			}
			prev = r
			continue
		}
		n++
		switch {
		case r == utf8.RuneError || r < 0xa0:
			v -= 6
		case strings.ContainsRune("‘’“”–—…«»•€°§№„\u00a0", r):
			v += plausibleMark(prev, r)
		case c.common == "":
			v += plausibleEast(r, c.name)
		case strings.ContainsRune(c.common, r):
			v += 1
			v -= oddNeighbours(prev, r)
		case c.common != latinWest && c.common != latinEast && strings.ContainsRune(c.common, lower(r)):
			v += .6
			v -= oddNeighbours(prev, r)
		case isLetter(r):
			v -= oddNeighbours(prev, r) + .2
		default:
			v -= 1
		}
		prev = r
	}
	if n == 0 {
		return 0
	}
	// The commonest letters must be common: this tells alphabets in the wrong order apart.
	return v/n + .5*topShare(s, c.common)
}

// topShare is the share of the text's letters of an alphabet that are among the first ten of its common ones.
func topShare(s, common string) float64 {
	if common != cyrillic && common != greek && common != hebrew && common != arabic {
		return .5
	}
	top := []rune(common)
	if common == cyrillic || common == greek {
		top = top[:10]
	} else {
		top = []rune("והילאמרתשביلاونمرةت")
	}
	in, all := 0, 0
	for _, r := range s {
		if r >= 0x80 && isLetter(r) {
			all++
			if strings.ContainsRune(string(top), r) {
				in++
			}
		}
	}
	if all == 0 {
		return 0
	}
	return float64(in) / float64(all)
}

// plausibleMark scores punctuation above ASCII by whether it stands where such marks do.
func plausibleMark(prev, r rune) float64 {
	open := prev < 0x80 && !isLetter(prev) && !isDigit(prev) && prev != '.' && prev != ','
	switch r {
	case '“', '„', '«', '‘':
		if open {
			return 1.1
		}
		return -.5
	case '’', '”', '»':
		if !open || r == '»' {
			return 1.1
		}
		return -.5
	}
	return .7
}

// oddNeighbours is the price of a letter standing where words do not have it.
func oddNeighbours(prev, r rune) float64 {
	asciiPrev := prev < 0x80 && isLetter(prev)
	switch {
	case strings.ContainsRune(".,!?;", prev): // a word begins right behind a stop
		return 1.5
	case r >= 0x370 && asciiPrev: // another alphabet inside a Latin word
		return 3
	case isUpper(r) && isLower(prev):
		return 3
	case r < 0x370 && prev >= 0x80 && isLetter(prev) && !isUpper(prev):
		return .35 // two accented letters running are rare in words of Latin letters
	}
	return 0
}

// plausibleEast scores a letter of a text read in an East Asian encoding.
func plausibleEast(r rune, name string) float64 {
	kana := r >= 0x3041 && r <= 0x30fe
	han := r >= 0x4e00 && r <= 0x9fff
	hangul := r >= 0xac00 && r <= 0xd7a3
	mark := r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60
	switch name {
	case "shift_jis", "euc-jp":
		switch {
		case kana:
			return 1.7
		case mark:
			return 1.2
		case han:
			return .8
		case r >= 0xff61 && r <= 0xff9f: // half-width kana: what other encodings look like in Shift JIS
			return -1.5
		}
	case "euc-kr":
		if hangul {
			return 1.5
		}
		if han || mark {
			return .3
		}
	default:
		switch {
		case r >= 0x4e00 && r <= 0x9fff && commonHan[r]:
			return 2.2
		case han:
			return .7
		case mark:
			return 1.2
		case kana || hangul:
			return -.5
		}
	}
	return -1
}

// commonHan are among the most frequent characters of Chinese, in both forms.
var commonHan = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於着著下自之年過过發发後后作里裡用道行所然家種种事成方多經经去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日" {
		m[r] = true
	}
	return m
}()
