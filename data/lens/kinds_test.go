package lens

import (
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// Every kind of difference the program names has one table, and that table finds
// it in two reports written to hold them all. The extra tags, "same meaning" and
// the like, are the reader's own judgement: nothing looks for them.
func TestEveryKindIsLookedFor(t *testing.T) {
	var f struct {
		Kinds []struct{ ID, Code string }
	}
	raw, err := os.ReadFile("../../assets/kinds.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &f); err != nil || len(f.Kinds) < 20 {
		t.Fatalf("%d kinds: %v", len(f.Kinds), err)
	}
	var texts []string
	for _, name := range []string{"testdata/kinds-a.txt", "testdata/kinds-b.txt"} {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(raw))
	}
	tables := tablesOf(t, reportsOf(texts...))
	known := map[string]bool{}
	for _, kind := range f.Kinds {
		known[kind.Code] = true
		var at []Kind
		for _, k := range Kinds {
			if slices.Contains(Codes[k], kind.Code) {
				at = append(at, k)
			}
		}
		if len(at) != 1 {
			t.Errorf("%s (%s) is looked for by %v", kind.ID, kind.Code, at)
			continue
		}
		if table := tables[at[0]]; !slices.ContainsFunc(table.Rows, func(r Row) bool { return r.Code == kind.Code }) {
			t.Errorf("%s (%s) is not found:\n%s", kind.ID, kind.Code, show(table))
		}
	}
	for k, codes := range Codes {
		for _, code := range codes {
			if !known[code] {
				t.Errorf("%s looks for %q, which is no kind", k, code)
			}
		}
	}
	for _, table := range tables {
		for _, r := range table.Rows {
			if r.Code != "" && !slices.Contains(Codes[table.Kind], r.Code) {
				t.Errorf("%s has a row with the tag %q", table.Kind, r.Code)
			}
		}
	}
}
