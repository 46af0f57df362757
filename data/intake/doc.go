// Package intake brings a page in: a paste, a text file, a saved web page, a
// document or an e-mail becomes a data.Source whose blocks each have a role,
// kept with the report or set aside, and whose facts say where they were read.
// Nothing of the page is ever thrown away, nothing is fetched, no other file is
// opened, and no date is made up.
//
// The steps, one file or a few to each: what holds several reports is unpacked
// (unpack.go); bytes are told apart (sniff.go), opened by the reader of their
// format (documents.go and the packages below this one) or decoded
// (charset.go); a text becomes lines (lines.go, unwrap.go), a web page its
// blocks (page.go, pagedata.go, vote.go); each gets a role (features.go to
// kinds.go); facts are read off the roles (facts.go to outlet.go). Compose and
// ReportOf make the report of it. All limits stand in package document.
package intake
