package data_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ours says which packages of this module each folder may import besides its
// own, in tests too; testsOnly what its tests may import besides.
var ours = map[string][]string{
	"data":                    {},
	"data/text":               {"data"},
	"data/compare":            {"data", "data/text"},
	"data/intake":             {"data", "data/text", "data/intake/archive", "data/intake/document", "data/intake/epub", "data/intake/mail", "data/intake/office", "data/intake/pdf"},
	"data/intake/archive":     {"data/intake/document"},
	"data/intake/document":    {"data"},
	"data/intake/epub":        {"data/intake/archive", "data/intake/document"},
	"data/intake/mail":        {"data/intake/document"},
	"data/intake/office":      {"data/intake/archive", "data/intake/document"},
	"data/intake/pdf":         {"data", "data/intake/document"},
	"data/lens":               {"data", "data/text", "data/compare"},
	"data/store":              {"data"},
	"data/lesson":             {"data"},
	"data/export":             {"data", "data/text", "data/compare"},
	"assets":                  {"data"},
	"gui/palette":             {"data"},
	"gui/caret":               {},
	"gui/keyed":               {},
	"gui/autoscroll":          {},
	"gui/task":                {},
	"gui/bidi":                {},
	"gui/reader":              {"data", "gui/autoscroll", "gui/bidi", "gui/palette"},
	"gui/session":             {"data", "data/text", "data/compare", "data/intake", "data/lens", "data/lesson", "data/export", "gui/task"},
	"gui/editor":              {"data", "gui/autoscroll", "gui/bidi"},
	"gui/lookover":            {"data", "gui/bidi", "gui/caret", "gui/keyed", "gui/palette", "gui/session"},
	"gui/chooser":             {"data", "gui/bidi", "gui/palette", "gui/task"},
	"gui":                     {"data", "assets", "data/export", "data/intake", "data/lens", "gui/bidi", "gui/caret", "gui/keyed", "gui/palette", "gui/task", "gui/reader", "gui/session", "gui/lookover", "gui/chooser", "gui/editor"},
	"gui/e2e":                 {"assets", "data", "data/store"},
	"cmd/dev":                 {},
	"cmd/parallax":            {"data", "data/text", "data/compare", "data/intake", "data/lens", "data/store", "data/lesson", "data/export", "gui", "gui/session", "assets"},
	"data/intake/dateparser":  {},
	"data/intake/distiller":   {},
	"data/intake/emoji":       {},
	"data/intake/readability": {},
}

var testsOnly = map[string][]string{
	"gui":          {"data/store"},
	"gui/session":  {"data/store"},
	"gui/lookover": {"data/intake"},
	"gui/chooser":  {"assets"},
	"data/export":  {"assets"},
	"data/lens":    {"data/intake"},
}

// theirs says which folders may import a library; a library not named here may
// be imported by none.
var theirs = map[string][]string{
	"fyne.io/fyne/v2":                        {"gui", "gui/autoscroll", "gui/caret", "gui/keyed", "gui/palette", "gui/reader", "gui/editor", "gui/lookover", "gui/chooser", "cmd/parallax"},
	"fyne.io/fyne/v2/app":                    {"cmd/parallax"},
	"github.com/go-gl/glfw":                  {"cmd/parallax"},
	"github.com/sergi/go-diff":               {"data/compare"},
	"github.com/mattn/go-sqlite3":            {"data/store"},
	"github.com/kljensen/snowball":           {"data/text"},
	"github.com/abadojack/whatlanggo":        {"data/intake"},
	"github.com/markusmobius/go-trafilatura": {"data/intake"},
	"github.com/go-text/typesetting":         {"gui/reader"},
	"golang.org/x/net":                       {"data/intake", "data/intake/epub", "data/intake/mail", "data/intake/office"},
	"golang.org/x/text":                      {"data/text", "data/export", "data/intake", "data/intake/office", "data/intake/pdf", "gui/bidi", "gui/chooser"},
	"golang.org/x/sys":                       {"gui/chooser"},
	"golang.org/x/image":                     {"gui/reader", "data/export"},
	"codeberg.org/go-pdf/fpdf":               {"data/export"},

	"github.com/go-text/typesetting/segmenter": {"gui/reader", "gui/editor", "data/text"}, // in a test, to judge by
}

