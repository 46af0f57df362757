package pdf

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("PDF"))
	f, err := openFile(b)
	if err != nil {
		t.Fatal(err)
	}
	ps, _ := f.pages(200)
	d := newDrawer(f)
	for i, p := range ps {
		if fmt.Sprint(i+1) != os.Getenv("PAGE") {
			continue
		}
		l, _ := d.draw(p)
		for _, r := range rowsOf(wordsOf(l)) {
			fmt.Printf("%.1f %.1f:", r.y, r.size)
			for _, w := range r.words {
				fmt.Printf(" [%.1f-%.1f %s]", w.x0, w.x1, w.s)
			}
			fmt.Println()
		}
	}
}
