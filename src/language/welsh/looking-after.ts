/**
 * What whoever looks after a partnership reads: what real use still needs, which days are bank holidays, who people are, for how
 * long things are kept, what programs may do, and the columns of the log.
 */
import type { Entries } from "./entry.ts";

export const lookingAfter: Entries = {
	// Before real use
	"An address with https": "Cyfeiriad â https",
	"People reach Concord at {1}, and others could read along. Put it behind TLS and set CONCORD_URL.":
		"Mae pobl yn cyrraedd Concord yn {1}, a gallai eraill ddarllen hefyd. Rhowch ef y tu ôl i TLS a gosodwch CONCORD_URL.",
	"People reach Concord at {1}.": "Mae pobl yn cyrraedd Concord yn {1}.",
	"Mail that leaves": "Post sy’n gadael",
	"The latest mail did not leave. Check SMTP_URL and MAIL_FROM.":
		"Ni adawodd y post diweddaraf. Gwiriwch SMTP_URL a MAIL_FROM.",
	"No mail has left yet. Invite somebody: that tries it.":
		"Nid oes post wedi gadael eto. Gwahoddwch rywun: bydd hynny’n rhoi cynnig arno.",
	"The latest mail left.": "Gadawodd y post diweddaraf.",
	"A backup of the last two days": "Copi wrth gefn o’r ddau ddiwrnod diwethaf",
	"None is made. Set CONCORD_BACKUP_TO and CONCORD_BACKUP_KEY before anything real is entered: concord help backup.":
		"Ni wneir un. Gosodwch CONCORD_BACKUP_TO a CONCORD_BACKUP_KEY cyn rhoi unrhyw beth real i mewn: concord help backup.",
	"The last one failed: {1}": "Methodd yr un diwethaf: {1}",
	"The first is made tonight, or now by concord backup.":
		"Gwneir yr un cyntaf heno, neu yn awr drwy concord backup.",
	"The last good backup is older than two days. Find out why.":
		"Mae’r copi wrth gefn da diwethaf yn hŷn na dau ddiwrnod. Canfyddwch pam.",
	"There is one.": "Mae un.",
	"The key kept apart, and a copy of it": "Yr allwedd wedi’i chadw ar wahân, a chopi ohoni",
	"It stands on the disk of the database that it closes: whoever copies that disk can read everything. Move it, and set CONCORD_KEY_FILE.":
		"Mae ar ddisg y gronfa ddata y mae’n ei chau: gall pwy bynnag sy’n copïo’r ddisg honno ddarllen popeth. Symudwch hi, a gosodwch CONCORD_KEY_FILE.",
	"Nobody has shown that there is a copy. Without the key nobody can ever read what is told here: concord help keys check.":
		"Nid oes neb wedi dangos bod copi. Heb yr allwedd ni all neb byth ddarllen yr hyn a ddywedir yma: concord help keys check.",
	"It is not on the disk of the database, and there is a copy.":
		"Nid yw ar ddisg y gronfa ddata, ac mae copi.",
	"A virus scanner": "Sganiwr firysau",
	"It does not answer, and files wait for it: concord doctor says why.":
		"Nid yw’n ateb, ac mae ffeiliau’n aros amdano: mae concord doctor yn dweud pam.",
	"Nothing looks for viruses in files, because CONCORD_CLAMD says none.":
		"Nid oes dim yn chwilio am firysau mewn ffeiliau, am fod CONCORD_CLAMD yn dweud none.",
	"Files wait until there is one. Install clamd and set CONCORD_CLAMD.":
		"Mae ffeiliau’n aros nes bod un. Gosodwch clamd a CONCORD_CLAMD.",
	"One is set up. concord doctor tries it.":
		"Mae un wedi’i osod. Mae concord doctor yn rhoi cynnig arno.",
	"A protocol in force": "Protocol mewn grym",
	"It is in force from {1}. Nothing can be raised before.":
		"Mae mewn grym o {1}. Ni ellir codi dim cyn hynny.",
	"No protocol is in force. Approve one under Protocols.":
		"Nid oes protocol mewn grym. Cymeradwywch un o dan Protocolau.",
	"In force: {1}.": "Mewn grym: {1}.",
	"A protocol that is your own": "Protocol sy’n eiddo i chi",
	"What is in force was written for {1}: the numbers to ring in danger and the names of offices, on every page and in every mail, are not yours. Make a version of your own under Protocols, with your partnership’s name in it.":
		"Ysgrifennwyd yr hyn sydd mewn grym ar gyfer: {1}. Nid eich rhai chi yw’r rhifau i’w ffonio mewn perygl nac enwau’r swyddfeydd, ar bob tudalen ac ym mhob neges. Gwnewch eich fersiwn eich hun o dan Protocolau, ag enw eich partneriaeth ynddo.",
	"It bears your partnership’s name.": "Mae’n dwyn enw eich partneriaeth.",
	"Two administrators who have signed in": "Dau weinyddwr sydd wedi mewngofnodi",
	"One alone can approve no change of a protocol. The other has an invitation: send it again if it is lost.":
		"Ni all un ar ei ben ei hun gymeradwyo newid i brotocol. Mae gan y llall wahoddiad: anfonwch ef eto os yw ar goll.",
	"{1} have.": "Mae {1} wedi gwneud hynny.",
	"Somebody in the Business Unit": "Rhywun yn yr Uned Fusnes",
	"Forms that are sent would reach nobody. Invite somebody who holds the office Business Unit.":
		"Ni fyddai ffurflenni a anfonir yn cyrraedd neb. Gwahoddwch rywun sy’n dal swydd yr Uned Fusnes.",
	"One person has signed in.": "Mae un person wedi mewngofnodi.",
	"{1} have signed in.": "Mae {1} wedi mewngofnodi.",
	"Somebody in each office that the protocol names":
		"Rhywun ym mhob swyddfa y mae’r protocol yn ei henwi",
	"Nobody who has signed in holds: {1}.": "Nid oes neb sydd wedi mewngofnodi yn dal: {1}.",
	"Each has somebody.": "Mae gan bob un rywun.",
	"A data protection officer": "Swyddog diogelu data",
	"Nobody who has signed in is. Requests to see what is held, and reviews of what is due, wait for one. Give somebody the office under People.":
		"Nid oes neb sydd wedi mewngofnodi yn un. Mae ceisiadau i weld yr hyn a ddelir, ac adolygiadau o’r hyn sy’n ddyledus, yn aros am un. Rhowch y swydd i rywun o dan Pobl.",
	"Somebody has signed in.": "Mae rhywun wedi mewngofnodi.",
	"Somebody to answer and sign off in each agency":
		"Rhywun i ateb a chymeradwyo ym mhob asiantaeth",
	"No agency has anybody yet. Invite the first people.":
		"Nid oes gan unrhyw asiantaeth neb eto. Gwahoddwch y bobl gyntaf.",
	"Each agency that has people has somebody at each level.":
		"Mae gan bob asiantaeth sydd â phobl rywun ar bob lefel.",
	"Nobody is there yet at {1}; and in {2} more.":
		"Nid oes neb yno eto yn: {1}; nac mewn {2} yn rhagor.",
	"Nobody is there yet at {1}.": "Nid oes neb yno eto yn: {1}.",

	// Bank holidays and closure days
	"the whole United Kingdom": "y Deyrnas Unedig gyfan",
	"{1}, and {2}": "{1}, a {2}",
	"{1}, {2}, is a bank holiday in {3}": "Mae {1}, {2}, yn ŵyl banc yn: {3}",
	"{1}, {2}, is not a bank holiday any more in {3}": "Nid yw {1}, {2}, yn ŵyl banc mwyach yn: {3}",
	"{1} is a closure day: {2}": "Mae {1} yn ddiwrnod cau: {2}",
	"{1} is not a closure day any more: {2}": "Nid yw {1} yn ddiwrnod cau mwyach: {2}",
	"Bank holidays are known to {1} in {2}": "Mae gwyliau banc yn hysbys hyd {1} yn: {2}",
	"{1} is a closure day already.": "Mae {1} yn ddiwrnod cau eisoes.",
	"{1} is not a working day already.": "Nid yw {1} yn ddiwrnod gwaith fel y mae.",
	"None of these days is a working day of yours.":
		"Nid oes yr un o’r dyddiau hyn yn ddiwrnod gwaith i chi.",
	"It is empty.": "Mae’n wag.",
	"It is not JSON, or it was cut off before its end.":
		"Nid JSON ydyw, neu fe’i torrwyd cyn ei ddiwedd.",
	"It is JSON, but has no divisions.": "JSON ydyw, ond heb divisions.",
	"the division “{1}” is missing.": "mae “{1}” ar goll.",
	"it has no bank holidays.": "nid oes ynddo wyliau banc.",
	"its bank holidays are not a list of events.": "nid rhestr o events yw ei wyliau banc.",
	"it has no title or no date": "nid oes ganddo deitl neu ddyddiad",
	"event {1} is wrong: {2}.": "mae digwyddiad {1} yn anghywir: {2}.",
	"{1} is in it twice.": "mae {1} ynddo ddwywaith.",
	"“{1}” is no date like 2026-04-03": "nid yw “{1}” yn ddyddiad fel 2026-04-03",
	"{1} is at a weekend, and lists name the weekday instead":
		"mae {1} ar benwythnos, ac mae rhestri’n enwi’r diwrnod gwaith yn ei le",
	"it begins in {1}, and leaves out {2}.": "mae’n dechrau yn {1}, ac yn hepgor {2}.",
	"it ends in {1}, and bank holidays are known to {2}.":
		"mae’n gorffen yn {1}, ac mae gwyliau banc yn hysbys hyd {2}.",
	"it leaves out {1}.": "mae’n hepgor {1}.",
	"it does not have {1}, {2}.": "nid yw {1}, {2}, ynddo.",
	"it has {1} days in {2} that nobody would expect, such as {3}.":
		"mae ynddo {1} diwrnod yn {2} na fyddai neb yn eu disgwyl, fel {3}.",
	"{1} has {2} bank holidays where {3} come every year: it was cut.":
		"mae gan {1} {2} gŵyl banc lle daw {3} bob blwyddyn: fe’i torrwyd.",
	"{1} gave no list: {2}.": "Ni roddodd {1} restr: {2}.",
	"An imported GOV.UK list": "Rhestr GOV.UK a fewnforiwyd",
	"Bank holiday": "Gŵyl banc",
	"St Patrick's Day": "Dydd Gŵyl Padrig",
	"Battle of the Boyne (Orangemen's Day)": "Brwydr y Boyne (Diwrnod yr Oren)",
	"St Andrew's Day": "Dydd Gŵyl Andreas",
	"Queen's Golden Jubilee": "Jiwbilî Aur y Frenhines",
	"Royal Wedding": "Priodas Frenhinol",
	"Queen's Diamond Jubilee": "Jiwbilî Ddiemwnt y Frenhines",
	"Early May bank holiday (VE day)": "Gŵyl banc dechrau mis Mai (Diwrnod VE)",
	"Platinum Jubilee bank holiday": "Gŵyl banc y Jiwbilî Blatinwm",
	"Bank Holiday for the State Funeral of Queen Elizabeth II":
		"Gŵyl banc ar gyfer angladd gwladol y Frenhines Elizabeth II",
	"Bank holiday for the coronation of King Charles III":
		"Gŵyl banc ar gyfer coroni’r Brenin Charles III",
	"World Cup bank holiday": "Gŵyl banc Cwpan y Byd",
	"The lists at www.gov.uk/bank-holidays (2012 to 2028); before those, the Banking and Financial Dealings Act 1971 and royal proclamations":
		"Y rhestri yn www.gov.uk/bank-holidays (2012 i 2028); cyn y rheini, Deddf Bancio a Thrafodion Ariannol 1971 a phroclamasiynau brenhinol",
	England: "Lloegr",
	Wales: "Cymru",
	"The protocol counts by the bank holidays of another nation than {1}. Change “calendar:” in it if that is not meant.":
		"Mae’r protocol yn cyfrif yn ôl gwyliau banc gwlad arall ({1} yw eich gwlad chi). Newidiwch “calendar:” ynddo os nad dyna’r bwriad.",

	// People
	Practitioner: "Ymarferydd",
	Manager: "Rheolwr",
	"Senior manager": "Uwch-reolwr",
	"Director or chief officer": "Cyfarwyddwr neu brif swyddog",
	"Safeguarding lead": "Arweinydd diogelu",
	"Head of the Business Unit": "Pennaeth yr Uned Fusnes",
	"Administrator of Concord": "Gweinyddwr Concord",
	"Data protection officer": "Swyddog diogelu data",
	"May take data out of Concord": "Caiff gymryd data allan o Concord",
	"Independent Scrutineer": "Craffwr Annibynnol",
	"Performance subgroup": "Is-grŵp perfformiad",
	"Chair of the performance subgroup": "Cadeirydd yr is-grŵp perfformiad",
	"Learning subgroup": "Is-grŵp dysgu",
	"level: {1}": "lefel: {1}",
	"They are invited. The mail is on its way.": "Maent wedi’u gwahodd. Mae’r neges ar ei ffordd.",
	"Another invitation is on its way. The one before works no more.":
		"Mae gwahoddiad arall ar ei ffordd. Nid yw’r un blaenorol yn gweithio mwyach.",
	"The invitation works no more, and they are out of the directory.":
		"Nid yw’r gwahoddiad yn gweithio mwyach, ac nid ydynt yn y cyfeiriadur.",
	"The invitation works no more. They stay in the record that names them.":
		"Nid yw’r gwahoddiad yn gweithio mwyach. Maent yn aros yn y cofnod sy’n eu henwi.",
	"Their last day is noted. Their agency is reminded a week and a day before it.":
		"Nodwyd eu diwrnod olaf. Caiff eu hasiantaeth ei hatgoffa wythnos a diwrnod cyn hynny.",
	"What was theirs is handed over.": "Trosglwyddwyd yr hyn oedd yn eiddo iddynt.",
	"They stay.": "Maent yn aros.",
	"By name, such as Robin Vale": "Yn ôl enw, fel Robin Vale",
	"By initials, such as RV": "Yn ôl llythrennau cyntaf, fel RV",
	"The person has left": "Mae’r person wedi gadael",
	"A message": "Neges",

	// How long things are kept
	"Drafts that nobody has touched": "Drafftiau nad oes neb wedi’u cyffwrdd",
	"Messages that were sent": "Negeseuon a anfonwyd",
	"Subject access requests that were closed": "Ceisiadau gwrthrych am wybodaeth a gaewyd",
	"As the schedule says.": "Fel y dywed yr amserlen.",
	"Differences: what happened, what was written and who answers for what":
		"Gwahaniaethau: yr hyn a ddigwyddodd, yr hyn a ysgrifennwyd a phwy sy’n atebol am beth",
	"As the schedule says, after two people have looked at it.":
		"Fel y dywed yr amserlen, ar ôl i ddau berson edrych arno.",
	"Somebody who was given a link": "Rhywun a gafodd ddolen",
	"Who opened a difference, and its files, letters, questions, holds and decisions on keeping it":
		"Pwy a agorodd wahaniaeth, a’i ffeiliau, ei lythyrau, ei gwestiynau, ei ddaliadau a’r penderfyniadau ar ei gadw",
	"As long as the difference, and disposed of with it.":
		"Cyhyd â’r gwahaniaeth, a’i waredu gydag ef.",
	"Figures for reports": "Ffigurau ar gyfer adroddiadau",
	"For good. They name nobody. When a difference is disposed of, its figures lose their reference, so reports on the past do not change.":
		"Am byth. Nid ydynt yn enwi neb. Pan waredir gwahaniaeth, mae ei ffigurau’n colli eu cyfeirnod, felly nid yw adroddiadau ar y gorffennol yn newid.",
	"Reports, lessons, briefings and agreed actions":
		"Adroddiadau, gwersi, briffiadau a chamau gweithredu y cytunwyd arnynt",
	"For good. They name no child. What a lesson was learned from is disposed of, the lesson stays. Who wrote, agreed or was given something stays by name.":
		"Am byth. Nid ydynt yn enwi unrhyw blentyn. Gwaredir yr hyn y dysgwyd y wers ohono; mae’r wers yn aros. Mae enw pwy bynnag a ysgrifennodd, a gytunodd neu a gafodd rywbeth yn aros.",
	"What people said of how it went for them": "Yr hyn a ddywedodd pobl am sut aeth hi iddynt",
	"For good, without names and without the difference.": "Am byth, heb enwau a heb y gwahaniaeth.",
	"The partnership, its agencies, protocol versions, working days and published pages":
		"Y bartneriaeth, ei hasiantaethau, fersiynau protocolau, diwrnodau gwaith a thudalennau a gyhoeddwyd",
	"For good. They are about no child. Who changed them stays by name.":
		"Am byth. Nid ydynt am unrhyw blentyn. Mae enw pwy bynnag a’u newidiodd yn aros.",
	"Certificates of disposal, schedules, and what proves the record":
		"Tystysgrifau gwaredu, amserlenni, a’r hyn sy’n profi’r cofnod",
	"For good. They show what was disposed of, by whom, and why, and that nothing was altered. No name of a child and no words are in them.":
		"Am byth. Maent yn dangos beth a waredwyd, gan bwy, a pham, ac na newidiwyd dim. Nid oes enw plentyn na geiriau ynddynt.",
	"Who took files of many rows out of Concord":
		"Pwy a gymerodd ffeiliau o lawer o resi allan o Concord",
	"For good: it shows misuse.": "Am byth: mae’n dangos camddefnydd.",
	"The directory, and people who left": "Y cyfeiriadur, a phobl a adawodd",
	"Name, posts and work address stay, so that records go on saying who did what, and a request about them finds it. Telephone numbers and the views of the log that they kept go a year after they left.":
		"Mae’r enw, y swyddi a’r cyfeiriad gwaith yn aros, fel bod cofnodion yn dal i ddweud pwy wnaeth beth, a bod cais amdanynt yn dod o hyd iddo. Mae rhifau ffôn a’r golygon o’r cofnod a gadwyd ganddynt yn mynd flwyddyn ar ôl iddynt adael.",
	"A year after they are over.": "Flwyddyn ar ôl iddynt ddod i ben.",
	"Who stands in for whom, and views of the log that somebody kept":
		"Pwy sy’n cymryd lle pwy, a golygon o’r cofnod a gadwodd rhywun",
	"Until they change it, or leave.": "Nes iddynt ei newid, neu adael.",
	"Links to raise a difference that nobody used":
		"Dolenni i godi gwahaniaeth nas defnyddiwyd gan neb",
	"A year after they are over. Then the name, the address and why they were given go.":
		"Flwyddyn ar ôl iddynt ddod i ben. Wedyn mae’r enw, y cyfeiriad a’r rheswm dros eu rhoi yn mynd.",
	"Passwords, passkeys, apps, codes and other means to sign in":
		"Cyfrineiriau, codallweddi, apiau, codau a dulliau eraill o fewngofnodi",
	"Until they are taken away or replaced. A year after somebody has left everywhere, all of them go.":
		"Nes iddynt gael eu tynnu i ffwrdd neu eu disodli. Flwyddyn ar ôl i rywun adael pobman, mae pob un ohonynt yn mynd.",
	"What happened to how somebody signs in":
		"Yr hyn a ddigwyddodd i’r ffordd y mae rhywun yn mewngofnodi",
	"For good, with the address of the account: it shows misuse.":
		"Am byth, gyda chyfeiriad y cyfrif: mae’n dangos camddefnydd.",
	"Where somebody is signed in, and tries to sign in that failed":
		"Ble mae rhywun wedi mewngofnodi, ac ymgeisiau i fewngofnodi a fethodd",
	"Until they sign out, or are idle for too long. Failed tries go in the night after they count no more.":
		"Nes iddynt allgofnodi, neu fod yn segur am rhy hir. Mae ymgeisiau a fethodd yn mynd y noson ar ôl iddynt beidio â chyfrif.",
	"Links that work once, such as invitations": "Dolenni sy’n gweithio unwaith, fel gwahoddiadau",
	"90 days after they can be used no more, and no longer than the message that they went with.":
		"90 diwrnod ar ôl na ellir eu defnyddio mwyach, a dim hwy na’r neges yr aethant gyda hi.",
	"Access tokens and addresses of programs": "Tocynnau mynediad a chyfeiriadau rhaglenni",
	"Addresses until they are taken away. The name of a token stays with whose it was, so that records go on saying through what something was done.":
		"Cyfeiriadau nes iddynt gael eu tynnu i ffwrdd. Mae enw tocyn yn aros gydag enw ei berchennog, fel bod cofnodion yn dal i ddweud drwy beth y gwnaed rhywbeth.",
	"How many differences programs opened on a day":
		"Faint o wahaniaethau a agorodd rhaglenni ar ddiwrnod",
	"Until the night after. That each was opened stays with the difference.":
		"Tan y noson wedyn. Mae’r ffaith i bob un gael ei agor yn aros gyda’r gwahaniaeth.",
	"What programs were told": "Yr hyn a ddywedwyd wrth raglenni",
	"30 days. It has no name and no words.": "30 diwrnod. Nid oes enw na geiriau ynddo.",
	"Files that were made to take away": "Ffeiliau a wnaed i’w cymryd i ffwrdd",
	"24 hours.": "24 awr.",
	"Evidence packs that are being made": "Pecynnau tystiolaeth sy’n cael eu gwneud",
	"30 days after they were begun.": "30 diwrnod ar ôl eu dechrau.",
	"Old logs and lists of people that were chosen for import":
		"Hen gofnodion a rhestri o bobl a ddewiswyd i’w mewnforio",
	"7 days, or until they are imported. Their figures stay, with the name of the file and who imported it.":
		"7 diwrnod, neu nes iddynt gael eu mewnforio. Mae eu ffigurau’n aros, gydag enw’r ffeil a phwy a’i mewnforiodd.",
	"Who asked for work that is done beside a page, and when the record was verified":
		"Pwy a ofynnodd am waith a wneir wrth ochr tudalen, a phryd y gwiriwyd y cofnod",
	"As long as what they asked for. It has no name of a child and no words.":
		"Cyhyd â’r hyn y gofynnwyd amdano. Nid oes enw plentyn na geiriau ynddo.",
	"Keys, backups and what Concord did by itself":
		"Allweddi, copïau wrth gefn a’r hyn a wnaeth Concord ar ei ben ei hun",
	"For good. They are about nobody. The key of a difference is destroyed when it is disposed of. Backups themselves are kept as whoever runs Concord has set.":
		"Am byth. Nid ydynt am neb. Dinistrir allwedd gwahaniaeth pan waredir ef. Cedwir y copïau wrth gefn eu hunain fel y gosododd pwy bynnag sy’n rhedeg Concord.",

	// Programs
	"A system": "System",
	"A test": "Prawf",
	"Read what you owe and what waits for you":
		"Darllen yr hyn y mae angen ichi ei wneud a’r hyn sy’n aros amdanoch",
	"Read the differences that you may read, with their forms and files":
		"Darllen y gwahaniaethau y cewch eu darllen, gyda’u ffurflenni a’u ffeiliau",
	"Raise differences in your name": "Codi gwahaniaethau yn eich enw chi",
	"Do in differences what you may do, in your name":
		"Gwneud mewn gwahaniaethau yr hyn y cewch ei wneud, yn eich enw chi",
	"Read protocols, the calendar and the directory, and work out due dates":
		"Darllen protocolau, y calendr a’r cyfeiriadur, a chyfrifo dyddiadau",
	"Read the reports that you may read": "Darllen yr adroddiadau y cewch eu darllen",
	"Read and write what was learned, and say what was done about it":
		"Darllen ac ysgrifennu’r hyn a ddysgwyd, a dweud beth a wnaed yn ei gylch",
	"Name addresses that are told when something happens":
		"Enwi cyfeiriadau a hysbysir pan fydd rhywbeth yn digwydd",
	"A difference was raised on your side": "Codwyd gwahaniaeth ar eich ochr chi",
	"A difference reached your side": "Cyrhaeddodd gwahaniaeth eich ochr chi",
	"Something was added to a difference that you may read":
		"Ychwanegwyd rhywbeth at wahaniaeth y cewch ei ddarllen",
	"A difference ended": "Daeth gwahaniaeth i ben",
	"A form was sent": "Anfonwyd ffurflen",
	"A step opened that you may do": "Agorodd cam y cewch ei wneud",
	"A time limit ran out": "Daeth terfyn amser i ben",
	"A browser": "Porwr",
	"an iPhone": "iPhone",
	"an iPad": "iPad",
	"a Chromebook": "Chromebook",
	"a Mac": "Mac",
	"A browser on {1}": "Porwr ar {1}",

	// The columns of the log, and what each means
	"{1} Local time.": "{1} Amser lleol.",
	"Names the form. It tells nothing of whom it is about.":
		"Mae’n enwi’r ffurflen. Nid yw’n dweud dim am bwy y mae.",
	"Its themes, with a semicolon between.": "Ei themâu, â hanner colon rhyngddynt.",
	"When it was really raised.": "Pryd y’i codwyd mewn gwirionedd.",
	"Acknowledged and sent on": "Cydnabuwyd ac anfonwyd ymlaen",
	"When the Business Unit sent it to the other agency. Empty: not yet.":
		"Pryd yr anfonodd yr Uned Fusnes ef at yr asiantaeth arall. Gwag: dim eto.",
	"Sent to": "Anfonwyd at",
	"The person whom it was sent to.": "Y person yr anfonwyd ef ato.",
	"By when the other agency answers. Empty: nothing is due.":
		"Erbyn pryd y mae’r asiantaeth arall yn ateb. Gwag: nid oes dim i’w wneud.",
	"When the other agency answered. Empty: not yet.":
		"Pryd yr atebodd yr asiantaeth arall. Gwag: dim eto.",
	"After a time limit; 0 is in time. Empty where the date is a target.":
		"Ar ôl terfyn amser; mae 0 mewn pryd. Gwag lle mae’r dyddiad yn darged.",
	"Working days after the target": "Diwrnodau gwaith ar ôl y targed",
	"0 is by the target. Empty where the date is a time limit.":
		"Mae 0 erbyn y targed. Gwag lle mae’r dyddiad yn derfyn amser.",
	"Times followed up": "Sawl gwaith y dilynwyd",
	"How often the Business Unit asked about a late answer.":
		"Sawl gwaith y gofynnodd yr Uned Fusnes am ateb hwyr.",
	"How it ended, or the stage that it is in.": "Sut y daeth i ben, neu’r cam y mae ynddo.",
	Continues: "Yn parhau",
	"The form that this one goes on from: both are one difference, and a count leaves this one out.":
		"Y ffurflen y mae hon yn mynd ymlaen ohoni: un gwahaniaeth yw’r ddwy, ac mae cyfrif yn hepgor hon.",
	"Goes on as": "Yn mynd ymlaen fel",
	"The form that goes on from this one.": "Y ffurflen sy’n mynd ymlaen o hon.",
	"When it ended. Empty: it is open.": "Pryd y daeth i ben. Gwag: mae ar agor.",
	"As the protocol counts it.": "Fel y mae’r protocol yn ei gyfrif.",

	// What was taken out
	"All formats": "Pob fformat",
	"Everything of the partnership": "Popeth o’r bartneriaeth",
	"Concord’s open format": "Fformat agored Concord",
};
