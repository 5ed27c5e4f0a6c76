import type { Entries } from "./entry.ts";

/** What happened in a difference, whose turn it is and by when: as the rules tell it (domain/difference/told). */
export const told: Entries = {
	// Who
	"a {1} of {2}": "{1} yn {2}",
	"an {1} of {2}": "{1} yn {2}",
	"somebody who is not in the directory": "rhywun nad yw yn y cyfeiriadur",
	"{1}, through “{2}”,": "{1}, drwy “{2}”,",
	it: "hyn",

	// What is asked, and where it leads
	"it is closed as “{1}”": "caiff ei gau fel “{1}”",
	"it goes to {1}": "mae’n mynd i {1}",
	"it is still to be done": "mae i’w wneud o hyd",
	"{1} may {2}": "caiff {1} wneud hyn: {2}",
	"{1} is asked to {2}": "gofynnir i {1} wneud hyn: {2}",
	"see to “{1}”": "gofalu am “{1}”",
	"put “{1}” on the {2}’s record": "rhoi “{1}” ar y cofnod ({2})",
	"{1} is due by {2}": "{1}: i’w wneud erbyn {2}",
	"The target for {1} is {2}": "Y targed ar gyfer {1} yw {2}",
	"There is time for {1} until {2}": "Mae amser ar gyfer {1} hyd {2}",

	// The record
	"{1} entered what came on paper or by mail, received {2}: {3}":
		"Rhoddodd {1} i mewn yr hyn a ddaeth ar bapur neu drwy’r post, a dderbyniwyd {2}: {3}",
	"{1} raised it": "{1}: cododd hyn",
	"{1} raised it with {2}": "{1}: cododd hyn gyda {2}",
	"{1} entered that it was raised {2}": "{1}: rhoddodd i mewn iddo gael ei godi {2}",
	"{1} entered that it was raised with {2} {3}":
		"{1}: rhoddodd i mewn iddo gael ei godi gyda {2} {3}",
	"{1} rang {2} at {3}": "{1}: ffoniodd {2} am {3}",
	"{1} named {2} as an agency that is involved": "{1}: enwodd {2} fel asiantaeth sy’n gysylltiedig",
	"{1} said that the {2} is safe now": "{1}: dywedodd fod y {2} yn ddiogel nawr",
	"{1} said that the {2} is not safe now": "{1}: dywedodd nad yw’r {2} yn ddiogel nawr",
	"It went to {1}": "Aeth i {1}",
	"It went to {1}, without {2}": "Aeth i {1}, heb {2}",
	"It went on to {1}": "Aeth ymlaen i {1}",
	"{1} may now {2}": "Caiff {1} wneud hyn nawr: {2}",
	"It is now for {1} to {2}": "Mater i {1} yw hyn nawr: {2}",
	"From {1} {2}": "o {1}, {2}",
	"{1} was done": "Gwnaed {1}",
	"{1} is no longer needed": "Nid oes angen {1} mwyach",
	"{1} chose {2}": "{1}: dewisodd {2}",
	"{1} chose “{2}”": "{1}: dewisodd “{2}”",
	"{1} began it under the other protocol": "{1}: dechreuodd ef o dan y protocol arall",
	"It was copied to {1}": "Anfonwyd copi at {1}",
	"{1} copied it to {2}": "{1}: anfonodd gopi at {2}",
	"{1} was done {2}": "Gwnaed {1} {2}",
	late: "yn hwyr",
	"in time": "mewn pryd",
	"after its target": "ar ôl ei darged",
	"by its target": "erbyn ei darged",
	"in the time that there was for it": "yn yr amser a oedd ar ei gyfer",
	"The time for {1} ran out": "Daeth yr amser ar gyfer {1} i ben",
	"The target for {1} has passed": "Mae’r targed ar gyfer {1} wedi mynd heibio",
	"The time that there was for {1} is over": "Mae’r amser a oedd ar gyfer {1} ar ben",
	"{1} has no due date any more": "Nid oes dyddiad ar gyfer {1} mwyach",
	"{1} let the time for {2} stand still": "{1}: ataliodd yr amser ar gyfer {2}",
	"{1}: {2}, and was {3}": "{1}: {2}; {3} oedd y dyddiad o’r blaen",
	"{1} gave {2} more time": "{1}: rhoddodd fwy o amser ar gyfer {2}",
	"{1} asked for {2} sooner": "{1}: gofynnodd am {2} yn gynt",
	"{1} let the time for {2} run on": "{1}: gadawodd i’r amser ar gyfer {2} redeg ymlaen",
	"What was put right changed the time for {1}":
		"Newidiodd yr hyn a gywirwyd yr amser ar gyfer {1}",
	"What was answered changed the time for {1}": "Newidiodd yr hyn a atebwyd yr amser ar gyfer {1}",
	"The new version of the protocol changed the time for {1}":
		"Newidiodd fersiwn newydd y protocol yr amser ar gyfer {1}",
	"A change of the calendar moved {1}": "Symudodd newid yn y calendr {1}",
	"The date for {1} stays: somebody had set it, with a reason":
		"Mae’r dyddiad ar gyfer {1} yn aros: roedd rhywun wedi’i osod, gyda rheswm",
	"{1} had been done {2}, and that stays as it was recorded. By what was put right, it was too":
		"Gwnaed {1} {2}, ac mae hynny’n aros fel y’i cofnodwyd. Yn ôl yr hyn a gywirwyd, felly yr oedd hefyd",
	"{1} had been done {2}, and that stays as it was recorded. By what was put right, it was done {3}":
		"Gwnaed {1} {2}, ac mae hynny’n aros fel y’i cofnodwyd. Yn ôl yr hyn a gywirwyd, fe’i gwnaed {3}",
	"{1} moved it to another version of the protocol":
		"{1}: symudodd ef i fersiwn arall o’r protocol",
	"{1} noted that {2} is on the {3}’s record at {4}":
		"{1}: nododd fod {2} ar y cofnod ({3}) yn {4}",
	"{1} asked {2} a question": "{1}: gofynnodd gwestiwn i {2}",
	"{1} answered the question": "{1}: atebodd y cwestiwn",
	"{1} said that what was entered for them is not theirs":
		"{1}: dywedodd nad eu heiddo hwy yw’r hyn a roddwyd i mewn drostynt",
	"{1} gave {2} to {3}": "{1}: rhoddodd {2} i {3}",
	"{1} added a note": "{1}: ychwanegodd nodyn",
	"{1} put right the answer to {2}": "{1}: cywirodd yr ateb i {2}",
	"{1} does this no more. What was theirs is now for {2}":
		"Nid yw {1} yn gwneud hyn mwyach. Mater i {2} yw’r hyn a oedd ganddynt nawr",
	"{1} was for {2}, and is now for {3}": "Mater i {2} oedd {1}, a mater i {3} ydyw nawr",
	"whoever answers in their role": "pwy bynnag sy’n ateb yn eu rôl",
	"whoever answers in that role": "pwy bynnag sy’n ateb yn y rôl honno",
	"{1} had vouched for {2}, who raised it by a link":
		"{1}: roedd wedi gwarantu {2}, a’i cododd drwy ddolen",
	"{1} vouched for {2}, who answers by a link for {3}":
		"{1}: gwarantodd {2}, sy’n ateb drwy ddolen ar gyfer {3}",
	"{1} took back the link of {2}": "{1}: tynnodd ddolen {2} yn ôl",
	"The link of {1} is used up: what they were asked is done":
		"Mae dolen {1} wedi’i defnyddio: mae’r hyn a ofynnwyd wedi’i wneud",
	"The link of {1} has expired": "Mae dolen {1} wedi dod i ben",
	"{1} asked for more time for {2}": "{1}: gofynnodd am fwy o amser ar gyfer {2}",
	"{1} gave no more time for {2}": "{1}: ni roddodd fwy o amser ar gyfer {2}",
	"{1} recalled it from {2}, to which it had gone by mistake. This is a data breach":
		"{1}: galwodd ef yn ôl oddi wrth {2}, yr aeth ati drwy gamgymeriad. Mae hyn yn achos o dorri data",
	"{1} put right which agency it is with: {2}, and not {3}, which had heard nothing of it":
		"{1}: cywirodd gyda pha asiantaeth y mae: {2}, ac nid {3}, nad oedd wedi clywed dim amdano",
	"It goes to {1} from now on. Until now it went to {2}: what stands above of {3} is about {4}":
		"Mae’n mynd i {1} o hyn ymlaen. Tan nawr roedd yn mynd i {2}: mae’r hyn sydd uchod am {3} yn ymwneud â {4}",
	"{1} declared a conflict of interest: from now on others are asked instead":
		"{1}: datganodd wrthdaro buddiannau: o hyn ymlaen gofynnir i eraill yn lle hynny",
	"{1} recorded that {2} has a conflict of interest: from now on others are asked instead":
		"{1}: cofnododd fod gan {2} wrthdaro buddiannau: o hyn ymlaen gofynnir i eraill yn lle hynny",
	"{1} declared that there is no conflict of interest any more":
		"{1}: datganodd nad oes gwrthdaro buddiannau mwyach",
	"{1} recorded that {2} has no conflict of interest any more":
		"{1}: cofnododd nad oes gan {2} wrthdaro buddiannau mwyach",
	"{1} sealed it: only {2} may know of it": "{1}: seliodd ef: dim ond {2} a gaiff wybod amdano",
	"{1} took the seal off: whoever could know of it before it was sealed may again":
		"{1}: tynnodd y sêl: caiff pwy bynnag a allai wybod amdano cyn iddo gael ei selio wneud hynny eto",
	"{1} opened it although it is sealed, until {2}":
		"{1}: agorodd ef er ei fod wedi’i selio, hyd {2}",
	"{1} sent a reminder of {2}": "{1}: anfonodd nodyn atgoffa am {2}",
	"It ended: {1}": "Daeth i ben: {1}",
	"{1} told {2} who and what it is about": "{1}: dywedodd wrth {2} am bwy ac am beth y mae",
	"{1} told {2} who and what it is about, and sent {3}":
		"{1}: dywedodd wrth {2} am bwy ac am beth y mae, ac anfonodd {3}",
	"{1} sent {2} {3}": "{1}: anfonodd hyn at {2}: {3}",
	"{1} told {2}: {3}": "{1}: dywedodd wrth {2}: {3}",
	"{1} told {2}": "{1}: dywedodd wrth {2}",

	// What somebody did in a step
	"{1} recorded “{2}”: “{3}”": "{1}: cofnododd “{2}”: “{3}”",
	"{1} completed “{2}”": "{1}: cwblhaodd “{2}”",
	"{1} asked for “{2}” to be changed": "{1}: gofynnodd am newid “{2}”",
	"{1} signed off “{2}”": "{1}: cymeradwyodd “{2}”",
	"{1} sent it on": "{1}: anfonodd ef ymlaen",
	"{1} sent it on to {2}": "{1}: anfonodd ef ymlaen at {2}",
	"{1} sent it on, meant for {2}, who is not in the directory: it is shown to {3}":
		"{1}: anfonodd ef ymlaen, wedi’i fwriadu ar gyfer {2}, nad yw yn y cyfeiriadur: fe’i dangosir i {3}",
	"{1} replied": "{1}: atebodd",
	"{1} said {2}": "{1}: dywedodd {2}",
	"{1} recorded the decision": "{1}: cofnododd y penderfyniad",
	"{1} recorded a follow-up": "{1}: cofnododd gam dilynol",
	"{1} recorded what came back from the {2}": "{1}: cofnododd yr hyn a ddaeth yn ôl ({2})",
	referral: "atgyfeiriad",
	"{1} recorded the meeting: “{2}”": "{1}: cofnododd y cyfarfod: “{2}”",
	"{1} sent “{2}”": "{1}: anfonodd “{2}”",

	// From when time is counted
	"{1}{2}, at {3}": "{1}{2}, am {3}",
	"It started": "Dechreuodd",
	"“{1}” was asked for": "Gofynnwyd am “{1}”",
	"“{1}” was done": "Gwnaed “{1}”",
	"{1} began": "Dechreuodd {1}",
	"It was raised": "Fe’i codwyd",
	"The time that was given: “{1}”": "Yr amser a roddwyd: “{1}”",
	"“{1}” was chosen": "Dewiswyd “{1}”",
	"It ended": "Daeth i ben",

	// To whoever did it
	"You raised it": "Rydych wedi’i godi",
	"The date stays as it is unless {1} gives more time.":
		"Mae’r dyddiad yn aros fel y mae oni bai bod mwy o amser yn cael ei roi ({1}).",
	"{1} have been told.": "{1}: wedi cael gwybod.",
	"{1} has been told.": "{1}: wedi cael gwybod.",
	"{1} has not been told.": "{1}: heb gael gwybod.",
	"It is closed as “{1}”.": "Mae wedi’i gau fel “{1}”.",
	"It is still your turn to {1}.": "Eich tro chi yw hi o hyd: {1}.",
	"Now it is your turn to {1}.": "Eich tro chi yw hi nawr: {1}.",
	"{1} may still {2}.": "Caiff {1} wneud hyn o hyd: {2}.",
	"{1} is still asked to {2}.": "Gofynnir o hyd i {1} wneud hyn: {2}.",
	"Now {1} may {2}.": "Nawr caiff {1} wneud hyn: {2}.",
	"Now {1} is asked to {2}.": "Nawr gofynnir i {1} wneud hyn: {2}.",

	// Why a date is what it is
	"{1} after {2}.": "{1} ar ôl {2}.",
	"{1} before {2}.": "{1} cyn {2}.",
	"{1} after {2}, or the next working day if that is not a working day.":
		"{1} ar ôl {2}, neu’r diwrnod gwaith nesaf os nad yw hwnnw’n ddiwrnod gwaith.",
	"{1} before {2}, or the last working day before if that is not a working day.":
		"{1} cyn {2}, neu’r diwrnod gwaith olaf cyn hynny os nad yw hwnnw’n ddiwrnod gwaith.",
	"{1} after {2}, counting nights, weekends and bank holidays.":
		"{1} ar ôl {2}, gan gyfrif nosweithiau, penwythnosau a gwyliau banc.",
	"{1} before {2}, counting nights, weekends and bank holidays.":
		"{1} cyn {2}, gan gyfrif nosweithiau, penwythnosau a gwyliau banc.",
	"At once, from {1}; late when that day has ended.":
		"Ar unwaith, o {1}; yn hwyr pan fydd y diwrnod hwnnw wedi dod i ben.",
	"On {1} itself.": "Ar {1} ei hun.",
	"{1} is not a working day, so it counts as {2}.":
		"Nid yw {1} yn ddiwrnod gwaith, felly mae’n cyfrif fel {2}.",
	"It started at or after {1}, so it counts as {2}.":
		"Dechreuodd am {1} neu’n hwyrach, felly mae’n cyfrif fel {2}.",
	"Due by the end of that day.": "I’w wneud erbyn diwedd y diwrnod hwnnw.",
	"Due by {1} on that day.": "I’w wneud erbyn {1} ar y diwrnod hwnnw.",
	"The due time, {1}, had already passed, so it is due at once.":
		"Roedd yr amser, {1}, wedi mynd heibio’n barod, felly mae i’w wneud ar unwaith.",
	"This may change: bank holidays are known from {1} to {2}; outside those dates only the regular ones are assumed.":
		"Gall hyn newid: mae gwyliau banc yn hysbys o {1} hyd {2}; y tu allan i’r dyddiadau hynny dim ond y rhai rheolaidd a dybir.",
	"The day that was agreed: {1}.": "Y diwrnod y cytunwyd arno: {1}.",
	"The last day by which an action is to be done: {1}.":
		"Y diwrnod olaf y mae cam gweithredu i’w wneud erbyn: {1}.",
	"It stood still from {1} to {2}, and that time was added.":
		"Safodd yn stond o {1} hyd {2}, ac ychwanegwyd yr amser hwnnw.",
	"with a target of {1}": "gyda tharged o {1}",
	"{1} may {2}.": "Caiff {1} wneud hyn: {2}.",
	"{1}, {2}.": "{1}, {2}.",

	// What happened in a stage, to begin an answer with
	"No discussion is recorded at {1}.": "Ni chofnodwyd trafodaeth: {1}.",
	"{1} was left out.": "Gadawyd allan: {1}.",
	"{1} turned to {2}: “{3}”.": "Trodd {1} at {2}: “{3}”.",

	// What is not put right beside itself
	"Say whether the {1} is safe as it is now. Each time that somebody says so is kept with its own date.":
		"Dywedwch a oes diogelwch nawr ({1}). Cedwir pob tro y mae rhywun yn dweud hynny gyda’i ddyddiad ei hun.",
	"What came next went by this answer, so it stays. Add a note that says what is right, and ask whoever has the next step to go by that.":
		"Dilynodd yr hyn a ddaeth nesaf yr ateb hwn, felly mae’n aros. Ychwanegwch nodyn sy’n dweud beth sy’n gywir, a gofynnwch i bwy bynnag sydd â’r cam nesaf fynd wrth hynny.",
	"Time limits are counted from it, so it stays. Add a note that says what is right. Whoever is held to a time limit can ask for more time.":
		"Cyfrifir terfynau amser ohono, felly mae’n aros. Ychwanegwch nodyn sy’n dweud beth sy’n gywir. Gall pwy bynnag sydd â therfyn amser ofyn am fwy o amser.",
	"Whoever it names is asked to {1}. Pass that on to the right person.":
		"Gofynnir i bwy bynnag y mae’n ei enwi wneud hyn: {1}. Pasiwch hynny ymlaen at y person cywir.",
	"{1} has heard of it already. Recall it from there first, then choose the right agency here.":
		"Mae {1} wedi clywed amdano eisoes. Galwch ef yn ôl oddi yno’n gyntaf, yna dewiswch yr asiantaeth gywir yma.",
	"no later than {1}": "erbyn {1}",
	"if {1}": "os {1}",
	"“{1}” ({2})": "“{1}” ({2})",

	// What a receipt is for
	"A notice": "Hysbysiad",
	"That it was begun under the other protocol": "Ei fod wedi’i gychwyn o dan y protocol arall",
	"That the time for {1} stands still": "Bod yr amser wedi’i atal ar gyfer {1}",
	"Another date for {1}": "Dyddiad arall ar gyfer {1}",
	"That it goes on under another version of the protocol":
		"Ei fod yn mynd ymlaen o dan fersiwn arall o’r protocol",
	"That {1} is on the {2}’s record": "Bod hyn ar y cofnod ({2}): {1}",
	"An urgent call": "Galwad frys",
	"Whether the {1} is safe": "A yw’r {1} yn ddiogel",
	"A note": "Nodyn",
	"A correction of {1}": "Cywiriad: {1}",
	"A question": "Cwestiwn",
	"The answer to a question": "Yr ateb i gwestiwn",
	"That what was entered from paper is not theirs":
		"Nad eu heiddo hwy yw’r hyn a gofnodwyd o bapur",
	"Who is to do {1}": "Pwy sydd i wneud: {1}",
	"A request for more time for {1}": "Cais am fwy o amser ar gyfer {1}",
	"No more time for {1}": "Dim mwy o amser ar gyfer {1}",
	"A recall": "Galw’n ôl",
	"Another agency than it was raised with": "Asiantaeth wahanol i’r un y’i codwyd gyda hi",
	"A conflict of interest": "Gwrthdaro buddiannau",
	"That there is no conflict of interest any more": "Nad oes gwrthdaro buddiannau mwyach",
	"That it is sealed": "Ei fod wedi’i selio",
	"That it is not sealed any more": "Nad yw wedi’i selio mwyach",
	"That it was opened in an emergency": "Ei fod wedi’i agor mewn argyfwng",
	"A reminder of {1}": "Nodyn atgoffa: {1}",
	"What is told when time runs out": "Yr hyn a ddywedir pan ddaw’r amser i ben",
};
