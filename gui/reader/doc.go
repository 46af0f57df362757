// Package reader is the reading pane: one report's text set in lines, with
// marks, pins and a selection, painted into a single raster; and the spread of
// two such panes with ribbons between passages that belong together and a map of
// each text, scrolled with each other. A spread shows each text in its own order,
// or both in ranks: passages that stand level, under one scroll.
//
// It measures and sets its text itself, because Fyne's text objects cost a
// hundred times as much at the length of a report. It knows text, spans and
// colours; what a mark means is the caller's business. It never changes the
// text and never opens a file.
package reader
