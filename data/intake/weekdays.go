package intake

import (
	"slices"
	"strings"
	"sync"
)

// dayNames are the days of the week in the languages of the reports; those of
// dayNeeds are other words too, and tell a day only with one of its words right
// before or behind.
var (
	dayNames = wordSet(`monday tuesday wednesday thursday friday saturday sunday
		montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
		lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
		segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
		понедельник вторник среду четверг пятницу субботу воскресенье poniedziałek wtorek środę czwartek piątek sobotę niedzielę
		pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu
		måndag måndagen tisdag tisdagen onsdag onsdagen torsdag torsdagen fredag fredagen fredags lördag lördagen lördags söndag söndagen söndags måndags tisdags onsdags torsdags
		الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد`)
	dayBefore = wordSet(`on am le el la il los na no op в во w we hari pada i på يوم`)
	dayNeeds  = sync.OnceValue(needsOfDays)
)

// needsOfDays makes dayNeeds: which words each of them needs beside it.
func needsOfDays() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	needs := func(names, with string) {
		for w := range wordSet(names) {
			m[w] = wordSet(with)
		}
	}
	needs(`monday tuesday wednesday thursday friday saturday sunday`, `on`)
	needs(`domingo sábado martes`, `el la los on no na`)
	needs(`среду четверг вторник понедельник пятницу субботу воскресенье`, `в во`)
	needs(`środę wtorek czwartek piątek sobotę niedzielę poniedziałek`, `w we`)
	needs(`senin selasa rabu kamis jumat sabtu minggu`, `hari pada`)
	needs(`pazartesi salı çarşamba perşembe cuma cumartesi pazar`, `günü`)
	needs(`الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد`, `يوم`)
	return m
}

// weekdayOf returns the first words of s that tell a day of the week as "on
// Friday" does, as they are written; "" for none. They are no date.
func weekdayOf(s string) string {
	type word struct {
		text     string
		from, to int
	}
	var last word
	found, open := "", word{}
	words(strings.ReplaceAll(s, "-", "_"), func(w string, at int) bool {
		this := word{strings.ToLower(strings.ReplaceAll(w, "_", "-")), at, at + len(w)}
		if open.text != "" { // a day that may stand with the word behind it
			if dayNeeds()[open.text][this.text] && this.from-open.to <= 1 {
				found = s[open.from:this.to]
				return false
			}
			open = word{}
		}
		if dayNames[this.text] {
			near := last.text != "" && this.from-last.to == 1
			need := dayNeeds()[this.text]
			switch {
			case near && (need == nil || need[last.text]) && dayBefore[last.text]:
				found = s[last.from:this.to]
			case need == nil:
				found = s[this.from:this.to]
			default:
				open = this
			}
		}
		last = this
		return found == ""
	})
	return found
}

// updateWords say that the date behind them is that of a change, each the
// beginning of a word.
var updateWords = strings.Fields(`updated modified revised amended aktualisiert geändert actualizad aggiorna atualizad modifié bijgewerkt gewijzigd обновл изменен aktualizacj zaktualizowan güncelle diperbarui uppdaterad تحديث 更新 업데이트`)

// updatePhrases are such words that only say so together.
var updatePhrases = []string{"mis à jour", "mise à jour", "última hora de actualización", "last edited", "zuletzt geändert"}

// updateAt returns where a line begins to tell of a change, -1 when it does not.
func updateAt(line string) int {
	low := strings.ToLower(line)
	if len(low) != len(line) {
		return -1 // a letter changed its length: places would not fit
	}
	at := -1
	for _, p := range slices.Concat(updatePhrases, updateWords) {
		if i := strings.Index(low, p); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

// datesOf reads the dates of a line about the report: when it was published and
// when it was changed.
func datesOf(line string) (published, updated found) {
	at := updateAt(line)
	if at < 0 {
		return findDate(line), found{}
	}
	published, updated = findDate(line[:at]), findDate(line[at:])
	if !updated.ok { // "21 February 2020 (updated)"
		return found{}, published
	}
	return published, updated
}
