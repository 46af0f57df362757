package intake

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A found is a date read off a line.
type found struct {
	date    string // "2006-01-02" or "2006-01-02 15:04"
	written string // the part of the line it was read from
	ok      bool
}

// Ways to write a date in full. Months are read by name in many languages; a
// date of three numbers is read year first when the year leads, else day first,
// unless only month first is possible. There is no guess at a missing year.
var (
	reISO      = pattern(`(?:^|\D)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d\d)|\D|$)`)
	reEast     = pattern(`((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]`)
	reDayName  = pattern(`(?:^|[^\d\p{L}]|(?:GMT|UTC|EST|EDT|[AaPp][Mm]))(\d{1,2})(?:st|nd|rd|th|\.|er|º|ª)?[\s.-]+(?:of |de |d['’])?(\p{L}{3,12})\.?,?[\s.-]+(?:de |del )?((?:19|20)\d\d)(?:\D|$)`)
	reNameDay  = pattern(`(?:^|\P{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?:\D|$)`)
	reYearName = pattern(`(?:^|\D)((?:19|20)\d\d)\.?[\s-]+(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?:\D|$)`)
	reNumbers  = pattern(`(?:^|[^\d./])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?:[^\d./]|$)`)
	reDayMonth = pattern(`^(?:\p{L}+,? )?(?:\d{1,2}(?:st|nd|rd|th|\.|º|ª)? (?:of |de |d['’])?(\p{L}{3,12})\.?|(\p{L}{3,12})\.? \d{1,2}(?:st|nd|rd|th)?)$`)
	reTime     = pattern(`(?:^|[^\d:])(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*([AaPp]\.?[Mm]\b)?`)
	reOnlyTime = pattern(`^\W*(?:at|um|à|a las|alle|kl\.?|в)?\W*(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*([AaPp]\.?[Mm]\b)?`)
)

// monthNames holds, for each month, its names and their short forms in the
// languages of the reports.
var monthNames = [12]string{
	"january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari січня январь января янв stycznia sty ocak oca ιανουαρίου ιαν يناير",
	"february feb februar février fevrier févr fév febrero febbraio fevereiro fev februari pebruari лютого февраль февраля фев lutego lut şubat şub φεβρουαρίου φεβ فبراير شباط",
	"march mar märz mär mars marzo março maart mrt maret березня март марта мар marca mart μαρτίου μαρ مارس آذار marts",
	"april apr avril avr abril abr aprile квітня апрель апреля апр kwietnia kwi nisan nis απριλίου απρ أبريل ابريل نيسان",
	"may mai mayo maggio mag maio mei maj травня май мая maja mayıs μαΐου μαίου مايو أيار",
	"june jun juni juin junio giugno giu junho червня июнь июня июн czerwca cze haziran haz ιουνίου ιουν يونيو يونيه حزيران",
	"july jul juli juillet juil julio luglio lug julho липня июль июля июл lipca lip temmuz tem ιουλίου ιουλ يوليو يوليه تموز",
	"august aug août aout agosto ago augustus augusti agustus серпня август августа авг sierpnia sie ağustos ağu αυγούστου αυγ أغسطس اغسطس آب",
	"september sep sept septembre septiembre setiembre settembre set setembro вересня сентябрь сентября сен сент września wrz eylül eyl σεπτεμβρίου σεπ سبتمبر أيلول",
	"october oct oktober okt octobre octubre ottobre ott outubro out жовтня октябрь октября окт października paź ekim eki οκτωβρίου οκτ أكتوبر اكتوبر",
	"november nov novembre noviembre novembro листопада ноябрь ноября ноя listopada lis kasım kas νοεμβρίου νοε نوفمبر",
	"december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des грудня декабрь декабря дек grudnia gru aralık ara δεκεμβρίου δεκ ديسمبر",
}

var months = func() map[string]int {
	m := map[string]int{}
	for i, names := range monthNames {
		for _, n := range strings.Fields(names) {
			m[n] = i + 1
		}
	}
	return m
}()

// monthOf returns the month a word names, 0 for none.
func monthOf(word string) int { return months[strings.ToLower(word)] }

