package gui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"parallax/assets"
	"parallax/data/lens"
	"parallax/gui/session"
)

// A tableText is what stands over a table of words: its name, what it shows,
// what a reader may ask herself, and how its rows are found.
type tableText struct{ name, shows, question, how string }

// textOf is what stands over the table of a kind.
func textOf(k lens.Kind) tableText {
	var t tableText
	for _, kind := range assets.Kinds() {
		if kind.ID == string(k) {
			t = tableText{name: lang.L(kind.Label), shows: lang.L(kind.Definition), question: lang.L(kind.Question)}
		}
	}
	switch k {
	case lens.Swaps:
		t = tableText{
			name:     lang.L("Changed words"),
			shows:    lang.L("Words of one report that stand where the other has other words."),
			question: lang.L("Is only the word another one, or the meaning too?"),
		}
	case lens.Quotation:
		t = tableText{
			name:     lang.L("Quotations"),
			shows:    lang.L("What is quoted: told in two ways, cut, or in one report only."),
			question: lang.L("Do both versions mean the same? Was it translated?"),
		}
	}
	t.how = howFound(k)
	return t
}

// howFound says how the program finds a table's rows, and when it can slip.
func howFound(k lens.Kind) string {
	switch k {
	case lens.Naming:
		return lang.L("It looks for people by their last names, for names such as “the Tarn plant” and “the Tarn works”, and for labels from a word list where two passages tell the same. Labels of one kind of people, such as workers, count wherever they stand. Two people with one last name come in one row. A label can mean somebody else.")
	case lens.Swaps:
		return lang.L("It lays the words of two tied passages side by side and gathers those that differ. A passage told in quite other words gives no row. Words that only stand close can land in one row.")
	case lens.Verbs:
		return lang.L("It knows over a hundred speaking verbs in five classes, and looks at the words around each. The speaker is a guess: the name or group beside the verb. “He” and “she” can be taken for somebody else.")
	case lens.Quotation:
		return lang.L("It ties quotations that share many words, or some words and the speaker. Two sayings that are alike can be taken for one. Two translations can share no word at all.")
	case lens.Sourcing:
		return lang.L("It counts who speaks with a speaking verb or stands after “according to”, and the words in their quotation marks. One person under two names has two rows until you say they are one.")
	case lens.Number:
		return lang.L("It reads digits, number words and dates, and the words behind them. Numbers of the same thing in tied passages come in one row. So do counts of people killed or hurt, wherever they stand. Two counts of two things can land in one row.")
	case lens.Order:
		return lang.L("It counts paragraphs and draws a line between those with tied passages. A wide paragraph can have many lines. What is told twice has two lines.")
	case lens.Headline:
		return lang.L("It looks for each word of the headline in the story below. It does not know words that mean the same.")
	case lens.Hedge, lens.Booster, lens.Emotive:
		return lang.L("It looks for words from a list. It does not see what a word means in its sentence. A plain word can bring a feeling too, and is not on the list.")
	case lens.Agency:
		return lang.L("It looks for “was closed”, “were hurt” and the like without “by”, for “the closure” and other such nouns, and for “died” or “lost their jobs”. Where a tied passage says who did it, both come in one row. Often the doer is named a line before, or not known.")
	case lens.Spelling:
		return lang.L("It knows the rules of British and American spelling, and names that sound alike or differ in a vowel. Two real names that are alike can come in one row.")
	case lens.Whose:
		return lang.L("It looks for words in quotation marks that another report has without them. It does not know who said them first. Words that any writer would use can come in a row.")
	case lens.Only:
		return lang.L("It lists the sentences that no passage of another report is tied to. One told in quite other words is listed too, until you tie it. It does not know why only one report tells it.")
	case lens.Granted:
		return lang.L("It looks for words such as “again”, “stopped” and “admitted” from a list. It does not see what the sentence takes for granted. Often that is plain to everybody.")
	case lens.Past:
		return lang.L("It looks for years gone by and for words such as “founded in”, in the writer’s own sentences after the first lines. Background without such words is not found. A line it lists can be news.")
	case lens.Aside:
		return lang.L("It looks for words such as “sadly”, “so-called” and “it is clear” in sentences without a speaker or a quotation. A comment in plain words is not found. The source may stand a line before.")
	case lens.Notice:
		return lang.L("It looks for words such as “not verified” and “edited by” in the first and the last lines, and for lines with a star. A note in the middle of the report is not found.")
	case lens.Caption:
		return lang.L("It looks for lines that open with “Picture:”, “Photo by” and the like, and for their dates in the report. A picture text without such words is not found, nor one that was set aside when the page was brought in.")
	case lens.Scare:
		return lang.L("It lists one to three words in quotation marks, but no names in capitals. It does not see why the marks are there.")
	}
	return ""
}

// classText names a class of speaking verbs, and says what the verb does.
func classText(class string) string {
	switch class {
	case "neutral":
		return lang.L("only says that someone spoke")
	case "assertive":
		return lang.L("says that someone spoke firmly")
	case "evaluative-doubt":
		return lang.L("leaves room for doubt")
	case "endorsing":
		return lang.L("makes it sound sure")
	case "emotive":
		return lang.L("adds a feeling or a tone")
	}
	return ""
}

// findings are the sections of a table, in the order they are shown.
var findings = []lens.Finding{
	lens.Differs, lens.Cut, lens.NoDoer, lens.NotInBody, lens.BuiltOn, lens.Unnamed, lens.OtherDate, lens.Found, lens.InStory, lens.InQuotes,
	lens.Same, lens.OnlyOne, lens.Apart,
}

