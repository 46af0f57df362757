package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// A lock opens the strings and streams of a PDF that is encrypted but asks for
// no password to be read: its owner only forbids to change or print it (7.6).
type lock struct {
	key     []byte
	strings string // how strings are locked: "RC4", "AESV2", "AESV3", "" not at all
	streams string
	own     bool // of AESV3: every object has the file's key
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// openLock makes the key of a file that an empty password opens, or errLocked.
func openLock(f *file, d dict) (*lock, error) {
	version, revision := f.int(d["V"]), f.int(d["R"])
	l := &lock{strings: "RC4", streams: "RC4"}
	switch {
	case f.name(d["Filter"]) != "Standard":
		return nil, errLocked
	case version == 4 || version == 5:
		how := func(k name) string {
			filter := f.name(d[k])
			m := f.name(f.dict(f.dict(d["CF"])[name(filter)])["CFM"])
			switch {
			case filter == "Identity" || filter == "" || m == "None":
				return ""
			case m == "V2":
				return "RC4"
			}
			return m
		}
		l.strings, l.streams = how("StrF"), how("StmF")
	case version != 1 && version != 2:
		return nil, errLocked
	}
	raw := func(k name) []byte { t, _ := f.get(d[k]).(text); return []byte(t) }
	if version == 5 {
		l.own = true
		l.key = key5(raw("U"), raw("UE"), revision)
	} else {
		bits := 40
		if version >= 2 {
			if n := f.int(d["Length"]); n >= 40 && n <= 128 {
				bits = n
			}
			if version == 4 {
				bits = 128
			}
		}
		var id text
		if ids := f.array(f.trailer["ID"]); len(ids) > 0 {
			id, _ = f.get(ids[0]).(text)
		}
		open, given := f.get(d["EncryptMetadata"]).(bool)
		l.key = key4(raw("O"), raw("U"), f.int(d["P"]), []byte(id), revision, bits/8, given && !open)
	}
	if l.key == nil {
		return nil, errLocked
	}
	return l, nil
}

// key4 is algorithm 2 of the standard with an empty password, and 6 to see
// whether that is it; nil when it is not.
func key4(o, u []byte, permissions int, id []byte, revision, size int, plainMeta bool) []byte {
	if len(o) < 32 || len(u) < 16 || size < 5 || size > 16 {
		return nil
	}
	h := md5.New()
	h.Write(padding)
	h.Write(o[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(permissions)))
	h.Write(id)
	if revision >= 4 && plainMeta {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	} else {
		size = 5
	}
	key = key[:size]
	want := bytes.Clone(padding)
	if revision >= 3 {
		sum := md5.Sum(append(bytes.Clone(padding), id...))
		want = sum[:]
		for i := range 20 {
			k := bytes.Clone(key)
			for j := range k {
				k[j] ^= byte(i)
			}
			crypt4(k, want)
		}
	} else {
		crypt4(key, want)
	}
	if !bytes.HasPrefix(u, want[:16]) {
		return nil
	}
	return key
}

func crypt4(key, b []byte) {
	if c, err := rc4.NewCipher(key); err == nil { // keys are 5 to 16 bytes
		c.XORKeyStream(b, b)
	}
}

// key5 is algorithm 2.A of ISO 32000-2 with an empty password.
func key5(u, ue []byte, revision int) []byte {
	if len(u) < 48 || len(ue) < 32 {
		return nil
	}
	hash := func(salt []byte) []byte {
		if revision >= 6 {
			return hash6(salt)
		}
		sum := sha256.Sum256(salt)
		return sum[:]
	}
	if !bytes.Equal(hash(u[32:40]), u[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(u[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, ue[:32])
	return key
}

// hash6 is algorithm 2.B of ISO 32000-2 with an empty password.
func hash6(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, c := range e[:16] {
			rest += int(c)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// open unlocks the strings and the bytes of an object. A nil lock leaves all as
// it is.
func (l *lock) open(id ref, v any) any {
	if l == nil {
		return v
	}
	switch v := v.(type) {
	case text:
		return text(l.crypt(l.strings, id, []byte(v)))
	case array:
		for i := range v {
			v[i] = l.open(id, v[i])
		}
	case dict:
		for k := range v {
			v[k] = l.open(id, v[k])
		}
	case *stream:
		l.open(id, v.dict)
		if v.dict["Type"] != name("XRef") {
			v.raw = l.crypt(l.streams, id, v.raw)
		}
	}
	return v
}

func (l *lock) crypt(how string, id ref, b []byte) []byte {
	if how == "" {
		return b
	}
	key := l.key
	if !l.own {
		k := append(bytes.Clone(key), byte(id.number), byte(id.number>>8), byte(id.number>>16), byte(id.generation), byte(id.generation>>8))
		if how == "AESV2" {
			k = append(k, "sAlT"...)
		}
		sum := md5.Sum(k)
		key = sum[:min(16, len(l.key)+5)]
	}
	if how == "RC4" {
		out := bytes.Clone(b)
		crypt4(key, out)
		return out
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(b) < 32 {
		return nil
	}
	out := make([]byte, (len(b)-16)&^15)
	cipher.NewCBCDecrypter(block, b[:16]).CryptBlocks(out, b[16:16+len(out)])
	if n := int(out[len(out)-1]); n >= 1 && n <= 16 {
		out = out[:len(out)-n]
	}
	return out
}