// topLevel is what may stand in the project's folder besides dot-files; the
// last two are what a plain go build leaves there and git does not look at.
var topLevel = []string{"cmd", "gui", "data", "assets", "FyneApp.toml", "go.mod", "go.sum", "README.md", "LICENSE", "parallax", "parallax.exe"}

// verdict finds words that no reader is to see: they would judge a report.
var verdict = regexp.MustCompile(`(?i)\b(bias(ed)?|fake|propaganda|false|lies?|mislead(s|ing)?|manipulat\w*|hid(e|es|den|ing)|censor\w*|wrong(ly)?|correct(ly)?|(un)?fair(ly)?|(un)?objective(ly)?|truth)\b`)

// setting is a name under which a preference is kept, which nobody sees.
var setting = regexp.MustCompile(`^"[a-z]+(\.[a-z]+)+"$`)

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(topLevel, e.Name()) {
			t.Errorf("%s does not belong at the top", e.Name())
		}
	}
}

func TestWhoMayImportWhom(t *testing.T) {
	for name, file := range sources(t, parser.ImportsOnly) {
		folder := path.Dir(name)
		allowed, known := ours[folder]
		if !known {
			t.Errorf("%s: no rule says what %s may import", name, folder)
			continue
		}
		if strings.HasSuffix(name, "_test.go") {
			allowed = slices.Concat(allowed, testsOnly[folder], []string{folder})
		}
		for _, spec := range file.Imports {
			what, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if in, own := strings.CutPrefix(what, "parallax/"); own {
				if !slices.Contains(allowed, in) {
					t.Errorf("%s imports %s", name, in)
				}
			} else if first, _, _ := strings.Cut(what, "/"); strings.Contains(first, ".") && !slices.Contains(mayImport(what), folder) {
				t.Errorf("%s imports %s", name, what)
			}
		}
	}
}

// mayImport lists the folders that may import a library's package: those of
// the longest name in theirs that it lies under.
func mayImport(what string) []string {
	for lib := what; lib != "."; lib = path.Dir(lib) {
		if folders, ok := theirs[lib]; ok {
			return folders
		}
	}
	return nil
}

func TestNobodySleeps(t *testing.T) {
	for name, file := range sources(t, parser.SkipObjectResolution) {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Sleep" {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
					t.Errorf("%s sleeps", name)
				}
			}
			return true
		})
	}
}

// What the window says gives no verdict on a report. Other languages have words
// of their own for that, which the test of their translations looks for.
func TestNoVerdictsOnScreen(t *testing.T) {
	for name, file := range sources(t, parser.SkipObjectResolution) {
		if !strings.HasPrefix(name, "gui/") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if _, ok := n.(*ast.ImportSpec); ok {
				return false
			}
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING && !setting.MatchString(l.Value) {
				if word := verdict.FindString(l.Value); word != "" {
					t.Errorf("%s says %q in %s", name, word, l.Value)
				}
			}
			return true
		})
	}
	for _, pattern := range []string{"../assets/kinds.json", "../assets/translations/en.json"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Errorf("no words to look at in %s: %v", pattern, err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(strings.ReplaceAll(string(b), `default_on": false`, "")) {
				if word := verdict.FindString(line); word != "" {
					t.Errorf("%s says %q: %s", f, word, strings.TrimSpace(line))
				}
			}
		}
	}
}

// sources parses every Go file of the module; names are paths from its top.
func sources(t *testing.T, mode parser.Mode) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != ".." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata"):
			return filepath.SkipDir
		case filepath.Ext(name) != ".go":
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, mode)
		files[filepath.ToSlash(strings.TrimPrefix(name, ".."+string(filepath.Separator)))] = f
		return err
	})
	if err != nil || len(files) < 20 {
		t.Fatalf("read the module's %d Go files: %v", len(files), err)
	}
	return files
}
