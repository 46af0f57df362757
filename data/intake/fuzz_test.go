package intake

import (
	"errors"
	"testing"

	"parallax/data"
)

// FuzzRead reads whatever bytes there are: it gives a sound source or a Problem.
func FuzzRead(f *testing.F) {
	for _, s := range []string{pastedPage, savedPage, ferryReport, "", "\ufeffx", "\xff\xfea\x00b\x00", "%PDF-", "PK\x03\x04", "<html><p>a<p>b", "\xe4\xf6\xfc", "\x1b$B", "a\rb\u2028c"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		src, err := Read(t.Context(), Input{Name: "x", Bytes: b})
		if err != nil {
			var p *data.Problem
			if !errors.As(err, &p) || p.Said == "" || p.Next == "" {
				t.Fatalf("no plain words: %v", err)
			}
			return
		}
		checkSource(t, &src)
		Rerole(&src)
		ReportOf(&src)
	})
}

// FuzzFindDate finds only dates the calendar has.
func FuzzFindDate(f *testing.F) {
	for _, s := range []string{"21 Feb, 2020 19:53", "2020-02-21T19:53", "٢١ فبراير ٢٠٢٠", "1er août 2020", "2020年2月21日", "19:53 GMT21 Feb 2020"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := findDate(s)
		if d.ok != (d.date != "") || d.ok && (len(d.date) != 10 && len(d.date) != 16 || !findDate(d.date[:10]).ok || d.written == "") {
			t.Fatalf("%q: %+v", s, d)
		}
	})
}
