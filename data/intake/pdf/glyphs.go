package pdf

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// glyphNames are the names fonts give to characters that are no plain or
// accented letter, as the Adobe Glyph List has them.
const glyphNames = `space=  exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' parenleft=( parenright=) asterisk=* plus=+ comma=, hyphen=- period=. slash=/
zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=: semicolon=; less=< equal== greater=> question=? at=@ bracketleft=[ backslash=\ bracketright=] asciicircum=^ underscore=_
grave=` + "`" + ` braceleft={ bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£ currency=¤ yen=¥ brokenbar=¦ section=§ dieresis=¨ copyright=© ordfeminine=ª guillemotleft=« logicalnot=¬ registered=® macron=¯
degree=° plusminus=± twosuperior=² threesuperior=³ acute=´ mu=µ paragraph=¶ periodcentered=· middot=· cedilla=¸ onesuperior=¹ ordmasculine=º guillemotright=» onequarter=¼ onehalf=½ threequarters=¾ questiondown=¿
AE=Æ Eth=Ð multiply=× Oslash=Ø Thorn=Þ germandbls=ß ae=æ eth=ð divide=÷ oslash=ø thorn=þ quoteleft=‘ quoteright=’ quotedblleft=“ quotedblright=” quotesinglbase=‚ quotedblbase=„ endash=– emdash=— bullet=•
ellipsis=… dagger=† daggerdbl=‡ perthousand=‰ guilsinglleft=‹ guilsinglright=› fraction=⁄ fi=fi fl=fl ff=ff ffi=ffi ffl=ffl dotlessi=ı Lslash=Ł lslash=ł OE=Œ oe=œ Euro=€ euro=€ trademark=™ minus=− florin=ƒ
circumflex=ˆ tilde=˜ ring=˚ caron=ˇ breve=˘ dotaccent=˙ ogonek=˛ hungarumlaut=˝ Dcroat=Đ dcroat=đ Hbar=Ħ hbar=ħ Tbar=Ŧ tbar=ŧ Eng=Ŋ eng=ŋ kgreenlandic=ĸ longs=ſ IJ=Ĳ ij=ĳ afii61352=№ numero=№ notequal=≠ lessequal=≤
greaterequal=≥ infinity=∞ partialdiff=∂ summation=∑ product=∏ integral=∫ radical=√ approxequal=≈ lozenge=◊ arrowleft=← arrowright=→ arrowup=↑ arrowdown=↓ figuredash=‒ afii00208=― onethird=⅓ twothirds=⅔ nbspace=  nonbreakingspace= 
sfthyphen=- softhyphen=- Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω
alpha=α beta=β gamma=γ delta=δ epsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ nu=ν xi=ξ omicron=ο pi=π rho=ρ sigma=σ sigma1=ς tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω`

// accents are the marks that stand behind a letter in a glyph's name.
var accents = map[string]string{
	"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "dieresis": "\u0308", "ring": "\u030a", "caron": "\u030c",
	"cedilla": "\u0327", "macron": "\u0304", "breve": "\u0306", "ogonek": "\u0328", "dotaccent": "\u0307", "dot": "\u0307", "hungarumlaut": "\u030b",
	"commaaccent": "\u0327", "tonos": "\u0301",
}

var glyphTable = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for pair := range strings.FieldsSeq(glyphNames) {
		if n, s, ok := strings.Cut(pair, "="); ok {
			table[n] = s
		}
	}
	table["space"], table["nbspace"], table["nonbreakingspace"] = " ", " ", " "
	return table
})

// glyphText is what a glyph of this name stands for, "" where the name says nothing.
func glyphText(n string) string {
	if base, _, ok := strings.Cut(n, "."); ok && base != "" { // "a.alt"
		n = base
	}
	table := glyphTable()
	if s, ok := table[n]; ok {
		return s
	}
	if len(n) == 1 {
		return n
	}
	if parts := strings.Split(n, "_"); len(parts) > 1 { // "f_i"
		out := ""
		for _, p := range parts {
			s := glyphText(p)
			if s == "" {
				return ""
			}
			out += s
		}
		return out
	}
	if digits, ok := strings.CutPrefix(n, "uni"); ok && len(digits) >= 4 && len(digits)%4 == 0 {
		out := ""
		for ; len(digits) >= 4; digits = digits[4:] {
			v, err := strconv.ParseUint(digits[:4], 16, 16)
			if err != nil {
				return ""
			}
			out += string(rune(v))
		}
		return out
	}
	if digits, ok := strings.CutPrefix(n, "u"); ok && len(digits) >= 4 && len(digits) <= 6 {
		if v, err := strconv.ParseUint(digits, 16, 32); err == nil && v <= utf8.MaxRune {
			return string(rune(v))
		}
	}
	if digits, ok := strings.CutPrefix(n, "afii"); ok {
		if v, err := strconv.Atoi(digits); err == nil {
			return afii(v)
		}
	}
	letter, size := utf8.DecodeRuneInString(n)
	if mark, ok := accents[n[size:]]; ok {
		if s := norm.NFC.String(string(letter) + mark); utf8.RuneCountInString(s) == 1 {
			return s
		}
	}
	return ""
}

// afii is the Cyrillic, Hebrew or Arabic letter with a number of the
// Association for Font Information Interchange.
func afii(v int) string {
	r := rune(0)
	switch {
	case v == 10023:
		r = 'Ё'
	case v == 10071:
		r = 'ё'
	case v >= 10017 && v <= 10022:
		r = 'А' + rune(v-10017)
	case v >= 10024 && v <= 10049:
		r = 'Ж' + rune(v-10024)
	case v >= 10065 && v <= 10070:
		r = 'а' + rune(v-10065)
	case v >= 10072 && v <= 10097:
		r = 'ж' + rune(v-10072)
	case v >= 57409 && v <= 57434:
		r = 0x621 + rune(v-57409)
	case v >= 57440 && v <= 57450:
		r = 0x640 + rune(v-57440)
	case v >= 57664 && v <= 57690:
		r = 0x5d0 + rune(v-57664)
	default:
		return ""
	}
	return string(r)
}

// windows decodes Windows-1252, in which the encoding of PDF's own texts and
// WinAnsiEncoding are but for a few signs.
func windows(s string) string {
	out, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return strings.ToValidUTF8(s, "\ufffd")
	}
	return out
}

// standardUpper is the upper half of Adobe's standard encoding, from A1 hex; a
// dot stands for no character.
const standardUpper = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ.–†‡·.¶•‚„”»…‰.¿.`´ˆ˜¯˘˙¨.˚¸.˝˛ˇ—................Æ.ª....ŁØŒº.....æ...ı..łøœß"

// baseEncoding is the text of each code in one of the encodings with a name.
func baseEncoding(n string) [256]string {
	var out [256]string
	for c := 32; c < 127; c++ {
		out[c] = string(rune(c))
	}
	switch n {
	case "MacRomanEncoding":
		for c := 128; c < 256; c++ {
			out[c] = string(charmap.Macintosh.DecodeByte(byte(c)))
		}
	case "StandardEncoding":
		out['\''], out['`'] = "’", "‘"
		c := 0xa1
		for _, r := range standardUpper {
			if r != '.' {
				out[c] = string(r)
			}
			c++
		}
	default:
		for c := 128; c < 256; c++ {
			out[c] = string(charmap.Windows1252.DecodeByte(byte(c)))
		}
		for _, c := range []int{127, 129, 141, 143, 144, 157} { // unused ones show as bullets
			out[c] = "•"
		}
		out[173] = "-"
	}
	return out
}
