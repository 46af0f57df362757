package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
)

// Write writes b to w as o says. progress, if not nil, is told the share done,
// from 0 to 1. The error is ctx.Err() once ctx is cancelled, or what w answered.
func Write(ctx context.Context, w io.Writer, b *Book, o Options, progress func(float64)) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	if progress == nil {
		progress = func(float64) {}
	}
	if err := write(ctx, buffered, prepared(b, o), o, progress); err != nil {
		return err
	}
	return buffered.Flush()
}

// prepared is b with its notes in reading order, or without.
func prepared(b *Book, o Options) *Book {
	ordered := *b
	ordered.Chapters = make([]Chapter, len(b.Chapters))
	for i, c := range b.Chapters {
		ordered.Chapters[i] = inOrder(c)
		if o.NoNotes {
			ordered.Chapters[i].Notes = nil
		}
	}
	return &ordered
}

func write(ctx context.Context, w *bufio.Writer, b *Book, o Options, progress func(float64)) error {
	switch o.Format {
	case HTML:
		return writeHTML(ctx, w, b, o, progress)
	case PDF:
		return writePDF(ctx, w, b, o, progress)
	case Markdown:
		return writeMarkdown(ctx, w, b, o, progress)
	case CSV:
		return writeCSV(ctx, w, b, o, progress)
	case Annotation:
		return writeAnnotations(ctx, w, b, o, progress)
	case REFI:
		return writeREFI(ctx, w, b, o, progress)
	}
	return fmt.Errorf("export: there is no format %q", o.Format)
}

// eachChapter calls do for every chapter until one fails or ctx is cancelled.
func (b *Book) eachChapter(ctx context.Context, progress func(float64), do func(*Chapter) error) error {
	for i := range b.Chapters {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := do(&b.Chapters[i]); err != nil {
			return err
		}
		progress(float64(i+1) / float64(len(b.Chapters)))
	}
	return ctx.Err()
}
