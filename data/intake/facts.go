package intake

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/abadojack/whatlanggo"

	"parallax/data"
)

// Rerole reads the facts of src again after the reader moved blocks. Facts she
// gave or agreed to stay, and so do those from the page's own data and from her
// list of outlets.
func Rerole(src *data.Source) { NewRereader(src).Rerole(src) }

// readFacts fills in the facts of src from the page's data, when pg is not nil,
// and from the blocks by their roles. What a comment, a caption or a photo
// credit says is never a fact about the report.
func readFacts(src *data.Source, said *Rereader, pg *page) {
	r := factReader{src: src, said: said}
	for _, f := range src.Facts {
		if f.Confirmed || f.From == data.FromReader || f.From == fromPage || f.From == FromList {
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
	said  *Rereader
	facts []data.Fact
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

func (r *factReader) propose(f data.Field, value string, from data.Phrase, block int) {
	value = strings.Join(strings.Fields(value), " ")
	if value != "" && !r.has(f) {
		r.facts = append(r.facts, data.Fact{Field: f, Value: value, From: from, Block: block})
	}
}

// read proposes what block i says, if it says anything.
func (r *factReader) read(f data.Field, value string, i int) {
	if value != "" && !r.has(f) {
		r.propose(f, value, r.line(i), i)
	}
}

// line names the place of block i for the reader.
func (r *factReader) line(i int) data.Phrase {
	return data.Phrase(fmt.Sprintf("line %d", r.said.lines[i]))
}

// text is what block i reads like.
func (r *factReader) text(i int) string { return r.said.text(r.src, i) }

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
			r.read(data.FieldHeadline, r.text(i), i)
		}
	}
}

// blockFacts proposes what the blocks about the report say.
func (r *factReader) blockFacts() {
	r.headline()
	for i, b := range r.src.Blocks {
		switch b.Role {
		case data.Standfirst:
			r.read(data.FieldStandfirst, r.text(i), i)
		case data.Byline:
			name := bylineName(r.text(i))
			if name == "" {
				name = r.text(i)
			}
			r.read(data.FieldByline, name, i)
		case data.Address:
			r.read(data.FieldURL, r.text(i), i)
		case data.OutletName:
			r.read(data.FieldOutlet, r.text(i), i)
		}
	}
}

// credit proposes the agency: from a line that leads in the report or stands
// about it, from the place and source the text opens with, from its last line.
func (r *factReader) credit() {
	body := 0
	for i, b := range r.src.Blocks {
		name := ""
		switch b.Role {
		case data.PhotoCred:
			name = agencyLead(r.text(i))
		case data.Body:
			if body++; body <= 2 {
				name = r.agency(i)
			}
		case data.Byline, data.Dateline, data.Standfirst, data.OutletName, data.Footnote:
			name = r.agency(i)
		case data.Navigation, data.Unsure:
			if body == 0 || len(r.text(i)) < 60 {
				name = r.agency(i)
			}
		}
		r.read(data.FieldCredit, name, i)
	}
	for i := len(r.src.Blocks) - 1; i >= 0; i-- {
		if r.src.Blocks[i].Role == data.Body {
			if len(r.text(i)) < 60 {
				r.read(data.FieldCredit, r.agency(i), i)
			}
			break
		}
	}
}

// dates proposes when the report was published and changed: from the lines about
// it that stand nearest to the headline, else from the address. Where no date is
// told, it keeps "on Friday" as it is written, and proposes the day the file was made.
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
		d := r.datesIn(i)
		p, u := d.published, d.updated
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
		r.read(data.FieldPublished, published.date, published.block)
		if strings.HasPrefix(r.value(data.FieldPublished), published.date[:10]) {
			r.read(data.FieldAsWritten, published.written, published.block)
		}
	}
	if m := reAddressDate().FindStringSubmatch(r.value(data.FieldURL)); m != nil {
		if d := findDate(m[1] + "-" + m[2] + "-" + m[3]); d.ok {
			r.propose(data.FieldPublished, d.date, fromAddress, -1)
		}
	}
	if updated.ok {
		r.read(data.FieldUpdated, updated.date, updated.block)
		if !r.has(data.FieldPublished) { // the only date the page tells
			r.read(data.FieldAsWritten, updated.written, updated.block)
		}
	}
	if r.has(data.FieldPublished) || r.has(data.FieldUpdated) {
		return
	}
	for i, b := range r.src.Blocks {
		if b.Role == data.Dateline && dayAlone(r.text(i)) {
			r.read(data.FieldAsWritten, r.text(i), i)
		}
	}
	for i, b := range r.src.Blocks {
		if b.Role == data.Body || b.Role == data.Standfirst {
			r.read(data.FieldAsWritten, r.weekday(i), i)
		}
	}
	r.propose(data.FieldPublished, r.said.created, data.FromFile, -1)
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
		r.read(data.FieldDateline, place, i)
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
	own := ""
	if pg != nil {
		own = pg.language
	}
	t := r.said.tongueOf(compose(r.src, languageSample).Text)
	r.propose(data.FieldLanguage, t.certain, fromText, -1)
	r.propose(data.FieldLanguage, own, fromPage, -1)
	r.propose(data.FieldLanguage, t.likely, fromText, -1)
}

// A tongue is what the opening of a text tells of its language: ISO 639-1
// codes, "" where it does not tell.
type tongue struct{ certain, likely string }

func tongueOf(text string) tongue {
	if len(text) > languageSample {
		text = strings.ToValidUTF8(text[:languageSample], "")
	}
	if letterCount(text) < 20 {
		return tongue{}
	}
	var t tongue
	if info := whatlanggo.Detect(text); info.IsReliable() {
		t.certain = info.Lang.Iso6391()
	}
	var ts [][]token
	for line := range strings.Lines(text) {
		ts = append(ts, tokens(line))
	}
	t.likely = languageOf(ts)
	return t
}
