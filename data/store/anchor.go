package store

import (
	"context"
	"database/sql"

	"parallax/data"
)

// tied returns a standing at its words in text. An anchor that already does is
// left as it is.
func tied(a data.Anchor, text string) data.Anchor {
	if !a.Loose && a.Start >= 0 && a.Start <= a.End && a.End <= len(text) && text[a.Start:a.End] == a.Quote {
		return a
	}
	return a.Reanchor(text)
}

// retied returns a, an anchor on a report whose text was was, standing at its
// words in the text it has now. Both are made of whole paragraphs of one page.
func retied(a data.Anchor, was, text string) data.Anchor {
	if !a.Loose {
		a = tied(a, was).InParagraph(was)
	}
	return a.Reanchor(text)
}

// A retie returns where an anchor on a report stands in its new text.
type retie func(data.TiePlace, data.Anchor) data.Anchor

// retieAll ties everything tied to words of a report, whose text was was, to its
// text now: as known has it, and what known does not have where its words are
// found. It returns where everything stood.
func retieAll(ctx context.Context, tx *sql.Tx, report data.ID, was, now string, known map[data.TiePlace]data.Anchor) (map[data.TiePlace]data.Anchor, error) {
	stood := map[data.TiePlace]data.Anchor{}
	tie := func(p data.TiePlace, a data.Anchor) data.Anchor {
		stood[p] = a
		if k, ok := known[p]; ok {
			return k
		}
		return retied(a, was, now)
	}
	for _, tieAll := range []func(context.Context, *sql.Tx, data.ID, retie) error{retieNotes, retieReadings, retieLinks} {
		if err := tieAll(ctx, tx, report, tie); err != nil {
			return nil, err
		}
	}
	return stood, nil
}

// retieNotes ties the notes on a report anew, removed ones too, so that bringing
// one back needs no second look.
func retieNotes(ctx context.Context, tx *sql.Tx, report data.ID, tie retie) error {
	notes, err := notesFrom(ctx, tx, `FROM note WHERE note.id IN (SELECT note_id FROM anchor WHERE report_id = ?) ORDER BY note.seq`, report)
	if err != nil {
		return err
	}
	for i := range notes {
		n := &notes[i]
		for place, a := range n.Anchors {
			if a.ReportID != report {
				continue
			}
			at := tie(data.TiePlace{Of: n.ID, N: place}, a)
			a.Span, a.Before, a.After, a.Loose = at.Span, at.Before, at.After, at.Loose
			n.Anchors[place] = a
			_, err := tx.ExecContext(ctx, `UPDATE anchor SET starts = ?, ends = ?, before = ?, after = ?, loose = ?
				WHERE note_id = ? AND place = ?`, a.Start, a.End, a.Before, a.After, a.Loose, n.ID, place)
			if err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `UPDATE note SET digest = ? WHERE id = ?`, noteDigest(n), n.ID); err != nil {
			return err
		}
	}
	return nil
}
