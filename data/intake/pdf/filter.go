package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"
	"io"

	"parallax/data/intake/document"
)

// decode unpacks the bytes of a stream. Of one that is damaged it returns what
// could be unpacked, with the error.
func (f *file) decode(s *stream) ([]byte, error) {
	b := s.raw
	filters, params := f.list(s.dict["Filter"], s.dict["F"]), f.list(s.dict["DecodeParms"], s.dict["DP"])
	for i, filter := range filters {
		var p dict
		if i < len(params) {
			p = f.dict(params[i])
		}
		most := min(f.left, document.MaxPart)
		out, err := unfilter(f.name(filter), f, p, b, most)
		if len(out) >= most {
			return nil, errUnpacks
		}
		f.left -= len(out)
		if b = out; err != nil {
			return b, err
		}
	}
	return b, nil
}

// list is an array, or the one value that stands for it; the second name is
// the one inline pictures use.
func (f *file) list(v, short any) array {
	if v == nil {
		v = short
	}
	switch v := f.get(v).(type) {
	case nil:
		return nil
	case array:
		return v
	default:
		return array{v}
	}
}

var errFilter = errors.New("a filter for pictures, or none that is known")

// unfilter undoes one filter; it gives at most most bytes.
func unfilter(filter string, f *file, p dict, b []byte, most int) ([]byte, error) {
	var r io.Reader
	switch filter {
	case "FlateDecode", "Fl":
		// The two bytes in front and the sum behind are passed by: damaged
		// files often fail only there.
		if len(b) < 2 {
			return nil, io.ErrUnexpectedEOF
		}
		r = flate.NewReader(bytes.NewReader(b[2:]))
	case "LZWDecode", "LZW":
		early := 1
		if v, ok := p["EarlyChange"]; ok {
			early = f.int(v)
		}
		return predicted(f, p, unLZW(b, early, most))
	case "ASCII85Decode", "A85":
		if i := bytes.Index(b, []byte("~")); i >= 0 {
			b = b[:i]
		}
		r = ascii85.NewDecoder(bytes.NewReader(bytes.TrimPrefix(bytes.TrimSpace(b), []byte("<~"))))
	case "ASCIIHexDecode", "AHx":
		l := lexer{b: b}
		return []byte(l.hex()), nil
	case "RunLengthDecode", "RL":
		return unRun(b, most), nil
	case "Crypt":
		return b, nil
	default:
		return nil, errFilter
	}
	out, err := io.ReadAll(io.LimitReader(r, int64(most)))
	if len(out) > 0 && errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	if filter == "FlateDecode" || filter == "Fl" {
		undone, _ := predicted(f, p, out)
		return undone, err
	}
	return out, err
}

// predicted undoes the differences rows of bytes were stored as (7.4.4.4).
func predicted(f *file, p dict, b []byte) ([]byte, error) {
	kind := f.int(p["Predictor"])
	if kind < 2 {
		return b, nil
	}
	of := func(k name, none int) int {
		if n := f.int(p[k]); n > 0 && n < 1<<16 {
			return n
		}
		return none
	}
	colours, bits, columns := of("Colors", 1), of("BitsPerComponent", 8), of("Columns", 1)
	size := max(1, (colours*bits+7)/8)
	row := (colours*bits*columns + 7) / 8
	if kind == 2 {
		for at := 0; bits == 8 && at+row <= len(b); at += row {
			for i := at + size; i < at+row; i++ {
				b[i] += b[i-size]
			}
		}
		return b, nil
	}
	var out []byte
	above := make([]byte, row)
	for len(b) > 1 {
		how, line := b[0], b[1:min(len(b), row+1)]
		b = b[min(len(b), row+1):]
		for i := range line {
			var left, corner byte
			if i >= size {
				left, corner = line[i-size], above[i-size]
			}
			switch how {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, line...)
		copy(above, line)
	}
	return out, nil
}

// paeth picks the one of three neighbours nearest to left + up − corner.
func paeth(left, up, corner byte) byte {
	p := int(left) + int(up) - int(corner)
	far := func(c byte) int { return max(p-int(c), int(c)-p) }
	switch a, b, c := far(left), far(up), far(corner); {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func unRun(b []byte, most int) []byte {
	var out []byte
	for len(b) > 1 && b[0] != 128 && len(out) < most {
		if n := int(b[0]); n < 128 {
			n = min(n+1, len(b)-1)
			out = append(out, b[1:1+n]...)
			b = b[1+n:]
		} else {
			out = append(out, bytes.Repeat(b[1:2], 257-n)...)
			b = b[2:]
		}
	}
	return out
}

// unLZW undoes the compression of Lempel, Ziv and Welch in the form TIFF has it,
// in which codes grow one entry early when early is 1.
func unLZW(b []byte, early, most int) []byte {
	const clear, end = 256, 257
	var out []byte
	table := make([][]byte, 258, 4096)
	for i := range 256 {
		table[i] = []byte{byte(i)}
	}
	width, bits, n := 9, 0, 0
	var last []byte
	for _, c := range b {
		bits, n = bits<<8|int(c), n+8
		if n < width {
			continue
		}
		code := bits >> (n - width) & (1<<width - 1)
		n -= width
		bits &= 1<<n - 1
		switch {
		case code == clear:
			table, width, last = table[:258], 9, nil
			continue
		case code == end || len(out) > most:
			return out
		}
		var entry []byte
		switch {
		case code < len(table):
			entry = table[code]
		case last != nil:
			entry = append(last[:len(last):len(last)], last[0])
		default:
			return out
		}
		out = append(out, entry...)
		if last != nil && len(table) < 4096 {
			table = append(table, append(last[:len(last):len(last)], entry[0]))
		}
		last = entry
		for width < 12 && len(table)+early >= 1<<width {
			width++
		}
	}
	return out
}
