package gui

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long Fyne may take to end after everything is saved. Now and
// then Fyne 2.7.1 waits for ever for its own last events; the process would
// stay, without a window, and keep the library locked.
const grace = 3 * time.Second

// ShowAndRun shows the window and runs the program until it is closed.
func (w *Window) ShowAndRun() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop // Fyne ends its loop on the same signal
		w.endInTime()
	}()
	w.running = true
	w.window.ShowAndRun()
	w.end() // the Quit of the menu and of the system end the program without closing the window
}

// endInTime ends the process after grace if it is still there then.
func (w *Window) endInTime() {
	time.AfterFunc(grace, func() {
		w.end()
		os.Exit(0)
	})
}

// close closes the window; the program ends with it.
func (w *Window) close() {
	w.window.Hide()
	w.end()
	if w.running {
		w.endInTime()
	}
	w.window.Close()
}

// end saves everything, once.
func (w *Window) end() {
	w.ended.Do(func() {
		w.remember()
		w.closeSession()
	})
}
