package intake

import (
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/data"
	"parallax/data/intake/document"
)

// A page is what a web page says of itself and of its blocks.
type page struct {
	site, title, author, address, published, updated, language, description string
	titles                                                                  []string // every title it gives itself, the most particular first
	voted                                                                   bool     // the voter found the report's text
	filedBy                                                                 string   // who made the file it is in, who may not have written the report
	created                                                                 string   // the day that file was made
	styled                                                                  bool     // a document whose blocks say what they are
	whole                                                                   bool     // a document that holds nothing but the report
}

// A pageBlock is what the markup says of one block.
type pageBlock struct {
	tag    atom.Atom
	in     surroundings
	linked float64 // share of its letters that are links
	body   bool    // the voter kept it
	remark bool    // the voter took it for a comment
	box    int     // which of the page's boxes it stands in, 0 for none
}

// surroundings says which parts of a page a block lies in.
type surroundings uint16

const (
	inNav surroundings = 1 << iota
	inAside
	inFooter
	inHeader
	inCaption
	inForm
	inShare
	inRelated
	inComments
	inByline
	inPromo
	inStandfirst
	inFigure
)

// readPage reads a web page: its blocks become lines of a text, one each.
func readPage(ctx context.Context, source string) (readout, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		// Nested deeper than the parser goes: read what stands between the tags.
		return readText(ctx, strip(source))
	}
	w := walker{}
	w.walk(root, place{tag: atom.P})
	w.flush()
	text := w.text.String()
	if err := document.CheckText(text, len(w.ps)); err != nil {
		return readout{}, err
	}
	pg := readPageData(root, source)
	if err := ctx.Err(); err != nil {
		return readout{}, err
	}
	if w.nodes <= document.MaxNodes && len(source) <= document.MaxPage {
		if err := pg.vote(ctx, root, w.ps); err != nil {
			return readout{}, err
		}
	}
	return readout{text, w.ps, pg}, classify(ctx, w.ps, pg)
}

