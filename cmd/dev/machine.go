package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// A part is something the machine must have.
type part struct {
	what   string // as said to the reader
	debian string // the Debian package that brings it
	there  func(ctx context.Context) bool
}

// toBuild lists what building the program takes.
func toBuild() []part {
	parts := []part{{"a C compiler", "gcc libc6-dev", compiles("int main(void) { return 0; }")}}
	if runtime.GOOS == "linux" {
		parts = append(parts,
			part{"pkg-config", "pkg-config", command("pkg-config")},
			part{"the OpenGL headers", "libgl1-mesa-dev", compiles("#include <GL/gl.h>\nint main(void) { glFlush(); return 0; }", "-lGL")},
			part{"the X11 headers", "xorg-dev", compiles(useX11, "-lX11", "-lXrandr", "-lXxf86vm", "-lXi", "-lXcursor", "-lXinerama")},
		)
	}
	return parts
}

const useX11 = `#include <X11/Xlib.h>
#include <X11/Xcursor/Xcursor.h>
#include <X11/extensions/Xrandr.h>
#include <X11/extensions/Xinerama.h>
#include <X11/extensions/XInput2.h>
#include <X11/extensions/xf86vmode.h>
#include <X11/XKBlib.h>
int main(void) { return XOpenDisplay("none") != 0; }`

// toTest lists what the tests in a real window take besides.
func toTest() []part {
	return []part{
		{"Xvfb", "xvfb", command("Xvfb")},
		{"openbox", "openbox", command("openbox")},
		{"xdotool", "xdotool", command("xdotool")},
		{"ImageMagick", "imagemagick", command("import")},
		{"xprop", "x11-utils", command("xprop")},
		{"xclip", "xclip", command("xclip")},
		{"an OpenGL driver for Xvfb", "libgl1-mesa-dri", driver},
	}
}

// missing returns the parts the machine has not.
func missing(ctx context.Context, parts []part) []part {
	var list []part
	for _, p := range parts {
		if !p.there(ctx) {
			list = append(list, p)
		}
	}
	return list
}

func command(name string) func(context.Context) bool {
	return func(context.Context) bool {
		_, err := exec.LookPath(name)
		return err == nil
	}
}

// compiles looks for headers and libraries by building a program that uses them,
// with the compiler that Go would use.
func compiles(source string, libraries ...string) func(context.Context) bool {
	return func(ctx context.Context) bool {
		out, err := exec.CommandContext(ctx, "go", "env", "CC").Output()
		cc := strings.Fields(string(out))
		if err != nil || len(cc) == 0 {
			return false
		}
		dir, err := os.MkdirTemp("", "parallax-dev-")
		if err != nil {
			return false
		}
		defer os.RemoveAll(dir)
		args := append(cc[1:], "-x", "c", "-", "-o", filepath.Join(dir, "try"))
		cmd := exec.CommandContext(ctx, cc[0], append(args, libraries...)...)
		cmd.Stdin = strings.NewReader(source + "\n")
		return cmd.Run() == nil
	}
}

// driver looks where Debian keeps the drivers that draw OpenGL without a graphics card.
func driver(context.Context) bool {
	for _, pattern := range []string{"/usr/lib*/dri/swrast_dri.so", "/usr/lib/*/dri/swrast_dri.so", "/usr/lib/*/libgallium-*.so"} {
		if found, err := filepath.Glob(pattern); err == nil && len(found) > 0 {
			return true
		}
	}
	return false
}
