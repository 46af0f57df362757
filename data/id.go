package data

import (
	"crypto/rand"
	"encoding/hex"
	"time"
)

// An ID names one record for ever, in this library and in any other it is
// handed to. It is a UUID version 7 (RFC 9562) in its usual 36 letters, so IDs
// made later sort later, to the millisecond.
type ID string

// NewID returns an ID that no other record has.
func NewID() ID { return newID(time.Now()) }

func newID(now time.Time) ID {
	var b [16]byte
	rand.Read(b[6:]) // never fails, see crypto/rand
	ms := uint64(now.UnixMilli())
	for i := range 6 {
		b[i] = byte(ms >> (40 - 8*i))
	}
	b[6] = b[6]&0x0f | 0x70
	b[8] = b[8]&0x3f | 0x80
	var s [36]byte
	hex.Encode(s[0:8], b[0:4])
	hex.Encode(s[9:13], b[4:6])
	hex.Encode(s[14:18], b[6:8])
	hex.Encode(s[19:23], b[8:10])
	hex.Encode(s[24:36], b[10:16])
	s[8], s[13], s[18], s[23] = '-', '-', '-', '-'
	return ID(s[:])
}
