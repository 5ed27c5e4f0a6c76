/** How Concord is running, receipts and what a first partnership is begun with. */
import type { Entries } from "./entry.ts";

export const running: Entries = {
	"less than a minute": "llai na munud",
	"Reminders and time limits": "Nodiadau atgoffa a therfynau amser",
	"Concord has not looked yet at what time has brought about.":
		"Nid yw Concord wedi edrych eto ar yr hyn y mae amser wedi’i beri.",
	"It looks each minute. If this stays for five minutes, look into the log for the job “sweep”.":
		"Mae’n edrych bob munud. Os yw hyn yn aros am bum munud, edrychwch yn y log am y dasg “sweep”.",
	"Concord last looked at what time has brought about {1} ago.":
		"Edrychodd Concord ddiwethaf ar yr hyn y mae amser wedi’i beri {1} yn ôl.",
	"Nobody is reminded until it does.": "Nid oes neb yn cael ei atgoffa nes iddo edrych.",
	"Look into the log for the job “sweep”, and start Concord again.":
		"Edrychwch yn y log am y dasg “sweep”, a dechreuwch Concord eto.",
	"Nightly work": "Gwaith y nos",
	"Did not end well when it last should have: {1}.":
		"Ni ddaeth i ben yn iawn pan ddylai fod ddiwethaf: {1}.",
	"It is tried again every night. Look into the log for its name.":
		"Rhoddir cynnig arno eto bob nos. Edrychwch yn y log am ei enw.",
	"Work waiting to be done": "Gwaith sy’n aros i gael ei wneud",
	"No work is waiting.": "Nid oes gwaith yn aros.",
	"One piece of work is due, for {1}.": "Mae un darn o waith i’w wneud, ers {1}.",
	"{1} pieces of work are due, the oldest for {2}.":
		"Darnau o waith sydd i’w gwneud: {1}, yr hynaf ers {2}.",
	"Look into the log for jobs that failed, and start Concord again.":
		"Edrychwch yn y log am dasgau a fethodd, a dechreuwch Concord eto.",
	"No backup has been made.": "Nid oes copi wrth gefn wedi’i wneud.",
	"The last backup was made {1} ago.": "Gwnaed y copi wrth gefn diwethaf {1} yn ôl.",
	Backup: "Copi wrth gefn",
	"The one that was tried since then failed: {1}":
		"Methodd yr un y rhoddwyd cynnig arno ers hynny: {1}",
	"Mend that, and make one now with “concord backup”.":
		"Trwsiwch hynny, a gwnewch un nawr gyda “concord backup”.",
	"Make one now with “concord backup”. With CONCORD_BACKUP_TO and CONCORD_BACKUP_KEY set, one is made every night.":
		"Gwnewch un nawr gyda “concord backup”. Gyda CONCORD_BACKUP_TO a CONCORD_BACKUP_KEY wedi’u gosod, gwneir un bob nos.",
	"Make one now, and see why the nightly one did not run.":
		"Gwnewch un nawr, a gweld pam na redodd un y nos.",
	"Room on the disk": "Lle ar y ddisg",
	"{1} of {2} are free where Concord keeps its data.":
		"Mae {1} o {2} yn rhydd lle mae Concord yn cadw ei ddata.",
	"Make room, or give Concord a larger disk.": "Gwnewch le, neu rhowch ddisg fwy i Concord.",
	Clock: "Cloc",
	"The clock of the computer that Concord runs on was set back: it shows a time that has passed already.":
		"Gosodwyd cloc y cyfrifiadur y mae Concord yn rhedeg arno yn ôl: mae’n dangos amser sydd wedi mynd heibio.",
	"The clock has not gone back.": "Nid yw’r cloc wedi mynd yn ôl.",
	"Set it right, and have it set by a time server.":
		"Gosodwch ef yn gywir, a threfnwch iddo gael ei osod gan weinydd amser.",
	"Past a time limit": "Y tu hwnt i derfyn amser",
	"Nothing that the Business Unit was sent is past a time limit.":
		"Nid oes dim a anfonwyd at yr Uned Fusnes y tu hwnt i derfyn amser.",
	"One time limit is past in what the Business Unit was sent.":
		"Mae un terfyn amser wedi mynd heibio yn yr hyn a anfonwyd at yr Uned Fusnes.",
	"{1} time limits are past in {2} of what the Business Unit was sent.":
		"Terfynau amser sydd wedi mynd heibio: {1}, mewn {2} o’r hyn a anfonwyd at yr Uned Fusnes.",
	"In the last seven days {1} went to the mail server, {2} could not be delivered and {3} came back.":
		"Yn y saith diwrnod diwethaf aeth {1} at y gweinydd post, ni ellid danfon {2} a daeth {3} yn ôl.",
	"None is waiting.": "Nid oes dim yn aros.",
	"One is waiting, for {1}.": "Mae un yn aros, ers {1}.",
	"{1} are waiting, the oldest for {2}.": "Mae {1} yn aros, yr hynaf ers {2}.",
	"One that did not arrive still has to be dealt with.":
		"Mae un na chyrhaeddodd yn dal i fod angen delio ag ef.",
	"Of what did not arrive, {1} still have to be dealt with.":
		"O’r hyn na chyrhaeddodd, mae {1} yn dal i fod angen delio â nhw.",
	"The mail server does not take mail. Run “concord doctor” to see what it says.":
		"Nid yw’r gweinydd post yn derbyn post. Rhedwch “concord doctor” i weld beth mae’n ei ddweud.",
	"The Business Unit sees on its desk whom to ring.":
		"Mae’r Uned Fusnes yn gweld ar ei desg pwy i’w ffonio.",
	"Forms to acknowledge": "Ffurflenni i’w cydnabod",
	"Every form that the Business Unit was sent has been acknowledged and sent on.":
		"Mae pob ffurflen a anfonwyd at yr Uned Fusnes wedi’i chydnabod a’i hanfon ymlaen.",
	"One form has waited to be acknowledged and sent on for {1}.":
		"Mae un ffurflen yn aros i gael ei chydnabod a’i hanfon ymlaen, ers {1}.",
	"{1} forms wait to be acknowledged and sent on, the oldest for {2}.":
		"Ffurflenni sy’n aros i gael eu cydnabod a’u hanfon ymlaen: {1}, yr hynaf ers {2}.",
	"Make sure that somebody is at the Business Unit’s desk.":
		"Gwnewch yn siŵr bod rhywun wrth ddesg yr Uned Fusnes.",
	"Bank holidays": "Gwyliau banc",
	"They are known to {1} (list {2}).": "Maent yn hysbys hyd at {1} (rhestr {2}).",
	"No list has been asked for by itself.": "Nid oes rhestr wedi’i cheisio’n awtomatig.",
	"A list was last asked for {1} ago.": "Ceisiwyd rhestr ddiwethaf {1} yn ôl.",
	"The last list that came was not believed.": "Ni chredwyd y rhestr ddiwethaf a ddaeth.",
	"See under “Working days” what is wrong with the list.":
		"Gwelwch o dan “Diwrnodau gwaith” beth sydd o’i le ar y rhestr.",
	"Install a newer version of Concord, or import a GOV.UK list under “Working days”.":
		"Gosodwch fersiwn mwy newydd o Concord, neu fewnforio rhestr GOV.UK o dan “Diwrnodau gwaith”.",

	"This receipt is true": "Mae’r dderbynneb hon yn wir",
	"It was signed by this Concord, nothing in it was altered, and the record still has what it is for.":
		"Fe’i llofnodwyd gan y Concord hwn, ni newidiwyd dim ynddi, ac mae’r cofnod yn dal i gynnwys yr hyn y mae hi ar ei gyfer.",
	"The words of one answer are left out of this file.":
		"Mae geiriau un ateb wedi’u gadael allan o’r ffeil hon.",
	"The words of {1} answers are left out of this file.":
		"Mae geiriau {1} ateb wedi’u gadael allan o’r ffeil hon.",
	"This receipt was not altered": "Ni newidiwyd y dderbynneb hon",
	"Its signature holds, and what it says was submitted is what was signed. Compare the fingerprint of the key with the one that the partnership gives. Whether the record still has it, only that Concord can say.":
		"Mae ei llofnod yn dal, a’r hyn y mae’n dweud a gyflwynwyd yw’r hyn a lofnodwyd. Cymharwch ôl bys yr allwedd â’r un y mae’r bartneriaeth yn ei roi. Dim ond y Concord hwnnw all ddweud a yw’r cofnod yn dal i’w gynnwys.",
	"This is no receipt": "Nid derbynneb yw hon",
	"The file is no receipt of Concord, or it is damaged. Take the file that ends with .json, as it was downloaded.":
		"Nid derbynneb gan Concord yw’r ffeil, neu mae wedi’i difrodi. Cymerwch y ffeil sy’n gorffen gyda .json, fel y’i lawrlwythwyd.",
	"This receipt was altered": "Newidiwyd y dderbynneb hon",
	"Its signature does not hold: something in it is other than it was when it was signed.":
		"Nid yw ei llofnod yn dal: mae rhywbeth ynddi’n wahanol i’r hyn oedd pan lofnodwyd hi.",
	"What it says was submitted is not what was signed.":
		"Nid yr hyn y mae’n dweud a gyflwynwyd yw’r hyn a lofnodwyd.",
	"The words in this receipt were altered": "Newidiwyd y geiriau yn y dderbynneb hon",
	"The signature holds. The words that come with it are not those that were submitted.":
		"Mae’r llofnod yn dal. Nid y geiriau sy’n dod gyda hi yw’r rhai a gyflwynwyd.",
	"This receipt is of another Concord": "Derbynneb gan Concord arall yw hon",
	"It holds by itself, and was not signed by this Concord. Ask the partnership that it names.":
		"Mae’n dal ynddi’i hun, ac nid y Concord hwn a’i llofnododd. Gofynnwch i’r bartneriaeth y mae’n ei henwi.",
	"This receipt is of another difference": "Derbynneb am wahaniaeth arall yw hon",
	"It holds, and is for another reference than the one you gave.":
		"Mae’n dal, ac mae ar gyfer cyfeirnod arall na’r un a roesoch.",
	"The record does not have this any more": "Nid yw’r cofnod yn cynnwys hyn mwyach",
	"This Concord signed the receipt, and its record does not have what it is for. Keep the receipt, and tell the data protection officer of the partnership.":
		"Llofnododd y Concord hwn y dderbynneb, ac nid yw ei gofnod yn cynnwys yr hyn y mae hi ar ei gyfer. Cadwch y dderbynneb, a dywedwch wrth swyddog diogelu data’r bartneriaeth.",

	"{1} was reached at this address, and mail that it sent leads there still. Choose another name or host.":
		"Cyrhaeddwyd {1} yn y cyfeiriad hwn, ac mae post a anfonodd yn dal i arwain yno. Dewiswch enw neu westeiwr arall.",
	"“{1}” would have the address of a page of Concord. Give it its full name.":
		"Byddai gan “{1}” gyfeiriad un o dudalennau Concord. Rhowch ei enw llawn.",
	"{1} is the address of {2} already.": "Mae {1} yn gyfeiriad i {2} eisoes.",
	"There is a partnership “{1}” already.": "Mae partneriaeth “{1}” yn bod eisoes.",
	"References of {1} begin with {2} already. Choose other letters.":
		"Mae cyfeirnodau {1} yn dechrau gyda {2} eisoes. Dewiswch lythrennau eraill.",
	"‘{1}’ can be no path. Take small letters, digits and dashes, and no word that Concord’s own pages begin with.":
		"Ni all ‘{1}’ fod yn llwybr. Cymerwch lythrennau bach, digidau a chysylltnodau, a dim gair y mae tudalennau Concord ei hun yn dechrau ag ef.",
	"{1} is reached there, or was. Mail that it sent leads there still. Choose another.":
		"Cyrhaeddir {1} yno, neu fe’i cyrhaeddwyd. Mae post a anfonodd yn dal i arwain yno. Dewiswch un arall.",
	"{1} is the key in use. Rotate first: concord keys rotate.":
		"{1} yw’r allwedd a ddefnyddir. Newidiwch hi yn gyntaf: concord keys rotate.",
	"{1} still closes keys in this database. Go on with: concord keys rotate.":
		"Mae {1} yn dal i gau allweddi yn y gronfa ddata hon. Ewch ymlaen gyda: concord keys rotate.",
	"There is no calendar ‘{1}’. The calendars are {2}.":
		"Nid oes calendr ‘{1}’. Y calendrau yw {2}.",
	"‘{1}’ is not a unit of time. Use working-days, calendar-days, weeks, hours or immediately.":
		"Nid yw ‘{1}’ yn uned amser. Defnyddiwch working-days, calendar-days, weeks, hours neu immediately.",
	"‘{1}’ is not a day of the years {2} to {3}. Write it like 2026-04-03.":
		"Nid yw ‘{1}’ yn ddiwrnod yn y blynyddoedd {2} i {3}. Ysgrifennwch ef fel 2026-04-03.",
	"‘{1}’ is not a whole number between −100,000 and 100,000.":
		"Nid yw ‘{1}’ yn rhif cyfan rhwng −100,000 a 100,000.",
	"‘{1}’ is not a time of day. Write it like 17:00.":
		"Nid yw ‘{1}’ yn amser o’r dydd. Ysgrifennwch ef fel 17:00.",
	"That counts to a day outside {1} to {2}, which is further than days are worked out.":
		"Mae hynny’n cyfrif hyd at ddiwrnod y tu allan i {1} i {2}, sy’n bellach nag y mae diwrnodau’n cael eu cyfrifo.",
	"Enter their job": "Rhowch eu swydd",
	"Enter the name of the partnership": "Rhowch enw’r bartneriaeth",
	"Enter a name": "Rhowch enw",
	"Enter the name of the agency": "Rhowch enw’r asiantaeth",
	"Enter the name of the administrator": "Rhowch enw’r gweinyddwr",
	"Enter the job of the administrator": "Rhowch swydd y gweinyddwr",
	"This version does not wait for approval: {1}.":
		"Nid yw’r fersiwn hwn yn aros am gymeradwyaeth: {1}.",
	"There is nothing to withdraw: {1}.": "Nid oes dim i’w dynnu’n ôl: {1}.",
};
