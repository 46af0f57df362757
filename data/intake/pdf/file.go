package pdf

import (
	"bytes"
	"errors"
	"strconv"

	"parallax/data/intake/document"
)

// A file gives the objects of a PDF by their numbers. It is read by its own
// table where that leads to objects, else by looking for them.
type file struct {
	b       []byte
	places  map[int]place
	trailer dict
	cache   map[int]any
	packs   map[int]map[int]any // objects in a stream of objects, by its number
	lock    *lock
	shut    error // why it cannot be unlocked
	left    int   // bytes that may still be unpacked
	rebuilt bool
}

// A place says where an object lies: at an offset, or in a stream of objects.
type place struct{ at, pack int }

var (
	errLocked  = errors.New("needs a password")
	errNoPages = errors.New("no pages")
	errUnpacks = errors.New("unpacks to too much")
)

func openFile(b []byte) (*file, error) {
	f := &file{b: b, left: document.MaxUnpacked}
	f.forget()
	f.readTables()
	f.unlock()
	if f.shut == nil && f.root() == nil && !f.rebuilt {
		f.rebuild()
	}
	switch {
	case f.shut != nil:
		return nil, f.shut
	case f.root() == nil:
		return nil, errNoPages
	}
	return f, nil
}

// unlock opens the lock of an encrypted file. All but the description of the
// lock may be locked: what was read of it before is forgotten.
func (f *file) unlock() {
	before := f.rebuilt
	d, ok := f.get(f.trailer["Encrypt"]).(dict)
	if !ok || f.rebuilt != before { // a file rebuilt on the way was unlocked then
		return
	}
	f.lock, f.shut = openLock(f, d)
	f.cache, f.packs = map[int]any{}, map[int]map[int]any{}
}

func (f *file) forget() {
	f.places, f.trailer, f.cache, f.packs = map[int]place{}, dict{}, map[int]any{}, map[int]map[int]any{}
}

// root is the dictionary of the document's pages, nil where there is none.
func (f *file) root() dict {
	r, _ := f.get(f.trailer["Root"]).(dict)
	if p, ok := f.get(r["Pages"]).(dict); ok {
		return p
	}
	return nil
}

