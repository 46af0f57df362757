package intake

import (
	"regexp"
	"strings"
)

var (
	reByline  = regexp.MustCompile(`^(?:By|BY|Written by|Words by|Story by|Reported by|Author:|Von|Por|Par|Di|Door|Автор:|Автор)\s+(\p{Lu}[\p{L}.'’-]+(?:(?:,? and |, | & | und | y | et | e | de | van | von | di | al-| )\p{Lu}[\p{L}.'’-]*){0,7})(?:\s*[,|/(·•–—-].*)?$`)
	reEmailer = regexp.MustCompile(`\S+@\S+`)
)

// bylineName returns the names of a line that only says who wrote the report.
func bylineName(line string) string {
	if len(line) > 160 {
		return ""
	}
	m := reByline.FindStringSubmatch(strings.TrimSpace(reEmailer.ReplaceAllString(line, "")))
	if m == nil || endsSentence(line) && strings.Count(m[1], " ") > 3 {
		return ""
	}
	if strings.HasPrefix(line, "Di ") || strings.HasPrefix(line, "Par ") || strings.HasPrefix(line, "Por ") || strings.HasPrefix(line, "Von ") || strings.HasPrefix(line, "Door ") {
		if !strings.Contains(m[1], " ") { // "Por Dios": a first name and a surname at least
			return ""
		}
	}
	name := strings.TrimRight(m[1], " .,")
	for a := range strings.SplitSeq(agencyNames, "|") {
		if name == a {
			return ""
		}
	}
	return name
}
