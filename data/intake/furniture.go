package intake

import (
	"strings"
	"sync"
)

// A kinds says which sorts of page furniture a line's words belong to; a line
// may have several.
type kinds uint16

const (
	kindNav kinds = 1 << iota
	kindShare
	kindComments
	kindRelated
	kindLegal
	kindPromo
	kindAccount
	kindCaption
	kindMeta
)

// kindOrder lists the kinds in the order of the features.
var kindOrder = [...]kinds{kindNav, kindShare, kindComments, kindRelated, kindLegal, kindPromo, kindAccount, kindCaption, kindMeta}

// A phrase is words running that tell a kind of furniture. In the tables below
// a slash parts words that may stand in one place, "^" in front means that the
// line begins with the phrase, "=" that it is the whole line.
type phrase struct {
	words       []string
	start, only bool
	kind        kinds
}

var phrases = sync.OnceValue(func() map[string][]phrase {
	m := map[string][]phrase{}
	for _, tables := range []map[kinds]string{phraseTables, tonguePhrases} {
		for s, table := range tables {
			for _, row := range strings.Split(table, ",") {
				row = strings.TrimSpace(row)
				p := phrase{kind: s}
				row, p.start = strings.CutPrefix(row, "^")
				row, p.only = strings.CutPrefix(row, "=")
				for _, ws := range spread(strings.Fields(row)) {
					p.words = ws
					m[ws[0]] = append(m[ws[0]], p)
				}
			}
		}
	}
	return m
})

// spread makes every row that the slashes of one stand for.
func spread(slots []string) [][]string {
	rows := [][]string{nil}
	for _, slot := range slots {
		var longer [][]string
		for _, row := range rows {
			for _, w := range strings.Split(slot, "/") {
				longer = append(longer, append(row[:len(row):len(row)], w))
			}
		}
		rows = longer
	}
	return rows
}

