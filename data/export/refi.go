package export

import (
	"archive/zip"
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"parallax/data"
)

// The parts of a REFI-QDA project (standard 1.5, schema Project.xsd of 18 March
// 2019), in the schema's order. A report is a text source, a tag a code, a
// family a code that cannot be used itself, who made notes a user. Words a note
// is tied to are a selection of the source with a coding for each of its tags
// and what the note says as description; the two sides of one note are linked.
// Notes without words in a text are notes of the source or of the project.
type (
	refiProject struct {
		XMLName   xml.Name       `xml:"urn:QDA-XML:project:1.0 Project"`
		Name      string         `xml:"name,attr"`
		Origin    string         `xml:"origin,attr"`
		Created   string         `xml:"creationDateTime,attr,omitempty"`
		Users     *[]refiUser    `xml:"Users>User,omitempty"`
		Codes     *[]refiCode    `xml:"CodeBook>Codes>Code,omitempty"`
		Variables []refiVariable `xml:"Variables>Variable,omitempty"`
		Sources   *[]refiSource  `xml:"Sources>TextSource,omitempty"`
		Notes     *[]refiSource  `xml:"Notes>Note,omitempty"`
		Links     *[]refiLink    `xml:"Links>Link,omitempty"`
		NoteRefs  []refiRef      `xml:"NoteRef"`
	}
	refiUser struct {
		GUID string `xml:"guid,attr"`
		Name string `xml:"name,attr"`
	}
	refiCode struct {
		GUID        string     `xml:"guid,attr"`
		Name        string     `xml:"name,attr"`
		Codable     bool       `xml:"isCodable,attr"`
		Description string     `xml:"Description,omitempty"`
		Codes       []refiCode `xml:"Code"`
	}
	refiVariable struct {
		GUID string `xml:"guid,attr"`
		Name string `xml:"name,attr"`
		Type string `xml:"typeOfVariable,attr"`
	}
	refiSource struct {
		GUID       string          `xml:"guid,attr"`
		Name       string          `xml:"name,attr"`
		Path       string          `xml:"plainTextPath,attr"`
		User       string          `xml:"creatingUser,attr,omitempty"`
		Created    string          `xml:"creationDateTime,attr,omitempty"`
		Modified   string          `xml:"modifiedDateTime,attr,omitempty"`
		Selections []refiSelection `xml:"PlainTextSelection"`
		Codings    []refiCoding    `xml:"Coding"`
		NoteRefs   []refiRef       `xml:"NoteRef"`
		Values     []refiValue     `xml:"VariableValue"`
	}
	// Positions count code points from 0; the one at endPosition is no longer meant.
	refiSelection struct {
		GUID        string       `xml:"guid,attr"`
		Name        string       `xml:"name,attr"`
		Start       int          `xml:"startPosition,attr"`
		End         int          `xml:"endPosition,attr"`
		User        string       `xml:"creatingUser,attr,omitempty"`
		Created     string       `xml:"creationDateTime,attr,omitempty"`
		Modified    string       `xml:"modifiedDateTime,attr,omitempty"`
		Description string       `xml:"Description,omitempty"`
		Codings     []refiCoding `xml:"Coding"`
	}
	refiCoding struct {
		GUID    string  `xml:"guid,attr"`
		User    string  `xml:"creatingUser,attr,omitempty"`
		Created string  `xml:"creationDateTime,attr,omitempty"`
		Code    refiRef `xml:"CodeRef"`
	}
	refiRef struct {
		Target string `xml:"targetGUID,attr"`
	}
	refiValue struct {
		Variable refiRef `xml:"VariableRef"`
		Text     string  `xml:"TextValue"`
	}
	refiLink struct {
		GUID      string `xml:"guid,attr"`
		Name      string `xml:"name,attr"`
		Direction string `xml:"direction,attr"`
		Origin    string `xml:"originGUID,attr"`
		Target    string `xml:"targetGUID,attr"`
	}
)

// refiVariables are what is told of a report besides its words.
var refiVariables = []struct {
	name string
	of   func(*data.Report) string
}{
	{"Outlet", func(r *data.Report) string { return r.Outlet }},
	{"Published", func(r *data.Report) string { return r.Published }},
	{"Address", func(r *data.Report) string { return r.URL }},
	{"Language", func(r *data.Report) string { return r.Language }},
}

// A refiWriter gathers a project while its chapters are read.
type refiWriter struct {
	*Book
	project refiProject
	texts   []refiText
	users   map[string]string // name to GUID
	codes   map[string]string // tag to GUID
	names   map[string]int    // of sources, to tell two of one name apart
}

// A refiText is a file beside the project's description.
type refiText struct{ guid, text string }

