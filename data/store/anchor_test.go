package store

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/data"
)

// madeSentence is a sentence of words drawn from few, so that most of them stand
// in many paragraphs and only numbers tell many sentences apart.
func madeSentence(dice *rand.Rand) string {
	draw := func(words string) string {
		list := strings.Fields(words)
		return list[dice.IntN(len(list))]
	}
	return fmt.Sprintf("The %[1]s %[2]s told %[4]d people on %[3]s that the %[5]s of the größte %[6]s %[7]s %[8]d lorries, and the %[9]s %[10]s it %[11]d times.",
		draw("old new tired young loud"), draw("mayor baker driver teacher captain"), draw("Monday Tuesday Friday"), dice.IntN(1000),
		draw("end top side price noise"), draw("bridge harbour market school ferry"), draw("stopped drew held took"), dice.IntN(90),
		draw("council press crowd union"), draw("praised doubted forgot heard"), dice.IntN(1000))
}

// A cleaning is a page whose pieces are paragraphs, each kept or set aside.
type cleaning struct {
	pieces []string
	kept   []bool
}

func (c cleaning) text() string {
	var kept []string
	for i, p := range c.pieces {
		if c.kept[i] {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n")
}

// TestNotesOutliveCleanings cleans a page anew three hundred times,
// at random. After each cleaning a note holds on if all the pieces its words stand
// in are kept, and at those very words; else it is loose. None is ever lost.
func TestNotesOutliveCleanings(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	dice := rand.New(rand.NewPCG(7, 7))
	page := cleaning{pieces: make([]string, 40), kept: make([]bool, 40)}
	for i := range page.pieces {
		page.pieces[i] = madeSentence(dice)
		if dice.IntN(2) == 0 {
			page.pieces[i] += " " + madeSentence(dice)
		}
		page.kept[i] = true
	}
	r := s.addReport("The Courier", page.text())
	source, err := s.Source(ctx, r.ID)
	must(t, err)

	type told struct {
		id          data.ID
		first, last int // pieces the words stand in
		at          int // where they begin in the first
		quote       string
	}
	var notes []told
	start := make([]int, len(page.pieces))
	for i := 1; i < len(start); i++ {
		start[i] = start[i-1] + len(page.pieces[i-1]) + 1
	}
	for i := range 40 {
		p := dice.IntN(len(page.pieces) - 2)
		words := strings.SplitAfter(page.pieces[p], " ")
		from := dice.IntN(len(words))
		at := len(strings.Join(words[:from], ""))
		to := min(from+1+dice.IntN(6), len(words))
		end := start[p] + at + len(strings.TrimRight(strings.Join(words[from:to], ""), " "))
		last := p
		if dice.IntN(4) == 0 { // over two or three paragraphs
			last = p + 1 + dice.IntN(2)
			end = start[last] + len("The old")
		}
		n := s.note(r, start[p]+at, end, fmt.Sprintf("note %d", i))
		must(t, s.SaveNote(ctx, n))
		notes = append(notes, told{n.ID, p, last, at, n.Anchors[0].Quote})
	}

	held, loose := 0, 0
	for round := range 300 {
		for i := range page.kept {
			if round == 299 {
				page.kept[i] = true
			} else if dice.IntN(6) == 0 {
				page.kept[i] = !page.kept[i]
			}
		}
		page.kept[39] = true // a report has some text
		changed := r
		changed.Text = page.text()
		s.change(changed, source)
		after, err := s.Notes(ctx, s.event)
		must(t, err)
		if len(after) != len(notes) {
			t.Fatalf("cleaning %d: %d notes of %d are left", round, len(after), len(notes))
		}
		at := 0
		for i, kept := range page.kept {
			start[i] = at
			if kept {
				at += len(page.pieces[i]) + 1
			}
		}
		for i, n := range after {
			want, a := notes[i], n.Anchors[0]
			there := true
			for p := want.first; p <= want.last; p++ {
				there = there && page.kept[p]
			}
			switch {
			case n.ID != want.id || a.Quote != want.quote:
				t.Fatalf("cleaning %d: note %d has become %+v", round, i, a)
			case a.Loose == there:
				t.Fatalf("cleaning %d: note %d on %q, kept %v: %+v", round, i, want.quote, there, a)
			case there && a.Start != start[want.first]+want.at:
				t.Fatalf("cleaning %d: note %d stands at %d, not %d: %+v", round, i, a.Start, start[want.first]+want.at, a)
			case there && want.first == want.last && a.Of(changed.Text) != want.quote:
				t.Fatalf("cleaning %d: note %d stands at %q, not %q", round, i, a.Of(changed.Text), want.quote)
			case there:
				held++
			default:
				loose++
			}
		}
	}
	if held < 1000 || loose < 1000 {
		t.Fatalf("%d held on, %d were loose: the test shows little", held, loose)
	}
	must(t, s.Verify(ctx))
}

// TestTiesArePutBackAsTheyStood goes from text to text at random, each time there
// and back: with the ties it had, a text has every note, reading and ruling where
// it stood. Ties to another text change nothing.
func TestTiesArePutBackAsTheyStood(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	dice := rand.New(rand.NewPCG(5, 1))
	page := cleaning{pieces: make([]string, 12), kept: make([]bool, 12)}
	for i := range page.pieces {
		page.pieces[i], page.kept[i] = []string{"Read more", "She said so.", madeSentence(dice)}[i%3], true
	}
	r, other := s.addReport("The Courier", page.text()), s.addReport("The Herald", bridgeText)
	source, err := s.Source(ctx, r.ID)
	must(t, err)
	across := data.Passage{ReportID: other.ID, Span: data.Span{Start: 22, End: 63}}
	for range 30 {
		from := dice.IntN(len(r.Text) - 60)
		p := data.Passage{ReportID: r.ID, Span: data.Span{Start: from, End: from + 1 + dice.IntN(60)}}
		if !utf8.ValidString(p.Of(r.Text)) {
			continue
		}
		must(t, s.SaveNote(ctx, s.note(r, p.Start, p.End, "")))
		must(t, s.ChangeReadings(ctx, nil, []data.Reading{{ID: data.NewID(), Kind: data.AsideReading, Passages: []data.Passage{p}}}))
		must(t, s.ChangeLinks(ctx, nil, []data.Link{{ID: data.NewID(), Verdict: data.TellsSame, Left: p, Right: across}}))
	}
	ties := func() string { // all there are
		var list strings.Builder
		for _, query := range []string{
			`SELECT note_id || place, starts, ends, quote, before, after, loose FROM anchor ORDER BY 1`,
			`SELECT reading_id || place, starts, ends, quote, before, after, loose FROM reading_passage ORDER BY 1`,
			`SELECT id, left_starts, left_ends, left_quote, left_before, left_after, left_loose FROM link ORDER BY 1`,
		} {
			err := each(ctx, s.db, func(rows *sql.Rows) error {
				var id string
				var a data.Anchor
				err := rows.Scan(&id, &a.Start, &a.End, &a.Quote, &a.Before, &a.After, &a.Loose)
				fmt.Fprintln(&list, id, a)
				return err
			}, query)
			must(t, err)
		}
		return list.String()
	}

	found := 0 // how often looking for the words would have put something elsewhere
	var stale data.Ties
	for round := range 60 {
		was, next := r, r
		for i := range page.kept {
			page.kept[i] = dice.IntN(2) == 0
		}
		next.Text = page.text()
		before := ties()
		stood := s.change(next, source, stale)
		after := ties()
		there := s.change(was, source, stood)
		same(t, fmt.Sprint("back, round ", round), ties(), before)
		s.change(next, source)
		same(t, fmt.Sprint("there without ties, round ", round), ties(), after)
		s.change(was, source, stood)
		s.change(next, source, there)
		same(t, fmt.Sprint("there with ties, round ", round), ties(), after)
		s.change(was, source)
		if ties() != before {
			found++
		}
		stale = s.change(next, source)
		r = next
	}
	if found == 0 {
		t.Error("the words were always found where they stood: the test shows little")
	}
	must(t, s.Verify(ctx))
}
