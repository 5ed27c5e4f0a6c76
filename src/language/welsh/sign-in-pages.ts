/**
 * Signing in, one’s own tokens and downloads, and the pages outside a partnership.
 * The sentences of one page stand together, as its readers would meet them.
 */
import type { Entries } from "./entry.ts";

export const signInPages: Entries = {
	"Check that it is you": "Gwiriwch mai chi sydd yno",
	"We send a code to your work address, {1}. It works for 10 minutes. Only you can open what was sent to you.":
		"Rydym yn anfon cod i’ch cyfeiriad gwaith, {1}. Mae’n gweithio am 10 munud. Dim ond chi all agor yr hyn a anfonwyd atoch.",
	"Send me a code": "Anfon cod ataf",
	"If this email was forwarded to you, you cannot go on: ask whoever is named in it for a link of your own.":
		"Os anfonwyd yr e-bost hwn ymlaen atoch, ni allwch fynd ymlaen: gofynnwch i bwy bynnag a enwir ynddo am ddolen eich hun.",
	"Enter the code": "Rhowch y cod",
	"We sent a code of 6 digits to {1}. It may take a minute to come.":
		"Anfonwyd cod o 6 digid at {1}. Gall gymryd munud i gyrraedd.",
	Code: "Cod",
	"If it does not come, look among unwanted mail, then go back and ask for another. The one before works no more.":
		"Os na ddaw, edrychwch ymhlith post diangen, yna ewch yn ôl a gofyn am un arall. Nid yw’r un blaenorol yn gweithio mwyach.",
	"This link does not work": "Nid yw’r ddolen hon yn gweithio",
	"What it was for may be done, its time may be over, or part of the address may be missing. Open the newest email that you got, or ask whoever is named in it.":
		"Efallai bod yr hyn yr oedd ar ei gyfer wedi’i wneud, bod ei hamser ar ben, neu fod rhan o’r cyfeiriad ar goll. Agorwch yr e-bost diweddaraf a gawsoch, neu gofynnwch i bwy bynnag a enwir ynddo.",
	"This is the token. Copy it now to where the program keeps its secrets: it is not shown again.":
		"Dyma’r tocyn. Copïwch ef nawr i’r man lle mae’r rhaglen yn cadw ei chyfrinachau: ni chaiff ei ddangos eto.",
	"With a token, a program such as your case system can do here what you may do, and nothing more. You answer for what it does. {1}":
		"Gyda thocyn, gall rhaglen fel eich system achosion wneud yma yr hyn a gewch chi ei wneud, a dim mwy. Chi sy’n atebol am yr hyn y mae’n ei wneud. {1}",
	"What the API can do": "Beth all yr API ei wneud",
	"Your tokens": "Eich tocynnau",
	"No program acts for you": "Nid oes rhaglen yn gweithredu drosoch",
	"Tokens that you make are listed here.": "Rhestrir yma’r tocynnau a wnewch.",
	"Make a token": "Gwneud tocyn",
	"Show again that it is you": "Dangoswch eto mai chi sydd yno",
	"Begins with": "Yn dechrau gyda",
	"Acts for": "Yn gweithredu dros",
	You: "Chi",
	"It may": "Caiff",
	"Works until": "Yn gweithio hyd",
	"Last used": "Defnyddiwyd ddiwethaf",
	"Addresses that are told{1}": "Cyfeiriadau y dywedir wrthynt{1}",
	"for {1}": "ar gyfer {1}",
	"Revoke{1}": "Dirymu{1}",
	Works: "Yn gweithio",
	Expired: "Wedi dod i ben",
	Revoked: "Dirymwyd",
	Never: "Byth",
	"Such as the name of the system. The record says it of what is done with the token, to everybody who may read that, so name nobody in it.":
		"Fel enw’r system. Mae’r cofnod yn ei ddweud am yr hyn a wneir â’r tocyn, wrth bawb a gaiff ddarllen hynny, felly peidiwch ag enwi neb ynddo.",
	"What is it for?": "Ar gyfer beth y mae?",
	"A system that I answer for": "System yr wyf yn atebol amdani",
	"Your partnership’s administrators see it in their list, and can revoke it.":
		"Mae gweinyddwyr eich partneriaeth yn ei weld yn eu rhestr, a gallant ei ddirymu.",
	"A program of my own": "Rhaglen o’m heiddo fy hun",
	"What may it do?": "Beth a gaiff ei wneud?",
	"Choose as little as it needs.": "Dewiswch gyn lleied ag sydd ei angen.",
	"How long does it work?": "Am ba hyd y mae’n gweithio?",
	"1 year": "1 flwyddyn",
	"Make the token": "Gwneud y tocyn",
	"Enter what it is called": "Rhowch beth yw ei enw",
	"Your downloads": "Eich lawrlwythiadau",
	"Files that take a while are made here while you go on working. Only you can open them. Each is deleted {1} after you asked for it.":
		"Gwneir ffeiliau sy’n cymryd amser yma wrth i chi fynd ymlaen â’ch gwaith. Dim ond chi all eu hagor. Caiff pob un ei dileu {1} ar ôl i chi ofyn amdani.",
	"{1} hours": { other: "{1} awr" },
	"You have no downloads": "Nid oes gennych lawrlwythiadau",
	File: "Ffeil",
	"What is in it": "Beth sydd ynddi",
	Deleted: "Dilëir",
	"You can take it away no longer": "Ni allwch ei chymryd i ffwrdd mwyach",
	"Withdrawn: it may hold something that is kept no longer":
		"Wedi’i thynnu’n ôl: gall gynnwys rhywbeth na chedwir mwyach",
	"It was deleted before its time: it may hold something that is kept no longer. Make it again if you still need it. If you took it away before, keep to your agency’s rules for it.":
		"Cafodd ei dileu cyn ei hamser: gall gynnwys rhywbeth na chedwir mwyach. Gwnewch hi eto os oes ei hangen arnoch o hyd. Os aethoch â hi i ffwrdd cynt, cadwch at reolau eich asiantaeth amdani.",
	"Ready, {1}": "Yn barod, {1}",
	"Being made": "Yn cael ei gwneud",
	"It could not be made": "Ni ellid ei gwneud",
	"You can take this file away no longer": "Ni allwch gymryd y ffeil hon i ffwrdd mwyach",
	"Your file is ready": "Mae eich ffeil yn barod",
	"Your file was not made": "Ni wnaed eich ffeil",
	"Download ({1})": "Lawrlwytho ({1})",
	"Only you can open it here. It is deleted {1}.":
		"Dim ond chi all ei hagor yma. Caiff ei dileu {1}.",
	"you find the file again under “Your downloads”, which the log of forms and the reports lead to":
		"rydych yn dod o hyd i’r ffeil eto o dan “Eich lawrlwythiadau”, y mae’r cofnod o ffurflenni a’r adroddiadau yn arwain ato",
	"You may not see all of what is in it any more. Begin another pack for the rest.":
		"Efallai na chewch weld y cyfan o’r hyn sydd ynddi mwyach. Dechreuwch becyn arall ar gyfer y gweddill.",
	"Delete it now": "Ei dileu nawr",
	"Stop and delete it": "Atal a’i dileu",
	"Delete this": "Dileu hon",
	"How you sign in": "Sut rydych yn mewngofnodi",
	"This installation": "Y gosodiad hwn",
	"You keep this Concord, so a password alone is not enough. Set up a passkey or an authenticator app to go on.":
		"Chi sy’n cadw’r Concord hwn, felly nid yw cyfrinair yn unig yn ddigon. Gosodwch godallwedd neu ap dilysu i fynd ymlaen.",
	"You see what is everybody’s, so a password alone is not enough. Set up a passkey or an authenticator app to go on.":
		"Rydych yn gweld yr hyn sy’n eiddo i bawb, felly nid yw cyfrinair yn unig yn ddigon. Gosodwch godallwedd neu ap dilysu i fynd ymlaen.",
	"You sign in as {1}.": "Rydych yn mewngofnodi fel {1}.",
	"To change passkeys, the app or recovery codes, {1}. So nobody can do it at a screen that you left open.":
		"I newid codallweddi, yr ap neu’r codau adfer, {1}. Felly ni all neb wneud hynny wrth sgrin a adawoch ar agor.",
	"sign in again first": "mewngofnodwch eto yn gyntaf",
	"Change your password": "Newid eich cyfrinair",
	"You have none. {1}": "Nid oes gennych un. {1}",
	"Have a link sent to choose one": "Cael dolen wedi’i hanfon i ddewis un",
	Passkeys: "Codallweddi",
	"With a passkey you sign in by your fingerprint, your face or the PIN of your phone or computer, and need no password. Nobody can trick you into giving it away.":
		"Gyda chodallwedd rydych yn mewngofnodi gyda’ch olion bysedd, eich wyneb neu PIN eich ffôn neu’ch cyfrifiadur, ac nid oes angen cyfrinair. Ni all neb eich twyllo i’w rhoi i ffwrdd.",
	"Added on {1}.": "Ychwanegwyd ar {1}.",
	"Last used on {1}.": "Defnyddiwyd ddiwethaf ar {1}.",
	"Not used yet.": "Heb ei defnyddio eto.",
	"Rename {1}": "Ailenwi {1}",
	"New name": "Enw newydd",
	"Save the name": "Cadw’r enw",
	"Take away {1}": "Tynnu {1} i ffwrdd",
	"Add a passkey": "Ychwanegu codallwedd",
	"What do you call this device?": "Beth ydych chi’n galw’r ddyfais hon?",
	"Such as work laptop, or phone.": "Fel gliniadur gwaith, neu ffôn.",
	"This browser cannot make a passkey here. Passkeys need JavaScript and a newer browser.":
		"Ni all y porwr hwn wneud codallwedd yma. Mae angen JavaScript a phorwr mwy newydd ar godallweddi.",
	"Passkeys do not work at this address. {1}.":
		"Nid yw codallweddi’n gweithio yn y cyfeiriad hwn. {1}.",
	"Add and use them at {1}": "Eu hychwanegu a’u defnyddio yn {1}",
	"Passkeys need a web address with a name. Concord is opened by a number here, so there are none.":
		"Mae angen cyfeiriad gwe gydag enw ar godallweddi. Caiff Concord ei agor gan rif yma, felly nid oes rhai.",
	"Authenticator app": "Ap dilysu",
	"You have one. After your password you enter the 6 digits that it shows.":
		"Mae gennych un. Ar ôl eich cyfrinair rydych yn rhoi’r 6 digid y mae’n eu dangos.",
	"An app on your phone shows 6 digits, which you enter after your password. Your IT team can tell you which app to use.":
		"Mae ap ar eich ffôn yn dangos 6 digid, a rowch ar ôl eich cyfrinair. Gall eich tîm TG ddweud wrthych pa ap i’w ddefnyddio.",
	"Move to another app": "Symud i ap arall",
	"Set up an app": "Gosod ap",
	"Take the app away": "Tynnu’r ap i ffwrdd",
	"Recovery codes": "Codau adfer",
	"You have none left.": "Nid oes gennych un ar ôl.",
	"You have {1} left. Each works once, when you have lost your phone or your passkey.":
		"Mae gennych {1} ar ôl. Mae pob un yn gweithio unwaith, pan fyddwch wedi colli eich ffôn neu eich codallwedd.",
	"Make new recovery codes": "Gwneud codau adfer newydd",
	"Where you are signed in": "Ble rydych wedi mewngofnodi",
	Browser: "Porwr",
	"Signed in": "Mewngofnodwyd",
	"Last seen": "Gwelwyd ddiwethaf",
	"Now, here": "Nawr, yma",
	"Sign out {1}": "Allgofnodi {1}",
	"there: {1}, signed in {2}": "yno: {1}, mewngofnodwyd {2}",
	"Sign out everywhere else": "Allgofnodi ym mhobman arall",
	"You changed your password": "Fe newidioch eich cyfrinair",
	"A new password was chosen by a link that was mailed to you":
		"Dewiswyd cyfrinair newydd drwy ddolen a anfonwyd atoch",
	"You added a passkey": "Fe ychwanegoch godallwedd",
	"You took a passkey away": "Fe dynnoch godallwedd i ffwrdd",
	"You set up an authenticator app": "Fe osodoch ap dilysu",
	"You took the authenticator app away": "Fe dynnoch yr ap dilysu i ffwrdd",
	"You made recovery codes": "Fe wnaethoch godau adfer",
	"A recovery code was used": "Defnyddiwyd cod adfer",
	"Passkeys, app and recovery codes were taken away":
		"Tynnwyd codallweddi, yr ap a’r codau adfer i ffwrdd",
	"There were too many tries with a wrong password":
		"Bu gormod o gynigion gyda chyfrinair anghywir",
	"What has happened": "Beth sydd wedi digwydd",
	"{1}: {2} by {3}": "{1}: {2} gan {3}",
	"{1}: {2}": "{1}: {2}",
	"Was one of these not you? Change your password and tell your Business Unit.":
		"Ai nid chi oedd un o’r rhain? Newidiwch eich cyfrinair a dywedwch wrth eich Uned Fusnes.",
	"Current password": "Cyfrinair presennol",
	"You stay signed in here, and are signed out everywhere else.":
		"Rydych yn aros wedi mewngofnodi yma, a chewch eich allgofnodi ym mhobman arall.",
	"Change password": "Newid cyfrinair",
	"Set up an authenticator app": "Gosod ap dilysu",
	"Scan this with the app on your phone. It then shows 6 digits.":
		"Sganiwch hwn gyda’r ap ar eich ffôn. Yna mae’n dangos 6 digid.",
	"Cannot scan it? Enter this key in the app, as one that goes by time:":
		"Methu ei sganio? Rhowch yr allwedd hon yn yr ap, fel un sy’n mynd yn ôl amser:",
	"The 6 digits that it shows now": "Y 6 digid y mae’n eu dangos nawr",
	Finish: "Gorffen",
	"QR code for your authenticator app. The key below says the same.":
		"Cod QR ar gyfer eich ap dilysu. Mae’r allwedd isod yn dweud yr un peth.",
	"That is set up. Keep your recovery codes": "Mae hwnnw wedi’i osod. Cadwch eich codau adfer",
	"Your recovery codes": "Eich codau adfer",
	"When you have lost your phone or your passkey, one of these lets you in after your password. Each works once.":
		"Pan fyddwch wedi colli eich ffôn neu eich codallwedd, mae un o’r rhain yn gadael i chi ddod i mewn ar ôl eich cyfrinair. Mae pob un yn gweithio unwaith.",
	"They are not shown again. Print this page or write them down, and keep them away from your computer.":
		"Ni chânt eu dangos eto. Argraffwch y dudalen hon neu ysgrifennwch hwy, a chadwch hwy i ffwrdd o’ch cyfrifiadur.",
	"See how you sign in": "Gweld sut rydych yn mewngofnodi",
	"Go to this installation": "Ewch i’r gosodiad hwn",
	"Enter what you call it": "Rhowch beth rydych yn ei galw",
	"Enter the 6 digits": "Rhowch y 6 digid",
	"Choose a new password": "Dewis cyfrinair newydd",
	"Enter the email address that you sign in with. A link comes by mail, which works once, for an hour.":
		"Rhowch y cyfeiriad e-bost rydych yn mewngofnodi ag ef. Daw dolen drwy’r post, sy’n gweithio unwaith, am awr.",
	"Send the link": "Anfon y ddolen",
	"Look in your mail": "Edrychwch yn eich post",
	"If somebody signs in to Concord with this address, a link is on its way there. It works once, for an hour.":
		"Os yw rhywun yn mewngofnodi i Concord gyda’r cyfeiriad hwn, mae dolen ar ei ffordd yno. Mae’n gweithio unwaith, am awr.",
	"Nothing has come after ten minutes? Look among unwanted mail. Your sign-in address may be another: it is the one at which you were first invited. If you cannot find it, ask your Business Unit.":
		"Nid oes dim wedi dod ar ôl deng munud? Edrychwch ymhlith post diangen. Gall eich cyfeiriad mewngofnodi fod yn un arall: hwnnw y cawsoch wahoddiad iddo gyntaf. Os na allwch ddod o hyd iddo, gofynnwch i’ch Uned Fusnes.",
	"Back to sign in": "Yn ôl i fewngofnodi",
	"You are signed out wherever you are signed in now.":
		"Cewch eich allgofnodi ble bynnag rydych wedi mewngofnodi nawr.",
	"Save the new password": "Cadw’r cyfrinair newydd",
	"Your new password is saved": "Mae eich cyfrinair newydd wedi’i gadw",
	"Sign in with it": "Mewngofnodi gydag ef",
	"This link does not work any more": "Nid yw’r ddolen hon yn gweithio mwyach",
	"It works once, for an hour, and a newer link takes its place. Nothing has been changed.":
		"Mae’n gweithio unwaith, am awr, ac mae dolen fwy newydd yn cymryd ei lle. Nid oes dim wedi’i newid.",
	"Have another sent": "Cael un arall wedi’i hanfon",
	"You are signed in as {1}. What you asked for gives away much at once, so Concord checks that it is still you. You are not asked again for {2} minutes.":
		"Rydych wedi mewngofnodi fel {1}. Mae’r hyn y gofynnoch amdano yn rhoi llawer i ffwrdd ar unwaith, felly mae Concord yn gwirio mai chi sydd yno o hyd. Ni ofynnir i chi eto am {2} munud.",
	"In this rehearsal a click is enough. Nothing here is real.":
		"Yn yr ymarfer hwn mae clic yn ddigon. Nid oes dim yma’n real.",
	"It is me": "Fi sydd yma",
	"Sign in again with {1}": "Mewngofnodi eto gyda {1}",
	"Recovery code": "Cod adfer",
	"The 6 digits that your authenticator app shows now.":
		"Y 6 digid y mae eich ap dilysu yn eu dangos nawr.",
	"If you cannot use your passkey here: one of those that you kept.":
		"Os na allwch ddefnyddio eich codallwedd yma: un o’r rhai a gadwoch.",
	"There were too many tries. Wait a few minutes": "Bu gormod o gynigion. Arhoswch ychydig funudau",
	"{1} does not answer": "Nid yw {1} yn ateb",
	"You cannot sign in there just now. Try again in a few minutes. If you have a password for Concord, {1}.":
		"Ni allwch fewngofnodi yno ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau. Os oes gennych gyfrinair ar gyfer Concord, {1}.",
	"sign in with it": "mewngofnodwch gydag ef",
	"You are not signed in": "Nid ydych wedi mewngofnodi",
	"Signing in at {1} was not finished, or took too long. {2}. If it happens again, ask whoever looks after computers at your work.":
		"Ni orffennwyd mewngofnodi yn {1}, neu cymerodd ormod o amser. {2}. Os bydd yn digwydd eto, gofynnwch i bwy bynnag sy’n gofalu am gyfrifiaduron yn eich gwaith.",
	"Try again": "Rhowch gynnig arall arni",
	"Concord does not know you yet": "Nid yw Concord yn eich adnabod eto",
	"You signed in at {1}, but Concord cannot tell who you are here by the work address that it gave. Ask whoever looks after Concord for your agency which address they have for you.":
		"Fe fewngofnodoch yn {1}, ond ni all Concord ddweud pwy ydych yma yn ôl y cyfeiriad gwaith a roddodd. Gofynnwch i bwy bynnag sy’n gofalu am Concord dros eich asiantaeth pa gyfeiriad sydd ganddynt i chi.",
	"If you have a password for Concord, or were invited with another address, {1}.":
		"Os oes gennych gyfrinair ar gyfer Concord, neu os cawsoch wahoddiad gyda chyfeiriad arall, {1}.",
	"sign in with that": "mewngofnodwch gyda hwnnw",
	"The 6 digits that your authenticator app shows now, or one of your recovery codes.":
		"Y 6 digid y mae eich ap dilysu yn eu dangos nawr, neu un o’ch codau adfer.",
	"One of those that you kept when you set up your passkey.":
		"Un o’r rhai a gadwoch pan osodoch eich codallwedd.",
	"Addresses that {1} named": "Cyfeiriadau a enwodd {1}",
	"This is the secret, by which your program knows that it is Concord who tells it. Copy it now to where the program keeps its secrets: it is not shown again.":
		"Dyma’r gyfrinach, y mae eich rhaglen yn gwybod drwyddi mai Concord sy’n dweud wrthi. Copïwch hi nawr i’r man lle mae’r rhaglen yn cadw ei chyfrinachau: ni chaiff ei dangos eto.",
	"Concord tells these addresses that something happened that you may know of, with no name and no word of it. Your program then reads it with the token. {1}":
		"Mae Concord yn dweud wrth y cyfeiriadau hyn fod rhywbeth wedi digwydd y cewch wybod amdano, heb enw a heb air ohono. Yna mae eich rhaglen yn ei ddarllen gyda’r tocyn. {1}",
	"All your tokens": "Eich holl docynnau",
	Addresses: "Cyfeiriadau",
	"No address is told": "Ni ddywedir wrth unrhyw gyfeiriad",
	"Addresses that you name are listed here.": "Rhestrir yma’r cyfeiriadau a enwch.",
	"Name an address": "Enwi cyfeiriad",
	"This token works no more, so nothing is sent for it.":
		"Nid yw’r tocyn hwn yn gweithio mwyach, felly ni anfonir dim ar ei gyfer.",
	"This token may not read differences, so there is nothing that its program could be told of. Make one that may.":
		"Ni chaiff y tocyn hwn ddarllen gwahaniaethau, felly nid oes dim y gellid dweud wrth ei raglen amdano. Gwnewch un a gaiff.",
	"{1}, then name one.": "{1}, yna enwch un.",
	"Where does the program wait?": "Ble mae’r rhaglen yn aros?",
	"In a rehearsal an address on this machine, such as http://127.0.0.1:8080/told":
		"Mewn ymarfer, cyfeiriad ar y peiriant hwn, fel http://127.0.0.1:8080/told",
	"Such as https://school.example/concord": "Fel https://school.example/concord",
	"What is it told of?": "Am beth y dywedir wrthi?",
	"Name the address": "Enwi’r cyfeiriad",
	Told: "Dywedir wrtho",
	Paused: "Oedwyd",
	"Took nothing": "Ni chymerodd ddim",
	"It took nothing for three days, or said that it is gone, so nothing more is sent. When it works again, let it be told again.":
		"Ni chymerodd ddim am dri diwrnod, neu dywedodd ei fod wedi mynd, felly ni anfonir dim mwy. Pan fydd yn gweithio eto, gadewch iddo gael clywed eto.",
	"Your partnership’s administrators stopped it for good. Ask them why, or take it away.":
		"Ataliodd gweinyddwyr eich partneriaeth ef am byth. Gofynnwch iddynt pam, neu tynnwch ef i ffwrdd.",
	"What {1} is told": "Beth a ddywedir wrth {1}",
	Address: "Cyfeiriad",
	State: "Cyflwr",
	"Told of": "Dywedir wrtho am",
	"Takes nothing since": "Heb gymryd dim ers",
	"Send a test": "Anfon prawf",
	Pause: "Oedi",
	"Let it be told again": "Gadael iddo glywed eto",
	"Take it away": "Ei dynnu i ffwrdd",
	"What was sent": "Beth a anfonwyd",
	"Nothing was sent": "Ni anfonwyd dim",
	"What is sent stands here for 30 days, with each try.":
		"Mae’r hyn a anfonir yma am 30 diwrnod, gyda phob cynnig.",
	Happened: "Digwyddodd",
	Sent: "Anfonwyd",
	"Sent again": "Anfonwyd eto",
	"Send again{1}": "Anfon eto{1}",
	Waits: "Yn aros",
	Taken: "Cymerwyd",
	"Given up": "Rhoddwyd y gorau iddi",
	"no answer within 10 seconds": "dim ateb o fewn 10 eiliad",
	"nobody answered there": "nid atebodd neb yno",
	"Concord may not reach that network": "ni chaiff Concord gyrraedd y rhwydwaith hwnnw",
	"no machine has that name": "nid oes peiriant gyda’r enw hwnnw",
	"its certificate is wrong": "mae ei dystysgrif yn anghywir",
	"answered {1}": "atebodd {1}",
	"Enter where the program waits": "Rhowch ble mae’r rhaglen yn aros",
	"Welcome to Concord, {1}": "Croeso i Concord, {1}",
	"{1} invites you as {2}, {3}.": "Mae {1} yn eich gwahodd fel {2}, {3}.",
	"You are signed in as {1}. If that is somebody else, sign out first, then follow the link again.":
		"Rydych wedi mewngofnodi fel {1}. Os mai rhywun arall yw hwnnw, allgofnodwch yn gyntaf, yna dilynwch y ddolen eto.",
	"Add it to your account": "Ei hychwanegu at eich cyfrif",
	"You have an account already, with the address {1}. Sign in to it first. Then you can add this post to it.":
		"Mae gennych gyfrif eisoes, gyda’r cyfeiriad {1}. Mewngofnodwch iddo yn gyntaf. Yna gallwch ychwanegu’r swydd hon ato.",
	"You sign in with {1} and a password that only you know.":
		"Rydych yn mewngofnodi gyda {1} a chyfrinair y gwyddoch chi’n unig.",
	"Choose a password": "Dewiswch gyfrinair",
	"Save and sign in": "Cadw a mewngofnodi",
	"Do you use Concord already, with another address? {1}.":
		"A ydych yn defnyddio Concord eisoes, gyda chyfeiriad arall? {1}.",
	"Sign in and add this post to your account":
		"Mewngofnodwch ac ychwanegwch y swydd hon at eich cyfrif",
	"This link works no more": "Nid yw’r ddolen hon yn gweithio mwyach",
	"An invitation works once, for 7 days, and a newer one takes its place. If you have chosen how you sign in, {1}. If not, ask whoever invited you to send another one.":
		"Mae gwahoddiad yn gweithio unwaith, am 7 diwrnod, ac mae un mwy newydd yn cymryd ei le. Os ydych wedi dewis sut rydych yn mewngofnodi, {1}. Os nad ydych, gofynnwch i bwy bynnag a’ch gwahoddodd anfon un arall.",
	"sign in": "mewngofnodwch",
	"Mail goes to {1}.": "Mae post yn mynd i {1}.",
	"You have not said yet whether it is right.": "Nid ydych wedi dweud eto a yw’n gywir.",
	"If it is wrong, tell the Business Unit.": "Os yw’n anghywir, dywedwch wrth yr Uned Fusnes.",
	"Make a new address": "Gwneud cyfeiriad newydd",
	"Make an address": "Gwneud cyfeiriad",
	"Check a receipt": "Gwirio derbynneb",
	"Check another": "Gwirio un arall",
	"A receipt says what was sent in a difference, to whom and when. Choose the file that ends with .json. It is looked at and not kept, and you are told only what is in it.":
		"Mae derbynneb yn dweud beth a anfonwyd mewn gwahaniaeth, at bwy a phryd. Dewiswch y ffeil sy’n gorffen gyda .json. Edrychir arni ac ni chaiff ei chadw, a dim ond yr hyn sydd ynddi a ddywedir wrthych.",
	"Reference it is said to be for (optional)": "Y cyfeirnod y dywedir ei bod ar ei gyfer (dewisol)",
	"Such as HV-7K4P2": "Fel HV-7K4P2",
	"The receipt": "Y dderbynneb",
	Partnership: "Partneriaeth",
	From: "O",
	To: "I",
	"Recorded at": "Cofnodwyd am",
	"SHA-256 of act {1}": "SHA-256 gweithred {1}",
	"Key that signed it": "Yr allwedd a’i llofnododd",
	"Enter the day from which it is in force": "Rhowch y diwrnod y daw i rym",
	"Set up Concord: {1} of {2}": "Gosod Concord: {1} o {2}",
	"The partnership": "Y bartneriaeth",
	"Six short pages, about ten minutes. What you enter is kept as you go, so you can stop and come back to this address. Nothing is made before the last page.":
		"Chwe thudalen fer, tua deng munud. Cedwir yr hyn a rowch wrth i chi fynd, felly gallwch stopio a dod yn ôl i’r cyfeiriad hwn. Ni wneir dim cyn y dudalen olaf.",
	"Name of the partnership": "Enw’r bartneriaeth",
	"As people know it, such as Northfield Safeguarding Children Partnership":
		"Fel y mae pobl yn ei hadnabod, fel Northfield Safeguarding Children Partnership",
	"Letters that references begin with": "Llythrennau y mae cyfeirnodau’n dechrau gyda hwy",
	"2 to 5, said on the telephone. NSP makes references such as NSP-7K4PN":
		"2 i 5, a ddywedir ar y ffôn. Mae NSP yn gwneud cyfeirnodau fel NSP-7K4PN",
	"Where is it?": "Ble mae hi?",
	"Whom to ask, and how pages look": "Pwy i’w holi, a sut mae tudalennau’n edrych",
	"Leave out what you do not know yet.": "Gadewch allan yr hyn na wyddoch eto.",
	"The head of every page": "Pen pob tudalen",
	Text: "Testun",
	"It is also the sender of mail. Left out, it is the partnership’s name":
		"Dyma anfonwr post hefyd. Os caiff ei adael allan, enw’r bartneriaeth ydyw",
	Colour: "Lliw",
	"Such as #12343b. It has to be dark enough for white text. Left out, it is Concord’s own":
		"Fel #12343b. Rhaid iddo fod yn ddigon tywyll ar gyfer testun gwyn. Os caiff ei adael allan, lliw Concord ei hun ydyw",
	"The protocol": "Y protocol",
	"The steps, forms and time limits that Concord runs. You can change it later: one administrator makes a new version, the other approves it.":
		"Y camau, y ffurflenni a’r terfynau amser y mae Concord yn eu rhedeg. Gallwch ei newid yn ddiweddarach: mae un gweinyddwr yn gwneud fersiwn newydd, a’r llall yn ei chymeradwyo.",
	"The numbers to ring in danger, and what offices are called, are in it. Those of another partnership stay on your pages and in your mails until you make a version of your own.":
		"Ynddo mae’r rhifau i’w ffonio mewn perygl, ac enwau’r swyddfeydd. Bydd rhai partneriaeth arall yn aros ar eich tudalennau ac yn eich negeseuon nes i chi wneud eich fersiwn eich hun.",
	"The text cannot be used as it is:": "Ni ellir defnyddio’r testun fel y mae:",
	"And {1} more.": "A {1} arall.",
	"Which one is in force first?": "Pa un sydd mewn grym gyntaf?",
	"Our own, written as a file for Concord":
		"Ein hun ni, wedi’i ysgrifennu fel ffeil ar gyfer Concord",
	"Choose the file": "Dewiswch y ffeil",
	"Or enter its whole text": "Neu rhowch ei destun cyfan",
	"From which day is it in force?": "O ba ddiwrnod y mae mewn grym?",
	"Nothing can be raised before that day": "Ni ellir codi dim cyn y diwrnod hwnnw",
	"Line {1}: {2} {3}": "Llinell {1}: {2} {3}",
	"The agencies": "Yr asiantaethau",
	"Begin with those that will use Concord first. The partnership’s own office must be among them. Leave a row empty where there is none.":
		"Dechreuwch gyda’r rhai a fydd yn defnyddio Concord gyntaf. Rhaid i swyddfa’r bartneriaeth ei hun fod yn eu plith. Gadewch res yn wag lle nad oes un.",
	"Agency {1}": "Asiantaeth {1}",
	Kind: "Math",
	"The partnership’s office": "Swyddfa’r bartneriaeth",
	"Save and add more": "Cadw ac ychwanegu rhagor",
	"The first two administrators": "Y ddau weinyddwr cyntaf",
	"They invite everybody else, and change the protocol: what one of them proposes, the other approves. Each gets a mail with a link that works once. They read nothing about a child.":
		"Nhw sy’n gwahodd pawb arall, ac yn newid y protocol: yr hyn y mae un ohonynt yn ei gynnig, mae’r llall yn ei gymeradwyo. Mae pob un yn cael post gyda dolen sy’n gweithio unwaith. Nid ydynt yn darllen dim am blentyn.",
	"First administrator": "Gweinyddwr cyntaf",
	"Second administrator": "Ail weinyddwr",
	"Work address": "Cyfeiriad gwaith",
	Job: "Swydd",
	"Such as Business manager": "Fel Rheolwr busnes",
	"Change{1}": "Newid{1}",
	"Check what you entered": "Gwiriwch yr hyn a roesoch",
	"References begin with": "Mae cyfeirnodau’n dechrau gyda",
	"Where it is": "Ble mae hi",
	None: "Dim",
	"Head of pages": "Pen tudalennau",
	"Concord’s own": "Un Concord ei hun",
	Protocol: "Protocol",
	"In force from": "Mewn grym o",
	Administrators: "Gweinyddwyr",
	"When you set it up, both administrators are sent an invitation, and this address works no more.":
		"Pan fyddwch yn ei osod, anfonir gwahoddiad at y ddau weinyddwr, ac nid yw’r cyfeiriad hwn yn gweithio mwyach.",
	"Set up Concord": "Gosod Concord",
	"Concord is set up": "Mae Concord wedi’i osod",
	"{1} is ready for its administrators.": "Mae {1} yn barod ar gyfer ei gweinyddwyr.",
	"An invitation is on its way to:": "Mae gwahoddiad ar ei ffordd at:",
	"The link in it works once, within 7 days. After signing in, an administrator sees what is still missing before real use, and invites everybody else.":
		"Mae’r ddolen ynddo’n gweithio unwaith, o fewn 7 diwrnod. Ar ôl mewngofnodi, mae gweinyddwr yn gweld beth sydd ar goll o hyd cyn defnydd go iawn, ac yn gwahodd pawb arall.",
	"If no mail arrives, check SMTP_URL and MAIL_FROM. {1} with a work address prints a new link on the machine that Concord runs on.":
		"Os na ddaw post, gwiriwch SMTP_URL a MAIL_FROM. Mae {1} gyda chyfeiriad gwaith yn argraffu dolen newydd ar y peiriant y mae Concord yn rhedeg arno.",
	"concord invite-again": "concord invite-again",
	"This address works no more": "Nid yw’r cyfeiriad hwn yn gweithio mwyach",
	"It worked for 24 hours, or until Concord was started again. What you entered is kept. Start Concord again: it prints another address.":
		"Roedd yn gweithio am 24 awr, neu nes i Concord gael ei ddechrau eto. Cedwir yr hyn a roesoch. Dechreuwch Concord eto: mae’n argraffu cyfeiriad arall.",
	"Choose a file of 1 MB or less": "Dewiswch ffeil o 1 MB neu lai",
	"Choose a text file in UTF-8, such as one that ends in .yaml":
		"Dewiswch ffeil destun yn UTF-8, fel un sy’n gorffen gyda .yaml",
	"The text has a fault. They are named above the question":
		"Mae nam yn y testun. Fe’i henwir uwchben y cwestiwn",
	"The text has {1} faults. They are named above the question":
		"Mae {1} nam yn y testun. Fe’u henwir uwchben y cwestiwn",
	Partnerships: "Partneriaethau",
	"How much there is in each partnership": "Faint sydd ym mhob partneriaeth",
	"Another is added with “concord partnership create” on the machine itself.":
		"Ychwanegir un arall gyda “concord partnership create” ar y peiriant ei hun.",
	"How Concord is running": "Sut mae Concord yn rhedeg",
	"You show a passkey or a code beside your password. {1}":
		"Rydych yn dangos codallwedd neu god wrth ochr eich cyfrinair. {1}",
	"Can sign in": "Gallant fewngofnodi",
	"Mail waiting": "Post yn aros",
	"Mail not arrived": "Post na chyrhaeddodd",
	"The last good backup ended at {1}.": "Daeth y copi wrth gefn da diwethaf i ben am {1}.",
	"There is no backup yet.": "Nid oes copi wrth gefn eto.",
	Mailbox: "Blwch post",
	"In a rehearsal no mail leaves. These are the messages that would have gone, newest first. None of them names whom it is about or tells what happened.":
		"Mewn ymarfer nid oes post yn gadael. Dyma’r negeseuon a fyddai wedi mynd, y diweddaraf yn gyntaf. Nid oes un ohonynt yn enwi am bwy y mae nac yn dweud beth ddigwyddodd.",
	"No messages yet": "Dim negeseuon eto",
	"Messages come when somebody has something to do or to know.":
		"Daw negeseuon pan fydd gan rywun rywbeth i’w wneud neu i’w wybod.",
	"{1} to {2}, {3}": "{1} at {2}, {3}",
	"Open what it holds": "Agor yr hyn sydd ynddi",
	"Show older messages": "Dangos negeseuon hŷn",
	"The code of this message": "Cod y neges hon",
	"Enter it on the page that asked for it. It works once.":
		"Rhowch ef ar y dudalen a ofynnodd amdano. Mae’n gweithio unwaith.",
	"You keep this Concord": "Chi sy’n cadw’r Concord hwn",
	"You will see which partnerships there are, how much is in each, and how Concord is running. You see nothing of what is in a partnership.":
		"Byddwch yn gweld pa bartneriaethau sydd, faint sydd ym mhob un, a sut mae Concord yn rhedeg. Nid ydych yn gweld dim o’r hyn sydd mewn partneriaeth.",
	"You sign in with {1}, a password that only you know, and a passkey or an authenticator app, which you set up next.":
		"Rydych yn mewngofnodi gyda {1}, cyfrinair y gwyddoch chi’n unig, a chodallwedd neu ap dilysu, a osodwch nesaf.",
	"{1} characters or more. Three words that do not belong together are easy to keep in mind":
		"{1} nod neu fwy. Mae tri gair nad ydynt yn perthyn i’w gilydd yn hawdd eu cofio",
	"It works once, for 7 days, and a newer one takes its place. If you have chosen a password, {1}. If not, ask whoever gave it to you for another one.":
		"Mae’n gweithio unwaith, am 7 diwrnod, ac mae un mwy newydd yn cymryd ei lle. Os ydych wedi dewis cyfrinair, {1}. Os nad ydych, gofynnwch i bwy bynnag a’i rhoddodd i chi am un arall.",
	"Last changed on {1}.": "Newidiwyd ddiwethaf ar {1}.",
	"Ask your partnership’s Business Unit. Its administrator can say here whom to ask.":
		"Gofynnwch i Uned Fusnes eich partneriaeth. Gall ei gweinyddwr ddweud yma pwy i’w holi.",
	"In this rehearsal it is {1}. Move time forward to see what Concord does when somebody is late. It cannot be moved back.":
		"Yn yr ymarfer hwn mae’n {1}. Symudwch amser ymlaen i weld beth mae Concord yn ei wneud pan fydd rhywun yn hwyr. Ni ellir ei symud yn ôl.",
	"Move time forward": "Symud amser ymlaen",
	"Next working day": "Diwrnod gwaith nesaf",
	"{1} working days on": "{1} diwrnod gwaith ymlaen",
	"Or to a day and time": "Neu i ddiwrnod ac amser",
	"For example, {1}": "Er enghraifft, {1}",
	Time: "Amser",
	"For example, 9am or 2:30pm": "Er enghraifft, 9am neu 2:30pm",
	"Move time": "Symud amser",
	"Change person": "Newid person",
	"Rehearse in another partnership": "Ymarfer mewn partneriaeth arall",
	"Nothing ran out and nobody was reminded since {1}.":
		"Ni ddaeth dim i ben ac ni chafodd neb ei atgoffa ers {1}.",
	"{1} and {2} would have gone since {3}.": "{1}, a byddai {2} wedi mynd ers {3}.",
	"{1} reminders": { other: "{1} nodyn atgoffa" },
	"{1} or {2}.": "{1} neu {2}.",
	"Read the messages": "Darllenwch y negeseuon",
	"see my work": "gwelwch fy ngwaith",
	"No time limit ran out": "Ni ddaeth unrhyw derfyn amser i ben",
	"{1} ran out": "daeth {1} i ben",
	"{1} time limits": { two: "{1} derfyn amser", other: "{1} terfyn amser" },
	"Enter the day to move to": "Rhowch y diwrnod i symud iddo",
	"Enter the time to move to": "Rhowch yr amser i symud iddo",
	Welsh: "Cymraeg",
	"Pages can be in Welsh. A Welsh speaker has not checked the translation yet, and what is not translated is in English.":
		"Gall tudalennau fod yn Gymraeg. Nid oes siaradwr Cymraeg wedi gwirio’r cyfieithiad eto, ac mae’r hyn nad yw wedi’i gyfieithu yn Saesneg.",
};
