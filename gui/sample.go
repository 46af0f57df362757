package gui

import (
	"parallax/assets"
	"parallax/data"
	"parallax/gui/session"
)

// sample returns the lesson that comes with the program as it is kept in a library.
func sample() (data.Event, []session.Kept) {
	event, reports := assets.Sample()
	kept := make([]session.Kept, len(reports))
	for i, r := range reports {
		kept[i] = session.Kept{Report: r.Report, Source: r.Source}
	}
	return event, kept
}
