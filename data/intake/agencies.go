package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// agencies are news agencies by the names reports credit them with.
var agencies = []string{
	"AAP", "AFP", "Agence France-Presse", "Agencia EFE", "ANI", "ANSA", "Anadolu", "Anadolu Agency", "Antara", "AP", "APA", "Associated Press", "The Associated Press", "ATS",
	"BelTA", "Belga", "Bernama", "Bloomberg", "BNS", "BTA", "Canadian Press", "The Canadian Press", "CTK", "dpa", "DPA", "EFE", "Fars", "Fars News", "Fars News Agency", "IANS",
	"Interfax", "Interfax-Ukraine", "IRNA", "ISNA", "Jiji Press", "KUNA", "Kyodo", "Kyodo News", "Lusa", "Mehr", "Mehr News", "Mehr News Agency", "MTI", "NTB", "PA", "PA Media",
	"PAP", "Petra", "Press Association", "Press Trust of India", "PTI", "QNA", "Reuters", "RIA", "RIA Novosti", "Ritzau", "SANA", "SPA", "Sputnik", "STT", "TASS", "Tasnim",
	"Tasnim News Agency", "TT", "Ukrinform", "UNI", "United Press International", "UPI", "WAM", "Xinhua", "Xinhua News Agency", "Yonhap", "Yonhap News Agency",
	"Adnkronos", "Agência Brasil", "Agencia EFE", "AGI", "Anadolu Ajansı", "ANP", "ANTARA", "DHA", "epd", "Europa Press", "İHA", "KNA", "SID",
	"АФП", "Интерфакс", "РИА Новости", "Рейтер", "ТАСС", "Укринформ", "أ ف ب", "د ب أ", "رويترز", "سانا", "واس", "وفا", "新华社", "共同通信", "時事通信", "연합뉴스",
}

var agencyNames = func() string {
	long := slices.Clone(agencies)
	slices.SortFunc(long, func(a, b string) int { return len(b) - len(a) })
	for i, a := range long {
		long[i] = regexp.QuoteMeta(a)
	}
	return strings.Join(long, "|")
}()

// sourceWords name the source of a report.
const sourceWords = `[Ss]ource|Credit|[Qq]uelle|[Ff]uente|[Ff]onte|[Bb]ron|[Ии]сточник|[Źź]ródło|[Kk]aynak|[Ss]umber|[Kk]älla|المصدر|来源|出典`

// The ways a page says which agency its report is from.
var (
	reAgencyLead   = pattern(`^(?:The )?(` + agencyNames + `)(?: news agency)?\s+(?:reports?|reported|writes?|says?|berichtet|meldet|rapporte|informa|riferisce|meldt|сообщает|передает|передаёт|podaje|donosi|bildirdi|melaporkan|rapporterar)(?:\P{L}.{0,20})?:\s*$`)
	reAgencyAlone  = pattern(`^\(?(?:(?:By|BY|Via|From|Von|Por|Par|Di|Da|Door|Av|Oleh|Mit Material von|Mit Material der|[Aa]vec|[Cc]on información de|[Cc]om informações da|[Cc]om informações de|Met informatie van|По материалам|По данным|Na podstawie|Med material från|` + sourceWords + `)\s*[:： ]\s*(?:the |der |l'|l’|la |a )?)?(` + agencyNames + `)(?: news agency)?\)?\.?$`)
	reAgencyEnd    = pattern(`(?:writes|reports|reported by|according to a report by|[Vv]ia|(?:` + sourceWords + `)\s*:)\s+(?:the )?(` + agencyNames + `)(?: news agency)?\.?\s*$`)
	reAgencyClose  = pattern(`[.!?”"»。]\s*[(（](?:[\p{L}/., ]{0,30}[,/ ])?(` + agencyNames + `)(?:[,/ ][\p{L}/., ]{0,30})?[)）]\s*$`)
	reAgencyPlace  = pattern(`^.{0,70}?[(（](` + agencyNames + `)(?:/\p{L}+)?[)）]\s*[.:—–-]`)
	reAgencySlash  = pattern(`^.{0,70}?/(` + agencyNames + `)/\.?\s`)
	reDateline     = pattern(`^(\p{Lu}[\p{L}.,’' /-]{2,50}?(?:,?\s*(?:\p{L}+\.? \d{1,2}|\d{1,2}\.? (?:de |d['’])?\p{L}+\.?)(?:,? \d{4})?)?)[.,]?\s*(?:[(（]([\p{L}./ -]{2,30})[)）]\s*[—–:.-]+\s|/([\p{L}. -]{2,20})/\.?\s*[—–:.-]*\s)`)
	rePlaceAlone   = pattern(`^(\p{Lu}{3,}(?:[ -]\p{Lu}+){0,3}(?:, \p{Lu}[\p{L}.]+)?(?:,? (?:\p{L}+\.? \d{1,2}|\d{1,2}\.? (?:de )?\p{L}+\.?)(?:,? \d{4})?)?)\s*[—–]+\s`)
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
	tail := line[max(0, len(line)-120):]
	for _, m := range [][]string{
		reAgencyPlace().FindStringSubmatch(head), reAgencySlash().FindStringSubmatch(head),
		reAgencyEnd().FindStringSubmatch(tail), reAgencyClose().FindStringSubmatch(tail),
	} {
		if m != nil {
			return m[1]
		}
	}
	return ""
}

// placeWords is how many words a place with a day has at most.
const placeWords = 7

// datelineOf reads the place, with a day, and the source a paragraph opens with,
// as in "PORT ELLIS, March 3 (Coast News) — ". Both are "" when there is no place;
// one that stands alone before the dash is in capitals.
func datelineOf(paragraph string) (place, source string) {
	head := paragraph[:min(len(paragraph), 160)]
	if m := reDateline().FindStringSubmatch(head); m != nil && len(strings.Fields(m[1])) <= placeWords {
		source := m[2] + m[3]
		if first, _ := utf8.DecodeRuneInString(source); isUpper(first) || slices.Contains(agencies, source) {
			return strings.TrimRight(m[1], " ,."), source
		}
	}
	if m := rePlaceAlone().FindStringSubmatch(head); m != nil {
		return strings.TrimRight(m[1], " ,."), ""
	}
	return "", ""
}