// strip returns the text of a page without building its tree, a line for each
// run of text between block tags.
func strip(source string) string {
	z := html.NewTokenizer(strings.NewReader(source))
	var b strings.Builder
	skip := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if skip == 0 {
				b.WriteString(spaced(string(z.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case hiddenTags[a]:
				skip = a
			case blockTags[a]:
				b.WriteByte('\n')
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case a == skip:
				skip = 0
			case blockTags[a]:
				b.WriteByte('\n')
			}
		}
	}
}

// spaced makes each run of white space in s one space.
func spaced(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if out == "" {
		if s != "" {
			return " "
		}
		return ""
	}
	if strings.TrimLeft(s[:1], " \t\r\n") == "" {
		out = " " + out
	}
	if strings.TrimLeft(s[len(s)-1:], " \t\r\n") == "" {
		out += " "
	}
	return out
}

func tagSet(as ...atom.Atom) map[atom.Atom]bool {
	m := map[atom.Atom]bool{}
	for _, a := range as {
		m[a] = true
	}
	return m
}

// blockTags begin a line of their own; hiddenTags hold nothing a reader sees.
var (
	blockTags = tagSet(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Button, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hr, atom.Html, atom.Label, atom.Legend, atom.Li, atom.Main, atom.Nav, atom.Noscript, atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Pre, atom.Section,
		atom.Select, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Textarea, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Video, atom.Audio, atom.Hgroup, atom.Menu)
	hiddenTags = tagSet(atom.Script, atom.Style, atom.Template, atom.Svg, atom.Head, atom.Iframe, atom.Object, atom.Math, atom.Noscript, atom.Noframes, atom.Canvas)
	namedTags  = tagSet(atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Blockquote, atom.Figcaption, atom.Caption, atom.Td, atom.Th, atom.Pre, atom.Dt, atom.Dd, atom.Option, atom.Button, atom.Label)
	wholeTags  = tagSet(atom.Html, atom.Body, atom.Article, atom.Main)
)

// Class names and ids by which pages say what their parts are.
var (
	reClassComments = pattern(`^(?:comments?(?:[-_]?(?:list|section|area|body|text|content|thread|wrap|wrapper|form|box|container|s|author|meta))?|commentlist|disqus.*|livefyre.*|respond|fb-comments|spot-im.*|coral.*|replies)$|^comments?[-_]|[-_]comments?$|[-_]comments?[-_](?:list|section|area|body|text|wrap|wrapper|container)`)
	reClassShare    = pattern(`^(?:share|sharing|social|addthis|sharedaddy|a2a|sharebar|social-?links|follow)(?:[-_].*)?$|[-_](?:share|sharing|social|socials)(?:[-_]|$)`)
	reClassRelated  = pattern(`^(?:related|recommended|recirc|trending|most-?(?:read|popular)|popular|more-?(?:stories|news|on|from)|read-?(?:more|next|also)|outbrain|taboola|also-?read|see-?also|latest-?news)(?:[-_].*)?$|[-_](?:related|recommended|recommendations|trending|recirc|readmore|read-more)(?:[-_]|$)`)
	reClassPromo    = pattern(`^(?:newsletter|subscribe|subscription|promo|paywall|donate|donation|signup|sign-up|ad|ads|advert|advertisement|sponsor|sponsored|cookie|cookies|gdpr|consent|banner)(?:[-_].*)?$|[-_](?:newsletter|subscribe|promo|paywall|signup|advert|advertisement|cookie|consent)(?:[-_]|$)`)
	reClassCaption  = pattern(`^(?:caption|wp-caption|photo-?credit|image-?credit|credits?|media-?caption|wp-caption-text|imagecaption)(?:[-_].*)?$|[-_](?:caption|credit|photocredit)(?:[-_]|$)`)
	reClassByline   = pattern(`^(?:byline|author|authors|post-?author|article-?author|entry-?author|writer|c-byline)(?:[-_](?:name|names|line|info|list|link))?$|[-_](?:byline|author|author-name)$`)
	reClassStand    = pattern(`^(?:standfirst|dek|deck|subtitle|sub-?head(?:line|ing)?|lede?|intro|summary|excerpt|abstract|teaser|article-?(?:summary|intro|lead|subtitle|dek|description))$|(?:article|story|post|entry|content)[-_]+(?:standfirst|dek|deck|subtitle|subheadline|summary|intro|lead)$|[-_](?:standfirst|dek)$`)
	reClassNav      = pattern(`^(?:nav|navbar|navigation|menu|breadcrumbs?|topbar|masthead|sidebar|side-?bar|tags?|tag-?list|pagination|pager|topics?)(?:[-_].*)?$|[-_](?:nav|menu|breadcrumbs?|sidebar|pagination|tags)$`)
	reClassFooter   = pattern(`^(?:footer|site-?footer|page-?footer|colophon|copyright)(?:[-_].*)?$`)
)

// classMarks ties the names to what they mean, in the order they are tried.
var classMarks = []struct {
	re func() *regexp.Regexp
	in surroundings
}{
	{reClassComments, inComments}, {reClassCaption, inCaption}, {reClassShare, inShare}, {reClassRelated, inRelated}, {reClassPromo, inPromo},
	{reClassByline, inByline}, {reClassStand, inStandfirst}, {reClassNav, inNav}, {reClassFooter, inFooter},
}

// tagMarks says what some elements mean.
var tagMarks = map[atom.Atom]surroundings{
	atom.Nav: inNav, atom.Aside: inAside, atom.Footer: inFooter, atom.Header: inHeader, atom.Figcaption: inCaption, atom.Caption: inCaption,
	atom.Form: inForm, atom.Button: inForm, atom.Select: inForm, atom.Label: inForm, atom.Textarea: inForm, atom.Figure: inFigure, atom.Menu: inNav,
}

// A walker makes the blocks of a page in reading order.
type walker struct {
	text  strings.Builder // the page's text so far, a block a line
	ps    []piece
	nodes int

	run    strings.Builder // the block being read
	last   rune            // the letter it ends with so far
	linked int             // letters of it that are links
	at     place           // where it begins
	boxes  map[box]int     // the boxes met so far, numbered from 1
}

// A place is where in the markup a text stands.
type place struct {
	tag  atom.Atom // the nearest of namedTags
	in   surroundings
	link bool
	box  int
}

// walk reads n, which stands at a place, and what is in it. The parser bounds
// how deep it goes.
func (w *walker) walk(n *html.Node, at place) {
	w.nodes++
	switch n.Type {
	case html.TextNode:
		if w.run.Len() == 0 || strings.TrimSpace(w.run.String()) == "" {
			w.at = at
		}
		if glued(n, w.last, n.Data) {
			w.run.WriteByte(' ')
		}
		w.last, _ = utf8.DecodeLastRuneInString(n.Data)
		w.run.WriteString(n.Data)
		if at.link {
			w.linked += letterCount(strings.TrimSpace(n.Data))
		}
		return
	case html.ElementNode:
		if hiddenTags[n.DataAtom] || n.Namespace != "" {
			return
		}
		at.in |= marksOf(n)
		if namedTags[n.DataAtom] {
			at.tag = n.DataAtom
		}
		at.link = at.link || n.DataAtom == atom.A
		if boxTags[n.DataAtom] {
			at.box = w.boxOf(n, at.box)
		}
	}
	block := n.Type == html.ElementNode && blockTags[n.DataAtom]
	if block {
		w.flush()
	}
	pre := n.DataAtom == atom.Pre || n.DataAtom == atom.Textarea
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if pre && c.Type == html.TextNode {
			for line := range strings.Lines(c.Data) {
				w.walk(&html.Node{Type: html.TextNode, Data: line}, at)
				w.flush()
			}
			continue
		}
		w.walk(c, at)
	}
	if block {
		w.flush()
	}
}

