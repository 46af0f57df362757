// Package store keeps a library: events, reports with the pages they came
// from, notes and the reader's rulings, in one SQLite file with its backups
// beside it. It is the only package that knows SQL and its driver, and it
// hands out errors a reader can act on (data.Problem).
//
// A method that returned nil has its change on the disk. The package stores
// facts only: nothing that follows from the texts is kept.
package store
