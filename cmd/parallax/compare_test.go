package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"parallax/data"
)

const (
	ferryA = "Ferry Sula runs aground off Tolm\n\nThe ferry Sula ran aground near Tolm harbour on Tuesday with 212 passengers aboard, the coast guard of Orrin said.\n\n" +
		"“We turned the wheel and nothing happened,” said Captain Ilsa Verrow of the ferry.\n\nThe Brack Line, which owns the ferry, has promised to refund every ticket.\n\nSchools in Tolm took in passengers who had nowhere to wait until the evening.\n"
	ferryB = "Old ferry sits on a sandbank\n\nThe ferry Sula ran aground close to Tolm harbour on Tuesday with 212 people aboard, the coast guard of Orrin said.\n\n" +
		"“We turned the wheel and nothing happened,” Ilsa Verrow told the reporters at the quay.\n\nThe opposition called on the minister of transport to resign over the missing inspections.\n"
)

// compareFiles runs the command on two files with the given contents.
func compareFiles(t *testing.T, a, b string, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	for name, s := range map[string]string{"a.txt": a, "b.txt": b} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := runCompare(append(args, filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCompareJSON(t *testing.T) {
	for _, mark := range []string{"", "\ufeff"} {
		a, b := mark+ferryA, ferryB
		var got printedComparison
		if err := json.Unmarshal([]byte(compareFiles(t, a, b, "--json")), &got); err != nil {
			t.Fatal(err)
		}
		if got.AText != "" || got.BText != "" {
			t.Errorf("UTF-8 files are printed again: %q, %q", got.AText, got.BText)
		}
		if len(got.Pairs) != 3 || len(got.Quotes) != 1 || got.KeptWords == 0 {
			t.Fatalf("got %+v", got)
		}
		first := got.Pairs[1] // behind the headline
		if s := first.A[0].Of(a); !strings.HasPrefix(s, "The ferry Sula ran") || !strings.HasSuffix(s, "Orrin said.") {
			t.Errorf("first pair, A: %q", s)
		}
		if s := first.B[0].Of(b); !strings.HasPrefix(s, "The ferry Sula ran") || !strings.HasSuffix(s, "Orrin said.") {
			t.Errorf("first pair, B: %q", s)
		}
		q := got.Quotes[0]
		if x, y := q.A.Of(a), q.B.Of(b); x != "We turned the wheel and nothing happened" || x != y {
			t.Errorf("quotation %q and %q", x, y)
		}
		found := false
		for _, d := range got.Differences {
			found = found || d.Pair == 1 && d.Kind == data.Replaced && d.A.Of(a) == "passengers" && d.B.Of(b) == "people"
		}
		if !found {
			t.Errorf("passengers | people is not among %+v", got.Differences)
		}
	}
}

func TestCompareTellsOtherEncodings(t *testing.T) {
	wide := []byte{0xff, 0xfe} // UTF-16, low byte first
	for _, u := range utf16.Encode([]rune(ferryA)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	var got printedComparison
	if err := json.Unmarshal([]byte(compareFiles(t, string(wide), ferryB, "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if got.AText != ferryA || got.BText != "" {
		t.Fatalf("a_text %q, b_text %q", got.AText, got.BText)
	}
	if s := got.Quotes[0].A.Of(got.AText); s != "We turned the wheel and nothing happened" {
		t.Errorf("quotation %q", s)
	}
}

func TestCompareJSONHasNoNull(t *testing.T) {
	if out := compareFiles(t, "Nothing here is told anywhere else at all, said nobody.", "Boats came.", "--json"); strings.Contains(out, "null") {
		t.Errorf("got %s", out)
	}
}

func TestCompareForPeople(t *testing.T) {
	out := compareFiles(t, ferryA, ferryB)
	for _, want := range []string{"3 passages belong together", `"passengers" | "people"`, "Only in B"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// What is counted stands as one where there is one.
func TestCompareCountsOne(t *testing.T) {
	out := compareFiles(t, "The old harbour of Tolm opened again on Friday.", "On Friday the old harbour of Tolm opened again, said Vey.")
	for _, want := range []string{", 1 sentence\n", "1 passage belongs together, 0 more may"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestCompareNeedsTwoFiles(t *testing.T) {
	if err := runCompare([]string{"a.txt"}, &bytes.Buffer{}); err == nil {
		t.Error("one file is enough")
	}
	if err := runCompare([]string{"none-a.txt", "none-b.txt"}, &bytes.Buffer{}); err == nil {
		t.Error("files that are not there are compared")
	}
}

func TestCompareTellsMovedWordsAndSpellings(t *testing.T) {
	a := "On Tuesday night the harbour council of Tolm voted to organise a search for the ferry Sula.\n"
	b := "The harbor council of Tolm voted to organize a search for the ferry Sula on Tuesday night.\n"
	var got printedComparison
	if err := json.Unmarshal([]byte(compareFiles(t, a, b, "--json")), &got); err != nil {
		t.Fatal(err)
	}
	kinds := map[data.DifferenceKind]string{}
	for _, d := range got.Differences {
		kinds[d.Kind] += d.A.Of(a) + "|" + d.B.Of(b) + "; "
	}
	if kinds["moved"] != "On Tuesday night|on Tuesday night; " || kinds["spelling"] != "harbour|harbor; organise|organize; " || len(kinds) != 2 {
		t.Errorf("got %q", kinds)
	}
}
