package lens

import (
	"testing"

	"parallax/data"
	"parallax/data/text"
)

// What is told without its doer is found, and what has one is not.
func TestActs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The market was closed on Monday.", "was closed"},
		{"The market was closed by the city.", ""},
		{"The market was closed by letter.", "was closed"},
		{"A man was hit by a car.", ""},
		{"The gate will be kept shut by Monday.", "will be kept"},
		{"The fence was taken down by the end of May.", "was taken down"},
		{"Two workers were hit by three men.", ""},
		{"Costs were cut by three per cent.", "were cut"},
		{"Costs were lowered by cutting jobs.", "were lowered"},
		{"She was tired and worried.", ""},
		{"He is unemployed, and he was known to us.", ""},
		{"They are set to meet.", ""},
		{"The closure of the plant hurt the town.", "closure"},
		{"The closure of the plant by the owners hurt the town.", ""},
		{"Attacks on the villages must stop.", "Attacks on the villages"},
		{"The rebels’ attacks on the villages must stop.", ""},
		{"Nine soldiers died.", "died"},
		{"The wind died down.", ""},
		{"Many will lose their jobs.", "lose their jobs"},
		{"A gate fell.", ""}, // not alone: see TestDoers
		{"The door opened a new world.", ""},
	} {
		x := newTelling(&data.Report{Text: c.text}, text.Read(c.text+" And so it is that the town will have to wait for what is to come."))
		got := ""
		for _, a := range x.acts() {
			if !a.weak && a.to <= text.Read(c.text).TokenCount() {
				got = x.says(x.span(a.from, a.to))
			}
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// A passage that names the doer stands beside the one that does not, whichever
// of the two reports comes first.
func TestDoers(t *testing.T) {
	for _, c := range []struct{ a, b, without, with string }{
		{"Police arrested three people at the north gate on Sunday morning.", "Three people were arrested at the north gate on Sunday morning.", "were arrested", "Police arrested"},
		{"Three people were arrested by the police at the north gate on Sunday.", "Three people were arrested at the north gate on Sunday.", "were arrested", "arrested by the police"},
		{"The council left the north gate open on Sunday morning.", "The north gate did not close on Sunday morning.", "did not close", "The council left the north gate open"},
		{"A strike killed nine soldiers at the north post on Sunday.", "Nine soldiers died at the north post on Sunday.", "died", "A strike killed"},
	} {
		for _, texts := range [][]string{{c.a, c.b}, {c.b, c.a}} {
			for i := range texts {
				texts[i] = "The day in town\n" + texts[i] + "\nThe town will now have to wait for what is to come."
			}
			table := tablesOf(t, reportsOf(texts...))[Agency]
			found := false
			for _, r := range table.Rows {
				var without, with string
				for _, cell := range r.Cells {
					for _, w := range cell.Wordings {
						if w.Class == Doer {
							with = w.Text
						} else {
							without = w.Text
						}
					}
				}
				found = found || r.Finding == Differs && without == c.without && with == c.with
			}
			if !found {
				t.Errorf("%q | %q:\n%s", c.a, c.b, show(table))
			}
		}
	}
}
