/**
 * Protocols: how they are read, written, tried, approved and published; the record’s proof.
 * The sentences of one page stand together, as its readers would meet them.
 */
import type { Entries } from "./entry.ts";

export const protocolPages: Entries = {
	"How it goes": "Sut mae’n mynd",
	"How to begin": "Sut i ddechrau",
	"Who reads what, and who is told": "Pwy sy’n darllen beth, ac wrth bwy y dywedir",
	"On this page": "Ar y dudalen hon",
	"How it goes, as a diagram": "Sut mae’n mynd, fel diagram",
	"What else may be done, and how it can end":
		"Beth arall y gellir ei wneud, a sut y gall ddod i ben",
	"How time is counted": "Sut y cyfrifir amser",
	"If {1} is not safe": "Os nad yw {1} yn ddiogel",
	"Ring first. Nothing here comes before it.":
		"Ffoniwch yn gyntaf. Nid oes dim yma’n dod o flaen hynny.",
	"What it is not for": "Ar gyfer beth nad yw",
	"Download the guide to print (PDF)": "Lawrlwytho’r canllaw i’w argraffu (PDF)",
	"Download the guide to work on (Word)": "Lawrlwytho’r canllaw i weithio arno (Word)",
	"Download the diagram (SVG)": "Lawrlwytho’r diagram (SVG)",
	"Who does what by when": "Pwy sy’n gwneud beth ac erbyn pryd",
	"Also possible here, as “What else may be done” says: {1}.":
		"Hefyd yn bosibl yma, fel y dywed “Beth arall y gellir ei wneud”: {1}.",
	"When it is done": "Pan fydd wedi’i wneud",
	"What you can choose": "Beth allwch chi ei ddewis",
	"Time limits over several steps or stages": "Terfynau amser dros sawl cam",
	"What else may be done": "Beth arall y gellir ei wneud",
	"How it can end": "Sut y gall ddod i ben",
	"What if? See who must do what by when, if something happens now or on another day":
		"Beth os? Gweld pwy sy’n gorfod gwneud beth ac erbyn pryd, os bydd rhywbeth yn digwydd nawr neu ar ddiwrnod arall",
	"{1} to see by when somebody must answer, and why then.":
		"{1} i weld erbyn pryd y mae’n rhaid i rywun ateb, a pham wedyn.",
	"Who is meant": "Pwy a olygir",
	"What the roles are called": "Beth yw enwau’r rolau",
	"What it can be about": "Yr hyn y gall fod amdano",
	"Source: {1}.": "Ffynhonnell: {1}.",
	"Version {1}.": "Fersiwn {1}.",
	"What it changes beside version {1}": "Yr hyn y mae’n ei newid wrth ochr fersiwn {1}",
	"Version {1} is in force now.": "Mae fersiwn {1} mewn grym nawr.",
	"They cannot be compared: one of the two texts cannot be read, or it takes too long.":
		"Ni ellir eu cymharu: ni ellir darllen un o’r ddau destun, neu mae’n cymryd gormod o amser.",
	"Compare it with another version": "Ei gymharu â fersiwn arall",
	"Make a new version from it": "Gwneud fersiwn newydd ohono",
	"The text is copied. You change it on the next page. Nothing changes for anybody yet.":
		"Copïir y testun. Rydych yn ei newid ar y dudalen nesaf. Nid oes dim yn newid i neb eto.",
	"What is the new version called?": "Beth yw enw’r fersiwn newydd?",
	"Such as the month, {1}": "Fel y mis, {1}",
	"Why is it made? (optional)": "Pam y caiff ei gwneud? (dewisol)",
	"Make it": "Ei gwneud",
	"Enter a name for the new version": "Rhowch enw ar gyfer y fersiwn newydd",
	"There is a version “{1}” already. Choose another name":
		"Mae fersiwn “{1}” eisoes. Dewiswch enw arall",
	"Approve or refuse it": "Ei chymeradwyo neu ei gwrthod",
	"What was done to it": "Beth a wnaed iddi",
	"What it changes beside version {1}, which is in force":
		"Yr hyn y mae’n ei newid wrth ochr fersiwn {1}, sydd mewn grym",
	"See what it would have changed in the last twelve months":
		"Gweld beth fyddai wedi’i newid yn y deuddeg mis diwethaf",
	"You had a part in this version, so another administrator must approve it.":
		"Roedd gennych ran yn y fersiwn hon, felly rhaid i weinyddwr arall ei chymeradwyo.",
	"What do you decide?": "Beth ydych chi’n ei benderfynu?",
	"Approve it": "Ei chymeradwyo",
	"Today or later. What is raised from then on runs under it; what is under way stays as it is.":
		"Heddiw neu’n ddiweddarach. Mae’r hyn a godir o hynny ymlaen yn rhedeg o dani; mae’r hyn sydd ar y gweill yn aros fel y mae.",
	"Note (optional)": "Nodyn (dewisol)",
	"Refuse it": "Ei gwrthod",
	"Why?": "Pam?",
	"Whoever proposed it reads this.": "Mae pwy bynnag a’i cynigiodd yn darllen hyn.",
	Confirm: "Cadarnhau",
	"Enter why you refuse it": "Rhowch pam rydych yn ei gwrthod",
	"Edit the text": "Golygu’r testun",
	"Kept. You can close this page: your text will be as you left it. Nobody else can see it.":
		"Cadwyd. Gallwch gau’r dudalen hon: bydd eich testun fel y gadawoch ef. Ni all neb arall ei weld.",
	"Save mine instead of theirs": "Cadw fy un i yn lle eu hun hwy",
	"Save the version": "Cadw’r fersiwn",
	"Only a text without faults can be saved. {1} to work on it elsewhere, and paste it back here.":
		"Dim ond testun heb namau y gellir ei gadw. {1} i weithio arno yn rhywle arall, a’i gludo yn ôl yma.",
	"Download the saved text": "Lawrlwythwch y testun a gadwyd",
	"{1} saved this version at {2}, after you began. Your text is below, and nothing of it is lost. If you save it, it takes the place of theirs.":
		"Cadwodd {1} y fersiwn hon am {2}, ar ôl i chi ddechrau. Mae eich testun isod, ac nid oes dim ohono wedi’i golli. Os cadwch ef, mae’n cymryd lle eu testun hwy.",
	"some time": "rhyw amser",
	"What yours changes beside theirs:": "Yr hyn y mae eich un chi’n ei newid wrth ochr eu hun hwy:",
	"Their text": "Eu testun hwy",
	"The last twelve months under this version": "Y deuddeg mis diwethaf o dan y fersiwn hon",
	"Every difference that began or was under way since {1} was lived through again, each act at its time, as if this version had been in force. Nothing was changed.":
		"Cafodd pob gwahaniaeth a ddechreuodd neu a oedd ar y gweill ers {1} ei fyw drwyddo eto, pob gweithred yn ei hamser, fel pe bai’r fersiwn hon wedi bod mewn grym. Ni newidiwyd dim.",
	"You see references and dates only.": "Rydych yn gweld cyfeirnodau a dyddiadau yn unig.",
	"You see numbers, and of those that you may open also references and dates.":
		"Rydych yn gweld rhifau, ac o’r rhai y cewch eu hagor hefyd gyfeirnodau a dyddiadau.",
	"Tried: {1}": "Rhoddwyd cynnig ar: {1}",
	"Would have gone otherwise: {1}": "Byddai wedi mynd fel arall: {1}",
	"With other dates: {1}": "Gyda dyddiadau eraill: {1}",
	"With another date for “{1}”: {2}": "Gyda dyddiad arall ar gyfer “{1}”: {2}",
	"Late that were in time: {1}": "Yn hwyr a oedd mewn pryd: {1}",
	"With other reminders: {1}": "Gyda nodiadau atgoffa eraill: {1}",
	"In which something was done that it does not allow: {1}":
		"Lle gwnaed rhywbeth nad yw’n ei ganiatáu: {1}",
	"There was no difference in the last twelve months":
		"Nid oedd gwahaniaeth yn y deuddeg mis diwethaf",
	"What would have been different": "Beth fyddai wedi bod yn wahanol",
	Dates: "Dyddiadau",
	Acts: "Gweithredoedd",
	"The same": "Yr un peth",
	"{1} where {2} went. {3}": "{1} lle aeth {2}. {3}",
	"{1}: “{2}” could not have been done. {3}": "{1}: ni ellid bod wedi gwneud “{2}”. {3}",
	"And {1} after it": "A {1} ar ei hôl",
	"{1} acts": { two: "{1} weithred", other: "{1} gweithred" },
	"Also asks: {1}": "Mae hefyd yn gofyn: {1}",
	"no date → {1}": "dim dyddiad → {1}",
	"no date → none": "dim dyddiad → dim",
	"{1} → no date": "{1} → dim dyddiad",
	"{1} (would have been late)": "{1} (byddai wedi bod yn hwyr)",
	"{1} (would have been in time)": "{1} (byddai wedi bod mewn pryd)",
	"Other days: {1} and {2} more": "Diwrnodau eraill: {1} a {2} arall",
	"Other days: {1}": "Diwrnodau eraill: {1}",
	"There is no protocol yet": "Nid oes protocol eto",
	"Nothing can be raised before one is in force.": "Ni ellir codi dim cyn bod un mewn grym.",
	"Under way, of those you may open": "Ar y gweill, o’r rhai y cewch eu hagor",
	"Last done": "Gwnaed ddiwethaf",
	"To change a protocol, open the version in force and make a new version from it. Nothing changes for anybody until a second administrator has approved it and its day has come.":
		"I newid protocol, agorwch y fersiwn sydd mewn grym a gwnewch fersiwn newydd ohono. Nid oes dim yn newid i neb nes i ail weinyddwr ei chymeradwyo a’i diwrnod ddod.",
	"Add another protocol": "Ychwanegu protocol arall",
	"It becomes a draft. It runs beside your other protocols once a second administrator has approved it and its day has come.":
		"Daw’n ddrafft. Mae’n rhedeg wrth ochr eich protocolau eraill unwaith y bydd ail weinyddwr wedi’i gymeradwyo a’i ddiwrnod wedi dod.",
	"Save it as a draft": "Ei gadw fel drafft",
	"Propose it": "Ei gynnig",
	"Its text cannot be changed after this. Another administrator, who had no part in it, approves or refuses it.":
		"Ni ellir newid ei destun ar ôl hyn. Mae gweinyddwr arall, nad oedd ganddo ran ynddo, yn ei gymeradwyo neu’n ei wrthod.",
	"From which day is it to be in force?": "O ba ddiwrnod y mae i fod mewn grym?",
	"Today or later. Whoever approves it may choose another.":
		"Heddiw neu’n ddiweddarach. Caiff pwy bynnag sy’n ei gymeradwyo ddewis un arall.",
	"What should they know? (optional)": "Beth ddylent ei wybod? (dewisol)",
	"Enter the day from which it is to be in force": "Rhowch y diwrnod y mae i fod mewn grym ohono",
	"What happens next?": "Beth sy’n digwydd nesaf?",
	"How does it begin?": "Sut mae’n dechrau?",
	"Such as 9:30am or 14:00": "Fel 9:30am neu 14:00",
	"Who does what?": "Pwy sy’n gwneud beth?",
	"Who raises it?": "Pwy sy’n ei godi?",
	"Until when?": "Hyd pryd?",
	"Nobody does anything: let the time pass":
		"Nid oes neb yn gwneud dim: gadael i’r amser fynd heibio",
	"Until the day and time above": "Hyd y diwrnod a’r amser uchod",
	"Let somebody else do it": "Gadael i rywun arall ei wneud",
	"Whoever it is for": "Pwy bynnag y mae ar eu cyfer",
	"Play it": "Ei chwarae",
	"Take the last act back": "Tynnu’r weithred ddiwethaf yn ôl",
	"Try a story on it": "Rhoi cynnig ar stori arno",
	"Make up what happens, act by act, and see what the protocol makes of it. Nothing is stored, and nobody is told.":
		"Dyfeisiwch beth sy’n digwydd, gweithred wrth weithred, a gwelwch beth mae’r protocol yn ei wneud ohono. Ni chedwir dim, ac ni ddywedir wrth neb.",
	"Paste a story": "Gludo stori",
	"A story as text (YAML)": "Stori fel testun (YAML)",
	"It takes the place of the story above. You can go on from its end.":
		"Mae’n cymryd lle’r stori uchod. Gallwch fynd ymlaen o’i diwedd.",
	"Play the pasted story": "Chwarae’r stori a ludwyd",
	"It is refused, as expected: {1}": "Caiff ei wrthod, fel y disgwylir: {1}",
	"Ended: {1}.": "Daeth i ben: {1}.",
	"Now in {1}.": "Nawr yn {1}.",
	"{1} owes “{2}”, without a time limit.": "Mae gan {1} i’w wneud “{2}”, heb derfyn amser.",
	"{1} may do “{2}” {3}.": "Caiff {1} wneud “{2}” {3}.",
	"{1} owes “{2}” {3}.": "Mae gan {1} i’w wneud “{2}” {3}.",
	Late: "Hwyr",
	"Past the target": "Wedi mynd heibio’r targed",
	"In time": "Mewn pryd",
	"Missed so far": "Wedi’i fethu hyd yma",
	"By the target": "Erbyn y targed",
	"After the target": "Ar ôl y targed",
	Used: "Defnyddiwyd",
	"Not needed any more": "Ddim ei angen mwyach",
	"Missed, then not needed any more": "Wedi’i fethu, yna ddim ei angen mwyach",
	"Every time limit so far": "Pob terfyn amser hyd yma",
	Started: "Dechreuwyd",
	"How it went": "Sut aeth hi",
	"Enter the day on which it happens": "Rhowch y diwrnod y mae’n digwydd",
	"Enter the time at which it happens": "Rhowch yr amser y mae’n digwydd",
	"Choose who does what": "Dewiswch pwy sy’n gwneud beth",
	"The story cannot be played": "Ni ellir chwarae’r stori",
	"It cannot be done: {1}. {2}": "Ni ellir ei wneud: {1}. {2}",
	"Answer “{1}”": "Ateb “{1}”",
	"Check what changes": "Gwirio beth sy’n newid",
	"What they saved stays, and what you changed is put into it.":
		"Mae’r hyn a gadwyd ganddynt yn aros, a rhoddir yr hyn a newidioch i mewn iddo.",
	"What changes could not be worked out in time. Compare the two texts yourself before you save.":
		"Ni ellid cyfrifo mewn pryd beth sy’n newid. Cymharwch y ddau destun eich hun cyn cadw.",
	"Go back and change it": "Mynd yn ôl a’i newid",
	"Change the usual things": "Newid y pethau arferol",
	"{1}: saved": "{1}: cadwyd",
	"You see what each change does before you save it. For anything else, {1}: these pages change the same text, and leave its comments and order as they are.":
		"Rydych yn gweld beth mae pob newid yn ei wneud cyn i chi ei gadw. Ar gyfer unrhyw beth arall, {1}: mae’r tudalennau hyn yn newid yr un testun, ac yn gadael ei sylwadau a’i drefn fel y maent.",
	"edit the text": "golygwch y testun",
	"You have text of your own under {1} that is not saved. What you save here does not touch it, and is not in it.":
		"Mae gennych destun eich hun o dan {1} nad yw wedi’i gadw. Nid yw’r hyn a gadwch yma’n cyffwrdd ag ef, ac nid yw ynddo.",
	Words: "Geiriau",
	"{1} themes": { two: "{1} thema", other: "{1} thema" },
	"Nothing of yours is saved yet, and none of it is lost.":
		"Nid oes dim o’ch un chi wedi’i gadw eto, ac nid oes dim ohono wedi’i golli.",
	"They took out what you changed here. You had typed:":
		"Tynasant allan yr hyn a newidioch yma. Roeddech wedi teipio:",
	Cancel: "Canslo",
	"Go to: {1}": "Ewch i: {1}",
	"A step that has no time limit is not here. To give it one, to take one away, or to change what it is counted from, {1}.":
		"Nid yw cam nad oes ganddo derfyn amser yma. I roi un iddo, i dynnu un i ffwrdd, neu i newid yr hyn y caiff ei gyfrif ohono, {1}.",
	"These stand at the top of every page and every mail. To take one out, leave all of it blank.":
		"Mae’r rhain ar frig pob tudalen a phob post. I dynnu un allan, gadewch y cyfan yn wag.",
	"To take a theme out, leave it blank. A theme that you rename is counted together with what it was called before. What was raised before stays as it is.":
		"I dynnu thema allan, gadewch hi’n wag. Caiff thema a ailenwch ei chyfrif gyda’r hyn a elwid o’r blaen. Mae’r hyn a godwyd o’r blaen yn aros fel y mae.",
	"To add a role, or to change who may do what, {1}.":
		"I ychwanegu rôl, neu i newid pwy a gaiff wneud beth, {1}.",
	"{1} saved this version at {2}, after you began. {3}":
		"Cadwodd {1} y fersiwn hon am {2}, ar ôl i chi ddechrau. {3}",
	"New theme {1}": "Thema newydd {1}",
	"New theme": "Thema newydd",
	"Somebody else to ring ({1})": "Rhywun arall i’w ffonio ({1})",
	"Somebody else to ring": "Rhywun arall i’w ffonio",
	"Add another": "Ychwanegu un arall",
	"What it is for": "Ar gyfer beth y mae",
	Number: "Rhif",
	Called: "Gelwir",
	"Asked in each row:": "Gofynnir ym mhob rhes:",
	Choice: "Dewis",
	"Where to go instead": "Ble i fynd yn lle hynny",
	Guidance: "Canllawiau",
	Hint: "Awgrym",
	"Ring if": "Ffonio os",
	"Who answers": "Pwy sy’n ateb",
	Question: "Cwestiwn",
	"What one row is called": "Beth y gelwir un rhes",
	"Addressed to": "Cyfeiriwyd at",
	"Several differences": "Sawl gwahaniaeth",
	"A numbered stage": "Cam wedi’i rifo",
	"The agency that raises it": "Yr asiantaeth sy’n ei godi",
	"How long before something is due": "Faint cyn i rywbeth fod i’w wneud",
	"How often while something is late": "Pa mor aml tra mae rhywbeth yn hwyr",
	"How often where something has no date": "Pa mor aml lle nad oes gan rywbeth ddyddiad",
	"If “{1}”": "Os “{1}”",
	"How long": "Am ba hyd",
	"Title of section {1}": "Teitl adran {1}",
	"{1}{2} (optional)": "{1}{2} (dewisol)",
	"Enter {1}. It was “{2}”": "Rhowch {1}. “{2}” ydoedd",
	"Enter {1}": "Rhowch {1}",
	"when to ring": "pryd i ffonio",
	"Called otherwise in a sector": "Gelwir yn wahanol mewn sector",
	"Called otherwise in {1}": "Gelwir yn wahanol mewn {1}",
	"{1} sectors": { other: "{1} sector" },
	"Where this is blank, it is called the same as everywhere.":
		"Lle mae hwn yn wag, gelwir ef yr un peth ag ym mhobman.",
	"The text says this once for several places, so it cannot be changed here. To change it, edit the text.":
		"Mae’r testun yn dweud hyn unwaith ar gyfer sawl man, felly ni ellir ei newid yma. I’w newid, golygwch y testun.",
	hours: "oriau",
	"working days": "diwrnodau gwaith",
	"calendar days": "diwrnodau calendr",
	weeks: "wythnosau",
	months: "misoedd",
	years: "blynyddoedd",
	immediately: "ar unwaith",
	"Enter a whole number, such as 5, for “{1}”": "Rhowch rif cyfan, fel 5, ar gyfer “{1}”",
	"Keep at least one theme": "Cadwch o leiaf un thema",
	"Keep at least one number to ring": "Cadwch o leiaf un rhif i’w ffonio",
	"Meanwhile this was taken out. Yours takes its place if you go on":
		"Yn y cyfamser tynnwyd hwn allan. Mae eich un chi’n cymryd ei le os ewch ymlaen",
	"Meanwhile this was changed to “{1}”. Yours takes its place if you go on":
		"Yn y cyfamser newidiwyd hwn i “{1}”. Mae eich un chi’n cymryd ei le os ewch ymlaen",
	"This is no longer in the protocol": "Nid yw hwn yn y protocol mwyach",
	"Version {1}": "Fersiwn {1}",
	"What you can do with it": "Beth allwch chi ei wneud ag ef",
	"This Concord cannot read the text of this version.":
		"Ni all y Concord hwn ddarllen testun y fersiwn hon.",
	"Under way on this version": "Ar y gweill ar y fersiwn hon",
	"Nothing that you may open is under way on it.": "Nid oes dim y cewch ei agor ar y gweill arni.",
	"{1} that you may open. What is under way stays on this version.":
		"{1} y cewch eu hagor. Mae’r hyn sydd ar y gweill yn aros ar y fersiwn hon.",
	"Each that you know of can be moved to version {1}, with a reason:":
		"Gellir symud pob un y gwyddoch amdano i fersiwn {1}, gyda rheswm:",
	"move it{1}": "ei symud{1}",
	"Compare it with the version in force ({1})": "Ei gymharu â’r fersiwn mewn grym ({1})",
	"Read it as everybody does": "Ei ddarllen fel y mae pawb",
	"Try it on the last twelve months": "Rhoi cynnig arno ar y deuddeg mis diwethaf",
	"Download its text": "Lawrlwytho ei destun",
	"Withdraw it before its day": "Ei dynnu’n ôl cyn ei ddiwrnod",
	"Withdraw it": "Ei dynnu’n ôl",
	"How it runs": "Sut mae’n rhedeg",
	"Posts that it asks for": "Swyddi y mae’n gofyn amdanynt",
	"Posts are held in the directory. Where nobody who is there holds one or is of a higher level, whoever answers for the agency may step in, so nothing stops; but that may not be whom this protocol means.":
		"Cedwir swyddi yn y cyfeiriadur. Lle nad oes gan neb sydd yno un, neu lle nad yw neb ar lefel uwch, caiff pwy bynnag sy’n ateb dros yr asiantaeth gamu i mewn, felly nid oes dim yn stopio; ond efallai nad dyna’r un y mae’r protocol hwn yn ei olygu.",
	"Nobody in the directory holds any of these posts.":
		"Nid oes gan neb yn y cyfeiriadur unrhyw un o’r swyddi hyn.",
	"Nobody in the directory holds the post {1}.": "Nid oes gan neb yn y cyfeiriadur y swydd {1}.",
	"In {1} nobody holds it or is of a higher level: {2}.":
		"Mewn {1} nid oes neb sydd â hi neu sydd ar lefel uwch: {2}.",
	"In {1} nobody holds one of these or is of a higher level: {2}.":
		"Mewn {1} nid oes neb sydd ag un o’r rhain neu sydd ar lefel uwch: {2}.",
	"This cannot be undone. Its text stays to be read, and a new version can be made from it.":
		"Ni ellir dadwneud hyn. Mae ei destun yn aros i’w ddarllen, a gellir gwneud fersiwn newydd ohono.",
	"Why is it withdrawn?": "Pam y caiff ei dynnu’n ôl?",
	"Enter why it is withdrawn": "Rhowch pam y caiff ei dynnu’n ôl",
	"What is published, and contacts": "Beth a gyhoeddir, a chysylltiadau",
	"Everybody can read these pages, before they sign in too. Links to them are at the foot of every page.":
		"Gall pawb ddarllen y tudalennau hyn, hefyd cyn iddynt fewngofnodi. Mae dolenni iddynt wrth droed pob tudalen.",
	"Contacts: whom to ask for what": "Cysylltiadau: pwy i’w holi am beth",
	"This is the text that Concord comes with. Read it, put in what is so at your partnership, such as problems that you know of, and save it.":
		"Dyma’r testun y daw Concord gydag ef. Darllenwch ef, rhowch yr hyn sy’n wir yn eich partneriaeth ynddo, fel problemau y gwyddoch amdanynt, a’i gadw.",
	"Change it here. What it said before is kept.":
		"Newidiwch ef yma. Cedwir yr hyn a ddywedai o’r blaen.",
	"See the page as it is now": "Gweld y dudalen fel y mae nawr",
	"Begin a line with # to make it a heading, and with - to make it an item of a list. An empty line begins a new paragraph.":
		"Dechreuwch linell gyda # i’w gwneud yn bennawd, a gyda - i’w gwneud yn eitem mewn rhestr. Mae llinell wag yn dechrau paragraff newydd.",
	"Save and publish": "Cadw a chyhoeddi",
	Versions: "Fersiynau",
	"Version {1}, saved by {2} at {3}": "Fersiwn {1}, cadwyd gan {2} am {3}",
	Contacts: "Cysylltiadau",
	"Everybody can read these. Who helps with Concord stands at the foot of every page. Leave a contact empty to leave it out.":
		"Gall pawb ddarllen y rhain. Mae pwy sy’n helpu gyda Concord wrth droed pob tudalen. Gadewch gyswllt yn wag i’w adael allan.",
	"Enter the text": "Rhowch y testun",
	"It is published.": "Mae wedi’i gyhoeddi.",
	"Is the record as it was recorded?": "A yw’r cofnod fel y’i cofnodwyd?",
	"Everything that is done or read in a difference is an entry of a chain. Verifying goes through all of it: whether anything was altered, removed, moved, put in or cut off, and whether lists and dates follow from it. It changes nothing.":
		"Mae popeth a wneir neu a ddarllenir mewn gwahaniaeth yn gofnod mewn cadwyn. Mae gwirio’n mynd drwy’r cyfan: a gafodd rhywbeth ei newid, ei dynnu, ei symud, ei roi i mewn neu ei dorri i ffwrdd, ac a yw rhestrau a dyddiadau’n dilyn ohono. Nid yw’n newid dim.",
	"you find what it found under “Record”": "rydych yn dod o hyd i’r hyn a gafodd o dan “Cofnod”",
	"Verify the record now": "Gwirio’r cofnod nawr",
	"{1} for {2}": "{1} i {2}",
	"all that was looked at is as it was recorded": "mae popeth yr edrychwyd arno fel y’i cofnodwyd",
	"{1} amiss": "{1} o’i le",
	"at least {1} amiss": "o leiaf {1} o’i le",
	"There are at least {1} amiss. No more than these are named.":
		"Mae o leiaf {1} o’i le. Ni enwir mwy na’r rhain.",
	"The bytes of files that were sent were not looked at. Whoever looks after the computer can have them compared with “concord audit verify --files”.":
		"Nid edrychwyd ar feitiau’r ffeiliau a anfonwyd. Gall pwy bynnag sy’n gofalu am y cyfrifiadur eu cymharu gyda “concord audit verify --files”.",
	"not finished": "heb orffen",
	"All that was looked at is as it was recorded": "Mae popeth yr edrychwyd arno fel y’i cofnodwyd",
	"Something is not as it was recorded": "Nid yw rhywbeth fel y’i cofnodwyd",
	"It was not verified": "Ni chafodd ei wirio",
	"Verified at {1}.": "Gwiriwyd am {1}.",
	"{1} in the chains of {2} and of the partnership.": "{1} yng nghadwyni {2} a’r bartneriaeth.",
	"{1} links": { two: "{1} ddolen", other: "{1} dolen" },
	"Where they ended was signed {1}.": "Llofnodwyd ble daethant i ben {1}.",
	"This is the first of each chain. Do not put anything right by hand: tell the data protection officer and whoever looks after the computer, and keep the backups from before.":
		"Dyma’r cyntaf o bob cadwyn. Peidiwch â chywiro dim â llaw: dywedwch wrth y swyddog diogelu data a phwy bynnag sy’n gofalu am y cyfrifiadur, a chadwch y copïau wrth gefn o’r blaen.",
	"{1}, entry {2}: {3}": "{1}, cofnod {2}: {3}",
	"The clock of the computer had been set back when {1} came: these are dated as the one before.":
		"Roedd cloc y cyfrifiadur wedi’i osod yn ôl pan ddaeth {1}: dyddiwyd y rhain fel yr un o’u blaen.",
	"The words of {1} could not be opened. They were disposed of, or their key is not here. Who did what, and when, was looked at.":
		"Ni ellid agor geiriau {1}. Gwaredwyd hwy, neu nid yw eu hallwedd yma. Edrychwyd ar bwy wnaeth beth, a phryd.",

	// The usual things of a draft
	"More time": "Mwy o amser",
	"The protocol’s text states no time. To set one, edit the text.":
		"Nid yw testun y protocol yn nodi amser. I osod un, golygwch y testun.",
	"At most, all extensions together": "Ar y mwyaf, pob estyniad gyda’i gilydd",
	"Whom to ring": "Pwy i’w ffonio",
	Questions: "Cwestiynau",
	"Other questions": "Cwestiynau eraill",
	"The protocol as a whole": "Y protocol yn ei gyfanrwydd",
	"What things are called": "Beth y gelwir pethau",
	"Words for the two agencies stand in titles and texts too: pages put the agency’s name there. If you change them here, change them there.":
		"Mae geiriau ar gyfer y ddwy asiantaeth mewn teitlau a thestunau hefyd: mae tudalennau’n rhoi enw’r asiantaeth yno. Os newidiwch nhw yma, newidiwch nhw yno.",
	"The stage": "Y cam",
	"The form": "Y ffurflen",
	"Leave what stands between { and } as it is: answers and dates are put there.":
		"Gadewch yr hyn sydd rhwng { a } fel y mae: rhoddir atebion a dyddiadau yno.",
};
