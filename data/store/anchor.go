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

// retieNotes ties the notes on r to its new text, removed ones too, so that
// bringing one back needs no second look.
func retieNotes(ctx context.Context, tx *sql.Tx, r *data.Report, was string) error {
	notes, err := notesFrom(ctx, tx, `FROM note WHERE note.id IN (SELECT note_id FROM anchor WHERE report_id = ?) ORDER BY note.seq`, r.ID)
	if err != nil {
		return err
	}
	for i := range notes {
		n := &notes[i]
		for place, a := range n.Anchors {
			if a.ReportID != r.ID {
				continue
			}
			a = retied(a, was, r.Text)
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
