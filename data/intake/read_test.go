package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/intake/document"
)

// uncovered returns the lines of src.Text that are not blank and in no block.
func uncovered(src *data.Source) []string {
	var lost []string
	at, first := 0, 0
	for line := range strings.SplitAfterSeq(src.Text, "\n") {
		a, b := trimmed(src.Text, at, at+len(line))
		at += len(line)
		rest := data.Span{Start: a, End: b}
		for first < len(src.Blocks) && src.Blocks[first].End <= rest.Start {
			first++
		}
		for _, block := range src.Blocks[first:] {
			if rest.Empty() || block.Start > rest.Start {
				break
			}
			a, b := trimmed(src.Text, min(block.End, rest.End), rest.End)
			rest = data.Span{Start: a, End: b}
		}
		if !rest.Empty() {
			lost = append(lost, rest.Of(src.Text))
		}
	}
	return lost
}

// checkSource demands of a source what every source must be.
func checkSource(t *testing.T, src *data.Source) {
	t.Helper()
	if !utf8.ValidString(src.Text) {
		t.Fatal("the text is no UTF-8")
	}
	if lost := uncovered(src); len(lost) > 0 {
		t.Fatalf("%d lines are in no block, the first: %q", len(lost), lost[0])
	}
	end := 0
	for i, b := range src.Blocks {
		if b.Start < end || b.Empty() || b.End > len(src.Text) {
			t.Fatalf("block %d at %v begins before %d or ends behind the text (%d)", i, b.Span, end, len(src.Text))
		}
		end = b.End
		if b.Role == "" || b.Guess != b.Role || b.Why == "" {
			t.Fatalf("block %d: role %q, guess %q, why %q", i, b.Role, b.Guess, b.Why)
		}
	}
	for _, f := range src.Facts {
		if f.Confirmed || f.Value == "" || f.From == "" || f.Block >= len(src.Blocks) || f.Block < -1 {
			t.Fatalf("fact %+v", f)
		}
		if f.Block >= 0 {
			if r := src.Blocks[f.Block].Role; r == data.Comments || r == data.Caption {
				t.Fatalf("fact %+v is read from %s", f, r)
			}
		}
	}
	checkComposed(t, src)
}