func writeREFI(ctx context.Context, w *bufio.Writer, b *Book, _ Options, progress func(float64)) error {
	r, err := b.refi(ctx, progress)
	if err != nil {
		return err
	}
	made := b.Made
	if made.IsZero() {
		made = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	z := zip.NewWriter(w)
	file := func(name string) (io.Writer, error) {
		return z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: made.UTC()})
	}
	f, err := file("project.qde")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(f, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(f)
	e.Indent("", " ")
	if err := e.Encode(r.project); err != nil {
		return err
	}
	for _, t := range r.texts {
		if f, err = file("sources/" + t.guid + ".txt"); err == nil {
			_, err = io.WriteString(f, t.text)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

// refi gathers the project that b makes.
func (b *Book) refi(ctx context.Context, progress func(float64)) (*refiWriter, error) {
	r := &refiWriter{Book: b, users: map[string]string{}, codes: map[string]string{}, names: map[string]int{}}
	r.project = refiProject{Name: writable(b.Title), Origin: "Parallax", Created: refiTime(b.Made)}
	r.codeBook()
	for _, v := range refiVariables {
		r.project.Variables = append(r.project.Variables, refiVariable{derived("variable", v.name), v.name, "Text"})
	}
	err := b.eachChapter(ctx, progress, func(c *Chapter) error {
		r.chapter(c)
		return nil
	})
	return r, err
}

// codeBook makes a code of each tag, under its family if it has one.
func (r *refiWriter) codeBook() {
	var codes []refiCode
	for _, t := range r.Tags {
		guid := derived("code", t.Code)
		r.codes[t.Code] = guid
		code := refiCode{GUID: guid, Name: writable(r.say(t.Name)), Codable: true, Description: writable(joined("\n", r.say(t.Definition), r.say(t.Question)))}
		if t.Family == "" {
			codes = append(codes, code)
			continue
		}
		family := derived("family", t.Family)
		i := slices.IndexFunc(codes, func(c refiCode) bool { return c.GUID == family })
		if i < 0 {
			i = len(codes)
			codes = append(codes, refiCode{GUID: family, Name: writable(r.say(t.Family))})
		}
		codes[i].Codes = append(codes[i].Codes, code)
	}
	if len(codes) > 0 {
		r.project.Codes = &codes
	}
}

// code is the GUID of a tag; one nobody said the meaning of gets its code for a name.
func (r *refiWriter) code(tag string) string {
	guid, known := r.codes[tag]
	if !known {
		guid = derived("code", tag)
		r.codes[tag] = guid
		add(&r.project.Codes, refiCode{GUID: guid, Name: writable(tag), Codable: true})
	}
	return guid
}

// user is the GUID of who made a note; empty: nobody is named.
func (r *refiWriter) user(name string) string {
	if name == "" {
		return ""
	}
	guid, known := r.users[name]
	if !known {
		guid = derived("user", name)
		r.users[name] = guid
		add(&r.project.Users, refiUser{guid, writable(name)})
	}
	return guid
}

// add appends to a list that is not written while it is empty.
func add[T any](list **[]T, value T) {
	if *list == nil {
		*list = new([]T)
	}
	**list = append(**list, value)
}

func (r *refiWriter) chapter(c *Chapter) {
	sources := make([]refiSource, len(c.Reports))
	points := make([]*codePoints, len(c.Reports))
	for i := range c.Reports {
		report := &c.Reports[i]
		sources[i] = refiSource{
			GUID: string(report.ID), Name: r.name(c, report), Path: "internal://" + string(report.ID) + ".txt",
			Created: refiTime(report.Retrieved),
		}
		for _, v := range refiVariables {
			if value := v.of(report); value != "" {
				sources[i].Values = append(sources[i].Values, refiValue{refiRef{derived("variable", v.name)}, writable(value)})
			}
		}
		points[i] = countPoints(report.Text)
		r.texts = append(r.texts, refiText{string(report.ID), report.Text})
	}
	for i := range c.Notes {
		n := &c.Notes[i]
		var selections []string
		var whole []int // sources the note is about as a whole
		for k := range n.Anchors {
			a := &n.Anchors[k]
			at := slices.IndexFunc(c.Reports, func(r data.Report) bool { return r.ID == a.ReportID })
			switch {
			case at < 0 || a.Loose:
			case a.WholeReport():
				whole = append(whole, at)
			default:
				s := r.selection(n, k, points[at])
				selections = append(selections, s.GUID)
				sources[at].Selections = append(sources[at].Selections, s)
			}
		}
		for k := 1; k < len(selections); k++ {
			add(&r.project.Links, refiLink{derived("link", string(n.ID), fmt.Sprint(k)), r.sayf("Note %d", i+1), "Associative", selections[0], selections[k]})
		}
		if len(selections) > 0 {
			continue
		}
		r.loose(c, i)
		ref := refiRef{string(n.ID)}
		for _, at := range whole {
			sources[at].NoteRefs = append(sources[at].NoteRefs, ref)
			sources[at].Codings = append(sources[at].Codings, r.codings(n, "source", fmt.Sprint(at))...)
		}
		if len(whole) == 0 {
			r.project.NoteRefs = append(r.project.NoteRefs, ref)
		}
	}
	for _, s := range sources {
		add(&r.project.Sources, s)
	}
}

// selection is the words of an anchor with what their note says.
func (r *refiWriter) selection(n *data.Note, anchor int, points *codePoints) refiSelection {
	a := &n.Anchors[anchor]
	key := fmt.Sprint(anchor)
	return refiSelection{
		GUID: derived("selection", string(n.ID), key), Name: writable(firstWords(a.Quote)),
		Start: points.at(a.Start), End: points.at(a.End),
		User: r.user(n.Author), Created: refiTime(n.Created), Modified: refiTime(n.Updated),
		Description: writable(n.Body), Codings: r.codings(n, key),
	}
}

func (r *refiWriter) codings(n *data.Note, of ...string) []refiCoding {
	var codings []refiCoding
	for _, tag := range n.Tags {
		codings = append(codings, refiCoding{
			derived(append([]string{"coding", string(n.ID), tag}, of...)...), r.user(n.Author), refiTime(n.Created), refiRef{r.code(tag)},
		})
	}
	return codings
}

// loose makes a note of its own of one that has no words in a text; what it was
// tied to and its tags stand in it.
func (r *refiWriter) loose(c *Chapter, index int) {
	n := &c.Notes[index]
	var parts []string
	for i := range n.Anchors {
		parts = append(parts, c.letter(n.Anchors[i].ReportID)+": "+r.quote(&n.Anchors[i]))
	}
	parts = append(parts, strings.Join(r.tagNames(n), " · "), n.Body)
	add(&r.project.Notes, refiSource{
		GUID: string(n.ID), Name: writable(joined(" · ", r.title(c), r.sayf("Note %d", index+1))), Path: "internal://" + string(n.ID) + ".txt",
		User: r.user(n.Author), Created: refiTime(n.Created), Modified: refiTime(n.Updated),
	})
	r.texts = append(r.texts, refiText{string(n.ID), joined("\n", parts...)})
}

// name is what a source is called: like no other, and fit for a file.
func (r *refiWriter) name(c *Chapter, report *data.Report) string {
	words := strings.Map(func(l rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, l) {
			return ' '
		}
		return l
	}, writable(joined(" - ", c.letter(report.ID), name(report), report.Published)))
	words = firstWords(words)
	r.names[words]++
	if n := r.names[words]; n > 1 {
		words += fmt.Sprintf(" (%d)", n)
	}
	return words
}

// firstWords is the beginning of words, on one line.
func firstWords(words string) string {
	words = oneLine(words)
	if letters := []rune(words); len(letters) > 80 {
		words = strings.TrimSpace(string(letters[:80])) + "…"
	}
	return words
}

func refiTime(t time.Time) string {
	if t.IsZero() || t.Unix() == 0 {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05Z")
}

// derived is a GUID that follows from words alone (RFC 9562, version 8).
func derived(words ...string) string {
	sum := sha256.Sum256([]byte("parallax\x00" + strings.Join(words, "\x00")))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// contents tells what is in the project.
func (r *refiWriter) contents() string {
	var lines []string
	list := func(heading string, names []string) {
		lines = append(lines, fmt.Sprintf("%s: %d", r.say(heading), len(names)))
		for _, n := range names[:min(len(names), 40)] {
			lines = append(lines, "  "+n)
		}
	}
	var users, codes, sources, notes []string
	selections := 0
	if r.project.Users != nil {
		for _, u := range *r.project.Users {
			users = append(users, u.Name)
		}
	}
	if r.project.Sources != nil {
		for _, s := range *r.project.Sources {
			sources = append(sources, s.Name)
			selections += len(s.Selections)
		}
	}
	if r.project.Notes != nil {
		for _, n := range *r.project.Notes {
			notes = append(notes, n.Name)
		}
	}
	if r.project.Codes != nil {
		for _, c := range *r.project.Codes {
			if c.Codable {
				codes = append(codes, c.Name)
			}
			for _, under := range c.Codes {
				codes = append(codes, c.Name+": "+under.Name)
			}
		}
	}
	list("Texts", sources)
	lines = append(lines, fmt.Sprintf("%s: %d", r.say("Places with a note"), selections))
	list("Notes without a place in the texts", notes)
	list("Who made notes", users)
	list("Tags", codes)
	return strings.Join(lines, "\n")
}
