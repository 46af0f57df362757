package intake

import (
	"archive/zip"
	"errors"
	"testing"

	"parallax/data"
	"parallax/data/intake/document"
	"parallax/data/intake/pdf"
)

// FuzzRead reads whatever bytes there are: it gives a sound source or a Problem.
func FuzzRead(f *testing.F) {
	for _, s := range []string{pastedPage, savedPage, ferryReport, "", "\ufeffx", "\xff\xfea\x00b\x00", "%PDF-", "PK\x03\x04", "<html><p>a<p>b", "\xe4\xf6\xfc", "\x1b$B", "a\rb\u2028c"} {
		f.Add([]byte(s))
	}
	for _, s := range samples {
		if s.media != "application/pdf" { // its reader has a target of its own, without a process each
			f.Add(s.bytes(f))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if pdf.Is(b) {
			t.Skip()
		}
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

// FuzzUnpack opens whatever holds files: it gives no more than the limits allow,
// and says of the rest why.
func FuzzUnpack(f *testing.F) {
	f.Add(packed(f, func(z *zip.Writer) {
		put(z, "a.txt", []byte(ferryText()))
		put(z, "b/c.zip", packed(f, func(z *zip.Writer) { put(z, "d.html", []byte(ferryPage())) }))
	}))
	f.Add([]byte(mailHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\ny\r\n--b--\r\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		found, unread, err := Unpack(t.Context(), Input{Name: "x", Bytes: b})
		if err != nil || len(found) > MaxReports {
			t.Fatalf("%d reports, %v", len(found), err)
		}
		size := 0
		for _, in := range found {
			size += len(in.Bytes)
		}
		if size > document.MaxUnpacked || len(found)+len(unread) == 0 {
			t.Fatalf("%d reports of %d bytes, %d unread", len(found), size, len(unread))
		}
		for _, u := range unread {
			var p *data.Problem
			if !errors.As(u.Err, &p) || p.Said == "" || p.Next == "" {
				t.Fatalf("no plain words: %v", u.Err)
			}
		}
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
