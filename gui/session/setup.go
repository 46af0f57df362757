package session

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"parallax/data"
	"parallax/data/lens"
)

// A Check is one question to settle before the two reports on screen are
// compared: what the program can tell, and what the reader answered.
type Check struct {
	Question data.Question
	Side     data.Side  // whose report it is about, where it is about one
	Told     data.Reply // by the program: Yes, No, or empty where it cannot tell
	Why      Evidence   // what Told stands on, or what is missing for it
	Reply    data.Reply // the reader's: Yes, No or NotSure; empty: none that still holds
	Before   data.Reply // what she answered before something changed; empty: nothing
	Skipped  bool       // she was asked and went on
}

// Open reports whether neither the program nor the reader has answered yet.
func (c Check) Open() bool { return c.Told == "" && c.Reply == "" }

// Evidence is what the program knows about a Check.
type Evidence struct {
	Kind  EvidenceKind
	Pairs int       // for Tied: how many passages are tied
	Days  int       // for Apart: whole days between the two dates
	First data.Side // for Apart: which was published earlier

	// Of SameMoment: whether one opening tells what is to come and the other what
	// came, and whose does the first.
	Parted bool
	Ahead  data.Side
}

// An EvidenceKind is a kind of Evidence.
type EvidenceKind int

// The kinds of evidence.
const (
	Nothing        EvidenceKind = iota
	Tied                        // passages of both reports tell the same
	HardlyTied                  // hardly any do, in two longer reports
	Undated                     // a report has no full date
	SameDay                     // both were published within a day
	Apart                       // they were published further apart
	TranslatedPage              // the address is that of a translating service
	SaysTranslated              // the report says so
	LookedOver                  // the reader looked over the page
	NotLookedOver               // nobody did yet
)

// Checks returns the questions to settle about the two reports on screen, in
// the order they are asked; none until they are compared.
func (s *Session) Checks() []Check {
	if !s.Compared() {
		return nil
	}
	var checks []Check
	for _, q := range data.Questions {
		for side := range s.sides {
			if q.Paired() && side > 0 {
				continue
			}
			c := Check{Question: q, Side: data.Side(side)}
			c.Told, c.Why = s.tell(q, c.Side)
			n, answered := s.answer(q, c.Side)
			switch {
			case !answered:
			case n.Basis != s.basis(q, c.Side):
				if n.Reply != data.Skipped {
					c.Before = n.Reply
				}
			case n.Reply == data.Skipped:
				c.Skipped = true
			default:
				c.Reply = n.Reply
			}
			if q == data.FurnitureGone && c.Reply == data.Yes {
				c.Why.Kind = LookedOver
			}
			checks = append(checks, c)
		}
	}
	return checks
}

// ChecksWanted reports whether the reader is to be asked now: a question is open
// that she did not skip.
func (s *Session) ChecksWanted() bool {
	return slices.ContainsFunc(s.Checks(), func(c Check) bool { return c.Open() && !c.Skipped })
}

// tell is what the program can tell about a question.
func (s *Session) tell(q data.Question, side data.Side) (data.Reply, Evidence) {
	a, b := s.sides[data.Left], s.sides[data.Right]
	switch q {
	case data.SameEvent:
		switch pairs := len(s.comparison.Pairs); {
		case s.comparison.Unlike():
			return "", Evidence{Kind: HardlyTied}
		case pairs >= 3:
			return data.Yes, Evidence{Kind: Tied, Pairs: pairs}
		}
	case data.SameMoment:
		told, why := publishedApart(a.Published, b.Published)
		why.Ahead, why.Parted = lens.ToldAhead(a, b)
		return told, why
	case data.Translated:
		return tellTranslated(s.sides[side])
	case data.FurnitureGone:
		return "", Evidence{Kind: NotLookedOver}
	}
	return "", Evidence{}
}

// tellTranslated tells whether a report is a translation.
func tellTranslated(r *data.Report) (data.Reply, Evidence) {
	switch {
	case strings.Contains(r.URL, ".translate.goog"), strings.Contains(r.URL, "translate.google."):
		return data.Yes, Evidence{Kind: TranslatedPage}
	case saysTranslated(r):
		return data.Yes, Evidence{Kind: SaysTranslated}
	}
	return "", Evidence{}
}

// FromTranslation reports whether a report is a translation: as the reader
// answered or, where no answer of hers holds, as the program can tell.
func (s *Session) FromTranslation(r *data.Report) bool {
	about := data.AnswerAbout(data.Translated, r.ID, r.ID)
	for _, n := range s.answers {
		if n.Question == about.Question && n.Reports == about.Reports && n.Basis == basisOf(data.Translated, r, r) && n.Reply != data.Skipped {
			return n.Reply == data.Yes
		}
	}
	told, _ := tellTranslated(r)
	return told == data.Yes
}

// publishedApart tells how far apart two reports were published, from dates as
// Report.Published has them.
func publishedApart(a, b string) (data.Reply, Evidence) {
	first, timed1, ok1 := published(a)
	second, timed2, ok2 := published(b)
	if !ok1 || !ok2 {
		return "", Evidence{Kind: Undated}
	}
	e := Evidence{Kind: Apart, First: data.Left}
	if second.Before(first) {
		first, second, e.First = second, first, data.Right
	}
	gap := second.Sub(first)
	if gap < 24*time.Hour && (timed1 && timed2 || gap == 0) || !(timed1 && timed2) && first.Truncate(24*time.Hour).Equal(second.Truncate(24*time.Hour)) {
		return data.Yes, Evidence{Kind: SameDay}
	}
	e.Days = max(1, int(gap.Hours()/24+.5))
	return data.No, e
}

