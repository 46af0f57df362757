package main

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

// The icons in the repository are what icon draws.
func TestIconsAreAsDrawn(t *testing.T) {
	for _, size := range []int{16, 32, 256, 512} {
		f, err := os.Open(filepath.Join("..", "..", "assets", "icon", fmt.Sprintf("icon-%d.png", size)))
		if err != nil {
			t.Fatal(err)
		}
		kept, err := png.Decode(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		drawn := drawIcon(size)
		if kept.Bounds() != drawn.Bounds() {
			t.Fatalf("the icon of %d is %v", size, kept.Bounds())
		}
		for y := range size {
			for x := range size {
				if kept.At(x, y) != drawn.At(x, y) {
					t.Fatalf("the icon of %d differs at %d, %d: draw it again with go run ./cmd/dev icon", size, x, y)
				}
			}
		}
	}
}
