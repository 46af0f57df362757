package store

import (
	"context"
	"testing"

	"parallax/data"
)

func TestAPageKeepsAnyBytes(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	for _, bytes := range [][]byte{every, {}} {
		r := data.Report{ID: data.NewID(), EventID: s.event, Text: "x"}
		p := data.Source{Bytes: bytes, Text: "x"}
		must(t, s.AddReport(ctx, r, p))
		got, err := s.Source(ctx, r.ID)
		must(t, err)
		if string(got.Bytes) != string(bytes) || got.Digest != digest(bytes) || got.ReportID != r.ID {
			t.Errorf("got %+v", got)
		}
	}
	r := data.Report{ID: data.NewID(), EventID: s.event}
	must(t, s.AddReport(ctx, r, data.Source{}))
	if _, err := s.Source(ctx, "nobody's"); err == nil {
		t.Error("a page nobody gave")
	}
}
