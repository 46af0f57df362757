package pdf

import (
	"bytes"
	"strconv"
)

// The objects of a PDF (ISO 32000-1, 7.3) are nil, bool, int, float64, text,
// name, array, dict, ref and *stream; in a content stream also operator.
type (
	text     string
	name     string
	array    []any
	dict     map[name]any
	operator string
	ref      struct{ number, generation int }
)

// A stream is a dictionary with bytes, still encoded.
type stream struct {
	dict
	raw []byte
	of  ref // the object it is, for the key to its bytes
}

// A lexer reads objects out of b from at on. What is no object is passed by, so
// it always comes to an end.
type lexer struct {
	b     []byte
	at    int
	depth int
}

// lexDepth is how deep arrays and dictionaries are read inside each other.
const lexDepth = 64

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }

// space passes white space and remarks by.
func (l *lexer) space() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

// next reads one object, or an operator; at the end it reports false. The end
// of an array or dictionary is the operator "]" or ">>".
func (l *lexer) next() (any, bool) {
	l.space()
	if l.at >= len(l.b) {
		return nil, false
	}
	switch c := l.b[l.at]; c {
	case '/':
		l.at++
		return l.name(), true
	case '(':
		l.at++
		return l.literal(), true
	case '<':
		l.at++
		if l.at < len(l.b) && l.b[l.at] == '<' {
			l.at++
			return l.dict(), true
		}
		return l.hex(), true
	case '>':
		l.at++
		if l.at < len(l.b) && l.b[l.at] == '>' {
			l.at++
		}
		return operator(">>"), true
	case '[':
		l.at++
		return l.array(), true
	case ']', '{', '}', ')':
		l.at++
		return operator(c), true
	}
	start := l.at
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		l.at++
	}
	word := l.b[start:l.at]
	if n, ok := number(word); ok {
		return n, true
	}
	switch string(word) {
	case "true":
		return true, true
	case "false":
		return false, true
	case "null":
		return nil, true
	}
	return operator(word), true
}

// number reads what a program meant as a number.
func number(w []byte) (any, bool) {
	if len(w) == 0 || len(w) > 40 || (w[0] < '0' || w[0] > '9') && w[0] != '-' && w[0] != '+' && w[0] != '.' {
		return nil, false
	}
	if n, err := strconv.Atoi(string(w)); err == nil {
		return n, true
	}
	if f, err := strconv.ParseFloat(string(w), 64); err == nil && f > -1e12 && f < 1e12 {
		return f, true
	}
	// Some write "--5" or "12.3-4".
	w = bytes.TrimLeft(w, "-+")
	if i := bytes.IndexByte(w, '-'); i > 0 {
		w = w[:i]
	}
	if f, err := strconv.ParseFloat(string(w), 64); err == nil && f < 1e12 {
		return -f, true
	}
	return nil, false
}

func (l *lexer) name() name {
	var out []byte
	for l.at < len(l.b) && isRegular(l.b[l.at]) {
		c := l.b[l.at]
		l.at++
		if c == '#' && l.at+2 <= len(l.b) {
			if n, err := strconv.ParseUint(string(l.b[l.at:l.at+2]), 16, 8); err == nil {
				c = byte(n)
				l.at += 2
			}
		}
		out = append(out, c)
	}
	return name(out)
}

// literal reads a string in round brackets, which may hold such brackets.
func (l *lexer) literal() text {
	var out []byte
	for open := 1; l.at < len(l.b); {
		c := l.b[l.at]
		l.at++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return text(out)
			}
		case '\\':
			if l.at >= len(l.b) {
				return text(out)
			}
			c = l.b[l.at]
			l.at++
			switch {
			case c >= '0' && c <= '7':
				n := int(c - '0')
				for range 2 {
					if l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7' {
						n = n*8 + int(l.b[l.at]-'0')
						l.at++
					}
				}
				c = byte(n)
			case c == '\r':
				if l.at < len(l.b) && l.b[l.at] == '\n' {
					l.at++
				}
				continue
			case c == '\n':
				continue
			default:
				if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
					c = "\n\r\t\b\f"[i]
				}
			}
		}
		out = append(out, c)
	}
	return text(out)
}

func (l *lexer) hex() text {
	var out []byte
	half, n := false, byte(0)
	for l.at < len(l.b) {
		c := l.b[l.at]
		l.at++
		if c == '>' {
			break
		}
		d, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil {
			continue
		}
		if half {
			out = append(out, n<<4|byte(d))
		}
		n, half = byte(d), !half
	}
	if half {
		out = append(out, n<<4)
	}
	return text(out)
}

func (l *lexer) array() array {
	var out array
	l.depth++
	defer func() { l.depth-- }()
	for l.depth < lexDepth {
		v, ok := l.next()
		if !ok || v == operator("]") {
			break
		}
		switch v := v.(type) {
		case operator:
			out = reference(out, v)
		default:
			out = append(out, v)
		}
	}
	return out
}

// reference makes the two numbers before an R a reference.
func reference(out array, op operator) array {
	if n := len(out); op == "R" && n >= 2 {
		a, okA := out[n-2].(int)
		b, okB := out[n-1].(int)
		if okA && okB {
			return append(out[:n-2], ref{a, b})
		}
	}
	return out
}

func (l *lexer) dict() dict {
	d := dict{}
	l.depth++
	defer func() { l.depth-- }()
	var out array
	for l.depth < lexDepth {
		v, ok := l.next()
		if !ok || v == operator(">>") {
			break
		}
		if op, is := v.(operator); is {
			if op == "endobj" || op == "stream" { // the end is missing
				l.at -= len(op)
				break
			}
			out = reference(out, op)
			continue
		}
		out = append(out, v)
	}
	for i := 0; i+1 < len(out); i++ {
		if key, ok := out[i].(name); ok {
			d[key] = out[i+1]
			i++
		}
	}
	return d
}

// object reads "5 0 obj … endobj" at the place the lexer stands.
func (l *lexer) object(length func(any) int) (ref, any, bool) {
	n, _ := l.next()
	g, _ := l.next()
	op, _ := l.next()
	id, ok := n.(int)
	gen, ok2 := g.(int)
	if !ok || !ok2 || op != operator("obj") {
		return ref{}, nil, false
	}
	v, ok := l.next()
	if !ok {
		return ref{}, nil, false
	}
	if op, is := v.(operator); is && op != "endobj" {
		return ref{}, nil, false
	} else if is {
		v = nil
	}
	at := ref{id, gen}
	if a, is := v.(int); is { // it may be a reference
		mark := l.at
		b, _ := l.next()
		r, _ := l.next()
		if n, ok := b.(int); ok && r == operator("R") {
			return at, ref{a, n}, true
		}
		l.at = mark
	}
	d, is := v.(dict)
	if !is {
		return at, v, true
	}
	mark := l.at
	if op, _ := l.next(); op != operator("stream") {
		l.at = mark
		return at, d, true
	}
	if l.at < len(l.b) && l.b[l.at] == '\r' {
		l.at++
	}
	if l.at < len(l.b) && l.b[l.at] == '\n' {
		l.at++
	}
	raw := l.b[l.at:]
	if n := length(d["Length"]); n >= 0 && n <= len(raw) {
		if rest := bytes.TrimLeft(raw[n:min(len(raw), n+16)], "\r\n \t"); bytes.HasPrefix(rest, []byte("endstream")) {
			l.at += n
			return at, &stream{d, raw[:n], at}, true
		}
	}
	if i := bytes.Index(raw, []byte("endstream")); i >= 0 {
		raw = raw[:i]
	}
	l.at += len(raw)
	return at, &stream{d, raw, at}, true
}
