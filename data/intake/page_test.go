package intake

import (
	"strings"
	"testing"

	"parallax/data"
	"parallax/data/intake/document"
)

const savedPage = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry to sail twice a day | The Ellis Courier</title>
<meta property="og:site_name" content="The Ellis Courier">
<meta property="og:title" content="Ferry to Nordholm to sail only twice a day">
<link rel="canonical" href="https://courier.example/2023/03/14/ferry">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Ferry to Nordholm to sail only twice a day","datePublished":"2023-03-14T09:15:00Z","author":[{"@type":"Person","name":"Mara Quill"}],"publisher":{"@type":"Organization","name":"Courier Media"}}]}</script>
<style>p{color:red}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Ferry to Nordholm to sail only twice a day</h1>
<p class="standfirst">Islanders ask for a second ship as the old engine needs rest.</p>
<figure><img src="f.jpg"><figcaption>The ferry last week. Photo: Jon Ash</figcaption></figure>
<p>The ferry between Port Ellis and Nordholm will sail only twice a day from next month, the harbour office said on Monday.</p>
<p>Captain Ida Brandt told reporters that the <b>old engine</b> needed rest. “She is forty years old,” she said.</p>
<h2>A long wait</h2>
<p>Islanders have asked the government for a second ship since the spring, according to the ministry of transport.</p>
<p>The office expects the new timetable to last until the end of the winter, and it will tell shops and schools in good time.</p>
</article>
<section id="comments"><h3>2 comments</h3><div class="comment">I read it in the Gazette on 3 May 2019 already!!</div></section>
<footer>© 2023 Courier Media</footer><script>track()</script></body></html>`

func TestSavedPage(t *testing.T) {
	src := mustRead(t, "ferry.html", savedPage)
	checkSource(t, &src)
	if src.MediaType != "text/html" {
		t.Errorf("media type %s", src.MediaType)
	}
	roles := rolesOf(&src)
	for text, want := range map[string]data.Role{
		"Home": data.Navigation,
		"Ferry to Nordholm to sail only twice a day":                                                             data.Headline,
		"Islanders ask for a second ship as the old engine needs rest.":                                          data.Standfirst,
		"The ferry last week. Photo: Jon Ash":                                                                    data.Caption,
		"Captain Ida Brandt told reporters that the old engine needed rest. “She is forty years old,” she said.": data.Body,
		"A long wait": data.Subhead,
		"I read it in the Gazette on 3 May 2019 already!!": data.Comments,
		"© 2023 Courier Media":                             data.Legal,
	} {
		if roles[text] != want {
			t.Errorf("%q is %q, want %s", text, roles[text], want)
		}
	}
	if _, ok := roles["track()"]; ok || strings.Contains(src.Text, "color:red") {
		t.Error("scripts or styles are in the text")
	}
	r := ReportOf(&src)
	if r.Outlet != "The Ellis Courier" || r.Byline != "Mara Quill" || r.Published != "2023-03-14 09:15" ||
		r.URL != "https://courier.example/2023/03/14/ferry" || r.Language != "en" || r.Headline != "Ferry to Nordholm to sail only twice a day" {
		t.Errorf("facts: %+v", src.Facts)
	}
	if f, _ := src.Fact(data.FieldOutlet); f.From != fromPage || f.Block != -1 {
		t.Errorf("the outlet is from %q, block %d", f.From, f.Block)
	}
	before := ReportOf(&src)
	Rerole(&src)
	if after := ReportOf(&src); after != before {
		t.Errorf("reading the facts again changed them:\n%+v\n%+v", before, after)
	}
}

const boxedPage = `<!DOCTYPE html>
<html lang="en"><head><title>Harbour office names four quays for the new ferry</title></head>
<body><div class="top"><ul class="nav"><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></div>
<div class="story"><h1>Harbour office names four quays for the new ferry</h1>
<div class="words"><p>The harbour office of Port Ellis named four quays on Monday where the new ferry to Nordholm may land from next spring.</p>
<p>Officials said that each of the quays had been measured twice and that the water was deep enough at low tide.</p>
<p><a href="/engine">Old Ferry Engine to Rest in the Winter Dock</a></p>
<p>The four were chosen from a list of nine that the council had asked for last year, and the office said these had the best roads:</p>
<ul><li>North Quay, Ellis</li><li>Salt Steps, Ellis</li><li>Old Mole, Nordholm</li><li>Lantern Quay, Nordholm</li></ul>
<p>Captain Ida Brandt told reporters that the crews would try every quay in May. “We will see which one the wind likes,” she said.</p>
</div>
<div class="newsletter"><p>Sign up for our newsletter.</p></div>
<div class="words"><p>The council will vote on the plan in June, and the ministry of transport has promised to pay for half of the work, the office said.</p>
<p>Shops on the mole asked for a ramp.</p>
<h3>You may also like</h3></div></div>
<div class="list"><h3>Bakers of Nordholm win a prize for their dark bread</h3><h3>Three swans land on the roof of the school</h3></div>
<div class="foot"><p>© 2023 Courier Media</p></div></body></html>`

// A page sets its text in boxes of one name: what an advert parts is one text, a
// list in it is kept whole, and what leads elsewhere is not text.
func TestTextInBoxes(t *testing.T) {
	src := mustRead(t, "quays.html", boxedPage)
	checkSource(t, &src)
	roles := rolesOf(&src)
	for text, kept := range map[string]bool{
		"North Quay, Ellis": true, "Salt Steps, Ellis": true, "Old Mole, Nordholm": true, "Lantern Quay, Nordholm": true,
		"The council will vote on the plan in June, and the ministry of transport has promised to pay for half of the work, the office said.": true,
		"Shops on the mole asked for a ramp.":                 true,
		"Old Ferry Engine to Rest in the Winter Dock":         false,
		"Sign up for our newsletter.":                         false,
		"You may also like":                                   false,
		"Bakers of Nordholm win a prize for their dark bread": false,
		"Three swans land on the roof of the school":          false,
		"© 2023 Courier Media":                                false,
	} {
		if role := roles[text]; role.InText() != kept {
			t.Errorf("%q is %q", text, role)
		}
	}
}

// A line below the headline that says a report was translated is about the report.
func TestTranslatedPage(t *testing.T) {
	src := mustRead(t, "ferry.html", strings.Replace(savedPage, "<figure>", `<p class="byline">Translated from Portuguese by Ana Reis</p><figure>`, 1))
	checkSource(t, &src)
	if role := rolesOf(&src)["Translated from Portuguese by Ana Reis"]; role != data.Byline {
		t.Errorf("the line is %q", role)
	}
	if f, _ := src.Fact(data.FieldTranslated); f.Value != "pt" || f.Block < 0 {
		t.Errorf("translated %+v", f)
	}
	for said, name := range map[string]string{"Words by Mara Quill": "Mara Quill", "Portuguese by Ana Reis": "Ana Reis", "Abby Byrd": "Abby Byrd", "By Jon Ash": "Jon Ash"} {
		if got := authorName(said); got != name {
			t.Errorf("%q: %q", said, got)
		}
	}
}

// A page nested deeper than the parser goes is read without its tree.
func TestDeepPage(t *testing.T) {
	deep := strings.Repeat("<div>", 5000) + "<p>" + strings.ReplaceAll(ferryReport, "\n\n", "</p><p>") + "</p>" + strings.Repeat("</div>", 5000)
	src := mustRead(t, "deep.html", "<html><body>"+deep+"</body></html>")
	checkSource(t, &src)
	if got := Compose(&src).Text; !strings.Contains(got, "The office expects the new timetable") || strings.Contains(got, "<div") {
		t.Errorf("text: %.200q", got)
	}
}

func TestBrokenPages(t *testing.T) {
	for _, page := range []string{
		"<html><body><p>Unclosed <b>bold <i>and <table><tr><td>cell", "<p>" + strings.Repeat("<a href=x>", 3000) + "link", "<!doctype html><plaintext>all & all",
		"<html><script type='application/ld+json'>[[[[[[[[[[[[{}]]]</script><body>x y z</body>", "<html><head><meta property='og:title'></head><body><pre>one\ntwo\n\nthree</pre></body></html>",
		"<html><body><svg><title>no</title></svg><textarea>kept\ntoo</textarea><select><option>one</option></select></body></html>",
	} {
		src := mustRead(t, "x.html", page)
		checkSource(t, &src)
	}
}

func TestLooksLikeHTML(t *testing.T) {
	for text, want := range map[string]bool{
		savedPage: true, "<p>One</p>": true, "  \n<!DOCTYPE HTML PUBLIC>": true, "<?xml version=\"1.0\"?><html xmlns=x>": true,
		pastedPage: false, "a < b and <html> is a tag": false, "<3 this report": false, "": false, "<quote> he said": false,
	} {
		if got := looksLikeHTML(text); got != want {
			t.Errorf("%.40q: %v", text, got)
		}
	}
}

// A page too large for the voter is read line by line, and nothing is lost.
func TestHugePage(t *testing.T) {
	row := "<p>The council met again and spoke about the harbour bridge, officials said.</p>\n"
	src := mustRead(t, "huge.html", "<html><body><nav><a href=x>Home</a></nav>"+strings.Repeat(row, document.MaxNodes/2)+"</body></html>")
	if lost := uncovered(&src); len(lost) > 0 || len(src.Blocks) != document.MaxNodes/2+1 || NoReport(&src) {
		t.Errorf("%d blocks, %d lost", len(src.Blocks), len(lost))
	}
}
