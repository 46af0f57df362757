package intake

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"parallax/data"
)

// reSavedFrom is the note browsers leave in a page they save.
var reSavedFrom = pattern(`<!--\s*saved from url=\(\d+\)(\S+?)\s*-->`)

// readPageData reads what the page says of itself to machines: meta elements,
// the title, the canonical link and JSON-LD (schema.org NewsArticle and its kin).
func readPageData(root *html.Node, source string) *page {
	d := pageData{meta: map[string]string{}}
	d.collect(root)
	for _, script := range d.scripts {
		var v any
		if json.Unmarshal([]byte(script), &v) == nil {
			d.linked(v, 0)
		}
	}
	p := &page{
		site:        firstOf(d.meta["og:site_name"], d.publisher, d.meta["application-name"], d.meta["cre"]),
		title:       firstOf(d.headline, d.meta["og:title"], d.meta["twitter:title"], d.title),
		author:      authorName(firstOf(d.author, d.meta["author"], d.meta["byl"], d.meta["parsely-author"], d.meta["sailthru.author"], d.meta["dc.creator"], d.meta["article:author"])),
		address:     address(d.canonical, d.meta["og:url"], d.url, savedFrom(source)),
		description: firstOf(d.meta["og:description"], d.meta["description"], d.meta["twitter:description"]),
		language:    language(firstOf(d.lang, d.meta["og:locale"], d.meta["content-language"], d.meta["dc.language"])),
	}
	for _, s := range []string{d.meta["article:published_time"], d.published, d.meta["datepublished"], d.meta["og:article:published_time"], d.meta["dc.date.issued"], d.meta["dcterms.created"], d.meta["dc.date"], d.meta["parsely-pub-date"], d.meta["sailthru.date"], d.meta["pubdate"], d.meta["publish-date"], d.meta["date"], d.time} {
		if f := findDate(s); f.ok {
			p.published = f.date
			break
		}
	}
	for _, s := range []string{d.meta["article:modified_time"], d.modified, d.meta["og:updated_time"], d.meta["datemodified"], d.meta["dcterms.modified"], d.meta["last-modified"]} {
		if f := findDate(s); f.ok {
			p.updated = f.date
			break
		}
	}
	for _, t := range []string{d.headline, d.meta["og:title"], d.meta["twitter:title"], d.title} {
		if t != "" {
			p.titles = append(p.titles, t)
		}
	}
	if i := strings.LastIndexAny(p.title, "|»"); i > 20 && d.headline == "" { // "Headline | Outlet"
		p.title = strings.TrimSpace(p.title[:i])
	}
	p.site = siteName(p.site)
	return p
}

// pageData gathers what stands in a page for machines.
type pageData struct {
	meta                                                  map[string]string
	title, canonical, lang, time                          string
	scripts                                               []string
	headline, author, publisher, published, modified, url string
}

// collect reads the elements under n.
func (d *pageData) collect(n *html.Node) {
	if n.Type == html.ElementNode {
		at := func(k string) string {
			for _, a := range n.Attr {
				if a.Key == k {
					return strings.TrimSpace(a.Val)
				}
			}
			return ""
		}
		switch n.DataAtom {
		case atom.Html:
			d.lang = at("lang")
		case atom.Meta:
			name := strings.ToLower(firstOf(at("property"), at("name"), at("itemprop"), at("http-equiv")))
			if v := at("content"); name != "" && v != "" && d.meta[name] == "" {
				d.meta[name] = v
			}
		case atom.Title:
			if n.FirstChild != nil && d.title == "" && n.Namespace == "" {
				d.title = strings.Join(strings.Fields(n.FirstChild.Data), " ")
			}
		case atom.Link:
			if strings.EqualFold(at("rel"), "canonical") && d.canonical == "" {
				d.canonical = at("href")
			}
		case atom.Time:
			// Lists of other reports have dates too; only one that says it is this page's counts.
			if strings.Contains(strings.ToLower(at("itemprop")+at("class")), "publish") || at("pubdate") != "" {
				if d.time == "" {
					d.time = at("datetime")
				}
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(at("type")), "ld+json") && n.FirstChild != nil {
				d.scripts = append(d.scripts, n.FirstChild.Data)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.collect(c)
	}
}

// reportTypes are the schema.org types of a page that is a report.
var reportTypes = wordSet(`article newsarticle reportagenewsarticle blogposting liveblogposting analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle technicalarticle report webpage scholarlyarticle socialmediaposting`)

// linkedDepth bounds how deep JSON-LD is followed.
const linkedDepth = 8

// linked reads JSON-LD: the first report in it gives the facts.
func (d *pageData) linked(v any, depth int) {
	if depth > linkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			d.linked(x, depth+1)
		}
	case map[string]any:
		if kind := strings.ToLower(plainJSON(v["@type"])); reportTypes[kind] {
			web := kind == "webpage"
			set := func(to *string, s string) {
				if *to == "" && s != "" {
					*to = html.UnescapeString(s)
				}
			}
			if !web {
				set(&d.headline, plainJSON(v["headline"]))
				set(&d.author, namesJSON(v["author"]))
				set(&d.url, plainJSON(v["url"]))
			}
			set(&d.publisher, namesJSON(v["publisher"]))
			set(&d.published, plainJSON(v["datePublished"]))
			set(&d.modified, plainJSON(v["dateModified"]))
		}
		if g, ok := v["@graph"]; ok {
			d.linked(g, depth+1)
		}
		if g, ok := v["mainEntity"]; ok {
			d.linked(g, depth+1)
		}
	}
}

// plainJSON is v when it is a string, or the first string of a list.
func plainJSON(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return plainJSON(v[0])
		}
	}
	return ""
}

// namesJSON is the name of a person or body, or the names of several.
func namesJSON(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case map[string]any:
		return plainJSON(v["name"])
	case []any:
		var names []string
		for _, x := range v {
			if n := namesJSON(x); n != "" && len(names) < 6 {
				names = append(names, n)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// authorName is s when it can be a name: no address, no long sentence.
func authorName(s string) string {
	if strings.Contains(s, "://") || strings.Contains(s, "@") || strings.HasPrefix(s, "/") || len(strings.Fields(s)) > 16 || isDigits(s) {
		return ""
	}
	for _, p := range []string{"By ", "by ", "BY "} {
		s = strings.TrimPrefix(s, p)
	}
	if i := strings.LastIndex(s, " by "); i >= 0 { // "Words by", "Portuguese by", of a translation
		s = s[i+len(" by "):]
	}
	return s
}

func isDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !isDigit(r) }) < 0
}

// siteName is s without what is no name: an address's "www." or a handle's "@".
func siteName(s string) string {
	s = strings.TrimPrefix(s, "@")
	if i := strings.IndexAny(s, "|"); i > 2 {
		s = strings.TrimSpace(s[:i])
	}
	if strings.Contains(s, "://") {
		return data.SiteOf(s)
	}
	return s
}

// address is the first full address of a page among ss.
func address(ss ...string) string {
	for _, s := range ss {
		if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			return s
		}
		if strings.HasPrefix(s, "//") {
			return "https:" + s
		}
	}
	return ""
}

func savedFrom(source string) string {
	if m := reSavedFrom().FindStringSubmatch(source[:min(len(source), 4096)]); m != nil {
		return m[1]
	}
	return ""
}

// language is the ISO 639-1 code in a tag such as "en-GB" or "en_GB".
func language(tag string) string {
	code, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}
