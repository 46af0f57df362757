// Package session is what the screen commands: the open library, the open
// event, the two reports laid side by side, what is selected, and every change
// the reader makes, each of which can be undone. It knows no screen and draws
// nothing. All of it belongs to the screen's goroutine; long work runs in a
// task.Slot and library calls in a queue, and both come back through Post.
package session
