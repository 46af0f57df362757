package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/data/intake"
)

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