// findDate reads the first full date of s, with the time when one stands beside it.
func findDate(s string) found {
	s = plainDigits(s)
	if !strings.Contains(s, "19") && !strings.Contains(s, "20") {
		return found{}
	}
	best, at := found{}, len(s)+1
	try := func(m []int, year, month, day int, mon string) {
		if m == nil || m[0] >= at {
			return
		}
		num := func(g int) int { n, _ := strconv.Atoi(s[m[2*g]:m[2*g+1]]); return n }
		y, d := num(year), num(day)
		mo := 0
		if mon != "" {
			mo = monthOf(s[m[2*month]:m[2*month+1]])
		} else if mo = num(month); mo > 12 && d <= 12 {
			mo, d = d, mo
		}
		if !realDate(y, mo, d) {
			return
		}
		start, end := m[2], m[2*3+1]
		for g := 1; g <= 3; g++ {
			start, end = min(start, m[2*g]), max(end, m[2*g+1])
		}
		best, at = found{written: s[start:end], ok: true, date: time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)}, m[0]
	}
	try(reISO().FindStringSubmatchIndex(s), 1, 2, 3, "")
	try(reEast().FindStringSubmatchIndex(s), 1, 2, 3, "")
	eachMatch(reDayName(), s, func(m []int) bool { try(m, 3, 2, 1, "name"); return best.ok })
	eachMatch(reNameDay(), s, func(m []int) bool { try(m, 3, 1, 2, "name"); return best.ok })
	eachMatch(reYearName(), s, func(m []int) bool { try(m, 1, 2, 3, "name"); return best.ok })
	try(reNumbers().FindStringSubmatchIndex(s), 3, 2, 1, "")
	if best.ok {
		best.addTime(s)
	}
	return best
}

// dayAlone reports whether a line is a day of the year and nothing else, as "4 de
// septiembre" or "Tuesday, May 7".
func dayAlone(line string) bool {
	m := reDayMonth().FindStringSubmatch(line)
	return m != nil && monthOf(m[1]+m[2]) > 0
}

// eachMatch calls yield with the matches of re in s, overlapping ones too, until it returns true.
func eachMatch(re *regexp.Regexp, s string, yield func(m []int) bool) {
	for from, n := 0, 0; from < len(s) && n < 8; n++ {
		m := re.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return
		}
		next := from + m[3]
		for i := range m {
			m[i] += from
		}
		if yield(m) {
			return
		}
		from = next
	}
}

// addTime puts a time of day that stands right behind or before the date to it.
func (f *found) addTime(s string) {
	i := strings.Index(s, f.written)
	after := strings.TrimLeft(s[i+len(f.written):], "T ,|-–—·•")
	m := reOnlyTime().FindStringSubmatch(after)
	end := ""
	if m != nil {
		end = m[0]
	} else if before := strings.TrimRight(s[:i], " ,|-–—·•"); len(before) <= 32 {
		if m = reTime().FindStringSubmatch(before); m == nil {
			return
		}
	}
	if m == nil {
		return
	}
	h, _ := strconv.Atoi(m[1])
	min, _ := strconv.Atoi(m[2])
	switch pm := strings.ToLower(strings.ReplaceAll(m[3], ".", "")); {
	case pm == "pm" && h < 12:
		h += 12
	case pm == "am" && h == 12:
		h = 0
	}
	if h > 23 || min > 59 {
		return
	}
	f.date += " " + two(h) + ":" + two(min)
	if end != "" {
		j := strings.Index(s[i:], end)
		f.written = strings.TrimSpace(s[i : i+j+len(end)])
	}
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// realDate reports whether the calendar has that day.
func realDate(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Day() == d && y >= 1900 && y < 2100
}

// plainDigits writes Arabic and Persian digits as 0 to 9.
func plainDigits(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x660 && r <= 0x6f9 }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x660 && r <= 0x669:
			return '0' + r - 0x660
		case r >= 0x6f0 && r <= 0x6f9:
			return '0' + r - 0x6f0
		}
		return r
	}, s)
}
