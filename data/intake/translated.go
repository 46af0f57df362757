package intake

import (
	"slices"
	"strings"

	"parallax/data"
)

// reTranslated finds what says that a text was translated, where a line or a
// part of it begins; the words behind it may say from which language.
var reTranslated = pattern(`(?i)(?:^|[(\[*|·—–-]\s*|(?:article|report|story|text|texte|texto|testo|artikel|articolo|artículo|artigo) (?:was |wurde |è stato |fue |foi |a été |is )?)(?:translated (?:from|by|automatically|into)|machine[- ]translat(?:ed|ion)|automatically translated|translation ?:|translation (?:by|from)|übersetzt (?:aus|von)|übersetzung ?:|übersetzung aus|aus dem (\p{L}+) (?:übersetzt )?von|traduit (?:de|du|par|automatiquement)|traduction ?:|traduction de|traducido (?:de|por)|traducción ?:|traducción de|tradotto (?:da|dal|dall)|traduzione ?:|traduzione di|traduzido (?:do|da|de|por)|tradução ?:|tradução de|vertaald (?:uit|door)|vertaling ?:|перевод с|перевод ?:|переведено с|tłumaczenie ?:|tłumaczył|przełożył|przełożyła|tłumaczenie z|çeviri ?:|çeviren ?:|çevrilmiştir|diterjemahkan (?:dari|oleh)|penerjemah ?:|översatt (?:från|av)|översättning ?:|ترجمة ?:|ترجمه ?:|ترجمها|翻译[:：]|翻訳[:：])`)

// languageNames gives the codes of languages by the beginnings of their names as
// translations tell them.
var languageNames = [...]struct{ code, names string }{
	{"en", "english englisch anglais inglés inglese inglês engels английск angielsk ingiliz inggris engelsk الإنجليزية الانجليزية 英"},
	{"de", "german deutsch allemand alemán tedesco alemão duits немецк niemieck alman jerman tysk الألمانية 德"},
	{"fr", "french französisch français francés francese francês frans французск francusk fransız prancis fransk الفرنسية 法"},
	{"es", "spanish spanisch espagnol español spagnolo espanhol spaans испанск hiszpańsk ispanyol spanyol spansk الإسبانية 西"},
	{"it", "italian italienisch italien italiano italiaans итальянск włosk italya italiensk الإيطالية"},
	{"pt", "portuguese portugiesisch portugais portugués portoghese português portugees португальск portugalsk portekiz portugis portugisisk البرتغالية"},
	{"nl", "dutch niederländisch néerlandais neerlandés olandese holandês nederlands нидерландск niderlandzk hollanda belanda nederländsk"},
	{"ru", "russian russisch russe ruso russo русск rosyjsk rus rusia rysk الروسية 俄"},
	{"uk", "ukrainian ukrainisch ukrainien ucraniano ucraino oekraïens украинск ukraińsk ukrayna ukraina ukrainsk الأوكرانية"},
	{"pl", "polish polnisch polonais polaco polacco polonês pools польск polsk polonya polandia"},
	{"tr", "turkish türkisch turc turco turks турецк tureck türkçe turki turkisk التركية"},
	{"ar", "arabic arabisch arabe árabe arabo арабск arabsk arapça arab arabisk العربية"},
	{"fa", "persian farsi persisch persan persa persiano perzisch персидск persk farsça persia persisk الفارسية"},
	{"he", "hebrew hebräisch hébreu hebreo ebraico hebraico hebreeuws иврит hebrajsk ibrani hebreisk العبرية"},
	{"zh", "chinese chinesisch chinois chino cinese chinês chinees китайск chińsk çince tiongkok kinesisk الصينية"},
	{"ja", "japanese japanisch japonais japonés giapponese japonês japans японск japońsk japonca jepang japansk"},
	{"ko", "korean koreanisch coréen coreano koreaans корейск koreańsk korece korea koreansk"},
	{"sv", "swedish schwedisch suédois sueco svedese zweeds шведск szwedzk isveç swedia svensk"},
	{"id", "indonesian indonesisch indonésien indonesio indonesiano indonésio индонезийск indonezyjsk endonezya indonesia indonesisk"},
}

// translatedCues are letters of which every match of reTranslated holds some.
var translatedCues = []string{"transl", "tradu", "tradot", "übersetz", "aus dem ", "vertaal", "vertaling", "перевод", "перевед",
	"tłumacz", "przełoży", "çevir", "çevril", "erjemah", "översat", "översät", "ترجم", "翻译", "翻訳"}

// mayTellTranslated reports whether reTranslated is worth trying, which takes
// many times as long.
func mayTellTranslated(line string) bool {
	low := strings.ToLower(line)
	return slices.ContainsFunc(translatedCues, func(cue string) bool { return strings.Contains(low, cue) })
}

// translatedFrom reports whether a line says that the text was translated, and
// from which language: its ISO 639-1 code, or
// data.TranslatedSomehow when it does not say.
func translatedFrom(line string) string {
	if len(line) > 400 || !mayTellTranslated(line) {
		return ""
	}
	m := reTranslated().FindStringSubmatchIndex(line)
	if m == nil {
		return ""
	}
	about := line[m[1]:]
	if m[2] >= 0 {
		about = line[m[2]:m[3]]
	}
	code, n := data.TranslatedSomehow, 0
	words(about, func(w string, _ int) bool {
		w = strings.ToLower(w)
		if i := strings.IndexAny(w, "'’"); i >= 0 { // "l'anglais"
			w = strings.TrimLeft(w[i:], "'’")
		}
		for _, l := range languageNames {
			for _, name := range strings.Fields(l.names) {
				if len(w) >= 3 && strings.HasPrefix(w, name) {
					code = l.code
					return false
				}
			}
		}
		n++
		return n < 4
	})
	return code
}

// translated proposes that the text was translated, when a line about the report,
// its first or last paragraph or its address says so.
func (r *factReader) translated() {
	var body []int
	for i, b := range r.src.Blocks {
		switch b.Role {
		case data.Body:
			body = append(body, i)
		case data.Comments, data.Caption, data.PhotoCred, data.Related, data.Share, data.Promotion:
		default:
			r.read(data.FieldTranslated, r.translation(i), i)
		}
	}
	if n := len(body); n > 0 {
		for _, i := range []int{body[0], body[n-1]} {
			if len(r.text(i)) < 200 {
				r.read(data.FieldTranslated, r.translation(i), i)
			}
		}
	}
	if address := r.value(data.FieldURL); strings.Contains(address, ".translate.goog/") {
		_, from, _ := strings.Cut(address, "_x_tr_sl=")
		code, _, _ := strings.Cut(from, "&")
		if language(code) == "" {
			code = data.TranslatedSomehow
		}
		r.propose(data.FieldTranslated, code, fromAddress, -1)
	}
}
