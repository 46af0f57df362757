package export

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// opened is the files of a zip by their names.
func opened(t *testing.T, file string) map[string]string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
	}
	return files
}

func TestProjectPointsAtTheWords(t *testing.T) {
	b := sampleBook(t)
	files := opened(t, written(t, b, Options{Format: REFI}))
	var p struct {
		Codes   []refiCode   `xml:"CodeBook>Codes>Code"`
		Users   []refiUser   `xml:"Users>User"`
		Sources []refiSource `xml:"Sources>TextSource"`
		Notes   []refiSource `xml:"Notes>Note"`
		Links   []refiLink   `xml:"Links>Link"`
		Refs    []refiRef    `xml:"NoteRef"`
	}
	if err := xml.Unmarshal([]byte(files["project.qde"]), &p); err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	var gather func([]refiCode)
	gather = func(list []refiCode) {
		for _, c := range list {
			if c.Codable {
				codes[c.GUID] = c.Name
			}
			gather(c.Codes)
		}
	}
	gather(p.Codes)
	quotes := map[string][]string{}
	for i, s := range p.Sources {
		text, ok := files["sources/"+strings.TrimPrefix(s.Path, "internal://")]
		if !ok || text != b.Chapters[0].Reports[i].Text {
			t.Fatalf("the text of %s is not there", s.Name)
		}
		for _, sel := range s.Selections {
			words := string([]rune(text)[sel.Start:sel.End])
			for _, c := range sel.Codings {
				quotes[words] = append(quotes[words], codes[c.Code.Target])
			}
			if len(sel.Codings) == 0 {
				t.Errorf("%q has no coding", words)
			}
		}
	}
	if got := quotes["School canteen drops meat on Mondays"]; !slices.Equal(got, []string{"Names and labels", "Speaking verbs"}) {
		t.Errorf("codes of the headline: %q", got)
	}
	if got := quotes["“We listened to our pupils,”"]; !slices.Equal(got, []string{`my ; own \ kind`}) {
		t.Errorf("codes of the quotation: %q", got)
	}
	if len(p.Users) != 3 || len(p.Notes) != 2 || len(p.Refs) != 2 || len(p.Links) != 1 {
		t.Errorf("%d users, %d notes, %d references, %d links", len(p.Users), len(p.Notes), len(p.Refs), len(p.Links))
	}
	if got := files["sources/"+strings.TrimPrefix(p.Notes[1].Path, "internal://")]; got != "A: “words cut away” (no longer in the text)\nLoose" {
		t.Errorf("the loose note says %q", got)
	}
}

var (
	guid      = regexp.MustCompile(`(guid|GUID|User)="([^"]*)"`)
	guidShape = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
)

// What the schema asks of names and of the order of the parts.
func TestProjectKeepsToTheSchema(t *testing.T) {
	files := opened(t, written(t, sampleBook(t), Options{Format: REFI}))
	project := files["project.qde"]
	seen := map[string]bool{}
	for _, m := range guid.FindAllStringSubmatch(project, -1) {
		if !guidShape.MatchString(m[2]) {
			t.Errorf("%s is no GUID", m[0])
		}
		if m[1] == "guid" {
			if seen[m[2]] {
				t.Errorf("%s stands twice", m[0])
			}
			seen[m[2]] = true
		}
	}
	at := -1
	for _, part := range []string{"<Users>", "<CodeBook>", "<Variables>", "<Sources>", "<Notes>", "<Links>", "\n <NoteRef"} {
		i := strings.Index(project, part)
		if i <= at {
			t.Errorf("%s stands at %d, behind %d", part, i, at)
		}
		at = i
	}
	empty := opened(t, written(t, &Book{}, Options{Format: REFI}))["project.qde"]
	for _, part := range []string{"<Users", "<CodeBook", "<Sources", "<Notes", "<Links"} {
		if strings.Contains(empty, part) {
			t.Errorf("an empty project has %s", part)
		}
	}
}
