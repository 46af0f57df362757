package text

import (
	"strings"
	"testing"
)

// A dash is no word; a line of Chinese or Thai is more than one.
func TestWordCount(t *testing.T) {
	for _, c := range []struct {
		text        string
		least, most int
	}{
		{"", 0, 0},
		{" — \n", 0, 0},
		{"PORT ALBER – The old bridge cost 2.3 million crowns.", 9, 9},
		{"“Don’t,” she said: 300,000 …", 4, 4},
		{"市政府星期一表示，老桥将关闭九周进行维修，费用为230万元。", 12, 20},
		{"สะพานเก่าจะปิดเก้าสัปดาห์", 4, 10},
		{"The bridge 老桥 closes", 4, 5},
	} {
		if got := WordCount(c.text); got < c.least || got > c.most {
			t.Errorf("%q has %d words, want %d to %d", c.text, got, c.least, c.most)
		}
	}
}

func BenchmarkWordCount(b *testing.B) {
	s := strings.Repeat("The council closed the old bridge on Monday – for nine weeks. ", 10_000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		WordCount(s)
	}
}
