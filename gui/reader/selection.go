package reader

import (
	"parallax/data"
)

// Selection is what the reader selected, empty at the caret when nothing.
func (p *Pane) Selection() data.Span {
	return data.Span{Start: min(p.anchor, p.caret), End: max(p.anchor, p.caret)}
}

// SetSelection selects span without telling OnSelected.
func (p *Pane) SetSelection(s data.Span) {
	s = p.doc.clamp(s)
	p.anchor, p.caret, p.goal, p.keyed = s.Start, s.End, -1, true
	p.redraw()
}

// SelectedText is the text of the selection.
func (p *Pane) SelectedText() string { return p.Selection().Of(p.doc.text) }

func (p *Pane) tellSelected() {
	if s := p.Selection(); !s.Empty() && p.OnSelected != nil {
		p.OnSelected(s)
	}
}

func (p *Pane) caretShown() bool { return p.keyed }
