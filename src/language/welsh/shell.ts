import type { Entries } from "./entry.ts";

/** What surrounds every page, what tags and tables say, times, and what went wrong. */
export const shell: Entries = {
	// Around the page
	"Skip to main content": "Neidio i’r prif gynnwys",
	Back: "Yn ôl",
	"Back to {1}": "Yn ôl i {1}",
	"Check: {1}": "Gwirio: {1}",
	"Error: {1}": "Gwall: {1}",
	Error: "Gwall",
	"There is a problem": "Mae problem wedi codi",
	"Check this before you go on": "Gwiriwch hyn cyn mynd ymlaen",
	Rehearsal: "Ymarfer",
	"Rehearsal. Nothing here is real.": "Ymarfer. Nid oes dim yma’n real.",
	"It is {1}.": "Mae’n {1}.",
	"Move time or change person": "Symud amser neu newid person",
	Mail: "Post",
	Concord: "Concord",
	"Signed in as": "Wedi mewngofnodi fel",
	"Act for another": "Gweithredu dros asiantaeth arall",
	"Your settings": "Eich gosodiadau",
	"Sign out": "Allgofnodi",
	Menu: "Dewislen",
	"Help and contacts": "Help a chysylltiadau",
	"Privacy notice": "Hysbysiad preifatrwydd",
	"Accessibility statement": "Datganiad hygyrchedd",
	"Help with Concord: {1}": "Help gyda Concord: {1}",
	"If somebody is not safe": "Os nad yw rhywun yn ddiogel",
	"If somebody is in immediate danger": "Os yw rhywun mewn perygl uniongyrchol",
	"What this page is about": "Beth yw pwnc y dudalen hon",
	"Are you still there?": "Ydych chi’n dal yno?",
	"Sign in again (opens in a new tab)": "Mewngofnodi eto (yn agor mewn tab newydd)",
	"Stay signed in": "Aros wedi mewngofnodi",
	"Copy the text": "Copïo’r testun",
	"Change the language": "Newid yr iaith",
	"If you were writing on the page before this one, go back to it with your browser and send or save it first. What you have not saved is not kept when the language changes.":
		"Os oeddech yn ysgrifennu ar y dudalen cyn hon, ewch yn ôl ati gyda’ch porwr a’i hanfon neu ei chadw yn gyntaf. Ni chedwir yr hyn nad ydych wedi’i gadw pan fydd yr iaith yn newid.",

	// The menu
	"My work": "Fy ngwaith",
	Differences: "Gwahaniaethau",
	"Business Unit": "Uned Fusnes",
	Reports: "Adroddiadau",
	Lessons: "Gwersi",
	Oversight: "Goruchwyliaeth",
	"Data protection": "Diogelu data",
	Protocols: "Protocolau",
	Administration: "Gweinyddu",
	People: "Pobl",
	Briefings: "Briffiadau",
	"How this works": "Sut mae hyn yn gweithio",
	Desk: "Desg",
	"Log of forms": "Cofnod o ffurflenni",
	"Working days": "Diwrnodau gwaith",
	"Who is away": "Pwy sydd i ffwrdd",
	Agencies: "Asiantaethau",
	"Data breaches": "Achosion o dorri data",
	Running: "Rhedeg",
	Learning: "Dysgu",

	// Times
	"{1} days": {
		zero: "{1} diwrnod",
		one: "{1} diwrnod",
		two: "{1} ddiwrnod",
		few: "{1} diwrnod",
		many: "{1} diwrnod",
		other: "{1} diwrnod",
	},
	"{1} working days": {
		two: "{1} ddiwrnod gwaith",
		other: "{1} diwrnod gwaith",
	},
	"{1} minutes": { two: "{1} funud", other: "{1} munud" },
	"{1} differences": {
		two: "{1} wahaniaeth",
		few: "{1} gwahaniaeth",
		other: "{1} gwahaniaeth",
	},
	"{1} things": { two: "{1} beth", few: "{1} pheth", many: "{1} pheth", other: "{1} peth" },
	"{1} people": { two: "{1} o bobl", other: "{1} o bobl" },
	"{1} members": { two: "{1} aelod", other: "{1} aelod" },
	"{1} agencies": { two: "{1} asiantaeth", other: "{1} asiantaeth" },
	"{1} faults": { two: "{1} nam", other: "{1} nam" },
	"{1} warnings": { two: "{1} rybudd", other: "{1} rhybudd" },
	"overdue by {1}": "{1} yn hwyr",
	"{1} after the target": "{1} ar ôl y targed",
	"time is over": "mae’r amser ar ben",
	"{1} left": "{1} ar ôl",
	"optional, last day today": "dewisol, diwrnod olaf heddiw",
	"optional, {1}": "dewisol, {1}",
	"target: {1}": "targed: {1}",
	today: "heddiw",
	tomorrow: "yfory",
	"in {1}": "ymhen {1}",
	"target {1}": "targed {1}",
	"due {1}": "i’w wneud {1}",
	"fewer than {1}": "llai na {1}",
	"by {1}": "gan {1}",
	"to {1}": "i {1}",
	"of {1}": "{1}",
	"as {1}": "fel {1}",
	"the end of {1}": "diwedd {1}",
	"No time limit": "Dim terfyn amser",
	provisional: "dros dro",
	"Not safe now": "Ddim yn ddiogel nawr",
	"Starts with": "Yn dechrau gyda",
	Rule: "Rheol",
	"In the protocol’s own words": "Yng ngeiriau’r protocol ei hun",
	Counted: "Wedi’u cyfrif",
	"Not counted": "Heb eu cyfrif",
	Calendar: "Calendr",
	"Due before": "I’w wneud cyn",
	Due: "I’w wneud erbyn",
	Overdue: "Yn hwyr",
	page: "tudalen",
	Continue: "Parhau",
	Change: "Newid",
	Yes: "Ie",
	No: "Na",
	"This cannot be undone.": "Ni ellir dadwneud hyn.",
	Warning: "Rhybudd",

	// What went wrong
	"If you ask for help, quote this number: {1}": "Os gofynnwch am help, dyfynnwch y rhif hwn: {1}",
	"If you are worried about somebody’s safety now, do not wait for this page: ring the number for your area, or 999 if they are in immediate danger.":
		"Os ydych yn poeni am ddiogelwch rhywun nawr, peidiwch ag aros am y dudalen hon: ffoniwch y rhif ar gyfer eich ardal, neu 999 os ydynt mewn perygl uniongyrchol.",
	"Whom to ask": "Pwy i’w holi",
	"Questions about a difference: {1}": "Cwestiynau am wahaniaeth: {1}",
	"If something went to the wrong place, data protection: {1}":
		"Os aeth rhywbeth i’r lle anghywir, diogelu data: {1}",
	"This Concord is not set up yet": "Nid yw’r Concord hwn wedi’i osod eto",
	"Nobody can sign in until it is. Whoever started it has an address at which it is set up: it is printed when Concord starts.":
		"Ni all neb fewngofnodi nes iddo gael ei osod. Mae gan bwy bynnag a’i dechreuodd gyfeiriad lle caiff ei osod: caiff ei argraffu pan fydd Concord yn dechrau.",
	"Page not found": "Heb ddod o hyd i’r dudalen",
	"If you typed the address, check that it is right. If you followed a link, what it led to may not be open to you.":
		"Os gwnaethoch deipio’r cyfeiriad, gwiriwch ei fod yn gywir. Os gwnaethoch ddilyn dolen, efallai nad yw’r hyn yr oedd yn arwain ato ar agor i chi.",
	"You act for {1} now. If a message was sent to you for another agency, {2} first.":
		"Rydych yn gweithredu dros {1} nawr. Os anfonwyd neges atoch ar gyfer asiantaeth arall, {2} yn gyntaf.",
	"act for that one": "gweithredwch dros honno",
	"Go to my work": "Ewch i’m gwaith",
	"This could not be done": "Ni ellid gwneud hyn",
	"Nothing has been changed. {1} and decide what to do next.":
		"Nid oes dim wedi’i newid. {1} a phenderfynwch beth i’w wneud nesaf.",
	"See how it stands now": "Gwelwch sut mae pethau nawr",
	"This page was open for too long": "Bu’r dudalen hon ar agor yn rhy hir",
	"You act for {1} now.": "Rydych yn gweithredu dros {1} nawr.",
	"You may have signed out or signed in again since you opened it. Check what you entered, then send it.":
		"Efallai eich bod wedi allgofnodi neu wedi mewngofnodi eto ers ei hagor. Gwiriwch yr hyn a roesoch, yna anfonwch ef.",
	"Nothing has been changed. {1} and try once more.":
		"Nid oes dim wedi’i newid. {1} a rhowch gynnig arall arni.",
	"Open the page again": "Agorwch y dudalen eto",
	"Send it": "Ei anfon",
	"You have been signed out": "Rydych wedi cael eich allgofnodi",
	"{1}, then come back to this page and send what you entered.":
		"{1}, yna dewch yn ôl i’r dudalen hon ac anfon yr hyn a roesoch.",
	"Sign in again": "Mewngofnodwch eto",
	"If you have no account and answer by a link, open the link in your email again instead.":
		"Os nad oes gennych gyfrif a’ch bod yn ateb drwy ddolen, agorwch y ddolen yn eich e-bost eto yn lle hynny.",
	"Set up a second way to sign in first": "Gosodwch ail ffordd o fewngofnodi yn gyntaf",
	"Set it up": "Gosodwch hi",
	"This is too large": "Mae hyn yn rhy fawr",
	"What you sent is larger than Concord takes. Go back, make it shorter, and send it again.":
		"Mae’r hyn a anfonoch yn fwy nag y mae Concord yn ei dderbyn. Ewch yn ôl, gwnewch ef yn fyrrach, a’i anfon eto.",
	"Too many tries": "Gormod o gynigion",
	"Wait a quarter of an hour, then try again.":
		"Arhoswch chwarter awr, yna rhowch gynnig arall arni.",
	"This could not be read": "Ni ellid darllen hyn",
	"Concord did not understand what was sent. Go back, check what you entered, and try again.":
		"Nid oedd Concord yn deall yr hyn a anfonwyd. Ewch yn ôl, gwiriwch yr hyn a roesoch, a rhowch gynnig arall arni.",
	"Sorry, something went wrong": "Mae’n ddrwg gennym, aeth rhywbeth o’i le",
	"This is a fault of Concord, not of yours. It has been logged. Try again in a few minutes.":
		"Bai Concord yw hyn, nid eich bai chi. Mae wedi’i gofnodi. Rhowch gynnig arall arni ymhen ychydig funudau.",
	"This has been disposed of": "Mae hyn wedi’i waredu",
	"What people wrote and sent in this difference has been destroyed, and nobody can open it again. Nothing can be added to it. That it was there, who did what and when, stays on record.":
		"Mae’r hyn a ysgrifennodd ac a anfonodd pobl yn y gwahaniaeth hwn wedi’i ddinistrio, ac ni all neb ei agor eto. Ni ellir ychwanegu dim ato. Mae’r ffaith ei fod yno, a phwy wnaeth beth a phryd, yn aros ar gofnod.",
	"This cannot be opened": "Ni ellir agor hwn",
	"What is kept here is damaged, or is not what was put here. It has not been deleted, and nothing else is lost by it. Tell whoever runs Concord for you: they can see what it is and when it was still whole.":
		"Mae’r hyn a gedwir yma wedi’i ddifrodi, neu nid dyna a roddwyd yma. Nid yw wedi’i ddileu, ac nid oes dim arall wedi’i golli o’i herwydd. Dywedwch wrth bwy bynnag sy’n rhedeg Concord ar eich rhan: gallant weld beth ydyw a phryd yr oedd yn dal yn gyfan.",
	"{1} Nothing that was saved is lost, and you are still signed in if you were before. Wait half a minute, then try again.":
		"{1} Nid oes dim a gadwyd wedi’i golli, ac rydych yn dal wedi mewngofnodi os oeddech cynt. Arhoswch hanner munud, yna rhowch gynnig arall arni.",
	"Keep this page open. You can send it again from here.":
		"Cadwch y dudalen hon ar agor. Gallwch ei hanfon eto oddi yma.",
	"Concord is not available just now": "Nid yw Concord ar gael ar hyn o bryd",
	"This page is not available just now": "Nid yw’r dudalen hon ar gael ar hyn o bryd",
	"It cannot reach its records.": "Ni all gyrraedd ei gofnodion.",
	"It cannot open what people have written.": "Ni all agor yr hyn y mae pobl wedi’i ysgrifennu.",
	"It is being brought to a new version.": "Mae’n cael ei symud i fersiwn newydd.",
	"What you entered": "Yr hyn a roesoch",
	"Nothing of this has been saved. It stays on this page until you leave it.":
		"Nid oes dim o hyn wedi’i gadw. Mae’n aros ar y dudalen hon nes i chi ei gadael.",

	// What scripts say
	"You have been signed out. What you wrote still stands on this page.":
		"Rydych wedi cael eich allgofnodi. Mae’r hyn a ysgrifennoch yn dal ar y dudalen hon.",
	"Back to the page": "Yn ôl i’r dudalen",
	"You have been signed in for long. At {1} you are signed out. What you are writing is saved as a draft where the page says so.":
		"Rydych wedi bod wedi mewngofnodi am amser hir. Am {1} cewch eich allgofnodi. Caiff yr hyn rydych yn ei ysgrifennu ei gadw fel drafft lle mae’r dudalen yn dweud hynny.",
	"You have not asked for anything for a while. At {1} you are signed out.":
		"Nid ydych wedi gofyn am ddim ers tro. Am {1} cewch eich allgofnodi.",
	Copied: "Copïwyd",
	"Not copied. Select the text and copy it yourself":
		"Heb ei gopïo. Dewiswch y testun a’i gopïo eich hun",
	"You did not finish, or it took too long. Try again.":
		"Ni orffennoch, neu cymerodd ormod o amser. Rhowch gynnig arall arni.",
	"This device has a passkey for Concord already.":
		"Mae gan y ddyfais hon godallwedd ar gyfer Concord eisoes.",
	"You did not finish. Try again.": "Ni orffennoch. Rhowch gynnig arall arni.",
	"There were too many tries. Wait a quarter of an hour, then try again.":
		"Bu gormod o gynigion. Arhoswch chwarter awr, yna rhowch gynnig arall arni.",
	"This did not work. Try again, or use another way.":
		"Ni weithiodd hyn. Rhowch gynnig arall arni, neu defnyddiwch ffordd arall.",
	"No faults": "Dim namau",
	"1 fault below the text": "1 nam o dan y testun",
	"{1} faults below the text": "{1} nam o dan y testun",
	"The text could not be checked just now. It is still on this page.":
		"Ni ellid gwirio’r testun ar hyn o bryd. Mae’n dal ar y dudalen hon.",
	"That file is no text in UTF-8, as one that ends in .yaml is. Nothing was changed.":
		"Nid testun UTF-8 yw’r ffeil honno, fel y mae un sy’n gorffen â .yaml. Ni newidiwyd dim.",
	"That file is too large to be a protocol. Nothing was changed.":
		"Mae’r ffeil honno’n rhy fawr i fod yn brotocol. Ni newidiwyd dim.",
	"Your draft could not be saved just now. It is still on this page.":
		"Ni ellid cadw eich drafft ar hyn o bryd. Mae’n dal ar y dudalen hon.",
	"Sign out without saving": "Allgofnodi heb gadw",
};
