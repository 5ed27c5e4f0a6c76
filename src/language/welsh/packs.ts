import type { Entries } from "./entry.ts";

/** Evidence packs and answers to subject access requests: what their files say. */
export const packs: Entries = {
	"In which language?": "Ym mha iaith?",
	"Of what Concord says in it. What people wrote stays as they wrote it.":
		"O’r hyn y mae Concord yn ei ddweud ynddo. Mae’r hyn a ysgrifennodd pobl yn aros fel yr ysgrifennwyd ef.",
	"{1} as PDF": "{1} fel PDF",
	"This pack": "Y pecyn hwn",
	"Official – sensitive: personal information. Share only with those who need it.":
		"Swyddogol – sensitif: gwybodaeth bersonol. Rhannwch gyda’r rhai sydd ei hangen yn unig.",

	// Whom an evidence pack is for
	"an inspector": "arolygydd",
	"a review": "adolygiad",
	"a court": "llys",
	"an agency that took part": "asiantaeth a gymerodd ran",
	"An agency": "Asiantaeth",
	"How the partnership works. Nobody is named: not children, not families, not staff. With what was learned.":
		"Sut mae’r bartneriaeth yn gweithio. Ni enwir neb: na phlant, na theuluoedd, na staff. Gyda’r hyn a ddysgwyd.",
	"Such as a child safeguarding practice review. Names stay. With files and what was learned.":
		"Fel adolygiad ymarfer diogelu plant. Mae enwau’n aros. Gyda ffeiliau a’r hyn a ddysgwyd.",
	"What happened, as recorded. Names stay. With files, without what the partnership learned from it.":
		"Yr hyn a ddigwyddodd, fel y’i cofnodwyd. Mae enwau’n aros. Gyda ffeiliau, heb yr hyn a ddysgodd y bartneriaeth ohono.",
	"Only differences of that agency, and only what it may read here anyway.":
		"Gwahaniaethau’r asiantaeth honno yn unig, a dim ond yr hyn y caiff ei ddarllen yma beth bynnag.",
	"This is more than one file can hold. Make several packs of shorter periods, or give fewer files.":
		"Mae hyn yn fwy nag y gall un ffeil ei ddal. Gwnewch sawl pecyn o gyfnodau byrrach, neu rhowch lai o ffeiliau.",
	"There are more than {1} differences. Choose a shorter period, and make several packs.":
		"Mae mwy na {1} o wahaniaethau. Dewiswch gyfnod byrrach, a gwnewch sawl pecyn.",

	// Why something is not given
	"It names somebody or says how to reach them, and this reader does not need that (UK GDPR article 5(1)(c), data minimisation)":
		"Mae’n enwi rhywun neu’n dweud sut i gysylltu â nhw, ac nid oes angen hynny ar y darllenydd hwn (GDPR y DU, erthygl 5(1)(c), lleihau data)",
	"One side wrote it for itself": "Ysgrifennodd un ochr ef iddi hi ei hun",
	"It tells of somebody who works on this, and not of whom it is about":
		"Mae’n sôn am rywun sy’n gweithio ar hyn, ac nid am y sawl y mae’n ymwneud ag ef",
	"It tells of somebody else": "Mae’n sôn am rywun arall",
	"It could seriously harm a child or somebody else":
		"Gallai wneud niwed difrifol i blentyn neu i rywun arall",
	"It is legal advice, or was written for a court":
		"Cyngor cyfreithiol ydyw, neu fe’i hysgrifennwyd ar gyfer llys",
	"It is a file that was sent, and not part of the record itself":
		"Ffeil a anfonwyd ydyw, ac nid rhan o’r cofnod ei hun",
	"It tells of somebody else, who has not agreed and need not be named (Data Protection Act 2018, schedule 2, paragraph 16)":
		"Mae’n sôn am rywun arall, nad yw wedi cytuno ac nad oes rhaid ei enwi (Deddf Diogelu Data 2018, atodlen 2, paragraff 16)",
	"It could seriously harm the child or somebody else (schedule 3, parts 2 to 4)":
		"Gallai wneud niwed difrifol i’r plentyn neu i rywun arall (atodlen 3, rhannau 2 i 4)",
	"It tells of abuse, and it is not in the child’s interest (schedule 3, part 5)":
		"Mae’n sôn am gam-drin, ac nid yw er lles y plentyn (atodlen 3, rhan 5)",
	"It could get in the way of preventing or finding a crime (schedule 2, paragraph 2)":
		"Gallai amharu ar atal neu ganfod trosedd (atodlen 2, paragraff 2)",
	"It is legal advice, or was written for a court (schedule 2, paragraph 19)":
		"Cyngor cyfreithiol ydyw, neu fe’i hysgrifennwyd ar gyfer llys (atodlen 2, paragraff 19)",
	"It is not about the person who asked": "Nid yw’n ymwneud â’r person a ofynnodd",

	// The first page of an evidence pack
	"Evidence pack {1}": "Pecyn tystiolaeth {1}",
	"{1}, evidence pack {2}": "{1}, pecyn tystiolaeth {2}",
	"What it covers": "Yr hyn y mae’n ei gwmpasu",
	"Made by": "Gwnaed gan",
	"In it": "Ynddo",
	"{1}. Nothing was taken out.": "{1}. Ni thynnwyd dim allan.",
	"{1}. Taken out for this reader: {2}.": "{1}. Tynnwyd allan ar gyfer y darllenydd hwn: {2}.",
	"It holds what the partnership’s Business Unit may read: notes that one side wrote for itself and did not send are not in it.":
		"Mae’n cynnwys yr hyn y caiff Uned Fusnes y bartneriaeth ei ddarllen: nid yw nodiadau a ysgrifennodd un ochr iddi hi ei hun heb eu hanfon ynddo.",
	"The differences in it": "Y gwahaniaethau sydd ynddo",
	"Read a difference": "Darllen gwahaniaeth",
	"Each has its chronology, forms, decisions, dates and who took part.":
		"Mae gan bob un ei gronoleg, ei ffurflenni, ei benderfyniadau, ei ddyddiadau a phwy gymerodd ran.",
	"Of all of them": "O bob un ohonynt",
	"Files that were sent": "Ffeiliau a anfonwyd",
	"This page as PDF": "Y dudalen hon fel PDF",
	"Sums of all files, to check that none was altered":
		"Symiau’r holl ffeiliau, i wirio na newidiwyd yr un",
	"The PDF files are made as PDF/A-2b, for keeping.":
		"Gwneir y ffeiliau PDF fel PDF/A-2b, i’w cadw.",

	// A difference in it
	"As recorded until": "Fel y’i cofnodwyd hyd at",
	"Not all of it is here": "Nid yw’r cyfan yma",
	"Taken out for this reader, in part or as a whole: {1}. Each is listed under “{2}”.":
		"Tynnwyd allan ar gyfer y darllenydd hwn, yn rhannol neu’n gyfan: {1}. Rhestrir pob un o dan “{2}”.",
	"What the Business Unit may read of the record, in the order in which it happened.":
		"Yr hyn y caiff yr Uned Fusnes ei ddarllen o’r cofnod, yn y drefn y digwyddodd.",
	"Files sent with it: {1}": "Ffeiliau a anfonwyd gydag ef: {1}",
	"Form: {1}": "Ffurflen: {1}",
	"As it stands at the end, part by part.": "Fel y mae ar y diwedd, rhan wrth ran.",
	"Entries in its chain": "Cofnodion yn ei gadwyn",
	"SHA-256 of the last": "SHA-256 yr un olaf",
	"Receipt: {1}": "Derbynneb: {1}",
	Chronology: "Cronoleg",
	Timeliness: "Prydlondeb",
	"Who took part": "Pwy gymerodd ran",
	"[taken out]": "[tynnwyd allan]",
	"What was taken out": "Yr hyn a dynnwyd allan",
	"How this can be checked": "Sut y gellir gwirio hyn",
	"Nothing was decided by the Executive or a panel.":
		"Ni phenderfynwyd dim gan y Weithrediaeth na phanel.",
	"Nothing had a date.": "Nid oedd dyddiad gan ddim.",
	"Dates of {1}": "Dyddiadau {1}",
	"{1} (moved {2})": "{1} (symudwyd {2})",
	"Nobody is named.": "Ni enwir neb.",
	"Who took part in {1}": "Pwy gymerodd ran yn {1}",
	Side: "Ochr",
	"Recorded on {1}": "Cofnodwyd ar {1}",
	"Where part of a text was taken out, “{1}” stands in its place, or the text was shortened by hand.":
		"Lle tynnwyd rhan o destun allan, saif “{1}” yn ei lle, neu byrhawyd y testun â llaw.",
	"What was taken out of {1}": "Yr hyn a dynnwyd allan o {1}",
	"How much": "Faint",
	"What was found later": "Yr hyn a ganfuwyd yn ddiweddarach",
	"Agreed for {1}, by {2}": "Cytunwyd ar gyfer {1}, erbyn {2}",
	"Person {1}": "Person {1}",
	"Not yet due": "Ddim i’w wneud eto",
	"Not done in time": "Heb ei wneud mewn pryd",
	"By its target": "Erbyn ei darged",
	"Target has passed": "Mae’r targed wedi mynd heibio",
	"After its target": "Ar ôl ei darged",
	"No longer needed": "Nid oes ei angen mwyach",

	// Pages about all of them
	"{1} in {2}. Not kept, of those that somebody is held to: {3}.":
		"{1} mewn {2}. Heb eu cadw, o’r rhai y disgwylir i rywun lynu wrthynt: {3}.",
	"{1} dates": {
		zero: "{1} dyddiad",
		one: "{1} dyddiad",
		two: "{1} ddyddiad",
		few: "{1} dyddiad",
		many: "{1} dyddiad",
		other: "{1} dyddiad",
	},
	"How many dates came to what": "Sawl dyddiad a ddaeth i beth",
	"Every date": "Pob dyddiad",
	"People are numbered anew in each difference.": "Rhifir pobl o’r newydd ym mhob gwahaniaeth.",
	"Who took part, difference by difference": "Pwy gymerodd ran, fesul gwahaniaeth",
	"No lesson was recorded from these differences.": "Ni chofnodwyd gwers o’r gwahaniaethau hyn.",
	"Somebody looked at each of these before the pack was made. What was taken out stands on none of its pages. Files that were sent are as they were sent: each was opened before it was given.":
		"Edrychodd rhywun ar bob un o’r rhain cyn i’r pecyn gael ei wneud. Nid yw’r hyn a dynnwyd allan ar yr un o’i dudalennau. Mae ffeiliau a anfonwyd fel yr anfonwyd hwy: agorwyd pob un cyn ei roi.",
	"Nothing was taken out.": "Ni thynnwyd dim allan.",
	"What was taken out, and why": "Yr hyn a dynnwyd allan, a pham",

	// How it is checked
	"The record of each difference is a chain: every entry holds the SHA-256 of the one before it, so none can be altered, removed or put in between without all that follow being others. Each night where all chains end is signed and can be published outside the partnership.":
		"Cadwyn yw cofnod pob gwahaniaeth: mae pob cofnod yn cynnwys SHA-256 yr un o’i flaen, felly ni ellir newid, tynnu na rhoi un rhyngddynt heb i bob un sy’n dilyn fod yn wahanol. Bob nos llofnodir lle mae pob cadwyn yn dod i ben, a gellir cyhoeddi hynny y tu allan i’r bartneriaeth.",
	"What you can check yourself": "Yr hyn y gallwch ei wirio eich hun",
	"That no file of this pack was altered since it was made: “sha256sum -c SHA256SUMS”, in the folder into which it was unpacked.":
		"Na newidiwyd yr un ffeil o’r pecyn hwn ers ei wneud: “sha256sum -c SHA256SUMS”, yn y ffolder y dadbaciwyd ef iddi.",
	"That what was sent is what was submitted: each receipt that ends with .json, on the partnership’s page “Check a receipt”, or with “concord audit check-receipt” and no help of the partnership. There is a receipt only where nothing of what was sent was taken out.":
		"Mai’r hyn a anfonwyd yw’r hyn a gyflwynwyd: pob derbynneb sy’n gorffen â .json, ar dudalen y bartneriaeth “Gwirio derbynneb”, neu gyda “concord audit check-receipt” a heb gymorth y bartneriaeth. Dim ond lle na thynnwyd dim allan o’r hyn a anfonwyd y mae derbynneb.",
	"That the key is the partnership’s: ask it for the fingerprint of its key in another way, and compare.":
		"Mai allwedd y bartneriaeth ydyw: gofynnwch iddi am ôl bys ei hallwedd mewn ffordd arall, a chymharwch.",
	"What the partnership can show you": "Yr hyn y gall y bartneriaeth ei ddangos i chi",
	"That the whole record holds: it runs “concord audit verify” beside you. It says where each chain ends: compare with the table.":
		"Bod y cofnod cyfan yn dal: mae’n rhedeg “concord audit verify” wrth eich ymyl. Mae’n dweud lle mae pob cadwyn yn dod i ben: cymharwch â’r tabl.",
	"That it was not made anew since: a signed end that was published before, or that you were given before, is still in it.":
		"Na chafodd ei wneud o’r newydd ers hynny: mae diwedd wedi’i lofnodi a gyhoeddwyd o’r blaen, neu a roddwyd i chi o’r blaen, ynddo o hyd.",
	"Key that signs here": "Yr allwedd sy’n llofnodi yma",
	"Entries in the partnership’s chain": "Cofnodion yng nghadwyn y bartneriaeth",
	"Latest signed end": "Y diwedd diweddaraf wedi’i lofnodi",
	"Number {1}, {2}": "Rhif {1}, {2}",
	"Its root": "Ei wraidd",
	"Its signature": "Ei lofnod",
	"None yet: the first is made tonight": "Dim un eto: gwneir y cyntaf heno",
	"Where the chain of each difference ends": "Lle mae cadwyn pob gwahaniaeth yn dod i ben",
	Entries: "Cofnodion",
	"A chain also has an entry for each time somebody read the difference: making this pack added some, and each later reading adds more.":
		"Mae gan gadwyn hefyd gofnod am bob tro y darllenodd rhywun y gwahaniaeth: ychwanegodd gwneud y pecyn hwn rai, ac mae pob darlleniad diweddarach yn ychwanegu mwy.",

	// An answer to a subject access request
	"What {1} holds about {2}": "Yr hyn y mae {1} yn ei gadw am {2}",
	"You asked on {1}. This is the answer of {2} to request {3}.":
		"Gofynasoch ar {1}. Dyma’r ateb ar {2} i gais {3}.",
	"What is not in it, and why": "Yr hyn nad yw ynddo, a pham",
	"It holds personal information. Keep it where others do not find it.":
		"Mae’n cynnwys gwybodaeth bersonol. Cadwch ef lle na fydd eraill yn dod o hyd iddo.",
	"If you think that something is missing or wrong, write to the partnership. You can also complain to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.":
		"Os ydych yn meddwl bod rhywbeth ar goll neu’n anghywir, ysgrifennwch at y bartneriaeth. Gallwch hefyd gwyno wrth Swyddfa’r Comisiynydd Gwybodaeth: ico.org.uk, ffôn 0303 123 1113.",
	"Everything that you were given": "Popeth a roddwyd i chi",
	"Withheld.": "Daliwyd yn ôl.",
	"Part of it was taken out. {1}": "Tynnwyd rhan ohono allan. {1}",
	"{1}, {2}: withheld. {3}": "{1}, {2}: daliwyd yn ôl. {3}",
	"{1}, {2}: given in part. {3}": "{1}, {2}: rhoddwyd yn rhannol. {3}",
	"Nothing was withheld.": "Ni ddaliwyd dim yn ôl.",
	"Subject access request {1}": "Cais gwrthrych am wybodaeth {1}",
	"The directory and the account": "Y cyfeiriadur a’r cyfrif",
	"In the directory": "Yn y cyfeiriadur",
	"Posts held before": "Swyddi a ddaliwyd o’r blaen",
	Absences: "Absenoldebau",
	Account: "Cyfrif",
	"Sign-in address: {1}": "Cyfeiriad mewngofnodi: {1}",
	"Messages sent to them": "Negeseuon a anfonwyd atynt",
	"What they opened": "Yr hyn a agorwyd ganddynt",
	"What they did": "Yr hyn a wnaethant",
	"Typed and not sent": "Wedi’i deipio a heb ei anfon",
	"Logs of before Concord": "Cofnodion cyn Concord",

	// Files that are made beside the page
	"Evidence pack": "Pecyn tystiolaeth",
	"Answer to a subject access request": "Ateb i gais gwrthrych am wybodaeth",

	// Why a piece is held back or looked at
	"It tells of somebody who works on this.": "Mae’n sôn am rywun sy’n gweithio ar hyn.",
	"It tells of somebody who works on this. Choose a ground, or give it.":
		"Mae’n sôn am rywun sy’n gweithio ar hyn. Dewiswch sail, neu rhowch ef.",
	"One side wrote it for itself.": "Ysgrifennodd un ochr ef iddi ei hun.",
	"One side wrote it for itself. Ask that agency first. That it is private is no ground by itself: choose one, or give it.":
		"Ysgrifennodd un ochr ef iddi ei hun. Gofynnwch i’r asiantaeth honno yn gyntaf. Nid yw ei fod yn breifat yn sail ynddo’i hun: dewiswch un, neu rhowch ef.",
	"It tells who somebody is or how to reach them": "Mae’n dweud pwy yw rhywun neu sut i’w gyrraedd",
	"It names somebody else": "Mae’n enwi rhywun arall",
	"The rest of it is about others.": "Mae’r gweddill ohono am eraill.",
	"Concord does not look inside files. Open it, then give it or choose a ground.":
		"Nid yw Concord yn edrych y tu mewn i ffeiliau. Agorwch hi, yna rhowch hi neu dewiswch sail.",
	"This reader gets no files.": "Nid yw’r darllenydd hwn yn cael ffeiliau.",
	"A virus was found in this file. It is given to nobody.":
		"Canfuwyd firws yn y ffeil hon. Ni roddir hi i neb.",
	"May be a name: {1}. Look yourself.": "Gall fod yn enw: {1}. Edrychwch eich hun.",
	"Nobody has said that this is about the same child. Read it, then give it, give part of it, or choose a ground.":
		"Nid oes neb wedi dweud bod hyn am yr un plentyn. Darllenwch ef, yna rhowch ef, rhowch ran ohono, neu dewiswch sail.",
	"Saved by {1} on {2}": "Cadwyd gan {1} ar {2}",
	"Recorded by {1} on {2}": "Cofnodwyd gan {1} ar {2}",
	"{1}, as it was until {2}": "{1}, fel yr oedd hyd {2}",
	"{1}, line {2}": "{1}, llinell {2}",
	"{1}, lines that could not be opened: {2}": "{1}, llinellau na ellid eu hagor: {2}",
	"Also of somebody who left, or who answers by a link":
		"Hefyd cyfeiriad rhywun sydd wedi gadael, neu sy’n ateb drwy ddolen",
	"Their name, if others have had this address (optional)":
		"Eu henw, os yw eraill wedi cael y cyfeiriad hwn (dewisol)",
	"More than one person has had this address. Enter the name too: {1}.":
		"Mae mwy nag un person wedi cael y cyfeiriad hwn. Rhowch yr enw hefyd: {1}.",
	"What was recorded of them": "Yr hyn a gofnodwyd amdanynt",
	"It was recorded of this person, and may tell of others too. Give it, give part of it, or choose a ground.":
		"Fe’i cofnodwyd am y person hwn, a gall sôn am eraill hefyd. Rhowch ef, rhowch ran ohono, neu dewiswch sail.",
	"It could not be opened": "Ni ellid ei agor",
	"Nobody can open it, so nobody knows whom it is about. If you give it, the person is told what kind it is and when it is from, and that it could not be opened.":
		"Ni all neb ei agor, felly nid oes neb yn gwybod am bwy y mae. Os rhowch ef, dywedir wrth y person pa fath ydyw ac o ba bryd y mae, ac na ellid ei agor.",
	"It cannot be opened": "Ni ellir ei agor",
};
