package intake

import (
	"math"
	"math/rand/v2"
)

// weighed are vectors with what they are (1 or 0) and how much they weigh.
type weighed struct {
	xs     [][]float64
	ys, ws []float64
}

func (s *weighed) add(x []float64, y, w float64) {
	s.xs, s.ys, s.ws = append(s.xs, x), append(s.ys, y), append(s.ws, w)
}

// weight is the sum of the weights from sample i on.
func (s *weighed) weight(i int) float64 {
	sum := 0.0
	for _, w := range s.ws[i:] {
		sum += w
	}
	return sum
}

// scale multiplies the weights from sample i on.
func (s *weighed) scale(i int, by float64) {
	for ; i < len(s.ws); i++ {
		s.ws[i] *= by
	}
}

// A scaling shifts and stretches numbers to mean 0 and spread 1.
type scaling struct{ mean, spread []float64 }

func scalingOf(xs [][]float64) scaling {
	s := scaling{make([]float64, len(xs[0])), make([]float64, len(xs[0]))}
	for _, x := range xs {
		for i, v := range x {
			s.mean[i] += v / float64(len(xs))
		}
	}
	for _, x := range xs {
		for i, v := range x {
			s.spread[i] += (v - s.mean[i]) * (v - s.mean[i]) / float64(len(xs))
		}
	}
	for i := range s.spread {
		s.spread[i] = math.Sqrt(s.spread[i]) + 1e-3
	}
	return s
}

func (s scaling) of(x []float64) []float64 {
	z := make([]float64, len(x))
	for i, v := range x {
		z[i] = (v - s.mean[i]) / s.spread[i]
	}
	return z
}

// undo makes weights for scaled numbers weights for the numbers themselves.
func (s scaling) undo(w []float64, b float64) ([]float64, float64) {
	out := make([]float64, len(w))
	for i := range w {
		out[i] = w[i] / s.spread[i]
		b -= out[i] * s.mean[i]
	}
	return out, b
}

// An adam follows gradients downhill. Method: Kingma and Ba, "Adam: a method for
// stochastic optimization", 2015, with decay of the weights apart.
type adam struct {
	m, v []float64
	step float64
}

func (a *adam) follow(p, grad []float64, rate, decay float64) {
	if a.m == nil {
		a.m, a.v = make([]float64, len(p)), make([]float64, len(p))
	}
	a.step++
	c1, c2 := 1-math.Pow(.9, a.step), 1-math.Pow(.999, a.step)
	for i, g := range grad {
		a.m[i] = .9*a.m[i] + .1*g
		a.v[i] = .999*a.v[i] + .001*g*g
		p[i] -= rate * (a.m[i]/c1/(math.Sqrt(a.v[i]/c2)+1e-8) + decay*p[i])
	}
}

// fitNet returns a net that gives the samples likely, as a start by seed has it.
func fitNet(s *weighed, hidden, rounds int, decay float64, seed uint64) net {
	in := len(s.xs[0])
	scale := scalingOf(s.xs)
	zs := make([][]float64, len(s.xs))
	for i, x := range s.xs {
		zs[i] = scale.of(x)
	}
	r := rand.New(rand.NewPCG(seed, 7))
	// rows of weights, then the hidden units' biases, their weights, the bias
	bias, out := hidden*in, hidden*in+hidden
	p := make([]float64, out+hidden+1)
	for i := range bias {
		p[i] = r.NormFloat64() / math.Sqrt(float64(in))
	}
	for h := range hidden {
		p[out+h] = r.NormFloat64() / math.Sqrt(float64(hidden))
	}
	last := len(p) - 1
	grad, units := make([]float64, len(p)), make([]float64, hidden)
	mean := s.weight(0) / float64(len(s.ws))
	order := r.Perm(len(zs))
	const batch = 64
	var by adam
	for round := range rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := .003 * (1 - .95*float64(round)/float64(rounds))
		for from := 0; from < len(order); from += batch {
			clear(grad)
			for _, k := range order[from:min(len(order), from+batch)] {
				z := zs[k]
				sum := p[last]
				for h := range hidden {
					units[h] = math.Tanh(dot(p[h*in:(h+1)*in], z, p[bias+h]))
					sum += p[out+h] * units[h]
				}
				d := (1/(1+math.Exp(-sum)) - s.ys[k]) * s.ws[k] / mean / batch
				grad[last] += d
				for h, u := range units {
					grad[out+h] += d * u
					dh := d * p[out+h] * (1 - u*u)
					grad[bias+h] += dh
					row := grad[h*in : (h+1)*in]
					for i, v := range z {
						row[i] += dh * v
					}
				}
			}
			by.follow(p, grad, rate, decay)
		}
	}
	n := net{out: p[out:last], outBias: p[last]}
	for h := range hidden {
		row, b := scale.undo(p[h*in:(h+1)*in], p[bias+h])
		n.in, n.inBias = append(n.in, row), append(n.inBias, b)
	}
	return n
}

