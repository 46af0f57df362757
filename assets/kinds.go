package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

// A Family is a group of kinds that are drawn alike.
type Family struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// A Kind is one kind of difference between two reports, and the tag for it.
type Kind struct {
	ID         string `json:"id"`     // "naming"
	Code       string `json:"code"`   // two letters, "NA"; what a Note keeps in Tags
	Family     string `json:"family"` // a Family's ID; empty for the extra tags
	Level      int    `json:"level"`  // 1 in a first lesson, 2 from the second on, 3 for older groups; 0 for the extra tags
	Label      string `json:"label"`  // "Names and labels"
	Definition string `json:"definition"`
	Question   string `json:"question"`   // what a reader may ask herself; empty for the extra tags
	On         bool   `json:"default_on"` // offered until a teacher says otherwise
}

//go:embed kinds.json
var kindsFile []byte

var kinds = sync.OnceValue(func() (k struct {
	Families []Family `json:"families"`
	Kinds    []Kind   `json:"kinds"`
	Extra    []Kind   `json:"extra_tags"`
	Starters map[string][]string
}) {
	if err := json.Unmarshal(kindsFile, &k); err != nil {
		panic(fmt.Sprintf("read the embedded kinds.json: %v", err))
	}
	return k
})

// Families returns the families in the order they are shown.
func Families() []Family { return append([]Family(nil), kinds().Families...) }

// Kinds returns the kinds of difference, family by family, in the order they are shown.
func Kinds() []Kind { return append([]Kind(nil), kinds().Kinds...) }

// ExtraTags returns the tags that are not a kind of difference: same meaning,
// not sure yet, my own kind.
func ExtraTags() []Kind { return append([]Kind(nil), kinds().Extra...) }

// Tags returns every tag in the order they are offered: the kinds of level 1
// first, then of 2 and 3, then the extra tags.
func Tags() []Kind {
	var tags []Kind
	for level := 1; level <= 3; level++ {
		for _, k := range kinds().Kinds {
			if k.Level == level {
				tags = append(tags, k)
			}
		}
	}
	return append(tags, kinds().Extra...)
}

// Starters returns how a sentence of a note with a tag may begin, one to three
// beginnings that end in "…": those of the extra tag or the kind's family with
// this code, or, for a note without a tag and for any other tag, some that fit all.
func Starters(code string) []string {
	for _, key := range []string{code, familyOf(code)} {
		if list := kinds().Starters[key]; len(list) > 0 {
			return append([]string(nil), list...)
		}
	}
	return nil
}

func familyOf(code string) string {
	k, _ := KindByCode(code)
	return k.Family
}

// KindByCode returns the kind or extra tag with this code, and whether there is one.
func KindByCode(code string) (Kind, bool) {
	for _, k := range Tags() {
		if k.Code == code {
			return k, true
		}
	}
	return Kind{}, false
}
