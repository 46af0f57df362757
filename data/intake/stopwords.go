package intake

import "strings"

// stopWords are the commonest function words of fourteen languages, by ISO
// 639-1 code. Lines of running text hold many of them, furniture few; which
// language's words a page holds most also says what it is written in.
var stopWords = map[string]map[string]bool{
	"en": wordSet(`the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they you were their one all we can her has there been if more when will would who so no out up into than them what its about some could time only do your my me our us she him said also over after between because while where how these those such through being other`),
	"de": wordSet(`der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ich wir ihr mir kann doch schon`),
	"fr": wordSet(`de la le et les des en un une du que est pour qui dans a par plus pas au sur ne se ce il sont la avec son sa ses aux ou mais nous comme être ont cette fait elle été leur ces dont tout deux je vous on lui`),
	"es": wordSet(`de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está`),
	"it": wordSet(`di e il la che in un a per è una sono con non si da del le dei al i come più nel ha gli alla della lo delle anche ma se su o dal nella questo hanno tra suo quando cui ci stato`),
	"pt": wordSet(`de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso`),
	"nl": wordSet(`de het een en van in is dat op te voor met zijn die niet aan er om ook als bij door naar maar uit dan nog over wordt werd hij ze was heeft deze wel tot meer`),
	"ru": wordSet(`и в не на я что тот быть с он а как это по но они к у ты из мы за вы так же от сказать этот который мочь для до или её его их бы был была было были при о об со во уже если только также ещё еще после чтобы года году`),
	"uk": wordSet(`і й та в у на не з із зі що як до за від для по про це він вона вони ми ви я його її їх цей ця ці який яка які яких якого бути був була було були є буде вже ще але або чи також під час після через при між щоб коли де так того тому цього цього року`),
	"pl": wordSet(`w i na z do się nie jest o że to od za przez po dla jak a oraz są ale tym co jego być czy który które która było był już tylko także może ich ze`),
	"tr": wordSet(`ve bir bu da de için ile olarak çok daha olan en gibi ne o kadar sonra her ancak ise olduğunu var ya mi ki değil`),
	"id": wordSet(`dan yang di dengan untuk dari ini itu pada dalam tidak akan adalah ke juga oleh sebagai telah atau bisa ada mereka kami kita saya`),
	"sv": wordSet(`och i att det som en på är av för med till den har de inte om ett han men var jag från vi så när kan`),
	"ar": wordSet(`في من على إلى أن عن التي الذي مع هذا هذه ما لا كان كما قد بعد بين قبل خلال ذلك كل أو ثم حيث لم لن إن أي حتى عند وقال وقد`),
}

// stopLanguages lists the languages of stopWords in a fixed order.
var stopLanguages = []string{"en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "tr", "id", "sv", "ar"}

// wordSet is the set of the words in s.
func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
