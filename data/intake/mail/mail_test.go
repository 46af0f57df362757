package mail

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"parallax/data/intake/document"
)

// A message as a mail program sends it: both forms of the text, a picture in
// it, two files with it.
const message = "Return-Path: <mara@ellis.example>\r\nReceived: from a.example by b.example; Fri, 12 May 2023 09:15:02 +0200\r\n" +
	"From: =?utf-8?q?Mara_Qu=C3=ADll?= <mara@ellis.example>\r\nTo: class@school.example\r\nSubject: =?windows-1252?Q?Ferry_=93joins=94?=\r\n the line\r\nDate: Fri, 12 May 2023 09:15:00 +0200\r\n" +
	"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"m\"\r\n\r\nnot shown\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n" +
	"--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe plain text.\r\n" +
	"--a\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>The caf=E9 =\r\nopened.</p>\r\n" +
	"--r\r\nContent-Type: image/png; name=logo.png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--r--\r\n--a--\r\n" +
	"--m\r\nContent-Type: application/pdf; name=\"=?utf-8?b?ZsOkaHJlLnBkZg==?=\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBE\r\n Ri0x\r\n" +
	"--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\nFrom: b@x.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nInner text.\r\n--m--\r\n"

func TestMessage(t *testing.T) {
	if !Is([]byte(message)) {
		t.Fatal("not seen as a message")
	}
	d, err := Read(t.Context(), []byte(message))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Ferry “joins” the line" || len(d.Pages) != 1 || string(d.Pages[0].Bytes) != "<p>The caf\xe9 opened.</p>" || d.Pages[0].Charset != "iso-8859-1" || d.Pages[0].Plain {
		t.Errorf("%q %+v", d.Title, d.Pages)
	}
	want := []document.Block{{Kind: document.Title, Text: "Ferry “joins” the line"}, {Kind: document.Sender, Text: "Mara Quíll"}, {Kind: document.Sent, Text: "Fri, 12 May 2023 09:15:00 +0200"}}
	if fmt.Sprint(d.Blocks) != fmt.Sprint(want) {
		t.Errorf("head %v", d.Blocks)
	}
	files, err := Attached(t.Context(), []byte(message))
	if err != nil || len(files) != 2 || files[0].Name != "fähre.pdf" || string(files[0].Bytes) != "%PDF-1" || !strings.HasPrefix(string(files[1].Bytes), "Subject: Inner") {
		t.Errorf("attached: %q, %v", files, err)
	}
}

// A page as a browser saves it, with a frame and a picture.
const savedPage = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ellis.example/2023/05/12/ferry\r\nSubject: Ferry\r\nDate: Sat, 13 May 2023 10:00:00 -0000\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MultipartBoundary--x\"\r\n\r\n\r\n------MultipartBoundary--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://ellis.example/2023/05/12/ferry\r\n\r\n<html><h1>Ferry=20joins</h1></html>\r\n" +
	"------MultipartBoundary--x\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/f\r\n\r\n<p>Buy a boat</p>\r\n------MultipartBoundary--x\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://ellis.example/a.jpg\r\n\r\n/9j/\r\n------MultipartBoundary--x--\r\n"

func TestSavedPage(t *testing.T) {
	d, err := Read(t.Context(), []byte(savedPage))
	if err != nil {
		t.Fatal(err)
	}
	if d.Address != "https://ellis.example/2023/05/12/ferry" || len(d.Blocks) != 0 || len(d.Pages) != 2 || d.Pages[0].Frame || !d.Pages[1].Frame || string(d.Pages[0].Bytes) != "<html><h1>Ferry joins</h1></html>" {
		t.Errorf("%+v", d)
	}
	if files, err := Attached(t.Context(), []byte(savedPage)); err != nil || files != nil {
		t.Errorf("attached: %v, %v", files, err)
	}
}

func TestSentOn(t *testing.T) {
	b := "Subject: Fwd: AW: Ferry\nFrom: t@x.example\nDate: Fri, 12 May 2023 09:15:00 +0200\nMessage-ID: <1>\n\nLook at this.\n"
	d, err := Read(t.Context(), []byte(b))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "Ferry" || d.Blocks[1].Kind != document.Running || d.Blocks[2].Kind != document.Running || !d.Pages[0].Plain {
		t.Errorf("%+v", d)
	}
}

func TestFlowedText(t *testing.T) {
	got := string(unflowed([]byte("The boat came \r\nlate. \r\n\r\nIt left.\r\n> quoted \r\n-- \r\nM. \r\n"), false))
	if want := "The boat came late. \n\nIt left.\n> quoted \n-- \nM. "; got != want && got != strings.Replace(want, "late. \n", "late. ", 1) {
		t.Errorf("%q", got)
	}
}

func TestIs(t *testing.T) {
	for s, want := range map[string]bool{
		message: true, savedPage: true,
		"From: Mara\nTo: Ida\nSubject: Ferry\n\nA paste of a mail.":            false,
		"Name: a\nPlace: b\n\nText":                                            false,
		"The ferry: late again\nAnd so on.":                                    false,
		"<html>MIME-Version: 1.0\nContent-Type: text/html":                     false,
		"From x@y Fri May 12\nFrom: a\nTo: b\nSubject: c\nReceived: d\n\ntext": true,
		"": false,
	} {
		if Is([]byte(s)) != want {
			t.Errorf("%.40q: %v", s, !want)
		}
	}
}

func TestLimits(t *testing.T) {
	nested := "text"
	for i := range document.MaxNesting + 2 {
		nested = fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n%s\r\n--b%d--\r\n", i, i, nested, i)
	}
	nested = "MIME-Version: 1.0\r\n" + nested
	many := "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\n\r\nx\r\n", document.MaxEntries+1)
	for name, c := range map[string]struct {
		s     string
		cause error
	}{
		"nested": {nested, document.ErrTooBig}, "many parts": {many, document.ErrTooBig},
		"no text": {"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx", document.ErrBlank},
		"no head": {"\x00\x01", document.ErrBroken},
	} {
		if _, err := Read(t.Context(), []byte(c.s)); !errors.Is(err, c.cause) {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, []byte(message)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Cut short anywhere, a message is read as far as it goes.
func TestCutShort(t *testing.T) {
	for _, whole := range []string{message, savedPage} {
		for n := range len(whole) {
			check(t, []byte(whole[:n]))
		}
	}
	rng := rand.New(rand.NewPCG(4, 4))
	for range 500 {
		b := []byte(message)
		for range 1 + rng.IntN(40) {
			b[rng.IntN(len(b))] = byte(rng.Uint32())
		}
		check(t, b)
	}
}

func check(t *testing.T, b []byte) {
	t.Helper()
	d, err := Read(t.Context(), b)
	if err == nil && len(d.Pages) == 0 {
		t.Error("no text and no reason")
	}
	if _, err := Attached(t.Context(), b); err != nil && d != nil && len(d.Pages) > 0 {
		t.Errorf("read, but its attachments are not: %v", err)
	}
}

func FuzzMail(f *testing.F) {
	for _, s := range []string{message, savedPage, "Subject: x\nFrom: a\nMessage-ID: b\n\ntext"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		Is(b)
		check(t, b)
	})
}
