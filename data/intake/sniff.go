package intake

import (
	"bytes"
	"errors"
	"strings"

	"parallax/data"
	"parallax/data/intake/archive"
)

// A binary kind is told by the bytes its files begin with.
type binaryKind struct {
	magic string
	at    int // offset of magic
	said  string
	next  string
}

const (
	nextPicture = "Parallax cannot read letters in a picture. Type the text, or find the page itself and copy its text."
	nextPaste   = "Open it in its own program, copy the text, and paste it here."
	nextSave    = "Open it in its own program and save it as .docx, or copy the text and paste it here."
	nextUnpack  = "Unpack it with another program, then choose the report inside."
	nextText    = "Choose a file with text in it."
)

// zipMark begins a zip file, and what is built on it.
const zipMark = "PK\x03\x04"

func isZip(b []byte) bool { return bytes.HasPrefix(b, []byte(zipMark)) }

// binaryKinds are tried in order. Sources: the magic numbers of each format's
// specification, as listed in the shared-mime-info database of freedesktop.org.
var binaryKinds = []binaryKind{
	{"\x89PNG\r\n\x1a\n", 0, "This file is a picture.", nextPicture},
	{"\xff\xd8\xff", 0, "This file is a picture.", nextPicture},
	{"GIF8", 0, "This file is a picture.", nextPicture},
	{"WEBP", 8, "This file is a picture.", nextPicture},
	{"II*\x00", 0, "This file is a picture.", nextPicture},
	{"MM\x00*", 0, "This file is a picture.", nextPicture},
	{"ftypheic", 4, "This file is a picture.", nextPicture},
	{"ftypavif", 4, "This file is a picture.", nextPicture},
	{"\x00\x00\x01\x00", 0, "This file is a picture.", nextPicture},
	{"BM", 0, "This file is a picture.", nextPicture},
	{"8BPS", 0, "This file is a picture.", nextPicture},
	{"%!PS", 0, "This file is a print job.", "Print the page again as a PDF, then bring that in."},
	{"AT&TFORM", 0, "This file is a scanned document.", nextPicture},
	{"PK\x05\x06", 0, "This file is an empty zip file.", "Choose another file."},
	{"bplist00", 0, "This file is a web archive of Safari.", "Open it in Safari, then print it as a PDF, or copy the text and paste it here."},
	{"BOOKMOBI", 60, "This file is an e-book for the Kindle.", "Look whether it can be had as .epub, or copy the text and paste it here."},
	{"\x1f\x8b", 0, "This file is packed.", nextUnpack},
	{"BZh", 0, "This file is packed.", nextUnpack},
	{"\xfd7zXZ\x00", 0, "This file is packed.", nextUnpack},
	{"7z\xbc\xaf\x27\x1c", 0, "This file is packed.", nextUnpack},
	{"Rar!\x1a\x07", 0, "This file is packed.", nextUnpack},
	{"SQLite format 3\x00", 0, "This file is a library or another database, not a page.", "To open a library, use File → Open library."},
	{"\x7fELF", 0, "This file is a program, not a page.", "Choose another file."},
	{"MZ", 0, "This file is a program, not a page.", "Choose another file."},
	{"OggS", 0, "This file is a sound or a film.", nextText},
	{"ID3", 0, "This file is a sound.", nextText},
	{"fLaC", 0, "This file is a sound.", nextText},
	{"RIFF", 0, "This file is a sound or a film.", nextText},
	{"ftyp", 4, "This file is a film.", nextText},
	{"\x1aE\xdf\xa3", 0, "This file is a film.", nextText},
}

// oleMark begins the files of Office before 2007, and new ones with a password.
const oleMark = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// oleKinds tell those apart by the name of a stream, which stands in them in UTF-16.
var oleKinds = []struct{ stream, said, next string }{
	{"EncryptedPackage", "This document is protected by a password.", "Open it in its own program with the password, copy the report, and paste it here."},
	{"WordDocument", "This file is a document of an old Word.", nextSave},
	{"Workbook", "This file is a spreadsheet.", nextPaste},
	{"PowerPoint Document", "This file is a set of slides.", nextPaste},
	{"__substg1.0_", "This file is an e-mail as Outlook keeps it.", "Open it in Outlook and save it as HTML, or copy the text and paste it here."},
}