// sectionText is the heading over the rows with one finding of a table of so many
// reports.
func sectionText(k lens.Kind, f lens.Finding, reports int) string {
	switch f {
	case lens.Differs:
		switch k {
		case lens.Quotation:
			return lang.L("Told in two ways")
		case lens.Order:
			return lang.L("At another place")
		case lens.Scare, lens.Whose:
			return lang.L("In quotation marks here, without them there")
		case lens.Verbs:
			return lang.L("With other verbs in each report")
		case lens.Agency:
			return lang.L("One report says who did it, another does not")
		}
		return lang.L("Not alike")
	case lens.Cut:
		return lang.L("One report quotes more")
	case lens.NoDoer:
		return lang.L("The doer is not named")
	case lens.NotInBody:
		return lang.L("In the headline, not found in the story")
	case lens.BuiltOn:
		return lang.L("The sentence the headline is nearest to")
	case lens.Unnamed:
		return lang.L("Sources without a name")
	case lens.OtherDate:
		return lang.L("With a date its report does not give")
	case lens.Found:
		return foundText(k)
	case lens.InStory:
		return lang.L("In the writer’s own sentences")
	case lens.InQuotes:
		return lang.L("Inside quotations")
	case lens.OnlyOne:
		return lang.L("Found in one report only")
	case lens.Apart:
		return lang.L("You said: not the same")
	}
	switch k {
	case lens.Order:
		return lang.L("At the same place")
	case lens.Sourcing, lens.Verbs:
		if reports > 2 {
			return lang.L("In more than one report")
		}
		return lang.L("In both reports")
	}
	return lang.L("Alike")
}

// foundText is the heading over rows that are merely there.
func foundText(k lens.Kind) string {
	switch k {
	case lens.Past:
		return lang.L("This may be background")
	case lens.Aside:
		return lang.L("No source found in the sentence")
	case lens.Notice:
		return lang.L("Notes about the report itself")
	}
	return lang.L("Picture text")
}

// classNote says what the class of a wording of the tables of agency and of
// whose words means; empty for any other.
func classNote(class string) string {
	switch class {
	case lens.Doer:
		return lang.L("says who or what did it")
	case lens.Quoted:
		return lang.L("in a quotation")
	case lens.Told:
		return lang.L("told as somebody’s words")
	case lens.Own:
		return lang.L("in the writer’s own sentence")
	}
	return ""
}

// letterOf is the name of the i-th report on screen: A, B, C …
func letterOf(i int) string { return string(rune('A' + i)) }

// remark is what stands at the end of a row.
func remark(k lens.Kind, r *lens.Row) string {
	var parts []string
	switch {
	case k == lens.Quotation && (r.Finding == lens.Cut || r.Finding == lens.Differs):
		for i, c := range r.Cells {
			if c.Quoted > 1 && r.Finding == lens.Cut {
				parts = append(parts, lang.L("{{.Letter}}: {{.N}} more words", map[string]any{"Letter": letterOf(i), "N": c.Quoted}))
			}
		}
	case k == lens.Swaps || k == lens.Hedge || k == lens.Booster || k == lens.Emotive || k == lens.Granted || k == lens.Aside:
		n := 0
		for _, c := range r.Cells {
			n = max(n, c.Places())
		}
		if n > 1 {
			parts = append(parts, count(n, "{{.N}} places"))
		}
	}
	if r.Read {
		parts = append(parts, lang.L("your answer"))
	}
	return strings.Join(parts, " · ")
}

// joined is two remarks on one line, either of which may be empty.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// wordingKinds are the kinds whose rows compare the very words, which another
// translator would have chosen otherwise.
var wordingKinds = []lens.Kind{lens.Quotation, lens.Spelling, lens.Swaps}

// mayComeFromTranslation reports whether a row shows a wording of a report that
// is a translation, and not the same words in each.
func (r *room) mayComeFromTranslation(w *session.WordTables, k lens.Kind, row *lens.Row) bool {
	if !slices.Contains(wordingKinds, k) || row.Finding == lens.Same {
		return false
	}
	for i := range row.Cells {
		if len(row.Cells[i].Wordings) > 0 && r.session.FromTranslation(&w.Reports[i]) {
			return true
		}
	}
	return false
}

// cellNote is what stands under the wordings of a cell.
func cellNote(k lens.Kind, c *lens.Cell) string {
	switch {
	case len(c.Wordings) == 0:
		return ""
	case k == lens.Sourcing && c.Quoted > 0:
		return count(c.Places(), "{{.N}} times") + ", " + count(c.Quoted, "{{.N}} quoted words")
	case k == lens.Sourcing:
		return count(c.Places(), "{{.N}} times")
	case k == lens.Order:
		return placeName(c)
	case k == lens.Verbs || k == lens.Agency || k == lens.Whose:
		var classes []string
		for _, w := range c.Wordings {
			text := classText(w.Class)
			if k != lens.Verbs {
				text = classNote(w.Class)
			}
			if text != "" && !slices.Contains(classes, text) {
				classes = append(classes, text)
			}
		}
		return strings.Join(classes, "; ")
	}
	return ""
}

// placeName names the paragraph of a cell: the headline, the lead, the third one.
func placeName(c *lens.Cell) string {
	switch {
	case c.Number == 0 && c.At == 0:
		return lang.L("Headline")
	case c.Number == 0:
		return lang.L("Intro")
	case c.Number == 1:
		return lang.L("Lead")
	}
	return lang.L("Paragraph {{.N}}", map[string]any{"N": c.Number})
}
