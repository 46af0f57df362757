package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/data"
)

const (
	excerptWords  = 16 // in a Hit's excerpt, about
	titleLetters  = 60 // in the title of a note's Hit, at most
	longestQuery  = 32 // words of a query that count; the rest is left out
	foundFrom     = "\x02"
	foundTo       = "\x03"
	betweenQuotes = " … "
)

// Search returns the notes and reports that have every word of the query, at
// most limit: notes and reports each in the order the library was given them,
// the last first, and both together by their IDs, which tell when they were made.
// Nothing is ranked by how well it fits, so that the first page is there as soon
// as so many are found, and is the same on every machine.
//
// Letters count without their case and accents. The last word, from two letters
// on, may be the beginning of one, words between double quotes, or behind one
// that is not closed yet, must stand together, and nothing else in the query has a meaning of its own. A note is
// searched by its text, its quotes and its tags, a report by headline, text and
// outlet.
func (l *Library) Search(ctx context.Context, query string, limit int) ([]data.Hit, error) {
	match := matchExpression(query)
	if match == "" || limit <= 0 {
		return nil, nil
	}
	var notes, reports []data.Hit
	err := l.read(ctx, "search", func(ctx context.Context, c *sql.Conn) error {
		err := each(ctx, c, func(rows *sql.Rows) error {
			var h data.Hit
			var body, quotes string
			if err := rows.Scan(&h.NoteID, &h.EventID, &h.Excerpt, &body, &quotes); err != nil {
				return err
			}
			h.Title = firstWords(readable(body))
			if h.Title == "" {
				h.Title = firstWords(readable(quotes))
			}
			h.Excerpt = readable(h.Excerpt)
			notes = append(notes, h)
			return nil
		}, searchQuery("note"), foundFrom, foundTo, excerptWords, match, limit)
		if err != nil {
			return err
		}
		return each(ctx, c, func(rows *sql.Rows) error {
			var h data.Hit
			if err := rows.Scan(&h.ReportID, &h.EventID, &h.Excerpt, &h.Title); err != nil {
				return err
			}
			h.Title, h.Excerpt = readable(h.Title), readable(h.Excerpt)
			reports = append(reports, h)
			return nil
		}, searchQuery("report"), foundFrom, foundTo, excerptWords, match, limit)
	})
	if err != nil {
		return nil, err
	}
	return newestFirst(notes, reports, limit), nil
}

// searchQuery asks for the notes or the reports that match, with an excerpt and
// what makes their title. The words are looked up first and in the order of
// their documents, the newest first, so that no more of them are read than the
// limit wants; that is what CROSS JOIN is for.
func searchQuery(table string) string {
	title := map[string]string{"note": `note_words.body, note_words.quotes`, "report": `report_words.headline`}[table]
	return strings.NewReplacer("TABLE", table, "TITLE", title).Replace(
		`SELECT TABLE.id, TABLE.event_id, snippet(TABLE_words, ?, ?, '…', -1, ?), TITLE
		FROM TABLE_words CROSS JOIN TABLE ON TABLE.seq = TABLE_words.docid CROSS JOIN event ON event.id = TABLE.event_id
		WHERE TABLE_words MATCH ? AND TABLE.removed IS NULL AND event.removed IS NULL
		ORDER BY TABLE_words.docid DESC LIMIT ?`)
}

// CountHits returns how many notes and reports Search finds without a limit. It
// reads all of them, which takes longer than a first page.
func (l *Library) CountHits(ctx context.Context, query string) (int, error) {
	match := matchExpression(query)
	if match == "" {
		return 0, nil
	}
	all := 0
	err := l.read(ctx, "count what is found", func(ctx context.Context, c *sql.Conn) error {
		for _, table := range []string{"note", "report"} {
			var n int
			err := c.QueryRowContext(ctx, strings.ReplaceAll(`SELECT count(*) FROM TABLE_words WHERE TABLE_words MATCH ? AND +docid NOT IN (
				SELECT seq FROM TABLE WHERE removed IS NOT NULL
				UNION ALL SELECT TABLE.seq FROM event CROSS JOIN TABLE ON TABLE.event_id = event.id WHERE event.removed IS NOT NULL)`,
				"TABLE", table), match).Scan(&n)
			if err != nil {
				return err
			}
			all += n
		}
		return nil
	})
	return all, err
}

