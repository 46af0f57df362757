package text

import "strings"

// IsYear reports whether a word is like a year that reports tell of: four digits,
// 1500 to 2100.
func IsYear(word string) bool {
	return len(word) == 4 && onlyDigits(word) && "1500" <= word && word <= "2100"
}

// isOrdinal reports whether short is a number of one or two digits, which with a
// stop may be an ordinal.
func isOrdinal(short string) bool {
	return (len(short) == 1 || len(short) == 2) && onlyDigits(short)
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
