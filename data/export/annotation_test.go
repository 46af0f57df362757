package export

import (
	"encoding/json"
	"testing"
)

func TestAnnotationsFollowTheModel(t *testing.T) {
	b := sampleBook(t)
	var c struct {
		Context []any  `json:"@context"`
		ID      string `json:"id"`
		Type    string
		Total   int
		First   struct {
			ID     string `json:"id"`
			Type   string
			PartOf string
			Items  []struct {
				ID, Type, Motivation string
				Body                 []struct{ Type, Value, Purpose string }
				Target               []json.RawMessage
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, b, Options{Format: Annotation})), &c); err != nil {
		t.Fatal(err)
	}
	if c.Context[0] != annotationContext || c.Type != "AnnotationCollection" || c.Total != 5 || c.First.PartOf != c.ID || len(c.First.Items) != 5 {
		t.Fatalf("%+v", c)
	}
	for i, a := range c.First.Items {
		if a.Type != "Annotation" || idOf(a.ID) == "" || len(a.Target) == 0 {
			t.Errorf("annotation %d: %+v", i, a)
		}
		for _, raw := range a.Target {
			var target struct {
				Source   struct{ ID string }
				Selector []struct {
					Type, Exact string
					Start, End  int
				}
			}
			if json.Unmarshal(raw, &target) != nil {
				continue // the event
			}
			r := b.Chapters[0].report(idOf(target.Source.ID))
			if r == nil {
				t.Fatalf("annotation %d: source %q", i, target.Source.ID)
			}
			if len(target.Selector) == 2 {
				if got := string([]rune(r.Text)[target.Selector[1].Start:target.Selector[1].End]); got != target.Selector[0].Exact {
					t.Errorf("annotation %d: the place holds %q, the quote is %q", i, got, target.Selector[0].Exact)
				}
			} else if target.Selector[0].Exact != "words cut away" {
				t.Errorf("annotation %d: selectors %+v", i, target.Selector)
			}
		}
	}
}
