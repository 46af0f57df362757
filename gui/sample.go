package gui

import (
	"parallax/assets"
	"parallax/data"
	"parallax/gui/session"
)

// sample returns the lesson that comes with the program as it is kept in a library.
func sample() (event data.Event, kept []session.Kept, outlets []data.Outlet) {
	event, reports := assets.Sample()
	for _, r := range reports {
		kept = append(kept, session.Kept{Report: r.Report, Source: r.Source})
		outlets = append(outlets, r.Outlet)
	}
	return event, kept, outlets
}
