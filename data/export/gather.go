package export

import (
	"context"

	"parallax/data"
	"parallax/data/compare"
)

// A Library is where a Book is gathered from.
type Library interface {
	Shelves(ctx context.Context) ([]data.Shelf, error)
	Reports(ctx context.Context, event data.ID) ([]data.Report, error)
	Notes(ctx context.Context, event data.ID) ([]data.Note, error)
	// Links returns the rulings on two reports with left's passage on the left.
	Links(ctx context.Context, left, right data.ID) ([]data.Link, error)
}

// Compares reports whether an export of this kind shows what reports have in
// common and what not, or orders its notes by that, so that they must be
// compared for it.
func (o Options) Compares() bool {
	switch o.Format {
	case PDF:
		return o.Sheet != Worksheet
	case HTML, Markdown, CSV:
		return true
	}
	return false
}

// Gather reads an event for an export: its reports, the first two of them (or
// those named in sides) compared where o asks for it, and its notes.
func Gather(ctx context.Context, l Library, event data.Event, sides [2]data.ID, o Options) (Chapter, error) {
	c := Chapter{Event: event}
	var err error
	if c.Reports, err = l.Reports(ctx, event.ID); err != nil {
		return c, err
	}
	if c.Notes, err = l.Notes(ctx, event.ID); err != nil {
		return c, err
	}
	if len(c.Reports) < 2 {
		return c, nil
	}
	left, right := c.report(sides[0]), c.report(sides[1])
	if left == nil || right == nil || left == right {
		left, right = &c.Reports[0], &c.Reports[1]
	}
	if !o.Compares() {
		c.Comparison = &data.Comparison{Left: left.ID, Right: right.ID} // which is A and which B
		return c, nil
	}
	links, err := l.Links(ctx, left.ID, right.ID)
	if err != nil {
		return c, err
	}
	compared, err := compare.Align(ctx, left, right, links, nil)
	c.Comparison = &compared
	return c, err
}

// GatherAll reads every event of a library; progress may be nil.
func GatherAll(ctx context.Context, l Library, o Options, progress func(float64)) ([]Chapter, error) {
	shelves, err := l.Shelves(ctx)
	if err != nil {
		return nil, err
	}
	chapters := make([]Chapter, 0, len(shelves))
	for i, s := range shelves {
		c, err := Gather(ctx, l, s.Event, [2]data.ID{}, o)
		if err != nil {
			return nil, err
		}
		chapters = append(chapters, c)
		if progress != nil {
			progress(float64(i+1) / float64(len(shelves)))
		}
	}
	return chapters, nil
}
