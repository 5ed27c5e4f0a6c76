import type { Entries } from "./entry.ts";

/** Raising, answering a step, and what questions and files say. */
export const asking: Entries = {
	// Raising
	"Check your answers": "Gwiriwch eich atebion",
	"Is {1} in danger now?": "Perygl nawr ({1})?",
	"Say whether {1} is in danger now": "Dywedwch a oes perygl nawr ({1})",
	"If so, ring first. Resolving a difference never delays an urgent call.":
		"Os felly, ffoniwch yn gyntaf. Nid yw datrys gwahaniaeth byth yn oedi galwad frys.",
	"Is it one of these?": "Ai un o’r rhain ydyw?",
	"For these there is another way, which you will be told.":
		"Mae ffordd arall ar gyfer y rhain, a dywedir wrthych beth ydyw.",
	"No, none of these": "Na, dim un o’r rhain",
	"Choose one, or “No, none of these”": "Dewiswch un, neu “Na, dim un o’r rhain”",
	"Choose what you want to do": "Dewiswch beth rydych am ei wneud",
	"Ring now": "Ffoniwch nawr",
	"What you enter here is kept. When you have rung, {1}. You can also go on now.":
		"Cedwir yr hyn a rowch yma. Pan fyddwch wedi ffonio, {1}. Gallwch hefyd fynd ymlaen nawr.",
	"say when": "dywedwch pryd",
	"When did you ring {1}?": "Pryd wnaethoch chi ffonio {1}?",
	"{1}. Leave the time empty if you did not ring.":
		"{1}. Gadewch yr amser yn wag os na wnaethoch ffonio.",
	"Rang {1} at {2}": "Ffoniwyd {1} am {2}",
	"There is another way for this": "Mae ffordd arall ar gyfer hyn",
	"If {1} is in danger now, that does not wait for it: ring first.":
		"Os oes perygl nawr ({1}), nid yw hynny’n aros amdano: ffoniwch yn gyntaf.",
	"Nothing of this answer has been stored. If that is not it, {1}.":
		"Nid oes dim o’r ateb hwn wedi’i storio. Os nad dyna ydyw, {1}.",
	"go back and choose again": "ewch yn ôl a dewiswch eto",
	"You raise this for {1}. {2}": "Rydych yn codi hyn dros {1}. {2}",
	"Act for another agency": "Gweithredu dros asiantaeth arall",
	"You have begun to raise something and not finished. {1}, or begin another here.":
		"Rydych wedi dechrau codi rhywbeth a heb orffen. {1}, neu dechreuwch un arall yma.",
	"Go on with it in My work": "Ewch ymlaen ag ef yn Fy ngwaith",
	"What you typed is kept": "Cedwir yr hyn a deipioch",
	"Nobody else can see it, and nothing is sent yet. It is kept until {1}. To come back later, close this page and open the link in your email again.":
		"Ni all neb arall ei weld, ac ni anfonwyd dim eto. Caiff ei gadw hyd {1}. I ddod yn ôl yn nes ymlaen, caewch y dudalen hon ac agor y ddolen yn eich e-bost eto.",
	"Go on": "Mynd ymlaen",
	"Throw it away": "Ei daflu",
	"The agency is not in the list": "Nid yw’r asiantaeth yn y rhestr",
	"What is it called?": "Beth yw ei henw?",
	"The Business Unit is asked to add it. Until somebody there is invited, nothing reaches them through Concord: ring them as well.":
		"Gofynnir i’r Uned Fusnes ei hychwanegu. Nes i rywun yno gael gwahoddiad, nid oes dim yn eu cyrraedd drwy Concord: ffoniwch hwy hefyd.",
	"Choose the agency and continue. You are then asked who it is there.":
		"Dewiswch yr asiantaeth a pharhau. Yna gofynnir i chi pwy yw’r person yno.",
	"Choose an agency": "Dewiswch asiantaeth",
	"Save and come back later": "Cadw a dod yn ôl yn nes ymlaen",
	"Throw away what you have begun?": "Taflu’r hyn rydych wedi’i ddechrau?",
	"Everything that you entered here is deleted and cannot be brought back. It was not raised, and nobody else has seen it.":
		"Caiff popeth a roesoch yma ei ddileu ac ni ellir dod ag ef yn ôl. Ni chafodd ei godi, ac nid oes neb arall wedi’i weld.",
	"Keep it": "Ei gadw",
	"Under “{1}”.": "O dan “{1}”.",
	"Your agency already has an open {1} about {2} {3}. Read it before you go on":
		"Mae gan eich asiantaeth un ar agor eisoes ({1}, {2} {3}). Darllenwch ef cyn mynd ymlaen",
	"You say that it was raised on {1}. Check that this is the right day: time is counted from then.":
		"Rydych yn dweud iddo gael ei godi ar {1}. Gwiriwch mai dyma’r diwrnod cywir: cyfrifir amser o hynny.",

	// A step
	"What you recorded earlier is filled in for you. Go through each section and change what you need to.":
		"Mae’r hyn a gofnodoch yn gynharach wedi’i lenwi i chi. Ewch drwy bob adran a newid yr hyn sydd ei angen.",
	"Check and send": "Gwirio ac anfon",
	"Comes last": "Yn dod olaf",
	Completed: "Wedi’i gwblhau",
	Incomplete: "Anghyflawn",
	"Not started": "Heb ddechrau",
	"Back to all sections": "Yn ôl i’r holl adrannau",
	"Section {1} of {2}": "Adran {1} o {2}",
	"Save and continue": "Cadw a pharhau",
	"What you were sent": "Yr hyn a anfonwyd atoch",
	"Read {1}": "Darllen {1}",
	"{1} must be there.": "Rhaid i {1} fod yno.",
	"{1} chairs it.": "{1} sy’n cadeirio.",
	"Among them must be: {1}.": "Rhaid cynnwys: {1}.",
	"Nobody may decide who had a part in this before, or who is of {1}.":
		"Ni chaiff neb benderfynu a oedd â rhan yn hyn o’r blaen, neu sydd o {1}.",
	"Whoever else may do this can read what is saved here, and go on with it.":
		"Gall pwy bynnag arall a gaiff wneud hyn ddarllen yr hyn a gedwir yma, a mynd ymlaen ag ef.",
	"Saved at {1}. You can close this page: it will be as you left it.":
		"Cadwyd am {1}. Gallwch gau’r dudalen hon: bydd fel y gadawoch hi.",
	"This is your draft, saved at {1}.": "Dyma eich drafft, a gadwyd am {1}.",
	"{1} is writing this, and saved it at {2}. You can go on from there.":
		"Mae {1} yn ysgrifennu hyn, ac fe’i cadwodd am {2}. Gallwch fynd ymlaen o’r fan honno.",
	"{1} changed this page while you were writing, and saved it at {2}. Nothing of that was overwritten, and what you wrote is in the form. Put together what you need, then send it.":
		"Newidiodd {1} y dudalen hon tra oeddech yn ysgrifennu, ac fe’i cadwodd am {2}. Ni throsysgrifennwyd dim o hynny, ac mae’r hyn a ysgrifennoch yn y ffurflen. Rhowch ynghyd yr hyn sydd ei angen arnoch, yna ei anfon.",
	"What {1} wrote": "Yr hyn a ysgrifennodd {1}",
	"What you wrote before, and could not send":
		"Yr hyn a ysgrifennoch o’r blaen, ac na allech ei anfon",
	"It is kept as your draft: you find it again on this page.":
		"Fe’i cedwir fel eich drafft: byddwch yn dod o hyd iddo eto ar y dudalen hon.",
	"What you wrote, to copy if you still need it":
		"Yr hyn a ysgrifennoch, i’w gopïo os oes ei angen arnoch o hyd",
	"Only if {1}.": "Dim ond os: {1}.",
	"What happens then": "Beth sy’n digwydd wedyn",
	"Check before it is done: {1}": "Gwiriwch cyn iddo gael ei wneud: {1}",
	"Back, to change it": "Yn ôl, i’w newid",
	"See how it stands": "Gweld ble mae arni",
	"This is for somebody else": "Mae hyn ar gyfer rhywun arall",
	"This has been done": "Mae hyn wedi’i wneud",
	"This is not open to you now": "Nid yw hyn ar agor i chi nawr",
	"{1}, at {2}.": "{1}, am {2}.",
	"Select what you choose": "Dewiswch",
	"Select how it ended": "Dewiswch sut y daeth i ben",
	"Select what became of it": "Dewiswch beth a ddaeth ohono",
	"Select where it should go": "Dewiswch ble y dylai fynd",
	"Select what you say": "Dewiswch beth rydych yn ei ddweud",
	"Select whether you sign it off": "Dewiswch a ydych yn ei gymeradwyo",
	"Select how it ends": "Dewiswch sut mae’n dod i ben",

	// Files
	"Files ({1})": "Ffeiliau ({1})",
	"Remove{1}": "Tynnu{1}",
	"Choose files": "Dewis ffeiliau",
	"Add the files you chose": "Ychwanegu’r ffeiliau a ddewisoch",
	"“{1}” was not added. {2}": "Ni chafodd “{1}” ei ychwanegu. {2}",
	"Such as an e-mail, minutes or a chronology: up to {1} files of up to {2} MB each, as {3}. {4} Photos lose the record of where they were taken.":
		"Fel e-bost, cofnodion neu gronoleg: hyd at {1} ffeil o hyd at {2} MB yr un, fel {3}. {4} Mae lluniau’n colli’r cofnod o ble y’u tynnwyd.",

	// Questions
	"Select all that apply.": "Dewiswch bob un sy’n berthnasol.",
	"For example, 2:15pm": "Er enghraifft, 2:15pm",
	Day: "Diwrnod",
	Month: "Mis",
	Year: "Blwyddyn",
	"Up to {1} characters": "Hyd at {1} nod",
	"Add another {1}": "Ychwanegu: {1}",
	"Who it is": "Pwy ydyw",
	Who: "Pwy",
	Name: "Enw",
	Post: "Swydd",
	"Someone else": "Rhywun arall",
	"Somebody else": "Rhywun arall",
	"Their name and role": "Eu henw a’u rôl",
	"Choose a person": "Dewiswch berson",
	"Choose from the directory": "Dewiswch o’r cyfeiriadur",
	"Type some letters of their name, then choose “Find”":
		"Teipiwch ychydig o lythrennau eu henw, yna dewiswch “Dod o hyd”",
	Find: "Dod o hyd",
	Check: "Gwirio",
	"{1} people to choose from.": "{1} o bobl i ddewis ohonynt.",
	"“{1}” finds nobody in the directory. Check the spelling, or choose “{2}”.":
		"Nid yw “{1}” yn dod o hyd i neb yn y cyfeiriadur. Gwiriwch y sillafu, neu dewiswch “{2}”.",
	"Yes, {1} is right": "Ydy, mae {1} yn gywir",
	"Date of birth{1}": "Dyddiad geni{1}",
	"Date of birth, or expected date{1}": "Dyddiad geni, neu ddyddiad disgwyliedig{1}",
	"Identifier, such as an NHS number (optional)": "Dynodydd, fel rhif GIG (dewisol)",
	"Age in years, if the date of birth is not known (optional)":
		"Oedran mewn blynyddoedd, os nad yw’r dyddiad geni’n hysbys (dewisol)",
	"About how old they are, such as 7. Enter 0 for under 1 year.":
		"Tua faint yw eu hoed, fel 7. Rhowch 0 am dan 1 oed.",
	"By whom": "Gan bwy",
	"By when": "Erbyn pryd",
	"What will be done": "Beth fydd yn cael ei wneud",
	"What to do: {1}": "Beth i’w wneud: {1}",
	By: "Gan",
	"There as": "Yno fel",
	"There as, such as a role (optional)": "Yno fel, er enghraifft rôl (dewisol)",
	"Interest they declared": "Buddiant a ddatganwyd ganddynt",
	"Leave empty if they declared none.": "Gadewch yn wag os na ddatganwyd un.",
	"Ring first. What you entered is kept, and goes on when you continue.":
		"Ffoniwch yn gyntaf. Cedwir yr hyn a roesoch, ac mae’n mynd ymlaen pan fyddwch yn parhau.",
	"Telephone number": "Rhif ffôn",
	"Person or office": "Person neu swyddfa",

	// What is wrong with an answer
	"Check your answers.": "Gwiriwch eich atebion.",
	"Enter an answer to “{1}”": "Rhowch ateb i “{1}”",
	"Enter the date for “{1}”": "Rhowch y dyddiad ar gyfer “{1}”",
	"Enter the day and the time for “{1}”": "Rhowch y diwrnod a’r amser ar gyfer “{1}”",
	"Enter the time for “{1}”": "Rhowch yr amser ar gyfer “{1}”",
	"Enter a number for “{1}”": "Rhowch rif ar gyfer “{1}”",
	"Select one or more for “{1}”": "Dewiswch un neu fwy ar gyfer “{1}”",
	"Select somebody for “{1}”": "Dewiswch rywun ar gyfer “{1}”",
	"Select an agency for “{1}”": "Dewiswch asiantaeth ar gyfer “{1}”",
	"Add an agency for “{1}”": "Ychwanegwch asiantaeth ar gyfer “{1}”",
	"Add one or more for “{1}”": "Ychwanegwch un neu fwy ar gyfer “{1}”",
	"Fill in a row for “{1}”": "Llenwch res ar gyfer “{1}”",
	"Enter “{1}”": "Rhowch “{1}”",
	"Choose “{1}”": "Dewiswch “{1}”",
	"{1} ({2} {3})": "{1} ({2} {3})",
	"Shorten “{1}” to {2} characters or fewer": "Byrhewch “{1}” i {2} nod neu lai",
	"Enter a real date, such as 9 4 2026": "Rhowch ddyddiad go iawn, fel 9 4 2026",
	"Enter a real date and time": "Rhowch ddyddiad ac amser go iawn",
	"Enter a time, like 2:15pm or 14:15": "Rhowch amser, fel 2:15pm neu 14:15",
	"Enter a whole number, such as 3": "Rhowch rif cyfan, fel 3",
	"Select which agency": "Dewiswch pa asiantaeth",
	"Name 50 agencies or fewer": "Enwch 50 asiantaeth neu lai",
	"Name 20 children or fewer": "Enwch 20 plentyn neu lai",
	"Name 20 people or fewer": "Enwch 20 person neu lai",
	"Name 30 people or fewer": "Enwch 30 person neu lai",
	"List 50 actions or fewer": "Rhestrwch 50 cam gweithredu neu lai",
	"Fill in {1} rows or more": "Llenwch {1} rhes neu fwy",
	"Fill in 1 row only": "Llenwch 1 rhes yn unig",
	"Fill in {1} rows or fewer": "Llenwch {1} rhes neu lai",
	"Enter who it is": "Rhowch pwy ydyw",
	"Enter what will be done": "Rhowch beth fydd yn cael ei wneud",
	"Enter who will do it": "Rhowch pwy fydd yn ei wneud",
	"Enter the day by which it will be done": "Rhowch y diwrnod y bydd wedi’i wneud erbyn",
	"Enter their name": "Rhowch eu henw",
	"Enter an age in whole years, such as 7": "Rhowch oedran mewn blynyddoedd cyfan, fel 7",
	"Enter the expected date, or say that it is not known, not both":
		"Rhowch y dyddiad disgwyliedig, neu dywedwch nad yw’n hysbys, nid y ddau",
	"Enter the date of birth, or say that it is not known, not both":
		"Rhowch y dyddiad geni, neu dywedwch nad yw’n hysbys, nid y ddau",
	"Leave the age empty for a child who is not born yet":
		"Gadewch yr oedran yn wag ar gyfer plentyn sydd heb ei eni eto",
	"Leave the age empty where you enter the date of birth":
		"Gadewch yr oedran yn wag lle rydych yn rhoi’r dyddiad geni",
	"Enter the child’s date of birth, or their age, or say that it is not known":
		"Rhowch ddyddiad geni’r plentyn, neu ei oedran, neu dywedwch nad yw’n hysbys",
	"Enter their date of birth, or their age, or say that it is not known":
		"Rhowch eu dyddiad geni, neu eu hoedran, neu dywedwch nad yw’n hysbys",
	"“{1}” must be {2}, when it was entered, or a later day":
		"“{1}”: rhaid i hwn fod yn {2}, pan gafodd ei roi, neu’n ddiwrnod diweddarach",
	"“{1}” must be today or a later day": "“{1}”: rhaid i hwn fod heddiw neu’n ddiwrnod diweddarach",
	"“{1}” must be {2}, when it was entered, or earlier":
		"“{1}”: rhaid i hwn fod yn {2}, pan gafodd ei roi, neu’n gynharach",
	"“{1}” must be now or earlier": "“{1}”: rhaid i hwn fod nawr neu’n gynharach",

	// What is asked to be confirmed
	"Check {1}: {2} is before {3}": "Gwiriwch {1}: mae {2} cyn {3}",
	"Check {1}: {2} is after {3}": "Gwiriwch {1}: mae {2} ar ôl {3}",
	"Check {1}: {2} is not a working day": "Gwiriwch {1}: nid yw {2} yn ddiwrnod gwaith",
	"Check {1}: {2} is {3}, not a working day": "Gwiriwch {1}: nid yw {2} yn ddiwrnod gwaith ({3})",
	"Check the NHS number: the last number of {1} does not fit the others, so one may be wrong":
		"Gwiriwch y rhif GIG: nid yw rhif olaf {1} yn cyd-fynd â’r lleill, felly gall un fod yn anghywir",
	"the expected date": "y dyddiad disgwyliedig",
	"the date of birth": "y dyddiad geni",
	"by when": "erbyn pryd",
	"{1}, {2} before now{3}": "{1}, {2} cyn nawr{3}",
	"{1}, {2} from now{3}": "{1}, {2} o nawr{3}",
	"{1}, {2} before today{3}": "{1}, {2} cyn heddiw{3}",
	"{1}, {2} from today{3}": "{1}, {2} o heddiw{3}",
	"{1}, when it was raised": "{1}, pan gafodd ei godi",
	", with {1} not counted": ", heb gyfrif {1}",
	"{1}, {2}": "{1}, {2}",
	"{1}.": "{1}.",

	// An answer
	"{1} ({2}, by {3})": "{1} ({2}, erbyn {3})",
	"{1}, as {2}": "{1}, fel {2}",
	"{1}; declared an interest: {2}": "{1}; datganodd fuddiant: {2}",
	"Date of birth": "Dyddiad geni",
	"born {1}": "ganwyd {1}",
	"date of birth not known": "dyddiad geni ddim yn hysbys",
	unborn: "heb ei eni",
	"unborn, expected {1}": "heb ei eni, disgwylir {1}",
	"unborn, expected date not known": "heb ei eni, dyddiad disgwyliedig ddim yn hysbys",
	"under 1 year old": "o dan 1 oed",
	"about 1 year old": "tua 1 oed",
	"about {1} years old": "tua {1} oed",
	"not known": "ddim yn hysbys",
	"With: {1}": "Gyda: {1}",
	"Next: {1}.": "Nesaf: {1}.",

	// Days on which nobody works, as GOV.UK calls them in Welsh
	Saturday: "Dydd Sadwrn",
	Sunday: "Dydd Sul",
	"New Year's Day": "Dydd Calan",
	"Good Friday": "Dydd Gwener y Groglith",
	"Easter Monday": "Dydd Llun y Pasg",
	"Early May bank holiday": "Gŵyl banc dechrau Mai",
	"Spring bank holiday": "Gŵyl banc y gwanwyn",
	"Summer bank holiday": "Gŵyl banc yr haf",
	"Christmas Day": "Dydd Nadolig",
	"Boxing Day": "Gŵyl San Steffan",
};
