package intake

import "math"

// A net is a network of one hidden layer: the log-odds it gives for a vector are
// the weighted sum of the hidden units, each the hyperbolic tangent of a weighted
// sum of the vector. An ensemble is one net with the units of all.
type net struct {
	in      [][]float64 // a row of weights for each hidden unit
	inBias  []float64
	out     []float64
	outBias float64
}

// score returns the log-odds of x.
func (n *net) score(x []float64) float64 {
	sum := n.outBias
	for h, row := range n.in {
		sum += n.out[h] * math.Tanh(dot(row, x, n.inBias[h]))
	}
	return sum
}