func mustRead(t testing.TB, name, page string) data.Source {
	t.Helper()
	src, err := Read(context.Background(), Input{Name: name, Bytes: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// rolesOf lists the roles of the blocks of src by their text.
func rolesOf(src *data.Source) map[string]data.Role {
	m := map[string]data.Role{}
	for _, b := range src.Blocks {
		m[cleaned(b.Of(src.Text), b.Unwraps)] = b.Role
	}
	return m
}

// A page as it is pasted from a browser: menus, a report, what stands about it,
// and readers' comments with no heading.
const pastedPage = `Skip to content
Menu
Home
News
Sport
Harbour bridge at Port Ellis to close for six weeks
By Mara Quill
14 March 2023 09:15
Share this story
Facebook
Twitter
The harbour bridge at Port Ellis will close to all traffic for six weeks from Monday, the town council said on Tuesday, after engineers found cracks in two of its steel bearings.
Councillor Jonas Abend told reporters that the repairs could not wait until the autumn. “We looked at every other way, and there was none that kept people safe,” he said.
Read more: Ferry timetable changes again
Buses will be sent around by the mill road, which adds about twenty minutes to the journey, according to the transport office.
Shop owners on the east bank said they had been told only on Monday evening and feared for their spring trade.
The council expects the work to cost 1.2 million crowns and to be finished by the end of April.
Sign up for our daily newsletter
So they finally noticed the cracks!! I told them about it three years ago and nobody listened, lol.
You are right, but what should they do? Maybe you should stop complaining and just take the bus.
Yep. I really think this council is a bad joke.
I agree with you, nobody in this town ever looks at anything until it falls down!!
Haha, true. Why do you think the mayor never takes the bridge? :)
© 2023 The Ellis Courier. All rights reserved.
`

func TestPastedPage(t *testing.T) {
	src := mustRead(t, "pasted text", pastedPage)
	checkSource(t, &src)
	roles := rolesOf(&src)
	for text, want := range map[string]data.Role{
		"Harbour bridge at Port Ellis to close for six weeks": data.Headline,
		"By Mara Quill":       data.Byline,
		"14 March 2023 09:15": data.Dateline,
		"Menu":                data.Navigation,
		"Share this story":    data.Share,
		"Read more: Ferry timetable changes again":                          data.Related,
		"Sign up for our daily newsletter":                                  data.Promotion,
		"Yep. I really think this council is a bad joke.":                   data.Comments,
		"Haha, true. Why do you think the mayor never takes the bridge? :)": data.Comments,
	} {
		if roles[text] != want {
			t.Errorf("%q is %s, want %s", text, roles[text], want)
		}
	}
	body := 0
	for _, b := range src.Blocks {
		if b.Role == data.Body {
			body++
		}
	}
	if body != 5 {
		t.Errorf("%d paragraphs, want 5", body)
	}
	r := ReportOf(&src)
	if r.Outlet != "The Ellis Courier" || r.Byline != "Mara Quill" || r.Published != "2023-03-14 09:15" || r.AsWritten != "14 March 2023 09:15" || r.Language != "en" {
		t.Errorf("facts: %+v", src.Facts)
	}
	if f, _ := src.Fact(data.FieldPublished); f.From != "line 8" || f.Block != 7 {
		t.Errorf("the date is from %q, block %d", f.From, f.Block)
	}
	if NoReport(&src) {
		t.Error("the page is said to hold no report")
	}
}

// The text is the file's bytes, line ends and all, so its offsets are the file's.
func TestTextIsTheFile(t *testing.T) {
	for _, page := range []string{"One line.\r\n\r\nAnother\tline.\r\n", "old\rMac\rlines", "a\u2028b\vc\fd\u0085e"} {
		src := mustRead(t, "a.txt", page)
		if src.Text != page || src.Charset != "utf-8" {
			t.Errorf("%q became %q (%s)", page, src.Text, src.Charset)
		}
		checkSource(t, &src)
	}
	src := mustRead(t, "a.txt", "\ufeffMarked text.\n")
	if src.Text != "Marked text.\n" || len(src.Bytes) != len(src.Text)+3 {
		t.Errorf("the mark stayed: %q", src.Text)
	}
}

// Every line of any page lies in a block.
func TestNothingIsLost(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	stock := strings.Split(pastedPage, "\n")
	breaks := []string{"\n", "\n\n", "\r\n", "\r", "\u2028", "\v", " \n\t", "\f"}
	odd := []string{"", "\u200b", "\x00", "\x07x", "•", "漢字かな交じり文です。", "https://ellis.example/a", "\t", "„Zitat“", "* star", "By X", "2020-02-30", "\ufeff", "a\u00adb"}
	for range 300 {
		var b strings.Builder
		for range 1 + rng.IntN(60) {
			if rng.IntN(5) == 0 {
				b.WriteString(odd[rng.IntN(len(odd))])
			} else {
				b.WriteString(stock[rng.IntN(len(stock))])
			}
			b.WriteString(breaks[rng.IntN(len(breaks))])
		}
		src, err := Read(t.Context(), Input{Name: "x", Bytes: []byte(b.String())})
		if err != nil {
			if errors.Is(err, ErrBlank) || errors.Is(err, ErrBinary) {
				continue
			}
			t.Fatal(err)
		}
		checkSource(t, &src)
	}
}

// A text of paragraphs without furniture is kept whole, however long.
func TestCleanTextIsKeptWhole(t *testing.T) {
	text := novel(2000)
	src := mustRead(t, "a.txt", text)
	want := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), "\n")
	if got := Compose(&src).Text; got != want {
		for i, b := range src.Blocks {
			if !b.Role.InText() {
				t.Errorf("block %d is %s (%s): %.80q", i, b.Role, b.Why, b.Of(src.Text))
			}
		}
	}
	short := "The town council of Port Ellis met on Friday to speak about the lunch menu.\n\n“It was a long evening,” said the chair.\n\nParents had asked for more fruit.\n\nNobody spoke against it.\n"
	src = mustRead(t, "a.txt", short)
	for _, b := range src.Blocks {
		if b.Role != data.Body {
			t.Errorf("%s: %q", b.Role, b.Of(src.Text))
		}
	}
}

// novel makes a running text of n paragraphs, some of them short.
func novel(n int) string {
	rng := rand.New(rand.NewPCG(7, 7))
	who := []string{"The doctor", "Her sister", "The old ferryman", "Nobody in the house", "The boy from the mill", "She"}
	did := []string{"walked slowly down to the water", "said nothing for a long while", "had not slept since the storm", "looked at the letter again and put it away", "thought of the winter when the harbour froze", "would not hear of it"}
	more := []string{"and it was a comfort to them all", "because the road was still under snow", "as if he had known it from the start", "while the others went on with their supper", "though the doctor came every day"}
	var b strings.Builder
	for range n {
		for range 1 + rng.IntN(6) {
			fmt.Fprintf(&b, "%s %s, %s. ", who[rng.IntN(len(who))], did[rng.IntN(len(did))], more[rng.IntN(len(more))])
		}
		b.WriteString("It was late.\n\n")
	}
	return b.String()
}

func TestWrappedText(t *testing.T) {
	var lines []string
	words := strings.Fields(strings.ReplaceAll(novel(12), "\n\n", " ¶ "))
	line := ""
	paragraphs := 0
	for _, w := range words {
		if w == "¶" {
			lines = append(lines, line, "")
			line = ""
			paragraphs++
			continue
		}
		if len(line)+1+len(w) > 68 {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + w)
	}
	src := mustRead(t, "mail.txt", strings.Join(lines, "\n"))
	checkSource(t, &src)
	got := strings.Split(Compose(&src).Text, "\n")
	if len(got) != paragraphs {
		t.Errorf("%d paragraphs, want %d", len(got), paragraphs)
	}
	for _, p := range got {
		if strings.Contains(p, "  ") || !strings.HasSuffix(p, "It was late.") {
			t.Errorf("paragraph %.60q … %.20q", p, p[max(0, len(p)-20):])
		}
	}
}

func TestBadInput(t *testing.T) {
	zip := "PK\x03\x04" + strings.Repeat("\x00\x01\x02", 50)
	for name, c := range map[string]struct {
		bytes string
		cause error
		said  string
	}{
		"empty":      {"", ErrEmpty, "empty"},
		"blank":      {" \n\t\r\n \u00a0 \n", ErrBlank, "no text"},
		"picture":    {"\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\xff\x12", 400), ErrBinary, "picture"},
		"photo":      {"\xff\xd8\xff\xe0" + strings.Repeat("\x00\xfe\x12", 400), ErrBinary, "picture"},
		"pdf":        {"%PDF-1.7\n" + strings.Repeat("\x00\xe2\xe3", 100), ErrBroken, "PDF"},
		"zip":        {zip, ErrBroken, "damaged"},
		"word":       {zip + "word/document.xml", ErrBroken, "damaged"},
		"old word":   {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + zip, ErrBinary, "old Word"},
		"program":    {"\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 90), ErrBinary, "program"},
		"bytes":      {string(noise(4096)), ErrBinary, "no text"},
		"zeros":      {strings.Repeat("\x00", 4096), ErrBinary, "no text"},
		"tags only":  {"<html><head><title></title></head><body><script>x()</script></body></html>", ErrBlank, "no text"},
		"many words": {strings.Repeat("The council met and spoke about it again.\n", MaxText/40), ErrTooBig, "too much text"},
		"many lines": {strings.Repeat("a\n", document.MaxLines+1), ErrTooBig, "too many lines"},
	} {
		_, err := Read(t.Context(), Input{Name: name, Bytes: []byte(c.bytes)})
		var p *data.Problem
		if !errors.As(err, &p) || !errors.Is(err, c.cause) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !strings.Contains(p.Said, c.said) || p.Next == "" || !strings.HasSuffix(p.Said, ".") || !strings.HasSuffix(p.Next, ".") {
			t.Errorf("%s: %q %q", name, p.Said, p.Next)
		}
	}
	if err := CheckSize(100 << 20); !errors.Is(err, ErrTooBig) || !strings.Contains(err.Error(), "100 MB") {
		t.Errorf("100 MB: %v", err)
	}
	if _, err := Read(t.Context(), Input{Bytes: make([]byte, MaxFile+1)}); !errors.Is(err, ErrTooBig) {
		t.Errorf("over the limit: %v", err)
	}
}

func noise(n int) []byte {
	rng := rand.New(rand.NewPCG(3, 4))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(rng.Uint32())
	}
	return b
}

