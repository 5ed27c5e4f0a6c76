import type { Entries } from "./entry.ts";

/** What a form says is wrong, with what its fields are called in it. */
export const formFaults: Entries = {
	// What fields are called, before “must be …”
	"The day": "Y diwrnod",
	"The reason": "Y rheswm",
	"The act": "Y weithred",
	"What happens": "Beth sy’n digwydd",
	"First due date": "Y dyddiad cyntaf i’w wneud erbyn",
	"Last due date": "Y dyddiad olaf i’w wneud erbyn",
	"First day received": "Y diwrnod cyntaf y daeth i law",
	"Last day received": "Y diwrnod olaf y daeth i law",
	"The day on which it was received": "Y diwrnod y daeth i law",
	"Where it is published": "Ble y’i cyhoeddir",
	"What it is called": "Ei enw",
	"Why it is closed": "Pam y mae ar gau",
	"Why it should be undone": "Pam y dylid ei ddadwneud",
	"Why it is made": "Pam y’i gwneir",
	"What they should know": "Yr hyn y dylent ei wybod",
	"How you know": "Sut rydych yn gwybod",
	"Text at the head of pages": "Testun ar ben tudalennau",
	"Work email address": "Cyfeiriad e-bost gwaith",
	"Out of hours": "Y tu allan i oriau",
	"Partnership office": "Swyddfa’r bartneriaeth",
	Mobile: "Symudol",
	Messages: "Negeseuon",
	"At least": "O leiaf",

	// Any form
	"Year must include 4 numbers": "Rhaid i’r flwyddyn gynnwys 4 rhif",
	"Shorten this to 20,000 characters or fewer": "Byrhewch hwn i 20,000 nod neu lai",
	"Enter two letters or more": "Rhowch ddwy lythyren neu fwy",
	"Enter 200 characters or fewer": "Rhowch 200 nod neu lai",
	"Enter 400 characters or fewer": "Rhowch 400 nod neu lai",
	"Email address must be 320 characters or less":
		"Rhaid i’r cyfeiriad e-bost fod yn 320 nod neu lai",
	"Enter an email address in the correct format, like name@example.com":
		"Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
	"Enter an e-mail address in the correct format, like name@example.com":
		"Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
	"Enter an email address like name@agency.gov.uk":
		"Rhowch gyfeiriad e-bost fel enw@asiantaeth.gov.uk",
	"Enter a telephone number, like 01632 960001": "Rhowch rif ffôn, fel 01632 960001",
	"Enter a telephone number, like 01632 960 001": "Rhowch rif ffôn, fel 01632 960 001",
	"Enter a day such as 2026-09-01": "Rhowch ddiwrnod fel 2026-09-01",
	"Choose a file": "Dewiswch ffeil",
	"Select at least one": "Dewiswch o leiaf un",
	"Enter the new date": "Rhowch y dyddiad newydd",

	// A difference
	"Choose what it is": "Dewiswch beth ydyw",
	"Choose which agency sent it": "Dewiswch pa asiantaeth a’i hanfonodd",
	"Choose which agency they disagree with": "Dewiswch â pha asiantaeth y maent yn anghytuno",
	"Choose another agency than the one that sent it":
		"Dewiswch asiantaeth arall, nid yr un a’i hanfonodd",
	"Enter a name, a date of birth or a number": "Rhowch enw, dyddiad geni neu rif",
	"Say why it is sealed": "Dywedwch pam y mae’n cael ei selio",
	"Say why the seal is taken off": "Dywedwch pam y caiff y sêl ei thynnu",
	"Say why you need to read it now": "Dywedwch pam mae angen ichi ei ddarllen yn awr",
	"Select what is given of it": "Dewiswch beth a roddir ohono",
	"Enter their post": "Rhowch eu swydd",
	"Choose for how many days the link works": "Dewiswch am sawl diwrnod y bydd y ddolen yn gweithio",

	// Signing in and one’s own settings
	"Enter a password": "Rhowch gyfrinair",
	"Password must be {1} characters or more. Three random words make a good one":
		"Rhaid i’r cyfrinair fod yn {1} nod neu fwy. Mae tri gair ar hap yn gwneud un da",
	"Password must be {1} characters or less": "Rhaid i’r cyfrinair fod yn {1} nod neu lai",
	"Password has the same few characters again and again. Choose three random words":
		"Mae’r un ychydig nodau yn y cyfrinair dro ar ôl tro. Dewiswch dri gair ar hap",
	"Others use this password too, so it is guessed first. Choose three random words":
		"Mae eraill yn defnyddio’r cyfrinair hwn hefyd, felly caiff ei ddyfalu’n gyntaf. Dewiswch dri gair ar hap",
	"Password must not be your name, your agency or your address. Choose three random words":
		"Ni chaiff y cyfrinair fod yn enw i chi, eich asiantaeth na’ch cyfeiriad. Dewiswch dri gair ar hap",
	"Enter your current password": "Rhowch eich cyfrinair presennol",
	"The current password is not right": "Nid yw’r cyfrinair presennol yn gywir",
	"The password is not right": "Nid yw’r cyfrinair yn gywir",
	"There were too many tries. Wait a quarter of an hour, then try again":
		"Bu gormod o geisiadau. Arhoswch chwarter awr, yna rhowch gynnig arall arni",
	"The passkey could not be added. Try again":
		"Nid oedd modd ychwanegu’r codallwedd. Rhowch gynnig arall arni",
	"This passkey could not be used here. Try again":
		"Nid oedd modd defnyddio’r codallwedd hwn yma. Rhowch gynnig arall arni",
	"Enter what you call it, in 50 characters or less":
		"Rhowch beth rydych yn ei alw, mewn 50 nod neu lai",
	"This is not what the app should show. Check that your phone’s clock is right, and enter the digits that it shows now":
		"Nid dyma’r hyn y dylai’r ap ei ddangos. Gwiriwch fod cloc eich ffôn yn gywir, a rhowch y digidau y mae’n eu dangos yn awr",
	"This code is not right, or was used already. Wait for the next one":
		"Nid yw’r cod hwn yn gywir, neu fe’i defnyddiwyd eisoes. Arhoswch am yr un nesaf",
	"The code is not right, or works no more. Check it, or go back and ask for another":
		"Nid yw’r cod yn gywir, neu nid yw’n gweithio mwyach. Gwiriwch ef, neu ewch yn ôl a gofynnwch am un arall",
	"There were too many codes. Wait an hour, or ask whoever is named in the email":
		"Bu gormod o godau. Arhoswch awr, neu gofynnwch i’r sawl a enwir yn yr e-bost",
	"There were too many wrong codes, so no more are sent. Ask whoever is named in the email for a new link":
		"Bu gormod o godau anghywir, felly ni anfonir rhagor. Gofynnwch i’r sawl a enwir yn yr e-bost am ddolen newydd",
	"Choose for whom you act": "Dewiswch dros bwy rydych yn gweithredu",
	"Choose how you are reminded": "Dewiswch sut y cewch eich atgoffa",
	"Select what it is for": "Dewiswch at beth y mae",
	"Select how long it works": "Dewiswch am ba hyd y mae’n gweithio",
	"Show again that it is you: no token was made": "Dangoswch eto mai chi sydd yno: ni wnaed tocyn",
	"Show again that it is you: no address was named":
		"Dangoswch eto mai chi sydd yno: ni enwyd cyfeiriad",
	"Enter a web address, such as https://school.example/concord":
		"Rhowch gyfeiriad gwe, fel https://school.example/concord",
	"Enter an address that begins with https://": "Rhowch gyfeiriad sy’n dechrau â https://",
	"Leave the name and the password out of the address: the signature says who it comes from":
		"Gadewch yr enw a’r cyfrinair allan o’r cyfeiriad: mae’r llofnod yn dweud oddi wrth bwy y daw",
	"Leave out # and what follows it": "Gadewch # a’r hyn sy’n ei ddilyn allan",
	"Enter an address of {1} characters at most": "Rhowch gyfeiriad o {1} nod ar y mwyaf",
	"The file is too large to be a receipt": "Mae’r ffeil yn rhy fawr i fod yn dderbynneb",
	"Choose a receipt": "Dewiswch dderbynneb",

	// Setting up
	"Select a protocol": "Dewiswch brotocol",
	"Select the protocol": "Dewiswch y protocol",
	"Choose the file, or enter its whole text": "Dewiswch y ffeil, neu rhowch ei thestun cyfan",
	"Enter the letters that references begin with":
		"Rhowch y llythrennau y mae cyfeirnodau’n dechrau â nhw",
	"Enter 2 to 5 letters or numbers that begin with a letter, like HV or NSP":
		"Rhowch 2 i 5 llythyren neu rif sy’n dechrau â llythyren, fel HV neu NSP",
	"Select where the partnership is": "Dewiswch ble mae’r bartneriaeth",
	"Enter a colour as six figures and letters, like #12343b":
		"Rhowch liw fel chwe ffigur a llythyren, fel #12343b",
	"White text cannot be read on this colour. Enter a darker one":
		"Ni ellir darllen testun gwyn ar y lliw hwn. Rhowch un tywyllach",
	"Select what kind of agency it is": "Dewiswch pa fath o asiantaeth ydyw",
	"Enter the work address of the administrator": "Rhowch gyfeiriad gwaith y gweinyddwr",
	"Enter the agencies that use Concord first":
		"Rhowch yr asiantaethau sy’n defnyddio Concord yn gyntaf",
	"Enter two administrators": "Rhowch ddau weinyddwr",
	"Say which protocol: one that comes with Concord, or the path of a file":
		"Dywedwch pa brotocol: un sy’n dod gyda Concord, neu lwybr ffeil",
	"Enter the partnership’s own office: the first administrators and the Business Unit belong to it":
		"Rhowch swyddfa’r bartneriaeth ei hun: iddi hi y mae’r gweinyddwyr cyntaf a’r Uned Fusnes yn perthyn",
	"Two agencies have the same name. Enter each of them once":
		"Mae gan ddwy asiantaeth yr un enw. Rhowch bob un ohonynt unwaith",
	"Enter two administrators: what one of them changes in a protocol, the other approves":
		"Rhowch ddau weinyddwr: yr hyn y mae un ohonynt yn ei newid mewn protocol, mae’r llall yn ei gymeradwyo",
	"The two administrators need an address each: they are two people":
		"Mae angen cyfeiriad yr un ar y ddau weinyddwr: dau berson ydynt",

	// People
	"Enter their work address": "Rhowch eu cyfeiriad gwaith",
	"Enter the work address": "Rhowch y cyfeiriad gwaith",
	"Select their agency": "Dewiswch eu hasiantaeth",
	"Choose their agency": "Dewiswch eu hasiantaeth",
	"Enter their agency": "Rhowch eu hasiantaeth",
	"Select at which level they work": "Dewiswch ar ba lefel y maent yn gweithio",
	"Select when they go": "Dewiswch pryd y maent yn mynd",
	"Select who has it from then on": "Dewiswch bwy fydd yn gyfrifol amdano o hynny ymlaen",
	"The file must be smaller than 5 MB": "Rhaid i’r ffeil fod yn llai na 5 MB",
	"Enter {1} people or less. For more, import them from a file":
		"Rhowch {1} o bobl neu lai. I gael rhagor, mewnforiwch nhw o ffeil",
	"Line {1}: {2}": "Llinell {1}: {2}",
	"{1} is in the list twice": "Mae {1} yn y rhestr ddwywaith",
	"{1} is the address of {2}. Enter this person’s own work address":
		"Cyfeiriad {2} yw {1}. Rhowch gyfeiriad gwaith y person hwn ei hun",
	"{1} is in this agency already, under {2}": "Mae {1} yn yr asiantaeth hon eisoes, o dan {2}",
	"No column is chosen for {1}": "Ni ddewiswyd colofn ar gyfer: {1}",
	"This line cannot be read": "Ni ellir darllen y llinell hon",
	"It cannot be read": "Ni ellir ei ddarllen",
	"There is no agency “{1}”. Enter its name as it stands in Concord":
		"Nid oes asiantaeth o’r enw “{1}”. Rhowch ei henw fel y mae yn Concord",
	"“{1}” is no level. Enter {2}": "Nid yw “{1}” yn lefel. Rhowch un o’r rhain: {2}",
	"“{1}” does not say whether they are a safeguarding lead: enter yes or no":
		"Nid yw “{1}” yn dweud a ydynt yn arweinydd diogelu: rhowch yes (ydynt) neu no (nac ydynt)",
	"There is no office or post “{1}”": "Nid oes swyddfa na swydd o’r enw “{1}”",

	// What the partnership sets
	"Paste the list": "Gludwch y rhestr",
	"Choose whose bank holidays count": "Dewiswch wyliau banc pwy sy’n cyfrif",
	"Enter how long": "Rhowch am ba hyd",
	"How long must be a whole number, like 10 or -5":
		"Rhaid i’r hyd fod yn rhif cyfan, fel 10 neu -5",
	"Choose a unit": "Dewiswch uned",
	"Choose when it begins": "Dewiswch pryd y mae’n dechrau",
	"Choose when it ends": "Dewiswch pryd y mae’n gorffen",
	"Select how lists say whom it is about": "Dewiswch sut y mae rhestri’n dweud am bwy y mae",
	"Select yes if people may choose Welsh": "Dewiswch ydy os caiff pobl ddewis y Gymraeg",
	"Select which numbers are too small to show": "Dewiswch pa rifau sy’n rhy fach i’w dangos",
	"Select from when it is counted": "Dewiswch o ba bryd y mae’n cael ei gyfrif",
	"Select what happens then": "Dewiswch beth sy’n digwydd wedyn",
	"Select what becomes of it": "Dewiswch beth a ddaw ohono",
	"Enter until when it is kept": "Rhowch hyd pryd y’i cedwir",
	"Enter why it is kept": "Rhowch pam y’i cedwir",
	"There is nothing of this reference": "Nid oes dim â’r cyfeirnod hwn",
	"Enter what to find": "Rhowch beth i chwilio amdano",
	"No difference of this reference is yours to seal. Check it, or ask the data protection officer":
		"Nid oes gwahaniaeth â’r cyfeirnod hwn i chi ei selio. Gwiriwch ef, neu gofynnwch i’r swyddog diogelu data",
	"No difference has this reference. Check it":
		"Nid oes gwahaniaeth â’r cyfeirnod hwn. Gwiriwch ef",
	"There is no sealed difference of this reference that you can open. Check it, or look for it under Differences":
		"Nid oes gwahaniaeth wedi’i selio â’r cyfeirnod hwn y gallwch ei agor. Gwiriwch ef, neu chwiliwch amdano o dan Gwahaniaethau",
	"There is no difference with this reference": "Nid oes gwahaniaeth â’r cyfeirnod hwn",

	// Protocols
	"The name must be of letters, digits, dots and hyphens, such as 2026-05":
		"Rhaid i’r enw fod o lythrennau, digidau, dotiau a chysylltnodau, fel 2026-05",
	"Choose whether you approve or refuse it": "Dewiswch a ydych yn ei gymeradwyo neu’n ei wrthod",
	"The text is written in a way that cannot be changed here. Edit the text instead":
		"Mae’r testun wedi’i ysgrifennu mewn ffordd na ellir ei newid yma. Golygwch y testun yn lle hynny",
	"Change something first: all of it is as it was":
		"Newidiwch rywbeth yn gyntaf: mae’r cyfan fel yr oedd",

	// What leaves Concord, and what came before it
	"Select who it is for": "Dewiswch ar gyfer pwy y mae",
	"Select what it is of": "Dewiswch o beth y mae",
	"Look at every difference first": "Edrychwch ar bob gwahaniaeth yn gyntaf",
	"Look at every piece first": "Edrychwch ar bob darn yn gyntaf",
	"Select the pieces that you agree with": "Dewiswch y darnau rydych yn cytuno â nhw",
	"Enter what is given of it.": "Rhowch yr hyn a roddir ohono.",
	"A file is given or withheld as a whole.": "Rhoddir neu ddelir ffeil yn ôl yn gyfan.",
	"Select how dates are written in this log":
		"Dewiswch sut y mae dyddiadau wedi’u hysgrifennu yn yr hen gofnod hwn",
	"Select what such a line is": "Dewiswch beth yw llinell o’r fath",
	"Choose one file. The next can be imported after it":
		"Dewiswch un ffeil. Gellir mewnforio’r nesaf ar ei hôl",
};