var phraseTables = map[kinds]string{
	kindNav: `=skip to content, =skip to main content, =skip to navigation, =skip to main navigation, =menu, =home, =homepage, =search, =close, =open, =back, =top, =back to top, =to top,
		=next, =prev, =previous, =more, =less, =ok, =yes, =no, =news, =all news, =latest, =latest news, =world, =world news, =politics, =business, =economy, =sport/sports, =opinion, =culture, =health, =science, =technology/tech, =travel, =weather, =lifestyle, =entertainment, =local, =national, =regions,
		=video/videos, =photo/photos, =gallery/galleries, =live, =listen, =listen live, =watch live, =log/sign in/out/up, =login, =logout, =register, =registration, =password recovery, =forgot password, =forgot your password, =subscribe, =subscribe now, =newsletter/newsletters, =rss,
		=email, =e mail, =contact, =contact us, =contacts, =about, =about us, =archive/archives, =category/categories, =tag/tags, =topic/topics, =helpful keywords, =avatar, =captcha, =loading, =advertisement, =ad, =ads, =sponsored, =sponsored content, =multimedia, =print, =print this page, =save, =get short url, =accept, =accept all, =accept all cookies, =accept cookies, =refuse, =reject all, =got it, =continue, =go, =submit, =cancel, =delete account, =edition, =language, =english, =help, =faq, =careers, =advertise, =shop, =store, =account, =my account, =settings, =sitemap, =site map, =sections, =all sections, =show more, =load more, =view all, =see all, =read more, =more news, =podcasts/podcast, =obituaries, =jobs, =events, =calendar, =games, =puzzles, =crosswords, =e paper, =epaper, =apps, =mobile, =privacy, =terms, =cookies, =impressum, =kontakt, =startseite, =suche, =menü, =anmelden, =accueil, =recherche, =connexion, =inicio, =buscar, =contacto, =cerca, =главная, =поиск, =войти, =контакты, ^jump to, ^skip to, ^you are here, =welcome, =hello, =text size, =font size, =a a a, =dark mode, =updated, =published, =local time`,
	kindShare:    `share this story/article/post/page/video/link, share on/via/to facebook/twitter/whatsapp/linkedin/reddit/x/email/telegram/pinterest, tweet this, pin it, ^share your, ^share it with/on, ^share with, ^share via, opens in new window, opens in a new window, think your friends, click to share/email/print, send to/by email, send this to/by email, =share, =shares, =copy link, =copy url, =link copied, follow us on facebook/twitter/instagram, =teilen, =partager, =compartir, =condividi, =поделиться, ^share this, email this article/story/page, print this article/story/page, share article/story`,
	kindComments: `^leave/post/write/add/join/view/show/hide/load/see/read/submit a/the/your/all/more comment/comments/reply/replies/conversation/discussion/response/responses, ^leave/post/write/add/view/show/hide/load comment/comments/reply/replies, ^add your voice, ^be the first to comment, be the first to comment, =reply, =quote, =report, =flag, =permalink, =log in to reply, =comments, =comment, ^comments are closed, comments are closed, comments on this article/story/post, =reader comments, =readers comments, =your comments, =kommentare, =kommentar, =commentaires, =comentarios, =commenti, =комментарии, =top comments, =newest first, =oldest first, =sort by newest/oldest/best, =most liked, ^in reply to, =upvote, =downvote, =load more comments, ^sort by, ^notify me of, =join the conversation, =join the discussion, =have your say, =community standards, =community standards discussion, ^what do you think, comments have been`,
	kindRelated:  `=related, =related articles/stories/posts/news/topics/content/links/coverage/article/story/items/reading/video/videos, =read more, =read also, =read next, =see also, =also read, ^also on, ^read more, ^read also, ^see also, ^also read, ^related article, ^related story, ^more on this, =watch, =watch now, ^watch this, ^watch more, ^read full, ^read the full, ^recommended for, =recommended, =recommended for you, ^don't miss, ^more from, ^more in, ^more on, ^click to, ^listen to, ^previously on, hide caption, toggle caption, ^you may/might also like, ^you may/might like, you may also like, ^you may/might be interested, =trending, =trending now, =most read/popular/viewed/shared/commented, =popular, =popular posts/stories/articles, =top stories, =editor's picks, =editors picks, =editor's choice, =what to read next, =latest stories/headlines/videos/articles/posts/updates, =from around the web, =around the web, =promoted, =promoted stories, =more stories, =more headlines, =more news, =in this section, =in other news, =up next, =previous article/post/story, =next article/post/story, =keep reading, =sponsored stories/links, =from our partners, =other news, =other stories, =also in the news, =in pictures, =must read, =just in, =in case you missed it, =elsewhere, ^lesen sie auch, =mehr zum thema, ^à lire aussi, ^lire aussi, ^lea también, ^leggi anche, ^читайте также, =по теме, ^read our, ^see more`,
	kindLegal:    `copyright, all rights reserved, terms of/and/& use/service/conditions/sale, terms & conditions, terms conditions, terms and conditions, privacy policy/notice/statement/settings/centre/center, cookie/cookies policy/notice/settings/preferences/consent, we use cookies, uses cookies, use of cookies, this site/website uses, gdpr, general data protection, registered in england, registered trademark/office, trademark of, unauthorised/unauthorized use/reproduction, may not be published/reproduced/republished/rewritten/copied/used, responsibility for the information, has not verified the content, not necessarily reflect/represent, do not reflect the, views expressed, our terms, user agreement, code of conduct, community standards/guidelines, data protection, alle rechte vorbehalten, tous droits réservés, todos los derechos reservados, tutti i diritti riservati, все права защищены, company number, registered company/number, legal notice, a division of, is a member of, press complaints, editorial complaints, complaints procedure, this article/story/report was/is first/originally/published/edited/produced/provided/written, owned and operated by, contributor agreement`,
	kindPromo:    `sign up for/to/now/here/today, subscribe to/now/today/for/here, our free newsletter, our newsletter/newsletters, daily newsletter, weekly newsletter, newsletter, follow us, like us on, join us, ^join our, download our/the app, get our/the app, push notifications, support us, support our journalism/work/reporting, independent journalism, become a member/subscriber/patron/supporter, donate, your inbox, in your inbox, contact us, stay connected/informed/tuned, stay up to date, click here, free trial, ad free, breaking news source, written and prepared by, ^get the latest/breaking, ^get latest, get unlimited, unlimited access, already a subscriber/member, to continue reading, enable javascript, disable your ad/adblocker, ad blocker, advertise with, make sure to, email/e address, cancel anytime, special offer, gift card, give a gift, buy now, shop now, buy us a coffee, support independent, ^subscribe, as little as, per month, ^sign up, watch our, listen to our, find us on, on facebook and, us on twitter/facebook/instagram/youtube, our telegram, our channel, send us, got a story, got a tip, have a story, email us, call us, write to us, let us know, for more information visit, find out more, learn more, ^for the latest, ^for more`,
	kindAccount:  `your account/password/email/comment/profile/data/username, user's account/password, user account, log in, login, sign in, please register, register here/now/to, captcha, forgot your password, forgot password, don't have an account, have an account, create an account, moderators, comments will be, account has been deleted, delete your, submit your comment, submit comment, will not be published, required fields, fields are marked, remember me, your email address, your name, confirm password, logged in`,
	kindCaption:  `getty images, ap photo, afp photo, epa efe, shutterstock, via getty, via ap, file photo, handout, screenshot, image source, image caption, image copyright, media caption, picture alliance, photo by, photo courtesy, photograph by, photos by, courtesy of, photo credit, image credit, =photo, =image, =picture, =caption, =hide caption, =toggle caption, pictured above, ^photo gallery, ^enlarge, ^click to enlarge, ^view image, ^file image, istock, creative commons, wikimedia commons, press association images, foto: , ^fichier, ^symbolbild, ^archivfoto`,
	kindMeta:     `^published, ^updated, ^posted, ^last modified/updated, ^first published, ^date, ^written by, ^filed under, ^last update, ^story by, ^reported by, ^author, minutes/minute/min/mins read, =min, ^added, ^created, ^modified, ^issued, ^von, ^por, ^автор, ^опубликовано, ^veröffentlicht, ^publié, ^publicado`,
}