func TestOneLineOfAMegabyte(t *testing.T) {
	for name, line := range map[string]string{
		"words":     strings.Repeat("and then the council met again ", 1<<20/31),
		"no spaces": strings.Repeat("x", 1<<20),
		"quotes":    strings.Repeat("“a” \"b ", 1<<17),
		"marks":     strings.Repeat("!?….", 1<<18),
		"digits":    strings.Repeat("12.3.2020 ", 1<<17),
	} {
		src := mustRead(t, name, line)
		checkSource(t, &src)
		if len(src.Blocks) != 1 {
			t.Errorf("%s: %d blocks", name, len(src.Blocks))
		}
	}
}

func TestPageWithNoReport(t *testing.T) {
	src := mustRead(t, "menu.txt", "Home\nNews\nSport\nLog in\nSign up\nFollow us on Twitter\nPrivacy policy\nTerms of use\n© 2023 The Ellis Courier\n")
	checkSource(t, &src)
	if !NoReport(&src) {
		t.Errorf("roles: %v", rolesOf(&src))
	}
}

func TestReadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, page := range []string{pastedPage, "<html><body><p>" + pastedPage + "</p></body></html>"} {
		if _, err := Read(ctx, Input{Bytes: []byte(page)}); !errors.Is(err, context.Canceled) {
			t.Errorf("err = %v", err)
		}
	}
}

