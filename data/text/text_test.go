package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func sentencesOf(s string) []string {
	var list []string
	for _, x := range Read(s).Sentences {
		list = append(list, x.Of(s))
	}
	return list
}

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"Mr. Orlan left.", "Dr. Vey stayed."},
		{"J. K. Orlan of the U.S. Navy came at 5 p.m. on Monday.", "He left at 6 p.m.", "The crowd went home."},
		{"“Is that so?” Mr. Orlan asked the mayor.", "“It is.”", "She left."},
		{"“We won!” she said.", "He wept."},
		{"It rose 3.5 percent.", "In No. 7 nobody slept."},
		{"Well ... it went on.", "And then…", "Nothing came."},
		{"市长宣布了新规定。", "市民说：“太好了！”", "他们走了。"},
		{"Где он?", "Он ушёл в 5 г. Лесной."},
		{"¿Quién vino?", "Vino el Sr. Ortega."},
		{"He said “no.”", "She said (twice.)", "Then all left!"},
		{"The firm, Brack Inc. of Tolm, closed.", "It had 40 staff."},
		{"1. The first point stands."},
		{"Am Montag, 11. Mai 2026, brach Feuer aus.", "Am 3. Sept. 2026 begann der Prozess."},
		{"Die Mühle aus dem 19. Jahrhundert lief.", "Voss gewann den 3. Platz zum 80. Geburtstag der Stadt."},
		{"He finished in lane 11.", "May came.", "We are 12.", "The others are 13."},
		{"هل جاء الوزير؟", "نعم جاء أمس."},
	} {
		s := strings.Join(want, " ")
		if r, _ := utf8.DecodeRuneInString(want[0]); Unspaced(r) {
			s = strings.Join(want, "")
		}
		if got := sentencesOf(s); !slices.Equal(got, want) {
			t.Errorf("sentences of %q:\n got %q\nwant %q", s, got, want)
		}
	}
}

func TestParagraphsAreLines(t *testing.T) {
	s := "  The harbour reopened\r\n\r\nBoats left. Gulls came.\n \n"
	x := Read(s)
	if len(x.Paragraphs) != 2 || x.Paragraphs[0].Of(s) != "The harbour reopened" || x.Paragraphs[1].Of(s) != "Boats left. Gulls came." {
		t.Errorf("got %v", x.Paragraphs)
	}
	if p := x.Paragraphs[1]; p.First != 1 || p.Last != 3 {
		t.Errorf("second paragraph holds sentences %d to %d, want 1 to 3", p.First, p.Last)
	}
}

