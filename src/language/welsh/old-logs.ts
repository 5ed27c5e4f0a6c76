/** Logs of the years before Concord: what their columns are, what their words mean, and what is wrong in a line. */
import type { Entries } from "./entry.ts";

export const oldLogs: Entries = {
	// Which column is which
	"The old log’s own, one for each form. It must not be a name or initials.":
		"Un yr hen gofnod ei hun, un i bob ffurflen. Ni chaiff fod yn enw nac yn llythrennau cyntaf.",
	"The agency that raised it.": "Yr asiantaeth a’i cododd.",
	"Raised with": "Codwyd gyda",
	"The agency with which it was raised.": "Yr asiantaeth y’i codwyd â hi.",
	"Raised on": "Codwyd ar",
	"A date, or a year such as 2023/24 where no more is known.":
		"Dyddiad, neu flwyddyn megis 2023/24 lle nad oes mwy yn hysbys.",
	"Received on": "Derbyniwyd ar",
	"When the Business Unit had it.": "Pryd y’i cafodd yr Uned Fusnes.",
	"Sent on": "Anfonwyd ymlaen",
	"When the Business Unit sent it to the other agency.":
		"Pryd yr anfonodd yr Uned Fusnes ef at yr asiantaeth arall.",
	"Response due": "Ymateb i’w wneud erbyn",
	"The last day on which the response was in time.": "Y diwrnod olaf yr oedd yr ymateb mewn pryd.",
	"Responded on": "Ymatebwyd ar",
	"Ended on": "Daeth i ben ar",
	"Several in one cell stand apart by a semicolon.":
		"Gwahenir sawl un mewn un gell gan hanner colon.",
	"Stage that it reached": "Y cam a gyrhaeddodd",
	"How many children": "Faint o blant",
	"A number; of all the forms of the line where it stands for several.":
		"Rhif; o holl ffurflenni’r llinell lle mae’n sefyll am sawl un.",
	"Yes or no: whether the response was late. Where a line stands for several forms, how many were.":
		"Ie neu na: a oedd yr ymateb yn hwyr. Lle mae llinell yn sefyll am sawl ffurflen, faint oedd.",
	"How many forms": "Faint o ffurflenni",
	"Only where a line stands for several, as in a published table.":
		"Dim ond lle mae llinell yn sefyll am sawl un, fel mewn tabl a gyhoeddwyd.",
	"Select the column with the agency that raised it": "Dewiswch y golofn â’r asiantaeth a’i cododd",
	"Select the column with the day on which it was raised, or received":
		"Dewiswch y golofn â’r diwrnod y’i codwyd, neu y’i derbyniwyd",
	"“{1}” is selected for “{2}” already": "Mae “{1}” wedi’i dewis ar gyfer “{2}” yn barod",
	"A line with a reference is one form: leave one of the two columns out":
		"Un ffurflen yw llinell â chyfeirnod: gadewch un o’r ddwy golofn allan",
	"“{1}” has more than {2} different words. Select another column, or leave this out":
		"Mae gan “{1}” fwy na {2} o eiriau gwahanol. Dewiswch golofn arall, neu gadewch hon allan",

	// What its words mean
	"Not in the directory: {1}": "Ddim yn y cyfeiriadur: {1}",
	"Another theme, as the log says it": "Thema arall, fel y dywed y cofnod",
	"Another ending, as the log says it": "Diwedd arall, fel y dywed y cofnod",

	// What is wrong in a line, and what to do
	"“{1}” is the reference of line {2} too": "“{1}” yw cyfeirnod llinell {2} hefyd",
	"Take one of the two lines out, or correct its reference":
		"Tynnwch un o’r ddwy linell allan, neu cywirwch ei chyfeirnod",
	"Concord has a form “{1}” already": "Mae gan Concord ffurflen “{1}” yn barod",
	"Take the line out. If it was imported before, undo that import first":
		"Tynnwch y llinell allan. Os cafodd ei mewnforio o’r blaen, dadwnewch y mewnforio hwnnw yn gyntaf",
	"It has the day, the agencies and the themes of line {1}":
		"Mae ganddi ddiwrnod, asiantaethau a themâu llinell {1}",
	"It has the day, the agencies and the themes of line {1} of “{2}”, which was imported":
		"Mae ganddi ddiwrnod, asiantaethau a themâu llinell {1} o “{2}”, a fewnforiwyd",
	"If it is the same form, take this line out. If they are two, go on":
		"Os yr un ffurflen ydyw, tynnwch y llinell hon allan. Os ydynt yn ddwy, ewch ymlaen",
	"It is the same as line {1} in every column": "Mae’r un fath â llinell {1} ym mhob colofn",
	"Take one of the two out. If they are two forms, give each a reference in a column of its own":
		"Tynnwch un o’r ddwy allan. Os ydynt yn ddwy ffurflen, rhowch gyfeirnod i bob un mewn colofn ei hun",
	"{1} is a number, not a date": "Rhif yw {1}, nid dyddiad",
	"Give the column the format of a date in the spreadsheet, and save it again":
		"Rhowch fformat dyddiad i’r golofn yn y daenlen, a’i chadw eto",
	"“{1}” is not a date": "Nid yw “{1}” yn ddyddiad",
	"Dates are read with the month first: correct it, or say on the page of columns that the day comes first":
		"Darllenir dyddiadau â’r mis yn gyntaf: cywirwch ef, neu dywedwch ar dudalen y colofnau mai’r diwrnod sy’n dod gyntaf",
	"Dates are read with the day first: correct it, or say on the page of columns that the month comes first":
		"Darllenir dyddiadau â’r diwrnod yn gyntaf: cywirwch ef, neu dywedwch ar dudalen y colofnau mai’r mis sy’n dod gyntaf",
	"Write it as 9 April 2024 or 09/04/2024": "Ysgrifennwch ef fel 9 April 2024 neu 09/04/2024",
	"“{1}” is long before any log began": "Mae “{1}” ymhell cyn i unrhyw gofnod ddechrau",
	"Correct the year. A spreadsheet that was made on an old Mac may count its days from 1904":
		"Cywirwch y flwyddyn. Gall taenlen a wnaed ar hen Mac gyfrif ei dyddiau o 1904",
	"“{1}” has not come yet": "Nid yw “{1}” wedi dod eto",
	"Correct the date": "Cywirwch y dyddiad",
	"There is no date": "Nid oes dyddiad",
	"Enter when it was raised": "Rhowch pryd y’i codwyd",
	"This is before it was raised": "Mae hyn cyn iddo gael ei godi",
	"Correct one of the two dates": "Cywirwch un o’r ddau ddyddiad",
	"No agency is said": "Ni ddywedir asiantaeth",
	"Enter the agency that raised it": "Rhowch yr asiantaeth a’i cododd",
	"This is the agency that raised it": "Hon yw’r asiantaeth a’i cododd",
	"Correct one of the two": "Cywirwch un o’r ddau",
	"It had not ended, and has a day on which it ended":
		"Nid oedd wedi dod i ben, ac mae ganddo ddiwrnod y daeth i ben",
	"“{1}” is not a whole number from {2} to {3}": "Nid yw “{1}” yn rhif cyfan o {2} i {3}",
	"Correct it, or leave the cell empty": "Cywirwch ef, neu gadewch y gell yn wag",
	"“{1}” is neither yes nor no": "Nid yw “{1}” yn ie nac yn na",
	"Write yes or no": "Ysgrifennwch yes neu no",
	"This is too long for a reference": "Mae hyn yn rhy hir i fod yn gyfeirnod",
	"Shorten it to {1} letters. It must not tell who the child is":
		"Byrhewch ef i {1} o lythrennau. Ni chaiff ddweud pwy yw’r plentyn",
	"It is not said what “{1}” means": "Ni ddywedir beth mae “{1}” yn ei olygu",
	"Say it on the page of values": "Dywedwch hynny ar dudalen y gwerthoedd",
	"“{1}” is an error of the spreadsheet": "Gwall y daenlen yw “{1}”",
	"Mend the formula, or type the value": "Trwsiwch y fformiwla, neu deipiwch y gwerth",
	"This is a formula, and not what it gives": "Fformiwla yw hon, ac nid yr hyn y mae’n ei roi",
	"Type the value": "Teipiwch y gwerth",
};