// commentHeads are the words one of which a heading of readers' comments holds,
// commentFill those that may stand around them.
var (
	commentHeads = wordSet(`comment comments response responses reply replies discussion conversation thoughts
		kommentar kommentare commentaire commentaires comentario comentarios comentário comentários коментар коментарі комментарии komentarze تعليق تعليقات التعليقات`)
	commentFill  = wordSet(`no all view show hide leave post add join the a reader readers reader's readers' latest top recent load more be first to off closed on this article story your see read write your our new from users user facebook old`)
	shareWords   = wordSet(`share tweet pin like email e mail print whatsapp facebook twitter linkedin pinterest reddit telegram tumblr google vk copy link follow us flipboard x instagram youtube threads bluesky messenger viber on via this story article the to a shares icon comments comment and more save fb tw tg with`)
	accountWords = wordSet(`log sign in out up register login join`)
)

// Marks that no list of words can tell. They are tried on short lines only.
var (
	rePhotoLabel = pattern(`(?i)^(?:photo|image|picture|pictured|file photo|video|watch|graphic|illustration|photograph|fotos?|bild|credit|source|caption)s?\s*[:|(—-]`)
	rePhotoTail  = pattern(`(?i)(?:\((?:photo|image|picture|credit|file|ap photo|reuters|getty|screengrab)[^)]{0,60}\)\s*$|(?:/ ?|\| ?)(?:afp|reuters|ap|getty|epa|tass|sputnik|xinhua|zuma|dpa|efe|ansa|anadolu)\b[^.]{0,40}\.?$|\((?:ap|afp|reuters|getty|epa)\)\s*$)`)
	rePhotoEnd   = pattern(`(?i)[.!?»”"] (?:fotos?|bild|photo|crédit photo|imagen|imagem|фото|zdjęcie|fotoğraf|صورة|الصورة|تصوير)\s*[:/：]\s*[^.:]{2,60}\.?$|^(?:图片来源|图|摄影)\s*[:：/]`)
	reCrumbs     = pattern(`(?i)^(?:home|start|startseite|inicio|portada|início|accueil|головна|главная|strona główna|ana sayfa|الرئيسية|首页)\s*(?:[›>»→|/·]|::)\s*\S`)
	reClock      = pattern(`(?i)^\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|gmt|utc|est|edt|et|cet|bst)?(?:\s|$)`)
	reCommentAt  = pattern(`(?i)(?:(?:says|said|wrote|writes) ?:$|\bat \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: \|? ?reply)?$|\b(?:\d+|an?) ?(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?|h|d|w) ago\b.{0,20}$)`)
	reAgo        = pattern(`(?i)^(?:vor|hace|il y a|há|منذ|قبل)\s+\S+\s+\p{L}+$|^\S+\s+\p{L}+\s+(?:тому|назад|temu|önce|atrás|fa)$|^\d+\s*(?:分钟|小时|天)前$`)
)

