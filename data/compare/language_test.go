package compare

import (
	"slices"
	"testing"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

// Invented reports in five languages, written apart from each other, with the
// sentences that tell the same thing, counted from 1.
var otherLanguages = map[string]struct {
	a, b string
	ties [][2]int
	most int // links beside these
}{
	"Spanish": {
		"El ferri Sula encalló el martes cerca del puerto de Tolm con 212 pasajeros a bordo.\n" +
			"Nadie resultó herido, según la guardia costera de Orrin.\n" +
			"«Giramos el timón y no pasó nada», dijo la capitana Ilsa Verrow.\n" +
			"La compañía Brack prometió devolver el dinero de los billetes.\n" +
			"Las escuelas acogieron a los viajeros.",
		"Pasaron la noche en una escuela y bebieron té.\n" +
			"Los 212 pasajeros del ferri Sula, que encalló cerca de Tolm, llegaron a tierra.\n" +
			"«Giramos el timón y no pasó nada», contó Verrow a la prensa.\n" +
			"La oposición pide la dimisión de la ministra de Transportes.\n" +
			"Brack devolverá el dinero de todos los billetes, prometió la compañía.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"German": {
		"Die Fähre Sula lief am Dienstag nahe dem Hafen von Tolm mit 212 Fahrgästen auf Grund.\n" +
			"Verletzt wurde niemand, teilte die Küstenwache mit.\n" +
			"„Wir drehten das Steuer und nichts geschah“, sagte Kapitänin Ilsa Verrow.\n" +
			"Die Reederei Brack versprach, alle Fahrscheine zu erstatten.\n" +
			"Schulen nahmen Reisende auf.",
		"In einer Turnhalle gab es Tee und Decken.\n" +
			"Alle 212 Fahrgäste der Fähre Sula, die bei Tolm auf Grund lief, kamen an Land.\n" +
			"„Wir drehten das Steuer und nichts geschah“, erzählte Verrow später.\n" +
			"Die Opposition verlangt den Rücktritt der Ministerin.\n" +
			"Die Fahrscheine will die Reederei Brack erstatten.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Russian": {
		"Паром «Сула» сел на мель во вторник у гавани Толма, на борту было 212 пассажиров.\n" +
			"Никто не пострадал, сообщила береговая охрана.\n" +
			"«Мы повернули руль, и ничего не произошло», — сказала капитан Ильза Верроу.\n" +
			"Компания «Брак» обещала вернуть деньги за все билеты.\n" +
			"Школы приняли путешественников.",
		"Ночь они провели в спортивном зале.\n" +
			"Все 212 пассажиров парома «Сула», севшего на мель у Толма, доставлены на берег.\n" +
			"«Мы повернули руль, и ничего не произошло», — рассказала Верроу журналистам.\n" +
			"Оппозиция требует отставки министра.\n" +
			"Деньги за билеты компания «Брак» обещает вернуть.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Arabic": {
		"جنحت العبارة سولا يوم الثلاثاء قرب ميناء تولم وعلى متنها 212 راكبا.\n" +
			"لم يصب أحد بأذى كما قال خفر السواحل.\n" +
			"«أدرنا الدفة ولم يحدث شيء»، قالت القبطانة إلسا فيرو.\n" +
			"وعدت شركة براك بإعادة ثمن التذاكر إلى الركاب.\n" +
			"استقبلت المدارس المسافرين.",
		"قضوا الليل في قاعة رياضية.\n" +
			"وصل إلى البر جميع الركاب وعددهم 212 بعد أن جنحت العبارة سولا قرب تولم.\n" +
			"«أدرنا الدفة ولم يحدث شيء»، روت فيرو للصحافة.\n" +
			"تطالب المعارضة باستقالة الوزيرة.\n" +
			"ستعيد شركة براك ثمن التذاكر كلها.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Chinese": {
		"苏拉号渡轮星期二在托姆港附近搁浅，船上有212名乘客。\n海岸警卫队说没有人受伤。\n“我们转动了舵轮，什么也没有发生，”船长维罗说。\n布拉克公司答应退还全部船票。\n学校接待了旅客。",
		"他们在体育馆里过夜。\n在托姆港附近搁浅的苏拉号渡轮上，212名乘客全部上岸。\n“我们转动了舵轮，什么也没有发生，”维罗后来告诉记者。\n反对派要求部长辞职。\n船票将全部退还，布拉克公司说。",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
}

func TestOtherLanguages(t *testing.T) {
	for name, c := range otherLanguages {
		checkComparison(t, c.a, c.b)
		got := compared(t, c.a, c.b)
		x, y := text.Read(c.a), text.Read(c.b)
		var found [][2]int
		for _, p := range slices.Concat(got.Pairs, got.Possible) {
			for _, l := range p.Left {
				for _, r := range p.Right {
					found = append(found, [2]int{sentenceNumber(x, l), sentenceNumber(y, r)})
				}
			}
			for _, d := range p.Differences {
				for side, s := range []string{c.a, c.b} {
					if span := d.At(data.Side(side)); !utf8.ValidString(span.Of(s)) {
						t.Errorf("%s: %v cuts a letter", name, span)
					}
				}
			}
		}
		for _, tie := range c.ties {
			if !slices.Contains(found, tie) {
				t.Errorf("%s: %v not tied, only %v", name, tie, found)
			}
		}
		if len(found) > len(c.ties)+c.most {
			t.Errorf("%s: tied %v", name, found)
		}
		if len(got.Quotes) != 1 {
			t.Errorf("%s: %d quotations in both", name, len(got.Quotes))
		}
	}
}
