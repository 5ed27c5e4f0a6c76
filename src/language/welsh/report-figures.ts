/**
 * What a report counts and says of it: its tables, its charts, its files, and what was learned.
 * The sentences of one table stand together, in the order of the report.
 */
import type { Entries } from "./entry.ts";

export const reportFigures: Entries = {
	// The protocol’s words, and whom an answer is of.
	children: "plant",
	adults: "oedolion",
	"{1}’s {2}": "{2} {1}",
	"Social care": "Gofal cymdeithasol",
	Police: "Yr heddlu",
	Health: "Iechyd",
	Education: "Addysg",
	"Early years": "Y blynyddoedd cynnar",
	Probation: "Y gwasanaeth prawf",
	Housing: "Tai",
	"Voluntary, community and faith": "Gwirfoddol, cymunedol a ffydd",
	Other: "Arall",

	// In short
	"In short": "Yn fyr",
	"This period, the period before, and the same period a year before: each as it was known at its end.":
		"Y cyfnod hwn, y cyfnod blaenorol, a’r un cyfnod flwyddyn ynghynt: pob un fel yr oedd yn hysbys ar ei ddiwedd.",
	"This period, the period before, and the same period a year before: each as it was known at its end. {1}":
		"Y cyfnod hwn, y cyfnod blaenorol, a’r un cyfnod flwyddyn ynghynt: pob un fel yr oedd yn hysbys ar ei ddiwedd. {1}",
	"What an imported log does not tell, such as how many children or which time limits, counts as 0.":
		"Mae’r hyn nad yw cofnod a fewnforiwyd yn ei ddweud, megis faint o blant neu ba derfynau amser, yn cyfrif fel 0.",
	"What is counted": "Beth sy’n cael ei gyfrif",
	"This period": "Y cyfnod hwn",
	"Period before": "Y cyfnod blaenorol",
	"A year before": "Flwyddyn ynghynt",
	"Change on a year before": "Newid ers blwyddyn ynghynt",
	"{1} raised": "{1} a godwyd",
	"{1} whom these are about": "{1} y mae’r rhain yn ymwneud â nhw",
	"Of these, sent to the Business Unit": "O’r rhain, anfonwyd at yr Uned Fusnes",
	"Open at the end": "Ar agor ar y diwedd",
	"Of these, past a time limit": "O’r rhain, heibio i derfyn amser",
	"In which a time limit was missed": "Lle methwyd terfyn amser",
	"Raised, and the {1} said not to be safe": "Codwyd, a dywedwyd nad yw’r {1} yn ddiogel",
	"Of those raised, imported from {1}": "O’r rhai a godwyd, mewnforiwyd o {1}",
	"Of those raised, imported from {1} (where it tells only a year, counted on 1 April)":
		"O’r rhai a godwyd, mewnforiwyd o {1} (lle nad yw ond yn dweud blwyddyn, cyfrifwyd ar 1 Ebrill)",
	"{1} more": "{1} yn fwy",
	"{1} fewer": "{1} yn llai",
	"{1}: too few to mean anything": "{1}: rhy ychydig i olygu dim",
	"{1}: more than chance would explain": "{1}: mwy nag y byddai siawns yn ei egluro",
	"{1}: chance alone could explain it": "{1}: gallai siawns yn unig ei egluro",

	// What was raised
	"What was raised": "Beth a godwyd",
	"{1} raised in the period.": "{1} a godwyd yn y cyfnod.",
	"When it was raised": "Pryd y’i codwyd",
	"{1} raised in the period, by month.": "{1} a godwyd yn y cyfnod, fesul mis.",
	"Who raised it, and with whom": "Pwy a’i cododd, a chyda phwy",
	"{1} raised in the period. A row is the agency that raised them, a column the agency with which.":
		"{1} a godwyd yn y cyfnod. Rhes yw’r asiantaeth a’u cododd, colofn yw’r asiantaeth y’u codwyd â hi.",
	"No other agency": "Dim asiantaeth arall",
	Sectors: "Sectorau",
	"{1} raised in the period, once in the sector that raised them and once in that with which. Each column adds up by itself.":
		"{1} a godwyd yn y cyfnod, unwaith yn y sector a’u cododd ac unwaith yn yr un y’u codwyd â hi. Mae pob colofn yn gwneud cyfanswm ar ei phen ei hun.",
	"Raised by it": "Codwyd ganddo",
	"Raised with it": "Codwyd ag ef",
	"What it was about": "Am beth yr oedd",
	"{1} raised in the period. One may have several themes, so the rows add up to more than all.":
		"{1} a godwyd yn y cyfnod. Gall un fod â sawl thema, felly mae’r rhesi’n gwneud mwy na’r cyfan.",
	"How far it came by the end of the period": "Pa mor bell y daeth erbyn diwedd y cyfnod",
	"{1} raised in the period, each in the last {2} that it reached. What was settled between the agencies is counted, and not described.":
		"{1} a godwyd yn y cyfnod, pob un yn y {2} olaf a gyrhaeddodd. Caiff yr hyn a setlwyd rhwng yr asiantaethau ei gyfrif, heb ei ddisgrifio.",
	"Of these still open": "O’r rhain yn dal ar agor",
	"How it began": "Sut y dechreuodd",
	Way: "Ffordd",
	"Not said": "Heb ei ddweud",
	"What was out of the ordinary": "Beth oedd yn anarferol",
	"{1} raised in the period. One may stand in several rows or in none. Where a reason was given, the Business Unit can read it behind the number, as far as it was sent to it.":
		"{1} a godwyd yn y cyfnod. Gall un fod mewn sawl rhes neu mewn dim un. Lle rhoddwyd rheswm, gall yr Uned Fusnes ei ddarllen y tu ôl i’r rhif, i’r graddau y’i hanfonwyd ati.",
	"Left out: {1}": "Hepgorwyd: {1}",
	"The {1} was said not to be safe": "Dywedwyd nad oedd y {1} yn ddiogel",
	"Social care or the police were rung about it":
		"Ffoniwyd gofal cymdeithasol neu’r heddlu yn ei gylch",

	// How fast it went
	"How fast it went": "Pa mor gyflym yr aeth",
	Targets: "Targedau",
	Target: "Targed",
	"Late, and not done": "Yn hwyr, a heb ei wneud",
	"Past the target, not done": "Heibio i’r targed, heb ei wneud",
	"{1}, by children": "{1}, fesul plentyn",
	"{1}, by adults": "{1}, fesul oedolyn",
	"{1} in which a date of this kind fell in the period or was met in it. A row adds up; one {2} may stand in several rows.":
		"{1} lle syrthiodd dyddiad o’r fath yn y cyfnod neu lle cafodd ei gyflawni ynddo. Mae rhes yn gwneud cyfanswm; gall un {2} fod mewn sawl rhes.",
	"Median, in working days": "Canolrif, mewn diwrnodau gwaith",
	"Nine in ten within": "Naw o bob deg o fewn",
	"{1} ({2})": "{1} ({2})",
	"For whom it waited": "Am bwy yr arhosodd",
	"{1} that ended in the period, in working days from when they were raised. A day on which two owed something counts for neither alone, so the days of all rows add up.":
		"{1} a ddaeth i ben yn y cyfnod, mewn diwrnodau gwaith o’r adeg y’u codwyd. Nid yw diwrnod pan oedd gan ddau rywbeth i’w wneud yn cyfrif i’r naill na’r llall yn unig, felly mae diwrnodau’r holl resi’n gwneud y cyfanswm.",
	"Waited for": "Arhoswyd am",
	"All together, in working days": "Gyda’i gilydd, mewn diwrnodau gwaith",
	"From beginning to end": "O’r dechrau i’r diwedd",
	"Several at once": "Sawl un ar unwaith",
	"Not told: imported from an old log": "Heb ei ddweud: mewnforiwyd o hen gofnod",
	"Nobody: nothing was owed": "Neb: nid oedd dim i’w wneud",
	"The agency that raised it": "Yr asiantaeth a’i cododd",
	"The agency with which it was raised": "Yr asiantaeth y’i codwyd â hi",
	"Another agency": "Asiantaeth arall",
	"Open at the end of the period": "Ar agor ar ddiwedd y cyfnod",
	"{1} that were raised by the end of the period and had not ended, whenever they were raised.":
		"{1} a godwyd erbyn diwedd y cyfnod ac nad oeddent wedi dod i ben, pryd bynnag y’u codwyd.",
	"Of these past a time limit": "O’r rhain heibio i derfyn amser",

	// How it ended
	"How it ended, and at which stage": "Sut y daeth i ben, ac ym mha gam",
	"{1} that ended in the period, whenever they were raised.":
		"{1} a ddaeth i ben yn y cyfnod, pryd bynnag y’u codwyd.",
	Ending: "Diwedd",
	"What was judged and decided": "Beth a farnwyd ac a benderfynwyd",
	"{1} in which it was judged or decided in the period. One may stand in several rows.":
		"{1} lle barnwyd neu y penderfynwyd yn y cyfnod. Gall un fod mewn sawl rhes.",
	"Question, and answer": "Cwestiwn, ac ateb",
	"{1} in which this was answered in the period.": "{1} lle atebwyd hyn yn y cyfnod.",
	"What was to be done afterwards, and what came of it":
		"Beth oedd i’w wneud wedyn, a beth ddaeth ohono",
	"{1} after whose end this was done or said in the period, or was still owed at its end. One may stand in several rows.":
		"{1} lle gwnaed neu y dywedwyd hyn yn y cyfnod ar ôl iddynt ddod i ben, neu lle’r oedd yn dal i’w wneud ar ei ddiwedd. Gall un fod mewn sawl rhes.",
	"What was owed, and what came of it": "Beth oedd i’w wneud, a beth ddaeth ohono",
	"{1}: done": "{1}: wedi’i wneud",
	"{1}: still owed": "{1}: yn dal i’w wneud",

	// What changed
	"What changed for the {1}": "Beth newidiodd i’r {1}",
	"What changed for children": "Beth newidiodd i blant",
	"Too early to say: asked again later": "Rhy gynnar i ddweud: gofynnir eto yn nes ymlaen",
	"Asked, and not answered yet": "Gofynnwyd, a heb ei ateb eto",
	"{1} in which this was answered in the period, or was asked by its end and not answered yet. One {2} stands once in each column in which it was asked, so the columns overlap.":
		"{1} lle atebwyd hyn yn y cyfnod, neu lle gofynnwyd erbyn ei ddiwedd heb ateb eto. Mae un {2} unwaith ym mhob colofn y gofynnwyd ynddi, felly mae’r colofnau’n gorgyffwrdd.",
	"All who were asked": "Pawb y gofynnwyd iddynt",
	"{1}, by theme": "{1}, fesul thema",
	"{1} in which it was answered in the period, each with the latest of these answers. One may have several themes, so the rows add up to more than all.":
		"{1} lle atebwyd hyn yn y cyfnod, pob un gyda’r diweddaraf o’r atebion hyn. Gall un fod â sawl thema, felly mae’r rhesi’n gwneud mwy na’r cyfan.",
	"Whether it was said in time what changed for the {1}":
		"A ddywedwyd mewn pryd beth newidiodd i’r {1}",

	// The four questions
	"What those who took part say": "Beth mae’r rhai a gymerodd ran yn ei ddweud",
	"What they answered": "Beth a atebwyd ganddynt",
	"People who answered after a {1} ended. An answer names nobody and no {2}, and is counted only together with others of its side, at least {3} at once: in the month in which there were so many.":
		"Pobl a atebodd ar ôl i {1} ddod i ben. Nid yw ateb yn enwi neb na’r un {2}, a chaiff ei gyfrif dim ond gydag eraill o’i ochr, o leiaf {3} ar unwaith: yn y mis pan oedd cynifer.",
	"Who raised it": "Pwy a’i cododd",
	"Who answered it": "Pwy a’i hatebodd",
	"People who answered": "Pobl a atebodd",
	"Were you heard?": "A gawsoch eich clywed?",
	"Was it in time for the {1}?": "A oedd mewn pryd i’r {1}?",
	"Did it help the {1}?": "A fu o gymorth i’r {1}?",
	Partly: "Yn rhannol",
	"I cannot say": "Ni allaf ddweud",
	"What would have made it easier?": "Beth fyddai wedi ei wneud yn haws?",
	"{1} (optional)": "{1} (dewisol)",

	// Who raises
	"Who raises, and who does not": "Pwy sy’n codi, a phwy nad yw’n gwneud",
	"Which sectors raise, and which do not": "Pa sectorau sy’n codi, a pha rai nad ydynt",
	"{1} raised in the period by each agency, beside its own earlier periods. “By its size” is what it would have raised if every person who was in the directory when this was made raised alike. An agency that raises nothing may have nothing to raise, or may not know how: ask it.":
		"{1} a godwyd yn y cyfnod gan bob asiantaeth, wrth ochr ei chyfnodau cynharach ei hun. “Yn ôl ei maint” yw’r hyn y byddai wedi ei godi pe bai pawb a oedd yn y cyfeiriadur pan wnaed hwn yn codi fel ei gilydd. Efallai nad oes gan asiantaeth nad yw’n codi dim unrhyw beth i’w godi, neu nad yw’n gwybod sut: gofynnwch iddi.",
	"{1} raised in the period by each sector, beside its own earlier periods. “By its size” is what it would have raised if every person who was in the directory when this was made raised alike.":
		"{1} a godwyd yn y cyfnod gan bob sector, wrth ochr ei gyfnodau cynharach ei hun. “Yn ôl ei maint” yw’r hyn y byddai wedi ei godi pe bai pawb a oedd yn y cyfeiriadur pan wnaed hwn yn codi fel ei gilydd.",
	"By its size": "Yn ôl ei maint",
	"About {1}": "Tua {1}",
	"About 1 or fewer": "Tua 1 neu lai",

	// What is written in it
	"What these figures say, and what they do not.":
		"Beth mae’r ffigurau hyn yn ei ddweud, a beth nad ydynt yn ei ddweud.",
	"What was said about it, and what was learned.": "Beth a ddywedwyd amdani, a beth a ddysgwyd.",
	"{1}: extracts": "{1}: dyfyniadau",
	"Words that people wrote, without anything that tells whom they are about.":
		"Geiriau a ysgrifennodd pobl, heb ddim sy’n dweud am bwy y maent.",
	"What is different for children because somebody spoke up.":
		"Beth sy’n wahanol i blant oherwydd bod rhywun wedi codi llais.",
	"What the lessons have in common, and what is still to be done about them.":
		"Beth sydd gan y gwersi’n gyffredin, a beth sydd i’w wneud o hyd yn eu cylch.",
	Recommendations: "Argymhellion",
	"What the subgroup is asked to decide.": "Beth y gofynnir i’r is-grŵp ei benderfynu.",

	// What was learned, and what was decided
	"No lesson was recorded in this period.": "Ni chofnodwyd gwers yn y cyfnod hwn.",
	"Lessons by theme": "Gwersi fesul thema",
	"Not written down": "Heb ei ysgrifennu",
	"In the order of the alphabet. One difference may have led to several lines, or none.":
		"Yn nhrefn yr wyddor. Gall un gwahaniaeth fod wedi arwain at sawl llinell, neu at ddim.",
	"Gaps in policy and practice": "Bylchau mewn polisi ac arfer",
	"As the Business Unit recorded them.": "Fel y cofnododd yr Uned Fusnes hwy.",
	"Actions from lessons": "Camau gweithredu o wersi",
	"An agency of the partnership": "Un o asiantaethau’r bartneriaeth",
	"Looked at again": "Edrychwyd eto",
	"To be looked at": "I edrych arno",
	"What was found": "Beth a ganfuwyd",
	"Not looked at yet": "Heb edrych arno eto",
	"What was done about the last report": "Beth a wnaed am yr adroddiad diwethaf",
	"What was done about the last report, on {1}": "Beth a wnaed am yr adroddiad diwethaf, ar {1}",
	"The report was on {1}. It asked for no action.":
		"Roedd yr adroddiad ar {1}. Ni ofynnodd am unrhyw gam gweithredu.",
	"Of whom": "Gan bwy",
	"Not done yet.": "Heb ei wneud eto.",
	"Not done yet: its day has passed.": "Heb ei wneud eto: mae ei ddiwrnod wedi mynd heibio.",
	"Done.": "Wedi’i wneud.",
	"Will not be done.": "Ni chaiff ei wneud.",
	"Nothing had been recorded when this file was made.":
		"Nid oedd dim wedi’i gofnodi pan wnaed y ffeil hon.",

	// Its files
	"{1}: report, {2}": "{1}: adroddiad, {2}",
	"Report for {1}": "Adroddiad ar {1}",
	"For: {1}": "Ar gyfer: {1}",
	Subgroup: "Is-grŵp",
	Public: "Y cyhoedd",
	"Presented to the {1} on {2}. Its figures and words stay as they were then; what was decided on it is as of {3}.":
		"Cyflwynwyd i {1} ar {2}. Mae ei ffigurau a’i eiriau’n aros fel yr oeddent bryd hynny; mae’r hyn a benderfynwyd arno fel yr oedd ar {3}.",
	"What changed in this version: {1}": "Beth newidiodd yn y fersiwn hon: {1}",
	"Nothing was raised, open or ended in this period.":
		"Ni chodwyd dim, nid oedd dim yn agored ac ni ddaeth dim i ben yn y cyfnod hwn.",
	"This period is not over. Its figures are of what has happened so far.":
		"Nid yw’r cyfnod hwn ar ben. Mae ei ffigurau o’r hyn sydd wedi digwydd hyd yma.",
	"For the Business Unit of {1} alone: small numbers are not hidden. Do not pass it on; make the report for those who are to have it.":
		"I Uned Fusnes y bartneriaeth hon yn unig ({1}): nid yw rhifau bach wedi’u cuddio. Peidiwch â’i basio ymlaen; gwnewch yr adroddiad ar gyfer y rhai sydd i’w gael.",
	"{1} is a number that is not shown, so that nobody can tell which child it is about: a number from 1 to {2}, or another from which one could be worked out. A 0 is always shown.":
		"Mae {1} yn rhif nas dangosir, fel na all neb ddweud am ba blentyn y mae: rhif o 1 i {2}, neu un arall y gellid cyfrifo un ohono. Dangosir 0 bob amser.",
	"There is nothing to count for {1}.": "Nid oes dim i’w gyfrif ar gyfer {1}.",
	"In people’s own words:": "Yng ngeiriau pobl eu hunain:",
	"Table {1}: {2}": "Tabl {1}: {2}",
	"Figure {1}": "Ffigur {1}",
	"Figure {1}: {2}": "Ffigur {1}: {2}",
	"With (others: 0)": "Gyda (eraill: 0)",
	"{1}. In words.": "{1}. Mewn geiriau.",
	"In words": "Mewn geiriau",
	"In words.": "Mewn geiriau.",
	Section: "Adran",
	"Where it stands in the report.": "Ble mae yn yr adroddiad.",
	Part: "Rhan",
	"A theme, a list, or nothing.": "Thema, rhestr, neu ddim.",
	"What the report says there.": "Beth mae’r adroddiad yn ei ddweud yno.",
	"Working days. Empty where there are none.": "Diwrnodau gwaith. Gwag lle nad oes dim.",
	"A count.": "Cyfrif.",
	"{1} is not shown.": "Ni ddangosir {1}.",
	Table: "Tabl",
	Row: "Rhes",
	Value: "Gwerth",
	count: "cyfrif",
	words: "geiriau",
	"not shown": "heb ei ddangos",
	"Made on {1}": "Gwnaed ar {1}",
	"Data dictionary": "Geiriadur data",
	Sheet: "Dalen",
	"What it means": "Beth mae’n ei olygu",
	"Date and time": "Dyddiad ac amser",
	"{1}: {2}, {3}": "{1}: {2}, {3}",

	"Report in all formats": "Adroddiad ym mhob fformat",
	"{1}, {2}, for the {3}": "{1}, {2}, i’r canlynol: {3}",

	// Charts
	"{1} {2}": "{1} {2}",
	"time limit": "terfyn amser",
	"time limits": "terfynau amser",
	targets: "targedau",
	answer: "ateb",
	answers: "atebion",
	"working day": "diwrnod gwaith",
	Asked: "Gofynnwyd",
	"The theme raised most was {1}": "Y thema a godwyd amlaf oedd {1}",
	"The themes raised most were {1}": "Y themâu a godwyd amlaf oedd {1}",
	"The ending most often was {1}": "Y diwedd amlaf oedd {1}",
	"The endings most often were {1}": "Y diweddau amlaf oedd {1}",
	"It waited longest for {1}": "Arhoswyd hwyaf am {1}",
	"Most were raised by {1}": "Codwyd y nifer fwyaf gan {1}",
	"Most came as far as {1}": "Daeth y nifer fwyaf cyn belled â {1}",
	"Most were open at {1}": "Roedd y nifer fwyaf ar agor yn {1}",
	"{1}: {2}.": "{1}: {2}.",
	"{1}: {2} each.": "{1}: {2} yr un.",
	"Of those shown, {1}: {2}.": "O’r rhai a ddangosir, {1}: {2}.",
	"Of those shown, {1}: {2} each.": "O’r rhai a ddangosir, {1}: {2} yr un.",
	"The others had none.": "Nid oedd gan y lleill ddim.",
	"{1} others": "{1} arall",
	"The number of {1} is not shown, so that no small number can be worked out.":
		"Ni ddangosir nifer {1}, fel na ellir cyfrifo rhif bach.",
	"The numbers of {1} are not shown, so that no small number can be worked out.":
		"Ni ddangosir niferoedd {1}, fel na ellir cyfrifo rhif bach.",
	"{1} is not shown in full, so that no small number can be worked out.":
		"Ni ddangosir {1} yn llawn, fel na ellir cyfrifo rhif bach.",
	"{1} are not shown in full, so that no small number can be worked out.":
		"Ni ddangosir {1} yn llawn, fel na ellir cyfrifo rhif bach.",
	"No row is shown whole, so that no small number can be worked out.":
		"Ni ddangosir yr un rhes yn gyfan, fel na ellir cyfrifo rhif bach.",
	"None of these numbers is shown, so that no small number can be worked out.":
		"Ni ddangosir yr un o’r rhifau hyn, fel na ellir cyfrifo rhif bach.",
	"There were no {1}.": "Nid oedd dim {1}.",
	"Those that are shown are 0.": "Mae’r rhai a ddangosir yn 0.",
	"Of those shown in full, {1}: {2}.": "O’r rhai a ddangosir yn llawn, {1}: {2}.",
	"The smallest share was at “{1}”: {2} of {3}.": "Roedd y gyfran leiaf yn “{1}”: {2} o {3}.",
	"The smallest shares were at {1}.": "Roedd y cyfrannau lleiaf yn {1}.",
	"“{1}” ({2} of {3})": "“{1}” ({2} o {3})",
	"The period before": "Y cyfnod blaenorol",
	"{1}, as many as in the period before.": "{1}, cynifer ag yn y cyfnod blaenorol.",
	"Drawn are the {1} with most; the table has all {2}.":
		"Darlunnir y {1} â’r nifer fwyaf; mae pob un o’r {2} yn y tabl.",
	"{1}, {2} more than in the period before.": "{1}, {2} yn fwy nag yn y cyfnod blaenorol.",
	"{1}, {2} fewer than in the period before.": "{1}, {2} yn llai nag yn y cyfnod blaenorol.",
	"Of those shown in both: {1}": "O’r rhai a ddangosir yn y ddau: {1}",
	"{1} (from {2} to {3})": "{1} (o {2} i {3})",
	"The largest rise was {1}: from {2} to {3}.": "Y cynnydd mwyaf oedd {1}: o {2} i {3}.",
	"The largest rises were {1}.": "Y cynnydd mwyaf oedd {1}.",
	"The largest fall was {1}: from {2} to {3}.": "Y gostyngiad mwyaf oedd {1}: o {2} i {3}.",
	"The largest falls were {1}.": "Y gostyngiadau mwyaf oedd {1}.",
	"part {1}": "rhan {1}",
	"{1} in {2}.": "{1}, {2}.",
	"{1} in {2} months.": "{1} mewn {2} mis.",
	"Of those shown: {1}": "O’r rhai a ddangosir: {1}",
	"As many in each: {1}.": "Cynifer ym mhob un: {1}.",
	"Most in {1}.": "Y nifer fwyaf, {1}.",
	"Fewest in {1}.": "Y nifer leiaf, {1}.",
	"{1}: {2} each": "{1}: {2} yr un",
	"quickest to slowest": "cyflymaf i arafaf",
	"middle half": "hanner canol",
	median: "canolrif",
	limit: "terfyn",
	Limit: "Terfyn",
	Quickest: "Cyflymaf",
	Median: "Canolrif",
	"Middle half": "Hanner canol",
	Slowest: "Arafaf",
	none: "dim",
	"No times are shown for {1}, so that no small number can be worked out.":
		"Ni ddangosir amseroedd ar gyfer {1}, fel na ellir cyfrifo rhif bach.",
	"None of these times is shown, so that no small number can be worked out.":
		"Ni ddangosir yr un o’r amseroedd hyn, fel na ellir cyfrifo rhif bach.",
	"The longest median was at {1}: {2}.": "Y canolrif hiraf oedd yn {1}: {2}.",
	"{1} (median {2}, limit {3})": "{1} (canolrif {2}, terfyn {3})",
	"The median was past the limit at {1} of {2} time limits: {3}.":
		"Roedd y canolrif heibio i’r terfyn mewn {1} o {2} o derfynau amser: {3}.",
	"The median was within the limit at {1}.": "Roedd y canolrif o fewn y terfyn yn {1}.",
	"The median was within the limit at each of {1} time limits.":
		"Roedd y canolrif o fewn y terfyn ym mhob un o {1} o derfynau amser.",

	// Briefings and lessons
	"Why it matters": "Pam mae’n bwysig",
	"What we learned": "Beth a ddysgon ni",
	"What to do differently": "Beth i’w wneud yn wahanol",
	"Questions for your team": "Cwestiynau i’ch tîm",
	"Where to find more": "Ble i ddod o hyd i ragor",
	"Could this have happened here?": "A allai hyn fod wedi digwydd yma?",
	"What would have helped us to notice sooner?": "Beth fyddai wedi ein helpu i sylwi’n gynt?",
	"What will each of us do differently from tomorrow?":
		"Beth fydd pob un ohonom yn ei wneud yn wahanol o yfory ymlaen?",
	"The protocol is in Concord, under “How this works”. Your safeguarding lead or the Business Unit can tell you more.":
		"Mae’r protocol yn Concord, o dan “Sut mae hyn yn gweithio”. Gall eich arweinydd diogelu neu’r Uned Fusnes ddweud mwy wrthych.",
	"Nothing is written yet under {1}.": "Nid oes dim wedi’i ysgrifennu eto o dan {1}.",
	"“{1}”": "“{1}”",
	"Draft, not yet approved": "Drafft, heb ei gymeradwyo eto",
	Anonymised: "Dienw",
	"{1}, none open": "{1}, dim un ar agor",
	"{1}, {2} open": "{1}, {2} ar agor",

	// What is wrong in their forms
	"The first day": "Y diwrnod cyntaf",
	"The last day": "Y diwrnod olaf",
	"Say whether actions are required": "Dywedwch a oes angen camau gweithredu",
	"Enter what the subgroup decided, and why": "Rhowch beth a benderfynodd yr is-grŵp, a pham",
	"Say what is other than in the version before":
		"Dywedwch beth sy’n wahanol i’r fersiwn flaenorol",
	"The title": "Y teitl",
	"Enter 3,000 characters or less": "Rhowch 3,000 o nodau neu lai",
	"What you found": "Yr hyn a ganfuoch",
	"Select the lessons that it is made of": "Dewiswch y gwersi y mae wedi’i wneud ohonynt",
	"Say whether it was done": "Dywedwch a gafodd ei wneud",
	"Choose who does it": "Dewiswch pwy sy’n ei wneud",
	"Why it moves": "Pam mae’n symud",
	"The name": "Yr enw",
	"Select what it is about": "Dewiswch am beth y mae",
	"The day to look again": "Y diwrnod i edrych eto",
	"Say what happened in two sentences": "Dywedwch beth ddigwyddodd mewn dwy frawddeg",
	"Say what was done, and what shows it.": "Dywedwch beth a wnaed, a beth sy’n ei ddangos.",
	"Say why it will not be done.": "Dywedwch pam na chaiff ei wneud.",
	"Action 1": "Cam gweithredu 1",
	"Action 2": "Cam gweithredu 2",
	"Action 3": "Cam gweithredu 3",
	"The day of action 1": "Diwrnod cam gweithredu 1",
	"The day of action 2": "Diwrnod cam gweithredu 2",
	"The day of action 3": "Diwrnod cam gweithredu 3",
	// The parts of a date, as a fault names them.
	day: "diwrnod",
	month: "mis",
	year: "blwyddyn",
};
