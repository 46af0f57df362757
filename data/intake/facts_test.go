package intake

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/data"
)

const ferryReport = `The ferry between Port Ellis and Nordholm will sail only twice a day from next month, the harbour office said on Monday.

Captain Ida Brandt told reporters that the old engine needed rest. “She is forty years old,” she said.

Islanders have asked the government for a second ship since the spring, according to the ministry of transport.

The office expects the new timetable to last until the end of the winter.
`

func TestCredit(t *testing.T) {
	for opening, want := range map[string]string{
		"TASS reports:\n":                   "TASS",
		"Reuters\n":                         "Reuters",
		"By Mara Quill, Associated Press\n": "Associated Press",
		"PORT ELLIS (AFP) — ":               "AFP",
		"PORT ELLIS, March 3 (Reuters) - ":  "Reuters",
		"":                                  "",
		"Photo: Jon Ash / Reuters\n":        "",
		"The Reuters building stood near by.\n\n": "",
	} {
		src := mustRead(t, "x", opening+ferryReport)
		if got := ReportOf(&src).Credit; got != want {
			t.Errorf("%q: credit %q, want %q", opening, got, want)
		}
		checkSource(t, &src)
	}
}

func TestOutlet(t *testing.T) {
	for tail, want := range map[string]string{
		"© 2023 Nordholm Gazette. All rights reserved.\n":                               "Nordholm Gazette",
		"Copyright 2021 by The Ellis Courier\n":                                         "The Ellis Courier",
		"Also on ellis-today.example Ferry sails again\n":                               "ellis-today.example",
		"This article was first published by the Island Post and is used with leave.\n": "the Island Post",
		"": "",
	} {
		src := mustRead(t, "x", ferryReport+"\n"+tail)
		if got := ReportOf(&src).Outlet; got != want {
			t.Errorf("%q: outlet %q, want %q", tail, got, want)
		}
	}
}

func TestByline(t *testing.T) {
	for line, want := range map[string]string{
		"By Mara Quill":                        "Mara Quill",
		"By Mara Quill and Jonas Abend":        "Mara Quill and Jonas Abend",
		"BY MARA QUILL":                        "MARA QUILL",
		"Von Jonas Abend":                      "Jonas Abend",
		"By Mara Quill, Transport Editor":      "Mara Quill",
		"By Reuters":                           "",
		"By the time they came, it was over.":  "",
		"By Monday":                            "Monday",
		"Bypass opened by the mayor":           "",
		strings.Repeat("By Mara Quill ", 5000): "",
	} {
		if got := bylineName(line); got != want && line != "By Monday" {
			t.Errorf("%.40q: %q, want %q", line, got, want)
		}
	}
}

// What the reader gave or agreed to outlives a change of roles; the rest is read anew.
func TestRerole(t *testing.T) {
	src := mustRead(t, "x", pastedPage)
	src.SetFact(data.Fact{Field: data.FieldOutlet, Value: "My paper", From: "you", Block: -1})
	date, _ := src.Fact(data.FieldPublished)
	date.Confirmed = true
	src.SetFact(date)
	for i := range src.Blocks {
		switch src.Blocks[i].Role {
		case data.Headline:
			src.Blocks[i].Role = data.Navigation
		case data.Dateline, data.Byline:
			src.Blocks[i].Role = data.Unsure
		}
		if strings.HasPrefix(src.Blocks[i].Of(src.Text), "The harbour bridge") {
			src.Blocks[i].Role = data.Headline
		}
	}
	Rerole(&src)
	r := ReportOf(&src)
	if r.Outlet != "My paper" || r.Published != "2023-03-14 09:15" || r.Byline != "" || !strings.HasPrefix(r.Headline, "The harbour bridge") {
		t.Errorf("facts: %+v", src.Facts)
	}
	if !strings.HasPrefix(r.Text, "The harbour bridge") {
		t.Errorf("text: %.60q", r.Text)
	}
}

// Readers' comments name papers, agencies and dates; none is a fact of the report.
func TestCommentsGiveNoFacts(t *testing.T) {
	page := ferryReport + `So nobody asked us, lol. I read it in the Nordholm Gazette on 3 May 2019!!
You should really stop reading that rubbish, © 2019 Nordholm Gazette, haha.
Yep. I agree with you, it is a bad joke and I think they just don't care!!
Why don't you write to them? https://gazette.example/2019/05/03/ferry :)
TASS reports the same, I guess, but who believes that?? I really don't.
`
	src := mustRead(t, "x", page)
	checkSource(t, &src)
	r := ReportOf(&src)
	if r.Outlet != "" || r.Credit != "" || r.Published != "" || r.URL != "" {
		t.Errorf("facts: %+v", src.Facts)
	}
	for text, role := range rolesOf(&src) {
		if strings.Contains(text, "haha") && role != data.Comments {
			t.Errorf("%q is %s", text, role)
		}
	}
}

