package text

// A formTable finds forms by how they are written. Nearly every token of a text
// is looked up here, so most words, those of up to eight bytes, stand in the
// table's slots themselves.
type formTable struct {
	slots   []formSlot // a hash table, at most half full
	written []string   // by Form.ID
}

// A formSlot is how a form is written: its bytes or, of more than eight, their hash.
type formSlot struct {
	bytes  uint64
	length int32 // in bytes; 0 where the slot is free
	id     int32
}

// newFormTable returns a table with room for so many forms; more make it grow.
func newFormTable(forms int) *formTable {
	size := 128
	for size < 2*forms {
		size *= 2
	}
	return &formTable{slots: make([]formSlot, size)}
}

// find returns the number of the form written so. Where there is none it takes
// the next one, and reports false.
func (t *formTable) find(written string) (id int, ok bool) {
	want := formSlot{length: int32(len(written))}
	if len(written) <= 8 {
		for i := range len(written) {
			want.bytes = want.bytes<<8 | uint64(written[i])
		}
	} else {
		for i := range len(written) {
			want.bytes = (want.bytes ^ uint64(written[i])) * 0x100000001b3 // FNV
		}
	}
	at := t.slot(want, written)
	if at.length > 0 {
		return int(at.id), true
	}
	want.id = int32(len(t.written))
	*at = want
	t.written = append(t.written, written)
	if 2*len(t.written) > len(t.slots) {
		old := t.slots
		t.slots = make([]formSlot, 2*len(old))
		for _, s := range old {
			if s.length > 0 {
				*t.slot(s, t.written[s.id]) = s
			}
		}
	}
	return int(want.id), false
}

// slot returns the slot of what is written or, where it is new, its free one.
func (t *formTable) slot(want formSlot, written string) *formSlot {
	mask := uint64(len(t.slots) - 1)
	for i := want.bytes * 0x9e3779b97f4a7c15 >> 32 & mask; ; i = (i + 1) & mask {
		s := &t.slots[i]
		if s.length == 0 || s.bytes == want.bytes && s.length == want.length && (s.length <= 8 || t.written[s.id] == written) {
			return s
		}
	}
}
