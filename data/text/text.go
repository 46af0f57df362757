package text

import (
	"context"
	"iter"
	"sort"

	"parallax/data"
)

// A Text is a report's text and what stands where in it. Every offset counts
// bytes of String, which may hold bytes that are not UTF-8: such a byte is a
// sign of its own and never part of a word.
type Text struct {
	String     string
	Language   string // ISO 639-1, as in "en"; empty: not one whose small words are known here
	Paragraphs []Paragraph
	Sentences  []Sentence
	Quotations []Quotation
	Forms      []*Form // every form of the tokens, by ID

	tokens []token
}

// A Paragraph is a line of the text that is not blank, without the white space at its ends.
type Paragraph struct {
	data.Span
	First, Last int // its sentences, half-open
}

// A Sentence is a span without white space at its ends. The sentences of a
// paragraph hold everything in it but white space.
type Sentence struct {
	data.Span
	Paragraph   int
	First, Last int // its tokens, half-open
}

// A Token is a word, a number or a sign standing in the text.
type Token struct {
	data.Span
	*Form
}

// A Form is what all tokens written the same way have in common.
type Form struct {
	ID     int    // index into Text.Forms
	Key    string // without case, curly marks, soft hyphens; equal keys are the same word to a reader
	Plain  string // Key in the one spelling that stands for its variants, as in "color" for "colour"
	Stem   string // without endings either; empty for a sign
	Word   bool   // a word or number, not a sign
	Stop   bool   // a word of the language's grammar rather than of the matter
	Name   bool   // written with a capital though not a stop word, or a number
	Number bool   // in digits, or in English a word such as "twelve"; its Stem is the digits, "1200000" for both words of "1.2 million"
}

// A Quotation is what stands between quotation marks, without the marks. One
// left open at the end of its paragraph runs to there.
type Quotation struct {
	data.Span
	Paragraph   int
	First, Last int // its tokens, half-open
}

// A token is a Token as a Text keeps it. A long text has hundreds of thousands:
// so they are small, and nothing the garbage collector has to look into.
type token struct {
	start, end int32
	form       int32 // index into Text.Forms
}

func (w token) span() data.Span { return data.Span{Start: int(w.start), End: int(w.end)} }

// TokenCount returns how many tokens the text has.
func (t *Text) TokenCount() int { return len(t.tokens) }

// Token returns token i, from 0.
func (t *Text) Token(i int) Token {
	w := t.tokens[i]
	return Token{Span: w.span(), Form: t.Forms[w.form]}
}

// TokenSpan returns where token i stands.
func (t *Text) TokenSpan(i int) data.Span { return t.tokens[i].span() }

// FormOf returns the number of token i's form, its Form.ID.
func (t *Text) FormOf(i int) int { return int(t.tokens[i].form) }

// Tokens returns all tokens in order, each with its number.
func (t *Text) Tokens() iter.Seq2[int, Token] { return t.TokensIn(0, len(t.tokens)) }

// TokensIn returns the tokens from first to last, half-open, each with its number.
func (t *Text) TokensIn(first, last int) iter.Seq2[int, Token] {
	return func(yield func(int, Token) bool) {
		for i := first; i < last; i++ {
			if !yield(i, t.Token(i)) {
				return
			}
		}
	}
}

// Read finds the paragraphs, sentences, tokens and quotations of s, which must
// be shorter than 2 GiB. Its cost grows in line with s.
func Read(s string) *Text {
	t, _ := ReadContext(context.Background(), s)
	return t
}

// ReadContext is Read, but gives up with ctx.Err() between two paragraphs once
// ctx is cancelled.
func ReadContext(ctx context.Context, s string) (*Text, error) {
	t := &Text{
		String:    s,
		tokens:    make([]token, 0, len(s)/bytesPerToken+16),
		Sentences: make([]Sentence, 0, len(s)/bytesPerSentence+4),
	}
	forms := newForms(t)
	for start := 0; start < len(s); {
		end, next := lineEnd(s, start)
		t.readParagraph(data.Span{Start: start, End: end}, forms)
		start = next
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	forms.finish()
	return t, nil
}

// What running text has at least, or nearly; room for tokens, sentences and
// forms is made by it.
const (
	bytesPerToken    = 4
	bytesPerSentence = 60
	bytesPerForm     = 50 // of long texts; short ones have more to the byte
)

func (t *Text) readParagraph(line data.Span, forms *forms) {
	forms.spans = sentences(forms.spans[:0], t.String, line)
	spans := forms.spans
	if len(spans) == 0 {
		return
	}
	p := Paragraph{
		Span:  data.Span{Start: spans[0].Start, End: spans[len(spans)-1].End},
		First: len(t.Sentences), Last: len(t.Sentences) + len(spans),
	}
	firstToken := len(t.tokens)
	for _, span := range spans {
		first := len(t.tokens)
		t.tokens = forms.tokens(t.tokens, span)
		t.Sentences = append(t.Sentences, Sentence{
			Span: span, Paragraph: len(t.Paragraphs), First: first, Last: len(t.tokens),
		})
	}
	for _, span := range quotations(t.String, p.Span) {
		in := t.tokens[firstToken:]
		a := sort.Search(len(in), func(i int) bool { return int(in[i].start) >= span.Start })
		b := sort.Search(len(in), func(i int) bool { return int(in[i].end) > span.End })
		if a < b {
			t.Quotations = append(t.Quotations, Quotation{
				Span: span, Paragraph: len(t.Paragraphs), First: firstToken + a, Last: firstToken + b,
			})
		}
	}
	t.Paragraphs = append(t.Paragraphs, p)
}

// ParagraphAt returns the paragraph at offset or, between two, the one before;
// the empty span at offset when there is none.
func (t *Text) ParagraphAt(offset int) data.Span {
	i := sort.Search(len(t.Paragraphs), func(i int) bool { return t.Paragraphs[i].Start > offset }) - 1
	if i < 0 {
		return data.Span{Start: offset, End: offset}
	}
	return t.Paragraphs[i].Span
}

// SentenceAt returns the sentence at offset or, between two, the one before;
// the empty span at offset when there is none.
func (t *Text) SentenceAt(offset int) data.Span {
	i := sort.Search(len(t.Sentences), func(i int) bool { return t.Sentences[i].Start > offset }) - 1
	if i < 0 {
		return data.Span{Start: offset, End: offset}
	}
	return t.Sentences[i].Span
}

// WordAt returns the word or sign at offset, or the one that ends there; the
// empty span at offset when there is neither.
func (t *Text) WordAt(offset int) data.Span {
	i := sort.Search(len(t.tokens), func(i int) bool { return int(t.tokens[i].start) > offset }) - 1
	if i < 0 || offset > int(t.tokens[i].end) {
		return data.Span{Start: offset, End: offset}
	}
	return t.tokens[i].span()
}
