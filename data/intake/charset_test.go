package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Sentences of invented reports, each in the writing its encodings were made for.
var (
	german    = "Die Brücke über den Fluss ist seit Dienstag gesperrt. „Wir prüfen das“, sagte die Bürgermeisterin, während draußen Lärm und Ärger größer wurden."
	french    = "Le conseil a décidé de fermer l’école du quai après l’été. « C’est très regrettable », a déclaré la maîtresse, déçue."
	polish    = "Rada miasta postanowiła zamknąć most na sześć tygodni. Mieszkańcy są źli, że dowiedzieli się o tym późno. Żaden autobus nie będzie jeździł."
	czech     = "Městská rada rozhodla, že most bude uzavřen na šest týdnů. Řidiči se zlobí, že se to dozvěděli příliš pozdě."
	russian   = "Городской совет решил закрыть мост на шесть недель. Жители недовольны тем, что узнали об этом только вечером. «Мы искали другой путь», сказал глава."
	ukrainian = "Міська рада вирішила закрити міст на шість тижнів. Мешканці невдоволені, що дізналися про це лише ввечері, і їхні ґрунтовні питання лишилися."
	greekText = "Το δημοτικό συμβούλιο αποφάσισε να κλείσει τη γέφυρα για έξι εβδομάδες. Οι κάτοικοι είναι θυμωμένοι που το έμαθαν αργά."
	turkishTx = "Belediye meclisi köprüyü altı hafta kapatmaya karar verdi. Şehirde yaşayanlar bunu geç öğrendikleri için kızgın. Ulaşım değişecek, dediğine göre."
	hebrewTx  = "מועצת העיר החליטה לסגור את הגשר לשישה שבועות. התושבים כועסים כי נודע להם על כך מאוחר."
	arabicTx  = "قرر مجلس المدينة إغلاق الجسر لمدة ستة أسابيع. السكان غاضبون لأنهم علموا بذلك في وقت متأخر من المساء."
	japaneseT = "町議会は六週間にわたり橋を閉鎖することを決めた。住民は知らせが遅かったと怒っている。バスは遠回りになるという。"
	chineseT  = "市议会决定将大桥关闭六个星期。居民们很生气，因为他们到晚上才知道这个消息。公共汽车要绕路。"
	chineseTr = "市議會決定將大橋關閉六個星期。居民們很生氣，因為他們到晚上才知道這個消息。公共汽車要繞路。"
	// letters above ASCII are quotation marks only
	englishQuotes = "The mayor’s office said the bridge was “not safe,” and that it couldn’t wait. “We looked at every other way,” she said, ‘and found none.’"
	koreanT       = "시의회는 다리를 여섯 주 동안 닫기로 결정했다. 주민들은 늦게 알았다고 화가 났다. 버스는 돌아서 간다."
)

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, text string
		e          encoding.Encoding
	}{
		{"utf-8", german, encoding.Nop}, {"utf-8", russian, encoding.Nop}, {"utf-8", japaneseT, encoding.Nop},
		{"windows-1252", german, charmap.Windows1252}, {"windows-1252", french, charmap.Windows1252},
		{"windows-1250", polish, charmap.Windows1250}, {"windows-1250", czech, charmap.Windows1250},
		{"iso-8859-2", polish, charmap.ISO8859_2}, {"iso-8859-2", czech, charmap.ISO8859_2},
		{"windows-1251", russian, charmap.Windows1251}, {"koi8-r", russian, charmap.KOI8R}, {"iso-8859-5", russian, charmap.ISO8859_5}, {"ibm866", russian, charmap.CodePage866},
		{"windows-1251", ukrainian, charmap.Windows1251},
		{"windows-1253", greekText, charmap.Windows1253}, {"windows-1254", turkishTx, charmap.Windows1254},
		{"windows-1255", hebrewTx, charmap.Windows1255}, {"windows-1256", arabicTx, charmap.Windows1256},
		{"shift_jis", japaneseT, japanese.ShiftJIS}, {"euc-jp", japaneseT, japanese.EUCJP}, {"iso-2022-jp", japaneseT, japanese.ISO2022JP},
		{"gb18030", chineseT, simplifiedchinese.GB18030}, {"big5", chineseTr, traditionalchinese.Big5}, {"euc-kr", koreanT, korean.EUCKR},
		{"utf-16le", german, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}, {"utf-16be", german, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"utf-16le", russian, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}, {"utf-16be", greekText, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"utf-16le", french, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}, {"utf-16be", japaneseT, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"windows-1252", englishQuotes, charmap.Windows1252}, {"macintosh", german, charmap.Macintosh}, {"macintosh", englishQuotes, charmap.Macintosh},
		{"utf-32le", french, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
	} {
		long := strings.Repeat(c.text+"\n", 3)
		b, err := encoding.ReplaceUnsupported(c.e.NewEncoder()).Bytes([]byte(long))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		want, err := c.e.NewDecoder().Bytes(b)
		if err != nil {
			t.Fatal(err)
		}
		got, name, ok := decode(b)
		if !ok || strings.TrimPrefix(string(want), "\ufeff") != got {
			t.Errorf("%s read as %s: %.60q", c.name, name, got)
		} else if name != c.name {
			t.Logf("%s is called %s, with the same text", c.name, name)
		}
	}
}

func TestDecodeDeclared(t *testing.T) {
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>Мост закрыт.</p></body></html>`
	b, err := charmap.Windows1251.NewEncoder().Bytes([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if got, name, ok := decode(b); !ok || got != page || name != "windows-1251" {
		t.Errorf("%s %v: %q", name, ok, got)
	}
	// a declaration the bytes contradict does not count
	if got, name, _ := decode([]byte(page)); got != page || name != "utf-8" {
		t.Errorf("UTF-8 declared otherwise is read as %s", name)
	}
}

func TestDecodeDamaged(t *testing.T) {
	b := []byte(strings.Repeat(german+"\n", 4))
	b[20] = 0xff
	got, name, ok := decode(b)
	if !ok || name != "utf-8" || strings.Count(got, "\ufffd") != 1 {
		t.Errorf("%s %v, %d replaced", name, ok, strings.Count(got, "\ufffd"))
	}
}
