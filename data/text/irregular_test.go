package text

import "testing"

func TestFormsOfOneWord(t *testing.T) {
	for _, pair := range [][2]string{
		{"met", "meeting"}, {"sold", "sells"}, {"children", "child"}, {"won", "winning"}, {"gunmen", "gunman"},
		{"third", "3rd"}, {"eleven", "11th"}, {"dozen", "12"},
	} {
		x := Read("The mayor said that " + pair[0] + " and " + pair[1] + " were the words of the day.")
		stems := map[string]string{}
		for _, f := range x.Forms {
			stems[f.Key] = f.Stem
		}
		if a, b := stems[pair[0]], stems[pair[1]]; a == "" || a != b {
			t.Errorf("stems %q of %q and %q of %q", a, pair[0], b, pair[1])
		}
	}
	for form, plain := range irregular.entries {
		if irregular.has(plain) || form == plain {
			t.Errorf("%q stands for %q", form, plain)
		}
	}
}
