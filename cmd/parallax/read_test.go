package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data/intake"
)

func TestMain(m *testing.M) {
	intake.Main()
	os.Exit(m.Run())
}

const ferryPage = `Menu
Home
Ferry to Nordholm will sail only twice a day
By Mara Quill
14 March 2023
The ferry between Port Ellis and Nordholm will sail only twice a day from next month, the harbour office said on Monday.
Captain Ida Brandt told reporters that the old engine needed rest. “She is forty years old,” she said.
Islanders have asked the government for a second ship since the spring, according to the ministry of transport.
The office expects the new timetable to last until the end of the winter.
Share this story
© 2023 The Ellis Courier. All rights reserved.
`

func pageFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadJSON(t *testing.T) {
	var out bytes.Buffer
	if err := runRead([]string{"--json", pageFile(t, "ferry.txt", ferryPage)}, &out); err != nil {
		t.Fatal(err)
	}
	var r reading
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	is := func(got *string, want string) bool { return got != nil && *got == want || got == nil && want == "" }
	if !is(r.Headline, "Ferry to Nordholm will sail only twice a day") || !is(r.Date, "2023-03-14") || !is(r.Byline, "Mara Quill") ||
		!is(r.Outlet, "The Ellis Courier") || !is(r.Language, "en") || r.Agency != nil || r.Standfirst != nil || r.URL != nil {
		t.Errorf("read %s", out.String())
	}
	if len(r.Body) != 4 {
		t.Errorf("%d paragraphs, want 4", len(r.Body))
	}
	kept := strings.Join(append(append([]string{}, r.Body...), r.Extra...), "\n")
	for _, a := range r.SetAside {
		if a.Kind.Kept() {
			t.Errorf("%q is set aside as %s", a.Text, a.Kind)
		}
		kept += "\n" + a.Text
	}
	for line := range strings.Lines(ferryPage) {
		if !strings.Contains(kept, strings.TrimSpace(line)) {
			t.Errorf("lost: %q", line)
		}
	}
}

func TestReadListing(t *testing.T) {
	var out bytes.Buffer
	if err := runRead([]string{pageFile(t, "ferry.txt", ferryPage)}, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"nav                 Menu\n", "date                14 March 2023\n", "published           2023-03-14 (line 5)\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

func TestReadBadInput(t *testing.T) {
	var out bytes.Buffer
	if err := runRead([]string{pageFile(t, "empty.txt", "")}, &out); !errors.Is(err, intake.ErrEmpty) {
		t.Errorf("empty: %v", err)
	}
	big := pageFile(t, "big.txt", "x")
	if err := os.Truncate(big, 100<<20); err != nil {
		t.Fatal(err)
	}
	if err := runRead([]string{big}, &out); !errors.Is(err, intake.ErrTooBig) {
		t.Errorf("100 MB: %v", err)
	}
	if err := runRead([]string{filepath.Join(t.TempDir(), "none.txt")}, &out); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if err := runRead(nil, &out); err == nil {
		t.Error("no argument is no error")
	}
}

// Of several files, a folder and a zip file each report is printed, and those
// that cannot be read do not keep the others from it.
func TestReadSeveral(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, name := range []string{"a.txt", "b/c.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(ferryPage))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	pages := write("folder/pages.zip", packed.Bytes())
	write("folder/page.html", []byte("<html><body><p>"+strings.ReplaceAll(ferryPage, "\n", "</p><p>")+"</p></body></html>"))
	write("folder/page_files/style.css", []byte("p{}"))
	write("folder/map.png", []byte("\x89PNG\r\n\x1a\n"))
	pdf, err := os.ReadFile("../../data/intake/pdf/testdata/ferry.pdf")
	if err != nil {
		t.Fatal(err)
	}
	printed := write("ferry.pdf", pdf)

	var out bytes.Buffer
	err = runRead([]string{"--json", filepath.Join(dir, "folder"), printed}, &out)
	if err == nil || !strings.Contains(err.Error(), "1 of 5") {
		t.Errorf("err = %v", err)
	}
	var list []struct {
		File, Problem string
		Headline      *string
		Body          []string
	}
	if err := json.Unmarshal(out.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"folder/map.png", "folder/page.html", "folder/pages.zip/a.txt", "folder/pages.zip/b/c.txt", "ferry.pdf"} {
		if i >= len(list) || list[i].File != filepath.Join(dir, want) {
			t.Fatalf("item %d is not %s: %+v", i, want, list)
		}
		if picture := i == 0; (list[i].Problem != "") != picture || (list[i].Headline == nil) != picture || !picture && len(list[i].Body) < 4 {
			t.Errorf("%s: %+v", want, list[i])
		}
	}
	out.Reset()
	if err := runRead([]string{pages}, &out); err != nil || strings.Count(out.String(), "== ") != 2 {
		t.Errorf("%v: %s", err, out.String())
	}
	out.Reset()
	if err := runRead([]string{"--json", printed}, &out); err != nil || !strings.HasPrefix(out.String(), "{") {
		t.Errorf("one PDF: %v, %.40s", err, out.String())
	}
}
