package compare

import (
	"slices"
	"testing"
	"unicode/utf8"

	"parallax/data"
	"parallax/data/text"
)

// Invented reports in other languages, written apart from each other, with the
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
	"Japanese": {
		"フェリーのスーラ号が火曜日、乗客212人を乗せてトルム港の近くで座礁した。\n" +
			"沿岸警備隊によると、けが人はいなかった。\n" +
			"「舵を回したが何も起きなかった」とベロウ船長は話した。\n" +
			"ブラック社は切符の代金をすべて払い戻すと約束した。\n" +
			"学校が旅行者を受け入れた。",
		"人々は体育館で夜を過ごした。\n" +
			"トルム港の近くで座礁したスーラ号の乗客212人は全員が岸に着いた。\n" +
			"「舵を回したが何も起きなかった」とベロウさんは記者団に語った。\n" +
			"野党は大臣の辞任を求めている。\n" +
			"切符の代金は全額を払い戻すとブラック社は発表した。",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Thai": {
		"เรือข้ามฟากสุลาพร้อมผู้โดยสาร 212 คนเกยตื้นใกล้ท่าเรือทอล์มเมื่อวันอังคาร\n" +
			"หน่วยยามฝั่งบอกว่าไม่มีใครได้รับบาดเจ็บ\n" +
			"“เราหมุนพวงมาลัยแล้วแต่ไม่มีอะไรเกิดขึ้น” กัปตันเวโรกล่าว\n" +
			"บริษัทบรักสัญญาว่าจะคืนเงินค่าตั๋วทั้งหมด\n" +
			"โรงเรียนหลายแห่งเปิดรับนักเดินทาง",
		"พวกเขาค้างคืนในโรงยิม\n" +
			"ผู้โดยสารทั้ง 212 คนของเรือสุลาที่เกยตื้นใกล้ท่าเรือทอล์มขึ้นฝั่งแล้ว\n" +
			"“เราหมุนพวงมาลัยแล้วแต่ไม่มีอะไรเกิดขึ้น” เวโรเล่าให้นักข่าวฟัง\n" +
			"ฝ่ายค้านเรียกร้องให้รัฐมนตรีลาออก\n" +
			"ค่าตั๋วทั้งหมดจะได้คืน บริษัทบรักยืนยัน",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Hebrew": {
		"המעבורת סולה עלתה על שרטון ביום שלישי סמוך לנמל טולם ועל סיפונה 212 נוסעים.\n" +
			"איש לא נפגע, מסר משמר החופים.\n" +
			"\"סובבנו את ההגה ושום דבר לא קרה\", אמרה רבת החובלים אילסה ורו.\n" +
			"חברת בראק הבטיחה להחזיר את מחיר הכרטיסים לכל הנוסעים.\n" +
			"בתי ספר קלטו את המטיילים.",
		"הם בילו את הלילה באולם ספורט.\n" +
			"כל 212 הנוסעים של המעבורת סולה, שעלתה על שרטון ליד טולם, הגיעו לחוף.\n" +
			"\"סובבנו את ההגה ושום דבר לא קרה\", סיפרה ורו לעיתונאים.\n" +
			"האופוזיציה דורשת את התפטרות השרה.\n" +
			"בראק תחזיר את מחיר כל הכרטיסים, הבטיחה החברה.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Hindi": {
		"सूला नौका मंगलवार को 212 यात्रियों के साथ टोल्म बंदरगाह के पास फंस गई।\n" +
			"तटरक्षक बल ने बताया कि कोई घायल नहीं हुआ।\n" +
			"“हमने पहिया घुमाया और कुछ नहीं हुआ,” कप्तान वेरो ने कहा।\n" +
			"ब्राक कंपनी ने सभी टिकटों का पैसा लौटाने का वादा किया।\n" +
			"स्कूलों ने यात्रियों को ठहराया।",
		"उन्होंने रात खेल भवन में बिताई।\n" +
			"टोल्म बंदरगाह के पास फंसी सूला नौका के सभी 212 यात्री किनारे पहुंच गए।\n" +
			"“हमने पहिया घुमाया और कुछ नहीं हुआ,” वेरो ने पत्रकारों को बताया।\n" +
			"विपक्ष ने मंत्री के इस्तीफे की मांग की।\n" +
			"ब्राक कंपनी टिकटों का पूरा पैसा लौटाएगी।",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Ukrainian": {
		"Пором «Сула» сів на мілину у вівторок біля гавані Толма, на борту було 212 пасажирів.\n" +
			"Ніхто не постраждав, повідомила берегова охорона.\n" +
			"«Ми повернули кермо, і нічого не сталося», — сказала капітанка Ільза Верроу.\n" +
			"Компанія «Брак» пообіцяла повернути гроші за всі квитки.\n" +
			"Школи прийняли подорожніх.",
		"Ніч вони провели у спортивній залі.\n" +
			"Усіх 212 пасажирів порома «Сула», який сів на мілину біля Толма, доправили на берег.\n" +
			"«Ми повернули кермо, і нічого не сталося», — розповіла Верроу журналістам.\n" +
			"Опозиція вимагає відставки міністра.\n" +
			"Гроші за квитки компанія «Брак» обіцяє повернути.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Portuguese": {
		"A balsa Sula encalhou na terça-feira perto do porto de Tolm com 212 passageiros a bordo.\n" +
			"Ninguém ficou ferido, segundo a guarda costeira.\n" +
			"“Viramos o leme e nada aconteceu”, disse a capitã Ilsa Verrow.\n" +
			"A empresa Brack prometeu devolver o dinheiro das passagens.\n" +
			"Escolas acolheram os viajantes.",
		"Passaram a noite num ginásio e tomaram chá.\n" +
			"Os 212 passageiros da balsa Sula, que encalhou perto de Tolm, chegaram a terra.\n" +
			"“Viramos o leme e nada aconteceu”, contou Verrow à imprensa.\n" +
			"A oposição pede a demissão da ministra.\n" +
			"O dinheiro de todas as passagens será devolvido, prometeu a Brack.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Polish": {
		"Prom Sula osiadł we wtorek na mieliźnie koło portu w Tolmie z 212 pasażerami na pokładzie.\n" +
			"Nikt nie został ranny, podała straż przybrzeżna.\n" +
			"„Obróciliśmy ster i nic się nie stało” – powiedziała kapitan Ilsa Verrow.\n" +
			"Firma Brack obiecała zwrócić pieniądze za wszystkie bilety.\n" +
			"Szkoły przyjęły podróżnych.",
		"Noc spędzili w sali gimnastycznej.\n" +
			"Wszystkich 212 pasażerów promu Sula, który osiadł na mieliźnie koło Tolmu, przewieziono na brzeg.\n" +
			"„Obróciliśmy ster i nic się nie stało” – opowiadała Verrow dziennikarzom.\n" +
			"Opozycja żąda dymisji ministra.\n" +
			"Pieniądze za bilety firma Brack chce zwrócić.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Greek": {
		"Το πλοίο Σούλα προσάραξε την Τρίτη κοντά στο λιμάνι του Τολμ με 212 επιβάτες.\n" +
			"Κανείς δεν τραυματίστηκε, ανακοίνωσε η ακτοφυλακή.\n" +
			"«Γυρίσαμε το τιμόνι και δεν έγινε τίποτα», είπε η καπετάνισσα Ίλσα Βέροου.\n" +
			"Η εταιρεία Μπρακ υποσχέθηκε να επιστρέψει τα χρήματα των εισιτηρίων.\n" +
			"Σχολεία φιλοξένησαν τους ταξιδιώτες.",
		"Πέρασαν τη νύχτα σε ένα γυμναστήριο.\n" +
			"Και οι 212 επιβάτες του πλοίου Σούλα, που προσάραξε κοντά στο Τολμ, βγήκαν στη στεριά.\n" +
			"«Γυρίσαμε το τιμόνι και δεν έγινε τίποτα», αφηγήθηκε η Βέροου στους δημοσιογράφους.\n" +
			"Η αντιπολίτευση ζητά την παραίτηση του υπουργού.\n" +
			"Τα χρήματα των εισιτηρίων θα τα επιστρέψει η Μπρακ.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
	"Korean": {
		"여객선 술라호가 화요일 승객 212명을 태우고 톨름 항구 근처에서 좌초했다.\n" +
			"해안경비대는 다친 사람이 없다고 밝혔다.\n" +
			"“우리는 키를 돌렸지만 아무 일도 일어나지 않았다”고 베로 선장이 말했다.\n" +
			"브라크 회사는 표값을 모두 돌려주겠다고 약속했다.\n" +
			"학교들이 여행객을 받아들였다.",
		"그들은 체육관에서 밤을 보냈다.\n" +
			"톨름 항구 근처에서 좌초한 술라호의 승객 212명이 모두 육지에 도착했다.\n" +
			"“우리는 키를 돌렸지만 아무 일도 일어나지 않았다”고 베로는 기자들에게 이야기했다.\n" +
			"야당은 장관의 사임을 요구한다.\n" +
			"표값은 모두 돌려준다고 브라크 회사가 약속했다.",
		[][2]int{{1, 2}, {3, 3}, {4, 5}}, 1,
	},
}

func TestOtherLanguages(t *testing.T) {
	for name, c := range otherLanguages {
		checkComparison(t, c.a, c.b)
		got := compared(t, c.a, c.b)
		x, y := text.Read(c.a), text.Read(c.b)
		var found [][2]int // the sure ones first
		sure := 0
		for k, p := range slices.Concat(got.Pairs, got.Possible) {
			for _, l := range p.Left {
				for _, r := range p.Right {
					found = append(found, [2]int{sentenceNumber(x, l), sentenceNumber(y, r)})
				}
			}
			if k < len(got.Pairs) {
				sure = len(found)
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
			if !slices.Contains(found[:sure], tie) {
				t.Errorf("%s: %v not tied for sure, only %v", name, tie, found[:sure])
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
