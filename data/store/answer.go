package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"parallax/data"
)

// Answers returns what was answered about two reports, about both together and
// about each alone.
func (l *Library) Answers(ctx context.Context, a, b data.ID) ([]data.Answer, error) {
	var answers []data.Answer
	err := l.read(ctx, "list the answers about two reports", func(ctx context.Context, c *sql.Conn) error {
		return each(ctx, c, func(rows *sql.Rows) error {
			var n data.Answer
			var given int64
			err := rows.Scan(&n.Reports[0], &n.Reports[1], &n.Question, &n.Reply, &n.Basis, &given)
			n.Given = fromMS(given)
			answers = append(answers, n)
			return err
		}, `SELECT report_id, other_id, question, reply, basis, given FROM answer
			WHERE report_id IN (?1, ?2) AND other_id IN (?1, ?2) ORDER BY report_id, other_id, question`, min(a, b), max(a, b))
	})
	return answers, err
}

// SetAnswers keeps answers, each in place of what was answered to its question
// about the same reports before, in one transaction. One without a Reply takes
// back what was answered.
func (l *Library) SetAnswers(ctx context.Context, answers []data.Answer) error {
	return l.write(ctx, "keep answers", func(ctx context.Context, tx *sql.Tx) error {
		for _, n := range answers {
			if err := checkAnswer(n); err != nil {
				return err
			}
			if n.Reply == "" {
				_, err := tx.ExecContext(ctx, `DELETE FROM answer WHERE report_id = ? AND other_id = ? AND question = ?`,
					n.Reports[0], n.Reports[1], n.Question)
				if err != nil {
					return err
				}
				continue
			}
			_, err := tx.ExecContext(ctx, `INSERT INTO answer (report_id, other_id, question, reply, basis, given) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT DO UPDATE SET reply = excluded.reply, basis = excluded.basis, given = excluded.given`,
				n.Reports[0], n.Reports[1], n.Question, n.Reply, n.Basis, ms(n.Given))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func checkAnswer(n data.Answer) error {
	if err := keyed(n.Reports[0], n.Reports[1]); err != nil {
		return err
	}
	if err := storable(n.Basis); err != nil {
		return err
	}
	if !slices.Contains(data.Questions, n.Question) || n.Question.Paired() == (n.Reports[0] == n.Reports[1]) || n.Reports[0] > n.Reports[1] {
		return fmt.Errorf("there is no question %q about reports %s and %s", n.Question, n.Reports[0], n.Reports[1])
	}
	if !slices.Contains([]data.Reply{"", data.Yes, data.No, data.NotSure, data.Skipped}, n.Reply) {
		return fmt.Errorf("there is no reply %q", n.Reply)
	}
	return nil
}
