package intake

import "testing"

func TestFindDate(t *testing.T) {
	for in, want := range map[string]string{
		"21 Feb, 2020 19:53":                    "2020-02-21 19:53",
		"21 February 2020":                      "2020-02-21",
		"Friday, February 21, 2020":             "2020-02-21",
		"Feb. 21, 2020":                         "2020-02-21",
		"February 21st, 2020":                   "2020-02-21",
		"21st of February 2020":                 "2020-02-21",
		"Published: 2020-02-21":                 "2020-02-21",
		"2020-02-21T19:53:00+03:00":             "2020-02-21 19:53",
		"2020/02/21":                            "2020-02-21",
		"2020.02.21 07:05":                      "2020-02-21 07:05",
		"21.02.2020":                            "2020-02-21",
		"21/02/2020":                            "2020-02-21",
		"02/21/2020":                            "2020-02-21",
		"03/04/2020":                            "2020-04-03",
		"Posted at 7:53 pm on 21 February 2020": "2020-02-21 19:53",
		"21 February 2020, 7:53 PM":             "2020-02-21 19:53",
		"February 21, 2020 at 12:05 a.m.":       "2020-02-21 00:05",
		"19:53 GMT21 Feb 2020":                  "2020-02-21 19:53",
		"Updated 21-Feb-2020":                   "2020-02-21",
		"Freitag, 21. Februar 2020":             "2020-02-21",
		"3. März 2021":                          "2021-03-03",
		"vendredi 21 février 2020 à 19h53":      "2020-02-21 19:53",
		"1er août 2020":                         "2020-08-01",
		"21 de febrero de 2020":                 "2020-02-21",
		"21 febbraio 2020":                      "2020-02-21",
		"21 de fevereiro de 2020":               "2020-02-21",
		"21 februari 2020":                      "2020-02-21",
		"21 февраля 2020, 19:53":                "2020-02-21 19:53",
		"21 лютого 2020":                        "2020-02-21",
		"21 lutego 2020":                        "2020-02-21",
		"21 Şubat 2020":                         "2020-02-21",
		"21 Φεβρουαρίου 2020":                   "2020-02-21",
		"21 فبراير 2020":                        "2020-02-21",
		"٢١ فبراير ٢٠٢٠":                        "2020-02-21",
		"2020年2月21日":                            "2020-02-21",
		"2020년 2월 21일":                          "2020-02-21",
		"2020. február 21.":                     "",
		"29 February 2020":                      "2020-02-29",
		"29 February 2021":                      "",
		"31 April 2020":                         "",
		"on Friday":                             "",
		"Friday":                                "",
		"21 February":                           "",
		"February 2020":                         "",
		"yesterday":                             "",
		"call 2020 2102":                        "",
		"the market of 21 stalls in 2020":       "",
		"13.13.2020":                            "",
		"version 1.2.2020.4":                    "",
		"":                                      "",
	} {
		if got := findDate(in); got.date != want || got.ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got.date, want)
		}
	}
}

func TestDateIsNeverInvented(t *testing.T) {
	src := mustRead(t, "x", "The ferry sank on Friday after it had struck the pier at Port Ellis, the harbour master said.\n\nNobody was hurt, and all 32 passengers were brought ashore by fishing boats within the hour.\n")
	r := ReportOf(&src)
	if r.Published != "" || r.AsWritten != "on Friday" {
		t.Errorf("published %q, as written %q", r.Published, r.AsWritten)
	}
}

func BenchmarkFindDate(b *testing.B) {
	for b.Loop() {
		findDate("Last modified on Friday, 21 February 2020, 7:53 PM")
	}
}
