package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
)

func TestVerifyFindsWhatChangedUnseen(t *testing.T) {
	ctx := context.Background()
	for change, want := range map[string]string{
		`UPDATE report SET text = replace(text, 'Monday', 'Tuesday')`:                         "The text of the report “Ostermark bridge shut” is not as it was saved.",
		`DROP TRIGGER source_is_kept; UPDATE source SET bytes = x'00'`:                        "The page “bridge.txt” is not as it was saved.",
		`DROP TRIGGER source_is_kept; UPDATE source SET text = text || '.'`:                   "The page “bridge.txt” is not as it was saved.",
		`UPDATE note SET body = 'mine'`:                                                       "The note “mine” is not as it was saved.",
		`UPDATE anchor SET starts = starts + 1`:                                               "The note “body” is not as it was saved.",
		`UPDATE tag SET code = 'WO'`:                                                          "The note “body” is not as it was saved.",
		`UPDATE note_words_content SET c0body = 'other'`:                                      "The file does not hold together",
		`PRAGMA foreign_keys = OFF; UPDATE note SET event_id = 'x'; PRAGMA foreign_keys = ON`: "The file does not hold together",
	} {
		s := newShelf(t)
		r := s.addReport("The Courier", bridgeText)
		must(t, s.SaveNote(ctx, s.note(r, 0, 9, "body", "NA")))
		must(t, s.Verify(ctx))
		_, err := s.db.Exec(change)
		must(t, err)
		err = s.Verify(ctx)
		var d *Damaged
		if !errors.As(err, &d) || !strings.HasPrefix(strings.Join(d.Found, " "), want) {
			t.Errorf("%s: %v", change, err)
		}
	}
}

// One letter of a note's text is turned in the file itself, as a bad disk does.
func TestVerifyFindsATurnedBit(t *testing.T) {
	ctx := context.Background()
	s := newShelf(t)
	r := s.addReport("The Courier", bridgeText)
	must(t, s.SaveNote(ctx, s.note(r, 0, 9, "unmistakable")))
	must(t, s.Close())
	b, err := os.ReadFile(s.Path())
	must(t, err)
	turned := 0
	for at := 0; ; turned++ {
		i := bytes.Index(b[at:], []byte("unmistakable"))
		if i < 0 {
			break
		}
		b[at+i] ^= 1
		at += i + 1
	}
	if turned == 0 {
		t.Fatal("the note is not in the file")
	}
	must(t, os.WriteFile(s.Path(), b, 0o600))
	l, err := Open(ctx, s.Path())
	must(t, err)
	defer l.db.Close()
	var d *Damaged
	if err := l.Verify(ctx); !errors.As(err, &d) || d.Backup != s.backups()[0].Path {
		t.Errorf("a turned bit: %v", err)
	}
}
