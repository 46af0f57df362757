package gui

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"parallax/assets"
)

// takesWords lists functions that show one of their arguments, counted from 0,
// in the language of the screen.
var takesWords = map[string]int{
	"lang.L": 0, "lang.N": 0, "count": 0, "count.things": 1, "say": 0, "n": 0,
	"s.did": 0, "s.save": 0, "s.setBusy": 0, "s.rule": 0, "s.changeRulings": 0, "s.changeTags": 0, "s.retag": 0,
}

// wordsOnScreen gathers every text that can be shown, as it stands in the code
// and in the files of assets; it is true for those that have plural forms.
func wordsOnScreen(t *testing.T) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	for _, dir := range []string{".", "../data", "../cmd/parallax"} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err == nil {
				gatherWords(file, words)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range slices.Concat(assets.Kinds(), assets.ExtraTags()) {
		words[k.Label] = false
		if k.Question != "" {
			words[k.Question] = false
		}
	}
	for _, f := range assets.Families() {
		words[f.Label] = false
	}
	for _, k := range keys {
		words[k[1]] = false
	}
	for m := time.January; m <= time.December; m++ {
		words[m.String()] = false
	}
	return words
}

func gatherWords(file *ast.File, words map[string]bool) {
	add := func(e ast.Expr, plural bool) {
		if s, ok := constant(e); ok && s != "" {
			words[s] = words[s] || plural
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			name := called(n.Fun)
			if at, ok := takesWords[name]; ok && at < len(n.Args) {
				if name == "count" {
					at = takesWords["count.things"]
				}
				add(n.Args[at], name == "lang.N" || name == "count")
			}
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && (key.Name == "Said" || key.Name == "Next") {
				add(n.Value, false)
			}
		case *ast.AssignStmt:
			for i, to := range n.Lhs {
				if s, ok := to.(*ast.SelectorExpr); ok && (s.Sel.Name == "Said" || s.Sel.Name == "Next") && len(n.Rhs) == len(n.Lhs) {
					add(n.Rhs[i], false)
				}
			}
		}
		return true
	})
}

// called is the name of a called function, with the package or the variable in
// front of it.
func called(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// constant is the value of a text that stands in the code, in one piece or in
// several with plus between them.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		x, okX := constant(e.X)
		y, okY := constant(e.Y)
		return x + y, okX && okY
	case *ast.ParenExpr:
		return constant(e.X)
	}
	return "", false
}

// TestWordsOnScreen writes all words on screen, for a translator, to the file
// that PARALLAX_WORDS names.
func TestWordsOnScreen(t *testing.T) {
	words := wordsOnScreen(t)
	if len(words) < 300 {
		t.Errorf("only %d texts found", len(words))
	}
	if path := os.Getenv("PARALLAX_WORDS"); path != "" {
		b, err := json.MarshalIndent(words, "", " ")
		if err == nil {
			err = os.WriteFile(path, b, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

var placeholder = regexp.MustCompile(`{{[^}]*}}`)
