package intake

import (
	"bytes"
	"strings"

	"parallax/data"
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
	nextSavePDF = "Open it, select the text of the report, copy it, and paste it here."
)

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
	{"%PDF-", 0, "This file is a PDF. Parallax cannot read PDF files yet.", nextSavePDF},
	{"PK\x05\x06", 0, "This file is an empty zip file.", "Choose another file."},
	{"PK\x03\x04", 0, "This file is a zip file.", "Unpack it first, then choose the page inside."},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "This file is an old Word or Office document.", nextPaste},
	{`{\rtf`, 0, "This file is an RTF document. Parallax cannot read RTF files yet.", nextPaste},
	{"\x1f\x8b", 0, "This file is packed.", "Unpack it first, then choose the page inside."},
	{"BZh", 0, "This file is packed.", "Unpack it first, then choose the page inside."},
	{"\xfd7zXZ\x00", 0, "This file is packed.", "Unpack it first, then choose the page inside."},
	{"7z\xbc\xaf\x27\x1c", 0, "This file is packed.", "Unpack it first, then choose the page inside."},
	{"Rar!\x1a\x07", 0, "This file is packed.", "Unpack it first, then choose the page inside."},
	{"SQLite format 3\x00", 0, "This file is a library or another database, not a page.", "To open a library, use File → Open library."},
	{"\x7fELF", 0, "This file is a program, not a page.", "Choose another file."},
	{"OggS", 0, "This file is a sound or a film.", "Choose a file with text in it."},
	{"ID3", 0, "This file is a sound.", "Choose a file with text in it."},
	{"fLaC", 0, "This file is a sound.", "Choose a file with text in it."},
	{"RIFF", 0, "This file is a sound or a film.", "Choose a file with text in it."},
	{"ftyp", 4, "This file is a film.", "Choose a file with text in it."},
	{"\x1aE\xdf\xa3", 0, "This file is a film.", "Choose a file with text in it."},
}

// zipKinds are the documents that are zip files, told by a name they hold.
var zipKinds = []struct{ part, said string }{
	{"word/", "This file is a Word document. Parallax cannot read Word files yet."},
	{"mimetypeapplication/vnd.oasis.opendocument", "This file is a LibreOffice document. Parallax cannot read it yet."},
	{"mimetypeapplication/epub+zip", "This file is an e-book. Parallax cannot read e-books yet."},
	{"xl/", "This file is a spreadsheet."},
	{"ppt/", "This file is a set of slides. Parallax cannot read slides yet."},
}

// sniffBinary returns the Problem of a file that is no text, or nil.
func sniffBinary(b []byte) error {
	head := b[:min(len(b), 1024)]
	for _, k := range binaryKinds {
		if len(head) < k.at || !bytes.HasPrefix(head[k.at:], []byte(k.magic)) {
			continue
		}
		said, next := k.said, k.next
		if k.magic == "PK\x03\x04" {
			for _, z := range zipKinds {
				if bytes.Contains(b[:min(len(b), 64<<10)], []byte(z.part)) || bytes.Contains(b[max(0, len(b)-64<<10):], []byte(z.part)) {
					said, next = z.said, nextPaste
					break
				}
			}
		}
		// A text may begin with one of the shorter marks made of letters.
		if len(k.magic) < 5 && k.magic[0] < 0x7f && k.magic[0] >= ' ' && mostlyText(head) {
			continue
		}
		return &data.Problem{Said: said, Next: next, Err: ErrBinary}
	}
	if strings.Contains(string(head), "%PDF-1.") && !mostlyText(head) {
		return &data.Problem{Said: "This file is a PDF. Parallax cannot read PDF files yet.", Next: nextSavePDF, Err: ErrBinary}
	}
	return nil
}

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
