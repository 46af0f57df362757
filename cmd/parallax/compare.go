package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"

	"parallax/data"
	"parallax/data/compare"
	"parallax/data/intake"
)

// A printedComparison is what `parallax compare --json` prints. Spans count
// bytes of each file as given or, where a file is not UTF-8 text, bytes of the
// text read from it, which is then printed too.
type printedComparison struct {
	Pairs       []printedPair       `json:"pairs"`
	Possible    []printedPair       `json:"possible"`
	OnlyA       []data.Span         `json:"only_a"`
	OnlyB       []data.Span         `json:"only_b"`
	Quotes      []printedQuote      `json:"quotes"`
	Differences []printedDifference `json:"differences"`
	KeptWords   int                 `json:"kept_words"`
	AText       string              `json:"a_text,omitempty"`
	BText       string              `json:"b_text,omitempty"`
}

type printedPair struct {
	A        []data.Span   `json:"a"`
	B        []data.Span   `json:"b"`
	Score    float64       `json:"score"` // how alike, from 0 to 1
	Relation data.Relation `json:"relation"`
}

type printedQuote struct {
	A data.Span `json:"a"`
	B data.Span `json:"b"`
}

type printedDifference struct {
	Pair int                 `json:"pair"` // index into pairs
	Kind data.DifferenceKind `json:"kind"`
	A    data.Span           `json:"a"`
	B    data.Span           `json:"b"`
}

// runCompare compares the reports in two files.
func runCompare(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("compare", flag.ContinueOnError)
	asJSON := flags.Bool("json", false, "print JSON")
	var count data.Lettering
	flags.BoolVar(&count.Capitals, "capitals", false, "capital letters make a difference too")
	flags.BoolVar(&count.Punctuation, "punctuation", false, "punctuation makes a difference too")
	flags.BoolVar(&count.QuoteMarks, "quotes", false, "curly and straight quotation marks differ")
	flags.BoolVar(&count.Spacing, "spaces", false, "spaces make a difference too")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 2 {
		return fmt.Errorf("compare needs two files: parallax compare [--json] A B")
	}
	var sides [2]comparedFile
	for i := range sides {
		if err := sides[i].read(flags.Arg(i)); err != nil {
			return err
		}
	}
	c, err := compare.Align(context.Background(), &sides[0].report, &sides[1].report, nil, nil)
	if err != nil {
		return fmt.Errorf("compare %s and %s: %w", flags.Arg(0), flags.Arg(1), err)
	}
	c = compare.Letter(c, sides[0].report.Text, sides[1].report.Text, count)
	if !*asJSON {
		return summarize(stdout, &c, &sides)
	}
	return json.NewEncoder(stdout).Encode(printed(&c, &sides))
}

// A comparedFile is one file of a comparison and the report read from it.
type comparedFile struct {
	source data.Source
	clean  intake.Composed
	report data.Report
	shift  int  // bytes of the file in front of the source's text
	asIs   bool // the source's text is the file's bytes behind shift
}

func (f *comparedFile) read(name string) error {
	source, err := readFile(context.Background(), name)
	if err != nil {
		return err
	}
	f.source = source
	f.clean = intake.Compose(&f.source)
	f.report = intake.ReportOf(&f.source)
	mark := []byte("\ufeff")
	raw, marked := bytes.CutPrefix(f.source.Bytes, mark)
	if marked {
		f.shift = len(mark)
	}
	f.asIs = string(raw) == f.source.Text
	if !f.asIs {
		f.shift = 0
	}
	return nil
}

// in moves a span of the report's text to the file.
func (f *comparedFile) in(s data.Span) data.Span {
	s = f.clean.ToSource(s)
	return data.Span{Start: s.Start + f.shift, End: s.End + f.shift}
}

func (f *comparedFile) all(spans []data.Span) []data.Span {
	list := make([]data.Span, len(spans))
	for i, s := range spans {
		list[i] = f.in(s)
	}
	return list
}

func printed(c *data.Comparison, sides *[2]comparedFile) printedComparison {
	a, b := &sides[0], &sides[1]
	pairs := func(from []data.Pair) []printedPair {
		list := make([]printedPair, len(from))
		for i, p := range from {
			list[i] = printedPair{A: a.all(p.Left), B: b.all(p.Right), Score: p.Likeness, Relation: p.Relation}
		}
		return list
	}
	out := printedComparison{
		Pairs: pairs(c.Pairs), Possible: pairs(c.Possible),
		OnlyA: a.all(c.OnlyLeft), OnlyB: b.all(c.OnlyRight),
		Quotes: []printedQuote{}, Differences: []printedDifference{}, KeptWords: c.KeptWords,
	}
	for _, q := range c.Quotes {
		out.Quotes = append(out.Quotes, printedQuote{A: a.in(q.Left), B: b.in(q.Right)})
	}
	for i, p := range c.Pairs {
		for _, d := range p.Differences {
			out.Differences = append(out.Differences, printedDifference{Pair: i, Kind: d.Kind, A: a.in(d.Left), B: b.in(d.Right)})
		}
	}
	if !a.asIs {
		out.AText = a.source.Text
	}
	if !b.asIs {
		out.BText = b.source.Text
	}
	return out
}

// summarize prints a comparison for people: what is tied, and what stands in one report only.
func summarize(w io.Writer, c *data.Comparison, sides *[2]comparedFile) error {
	var out bytes.Buffer
	text := func(s data.Side, spans []data.Span) string {
		var parts bytes.Buffer
		for i, span := range spans {
			if i > 0 {
				parts.WriteString(" … ")
			}
			parts.WriteString(span.Of(sides[s].report.Text))
		}
		return parts.String()
	}
	differences := 0
	for _, p := range c.Pairs {
		differences += len(p.Differences)
	}
	fmt.Fprintf(&out, "A: %s, %s\nB: %s, %s\n", sides[0].source.Name, sentences(c.Sentences[0]), sides[1].source.Name, sentences(c.Sentences[1]))
	fmt.Fprintf(&out, "%s together, %d more may; %s of wording; %s in both\n",
		counted(len(c.Pairs), "passage belongs", "passages belong"), len(c.Possible),
		counted(differences, "difference", "differences"), counted(len(c.Quotes), "quotation", "quotations"))
	if c.Unlike() {
		fmt.Fprintln(&out, "These may not be about the same event.")
	}
	for _, p := range c.Pairs {
		fmt.Fprintf(&out, "\n%d %% alike (%s)\n A  %s\n B  %s\n", int(100*p.Likeness+0.5), p.Relation, text(data.Left, p.Left), text(data.Right, p.Right))
		for _, d := range p.Differences {
			fmt.Fprintf(&out, "    %q | %q\n", d.Left.Of(sides[0].report.Text), d.Right.Of(sides[1].report.Text))
		}
	}
	for _, side := range []data.Side{data.Left, data.Right} {
		fmt.Fprintf(&out, "\nOnly in %s: %d of %s\n", side.Letter(), len(c.Only(side)), sentences(c.Sentences[side]))
		for _, span := range c.Only(side) {
			fmt.Fprintf(&out, " -  %s\n", span.Of(sides[side].report.Text))
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

func sentences(n int) string { return counted(n, "sentence", "sentences") }

// counted returns a number with what it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
