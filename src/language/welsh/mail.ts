/** Mail: what most people get. `{1}` is often a task in the words of the protocol, so it stands behind a colon. */
import type { Entries } from "./entry.ts";

export const mail: Entries = {
	"Dear {1}": "Annwyl {1}",
	Hello: "Helo",
	"This message has no details on purpose. Do not reply to it, and do not send details by email.":
		"Nid oes manylion yn y neges hon yn fwriadol. Peidiwch ag ateb y neges, a pheidiwch ag anfon manylion drwy e-bost.",
	"If something is not clear, ask {1}, without naming the {2}.":
		"Os nad yw rhywbeth yn glir, gofynnwch i {1}, heb enwi’r {2}.",
	"If something is not clear, ask {1}, without naming anybody it is about.":
		"Os nad yw rhywbeth yn glir, gofynnwch i {1}, heb enwi neb y mae’n ymwneud ag ef.",
	"Where it stands: {1}": "Ble mae arni: {1}",
	"Where it stands: {1}. {2} raised it.": "Ble mae arni: {1}. Fe’i codwyd gan {2}.",
	"Where it stands: {1}. {2} raised it with {3}.":
		"Ble mae arni: {1}. Fe’i codwyd gan {2} gyda {3}.",
	"You need to {1}.": "Mae angen i chi wneud hyn: {1}.",
	"You need to {1} by {2}.": "Mae angen i chi wneud hyn erbyn {2}: {1}.",
	"You need to {1}. The target is {2}.": "Mae angen i chi wneud hyn: {1}. Y targed yw {2}.",
	"You may {1} until {2}. You do not have to.":
		"Cewch wneud hyn hyd {2}: {1}. Nid oes rhaid i chi.",
	"You needed to {1} by {2}. Do it now.":
		"Roedd angen i chi wneud hyn erbyn {2}: {1}. Gwnewch ef nawr.",
	"You still need to {1}. Do it as soon as you can.":
		"Mae angen i chi wneud hyn o hyd: {1}. Gwnewch ef cyn gynted ag y gallwch.",
	"Keep safeguarding the {1} while you wait.": "Daliwch ati i ddiogelu’r {1} wrth i chi aros.",
	"There is something that you may do on {1}.": "Mae rhywbeth y cewch ei wneud ar {1}.",
	"It is your turn on {1}.": "Eich tro chi yw hi ar {1}.",
	"It was closed on {1}. How it ended: {2}.": "Fe’i caewyd ar {1}. Sut y daeth i ben: {2}.",
	"We received the form for {1} on {2}.": "Cawsom y ffurflen ar gyfer {1} ar {2}.",
	"{1}: form received": "{1}: ffurflen wedi’i derbyn",
	"{1} has raised {2} with your agency.": "Mae {1} wedi codi {2} gyda’ch asiantaeth.",
	"{1}: sent to your agency by {2}": "{1}: anfonwyd at eich asiantaeth gan {2}",
	"{1}: raised with your agency by {2}": "{1}: codwyd gyda’ch asiantaeth gan {2}",
	"{1}: {2} has responded": "{1}: mae {2} wedi ymateb",
	"{1} has responded to {2}.": "Mae {1} wedi ymateb i {2}.",
	"{1}: decision made": "{1}: gwnaed penderfyniad",
	"The {1} has decided on {2}.": "Mae penderfyniad ar {2} ({1}).",
	"The decision is final. There is no appeal.": "Mae’r penderfyniad yn derfynol. Nid oes apêl.",
	"This is to tell you that {1} was closed on {2}.":
		"Mae hyn i ddweud wrthych fod {1} wedi’i gau ar {2}.",
	"This is a reminder about {1}.": "Nodyn i’ch atgoffa am {1} yw hwn.",
	"The target for your part of {1} is today.": "Heddiw yw’r targed ar gyfer eich rhan chi o {1}.",
	"The target for your part of {1} was {2}.": "Y targed ar gyfer eich rhan chi o {1} oedd {2}.",
	"Your time on {1} ends today.": "Mae eich amser ar {1} yn dod i ben heddiw.",
	"Your time on {1} has run out.": "Mae eich amser ar {1} wedi dod i ben.",
	"Overdue: {1}: {2}": "Yn hwyr: {1}: {2}",
	"Past its target: {1}: {2}": "Wedi mynd heibio’r targed: {1}: {2}",
	"Reminder: {1}: {2}{3}": "Nodyn atgoffa: {1}: {2}{3}",
	"Due today": "I’w wneud heddiw",
	"Target today": "Targed heddiw",
	"Last day": "Diwrnod olaf",
	"To be done: {1}": "I’w wneud: {1}",
	", by {1}": ", erbyn {1}",
	", the first by {1}": ", y cyntaf erbyn {1}",
	", target {1}": ", targed {1}",
	", until {1}": ", hyd {1}",
	"{1}: a question for you": "{1}: cwestiwn i chi",
	"You are asked a question on {1}.": "Gofynnir cwestiwn i chi ar {1}.",
	"Answer it in Concord, so that the answer is on the record. No time limit changes.":
		"Atebwch ef yn Concord, fel bod yr ateb ar gofnod. Nid oes terfyn amser yn newid.",
	"{1}: your question is answered": "{1}: mae eich cwestiwn wedi’i ateb",
	"Your question on {1} is answered.": "Mae eich cwestiwn ar {1} wedi’i ateb.",
	"A receipt that anybody can check: {1}/receipts":
		"Derbynneb y gall unrhyw un ei gwirio: {1}/receipts",
	"How did it go for you? Four questions, in less than a minute. Nobody can see who answered what: {1}":
		"Sut aeth hi i chi? Pedwar cwestiwn, mewn llai na munud. Ni all neb weld pwy a atebodd beth: {1}",
	"You do not need to do anything now.": "Nid oes angen i chi wneud dim nawr.",

	// What its reader does to get there: {1} is “Sign in” or “Open your link”
	"Open your link": "Agor eich dolen",
	"{1} to do it": "{1} i’w wneud",
	"{1} to do them": "{1} i’w gwneud",
	"{1} to read it": "{1} i’w ddarllen",
	"{1} to answer": "{1} i ateb",
	"{1} to write it": "{1} i’w ysgrifennu",
	"{1} to see where it stands": "{1} i weld ble mae arni",
	"{1} to read how it ended": "{1} i ddarllen sut y daeth i ben",
	"{1} to see what you may read": "{1} i weld beth y cewch ei ddarllen",
	"{1} to see which file it is": "{1} i weld pa ffeil ydyw",
	"{1} to see your work": "{1} i weld eich gwaith",
	"{1} to see who opened it": "{1} i weld pwy a’i hagorodd",
	"{1} to see who was named": "{1} i weld pwy a enwyd",
	"{1} to see who did it": "{1} i weld pwy a’i gwnaeth",
	"{1}: the seal was taken off": "{1}: tynnwyd y sêl",
	"{1}: who may know of it was said": "{1}: dywedwyd pwy a gaiff wybod amdano",
	"Somebody took the seal off {1}. Whoever could know of it before it was sealed may again.":
		"Tynnodd rhywun y sêl: {1}. Caiff pwy bynnag a allai wybod amdano cyn ei selio wybod eto.",
	"Somebody said who alone may know of {1}.":
		"Dywedodd rhywun pwy yn unig a gaiff wybod am hyn: {1}.",
	"Read who it was. Ask them if it is not plain to you.":
		"Darllenwch pwy oedd. Gofynnwch iddynt os nad yw’n amlwg i chi.",
	"{1} to see why": "{1} i weld pam",
	"{1} to copy the text": "{1} i gopïo’r testun",
	"{1} to see what is due": "{1} i weld beth sydd i’w wneud, ac erbyn pryd",
	"{1} to read what changed": "{1} i ddarllen beth newidiodd",
	"{1} to read the decision": "{1} i ddarllen y penderfyniad",
	"{1} to see what they owe": "{1} i weld beth sydd ganddynt i’w wneud",
	"{1} to go through them": "{1} i fynd drwyddynt",
	"{1} to review them": "{1} i’w hadolygu",
	"{1} to see which": "{1} i weld pa rai",
	"{1} to go on with it": "{1} i barhau ag ef",
	"{1} to see what it is, and to say what was done":
		"{1} i weld beth ydyw, ac i ddweud beth a wnaed",
	"{1} to see what is yours": "{1} i weld beth sydd gennych chi",
	"{1} to see what it is, and why it was moved": "{1} i weld beth ydyw, a pham y cafodd ei symud",
	"Sign in to see what you may do now.": "Mewngofnodwch i weld beth y cewch ei wneud nawr.",
	"You need no account. The link below is yours alone: it opens with a code that we send to this address, until {1}.":
		"Nid oes angen cyfrif arnoch. I chi yn unig y mae’r ddolen isod: mae’n agor gyda chod a anfonwn i’r cyfeiriad hwn, hyd {1}.",
	"Your code is {1}": "Eich cod yw {1}",

	// What is owed, where the protocol has no words for it; after a colon
	child: "plentyn",
	"talk to the other agency and record what was said":
		"siarad â’r asiantaeth arall a chofnodi’r hyn a ddywedwyd",
	"complete your part of the form": "llenwi eich rhan chi o’r ffurflen",
	"sign off the form or send it back": "cymeradwyo’r ffurflen neu ei hanfon yn ôl",
	"send the form to the other agency": "anfon y ffurflen at yr asiantaeth arall",
	"reply to the other agency": "ateb yr asiantaeth arall",
	"say whether it is resolved or goes on": "dweud a yw wedi’i ddatrys neu’n mynd ymlaen",
	"record the decision": "cofnodi’r penderfyniad",
	"follow up with the agency": "mynd ar drywydd hyn gyda’r asiantaeth",
	"act on the referral": "gweithredu ar yr atgyfeiriad",
	"add a note to the record": "ychwanegu nodyn at y cofnod",
	"hold the meeting and record it": "cynnal y cyfarfod a’i gofnodi",
	"write the letter and send it": "ysgrifennu’r llythyr a’i anfon",
	"tell those who must be told": "dweud wrth y rhai y mae’n rhaid dweud wrthynt",
	"choose how it goes on": "dewis sut mae’n mynd ymlaen",
	"do what is asked and record it": "gwneud yr hyn a ofynnir a’i gofnodi",
	"put it on the record in your own system": "ei roi ar y cofnod yn eich system eich hun",
	"get this done": "cael hyn wedi’i wneud",
	" by {1}": " erbyn {1}",
	". The target is {1}": ". Y targed yw {1}",
	" until {1}. You do not have to": " hyd {1}. Nid oes rhaid i chi",

	// How long
	"{1} calendar days": { two: "{1} ddiwrnod calendr", other: "{1} diwrnod calendr" },
	"{1} weeks": { other: "{1} wythnos" },
	"{1} months": { two: "{1} fis", few: "{1} mis", many: "{1} mis", other: "{1} mis" },
	"{1} years": {
		one: "{1} flwyddyn",
		two: "{1} flynedd",
		few: "{1} blynedd",
		many: "{1} blynedd",
		other: "{1} o flynyddoedd",
	},

	// Received, and sent on
	"The {1} needs to {2}{3}{4}.": "Mae angen i {1} wneud hyn: {2}{3}{4}.",
	"{1} then has {2} to respond.": "Yna mae gan {1} hyn o amser i ymateb: {2}.",
	"We will tell you to whom at {1} it was sent, and by when they must respond.":
		"Byddwn yn dweud wrthych at bwy yn {1} yr anfonwyd hi, ac erbyn pryd y mae’n rhaid iddynt ymateb.",
	"{1}: form received and sent to {2}": "{1}: ffurflen wedi’i derbyn a’i hanfon at {2}",
	"We sent it to {1} of {2} on {3}.": "Fe’i hanfonwyd at {1}, {2}, ar {3}.",
	"We sent it to the {1} of {2} on {3}.": "Fe’i hanfonwyd ar {3} at: {1}, {2}.",
	"They have until {1} to respond.": "Mae ganddynt hyd {1} i ymateb.",
	"The target for their response is {1}.": "Y targed ar gyfer eu hymateb yw {1}.",
	"It was sent to {1}, who is asked to {2}.":
		"Fe’i hanfonwyd at {1}, a gofynnir iddynt wneud hyn: {2}.",
	"{1}: {2} says “{3}”": "{1}: mae {2} yn dweud “{3}”",
	"{1} says of {2}: “{3}”.": "Mae {1} yn dweud am {2}: “{3}”.",

	// Late
	"{1}: {2} is late": "{1}: mae {2} yn hwyr",
	"{1} was asked to {2}{3}, and has not.": "Gofynnwyd i {1} wneud hyn, ac nis gwnaed: {2}{3}.",
	"The {1} is asked to follow it up. Sign in to see what you may do meanwhile.":
		"Gofynnir i {1} fynd ar drywydd hyn. Mewngofnodwch i weld beth y cewch ei wneud yn y cyfamser.",
	"Follow up: {1}: {2} has not answered": "I fynd ar ei drywydd: {1}: nid yw {2} wedi ateb",
	"Follow up: {1}: {2} is overdue": "I fynd ar ei drywydd: {1}: mae {2} yn hwyr",
	"{1} has let its time on {2} run out.": "Mae {1} wedi gadael i’w hamser ar {2} ddod i ben.",
	"It needed to {1} by {2}.": "Roedd angen iddi wneud hyn erbyn {2}: {1}.",
	"The target for {1} on {2} has passed.": "Mae’r targed ar gyfer {1} ar {2} wedi mynd heibio.",
	"It was asked to {1}. The target was {2}.": "Gofynnwyd iddi wneud hyn: {1}. Y targed oedd {2}.",
	"The time that {1} had on {2} is over.": "Mae’r amser a oedd gan {1} ar {2} ar ben.",
	"It could {1} until {2}, and did not have to.":
		"Câi wneud hyn hyd {2}, ac nid oedd rhaid iddi: {1}.",
	"You need to follow up with the agency and record what it says.":
		"Mae angen i chi fynd ar drywydd hyn gyda’r asiantaeth a chofnodi’r hyn y mae’n ei ddweud.",
	"{1}: the {2} is late": "{1}: yn hwyr ({2})",
	"The {1} is late with {2}.": "Yn hwyr gyda {2}: {1}.",
	"It was to {1}{2}.": "Roedd hyn i’w wneud: {1}{2}.",
	"Its time was to end{1}.": "Roedd yr amser i ddod i ben{1}.",
	"See that it is done today. Its officers are reminded as well.":
		"Gwnewch yn siŵr y caiff ei wneud heddiw. Mae’r swyddogion yn cael nodyn atgoffa hefyd.",
	"Nothing is asked of you because of that.": "Ni ofynnir dim gennych oherwydd hynny.",
	"Reminder from the {1}: {2}: {3}": "Nodyn atgoffa ({1}): {2}: {3}",
	"The {1} reminds you of {2}.": "Nodyn i’ch atgoffa am {2} yw hwn, gan: {1}.",
	"You needed to {1}{2}. Do it now.": "Roedd angen i chi wneud hyn: {1}{2}. Gwnewch ef nawr.",

	// Decided, and closed
	"{1}: the {2} is asked to decide": "{1}: gofynnir am benderfyniad ({2})",
	"The {1} is asked to decide on {2}. You hear when it has decided.":
		"Gofynnir i {1} benderfynu ar {2}. Cewch wybod pan fydd penderfyniad.",
	"{1}: closed": "{1}: wedi’i gau",
	"How it ended: {1}.": "Sut y daeth i ben: {1}.",
	"How it ended: {1}, by {2}.": "Sut y daeth i ben: {1}, gan {2}.",

	// What else happened
	"{1}: for you to know": "{1}: er gwybodaeth i chi",
	"The protocol asks that you hear of {1}. You do not need to do anything.":
		"Mae’r protocol yn gofyn i chi gael gwybod am {1}. Nid oes angen i chi wneud dim.",
	"{1}: a virus was found in a file": "{1}: canfuwyd feirws mewn ffeil",
	"A virus was found in a file that was sent with {1}. Nobody can open the file. What was written with it was sent as it was.":
		"Canfuwyd feirws mewn ffeil a anfonwyd gyda {1}. Ni all neb agor y ffeil. Anfonwyd yr hyn a ysgrifennwyd gyda hi fel yr oedd.",
	"If you sent the file: tell your IT service, and send a clean copy if it is still needed.":
		"Os chi a anfonodd y ffeil: dywedwch wrth eich gwasanaeth TG, ac anfonwch gopi glân os oes ei angen o hyd.",
	"{1}: an answer was put right": "{1}: cywirwyd ateb",
	"An answer on {1} was put right. What it was stays on the record beside it.":
		"Cywirwyd ateb ar {1}. Mae’r hyn ydoedd yn aros ar y cofnod wrth ei ochr.",
	"Read it before you go on, or go by what was sent before.":
		"Darllenwch ef cyn mynd ymlaen, neu cyn dibynnu ar yr hyn a anfonwyd o’r blaen.",
	"{1}: entered for the wrong agency?": "{1}: wedi’i roi i mewn dros yr asiantaeth anghywir?",
	"An agency says that what you entered for it on {1} is not theirs. Their reason is on the record.":
		"Mae asiantaeth yn dweud nad ei heiddo hi yw’r hyn a roesoch i mewn drosti ar {1}. Mae ei rheswm ar y cofnod.",
	"Look at the original, and ring them. What is owed stays as it is until you close it, return it or recall it.":
		"Edrychwch ar y gwreiddiol, a ffoniwch nhw. Mae’r hyn sydd i’w wneud yn aros fel y mae nes i chi ei gau, ei ddychwelyd neu ei alw’n ôl.",
	"{1}: a link to answer was passed on": "{1}: pasiwyd dolen i ateb ymlaen",
	"Somebody who answers {1} by a link passed it to a colleague, and vouched for them. Who that is, and how they know them, is on the record.":
		"Mae rhywun sy’n ateb {1} drwy ddolen wedi ei phasio i gydweithiwr, ac wedi tystio drosto. Mae pwy ydyw, a sut mae’n ei adnabod, ar y cofnod.",
	"If it is the wrong person, take their link back.":
		"Os y person anghywir ydyw, tynnwch ei ddolen yn ôl.",
	"{1}: more time is asked for": "{1}: gofynnir am fwy o amser",
	"Somebody asks for more time on {1}. The date stays as it is until it is changed.":
		"Mae rhywun yn gofyn am fwy o amser ar {1}. Mae’r dyddiad yn aros fel y mae nes iddo gael ei newid.",
	"You can give more time, or say no, with a reason.":
		"Gallwch roi mwy o amser, neu wrthod, gyda rheswm.",
	"{1}: no more time": "{1}: dim mwy o amser",
	"No more time is given on {1}. The date stays as it was; the reason is on the record.":
		"Ni roddir mwy o amser ar {1}. Mae’r dyddiad yn aros fel yr oedd; mae’r rheswm ar y cofnod.",
	"{1}: your form is entered": "{1}: mae eich ffurflen wedi’i rhoi i mewn",
	"The {1} entered a form that came from your agency on paper or by mail, received on {2}. It is {3}.":
		"Rhoddwyd i mewn ffurflen a ddaeth oddi wrth eich asiantaeth ar bapur neu drwy’r post, a dderbyniwyd ar {2}. Fe’i rhoddwyd i mewn gan: {1}. Dyma ydyw: {3}.",
	"It is your agency’s from now on, as if you had entered it. Time limits run from the day on which it was received.":
		"Eich asiantaeth chi biau hi o hyn ymlaen, fel pe baech chi wedi ei rhoi i mewn. Mae terfynau amser yn rhedeg o’r diwrnod y’i derbyniwyd.",
	"Read it, and put right what was entered wrongly. If it is not yours, tell the {1} there.":
		"Darllenwch hi, a chywirwch yr hyn a roddwyd i mewn yn anghywir. Os nad eich un chi ydyw, dywedwch hynny yno wrth: {1}.",
	"{1}: recalled, it was not meant for you": "{1}: wedi’i alw’n ôl, nid i chi y’i bwriadwyd",
	"{1} was sent to your agency by mistake. It is recalled: you need to do nothing on it, and can open it no more.":
		"{1}: fe’i hanfonwyd at eich asiantaeth drwy gamgymeriad. Mae wedi’i alw’n ôl: nid oes angen i chi wneud dim arno, ac ni allwch ei agor mwyach.",
	"Destroy what you printed or saved, tell nobody what it says, and tell your data protection lead.":
		"Dinistriwch yr hyn a argraffwyd neu a gadwyd gennych, peidiwch â dweud wrth neb beth y mae’n ei ddweud, a dywedwch wrth eich arweinydd diogelu data.",
	"{1}: recalled from the wrong agency, a data breach":
		"{1}: wedi’i alw’n ôl oddi wrth yr asiantaeth anghywir, achos o dorri data",
	"{1} had gone to an agency that it was not for. It was recalled, and that agency can open it no more.":
		"{1}: roedd wedi mynd at asiantaeth nad oedd ar ei chyfer. Fe’i galwyd yn ôl, ac ni all yr asiantaeth honno ei agor mwyach.",
	"The partnership’s office and whoever sees to data protection there are told, and read who opened it until then. Tell your own data protection lead.":
		"Mae swyddfa’r bartneriaeth a phwy bynnag sy’n gofalu am ddiogelu data yno wedi cael gwybod, ac yn darllen pwy a’i hagorodd tan hynny. Dywedwch wrth eich arweinydd diogelu data eich hun.",
	"Whether it must be reported within 72 hours is for the data protection officer to decide.":
		"Mater i’r swyddog diogelu data yw penderfynu a oes rhaid rhoi gwybod amdano o fewn 72 awr.",
	"{1}: sealed, and you may know of it": "{1}: wedi’i selio, a chewch wybod amdano",
	"{1} is sealed from now on. You are one of the people who were named, and nobody else may know of it: do not speak of it to others.":
		"{1}: mae wedi’i selio o hyn ymlaen. Rydych yn un o’r bobl a enwyd, ac ni chaiff neb arall wybod amdano: peidiwch â sôn amdano wrth eraill.",
	"Nobody stands in for you here while you are away. Tell whoever sealed it in time.":
		"Nid oes neb yn cymryd eich lle yma tra byddwch i ffwrdd. Dywedwch mewn pryd wrth bwy bynnag a’i seliodd.",
	"{1}: a sealed {2} was opened in an emergency":
		"{1}: agorwyd mewn argyfwng, er ei fod wedi’i selio: {2}",
	"Somebody who was not named opened {1} although it is sealed. They can read it for some hours, and do nothing in it.":
		"Mae rhywun na chafodd ei enwi wedi agor {1} er ei fod wedi’i selio. Gall ei ddarllen am rai oriau, ac ni all wneud dim ynddo.",
	"Read who it was, why, and what they have read. Ask them if it is not plain to you.":
		"Darllenwch pwy ydoedd, pam, a beth y mae wedi’i ddarllen. Gofynnwch iddo os nad yw’n glir i chi.",
	"{1}: nobody is left to do what is owed": "{1}: nid oes neb ar ôl i wneud yr hyn sydd i’w wneud",
	"Something is owed in {1}, which is sealed, and none of the people who may know of it can do it.":
		"Mae rhywbeth i’w wneud yn {1}, sydd wedi’i selio, ac ni all neb o’r bobl a gaiff wybod amdano ei wneud.",
	"Name somebody who can, or take the seal off.": "Enwch rywun a all, neu tynnwch y sêl.",
	"Something is owed in {1}, and everybody who could do it has a conflict of interest or had a part in it.":
		"Mae rhywbeth i’w wneud yn {1}, ac mae gan bawb a allai ei wneud wrthdaro buddiannau neu ran ynddo.",
	"Name somebody else in the directory who holds that office or role.":
		"Enwch rywun arall yn y cyfeiriadur sydd â’r swyddfa neu’r rôl honno.",
	"{1}: said not to be safe now": "{1}: dywedwyd nad yw’n ddiogel nawr",
	"Somebody said on {1} that the {2} is not safe now.":
		"Dywedodd rhywun ar {1} nad yw’r {2} yn ddiogel nawr.",
	"Read what was done, and do what is yours to do today. Ring as below if nobody has.":
		"Darllenwch yr hyn a wnaed, a gwnewch heddiw yr hyn sydd i chi ei wneud. Ffoniwch fel isod os nad oes neb wedi gwneud hynny.",
	"{1}: new date, {2}": "{1}: dyddiad newydd, {2}",
	"A date of {1} has changed.": "Mae dyddiad ar {1} wedi newid.",
	"It is now {1}.": "Y dyddiad nawr yw {1}.",
	"Before, the date was {1}.": "{1} oedd y dyddiad o’r blaen.",
	"A step of {1} is done.": "Mae cam o {1} wedi’i wneud.",
	"You need to {1}. Concord gives you the text to paste.":
		"Mae angen i chi wneud hyn: {1}. Mae Concord yn rhoi’r testun i chi i’w ludo.",

	// Several things
	", overdue": ", yn hwyr",
	", {1} of them overdue": ", {1} ohonynt yn hwyr",
	"{1} for you to do": "I chi i’w wneud: {1}",
	"This morning you have {1} to do:": "Y bore yma mae gennych {1} i’w wneud:",
	"You have {1} to do:": "Mae gennych {1} i’w wneud:",
	"Past its target": "Wedi mynd heibio’r targed",
	"raised by {1}": "codwyd gan {1}",
	"raised by {1} with {2}": "codwyd gan {1} gyda {2}",
	"and {1} more": "a {1} arall",
	"{1}: your date has moved": "{1}: mae eich dyddiad wedi symud",
	"{1} of your dates have moved": "Mae {1} o’ch dyddiadau wedi symud",
	"The working days that dates are counted by were changed, such as by a new bank holiday.":
		"Newidiwyd y diwrnodau gwaith y caiff dyddiadau eu cyfrif wrthynt, er enghraifft oherwydd gŵyl banc newydd.",
	"1 date has moved for you:": "Mae 1 dyddiad wedi symud i chi:",
	"{1} dates have moved for you:": "Mae {1} o ddyddiadau wedi symud i chi:",
	"{1}: now due by {2}, was {3}": "{1}: i’w wneud nawr erbyn {2}, {3} oedd y dyddiad",

	// Reports, and what was agreed in them
	subgroup: "is-grŵp",
	"The report on {1}, {2} to {3},": "Yr adroddiad ar {1}, {2} hyd {3}:",
	"Report to {1}: a draft is ready": "Adroddiad hyd {1}: mae drafft yn barod",
	"{1} is ready as a draft. Its figures are there.":
		"{1} mae’r drafft yn barod. Mae’r ffigurau yno.",
	"Write what they mean and what changed for children, check it, and present it to the {1}.":
		"Ysgrifennwch beth maent yn ei olygu a beth newidiodd i blant, gwiriwch ef, a’i gyflwyno i: {1}.",
	"Report to {1}: presented to the {2}": "Adroddiad hyd {1}: wedi’i gyflwyno ({2})",
	"{1} is presented to the {2}, and you can read it.":
		"{1} mae wedi’i gyflwyno ({2}), a gallwch ei ddarllen.",
	"Whoever chairs the subgroup records there which actions are required.":
		"Mae pwy bynnag sy’n cadeirio’r is-grŵp yn cofnodi yno pa gamau gweithredu sydd eu hangen.",
	"Report to {1}: a correction": "Adroddiad hyd {1}: cywiriad",
	"{1} was put right. The new version says what changed; the one before it stays as it was.":
		"{1} cafodd ei gywiro. Mae’r fersiwn newydd yn dweud beth newidiodd; mae’r un o’i blaen yn aros fel yr oedd.",
	"Report to {1}: the {2} has decided": "Adroddiad hyd {1}: mae penderfyniad ({2})",
	"{1} has a decision of the {2}.": "{1} mae penderfyniad arno ({2}).",
	"Whoever is to do something is told, and reminded until it is done.":
		"Dywedir wrth bwy bynnag sydd i wneud rhywbeth, a’i atgoffa nes bod hynny wedi’i wneud.",
	"This was agreed so that what was learned changes something:":
		"Cytunwyd ar hyn fel bod yr hyn a ddysgwyd yn newid rhywbeth:",
	"This is a reminder of what was agreed so that what was learned changes something:":
		"Nodyn i’ch atgoffa yw hwn o’r hyn y cytunwyd arno fel bod yr hyn a ddysgwyd yn newid rhywbeth:",
	"due by {1}": "i’w wneud erbyn {1}",
	"was due by {1}": "roedd i’w wneud erbyn {1}",
	"now due by {1}": "i’w wneud nawr erbyn {1}",
	", due by {1}": ", i’w wneud erbyn {1}",
	"An action for you": "Cam gweithredu i chi",
	"{1} for you": "{1} i chi",
	"Overdue: an action for you": "Yn hwyr: cam gweithredu i chi",
	"Reminder: an action for you": "Nodyn atgoffa: cam gweithredu i chi",
	"Overdue: {1} for you": "Yn hwyr: {1} i chi",
	"Reminder: {1} for you": "Nodyn atgoffa: {1} i chi",
	"From the decision on a report": "O’r penderfyniad ar adroddiad",
	"From a lesson": "O wers",
	"An action is no longer yours": "Nid eich cam gweithredu chi ydyw mwyach",
	"This was given to somebody else. There is nothing more for you to do about it:":
		"Rhoddwyd hwn i rywun arall. Nid oes dim mwy i chi ei wneud yn ei gylch:",
	"An action for you is now due by {1}": "Mae cam gweithredu i chi i’w wneud nawr erbyn {1}",
	"The day of something that is for you to do was moved:":
		"Symudwyd diwrnod rhywbeth sydd i chi ei wneud:",

	// Accounts
	"If somebody is in immediate danger, ring 999.":
		"Os yw rhywun mewn perygl uniongyrchol, ffoniwch 999.",
	"The link below works once, until {1}. Send it to nobody.":
		"Mae’r ddolen isod yn gweithio unwaith, hyd {1}. Peidiwch â’i hanfon at neb.",
	"{1}: you are invited to Concord": "{1}: rydych wedi’ch gwahodd i Concord",
	"{1} uses Concord when professionals disagree about the safety of a child or an adult: to raise it, to answer it, and to see whose turn it is.":
		"Mae {1} yn defnyddio Concord pan fydd gweithwyr proffesiynol yn anghytuno ynghylch diogelwch plentyn neu oedolyn: i’w godi, i’w ateb, ac i weld tro pwy yw hi.",
	"You are invited for {1}.": "Fe’ch gwahoddir dros {1}.",
	"Choose how you sign in": "Dewiswch sut rydych yn mewngofnodi",
	"Concord: choose a new password": "Concord: dewiswch gyfrinair newydd",
	"Somebody asked for a new password for your Concord account. If it was not you, do nothing: your password stays as it is.":
		"Gofynnodd rhywun am gyfrinair newydd ar gyfer eich cyfrif Concord. Os nad chi oedd hynny, peidiwch â gwneud dim: mae eich cyfrinair yn aros fel y mae.",
	"Concord: your code": "Concord: eich cod",
	"Enter it on the page that you opened from your link. It works once, for 10 minutes.":
		"Rhowch ef ar y dudalen a agorwyd gennych o’ch dolen. Mae’n gweithio unwaith, am 10 munud.",
	"Nobody will ring or write to ask you for it. If you did not ask for a code, do nothing, and tell whoever is named below.":
		"Ni fydd neb yn ffonio nac yn ysgrifennu i ofyn i chi amdano. Os na ofynnoch am god, peidiwch â gwneud dim, a dywedwch wrth bwy bynnag a enwir isod.",
	"{1}: your link to raise a difference": "{1}: eich dolen i godi gwahaniaeth",
	"You can raise a difference with another agency of {1} about the safety of a child or an adult. You need no account.":
		"Gallwch godi gwahaniaeth gydag asiantaeth arall ({1}) ynghylch diogelwch plentyn neu oedolyn. Nid oes angen cyfrif arnoch.",
	"The link below is yours alone: it opens with a code that we send to this address.":
		"I chi yn unig y mae’r ddolen isod: mae’n agor gyda chod a anfonwn i’r cyfeiriad hwn.",
	"The link below is yours alone: it opens with a code that we send to this address, until {1}.":
		"I chi yn unig y mae’r ddolen isod: mae’n agor gyda chod a anfonwn i’r cyfeiriad hwn, hyd {1}.",
	"What you type is kept while you write, and sent when you say so.":
		"Caiff yr hyn rydych yn ei deipio ei gadw wrth i chi ysgrifennu, a’i anfon pan ddywedwch hynny.",
	"{1}: your link works no more": "{1}: nid yw eich dolen yn gweithio mwyach",
	"Your link to Concord was taken back. You need do nothing with it any more. What you sent before stays on the record.":
		"Tynnwyd eich dolen i Concord yn ôl. Nid oes angen i chi wneud dim â hi mwyach. Mae’r hyn a anfonoch o’r blaen yn aros ar y cofnod.",
	"If you think that this is a mistake, ask whoever is named below.":
		"Os ydych yn meddwl mai camgymeriad yw hyn, gofynnwch i bwy bynnag a enwir isod.",
	"{1}: what you sent was received": "{1}: derbyniwyd yr hyn a anfonoch",
	"What you were asked is done, and it is on the record. Your links work no more.":
		"Mae’r hyn a ofynnwyd gennych wedi’i wneud, ac mae ar y cofnod. Nid yw eich dolenni’n gweithio mwyach.",
	"If you are asked for more, you get another link.":
		"Os gofynnir i chi am fwy, cewch ddolen arall.",
	"Concord: an address of your program is told nothing more":
		"Concord: ni ddywedir dim mwy wrth gyfeiriad eich rhaglen",
	"An address that you named, or your program, took nothing for three days or said that it is gone. Concord sends it nothing more.":
		"Ni chymerodd cyfeiriad a enwyd gennych, neu eich rhaglen, ddim am dri diwrnod, neu dywedodd nad yw yno mwyach. Nid yw Concord yn anfon dim mwy ato.",
	"What happened meanwhile is in Concord: let your program read it there. When the address works again, let it be told again on the page below.":
		"Mae’r hyn a ddigwyddodd yn y cyfamser yn Concord: gadewch i’ch rhaglen ei ddarllen yno. Pan fydd y cyfeiriad yn gweithio eto, dywedwch ar y dudalen isod y caiff wybod eto.",
	"See the programs that act for you": "Gweld y rhaglenni sy’n gweithredu drosoch",
	"Concord: a program can act for you": "Concord: gall rhaglen weithredu drosoch",
	"A token was made under your settings. A program that has it can do in Concord what the token says, in your name.":
		"Gwnaed tocyn o dan eich gosodiadau. Gall rhaglen sydd ag ef wneud yn Concord yr hyn y mae’r tocyn yn ei ddweud, yn eich enw chi.",
	"If it was you, there is nothing to do. If it was not you, revoke it on the page below, choose a new password and tell your Business Unit at once.":
		"Os chi oedd hyn, nid oes dim i’w wneud. Os nad chi oedd hyn, dirymwch ef ar y dudalen isod, dewiswch gyfrinair newydd a dywedwch wrth eich Uned Fusnes ar unwaith.",
	"If it was you, wait a quarter of an hour and try again, or choose a new password from the sign-in page. If it was not you, nobody got in by it. You are told of this once a day at most.":
		"Os chi oedd hyn, arhoswch chwarter awr a rhowch gynnig arall arni, neu dewiswch gyfrinair newydd o’r dudalen fewngofnodi. Os nad chi oedd hyn, ni ddaeth neb i mewn drwyddo. Cewch wybod am hyn unwaith y dydd ar y mwyaf.",
	"You are signed out everywhere. When you sign in next you set up another. If you did not ask for this, tell your Business Unit at once.":
		"Rydych wedi’ch allgofnodi ym mhobman. Pan fyddwch yn mewngofnodi nesaf, byddwch yn gosod rhai eraill. Os na ofynnoch am hyn, dywedwch wrth eich Uned Fusnes ar unwaith.",
	"If it was you, there is nothing to do. If it was not you, choose a new password from the sign-in page and tell your Business Unit at once.":
		"Os chi oedd hyn, nid oes dim i’w wneud. Os nad chi oedd hyn, dewiswch gyfrinair newydd o’r dudalen fewngofnodi a dywedwch wrth eich Uned Fusnes ar unwaith.",
	"Your Concord password was changed": "Newidiwyd eich cyfrinair Concord",
	"A new Concord password was chosen by the link that was mailed to you":
		"Dewiswyd cyfrinair Concord newydd drwy’r ddolen a anfonwyd atoch drwy e-bost",
	"A passkey was added to your Concord account": "Ychwanegwyd codallwedd at eich cyfrif Concord",
	"A passkey was taken away from your Concord account":
		"Tynnwyd codallwedd oddi ar eich cyfrif Concord",
	"An authenticator app was added to your Concord account":
		"Ychwanegwyd ap dilysu at eich cyfrif Concord",
	"The authenticator app was taken away from your Concord account":
		"Tynnwyd yr ap dilysu oddi ar eich cyfrif Concord",
	"A recovery code of your Concord account was used to sign in":
		"Defnyddiwyd cod adfer eich cyfrif Concord i fewngofnodi",
	"An administrator took away the passkeys and the authenticator app of your Concord account":
		"Tynnodd gweinyddwr y codallweddi a’r ap dilysu oddi ar eich cyfrif Concord",
	"There were too many tries to sign in to your Concord account with a wrong password":
		"Bu gormod o ymdrechion i fewngofnodi i’ch cyfrif Concord gyda chyfrinair anghywir",

	// People
	"Somebody leaves {1} on {2}": "Mae rhywun yn gadael {1} ar {2}",
	"{1} is the last day of somebody at {2}.": "{1} yw diwrnod olaf rhywun yn {2}.",
	"Look at what they owe and who gets it. Nothing is left with nobody: what you do not give to a colleague is for whoever answers in their role.":
		"Edrychwch ar yr hyn sydd ganddynt i’w wneud a phwy sy’n ei gael. Ni chaiff dim ei adael heb neb: mater i bwy bynnag sy’n ateb yn eu rôl yw’r hyn nad ydych yn ei roi i gydweithiwr.",
	"Are the work addresses of {1} still right?": "A yw cyfeiriadau gwaith {1} yn gywir o hyd?",
	"Nobody has said for a year that a work address at {1} is right. The oldest was found right on {2}.":
		"Nid oes neb wedi dweud ers blwyddyn fod cyfeiriad gwaith yn {1} yn gywir. Cafwyd bod yr hynaf yn gywir ar {2}.",
	"A form that goes to a wrong address is read by nobody. Say of each person whether they and their address are still right. It is one page. You are asked each week until it is answered.":
		"Ni chaiff ffurflen sy’n mynd i gyfeiriad anghywir ei darllen gan neb. Dywedwch am bob person a ydyw ef a’i gyfeiriad yn gywir o hyd. Un dudalen ydyw. Gofynnir i chi bob wythnos nes iddo gael ei ateb.",
	"Once a year each agency says who is still there. The last year of {1} began on {2}.":
		"Unwaith y flwyddyn mae pob asiantaeth yn dweud pwy sydd yno o hyd. Dechreuodd blwyddyn ddiwethaf {1} ar {2}.",
	"Say of each whether they are still right, have left or do something else now. It is one page. You are asked each week until it is answered.":
		"Dywedwch am bob un a yw’n gywir o hyd, wedi gadael neu’n gwneud rhywbeth arall nawr. Un dudalen ydyw. Gofynnir i chi bob wythnos nes iddo gael ei ateb.",

	// Whoever sees to rights
	"{1} records": {
		two: "{1} gofnod",
		few: "{1} chofnod",
		many: "{1} chofnod",
		other: "{1} cofnod",
	},
	"data protection officer": "swyddog diogelu data",
	"head of the Business Unit": "pennaeth yr Uned Fusnes",
	"Nobody is {1}": "Nid oes {1}",
	"This is for the {1}. Nobody holds that office, or whoever does is away, so it comes to you.":
		"Mae hyn ar gyfer: {1}. Nid oes neb yn y swydd honno, neu mae pwy bynnag sydd ynddi i ffwrdd, felly mae’n dod atoch chi.",
	"Please have an administrator give the office to somebody, under People.":
		"Gofynnwch i weinyddwr roi’r swydd i rywun, o dan Pobl.",
	"{1} to review": "{1} i’w hadolygu",
	"By the partnership’s retention schedule the time of {1} is over, the first since {2}.":
		"Yn ôl amserlen gadw’r bartneriaeth mae amser {1} ar ben, y cyntaf ers {2}.",
	"Please say what is to become of each: dispose of it, keep it longer, or put it on hold. Nothing is disposed of until you and a second person have said so.":
		"Dywedwch beth sydd i ddigwydd i bob un: ei waredu, ei gadw’n hwy, neu roi daliad arno. Ni chaiff dim ei waredu nes i chi ac ail berson ddweud hynny.",
	"{1} not reviewed since {2}": "{1} heb eu hadolygu ers {2}",
	"By the partnership’s retention schedule the time of {1} is over. The data protection officer was reminded, and nobody has decided what is to become of them.":
		"Yn ôl amserlen gadw’r bartneriaeth mae amser {1} ar ben. Atgoffwyd y swyddog diogelu data, ac nid oes neb wedi penderfynu beth sydd i ddigwydd iddynt.",
	"Please see that somebody does. Nothing is disposed of in the meantime.":
		"Gwnewch yn siŵr bod rhywun yn gwneud hynny. Ni chaiff dim ei waredu yn y cyfamser.",
	"A subject access request is due by {1}": "Mae cais gwrthrych am wybodaeth i’w ateb erbyn {1}",
	"An answer to somebody who asked what is held about them is due, the first by {1}.":
		"Mae ateb i rywun a ofynnodd beth a gedwir amdano i’w roi, y cyntaf erbyn {1}.",
	"{1} answers to somebody who asked what is held about them are due, the first by {2}.":
		"Mae {1} o atebion i rai a ofynnodd beth a gedwir amdanynt i’w rhoi, y cyntaf erbyn {2}.",
};
