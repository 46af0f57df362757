package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/abadojack/whatlanggo"

	"parallax/data"
)

// Where facts come from, in the reader's words.
const (
	fromPage    = "the page's own data"
	fromText    = "the words of the text"
	fromAddress = "the page's address"
	fromReader  = "you"
)

// Rerole reads the facts of src again after the reader moved blocks. Facts she
// gave or agreed to stay, and so do those from the page's own data and from her
// list of outlets.
func Rerole(src *data.Source) { readFacts(src, nil) }

// readFacts fills in the facts of src from the page's data, when pg is not nil,
// and from the blocks by their roles. What a comment, a caption or a photo
// credit says is never a fact about the report.
func readFacts(src *data.Source, pg *page) {
	r := factReader{src: src, lines: blockLines(src)}
	for _, f := range src.Facts {
		if f.Confirmed || f.From == fromReader || f.From == fromPage || f.From == FromList {
			r.facts = append(r.facts, f)
		}
	}
	if pg != nil {
		r.pageFacts(pg)
	}
	r.blockFacts()
	if pg != nil {
		r.propose(data.FieldByline, pg.filedBy, fromPage, -1)
	}
	r.credit()
	r.dates()
	r.dateline()
	r.outlet()
	r.translated()
	r.language(pg)
	slices.SortStableFunc(r.facts, func(a, b data.Fact) int {
		return slices.Index(data.Fields, a.Field) - slices.Index(data.Fields, b.Field)
	})
	src.Facts = r.facts
}

// A factReader gathers facts; the first one proposed for a field is kept.
type factReader struct {
	src   *data.Source
	lines []int // the line of Source.Text each block begins on, from 1
	facts []data.Fact
}

// blockLines returns the number of the line each block begins on.
func blockLines(src *data.Source) []int {
	out := make([]int, len(src.Blocks))
	spans := splitLines(src.Text)
	n := 0
	for i, b := range src.Blocks {
		for n < len(spans)-1 && spans[n].End <= b.Start {
			n++
		}
		out[i] = n + 1
	}
	return out
}

func (r *factReader) has(f data.Field) bool {
	return slices.ContainsFunc(r.facts, func(k data.Fact) bool { return k.Field == f })
}

func (r *factReader) value(f data.Field) string {
	for _, k := range r.facts {
		if k.Field == f {
			return k.Value
		}
	}
	return ""
}

func (r *factReader) propose(f data.Field, value, from string, block int) {
	value = strings.Join(strings.Fields(value), " ")
	if value != "" && !r.has(f) {
		r.facts = append(r.facts, data.Fact{Field: f, Value: value, From: from, Block: block})
	}
}

// line names the place of block i for the reader.
func (r *factReader) line(i int) string { return fmt.Sprintf("line %d", r.lines[i]) }

// text is what block i reads like.
func (r *factReader) text(i int) string {
	b := r.src.Blocks[i]
	return cleaned(b.Of(r.src.Text), b.Unwraps)
}

// pageFacts proposes what the page's own data says. The headline the page shows
// comes before the one in its data, which search engines get.
func (r *factReader) pageFacts(pg *page) {
	r.headline()
	r.propose(data.FieldOutlet, pg.site, fromPage, -1)
	r.propose(data.FieldHeadline, pg.title, fromPage, -1)
	r.propose(data.FieldByline, pg.author, fromPage, -1)
	r.propose(data.FieldURL, pg.address, fromPage, -1)
	r.propose(data.FieldPublished, pg.published, fromPage, -1)
	if pg.updated != pg.published {
		r.propose(data.FieldUpdated, pg.updated, fromPage, -1)
	}
}

func (r *factReader) headline() {
	for i, b := range r.src.Blocks {
		if b.Role == data.Headline {
			r.propose(data.FieldHeadline, r.text(i), r.line(i), i)
		}
	}
}

// blockFacts proposes what the blocks about the report say.
func (r *factReader) blockFacts() {
	r.headline()
	for i, b := range r.src.Blocks {
		switch b.Role {
		case data.Standfirst:
			r.propose(data.FieldStandfirst, r.text(i), r.line(i), i)
		case data.Byline:
			name := bylineName(r.text(i))
			if name == "" {
				name = r.text(i)
			}
			r.propose(data.FieldByline, name, r.line(i), i)
		case data.Address:
			r.propose(data.FieldURL, r.text(i), r.line(i), i)
		case data.OutletName:
			r.propose(data.FieldOutlet, r.text(i), r.line(i), i)
		}
	}
}

