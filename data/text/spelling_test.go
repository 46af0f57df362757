package text

import "testing"

func TestOneSpelling(t *testing.T) {
	for _, same := range [][2]string{
		{"organise", "organize"}, {"organisation", "organization"}, {"analysed", "analyzed"}, {"colour", "color"},
		{"neighbourhood", "neighborhood"}, {"favourite", "favorite"}, {"labour", "labor"}, {"centre", "center"},
		{"theatres", "theaters"}, {"fibre", "fiber"}, {"meagre", "meager"}, {"manoeuvre", "maneuver"},
		{"defence", "defense"}, {"dialogue", "dialog"}, {"judgement", "judgment"}, {"travelled", "traveled"},
		{"cancelling", "canceling"}, {"fuelled", "fueled"}, {"counsellor", "counselor"}, {"signalled", "signaled"},
		{"patrolling", "patroling"}, {"anaesthetic", "anesthetic"}, {"grey", "gray"}, {"café", "cafe"}, {"kyiv", "kiev"},
		{"centred", "centered"}, {"odour", "odor"},
	} {
		if x, y := oneSpelling(same[0]), oneSpelling(same[1]); x != y {
			t.Errorf("%s is %s, %s is %s", same[0], x, same[1], y)
		}
	}
	for _, other := range [][2]string{
		{"prise", "prize"}, {"filled", "filed"}, {"filling", "filing"}, {"four", "for"}, {"our", "or"}, {"fourth", "forth"},
		{"mourning", "morning"}, {"scouring", "scoring"}, {"pouring", "poring"}, {"poured", "pored"}, {"refilled", "refiled"},
		{"tolling", "toling"}, {"there", "theer"}, {"does", "des"}, {"stalled", "staled"}, {"polled", "poled"}, {"belled", "beled"},
		{"curse", "course"}, {"form", "forum"}, {"further", "farther"}, {"tours", "tors"}, {"calling", "caling"},
	} {
		if x, y := oneSpelling(other[0]), oneSpelling(other[1]); x == y {
			t.Errorf("%s and %s both are %s", other[0], other[1], x)
		}
	}
}

func TestFoldName(t *testing.T) {
	for _, same := range [][2]string{
		{"erdogan", "erdoğan"}, {"qadira", "kadira"}, {"akhmed", "ahmed"}, {"tolmsky", "tolmskiy"},
		{"orlan's", "orllan's"}, {"aleksei", "alexey"},
	} {
		if x, y := FoldName(same[0]), FoldName(same[1]); x != y {
			t.Errorf("%s is %s, %s is %s", same[0], x, same[1], y)
		}
	}
	for _, other := range [][2]string{{"orlan", "orlan's"}, {"brack", "brock"}, {"maria", "mario"}, {"austria", "australia"}} {
		if x, y := FoldName(other[0]), FoldName(other[1]); x == y {
			t.Errorf("%s and %s both are %s", other[0], other[1], x)
		}
	}
	if x, y := FoldName("sana'a"), FoldName("sanaa's"); x == "" || x+"'s" != y {
		t.Errorf("sana'a is %s, sanaa's is %s", x, y)
	}
	if FoldName("lee") != "" {
		t.Error("a name of three letters is folded")
	}
}