// newestFirst merges hits by their IDs, of which the later ones were made later.
func newestFirst(notes, reports []data.Hit, limit int) []data.Hit {
	hits := make([]data.Hit, 0, min(limit, len(notes)+len(reports)))
	for len(hits) < limit && len(notes)+len(reports) > 0 {
		if len(reports) == 0 || len(notes) > 0 && notes[0].NoteID >= reports[0].ReportID {
			hits, notes = append(hits, notes[0]), notes[1:]
		} else {
			hits, reports = append(hits, reports[0]), reports[1:]
		}
	}
	return hits
}

// matchExpression writes a reader's query as an FTS4 expression, empty when it
// has no word. Each word or phrase becomes a phrase of nothing but letters,
// digits and spaces between quotes, so no operator of FTS4 can come of it.
func matchExpression(query string) string {
	var phrases []string
	room := longestQuery
	add := func(text string, begun bool) {
		words := strings.Fields(strings.Map(wordsOnly, indexed(text)))
		if len(words) > room {
			words, begun = words[:room], false
		}
		room -= len(words)
		if len(words) == 0 {
			return
		}
		star := ""
		// One letter begins too many words to be of use.
		if begun && utf8.RuneCountInString(words[len(words)-1]) > 1 {
			star = "*"
		}
		phrases = append(phrases, `"`+strings.Join(words, " ")+star+`"`)
	}
	parts := strings.Split(strings.Map(straightQuotes, query), `"`)
	for i, part := range parts {
		// What stands last may still be being typed, unless a space or a mark ends it.
		end, _ := utf8.DecodeLastRuneInString(part)
		typing := i == len(parts)-1 && !unicode.IsSpace(end)
		if i%2 == 1 {
			add(part, typing)
			continue
		}
		words := strings.Fields(part)
		for n, word := range words {
			add(word, typing && n == len(words)-1)
		}
	}
	return strings.Join(phrases, " ")
}

// straightQuotes writes every double quotation mark as the plain one.
func straightQuotes(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '＂':
		return '"'
	}
	return r
}

// wordsOnly writes a blank for all that is no part of a word.
func wordsOnly(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
		return r
	}
	return ' '
}

// wordBreak parts words without showing.
const wordBreak = '\u200b'

// indexed is text as search reads it: without control characters, which mark
// what was found, and with the letters of scripts that put no space between
// words parted, so that any run of them is found.
func indexed(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 8)
	for _, r := range text {
		switch {
		case r == wordBreak:
		case unicode.IsControl(r):
			b.WriteByte(' ')
		case r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
			unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.IsMark(r):
			b.WriteRune(wordBreak)
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// readable is indexed text as it is shown.
func readable(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, string(wordBreak), ""))
}

// firstWords is the beginning of text on one line, cut between words where it can be.
func firstWords(text string) string {
	line := strings.Join(strings.Fields(text), " ")
	n := 0
	for i := range line {
		if n == titleLetters {
			cut := line[:i]
			if space := strings.LastIndexByte(cut, ' '); space > 0 {
				cut = cut[:space]
			}
			return cut + "…"
		}
		n++
	}
	return line
}

func indexNote(ctx context.Context, tx *sql.Tx, seq int64, n *data.Note) error {
	quotes := make([]string, len(n.Anchors))
	for i, a := range n.Anchors {
		quotes[i] = a.Quote
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM note_words WHERE docid = ?`, seq); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO note_words (docid, body, quotes, tags) VALUES (?, ?, ?, ?)`,
		seq, indexed(n.Body), indexed(strings.Join(quotes, betweenQuotes)), indexed(strings.Join(n.Tags, " ")))
	return err
}

func indexReport(ctx context.Context, tx *sql.Tx, r *data.Report) error {
	var seq int64
	if err := tx.QueryRowContext(ctx, `SELECT seq FROM report WHERE id = ?`, r.ID).Scan(&seq); err != nil {
		return gone(err)
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM report_words WHERE docid = ?`, seq); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO report_words (docid, headline, outlet, text) VALUES (?, ?, ?, ?)`,
		seq, indexed(r.Headline), indexed(r.Outlet), indexed(r.Text))
	return err
}

// indexOutlet makes the reports of an outlet found by the name it has now.
func indexOutlet(ctx context.Context, tx *sql.Tx, outlet data.ID) error {
	var name string
	if err := tx.QueryRowContext(ctx, `SELECT name FROM outlet WHERE id = ?`, outlet).Scan(&name); err != nil {
		return gone(err)
	}
	_, err := tx.ExecContext(ctx, `UPDATE report_words SET outlet = ?
		WHERE docid IN (SELECT seq FROM report WHERE outlet_id = ?)`, indexed(name), outlet)
	return err
}
