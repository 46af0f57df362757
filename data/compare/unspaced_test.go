package compare

import (
	"slices"
	"testing"

	"parallax/data"
)

// Where no spaces part the words, letters both sides have are not marked,
// however the words around them are cut.
func TestUnspacedLettersBothSidesHave(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want []string // "left|right"
	}{
		{"市教育局表示，新校舍将在秋天设立临时食堂，每天供应三百份午饭。", "市教育局称，新校舍将在秋天开设临时食堂，每天供应四百份午饭。",
			[]string{"表示|称", "设立|开设", "三|四"}},
		{"修桥预计需要三年时间，费用约为九十万元，由镇政府承担。", "修桥预计需要三年，费用将近九十万元，由镇政府承担。",
			[]string{"时间|", "约为|将近"}},
		{"渔民们把小船转移到了安全的港湾，没有一条小船受损。", "渔民们把小船转移到安全的港湾，没有一条小船受损。",
			[]string{"了|"}},
		{"北風で桟橋が壊れ、漁師たちは船を港の奥へ移したと町長は話した。", "北風で桟橋が壊れ、漁師たちは船を港の奥へ移したと町長さんは話した。",
			[]string{"|さん"}},
	} {
		c := compared(t, test.a, test.b)
		if len(c.Pairs) != 1 {
			t.Fatalf("%s: %d pairs", test.a, len(c.Pairs))
		}
		var got []string
		for _, d := range c.Pairs[0].Differences {
			got = append(got, d.Left.Of(test.a)+"|"+d.Right.Of(test.b))
			if (d.Kind == data.OnlyLeft) != d.Right.Empty() || (d.Kind == data.OnlyRight) != d.Left.Empty() {
				t.Errorf("%+v", d)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s\n%s\n%q, want %q", test.a, test.b, got, test.want)
		}
		checkComparison(t, test.a, test.b)
		checkComparison(t, test.b, test.a)
	}
}