// glued reports whether text node n, which reads s, begins another word than the
// one that ended in last, though no space parts them: pages set apart by their
// style sheet what their markup runs together, as in "By Mara Quill<span>Editor".
// One word with a part set off, as in "<b>P</b>ort" or "m<sup>2</sup>", stays one.
func glued(n *html.Node, last rune, s string) bool {
	if n.PrevSibling == nil && n.Parent != nil && (n.Parent.DataAtom == atom.Sup || n.Parent.DataAtom == atom.Sub) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s)
	switch {
	case isUpper(next):
		return isLower(last) || isDigit(last) || strings.ContainsRune(".!?,:;)”»", last)
	case isDigit(next):
		return isLower(last)
	}
	return false
}

// flush ends the block being read.
func (w *walker) flush() {
	s := strings.Join(strings.Fields(w.run.String()), " ")
	from, to := trimmed(s, 0, len(s))
	s = s[from:to]
	w.run.Reset()
	linked := w.linked
	w.linked, w.last = 0, 0
	if s == "" {
		return
	}
	if len(w.ps) > 0 {
		w.text.WriteByte('\n')
	}
	span := data.Span{Start: w.text.Len(), End: w.text.Len() + len(s)}
	w.text.WriteString(s)
	w.ps = append(w.ps, piece{
		span: span, text: cleaned(s, false), no: len(w.ps) + 1,
		page: &pageBlock{tag: w.at.tag, in: w.at.in, box: w.at.box, linked: min(1, float64(linked)/float64(max(1, letterCount(s))))},
	})
}

// marksOf says what an element's name, class, id and role make of it.
func marksOf(n *html.Node) surroundings {
	in := tagMarks[n.DataAtom]
	if wholeTags[n.DataAtom] {
		return in
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "itemprop":
			if len(a.Val) > 400 {
				continue
			}
			for _, name := range strings.Fields(strings.ToLower(a.Val)) {
				for _, m := range classMarks {
					if m.re().MatchString(name) {
						in |= m.in
						break
					}
				}
			}
		case "role":
			switch a.Val {
			case "navigation", "search", "menu", "menubar":
				in |= inNav
			case "contentinfo":
				in |= inFooter
			case "complementary":
				in |= inAside
			}
		case "rel":
			if a.Val == "author" {
				in |= inByline
			}
		}
	}
	return in
}

