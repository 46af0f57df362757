package intake

import (
	"slices"
	"strings"
)

var (
	reByline  = pattern(`^(?:By|BY|Written by|Words by|Story by|Reported by|Author:|Von|Por|Par|Di|Door|Автор:|Автор)\s+(\p{Lu}[\p{L}.'’-]+(?:(?:,? and |, | & | und | y | et | e | de | van | von | di | al-| )\p{Lu}[\p{L}.'’-]*){0,7})(?:\s*[,|/(·•–—-].*)?$`)
	reEmailer = pattern(`\S+@\S+`)
)

// roleWords are words of a post or a house, as in "By Mara Quill, Transport Editor".
var roleWords = wordSet(`editor correspondent reporter writer staff agency press news times post bureau analyst columnist special political senior chief deputy associate contributor photographer`)

// cutRole cuts what is no name from the end of the names of a byline.
func cutRole(names string) (name, rest string) {
	parts := strings.Split(names, ", ")
	for i, part := range parts {
		role := false
		words(part, func(w string, _ int) bool { role = role || roleWords[strings.ToLower(w)]; return true })
		if i > 0 && (role || slices.Contains(agencies, part)) {
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
	m := reByline().FindStringSubmatch(strings.TrimSpace(reEmailer().ReplaceAllString(line, "")))
	if m == nil || endsSentence(line) && strings.Count(m[1], " ") > 3 {
		return ""
	}
	if strings.HasPrefix(line, "Di ") || strings.HasPrefix(line, "Par ") || strings.HasPrefix(line, "Por ") || strings.HasPrefix(line, "Von ") || strings.HasPrefix(line, "Door ") {
		if !strings.Contains(m[1], " ") { // "Por Dios": a first name and a surname at least
			return ""
		}
	}
	name, _ := cutRole(m[1])
	if slices.Contains(agencies, name) {
		return ""
	}
	return name
}
