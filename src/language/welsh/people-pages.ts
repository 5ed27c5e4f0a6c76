import type { Entries } from "./entry.ts";

/** People and their posts, logs of the years before, and oversight. */
export const peoplePages: Entries = {
	"The moment at which it was raised must be now or earlier.":
		"Rhaid i’r eiliad y’i codwyd fod nawr neu’n gynharach.",
	"Which column is which?": "Pa golofn yw pa un?",
	"Old logs": "Hen gofnodion",
	"Concord read {1} of {2} ({3}).": "Darllenodd Concord {1} o {2} ({3}).",
	"{1} lines": { two: "{1} linell", other: "{1} llinell" },
	"What is selected is a guess, or as in the last file. Leave out what your log does not have, and any column that tells who the child is.":
		"Dyfaliad yw’r hyn a ddewisir, neu fel yn y ffeil ddiwethaf. Gadewch allan yr hyn nad yw yn eich cofnod, ac unrhyw golofn sy’n dweud pwy yw’r plentyn.",
	"The first lines of the file": "Llinellau cyntaf y ffeil",
	Line: "Llinell",
	"Not in this log": "Ddim yn y cofnod hwn",
	"What does 03/04/2024 mean in this log?": "Beth mae 03/04/2024 yn ei olygu yn y cofnod hwn?",
	"Dates that the spreadsheet itself knows as dates are read right either way.":
		"Darllenir dyddiadau y mae’r daenlen ei hun yn eu hadnabod fel dyddiadau yn gywir y naill ffordd neu’r llall.",
	"4 March 2024, the month first as in the United States":
		"4 Mawrth 2024, y mis yn gyntaf fel yn yr Unol Daleithiau",
	"What is a line that does not say when or how it ended?":
		"Beth yw llinell nad yw’n dweud pryd na sut y daeth i ben?",
	"It counts as ended on the last day that its line tells.":
		"Mae’n cyfrif fel wedi dod i ben ar y diwrnod olaf y mae ei llinell yn ei ddweud.",
	"It had not ended": "Nid oedd wedi dod i ben",
	"It counts as open since.": "Mae’n cyfrif fel ar agor ers hynny.",
	"It did not read the sheet {1}. If the log is there, move it to the front of the workbook and choose the file again.":
		"Ni ddarllenodd y ddalen {1}. Os yw’r cofnod yno, symudwch hi i flaen y llyfr gwaith a dewiswch y ffeil eto.",
	"It did not read the sheets {1}. If the log is there, move it to the front of the workbook and choose the file again.":
		"Ni ddarllenodd y dalennau {1}. Os yw’r cofnod yno, symudwch hi i flaen y llyfr gwaith a dewiswch y ffeil eto.",
	Imported: "Mewnforiwyd",
	"This import was undone": "Dadwnaed y mewnforio hwn",
	"{1}, from {2}.": "{1}, o {2}.",
	"See the reports": "Gweld yr adroddiadau",
	"Undo this import": "Dadwneud y mewnforio hwn",
	"Reports count as they did before. Reports that were presented stay as they are. To import the log again, choose its file again.":
		"Mae adroddiadau’n cyfrif fel y gwnaethant o’r blaen. Mae adroddiadau a gyflwynwyd yn aros fel y maent. I fewnforio’r cofnod eto, dewiswch ei ffeil eto.",
	"Import an old log": "Mewnforio hen gofnod",
	"Bring in the forms of the years before Concord, so that reports can compare with them. They are counted in reports. They do not become cases that can be opened.":
		"Dewch â ffurflenni’r blynyddoedd cyn Concord i mewn, fel y gall adroddiadau gymharu â hwy. Cânt eu cyfrif mewn adroddiadau. Nid ydynt yn dod yn achosion y gellir eu hagor.",
	"You need a spreadsheet, saved as Excel (.xlsx) or CSV, that has:":
		"Mae angen taenlen arnoch, wedi’i chadw fel Excel (.xlsx) neu CSV, sydd â:",
	"one line for each form, or one line for several with a column of how many":
		"un llinell ar gyfer pob ffurflen, neu un llinell ar gyfer sawl un gyda cholofn o faint",
	"the agency that raised it": "yr asiantaeth a’i cododd",
	"when it was raised: a date, or a year such as 2023/24":
		"pryd y’i codwyd: dyddiad, neu flwyddyn fel 2023/24",
	"Take out columns with names of children or what happened. Concord does not use them, and deletes the file once it has read it, and its lines when you import it or after {1}. Nothing counts before you have seen what would be imported, and an import can be undone.":
		"Tynnwch golofnau gydag enwau plant neu’r hyn a ddigwyddodd allan. Nid yw Concord yn eu defnyddio, ac mae’n dileu’r ffeil unwaith y bydd wedi’i darllen, a’i llinellau pan fyddwch yn ei mewnforio neu ar ôl {1}. Nid oes dim yn cyfrif cyn i chi weld beth a fewnforid, a gellir dadwneud mewnforio.",
	"What reports call it": "Beth mae adroddiadau’n ei alw",
	"It comes after “imported from”. For example, the log of 2024/25":
		"Daw ar ôl “mewnforiwyd o”. Er enghraifft, cofnod 2024/25",
	"Under which protocol?": "O dan ba brotocol?",
	"The file": "Y ffeil",
	"One file of up to {1} MB, as .xlsx or .csv": "Un ffeil o hyd at {1} MB, fel .xlsx neu .csv",
	"Read the file": "Darllen y ffeil",
	"No old log has been chosen": "Ni ddewiswyd hen gofnod",
	Log: "Cofnod",
	Lines: "Llinellau",
	"Undone at {1}": "Dadwnaed am {1}",
	"Imported by {1} at {2}": "Mewnforiwyd gan {1} am {2}",
	"Not imported. Chosen by {1} at {2}": "Heb ei fewnforio. Dewiswyd gan {1} am {2}",
	"you find the log again under “Old logs”":
		"rydych yn dod o hyd i’r cofnod eto o dan “Hen gofnodion”",
	"Choose another file": "Dewis ffeil arall",
	"The file waits to be checked for viruses": "Mae’r ffeil yn aros i gael ei gwirio am firysau",
	"The virus scanner cannot be reached just now. Concord tries again every minute, and reads the file once it has been checked.":
		"Ni ellir cyrraedd y sganiwr firysau ar hyn o bryd. Mae Concord yn rhoi cynnig arall arni bob munud, ac yn darllen y ffeil unwaith y bydd wedi’i gwirio.",
	"No virus scanner is set up, so Concord does not read this file. Ask whoever runs Concord to set one up.":
		"Nid oes sganiwr firysau wedi’i osod, felly nid yw Concord yn darllen y ffeil hon. Gofynnwch i bwy bynnag sy’n rhedeg Concord osod un.",
	"You can leave this page: you find the log again under “Old logs”. Or {1}.":
		"Gallwch adael y dudalen hon: rydych yn dod o hyd i’r cofnod eto o dan “Hen gofnodion”. Neu {1}.",
	"throw this file away": "taflwch y ffeil hon",
	"Enter what reports call it": "Rhowch beth mae adroddiadau’n ei alw",
	"The file is larger than {1} MB": "Mae’r ffeil yn fwy na {1} MB",
	"The file could not be read": "Ni ellid darllen y ffeil",
	"Select what “{1}” means": "Dewiswch beth mae “{1}” yn ei olygu",
	"The trial did not work": "Ni weithiodd y treial",
	"Throw this file away": "Taflu’r ffeil hon",
	"Nothing of {1} was imported. What Concord read of it is deleted, and what you said of its columns and words with it.":
		"Ni fewnforiwyd dim o {1}. Caiff yr hyn a ddarllenodd Concord ohono ei ddileu, a’r hyn a ddywedoch am ei golofnau a’i eiriau gydag ef.",
	"{1} to mend before it can be imported": "{1} i’w cywiro cyn y gellir ei fewnforio",
	"{1} can be imported": "Gellir mewnforio {1}",
	"{1} may tell of a form that is there already": "Gall {1} sôn am ffurflen sydd yno eisoes",
	"Reports count a form twice that is imported twice. Look at each: you can import all of them as they are.":
		"Mae adroddiadau’n cyfrif ffurflen ddwywaith os caiff ei mewnforio ddwywaith. Edrychwch ar bob un: gallwch eu mewnforio i gyd fel y maent.",
	"There already?": "Yno eisoes?",
	"What do these words mean?": "Beth mae’r geiriau hyn yn ei olygu?",
	"Nothing was imported. Mend the file and {1}: your columns and words are remembered. What is wrong in columns or words can be put right on the pages before this one.":
		"Ni fewnforiwyd dim. Cywirwch y ffeil a {1}: cofir eich colofnau a’ch geiriau. Gellir cywiro’r hyn sy’n anghywir mewn colofnau neu eiriau ar y tudalennau cyn hon.",
	"choose it again": "dewiswch hi eto",
	"The first {1} are shown.": "Dangosir y {1} cyntaf.",
	Faults: "Namau",
	Column: "Colofn",
	"What is wrong": "Beth sy’n anghywir",
	"What to do": "Beth i’w wneud",
	"Compare these with your own totals. Nothing was imported yet: 1 line of the file was read.":
		"Cymharwch y rhain â’ch cyfansymiau eich hun. Ni fewnforiwyd dim eto: darllenwyd 1 llinell o’r ffeil.",
	"Compare these with your own totals. Nothing was imported yet: {1} of the file were read.":
		"Cymharwch y rhain â’ch cyfansymiau eich hun. Ni fewnforiwyd dim eto: darllenwyd {1} o’r ffeil.",
	"By the agency that raised it": "Yn ôl yr asiantaeth a’i cododd",
	"By theme": "Yn ôl thema",
	Theme: "Thema",
	"No theme": "Dim thema",
	"A form with several themes counts in each.":
		"Mae ffurflen gyda sawl thema yn cyfrif ym mhob un.",
	"1 form does not tell the days on which it began and ended. Reports count it and say nothing of how long it took.":
		"Nid yw 1 ffurflen yn dweud ar ba ddiwrnodau y dechreuodd ac y daeth i ben. Mae adroddiadau’n ei chyfrif ac nid ydynt yn dweud dim am ba hyd y cymerodd.",
	"{1} do not tell the days on which they began and ended. Reports count them and say nothing of how long they took.":
		"Nid yw {1} yn dweud ar ba ddiwrnodau y dechreuasant ac y daethant i ben. Mae adroddiadau’n eu cyfrif ac nid ydynt yn dweud dim am ba hyd y cymerasant.",
	"One that tells only a year counts on 1 April of it: reports on whole years are right, and those on half years are not.":
		"Mae un sy’n dweud blwyddyn yn unig yn cyfrif ar 1 Ebrill y flwyddyn honno: mae adroddiadau ar flynyddoedd cyfan yn gywir, ac nid yw’r rhai ar hanner blynyddoedd.",
	"1 form has not ended, and counts as open in every later report.":
		"Nid yw 1 ffurflen wedi dod i ben, ac mae’n cyfrif fel ar agor ym mhob adroddiad diweddarach.",
	"{1} have not ended, and count as open in every later report.":
		"Nid yw {1} wedi dod i ben, ac maent yn cyfrif fel ar agor ym mhob adroddiad diweddarach.",
	"Import {1}": "Mewnforio {1}",
	"What reports count, by the year in which it was raised":
		"Yr hyn y mae adroddiadau’n ei gyfrif, yn ôl y flwyddyn y’i codwyd",
	"Year, April to March": "Blwyddyn, Ebrill i Fawrth",
	Before: "Cyn",
	After: "Ar ôl",
	Forms: "Ffurflenni",
	Themes: "Themâu",
	Endings: "Diweddiadau",
	"Say it once: Concord remembers it for the next file. Nothing is imported yet.":
		"Dywedwch unwaith: mae Concord yn ei gofio ar gyfer y ffeil nesaf. Nid oes dim wedi’i fewnforio eto.",
	"In {1}": "Yn {1}",
	"Select what it means": "Dewiswch beth mae’n ei olygu",
	"Try the import": "Rhoi cynnig ar y mewnforio",
	"What the Business Unit was sent: 1 is open now.":
		"Yr hyn a anfonwyd i’r Uned Fusnes: mae 1 ar agor nawr.",
	"What the Business Unit was sent: {1} are open now.":
		"Yr hyn a anfonwyd i’r Uned Fusnes: mae {1} ar agor nawr.",
	"1 more is between the agencies alone and not listed here.":
		"Mae 1 arall rhwng yr asiantaethau yn unig a heb ei restru yma.",
	"{1} more are between the agencies alone and not listed here.":
		"Mae {1} arall rhwng yr asiantaethau yn unig a heb eu rhestru yma.",
	"You see references, and open those that you were given.":
		"Rydych yn gweld cyfeirnodau, ac yn agor y rhai a roddwyd i chi.",
	"Late now: {1}": "Yn hwyr nawr: {1}",
	"Late now: {1}, in {2}": "Yn hwyr nawr: {1}, mewn {2}",
	"No time limit is past": "Nid oes terfyn amser wedi mynd heibio",
	"Time limit": "Terfyn amser",
	"Working days late": "Diwrnodau gwaith yn hwyr",
	"Asked after the end, and not answered in time: {1}":
		"Gofynnwyd ar ôl y diwedd, a heb ei ateb mewn pryd: {1}",
	"What was asked": "Beth ofynnwyd",
	"Stuck: {1} in which nobody did anything for {2} working days or more":
		"Yn sownd: {1} na wnaeth neb ddim ynddynt am {2} diwrnod gwaith neu fwy",
	"None is stuck": "Nid oes un yn sownd",
	"Last act": "Y weithred ddiwethaf",
	"Working days since": "Diwrnodau gwaith ers hynny",
	"Stages passed over since {1}: {2}": "Camau a hepgorwyd ers {1}: {2}",
	"No stage was passed over": "Ni hepgorwyd cam",
	"Passed over": "Hepgorwyd",
	On: "Ar",
	"What it was about, raised since {1}": "Yr hyn yr oedd amdano, a godwyd ers {1}",
	"None was raised": "Ni chodwyd un",
	"How many": "Faint",
	"A spreadsheet (.xlsx) or a CSV file with a line for each person and these columns, in any order:":
		"Taenlen (.xlsx) neu ffeil CSV gyda llinell ar gyfer pob person a’r colofnau hyn, mewn unrhyw drefn:",
	"name, work address, job": "enw, cyfeiriad gwaith, swydd",
	"agency, by its name in Concord": "asiantaeth, yn ôl ei henw yn Concord",
	"safeguarding lead: yes or no; can be left out":
		"arweinydd diogelu: ie neu na; gellir ei adael allan",
	"offices and posts, with semicolons between them; can be left out":
		"swyddfeydd a swyddi, gyda hanner colon rhyngddynt; gellir eu gadael allan",
	"You see what would be imported first. Nobody is imported while a line has a fault, and an import can be undone until somebody of it has signed in.":
		"Rydych yn gweld yn gyntaf beth a fewnforid. Ni fewnforir neb tra bo nam ar linell, a gellir dadwneud mewnforio nes i rywun ohono fewngofnodi.",
	"not imported": "heb ei fewnforio",
	"imported at {1}": "mewnforiwyd am {1}",
	"undone at {1}": "dadwnaed am {1}",
	"Import people: {1}": "Mewnforio pobl: {1}",
	"{1} can be imported.": "Gellir mewnforio {1}.",
	"{1} a fault; {2} right. Nobody is imported yet.":
		"{1} nam; {2} yn gywir. Nid oes neb wedi’i fewnforio eto.",
	"{1} lines have": { two: "Mae gan {1} linell", other: "Mae gan {1} llinell" },
	"{1} lines are": { two: "mae {1} linell", other: "mae {1} llinell" },
	"Put it right in the file and choose the file again, or say below which column is which.":
		"Cywirwch hynny yn y ffeil a dewiswch y ffeil eto, neu dywedwch isod pa golofn yw pa un.",
	"Lines with faults": "Llinellau gyda namau",
	"Who would come": "Pwy fyddai’n dod",
	Level: "Lefel",
	"Send each of them an invitation now": "Anfon gwahoddiad at bob un ohonynt nawr",
	"Left out, they are in the directory, and you invite them later":
		"Os cânt eu gadael allan, maent yn y cyfeiriadur, ac rydych yn eu gwahodd yn ddiweddarach",
	"Which column is which": "Pa golofn yw pa un",
	"Try again with these": "Rhoi cynnig arall arni gyda’r rhain",
	"This import was undone at {1}. Nobody of it is in the directory.":
		"Dadwnaed y mewnforio hwn am {1}. Nid oes neb ohono yn y cyfeiriadur.",
	"{1} in the directory from this file, imported at {2}. {3}.":
		"{1} yn y cyfeiriadur o’r ffeil hon, mewnforiwyd am {2}. {3}.",
	"{1} people are": { other: "Mae {1} o bobl" },
	"See who has not come yet": "Gweld pwy nad yw wedi dod eto",
	"You can undo it until one of them has signed in or is named in something.":
		"Gallwch ei ddadwneud nes i un ohonynt fewngofnodi neu gael ei enwi mewn rhywbeth.",
	"How lists show whom it is about": "Sut mae rhestrau’n dangos am bwy y mae",
	"My work, the lists and the heading of each page say whom it is about, to people who may see it and to nobody else. Initials show less to somebody who looks over a shoulder, and two people can have the same. E-mails never name whom it is about.":
		"Mae Fy ngwaith, y rhestrau a phennawd pob tudalen yn dweud am bwy y mae, wrth bobl a gaiff ei weld ac wrth neb arall. Mae llythrennau cyntaf yn dangos llai i rywun sy’n edrych dros ysgwydd, a gall dau berson fod â’r un rhai. Nid yw e-byst byth yn enwi am bwy y mae.",
	"How should lists and headings say whom it is about?":
		"Sut dylai rhestrau a phenawdau ddweud am bwy y mae?",
	"{1} to do": "{1} i’w gwneud",
	"{1} steps": { two: "{1} gam", few: "{1} cham", many: "{1} cham", other: "{1} cam" },
	"{1} to put on the child’s own record": "{1} i’w rhoi ar gofnod y plentyn ei hun",
	"{1} that their side has to answer": "{1} y mae’n rhaid i’w hochr hwy eu hateb",
	"{1} questions": {
		two: "{1} gwestiwn",
		few: "{1} chwestiwn",
		many: "{1} chwestiwn",
		other: "{1} cwestiwn",
	},
	"{1} from reports and lessons": "{1} o adroddiadau a gwersi",
	"{1} that they began": "{1} a ddechreuwyd ganddynt",
	"{1} texts": { two: "{1} destun", few: "{1} thestun", many: "{1} thestun", other: "{1} testun" },
	"Standing in for {1}": "Yn cymryd lle {1}",
	"{1} leaves, or hands over": "Mae {1} yn gadael, neu’n trosglwyddo",
	"What is theirs now": "Beth sydd ganddynt nawr",
	"You know of nothing that they owe, and of no open difference that names them.":
		"Ni wyddoch am ddim y mae arnynt ei wneud, nac am wahaniaeth agored sy’n eu henwi.",
	"They are named in:": "Maent wedi’u henwi yn:",
	": {1} to do": ": {1} i’w gwneud",
	"What they owe in differences that you may not read is not told here. It is handed over all the same.":
		"Ni ddywedir yma beth y mae arnynt ei wneud mewn gwahaniaethau na chewch eu darllen. Fe’i trosglwyddir yr un fath.",
	"Nobody else answers for {1}.": "Nid oes neb arall yn ateb dros {1}.",
	"Nobody else holds: {1}.": "Nid oes gan neb arall: {1}.",
	"When do they go?": "Pryd maent yn mynd?",
	"They are signed out at once": "Cânt eu hallgofnodi ar unwaith",
	"At the end of a day": "Ar ddiwedd diwrnod",
	"Their last day": "Eu diwrnod olaf",
	"They stay, and hand over what is theirs": "Maent yn aros, ac yn trosglwyddo’r hyn sydd ganddynt",
	"Such as when they do another job here": "Fel pan fyddant yn gwneud swydd arall yma",
	"Who has it from then on?": "Pwy sydd ag ef o hynny ymlaen?",
	"A colleague": "Cydweithiwr",
	"They are named in the same differences. What they may not do is for whoever answers in that role.":
		"Cânt eu henwi yn yr un gwahaniaethau. Mae’r hyn na chânt ei wneud ar gyfer pwy bynnag sy’n ateb yn y rôl honno.",
	Colleague: "Cydweithiwr",
	"Whoever answers for {1}, or in their role": "Pwy bynnag sy’n ateb dros {1}, neu yn eu rôl",
	"The record of each difference says who has it now. Everything that they did stays theirs.":
		"Mae cofnod pob gwahaniaeth yn dweud pwy sydd ag ef nawr. Mae popeth a wnaethant yn aros yn eiddo iddynt.",
	"Hand over": "Trosglwyddo",
	"People of {1}": "Pobl {1}",
	"Say that they are still right": "Dweud eu bod yn dal yn gywir",
	"You invite people of {1} up to your own level. For somebody above it, ask an administrator of the partnership.":
		"Rydych yn gwahodd pobl {1} hyd at eich lefel eich hun. Ar gyfer rhywun uwch na hi, gofynnwch i weinyddwr y bartneriaeth.",
	"Invited by you, and not here yet": "Gwahoddwyd gennych chi, a heb ddod eto",
	"Find by some letters of a name, a job or a work address":
		"Dod o hyd yn ôl ychydig o lythrennau enw, swydd neu gyfeiriad gwaith",
	"Office or post": "Swyddfa neu swydd",
	"Any or none": "Unrhyw un neu ddim",
	"Here now": "Yma nawr",
	Leaving: "Yn gadael",
	Left: "Wedi gadael",
	"Nobody is found by that": "Ni cheir neb drwy hynny",
	Nobody: "Neb",
	"Offices and posts": "Swyddfeydd a swyddi",
	"These are the first {1}. Type more letters to find fewer.":
		"Dyma’r {1} cyntaf. Teipiwch fwy o lythrennau i ddod o hyd i lai.",
	"Left on {1}": "Gadawodd ar {1}",
	"Last day {1}": "Diwrnod olaf {1}",
	"Address not checked for a year": "Cyfeiriad heb ei wirio ers blwyddyn",
	"Last found right on {1}.": "Cafwyd yn gywir ddiwethaf ar {1}.",
	"Nobody has said yet whether it is right.": "Nid oes neb wedi dweud eto a yw’n gywir.",
	"Absence, deputies and telephone": "Absenoldeb, dirprwyon a ffôn",
	"Their last day was {1}. They leave as soon as somebody else is an administrator.":
		"Eu diwrnod olaf oedd {1}. Maent yn gadael cyn gynted ag y bydd rhywun arall yn weinyddwr.",
	"Their last day is {1}. What they owe is handed over at its end.":
		"Eu diwrnod olaf yw {1}. Caiff yr hyn sydd ganddynt i’w wneud ei drosglwyddo ar ei ddiwedd.",
	"They stay": "Maent yn aros",
	"Change how they leave": "Newid sut maent yn gadael",
	"They leave, or hand over their work": "Maent yn gadael, neu’n trosglwyddo eu gwaith",
	"Their post": "Eu swydd",
	"Since {1}.": "Ers {1}.",
	"A change holds from today; what they were before stays on this page.":
		"Mae newid yn dal o heddiw; mae’r hyn oeddent o’r blaen yn aros ar y dudalen hon.",
	"What they were before": "Yr hyn oeddent o’r blaen",
	"until {1}": "hyd {1}",
	"I know that nobody does this then, and it is meant":
		"Gwn nad oes neb yn gwneud hyn wedyn, ac mae’n fwriadol",
	"Enter their last day": "Rhowch eu diwrnod olaf",
	"Choose a colleague": "Dewiswch gydweithiwr",
};
