package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The program says of itself what packagers are told.
func TestAboutIsAsPackaged(t *testing.T) {
	packaged, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		fmt.Sprintf("ID = %q", about.ID), fmt.Sprintf("Name = %q", about.Name),
		fmt.Sprintf("Version = %q", about.Version), fmt.Sprintf("Build = %d", about.Build),
	} {
		if !strings.Contains(string(packaged), line) {
			t.Errorf("FyneApp.toml does not say %s", line)
		}
	}
}
