package lens

import (
	"testing"

	"parallax/data"
	"parallax/data/compare"
)

// compared compares every two of the reports.
func compared(t testing.TB, reports []*data.Report) []data.Comparison {
	t.Helper()
	var list []data.Comparison
	for i := range reports {
		for k := i + 1; k < len(reports); k++ {
			c, err := compare.Align(t.Context(), reports[i], reports[k], nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, c)
		}
	}
	return list
}

func tablesOf(t testing.TB, reports []*data.Report, readings ...data.Reading) map[Kind]Table {
	t.Helper()
	tables, err := Read(t.Context(), reports, compared(t, reports), readings)
	if err != nil {
		t.Fatal(err)
	}
	byKind := map[Kind]Table{}
	for _, table := range tables {
		byKind[table.Kind] = table
	}
	return byKind
}
