package intake

import (
	"context"

	"parallax/data"
)

func classify(ctx context.Context, ps []piece, pg *page) error {
	for i := range ps {
		if endsSentence(ps[i].text) && letterCount(ps[i].text) > 40 {
			ps[i].give(data.Body, "reads like report text")
		}
		ps[i].give(data.Unsure, "short")
	}
	return ctx.Err()
}
