package lens

import (
	"testing"

	"parallax/data"
)

func TestToldAhead(t *testing.T) {
	report := func(language, story string) *data.Report {
		return &data.Report{Language: language, Text: "A headline\n" + story}
	}
	for _, c := range []struct {
		language, ahead, done string
	}{
		{"en", "The council of Wrenholt will open its second ferry on Friday. It is due to sail at noon.", "The council of Wrenholt opened its second ferry on Friday. Hundreds came to the pier."},
		{"", "The council of Wrenholt is set to open the second ferry of the island on Friday at noon.", "The second ferry of the island was opened by the council of Wrenholt on Friday at noon."},
		{"de", "Der Rat von Wrenholt wird am Freitag die zweite Fähre einweihen.", "Der Rat von Wrenholt hat am Freitag die zweite Fähre eingeweiht."},
		{"fr", "Le conseil de Wrenholt va inaugurer vendredi le second bac.", "Le second bac a été inauguré vendredi par le conseil de Wrenholt."},
		{"es", "El consejo de Wrenholt va a inaugurar el viernes el segundo transbordador.", "El segundo transbordador fue inaugurado el viernes por el consejo."},
		{"ru", "Второй паром будет открыт в пятницу советом Ренхольта.", "Второй паром был открыт в пятницу советом Ренхольта."},
		{"uk", "Другий пором буде відкрито в п’ятницу радою Ренгольта.", "Другий пором було відкрито в п’ятницу радою Ренгольта."},
	} {
		a, d := report(c.language, c.ahead), report(c.language, c.done)
		if side, ok := ToldAhead(a, d); !ok || side != data.Left {
			t.Errorf("%s: %v %v", c.language, side, ok)
		}
		if side, ok := ToldAhead(d, a); !ok || side != data.Right {
			t.Errorf("%s: turned round, %v %v", c.language, side, ok)
		}
		for _, same := range [][2]*data.Report{{a, a}, {d, d}, {a, report("xx", c.done)}, {a, report(c.language, "")}} {
			if _, ok := ToldAhead(same[0], same[1]); ok {
				t.Errorf("%s: %q and %q are said to part", c.language, same[0].Text, same[1].Text)
			}
		}
	}
	// What is quoted is not told by the report.
	quoted := report("en", "“We will open it on Friday,” harbour master Ketil Brand said to the islanders.")
	if side, ok := ToldAhead(quoted, report("en", "The council opened the ferry.")); ok {
		t.Errorf("a quotation is taken for the report's own words: %v", side)
	}
}
