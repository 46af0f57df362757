// Package lookover is the screen on which a reader goes over a page that was
// brought in: its pieces at the left, kept or set aside, and what is known
// about the report at the right. It shows a session.LookOver and changes
// nothing but that; what becomes of the result is its owner's affair.
package lookover
