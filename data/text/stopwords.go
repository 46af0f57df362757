package text

// The small words of each language: articles, pronouns, prepositions,
// conjunctions, helping verbs, and in English the verbs every report uses to
// say who spoke. Written for this program.
var (
	englishStop = lookupOf(set(`a about above across after again against all along also although am among an and any are aren as at
		be because been before being below beside between both but by can cannot could couldn did didn do does
		doesn doing don done down during each either else ever every few for from further get gets getting go goes
		going got had hadn has hasn have haven having he her here hers herself him himself his how however i if in
		into is isn it its itself just let like ll m many may me might mine more most mr mrs ms much must mustn
		my myself neither no nor not now of off on once one only onto or other others ought our ours ourselves out over
		own per quite rather re s same shall shan she should shouldn since so some such t than that the their
		theirs them themselves then there these they this those though through thus to too toward towards two
		under until up upon us ve very via was wasn we were weren what when where whether which while who whom whose
		why will with within without would wouldn yet you your yours yourself yourselves d ca wo sha ain
		said say says saying told tell tells telling added adds adding according`))
	spanishStop = lookupOf(set(`a al algo algunos ante antes aquel aquella aquí así aunque bajo cada como con contra cual cuando
		cuya cuyo de del desde donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta
		está estaba están estas este esto estos fue fueron ha había habían han hasta hay he la las le les lo los más me
		mi mientras muy nada ni no nos o otra otras otro otros para pero poco por porque que qué quien quienes se según
		ser si sí sido sin sobre son su sus también tan te tiene tienen todo todos tras tu un una uno unos unas y ya yo
		dijo dice dijeron señaló añadió`))
	frenchStop = lookupOf(set(`à a ai ainsi alors après au aucun aussi autre autres aux avait avaient avant avec avoir c ce ceci
		cela ces cet cette ceux chez comme contre d dans de depuis des deux dont du elle elles en encore entre est et
		étaient était été être eu eux fait il ils j je l la le les leur leurs lors lui m ma mais me même mes moi mon n ne
		ni nos notre nous on ont ou où par pas pendant peu plus pour qu quand que quel quelle qui s sa sans se sera ses
		si son sont sous sur t ta te tous tout toute très tu un une vers vos votre vous y dit déclaré ajouté selon`))
	germanStop = lookupOf(set(`aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bis da damit
		dann das dass daß dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein
		eine einem einen einer eines er es etwas für gegen gewesen hat hatte hatten haben hier ihm ihn ihnen ihr ihre
		ihrem ihren ihrer im in ins ist ja jede jeden jeder jedoch kann kein keine können man mehr mit muss nach nicht
		noch nun nur ob oder ohne sei sein seine seinem seinen seiner seit sich sie sind so sollen soll sondern über um
		und uns unter vom von vor war waren was wegen weil wenn wer werden wie wieder wird wir wo worden wurde wurden
		würde zu zum zur zwischen sagte`))
	russianStop = lookupOf(set(`а без был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее её
		если есть еще ещё же за здесь и из или им их к как ко когда кто ли либо мне мы на над не него нее неё нет ни них
		но ну о об однако он она они оно от по под после при про с свои своей своего сам себя со так также такой там то
		тоже того той только том тот у уже хотя чего чей чем что чтобы это этих этого этой этом этот я сказал сказала
		заявил заявила сообщил сообщила отметил`))
	italianStop = lookupOf(set(`a ad agli ai al alla alle allo anche ancora avere aveva c che chi ci come con contro cui da dagli dai
		dal dalla dalle dei del della delle dello di dopo dove due e è ed era erano essere fra fu gli ha hanno ho i il in
		io l la le lei li lo loro lui ma mentre mi molto ne nei nel nella nelle nello no noi non o per perché però più
		poi prima quale quando quella quelle quelli quello questa queste questi questo se senza si sia sono stata stati
		stato su sua sue sugli sui sul sulla suo suoi tra tutti tutto un una uno ha detto`))
	portugueseStop = lookupOf(set(`a à ao aos as às até ainda com como contra da das de dela dele deles depois do dos e é ela elas ele
		eles em entre era eram essa esse esta está estão estas este estes eu foi foram há isso isto já lhe mais mas me
		mesmo meu muito na não nas nem no nos nós o os ou para pela pelas pelo pelos por porque qual quando que quem
		são se sem ser seu seus sido sobre sua suas também tem têm tinha todo todos um uma umas uns disse`))
	dutchStop = lookupOf(set(`aan al alle als altijd ander andere bij daar dan dat de den der deze die dit doen door dus een en er
		ge geen had hadden heb hebben heeft hem het hier hij hoe hun ik in is ja je kan kon maar me meer men met mij mijn
		moet na naar niet niets nog nu of om omdat onder ons ook op over reeds sinds te tegen toch toen tot u uit uw van
		veel voor want waren was wat we wel werd werden wie wij worden wordt zal ze zei zich zij zijn zo zonder zou`))
	swedishStop = lookupOf(set(`alla allt än är att av blev bli blir de dem den denna deras dess dessa det detta dig din dock du efter
		ej eller en enligt er ett för från genom ha hade han hans har hon honom i icke ingen inte jag kan kunde man med
		mellan men mig min mot mycket nu när någon något några och om oss på samma sedan sig sin sina ska skulle som så
		sade säger till under upp ut utan vad var vara varit vem vi vid vilken över`))
	norwegianStop = lookupOf(set(`alle at av ble bli blir både da de deg dem den denne der dere deres det dette din disse du eller en
		er et etter for fordi fra før ha hadde han hans har hennes her hun hva hvem hvor hvordan i ikke ingen inn jeg kan
		kom kunne man med meg mellom men mer min mot mye må når noe noen nå og også om opp oss over på sa samme seg selv
		sier sin sine skal skulle slik som så til um under ut uten var vi vil ville være vært`))
	danishStop = lookupOf(set(`af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter
		eller en end er et for fordi fra før ham han hans har havde hende her hun hvad hvis hvor i ikke ind jeg kan kunne
		man mange med meget men mig min mod må ned noget nogle nu når og også om op os over på sagde selv sig sin sine
		siger skal skulle som sådan til ud under var vi vil ville være været`))
	polishStop = lookupOf(set(`a aby ale bez był była było były być co czy dla do gdy gdzie go i ich ile im inne ja jak jako je jego
		jej jest jeszcze jeśli już każdy kiedy kto która które którego której który których którzy lub ma mają może my na
		nad nie nich niż o od on ona oni oraz po pod ponieważ przed przez przy są się sobie swoje ta tak także tam te tego
		tej ten to tu tych tylko tym w we więc wszystkie z za ze że żeby powiedział`))
	hungarianStop = lookupOf(set(`a abban ahol aki akik amely amelyek ami az azok azt be csak de e egy egyik el és ez ezek ezt fel
		hogy ha hanem hiszen is ki kell két le lehet lesz majd már még meg mert mind minden mint mondta nagyon ne nem
		nincs ő ők pedig sem szerint után vagy van vannak volt voltak`))
	turkishStop = lookupOf(set(`ama ancak bir bu çok da daha de dedi diye en gibi göre hem hiç için ile ise kadar ki mi mı mu mü ne
		o olan olarak oldu olduğunu on onlar onu şey şu tarafından üzere var ve veya ya yok`))
	ukrainianStop = lookupOf(set(`а або але без був була були було бути в вже ви від він вона вони воно все всі де для до є за зі з і й
		їх їй його її коли лише між ми на над не немає ні про по під після при та так також там те ти то тому того у хто
		це цей ця ці чи що щоб як яка яке який які`))
	arabicStop = lookupOf(set(`في من على إلى عن مع أن إن ان هذا هذه ذلك تلك التي الذي الذين هو هي هم كان كانت قد لا ما لم لن أو او ثم
		بعد قبل كل بين حيث حتى عند منذ و أنه أنها إنه قال قالت وقال وقالت كما لكن بل غير`))
	chineseStop = lookupOf(set(`的 了 是 在 和 与 他 她 它 我 你 们 这 那 也 就 都 而 及 着 或 被 把 对 从 将 等 说 之 其 并 有 不
		没有 一个 我们 你们 他们 她们 它们 这个 那个 这些 那些 可以 因为 所以 但 但是 而且 如果 以及 已经 还 又 很 会 要 能 到 由 于 所
		至 以 为 上 中 里 后 前 时 名 個 个 号 们 们的 表示 称 告诉 說 這 們 對 從 將 與 個人 沒有 我們 他們 因為 會`))
	japaneseStop = lookupOf(set(`の は が を に で と も へ や か な た だ し て る い れ さ す ま こ そ う り ら
		年 月 日 人 者 的 氏 話した 語った 述べた 言った 同 等 中 後 前 上`))
	thaiStop = lookupOf(set(`ที่ และ ใน ของ เป็น มี ได้ ว่า ให้ จะ ไม่ กับ แต่ หรือ จาก โดย เพื่อ ซึ่ง นี้ นั้น ก็ คือ แล้ว อยู่ ไป มา
		ต้อง ยัง ถูก เมื่อ ตาม ถึง กว่า อีก ทั้ง หมด ทั้งหมด การ ความ คน ผู้ กล่าว บอก เขา เธอ เรา พวก พวกเขา ไว้ ขึ้น ลง ออก
		เข้า ด้วย ต่อ แห่ง หลาย ทุก รับ ใคร อะไร รายงาน ระบุ เล่า ค่า วัน`))
)
