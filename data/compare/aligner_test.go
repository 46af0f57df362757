package compare

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"parallax/data"
	"parallax/data/text"
)

// Whatever an Aligner did before, it finds what Align and Nearest find.
func TestAlignerFindsTheSame(t *testing.T) {
	ctx := context.Background()
	v := newInventor(81)
	var reports []*data.Report
	for k := range 3 {
		a, b := v.reports(120)
		reports = append(reports, &data.Report{ID: data.ID(fmt.Sprint("a", k)), Text: a}, &data.Report{ID: data.ID(fmt.Sprint("b", k)), Text: b})
	}
	reports = append(reports, &data.Report{ID: "copy", Text: reports[0].Text}, &data.Report{ID: "empty"})
	var kept Aligner
	for range 150 {
		left, right := reports[v.IntN(len(reports))], reports[v.IntN(len(reports))]
		x, y := text.Read(left.Text), text.Read(right.Text)
		if len(x.Sentences) > 0 && v.IntN(3) == 0 {
			side := data.Side(v.IntN(2))
			if side == data.Right {
				x = y
			}
			if len(x.Sentences) == 0 {
				continue
			}
			at := x.Sentences[v.IntN(len(x.Sentences))].Span
			span, likeness, why, ok := kept.Nearest(ctx, left, right, side, at)
			span2, likeness2, why2, ok2 := Nearest(ctx, left, right, side, at)
			if span != span2 || likeness != likeness2 || ok != ok2 || !reflect.DeepEqual(why, why2) {
				t.Fatalf("nearest %v, %v; anew %v, %v", span, why, span2, why2)
			}
			continue
		}
		var rulings []data.Link
		if len(x.Sentences) > 0 && len(y.Sentences) > 0 && v.IntN(2) == 0 {
			for _, r := range v.rulings(x, y, 1+v.IntN(5)) {
				r.Left.ReportID, r.Right.ReportID = left.ID, right.ID
				rulings = append(rulings, r)
			}
		}
		got, err := kept.Align(ctx, left, right, rulings, nil)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Align(ctx, left, right, rulings, nil)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("with what was kept:\n%+v\nanew:\n%+v", got, want)
		}
	}
}

// A comparison that was cancelled leaves nothing half done behind.
func TestAlignerCancelled(t *testing.T) {
	a, b := newInventor(82).reports(2000)
	left, right := &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: b}
	want := compared(t, a, b)
	var kept Aligner
	for stop := 0.0; stop < 1; stop += 0.05 {
		ctx, cancel := context.WithCancel(context.Background())
		_, err := kept.Align(ctx, left, right, nil, func(f float64) {
			if f >= stop {
				cancel()
			}
		})
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		cancel()
		got, err := kept.Align(context.Background(), left, right, nil, nil)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("after one cancelled at %v: error %v, or another comparison", stop, err)
		}
		if stop > 0.5 {
			kept = Aligner{}
		}
	}
}

func TestAlignerUsedByMany(t *testing.T) {
	a, b := newInventor(83).reports(300)
	left, right := &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: b}
	want := compared(t, a, b)
	at := text.Read(a).Sentences[2].Span
	var kept Aligner
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 10 {
				if got, err := kept.Align(context.Background(), left, right, nil, nil); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("error %v, or another comparison", err)
				}
				kept.Nearest(context.Background(), left, right, data.Left, at)
			}
		})
	}
	all.Wait()
	if len(kept.matters) != 1 || len(kept.texts) != 2 {
		t.Errorf("%d pairs and %d texts are kept", len(kept.matters), len(kept.texts))
	}
}

// What is kept is bounded, but for the last pair.
func TestAlignerKeepsWhatIsBounded(t *testing.T) {
	var kept Aligner
	long := func(k int) *data.Report {
		a, _ := newInventor(uint64(k)).reports(20_000)
		return &data.Report{ID: data.ID(fmt.Sprint(k)), Text: a}
	}
	first := long(0)
	for k := 1; k < 12; k++ {
		if _, err := kept.Align(context.Background(), first, long(k), nil, nil); err != nil {
			t.Fatal(err)
		}
		bytes := [2]int{}
		for _, x := range kept.texts {
			bytes[0] += len(x.String)
		}
		for _, m := range kept.matters {
			bytes[1] += len(m.sides[0].String) + len(m.sides[1].String)
		}
		if bytes[0] > mostKept || bytes[1] > mostKept {
			t.Fatalf("%d bytes of text and %d of pairs are kept", bytes[0], bytes[1])
		}
	}
	if len(kept.matters) < 2 || len(kept.texts) < 4 {
		t.Errorf("only %d pairs and %d texts are kept", len(kept.matters), len(kept.texts))
	}
}

func BenchmarkAlignAgain(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		a, c := newInventor(uint64(n)).reports(n)
		left, right := &data.Report{ID: "left", Text: a}, &data.Report{ID: "right", Text: c}
		b.Run(fmt.Sprintf("%dk", n/1000), func(b *testing.B) {
			var kept Aligner
			x, y := text.Read(a), text.Read(c)
			ruling := rule("1", data.NotSame, x.Sentences[3].Span, y.Sentences[3].Span)
			if _, err := kept.Align(context.Background(), left, right, nil, nil); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := kept.Align(context.Background(), left, right, []data.Link{ruling}, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
