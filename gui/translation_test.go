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
	"unicode"

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
				gatherWords(path, file, words)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, k := range slices.Concat(assets.Kinds(), assets.ExtraTags()) {
		words[k.Label], words[k.Definition] = false, false
		if k.Question != "" {
			words[k.Question] = false
		}
		for _, s := range assets.Starters(k.Code) {
			words[s] = false
		}
	}
	for _, s := range assets.Starters("") {
		words[s] = false
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

// sentence finds texts that are whole sentences.
var sentence = regexp.MustCompile(`^[A-Z“].* .*[.?]$`)

func gatherWords(path string, file *ast.File, words map[string]bool) {
	add := func(e ast.Expr, plural bool) {
		if s, ok := constant(e); ok && strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			words[s] = words[s] || plural
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			// What is told of files stands in tables, as whole sentences.
			if s, ok := constant(n); ok && sentence.MatchString(s) && strings.HasPrefix(path, "../data/intake") {
				words[s] = words[s] || false
			}
		case *ast.CallExpr:
			name := called(n.Fun)
			if strings.HasSuffix(name, ".say") || strings.HasSuffix(name, ".sayf") { // of an export
				name = "say"
			}
			if at, ok := takesWords[name]; ok && at < len(n.Args) {
				if name == "count" {
					at = takesWords["count.things"]
				}
				add(n.Args[at], name == "lang.N" || name == "count")
			}
		case *ast.ValueSpec:
			// The program's own words about a page are constants of this type.
			if n.Type != nil && slices.Contains([]string{"Phrase", "data.Phrase"}, called(n.Type)) {
				for _, v := range n.Values {
					add(v, false)
				}
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

var placeholder = regexp.MustCompile(`{{[^}]*}}|%[sd]`)

// pluralForms are the forms a language has for a number, besides "many" of
// millions.
var pluralForms = map[string][]string{
	"es": {"one", "other"}, "pt-BR": {"one", "other"}, "fr": {"one", "other"}, "de": {"one", "other"},
	"uk": {"one", "few", "many", "other"},
}

// judging are words of each language that would judge a report, and that no
// reader is to see; English ones are looked for in the code.
var judging = map[string]*regexp.Regexp{
	"es":    regexp.MustCompile(`(?i)\b(sesg\w*|falso|falsa|mentira|propaganda|manipul\w*|engañ\w*|ocult\w*|censur\w*|incorrect\w*|correct\w*|justo|injusto|objetiv\w*|verdad)\b`),
	"pt-BR": regexp.MustCompile(`(?i)\b(viés|tendencios\w*|falso|falsa|mentira|propaganda|manipul\w*|engan\w*|escond\w*|ocult\w*|censur\w*|errad\w*|incorret\w*|corret\w*|justo|injusto|objetiv\w*|verdade)\b`),
	"fr":    regexp.MustCompile(`(?i)\b(biais\w*|faux|fausse|mensong\w*|propagande|manipul\w*|tromp\w*|cach\w*|censur\w*|incorrect\w*|correct\w*|juste|injuste|objecti\w*|vérité)\b`),
	"de":    regexp.MustCompile(`(?i)\b(voreingenommen\w*|falsch\w*|lüge\w*|propaganda|manipul\w*|täusch\w*|versteck\w*|zensur\w*|richtig\w*|fair|unfair|objektiv\w*|wahrheit)\b`),
	"uk":    regexp.MustCompile(`(?i)(упередж|фальшив|брехн|пропаганд|маніпул|оман|прихов|цензур|неправиль|справедлив|об[’']єктивн)`),
}

// TestEveryWordIsTranslated looks whether each language has every text on
// screen and no other, with the same names to be filled in, in all its forms,
// and without a word that judges.
func TestEveryWordIsTranslated(t *testing.T) {
	words := wordsOnScreen(t)
	for _, l := range screenLanguages {
		if l.code == "en" {
			continue
		}
		b, err := assets.Translations.ReadFile("translations/" + l.code + ".json")
		if err != nil {
			t.Errorf("%s: %v", l.name, err)
			continue
		}
		var texts map[string]any
		if err := json.Unmarshal(b, &texts); err != nil {
			t.Fatalf("%s: %v", l.name, err)
		}
		for key, plural := range words {
			text, ok := texts[key]
			if !ok {
				t.Errorf("%s: not translated: %q", l.name, key)
				continue
			}
			checkTranslation(t, l, key, text, plural)
		}
		for key := range texts {
			if _, ok := words[key]; !ok {
				t.Errorf("%s: nobody says %q", l.name, key)
			}
		}
	}
}

func checkTranslation(t *testing.T, l screenLanguage, key string, text any, plural bool) {
	t.Helper()
	forms := map[string]string{}
	switch text := text.(type) {
	case string:
		forms["other"] = text
		if plural {
			t.Errorf("%s: %q has one form only", l.name, key)
		}
	case map[string]any:
		for name, form := range text {
			forms[name], _ = form.(string)
		}
		for _, name := range pluralForms[l.code] {
			if forms[name] == "" {
				t.Errorf("%s: %q has no form for %q", l.name, key, name)
			}
		}
	}
	named := func(s string) []string {
		list := placeholder.FindAllString(s, -1)
		slices.Sort(list)
		return slices.Compact(list)
	}
	for name, form := range forms {
		if strings.TrimSpace(form) == "" {
			t.Errorf("%s: %q is empty", l.name, key)
		}
		if word := judging[l.code].FindString(form); word != "" {
			t.Errorf("%s: %q judges: %q", l.name, key, word)
		}
		if got, want := named(form), named(key); !slices.Equal(got, want) && name != "one" {
			t.Errorf("%s: %q names %q, not %q", l.name, key, got, want)
		}
	}
}