// Reading the same bytes twice gives the same source.
func TestReadIsTheSameEveryTime(t *testing.T) {
	a, b := mustRead(t, "a", pastedPage), mustRead(t, "a", pastedPage)
	if fmt.Sprint(a) != fmt.Sprint(b) || !bytes.Equal(a.Bytes, []byte(pastedPage)) {
		t.Error("two readings differ, or the bytes were changed")
	}
}

func TestOneLongLineIsKept(t *testing.T) {
	for _, text := range []string{strings.Repeat("xyzzy", 200_000), strings.Repeat("grue lantern ", 80_000)} {
		src, err := Read(context.Background(), Input{Name: "line.txt", Bytes: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(Compose(&src).Text); NoReport(&src) || got < len(text)-1 {
			t.Errorf("%d of %d bytes kept", got, len(text))
		}
	}
}

func TestLeadAtTheTopOfAPageIsKept(t *testing.T) {
	const lead = "Gov. Ansa Vollmer has thrown down the gauntlet to the ferry unions of the Sound in a growing war of words."
	text := lead + "\n" + strings.Repeat("The governor said the boats would sail on Monday, whatever the unions told her.\n", 4) +
		"Share\nTweet\nMore stories\nSign up for our newsletter\n"
	src, err := Read(context.Background(), Input{Name: "ferry.txt", Bytes: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	if got := Compose(&src).Text; !strings.HasPrefix(got, lead) {
		t.Errorf("the text begins with %.60q", got)
	}
}

// The line right below a headline that stands twice is the standfirst of a pasted
// page; below one that stands once, or with its place in front, it is text.
func TestStandfirstBelowTheRepeatedHeadline(t *testing.T) {
	const head = "Council stops the morning ferry after cracks are found\n"
	const lead = "The larger of the two island ferries stays in port while the council looks for a boat to take its place, and nobody knows for how long.\n"
	story := "The island council of Sandholm stopped the morning ferry on Tuesday after inspectors found cracks in the hull of the larger vessel.\n" +
		"“Safety must come before the timetable,” the council’s transport lead Mara Quill said at a meeting in the evening.\n" +
		"Around 200 commuters were affected on the first day. A replacement boat is expected within ten days, the council said.\n"
	for page, want := range map[string]data.Role{
		"Home\nNews\n12 May 2026, 18:40\n" + head + head + lead + story:                 data.Standfirst,
		"Home\nNews\n12 May 2026, 18:40\n" + head + lead + story:                        data.Body,
		"Home\nNews\n12 May 2026, 18:40\n" + head + head + "SANDHOLM — " + lead + story: data.Body,
	} {
		src := mustRead(t, "pasted text", page)
		for text, role := range rolesOf(&src) {
			if strings.Contains(text, strings.TrimSpace(lead)) && role != want {
				t.Errorf("%q: %s, want %s", page[:120], role, want)
			}
		}
		f, _ := src.Fact(data.FieldStandfirst)
		if (f.Value != "") != (want == data.Standfirst) {
			t.Errorf("standfirst %q", f.Value)
		}
	}
}

// A menu in one line is one wherever it stands, in the small print too; terms with
// bars between them are none.
func TestAMenuInOneLineIsAMenu(t *testing.T) {
	const story = "Ostermark bridge shut\nBy Ada Quill\n12 May 2026\n" +
		"The council closed the old bridge on Monday after engineers found cracks in two of its pillars, the mayor said.\n" +
		"“Nobody will cross it before it is safe,” mayor Tilda Voss told reporters at the town hall on Monday evening.\n" +
		"Around 400 people use the bridge every day, and a shuttle bus will run from Friday, the council said in a statement.\n" +
		"Shop owners on the east bank said they feared for their trade if the work went on into the summer.\n"
	for line, want := range map[string]data.Role{
		"Home | News | Sport":                         data.Navigation,
		"Home | News | Sport | Opinion | Weather":     data.Navigation,
		"News · Sport · Log in · Weather · Wirrabend": data.Navigation,
		"Privacy policy | Terms of use | Cookies":     data.Legal,
		"© 2026 The Courier | All rights reserved":    data.Legal,
	} {
		src := mustRead(t, "pasted text", story+"Privacy policy\n"+line+"\nCopyright 2026 The Courier. All rights reserved.\nTerms of use\n")
		found := false
		for text, role := range rolesOf(&src) {
			if strings.Contains(text, line) {
				if found = true; role != want {
					t.Errorf("%q: %s, want %s", line, role, want)
				}
			}
		}
		if !found {
			t.Errorf("%q is nowhere", line)
		}
	}
}

// Lively talk behind a report is its readers'; over thousands of lines without
// one mark of a site it is a story that is told so, and none of it is lost.
func TestAStoryFullOfTalkIsNoThread(t *testing.T) {
	says := []string{
		"So nobody asked us, lol, and I told the old miller's wife so %d times!!",
		"You should really stop reading that rubbish, my dear, it was %d pages too long for me.",
		"Yep. I agree with you, it is a bad joke and I think they just don't care, said number %d!!",
		"I guess you are right, but who believes that after %d years?? I really don't.",
	}
	read := func(lines int) (kept, aside int) {
		var b strings.Builder
		b.WriteString(ferryReport)
		for i := range lines {
			fmt.Fprintf(&b, says[i%len(says)]+"\n", i+100)
		}
		src := mustRead(t, "x", b.String())
		checkSource(t, &src)
		for _, role := range rolesOf(&src) {
			if role == data.Comments {
				aside++
			} else {
				kept++
			}
		}
		return kept, aside
	}
	if _, aside := read(40); aside < 36 {
		t.Errorf("%d of 40 lines are readers' comments", aside)
	}
	if _, aside := read(3000); aside > 0 {
		t.Errorf("%d lines of a story are readers' comments", aside)
	}
}
