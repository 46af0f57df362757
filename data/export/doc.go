// Package export takes a reader's work out of Parallax and brings notes back
// in. Write makes one file of events with their reports, comparisons and notes:
// a web page, a PDF, Markdown, a table, W3C annotations or a REFI-QDA project.
// ReadNotes reads notes from a file, and Fit ties them to a library's reports.
// It knows neither the library nor the screen: what is exported is handed to it.
package export
