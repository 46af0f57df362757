// Package data holds the nouns of Parallax: what an event, a report, a
// passage, a comparison and a note are. It uses the standard library only and
// knows nothing of files, databases or screens. The packages below it each do
// one thing with these nouns and do not know each other, except where
// comparing and intake read text.
package data
