package intake

import (
	"strings"
	"unicode/utf8"
)

// Words by which a reader's comment is told from a report, in the languages of
// the reports.
var (
	selfWords = wordSet(`i i'm i've i'd i'll me my mine u ur
		ich mir mich mein meine meinen meiner meinem je j'ai j'aime j'en moi mon yo mi mis conmigo io mio mia miei eu meu minha meus minhas comigo ik mij mijn
		я мне меня мой моя моё мои мною mnie mój moja moje mi benim bana jag mig mitt mina saya aku أنا انا`)
	youWords = wordSet(`you your you're you've you'll yours yourself
		du dir dich dein deine deinen deiner euch euer eure vous votre vos tu usted ustedes tú vosotros voi vostro vostra você vocês teu tua jij jou jouw jullie uw
		ты тебя тебе твой вы вас вам ваш ваша ваши ty ciebie tobie twój wy wam wasz sen sana seni senin siz sizi sizin din ditt dina kamu anda أنت انت أنتم`)
	usWords      = wordSet(`we our us we're we've he's it's that's there's they're wir uns unser unsere nous notre nos nosotros nuestro nuestra noi nostro nostra nós nosso nossa wij ons onze мы нас нам наш наша наши nas nam nasz biz bize bizim oss vår kami kita نحن`)
	slangWords   = wordSet(`lol lmao omg wtf imo imho btw yep yeah nope haha hahaha hehe bro dude guys crap shit bullshit fuck fucking ass damn stupid idiot idiots moron morons cheers thanks hey hi hello please wow hmm mmm oh ah smh troll trolls xd kudos bravo genau quatsch blödsinn unsinn lieber liebe naja tja ach mal eben echt mist merde putain bof ouais mdr jaja vaya joder jajaja boh mah caspita kkk né pra tá nou hoor joh ну вот блин ага ахах хаха бред właśnie kurde ya valla yani nja asså dong sih nih`)
	greetWords   = wordSet(`hi hey hello dear thanks thank yes no yep yeah nope well so but and oh ok okay agreed exactly indeed sorry sadly wow great good nice love lol haha hmm mmm if maybe because hallo danke ja nein ok genau stimmt schön lieber liebe super toll guten moin servus sehr bonjour merci oui non salut bravo hola gracias sí buenos ciao grazie sì bravo olá obrigado obrigada sim não parabéns hoi bedankt dank nee здравствуйте привет спасибо да нет согласен dziękuję dzięki tak nie cześć brawo merhaba teşekkürler evet hayır bravo hej tack ja nej halo terima شكرا نعم`)
	opinionWords = wordSet(`should would think hope maybe perhaps really just sure agree disagree opinion guess believe wonder imagine actually truly simply anyway love hate great nice good bad sorry wish article post comment comments author true truth nobody everyone anyone everybody people stop look why what how
		finde denke glaube hoffe vielleicht wirklich einfach eigentlich leider schade warum wieso artikel beitrag meinung ehrlich danke gern gerne schön gut schlecht pense crois espère peut-être vraiment article dommage pourquoi creo pienso espero quizás realmente artículo credo penso spero forse davvero articolo perché acho penso espero talvez realmente artigo denk vind hoop misschien echt artikel думаю считаю надеюсь может действительно статья почему myślę uważam mam artykuł może dlaczego bence sanırım umarım belki gerçekten yazı neden tycker tror hoppas kanske verkligen artikel`)
	tellingWords = wordSet(`said says told stated added reported reports announced noted claimed stressed explained warned confirmed emphasized emphasised concluded spokesman spokeswoman spokesperson reporters percent according
		sagte sagten erklärte teilte berichtete laut sprecher sprecherin angaben zufolge prozent dit déclaré déclarait selon affirmé expliqué annoncé porte-parole dijo según afirmó explicó anunció aseguró portavoz detto secondo spiegato dichiarato portavoce disse segundo afirmou explicou anunciou zei volgens aldus meldt woordvoerder
		сказал сказала заявил заявила сообщил сообщила сообщает словам данным пресс-службе powiedział powiedziała według poinformował poinformowała rzecznik dedi söyledi göre açıkladı belirtti sade enligt uppger berättar mengatakan kata menurut ujar قال قالت وفق وفقا أعلن أكد`)
	bareWords = wordSet(`dont cant wont didnt doesnt isnt im ive thats youre`)
	pointing  = wordSet(`is are`)
	reSlip    = pattern(`[\p{Ll}][.!?,]\p{Lu}\p{Ll}|\s[,.;!?](?:\s|$)|\bi\b(?:[^'’.]|$)|\b(?:teh|alot)\b`)
)

// slipBytes is how many bytes of a line are looked through for slips.
const slipBytes = 400

// voiceNames names the numbers of voice, in order.
var voiceNames = []string{"self", "slang", "telling", "contracted", "opinion", "opening", "slips", "shouting", "!", "?", "no end", "lower", "short", "long", "capitals", "only quote", "commas", "digits", "you", "us",
	"quotes", "names", "length", "emoji", "dots", "you rate", "named start", "weekday", "brackets"}

