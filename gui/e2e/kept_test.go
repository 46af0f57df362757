package e2e

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// What a window looked like when somebody last looked at it lies in testdata,
// reduced to a grid: each cell is the mean colour of its part of the window. So
// the pictures are small, and letters or edges drawn a little otherwise do not
// matter; a pane, a column of marks or a map that is not there does, and so does
// what moved by one cell, about half a line of text, or has another colour.
//
// After a change of the screen that is meant, `go run ./cmd/dev pictures` keeps
// new pictures (it runs TestViewsLookAsKept with PARALLAX_PICTURES=keep) and says
// where the whole windows are. Look at each of those before you commit.
const (
	gridWide, gridHigh = 96, 54

	// Two cells differ when their red, green or blue is further apart than this,
	// of 255, or when what red or blue has more than green is, which grey letters
	// do not change. All a dot lower changes two cells so; one map that is not
	// there changes forty, words of A tinted as those of B seventy and more.
	cellApart = 16
	tintApart = 8

	mostCells = 10 // may differ
)

// keeping reports whether the pictures are to be kept anew.
func keeping() bool { return os.Getenv("PARALLAX_PICTURES") == "keep" }

// cell is the part of a picture of some size that one cell of the grid stands for.
func cell(x, y int, size image.Point) image.Rectangle {
	return image.Rect(x*size.X/gridWide, y*size.Y/gridHigh, (x+1)*size.X/gridWide, (y+1)*size.Y/gridHigh)
}

// reduced is a picture as a grid of mean colours. The race detector, which the
// tests run with, would look at each of millions of dots.
//
//go:norace
func reduced(p picture) *image.RGBA {
	grid := image.NewRGBA(image.Rect(0, 0, gridWide, gridHigh))
	for cy := range gridHigh {
		for cx := range gridWide {
			c := cell(cx, cy, p.size)
			var sum [3]int
			for y := c.Min.Y; y < c.Max.Y; y++ {
				row := p.dots[3*(y*p.size.X+c.Min.X) : 3*(y*p.size.X+c.Max.X)]
				for i := 0; i < len(row); i += 3 {
					sum[0] += int(row[i])
					sum[1] += int(row[i+1])
					sum[2] += int(row[i+2])
				}
			}
			n := c.Dx() * c.Dy()
			grid.SetRGBA(cx, cy, color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 255})
		}
	}
	return grid
}

// differing lists the cells in which two grids differ.
func differing(a, b *image.RGBA) []image.Point {
	apart := func(p, q color.RGBA) bool {
		red, green, blue := int(p.R)-int(q.R), int(p.G)-int(q.G), int(p.B)-int(q.B)
		return max(red, -red, green, -green, blue, -blue) > cellApart ||
			max(red-green, green-red, blue-green, green-blue) > tintApart
	}
	var cells []image.Point
	for y := range gridHigh {
		for x := range gridWide {
			if apart(a.RGBAAt(x, y), b.RGBAAt(x, y)) {
				cells = append(cells, image.Pt(x, y))
			}
		}
	}
	return cells
}

// looksAsKept waits until the window looks as in the kept picture of a name.
func (p *program) looksAsKept(name string) {
	p.t.Helper()
	file := filepath.Join("testdata", name+".png")
	if keeping() {
		p.keepPicture(file, name)
		return
	}
	kept, err := readGrid(file)
	if err != nil {
		p.t.Fatal(err)
	}
	var shown picture
	var cells []image.Point
	p.await(func() bool {
		shown = p.shot()
		cells = differing(kept, reduced(shown))
		return p.sized(shown) && len(cells) <= mostCells
	}, func() string {
		return fmt.Sprintf("%s: %d of %d cells are not as kept, see %s", name, len(cells), gridWide*gridHigh, p.writeDifference(name, shown, cells))
	})
	for way, by := range map[string]image.Point{"down": {0, shown.size.Y / gridHigh}, "aside": {shown.size.X / gridWide, 0}} {
		if cells := differing(kept, reduced(shown.moved(by))); len(cells) <= mostCells {
			p.t.Errorf("%s: moved one cell %s it would still pass, with %d cells", name, way, len(cells))
		}
	}
}

// keepPicture keeps what the window shows once it shows something else than in
// the picture kept before.
func (p *program) keepPicture(file, name string) {
	p.t.Helper()
	var shown picture
	p.await(func() bool {
		p.rests(name)
		shown = p.settled()
		return p.sized(shown) && !alike(shown, p.kept)
	}, func() string { return name })
	p.kept = shown
	p.writePicture(file, reduced(shown), png.BestCompression)
	p.t.Logf("%s: the whole window is in %s", name, p.wholePicture(name, shown.image()))
}

// moved is a picture moved by some dots; what goes out comes in again.
func (s picture) moved(by image.Point) picture {
	cut := len(s.dots) - 3*(by.Y*s.size.X+by.X)
	return picture{s.size, append(append([]byte(nil), s.dots[cut:]...), s.dots[:cut]...)}
}