func TestWords(t *testing.T) {
	s := "Orlan’s crew can’t pay $1,000 to the U.S. by 4:30, says O’Hara; the co\u00adop’s well-known US who told us"
	var got []string
	for _, w := range Read(s).Tokens() {
		if w.Word {
			got = append(got, w.Key+"/"+w.Stem)
		}
	}
	want := []string{
		"orlan's/orlan", "crew/crew", "can't/ca", "pay/pay", "$/$", "1,000/1000", "to/to", "the/the", "u.s./US", "by/by",
		"4:30/4:30", "says/say", "o'hara/ohara", "the/the", "coop's/coop", "well/well", "known/know",
		"us/US", "who/who", "told/told", "us/us",
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestCapitalAtSentenceHeadIsNoName(t *testing.T) {
	x := Read("Boats left Tolm at noon. The boats were old. Gulls followed.")
	for _, w := range x.Tokens() {
		if want := w.Key == "tolm" || w.Key == "gulls"; w.Name != want {
			t.Errorf("%s: name %v, want %v", w.Key, w.Name, want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for s, want := range map[string][]string{
		`He said “we won” and "they lost," twice.`:     {"we won", "they lost,"},
		`"Unless it stops, no boat leaves,” she said.`: {"Unless it stops, no boat leaves,"},
		"“The harbour is ours. It stays open.":         {"The harbour is ours. It stays open."},
		"and nobody else,” he said. “Never again.”":    {"and nobody else,", "Never again."},
		"Mayor vows to ‘end the queue’ at the port":    {"end the queue"},
		"Orlan 'will not go' says the workers' union":  {"will not go"},
		"The workers' hall and the bosses' club":       nil,
		"Sie sagte: „Wir bleiben hier“, und ging.":     {"Wir bleiben hier"},
		"Il a dit « nous restons » hier.":              {" nous restons "},
		"市长说：“我们不走。”然后离开。":                             {"我们不走。"},
		"He said 'don’t go' at 9'.":                    {"don’t go"},
	} {
		x := Read(s)
		var got []string
		for _, q := range x.Quotations {
			got = append(got, q.Of(s))
		}
		if !slices.Equal(got, want) {
			t.Errorf("quotations of %q: got %q, want %q", s, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"The mayor said that the harbour would open again in the spring.":         "en",
		"El alcalde dijo que el puerto se abrirá de nuevo en la primavera.":       "es",
		"Le maire a dit que le port serait ouvert au printemps avec les pêcheurs": "fr",
		"Der Bürgermeister sagte, dass der Hafen im Frühjahr wieder öffnet.":      "de",
		"Мэр сказал, что порт снова откроется весной и не будет закрыт.":          "ru",
		"قال رئيس البلدية إن الميناء سيفتح من جديد في الربيع":                     "ar",
		"Borgmästaren sade att hamnen ska öppna igen och att den är klar.":        "sv",
		"": "",
	} {
		if got := Read(s).Language; got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestAt(t *testing.T) {
	s := "Boats left. Gulls came.\n\nNobody saw."
	x := Read(s)
	if got := x.WordAt(strings.Index(s, "ulls")).Of(s); got != "Gulls" {
		t.Errorf("word %q", got)
	}
	if got := x.SentenceAt(strings.Index(s, "came")).Of(s); got != "Gulls came." {
		t.Errorf("sentence %q", got)
	}
	if got := x.ParagraphAt(strings.Index(s, "saw")).Of(s); got != "Nobody saw." {
		t.Errorf("paragraph %q", got)
	}
	if got := Read("").SentenceAt(0); !got.Empty() {
		t.Errorf("empty text has a sentence %v", got)
	}
}

// check fails when x breaks a promise of the package.
func check(t *testing.T, s string) {
	x := Read(s)
	bounds := func(what string, start, end int) {
		for _, at := range []int{start, end} {
			if at < 0 || at > len(s) || at < len(s) && utf8.ValidString(s) && !utf8.RuneStart(s[at]) {
				t.Fatalf("%s [%d,%d) of %q is off a letter's border", what, start, end, s)
			}
		}
		if start >= end {
			t.Fatalf("%s [%d,%d) of %q is empty", what, start, end, s)
		}
	}
	last, covered := 0, make([]bool, len(s))
	for i, p := range x.Paragraphs {
		bounds("paragraph", p.Start, p.End)
		if p.Start < last || p.First >= p.Last || i > 0 && x.Paragraphs[i-1].Last != p.First {
			t.Fatalf("paragraph %d of %q: %v", i, s, p)
		}
		last = p.End
	}
	last, token := 0, 0
	for i, y := range x.Sentences {
		bounds("sentence", y.Start, y.End)
		if y.Start < last || y.First != token {
			t.Fatalf("sentence %d of %q: %v", i, s, y)
		}
		for k := y.Start; k < y.End; k++ {
			covered[k] = true
		}
		for _, w := range x.TokensIn(y.First, y.Last) {
			bounds("token", w.Start, w.End)
			if w.Start < last || w.End > y.End || w.Word != (w.Stem != "") {
				t.Fatalf("token %v %+v in sentence %v of %q", w.Span, *w.Form, y.Span, s)
			}
			last = w.End
		}
		last, token = y.End, y.Last
	}
	if token != x.TokenCount() {
		t.Fatalf("%d tokens, sentences hold %d", x.TokenCount(), token)
	}
	for i, r := range s {
		if !covered[i] && !unicode.IsSpace(r) {
			t.Fatalf("%q at %d of %q stands in no sentence", r, i, s)
		}
	}
	for _, q := range x.Quotations {
		bounds("quotation", q.Start, q.End)
		if q.First >= q.Last {
			t.Fatalf("quotation %v of %q without words", q, s)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "A. B", "“Is it?” he said. 'No.'", "U.S. \xff\xfe text…\u2028next。好", "1. 2. 3.", "a\u00ad\u00ad'b", "co\u200d",
		"นำน้ำไปให้ 212 คน ตามคำบอก", "トルム港の近くで「コーヒー」と12人、話した。", "ភាសា។ မြန်မာ။ ລາວ", "让\xad", "WW\u1060 Wำไป 鸙ำค", "שלום harbour 港口 “ويفتح”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, s)
		if utf8.ValidString(s) {
			checkClusters(t, s)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat("The mayor of Tolm told reporters that “the harbour will open again” in the spring, when 1,200 boats return.\n\n", 500)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Read(s)
	}
}
