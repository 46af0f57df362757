// Package compare finds what two reports have in common and what not: which
// sentences tell the same thing, which quotations both give, and inside each
// tied pair which words differ. It ranks and explains; it never judges which
// telling is better. A comparison depends on the two texts and the reader's
// rulings alone: no clock, no order of a map, no number of processors changes
// it, and the reports' places left and right only mirror it.
package compare
