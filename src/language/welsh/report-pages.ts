/**
 * Reports, retention, seals, subject access, and what if.
 * The sentences of one page stand together, as its readers would meet them.
 */
import type { Entries } from "./entry.ts";

export const reportPages: Entries = {
	"When people are reminded": "Pan gaiff pobl eu hatgoffa",
	"Concord reminds people of what they owe on working days, between these hours. Most reminders go at the first of them.":
		"Mae Concord yn atgoffa pobl o’r hyn sydd ganddynt i’w wneud ar ddiwrnodau gwaith, rhwng yr oriau hyn. Mae’r rhan fwyaf o nodiadau atgoffa’n mynd ar y cyntaf ohonynt.",
	Until: "Hyd",
	"Enter the first day of the period": "Rhowch ddiwrnod cyntaf y cyfnod",
	"Enter the last day of the period": "Rhowch ddiwrnod olaf y cyfnod",
	"The period ends before it starts: the last day must not be before the first":
		"Mae’r cyfnod yn dod i ben cyn iddo ddechrau: ni chaiff y diwrnod olaf fod cyn y cyntaf",
	"Report: {1}": "Adroddiad: {1}",
	"This is what the figure counts today. The report keeps the number of {1}, which may differ.":
		"Dyma’r hyn y mae’r ffigur yn ei gyfrif heddiw. Mae’r adroddiad yn cadw rhif {1}, a all fod yn wahanol.",
	"Nothing is counted here today": "Nid oes dim yn cael ei gyfrif yma heddiw",
	"What was put right since is counted elsewhere, or not at all.":
		"Caiff yr hyn a gywirwyd ers hynny ei gyfrif yn rhywle arall, neu ddim o gwbl.",
	"The reasons of the first {1} are shown: those of the others stand in each.":
		"Dangosir rhesymau’r {1} cyntaf: mae rhai’r lleill ym mhob un ohonynt.",
	"You cannot open any of these": "Ni allwch agor unrhyw un o’r rhain",
	"They are counted, and are between the agencies.":
		"Cânt eu cyfrif, ac maent rhwng yr asiantaethau.",
	"Imported from {1}": "Mewnforiwyd o {1}",
	"{1} without a reference.": "{1} heb gyfeirnod.",
	"1 more is counted, and is between the agencies: you cannot open it.":
		"Caiff 1 arall ei gyfrif, ac mae rhwng yr asiantaethau: ni allwch ei agor.",
	"{1} more are counted, and are between the agencies: you cannot open them.":
		"Caiff {1} arall eu cyfrif, ac maent rhwng yr asiantaethau: ni allwch eu hagor.",
	"may name somebody": "gall enwi rhywun",
	"may be a name or a place": "gall fod yn enw neu’n lle",
	"names an agency": "mae’n enwi asiantaeth",
	"is a date of birth": "mae’n ddyddiad geni",
	"may be a date of birth": "gall fod yn ddyddiad geni",
	"may be an NHS number or another identifier": "gall fod yn rhif GIG neu’n ddynodydd arall",
	"may be a telephone number, an address or a postcode":
		"gall fod yn rhif ffôn, yn gyfeiriad neu’n god post",
	"Check and present": "Gwirio a chyflwyno",
	Report: "Adroddiad",
	"{1} It can be presented with its figures alone. {2}":
		"{1} Gellir ei gyflwyno gyda’i ffigurau yn unig. {2}",
	"Nothing is written in it yet.": "Nid oes dim wedi’i ysgrifennu ynddo eto.",
	"Write the words": "Ysgrifennu’r geiriau",
	"Present it": "Ei gyflwyno",
	"What may tell whom it is about": "Beth all ddweud am bwy y mae",
	"Nothing was found: no name, no place and no date of birth of what this period is about. Read it once more all the same.":
		"Ni chafwyd dim: dim enw, dim lle a dim dyddiad geni o’r hyn y mae’r cyfnod hwn yn ymwneud ag ef. Darllenwch ef unwaith eto er hynny.",
	"{1}, or say why it may stay.": "{1}, neu dywedwch pam y caiff aros.",
	"Take each out of the words": "Tynnwch bob un allan o’r geiriau",
	"Why it may stay": "Pam y caiff aros",
	"What changed in this version": "Beth newidiodd yn y fersiwn hon",
	"Readers see it first. The version before stays as it is.":
		"Mae darllenwyr yn ei weld gyntaf. Mae’r fersiwn flaenorol yn aros fel y mae.",
	"Figures and words stay as they are from then on. The {1} is told and can read it, with small numbers hidden. What is found to be wrong later is put right in a new version.":
		"Mae ffigurau a geiriau’n aros fel y maent o hynny ymlaen. Dywedir wrth {1} a gallant ei ddarllen, gyda rhifau bach wedi’u cuddio. Caiff yr hyn a geir yn anghywir yn ddiweddarach ei gywiro mewn fersiwn newydd.",
	Contents: "Cynnwys",
	"Are actions required?": "A oes angen camau gweithredu?",
	"What the subgroup decided, and why": "Beth a benderfynodd yr is-grŵp, a pham",
	"Name no child. Everybody who reads the report reads this.":
		"Peidiwch ag enwi plentyn. Mae pawb sy’n darllen yr adroddiad yn darllen hyn.",
	"Add another action": "Ychwanegu cam gweithredu arall",
	"An agency, or one of its people": "Asiantaeth, neu un o’i phobl",
	"By which day": "Erbyn pa ddiwrnod",
	"For example, 27 3 2026": "Er enghraifft, 27 3 2026",
	"Enter the day by which action {1} is to be done":
		"Rhowch y diwrnod y mae cam gweithredu {1} i’w wneud erbyn hynny",
	"Choose who is to do action {1}": "Dewiswch pwy sydd i wneud cam gweithredu {1}",
	"Extracts: {1}": "Dyfyniadau: {1}",
	"What may tell whom it is about is taken out already. Shorten what you choose, and read it once more: people can be known by what happened to them.":
		"Mae’r hyn a all ddweud am bwy y mae wedi’i dynnu allan eisoes. Byrhewch yr hyn a ddewiswch, a darllenwch ef unwaith eto: gellir adnabod pobl drwy’r hyn a ddigwyddodd iddynt.",
	"Nothing to choose from": "Dim byd i ddewis ohono",
	"You cannot open any of the differences with this theme.":
		"Ni allwch agor unrhyw un o’r gwahaniaethau â’r thema hon.",
	"Use this{1}": "Defnyddio hwn{1}",
	"1 difference more with this theme is not shown: between the agencies, or too many for this page.":
		"Ni ddangosir 1 gwahaniaeth arall â’r thema hon: rhwng yr asiantaethau, neu ormod ar gyfer y dudalen hon.",
	"{1} more with this theme are not shown: between the agencies, or too many for this page.":
		"Ni ddangosir {1} arall â’r thema hon: rhwng yr asiantaethau, neu ormod ar gyfer y dudalen hon.",
	"Report: {1}, version {2}": "Adroddiad: {1}, fersiwn {2}",
	"you find the report again under “Reports”":
		"fe ddewch o hyd i’r adroddiad eto o dan “Adroddiadau”",
	"{1}. Only the Business Unit sees this draft. Its figures were counted at {2}.":
		"{1}. Dim ond yr Uned Fusnes sy’n gweld y drafft hwn. Cafodd ei ffigurau eu cyfrif am {2}.",
	"Count the figures again": "Cyfrif y ffigurau eto",
	"What was written before": "Beth a ysgrifennwyd o’r blaen",
	"To the {1}": "I {1}",
	"There is a newer version.": "Mae fersiwn fwy newydd.",
	"Version {1}, a draft": "Fersiwn {1}, drafft",
	"What changed in this version:": "Beth newidiodd yn y fersiwn hon:",
	"{1}. Presented on {2}, by {3}. It stays as it is.":
		"{1}. Cyflwynwyd ar {2}, gan {3}. Mae’n aros fel y mae.",
	"{1} is a number that is not shown, so that nobody can tell which child it is about: a number from 1 to {2}, or another from which one could be worked out.":
		"Mae {1} yn rhif nas dangosir, fel na all neb ddweud am ba blentyn y mae: rhif o 1 i {2}, neu un arall y gellid cyfrifo un ohono.",
	"Not in this report, since too few of their numbers could be shown: {1}.":
		"Ddim yn yr adroddiad hwn, gan na ellid dangos digon o’u rhifau: {1}.",
	"What the subgroup decided": "Beth a benderfynodd yr is-grŵp",
	"Nothing is recorded yet. Whoever chairs the subgroup records which actions are required, or that none are.":
		"Nid oes dim wedi’i gofnodi eto. Mae pwy bynnag sy’n cadeirio’r is-grŵp yn cofnodi pa gamau gweithredu sydd eu hangen, neu nad oes angen un.",
	"Actions are required.": "Mae angen camau gweithredu.",
	"No action is required.": "Nid oes angen cam gweithredu.",
	"Actions required": "Camau gweithredu sydd eu hangen",
	"Record another decision": "Cofnodi penderfyniad arall",
	"What was pointed out, and may stay": "Yr hyn a nodwyd, ac a gaiff aros",
	"Its fingerprint (SHA-256): {1}": "Ei olion bysedd (SHA-256): {1}",
	"Put it right in a new version": "Ei gywiro mewn fersiwn newydd",
	"Version {1} of the words": "Fersiwn {1} o’r geiriau",
	"Saved by {1}, {2}.": "Cadwyd gan {1}, {2}.",
	"The report is presented. The subgroup is told.":
		"Mae’r adroddiad wedi’i gyflwyno. Dywedir wrth yr is-grŵp.",
	"The decision is recorded. Whoever is to do something is told.":
		"Mae’r penderfyniad wedi’i gofnodi. Dywedir wrth bwy bynnag sydd i wneud rhywbeth.",
	"Somebody else changed “{1}” too: put both together, then save":
		"Newidiodd rhywun arall “{1}” hefyd: rhowch y ddau ynghyd, yna cadwch",
	"“{1}” must be {2} characters or less": "Rhaid i “{1}” fod yn {2} nod neu lai",
	"Take “{1}” out of “{2}”, or say why it may stay":
		"Tynnwch “{1}” allan o “{2}”, neu dywedwch pam y caiff aros",
	"The next report on {1} is of {2}. It is prepared by itself on {3}, and the Business Unit is told.":
		"Mae’r adroddiad nesaf ar {1} am {2}. Caiff ei baratoi ohono’i hun ar {3}, a dywedir wrth yr Uned Fusnes.",
	"No report yet": "Dim adroddiad eto",
	"A report is prepared as a draft when its period ends.":
		"Caiff adroddiad ei baratoi fel drafft pan ddaw ei gyfnod i ben.",
	"A report stands here once it is presented, and you are told by mail.":
		"Mae adroddiad yma unwaith y caiff ei gyflwyno, a dywedir wrthych drwy’r post.",
	Period: "Cyfnod",
	", version {1}": ", fersiwn {1}",
	"Presented on {1}": "Cyflwynwyd ar {1}",
	"Not yet recorded": "Heb ei gofnodi eto",
	"Figures of any period": "Ffigurau unrhyw gyfnod",
	"Logs of the years before Concord": "Cofnodion y blynyddoedd cyn Concord",
	"{1}. For the {2}, every {3}.": "{1}. I {2}, bob {3}.",
	"The report on this period was presented": "Cyflwynwyd yr adroddiad ar y cyfnod hwn",
	"A report on this period is being written": "Mae adroddiad ar y cyfnod hwn yn cael ei ysgrifennu",
	"Make a report of this period": "Gwneud adroddiad o’r cyfnod hwn",
	"In no order, and for you alone: this list is in no report that leaves the Business Unit.":
		"Heb drefn, ac i chi’n unig: nid yw’r rhestr hon mewn unrhyw adroddiad sy’n gadael yr Uned Fusnes.",
	Periods: "Cyfnodau",
	"Period before: {1}": "Y cyfnod blaenorol: {1}",
	"Next period: {1}": "Y cyfnod nesaf: {1}",
	"Another period": "Cyfnod arall",
	"Show this period": "Dangos y cyfnod hwn",
	"For whom": "Ar gyfer pwy",
	"{1} With what an earlier report showed, a small number can be worked out in {2}.":
		"{1} Gyda’r hyn a ddangosodd adroddiad cynharach, gellir cyfrifo rhif bach yn {2}.",
	"Look before you pass this on.": "Edrychwch cyn pasio hwn ymlaen.",
	"Take it away as": "Ei gymryd i ffwrdd fel",
	"Which numbers are small": "Pa rifau sy’n fach",
	"Make all formats together (.zip)": "Gwneud pob fformat gyda’i gilydd (.zip)",
	"{1} tables and charts: {2}": "{1} o dablau a siartiau: {2}",
	"Beside the period before and a year before": "Wrth ochr y cyfnod blaenorol a blwyddyn ynghynt",
	"Chart: {1}": "Siart: {1}",
	"The figures: {1}": "Y ffigurau: {1}",
	"For the {1}:": "I {1}:",
	"for the {1}": "i {1}",
	"All but the Business Unit’s have small numbers hidden and name no person. The public’s have no table of single agencies and no extracts.":
		"Mae gan bob un ond rhai’r Uned Fusnes rifau bach wedi’u cuddio ac nid ydynt yn enwi person. Nid oes gan rai’r cyhoedd dabl o asiantaethau unigol na dyfyniadau.",
	"All {1}{2}": "Pob un o’r {1}{2}",
	"of “{1}”": "o “{1}”",
	"Name nobody: no child, no colleague, no school, no date of birth. What looks like one is pointed out before the report is presented. Everybody of the Business Unit writes here; each saving is kept as a version.":
		"Peidiwch ag enwi neb: dim plentyn, dim cydweithiwr, dim ysgol, dim dyddiad geni. Nodir yr hyn sy’n edrych fel un cyn i’r adroddiad gael ei gyflwyno. Mae pawb o’r Uned Fusnes yn ysgrifennu yma; cedwir pob cadw fel fersiwn.",
	"Last changed by {1}, {2}.": "Newidiwyd ddiwethaf gan {1}, {2}.",
	"For all of it": "Ar gyfer y cyfan",
	"Keep it and come back later": "Ei gadw a dod yn ôl yn nes ymlaen",
	"What was written here meanwhile": "Beth a ysgrifennwyd yma yn y cyfamser",
	"It was emptied.": "Cafodd ei wagio.",
	"What you wrote here while somebody else did":
		"Beth a ysgrifennoch yma tra oedd rhywun arall yn gwneud",
	"What these figures say{1}": "Beth mae’r ffigurau hyn yn ei ddweud{1}",
	"And what they do not say.": "A beth nad ydynt yn ei ddweud.",
	"Choose from what people wrote: {1}": "Dewis o’r hyn a ysgrifennodd pobl: {1}",
	"Certificates of disposal": "Tystysgrifau gwaredu",
	"Nothing was disposed of yet": "Ni waredwyd dim eto",
	Certificate: "Tystysgrif",
	"Disposed of": "Gwaredwyd",
	"Decided by": "Penderfynwyd gan",
	"Confirmed by": "Cadarnhawyd gan",
	"Certificate {1}": "Tystysgrif {1}",
	"What went by itself when its time was over": "Beth aeth ohono’i hun pan oedd ei amser ar ben",
	"Certificate of disposal {1}": "Tystysgrif gwaredu {1}",
	Certificates: "Tystysgrifau",
	"What was removed": "Beth a dynnwyd",
	"Download as PDF": "Lawrlwytho fel PDF",
	"To review": "I’w adolygu",
	Schedule: "Amserlen",
	"{1} and {2}": "{1} a {2}",
	"Waiting for a second person: {1}": "Yn aros am ail berson: {1}",
	"Nothing waits to be confirmed": "Nid oes dim yn aros i gael ei gadarnhau",
	"Waiting for a second person": "Yn aros am ail berson",
	Between: "Rhwng",
	"To review: {1}": "I’w adolygu: {1}",
	"Nothing is due": "Nid oes dim yn ddyledus",
	"What has ended comes due on 1 January, when the years in the schedule are over.":
		"Daw’r hyn sydd wedi dod i ben yn ddyledus ar 1 Ionawr, pan fydd y blynyddoedd yn yr amserlen ar ben.",
	"How it ended": "Sut y daeth i ben",
	"Due since": "Yn ddyledus ers",
	"On hold: {1}": "Wedi’i ddal: {1}",
	"Nothing is on hold": "Nid oes dim wedi’i ddal",
	"On hold": "Wedi’i ddal",
	"Kept longer: {1}": "Cedwir yn hwy: {1}",
	"Kept longer": "Cedwir yn hwy",
	"Waiting for an answer to a request: {1}": "Yn aros am ateb i gais: {1}",
	"Waiting for an answer to a request": "Yn aros am ateb i gais",
	"Find one by its reference": "Dod o hyd i un yn ôl ei gyfeirnod",
	"To put it on hold, or to see when it comes due. It may be open.":
		"I’w ddal, neu i weld pryd y daw’n ddyledus. Gall fod ar agor.",
	"For example, HV-7K4PN": "Er enghraifft, HV-7K4PN",
	"Choose one or several, then say what becomes of them. Nothing is disposed of before a second person has confirmed it. If you do nothing, all of it stays.":
		"Dewiswch un neu sawl un, yna dywedwch beth a ddaw ohonynt. Ni waredir dim cyn i ail berson ei gadarnhau. Os na wnewch ddim, mae’r cyfan yn aros.",
	"Which?": "Pa rai?",
	"{1}, {2}. Due since {3}: {4}.": "{1}, {2}. Yn ddyledus ers {3}: {4}.",
	"What becomes of it?": "Beth a ddaw ohono?",
	"Dispose of it": "Ei waredu",
	"A second person confirms this. Then it is gone for good.":
		"Mae ail berson yn cadarnhau hyn. Yna mae wedi mynd am byth.",
	"Keep it until a day": "Ei gadw hyd ddiwrnod",
	"Why is it kept? Name no child": "Pam y caiff ei gadw? Peidiwch ag enwi plentyn",
	"Put it on hold": "Ei ddal",
	"For a claim, an inquiry or a review. Nothing touches it until you lift the hold.":
		"Ar gyfer hawliad, ymchwiliad neu adolygiad. Nid oes dim yn cyffwrdd ag ef nes i chi godi’r daliad.",
	"Why? Name no child": "Pam? Peidiwch ag enwi plentyn",
	"The schedule says": "Mae’r amserlen yn dweud",
	"Lift the hold": "Codi’r daliad",
	"Why is it lifted? Name no child": "Pam y caiff ei godi? Peidiwch ag enwi plentyn",
	Decide: "Penderfynu",
	"Dispose of it for good": "Ei waredu am byth",
	"{1} is removed for good: its record, names, texts, files and messages. Nobody can bring it back.":
		"Caiff {1} ei dynnu am byth: ei gofnod, enwau, testunau, ffeiliau a negeseuon. Ni all neb ddod ag ef yn ôl.",
	"What reports count of it stays, without its reference. A lesson that was recorded stays. What was only written in the protocol’s own step about learning goes with it.":
		"Mae’r hyn y mae adroddiadau’n ei gyfrif ohono yn aros, heb ei gyfeirnod. Mae gwers a gofnodwyd yn aros. Mae’r hyn a ysgrifennwyd yng ngham y protocol ei hun am ddysgu yn unig yn mynd gydag ef.",
	"Take your decision back": "Tynnu eich penderfyniad yn ôl",
	"Do not dispose of it": "Peidio â’i waredu",
	"Another data protection officer or the head of the Business Unit confirms it. Until then you can take it back.":
		"Mae swyddog diogelu data arall neu bennaeth yr Uned Fusnes yn ei gadarnhau. Tan hynny gallwch ei dynnu’n ôl.",
	"It is open, or goes on under another protocol. What is open is never disposed of.":
		"Mae ar agor, neu’n mynd ymlaen o dan brotocol arall. Ni waredir byth yr hyn sydd ar agor.",
	"Somebody asked to see what is held about them. It stays until they have their answer.":
		"Gofynnodd rhywun am weld yr hyn a gedwir amdanynt. Mae’n aros nes iddynt gael eu hateb.",
	"On hold since {1}": "Wedi’i ddal ers {1}",
	"Kept until {1}": "Cedwir hyd {1}",
	"{1} decided to dispose of it. A second person confirms that.":
		"Penderfynodd {1} ei waredu. Mae ail berson yn cadarnhau hynny.",
	"To review, since {1}": "I’w adolygu, ers {1}",
	"Kept for good": "Cedwir am byth",
	"Kept. It comes due on {1}.": "Cedwir. Daw’n ddyledus ar {1}.",
	"decided to dispose of it": "wedi penderfynu ei waredu",
	"decided to keep it": "wedi penderfynu ei gadw",
	"said that it is not disposed of now": "wedi dweud na chaiff ei waredu nawr",
	"{1} {2} until {3}": "{1} {2} hyd {3}",
	"{1} put it on hold": "Daliwyd ef gan {1}",
	"{1} lifted the hold": "Cododd {1} y daliad",
	"Enter why": "Rhowch pam",
	"Enter why it is put on hold": "Rhowch pam y caiff ei ddal",
	"Enter a reference": "Rhowch gyfeirnod",
	"Differences that ended at “{1}”": "Gwahaniaethau a ddaeth i ben yn “{1}”",
	"Differences that ended as “{1}”": "Gwahaniaethau a ddaeth i ben fel “{1}”",
	"Differences that ended as “{1}” and ended at “{2}”":
		"Gwahaniaethau a ddaeth i ben fel “{1}” ac yn “{2}”",
	"Kept for good.": "Cedwir am byth.",
	"{1}, then they go by themselves.": "{1}, yna maent yn mynd ohonynt eu hunain.",
	"Retention schedule": "Amserlen gadw",
	"This is where Concord begins. It follows the records toolkit for schools of the Information and Records Management Society (25 years from birth, then review) and the six years of the Limitation Act 1980. Your partnership’s own schedule decides: change it to what that says.":
		"Dyma lle mae Concord yn dechrau. Mae’n dilyn pecyn cymorth cofnodion ar gyfer ysgolion yr Information and Records Management Society (25 mlynedd o’r geni, yna adolygu) a chwe blynedd Deddf Cyfyngiadau 1980. Amserlen eich partneriaeth ei hun sy’n penderfynu: newidiwch ef i’r hyn y mae honno’n ei ddweud.",
	"Version {1}, saved by {2} at {3}: {4}": "Fersiwn {1}, cadwyd gan {2} am {3}: {4}",
	"What the schedule says": "Beth mae’r amserlen yn ei ddweud",
	"How long, and what then": "Am ba hyd, a beth wedyn",
	"Years are over at the end of the calendar year. What is due then waits for a person: nothing about a child is disposed of by itself.":
		"Daw blynyddoedd i ben ar ddiwedd y flwyddyn galendr. Mae’r hyn sy’n ddyledus wedyn yn aros am berson: ni waredir dim am blentyn ohono’i hun.",
	"Change the schedule": "Newid yr amserlen",
	"What Concord keeps and does not ask the schedule for":
		"Beth mae Concord yn ei gadw ac nad yw’n gofyn i’r amserlen amdano",
	"The one that Concord comes with": "Yr un y daw Concord gydag ef",
	"How long are they kept?": "Am ba hyd y cânt eu cadw?",
	"If counted from a birth: never sooner after the end than":
		"Os cyfrifir o eni: byth yn gynt ar ôl y diwedd na",
	"Remove an exception": "Tynnu eithriad",
	"Add an exception": "Ychwanegu eithriad",
	"For which?": "Ar gyfer pa rai?",
	"How long are these kept?": "Am ba hyd y cedwir y rhain?",
	"What goes by itself": "Beth sy’n mynd ohono’i hun",
	"In days. Leave it blank to keep them.": "Mewn diwrnodau. Gadewch ef yn wag i’w cadw.",
	days: "diwrnod",
	"Why is it changed?": "Pam y caiff ei newid?",
	"For example, your retention policy and when it was approved":
		"Er enghraifft, eich polisi cadw a phryd y’i cymeradwywyd",
	"See what it would touch": "Gweld beth fyddai’n cael ei gyffwrdd",
	"Nothing is saved yet. With this schedule {1} due for review today, instead of {2}.":
		"Nid oes dim wedi’i gadw eto. Gyda’r amserlen hon {1} i’w hadolygu heddiw, yn lle {2}.",
	"{1} differences are": { two: "mae {1} wahaniaeth", other: "mae {1} gwahaniaeth" },
	"New: {1}.": "Newydd: {1}.",
	"Not due any more: {1}.": "Ddim yn ddyledus mwyach: {1}.",
	"From when is it counted?": "O ba bryd y caiff ei gyfrif?",
	"The birth of the youngest person it is about": "Geni’r person ieuengaf y mae amdano",
	"Its end": "Ei ddiwedd",
	"What happens then?": "Beth sy’n digwydd wedyn?",
	"Two people review it": "Mae dau berson yn ei adolygu",
	"It is kept": "Caiff ei gadw",
	"{1} must be a whole number of years": "{1}: rhaid i hwn fod yn nifer cyfan o flynyddoedd",
	"{1} must be 1 year or more": "{1}: rhaid i hwn fod yn 1 flwyddyn neu fwy",
	"{1} must be 100 years or less": "{1}: rhaid i hwn fod yn 100 mlynedd neu lai",
	"{1} must be between 30 and 3,660 days, or left blank to keep them":
		"{1}: rhaid i hwn fod rhwng 30 a 3,660 diwrnod, neu’n wag i’w cadw",
	"Enter why, such as the policy that it follows": "Rhowch pam, fel y polisi y mae’n ei ddilyn",
	"How long must be a whole number of years, from 1 to 100":
		"Rhaid i ba hyd fod yn nifer cyfan o flynyddoedd, o 1 i 100",
	"{1}: ended as “{2}”": "{1}: daeth i ben fel “{2}”",
	"{1}: ended at “{2}”": "{1}: daeth i ben yn “{2}”",
	"If something does not work, tell your administrator.":
		"Os nad yw rhywbeth yn gweithio, dywedwch wrth eich gweinyddwr.",
	"Whoever looks after the computer that Concord runs on sees the same with “concord health”, and tries out more with “concord doctor”.":
		"Mae pwy bynnag sy’n gofalu am y cyfrifiadur y mae Concord yn rhedeg arno yn gweld yr un peth gyda “concord health”, ac yn rhoi cynnig ar fwy gyda “concord doctor”.",
	"the whole page": "y dudalen gyfan",
	"the form": "y ffurflen",
	"what is to be done": "beth sydd i’w wneud",
	"Sealed differences": "Gwahaniaethau wedi’u selio",
	"Only the people who were named may know of these. You see to the seals, and do not read what is under them unless you were named.":
		"Dim ond y bobl a enwyd a gaiff wybod am y rhain. Rydych yn gofalu am y seliau, ac nid ydych yn darllen yr hyn sydd o danynt oni bai i chi gael eich enwi.",
	"Nothing is sealed": "Nid oes dim wedi’i selio",
	"{1} took the seal off at {2}.": "Tynnodd {1} y sêl am {2}.",
	"No seal is yours to see to": "Nid oes sêl i chi ofalu amdani",
	"The data protection officer and the head of the partnership’s office see to seals. You see to those for which neither is there without a conflict of interest.":
		"Mae’r swyddog diogelu data a phennaeth swyddfa’r bartneriaeth yn gofalu am seliau. Rydych chi’n gofalu am y rhai nad oes yr un o’r ddau yno ar eu cyfer heb wrthdaro buddiannau.",
	"When somebody seals a difference, it is listed here.":
		"Pan fydd rhywun yn selio gwahaniaeth, caiff ei restru yma.",
	"{1} sealed it at {2}. It may be known to {3}.": "Seliodd {1} ef am {2}. Caiff {3} wybod amdano.",
	"{1} Name somebody who can, or take the seal off.": "{1} Enwch rywun a all, neu tynnwch y sêl.",
	"Something is owed that none of them can do.":
		"Mae rhywbeth i’w wneud na all yr un ohonynt ei wneud.",
	"Change who may know{1}": "Newid pwy a gaiff wybod{1}",
	"take the seal off{1}": "tynnu’r sêl{1}",
	"The seal is off.": "Mae’r sêl wedi’i thynnu.",
	"Opened in an emergency at {1}": "Agorwyd mewn argyfwng am {1}",
	"{1}, until {2}. Why: “{3}”": "{1}, hyd {2}. Pam: “{3}”",
	"They opened nothing of it.": "Nid agorwyd dim ohono ganddynt.",
	"{1}, at {2}": "{1}, am {2}",
	"another page of it": "tudalen arall ohono",
	"Seal another": "Selio un arall",
	"Open what is sealed, in an emergency": "Agor yr hyn sydd wedi’i selio, mewn argyfwng",
	"A sealed difference is in no list. If you could know of it before it was sealed, and somebody could come to harm because you cannot read it now, type its reference.":
		"Nid yw gwahaniaeth wedi’i selio mewn unrhyw restr. Os gallech wybod amdano cyn iddo gael ei selio, ac y gallai rhywun ddod i niwed oherwydd na allwch ei ddarllen nawr, teipiwch ei gyfeirnod.",
	"Small numbers in reports": "Rhifau bach mewn adroddiadau",
	"When a report goes to anybody outside the Business Unit, small numbers are hidden, so that nobody can tell which child a figure is about. {1} stands in their place. Other numbers are hidden with them where they would give them away. A 0 is always shown.":
		"Pan aiff adroddiad at unrhyw un y tu allan i’r Uned Fusnes, caiff rhifau bach eu cuddio, fel na all neb ddweud am ba blentyn y mae ffigur. Mae {1} yn eu lle. Caiff rhifau eraill eu cuddio gyda hwy lle byddent yn eu datgelu. Dangosir 0 bob amser.",
	"A report that was presented stays as it was. What you choose here is for the next ones.":
		"Mae adroddiad a gyflwynwyd yn aros fel yr oedd. Mae’r hyn a ddewiswch yma ar gyfer y rhai nesaf.",
	"Which numbers are too small to show?": "Pa rifau sy’n rhy fach i’w dangos?",
	"1 to {1}": "1 i {1}",
	Answered: "Atebwyd",
	"Overdue since {1}": "Yn hwyr ers {1}",
	"Due by {1}": "I’w wneud erbyn {1}",
	"Request {1}: {2}": "Cais {1}: {2}",
	"Request {1}, about a {2}. It cannot be opened: its key is not there.":
		"Cais {1}, am {2}. Ni ellir ei agor: nid yw ei allwedd yno.",
	"Somebody asks what is held about them. You find it, look at each piece, and give them one file. They have a right to an answer within a month.":
		"Mae rhywun yn gofyn beth a gedwir amdanynt. Rydych yn dod o hyd iddo, yn edrych ar bob darn, ac yn rhoi un ffeil iddynt. Mae ganddynt hawl i ateb o fewn mis.",
	"Begin: about a child": "Dechrau: am blentyn",
	"Begin: about somebody who works here": "Dechrau: am rywun sy’n gweithio yma",
	"Nobody has asked yet": "Nid oes neb wedi gofyn eto",
	Requests: "Ceisiadau",
	Request: "Cais",
	Received: "Derbyniwyd",
	"Begun by": "Dechreuwyd gan",
	"When was the request received?": "Pryd y derbyniwyd y cais?",
	"The month runs from this day": "Mae’r mis yn rhedeg o’r diwrnod hwn",
	"Which child is it about?": "Am ba blentyn y mae?",
	"Every difference of the partnership is looked through, also where the name was typed another way. You see what was found and say which are about this child. Make sure first that whoever asks may have it.":
		"Edrychir drwy bob gwahaniaeth o eiddo’r bartneriaeth, hefyd lle teipiwyd yr enw mewn ffordd arall. Rydych yn gweld yr hyn a gafwyd ac yn dweud pa rai sydd am y plentyn hwn. Gwnewch yn siŵr yn gyntaf y caiff pwy bynnag sy’n gofyn ei gael.",
	"Date of birth (optional)": "Dyddiad geni (dewisol)",
	"Identifier (optional)": "Dynodydd (dewisol)",
	"For example, an NHS number": "Er enghraifft, rhif GIG",
	"Who is it about?": "Am bwy y mae?",
	"What the directory and their account hold, messages to them, what they opened and did, what was recorded of them, such as a conflict of interest, and where a text names them.":
		"Yr hyn sydd yn y cyfeiriadur a’u cyfrif, negeseuon atynt, yr hyn a agorwyd ac a wnaed ganddynt, yr hyn a gofnodwyd amdanynt, fel gwrthdaro buddiannau, a lle mae testun yn eu henwi.",
	"Their work e-mail address": "Eu cyfeiriad e-bost gwaith",
	"{1}. Piece {2} of {3}, {4}": "{1}. Darn {2} o {3}, {4}",
	"All pieces": "Pob darn",
	"The person is told this": "Dywedir hyn wrth y person",
	"Which of these are about this child?": "Pa rai o’r rhain sydd am y plentyn hwn?",
	"Nothing was found": "Ni chafwyd dim",
	"No difference of the partnership names this child, or somebody of nearly this name.":
		"Nid oes gwahaniaeth o eiddo’r bartneriaeth yn enwi’r plentyn hwn, na rhywun gydag enw bron yr un fath.",
	"Tick each that is. Leave out a child who only has the same name":
		"Ticiwch bob un sydd. Gadewch allan blentyn sydd â’r un enw yn unig",
	"{1}. Found by {2}.": "{1}. Cafwyd drwy {2}.",
	"Why it takes longer": "Pam mae’n cymryd mwy o amser",
	"Change which differences are theirs": "Newid pa wahaniaethau sy’n eiddo iddynt",
	"To agree with, or to open: {1}": "I gytuno â hwy, neu i’w hagor: {1}",
	"Which proposals do you agree with?": "Â pha gynigion yr ydych yn cytuno?",
	"Agree with these": "Cytuno â’r rhain",
	"One zip: a page to begin with, each record as a page and as a PDF, its files, and what was withheld and why. It is made beside this page and deleted after a day.":
		"Un zip: tudalen i ddechrau gyda hi, pob cofnod fel tudalen ac fel PDF, ei ffeiliau, a’r hyn a ddaliwyd yn ôl a pham. Caiff ei wneud wrth ochr y dudalen hon a’i ddileu ar ôl diwrnod.",
	"Make the file": "Gwneud y ffeil",
	"The file can be made once you have looked at every piece, and at every difference that was found in texts.":
		"Gellir gwneud y ffeil unwaith y byddwch wedi edrych ar bob darn, ac ar bob gwahaniaeth a gafwyd mewn testunau.",
	"It is not about a child.": "Nid yw am blentyn.",
	"Enter a name of at least two letters.": "Rhowch enw o ddwy lythyren o leiaf.",
	"Say why.": "Dywedwch pam.",
	"the identifier": "y dynodydd",
	"the name": "yr enw",
	"a text that cannot be opened": "testun na ellir ei agor",
	"The difference is about somebody else. Only the sentences that name this child are proposed.":
		"Mae’r gwahaniaeth am rywun arall. Dim ond y brawddegau sy’n enwi’r plentyn hwn a gynigir.",
	"The difference is about somebody else. Give no more than what names this child.":
		"Mae’r gwahaniaeth am rywun arall. Peidiwch â rhoi mwy na’r hyn sy’n enwi’r plentyn hwn.",
	"Which of these texts name this child?": "Pa rai o’r testunau hyn sy’n enwi’r plentyn hwn?",
	"Each of these differences is about somebody else, and a text in it has what you looked for. Tick those of which you say the same, say it, and say why. If you include one, its sentences that name this child become pieces for you to look at.":
		"Mae pob un o’r gwahaniaethau hyn am rywun arall, ac mae testun ynddo â’r hyn yr oeddech yn chwilio amdano. Ticiwch y rhai yr ydych yn dweud yr un peth amdanynt, dywedwch hynny, a dywedwch pam. Os ydych yn cynnwys un, daw ei frawddegau sy’n enwi’r plentyn hwn yn ddarnau i chi edrych arnynt.",
	"You see the first {1} of {2}. The next are shown once you have said what these are.":
		"Rydych yn gweld y {1} cyntaf o {2}. Dangosir y nesaf unwaith y byddwch wedi dweud beth yw’r rhain.",
	"Which differences?": "Pa wahaniaethau?",
	"Do the texts of those that you ticked name this child?":
		"A yw testunau’r rhai a diciwyd gennych yn enwi’r plentyn hwn?",
	"Yes, include them": "Ydynt, eu cynnwys",
	"No, they name somebody else": "Nac ydynt, maent yn enwi rhywun arall",
	"Why do you think so?": "Pam yr ydych yn meddwl hynny?",
	"Kept with each that you ticked": "Caiff ei gadw gyda phob un a diciwyd gennych",
	"Found by {1}.": "Cafwyd drwy {1}.",
	"Included by {1}: {2}": "Cynhwyswyd gan {1}: {2}",
	"Not included by {1}: {2}": "Ni chynhwyswyd gan {1}: {2}",
	"Where only a text names this child": "Lle dim ond testun sy’n enwi’r plentyn hwn",
	"you find it again under “Subject access”":
		"dewch o hyd iddo eto o dan “Cais gwrthrych am wybodaeth”",
	"A brother, a sister or a friend may stand in no form. Have every text of every difference looked through for a name. It takes a few minutes, and you say of each difference that is found whether it names this child. Files are not looked through.":
		"Efallai nad yw brawd, chwaer neu ffrind mewn unrhyw ffurflen. Gallwch gael edrych drwy bob testun o bob gwahaniaeth am enw. Mae’n cymryd ychydig funudau, ac rydych yn dweud am bob gwahaniaeth a geir a yw’n enwi’r plentyn hwn. Nid edrychir drwy ffeiliau.",
	"Looked for: {1}. Found in {2} beside those that are theirs.":
		"Chwiliwyd am: {1}. Cafwyd mewn {2} heblaw’r rhai sy’n eiddo iddynt.",
	"Say which of these name this child: {1} to look at":
		"Dywedwch pa rai o’r rhain sy’n enwi’r plentyn hwn: {1} i edrych arnynt",
	"See or change which of these name this child":
		"Gweld neu newid pa rai o’r rhain sy’n enwi’r plentyn hwn",
	"For which names?": "Am ba enwau?",
	"One in each line, such as other spellings and short names. All words of a line must stand in the text. A first name alone in its line finds other children too. The date of birth and the identifier are looked for as well.":
		"Un ym mhob llinell, fel sillafiadau eraill ac enwau byr. Rhaid i bob gair o linell fod yn y testun. Mae enw cyntaf ar ei ben ei hun mewn llinell yn dod o hyd i blant eraill hefyd. Chwilir hefyd am y dyddiad geni a’r dynodydd.",
	"Look through every text": "Edrych drwy bob testun",
	"Every text looked through": "Edrychwyd drwy bob testun",
	"Differences, one after the other by a program": "Gwahaniaethau, un ar ôl y llall gan raglen",
	"Enter a name to look for": "Rhowch enw i chwilio amdano",
	"Enter why you think so": "Rhowch pam yr ydych yn meddwl hynny",
	Names: "Enwau",
	"Select which differences you mean": "Dewiswch pa wahaniaethau yr ydych yn eu golygu",
	"Select whether they name this child": "Dewiswch a ydynt yn enwi’r plentyn hwn",
	"This request is not open any more.": "Nid yw’r cais hwn ar agor mwyach.",
	"More than 1,000 differences have one of these names, and nobody can look at so many. Leave out a first name that stands alone, or enter more of it, and look again.":
		"Mae gan fwy na 1,000 o wahaniaethau un o’r enwau hyn, ac ni all neb edrych ar gymaint. Gadewch allan enw cyntaf ar ei ben ei hun, neu rhowch fwy ohono, ac edrychwch eto.",
	"Looking through every text": "Wrthi’n edrych drwy bob testun",
	"It takes longer": "Mae’n cymryd mwy o amser",
	"If it is complex you have two months more. Tell the person within the first month, and why.":
		"Os yw’n gymhleth mae gennych ddau fis arall. Dywedwch wrth y person o fewn y mis cyntaf, a pham.",
	"Why does it take longer?": "Pam mae’n cymryd mwy o amser?",
	"Take two months more": "Cymryd dau fis arall",
	"It is answered": "Mae wedi’i ateb",
	"Once you have given them the file, close the request.":
		"Unwaith y byddwch wedi rhoi’r ffeil iddynt, caewch y cais.",
	"Close the request": "Cau’r cais",
	"What was done": "Beth a wnaed",
	"{1} by {2}, {3}: {4} given, {5} given in part, {6} withheld":
		"{1} gan {2}, {3}: {4} wedi’u rhoi, {5} wedi’u rhoi’n rhannol, {6} wedi’u dal yn ôl",
	"give it": "ei roi",
	"give it without the names of others": "ei roi heb enwau pobl eraill",
	"withhold it": "ei ddal yn ôl",
	Begun: "Dechreuwyd",
	"Given two months more": "Rhoddwyd dau fis arall",
	"File asked for": "Gofynnwyd am y ffeil",
	"File made": "Gwnaed y ffeil",
	"Enter the day on which it was received": "Rhowch y diwrnod y derbyniwyd ef",
	"Enter the child’s name": "Rhowch enw’r plentyn",
	"Enter their work e-mail address": "Rhowch eu cyfeiriad e-bost gwaith",
	"Enter why it takes longer": "Rhowch pam mae’n cymryd mwy o amser",
	"Concord in Welsh": "Concord yn Gymraeg",
	"Each person chooses for themself, at the top of any page. Pages and e-mails are then in Welsh as far as they are translated. What is not stays in English.":
		"Mae pob person yn dewis drosto’i hun, ar frig unrhyw dudalen. Mae tudalennau ac e-byst wedyn yn Gymraeg i’r graddau y maent wedi’u cyfieithu. Mae’r hyn nad yw wedi’i gyfieithu’n aros yn Saesneg.",
	"A Welsh speaker has not checked these translations yet. Ask one before you offer them.":
		"Nid yw siaradwr Cymraeg wedi gwirio’r cyfieithiadau hyn eto. Gofynnwch i un cyn i chi eu cynnig.",
	"May people choose Welsh?": "A gaiff pobl ddewis Cymraeg?",
	"What if?": "Beth os?",
	"Choose what happens and when, and see what is due by when, and why. Nothing is stored.":
		"Dewiswch beth sy’n digwydd a phryd, a gwelwch beth sydd i’w wneud erbyn pryd, a pham. Ni chedwir dim.",
	"What happens?": "Beth sy’n digwydd?",
	"On which day?": "Ar ba ddiwrnod?",
	"At what time?": "Am faint o’r gloch?",
	"See what is due": "Gweld beth sydd i’w wneud",
	"Or ask about {1}.": "Neu gofynnwch am {1}.",
	"“{1}” ends with “{2}” at {3}": "Daw “{1}” i ben gyda “{2}” am {3}",
	"“{1}” is done at {2}": "Caiff “{1}” ei wneud am {2}",
	"If {1}:": "Os {1}:",
	"{1} must do “{2}” by {3}{4}.": "Rhaid i {1} wneud “{2}” erbyn {3}{4}.",
	"Choose what happens": "Dewiswch beth sy’n digwydd",
	"Who looked at one difference": "Pwy edrychodd ar un gwahaniaeth",
	"Its reference, such as HV-7K4P2": "Ei gyfeirnod, fel HV-7K4P2",
	"Show who looked": "Dangos pwy edrychodd",
	"Reading that stands out": "Darllen sy’n sefyll allan",
	"Of the last {1}. Each has been let by the rules, and may have a good reason: ask. Nothing of what was read stands here.":
		"O’r {1} diwethaf. Mae’r rheolau wedi caniatáu pob un, a gall fod rheswm da: gofynnwch. Nid oes dim o’r hyn a ddarllenwyd yma.",
	"Nothing stands out": "Nid oes dim yn sefyll allan",
	"What stands out": "Beth sy’n sefyll allan",
	"Looked {1}": "Edrychodd {1}",
};