// furniture returns the kinds whose marks the line has.
func furniture(line string, ts []token) kinds {
	var found kinds
	if len(ts) == 0 {
		return kindNav // signs only: bars, arrows, dots
	}
	table := phrases()
	limit := min(len(ts), 600)
	for i := range limit {
		for _, p := range table[ts[i].low] {
			if p.start && i > 0 || p.only && (i > 0 || len(ts) != len(p.words)) || found&p.kind != 0 || i+len(p.words) > len(ts) {
				continue
			}
			match := true
			for k, w := range p.words {
				if ts[i+k].low != w {
					match = false
					break
				}
			}
			if match {
				found |= p.kind
			}
		}
	}
	said, _, sign := strings.Cut(line, "©")
	switch {
	case sign && len(ts) >= 8 && endsSentence(strings.TrimSpace(said)): // a caption, and whose picture it is
		found |= kindCaption
	case sign, strings.Contains(line, "(c) 20"), strings.Contains(line, "(C) 20"):
		found |= kindLegal
		if sign && said == "" && len(ts) <= 12 {
			found |= kindCaption
		}
	}
	if len(ts) > 40 {
		return found
	}
	found |= shortFurniture(line, ts)
	return found
}

// shortFurniture tells the kinds that only a short line can be.
func shortFurniture(line string, ts []token) kinds {
	var found kinds
	share, fill, heads, icons, digits, account := 0, 0, 0, 0, 0, 0
	for _, t := range ts {
		number := isDigit(rune(t.low[0]))
		if number {
			digits++
		}
		if shareWords[t.low] || number {
			share++
		}
		if commentHeads[t.low] {
			heads++
		} else if commentFill[t.low] || number {
			fill++
		}
		if accountWords[t.low] {
			account++
		}
		if strings.HasPrefix(t.low, "icon") || strings.HasSuffix(t.low, "icon") {
			icons++
		}
	}
	switch {
	case icons >= 3:
		found |= kindShare | kindNav
	case share == len(ts) && len(ts) <= 14 && digits < len(ts) && (len(ts) > 1 || line != "Like"):
		found |= kindShare
	case digits == len(ts) && len(ts) == 1:
		found |= kindNav
	case account == len(ts) && len(ts) <= 8:
		found |= kindNav | kindAccount
	}
	if heads > 0 && heads+fill == len(ts) && len(ts) <= 12 {
		found |= kindComments
	}
	if heads > 0 && fill+heads >= 2 && len(ts) > 3 && isDigit(rune(ts[0].low[0])) && commentHeads[ts[1].low] {
		found |= kindComments
	}
	if len(ts) <= 16 && (digits > 0 || strings.HasSuffix(line, ":") || strings.Contains(line, " ago")) && reCommentAt().MatchString(line) {
		found |= kindComments
	}
	if len(ts) <= 4 && reAgo().MatchString(line) {
		found |= kindComments
	}
	if len(ts) <= 16 && reCrumbs().MatchString(line) {
		found |= kindNav
	}
	if len(ts) <= 40 && rePhotoEnd().MatchString(line) {
		found |= kindCaption
	}
	if len(ts) <= 40 && (strings.ContainsAny(line, ":|(—-/") && (rePhotoLabel().MatchString(line) || rePhotoTail().MatchString(line))) {
		found |= kindCaption
	}
	if len(ts) <= 14 {
		if bylineName(line) != "" {
			found |= kindMeta
		} else if digits > 0 {
			if d := findDate(line); d.ok && len(line)-len(d.written) <= 40 || reClock().MatchString(line) {
				found |= kindMeta
			}
		}
	}
	return found
}
