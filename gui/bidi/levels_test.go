package bidi

import (
	"strings"
	"testing"
)

func TestLevels(t *testing.T) {
	for _, x := range []struct {
		text, want string
		rtl        bool
	}{
		{"שלום abc 12", "11111222222", true},
		{"abc שלום 12 def", "000011111220000", false},
		{"אב (cd) 3%", "1111221122", true},
	} {
		levels, rtl := Levels(x.text)
		var got strings.Builder
		for i := range x.text {
			got.WriteByte('0' + levels[i])
		}
		if got.String() != x.want {
			t.Errorf("%q has levels %s, want %s", x.text, got.String(), x.want)
		}
		if rtl != x.rtl {
			t.Errorf("%q reads from the right: %v", x.text, rtl)
		}
	}
	if l, _ := Levels("plain words"); l != nil {
		t.Error("plain words got levels")
	}
}

func TestOrder(t *testing.T) {
	got := Order([]uint8{1, 1, 2, 2, 1})
	for i, w := range []int{4, 2, 3, 1, 0} {
		if got[i] != w {
			t.Fatalf("order %v", got)
		}
	}
}
