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
		{"El puerto\nEl tráfico del puerto creció un 6\u00a0% en el último año, según la autoridad de Valdoria.",
			"Más barcos\nEl tráfico del puerto subió cerca del 6 por ciento en el último año, según la autoridad.",
			"NU|6 %|6 por ciento"},
		{"O porto\nO tráfego do porto cresceu 6% no último ano, segundo a autoridade de Valdoria.",
			"Mais barcos\nO tráfego do porto subiu quase 6 por cento no último ano, segundo a autoridade.",
			"NU|6%|6 por cento"},
		{"Le port\nLe trafic du port a augmenté de 6\u202f% l’an dernier, selon l’autorité de Valdoria.",
			"Plus de bateaux\nLe trafic du port a progressé de près de 6 pour cent l’an dernier, selon l’autorité.",
			"NU|6 %|6 pour cent"},
		{"Der Hafen\nDer Verkehr im Hafen wuchs im vergangenen Jahr um 6 %, sagte die Behörde von Valdoria.",
			"Mehr Schiffe\nDer Verkehr im Hafen stieg im vergangenen Jahr um rund 6 Prozent, teilte die Behörde mit.",
			"NU|6 %|6 Prozent"},
		{"Порт\nОбсяг перевезень порту зріс на 6 % за минулий рік, повідомило управління Валдорії.",
			"Більше суден\nОбсяг перевезень порту збільшився майже на 6 відсотків за минулий рік, каже управління.",
			"NU|6 %|6 відсотків"},
		{"The port\nTraffic in the port grew by 6% last year, the Valdoria authority said.",
			"More ships\nTraffic in the port rose about 6 per cent last year, the Valdoria authority said.",
			"NU|6%|about 6 per cent"},
		{"The port\nTraffic in the port grew by 6% last year, the Valdoria authority said.",
			"More ships\nTraffic in the port grew by 7% last year, the Valdoria authority said.",
			"NU|6%|7%"},
	} {
		tables := tablesOf(t, reportsOf(test.a, test.b))
		if rows := told(tables[Number]); !slices.Contains(rows, test.want) {
			t.Errorf("%q, want %q", rows, test.want)
		}
	}
}

// Sums are given with the signs of their currencies, in front of them or behind,
// and another sum in place of one is laid beside it; a sum is no year.
func TestSumsHaveTheirSigns(t *testing.T) {
	a := "Council buys new bridge\nThe council of Ostermark will pay $400,000 for the new bridge, the mayor said on Monday.\n" +
		"It has set aside another £2.5m for roads, 2.5m wide, and more than €30 million for schools.\n" +
		"A ferry costs 300 € a day. The old one cost US$12 an hour. It made $2000.\nIn 2019 the fund lent 5 € 20 times."
	b := "New bridge\nThe council of Ostermark will pay $450,000 for the new bridge, the mayor said on Monday.\n" +
		"It has set aside another £2.6m for roads and about € 35 million for schools.\n" +
		"A ferry costs 320 € a day. The old one cost US$14 an hour. It made $1900.\nIn 2019 the fund lent 5 € 20 times."
	rows := told(tablesOf(t, reportsOf(a, b))[Number])
	for _, want := range []string{
		"NU|$400,000|$450,000", "NU|more than €30 million|about € 35 million", "NU|300 €|320 €", "NU|US$12 an hour|US$14 an hour",
		"NU|$2000|$1900", "NU|2019|2019", "NU|5 €|5 €", "NU|20 times|20 times", "NU|£2.5m|£2.6m",
	} {
		if !slices.Contains(rows, want) {
			t.Errorf("%q is not among %q", want, rows)
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