// voice says how much a line reads like a reader's comment and not like a
// report, as the numbers voiceNames names. Quoted speech is left out of most.
func voice(line string, ts []token) []float64 {
	n := float64(max(1, len(ts)))
	var self, slang, telling, contracted, opinion, shouting, you, us, names, week float64
	capital, alphabetic := 0.0, 0.0
	wasCapital := false
	for k, t := range ts {
		if tellingWords[t.low] ||
			k > 0 && (ts[k-1].low == "per" && t.low == "cent" || ts[k-1].low == "last" && (t.low == "week" || t.low == "month" || t.low == "year") || ts[k-1].low == "earlier" && t.low == "this") {
			telling++
		}
		if weekdays[t.low] {
			week++
		}
		if t.quoted {
			wasCapital = false
			continue
		}
		self += yes(selfWords[t.low])
		slang += yes(slangWords[t.low])
		opinion += yes(opinionWords[t.low])
		you += yes(youWords[t.low])
		us += yes(usWords[t.low] || k > 0 && pointing[t.low] && (ts[k-1].low == "this" || ts[k-1].low == "that" || ts[k-1].low == "they"))
		contracted += yes(bareWords[t.low] || contraction(t.low))
		r, _ := utf8.DecodeRuneInString(t.text)
		up := isUpper(r)
		if isLetter(r) {
			if alphabetic++; alphabetic > 1 {
				capital += yes(up)
			}
		}
		if up && wasCapital && k > 1 {
			names++
		}
		wasCapital = up
		if len(t.text) >= 4 && strings.IndexFunc(t.text, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0 {
			shouting++
		}
	}
	plain := outsideQuotes(line)
	slips := float64(len(reSlip().FindAllStringIndex(plain[:min(len(plain), slipBytes)], 2)))
	run, last := 0, rune(0)
	digits, emoji := 0, 0
	for _, r := range line {
		if r == last && isLetter(r) {
			if run++; run == 3 {
				slips++
			}
		} else {
			run = 0
		}
		last = r
		if isDigit(r) {
			digits++
		}
		if r >= 0x1f300 || r >= 0x2600 && r < 0x27c0 {
			emoji++
		}
	}
	first, _ := utf8.DecodeRuneInString(line)
	quoteOnly := (strings.HasPrefix(line, "“") || strings.HasPrefix(line, `"`)) && (strings.HasSuffix(line, "”") || strings.HasSuffix(line, `"`)) && telling == 0
	opening := false
	if len(ts) > 0 && greetWords[ts[0].low] && len(ts[0].text) < len(line) {
		after, _ := utf8.DecodeRuneInString(line[min(len(line)-1, strings.Index(line, ts[0].text)+len(ts[0].text)):])
		opening = strings.ContainsRune(", !.", after)
	}
	named := false // "Name: ", "@Name"
	if i := strings.IndexByte(line, ':'); i > 0 && i < 30 && i+1 < len(line) && line[i+1] == ' ' && strings.Count(line[:i], " ") <= 2 && isUpper(first) {
		named = true
	}
	odd := float64(strings.Count(plain, "!!") + strings.Count(plain, "??") + strings.Count(plain, "?!"))
	dots := float64(strings.Count(plain, "...") + strings.Count(plain, "…"))
	for _, face := range []string{":)", ":-)", ":(", ";)", ":-(", ":D", ";-)", ":]", ":["} {
		emoji += strings.Count(plain, face)
	}
	if alphabetic > 1 {
		capital /= alphabetic - 1
	}
	return []float64{
		min(1, self/n*8), min(2, slang+odd) / 2, min(3, telling) / 3, min(1, contracted/n*10), min(1, opinion/n*8), yes(opening || strings.HasPrefix(line, "@")),
		min(2, slips) / 2, min(1, shouting/max(3, n)*6), yes(strings.Contains(plain, "!")), yes(strings.Contains(plain, "?")),
		yes(!endsSentence(line)), yes(isLower(first)), yes(n <= 8), yes(n >= 45), capital, yes(quoteOnly),
		share(strings.Count(line, ","), 4), min(1, float64(digits)/float64(max(1, letterCount(line)))*12), yes(you > 0), min(1, us/n*10),
		yes(len(plain) < len(line)), min(1, names/n*12), min(1, n/80), min(2, float64(emoji)) / 2, min(2, dots) / 2, min(1, you/n*10), yes(named), yes(week > 0), yes(strings.Contains(line, "(")),
	}
}

// contraction reports whether w is a short form such as "don't" or "we've".
func contraction(w string) bool {
	for _, end := range []string{"n't", "'m", "'ve", "'re", "'ll", "'d"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// outsideQuotes is s without what stands in quotation marks.
func outsideQuotes(s string) string {
	spans := quotedSpans(s)
	if len(spans) == 0 {
		return s
	}
	var b strings.Builder
	from := 0
	for _, q := range spans {
		b.WriteString(s[from:q[0]])
		b.WriteByte(' ')
		from = q[1]
	}
	b.WriteString(s[from:])
	return b.String()
}
