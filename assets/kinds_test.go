package assets_test

import (
	"bytes"
	"image/png"
	"slices"
	"strings"
	"testing"

	"parallax/assets"
)

func TestKinds(t *testing.T) {
	families := map[string]bool{}
	for _, f := range assets.Families() {
		families[f.ID] = true
	}
	perLevel := map[int]int{}
	for _, k := range assets.Kinds() {
		perLevel[k.Level]++
		if k.ID == "" || len(k.Code) != 2 || k.Label == "" || k.Definition == "" || k.Question == "" || !families[k.Family] {
			t.Errorf("not complete: %+v", k)
		}
	}
	if perLevel[1] != 7 || perLevel[2] != 9 || perLevel[3] != 5 {
		t.Errorf("kinds at each level: %v, want 7, 9 and 5", perLevel)
	}
}

func TestTagsHaveOneCodeEach(t *testing.T) {
	tags, seen := assets.Tags(), map[string]bool{}
	for i, k := range tags {
		if seen[k.Code] {
			t.Errorf("two tags have the code %s", k.Code)
		}
		seen[k.Code] = true
		if i < 7 && k.Level != 1 {
			t.Errorf("tag %d is %s of level %d: the seven of level 1 come first", i, k.Code, k.Level)
		}
		if got, ok := assets.KindByCode(k.Code); !ok || got != k {
			t.Errorf("KindByCode(%q) = %+v, %v", k.Code, got, ok)
		}
	}
	if want := len(assets.Kinds()) + len(assets.ExtraTags()); len(tags) != want {
		t.Errorf("%d tags are offered, want %d", len(tags), want)
	}
	if _, ok := assets.KindByCode("??"); !ok {
		t.Error("no tag for what a reader cannot name yet")
	}
	if _, ok := assets.KindByCode("ZZ"); ok {
		t.Error("a tag nobody made is there")
	}
}

func TestSentencesBeginForEveryTag(t *testing.T) {
	begins := func(code string) {
		t.Helper()
		list := assets.Starters(code)
		if len(list) < 1 || len(list) > 3 {
			t.Errorf("%q has %d beginnings", code, len(list))
		}
		for _, s := range list {
			if begun, ok := strings.CutSuffix(s, " …"); !ok || begun == "" || len(s) > 40 {
				t.Errorf("%q begins with %q", code, s)
			}
		}
	}
	for _, k := range assets.Tags() {
		begins(k.Code)
	}
	begins("")
	begins("a tag of one's own")
	if slices.Equal(assets.Starters("NA"), assets.Starters("")) || slices.Equal(assets.Starters("=="), assets.Starters("")) {
		t.Error("a tag has the beginnings that fit all")
	}
}

func TestIconIsAPicture(t *testing.T) {
	c, err := png.DecodeConfig(bytes.NewReader(assets.Icon))
	if err != nil || c.Width != 256 || c.Height != 256 {
		t.Errorf("the icon is %d by %d: %v", c.Width, c.Height, err)
	}
}
