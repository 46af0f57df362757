package intake

import (
	"context"
	"errors"
	"path"
	"strings"

	"parallax/data/intake/archive"
	"parallax/data/intake/document"
	"parallax/data/intake/mail"
)

// An Unread is a file that could not be brought in, and why.
type Unread struct {
	Name string
	Err  error
}

// Unpack returns the reports in a file, each to be read: those in a zip file,
// the message and the attachments of an e-mail, or else the file itself. Of
// what a browser saves beside a page only the page is one. It returns ctx.Err()
// when cancelled.
func Unpack(ctx context.Context, in Input) ([]Input, []Unread, error) {
	u := unpacking{ctx: ctx}
	u.open(in, 0)
	return u.reports, u.unread, ctx.Err()
}

// An unpacking gathers the reports in a file.
type unpacking struct {
	ctx     context.Context
	reports []Input
	unread  []Unread
	size    int // of the reports, in bytes
	over    bool
}

func (u *unpacking) open(in Input, depth int) {
	switch {
	case u.ctx.Err() != nil:
	case isZip(in.Bytes):
		u.zip(in, depth)
	case !isText(in.Bytes) || !mail.Is(in.Bytes):
		u.add(in)
	default:
		u.mail(in, depth)
	}
}

// isText reports whether a file can be an e-mail at all.
func isText(b []byte) bool { return mostlyText(b[:min(len(b), 1024)]) }

func (u *unpacking) add(in Input) {
	u.size += len(in.Bytes)
	switch {
	case len(u.reports) >= document.MaxReports && !u.over:
		u.over = true
		u.unread = append(u.unread, Unread{in.Name, document.TooManyReports()})
	case u.over:
	case u.size > document.MaxUnpacked:
		u.unread = append(u.unread, Unread{in.Name, document.Swells()})
	default:
		u.reports = append(u.reports, in)
	}
}

// zip opens a zip file that is no document itself.
func (u *unpacking) zip(in Input, depth int) {
	a, err := archive.Open(in.Bytes)
	if err != nil {
		u.unread = append(u.unread, Unread{in.Name, err})
		return
	}
	if err := zipProblem(a); packedReader(a) != nil || !errors.Is(err, errPacked) {
		u.add(in) // reading it tells what it is
		return
	}
	if depth >= document.MaxNesting {
		u.unread = append(u.unread, Unread{in.Name, document.Nests()})
		return
	}
	found := len(u.reports) + len(u.unread)
	for _, name := range WithoutCompanions(a.Names()) {
		if u.ctx.Err() != nil || u.over {
			return
		}
		b, err := a.Part(name)
		if err == nil {
			err = CheckSize(int64(len(b)))
		}
		if err != nil {
			u.unread = append(u.unread, Unread{name, err})
			continue
		}
		u.open(Input{name, b}, depth+1)
	}
	if found == len(u.reports)+len(u.unread) {
		u.unread = append(u.unread, Unread{in.Name, document.Blank(document.Zip)})
	}
}

// coverLetter is how many bytes of text a message has that only goes with what
// is attached to it.
const coverLetter = 400

// mail opens an e-mail: the message first, unless it only goes with what is
// attached.
func (u *unpacking) mail(in Input, depth int) {
	files, err := mail.Attached(u.ctx, in.Bytes)
	if err != nil || len(files) == 0 || depth >= document.MaxNesting {
		u.add(in)
		return
	}
	letter := false
	d, err := mail.Read(u.ctx, in.Bytes)
	if err == nil {
		size := 0
		for _, p := range d.Pages {
			size += len(strings.TrimSpace(strip(string(p.Bytes))))
		}
		letter = size > coverLetter
	}
	if letter {
		u.add(in)
	}
	for _, f := range files {
		if err := CheckSize(int64(len(f.Bytes))); err != nil {
			u.unread = append(u.unread, Unread{f.Name, err})
			continue
		}
		u.open(Input{f.Name, f.Bytes}, depth+1)
	}
	if err == nil && !letter {
		u.add(in)
	}
}

// savedBeside is how the folders end in which browsers put what belongs to a
// page they save, in their languages.
var savedBeside = []string{"_files", "-files", ".files", "_file", "_data", "-dateien", "_dateien", "_fichiers", "-filer", "_archivos", "_arquivos", "_pliki", "_soubory", "_bestanden", "_tiedostot", "_elemei", "_datoteke", "_fitxers", "_dosyalar", "_bylos", "_failid", "_fajlovi"}

// pageParts is how files end that belong to web pages and hold no report. They
// are text all right; only their names tell.
var pageParts = map[string]bool{
	".css": true, ".js": true, ".mjs": true, ".json": true, ".map": true, ".woff": true, ".woff2": true, ".ttf": true, ".otf": true, ".eot": true,
	".ico": true, ".svg": true, ".url": true, ".lnk": true, ".ini": true, ".db": true, ".download": true,
}

// WithoutCompanions returns the names, with slashes, of the files that may be
// reports: without what a browser saves beside a page, without style sheets
// and scripts, and without what systems leave in folders unseen.
func WithoutCompanions(names []string) []string {
	var out []string
	for _, name := range names {
		if !pageParts[strings.ToLower(path.Ext(name))] && !hiddenOrBeside(name) {
			out = append(out, name)
		}
	}
	return out
}

// hiddenOrBeside reports whether a part of a file's path says that it is not
// meant to be seen.
func hiddenOrBeside(name string) bool {
	parts := strings.Split(name, "/")
	for i, p := range parts {
		if strings.HasPrefix(p, ".") || strings.HasPrefix(p, "~$") || p == "__MACOSX" {
			return true
		}
		low := strings.ToLower(p)
		for _, ending := range savedBeside {
			if i < len(parts)-1 && len(low) > len(ending) && strings.HasSuffix(low, ending) {
				return true
			}
		}
	}
	return false
}
