/**
 * The pages around one difference: links, forms from paper, seals, receipts, and putting right.
 * The sentences of one page stand together, as its readers would meet them.
 */
import type { Entries } from "./entry.ts";

export const differencePages: Entries = {
	"Pass it to a colleague": "Ei basio i gydweithiwr",
	"Let somebody answer by a link": "Gadael i rywun ateb drwy ddolen",
	"For somebody at {1} who has no account. They are asked for “{2}”; the time for it stays as it is.":
		"Ar gyfer rhywun yn {1} nad oes ganddynt gyfrif. Gofynnir iddynt am “{2}”; mae’r amser ar ei gyfer yn aros fel y mae.",
	"You vouch that they are who you say, and that what “{1}” asks for is theirs: somebody who {2}":
		"Rydych yn tystio mai nhw yw’r rhai a ddywedwch, ac mai eu gwaith hwy yw’r hyn y mae “{1}” yn gofyn amdano: rhywun sydd {2}",
	"They get a link at their work address. It opens with a code that goes to the same address, so that a forwarded email shows nothing":
		"Maent yn cael dolen yn eu cyfeiriad gwaith. Mae’n agor gyda chod sy’n mynd i’r un cyfeiriad, fel nad yw e-bost a anfonir ymlaen yn dangos dim",
	"They then read of this what {1} may read at that level, and of nothing else. The link works until they are done, and no longer than you say":
		"Yna maent yn darllen o hyn yr hyn a gaiff {1} ei ddarllen ar y lefel honno, a dim byd arall. Mae’r ddolen yn gweithio nes iddynt orffen, a dim hwy nag a ddywedwch",
	"Your own link works no more once nothing is asked of you. The office is told":
		"Nid yw eich dolen chi’n gweithio mwyach unwaith na ofynnir dim gennych. Dywedir wrth y swyddfa",
	"You can take it back at any time": "Gallwch ei thynnu’n ôl ar unrhyw adeg",
	"Send them a link": "Anfon dolen atynt",
	"Take back the link of {1}": "Tynnu dolen {1} yn ôl",
	"From that moment on they can open nothing here, and a mail tells them so. What they sent stays on the record; what they were asked is asked of whoever answers for their agency. To ask somebody else, send that person a link.":
		"O’r eiliad honno ni allant agor dim yma, ac mae post yn dweud hynny wrthynt. Mae’r hyn a anfonwyd ganddynt yn aros ar y cofnod; gofynnir yr hyn a ofynnwyd iddynt i bwy bynnag sy’n ateb dros eu hasiantaeth. I ofyn i rywun arall, anfonwch ddolen at y person hwnnw.",
	"their agency": "eu hasiantaeth",
	"When must it be done by?": "Erbyn pryd y mae’n rhaid ei wneud?",
	"the new date": "y dyddiad newydd",
	"At the latest {1}.": "Fan bellaf {1}.",
	"Whoever’s turn it is": "Pwy bynnag y mae’n dro iddynt",
	"The first date and your reason stay on the record.":
		"Mae’r dyddiad cyntaf a’ch rheswm yn aros ar y cofnod.",
	"the reason": "y rheswm",
	"Not yet given": "Heb ei roi eto",
	"When did you receive it?": "Pryd wnaethoch chi ei dderbyn?",
	"Time limits run from then. For example, 9 4 2026, 2:15pm":
		"Mae terfynau amser yn rhedeg o hynny. Er enghraifft, 9 4 2026, 2:15pm",
	"Who raised it?": "Pwy a’i cododd?",
	"Who signed it?": "Pwy a’i llofnododd?",
	"Who answered?": "Pwy a atebodd?",
	"If you cannot attach the original: why not?": "Os na allwch atodi’r gwreiddiol: pam?",
	"Enter a form that came on paper or by mail": "Rhoi ffurflen a ddaeth ar bapur neu drwy’r post",
	"You enter it for the agency that sent it. It is theirs from then on: they are told, and the record says who did it, when you received it and that you entered it.":
		"Rydych yn ei rhoi dros yr asiantaeth a’i hanfonodd. Eiddo iddynt hwy yw hi o hynny ymlaen: dywedir wrthynt, ac mae’r cofnod yn dweud pwy wnaeth hynny, pryd y cawsoch hi ac mai chi a’i rhoddodd.",
	"For a response, find the difference that it answers and choose “Enter what came on paper or by mail” there.":
		"Ar gyfer ymateb, dewch o hyd i’r gwahaniaeth y mae’n ei ateb a dewiswch “Rhoi’r hyn a ddaeth ar bapur neu drwy’r post” yno.",
	"Not finished yet": "Heb eu gorffen eto",
	"What is it?": "Beth ydyw?",
	"Which agency sent it?": "Pa asiantaeth a’i hanfonodd?",
	"Which agency do they disagree with?": "Â pha asiantaeth y maent yn anghytuno?",
	"Leave it where it is with no other agency.": "Gadewch ef fel y mae os nad oes asiantaeth arall.",
	"There is an open {1} about a {2} {3}. Was this form entered before? Read it before you go on":
		"Mae un ar agor ({1}, {2} {3}). A roddwyd y ffurflen hon o’r blaen? Darllenwch ef cyn mynd ymlaen",
	"About the form": "Am y ffurflen",
	"What stands on it": "Yr hyn sydd arni",
	"Enter it as it is written. What the agency finds wrong, it can put right itself.":
		"Rhowch ef fel y’i hysgrifennwyd. Yr hyn y mae’r asiantaeth yn ei gael yn anghywir, gall ei gywiro ei hun.",
	"The original, scanned or photographed": "Y gwreiddiol, wedi’i sganio neu ei ffotograffu",
	"It belongs to the agency’s form: whoever may read the form may open it.":
		"Mae’n perthyn i ffurflen yr asiantaeth: gall pwy bynnag a gaiff ddarllen y ffurflen ei agor.",
	"A form from {1}": "Ffurflen gan {1}",
	"A form from an agency": "Ffurflen gan asiantaeth",
	"On paper or by mail": "Ar bapur neu drwy’r post",
	"Four questions, in less than a minute. You do not have to answer.":
		"Pedwar cwestiwn, mewn llai na munud. Nid oes rhaid i chi ateb.",
	"Your answers are kept without your name and without this {1}. Nobody can see who answered what, not even the {2} or your colleagues.":
		"Cedwir eich atebion heb eich enw a heb y {1} hwn. Ni all neb weld pwy a atebodd beth, dim hyd yn oed {2} na’ch cydweithwyr.",
	"They are counted only once {1} people of your side have answered about any {2}.":
		"Dim ond unwaith y bydd {1} o bobl ar eich ochr chi wedi ateb am unrhyw {2} y cânt eu cyfrif.",
	"Because nobody knows which are yours, you cannot change them later.":
		"Gan nad oes neb yn gwybod pa rai yw eich rhai chi, ni allwch eu newid yn ddiweddarach.",
	"The {1} reads these words in a list with those of others. Leave out names and what it was about.":
		"Mae {1} yn darllen y geiriau hyn mewn rhestr gyda rhai pobl eraill. Gadewch enwau a’r hyn yr oedd amdano allan.",
	"Send my answers": "Anfon fy atebion",
	"Select an answer to “{1}”": "Dewiswch ateb i “{1}”",
	"Shorten this to {1} characters or fewer": "Byrhewch hwn i {1} nod neu lai",
	"Thank you. You have answered. Your answers have no name on them, so they cannot be shown to you or changed.":
		"Diolch. Rydych wedi ateb. Nid oes enw ar eich atebion, felly ni ellir eu dangos i chi na’u newid.",
	"This file cannot be opened": "Ni ellir agor y ffeil hon",
	"If you need what is in it, ask whoever sent it for a clean copy. They have been told.":
		"Os oes angen yr hyn sydd ynddi arnoch, gofynnwch i bwy bynnag a’i hanfonodd am gopi glân. Dywedwyd wrthynt.",
	"Come back later. If you need what is in it now, ask whoever sent it.":
		"Dewch yn ôl yn nes ymlaen. Os oes angen yr hyn sydd ynddi arnoch nawr, gofynnwch i bwy bynnag a’i hanfonodd.",
	"Nobody has filled in a form.": "Nid oes neb wedi llenwi ffurflen.",
	"Begin it under “{1}”": "Ei ddechrau o dan “{1}”",
	"These answers go with it. You can change them before you raise it, and nobody is told until then.":
		"Mae’r atebion hyn yn mynd gydag ef. Gallwch eu newid cyn i chi ei godi, ac ni ddywedir wrth neb tan hynny.",
	"Enter the day on which you look again": "Rhowch y diwrnod y byddwch yn edrych eto",
	"Enter what is to be done in action {1}": "Rhowch yr hyn sydd i’w wneud yng ngham gweithredu {1}",
	"Select the agency that does action {1}": "Dewiswch yr asiantaeth sy’n gwneud cam gweithredu {1}",
	"Enter the day by which action {1} is done":
		"Rhowch y diwrnod y caiff cam gweithredu {1} ei wneud erbyn hynny",
	"Record a lesson": "Cofnodi gwers",
	"The difference": "Y gwahaniaeth",
	"Save the lesson": "Cadw’r wers",
	"Others learn from what you write here. Name nobody, and no place or day by which somebody could be known.":
		"Mae eraill yn dysgu o’r hyn a ysgrifennwch yma. Peidiwch ag enwi neb, na lle na diwrnod y gellid adnabod rhywun drwyddo.",
	"What is it about?": "Beth yw’r mater?",
	"Choose a theme": "Dewiswch thema",
	"What is to be done about it": "Beth sydd i’w wneud yn ei gylch",
	"Each action is followed until it is done. Leave them blank if there is none.":
		"Caiff pob cam gweithredu ei ddilyn nes iddo gael ei wneud. Gadewch hwy’n wag os nad oes un.",
	"A second action": "Ail gam gweithredu",
	"A third action": "Trydydd cam gweithredu",
	"When will you look again whether it has changed anything?":
		"Pryd y byddwch yn edrych eto a yw wedi newid rhywbeth?",
	"On that day it comes back to your desk": "Ar y diwrnod hwnnw daw yn ôl i’ch desg",
	"Action {1}": "Cam gweithredu {1}",
	"Enter what will show that action {1} was done":
		"Rhowch yr hyn a fydd yn dangos bod cam gweithredu {1} wedi’i wneud",
	"What will show that it was done": "Beth fydd yn dangos iddo gael ei wneud",
	"Who does it there": "Pwy sy’n ei wneud yno",
	"Their whole name; left blank, whoever answers for the agency":
		"Eu henw llawn; os yw’n wag, pwy bynnag sy’n ateb dros yr asiantaeth",
	Outcome: "Canlyniad",
	"{1} on {2}.": "{1} ar {2}.",
	"It has not been sent yet.": "Nid yw wedi’i anfon eto.",
	Ended: "Wedi dod i ben",
	"All agencies": "Pob asiantaeth",
	"All stages": "Pob cam",
	Everything: "Popeth",
	Both: "Y ddau",
	"Move it to another version of the protocol": "Ei symud i fersiwn arall o’r protocol",
	"It began under version {1} and stays under it unless you move it.":
		"Dechreuodd o dan fersiwn {1} ac mae’n aros o dani oni bai eich bod yn ei symud.",
	"There is no other version that has come into force": "Nid oes fersiwn arall sydd wedi dod i rym",
	"See what would change under": "Gweld beth fyddai’n newid o dan",
	"version {1}": "fersiwn {1}",
	", in force from {1}": ", mewn grym o {1}",
	"Move it to version {1}": "Ei symud i fersiwn {1}",
	"It goes on under version {1}.": "Mae’n mynd ymlaen o dan fersiwn {1}.",
	"It goes on under version {1}. What has happened stays as it is.":
		"Mae’n mynd ymlaen o dan fersiwn {1}. Mae’r hyn sydd wedi digwydd yn aros fel y mae.",
	"Why is it moved?": "Pam y caiff ei symud?",
	"It is added to the record, which {1} can read.":
		"Caiff ei ychwanegu at y cofnod, y gall {1} ei ddarllen.",
	"Move it": "Ei symud",
	"No date moves. Whoever owes something is told once.":
		"Nid oes dyddiad yn symud. Dywedir unwaith wrth bwy bynnag sydd â rhywbeth i’w wneud.",
	"These dates move, and whoever owes something is told once:":
		"Mae’r dyddiadau hyn yn symud, a dywedir unwaith wrth bwy bynnag sydd â rhywbeth i’w wneud:",
	"“{1}”: from {2} to {3}": "“{1}”: o {2} i {3}",
	"nobody else": "neb arall",
	"Enter why it is moved": "Rhowch pam y caiff ei symud",
	"{1} is not told.": "Ni ddywedir wrth {1}.",
	"It is added to the record. Nothing else changes.":
		"Caiff ei ychwanegu at y cofnod. Nid oes dim arall yn newid.",
	"Next:": "Nesaf:",
	"You have it: reminders of what the office owes come to you. Others of the office may still act.":
		"Chi sydd ag ef: mae nodiadau atgoffa am yr hyn sydd gan y swyddfa i’w wneud yn dod atoch chi. Gall eraill o’r swyddfa weithredu o hyd.",
	"{1}. Reminders of what the office owes go to them. Others of the office may still act.":
		"{1}. Atynt hwy y mae nodiadau atgoffa am yr hyn sydd gan y swyddfa i’w wneud yn mynd. Gall eraill o’r swyddfa weithredu o hyd.",
	"Nobody. Everybody of the office is reminded of what it owes.":
		"Neb. Caiff pawb yn y swyddfa eu hatgoffa o’r hyn sydd ganddi i’w wneud.",
	"Give it back": "Ei roi yn ôl",
	"Take it over": "Ei gymryd drosodd",
	"Take it": "Ei gymryd",
	"{1}, with the reference {2}. You came by a link, until {3}. What you type is saved. To come back, open the link in your email again.":
		"{1}, gyda’r cyfeirnod {2}. Daethoch drwy ddolen, hyd {3}. Cedwir yr hyn a deipiwch. I ddod yn ôl, agorwch y ddolen yn eich e-bost eto.",
	"You answer by a link, until {1}. What you type is saved. To come back, open the link in your email again.":
		"Rydych yn ateb drwy ddolen, hyd {1}. Cedwir yr hyn a deipiwch. I ddod yn ôl, agorwch y ddolen yn eich e-bost eto.",
	"You raised it at {1}": "Fe’i codwyd gennych am {1}",
	"Reference {1}. What you were asked is done.":
		"Cyfeirnod {1}. Mae’r hyn a ofynnwyd i chi wedi’i wneud.",
	"Your link works no more.": "Nid yw eich dolen yn gweithio mwyach.",
	"One thing is left: put it on the {1}’s record, and say below that it is there. Your link works until then.":
		"Mae un peth ar ôl: rhowch ef ar y cofnod ({1}), a dywedwch isod ei fod yno. Mae eich dolen yn gweithio tan hynny.",
	"“{1}”, {2}, sent to {3}": "“{1}”, {2}, anfonwyd at {3}",
	"“{1}”, {2}": "“{1}”, {2}",
	"You can read this until {1}. If you are asked for more, you get another link.":
		"Gallwch ddarllen hyn hyd {1}. Os gofynnir i chi am ragor, byddwch yn cael dolen arall.",
	"{1}. {2} (recorded)": "{1}. {2} (wedi’i gofnodi)",
	"{1}. {2} (not recorded yet)": "{1}. {2} (heb ei gofnodi eto)",
	"Recorded on {1}, says {2}.": "Cofnodwyd ar {1}, yn ôl {2}.",
	"somebody who has left": "rhywun sydd wedi gadael",
	Somebody: "Rhywun",
	"It goes on under “{1}”, begun by {2}. Ask them to begin it.":
		"Mae’n mynd ymlaen o dan “{1}”, a ddechreuir gan {2}. Gofynnwch iddynt ei ddechrau.",
	"It goes on under another protocol, which is not in force in Concord here. Ask your partnership’s office how to go on.":
		"Mae’n mynd ymlaen o dan brotocol arall, nad yw mewn grym yn Concord yma. Gofynnwch i swyddfa eich partneriaeth sut i fynd ymlaen.",
	"{1} has raised another {2} about {3} {4}, that is open":
		"Mae {1} wedi codi un arall ({2}) am {3} {4}, sydd ar agor",
	"Your managers deal with it now": "Eich rheolwyr sy’n delio ag ef nawr",
	"Your agency has nothing to do now": "Nid oes gan eich asiantaeth ddim i’w wneud nawr",
	"Involved. As far as you can see, nothing was sent to it yet.":
		"Yn gysylltiedig. Hyd y gallwch weld, ni anfonwyd dim ati eto.",
	"Came by a link": "Daeth drwy ddolen",
	"Answered by a link, which works no more": "Atebodd drwy ddolen, nad yw’n gweithio mwyach",
	"Answers by a link": "Yn ateb drwy ddolen",
	"For somebody at {1} who has no account. When you have vouched for them you can choose them as who is asked for “{2}”. They hear nothing before you send it to them.":
		"Ar gyfer rhywun yn {1} nad oes ganddynt gyfrif. Ar ôl i chi eirio drostynt gallwch eu dewis fel y sawl y gofynnir am “{2}” iddynt. Ni fyddant yn clywed dim cyn i chi ei anfon atynt.",
	"They get a link at their work address when you send it to them. It opens with a code that goes to the same address, so that a forwarded email shows nothing":
		"Cânt ddolen yn eu cyfeiriad gwaith pan fyddwch yn ei anfon atynt. Mae’n agor â chod sy’n mynd i’r un cyfeiriad, fel nad yw e-bost a anfonir ymlaen yn dangos dim",
	"Vouch for them": "Geirio drostynt",
	"No account? {1}": "Dim cyfrif? {1}",
	"Let them answer by a link": "Gadewch iddynt ateb drwy ddolen",
	", vouched for by {1}": ", tystiwyd drostynt gan {1}",
	", has left": ", wedi gadael",
	"{1} said on {2} that what was entered for them is not theirs. Look at the original and ring them, then close it, return it or recall it.":
		"Dywedodd {1} ar {2} nad eiddo iddynt hwy yw’r hyn a roddwyd drostynt. Edrychwch ar y gwreiddiol a’u ffonio, yna ei gau, ei ddychwelyd neu ei alw’n ôl.",
	"It was sent to {1}, who is not in the directory. {2}":
		"Fe’i hanfonwyd at {1}, nad yw yn y cyfeiriadur. {2}",
	"Send them a link to answer": "Anfon dolen atynt i ateb",
	"Enter what came on paper or by mail: “{1}”":
		"Rhoi’r hyn a ddaeth ar bapur neu drwy’r post: “{1}”",
	"Add a note, or another attempt": "Ychwanegu nodyn, neu gynnig arall",
	"Put right a wrong name, date, choice or word": "Cywiro enw, dyddiad, dewis neu air anghywir",
	"Not yours? Tell {1}, who entered it": "Ddim yn eiddo i chi? Dywedwch wrth {1}, a’i rhoddodd",
	"Recall it from {1}, if it went to the wrong place":
		"Ei alw’n ôl o {1}, os aeth i’r lle anghywir",
	"{1} older are in {2}.": "Mae {1} hŷn yn {2}.",
	"{1} said so at {2}.": "Dywedodd {1} hynny am {2}.",
	"No call is recorded with its time.": "Ni chofnodir unrhyw alwad gyda’i hamser.",
	"{1} was rung at {2}.": "Ffoniwyd {1} am {2}.",
	"This is final: there is no appeal.": "Mae hyn yn derfynol: nid oes apêl.",
	"Nothing is asked of you now.": "Ni ofynnir dim gennych nawr.",
	"You may do it too.": "Cewch chi ei wneud hefyd.",
	"Or {1}: whoever is first.": "Neu {1}: pwy bynnag sydd gyntaf.",
	"It is enough that one does it: they, or {1}.": "Mae’n ddigon bod un yn ei wneud: nhw, neu {1}.",
	"Asked today.": "Gofynnwyd heddiw.",
	"{1} is away until {2}.": "Mae {1} i ffwrdd hyd {2}.",
	"{1} stand in.": "Mae {1} yn cymryd lle.",
	"{1} stands in.": "Mae {1} yn cymryd lle.",
	"Whoever answers in the same role is asked.": "Gofynnir i bwy bynnag sy’n ateb yn yr un rôl.",
	"Seal it, so that only some may know of it":
		"Ei selio, fel mai dim ond rhai a gaiff wybod amdano",
	"Who looked at this": "Pwy edrychodd ar hyn",
	"Make an evidence pack of it, for a court or an inspector":
		"Gwneud pecyn tystiolaeth ohono, ar gyfer llys neu arolygydd",
	"Receipts of what was sent": "Derbynebau am yr hyn a anfonwyd",
	"your own side": "eich ochr chi eich hun",
	"Such as another attempt to reach somebody. It is added to the record, and no time limit changes. It cannot be changed or taken out: add another note to put it right.":
		"Fel cynnig arall i gyrraedd rhywun. Caiff ei ychwanegu at y cofnod, ac nid oes terfyn amser yn newid. Ni ellir ei newid na’i dynnu allan: ychwanegwch nodyn arall i’w gywiro.",
	"Only {1}": "Dim ond {1}",
	"Every side that knows of this": "Pob ochr sy’n gwybod am hyn",
	"They find it on the record. Nobody is sent a message.":
		"Maent yn dod o hyd iddo ar y cofnod. Ni anfonir neges at neb.",
	"Select who may read it": "Dewiswch pwy a gaiff ei ddarllen",
	"Everybody who may read the answer reads the right one beside it, and whoever takes part is told. From then on, pages, forms and lists show the right one.":
		"Mae pawb a gaiff ddarllen yr ateb yn darllen yr un cywir wrth ei ochr, a dywedir wrth bwy bynnag sy’n cymryd rhan. O hynny ymlaen, mae tudalennau, ffurflenni a rhestrau yn dangos yr un cywir.",
	"The time for {1} is counted again by it, and the record says so. What was done already stays as it was recorded, in time or late.":
		"Caiff yr amser ar gyfer {1} ei gyfrif eto yn ôl hwn, ac mae’r cofnod yn dweud hynny. Mae’r hyn a wnaed eisoes yn aros fel y’i cofnodwyd, mewn pryd neu’n hwyr.",
	"You ask {1}.": "Rydych yn gofyn i {1}.",
	"Your question and the answer are on the record of both. No time limit changes. If it is urgent, ring.":
		"Mae eich cwestiwn a’r ateb ar gofnod y ddwy ochr. Nid oes terfyn amser yn newid. Os yw’n frys, ffoniwch.",
	"{1} reads your answer on the record, and whoever asked is told that it is there.":
		"Mae {1} yn darllen eich ateb ar y cofnod, a dywedir wrth bwy bynnag a ofynnodd ei fod yno.",
	"Say that this is not yours": "Dweud nad eich un chi yw hwn",
	"When you did not send what {1} entered for you on paper or by mail. They are told at once, and see to it. Until then it stays as it is. If only something in it is wrong, put that right instead.":
		"Pan na anfonoch yr hyn a roddodd {1} drosoch ar bapur neu drwy’r post. Dywedir wrthynt ar unwaith, a nhw sy’n gofalu amdano. Tan hynny mae’n aros fel y mae. Os mai dim ond rhywbeth ynddo sy’n anghywir, cywirwch hynny yn lle.",
	"Say that it is not ours": "Dweud nad ein hun ni ydyw",
	"Nobody else of your side may do this. Ask whoever keeps the directory if somebody is missing.":
		"Ni chaiff neb arall ar eich ochr chi wneud hyn. Gofynnwch i bwy bynnag sy’n cadw’r cyfeiriadur os oes rhywun ar goll.",
	"When it is for somebody else, or whoever has it cannot do it. Whoever gets it is told at once. The time for it stays as it is.":
		"Pan fydd ar gyfer rhywun arall, neu pan na all pwy bynnag sydd ag ef ei wneud. Dywedir ar unwaith wrth bwy bynnag sy’n ei gael. Mae’r amser ar ei gyfer yn aros fel y mae.",
	"It stays due by {1}. Whoever asked is told, and reads your reason. To say yes, {2}.":
		"Mae’n dal i’w wneud erbyn {1}. Dywedir wrth bwy bynnag a ofynnodd, a byddant yn darllen eich rheswm. I ddweud ie, {2}.",
	"another agency": "asiantaeth arall",
	"Put right: which agency is it with?": "Cywiro: gyda pha asiantaeth y mae?",
	"It says now: {1}. Nothing of this was sent there.":
		"Mae’n dweud nawr: {1}. Ni anfonwyd dim o hyn yno.",
	"From then on it is with the agency that you choose. Whom you named at {1} has no part in it any more: put their names right as well.":
		"O hynny ymlaen mae gyda’r asiantaeth a ddewiswch. Nid oes gan y rhai a enwoch yn {1} ran ynddo mwyach: cywirwch eu henwau hefyd.",
	"Which agency is it with?": "Gyda pha asiantaeth y mae?",
	"Select which agency it is with": "Dewiswch gyda pha asiantaeth y mae",
	"Recall it from {1}": "Ei alw’n ôl o {1}",
	"When it went to the wrong agency. This is a data breach. From the moment you recall it:":
		"Pan aeth i’r asiantaeth anghywir. Achos o dorri data yw hwn. O’r eiliad y byddwch yn ei alw’n ôl:",
	"nobody of {1} can open it, and nothing more is sent to them":
		"ni all neb o {1} ei agor, ac ni anfonir dim mwy atynt",
	"{1} is told that it was not meant for them, and to destroy what they kept":
		"dywedir wrth {1} nad oedd wedi’i fwriadu ar eu cyfer, ac i ddinistrio’r hyn a gadwyd ganddynt",
	"the partnership’s data protection officer and the office are told, and shown who opened it until now":
		"dywedir wrth swyddog diogelu data’r bartneriaeth a’r swyddfa, a dangosir iddynt pwy a’i hagorodd hyd yma",
	"what they owed is owed no more; whoever sent it is asked to send it to the right agency":
		"nid oes ganddynt yr hyn a oedd i’w wneud mwyach; gofynnir i bwy bynnag a’i hanfonodd ei anfon i’r asiantaeth gywir",
	"Data protection: {1}": "Diogelu data: {1}",
	"Ring them as well. A message that was sent, and what somebody printed, cannot be called back.":
		"Ffoniwch hwy hefyd. Ni ellir galw’n ôl neges a anfonwyd, na’r hyn a argraffodd rhywun.",
	"Which agency should it have gone to?": "I ba asiantaeth y dylai fod wedi mynd?",
	"Not another agency, or not known: it stays {1}":
		"Dim asiantaeth arall, neu ddim yn hysbys: mae’n aros yn {1}",
	"Select an agency, or that it stays as it is":
		"Dewiswch asiantaeth, neu ei fod yn aros fel y mae",
	"Such as a decision of their own, a friend or a relative in it. Whoever has one does nothing in this from now on, and is not asked or reminded. Somebody else is asked instead. They can still read it. The reason is read on your side, on theirs and by the partnership’s office.":
		"Fel penderfyniad o’u heiddo, ffrind neu berthynas ynddo. Nid yw pwy bynnag sydd ag un yn gwneud dim yn hyn o hyn ymlaen, ac ni ofynnir iddynt ac ni chânt eu hatgoffa. Gofynnir i rywun arall yn lle hynny. Gallant ei ddarllen o hyd. Darllenir y rheswm ar eich ochr chi, ar eu hochr hwy a gan swyddfa’r bartneriaeth.",
	"Who has it?": "Pwy sydd ag ef?",
	"I have": "Fi",
	"Select who has a conflict of interest": "Dewiswch pwy sydd â gwrthdaro buddiannau",
	"Declare it": "Ei ddatgan",
	"You have no conflict any more": "Nid oes gennych wrthdaro mwyach",
	"No conflict: {1}": "Dim gwrthdaro: {1}",
	"You are asked and reminded again from now on. What was declared stays on the record.":
		"Gofynnir i chi a chewch eich atgoffa eto o hyn ymlaen. Mae’r hyn a ddatganwyd yn aros ar y cofnod.",
	"{1} is asked and reminded again from now on. What was declared stays on the record.":
		"Gofynnir i {1} a chânt eu hatgoffa eto o hyn ymlaen. Mae’r hyn a ddatganwyd yn aros ar y cofnod.",
	"The other agency": "Yr asiantaeth arall",
	"Put right": "Cywiro",
	"These are the answers of your agency as they stand. What was written first stays on the record beside what you put right.":
		"Dyma atebion eich asiantaeth fel y maent. Mae’r hyn a ysgrifennwyd gyntaf yn aros ar y cofnod wrth ochr yr hyn a gywirwch.",
	"If it went to the wrong person or agency, go back and pass it on or recall it.":
		"Os aeth at y person neu’r asiantaeth anghywir, ewch yn ôl a’i basio ymlaen neu ei alw’n ôl.",
	"Say it": "Ei ddweud",
	"Recall it": "Ei alw’n ôl",
	"What you do": "Yr hyn a wnewch",
	"{1} is told when you raise it.": "Dywedir wrth {1} pan fyddwch yn ei godi.",
	"{1} is not told when you raise it.": "Ni ddywedir wrth {1} pan fyddwch yn ei godi.",
	"The next things are: {1}.": "Y pethau nesaf yw: {1}.",
	"The next thing is: {1}.": "Y peth nesaf yw: {1}.",
	or: "neu",
	"It is begun under “{1}” by {2}. Ask them.":
		"Caiff ei ddechrau o dan “{1}” gan {2}. Gofynnwch iddynt.",
	"The protocol that it belongs to is not in force in Concord here. Ask your partnership’s office.":
		"Nid yw’r protocol y mae’n perthyn iddo mewn grym yn Concord yma. Gofynnwch i swyddfa eich partneriaeth.",
	"Which agency do you disagree with?": "Â pha asiantaeth yr ydych yn anghytuno?",
	"{1} Ask your partnership’s office what else you can do. What you entered is kept":
		"{1} Gofynnwch i swyddfa eich partneriaeth beth arall y gallwch ei wneud. Cedwir yr hyn a roesoch",
	Receipts: "Derbynebau",
	"There is one of whatever you let others know here, and of whatever they let you know. A receipt proves what was sent, to whom and when, without the partnership’s help. Keep the file that can be checked: it holds what was sent, so look after it as you do the form. Anybody can {1}.":
		"Mae un am bopeth a roesoch wybod i eraill yma, ac am bopeth a roesant wybod i chi. Mae derbynneb yn profi beth a anfonwyd, at bwy a phryd, heb help y bartneriaeth. Cadwch y ffeil y gellir ei gwirio: mae’n cynnwys yr hyn a anfonwyd, felly gofalwch amdani fel y gwnewch am y ffurflen. Gall unrhyw un {1}.",
	"check a receipt": "gwirio derbynneb",
	"Nothing was sent from or to you": "Ni anfonwyd dim gennych chi nac atoch chi",
	"From {1} to {2}, at {3}.": "O {1} i {2}, am {3}.",
	"Receipt to check{1} (file)": "Derbynneb i’w gwirio{1} (ffeil)",
	"of {1}, entry {2}": "am {1}, cofnod {2}",
	"Receipt to read{1} (PDF)": "Derbynneb i’w darllen{1} (PDF)",
	"The time at which you rang {1} must be now or earlier":
		"Rhaid i’r amser y ffonioch {1} fod nawr neu’n gynharach",
	"Who may know of {1}": "Pwy a gaiff wybod am {1}",
	"Seal {1}": "Selio {1}",
	"Only the people whom you select may know of it from now on. To everybody else it is as if it were not there: in lists, in search, in mail and in My work. Reports still count it.":
		"Dim ond y bobl a ddewiswch a gaiff wybod amdano o hyn ymlaen. I bawb arall mae fel pe na bai yno: mewn rhestrau, wrth chwilio, mewn post ac yn Fy ngwaith. Mae adroddiadau’n dal i’w gyfrif.",
	"What is owed is asked of these people alone. Select for each part somebody who can do it. Nobody stands in for them while they are away.":
		"I’r bobl hyn yn unig y gofynnir yr hyn sydd i’w wneud. Dewiswch ar gyfer pob rhan rywun a all ei wneud. Nid oes neb yn cymryd eu lle tra byddant i ffwrdd.",
	"Who may know of it?": "Pwy a gaiff wybod amdano?",
	"Such as that somebody’s own family is in it. Only your side reads the reason.":
		"Fel bod teulu rhywun ei hun ynddo. Dim ond eich ochr chi sy’n darllen y rheswm.",
	"Change who may know": "Newid pwy a gaiff wybod",
	"Seal it": "Ei selio",
	"Take the seal off {1}": "Tynnu’r sêl oddi ar {1}",
	"Whoever could know of it before it was sealed can read all of it again, also what happened while it was sealed.":
		"Gall pwy bynnag a allai wybod amdano cyn iddo gael ei selio ddarllen y cyfan eto, gan gynnwys yr hyn a ddigwyddodd tra oedd wedi’i selio.",
	"Only your side reads it.": "Dim ond eich ochr chi sy’n ei ddarllen.",
	"Take the seal off": "Tynnu’r sêl",
	"{1} is sealed": "Mae {1} wedi’i selio",
	"Only some people may know of it, and you are not one of them. If a {1} could come to harm because you cannot read it, open it now.":
		"Dim ond rhai pobl a gaiff wybod amdano, ac nid ydych yn un ohonynt. Os gallai niwed ddod i {1} oherwydd na allwch ei ddarllen, agorwch ef nawr.",
	"Those who keep the seal are told at once: the data protection officer, the head of the partnership’s office, or whoever does it for them. Everything that you open in the next {1} hours is noted and shown to them.":
		"Dywedir ar unwaith wrth y rhai sy’n cadw’r sêl: y swyddog diogelu data, pennaeth swyddfa’r bartneriaeth, neu bwy bynnag sy’n gwneud hynny drostynt. Nodir popeth a agorwch yn y {1} awr nesaf, ac fe’i dangosir iddynt.",
	"You can read it for {1} hours, and say whether the {2} is safe. Everything else stays with the people who were named.":
		"Gallwch ei ddarllen am {1} awr, a dweud a yw’r {2} yn ddiogel. Mae popeth arall yn aros gyda’r bobl a enwyd.",
	"Those who keep the seal and the people who were named read it.":
		"Mae’r rhai sy’n cadw’r sêl a’r bobl a enwyd yn ei ddarllen.",
	"You do not say who may know of {1}": "Nid chi sy’n dweud pwy a gaiff wybod am {1}",
	"Open it in an emergency": "Ei agor mewn argyfwng",
	Start: "Dechrau",
	"Not answered yet": "Heb ei ateb eto",
	"{1}. It then stands below: you do not type it twice. Where nothing was learned, leave it blank.":
		"{1}. Mae wedyn isod: nid ydych yn ei deipio ddwywaith. Lle na ddysgwyd dim, gadewch ef yn wag.",
	"Write the lesson with the case beside it": "Ysgrifennu’r wers gyda’r achos wrth ei hochr",
	"What was said": "Yr hyn a ddywedwyd",
	"Ring {1}, or write to {2}": "Ffoniwch {1}, neu ysgrifennwch at {2}",
	"There is no telephone number for them in the directory, or write to {1}":
		"Nid oes rhif ffôn iddynt yn y cyfeiriadur, neu ysgrifennwch at {1}",
	"Away until {1}.": "I ffwrdd hyd {1}.",
	"Out of hours, {1}: {2}": "Y tu allan i oriau, {1}: {2}",
	"Waiting for": "Yn aros am",
	"At least {1} who declared no interest must decide, from at least {2}.":
		"Rhaid i o leiaf {1} na ddatganodd fuddiant benderfynu, o o leiaf {2}.",
	"At least {1} who declared no interest must decide.":
		"Rhaid i o leiaf {1} na ddatganodd fuddiant benderfynu.",
	"Who looked at {1}": "Pwy edrychodd ar {1}",
	"A list is not counted: My work, the list of differences, the log and the lists that programs read. A list shows the reference, the agencies and people, whom it is about, the stage, dates and what is counted of it, and no sentence of what was written. What somebody found by a name is counted.":
		"Ni chyfrifir rhestr: Fy ngwaith, y rhestr o wahaniaethau, y cofnod a’r rhestrau y mae rhaglenni’n eu darllen. Mae rhestr yn dangos y cyfeirnod, yr asiantaethau a’r bobl, am bwy y mae, y cam, dyddiadau a’r hyn a gyfrifir ohono, a dim un frawddeg o’r hyn a ysgrifennwyd. Cyfrifir yr hyn a gafodd rhywun drwy enw.",
	"Programs have opened {1} differences for you today. To open more on one day is to take data out of Concord: ask your administrator for that right, or go on tomorrow.":
		"Mae rhaglenni wedi agor {1} gwahaniaeth i chi heddiw. Mae agor mwy mewn un diwrnod yn golygu cymryd data allan o Concord: gofynnwch i’ch gweinyddwr am yr hawl honno, neu ewch ymlaen yfory.",
	"Everybody who opened something of it in Concord. It does not say what they read.":
		"Pawb a agorodd rywbeth ohono yn Concord. Nid yw’n dweud beth a ddarllenwyd ganddynt.",
	"People of {1} who opened something of it in Concord. The data protection officer sees those of every agency.":
		"Pobl o {1} a agorodd rywbeth ohono yn Concord. Mae’r swyddog diogelu data yn gweld rhai pob asiantaeth.",
	"Nobody has looked": "Nid oes neb wedi edrych",
	Times: "Troeon",
	"At what": "Ar beth",
	"a page to act on": "tudalen i weithredu arni",
	"{1} (taken away)": "{1} (cymerwyd i ffwrdd)",
	"the difference": "y gwahaniaeth",
	"a form": "ffurflen",
	"a letter": "llythyr",
	"a file": "ffeil",
	"the receipts": "y derbynebau",
	"a receipt": "derbynneb",
	"a report": "adroddiad",
	"who looked": "pwy edrychodd",
	"its seal": "ei sêl",
	"a search by name": "chwiliad yn ôl enw",
	"what is held about somebody who asked": "yr hyn a gedwir am rywun a ofynnodd",
};
