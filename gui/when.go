package gui

import (
	"time"

	"fyne.io/fyne/v2/lang"
)

// day writes a date in the reader's language: 22 November 2026.
func day(t time.Time) string {
	return lang.L("{{.Day}} {{.Month}} {{.Year}}", map[string]any{"Day": t.Day(), "Month": lang.L(t.Month().String()), "Year": t.Year()})
}

// dayAndTime writes a date and a time in the reader's zone.
func dayAndTime(t time.Time) string { return day(t.Local()) + t.Local().Format(clock) }

const clock = ", 15:04"

// dayOfYear writes a date of the year, and a time, in the reader's zone: 22
// November, 15:04.
func dayOfYear(t time.Time) string {
	t = t.Local()
	return lang.L("{{.Day}} {{.Month}}", map[string]any{"Day": t.Day(), "Month": lang.L(t.Month().String())}) + t.Format(clock)
}
