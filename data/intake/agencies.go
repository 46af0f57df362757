package intake

import (
	"regexp"
	"slices"
	"strings"
)

// agencies are news agencies by the names reports credit them with.
var agencies = []string{
	"AAP", "AFP", "Agence France-Presse", "Agencia EFE", "ANI", "ANSA", "Anadolu", "Anadolu Agency", "Antara", "AP", "APA", "Associated Press", "The Associated Press", "ATS",
	"BelTA", "Belga", "Bernama", "Bloomberg", "BNS", "BTA", "Canadian Press", "The Canadian Press", "CTK", "dpa", "DPA", "EFE", "Fars", "Fars News", "Fars News Agency", "IANS",
	"Interfax", "Interfax-Ukraine", "IRNA", "ISNA", "Jiji Press", "KUNA", "Kyodo", "Kyodo News", "Lusa", "Mehr", "Mehr News", "Mehr News Agency", "MTI", "NTB", "PA", "PA Media",
	"PAP", "Petra", "Press Association", "Press Trust of India", "PTI", "QNA", "Reuters", "RIA", "RIA Novosti", "Ritzau", "SANA", "SPA", "Sputnik", "STT", "TASS", "Tasnim",
	"Tasnim News Agency", "TT", "Ukrinform", "UNI", "United Press International", "UPI", "WAM", "Xinhua", "Xinhua News Agency", "Yonhap", "Yonhap News Agency",
}

var agencyNames = func() string {
	long := slices.Clone(agencies)
	slices.SortFunc(long, func(a, b string) int { return len(b) - len(a) })
	for i, a := range long {
		long[i] = regexp.QuoteMeta(a)
	}
	return strings.Join(long, "|")
}()

// The ways a page says which agency its report is from.
var (
	reAgencyLead   = pattern(`^(?:The )?(` + agencyNames + `)(?: news agency)?\s+(?:reports?|reported|writes?|says?)\b.{0,20}:\s*$`)
	reAgencyAlone  = pattern(`^(?:(?:By|Source|Via|From|Credit)[: ]\s*(?:the )?)?(` + agencyNames + `)(?: news agency)?\.?$`)
	reAgencyEnd    = pattern(`(?:writes|reports|reported by|according to a report by|[Ss]ource:|[Vv]ia)\s+(?:the )?(` + agencyNames + `)(?: news agency)?\.?\s*$`)
	reAgencyPlace  = pattern(`^.{0,70}?\((` + agencyNames + `)\)\s*[.:—–-]`)
	reDateline     = pattern(`^(\p{Lu}[\p{L}.,’' /-]{2,50}?(?:,?\s*\p{L}+\.? \d{1,2}(?:, \d{4})?)?)\s*(?:\(([\p{L}. -]{2,30})\)|/([\p{L}. -]{2,20})/\.?)\s*[—–:.-]+\s`)
	reByWithAgency = pattern(`^By .{2,60}?[,|(/]\s*(` + agencyNames + `)\)?$`)
)

// agencyLead returns the agency of a line that only leads in its report.
func agencyLead(line string) string {
	if len(line) > 120 {
		return ""
	}
	if m := reAgencyLead().FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// agencyOf returns the agency a line credits, "" for none. In a paragraph only
// its opening and its last words count.
func agencyOf(line string) string {
	head := line[:min(len(line), 160)]
	for _, re := range []func() *regexp.Regexp{reAgencyLead, reAgencyAlone, reByWithAgency} {
		if len(line) <= 120 {
			if m := re().FindStringSubmatch(line); m != nil {
				return m[1]
			}
		}
	}
	if m := reAgencyPlace().FindStringSubmatch(head); m != nil {
		return m[1]
	}
	if m := reAgencyEnd().FindStringSubmatch(line[max(0, len(line)-120):]); m != nil {
		return m[1]
	}
	return ""
}

// datelineOf splits off the place and source a paragraph opens with, as in
// "PORT ELLIS (Coast News) — ". The name is "" when there is none.
func datelineOf(paragraph string) (opening, name string) {
	m := reDateline().FindStringSubmatch(paragraph[:min(len(paragraph), 160)])
	if m == nil {
		return "", ""
	}
	return strings.TrimSpace(m[0]), m[2] + m[3]
}