// writeDifference writes what the window shows, and the same once more faded but
// where it is not as kept. It returns the file of the latter.
func (p *program) writeDifference(name string, shown picture, cells []image.Point) string {
	p.t.Helper()
	seen := shown.image()
	p.wholePicture(name, seen)
	faded := image.NewRGBA(seen.Bounds())
	draw.Draw(faded, faded.Bounds(), image.NewUniform(color.Gray{128}), image.Point{}, draw.Src)
	draw.DrawMask(faded, faded.Bounds(), seen, image.Point{}, image.NewUniform(color.Alpha{64}), image.Point{}, draw.Over)
	for _, c := range cells {
		r := cell(c.X, c.Y, shown.size)
		draw.Draw(faded, r, image.NewUniform(color.RGBA{220, 0, 0, 255}), image.Point{}, draw.Src)
		draw.Draw(faded, r.Inset(1), seen, r.Min.Add(image.Pt(1, 1)), draw.Src)
	}
	return p.wholePicture(name+"-difference", faded)
}

// pictureFolder is a folder that outlives the tests, for a person to look into.
var pictureFolder = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "parallax-pictures-") })

// wholePicture writes a picture in all its dots into that folder and returns the file.
func (p *program) wholePicture(name string, img image.Image) string {
	p.t.Helper()
	folder, err := pictureFolder()
	if err != nil {
		p.t.Fatal(err)
	}
	file := filepath.Join(folder, name+".png")
	p.writePicture(file, img, png.BestSpeed)
	return file
}

func (p *program) writePicture(file string, img image.Image, how png.CompressionLevel) {
	p.t.Helper()
	f, err := os.Create(file)
	if err != nil {
		p.t.Fatal(err)
	}
	defer f.Close()
	if err := (&png.Encoder{CompressionLevel: how}).Encode(f, img); err != nil {
		p.t.Fatal(err)
	}
}

func readGrid(file string) (*image.RGBA, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	grid := image.NewRGBA(image.Rect(0, 0, gridWide, gridHigh))
	if img.Bounds() != grid.Bounds() {
		return nil, fmt.Errorf("%s is %v large, not a grid of %d × %d", file, img.Bounds().Size(), gridWide, gridHigh)
	}
	draw.Draw(grid, grid.Bounds(), img, image.Point{}, draw.Src)
	return grid, nil
}

// No two kept pictures pass for each other, so a view that does not open is seen.
func TestKeptPicturesDiffer(t *testing.T) {
	files, err := fs.Glob(os.DirFS("testdata"), "*.png")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d kept pictures: %v", len(files), err)
	}
	grids := make([]*image.RGBA, len(files))
	for i, f := range files {
		if grids[i], err = readGrid(filepath.Join("testdata", f)); err != nil {
			t.Fatal(err)
		}
		for k, other := range grids[:i] {
			// Side by side is the same at scale 2, but for the dots.
			if cells := differing(grids[i], other); len(cells) <= mostCells && f != "scale-2-side-by-side.png" && files[k] != "scale-2-side-by-side.png" {
				t.Errorf("%s and %s differ in %d cells only", f, files[k], len(cells))
			}
		}
	}
}

// The comparison sees a page that moved by half a line, lost a paragraph, a
// narrow column or its colour, and does not see letters a shade lighter or a dot
// to the side.
func TestComparisonOfPictures(t *testing.T) {
	const pitch, ink = 24, 9 // of the lines of a page, and of the letters on them
	type look struct {
		ink, tint    [3]byte
		aside, lines int
		noMap        bool
	}
	page := func(l look) picture {
		p := picture{image.Pt(1366, 768), make([]byte, 3*1366*768)}
		for y := range p.size.Y {
			for x := range p.size.X {
				dot := [3]byte{255, 255, 255}
				switch onLine := y/pitch < l.lines && x > 300 && x < 1000; {
				case x >= 190 && x < 206 && y > 150 && y < 650 && !l.noMap:
					dot = [3]byte{217, 216, 211}
				case onLine && y%pitch < ink && (x+l.aside)%7 < 3:
					dot = l.ink
				case onLine && y/pitch%4 == 1 && x < 500 && y%pitch < 18:
					dot = l.tint
				}
				copy(p.dots[3*(y*p.size.X+x):], dot[:])
			}
		}
		return p
	}
	violet, green := [3]byte{230, 226, 248}, [3]byte{213, 240, 235}
	as := look{ink: [3]byte{30, 30, 30}, tint: violet, lines: 26}
	with := func(change func(*look)) picture {
		l := as
		change(&l)
		return page(l)
	}
	kept := reduced(page(as))
	for name, test := range map[string]struct {
		now  picture
		same bool
	}{
		"the same":          {page(as), true},
		"lighter letters":   {with(func(l *look) { l.ink = [3]byte{38, 38, 38} }), true},
		"a dot to the side": {with(func(l *look) { l.aside = 1 }), true},
		"half a line lower": {page(as).moved(image.Pt(0, pitch/2)), false},
		"two lines less":    {with(func(l *look) { l.lines = 24 }), false},
		"no map":            {with(func(l *look) { l.noMap = true }), false},
		"another colour":    {with(func(l *look) { l.tint = green }), false},
		"an empty page":     {with(func(l *look) { l.lines = 0 }), false},
	} {
		if cells := differing(kept, reduced(test.now)); (len(cells) <= mostCells) != test.same {
			t.Errorf("%s: %d cells differ", name, len(cells))
		}
	}
}
