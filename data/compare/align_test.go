package compare

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

func compared(t testing.TB, a, b string, rulings ...data.Link) data.Comparison {
	t.Helper()
	return comparedReports(t, &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: b}, rulings)
}

func comparedReports(t testing.TB, left, right *data.Report, rulings []data.Link) data.Comparison {
	t.Helper()
	c, err := Align(context.Background(), left, right, rulings, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// checkComparison fails when the comparison of a and b breaks a promise.
func checkComparison(t testing.TB, a, b string, rulings ...data.Link) {
	t.Helper()
	left, right := &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: b}
	c := comparedReports(t, left, right, rulings)
	texts := [2]*text.Text{text.Read(a), text.Read(b)}
	for _, side := range []data.Side{data.Left, data.Right} {
		checkSentences(t, &c, texts[side], side)
	}
	for _, list := range [][]data.Pair{c.Pairs, c.Possible} {
		for i := range list {
			checkPair(t, &list[i], texts)
		}
	}
	if !slices.IsSortedFunc(c.Pairs, func(x, y data.Pair) int { return x.Left[0].Start - y.Left[0].Start }) {
		t.Fatal("pairs are not in the order of the left text")
	}
	for _, q := range c.Quotes {
		for side, x := range texts {
			checkWords(t, x, q.At(data.Side(side)))
		}
		if q.Likeness <= 0 || q.Likeness > 1 {
			t.Fatalf("quotation %v is %v alike", q, q.Likeness)
		}
	}
	back := comparedReports(t, right, left, rulings)
	kept := back.KeptWords
	mirror(&back)
	back.Left, back.Right = c.Left, c.Right
	sortComparison(&back)
	back.KeptWords = c.KeptWords
	if !reflect.DeepEqual(c, back) {
		t.Fatalf("swapping the sides changes more than the sides:\n%+v\n%+v", c, back)
	}
	marked := func(side data.Side) map[int]bool {
		m := map[int]bool{}
		for _, mark := range c.Marks(side) {
			checkWords(t, texts[side], mark.Span)
			for _, w := range texts[side].Tokens() {
				if mark.Contains(w.Start) {
					m[w.Start] = true
				}
			}
		}
		return m
	}
	for side, want := range []int{c.KeptWords, kept} {
		n, marks, seen := 0, marked(data.Side(side)), map[int]bool{}
		for i := range c.Pairs {
			if c.Pairs[i].ToldDifferently {
				continue
			}
			for _, w := range wordsIn(texts[side], c.Pairs[i].Spans(data.Side(side))) {
				if !marks[w.Start] && !seen[w.Start] {
					seen[w.Start] = true
					n++
				}
			}
		}
		if n != want {
			t.Fatalf("%d words without a mark, KeptWords %d", n, want)
		}
	}
}

// checkSentences: every sentence is tied, or stands in one report only.
func checkSentences(t testing.TB, c *data.Comparison, x *text.Text, side data.Side) {
	t.Helper()
	tied := map[data.Span]bool{}
	for _, list := range [][]data.Pair{c.Pairs, c.Possible} {
		for i := range list {
			for _, s := range list[i].Spans(side) {
				tied[s] = true
			}
		}
	}
	var only []data.Span
	for _, s := range x.Sentences {
		if !tied[s.Span] {
			only = append(only, s.Span)
		}
		delete(tied, s.Span)
	}
	if len(tied) > 0 {
		t.Fatalf("tied spans that are no sentences: %v", tied)
	}
	if !slices.Equal(only, c.Only(side)) {
		t.Fatalf("only %s: got %v, want %v", side.Letter(), c.Only(side), only)
	}
	if c.Sentences[side] != len(x.Sentences) {
		t.Fatalf("%d sentences, want %d", c.Sentences[side], len(x.Sentences))
	}
}

// checkPair: replacing the left wording by the right rebuilds the right passage,
// but for the words that moved.
func checkPair(t testing.TB, p *data.Pair, texts [2]*text.Text) {
	t.Helper()
	if p.Likeness < 0 || p.Likeness > 1 || p.ToldDifferently && p.Differences != nil || len(p.Left) == 0 || len(p.Right) == 0 {
		t.Fatalf("pair %+v", p)
	}
	for side := range texts {
		if !slices.IsSortedFunc(p.Spans(data.Side(side)), func(x, y data.Span) int { return x.Start - y.Start }) {
			t.Fatalf("spans out of order: %+v", p)
		}
	}
	if p.ToldDifferently {
		return
	}
	left, right := partsIn(texts[0], p.Left), partsIn(texts[1], p.Right)
	var got, want []string
	elsewhere := map[int]bool{} // words of the right that moved there
	i := 0
	for _, d := range p.Differences {
		checkWords(t, texts[0], d.Left)
		checkWords(t, texts[1], d.Right)
		if d.Left.Empty() != (d.Kind == data.OnlyRight) || d.Right.Empty() != (d.Kind == data.OnlyLeft) {
			t.Fatalf("difference %+v", d)
		}
		var moved, arrived []string
		for ; i < len(left) && left[i].End <= d.Left.Start; i++ {
			got = append(got, left[i].Key)
		}
		for ; i < len(left) && left[i].Start < d.Left.End; i++ {
			if left[i].End > d.Left.End {
				t.Fatalf("%v cuts the word %q", d.Left, left[i].Key)
			}
			moved = append(moved, left[i].Key)
		}
		for _, w := range right {
			if !d.Right.Contains(w.Start) {
				continue
			}
			arrived = append(arrived, w.Key)
			if d.Kind == data.Moved {
				elsewhere[w.Start] = true
			} else {
				got = append(got, w.Key)
			}
		}
		same := slices.Equal(moved, arrived)
		if same != (d.Kind == data.Moved) || d.Kind == data.Spelling && (min(len(moved), len(arrived)) != 1 || max(len(moved), len(arrived)) > mostCompound) {
			t.Fatalf("%+v: %q and %q", d, moved, arrived)
		}
	}
	for ; i < len(left); i++ {
		got = append(got, left[i].Key)
	}
	for _, w := range right {
		if !elsewhere[w.Start] {
			want = append(want, w.Key)
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("replacing rebuilds\n%q, want\n%q\n%+v", got, want, p.Differences)
	}
}

func wordsIn(x *text.Text, spans []data.Span) []text.Token {
	var list []text.Token
	for _, s := range spans {
		for _, w := range x.Tokens() {
			if w.Word && s.Contains(w.Start) {
				list = append(list, w)
			}
		}
	}
	return list
}

// partsIn are the words of spans, those of writing without spaces letter by letter.
func partsIn(x *text.Text, spans []data.Span) []text.Token {
	var list []text.Token
	for _, w := range wordsIn(x, spans) {
		if unspacedWord(w.Key) {
			list = append(list, lettersOf(x, w)...)
		} else {
			list = append(list, w)
		}
	}
	return list
}

// unspacedWord reports whether a word is cut out of writing without spaces, in
// which differences may part it.
func unspacedWord(key string) bool { return strings.ContainsFunc(key, text.Unspaced) }

// lettersOf is a word as words of one letter each.
func lettersOf(x *text.Text, w text.Token) (list []text.Token) {
	for i, r := range w.Of(x.String) {
		at := w.Start + i
		list = append(list, text.Token{Span: data.Span{Start: at, End: at + utf8.RuneLen(r)}, Form: &text.Form{Key: string(r), Word: true}})
	}
	return list
}

// checkWords: a span starts and ends where a word does.
func checkWords(t testing.TB, x *text.Text, s data.Span) {
	t.Helper()
	for _, at := range []int{s.Start, s.End} {
		if at < 0 || at > len(x.String) || at < len(x.String) && utf8.ValidString(x.String) && !utf8.RuneStart(x.String[at]) {
			t.Fatalf("%v is off a letter's border", s)
		}
	}
	for _, w := range x.Tokens() {
		if w.Word && !unspacedWord(w.Key) && (w.Start < s.Start && s.Start < w.End || w.Start < s.End && s.End < w.End) {
			t.Fatalf("%v cuts the word %q", s, w.Key)
		}
	}
}

func TestInventedReports(t *testing.T) {
	for seed := range uint64(30) {
		v := newInventor(seed)
		a, b := v.reports(40 + v.IntN(500))
		checkComparison(t, a, b)
	}
}

func TestSameOnEveryMachine(t *testing.T) {
	a, b := newInventor(3).reports(3000)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := fmt.Sprintf("%+v", compared(t, a, b))
	runtime.GOMAXPROCS(4)
	for range 3 {
		if fmt.Sprintf("%+v", compared(t, a, b)) != one {
			t.Fatal("two runs differ")
		}
	}
}

func TestSameTextTwice(t *testing.T) {
	a, _ := newInventor(4).reports(600)
	c := compared(t, a, a)
	if len(c.Pairs) != c.Sentences[0] || len(c.Possible)+len(c.OnlyLeft)+len(c.OnlyRight) > 0 || len(c.Quotes) == 0 {
		t.Fatalf("%d pairs of %d sentences, %d possible, %d and %d alone", len(c.Pairs), c.Sentences[0], len(c.Possible), len(c.OnlyLeft), len(c.OnlyRight))
	}
	words := 0
	for _, w := range text.Read(a).Tokens() {
		if w.Word {
			words++
		}
	}
	if c.KeptWords != words {
		t.Errorf("%d of %d words kept", c.KeptWords, words)
	}
	for _, p := range c.Pairs {
		if p.Relation != data.Same || p.Likeness != 1 || len(p.Differences) > 0 || p.Left[0] != p.Right[0] {
			t.Fatalf("%+v", p)
		}
	}
	checkComparison(t, a, a)
}

func TestNothingToCompare(t *testing.T) {
	for _, s := range []string{"", " \n\t\n", "…", "The harbour of Tolm opened at noon with 40 boats."} {
		for _, other := range []string{"", "Nothing alike stands in here whatever one looks for."} {
			checkComparison(t, s, other)
			if c := compared(t, s, other); len(c.Pairs) > 0 {
				t.Errorf("%q and %q: %+v", s, other, c.Pairs)
			}
		}
	}
}

func TestMarksAreOfWordsAlone(t *testing.T) {
	a := "Mayor Ela Orlan told the town’s council on Friday that the “old harbour” — closed since May — will open again at noon."
	b := "Mayor ELA ORLAN told the town's council, on Friday,  that the \"Old Harbour\" - closed since May - will open again at noon!"
	c := compared(t, a+"\nOne more.", b+"\nOther words.")
	if len(c.Pairs) != 1 || len(c.Pairs[0].Differences) != 0 || c.Pairs[0].Relation != data.Same {
		t.Fatalf("%+v", c.Pairs)
	}
}

// A name between two changes stays out of their marks, though a small word or
// a word like any other would go into them.
func TestNamesAndNumbersStandByThemselves(t *testing.T) {
	a := "A crowd of 200 people marched slowly through Tolm harbour on Friday while Orlan of the port council of Tolm watched from home."
	b := "About 300 demonstrators walked noisily along Brack harbour on Friday as Orlan of the port council of Tolm looked on from afar."
	c := compared(t, a+"\nGulls came.", b+"\nMusic played.")
	if len(c.Pairs) != 1 || c.Pairs[0].ToldDifferently {
		t.Fatalf("%+v", c.Pairs)
	}
	for side, s := range []string{a, b} {
		var marked []string
		for _, m := range c.Marks(data.Side(side)) {
			marked = append(marked, m.Of(s))
		}
		all := strings.Join(marked, "|")
		for _, name := range []string{"Friday", "Orlan"} {
			if strings.Contains(all, name) {
				t.Errorf("%s lies in a mark: %s", name, all)
			}
		}
	}
	checkComparison(t, a, b)
}

func TestToldDifferently(t *testing.T) {
	a := "Harbour master Vey resigned over missing ledgers, Tolm officials confirmed."
	b := "It took Tolm weeks of questions about the ledgers before the old man who ran the harbour for years, Vey, gave in."
	fill := func(seed uint64) string {
		v, s := newInventor(seed), ""
		for range 12 {
			s += v.sentence(15) + "\n"
		}
		return s
	}
	c := compared(t, fill(1)+a, fill(2)+b)
	if len(c.Pairs) != 1 || !c.Pairs[0].ToldDifferently {
		t.Fatalf("%+v", c.Pairs)
	}
}

func TestOneSentenceToldInTwo(t *testing.T) {
	a := "Gulls came and went.\nThe council of Tolm voted to reopen the harbour in April, and fishing licences will cost 40 crowns under the new rules drafted by Sela Brack.\nNobody cheered at that."
	b := "Rain fell on the quay.\nThe council of Tolm voted to reopen the harbour in April.\nMusic played for hours.\nFishing licences will cost 40 crowns under new rules drafted by Sela Brack."
	c := compared(t, a, b)
	if len(c.Pairs) != 1 || len(c.Pairs[0].Left) != 1 || len(c.Pairs[0].Right) != 2 {
		t.Fatalf("%+v", c.Pairs)
	}
	checkComparison(t, a, b)
	for _, d := range c.Pairs[0].Differences {
		if strings.Contains(d.Right.Of(b), "Music") {
			t.Errorf("a difference reaches over a sentence that is not tied: %q", d.Right.Of(b))
		}
	}
}

func TestOtherScripts(t *testing.T) {
	for name, texts := range map[string][2]string{
		"Russian": {
			"Мэр города Толм объявил в пятницу, что старая гавань снова откроется весной.\nРыбаки недовольны новыми правилами лова.\nЧайки кричали над набережной.",
			"Старая гавань Толма снова откроется весной, объявил мэр в пятницу вечером.\nНовые правила лова вызвали недовольство у рыбаков города.\nНикто не ответил на вопросы.",
		},
		"Spanish": {
			"El alcalde de Tolm anunció el viernes que el viejo puerto abrirá de nuevo en primavera.\nLos pescadores rechazan las nuevas normas de pesca.\nLas gaviotas gritaban.",
			"El viejo puerto de Tolm abrirá de nuevo en primavera, anunció el alcalde.\nLas nuevas normas de pesca no gustan a los pescadores.\nNadie respondió.",
		},
		"Arabic": {
			"أعلن رئيس بلدية تولم يوم الجمعة أن الميناء القديم سيفتح من جديد في الربيع.\nيرفض الصيادون قواعد الصيد الجديدة.\nصرخت النوارس فوق الرصيف.",
			"الميناء القديم في تولم سيفتح من جديد في الربيع كما أعلن رئيس بلدية المدينة.\nقواعد الصيد الجديدة يرفضها الصيادون في المدينة.\nلم يجب أحد.",
		},
		"Chinese": {
			"托姆市长周五宣布，老港口将于春季重新开放。渔民不满新的捕鱼规定。海鸥在码头上空鸣叫。",
			"市长周五说，托姆的老港口将在春季重新开放。新的捕鱼规定让渔民不满。没有人回答问题。",
		},
	} {
		checkComparison(t, texts[0], texts[1])
		c := compared(t, texts[0], texts[1])
		if len(c.Pairs)+len(c.Possible) != 2 || len(c.OnlyLeft) != 1 || len(c.OnlyRight) != 1 {
			t.Errorf("%s: %d pairs, %d possible, %d and %d alone", name, len(c.Pairs), len(c.Possible), len(c.OnlyLeft), len(c.OnlyRight))
		}
	}
	checkComparison(t, "托姆市长周五宣布 the harbour ويفتح снова.", "The harbour 托姆市长 ويفتح opens.")
}

func TestHugeSentence(t *testing.T) {
	v := newInventor(9)
	var words []string
	for len(words) < 60_000 {
		words = append(words, v.word())
	}
	a := strings.Join(words, " ")
	b := v.retell(a, 0.1)
	c := compared(t, a, b)
	if len(c.Pairs) != 1 || c.KeptWords < 45_000 {
		t.Errorf("%d pairs, %d words kept", len(c.Pairs), c.KeptWords)
	}
	same := strings.Repeat("gull ", 100_000)
	compared(t, same+"a", same[:400_000]+"b c")
	quote := "“" + a + "” said Vey."
	compared(t, quote, "“"+b)
}

func TestSameSentenceManyTimes(t *testing.T) {
	s := strings.Repeat("The old harbour of Tolm will open again in spring, mayor Orlan said.\n", 400)
	c := compared(t, s, s[:len(s)/2]+"Gulls came.")
	if len(c.OnlyRight) > 1 {
		t.Errorf("%d sentences only right", len(c.OnlyRight))
	}
}

func TestCancelled(t *testing.T) {
	a, b := newInventor(5).reports(2000)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := Align(ctx, &data.Report{Text: a}, &data.Report{Text: b}, nil, func(float64) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestProgressRises(t *testing.T) {
	a, b := newInventor(6).reports(2000)
	last := 0.0
	_, err := Align(context.Background(), &data.Report{Text: a}, &data.Report{Text: b}, nil, func(f float64) {
		if f < last || f > 1 {
			t.Errorf("progress %v after %v", f, last)
		}
		last = f
	})
	if err != nil || last != 1 {
		t.Errorf("error %v, last progress %v", err, last)
	}
}

func FuzzAlign(f *testing.F) {
	a, b := newInventor(1).reports(120)
	f.Add(a, b)
	f.Add("“A b c d e f.” Mr. X said. No.", "A b c d e, he said. \xff no “a b c”")
	f.Add("市长周五宣布。市长", "市长周五宣布 A. B")
	f.Add("a b. a b. a b.", "a b. b a.")
	f.Add("เรือสุลาเกยตื้นใกล้ท่าเรือทอล์ม 212 คน", "ผู้โดยสาร 212 คนของเรือสุลา “ขึ้นฝั่ง”")
	f.Add("スーラ号が座礁した。「舵」とベロウは話した。", "座礁したスーラ号は212人を乗せた。")
	f.Add("Mayor Ela Orlan paid $1.2 million. She left. שלום", "Orlan paid 1,200,000. ويفتح الميناء twenty-five")
	f.Fuzz(func(t *testing.T, a, b string) { checkComparison(t, a, b) })
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		left, right := newInventor(uint64(n)).reports(n)
		b.Run(fmt.Sprintf("%dk", n/1000), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				compared(b, left, right)
			}
		})
	}
}
