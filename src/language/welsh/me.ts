import type { Entries } from "./entry.ts";

/** Signing in, my work and one's own settings. */
export const me: Entries = {
	// Signing in
	"Sign in": "Mewngofnodi",
	"If you work for one of these, sign in as you do for your work there:":
		"Os ydych yn gweithio i un o’r rhain, mewngofnodwch fel y gwnewch ar gyfer eich gwaith yno:",
	"Or with a password": "Neu gyda chyfrinair",
	"Email address": "Cyfeiriad e-bost",
	Password: "Cyfrinair",
	"Show password": "Dangos cyfrinair",
	Show: "Dangos",
	Hide: "Cuddio",
	"Sign in with a passkey": "Mewngofnodi gyda chodallwedd",
	"If you have no account and answer by a link, open the link in your email again.":
		"Os nad oes gennych gyfrif a’ch bod yn ateb drwy ddolen, agorwch y ddolen yn eich e-bost eto.",
	"Forgotten your password?": "Wedi anghofio eich cyfrinair?",
	"If you cannot sign in, ask {1}. {2}": "Os na allwch fewngofnodi, gofynnwch i {1}. {2}",
	"All contacts": "Pob cyswllt",
	"Or rehearse as somebody": "Neu ymarfer fel rhywun",
	"Everybody here is made up. Choose a person to see what they see, then another to answer them. The form above takes their email address and the password {1}.":
		"Mae pawb yma wedi’u dyfeisio. Dewiswch berson i weld yr hyn y maent yn ei weld, yna un arall i’w hateb. Mae’r ffurflen uchod yn derbyn eu cyfeiriad e-bost a’r cyfrinair {1}.",
	"Or rehearse in another partnership": "Neu ymarfer mewn partneriaeth arall",
	"Everybody here is made up. The partnerships know nothing of each other. Choose one first.":
		"Mae pawb yma wedi’u dyfeisio. Nid yw’r partneriaethau’n gwybod dim am ei gilydd. Dewiswch un yn gyntaf.",
	"If you were writing on the page before this one, go back to it with your browser and save it first. What you have not saved is not kept when you sign out.":
		"Os oeddech yn ysgrifennu ar y dudalen cyn hon, ewch yn ôl ati gyda’ch porwr a’i chadw yn gyntaf. Ni chedwir yr hyn nad ydych wedi’i gadw pan fyddwch yn allgofnodi.",
	"Show that it is you": "Dangoswch mai chi sydd yno",
	"Your password is right. One thing more is asked of you.":
		"Mae eich cyfrinair yn gywir. Gofynnir un peth arall gennych.",
	"Use your passkey": "Defnyddio eich codallwedd",
	"Your passkey does not work at this address. {1}, or enter a code here.":
		"Nid yw eich codallwedd yn gweithio yn y cyfeiriad hwn. {1}, neu rhowch god yma.",
	"Sign in with it at {1}": "Mewngofnodwch gyda hi yn {1}",
	"You have lost your phone or your passkey": "Rydych wedi colli eich ffôn neu eich codallwedd",
	"Enter one of your recovery codes above. If you have none, ask an administrator of your partnership: they can let you set up another. {1}":
		"Rhowch un o’ch codau adfer uchod. Os nad oes gennych un, gofynnwch i weinyddwr eich partneriaeth: gallant adael i chi osod un arall. {1}",
	"Begin again": "Dechrau eto",
	"Enter your email address": "Rhowch eich cyfeiriad e-bost",
	"Enter your password": "Rhowch eich cyfrinair",
	"Enter a code": "Rhowch god",
	"Password must be 1,000 characters or less": "Rhaid i’r cyfrinair fod yn 1,000 nod neu lai",
	"The email address or the password is not right":
		"Nid yw’r cyfeiriad e-bost neu’r cyfrinair yn gywir",
	"This code is not right, or was used already. Wait for the next one, or enter a recovery code":
		"Nid yw’r cod hwn yn gywir, neu mae eisoes wedi’i ddefnyddio. Arhoswch am yr un nesaf, neu rhowch god adfer",
	"This passkey could not be used here. Try again, or sign in with your password":
		"Ni ellid defnyddio’r godallwedd hon yma. Rhowch gynnig arall arni, neu mewngofnodwch gyda’ch cyfrinair",
	"There were too many tries with this email address. You can try again {1}":
		"Bu gormod o gynigion gyda’r cyfeiriad e-bost hwn. Gallwch roi cynnig arall arni {1}",
	"There were too many tries. You can try again {1}":
		"Bu gormod o gynigion. Gallwch roi cynnig arall arni {1}",
	"in {1}, at {2}": "ymhen {1}, am {2}",
	"For whom do you act now?": "Dros bwy ydych chi’n gweithredu nawr?",
	"What you see and do is that agency’s until you choose another. Its name stands at the top of every page.":
		"Eiddo’r asiantaeth honno yw’r hyn a welwch ac a wnewch nes i chi ddewis un arall. Mae ei henw ar frig pob tudalen.",

	// My work
	"Approve or refuse version {1} of a protocol": "Cymeradwyo neu wrthod fersiwn {1} o brotocol",
	"Say whether the people of {1} are still right": "Dweud a yw pobl {1} yn dal yn gywir",
	"Read and approve the briefing “{1}”": "Darllen a chymeradwyo’r briff “{1}”",
	"Raise {1}": "Codi {1}",
	"For you to do": "I chi ei wneud",
	"For your colleagues to do": "I’ch cydweithwyr ei wneud",
	"You are waiting for": "Rydych yn aros am",
	"You get {1}.": "Byddwch yn cael {1}.",
	"You have nothing to do": "Nid oes gennych ddim i’w wneud",
	"You have nothing to do in a difference": "Nid oes gennych ddim i’w wneud mewn gwahaniaeth",
	"It is not your turn in any step": "Nid eich tro chi yw hi mewn unrhyw gam",
	"When it is your turn, it is listed here and you get a message.":
		"Pan fydd yn dro i chi, caiff ei restru yma a byddwch yn cael neges.",
	"When it is your turn in {1}, it is listed here and you get a message. If you disagree with another agency about {2}, raise it.":
		"Pan fydd yn dro i chi ({1}), caiff ei restru yma a byddwch yn cael neges. Os ydych yn anghytuno ag asiantaeth arall ({2}), codwch hynny.",
	"Questions for you to answer": "Cwestiynau i chi eu hateb",
	"Answer the question on {1}": "Ateb y cwestiwn am {1}",
	"asked on {1}": "gofynnwyd ar {1}",
	"Actions from reports and lessons": "Camau gweithredu o adroddiadau a gwersi",
	"Your colleagues have nothing to do": "Nid oes gan eich cydweithwyr ddim i’w wneud",
	"What your colleagues owe is listed here, so that you can help or step in.":
		"Rhestrir yma yr hyn sydd gan eich cydweithwyr i’w wneud, fel y gallwch helpu neu gamu i mewn.",
	"You are not waiting for anybody": "Nid ydych yn aros am neb",
	"What others owe in the differences you take part in is listed here.":
		"Rhestrir yma yr hyn sydd gan eraill i’w wneud yn y gwahaniaethau yr ydych yn cymryd rhan ynddynt.",
	"You have {1} to do. Nothing is overdue.": "Mae gennych {1} i’w wneud. Nid oes dim yn hwyr.",
	"You have {1} to do. Nothing of yours is overdue.":
		"Mae gennych {1} i’w wneud. Nid oes dim o’ch un chi’n hwyr.",
	"You have {1} to do, {2} of them overdue.": "Mae gennych {1} i’w wneud, {2} ohonynt yn hwyr.",
	"You have {1} to do. It is overdue.": "Mae gennych {1} i’w wneud. Mae’n hwyr.",
	"You have {1} to do. All of them are overdue.": "Mae gennych {1} i’w wneud. Maent i gyd yn hwyr.",
	"{1} that you are waiting for is overdue.": "Mae {1} yr ydych yn aros amdano yn hwyr.",
	"{1} that you are waiting for are overdue.": "Mae {1} yr ydych yn aros amdanynt yn hwyr.",
	"Not finished": "Heb eu gorffen",
	"You began to raise these. Nobody is told before you raise them.":
		"Rydych wedi dechrau codi’r rhain. Ni ddywedir wrth neb cyn i chi eu codi.",
	What: "Beth",
	When: "Pryd",
	Difference: "Gwahaniaeth",
	Saved: "Cadwyd",
	"What you can do": "Beth allwch chi ei wneud",
	"With {1}": "Gyda {1}",
	"No agency chosen yet": "Dim asiantaeth wedi’i dewis eto",
	"Continue{1}": "Parhau{1}",
	"Throw away{1}": "Taflu{1}",
	"Draft saved at {1}": "Drafft wedi’i gadw am {1}",
	"Draft saved on {1}": "Drafft wedi’i gadw ar {1}",
	"Back to My work": "Yn ôl i’m gwaith",
	"Nothing is here": "Nid oes dim yma",
	"What was here is done, or is somebody else’s.":
		"Mae’r hyn a oedd yma wedi’i wneud, neu eiddo rhywun arall ydyw.",
	"Time stands still": "Mae’r amser wedi’i atal",
	"Opened today": "Agorwyd heddiw",
	"Open for {1}": "Ar agor ers {1}",
	"Open for {1}.": "Ar agor ers {1}.",
	"With no other agency": "Heb asiantaeth arall",
	"Raised by {1}": "Codwyd gan {1}",
	"Raised by {1} with {2}": "Codwyd gan {1} gyda {2}",
	"Within your agency": "O fewn eich asiantaeth",
	"Within {1}": "O fewn {1}",
	"Raised with {1}": "Codwyd gyda {1}",
	"A {1} of {2}": "{1}, {2}",
	"Reminder today": "Nodyn atgoffa heddiw",
	"Reminder {1}": "Nodyn atgoffa {1}",
	"{1} of {2}, the most urgent first.": "{1} o {2}, y mwyaf brys yn gyntaf.",
	"The most urgent of these.": "Y mwyaf brys o’r rhain.",
	"Show all": "Dangos pob un",
	"Show all {1}": "Dangos pob un o’r {1}",

	// Settings
	"How you are reminded": "Sut rydych yn cael eich atgoffa",
	"When it becomes your turn you are told at once, either way.":
		"Pan ddaw’n dro i chi, dywedir wrthych ar unwaith, y naill ffordd neu’r llall.",
	"How should Concord remind you?": "Sut dylai Concord eich atgoffa?",
	"Save how you are reminded": "Cadw sut rydych yn cael eich atgoffa",
	"Of each thing, before it is due, on the day and while it is late":
		"Am bob peth, cyn iddo fod yn ddyledus, ar y diwrnod ac wrth iddo fod yn hwyr",
	"Several on one morning come in one message.": "Daw sawl un ar yr un bore mewn un neges.",
	"Once each working day, of everything I have to do":
		"Unwaith bob diwrnod gwaith, am bopeth sydd gennyf i’w wneud",
	"On days on which you have nothing to do, nothing comes.":
		"Ar ddiwrnodau pan nad oes gennych ddim i’w wneud, ni ddaw dim.",
	"How you sign in, and where you are signed in":
		"Sut rydych yn mewngofnodi, a ble rydych wedi mewngofnodi",
	"Programs that act for you": "Rhaglenni sy’n gweithredu drosoch",
	"Somebody has lost their phone or passkey": "Mae rhywun wedi colli ei ffôn neu ei godallwedd",
	"Say that somebody else is away": "Dweud bod rhywun arall i ffwrdd",
	"Your work address": "Eich cyfeiriad gwaith",
	"It is right": "Mae’n gywir",
	"You said on {1} that it is right.": "Dywedoch ar {1} ei fod yn gywir.",
	"What you owe, in your calendar": "Yr hyn sydd gennych i’w wneud, yn eich calendr",
	"Your calendar program can show what you owe and by when. It shows references and dates, and no names. Whoever has the address can read that, so keep it to yourself.":
		"Gall eich rhaglen galendr ddangos yr hyn sydd gennych i’w wneud ac erbyn pryd. Mae’n dangos cyfeirnodau a dyddiadau, a dim enwau. Gall pwy bynnag sydd â’r cyfeiriad ddarllen hynny, felly cadwch ef i chi’ch hun.",
	"You have an address. It was shown once and cannot be shown again. A new one takes its place.":
		"Mae gennych gyfeiriad. Fe’i dangoswyd unwaith ac ni ellir ei ddangos eto. Mae un newydd yn cymryd ei le.",
	"Take the address away": "Tynnu’r cyfeiriad i ffwrdd",
	"For a day the program is told with both, so that it misses nothing while you change it.":
		"Am ddiwrnod dywedir wrth y rhaglen gyda’r ddwy, fel na fydd yn colli dim wrth i chi ei newid.",
	"Nothing is sent while it is paused. What happens meanwhile is kept for 30 days: let it be told again, then send it.":
		"Nid anfonir dim tra bydd wedi’i oedi. Cedwir yr hyn sy’n digwydd yn y cyfamser am 30 diwrnod: gadewch iddo gael gwybod eto, yna anfonwch ef.",
	"Did not get": "Heb ei gael",
	"Send what it did not get": "Anfon yr hyn na chafodd",
	"Another secret": "Cyfrinach arall",
	"When somebody may know the secret who should not, or as often as your rules say. For a day the program is told with both.":
		"Pan allai rhywun na ddylai wybod y gyfrinach, neu mor aml ag y dywed eich rheolau. Am ddiwrnod dywedir wrth y rhaglen gyda’r ddwy.",
	"Make another secret": "Gwneud cyfrinach arall",
	"{1}, then make one.": "{1}, yna gwnewch un.",
	"1 thing of the last 30 days": "1 peth o’r 30 diwrnod diwethaf",
	"{1} things of the last 30 days": "{1} o bethau o’r 30 diwrnod diwethaf",
	"Not sent": "Heb ei anfon",
	"This is the address of your calendar feed. Copy it now into your calendar program: it is not shown again.":
		"Dyma gyfeiriad eich porthiant calendr. Copïwch ef nawr i’ch rhaglen galendr: ni chaiff ei ddangos eto.",
	Telephone: "Ffôn",
	"Telephone (optional)": "Ffôn (dewisol)",
	"Work mobile (optional)": "Ffôn symudol gwaith (dewisol)",
	"Save the numbers": "Cadw’r rhifau",
};
