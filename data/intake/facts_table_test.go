package intake

import (
	"strings"
	"testing"

	"parallax/data"
)

// The lines about a report as pages of many languages print them.

func TestBylinesInManyLanguages(t *testing.T) {
	for line, want := range map[string]string{
		"By Mara Quill in Port Ellis":             "Mara Quill",
		"By Mara Quill | 21 February 2020":        "Mara Quill",
		"Written by Mara Quill":                   "Mara Quill",
		"Von Jonas Abend, Nordholm":               "Jonas Abend",
		"Von Jonas Abend und Ida Brandt":          "Jonas Abend und Ida Brandt",
		"Autorin: Ida Brandt":                     "Ida Brandt",
		"Par Léa Fontaine":                        "Léa Fontaine",
		"Par Léa Fontaine et Luc Armel, à Corvan": "Léa Fontaine et Luc Armel",
		"Por Inés Robledo":                        "Inés Robledo",
		"Texto: Inés Robledo":                     "Inés Robledo",
		"Di Carla Venturi":                        "Carla Venturi",
		"A cura di Carla Venturi":                 "Carla Venturi",
		"Por João Salgado e Rita Mota":            "João Salgado e Rita Mota",
		"Door Joost Veldman":                      "Joost Veldman",
		"Tekst: Joost Veldman":                    "Joost Veldman",
		"Автор: Вера Лугова":                      "Вера Лугова",
		"Текст: Вера Лугова":                      "Вера Лугова",
		"Autor: Jan Wierzba":                      "Jan Wierzba",
		"Yazan: Deniz Aral":                       "Deniz Aral",
		"Haber: Deniz Aral":                       "Deniz Aral",
		"Oleh Sari Wulan":                         "Sari Wulan",
		"Penulis: Sari Wulan":                     "Sari Wulan",
		"Av Elin Strand":                          "Elin Strand",
		"Text: Elin Strand":                       "Elin Strand",
		"بقلم ليلى حداد":                          "ليلى حداد",
		"كتبت: ليلى حداد":                         "ليلى حداد",
		"记者：林小雨":                                  "林小雨",
		"文／林小雨":                                   "林小雨",
		"김하늘 기자":                                  "김하늘",
		"Von Dpa":                                 "",
		"Por fin":                                 "",
		"Di più":                                  "",
		"Par exemple":                             "",
		"Av denna anledning":                      "",
		"Oleh karena itu":                         "",
		"كتب":                                     "",
	} {
		if got := bylineName(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestAgenciesInManyLanguages(t *testing.T) {
	for line, want := range map[string]string{
		"Source: Reuters":        "Reuters",
		"Quelle: dpa":            "dpa",
		"Mit Material von dpa":   "dpa",
		"Avec AFP":               "AFP",
		"Con información de EFE": "EFE",
		"Fonte: ANSA":            "ANSA",
		"Com informações da AFP": "AFP",
		"Bron: ANP":              "ANP",
		"Источник: ТАСС":         "ТАСС",
		"По данным Интерфакс":    "Интерфакс",
		"Źródło: PAP":            "PAP",
		"Kaynak: DHA":            "DHA",
		"Sumber: ANTARA":         "ANTARA",
		"Källa: TT":              "TT",
		"المصدر: رويترز":         "رويترز",
		"来源：新华社":                 "新华社",
		"(dpa)":                  "dpa",
		"TASS reports:":          "TASS",
		"dpa berichtet:":         "dpa",
		"ТАСС сообщает:":         "ТАСС",
		"NORDHOLM (dpa) – Die Fähre fährt ab dem nächsten Monat nur noch zweimal am Tag.":             "dpa",
		"CORVAN (AFP) - Le bac ne passera plus que deux fois par jour dès le mois prochain.":          "AFP",
		"SALVERA, 3 mar (EFE).- El transbordador pasará solo dos veces al día.":                       "EFE",
		"MOSCOW, March 3. /TASS/. The ferry will sail only twice a day from next month.":              "TASS",
		"Паром будет ходить только два раза в день, сообщили в порту. (ТАСС)":                         "ТАСС",
		"Il traghetto passerà solo due volte al giorno, dice l'ufficio. (ANSA)":                       "ANSA",
		"Port Ellis (Reuters/AFP) - The ferry will sail only twice a day from next month.":            "Reuters",
		"The harbour master told Reuters that the ferry is old.":                                      "",
		"Der Sprecher sagte der dpa, die Fähre sei alt.":                                              "",
		"She had worked for AFP for years (she left in 2019), and she said the ferry was never late.": "",
	} {
		if got := agencyOf(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestDateline(t *testing.T) {
	for paragraph, want := range map[string]string{
		"PORT ELLIS, March 3 (Reuters) - The ferry will sail twice a day.":          "PORT ELLIS, March 3",
		"PORT ELLIS (AFP) — The ferry will sail twice a day.":                       "PORT ELLIS",
		"PORT ELLIS — The ferry will sail twice a day.":                             "PORT ELLIS",
		"PORT ELLIS, Nordholm — The ferry will sail twice a day.":                   "PORT ELLIS, Nordholm",
		"Nordholm (dpa) – Die Fähre fährt nur noch zweimal am Tag.":                 "Nordholm",
		"NORDHOLM, 3. März (Reuters) - Die Fähre fährt nur noch zweimal.":           "NORDHOLM, 3. März",
		"SALVERA, 3 de marzo (EFE) - El transbordador pasará dos veces.":            "SALVERA, 3 de marzo",
		"MOSCOW, March 3. /TASS/. The ferry will sail twice a day.":                 "MOSCOW, March 3",
		"МОСКВА, 3 марта. /ТАСС/. Паром будет ходить два раза в день.":              "МОСКВА, 3 марта",
		"The ferry (an old one) — the only one — will sail twice a day.":            "",
		"NATO said on Monday that the ferry will sail twice a day.":                 "",
		"“We will sail twice a day,” she said (it was Monday) - and that was that.": "",
	} {
		if got, _ := datelineOf(paragraph); got != want {
			t.Errorf("%q: %q, want %q", paragraph, got, want)
		}
	}
}

func TestWeekdayAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"The ferry sank on Friday after it struck the pier.":    "on Friday",
		"On Monday, the ferry sailed again.":                    "On Monday",
		"Sunday lunch was late; the ferry sank on Friday.":      "on Friday",
		"Die Fähre sank am Freitag vor dem Pier.":               "am Freitag",
		"Le bac a coulé vendredi devant le quai.":               "vendredi",
		"El transbordador se hundió el viernes ante el muelle.": "el viernes",
		"Il traghetto è affondato venerdì davanti al molo.":     "venerdì",
		"A balsa afundou na sexta-feira diante do cais.":        "na sexta-feira",
		"De veerboot zonk op vrijdag voor de pier.":             "op vrijdag",
		"Паром затонул в пятницу у причала.":                    "в пятницу",
		"Prom zatonął w piątek przy nabrzeżu.":                  "w piątek",
		"Feribot cuma günü iskelenin önünde battı.":             "cuma günü",
		"Feri itu tenggelam pada Jumat di depan dermaga.":       "pada Jumat",
		"Färjan sjönk i fredags framför kajen.":                 "i fredags",
		"غرقت العبارة يوم الجمعة أمام الرصيف.":                  "يوم الجمعة",
		"Friday":                            "",
		"Dia de domingo":                    "",
		"Minggu ini feri berhenti.":         "",
		"The ferry sank before the pier.":   "",
		"Ruszyła środę temu nic nie mówiąc": "",
	} {
		if got := weekdayOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDatesOfALine(t *testing.T) {
	for line, want := range map[string][2]string{
		"Published 21 February 2020 19:53 | Updated 22 February 2020 08:10":       {"2020-02-21 19:53", "2020-02-22 08:10"},
		"Last updated: Feb. 22, 2020":                                             {"", "2020-02-22"},
		"21 February 2020 (updated)":                                              {"", "2020-02-21"},
		"Veröffentlicht am 21.02.2020, aktualisiert am 22. Februar 2020":          {"2020-02-21", "2020-02-22"},
		"Publié le 21 février 2020 à 19h53, mis à jour le 22 février 2020 à 8h10": {"2020-02-21 19:53", "2020-02-22 08:10"},
		"Actualizado a las 8:10 del 22 de febrero de 2020":                        {"", "2020-02-22 08:10"},
		"21 febbraio 2020, aggiornato il 22 febbraio 2020":                        {"2020-02-21", "2020-02-22"},
		"21/02/2020 19h53 Atualizado 22/02/2020 08h10":                            {"2020-02-21 19:53", "2020-02-22 08:10"},
		"21 februari 2020, bijgewerkt 22 februari 2020":                           {"2020-02-21", "2020-02-22"},
		"21 февраля 2020, 19:53 (обновлено 22 февраля 2020)":                      {"2020-02-21 19:53", "2020-02-22"},
		"21 lutego 2020, aktualizacja: 22 lutego 2020":                            {"2020-02-21", "2020-02-22"},
		"21 Şubat 2020, güncelleme 22 Şubat 2020":                                 {"2020-02-21", "2020-02-22"},
		"21 Februari 2020, diperbarui 22 Februari 2020":                           {"2020-02-21", "2020-02-22"},
		"21 februari 2020, uppdaterad 22 februari 2020":                           {"2020-02-21", "2020-02-22"},
		"21 فبراير 2020، تحديث 22 فبراير 2020":                                    {"2020-02-21", "2020-02-22"},
		"2020年2月21日 更新 2020年2月22日":                                                {"2020-02-21", "2020-02-22"},
		"21 February 2020": {"2020-02-21", ""},
		"Updated daily":    {"", ""},
	} {
		published, updated := datesOf(line)
		if published.date != want[0] || updated.date != want[1] {
			t.Errorf("%q: %q and %q, want %q", line, published.date, updated.date, want)
		}
	}
}

func TestTranslatedFrom(t *testing.T) {
	for line, want := range map[string]string{
		"Translated from the Russian by Ida Brandt":                "ru",
		"Translation: Ida Brandt":                                  "yes",
		"This article was automatically translated.":               "yes",
		"Aus dem Englischen von Ida Brandt":                        "en",
		"Übersetzung: Ida Brandt":                                  "yes",
		"Traduit de l’anglais par Léa Fontaine":                    "en",
		"Traducido del alemán por Inés Robledo":                    "de",
		"Traduzione di Carla Venturi":                              "yes",
		"Traduzido do francês por Rita Mota":                       "fr",
		"Vertaald uit het Duits":                                   "de",
		"Перевод с английского: Вера Лугова":                       "en",
		"Tłumaczenie z rosyjskiego: Jan Wierzba":                   "ru",
		"Çeviri: Deniz Aral":                                       "yes",
		"Diterjemahkan dari bahasa Inggris":                        "en",
		"Översatt från tyska":                                      "de",
		"ترجمة: ليلى حداد":                                         "yes",
		"The words translate into nothing.":                        "",
		"She translated from memory what the harbour master said.": "",
		"Ce texte a été traduit du russe":                          "ru",
	} {
		if got := translatedFrom(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// Every fact of a pasted page says which line it was read from, none is agreed
// to, and none is from a comment, a caption or a photo credit.
func TestFactsSayWhereTheyWereRead(t *testing.T) {
	page := `Nordholm Gazette
Photo: Jon Ash / Reuters, 1 May 2019
Ferry to Nordholm to sail only twice a day
By Mara Quill
Published 14 March 2023 09:15 | Updated 15 March 2023

PORT ELLIS (Coast News) — ` + strings.TrimSpace(ferryReport) + `

Translated from the German by Ida Brandt
© 2023 Nordholm Gazette. All rights reserved.
`
	src := mustRead(t, "x", page)
	want := map[data.Field]string{
		data.FieldHeadline: "Ferry to Nordholm to sail only twice a day", data.FieldByline: "Mara Quill",
		data.FieldPublished: "2023-03-14 09:15", data.FieldUpdated: "2023-03-15", data.FieldDateline: "PORT ELLIS",
		data.FieldOutlet: "Nordholm Gazette", data.FieldTranslated: "de", data.FieldLanguage: "en", data.FieldCredit: "",
	}
	lines := strings.Split(page, "\n")
	for field, value := range want {
		f, _ := src.Fact(field)
		if f.Value != value || f.Confirmed {
			t.Errorf("%s: %+v, want %q", field, f, value)
		}
		if value == "" || field == data.FieldLanguage {
			continue
		}
		var no int
		if !strings.HasPrefix(string(f.From), "line ") || f.Block < 0 {
			t.Errorf("%s is from %q, block %d", field, f.From, f.Block)
			continue
		}
		for _, r := range f.From[len("line "):] {
			no = no*10 + int(r-'0')
		}
		if no < 1 || no > len(lines) || !strings.Contains(src.Blocks[f.Block].Of(src.Text), lines[no-1]) {
			t.Errorf("%s is from line %d: %q", field, no, src.Blocks[f.Block].Of(src.Text))
		}
	}
}
