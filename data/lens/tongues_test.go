package lens

import (
	"slices"
	"strings"
	"testing"
)

// told is what the cells of a table's rows hold, a row a string: "code|A's words|B's words".
func told(t Table) []string {
	var rows []string
	for _, r := range t.Rows {
		row := r.Code
		for _, c := range r.Cells {
			var said []string
			for _, w := range c.Wordings {
				said = append(said, w.Said())
			}
			row += "|" + strings.Join(said, "; ")
		}
		rows = append(rows, row)
	}
	return rows
}

// Numbers of other languages are read whole: a million with its word, a share
// with its own, a year as a year.
func TestNumbersInOtherTongues(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"Пором\nПором коштував громаді 37 мільйонів гривень, сказав капітан порту.\nЙого чекали з 2016 року.",
			"Новий пором\nЗа новий пором громада віддала 37 мільйонів гривень, каже капітан порту.\nЙого чекали з 2016 року.",
			"NU|37 мільйонів гривень|37 мільйонів гривень"},
		{"Пором\nПором коштував громаді 37 мільйонів гривень, сказав капітан порту.\nЙого чекали з 2016 року.",
			"Новий пором\nЗа новий пором громада віддала 37 мільйонів гривень, каже капітан порту.\nЙого чекали з 2016 року.",
			"NU|2016|2016"},
		{"Die Mühle\nDie 1884 erbaute Mühle am Bach soll nach dem Umbau wieder Mehl mahlen, sagte der Müller.",
			"Mehl vom Bach\nDie Mühle am Bach soll nach dem Umbau wieder Mehl mahlen, sie war 1884 zuerst gelaufen, sagte der Müller.",
			"NU|1884|1884"},
		{"El puerto\nEl tráfico del puerto creció un 12 % en el último año, según la autoridad de Valdoria.",
			"Más barcos\nEl tráfico del puerto creció un 12 por ciento en el último año, según la autoridad de Valdoria.",
			"NU|12 %|12 por ciento"},
	} {
		tables := tablesOf(t, reportsOf(test.a, test.b))
		if rows := told(tables[Number]); !slices.Contains(rows, test.want) {
			t.Errorf("%q, want %q", rows, test.want)
		}
	}
}

// A quotation is cut where any of the reports gives less of it than another.
func TestAQuotationCutInOneOfThreeReports(t *testing.T) {
	whole := "“We counted the swans at dawn and we counted them again at noon,” said warden Ilse Brook at the lake."
	tables := tablesOf(t, reportsOf("Swans\n"+whole, "More swans\n“We counted the swans at dawn,” said warden Ilse Brook at the lake.", "Still more swans\n"+whole))
	rows := tables[Quotation].Rows
	if len(rows) != 1 || rows[0].Finding != Cut || rows[0].Code != "QC" {
		t.Errorf("%q, %+v", told(tables[Quotation]), rows)
	}
}

// Where no spaces part the words, a changed wording is what differs, and a
// headline's words are looked for by their letters.
func TestUnspacedWordings(t *testing.T) {
	tables := tablesOf(t, reportsOf(
		"老港口失火 十二艘小船烧毁\n市教育局表示，新校舍将在秋天设立临时食堂。\n昨夜老港口起火，小船被烧毁，无人受伤。",
		"新校舍\n市教育局称，新校舍将在秋天开设临时食堂。\n老港口昨夜起火，小船被烧毁，没有人受伤。"))
	if rows := told(tables[Swaps]); !slices.Contains(rows, "|设立|开设") {
		t.Errorf("%q", rows)
	}
	if rows := told(tables[Headline]); !slices.Contains(rows, "HB|失火; 十二艘|") {
		t.Errorf("%q", rows)
	}
}
