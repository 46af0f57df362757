package intake

import (
	"strings"
	"testing"
)

// Whatever is read in a form of its own can also be chosen by its name, and
// what only tells what to do instead cannot.
func TestFormatsFollowWhatIsRead(t *testing.T) {
	for _, s := range samples {
		if FormatOf(s.name) == Unknown || FormatOf(strings.ToUpper(s.name)) != FormatOf(s.name) {
			t.Errorf("%s, which is read as %s, is of format %d", s.name, s.media, FormatOf(s.name))
		}
	}
	for _, name := range []string{"", "ferry", ".txt.swp", "ferry.doc", "map.png", "style.css", "library.parallax"} {
		if f := FormatOf(name); f != Unknown {
			t.Errorf("%q is of format %d", name, f)
		}
	}
}
