package lens

import (
	"strings"
	"testing"
)

// Words for speaking that mean other things too count where somebody speaks, and
// the one who does is found.
func TestWhoSpeaks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor Lena Orve expressed her deep concern for the families.", "Mayor Lena Orve expressed"},
		{"Mayor Lena Orve voiced “real worry” for the families.", "Mayor Lena Orve voiced"},
		{"The gene is expressed in the eye, and the song expressed the city.", ""},
		{"The voice of the town was heard.", ""},
		{"Mayor Lena Orve thanked the drivers.", "Mayor Lena Orve thanked"},
		{"Mayor Lena Orve gave thanks to nobody.", ""},
		{"Mayor Lena Orve called on all drivers to slow down.", "Mayor Lena Orve called on"},
		{"Mayor Lena Orve called on Tuesday.", ""},
		{"Mayor Lena Orve had dinner with Prime Minister Ivo Brand. Orve’s office said she had voiced hope for a deal.", "Orve’s office said; Orve voiced"},
		{"Prime Minister Ivo Brand came to dinner. Orve’s office said that it was cold. She voiced hope for a deal.", "Orve’s office said; Orve voiced"},
		{"Orve’s spokesman said that it was cold. He voiced hope for a deal.", "Orve’s spokesman said; Orve’s spokesman voiced"},
	} {
		own := "A dinner in town\n" + c.text + "\nThe town is to hear about the roads in the spring, and about the bridge after that."
		other := "Roads and bridges\nWhat the town is to do about its roads is not known."
		var got []string
		for _, r := range tablesOf(t, reportsOf(own, other))[Verbs].Rows {
			for _, w := range r.Cells[0].Wordings {
				got = append(got, r.Head+" "+w.Text)
			}
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