// mean makes one net of several that gives the mean of their log-odds.
func mean(nets []net) net {
	var all net
	share := 1 / float64(len(nets))
	for _, n := range nets {
		all.in, all.inBias = append(all.in, n.in...), append(all.inBias, n.inBias...)
		for _, w := range n.out {
			all.out = append(all.out, w*share)
		}
		all.outBias += n.outBias * share
	}
	return all
}

// A choice is a set of candidates of which one is to be chosen, or none.
type choice struct {
	xs     [][]float64
	right  []bool // several may do; none: nothing is to be chosen
	weight float64
}

// fitChoices returns weights that make the right candidates likely, where the
// odds of a candidate are the exponential of its weighted sum and those of none are 1.
func fitChoices(all []choice, prior float64, rounds int) ([]float64, float64) {
	var xs [][]float64
	for _, c := range all {
		xs = append(xs, c.xs...)
	}
	scale := scalingOf(xs)
	zs := make([][][]float64, len(all))
	for k, c := range all {
		for _, x := range c.xs {
			zs[k] = append(zs[k], scale.of(x))
		}
	}
	in := len(xs[0])
	p, grad := make([]float64, in+1), make([]float64, in+1)
	var by adam
	for range rounds {
		clear(grad)
		for k, c := range all {
			odds := make([]float64, len(c.xs))
			top := 0.0
			for i, z := range zs[k] {
				odds[i] = dot(p[:in], z, p[in])
				top = max(top, odds[i])
			}
			total, right := math.Exp(-top), 0.0
			for i := range odds {
				odds[i] = math.Exp(odds[i] - top)
				total += odds[i]
				if c.right[i] {
					right += odds[i]
				}
			}
			for i, z := range zs[k] {
				d := odds[i] / total
				if c.right[i] {
					d -= odds[i] / right
				}
				d *= c.weight / float64(len(all))
				for j, v := range z {
					grad[j] += d * v
				}
				grad[in] += d
			}
		}
		for j := range in {
			grad[j] += prior * p[j]
		}
		by.follow(p, grad, .05, 0)
	}
	return scale.undo(p[:in], p[in])
}

// fitLogistic returns the weights and the bias that make the weighted samples
// likeliest, with a Gaussian prior of the given strength on the weights, by
// Newton's method.
func fitLogistic(all *weighed, prior float64) ([]float64, float64) {
	xs, ys, ws := all.xs, all.ys, all.ws
	n := len(xs[0]) + 1
	sum := 0.0
	for _, w := range ws {
		sum += w
	}
	theta := make([]float64, n)
	for range 25 {
		grad, hess := make([]float64, n), make([][]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
			if i < n-1 {
				grad[i] = -prior * sum / 10 * theta[i]
				hess[i][i] = prior * sum / 10
			} else {
				hess[i][i] = 1e-9
			}
		}
		for s, x := range xs {
			p := 1 / (1 + math.Exp(-dot(theta[:n-1], x, theta[n-1])))
			e, h := ws[s]*(ys[s]-p), ws[s]*p*(1-p)
			at := func(i int) float64 {
				if i == n-1 {
					return 1
				}
				return x[i]
			}
			for i := range n {
				if at(i) == 0 {
					continue
				}
				grad[i] += e * at(i)
				for j := range n {
					hess[i][j] += h * at(i) * at(j)
				}
			}
		}
		step := solve(hess, grad)
		far := 0.0
		for i := range theta {
			theta[i] += step[i]
			far = max(far, math.Abs(step[i]))
		}
		if far < 1e-6 {
			break
		}
	}
	return theta[:n-1], theta[n-1]
}

// solve returns x with a·x = b, by Gaussian elimination with pivots; a and b are spent.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := range n {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		a[c], a[p], b[c], b[p] = a[p], a[c], b[p], b[c]
		if a[c][c] == 0 {
			continue
		}
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	x := make([]float64, n)
	for c := n - 1; c >= 0; c-- {
		v := b[c]
		for k := c + 1; k < n; k++ {
			v -= a[c][k] * x[k]
		}
		if a[c][c] != 0 {
			x[c] = v / a[c][c]
		}
	}
	return x
}
