package text

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Abbreviations by what their stop means, in small letters and without the
// last stop. English ones, and those other languages' reports use most.
var (
	// beforeNames never end a sentence.
	beforeNames = set(`mr mrs ms dr prof rev sen sens rep reps gov govs gen lt col sgt capt cmdr adm maj cpl pvt
		hon pres supt insp st mt ft messrs mme mlle mgr sra srta fr bros vs v approx dept univ assn ave blvd
		jan feb mar apr jun jul aug sep sept oct okt nov dec dez ca cf bzw ggf sog hrsg ing dott sig avv
		г ул им проф акад тов гг стр рис тыс`)
	// beforeNumbers are abbreviations only in front of a number.
	beforeNumbers = set(`no nos nr vol vols pp p fig figs art sec ch est n núm nº`)
	// endsEither end a sentence when a word that often opens one follows.
	endsEither = set(`jr sr inc corp co ltd llc plc etc al ed eds bhd pty cie ala ariz ark calif colo conn del fla
		ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo usw`)
)

// sentenceOpeners are words that, with a capital behind an abbreviation, open a new sentence.
var sentenceOpeners = set(`the a an this that these those he she it they we i you his her hers its their our my mr mrs ms
	dr but and or so if in on at for from by as when while after before since although though however there here
	what who how why no not yet still also some many most all one two both each last next police officials`)

// behindOrdinals are nouns, with the capital German gives them, that a number with a
// stop counts off: the 11th of May is "11. Mai". beforeOrdinals are German words
// behind which such a number ends no sentence, whatever noun follows.
var (
	behindOrdinals = set(`januar jänner februar märz april mai juni juli august september oktober november dezember
		jan feb mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jahrtausend`)
	beforeOrdinals = set(`der dem den im vom zum zur beim`)
)

// speaking are words that tell who spoke a quotation.
var speaking = set(`said says asked asks replied replies tweeted wrote added told shouted answered tells called
	continued declared responded demanded wondered cried exclaimed`)
