package reader

// A cache holds what was made for a key, up to about twice limit in cost. What
// was not asked for while the newer half filled up is dropped: nearly the least
// recently used, at the price of one map look-up.
type cache[K comparable, V any] struct {
	limit      int
	cost       int // of the young
	young, old map[K]costed[V]
}

type costed[V any] struct {
	value V
	cost  int
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	return &cache[K, V]{limit: limit, young: map[K]costed[V]{}}
}

func (c *cache[K, V]) get(k K) (V, bool) {
	if e, ok := c.young[k]; ok {
		return e.value, true
	}
	if e, ok := c.old[k]; ok {
		c.put(k, e.value, e.cost)
		return e.value, true
	}
	var none V
	return none, false
}

func (c *cache[K, V]) put(k K, v V, cost int) {
	if c.cost+cost > c.limit && len(c.young) > 0 {
		c.old, c.young, c.cost = c.young, make(map[K]costed[V], len(c.young)), 0
	}
	c.young[k] = costed[V]{v, cost}
	c.cost += cost
}
