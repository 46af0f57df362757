package text

import "strings"

// irregular gives the plain form of English words that change inside rather
// than by an ending, which a stemmer leaves apart: met is a form of meet. Forms
// that are as often a word of their own are left out: left, saw, rose.
var irregular = func() *lookup[string] {
	forms := map[string]string{}
	for line := range strings.Lines(`
arise arose arisen|awake awoke awoken|beat beaten|begin began begun|bend bent|bite bitten|bleed bled
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought
catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
forgive forgave forgiven|freeze froze frozen|give gave given|grow grew grown|hang hung|hear heard
hide hid hidden|hold held|keep kept|know knew known|lead led|learn learnt|lend lent|lose lost|make made
mean meant|meet met|mistake mistook mistaken|overcome overcame|overtake overtook overtaken
overthrow overthrew overthrown|pay paid|prove proven|ride rode ridden|ring rang rung|rise risen|run ran
see seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown
shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
spend spent|spin spun|stand stood|steal stole stolen|stick stuck|strike struck stricken
strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken
teach taught|tear tore torn|think thought|throw threw thrown|undergo underwent undergone
understand understood|undertake undertook undertaken|wake woke woken|wear wore worn|weave wove woven
weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|life lives|wife wives
half halves|knife knives|thief thieves|wolf wolves|shelf shelves|crisis crises|policeman policemen
policewoman policewomen|fireman firemen|fisherman fishermen|gunman gunmen|spokesman spokesmen
spokeswoman spokeswomen|congressman congressmen|congresswoman congresswomen
businessman businessmen|chairman chairmen`) {
		for entry := range strings.SplitSeq(strings.TrimSpace(line), "|") {
			if words := strings.Fields(entry); len(words) > 1 {
				for _, form := range words[1:] {
					forms[form] = words[0]
				}
			}
		}
	}
	return lookupOf(forms)
}()
