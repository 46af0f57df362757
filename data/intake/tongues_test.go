package intake

import (
	"fmt"
	"strings"
	"testing"

	"parallax/data"
)

// A pasted page keeps the lines of its report and drops what stands around it,
// in whatever language it is.
func TestPastedPagesInOtherTongues(t *testing.T) {
	for _, test := range []struct {
		language, page, headline, date string
		aside                          []string
	}{
		{"de", `Startseite › Region › Tannau
Seilbahn in Tannau steht bis Ostern still
Der Betreiber sucht noch nach der Ursache des Schadens
Von Jutta Renner
2. Februar 2025, 18:10 Uhr
Artikel teilen
Per Mail senden
Die Seilbahn auf den Tannauer Kogel bleibt bis Ostern geschlossen. Das sagte der Betreiber am Montag vor Gästen und Anwohnern.
Lesen Sie hier: Wo der Schnee noch liegt
Am Sonntag war ein Seil aus der Führung gesprungen. „Niemand war in Gefahr“, sagte Betriebsleiter Arno Feist.
Die Bergwacht holte rund 90 Gäste aus den Kabinen, der letzte von ihnen kam um Mitternacht ins Tal.
Jetzt abonnieren und nichts verpassen`,
			"Seilbahn in Tannau steht bis Ostern still", "2025-02-02 18:10",
			[]string{"Startseite › Region › Tannau", "Artikel teilen", "Per Mail senden", "Lesen Sie hier: Wo der Schnee noch liegt", "Jetzt abonnieren und nichts verpassen"}},
		{"es", `Inicio › Región › Valdoria
El tren de Valdoria volverá a circular en mayo
Por Irene Salvatierra
7 de abril de 2024 · 09:40
Compartir en Facebook
Enviar por correo
El tren que une Valdoria con la costa volverá a circular el 6 de mayo, tras dos años de obras, anunció este domingo la compañía.
También te puede interesar: Cinco paseos junto al mar
“Los vecinos han tenido mucha paciencia”, reconoció la alcaldesa, Pilar Mendoza, durante la presentación del nuevo horario.
Habrá doce viajes al día y el billete costará dos euros, uno menos que el autobús que lo ha sustituido.
Suscríbete a nuestro boletín`,
			"El tren de Valdoria volverá a circular en mayo", "2024-04-07 09:40",
			[]string{"Inicio › Región › Valdoria", "Compartir en Facebook", "Enviar por correo", "También te puede interesar: Cinco paseos junto al mar", "Suscríbete a nuestro boletín"}},
		{"uk", `Головна / Новини / Громади
Школа в Липовому Яру навчатиметься у дві зміни
5 вересня 2024, 11:20
Поділитися в Telegram
Школа в Липовому Яру з понеділка навчатиметься у дві зміни, бо в старому корпусі протікає дах, повідомила директорка Ніна Савчук.
Читайте також: Де взяти підручники
«Ми просимо батьків про терпіння», — сказала вона на зборах. За її словами, дах полагодять до кінця жовтня.
У школі вчаться 430 дітей, і половина з них приїжджає автобусом із сусідніх сіл.
Підписуйтесь на наш Telegram-канал`,
			"Школа в Липовому Яру навчатиметься у дві зміни", "2024-09-05 11:20",
			[]string{"Головна / Новини / Громади", "Поділитися в Telegram", "Читайте також: Де взяти підручники", "Підписуйтесь на наш Telegram-канал"}},
		{"ar", `الرئيسية / محافظات
افتتاح سوق السمك الجديد في ميناء الرمل
السبت 4 مايو 2024 - 10:15
شارك الخبر
افتتحت بلدية ميناء الرمل صباح السبت سوق السمك الجديد بعد ثلاث سنوات من العمل، وحضر الافتتاح عشرات الصيادين وعائلاتهم.
اقرأ أيضا: أسعار السمك هذا الأسبوع
وقال رئيس البلدية سامر الخطيب إن السوق يضم ستين متجرا، وإن كلفته بلغت مليوني دينار دفعت البلدية نصفها.
وأضاف أن السوق القديم سيتحول إلى حديقة للأطفال، وأن العمل فيها سيبدأ بعد انتهاء فصل الصيف المقبل.
تابعونا على
فيسبوك`,
			"افتتاح سوق السمك الجديد في ميناء الرمل", "2024-05-04 10:15",
			[]string{"الرئيسية / محافظات", "شارك الخبر", "اقرأ أيضا: أسعار السمك هذا الأسبوع", "تابعونا على", "فيسبوك"}},
		{"zh", `首页 > 社会 > 正文
石桥镇小学改建食堂 六百名学生带饭上学
2025年3月12日 08:30
分享到：微信 微博
石桥镇小学的食堂从本周一起改建，六百名学生将带饭上学，学校校长方立群在家长会上说。
“我们会给每个班准备热水和微波炉，”她说。改建工程预计两个月完成，费用由镇政府承担。
一些家长担心孩子吃不上热饭，他们希望学校在附近租一间临时厨房，校方表示正在考虑。
责任编辑：丁小雨
相关阅读`,
			"石桥镇小学改建食堂 六百名学生带饭上学", "2025-03-12 08:30",
			[]string{"首页 > 社会 > 正文", "分享到：微信 微博", "责任编辑：丁小雨", "相关阅读"}},
	} {
		src := mustRead(t, "pasted text", test.page)
		checkSource(t, &src)
		roles := rolesOf(&src)
		for _, line := range test.aside {
			if roles[line].Kept() {
				t.Errorf("%s: %q is kept as %s", test.language, line, roles[line])
			}
		}
		for line := range strings.Lines(test.page) {
			if line = strings.TrimSpace(line); endsSentence(line) && roles[line] != data.Body {
				t.Errorf("%s: %q is %s", test.language, line, roles[line])
			}
		}
		if h, _ := src.Fact(data.FieldHeadline); h.Value != test.headline {
			t.Errorf("%s: headline %q", test.language, h.Value)
		}
		if d, _ := src.Fact(data.FieldPublished); d.Value != test.date {
			t.Errorf("%s: published %q", test.language, d.Value)
		}
		if s, _ := src.Fact(data.FieldStandfirst); (test.language == "de") != (s.Value != "") {
			t.Errorf("%s: standfirst %q", test.language, s.Value)
		}
	}
}

