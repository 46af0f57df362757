package intake

import "parallax/data"

func readFacts(src *data.Source, pg *page) {}

// Rerole reads the facts of src again after the reader moved blocks. Facts she
// gave or agreed to stay as they are.
func Rerole(src *data.Source) { readFacts(src, nil) }
