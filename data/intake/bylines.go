package intake

import (
	"slices"
	"strings"
)

// byWords stand before the names of who wrote a report; after those of
// bySmallWords, which are common in other lines too, two names at least.
const (
	byWords      = `By|BY|Written by|Words by|Story by|Reported by|Author:|Reporter:|Autor(?:in|a|es|en)?:|Text:|Bericht:|Auteur ?:|Texte ?:|Autor(?:as)?:|Texto:|Redacción:|Autore:|A cura di|Testo:|Auteur:|Tekst:|Автор:|Автор|Текст:|Autorka:|Opracował[a]?:|Yazan:|Yazar:|Haber:|Penulis:|Reporter:|Text av:?|Skribent:`
	bySmallWords = `Von|Por|Par|Di|Door|De|Av|Oleh|Propos recueillis par`
	byName       = `\p{Lu}[\p{L}.'’-]+(?:(?:,? and |, | & | und | y | et | e | en | i | и | ve | dan | och | de | van | von | di | da | dos | der | den | al-| )\p{Lu}[\p{L}.'’-]*){0,7}`
)

var (
	reByline  = pattern(`^(` + byWords + `|` + bySmallWords + `)\s+(` + byName + `)(?: (?:in|at|for|aus|à|en|em|te|в|w|i) [\p{L} .'’-]{2,40})?(?:\s*[,|/(·•–—-].*)?$`)
	reBylineS = pattern(`^(?:بقلم|كتب|كتبت|الكاتب|الكاتبة)\s*[:：]?\s+(\p{Arabic}+(?: \p{Arabic}+){0,3})$`)
	reBylineE = pattern(`^(?:记者|作者|文|撰文|文・|記者|執筆)\s*[:：/／]?\s*([\p{Han}\p{Hiragana}\p{Katakana}·]{2,12})$|^(\p{Hangul}{2,4}) 기자(?:\s.*)?$`)
	reEmailer = pattern(`\S+@\S+`)
	reSmallBy = pattern(`^(?:` + bySmallWords + `)\s`)
)

// roleWords are words of a post or a house, as in "By Mara Quill, Transport Editor".
var roleWords = wordSet(`editor correspondent reporter writer staff agency press news times post bureau analyst columnist special political senior chief deputy associate contributor photographer
	redakteur redakteurin korrespondent korrespondentin redaktion journaliste correspondant correspondante rédaction corresponsal redactora redactor redacción corrispondente inviato redazione repórter redação redacteur correspondent корреспондент редактор обозреватель redaktor korespondent muhabir editör wartawan reporter redaktör`)

// cutRole cuts what is no person's name from the end of the names of a byline.
func cutRole(names string) (name, rest string) {
	parts := strings.Split(names, ", ")
	for i, part := range parts {
		role := false
		words(part, func(w string, _ int) bool { role = role || roleWords[strings.ToLower(w)]; return true })
		place := !strings.Contains(part, " ") && strings.Contains(parts[0], " ") // or one word that is no name of a person
		if i > 0 && (role || place || slices.Contains(agencies, part)) {
			return strings.TrimRight(strings.Join(parts[:i], ", "), " .,"), strings.Join(parts[i:], ", ")
		}
	}
	return strings.TrimRight(names, " .,"), ""
}

// bylineName returns the names of a line that only says who wrote the report.
func bylineName(line string) string {
	if len(line) > 160 {
		return ""
	}
	line = strings.TrimSpace(reEmailer().ReplaceAllString(line, ""))
	for _, m := range [][]string{reBylineS().FindStringSubmatch(line), reBylineE().FindStringSubmatch(line)} {
		if m != nil {
			return m[1] + strings.Join(m[2:], "")
		}
	}
	m := reByline().FindStringSubmatch(line)
	if m == nil || endsSentence(line) && strings.Count(m[2], " ") > 3 {
		return ""
	}
	if reSmallBy().MatchString(line) && !strings.Contains(m[2], " ") { // "Por Dios"
		return ""
	}
	name, _ := cutRole(m[2])
	if slices.Contains(agencies, name) {
		return ""
	}
	return name
}