// credit proposes the agency: from a line that leads in the report or stands
// about it, from the place and source the text opens with, from its last line.
func (r *factReader) credit() {
	body := 0
	for i, b := range r.src.Blocks {
		t := r.text(i)
		name := ""
		switch b.Role {
		case data.PhotoCred:
			name = agencyLead(t)
		case data.Body:
			if body++; body <= 2 {
				name = agencyOf(t)
			}
		case data.Byline, data.Dateline, data.Standfirst, data.OutletName, data.Footnote:
			name = agencyOf(t)
		case data.Navigation, data.Unsure:
			if body == 0 || len(t) < 60 {
				name = agencyOf(t)
			}
		}
		r.propose(data.FieldCredit, name, r.line(i), i)
	}
	for i := len(r.src.Blocks) - 1; i >= 0; i-- {
		if r.src.Blocks[i].Role == data.Body {
			if t := r.text(i); len(t) < 60 {
				r.propose(data.FieldCredit, agencyOf(t), r.line(i), i)
			}
			break
		}
	}
}

// dates proposes when the report was published and changed: from the lines about
// it that stand nearest to the headline, else from the address. Where no date is
// told, it keeps "on Friday" as it is written.
func (r *factReader) dates() {
	head := 0
	for i, b := range r.src.Blocks {
		if b.Role == data.Headline || b.Role == data.Body {
			head = i
			break
		}
	}
	type told struct {
		found
		block, far int
	}
	var published, updated told
	for i, b := range r.src.Blocks {
		if b.Role != data.Dateline && b.Role != data.Byline {
			continue
		}
		p, u := datesOf(r.text(i))
		far := max(i-head, head-i)
		if p.ok && (!published.ok || far < published.far) {
			published = told{p, i, far}
		}
		if u.ok && (!updated.ok || far < updated.far) {
			updated = told{u, i, far}
		}
	}
	if published.ok {
		r.preferShown(published.date, published.block)
		r.propose(data.FieldPublished, published.date, r.line(published.block), published.block)
		if strings.HasPrefix(r.value(data.FieldPublished), published.date[:10]) {
			r.propose(data.FieldAsWritten, published.written, r.line(published.block), published.block)
		}
	}
	if m := reAddressDate().FindStringSubmatch(r.value(data.FieldURL)); m != nil {
		if d := findDate(m[1] + "-" + m[2] + "-" + m[3]); d.ok {
			r.propose(data.FieldPublished, d.date, fromAddress, -1)
		}
	}
	if updated.ok {
		r.propose(data.FieldUpdated, updated.date, r.line(updated.block), updated.block)
		if !r.has(data.FieldPublished) { // the only date the page tells
			r.propose(data.FieldAsWritten, updated.written, r.line(updated.block), updated.block)
		}
	}
	if r.has(data.FieldPublished) || r.has(data.FieldUpdated) {
		return
	}
	for i, b := range r.src.Blocks {
		if b.Role == data.Body || b.Role == data.Standfirst {
			r.propose(data.FieldAsWritten, weekdayOf(r.text(i)), r.line(i), i)
		}
	}
}

// dateline proposes the place the text opens with.
func (r *factReader) dateline() {
	body := 0
	for i, b := range r.src.Blocks {
		if b.Role != data.Body {
			continue
		}
		if body++; body > 2 {
			return
		}
		place, _ := datelineOf(r.text(i))
		r.propose(data.FieldDateline, place, r.line(i), i)
	}
}

// preferShown takes the day the page shows in place of the one in its data when
// they are a day apart: machines are told the time in Greenwich.
func (r *factReader) preferShown(shown string, block int) {
	for i := range r.facts {
		f := &r.facts[i]
		if f.Field != data.FieldPublished || f.From != fromPage || f.Confirmed || len(f.Value) < 10 {
			continue
		}
		a, errA := time.Parse(time.DateOnly, f.Value[:10])
		b, errB := time.Parse(time.DateOnly, shown[:10])
		if hours := a.Sub(b).Hours(); errA == nil && errB == nil && (hours == 24 || hours == -24) {
			f.Value, f.From, f.Block = shown, r.line(block), block
		}
	}
}

// languageSample is how many bytes of the text the language is told by.
const languageSample = 4096

// language proposes the language of the text, or the one the page says when the
// text is too short to tell.
func (r *factReader) language(pg *page) {
	text := Compose(r.src).Text
	if len(text) > languageSample {
		text = strings.ToValidUTF8(text[:languageSample], "")
	}
	own := ""
	if pg != nil {
		own = pg.language
	}
	if letterCount(text) < 20 {
		r.propose(data.FieldLanguage, own, fromPage, -1)
		return
	}
	if info := whatlanggo.Detect(text); info.IsReliable() {
		r.propose(data.FieldLanguage, info.Lang.Iso6391(), fromText, -1)
	}
	r.propose(data.FieldLanguage, own, fromPage, -1)
	var ts [][]token
	for line := range strings.Lines(text) {
		ts = append(ts, tokens(line))
	}
	r.propose(data.FieldLanguage, languageOf(ts), fromText, -1)
}