func (b *pageBlock) heading() bool {
	switch b.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// kind is what the page's markup says a block is that is not text, "" when it says nothing.
func (b *pageBlock) kind() (data.Role, data.Phrase) {
	switch {
	case b.in&inComments != 0:
		return data.Comments, whyMarkedComments
	case b.in&inCaption != 0:
		return data.Caption, whyMarkedCaption
	case b.in&inShare != 0:
		return data.Share, whyMarkedShare
	case b.in&inRelated != 0:
		return data.Related, whyMarkedRelated
	case b.in&inPromo != 0:
		return data.Promotion, whyMarkedPromotion
	case b.in&(inNav|inForm) != 0:
		return data.Navigation, whyMarkedMenu
	}
	return "", ""
}

// followPage takes the blocks the voter kept for the text, and those it
// overlooked; those the page marks as comments or captions for what they are.
func (s *sorter) followPage() {
	if !s.page.voted || s.unmarked() || s.outvoted() {
		s.findRun()
		s.followStyles()
		s.cutComments()
		return
	}
	first, last := len(s.ps), -1
	for i := range s.ps {
		if s.ps[i].page.body {
			first, last = min(first, i), i
		}
	}
	main := s.mainBoxes()
	for i := range s.ps {
		p := &s.ps[i]
		switch {
		case p.page.remark:
			p.give(data.Comments, whyReadsComment)
		case p.page.in&inComments != 0 && !p.page.body:
			p.give(data.Comments, whyMarkedComments)
		case p.page.tag == atom.Figcaption || p.page.in&inCaption != 0 && s.traits[i].n < 60:
			p.give(data.Caption, whyMarkedCaption)
		case p.role == "" && (p.page.body || s.overlooked(i, first < i && i < last, main[p.page.box])):
			s.body = append(s.body, i)
		}
	}
	s.dropRepeats()
	s.dropPointers()
	s.dropEnd(main)
	s.run = [2]int{len(s.ps), len(s.ps)}
	if n := len(s.body); n > 0 {
		s.run = [2]int{s.body[0], s.body[n-1] + 1}
	}
}

// repeatLeast is how many words a block that only repeats others has at least.
const repeatLeast = 6

// dropRepeats sets aside blocks whose words stand in the text above them:
// pull quotes, teasers, a second copy of the report for other screens.
func (s *sorter) dropRepeats() {
	seen := map[string]bool{}
	kept := s.body[:0]
	for _, i := range s.body {
		k := key(s.ps[i].text)
		all, old := 0, 0
		eachRun(k, func(run string) {
			all++
			if seen[run] {
				old++
			}
		})
		if s.traits[i].n >= repeatLeast && old*10 >= all*9 && all > 0 {
			s.ps[i].give(data.Unsure, whyRepeats)
			continue
		}
		eachRun(k, func(run string) { seen[run] = true })
		kept = append(kept, i)
	}
	s.body = kept
}

// unmarked reports whether the page's markup tells no part from another, as in
// a text saved as a web page; then its lines are all there is to go by.
func (s *sorter) unmarked() bool {
	for i := range s.ps {
		if s.ps[i].page.in != 0 || s.ps[i].page.linked > .5 || s.ps[i].page.heading() {
			return false
		}
	}
	return true
}

// outvoted reports whether the voter kept so little beside what reads like the
// report's text that it missed it: a fifth of its letters.
func (s *sorter) outvoted() bool {
	kept, own := 0, 0
	for i := range s.ps {
		n := letterCount(s.ps[i].text)
		if s.ps[i].page.body {
			kept += n
		}
		if s.ps[i].score > 1 && s.ps[i].page.in&(inComments|inRelated|inFooter|inNav) == 0 {
			own += n
		}
	}
	return kept*5 < own
}

// headline finds the block that is the page's headline: the heading that most of
// a title is, its beginning rather than its end, where the site's name stands;
// else any block that is a title, else a long heading of the first order.
func (p *page) headline(s *sorter) int {
	first := len(s.ps)
	if len(s.body) > 0 {
		first = s.body[0]
	}
	titles := make([]string, len(p.titles))
	for i, t := range p.titles {
		titles[i] = key(t)
	}
	site := key(p.site)
	best, bestLike := -1, 0
	for i := range s.ps {
		q, k := &s.ps[i], key(s.ps[i].text)
		if k == "" || k == site || q.role != "" && !(q.role == data.Caption && q.page.heading()) {
			continue
		}
		like := 0
		for _, t := range titles {
			switch h1 := q.page.tag == atom.H1; {
			case k == t && (q.page.heading() || i < first+3):
				like = max(like, 1000+len(k))
			case !q.page.heading() || s.traits[i].n < 3 || !h1 && s.traits[i].n < 4:
			case strings.HasPrefix(t, k+" "):
				like = max(like, 500+len(k))
			case strings.Contains(" "+t+" ", " "+k+" "):
				like = max(like, len(k))
			}
		}
		if like == 0 && q.page.tag == atom.H1 && s.traits[i].n >= 4 && i < first+3 {
			like = 1
		}
		if like > 0 && q.page.tag == atom.H1 {
			like += 50
		}
		if like > bestLike {
			best, bestLike = i, like
		}
	}
	return best
}

// standfirstWithin is how many blocks below the headline a standfirst is looked for.
const standfirstWithin = 6

// standfirst finds the block below the headline that the page marks as its
// standfirst or gives as its description.
func (s *sorter) standfirst(head int) {
	if s.page == nil || head < 0 {
		return
	}
	for i := head + 1; i < min(len(s.ps), head+1+standfirstWithin); i++ {
		p := &s.ps[i]
		k := key(p.text)
		if p.role != "" || s.traits[i].n < 5 || s.traits[i].n > 70 {
			continue
		}
		switch {
		case p.page.in&inStandfirst != 0 && p.page.in&(inRelated|inNav|inComments|inPromo) == 0:
			p.rule(data.Standfirst, whyMarkedStandfirst)
			return
		case k == key(s.page.description) && !p.page.body:
			p.rule(data.Standfirst, whyDescription)
			return
		}
	}
}
