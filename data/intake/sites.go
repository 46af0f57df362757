package intake

import (
	"strings"
	"sync"

	"parallax/data"
)

// knownOutlets are outlets many pages come from, a name and its sites a line.
// They only spare the reader typing; her own list comes before.
var knownOutlets = sync.OnceValue(func() []data.Outlet {
	var list []data.Outlet
	for line := range strings.Lines(outletTable) {
		if name, sites, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			list = append(list, data.Outlet{Name: name, Sites: strings.Fields(sites)})
		}
	}
	return list
})

const outletTable = `
ABC (Spain): abc.es
ABC News: abcnews.go.com abcnews.com
ABC News (Australia): abc.net.au
AFP: afp.com
Aftenposten: aftenposten.no
Aftonbladet: aftonbladet.se
Al Arabiya: alarabiya.net
Al Jazeera: aljazeera.com aljazeera.net
Al-Ahram: ahram.org.eg
Al-Monitor: al-monitor.com
Anadolu Agency: aa.com.tr
ANSA: ansa.it
Asahi Shimbun: asahi.com
Asharq Al-Awsat: aawsat.com
Associated Press: apnews.com
Axios: axios.com
BBC News: bbc.co.uk bbc.com
Berliner Zeitung: berliner-zeitung.de
Bild: bild.de
Bloomberg: bloomberg.com
BuzzFeed News: buzzfeednews.com
Cadena SER: cadenaser.com
CBC News: cbc.ca
CBS News: cbsnews.com
CGTN: cgtn.com
Channel NewsAsia: channelnewsasia.com
China Daily: chinadaily.com.cn
Christian Science Monitor: csmonitor.com
Clarín: clarin.com
CNBC: cnbc.com
CNN: cnn.com
Corriere della Sera: corriere.it
Cumhuriyet: cumhuriyet.com.tr
Daily Express: express.co.uk
Daily Mail: dailymail.co.uk
Daily Mirror: mirror.co.uk
Daily Sabah: dailysabah.com
Dagens Nyheter: dn.se
Dawn: dawn.com
De Morgen: demorgen.be
De Standaard: standaard.be
De Telegraaf: telegraaf.nl
de Volkskrant: volkskrant.nl
Der Spiegel: spiegel.de
Der Standard: derstandard.at
Deutsche Welle: dw.com
Deutschlandfunk: deutschlandfunk.de
Die Presse: diepresse.com
Die Welt: welt.de
Die Zeit: zeit.de
Diário de Notícias: dn.pt
El Mundo: elmundo.es
El País: elpais.com
El Universal: eluniversal.com.mx
Estadão: estadao.com.br
Euronews: euronews.com
Evening Standard: standard.co.uk
Expressen: expressen.se
Financial Times: ft.com
Folha de S.Paulo: folha.uol.com.br
Fox News: foxnews.com
France 24: france24.com
Franceinfo: francetvinfo.fr
Frankfurter Allgemeine Zeitung: faz.net
Frankfurter Rundschau: fr.de
Gazeta Wyborcza: wyborcza.pl
Global News: globalnews.ca
Global Times: globaltimes.cn
Globo: globo.com
Gulf News: gulfnews.com
Haaretz: haaretz.com haaretz.co.il
Handelsblatt: handelsblatt.com
Helsingin Sanomat: hs.fi
Hindustan Times: hindustantimes.com
HuffPost: huffpost.com huffingtonpost.com
Hürriyet: hurriyet.com.tr
Hürriyet Daily News: hurriyetdailynews.com
Il Sole 24 Ore: ilsole24ore.com
Independent: independent.co.uk
Indian Express: indianexpress.com
Interfax: interfax.ru
Irish Times: irishtimes.com
Izvestia: iz.ru
Jakarta Post: thejakartapost.com
Japan Times: japantimes.co.jp
Jerusalem Post: jpost.com
Jyllands-Posten: jyllands-posten.dk
Kathimerini: kathimerini.gr
Khaleej Times: khaleejtimes.com
Kommersant: kommersant.ru
Kompas: kompas.com
Korea Herald: koreaherald.com
Korea Times: koreatimes.co.kr
Kyiv Independent: kyivindependent.com
Kyiv Post: kyivpost.com
Kyodo News: kyodonews.net
La Nación: lanacion.com.ar
La Repubblica: repubblica.it
La Stampa: lastampa.it
La Tercera: latercera.com
La Vanguardia: lavanguardia.com
Le Figaro: lefigaro.fr
Le Monde: lemonde.fr
Le Parisien: leparisien.fr
Le Soir: lesoir.be
Le Temps: letemps.ch
Lenta.ru: lenta.ru
Libération: liberation.fr
Los Angeles Times: latimes.com
Mail & Guardian: mg.co.za
Mainichi Shimbun: mainichi.jp
Mediapart: mediapart.fr
Meduza: meduza.io
Middle East Eye: middleeasteye.net
Milliyet: milliyet.com.tr
Moscow Times: themoscowtimes.com
n-tv: n-tv.de
NBC News: nbcnews.com
NDR: ndr.de
NDTV: ndtv.com
Neue Zürcher Zeitung: nzz.ch
Neues Deutschland: nd-aktuell.de
New York Post: nypost.com
New Zealand Herald: nzherald.co.nz
Newsweek: newsweek.com
NHK: nhk.or.jp
Nikkei Asia: asia.nikkei.com
NOS: nos.nl
NPR: npr.org
NRC: nrc.nl
NRK: nrk.no
ORF: orf.at
Ouest-France: ouest-france.fr
Página/12: pagina12.com.ar
PBS NewsHour: pbs.org
People's Daily: people.cn people.com.cn
Politico: politico.com
Politico Europe: politico.eu
Politiken: politiken.dk
Press TV: presstv.ir presstv.com
ProPublica: propublica.org
Público: publico.pt
Público (Spain): publico.es
Radio Free Europe/Radio Liberty: rferl.org
RAI News: rainews.it
Reuters: reuters.com
RFI: rfi.fr
RIA Novosti: ria.ru
RT: rt.com
RTÉ: rte.ie
RTL Nieuws: rtlnieuws.nl
RTVE: rtve.es
Rzeczpospolita: rp.pl
Sabah: sabah.com.tr
SBS News: sbs.com.au
Sky News: news.sky.com
Slate: slate.com
South China Morning Post: scmp.com
Sputnik: sputniknews.com sputnikglobe.com
Süddeutsche Zeitung: sueddeutsche.de
SVT Nyheter: svt.se
Sydney Morning Herald: smh.com.au
Tages-Anzeiger: tagesanzeiger.ch
Tagesschau: tagesschau.de
Tagesspiegel: tagesspiegel.de
TASS: tass.com tass.ru
taz: taz.de
Tempo: tempo.co
The Age: theage.com.au
The Atlantic: theatlantic.com
The Economist: economist.com
The Globe and Mail: theglobeandmail.com
The Guardian: theguardian.com guardian.co.uk
The Hindu: thehindu.com
The Irish Independent: independent.ie
The National: thenationalnews.com
The New Yorker: newyorker.com
The New York Times: nytimes.com
The Straits Times: straitstimes.com
The Sun: thesun.co.uk
The Telegraph: telegraph.co.uk
The Times: thetimes.co.uk thetimes.com
The Times of Israel: timesofisrael.com
The Wall Street Journal: wsj.com
The Washington Post: washingtonpost.com
Time: time.com
Times of India: timesofindia.indiatimes.com
Toronto Star: thestar.com
Trouw: trouw.nl
TRT Haber: trthaber.com
TRT World: trtworld.com
TVN24: tvn24.pl
Ukrainska Pravda: pravda.com.ua
Ukrinform: ukrinform.net ukrinform.ua
USA Today: usatoday.com
Vedomosti: vedomosti.ru
VG: vg.no
Vice: vice.com
Voice of America: voanews.com
Vox: vox.com
VRT NWS: vrt.be
WDR: wdr.de
Xinhua: xinhuanet.com news.cn
Yle: yle.fi
Ynet: ynet.co.il ynetnews.com
Yomiuri Shimbun: yomiuri.co.jp
Yonhap News Agency: yna.co.kr
ZDF: zdf.de
`

// ProposeOutlet proposes who published src by the site of its address, when
// outlets, the library's list, tells it. What the reader wrote or agreed to
// stays. It reports whether the list knew the site.
func ProposeOutlet(src *data.Source, outlets []data.Outlet) bool {
	address, _ := src.Fact(data.FieldURL)
	o, ok := data.OutletAt(outlets, data.SiteOf(address.Value))
	if !ok {
		return false
	}
	if f, _ := src.Fact(data.FieldOutlet); !f.Confirmed && f.From != data.FromReader {
		src.SetFact(data.Fact{Field: data.FieldOutlet, Value: o.Name, From: FromList, Block: -1})
	}
	return true
}