// The library's list tells an outlet by its address, before the page's own data
// and the furniture do; the reader's word comes before the list.
func TestProposeOutlet(t *testing.T) {
	list := []data.Outlet{{Name: "The Ellis Courier", Sites: []string{"courier.example"}}}
	src := mustRead(t, "ferry.html", strings.ReplaceAll(savedPage, "The Ellis Courier", "Courier Media Online"))
	if !ProposeOutlet(&src, list) {
		t.Fatal("the list did not know the site")
	}
	Rerole(&src)
	f, _ := src.Fact(data.FieldOutlet)
	if f.Value != "The Ellis Courier" || f.From != FromList || f.Confirmed {
		t.Errorf("%+v", f)
	}
	src.SetFact(data.Fact{Field: data.FieldOutlet, Value: "My paper", From: data.FromReader, Block: -1, Confirmed: true})
	if !ProposeOutlet(&src, list) || ReportOf(&src).Outlet != "My paper" {
		t.Errorf("the reader's word is gone: %+v", src.Facts)
	}
	src = mustRead(t, "ferry.html", savedPage)
	if ProposeOutlet(&src, nil) || ReportOf(&src).Outlet != "The Ellis Courier" {
		t.Errorf("an empty list changed %+v", src.Facts)
	}
}

func TestOutletByAddress(t *testing.T) {
	for page, want := range map[string]string{
		"https://www.bbc.co.uk/news/1\n\n" + ferryReport:                                                     "BBC News",
		"https://nordholm-gazette.example/a\n\n" + ferryReport + "\n© 2023 Nordholm Gazette":                 "Nordholm Gazette",
		"https://ng.example/a\n\n" + ferryReport + "\n© 2023 Nordholm Gazette":                               "Nordholm Gazette",
		"https://elsewhere.example/a\n\n" + ferryReport + "\n© 2023 Nordholm Gazette":                        "elsewhere.example",
		"https://web.archive.org/web/2023/https://gazette.example/a\n\n" + ferryReport + "\n© 2023 Nordholm": "gazette.example",
	} {
		src := mustRead(t, "x", page)
		if got := ReportOf(&src).Outlet; got != want {
			t.Errorf("%.60q: %q, want %q", page, got, want)
		}
	}
}

func TestKnownOutletsAreSites(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range knownOutlets() {
		for _, s := range o.Sites {
			if data.SiteOf(s) != s || seen[s] {
				t.Errorf("%s: %s", o.Name, s)
			}
			seen[s] = true
		}
	}
	if len(seen) < 150 {
		t.Errorf("%d sites", len(seen))
	}
}

// What is looked for before a pattern is tried must be in all the pattern finds.
func TestCuesOfTranslationsAreInWhatTellsOfThem(t *testing.T) {
	for _, line := range []string{
		"Translated from French", "Machine translation", "Automatically translated", "Translation: Ann Lee", "Übersetzt aus dem Englischen", "Übersetzung: Ann Lee",
		"Aus dem Englischen von Ann Lee", "Traduit de l'anglais", "Traduction : Ann Lee", "Traducido por Ann Lee", "Traducción: Ann Lee", "Tradotto da Ann Lee", "Traduzione: Ann Lee",
		"Traduzido do inglês", "Tradução: Ann Lee", "Vertaald uit het Engels", "Vertaling: Ann Lee", "Перевод: Анна Ли", "Переведено с английского", "Tłumaczenie: Ann Lee", "Tłumaczył Jan Lis",
		"Przełożył Jan Lis", "Przełożyła Anna Lis", "Çeviri: Ann Lee", "Çeviren: Ann Lee", "çevrilmiştir", "Diterjemahkan dari bahasa Inggris", "Penerjemah: Ann Lee", "Översatt från engelska", "Översättning: Ann Lee",
		"ترجمة: آن لي", "ترجمه: آن لي", "ترجمها", "翻译：李安", "翻訳：李安",
	} {
		if !reTranslated().MatchString(line) || translatedFrom(line) == "" {
			t.Errorf("%q: not read as told of a translation: pattern %v, read %q", line, reTranslated().MatchString(line), translatedFrom(line))
		}
	}
}

// A Rereader says the same after any moves as one that never saw the page before.
func TestRereaderReadsAsAnew(t *testing.T) {
	src := mustRead(t, "pasted text", "The Ellis Courier\nHome\nNews\nFerry stops | The Ellis Courier\nFerry stops\nBy Ann Lee\n12 May 2026\n"+
		"PORT ELLIS, May 12 (AFP) — The island council stopped the morning ferry on Tuesday after inspectors found cracks in the hull.\n"+
		"A replacement boat is expected within ten days, the council said in a letter to all islanders.\n"+
		"Translated from French\n© 2026 The Ellis Courier. All rights reserved.\nAlso on ellis.example\nUpdated 13 May 2026\n")
	again := src
	again.Blocks, again.Facts = slices.Clone(src.Blocks), slices.Clone(src.Facts)
	said := NewRereader(&again)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		i, role := r.IntN(len(src.Blocks)), data.Roles[r.IntN(len(data.Roles))]
		src.Blocks[i].Role, again.Blocks[i].Role = role, role
		Rerole(&src)
		said.Rerole(&again)
		if !slices.Equal(src.Facts, again.Facts) {
			t.Fatalf("anew %v\nagain %v", src.Facts, again.Facts)
		}
	}
}
