/**
 * What several pages share: forms, dates, files, people and versions of protocols.
 * The sentences of one page stand together, as its readers would meet them.
 */
import type { Entries } from "./entry.ts";

export const parts: Entries = {
	"(opens in a new tab)": "(yn agor mewn tab newydd)",
	"{1} must be {2} characters or less": "{1}: rhaid i hyn fod yn {2} nod neu lai",
	"{1} must include a {2}": "{1}: rhaid cynnwys {2}",
	"{1} must be a real date": "{1}: rhaid i hwn fod yn ddyddiad go iawn",
	"{1} must be a time, like 2:15pm or 14:15": "{1}: rhaid i hwn fod yn amser, fel 2:15pm neu 14:15",
	Pagination: "Tudalennu",
	Previous: "Blaenorol",
	Next: "Nesaf",
	"Page {1}": "Tudalen {1}",
	"more than {1}": "mwy na {1}",
	"Showing {1} to {2} of more than {3}": "Yn dangos {1} i {2} o fwy na {3}",
	"Showing {1} to {2} of {3}": "Yn dangos {1} i {2} o {3}",
	"Open the link in your email again, then come back to this page and send it.":
		"Agorwch y ddolen yn eich e-bost eto, yna dewch yn ôl i’r dudalen hon a’i hanfon.",
	"{1}, then come back to this page and send it.":
		"{1}, yna dewch yn ôl i’r dudalen hon a’i hanfon.",
	"Table: {1}": "Tabl: {1}",
	Done: "Wedi’i wneud",
	Now: "Nawr",
	"Ended here": "Daeth i ben yma",
	"Left unfinished": "Gadawyd heb ei orffen",
	"Not reached": "Heb ei gyrraedd",
	Skipped: "Hepgorwyd",
	"Not used": "Heb ei ddefnyddio",
	Earlier: "Cynharach",
	Stages: "Camau",
	"Why this date?": "Pam y dyddiad hwn?",
	"No days were left out": "Ni adawyd unrhyw ddiwrnod allan",
	". This is provisional: bank holidays that far ahead are not known yet":
		". Mae hyn dros dro: nid yw gwyliau banc mor bell ymlaen yn hysbys eto",
	"Enter the first day away": "Rhowch y diwrnod cyntaf i ffwrdd",
	"Enter the last day away": "Rhowch y diwrnod olaf i ffwrdd",
	"When you are away": "Pan fyddwch i ffwrdd",
	"When {1} is away": "Pan fydd {1} i ffwrdd",
	"{1} to {2}": "{1} i {2}",
	"Take it back{1}": "Ei dynnu’n ôl{1}",
	"First day away": "Diwrnod cyntaf i ffwrdd",
	"Last day away": "Diwrnod olaf i ffwrdd",
	"Save these days": "Cadw’r diwrnodau hyn",
	"Who stands in": "Pwy sy’n cymryd lle",
	"While you are away they are asked as well, may read what you are asked about, and may do it. It ends by itself on the last day.":
		"Tra byddwch i ffwrdd gofynnir iddynt hwythau hefyd, cânt ddarllen yr hyn y gofynnir i chi amdano, a chânt ei wneud. Daw i ben ohono’i hun ar y diwrnod olaf.",
	"While {1} is away they are asked as well, may read what {2} is asked about, and may do it. It ends by itself on the last day.":
		"Tra bydd {1} i ffwrdd gofynnir iddynt hwythau hefyd, cânt ddarllen yr hyn y gofynnir i {2} amdano, a chânt ei wneud. Daw i ben ohono’i hun ar y diwrnod olaf.",
	"With nobody chosen, whoever answers in the same role is asked.":
		"Os na ddewisir neb, gofynnir i bwy bynnag sy’n ateb yn yr un rôl.",
	"There is nobody of a level to do it to choose.":
		"Nid oes neb ar lefel i’w wneud y gellir ei ddewis.",
	"There is nobody else to choose.": "Nid oes neb arall i’w ddewis.",
	"Who stands in for you?": "Pwy sy’n cymryd eich lle?",
	"Who stands in for {1}?": "Pwy sy’n cymryd lle {1}?",
	"Only managers and safeguarding leads are listed: practitioners do not sign off or answer for the agency.":
		"Dim ond rheolwyr ac arweinwyr diogelu sydd ar y rhestr: nid yw ymarferwyr yn cymeradwyo nac yn ateb dros yr asiantaeth.",
	"Save who stands in": "Cadw pwy sy’n cymryd lle",
	"Not of a level to stand in: take them out": "Ddim ar lefel i gymryd lle: tynnwch hwy allan",
	"Of a lower level than {1}. While they stand in they may do what {2} may.":
		"Ar lefel is na {1}. Tra byddant yn cymryd lle cânt wneud yr hyn a gaiff {2} ei wneud.",
	"Only if you chose “{1}”:": "Dim ond os dewisoch “{1}”:",
	"You can leave the questions above empty.": "Gallwch adael y cwestiynau uchod yn wag.",
	"Send your reply": "Anfon eich ateb",
	"Record it": "Ei gofnodi",
	"Record the talk": "Cofnodi’r sgwrs",
	"Send your part of the form": "Anfon eich rhan chi o’r ffurflen",
	"Send your answer": "Anfon eich ateb",
	"Send it on": "Ei anfon ymlaen",
	"Record what you say": "Cofnodi’r hyn a ddywedwch",
	"Record the decision": "Cofnodi’r penderfyniad",
	"Record the follow-up": "Cofnodi’r camau dilynol",
	"Record what came back": "Cofnodi’r hyn a ddaeth yn ôl",
	"Save the note": "Cadw’r nodyn",
	"Record the meeting": "Cofnodi’r cyfarfod",
	"Record the letter": "Cofnodi’r llythyr",
	"Record the choice": "Cofnodi’r dewis",
	"Where should it go?": "Ble y dylai fynd?",
	"What do you say?": "Beth ydych chi’n ei ddweud?",
	"Left blank": "Gadawyd yn wag",
	Files: "Ffeiliau",
	"Sign it off": "Ei gymeradwyo",
	"Record it and close it": "Ei gofnodi a’i gau",
	"Add files": "Ychwanegu ffeiliau",
	", added by {1}": ", ychwanegwyd gan {1}",
	"The virus scanner cannot be reached. You can send this now: the file goes with it, and can be opened once it has been checked.":
		"Ni ellir cyrraedd y sganiwr firysau. Gallwch anfon hyn nawr: mae’r ffeil yn mynd gydag ef, a gellir ei hagor unwaith y bydd wedi’i gwirio.",
	"You can send it all the same.": "Gallwch ei anfon er hynny.",
	"You sent this form before": "Rydych wedi anfon y ffurflen hon o’r blaen",
	"Something happened while you were writing": "Digwyddodd rhywbeth tra oeddech yn ysgrifennu",
	"What you sent was not needed any more, so nothing was changed by it.":
		"Nid oedd angen yr hyn a anfonoch mwyach, felly ni newidiwyd dim ganddo.",
	"No form at {1}": "Dim ffurflen yn {1}",
	"The protocol does not allow the {1} before {2}.": "Nid yw’r protocol yn caniatáu {1} cyn {2}.",
	"It is for {1} to do.": "{1} sydd i wneud hyn.",
	"another person": "person arall",
	"It may have been done already, or it may not be needed now.":
		"Efallai ei fod wedi’i wneud eisoes, neu nad oes ei angen nawr.",
	"it goes on once {1} is done too": "mae’n mynd ymlaen unwaith y bydd {1} wedi’i wneud hefyd",
	"the {1} was said not to be safe now, and closing this does not change that: make sure that whoever can protect them knows":
		"dywedwyd nad yw’r {1} yn ddiogel nawr, ac nid yw cau hyn yn newid hynny: gwnewch yn siŵr bod pwy bynnag all eu diogelu yn gwybod",
	"{1} is told to whom it was sent and by when the answer is due":
		"dywedir wrth {1} at bwy yr anfonwyd ef ac erbyn pryd y mae’r ateb i’w roi",
	"{1} is told that it was received, with the timescales":
		"dywedir wrth {1} ei fod wedi’i dderbyn, gyda’r amserlenni",
	"{1} is told that it happened, and nothing else":
		"dywedir wrth {1} ei fod wedi digwydd, a dim byd arall",
	"{1} is told, and can read where it stands and what was chosen":
		"dywedir wrth {1}, a gallant ddarllen ble mae arni a’r hyn a ddewiswyd",
	"{1} is sent a copy of everything that is sent": "anfonir copi o bopeth a anfonir at {1}",
	"“{1}” waits until then": "mae “{1}” yn aros tan hynny",
	"“{1}” is no longer needed": "nid oes angen “{1}” mwyach",
	"the {1}": "{1}",
	"the answers to {1}": "yr atebion i {1}",
	"the answer to {1}": "yr ateb i {1}",
	"{1} is told who and what it is about, and sent {2}":
		"dywedir wrth {1} am bwy ac am beth y mae, ac anfonir atynt {2}",
	"{1} are told who and what it is about, and sent {2}":
		"dywedir wrth {1} am bwy ac am beth y mae, ac anfonir atynt {2}",
	"{1} is told who and what it is about": "dywedir wrth {1} am bwy ac am beth y mae",
	"{1} are told who and what it is about": "dywedir wrth {1} am bwy ac am beth y mae",
	"{1} is sent {2}": "anfonir at {1}: {2}",
	"{1} are sent {2}": "anfonir at {1}: {2}",
	"{1} is told": "dywedir wrth {1}",
	"{1} are told": "dywedir wrth {1}",
	", or sooner if you set an earlier day above":
		", neu’n gynt os gosodwch ddiwrnod cynharach uchod",
	"{1} is due within {2}{3}": "mae {1} i’w wneud o fewn {2}{3}",
	"if you do this now, {1} is due by {2}{3}{4}{5}":
		"os gwnewch hyn nawr, mae {1} i’w wneud erbyn {2}{3}{4}{5}",
	"{1} is then due by the day that you set, if it is before {2}":
		"mae {1} wedyn i’w wneud erbyn y diwrnod a osodwch, os yw cyn {2}",
	"{1} is counted again from its start: {2}": "caiff {1} ei gyfrif eto o’i ddechrau: {2}",
	"The list of bank holidays is wrong, so it was not used":
		"Mae’r rhestr o wyliau banc yn anghywir, felly ni chafodd ei defnyddio",
	"Dates are counted by the last good one. On {1} the list had these faults:":
		"Caiff dyddiadau eu cyfrif yn ôl yr un dda ddiwethaf. Ar {1} roedd y namau hyn yn y rhestr:",
	"If a bank holiday was truly moved, change it below. This message goes by itself when a good list comes.":
		"Os cafodd gŵyl banc ei symud mewn gwirionedd, newidiwch hi isod. Mae’r neges hon yn mynd ohoni’i hun pan ddaw rhestr dda.",
	"Hide this message": "Cuddio’r neges hon",
	"The partnership’s administrator can see to it.": "Gall gweinyddwr y bartneriaeth ofalu am hyn.",
	"What became known of bank holidays would move dates":
		"Byddai’r hyn a ddaeth yn hysbys am wyliau banc yn symud dyddiadau",
	"Check what would move, and apply it": "Gwirio beth fyddai’n symud, a’i weithredu",
	"It is not used until the partnership’s administrator has checked it.":
		"Ni chaiff ei ddefnyddio nes i weinyddwr y bartneriaeth ei wirio.",
	"See the working days": "Gweld y diwrnodau gwaith",
	"New password": "Cyfrinair newydd",
	"10 characters or more. Three random words are good, and easy to keep in mind. Do not use one that you use elsewhere.":
		"10 nod neu fwy. Mae tri gair ar hap yn dda, ac yn hawdd eu cofio. Peidiwch â defnyddio un a ddefnyddiwch yn rhywle arall.",
	"The clock of the computer that Concord runs on was set back":
		"Cafodd cloc y cyfrifiadur y mae Concord yn rhedeg arno ei osod yn ôl",
	"It shows a time that has passed already. Until it is right, what people do is recorded with the time of the entry before it, and time limits and reminders come late.":
		"Mae’n dangos amser sydd wedi mynd heibio eisoes. Nes ei fod yn gywir, caiff yr hyn y mae pobl yn ei wneud ei gofnodi gydag amser y cofnod o’i flaen, ac mae terfynau amser a nodiadau atgoffa yn dod yn hwyr.",
	"Ask whoever looks after that computer to set its clock right, and to have it set by a time server. Nothing has to be entered again, and this message goes by itself.":
		"Gofynnwch i bwy bynnag sy’n gofalu am y cyfrifiadur hwnnw osod ei gloc yn gywir, a’i gael wedi’i osod gan weinydd amser. Nid oes rhaid rhoi dim eto, ac mae’r neges hon yn mynd ohoni’i hun.",
	"Enter who it is: a person or an office, for {1}":
		"Rhowch pwy ydyw: person neu swyddfa, ar gyfer {1}",
	"Whoever helps people who cannot sign in": "Pwy bynnag sy’n helpu pobl na allant fewngofnodi",
	"Where questions about a difference go": "Ble mae cwestiynau am wahaniaeth yn mynd",
	"Whom to tell when something went to the wrong place":
		"Wrth bwy i ddweud pan aeth rhywbeth i’r lle anghywir",
	"What was sent to the wrong agency or person, and called back.":
		"Yr hyn a anfonwyd i’r asiantaeth neu’r person anghywir, ac a alwyd yn ôl.",
	"Who looked": "Pwy edrychodd",
	"Who read which difference, and reading that stands out.":
		"Pwy ddarllenodd pa wahaniaeth, a darllen sy’n sefyll allan.",
	"Subject access": "Cais gwrthrych am wybodaeth",
	"Requests for everything held about a child, an adult or a member of staff.":
		"Ceisiadau am bopeth a gedwir am blentyn, oedolyn neu aelod o staff.",
	Retention: "Cadw",
	"What has been kept for its time, legal holds, and certificates of what was disposed of.":
		"Yr hyn a gadwyd am ei amser, daliadau cyfreithiol, a thystysgrifau’r hyn a waredwyd.",
	Sealed: "Wedi’i selio",
	"Differences that only named people know of, and who opened one in an emergency.":
		"Gwahaniaethau y mae pobl a enwyd yn unig yn gwybod amdanynt, a phwy agorodd un mewn argyfwng.",
	"Taken out of Concord": "Cymerwyd allan o Concord",
	"Who took files of many rows, what, and how much.":
		"Pwy gymerodd ffeiliau o lawer o resi, beth, a faint.",
	Record: "Cofnod",
	"Check that nothing in the record was altered, removed or added.":
		"Gwirio na chafodd dim yn y cofnod ei newid, ei dynnu na’i ychwanegu.",
	"Ask for it sooner": "Gofyn amdano’n gynt",
	"Let the time stand still": "Atal yr amser",
	"Let the time run on": "Gadael i’r amser redeg ymlaen",
	"The time stands still since {1}. That time is added when it runs on.":
		"Mae’r amser wedi’i atal ers {1}. Caiff yr amser hwnnw ei ychwanegu pan fydd yn rhedeg ymlaen.",
	"First due by {1}.": "I’w wneud yn gyntaf erbyn {1}.",
	"The first date was {1}.": "Y dyddiad cyntaf oedd {1}.",
	"{1} by {2} on {3}": "{1} gan {2} ar {3}",
	"{1} on {2}": "{1} ar {2}",
	"More time given": "Rhoddwyd mwy o amser",
	"Asked for sooner": "Gofynnwyd amdano’n gynt",
	"Let run on": "Gadawyd i redeg ymlaen",
	Stopped: "Ataliwyd",
	"Counted again after an answer": "Cyfrifwyd eto ar ôl ateb",
	"Counted again after a correction": "Cyfrifwyd eto ar ôl cywiriad",
	"Counted again under a new version of the protocol":
		"Cyfrifwyd eto o dan fersiwn newydd o’r protocol",
	"Counted again after a change of the calendar": "Cyfrifwyd eto ar ôl newid yn y calendr",
	"The letter as it stands": "Y llythyr fel y mae",
	"The letter": "Y llythyr",
	"Not recorded yet, or not for you to read:": "Heb ei gofnodi eto, neu nid i chi ei ddarllen:",
	"Not recorded when it was sent, or not for you to read:":
		"Heb ei gofnodi pan anfonwyd ef, neu nid i chi ei ddarllen:",
	"Name and role": "Enw a rôl",
	"This is a target: the protocol asks for it where it is possible. After it nobody is late.":
		"Targed yw hwn: mae’r protocol yn gofyn amdano lle mae’n bosibl. Ar ei ôl nid oes neb yn hwyr.",
	"This is a target, and only shown. After it nobody is late.":
		"Targed yw hwn, a dim ond yn cael ei ddangos. Ar ei ôl nid oes neb yn hwyr.",
	"This time may be used, and nobody has to use it.":
		"Gellir defnyddio’r amser hwn, ac nid oes rhaid i neb ei ddefnyddio.",
	"more time was given": "rhoddwyd mwy o amser",
	"it was asked for sooner": "gofynnwyd amdano’n gynt",
	"it had stood still": "roedd wedi’i atal",
	"what it depends on was changed": "newidiwyd yr hyn y mae’n dibynnu arno",
	"an answer that it goes by was put right": "cywirwyd ateb y mae’n mynd yn ôl",
	"the version of the protocol was changed": "newidiwyd fersiwn y protocol",
	"the working days were changed": "newidiwyd y diwrnodau gwaith",
	"{1}, version {2}": "{1}, fersiwn {2}",
	"On {1} the time was stopped": "Ar {1} ataliwyd yr amser",
	"{1}, until {2}: {3}": "{1}, hyd {2}: {3}",
	"because: {1}": "oherwydd: {1}",
	"What was written in this record has been disposed of, because it is kept for a limited time. Who did what, and when, is still here.":
		"Mae’r hyn a ysgrifennwyd yn y cofnod hwn wedi’i waredu, oherwydd caiff ei gadw am amser cyfyngedig. Mae pwy wnaeth beth, a phryd, yn dal yma.",
	"Some of what was written in this record cannot be opened. It has not been deleted. Who did what, and when, is still here. Tell whoever runs Concord for you.":
		"Ni ellir agor rhywfaint o’r hyn a ysgrifennwyd yn y cofnod hwn. Nid yw wedi’i ddileu. Mae pwy wnaeth beth, a phryd, yn dal yma. Dywedwch wrth bwy bynnag sy’n rhedeg Concord i chi.",
	"Or, if it is not in the list, its name": "Neu, os nad yw yn y rhestr, ei henw",
	"Name of the agency": "Enw’r asiantaeth",
	"Leave blank": "Gadael yn wag",
	"Choose one": "Dewiswch un",
	"Name, or the mother’s name": "Enw, neu enw’r fam",
	"The child is not born yet": "Nid yw’r plentyn wedi’i eni eto",
	"The date is not known": "Nid yw’r dyddiad yn hysbys",
	"The date of birth is not known": "Nid yw’r dyddiad geni’n hysbys",
	Child: "Plentyn",
	Action: "Cam gweithredu",
	Person: "Person",
	"Enter a name and role. Concord does not write to them: ring them.":
		"Rhowch enw a rôl. Nid yw Concord yn ysgrifennu atynt: ffoniwch hwy.",
	"Nobody of theirs is in the directory. Enter a name and role. Concord cannot send them anything.":
		"Nid oes neb ganddynt yn y cyfeiriadur. Rhowch enw a rôl. Ni all Concord anfon dim atynt.",
	"“{1}” finds {2} people. These are the first {3}: type more letters to find fewer.":
		"Mae “{1}” yn dod o hyd i {2} o bobl. Dyma’r {3} cyntaf: teipiwch fwy o lythrennau i ddod o hyd i lai.",
	"1 person to choose.": "1 person i’w ddewis.",
	"Concord does not reach them: those who answer in the same role read it. The office can send them a link.":
		"Nid yw Concord yn eu cyrraedd: mae’r rhai sy’n ateb yn yr un rôl yn ei ddarllen. Gall y swyddfa anfon dolen atynt.",
	"For example, 9 4 2026": "Er enghraifft, 9 4 2026",
	"For example, 9 4 2026, 2:15pm": "Er enghraifft, 9 4 2026, 2:15pm",
	"Has a conflict of interest in this. Choose somebody else.":
		"Mae ganddynt wrthdaro buddiannau yn hyn. Dewiswch rywun arall.",
	"It is their decision that is challenged. Choose somebody else.":
		"Eu penderfyniad hwy sy’n cael ei herio. Dewiswch rywun arall.",
	"Already named in this. If it is their decision that is challenged, choose somebody else.":
		"Eisoes wedi’u henwi yn hyn. Os eu penderfyniad hwy sy’n cael ei herio, dewiswch rywun arall.",
	"Nobody is named to stand in.": "Nid oes neb wedi’i enwi i gymryd lle.",
	"Away until {1}. {2}": "I ffwrdd hyd {1}. {2}",
	"Say who person {1} is": "Dywedwch pwy yw person {1}",
	"“{1}” must be a time, like 2:15pm or 14:15": "Rhaid i “{1}” fod yn amser, fel 2:15pm neu 14:15",
	"Choose who “{1}” is": "Dewiswch pwy yw “{1}”",
	"“{1}” must include a date": "Rhaid i “{1}” gynnwys dyddiad",
	"“{1}” must include a time, like 2:15pm or 14:15":
		"Rhaid i “{1}” gynnwys amser, fel 2:15pm neu 14:15",
	"Who: type some letters of their name, then choose “Find”":
		"Pwy: teipiwch ychydig o lythrennau eu henw, yna dewiswch “Dod o hyd”",
	"Somebody who is not in the directory": "Rhywun nad yw yn y cyfeiriadur",
	"If they are not in the directory, their name": "Os nad ydynt yn y cyfeiriadur, eu henw",
	"Or, if they are not in the list, their name": "Neu, os nad ydynt yn y rhestr, eu henw",
	"And the agency they are from": "A’r asiantaeth y maent yn dod ohoni",
	"The agency they are from": "Yr asiantaeth y maent yn dod ohoni",
	Well: "Da",
	"To know": "I’w wybod",
	"Look at this": "Edrychwch ar hyn",
	"Not working": "Ddim yn gweithio",
	"Everything that Concord can see of itself is well.":
		"Mae popeth y gall Concord ei weld amdano’i hun yn iawn.",
	"Concord works. Something below should be looked at.":
		"Mae Concord yn gweithio. Dylid edrych ar rywbeth isod.",
	"Something below does not work and has to be put right now.":
		"Nid yw rhywbeth isod yn gweithio ac mae’n rhaid ei gywiro nawr.",
	"{1} changed this too while you were writing. Choose “Save and come back later” to see both.":
		"Newidiodd {1} hyn hefyd tra oeddech yn ysgrifennu. Dewiswch “Cadw a dod yn ôl yn nes ymlaen” i weld y ddau.",
	Open: "Ar agor",
	"Will not be done": "Ni chaiff ei wneud",
	"Enter what happened, in two sentences": "Rhowch yr hyn a ddigwyddodd, mewn dwy frawddeg",
	"Enter what should be different": "Rhowch yr hyn a ddylai fod yn wahanol",
	"This may tell whom it is about: {1}. Take it out, or say that nobody can be known by it.":
		"Gall hyn ddweud am bwy y mae: {1}. Tynnwch ef allan, neu dywedwch na ellir adnabod neb drwyddo.",
	"What happened?": "Beth ddigwyddodd?",
	"In two sentences": "Mewn dwy frawddeg",
	"What should be different?": "Beth ddylai fod yn wahanol?",
	"Nobody can be known by it": "Ni ellir adnabod neb drwyddo",
	"Everybody who was invited has come": "Mae pawb a wahoddwyd wedi dod",
	", safeguarding lead": ", arweinydd diogelu",
	"Send an invitation": "Anfon gwahoddiad",
	"Send another": "Anfon un arall",
	"In the directory. No invitation has been sent.": "Yn y cyfeiriadur. Nid anfonwyd gwahoddiad.",
	"Invited at {1}.": "Gwahoddwyd am {1}.",
	"Invited by {1} at {2}.": "Gwahoddwyd gan {1} am {2}.",
	"The mail did not arrive: check the address.": "Ni chyrhaeddodd y post: gwiriwch y cyfeiriad.",
	"The mail has not left yet.": "Nid yw’r post wedi gadael eto.",
	"The link worked until {1}.": "Roedd y ddolen yn gweithio hyd {1}.",
	"The link works until {1}.": "Mae’r ddolen yn gweithio hyd {1}.",
	"Show {1} on a page, to print": "Dangos {1} ar dudalen, i’w hargraffu",
	"Show all on one page, to print": "Dangos y cyfan ar un dudalen, i’w hargraffu",
	"{1} must be a telephone number, like 01632 960101 or 01632 960101 ext. 12":
		"{1}: rhaid i hwn fod yn rhif ffôn, fel 01632 960101 neu 01632 960101 ext. 12",
	"Whoever has to talk with somebody sees these numbers where they do it. They are never in mail. Enter work numbers only.":
		"Mae pwy bynnag sy’n gorfod siarad â rhywun yn gweld y rhifau hyn lle mae’n gwneud hynny. Nid ydynt byth mewn post. Rhowch rifau gwaith yn unig.",
	"Out of hours, {1} (optional)": "Y tu allan i oriau, {1} (dewisol)",
	"Where somebody of the agency answers when nobody is at work. It is for the whole agency.":
		"Lle mae rhywun o’r asiantaeth yn ateb pan nad oes neb yn y gwaith. Mae ar gyfer yr asiantaeth gyfan.",
	"What is held has changed meanwhile, and this is another piece now. Read it before you decide.":
		"Mae’r hyn a gedwir wedi newid yn y cyfamser, a darn arall yw hwn nawr. Darllenwch ef cyn penderfynu.",
	given: "rhoddwyd",
	"given in part": "rhoddwyd yn rhannol",
	withheld: "daliwyd yn ôl",
	"Open the file": "Agor y ffeil",
	"What is given of it?": "Beth a roddir ohono?",
	"All of it": "Y cyfan",
	"Part of it": "Rhan ohono",
	"What is given. Take out what is not": "Yr hyn a roddir. Tynnwch allan yr hyn na roddir",
	Nothing: "Dim",
	"If not all of it: on what ground?": "Os nad y cyfan: ar ba sail?",
	"Choose a ground": "Dewiswch sail",
	"Save and go on": "Cadw a mynd ymlaen",
	"Nothing that Concord goes by is different: only the version’s name, comments or the layout of the text.":
		"Nid oes dim y mae Concord yn mynd yn ôl yn wahanol: dim ond enw’r fersiwn, sylwadau neu osodiad y testun.",
	"Wording only ({1})": "Geiriad yn unig ({1})",
	"The diagram is wider than your screen. Swipe or scroll sideways to see all of it, or read it in words below.":
		"Mae’r diagram yn lletach na’ch sgrin. Swipiwch neu sgroliwch i’r ochr i weld y cyfan, neu darllenwch ef mewn geiriau isod.",
	"Flow diagram": "Diagram llif",
	"The diagram in words": "Y diagram mewn geiriau",
	"Take the text from a file": "Cymryd y testun o ffeil",
	"It replaces the text below. The version changes only when you save it.":
		"Mae’n cymryd lle’r testun isod. Dim ond pan fyddwch yn ei gadw y mae’r fersiwn yn newid.",
	"The text of the protocol": "Testun y protocol",
	"Check it": "Ei wirio",
	"Keep my text and come back later": "Cadw fy nhestun a dod yn ôl yn nes ymlaen",
	"Throw my text away": "Taflu fy nhestun",
	"This is your own draft, kept {1}. Nobody else can see it before you save it.":
		"Eich drafft chi eich hun yw hwn, a gadwyd {1}. Ni all neb arall ei weld cyn i chi ei gadw.",
	"No faults. It can be saved.": "Dim namau. Gellir ei gadw.",
	"It runs as it is. Check that each of these is what your partnership means.":
		"Mae’n rhedeg fel y mae. Gwiriwch mai pob un o’r rhain yw’r hyn y mae eich partneriaeth yn ei olygu.",
	"Line {1}": "Llinell {1}",
	"And {1} more. Mend these first.": "A {1} arall. Cywirwch y rhain yn gyntaf.",
	"The text has {1}, so it was not saved. Each stands under the text with its line":
		"Mae {1} yn y testun, felly ni chafodd ei gadw. Mae pob un o dan y testun gyda’i linell",
	Draft: "Drafft",
	"Waits for approval": "Yn aros am gymeradwyaeth",
	Coming: "I ddod",
	"In force": "Mewn grym",
	Replaced: "Wedi’i ddisodli",
	Refused: "Gwrthodwyd",
	Withdrawn: "Tynnwyd yn ôl",
	Made: "Gwnaed",
	Edited: "Golygwyd",
	Proposed: "Cynigiwyd",
	Approved: "Cymeradwywyd",
	"Set up with your partnership": "Sefydlwyd gyda’ch partneriaeth",
	"{1} by {2}, {3}": "{1} gan {2}, {3}",
	somebody: "rhywun",
	"A draft. Nobody works by it.": "Drafft. Nid oes neb yn gweithio yn ôl hwn.",
	"It waits for a second administrator to approve it.": "Mae’n aros i ail weinyddwr ei gymeradwyo.",
	"Approved. In force from {1}.": "Cymeradwywyd. Mewn grym o {1}.",
	"In force since {1}. Whatever is raised now runs under it.":
		"Mewn grym ers {1}. Mae beth bynnag a godir nawr yn rhedeg o dano.",
	"It came into force on {1} and has been replaced. What began under it stays under it.":
		"Daeth i rym ar {1} ac mae wedi’i ddisodli. Mae’r hyn a ddechreuodd o dano yn aros o dano.",
	"It was refused, and never came into force.": "Fe’i gwrthodwyd, ac ni ddaeth erioed i rym.",
	"It was withdrawn, and never came into force.": "Fe’i tynnwyd yn ôl, ac ni ddaeth erioed i rym.",
	"From version {1}.": "O fersiwn {1}.",
	"To be in force from {1}.": "I fod mewn grym o {1}.",
	"What it is about ({1} of {2})": "Beth yw’r mater ({1} o {2})",
	"Who it is with": "Gyda phwy y mae",
	"Who it is about, and who it is with": "Am bwy y mae, a gyda phwy y mae",
	"Who it is about": "Am bwy y mae",
	"Your office takes no side and raises nothing itself. Enter a form that an agency sent on paper or by mail from the Business Unit’s desk.":
		"Nid yw eich swyddfa yn cymryd ochr ac nid yw’n codi dim ei hun. Rhowch ffurflen a anfonodd asiantaeth ar bapur neu drwy’r post o ddesg yr Uned Fusnes.",
	"Your role does not begin one under the protocols of your partnership. Ask your manager or safeguarding lead.":
		"Nid yw eich rôl yn dechrau un o dan brotocolau eich partneriaeth. Gofynnwch i’ch rheolwr neu’ch arweinydd diogelu.",
	"You can still raise it.": "Gallwch ei godi o hyd.",
	"Sent by mistake, and recalled": "Anfonwyd drwy gamgymeriad, ac a alwyd yn ôl",
	"You cannot open these any more. Destroy what you printed or saved, and tell nobody what it said.":
		"Ni allwch agor y rhain mwyach. Dinistriwch yr hyn a argraffoch neu a gadwoch, a pheidiwch â dweud wrth neb beth oedd ynddo.",
	"To ask about one, contact {1}.": "I holi am un, cysylltwch â {1}.",
	"{1}: sent to {2} by mistake, and recalled on {3}":
		"{1}: anfonwyd at {2} drwy gamgymeriad, ac fe’i galwyd yn ôl ar {3}",
	"Sign in": "Mewngofnodi",
	"Decides at the last stage": "Yn penderfynu yn y cam olaf",
	"Receives, forwards and follows up": "Yn derbyn, yn anfon ymlaen ac yn dilyn i fyny",
	"Heads the office, and reads its desk": "Yn arwain y swyddfa, ac yn darllen ei desg",
	"Sees to data breaches": "Yn gofalu am achosion o dorri data",
	"Looks after Concord": "Yn gofalu am Concord",
	"Signs off and responds": "Yn cymeradwyo ac yn ymateb",
	"Talks manager to manager": "Yn siarad rheolwr â rheolwr",
	"Raises and talks": "Yn codi ac yn siarad",
	"Nobody who may know of it can do this. Whoever sealed it, or the head of the partnership’s office, can name somebody who can.":
		"Ni all neb a gaiff wybod amdano wneud hyn. Gall pwy bynnag a’i seliodd, neu bennaeth swyddfa’r bartneriaeth, enwi rhywun a all.",
	"Concord has nobody to remind of this. Tell the Business Unit.":
		"Nid oes gan Concord neb i’w atgoffa o hyn. Dywedwch wrth yr Uned Fusnes.",
	you: "chi",
	"{1} get {2}.": "{1}: {2}.",
	"{1} gets {2}.": "{1}: {2}.",
	"every working day": "bob diwrnod gwaith",
	"every {1} working days": "bob {1} diwrnod gwaith",
	"Concord will remind {1}": "Bydd Concord yn atgoffa {1}",
	"{1} {2}, then {3} until it is done.": "{1} {2}, yna {3} nes iddo gael ei wneud.",
	"{1} {2}. If it is late, again {3} and then {4}.":
		"{1} {2}. Os bydd yn hwyr, eto {3} ac yna {4}.",
	"{1} at {2}": "{1} am {2}",
	"on {1}": "ar {1}",
	"one message each working day at {1} with everything to do":
		"un neges bob diwrnod gwaith am {1} gyda phopeth i’w wneud",
	"between {1} and {2}": "rhwng {1} a {2}",
	"{1} and {2} others": "{1} a {2} arall",
	"Reading the file": "Yn darllen y ffeil",
	"Trying the import": "Yn rhoi cynnig ar y mewnforio",
	Importing: "Yn mewnforio",
	"Counting the figures": "Yn cyfrif y ffigurau",
	"Looking through the words": "Yn edrych drwy’r geiriau",
	"Undoing the import": "Yn dadwneud y mewnforio",
	"Making your file": "Yn gwneud eich ffeil",
	"Verifying the record": "Yn gwirio’r cofnod",
	"This begins as soon as what others asked for before is done.":
		"Mae hyn yn dechrau cyn gynted ag y bydd yr hyn y gofynnodd eraill amdano o’r blaen wedi’i wneud.",
	"Concord is looking through the whole first.": "Mae Concord yn edrych drwy’r cyfan yn gyntaf.",
	"{1} of {2} done.": "{1} o {2} wedi’u gwneud.",
	"This page looks again every few seconds, or {1}. You can leave it: {2}.":
		"Mae’r dudalen hon yn edrych eto bob ychydig eiliadau, neu {1}. Gallwch ei gadael: {2}.",
	"look again now": "edrychwch eto nawr",
	"Requests for more time": "Ceisiadau am fwy o amser",
	"Give more time or say no on {1}": "Rhoi mwy o amser neu ddweud na ar {1}",
	": for “{1}”, asked on {2}": ": ar gyfer “{1}”, gofynnwyd ar {2}",
	"You, in another window,": "Rydych chi, mewn ffenestr arall,",
	"{1} must not contain < or >": "{1}: ni chaiff hyn gynnwys < na >",
	"Enter their work email address": "Rhowch eu cyfeiriad e-bost gwaith",
	"As the agency calls it, such as service manager":
		"Fel y mae’r asiantaeth yn ei galw, fel rheolwr gwasanaeth",
	"Their own work email address": "Eu cyfeiriad e-bost gwaith eu hunain",
	"Not one that several people read": "Nid un y mae sawl un yn ei ddarllen",
	"For how long does the link work?": "Am ba hyd y mae’r ddolen yn gweithio?",
	"{1}: whoever answers for it": "{1}: pwy bynnag sy’n ateb drosti",
	"agency {1}": "asiantaeth {1}",
	"person {1}": "person {1}",
	"If {1}, ring {2}:": "Os {1}, ffoniwch {2}:",

	// What an act asks, and its files
	"How did it end?": "Sut y daeth i ben?",
	"What became of it?": "Beth a ddaeth ohono?",
	"Do you sign it off?": "A ydych yn ei gymeradwyo?",
	"How does it end?": "Sut y daw i ben?",
	"What do you choose?": "Beth rydych yn ei ddewis?",
	"Raise it": "Ei godi",
	"Enter it for them": "Ei roi i mewn drostynt",
	"What do you want to do?": "Beth rydych am ei wneud?",
	"They stay with your agency: whoever there may read what you raised can open them, and nobody else. Add a file for another agency when you send something to them.":
		"Maent yn aros gyda’ch asiantaeth: gall pwy bynnag yno a gaiff ddarllen yr hyn a godwyd gennych eu hagor, a neb arall. Ychwanegwch ffeil ar gyfer asiantaeth arall pan fyddwch yn anfon rhywbeth ati.",
	"Whoever may read what you send here may open them, and nobody else.":
		"Caiff pwy bynnag a gaiff ddarllen yr hyn a anfonwch yma eu hagor, a neb arall.",
	"A virus was found in this file. Nobody can open it.":
		"Canfuwyd firws yn y ffeil hon. Ni all neb ei hagor.",
	"This file is being checked for viruses. It can be opened once that is done.":
		"Mae’r ffeil hon yn cael ei gwirio am firysau. Gellir ei hagor ar ôl gwneud hynny.",
	"This file has not been checked for viruses.": "Nid yw’r ffeil hon wedi’i gwirio am firysau.",
	"This file has not been checked for viruses, because no virus scanner is set up. Until it has been, nobody can open it.":
		"Nid yw’r ffeil hon wedi’i gwirio am firysau, am nad oes sganiwr firysau wedi’i osod. Nes gwneud hynny, ni all neb ei hagor.",
	"Nobody is late and no reminders are sent while it stands still.":
		"Nid oes neb yn hwyr ac nid anfonir nodiadau atgoffa tra bydd yn sefyll yn llonydd.",
	"When it runs on, the time that it stood still is added at its end.":
		"Pan fydd yn mynd ymlaen, ychwanegir yr amser y safodd yn llonydd at ei ddiwedd.",
	"The time that it stood still is added at its end.":
		"Ychwanegir yr amser y safodd yn llonydd at ei ddiwedd.",
	"Due soonest first": "I’w wneud gyntaf yn gyntaf",
	"Changed last first": "Newidiwyd ddiwethaf yn gyntaf",
	"Concord: what you owe": "Concord: yr hyn sydd gennych i’w wneud",
	"a time limit ends": "daw terfyn amser i ben",
	"This address could not be read. Check it and try again.\n":
		"Ni ellid darllen y cyfeiriad hwn. Gwiriwch ef a rhowch gynnig arall arni.\n",
	"OpenDocument text (.odt)": "Testun OpenDocument (.odt)",
};
