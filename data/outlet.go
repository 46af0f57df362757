package data

import (
	"net/url"
	"strings"
	"unicode"
)

// An Outlet is who published a report: a paper, a broadcaster, an agency.
type Outlet struct {
	ID    ID
	Name  string
	Kind  string // what it is, in the reader's words: "town newspaper"
	Place string
	Sites []string // the sites it publishes at, as SiteOf gives them, sorted
}

// archives and mirrors carry another page's whole address in their own.
var carriers = []string{"web.archive.org/web/", "archive.org/web/", "archive.ph/", "archive.is/", "archive.today/", "google.com/amp/", "cdn.ampproject.org/"}

// hosts at which everybody has a page of his own, named first in the path.
var shared = map[string]bool{
	"facebook.com": true, "x.com": true, "twitter.com": true, "youtube.com": true, "t.me": true, "telegram.me": true, "medium.com": true,
	"instagram.com": true, "vk.com": true, "ok.ru": true, "tiktok.com": true, "threads.net": true, "weibo.com": true, "linkedin.com": true, "reddit.com": true, "sites.google.com": true,
}

// frontLabels begin the names of sites that are versions of the site behind them.
var frontLabels = map[string]bool{"www": true, "www2": true, "m": true, "amp": true, "mobile": true, "wap": true, "edition": true}

// SiteOf returns the site an address leads to: its host in small letters, with
// nothing in front such as "www."; where many share a host, with the first part
// of the path: "courier.example", "medium.com/the-courier". The address may lack
// its "https://". For a page an archive keeps, it is the site the archive took it
// from. It is empty when address is none.
func SiteOf(address string) string {
	address = strings.TrimSpace(address)
	if strings.ContainsAny(address, " \t\r\n") {
		return ""
	}
	if i := strings.Index(address, "://"); i < 0 {
		address = "https://" + address
	} else if scheme := strings.ToLower(address[:i]); scheme != "http" && scheme != "https" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	for first, rest, ok := strings.Cut(host, "."); ok && frontLabels[first] && strings.Contains(rest, "."); first, rest, ok = strings.Cut(rest, ".") {
		host = rest
	}
	if !strings.Contains(host, ".") || strings.Contains("."+host+".", "..") || strings.ContainsFunc(host, noHost) {
		return ""
	}
	for _, c := range carriers {
		if inner, ok := carried(host+u.EscapedPath(), c); ok {
			return SiteOf(inner)
		}
	}
	if rest, ok := strings.CutSuffix(host, ".translate.goog"); ok { // a dot is told by "-", a hyphen by "--"
		return SiteOf(strings.NewReplacer("--", "-", "-", ".").Replace(rest))
	}
	if first, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/"), "/"); shared[host] && first != "" {
		return host + "/" + strings.ToLower(first)
	}
	return host
}

// noHost reports whether r cannot be part of a site's name.
func noHost(r rune) bool {
	return r != '.' && r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// carried returns the address an address that begins with carrier carries.
func carried(address, carrier string) (string, bool) {
	rest, ok := strings.CutPrefix(address, carrier)
	if !ok {
		return "", false
	}
	if i := strings.Index(rest, "http"); i >= 0 {
		inner := strings.Replace(rest[i:], ":/", "://", 1) // some servers make two strokes one
		return strings.Replace(inner, ":///", "://", 1), true
	}
	for _, p := range []string{"c/", "v/", "s/"} {
		rest = strings.TrimPrefix(rest, p)
	}
	return rest, strings.Contains(rest, ".")
}

// OutletAt returns the outlet that publishes at site, which SiteOf made: the one
// with that very site, else with the site it is a part of, "courier.example" for
// "sport.courier.example". It reports false when outlets holds none.
func OutletAt(outlets []Outlet, site string) (Outlet, bool) {
	for ; strings.Contains(site, "."); _, site, _ = strings.Cut(site, ".") {
		for _, o := range outlets {
			for _, s := range o.Sites {
				if s == site {
					return o, true
				}
			}
		}
	}
	return Outlet{}, false
}
