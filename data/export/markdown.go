package export

import (
	"bufio"
	"context"
	"fmt"
	"strings"
	"unicode"

	"parallax/data"
)

// writeMarkdown writes CommonMark. Whatever a report or a note says is plain
// text in it: no sign of theirs becomes a heading, a picture or an address to
// fetch.
func writeMarkdown(ctx context.Context, w *bufio.Writer, b *Book, o Options, progress func(float64)) error {
	m := &markdown{w, b, o, "#"}
	if len(b.Chapters) != 1 {
		m.line("# ", escape(b.Title))
		m.outer = "##"
	}
	return b.eachChapter(ctx, progress, func(c *Chapter) error {
		m.chapter(c)
		_, err := w.Write(nil) // what the writer answered so far
		return err
	})
}

type markdown struct {
	*bufio.Writer
	*Book
	o     Options
	outer string // the signs of a chapter's heading
}

// line writes one block and the empty line behind it.
func (m *markdown) line(parts ...string) {
	for _, s := range parts {
		m.WriteString(s)
	}
	m.WriteString("\n\n")
}

func (m *markdown) chapter(c *Chapter) {
	m.line(m.outer, " ", escape(m.title(c)))
	if about := joined(" · ", c.Event.Happened, c.Event.Place); about != "" {
		m.line(escape(about))
	}
	if c.Event.Background != "" {
		m.line(escape(c.Event.Background))
	}
	if !m.Made.IsZero() {
		m.line(escape(m.sayf("Made with Parallax on %s.", m.when(m.Made))))
	}
	if len(c.Reports) > 0 {
		m.line(m.outer, "# ", m.say("The reports"))
		for i := range c.Reports {
			fmt.Fprintf(m, "- **%s** %s\n", c.letter(c.Reports[i].ID), escape(SourceLine(&c.Reports[i])))
		}
		m.WriteByte('\n')
	}
	if left, _ := c.pair(); left != nil && !c.OnlyNotes {
		m.sideBySide(c)
	}
	if !c.OnlyNotes {
		m.further(c)
	}
	if len(c.Notes) > 0 {
		m.line(m.outer, "# ", m.say("Notes"))
		for i := range c.Notes {
			m.note(c, i)
		}
	}
}

// sideBySide lays what tells the same under each other, A first.
func (m *markdown) sideBySide(c *Chapter) {
	t := tellings(c, &m.o)
	m.line(m.outer, "# ", m.say("Side by side"))
	if !m.o.NoMarks {
		m.line(escape(m.say("Words that the other report has not are bold.")), " ",
			escape(m.say("The same number stands before passages that tell the same thing.")))
	}
	for _, r := range level(c.Comparison, &t) {
		for side := range t {
			if r.First[side] == r.Last[side] {
				continue
			}
			m.WriteString("> **" + data.Side(side).Letter() + "**")
			for k := r.First[side]; k < r.Last[side]; k++ {
				s := &t[side].Sentences[k]
				if s.Opens && k > r.First[side] {
					m.WriteString("\n>\n> ")
				} else {
					m.WriteByte(' ')
				}
				m.sentence(&t[side], s)
			}
			m.WriteString("\n\n")
		}
	}
	if m.o.NoMarks {
		return
	}
	m.line(m.outer, "# ", m.say("The differences in words"))
	sure, _ := numberPairs(c.Comparison)
	told := marked(c.Comparison)
	for i := range c.Comparison.Pairs {
		for _, line := range m.differencesOf(c.Comparison, i, told, &t) {
			fmt.Fprintf(m, "- %d: %s\n", sure[i], escape(line))
		}
	}
	m.WriteByte('\n')
}

func (m *markdown) sentence(t *telling, s *sentence) {
	if !m.o.NoMarks {
		switch {
		case s.Only:
			m.WriteString("[" + escape(m.sayf("only in %s", t.Letter)) + "] ")
		case len(s.Ties) > 0:
			m.WriteString("[" + numbers(s.Ties) + "] ")
		case len(s.Maybe) > 0:
			m.WriteString("[" + numbers(s.Maybe) + "?] ")
		}
	}
	for _, one := range s.Pieces {
		words := writable(one.Of(t.Report.Text))
		if !one.Differs {
			m.WriteString(inline(words))
		} else { // signs of emphasis must touch the words
			bare := strings.TrimSpace(words)
			i := strings.Index(words, bare)
			m.WriteString(words[:i] + "**" + inline(bare) + "**" + words[i+len(bare):])
		}
		if len(one.Ends) > 0 {
			m.WriteString(" (" + escape(m.sayf("note %s", numbers(one.Ends))) + ")")
		}
	}
}

func (m *markdown) further(c *Chapter) {
	left, right := c.pair()
	for i := range c.Reports {
		r := &c.Reports[i]
		if left != nil && (r.ID == left.ID || r.ID == right.ID) {
			continue
		}
		t := tell(c, r, &m.o)
		m.line(m.outer, "# ", t.Letter, ": ", escape(name(r)))
		for k := range t.Sentences {
			s := &t.Sentences[k]
			if k > 0 && s.Opens {
				m.WriteString("\n\n")
			} else if k > 0 {
				m.WriteByte(' ')
			}
			m.sentence(&t, s)
		}
		m.WriteString("\n\n")
	}
}

func (m *markdown) note(c *Chapter, index int) {
	n := &c.Notes[index]
	m.line(m.outer, "## ", escape(joined(" · ", m.sayf("Note %d", index+1), strings.Join(m.tagNames(n), ", "))))
	for _, a := range n.Anchors {
		m.line("> **", c.letter(a.ReportID), "** ", strings.ReplaceAll(escape(m.quote(&a)), "\n", "\n> "))
	}
	if n.Body != "" {
		m.line(bodyInMarkdown(n.Body))
	}
	if s := m.signature(n); s != "" {
		m.line(escape(s))
	}
}

// bodyInMarkdown is what a note says with its lists and bold words: its lines
// break where they do, and a list stands by itself.
func bodyInMarkdown(body string) string {
	var out strings.Builder
	lines := data.BodyLines(writable(body))
	for i, l := range lines {
		switch {
		case i == 0:
		case l.Item != lines[i-1].Item:
			out.WriteString("\n\n")
		case l.Item:
			out.WriteString("\n")
		default:
			out.WriteString("  \n")
		}
		if l.Item {
			out.WriteString("- ")
		}
		for k, part := range l.Parts {
			text := part.Text
			if k == 0 {
				text = strings.TrimLeftFunc(text, unicode.IsSpace) // four spaces would make code of it
			}
			words := strings.TrimSpace(text)
			if !part.Bold || words == "" {
				out.WriteString(inline(text))
				continue
			}
			before, after, _ := strings.Cut(text, words) // stars do not stand beside a space
			out.WriteString(before + "**" + inline(words) + "**" + after)
		}
	}
	return out.String()
}

// escape is s as plain text of Markdown. Blank lines in it stay, so it may
// hold several paragraphs.
func escape(s string) string {
	lines := strings.Split(writable(s), "\n")
	for i, line := range lines {
		lines[i] = inline(strings.TrimLeftFunc(line, unicode.IsSpace)) // four spaces would make code of it
	}
	return strings.Join(lines, "\n")
}

// inline is part of a line as plain text of Markdown.
func inline(s string) string {
	var out strings.Builder
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	for k, r := range s {
		switch {
		case strings.ContainsRune("\\`*_[]<>#|~!&", r),
			k == 0 && strings.ContainsRune("-+=", r),
			k == digits && k > 0 && (r == '.' || r == ')'):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
