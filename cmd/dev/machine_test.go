package main

import (
	"context"
	"strings"
	"testing"
)

func TestMissingNamesWhatIsNotThere(t *testing.T) {
	parts := []part{
		{"go", "golang", command("go")},
		{"a tool nobody has", "no-such-package", command("parallax-no-such-tool")},
		{"headers nobody has", "no-such-headers", compiles("#include <parallax/no/such.h>\nint main(void) { return 0; }")},
	}
	lacks := missing(context.Background(), parts)
	if len(lacks) != 2 || lacks[0].debian != "no-such-package" || lacks[1].debian != "no-such-headers" {
		t.Errorf("missing: %+v", lacks)
	}
}

func TestElsewhereSaysWhatIsNeeded(t *testing.T) {
	said := elsewhere([]string{"a C compiler", "the X11 headers"})
	if !strings.Contains(said, "a C compiler, the X11 headers") || !strings.Contains(said, "\n") {
		t.Errorf("said %q", said)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in, want string
		letters  int
	}{{"été", "été", 3}, {"étéé", "ét…", 3}, {"", "", 3}} {
		if got := shorten(c.in, c.letters); got != c.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", c.in, c.letters, got, c.want)
		}
	}
}