func published(s string) (t time.Time, timed, ok bool) {
	if t, err := time.Parse("2006-01-02 15:04", s); err == nil {
		return t, true, true
	}
	t, err := time.Parse("2006-01-02", s)
	return t, false, err == nil
}

// translatedWords begin the word for "translated" in the languages reports are
// brought in most; a report that is a translation says so near its ends.
var translatedWords = []string{"translated from", "translated by", "translation by", "translation:", "traducido ", "traducción:", "traduit ", "traduction ", "übersetzt ", "übersetzung:", "traduzido ", "tradução:", "tradotto ", "перевод ", "переведено", "переклад ", "çeviri:", "tłumaczenie"}

// saysTranslated reports whether a report says that it is a translation: in its
// byline, its credit, its first or its last lines.
func saysTranslated(r *data.Report) bool {
	lines := strings.Split(r.Text, "\n")
	near := append([]string{r.Byline, r.Credit}, lines[:min(3, len(lines))]...)
	near = append(near, lines[max(0, len(lines)-2):]...)
	for _, line := range near {
		if len(line) > 200 {
			continue // running text, which may tell of a translation
		}
		low := strings.ToLower(line)
		if slices.ContainsFunc(translatedWords, func(w string) bool { return strings.Contains(low, w) }) {
			return true
		}
	}
	return false
}

// answer is what the reader answered to a question about the reports on screen.
func (s *Session) answer(q data.Question, side data.Side) (data.Answer, bool) {
	about := s.about(q, side)
	for _, n := range s.answers {
		if n.Question == q && n.Reports == about.Reports {
			return n, true
		}
	}
	return about, false
}

// about is an answer, still empty, to a question about the reports on screen.
func (s *Session) about(q data.Question, side data.Side) data.Answer {
	if q.Paired() {
		return data.AnswerAbout(q, s.sides[data.Left].ID, s.sides[data.Right].ID)
	}
	return data.AnswerAbout(q, s.sides[side].ID, s.sides[side].ID)
}

// basis is what a reply to a question about the reports on screen stands on.
func (s *Session) basis(q data.Question, side data.Side) string {
	if q.Paired() {
		return basisOf(q, s.sides[data.Left], s.sides[data.Right])
	}
	return basisOf(q, s.sides[side], s.sides[side])
}

// basisOf is what a reply to a question about two reports, or twice the same
// one, stands on.
func basisOf(q data.Question, a, b *data.Report) string {
	if a.ID > b.ID {
		a, b = b, a
	}
	switch q {
	case data.SameMoment:
		return brief(a.Published, a.AsWritten, b.Published, b.AsWritten)
	case data.Translated:
		return brief(a.Language, a.URL, a.Byline, a.Credit)
	}
	return brief(a.Digest, b.Digest)
}

// brief stands for words; other words have another.
func brief(words ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// AnswerCheck keeps what the reader answered to a question about the reports on
// screen; answering the same again takes it back.
func (s *Session) AnswerCheck(q data.Question, side data.Side, reply data.Reply) {
	if !s.Compared() {
		return
	}
	before, _ := s.answer(q, side)
	after := s.about(q, side)
	after.Basis = s.basis(q, side)
	if before.Reply != reply || before.Basis != after.Basis {
		after.Reply, after.Given = reply, s.now()
	}
	s.setAnswers("answer a question", []data.Answer{before}, []data.Answer{after})
}

// SkipChecks goes on without answering what is open.
func (s *Session) SkipChecks() {
	var before, after []data.Answer
	for _, c := range s.Checks() {
		if !c.Open() || c.Skipped {
			continue
		}
		was, _ := s.answer(c.Question, c.Side)
		n := s.about(c.Question, c.Side)
		n.Reply, n.Basis, n.Given = data.Skipped, s.basis(c.Question, c.Side), s.now()
		before, after = append(before, was), append(after, n)
	}
	if len(after) > 0 {
		s.setAnswers("skip the questions", before, after)
	}
}

func (s *Session) setAnswers(name string, before, after []data.Answer) {
	set := func(answers []data.Answer) func() {
		return func() {
			for _, n := range answers {
				s.answers = slices.DeleteFunc(s.answers, func(old data.Answer) bool {
					return old.Question == n.Question && old.Reports == n.Reports
				})
				if n.Reply != "" {
					s.answers = append(s.answers, n)
				}
			}
			s.changed(ChecksChanged)
			s.write(func(ctx context.Context) error { return s.library.SetAnswers(ctx, answers) }, nil)
		}
	}
	set(after)()
	s.did(name, set(before), set(after))
}

// settledBy are the answers that looking over a page gives: its furniture is set
// aside, and the reader may have said whether it is a translation.
func settledBy(r *data.Report, page *data.Source, at time.Time) []data.Answer {
	answers := []data.Answer{replied(data.FurnitureGone, r, data.Yes, at)}
	if f, _ := page.Fact(data.FieldTranslated); f.Confirmed && f.Value != "" {
		reply := data.Yes
		if f.Value == data.NotTranslated {
			reply = data.No
		}
		answers = append(answers, replied(data.Translated, r, reply, at))
	}
	return answers
}

// replied is an answer to a question about one report.
func replied(q data.Question, r *data.Report, reply data.Reply, at time.Time) data.Answer {
	n := data.AnswerAbout(q, r.ID, r.ID)
	n.Reply, n.Basis, n.Given = reply, basisOf(q, r, r), at
	return n
}
