package store

import (
	"path/filepath"
	"runtime"
	"testing"
)

func TestDefaultPathIsTheSystemsPlace(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the other systems' paths are not absolute here")
	}
	for _, c := range []struct {
		system string
		env    map[string]string
		want   string
	}{
		{"linux", map[string]string{"HOME": "/home/mia"}, "/home/mia/.local/share/parallax/library.parallax"},
		{"linux", map[string]string{"HOME": "/home/mia", "XDG_DATA_HOME": "/data"}, "/data/parallax/library.parallax"},
		{"freebsd", map[string]string{"HOME": "/home/mia", "XDG_DATA_HOME": "data"}, "/home/mia/.local/share/parallax/library.parallax"},
		{"darwin", map[string]string{"HOME": "/Users/mia"}, "/Users/mia/Library/Application Support/Parallax/library.parallax"},
		{"windows", map[string]string{"LOCALAPPDATA": "/c/mia"}, "/c/mia/Parallax/library.parallax"},
		{"linux", nil, ""}, {"darwin", nil, ""}, {"windows", nil, ""},
	} {
		got, err := defaultPath(c.system, func(name string) string { return c.env[name] })
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s %v: %q, %v", c.system, c.env, got, err)
		}
	}
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", "")
	if got, err := DefaultPath(); err != nil || !filepath.IsAbs(got) {
		t.Errorf("here: %q, %v", got, err)
	}
}
