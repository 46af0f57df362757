// Package intake brings a page in: a paste, a text file or a saved web page
// becomes a data.Source whose blocks each have a role, kept with the report or
// set aside, and whose facts say where they were read. Nothing of the page is
// ever thrown away, nothing is fetched, and no date is made up.
//
// The steps, one file or a few to each: the bytes are weighed (limits.go),
// told apart (sniff.go) and decoded (charset.go); a text becomes lines
// (lines.go, unwrap.go), a web page its blocks (page.go, pagedata.go, vote.go);
// each gets a role (features.go to kinds.go); facts are read off the roles
// (facts.go to outlet.go). Compose and ReportOf make the report of it.
package intake
