package assets

import (
	"bytes"
	"strings"
	"testing"
)

func TestFontsComeWithTheirLicences(t *testing.T) {
	for _, f := range Fonts() {
		for _, bold := range []bool{false, true} {
			if !bytes.HasPrefix(f.File(bold), []byte("wOFF")) {
				t.Errorf("%s, bold %v, is no font", f.Name, bold)
			}
		}
	}
	for _, f := range append(Fonts(), Noto) {
		if !strings.Contains(f.Licence(), "SIL O") {
			t.Errorf("%s: %.60q", f.Name, f.Licence())
		}
	}
}
