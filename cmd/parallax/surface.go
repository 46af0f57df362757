package main

import "github.com/go-gl/glfw/v3.3/glfw"

// flatSurface has the windows made from now on do without the buffers of depth
// and stencil that GLFW asks for by itself. Fyne paints flat and looks at neither,
// but clears the depth with every picture: where a processor does a graphics
// card's work, that is a tenth of a picture's time, and both take up four bytes
// for every pixel of the window. It must run on the main goroutine once Fyne has
// made a window and before it shows one, which is when it makes the real one.
func flatSurface() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}
