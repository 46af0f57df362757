package data

import "time"

// A Question is one to settle about reports before they are compared; see the
// setup checks of kinds.json.
type Question string

// The questions. The first two are about two reports, the others about one.
const (
	SameEvent     Question = "same_event"     // do both tell of the same event?
	SameMoment    Question = "same_moment"    // were they written at the same time?
	Translated    Question = "translation"    // was it first written in another language?
	FurnitureGone Question = "page_furniture" // is all that is no part of the report set aside?
)

// Questions lists every question in the order they are asked.
var Questions = []Question{SameEvent, SameMoment, Translated, FurnitureGone}

// Paired reports whether a question is about two reports rather than one.
func (q Question) Paired() bool { return q == SameEvent || q == SameMoment }

// A Reply is what was answered to a Question.
type Reply string

// The replies. Skipped means that the reader was asked and went on.
const (
	Yes     Reply = "yes"
	No      Reply = "no"
	NotSure Reply = "not sure"
	Skipped Reply = "skipped"
)

// An Answer is a reader's reply to a Question about one report or two, kept with
// the library.
type Answer struct {
	Reports  [2]ID // in the order of their IDs; for one report it stands twice
	Question Question
	Reply    Reply
	Basis    string // what the reply stood on; when it is other by now, the question is asked again
	Given    time.Time
}

// AnswerAbout returns an empty answer to a question about reports a and b, which
// are the same where the question is about one.
func AnswerAbout(q Question, a, b ID) Answer {
	return Answer{Reports: [2]ID{min(a, b), max(a, b)}, Question: q}
}
