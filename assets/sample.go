package assets

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"parallax/data"
)

//go:embed sample
var sampleFiles embed.FS

// A SampleReport is one report of the sample, ready to be put into a library.
type SampleReport struct {
	Outlet data.Outlet
	Report data.Report
	Source data.Source // its Text is the report's
}

// Sample returns the lesson "The new lunch menu": the event and its two
// reports, A first. IDs are the same in every library, so that work on the
// sample can be laid together; times of record (Created, Retrieved) are zero,
// for the caller to set.
func Sample() (data.Event, []SampleReport) {
	var about struct {
		ID       data.ID
		Title    string
		Happened string
		Place    string
		Reports  []struct {
			ID        data.ID
			File      string
			OutletID  data.ID `json:"outlet_id"`
			Outlet    string
			Kind      string
			Place     string
			Published string
		}
	}
	if err := json.Unmarshal(sampleFile("lunch.json"), &about); err != nil {
		panic(fmt.Sprintf("read the embedded sample: %v", err))
	}
	event := data.Event{ID: about.ID, Title: about.Title, Happened: about.Happened, Place: about.Place}
	var reports []SampleReport
	for _, r := range about.Reports {
		raw := sampleFile(r.File)
		text := strings.TrimSuffix(string(raw), "\n")
		headline, _, _ := strings.Cut(text, "\n")
		reports = append(reports, SampleReport{
			Outlet: data.Outlet{ID: r.OutletID, Name: r.Outlet, Kind: r.Kind, Place: r.Place},
			Report: data.Report{
				ID: r.ID, EventID: event.ID, OutletID: r.OutletID, Outlet: r.Outlet,
				Headline: headline, Language: "en", Published: r.Published,
				Text: text, Digest: digest([]byte(text)),
			},
			Source: data.Source{
				ReportID: r.ID, Name: r.File, MediaType: "text/plain", Charset: "utf-8",
				Bytes: raw, Text: text, Digest: digest(raw),
				Blocks: blocks(text),
				Facts: []data.Fact{
					fact(data.FieldEvent, event.Title, -1),
					fact(data.FieldOutlet, r.Outlet, -1),
					fact(data.FieldHeadline, headline, 0),
					fact(data.FieldPublished, r.Published, -1),
					fact(data.FieldLanguage, "en", -1),
				},
			},
		})
	}
	return event, reports
}

// sampleFile is a file of the sample; that it is there is settled when the
// program is built, so its absence is a programming error.
func sampleFile(name string) []byte {
	b, err := sampleFiles.ReadFile("sample/" + name)
	if err != nil {
		panic(fmt.Sprintf("read the embedded sample: %v", err))
	}
	return b
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// blocks takes the first line for the headline and every other for a paragraph.
func blocks(text string) []data.Block {
	var list []data.Block
	start, role := 0, data.Headline
	for line := range strings.SplitSeq(text, "\n") {
		list = append(list, data.Block{
			Span: data.Span{Start: start, End: start + len(line)},
			Role: role, Guess: role, Why: "from the sample",
		})
		start, role = start+len(line)+1, data.Body
	}
	return list
}

func fact(field data.Field, value string, block int) data.Fact {
	return data.Fact{Field: field, Value: value, From: "the sample", Block: block, Confirmed: true}
}
