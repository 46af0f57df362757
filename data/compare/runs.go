package compare

import "math"

// A runs holds the runs of letters of one side's sentences, as vectors weighed
// like those of bags. There are several times as many runs as words, so what can
// be is kept for a sentence, or a run, as a whole.
type runs struct {
	start []int32   // where each sentence's runs start; one more than sentences
	list  []uint32  // each once in its sentence: its number and, above runBits, how often it stands there
	scale []float64 // of each sentence, what makes its vector one long
	idf   []float64 // of each run, ln((N+1)/d)
}

const (
	runBits   = 22
	runMask   = 1<<runBits - 1
	mostTimes = 1<<(32-runBits) - 1 // that a run is counted in one sentence
)

// timesWeight is what a run weighs by how often it stands in a sentence: 1 + ln f.
var timesWeight = func() (list [mostTimes + 1]float64) {
	for f := 1; f < len(list); f++ {
		list[f] = 1 + math.Log(float64(f))
	}
	return list
}()

// newRuns makes room for sentences with so many runs in all.
func newRuns(sentences, n int) runs {
	return runs{start: make([]int32, 1, sentences+1), list: make([]uint32, 0, n)}
}

func (r *runs) of(i int) []uint32 { return r.list[r.start[i]:r.start[i+1]] }

// A runCounter counts in how many sentences of both sides each run stands.
type runCounter struct {
	runs []countedRun
	done int32 // places in the lists of sides that are read
}

// A countedRun is a run: how many sentences have it, and its last place in the
// lists of both sides, one behind the other.
type countedRun struct{ sentences, last int32 }

// add appends one sentence's runs, given by their numbers.
func (r *runs) add(numbers []int32, k *runCounter) {
	first := k.done + int32(len(r.list))
	for _, t := range numbers {
		for int(t) >= len(k.runs) {
			k.runs = append(k.runs, countedRun{last: -1})
		}
		if c := &k.runs[t]; c.last < first {
			c.sentences++
			c.last = k.done + int32(len(r.list))
			r.list = append(r.list, uint32(t)|1<<runBits)
		} else if at := &r.list[c.last-k.done]; *at>>runBits < mostTimes {
			*at += 1 << runBits
		}
	}
	r.start = append(r.start, int32(len(r.list)))
}

// idf returns for each run ln((N+1)/d), of N sentences.
func (k *runCounter) idf(sentences int) []float64 {
	list := make([]float64, len(k.runs))
	for t, c := range k.runs {
		list[t] = math.Log(float64(sentences+1) / float64(c.sentences))
	}
	return list
}

// weigh makes every vector one long.
func (r *runs) weigh(idf []float64) {
	r.idf = idf
	r.scale = make([]float64, len(r.start)-1)
	for i := range r.scale {
		sum := 0.0
		for _, x := range r.of(i) {
			w := idf[x&runMask] * timesWeight[x>>runBits]
			sum += w * w
		}
		if sum > 0 {
			r.scale[i] = 1 / math.Sqrt(sum)
		}
	}
}

// spread lays out by run what dot needs of sentence i; gather takes it away again.
func (r *runs) spread(dense []float64, i int) {
	for _, x := range r.of(i) {
		w := r.idf[x&runMask]
		dense[x&runMask] = w * w * timesWeight[x>>runBits] * r.scale[i]
	}
}

func (r *runs) gather(dense []float64, i int) {
	for _, x := range r.of(i) {
		dense[x&runMask] = 0
	}
}

// dot returns the cosine of sentence j and the one laid out.
func (r *runs) dot(dense []float64, j int) float64 {
	sum, other := 0.0, 0.0 // two, so that one need not wait for the other
	list := r.of(j)
	for ; len(list) > 1; list = list[2:] {
		x, y := list[0], list[1]
		sum += dense[x&runMask] * timesWeight[x>>runBits]
		other += dense[y&runMask] * timesWeight[y>>runBits]
	}
	for _, x := range list {
		sum += dense[x&runMask] * timesWeight[x>>runBits]
	}
	return (sum + other) * r.scale[j]
}
