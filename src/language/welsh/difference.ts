import type { Entries } from "./entry.ts";

/** The list of differences, and the page of one. */
export const difference: Entries = {
	// The list
	"No {1} found": "Dim canlyniadau ({1})",
	"You see those of your agency that you may know of. {1}":
		"Rydych yn gweld y rhai o’ch asiantaeth y cewch wybod amdanynt. {1}",
	"Show all of them": "Dangos pob un",
	Reference: "Cyfeirnod",
	"Raised by": "Codwyd gan",
	With: "Gyda",
	About: "Ynghylch",
	"Where it stands": "Ble mae arni",
	"Enter more of the name to see fewer.": "Rhowch fwy o’r enw i weld llai.",
	"The first letters of their name, three or more; their date of birth; or a number of theirs, such as an NHS number":
		"Llythrennau cyntaf eu henw, tair neu fwy; eu dyddiad geni; neu rif sydd ganddynt, fel rhif GIG",
	"All or part of it": "Y cyfan neu ran ohono",
	"Find {1}": "Dod o hyd i: {1}",
	"Find the {1}": "Dod o hyd i’r {1}",
	"Search by more": "Chwilio yn ôl mwy",
	Agency: "Asiantaeth",
	Stage: "Cam",
	"What it is about": "Beth yw’r mater",
	"Open or ended": "Ar agor neu wedi dod i ben",
	"Due from": "I’w wneud o",
	"Due up to": "I’w wneud hyd at",
	"Overdue only": "Rhai hwyr yn unig",
	Order: "Trefn",
	Search: "Chwilio",

	// Its head and what happens next
	"Your turn: {1}": "Eich tro chi: {1}",
	"The turn of {1}. You may do it too.": "Tro {1}. Cewch chi ei wneud hefyd.",
	"Waiting for {1}": "Yn aros am {1}",
	"What happens next": "Beth sy’n digwydd nesaf",
	"It went on to {1}. Your managers deal with it, and what happens there is for them to read.":
		"Aeth ymlaen i {1}. Eich rheolwyr sy’n delio ag ef, a nhw sydd i ddarllen yr hyn sy’n digwydd yno.",
	"You will get a message when it is your turn, and when it ends.":
		"Byddwch yn cael neges pan fydd yn dro i chi, a phan ddaw i ben.",
	"Asked for later, with a message when it is time:":
		"Gofynnir yn ddiweddarach, gyda neges pan ddaw’r amser:",
	"From {1}, {2}": "O {1}, {2}",
	Alongside: "Ochr yn ochr",
	"Time limits": "Terfynau amser",
	"{1}. {2} sees to it.": "{1}. {2} sy’n gofalu am hynny.",
	"For all of {1}": "Ar gyfer {1} i gyd",
	"After that, {1}.": "Ar ôl hynny, {1}.",
	"After that:": "Ar ôl hynny:",
	"You can also": "Gallwch hefyd",
	"You can instead": "Gallwch yn lle hynny",
	"Move it to version {1} of the protocol": "Ei symud i fersiwn {1} o’r protocol",
	"No time limit.": "Dim terfyn amser.",
	"The time for “{1}” stands still since {2}. It was due by {3}.":
		"Mae’r amser ar gyfer “{1}” wedi’i atal ers {2}. Roedd i’w wneud erbyn {3}.",
	"Stands still": "Wedi’i atal",

	// Who
	"Who acts, and who knows": "Pwy sy’n gweithredu, a phwy sy’n gwybod",
	"Wrong person? Pass on “{1}”": "Person anghywir? Pasiwch “{1}” ymlaen",
	"No account? Let somebody answer “{1}” by a link":
		"Dim cyfrif? Gadewch i rywun ateb “{1}” drwy ddolen",
	"Not for you? Pass “{1}” to a colleague who has no account":
		"Ddim i chi? Pasiwch “{1}” i gydweithiwr heb gyfrif",
	"No conflict any more: {1}": "Dim gwrthdaro mwyach: {1}",
	"Involved, and told on {1}.": "Yn gysylltiedig, a dywedwyd wrthynt ar {1}.",
	"Take back the link{1}": "Tynnu’r ddolen yn ôl{1}",
	"Send an email{1}": "Anfon e-bost{1}",
	"How this works, and whom to ask": "Sut mae hyn yn gweithio, a phwy i’w holi",
	"Taken by": "Cymerwyd gan",
	"Back to the desk": "Yn ôl i’r ddesg",

	// The record
	"The record": "Y cofnod",
	"The newest {1} of {2}. {3}, also to print it.":
		"Y {1} diweddaraf o {2}. {3}, hefyd i’w argraffu.",
	"Show the whole record": "Dangos y cofnod cyfan",
	"All {1}, the newest first. {2}": "Pob un o’r {1}, y diweddaraf yn gyntaf. {2}",
	"Show the newest {1} only": "Dangos y {1} diweddaraf yn unig",
	"the whole record{1}": "y cofnod cyfan{1}",
	"What was entered": "Yr hyn a roddwyd",
	"{1} (what it was)": "{1} (beth ydoedd)",
	"Files sent with it:": "Ffeiliau a anfonwyd gydag ef:",
	"Files sent with this part": "Ffeiliau a anfonwyd gyda’r rhan hon",
	"Files sent with this letter": "Ffeiliau a anfonwyd gyda’r llythyr hwn",
	"What was decided": "Yr hyn a benderfynwyd",
	Decision: "Penderfyniad",
	"Your receipt": "Eich derbynneb",
	"Read the form, or keep it as a PDF": "Darllen y ffurflen, neu ei chadw fel PDF",
	"Read the form": "Darllen y ffurflen",
	"There is no form yet": "Nid oes ffurflen eto",
	"The form is used from {1} on. What is said before that is in the record.":
		"Defnyddir y ffurflen o {1} ymlaen. Mae’r hyn a ddywedir cyn hynny yn y cofnod.",
	"Download as a Word document": "Lawrlwytho fel dogfen Word",
	"Download as a PDF": "Lawrlwytho fel PDF",
	Letters: "Llythyrau",

	// On the child's record, safety
	"To put on the {1}’s record": "I’w roi ar y cofnod ({1})",
	"On the {1}’s record": "Ar y cofnod ({1})",
	"Text to copy": "Testun i’w gopïo",
	"It is on the {1}’s record{2}": "Mae ar y cofnod ({1}){2}",
	"Concord is not the {1}’s record. Copy this into your own system, then say that it is there: until then Concord reminds whoever did it.":
		"Nid Concord yw’r cofnod ({1}). Copïwch hyn i’ch system eich hun, yna dywedwch ei fod yno: tan hynny mae Concord yn atgoffa pwy bynnag a’i gwnaeth.",
	"Concord is not the {1}’s record. This is the text of what belongs there, and who says that it is.":
		"Nid Concord yw’r cofnod ({1}). Dyma destun yr hyn sy’n perthyn yno, a phwy sy’n dweud ei fod yno.",
	"Say whether the {1} is safe now": "Dweud a yw’r {1} yn ddiogel nawr",
	"Say if the {1} is not safe now": "Dweud os nad yw’r {1} yn ddiogel nawr",
	"The {1} is not safe now.": "Nid yw’r {1} yn ddiogel nawr.",
	"Is the {1} safe now?": "A yw’r {1} yn ddiogel nawr?",
	"Select whether the {1} is safe now": "Dewiswch a yw’r {1} yn ddiogel nawr",
	"Ring first. Nothing here waits for you.": "Ffoniwch yn gyntaf. Nid oes dim yma’n aros amdanoch.",
	"Everybody who knows of it reads your answer. If you say no, they are told at once, and whoever must act is reminded every working day.":
		"Mae pawb sy’n gwybod amdano yn darllen eich ateb. Os dywedwch na, dywedir wrthynt ar unwaith, a chaiff pwy bynnag sy’n gorfod gweithredu ei atgoffa bob diwrnod gwaith.",
	"Say so": "Dweud hynny",

	// Conflict, seal, end
	"I have no conflict any more": "Nid oes gennyf wrthdaro mwyach",
	"Somebody else said so, so you cannot take it back yourself.":
		"Rhywun arall a ddywedodd hynny, felly ni allwch ei dynnu’n ôl eich hun.",
	"You have a conflict of interest in this, so others do what would be yours. You are not asked or reminded.":
		"Mae gennych wrthdaro buddiannau yn hyn, felly mae eraill yn gwneud yr hyn a fyddai’n eiddo i chi. Ni ofynnir i chi ac ni chewch eich atgoffa.",
	"This challenges a decision of yours, so others sign off, judge and decide what would be yours.":
		"Mae hyn yn herio penderfyniad o’ch eiddo, felly eraill sy’n cymeradwyo, yn barnu ac yn penderfynu’r hyn a fyddai’n eiddo i chi.",
	"This is sealed. Only {1} may know of it: do not speak of it to others.":
		"Mae hyn wedi’i selio. Dim ond {1} a gaiff wybod amdano: peidiwch â siarad amdano ag eraill.",
	"This is sealed. You opened it in an emergency and can read it until {1}. Everything that you open is noted.":
		"Mae hyn wedi’i selio. Fe’i hagoroch mewn argyfwng a gallwch ei ddarllen hyd {1}. Nodir popeth a agorwch.",
	"{1} opened this in an emergency and can read it until {2}.":
		"Agorodd {1} hyn mewn argyfwng a gall ei ddarllen hyd {2}.",
	"{1} or {2}": "{1} neu {2}",
	"Change who may know of it": "Newid pwy a gaiff wybod amdano",
	"take the seal off": "tynnu’r sêl",
	"{1} was disposed of": "Gwaredwyd {1}",
	"{1} was disposed of on {2}, under the partnership’s retention schedule. Nothing of it can be brought back.":
		"Gwaredwyd {1} ar {2}, o dan amserlen gadw’r bartneriaeth. Ni ellir dod â dim ohono yn ôl.",
	"What your agency put on the child’s own record is not part of Concord and was not touched. The Business Unit has the certificate.":
		"Nid yw’r hyn a roddodd eich asiantaeth ar gofnod y plentyn ei hun yn rhan o Concord ac ni chyffyrddwyd ag ef. Yr Uned Fusnes sydd â’r dystysgrif.",
	"It continues {1}.": "Mae’n parhau {1}.",
	"It goes on as {1}.": "Mae’n mynd ymlaen fel {1}.",
	"It is on hold: nothing of it is disposed of until the data protection officer lifts that.":
		"Mae wedi’i ddal: ni waredir dim ohono nes i’r swyddog diogelu data godi hynny.",
	"How did it go for you?": "Sut aeth hi i chi?",
	"{1}, in less than a minute. Nobody can see who answered what.":
		"{1}, mewn llai na munud. Ni all neb weld pwy a atebodd beth.",
	"Answer four questions": "Ateb pedwar cwestiwn",

	// Questions, more time
	"To be answered": "I’w ateb",
	"{1} asked a question on {2}. {3}": "Gofynnodd {1} gwestiwn ar {2}. {3}",
	"Read and answer it": "Ei ddarllen a’i ateb",
	"{1} asked {2} a question on {3}. There is no answer yet.":
		"Gofynnodd {1} gwestiwn i {2} ar {3}. Nid oes ateb eto.",
	"{1} asked on {2} for more time for “{3}”. {4} or {5}":
		"Gofynnodd {1} ar {2} am fwy o amser ar gyfer “{3}”. {4} neu {5}",
	"Give more time": "Rhoi mwy o amser",
	"give more time": "rhowch fwy o amser",
	"say no": "dweud na",
	"{1} asked on {2} for more time for “{3}”. It stays due by {4} until somebody says yes.":
		"Gofynnodd {1} ar {2} am fwy o amser ar gyfer “{3}”. Mae’n dal i’w wneud erbyn {4} nes i rywun ddweud ie.",
	"Put something right": "Cywiro rhywbeth",
	"Add a note": "Ychwanegu nodyn",
	"Add the note": "Ychwanegu’r nodyn",
	"Ask a question": "Gofyn cwestiwn",
	"Whom do you ask?": "I bwy ydych chi’n gofyn?",
	"Select whom you ask": "Dewiswch i bwy rydych yn gofyn",
	Ask: "Gofyn",
	"Answer the question": "Ateb y cwestiwn",
	Answer: "Ateb",
	"Who may read it?": "Pwy a gaiff ei ddarllen?",
	"Ask for more time": "Gofyn am fwy o amser",
	"Ask for more time for “{1}”": "Gofyn am fwy o amser ar gyfer “{1}”",
	"Say no to more time": "Dweud na i fwy o amser",
	"Say no": "Dweud na",
	"It is due by {1}, and stays so until {2} changes it.":
		"Mae i’w wneud erbyn {1}, ac felly y bydd nes i {2} ei newid.",
	"Declare a conflict of interest": "Datgan gwrthdaro buddiannau",
	"Pass it on": "Ei basio ymlaen",
	"Pass it on: {1}": "Ei basio ymlaen: {1}",
	"Who gets it?": "Pwy sy’n ei gael?",
	"Select who gets it": "Dewiswch pwy sy’n ei gael",
	"Put it right": "Ei gywiro",
	"Put right: {1}": "Cywiro: {1}",
	"It says now: {1}": "Mae’n dweud nawr: {1}",
	"Which answer is wrong?": "Pa ateb sy’n anghywir?",
	"Put right in another way": "Cywiro mewn ffordd arall",
	"Take it back": "Ei dynnu’n ôl",
	"You cannot undo this.": "Ni allwch ddadwneud hyn.",
	Choose: "Dewis",
	"It will be due by {1}.": "Bydd i’w wneud erbyn {1}.",
	"Check the new date": "Gwirio’r dyddiad newydd",
	"It is due by": "Mae i’w wneud erbyn",
	"It will be due by": "Bydd i’w wneud erbyn",
	Reason: "Rheswm",
	"{1} gets a message with the new date.": "Mae {1} yn cael neges gyda’r dyddiad newydd.",
	"If you do this:": "Os gwnewch hyn:",

	// When a date was set, and when it was too late to raise
	"Extended, with a reason, from {1} to {2}. The first date was {3}:":
		"Ymestynnwyd, gyda rheswm, o {1} i {2}. Y dyddiad cyntaf oedd {3}:",
	"Brought forward, with a reason, from {1} to {2}. The first date was {3}:":
		"Dygwyd ymlaen, gyda rheswm, o {1} i {2}. Y dyddiad cyntaf oedd {3}:",
	"A sooner date was set, with a reason: {1}. Without it:":
		"Gosodwyd dyddiad cynharach, gyda rheswm: {1}. Hebddo:",
	"This had to be raised by {1}: {2} from {3}": "Roedd rhaid codi hyn erbyn {1}: {2} o {3}",
	"{1}, in its own words “{2}”.": "{1}, yn ei eiriau ei hun “{2}”.",
	"{1}, the latest day": "{1}, y diwrnod diweddaraf",
	"{1}, the earliest day": "{1}, y diwrnod cynharaf",
	"{1}, the later day": "{1}, y diwrnod diweddarach",
	"{1}, the earlier day": "{1}, y diwrnod cynharach",
	"By when “{1}” is due": "Erbyn pryd y mae “{1}” i’w wneud",
};
