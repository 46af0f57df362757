package store

import (
	"context"
	"testing"

	"parallax/data"
)

func TestAnswersAreKeptByQuestionAndReports(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	a, b, c := s.addReport("A", "One."), s.addReport("B", "Two."), s.addReport("C", "Three.")
	answer := func(q data.Question, reply data.Reply, basis string, x, y data.ID) data.Answer {
		n := data.AnswerAbout(q, x, y)
		n.Reply, n.Basis, n.Given = reply, basis, now()
		return n
	}
	both := answer(data.SameEvent, data.Yes, "1", b.ID, a.ID)
	alone := answer(data.Translated, data.No, "", a.ID, a.ID)
	other := answer(data.SameEvent, data.NotSure, "", b.ID, c.ID)
	must(t, s.SetAnswers(ctx, []data.Answer{both, alone, other}))
	got, err := s.Answers(ctx, b.ID, a.ID)
	must(t, err)
	same(t, "about A and B", got, []data.Answer{alone, both})
	got, err = s.Answers(ctx, b.ID, c.ID)
	must(t, err)
	same(t, "about B and C", got, []data.Answer{other})

	both.Reply, both.Basis = data.No, "2"
	alone.Reply = ""
	must(t, s.SetAnswers(ctx, []data.Answer{both, alone}))
	got, err = s.Answers(ctx, a.ID, b.ID)
	must(t, err)
	same(t, "changed and taken back", got, []data.Answer{both})

	for what, n := range map[string]data.Answer{
		"no such question":           answer("weather", data.Yes, "", a.ID, b.ID),
		"a question about one":       answer(data.Translated, data.Yes, "", a.ID, b.ID),
		"a question about two":       answer(data.SameEvent, data.Yes, "", a.ID, a.ID),
		"no such reply":              answer(data.SameEvent, "perhaps", "", a.ID, b.ID),
		"a report that is not there": answer(data.SameEvent, data.Yes, "", a.ID, "nowhere"),
		"reports the other way":      {Reports: [2]data.ID{max(a.ID, b.ID), min(a.ID, b.ID)}, Question: data.SameEvent, Reply: data.Yes},
	} {
		other.Reply = data.Yes
		if err := s.SetAnswers(ctx, []data.Answer{other, n}); err == nil {
			t.Errorf("%s: kept", what)
		}
	}
	got, err = s.Answers(ctx, b.ID, c.ID)
	must(t, err)
	if len(got) != 1 || got[0].Reply != data.NotSure {
		t.Errorf("what could not be kept changed something: %+v", got)
	}
}
