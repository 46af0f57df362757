package lens

import (
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"parallax/data"
	"parallax/data/intake"
)

// openPages are two pages of one event as people paste them, a broadcaster's and an
// agency's report on another's site. Their texts belong to others and stay out of
// the project: PARALLAX_PAGES names the folder they lie in. The marks of a reader,
// made as their file says, are bytes of the texts as they were cleaned,
// which the sums tell.
var openPages = []struct {
	name string
	sum  uint32
}{
	{"broadcaster-page.txt", 0xdbfb78f2},
	{"republished-agency-report.txt", 0xa231adb9},
}

// TestOpenPages measures what the lens finds in the open pages. These are for
// looking at, not to be fitted to: there are no floors.
//
//	PARALLAX_PAGES=folder go test ./data/lens -run TestOpenPages -v
func TestOpenPages(t *testing.T) {
	folder := os.Getenv("PARALLAX_PAGES")
	if folder == "" {
		t.Skip("PARALLAX_PAGES does not say where the pages are")
	}
	var reports []*data.Report
	for i, page := range openPages {
		in, err := intake.Load(filepath.Join(folder, page.name))
		if err != nil {
			t.Fatal(err)
		}
		src, err := intake.Read(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		report := intake.ReportOf(&src)
		report.ID = data.ID(rune('A' + i))
		if sum := crc32.ChecksumIEEE([]byte(report.Text)); sum != page.sum {
			t.Fatalf("%s is cleaned otherwise than when it was marked: %#08x", page.name, sum)
		}
		reports = append(reports, &report)
	}
	total := noScores()
	scoreEvent(t, "testdata/pages", reports, total)
	t.Log("kind             precision       recall")
	for _, k := range goldKinds {
		t.Logf("%-16s %s", k, total[k])
	}
}
