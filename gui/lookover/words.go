package lookover

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"parallax/data"
	"parallax/gui/session"
)

// roleName is what a role is called on the screen.
func roleName(r data.Role) string {
	switch r {
	case data.Body:
		return lang.L("body")
	case data.Subhead:
		return lang.L("subheading")
	case data.Footnote:
		return lang.L("footnote")
	case data.Headline:
		return lang.L("headline")
	case data.Standfirst:
		return lang.L("intro")
	case data.Byline:
		return lang.L("byline")
	case data.Dateline:
		return lang.L("date")
	case data.Address:
		return lang.L("address")
	case data.OutletName:
		return lang.L("outlet")
	case data.Navigation:
		return lang.L("menu")
	case data.Share:
		return lang.L("share")
	case data.Caption:
		return lang.L("caption")
	case data.PhotoCred:
		return lang.L("photo credit")
	case data.Related:
		return lang.L("related")
	case data.Comments:
		return lang.L("comments")
	case data.Promotion:
		return lang.L("advert")
	case data.Legal:
		return lang.L("legal")
	case data.Duplicate:
		return lang.L("repeated")
	}
	return lang.L("not sure")
}

// told is a phrase in the language of the screen. Words that a template would
// change, which a library may hold that another program wrote, stay as they are.
func told(p data.Phrase) string {
	if p == "" || strings.Contains(string(p), "{{") {
		return string(p)
	}
	return lang.L(string(p))
}

// fieldName is what a fact is called on the screen.
func fieldName(f data.Field) string {
	switch f {
	case data.FieldEvent:
		return lang.L("Event")
	case data.FieldOutlet:
		return lang.L("Outlet")
	case data.FieldHeadline:
		return lang.L("Headline")
	case data.FieldStandfirst:
		return lang.L("Intro")
	case data.FieldPublished:
		return lang.L("Published")
	case data.FieldUpdated:
		return lang.L("Updated")
	case data.FieldByline:
		return lang.L("Byline")
	case data.FieldCredit:
		return lang.L("Credit")
	case data.FieldURL:
		return lang.L("Address on the web")
	case data.FieldLanguage:
		return lang.L("Language")
	case data.FieldTranslated:
		return lang.L("Translated from")
	}
	return lang.L("Date as written")
}

// stepName says what a step did, for the undo menu.
func stepName(s session.LookStep) string {
	n := map[string]any{"Count": s.Blocks}
	switch s.Kind {
	case session.LookKeep:
		if s.Blocks == 1 {
			return lang.L("keep one line")
		}
		return lang.N("keep {{.Count}} lines", s.Blocks, n)
	case session.LookAside:
		if s.Blocks == 1 {
			return lang.L("set one line aside")
		}
		return lang.N("set {{.Count}} lines aside", s.Blocks, n)
	case session.LookRole:
		return lang.L("mark as {{.Role}}", map[string]any{"Role": roleName(s.Role)})
	case session.LookEnds:
		return lang.L("the report ends here")
	case session.LookStarts:
		return lang.L("the report starts here")
	case session.LookFact:
		return lang.L("write {{.Field}}", map[string]any{"Field": fieldName(s.Field)})
	case session.LookLine:
		return lang.L("use a line for {{.Field}}", map[string]any{"Field": fieldName(s.Field)})
	case session.LookConfirm:
		return lang.L("agree with {{.Field}}", map[string]any{"Field": fieldName(s.Field)})
	}
	return lang.L("agree with all")
}

// countsLines say how much of a page is kept and set aside, and as what; the
// second choice is the shorter one.
func countsLines(c session.LookCounts) []string {
	short := lang.L("{{.Kept}} kept · {{.Aside}} set aside", map[string]any{"Kept": c.Kept, "Aside": c.Aside})
	const most = 3
	var kinds []string
	for i, r := range c.Roles {
		if i == most {
			kinds[i-1] += "…"
			break
		}
		kinds = append(kinds, lang.L("{{.Count}} {{.Role}}", map[string]any{"Count": r.Blocks, "Role": roleName(r.Role)}))
	}
	long := short
	if len(kinds) > 0 {
		long += " (" + strings.Join(kinds, ", ") + ")"
	}
	kept := " — " + lang.L("nothing is deleted")
	return []string{long + kept, short + kept, short}
}