// Many short plain sentences that are much alike are a text like another: where
// nobody talks, no comments begin.
func TestAlikeLinesAreNoComments(t *testing.T) {
	names := strings.Fields("Abel Birte Conrad Dunja Eskil Frauke Gorm Hedda Ilja Jutta Knut Liv Mats Nora Orla Pelle Runa Sven Tilda Ulf")
	for _, says := range []string{
		"%s rowed to the island. %[1]s picked berries. %[1]s rowed home.",
		"%s likes the new ferry. It is white.",
		"%s bought 3 eggs at the stall. The eggs cost 2 crowns.",
		"%s jumped in minute 3. The crowd sang.",
	} {
		var b strings.Builder
		b.WriteString("What the island does on a Sunday\n\n")
		for i := range 60 {
			if i < 30 {
				fmt.Fprintf(&b, "%s %s told the island's council on Friday that the old pier has to be mended before the winter.\n\n", names[i%20], names[(i+7)%20])
			} else {
				fmt.Fprintf(&b, says+"\n\n", names[i%20])
			}
		}
		src := mustRead(t, "x.txt", b.String())
		checkSource(t, &src)
		for _, blk := range src.Blocks {
			if !blk.Role.Kept() {
				t.Fatalf("%q: %q is %s", says, blk.Of(src.Text), blk.Role)
			}
		}
	}
}

// Who holds the rights of a picture did not publish the page.
func TestPhotographerIsNoOutlet(t *testing.T) {
	src := mustRead(t, "pasted text", `Startseite
Anmelden
Neue Orgel für die Kirche in Reuth
Von Heike Brandl
Zwei Männer heben am Mittwoch die größte Pfeife der neuen Orgel auf die Empore. © Bernd Lauterbach/mpx
Die Kirche in Reuth bekommt eine neue Orgel. Am Mittwoch brachten zwei Männer die ersten der 1200 Pfeifen.
Die alte Orgel war im Sommer so feucht geworden, dass sie nicht mehr zu spielen war, sagte Pfarrerin Anna Loth.
Das neue Instrument kostet 240.000 Euro, und die Gemeinde hat acht Jahre lang dafür gesammelt.
`)
	if f, ok := src.Fact(data.FieldOutlet); ok {
		t.Errorf("outlet %q", f.Value)
	}
}

