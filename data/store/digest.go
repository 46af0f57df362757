package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"parallax/data"
)

// digest is the SHA-256 of b in hex.
func digest[T string | []byte](b T) string {
	sum := sha256.Sum256([]byte(b))
	return hex.EncodeToString(sum[:])
}

// noteDigest is the SHA-256 over all a note holds. Each part is written with
// its length in front, so that no two notes are written alike. The order is
// part of the file format.
func noteDigest(n *data.Note) string {
	h := sha256.New()
	number := func(i int64) { binary.Write(h, binary.BigEndian, i) }
	word := func(s string) { number(int64(len(s))); h.Write([]byte(s)) }
	word(string(n.ID))
	word(string(n.EventID))
	word(n.Body)
	word(n.Author)
	number(ms(n.Created))
	number(ms(n.Updated))
	number(int64(len(n.Anchors)))
	for _, a := range n.Anchors {
		word(string(a.ReportID))
		number(int64(a.Side))
		number(int64(a.Start))
		number(int64(a.End))
		word(a.Quote)
		word(a.Before)
		word(a.After)
		loose := int64(0)
		if a.Loose {
			loose = 1
		}
		number(loose)
	}
	number(int64(len(n.Tags)))
	for _, t := range n.Tags {
		word(t)
	}
	return hex.EncodeToString(h.Sum(nil))
}

var errText = errors.New("it is not text: it has a NUL or is not UTF-8")

// storable refuses text that other programs and later versions could not read
// back: SQLite itself takes any bytes.
func storable(texts ...string) error {
	for _, s := range texts {
		if !utf8.ValidString(s) || strings.IndexByte(s, 0) >= 0 {
			return &data.Problem{
				Said: "This text has signs in it that cannot be kept.",
				Next: "Copy the words again, from a page where they read well.",
				Err:  fmt.Errorf("%.20q: %w", s, errText),
			}
		}
	}
	return nil
}

// keyed refuses a record without an ID.
func keyed(ids ...data.ID) error {
	for _, id := range ids {
		if id == "" {
			return errors.New("a record has no ID")
		}
		if err := storable(string(id)); err != nil {
			return err
		}
	}
	return nil
}
