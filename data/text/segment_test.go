package text

import (
	"slices"
	"strings"
	"testing"

	graphemes "github.com/go-text/typesetting/segmenter"
)

func wordsOf(s string) []string {
	var list []string
	for _, w := range Read(s).Tokens() {
		if w.Word {
			list = append(list, w.Of(s))
		}
	}
	return list
}

func TestWordsWithoutSpaces(t *testing.T) {
	for s, want := range map[string]string{
		"フェリーのスーラ号が火曜日、トルム港の近くで座礁した。":            "フェリー の スーラ号 が 火曜日 トルム港 の 近く で 座礁した",
		"海岸警卫队说没有人受伤。布拉克公司退还全部船票。":               "海岸 警卫队 说 没有 人 受伤 布拉克 公司 退 还 全部 船票",
		"市長週五宣布，老港口將於春季重新開放。海岸警衛隊說":              "市長 週五 宣布 老港口 將 於 春季 重新 開放 海岸 警衛隊 說",
		"ไม่มีใครได้รับบาดเจ็บ คืนเงินค่าตั๋ว":   "ไม่ มี ใคร ได้ รับ บาดเจ็บ คืน เงิน ค่า ตั๋ว",
		"The harbour of 托姆港附近 opened for 212名乘客": "The harbour of 托姆 港 附近 opened for 212 名 乘客",
	} {
		if got := strings.Join(wordsOf(s), " "); got != want {
			t.Errorf("words of %q:\n got %s\nwant %s", s, got, want)
		}
	}
}

func TestSmallWordsWithoutSpaces(t *testing.T) {
	for s, want := range map[string]string{
		"学校が旅行者を受け入れた。": "学校 旅行者 受け入れた",
		"海岸警卫队说没有人受伤。":  "海岸 警卫队 人 受伤",
		"บริษัทสัญญาว่าจะคืนเงินค่าตั๋วทั้งหมดให้กับผู้โดยสารที่อยู่ในเรือ": "บริษัท สัญญา คืน เงิน ตั๋ว สาร เรือ",
	} {
		var got []string
		for _, w := range Read(s).Tokens() {
			if w.Word && !w.Stop {
				got = append(got, w.Of(s))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestSentencesWithoutStops(t *testing.T) {
	for _, want := range [][]string{
		{"เรือข้ามฟากสุลาพร้อมผู้โดยสาร 212 คนเกยตื้นใกล้ท่าเรือทอล์มเมื่อวันอังคาร", "หน่วยยามฝั่งบอกว่าไม่มีใครได้รับบาดเจ็บ"},
		{"ค่าตั๋วทั้งหมดจะได้คืน บริษัทบรักยืนยัน"},
		{"“เราหมุนพวงมาลัยแล้วแต่ไม่มีอะไรเกิดขึ้นบนดาดฟ้าเรือ” กัปตันเวโรกล่าวกับนักข่าวที่ท่าเรือ"},
		{"កប៉ាល់បានមកដល់។", "មនុស្សបានទៅផ្ទះ។"},
		{"သင်္ဘောရောက်သည်။", "လူများပြန်သွားသည်။"},
	} {
		s := strings.Join(want, " ")
		if got := sentencesOf(s); !slices.Equal(got, want) {
			t.Errorf("sentences of %q:\n got %q\nwant %q", s, got, want)
		}
	}
}

// checkClusters fails when a word starts or ends between a letter and the marks
// that a reader sees as one with it.
func checkClusters(t *testing.T, s string) {
	x := Read(s)
	var segmented graphemes.Segmenter
	segmented.Init([]rune(s))
	border := map[int]bool{len(s): true}
	at := 0
	for all := segmented.GraphemeIterator(); all.Next(); {
		border[at] = true
		at += len(string(all.Grapheme().Text))
	}
	cuts := func(at int) bool {
		first, _ := before(s, at)
		next, _ := after(s, at)
		return !border[at] && inWord(first) && inWord(next)
	}
	for _, w := range x.Tokens() {
		if w.Word && (cuts(w.Start) || cuts(w.End)) {
			t.Fatalf("%q at %v of %q starts or ends inside a letter", w.Of(s), w.Span, s)
		}
	}
}

func TestWordsKeepLettersWhole(t *testing.T) {
	for _, s := range []string{
		"นำน้ำไปให้ผู้โดยสารที่กำลังรอ", "ກຳລັງນຳນ້ຳ", "ភាសាខ្មែរនៅកម្ពុជា", "မြန်မာဘာသာစကားကို", "かﾞき゛コーヒーがパ" + "ハ\u309a",
		"e\u0301le\u0300ve d\u00ade", "हिन्दी में समाचार", "한국어 각", "葛\U000E0100城市", "ชี้ว่าๆ กันๆ",
	} {
		checkClusters(t, s)
	}
}

func BenchmarkReadChinese(b *testing.B) {
	s := strings.Repeat("海岸警卫队说，没有人受伤。布拉克公司答应退还全部船票。\n", 500)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Read(s)
	}
}
