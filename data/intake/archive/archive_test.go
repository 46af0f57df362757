package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"testing"

	"parallax/data/intake/document"
)

func packed(t testing.TB, add func(z *zip.Writer)) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add(z)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(z *zip.Writer, name string, b []byte) {
	if w, err := z.Create(name); err == nil {
		w.Write(b)
	}
}

func TestParts(t *testing.T) {
	b := packed(t, func(z *zip.Writer) {
		put(z, "b/one.txt", []byte("one"))
		put(z, `a\two.txt`, []byte("two"))
		put(z, "b/one.txt", []byte("again"))
		put(z, "folder/", nil)
	})
	a, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(a.Names()); got != "[b/one.txt a/two.txt]" {
		t.Errorf("names %s", got)
	}
	if p, err := a.Part("b/one.txt"); err != nil || string(p) != "one" {
		t.Errorf("%q, %v", p, err)
	}
	if _, err := a.Part("gone"); !errors.Is(err, document.ErrBroken) {
		t.Errorf("a part that is not there: %v", err)
	}
}

func TestBombs(t *testing.T) {
	zeros := make([]byte, document.MaxPart+1)
	for name, c := range map[string]struct {
		b     []byte
		cause error
	}{
		"a part too large": {packed(t, func(z *zip.Writer) { put(z, "x", zeros) }), document.ErrTooBig},
		"a ratio too high": {packed(t, func(z *zip.Writer) { put(z, "x", zeros[:8<<20]) }), document.ErrTooBig},
		"a size that is not so": {packed(t, func(z *zip.Writer) {
			var squeezed bytes.Buffer
			inner := zip.NewWriter(&squeezed)
			put(inner, "y", zeros)
			inner.Close()
			raw, _ := z.CreateRaw(&zip.FileHeader{Name: "x", Method: zip.Deflate, CompressedSize64: 16000, UncompressedSize64: 10, CRC32: crc32.ChecksumIEEE(nil)})
			r, _ := zip.NewReader(bytes.NewReader(squeezed.Bytes()), int64(squeezed.Len()))
			from, _ := r.File[0].OpenRaw()
			b := make([]byte, 16000)
			n, _ := from.Read(b)
			raw.Write(b[:n])
		}), nil},
		"locked":    {packed(t, func(z *zip.Writer) { z.CreateRaw(&zip.FileHeader{Name: "x", Flags: 1, CompressedSize64: 0}) }), document.ErrLocked},
		"no method": {packed(t, func(z *zip.Writer) { z.CreateRaw(&zip.FileHeader{Name: "x", Method: 99}) }), document.ErrBroken},
	} {
		a, err := Open(c.b)
		if err != nil {
			t.Fatal(name, err)
		}
		b, err := a.Part("x")
		if err == nil || c.cause != nil && !errors.Is(err, c.cause) {
			t.Errorf("%s: %d bytes, %v", name, len(b), err)
		}
	}
	many := packed(t, func(z *zip.Writer) {
		for i := range document.MaxEntries + 1 {
			put(z, fmt.Sprint(i), nil)
		}
	})
	if _, err := Open(many); !errors.Is(err, document.ErrTooBig) {
		t.Errorf("many parts: %v", err)
	}
	if _, err := Open(many[:len(many)/2]); !errors.Is(err, document.ErrBroken) {
		t.Errorf("cut short: %v", err)
	}
}

// All parts together may not unpack to more than the limit either.
func TestAllPartsTogether(t *testing.T) {
	part := make([]byte, document.MaxPart-1)
	b := packed(t, func(z *zip.Writer) {
		for i := range 10 {
			if w, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint(i), Method: zip.Store}); err == nil {
				w.Write(part)
			}
		}
	})
	a, err := Open(b)
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, n := range a.Names() {
		p, err := a.Part(n)
		if err != nil && !errors.Is(err, document.ErrTooBig) {
			t.Fatal(err)
		}
		read += len(p)
	}
	if read > document.MaxUnpacked || read < document.MaxUnpacked/2 {
		t.Errorf("%d bytes unpacked", read)
	}
}
