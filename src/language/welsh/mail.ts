import type { Entries } from "./entry.ts";

/** Mail: what most people get. `{1}` is often a task in the words of the protocol, so it stands behind a colon. */
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
	"Sign in to do it": "Mewngofnodwch i’w wneud",
	"Sign in to do them": "Mewngofnodwch i’w gwneud",
	"Sign in to read it": "Mewngofnodwch i’w ddarllen",
	"Sign in to see where it stands": "Mewngofnodwch i weld ble mae arni",
	"Sign in to read how it ended": "Mewngofnodwch i ddarllen sut y daeth i ben",
	"Sign in to answer": "Mewngofnodwch i ateb",
	"You do not need to do anything now.": "Nid oes angen i chi wneud dim nawr.",
};
