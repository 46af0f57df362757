// Package lens reads kinds of difference off compared reports: what each report
// calls the same thing, with which verbs it lets people speak, what it counts,
// what it puts first. It makes tables; every row knows its places in every
// report. It points at wording and judges nothing: no row says which report is
// better, and what it takes for the same thing is a guess a reader can change.
//
// A table is a pure function of the texts, their comparisons and the reader's
// readings. The order of the reports decides the order of the cells and nothing
// else. Word lists are English; quotations, whose words they are, numbers, order,
// what one report alone tells, changed wording and spellings need none.
package lens
