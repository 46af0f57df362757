package lens

import (
	"strings"
	"testing"
)

// Who speaks is the name behind what somebody is, with its own letters in
// brackets or without.
func TestTheNameBehindARoleSpeaks(t *testing.T) {
	a := "Flood at Lowen\nThe river office had sent out a warning on Sunday, said its chief, Mrs Olga Brandt, though she admitted that few people had read it.\nThe town has two bridges."
	b := "Two bridges gone\nIts head, Captain Olga Brandt (Ольга Брандт), said that the river office had sent out a warning on Sunday.\nThe town had two bridges."
	tables := tablesOf(t, reportsOf(a, b))
	var rows []string
	for _, r := range tables[Verbs].Rows {
		rows = append(rows, r.Head+": "+strings.TrimPrefix(told(Table{Rows: []Row{r}})[0], "RV"))
	}
	if len(rows) != 1 || !strings.Contains(rows[0], "Olga Brandt: |said; admitted|said") {
		t.Errorf("%q", rows)
	}
}

// A pronoun stands for whoever opened the sentence before it by a surname, not
// for a company that spoke last.
func TestAPronounBehindASurname(t *testing.T) {
	tables := tablesOf(t, reportsOf(
		"Ferry\nThe engine of the ferry was old, baker Mia Lorenz feared.\nThe owner, Sund Lines, denied this. Lorenz also stayed away. “I shall not sail on it again,” she told the council.",
		"Ferry again\nThe engine of the ferry was old.\nThe owner, Sund Lines, denied this."))
	for _, r := range tables[Verbs].Rows {
		if strings.Contains(told(Table{Rows: []Row{r}})[0], "told") && !strings.Contains(r.Head, "Lorenz") {
			t.Errorf("%s told the council", r.Head)
		}
	}
}