// zipKinds are files built on zip that hold no report: by the name of a part,
// or, behind "mimetype=", by what their part of that name says.
var zipKinds = []struct{ part, said, next string }{
	{"xl/", "This file is a spreadsheet.", nextPaste},
	{"ppt/", "This file is a set of slides.", nextPaste},
	{"mimetype=application/vnd.oasis.opendocument.spreadsheet", "This file is a spreadsheet.", nextPaste},
	{"mimetype=application/vnd.oasis.opendocument.presentation", "This file is a set of slides.", nextPaste},
	{"mimetype=application/vnd.oasis.opendocument", "This file is a drawing.", nextPaste},
	{"Index/Document.iwa", "This file is a document of Pages or its kin.", "Open it there and export it as Word or PDF, or copy the text and paste it here."},
	{"Index.zip", "This file is a document of Pages or its kin.", "Open it there and export it as Word or PDF, or copy the text and paste it here."},
	{"AndroidManifest.xml", "This file is a program, not a page.", "Choose another file."},
	{"META-INF/MANIFEST.MF", "This file is a program, not a page.", "Choose another file."},
}

// sniffBinary returns the Problem of a file that is no text, or nil.
func sniffBinary(b []byte) error {
	head := b[:min(len(b), 1024)]
	if bytes.HasPrefix(head, []byte(oleMark)) {
		return oleProblem(b)
	}
	for _, k := range binaryKinds {
		if len(head) < k.at || !bytes.HasPrefix(head[k.at:], []byte(k.magic)) {
			continue
		}
		// A text may begin with one of the shorter marks made of letters.
		if len(k.magic) < 5 && k.magic[0] < 0x7f && k.magic[0] >= ' ' && mostlyText(head) {
			continue
		}
		return &data.Problem{Said: k.said, Next: k.next, Err: ErrBinary}
	}
	return nil
}

func oleProblem(b []byte) error {
	for _, k := range oleKinds {
		wide := make([]byte, 0, 2*len(k.stream))
		for _, c := range []byte(k.stream) {
			wide = append(wide, c, 0)
		}
		if bytes.Contains(b, wide) {
			cause := ErrBinary
			if k.stream == "EncryptedPackage" {
				cause = ErrLocked
			}
			return &data.Problem{Said: k.said, Next: k.next, Err: cause}
		}
	}
	return &data.Problem{Said: "This file is an old Word or Office document.", Next: nextSave, Err: ErrBinary}
}

// zipProblem is the Problem of a zip file that is no document: one of another
// program, or a plain one, which is to be unpacked (see Unpack).
func zipProblem(a *archive.Archive) error {
	kind, _ := a.Part("mimetype") // most have none
	for _, k := range zipKinds {
		want, byType := strings.CutPrefix(k.part, "mimetype=")
		for _, name := range a.Names() {
			if byType && strings.HasPrefix(string(kind), want) || !byType && strings.HasPrefix(name, k.part) {
				return &data.Problem{Said: k.said, Next: k.next, Err: ErrBinary}
			}
		}
	}
	return &data.Problem{Said: "This file is a zip file.", Next: nextUnpack, Err: errPacked}
}

// errPacked is the cause where a file holds other files and is none itself.
var errPacked = errors.Join(ErrBinary, errors.New("packed files"))

// mostlyText reports whether hardly any byte of b is one that texts do not hold.
func mostlyText(b []byte) bool {
	odd := 0
	for _, c := range b {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0x7f {
			odd++
		}
	}
	return odd*50 <= len(b)
}

func notText() error {
	return &data.Problem{
		Said: "This file holds no text that Parallax can read.",
		Next: "If it is a document, open it in its own program, copy the text, and paste it here.",
		Err:  ErrBinary,
	}
}

// looksLikeHTML reports whether decoded text is a web page or a piece of one:
// it opens with markup, or closes many paragraphs in it.
func looksLikeHTML(text string) bool {
	head := strings.ToLower(text[:min(len(text), 4096)])
	start := strings.TrimLeft(head, " \t\r\n\ufeff")
	for _, p := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<main", "<div", "<p>", "<p ", "<h1", "<meta", "<title", "<section", "<!--"} {
		if strings.HasPrefix(start, p) {
			return strings.Contains(head, ">") && (p != "<?xml" || strings.Contains(head, "<html"))
		}
	}
	if strings.Contains(head, "<html") && strings.Contains(head, "<head") || strings.Contains(head, "<!doctype html") && strings.HasPrefix(start, "<") {
		return true
	}
	body := text[:min(len(text), 256<<10)]
	return strings.Count(body, "</p>")+strings.Count(body, "</div>")+strings.Count(body, "</P>") >= 3 && strings.HasPrefix(start, "<")
}
