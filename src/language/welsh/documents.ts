/** What can be taken away and read on paper: forms, certificates and receipts, and what surrounds any of them. */
import type { Entries } from "./entry.ts";

export const documents: Entries = {
	"page {1} of {2}": "tudalen {1} o {2}",
	"Not yet answered": "Heb ei ateb eto",
	"This file cannot show some letters of this text: a box stands in their place. The Word version shows them.":
		"Ni all y ffeil hon ddangos rhai o lythrennau’r testun hwn: mae blwch yn eu lle. Mae’r fersiwn Word yn eu dangos.",
	"Official – sensitive: personal information about {1}. Share only with those who need it.":
		"Swyddogol – sensitif: gwybodaeth bersonol ({1}). Rhannwch hi gyda’r rhai sydd ei hangen yn unig.",

	// A form
	"This copy produced": "Y copi hwn wedi’i wneud",
	"Completed by": "Cwblhawyd gan",
	"Not yet completed": "Heb ei chwblhau eto",
	"Signed off by": "Cymeradwywyd gan",
	"Not yet signed off": "Heb ei chymeradwyo eto",
	"Completed by {1}, on {2}": "Cwblhawyd gan {1}, ar {2}",
	"Signed off by {1}, on {2}": "Cymeradwywyd gan {1}, ar {2}",
	"Completed and signed off": "Cwblhawyd a chymeradwywyd",
	"Signed as submitted: {1}. In full, SHA-256 {2}.":
		"Llofnodwyd fel y’i cyflwynwyd: {1}. Yn llawn, SHA-256 {2}.",
	"Signed on paper, entered by {1}. What was entered: {2}. In full, SHA-256 {3}.":
		"Llofnodwyd ar bapur, rhoddwyd i mewn gan {1}. Yr hyn a roddwyd i mewn: {2}. Yn llawn, SHA-256 {3}.",
	"This part": "Y rhan hon",
	Role: "Rôl",
	Date: "Dyddiad",
	Size: "Maint",
	"Sent by": "Anfonwyd gan",
	"Recorded by {1} on {2}.": "Cofnodwyd gan {1} ar {2}.",
	"Stages that were left out": "Camau a adawyd allan",
	"{1} (only if {2})": "{1} (dim ond os {2})",
	"{1} (corrected on {2} by {3}; this is what it was)":
		"{1} (cywirwyd ar {2} gan {3}; dyma’r hyn ydoedd)",
	"no other agency": "dim asiantaeth arall",
	"{1} is asked to {2}, by {3}.": "Gofynnir i {1} wneud hyn erbyn {3}: {2}.",
	"{1} is asked to {2}.": "Gofynnir i {1} wneud hyn: {2}.",

	"Date of birth or age": "Dyddiad geni neu oedran",
	Identifier: "Dynodydd",
	"What else is known": "Beth arall sy’n hysbys",
	"Interest declared": "Buddiant a ddatganwyd",

	// A certificate of disposal
	"Certificate of disposal": "Tystysgrif gwaredu",
	"What the schedule said": "Yr hyn a ddywedodd yr amserlen",
	"Version of the schedule": "Fersiwn o’r amserlen",
	"Disposed of again": "Gwaredwyd eto",
	"{1}, because a backup had brought it back": "{1}, am fod copi wrth gefn wedi dod ag ef yn ôl",

	"Entries of the record": "Cofnodion",
	"Names and texts in it": "Enwau a thestunau ynddo",
	"Messages about it": "Negeseuon amdano",
	"Notes of who opened it": "Nodiadau o bwy a’i hagorodd",
	Drafts: "Drafftiau",
	"Notes of who was reminded": "Nodiadau o bwy a atgoffwyd",
	"Its key": "Ei allwedd",
	"What Concord had worked out from it": "Yr hyn yr oedd Concord wedi’i gyfrifo ohono",
	"What reports count of it was kept, without its reference and without names. Lessons that name nobody were kept.":
		"Cadwyd yr hyn y mae adroddiadau’n ei gyfrif ohono, heb ei gyfeirnod a heb enwau. Cadwyd gwersi nad ydynt yn enwi neb.",
	"Backups that were made before hold it still, closed, until they are deleted by their own plan. A backup that is put back is disposed of again before anybody can sign in.":
		"Mae copïau wrth gefn a wnaed cyn hynny’n ei ddal o hyd, wedi’u cau, nes iddynt gael eu dileu yn ôl eu cynllun eu hunain. Caiff copi wrth gefn a roddir yn ôl ei waredu eto cyn i neb allu mewngofnodi.",
	"What agencies put on their own records, printed or took away is not in Concord and was not touched.":
		"Nid yw’r hyn a roddodd asiantaethau ar eu cofnodion eu hunain, a argraffwyd neu a gymerwyd ymaith ganddynt yn Concord, ac ni chyffyrddwyd ag ef.",

	// A receipt
	Receipt: "Derbynneb",
	"Receipt, {1}": "Derbynneb, {1}",
	"It names nobody": "Nid yw’n enwi neb",
	"Receipt for what you sent": "Derbynneb am yr hyn a anfonoch",
	"Receipt for what you received": "Derbynneb am yr hyn a dderbynioch",
	"What proves it": "Yr hyn sy’n ei brofi",
	"This page is for reading. The file that ends with .json is what can be checked: at {1}, or with “concord audit check-receipt” and no help of the partnership.":
		"I’w darllen y mae’r dudalen hon. Y ffeil sy’n gorffen gyda .json yw’r hyn y gellir ei wirio: yn {1}, neu gyda “concord audit check-receipt” a heb gymorth y bartneriaeth.",
	"SHA-256 of entry {1}": "SHA-256 cofnod {1}",
};