// A date with its time and zone is a date in a page without furniture too.
func TestDateWithZoneIsADate(t *testing.T) {
	src := mustRead(t, "x.txt", `Questions over the mill at Corran

The Corran Ledger
By Ida Marsh
June 3, 2024 at 7:15 a.m. EDT

The mill at Corran stood still on Monday while its owners looked for the cause of the smoke.

Nobody was hurt, and the fire service left the mill at noon, its chief Rolf Amory said.
`)
	if f, _ := src.Fact(data.FieldPublished); f.Value != "2024-06-03 07:15" {
		t.Errorf("published %q", f.Value)
	}
}

// A newspaper named above the text, or beside the date or who wrote the report,
// is proposed as the outlet; a heading of the page is not.
func TestPaperNamedAboveTheText(t *testing.T) {
	for head, want := range map[string]string{
		"New pier for Corran\nThe Corran Ledger\nBy Ida Marsh":                                     "The Corran Ledger",
		"EL HERALDO DE VALDORIA\nUn muelle nuevo para Corran\nPor Irene Salvatierra":               "EL HERALDO DE VALDORIA",
		"Neue Brücke in Tannau\nTannauer Anzeiger | 3. Mai 2024 | Uta Feist":                       "Tannauer Anzeiger",
		"Новий причал у Липовому Яру\nАвтор: Ніна Савчук, «Липовий вісник»\n3 травня 2024":         "Липовий вісник",
		"رصيف جديد في ميناء الرمل\nصحيفة الرمل، 3 مايو 2024":                                       "صحيفة الرمل",
		"New pier for Corran\nBreaking News | 3 May 2024":                                          "",
		"New pier for Corran\nBy Ann Post\n3 May 2024":                                             "",
		"New pier for Corran\nThe fishermen have waited for it for seven years\n3 May 2024, 10:15": "",
	} {
		src := mustRead(t, "x.txt", head+"\n\nThe council of Corran opened the new pier on Friday, and the first boat tied up at it at noon.\n\nThe pier is eighty metres long, and the fishermen had waited seven years for it, the mayor said.\n")
		if f, _ := src.Fact(data.FieldOutlet); f.Value != want {
			t.Errorf("%q: outlet %q, want %q", head, f.Value, want)
		}
	}
}

// A headline of a few Chinese letters, or one that asks, is a headline.
func TestShortHeadlinesOfOtherScripts(t *testing.T) {
	zh := "石桥镇的老码头昨夜起火，十二艘小船被烧毁，没有人受伤，镇长方立群说。\n消防队用了三个小时才把火扑灭，起火原因还在调查，码头暂时关闭。"
	ar := "اندلع حريق في مرسى الرمل القديم ليلة أمس ولم يصب أحد، كما قال رئيس البلدية سامر الخطيب للصحفيين.\nوأخمد رجال الإطفاء الحريق بعد ثلاث ساعات، وأغلق المرسى حتى نهاية الأسبوع القادم."
	for headline, text := range map[string]string{"老码头失火": zh, "老码头为何起火？": zh, "لماذا احترق مرسى الرمل القديم؟": ar} {
		for _, gap := range []string{"\n", "\n\n"} {
			src := mustRead(t, "x.txt", headline+gap+text+"\n")
			if f, _ := src.Fact(data.FieldHeadline); f.Value != headline {
				t.Errorf("headline %q, want %q", f.Value, headline)
			}
		}
	}
}

// A day without its year is when the report was written, as it is written.
func TestADayAlone(t *testing.T) {
	for _, day := range []string{"4 de septiembre", "7 May", "Tuesday, May 7", "3. Mai", "5 вересня"} {
		src := mustRead(t, "x.txt", "New pier for Corran\n"+day+"\n\nThe council of Corran opened the new pier at noon, and the first boat tied up at it.\n\nThe pier is eighty metres long, and the fishermen had waited seven years for it, the mayor said.\n")
		if f, _ := src.Fact(data.FieldAsWritten); f.Value != day || rolesOf(&src)[day] != data.Dateline {
			t.Errorf("%q: written %q, %s", day, f.Value, rolesOf(&src)[day])
		}
	}
	for _, line := range []string{"7 reasons", "May 7 was a good day for all", "4 boats", "Chapter 4"} {
		if dayAlone(line) {
			t.Errorf("%q is a day", line)
		}
	}
}