// readTables follows the tables from the last one back.
func (f *file) readTables() {
	tail := f.b[max(0, len(f.b)-2048):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 {
		return
	}
	l := lexer{b: tail, at: i + len("startxref")}
	v, _ := l.next()
	at, ok := v.(int)
	seen := map[int]bool{}
	for next := []int{at}; ok && len(next) > 0 && len(seen) < 1000; {
		at, next = next[0], next[1:]
		if at < 0 || at >= len(f.b) || seen[at] {
			continue
		}
		seen[at] = true
		d := f.readTable(at)
		for k, v := range d {
			if _, known := f.trailer[k]; !known {
				f.trailer[k] = v
			}
		}
		for _, k := range []name{"XRefStm", "Prev"} {
			if n, ok := d[k].(int); ok {
				next = append(next, n)
			}
		}
	}
}

// readTable reads one table and returns the dictionary that goes with it.
func (f *file) readTable(at int) dict {
	l := lexer{b: f.b, at: at}
	v, _ := l.next()
	if v != operator("xref") {
		l.at = at
		_, v, ok := l.object(f.length)
		if s, is := v.(*stream); ok && is {
			f.readTableStream(s)
			return s.dict
		}
		return nil
	}
	for {
		v, ok := l.next()
		if v == operator("trailer") {
			d, _ := l.next()
			found, _ := d.(dict)
			return found
		}
		c, _ := l.next()
		first, ok1 := v.(int)
		count, ok2 := c.(int)
		if !ok || !ok1 || !ok2 {
			return nil
		}
		for i := first; i < first+count && len(f.places) < document.MaxPDFObjects; i++ {
			at, ok := l.next()
			_, _ = l.next()
			kind, _ := l.next()
			offset, is := at.(int)
			if !ok || !is {
				return nil
			}
			if _, known := f.places[i]; !known && kind == operator("n") {
				f.places[i] = place{at: offset}
			}
		}
	}
}

// readTableStream reads a table that is a stream.
func (f *file) readTableStream(s *stream) {
	b, err := f.decode(s)
	widths, _ := s.dict["W"].(array)
	if err != nil && len(b) == 0 || len(widths) < 3 {
		return
	}
	var w [3]int
	for i := range w {
		w[i], _ = widths[i].(int)
		if w[i] < 0 || w[i] > 8 {
			return
		}
	}
	index, _ := s.dict["Index"].(array)
	if index == nil {
		index = array{0, s.dict["Size"]}
	}
	size := w[0] + w[1] + w[2]
	for ; len(index) >= 2 && size > 0; index = index[2:] {
		first, _ := index[0].(int)
		count, _ := index[1].(int)
		for i := first; i < first+count && len(b) >= size && len(f.places) < document.MaxPDFObjects; i++ {
			field := func(from, n, none int) int {
				if n == 0 {
					return none
				}
				v := 0
				for _, c := range b[from : from+n] {
					v = v<<8 | int(c)
				}
				return v
			}
			kind, a := field(0, w[0], 1), field(w[0], w[1], 0)
			b = b[size:]
			if _, known := f.places[i]; known {
				continue
			}
			switch kind {
			case 1:
				f.places[i] = place{at: a}
			case 2:
				f.places[i] = place{pack: a}
			}
		}
	}
}

// rebuild looks for objects all through the file; of two with one number the
// last counts.
func (f *file) rebuild() {
	f.rebuilt = true
	lock := f.lock
	f.forget()
	f.lock = lock
	var packs []int
	for at := 0; at < len(f.b) && len(f.places) < document.MaxPDFObjects; {
		i := bytes.Index(f.b[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		start := objectStart(f.b, at-3)
		if start < 0 {
			continue
		}
		l := lexer{b: f.b, at: start}
		n, _ := l.next()
		id, _ := n.(int)
		f.places[id] = place{at: start}
		head := f.b[at:min(len(f.b), at+400)]
		if bytes.Contains(head, []byte("ObjStm")) {
			packs = append(packs, id)
		}
		if bytes.Contains(head, []byte("XRef")) || bytes.Contains(head, []byte("Catalog")) {
			f.noteRoot(ref{number: id}, start)
		}
	}
	for at := 0; ; {
		i := bytes.Index(f.b[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		l := lexer{b: f.b, at: at}
		if v, _ := l.next(); v != nil {
			if d, ok := v.(dict); ok {
				for k, v := range d {
					f.trailer[k] = v
				}
			}
		}
	}
	if f.lock == nil {
		f.unlock()
	}
	for _, id := range packs {
		for n := range f.unpack(id) {
			if _, known := f.places[n]; !known {
				f.places[n] = place{pack: id}
			}
		}
	}
	if f.root() == nil { // the catalogue may lie in a stream of objects
		last := -1
		for _, id := range packs {
			for n, v := range f.unpack(id) {
				if d, ok := v.(dict); ok && d["Type"] == name("Catalog") {
					last = max(last, n)
				}
			}
		}
		f.trailer["Root"] = ref{number: last}
	}
}

func (f *file) noteRoot(id ref, at int) {
	l := lexer{b: f.b, at: at}
	_, v, _ := l.object(func(any) int { return -1 })
	switch v := v.(type) {
	case *stream:
		for _, k := range []name{"Root", "Encrypt", "ID", "Info"} {
			if x, ok := v.dict[k]; ok {
				f.trailer[k] = x
			}
		}
	case dict:
		if v["Type"] == name("Catalog") {
			f.trailer["Root"] = id
		}
	}
}

// objectStart is where "12 0 " before "obj" at end begins, -1 when it is not there.
func objectStart(b []byte, end int) int {
	i := end
	back := func(is func(byte) bool, least int) bool {
		n := 0
		for i > 0 && is(b[i-1]) && n < 12 {
			i--
			n++
		}
		return n >= least
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	if back(isSpace, 1) && back(digit, 1) && back(isSpace, 1) && back(digit, 1) {
		return i
	}
	return -1
}

// get is the object behind v: v itself, or what the reference v leads to.
func (f *file) get(v any) any {
	for range 32 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = f.object(r.number)
	}
	return nil
}

func (f *file) object(n int) any {
	if v, ok := f.cache[n]; ok {
		return v
	}
	f.cache[n] = nil // what leads to itself is nothing
	p, ok := f.places[n]
	if !ok {
		return nil
	}
	var v any
	if p.pack > 0 {
		v = f.unpack(p.pack)[n]
	} else {
		l := lexer{b: f.b, at: max(0, min(p.at, len(f.b)))}
		id, found, ok := l.object(f.length)
		if !ok || id.number != n {
			if f.rebuilt {
				return nil
			}
			f.rebuild()
			return f.object(n)
		}
		v = f.lock.open(id, found)
	}
	f.cache[n] = v
	return v
}

// length is the value of the Length of a stream, -1 where it is not known.
func (f *file) length(v any) int {
	if n, ok := f.get(v).(int); ok {
		return n
	}
	return -1
}

// unpack returns the objects in a stream of objects by their numbers.
func (f *file) unpack(id int) map[int]any {
	if got, ok := f.packs[id]; ok {
		return got
	}
	f.packs[id] = nil
	if f.places[id].pack > 0 {
		return nil
	}
	s, ok := f.object(id).(*stream)
	if !ok {
		return nil
	}
	b, _ := f.decode(s) // as far as it goes
	first, _ := f.get(s.dict["First"]).(int)
	count, _ := f.get(s.dict["N"]).(int)
	if first < 0 || first > len(b) {
		return nil
	}
	out := map[int]any{}
	head := lexer{b: b[:first]}
	for range min(count, document.MaxPDFObjects) {
		n, ok := head.next()
		at, _ := head.next()
		number, ok1 := n.(int)
		offset, ok2 := at.(int)
		if !ok || !ok1 || !ok2 {
			break
		}
		if at := first + offset; at >= first && at < len(b) {
			body := lexer{b: b, at: at}
			if v, ok := body.next(); ok {
				if _, is := v.(operator); !is {
					out[number] = v
				}
			}
		}
	}
	f.packs[id] = out
	return out
}

func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array { a, _ := f.get(v).(array); return a }
func (f *file) name(v any) string { n, _ := f.get(v).(name); return string(n) }
func (f *file) int(v any) int     { return int(f.number(v)) }

func (f *file) number(v any) float64 {
	switch v := f.get(v).(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	return 0
}

// said is a text of the document's description, which is in UTF-16, UTF-8 or
// the encoding of PDF, near enough to Latin-1.
func (f *file) said(v any) string {
	t, _ := f.get(v).(text)
	s := string(t)
	switch {
	case len(s) >= 2 && s[:2] == "\xfe\xff":
		return utf16Text(s[2:])
	case len(s) >= 3 && s[:3] == "\xef\xbb\xbf":
		return s[3:]
	}
	return windows(s)
}

// pages lists the pages in their order, at most most of them, and says how many
// there are.
func (f *file) pages(most int) (list []dict, all int) {
	seen := map[string]bool{}
	var walk func(v any, inherited dict, depth int)
	walk = func(v any, inherited dict, depth int) {
		if r, ok := v.(ref); ok {
			if seen[strconv.Itoa(r.number)] {
				return
			}
			seen[strconv.Itoa(r.number)] = true
		}
		d := f.dict(v)
		if d == nil || depth > lexDepth || all > document.MaxPDFObjects {
			return
		}
		page := dict{}
		for _, k := range []name{"Resources", "MediaBox", "CropBox", "Rotate"} {
			if x, ok := d[k]; ok {
				page[k] = x
			} else if x, ok := inherited[k]; ok {
				page[k] = x
			}
		}
		kids, ok := f.get(d["Kids"]).(array)
		if !ok {
			if all++; len(list) < most {
				page["Contents"] = d["Contents"]
				list = append(list, page)
			}
			return
		}
		for _, k := range kids {
			walk(k, page, depth+1)
		}
	}
	walk(f.root(), nil, 0)
	return list, all
}
