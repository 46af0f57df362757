package data

import "testing"

func TestSiteOf(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.courier.example/2023/03/14/ferry?x=1#top": "courier.example",
		"HTTP://M.Courier.Example:8080/":                       "courier.example",
		"courier.example":                                      "courier.example",
		"www.courier.example/a":                                "courier.example",
		"amp.www.courier.example/a":                            "courier.example",
		"https://sport.courier.example/a":                      "sport.courier.example",
		"https://m.example":                                    "m.example",
		"https://medium.com/the-courier/ferry-1":               "medium.com/the-courier",
		"https://www.facebook.com/TheCourier/posts/1":          "facebook.com/thecourier",
		"https://medium.com":                                   "medium.com",
		"https://web.archive.org/web/20200221195300/https://www.courier.example/ferry": "courier.example",
		"https://web.archive.org/web/2020id_/http:/courier.example/ferry":              "courier.example",
		"https://www.google.com/amp/s/www.courier.example/ferry":                       "courier.example",
		"https://www-ellis--courier-example.translate.goog/ferry?_x_tr_sl=de":          "ellis-courier.example",
		"https://www.google.com/search?q=a":                                            "google.com",
		"file:///home/mia/ferry.html":                                                  "",
		"C:\\ferry.html":                                                               "",
		"ferry":                                                                        "",
		"The ferry sank. It was old.":                                                  "",
		"https://":                                                                     "",
		"":                                                                             "",
	} {
		if got := SiteOf(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestOutletAt(t *testing.T) {
	outlets := []Outlet{
		{Name: "The Courier", Sites: []string{"courier.example"}},
		{Name: "Courier Sport", Sites: []string{"ball.example", "sport.courier.example"}},
		{Name: "Mia's Page", Sites: []string{"medium.com/mia"}},
	}
	for site, want := range map[string]string{
		"courier.example": "The Courier", "news.courier.example": "The Courier", "sport.courier.example": "Courier Sport",
		"live.sport.courier.example": "Courier Sport", "mycourier.example": "", "example": "", "": "", "medium.com/mia": "Mia's Page", "medium.com/ben": "",
	} {
		if got, ok := OutletAt(outlets, site); got.Name != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", site, got.Name, want)
		}
	}
}

// A site of a site is the site itself.
func FuzzSiteOf(f *testing.F) {
	f.Add("https://web.archive.org/web/2020/https://web.archive.org/web/2020/x.example")
	f.Add("http://a..b:80/%zz")
	f.Fuzz(func(t *testing.T, address string) {
		if site := SiteOf(address); SiteOf(site) != site {
			t.Fatalf("%q: %q, then %q", address, site, SiteOf(site))
		}
	})
}
