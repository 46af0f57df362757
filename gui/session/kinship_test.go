package session

import (
	"os"
	"strings"
	"testing"

	"parallax/data"
)

// inventedReports reads two short reports of each of nine events, some of
// which share a place.
func inventedReports(t testing.TB) (events, texts []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/events.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(b), "\n# ")[1:] {
		event, body, _ := strings.Cut(part, "\n")
		events, texts = append(events, event), append(texts, strings.TrimSpace(body))
	}
	return events, texts
}

func TestKinship(t *testing.T) {
	events, texts := inventedReports(t)
	same, warned, other, found := 0, 0, 0, 0
	for i := range texts {
		for j := range i {
			warns := OfAnotherEvent(texts[i], []data.Report{{Text: texts[j]}})
			if warns != OfAnotherEvent(texts[j], []data.Report{{Text: texts[i]}}) {
				t.Errorf("%s and %s are not judged alike from both sides", events[i], events[j])
			}
			switch {
			case events[i] == events[j]:
				same++
				if warns {
					warned++
					t.Logf("warned of two reports of %s", events[i])
				}
			default:
				other++
				if warns {
					found++
				}
			}
		}
	}
	t.Logf("warned of %d in %d pairs of one event, and of %d in %d pairs of two", warned, same, found, other)
	if warned > 0 || float64(found) < 0.95*float64(other) {
		t.Errorf("warned of %d in %d pairs of one event, but only of %d in %d pairs of two", warned, same, found, other)
	}
}

func TestKinshipSaysNothingOfLittle(t *testing.T) {
	_, texts := inventedReports(t)
	report := func(s string) []data.Report { return []data.Report{{Text: s}} }
	if OfAnotherEvent(texts[0], nil) {
		t.Error("warned in an event without reports")
	}
	if OfAnotherEvent("Too short to say.", report(texts[0])) {
		t.Error("warned of three words")
	}
	spanish := "El consejo de Sandholm detuvo el ferry del martes después de que los inspectores encontraran grietas en el casco del barco más grande, dijo la portavoz Mara Quill. Los vecinos de la isla esperan otro barco dentro de diez días y temen por sus tiendas."
	if OfAnotherEvent(spanish, report(texts[2])) {
		t.Error("warned of a report in another language")
	}
	if OfAnotherEvent(texts[4], append(report(texts[0]), report(texts[5])...)) {
		t.Error("warned of a report that is like one of the event's")
	}
}

func BenchmarkOfAnotherEvent(b *testing.B) {
	_, texts := inventedReports(b)
	long := strings.Repeat(strings.Join(texts, "\n")+"\n", 3)
	reports := []data.Report{{Text: long}, {Text: long}}
	b.SetBytes(int64(len(long)))
	for b.Loop() {
		OfAnotherEvent(long, reports)
	}
}
