/**
 * Why something cannot be done, as rules and actions say it. The sentences of one part of the work stand together, as its people
 * would meet them.
 */
import type { Entries } from "./entry.ts";

export const refusals: Entries = {
	// A difference
	"Somebody on the panel has a conflict of interest, or decided what is challenged. Record their interest, and decide without them.":
		"Mae gan rywun ar y panel wrthdaro buddiannau, neu ef neu hi a benderfynodd yr hyn sy’n cael ei herio. Cofnodwch ei fuddiant, a phenderfynwch hebddo.",
	"Somebody on the panel had a part in this before, or is of {1}. Record their interest, and decide without them.":
		"Roedd gan rywun ar y panel ran yn hyn o’r blaen, neu mae’n perthyn i {1}. Cofnodwch ei fuddiant, a phenderfynwch hebddo.",
	"Choose another agency, which is not part of it yet.":
		"Dewiswch asiantaeth arall, nad yw’n rhan ohono eto.",
	"Enter the new day.": "Rhowch y diwrnod newydd.",
	"Choose a day after {1}, when it is due now.":
		"Dewiswch ddiwrnod ar ôl {1}, pan fydd i’w wneud ar hyn o bryd.",
	"It can be extended to {1} at the latest.": "Gellir ei ymestyn hyd {1} fan bellaf.",
	"Choose a day from today and before {1}, when it is due now.":
		"Dewiswch ddiwrnod o heddiw ymlaen a chyn {1}, pan fydd i’w wneud ar hyn o bryd.",
	"Say why it is needed sooner: answer “{1}”.": "Dywedwch pam mae ei angen yn gynt: atebwch “{1}”.",
	"This is what it says already. Change it, or leave it.":
		"Dyma’r hyn y mae’n ei ddweud eisoes. Newidiwch ef, neu gadewch ef.",
	"That they have a conflict of interest is recorded already.":
		"Mae’r gwrthdaro buddiannau hwn wedi’i gofnodi eisoes.",
	"That they have a conflict of interest is not recorded.":
		"Nid yw’r gwrthdaro buddiannau hwn wedi’i gofnodi.",
	"Choose one of the outcomes.": "Dewiswch un o’r canlyniadau.",
	"This is for {1} to do.": "Mater i {1} yw hyn.",
	"Only the office that forms are sent to enters one for an agency.":
		"Dim ond y swyddfa yr anfonir ffurflenni ati sy’n rhoi un i mewn dros asiantaeth.",
	"Choose somebody of the agency that raised it.": "Dewiswch rywun o’r asiantaeth a’i cododd.",
	"The protocol does not let whoever you chose raise this. Choose who raised it, or return the form.":
		"Nid yw’r protocol yn gadael i’r person a ddewisoch godi hyn. Dewiswch pwy a’i cododd, neu dychwelwch y ffurflen.",
	"{1} is for {2} to do. Choose who did it, or return the form.":
		"Mater i {2} yw {1}. Dewiswch pwy a’i gwnaeth, neu dychwelwch y ffurflen.",
	"The protocol asks for somebody else to do {1}. Choose who did it, or return the form.":
		"Mae’r protocol yn gofyn i rywun arall wneud {1}. Dewiswch pwy a’i gwnaeth, neu dychwelwch y ffurflen.",
	"It cannot have been received before it was asked for. Check the day and the time.":
		"Ni all fod wedi dod i law cyn gofyn amdano. Gwiriwch y diwrnod a’r amser.",
	"It cannot have been received in the future. Check the day and the time.":
		"Ni all fod wedi dod i law yn y dyfodol. Gwiriwch y diwrnod a’r amser.",
	"Attach the original, or say why it is not attached.":
		"Atodwch y gwreiddiol, neu dywedwch pam nad yw wedi’i atodi.",
	"Choose from the list under “{1}”: “{2}” is not in the directory, so it cannot be told of this here.":
		"Dewiswch o’r rhestr o dan “{1}”: nid yw “{2}” yn y cyfeiriadur, felly ni ellir dweud wrthi am hyn yma.",
	"“{1}” has a part in this already, as {2}. Leave it out of “{3}”.":
		"Mae gan “{1}” ran yn hyn eisoes, fel {2}. Gadewch hi allan o “{3}”.",
	"Choose which agency it should have been. One that was chosen cannot be taken out alone.":
		"Dewiswch pa asiantaeth y dylai fod wedi bod. Ni ellir tynnu un a ddewiswyd allan ar ei phen ei hun.",
	"It can be moved to another version of its own protocol only.":
		"Dim ond i fersiwn arall o’i brotocol ei hun y gellir ei symud.",
	"It is for the {1} to move it to another version.":
		"Mater i’r canlynol yw ei symud i fersiwn arall: {1}.",
	"It runs under version {1} already.": "Mae’n rhedeg o dan fersiwn {1} eisoes.",
	"It has ended, so it stays under the version that it ran under.":
		"Mae wedi dod i ben, felly mae’n aros o dan y fersiwn yr oedd yn rhedeg oddi tani.",
	"This is not open to you. It may have been done already, or it may not be needed now.":
		"Nid yw hyn ar agor i chi. Efallai ei fod wedi’i wneud eisoes, neu efallai nad oes ei angen nawr.",
	"Choose somebody else, who may do this.": "Dewiswch rywun arall, a gaiff wneud hyn.",
	"You can raise a difference only for your own agency.":
		"Dim ond dros eich asiantaeth eich hun y gallwch godi gwahaniaeth.",
	"Your role does not raise differences under this protocol.":
		"Nid yw eich rôl yn codi gwahaniaethau o dan y protocol hwn.",
	"{1} Ask your partnership’s office what else you can do.":
		"{1} Gofynnwch i swyddfa eich partneriaeth beth arall y gallwch ei wneud.",
	"{1} You can still raise it: answer “{2}”.": "{1} Gallwch ei godi o hyd: atebwch “{2}”.",
	"Choose what you want to do first.": "Dewiswch beth rydych am ei wneud yn gyntaf.",
	"A difference inside one agency is settled inside that agency, with your manager or safeguarding lead.":
		"Caiff gwahaniaeth o fewn un asiantaeth ei ddatrys o fewn yr asiantaeth honno, gyda’ch rheolwr neu’ch arweinydd diogelu.",
	"This is already marked as recorded on the {1}’s record.":
		"Mae hyn eisoes wedi’i nodi fel un sydd ar y cofnod ({1}).",
	"They were reminded of this today already.": "Cawsant eu hatgoffa o hyn heddiw eisoes.",
	"The time of the call must be now or earlier.":
		"Rhaid i amser yr alwad fod nawr neu’n gynharach.",
	"Select at least one person who may know of it.":
		"Dewiswch o leiaf un person a gaiff wybod amdano.",
	"Select only people who could know of it if it were not sealed.":
		"Dewiswch bobl a allai wybod amdano pe na bai wedi’i selio yn unig.",
	"It is sealed for these people already.": "Mae wedi’i selio ar gyfer y bobl hyn eisoes.",
	"The protocol asks for {1} to be there. Add who was there for them{2}.":
		"Mae’r protocol yn gofyn i {1} fod yno. Ychwanegwch bwy oedd yno drostynt{2}.",
	"There is no such way to begin.": "Nid oes ffordd o’r fath i ddechrau.",
	"There is no such step.": "Nid oes cam o’r fath.",
	"There is no such move.": "Nid oes dewis o’r fath.",
	"It cannot end in this way.": "Ni all ddod i ben fel hyn.",
	"Something happened in this since you read it. Read it again, and decide anew.":
		"Digwyddodd rhywbeth yn hyn ers i chi ei ddarllen. Darllenwch ef eto, a phenderfynwch o’r newydd.",
	"What was written here was disposed of, for the time for which it is kept was over. Nothing can be added to it any more.":
		"Gwaredwyd yr hyn a ysgrifennwyd yma, gan fod yr amser y’i cedwir ar ben. Ni ellir ychwanegu dim ato mwyach.",
	"You have answered these questions. What you said has no name on it, so it cannot be changed.":
		"Rydych wedi ateb y cwestiynau hyn. Nid oes enw ar yr hyn a ddywedoch, felly ni ellir ei newid.",
	"Somebody has begun this already under the other protocol. Ask your colleagues.":
		"Mae rhywun eisoes wedi dechrau hyn o dan y protocol arall. Gofynnwch i’ch cydweithwyr.",
	"Your partnership has no protocol in force yet. Ask its Business Unit.":
		"Nid oes gan eich partneriaeth brotocol mewn grym eto. Gofynnwch i’w Huned Fusnes.",
	"Your office takes no side and raises nothing itself. What an agency sent on paper is entered for that agency.":
		"Nid yw eich swyddfa’n cymryd ochr ac nid yw’n codi dim ei hun. Rhoddir yr hyn a anfonodd asiantaeth ar bapur i mewn dros yr asiantaeth honno.",
	"What this was to continue cannot go on here. Begin again, without it.":
		"Ni all yr hyn yr oedd hyn i’w barhau fynd ymlaen yma. Dechreuwch eto, hebddo.",
	"It can be moved only to a version that has come into force.":
		"Dim ond i fersiwn sydd wedi dod i rym y gellir ei symud.",
	"Choose a colleague of the same agency or office who is still there.":
		"Dewiswch gydweithiwr o’r un asiantaeth neu swyddfa sydd yno o hyd.",
	"Choose colleagues of the same agency or office.":
		"Dewiswch gydweithwyr o’r un asiantaeth neu swyddfa.",
	"The last day must be today or later.": "Rhaid i’r diwrnod olaf fod heddiw neu’n hwyrach.",
	"This is not open any more.": "Nid yw hyn ar agor mwyach.",
	"Choose whose form it is from the list.": "Dewiswch o’r rhestr ffurflen pwy ydyw.",
	"Choose somebody of the agency that sent the form.":
		"Dewiswch rywun o’r asiantaeth a anfonodd y ffurflen.",

	// By a link
	"Links to raise are given by the Business Unit.":
		"Yr Uned Fusnes sy’n rhoi dolenni i godi gwahaniaeth.",
	"Choose for how many days the link works.":
		"Dewiswch am faint o ddiwrnodau y mae’r ddolen yn gweithio.",
	"Choose an agency from the list.": "Dewiswch asiantaeth o’r rhestr.",
	"Somebody of this agency has this address and can sign in. They raise it themself.":
		"Mae gan rywun o’r asiantaeth hon y cyfeiriad hwn a gall fewngofnodi. Nhw eu hunain sy’n ei godi.",
	"Your link is for what you were sent. Ask for one to raise.":
		"Mae eich dolen ar gyfer yr hyn a anfonwyd atoch. Gofynnwch am un i godi gwahaniaeth.",
	"This is your own address. Enter that of the colleague who is to do it.":
		"Eich cyfeiriad eich hun yw hwn. Rhowch gyfeiriad y cydweithiwr sydd i’w wneud.",
	"Somebody of this agency has this address and can sign in. Pass it on to them instead.":
		"Mae gan rywun o’r asiantaeth hon y cyfeiriad hwn a gall fewngofnodi. Pasiwch ef ymlaen atynt hwy yn lle hynny.",
	"Somebody else has this address. Enter the person’s own work address.":
		"Mae gan rywun arall y cyfeiriad hwn. Rhowch gyfeiriad gwaith y person ei hun.",
	"This link works no more already.": "Nid yw’r ddolen hon yn gweithio mwyach eisoes.",
	"This address was used meanwhile.": "Defnyddiwyd y cyfeiriad hwn yn y cyfamser.",
	"Anybody can have an address that ends in @{1}, so it does not show who works with you. Ask the office to let your colleague in.":
		"Gall unrhyw un gael cyfeiriad sy’n gorffen gydag @{1}, felly nid yw’n dangos pwy sy’n gweithio gyda chi. Gofynnwch i’r swyddfa adael eich cydweithiwr i mewn.",
	"Enter an address that ends in @{1}. For anybody else, ask the office.":
		"Rhowch gyfeiriad sy’n gorffen gydag @{1}. Ar gyfer unrhyw un arall, gofynnwch i’r swyddfa.",

	// Files
	"A virus was found in it. Tell your IT service.":
		"Canfuwyd feirws ynddo. Dywedwch wrth eich gwasanaeth TG.",
	"A virus was found in “{1}”. Remove it, then send this again.":
		"Canfuwyd feirws yn “{1}”. Tynnwch ef, yna anfonwch hwn eto.",
	"{1} Check the files, then send this again.": "{1} Gwiriwch y ffeiliau, yna anfonwch hwn eto.",
	"It is larger than {1} MB.": "Mae’n fwy na {1} MB.",
	"A virus was found in this file. It was not kept. Tell your IT service.":
		"Canfuwyd feirws yn y ffeil hon. Ni chafodd ei chadw. Dywedwch wrth eich gwasanaeth TG.",

	// People, agencies, absence
	"The last day must be the first day or later.":
		"Rhaid i’r diwrnod olaf fod yr un fath â’r diwrnod cyntaf neu’n hwyrach.",
	"The last day is before the first. Enter the first day first.":
		"Mae’r diwrnod olaf cyn y cyntaf. Rhowch y diwrnod cyntaf yn gyntaf.",
	"The last day must be the same as or after the first day.":
		"Rhaid i’r diwrnod olaf fod yr un fath â’r diwrnod cyntaf neu ar ei ôl.",
	"Enter an absence of a year or less. For longer, ask the Business Unit to hand the work over.":
		"Rhowch absenoldeb o flwyddyn neu lai. Ar gyfer cyfnod hwy, gofynnwch i’r Uned Fusnes drosglwyddo’r gwaith.",
	"You cannot choose yourself. Ask {1}, a colleague who answers for your agency, or the Business Unit to choose you.":
		"Ni allwch ddewis eich hun. Gofynnwch i {1}, cydweithiwr sy’n ateb dros eich asiantaeth, neu’r Uned Fusnes eich dewis.",
	"{1} cannot stand in for {2}: signing off and answering for {3} is for its managers and safeguarding leads. Choose one of these.":
		"Ni all {1} gymryd lle {2}: mater i reolwyr ac arweinwyr diogelu {3} yw cymeradwyo ac ateb drosti. Dewiswch un o’r rhain.",
	"Choose a time between 6am and 9pm.": "Dewiswch amser rhwng 6am a 9pm.",
	"Choose an end that is at least an hour after the beginning.":
		"Dewiswch ddiwedd sydd o leiaf awr ar ôl y dechrau.",
	"You invite people into your own agency. For others ask an administrator.":
		"Rydych yn gwahodd pobl i’ch asiantaeth eich hun. Ar gyfer eraill, gofynnwch i weinyddwr.",
	"You invite people up to your own level. For somebody above it ask an administrator.":
		"Rydych yn gwahodd pobl hyd at eich lefel eich hun. Ar gyfer rhywun uwch, gofynnwch i weinyddwr.",
	"Offices of the partnership are given by its administrators. Ask one of them.":
		"Gweinyddwyr y bartneriaeth sy’n rhoi ei swyddi. Gofynnwch i un ohonynt.",
	"You cannot change your own level. Ask a colleague who answers for your agency, or an administrator.":
		"Ni allwch newid eich lefel eich hun. Gofynnwch i gydweithiwr sy’n ateb dros eich asiantaeth, neu i weinyddwr.",
	"{1} is the only administrator. Make somebody else an administrator first: without one, nobody could invite people or put this right.":
		"{1} yw’r unig weinyddwr. Gwnewch rywun arall yn weinyddwr yn gyntaf: heb un, ni allai neb wahodd pobl na chywiro hyn.",
	"Nobody was imported: put right the lines with faults first.":
		"Ni fewnforiwyd neb: cywirwch y llinellau â namau yn gyntaf.",
	"This import cannot be undone: some of these people have signed in or are named already.":
		"Ni ellir dadwneud y mewnforio hwn: mae rhai o’r bobl hyn wedi mewngofnodi neu wedi’u henwi eisoes.",
	"This file has more than {1} lines. Import it in several files.":
		"Mae gan y ffeil hon fwy na {1} o linellau. Mewnforiwch hi mewn sawl ffeil.",
	"People are invited by the partnership’s administrators.":
		"Gweinyddwyr y bartneriaeth sy’n gwahodd pobl.",
	"There is no such agency.": "Nid oes asiantaeth o’r fath.",
	"There is no such partnership.": "Nid oes partneriaeth o’r fath.",
	"{1} has ended. Nobody works there any more.":
		"Mae {1} wedi dod i ben. Nid oes neb yn gweithio yno mwyach.",
	"There is no office or post “{1}”.": "Nid oes swyddfa na swydd “{1}”.",
	"{1} answers for {2}. Say first who else does.":
		"Mae {1} yn ateb dros {2}. Dywedwch yn gyntaf pwy arall sy’n gwneud hynny.",
	"There is an agency “{1}” already.": "Mae asiantaeth “{1}” eisoes.",
	"Agencies are kept by the partnership’s administrators and its Business Unit.":
		"Gweinyddwyr y bartneriaeth a’i Huned Fusnes sy’n cadw asiantaethau.",
	"Choose another agency, which answers for itself, to answer for this one.":
		"Dewiswch asiantaeth arall, sy’n ateb drosti ei hun, i ateb dros hon.",
	"Say of everybody whether they are still right. Who has left or does something else is seen to first.":
		"Dywedwch am bawb a ydynt yn dal yn gywir. Delir yn gyntaf â’r rhai sydd wedi gadael neu sy’n gwneud rhywbeth arall.",
	"Somebody else of your agency said so meanwhile. Nothing is left to do.":
		"Dywedodd rhywun arall o’ch asiantaeth hynny yn y cyfamser. Nid oes dim ar ôl i’w wneud.",
	"You have an account already. Sign in to it first.":
		"Mae gennych gyfrif eisoes. Mewngofnodwch iddo yn gyntaf.",
	"This invitation belongs to another account than the one that you are signed in to. Sign out, then follow it again.":
		"Mae’r gwahoddiad hwn yn perthyn i gyfrif arall nag un rydych wedi mewngofnodi iddo. Allgofnodwch, yna dilynwch ef eto.",
	"This invitation was used or taken back meanwhile.":
		"Defnyddiwyd neu tynnwyd y gwahoddiad hwn yn ôl yn y cyfamser.",
	"You need one of these to sign in. Add another first, then take this one away.":
		"Mae angen un o’r rhain arnoch i fewngofnodi. Ychwanegwch un arall yn gyntaf, yna tynnwch yr un hwn.",

	// Working days, time
	"Time can be moved in a rehearsal only.": "Dim ond mewn ymarfer y gellir symud amser.",
	"Time goes forward only. Enter a later day or time.":
		"Ymlaen yn unig y mae amser yn mynd. Rhowch ddiwrnod neu amser hwyrach.",
	"Enter a day no more than {1} days from now. You can jump again from there.":
		"Rhowch ddiwrnod heb fod yn fwy na {1} diwrnod o nawr. Gallwch neidio eto o’r fan honno.",
	"There is nothing new in this list. Every bank holiday in it is known already.":
		"Nid oes dim newydd yn y rhestr hon. Mae pob gŵyl banc ynddi’n hysbys eisoes.",
	"The calendar is as it came with Concord. There is nothing to undo.":
		"Mae’r calendr fel y daeth gyda Concord. Nid oes dim i’w ddadwneud.",
	"The calendar was changed after this was prepared. Prepare it again from the calendar as it is now.":
		"Newidiwyd y calendr ar ôl paratoi hyn. Paratowch ef eto o’r calendr fel y mae nawr.",
	"Only the partnership’s administrator can change the calendar.":
		"Dim ond gweinyddwr y bartneriaeth a all newid y calendr.",
	"Choose where it is a bank holiday.": "Dewiswch ble mae’n ŵyl banc.",
	"{1} is a bank holiday in {2} already: {3}.": "Mae {1} yn ŵyl banc yn {2} eisoes: {3}.",
	"{1} is no bank holiday in {2}.": "Nid yw {1} yn ŵyl banc yn {2}.",
	"That is {1} days. Enter a closure of {2} days at most.":
		"Mae hynny’n {1} diwrnod. Rhowch gyfnod cau o {2} diwrnod ar y mwyaf.",
	"{1} is no closure day.": "Nid yw {1} yn ddiwrnod cau.",
	"{1} is more than {2} years from now. Check the year.":
		"Mae {1} fwy na {2} blynedd o nawr. Gwiriwch y flwyddyn.",
	"{1} is not a working day already. When a bank holiday falls on a weekend, enter the weekday that replaces it.":
		"Nid yw {1} yn ddiwrnod gwaith eisoes. Pan fydd gŵyl banc ar benwythnos, rhowch y diwrnod o’r wythnos sy’n ei disodli.",
	"No protocol is in force, so no day is counted.":
		"Nid oes protocol mewn grym, felly ni chyfrifir unrhyw ddiwrnod.",

	// Protocols
	"Versions of a protocol are made and approved by the partnership’s administrators.":
		"Gweinyddwyr y bartneriaeth sy’n gwneud ac yn cymeradwyo fersiynau o brotocol.",
	"This protocol is not in force.": "Nid yw’r protocol hwn mewn grym.",
	"Somebody else saved this version while you were writing.":
		"Cadwodd rhywun arall y fersiwn hon tra oeddech yn ysgrifennu.",
	"Somebody else saved this version meanwhile. Read it again before you propose it.":
		"Cadwodd rhywun arall y fersiwn hon yn y cyfamser. Darllenwch hi eto cyn ei chynnig.",
	"A version can come into force today or later, not on a day that has passed.":
		"Gall fersiwn ddod i rym heddiw neu’n hwyrach, nid ar ddiwrnod sydd wedi mynd heibio.",
	"This version is no longer a draft, so its text stays as it is. Make a new version from it to change something.":
		"Nid yw’r fersiwn hon yn ddrafft mwyach, felly mae ei thestun yn aros fel y mae. Gwnewch fersiwn newydd ohoni i newid rhywbeth.",
	"You wrote some of this version or proposed it. Another administrator must decide on it.":
		"Ysgrifennoch rywfaint o’r fersiwn hon neu chi a’i cynigiodd. Rhaid i weinyddwr arall benderfynu arni.",
	"This version has come into force, so it cannot be withdrawn. Make a new version that puts right what is wrong.":
		"Mae’r fersiwn hon wedi dod i rym, felly ni ellir ei thynnu’n ôl. Gwnewch fersiwn newydd sy’n cywiro’r hyn sydd o’i le.",
	"This is a version of the protocol “{1}”. The line that begins with “protocol:” must stay as it is.":
		"Fersiwn o’r protocol “{1}” yw hon. Rhaid i’r llinell sy’n dechrau gyda “protocol:” aros fel y mae.",
	"There is a version “{1}” of this protocol already. Give this one another name, in the line that begins with “version:”.":
		"Mae fersiwn “{1}” o’r protocol hwn eisoes. Rhowch enw arall i hon, yn y llinell sy’n dechrau gyda “version:”.",

	// Learning, reports, briefings
	"Only the Business Unit writes reports.": "Dim ond yr Uned Fusnes sy’n ysgrifennu adroddiadau.",
	"Only the Business Unit makes reports.": "Dim ond yr Uned Fusnes sy’n gwneud adroddiadau.",
	"This report was presented and stays as it is. What is wrong in it is put right in a new version.":
		"Cyflwynwyd yr adroddiad hwn ac mae’n aros fel y mae. Cywirir yr hyn sydd o’i le ynddo mewn fersiwn newydd.",
	"Only whoever chairs the subgroup records its decision.":
		"Dim ond pwy bynnag sy’n cadeirio’r is-grŵp sy’n cofnodi ei benderfyniad.",
	"This report has not been presented yet.": "Nid yw’r adroddiad hwn wedi’i gyflwyno eto.",
	"A decision was recorded on this report meanwhile.":
		"Cofnodwyd penderfyniad ar yr adroddiad hwn yn y cyfamser.",
	"Say what the subgroup decided, and why.": "Dywedwch beth a benderfynodd yr is-grŵp, a pham.",
	"Enter an action, or say that none is required.":
		"Rhowch gam gweithredu, neu dywedwch nad oes angen un.",
	"Choose who is to do it from the list.": "Dewiswch o’r rhestr pwy sydd i’w wneud.",
	"The day by which it is to be done must not have passed.":
		"Ni chaiff y diwrnod y mae i’w wneud erbyn fod wedi mynd heibio.",
	"This period is not over. Its report can be made from the day after its last.":
		"Nid yw’r cyfnod hwn ar ben. Gellir gwneud ei adroddiad o’r diwrnod ar ôl ei ddiwrnod olaf.",
	"Say what is other than in the version before.":
		"Dywedwch beth sy’n wahanol i’r fersiwn flaenorol.",
	"Only the Business Unit puts a report right.": "Dim ond yr Uned Fusnes sy’n cywiro adroddiad.",
	"The Business Unit writes the briefings.": "Yr Uned Fusnes sy’n ysgrifennu’r briffiadau.",
	"Select the lessons that it is made from.": "Dewiswch y gwersi y’i gwneir ohonynt.",
	"The Business Unit takes briefings out of the library.":
		"Yr Uned Fusnes sy’n tynnu briffiadau o’r llyfrgell.",
	"This briefing has been approved. It stays as it is.":
		"Mae’r briffiad hwn wedi’i gymeradwyo. Mae’n aros fel y mae.",
	"The Business Unit, its head or the subgroup approves briefings.":
		"Yr Uned Fusnes, ei phennaeth neu’r is-grŵp sy’n cymeradwyo briffiadau.",
	"This briefing does not wait for approval any more.":
		"Nid yw’r briffiad hwn yn aros am gymeradwyaeth mwyach.",
	"You wrote in this briefing. Somebody else approves it.":
		"Ysgrifennoch yn y briffiad hwn. Rhywun arall sy’n ei gymeradwyo.",
	"Somebody has changed this briefing since you opened it. Read it again.":
		"Mae rhywun wedi newid y briffiad hwn ers i chi ei agor. Darllenwch ef eto.",
	"The Business Unit records what was learned.": "Yr Uned Fusnes sy’n cofnodi’r hyn a ddysgwyd.",
	"The figures of this report are being counted, or could not be. Count them again, and present it then.":
		"Mae ffigurau’r adroddiad hwn yn cael eu cyfrif, neu ni ellid eu cyfrif. Cyfrifwch hwy eto, a’i gyflwyno wedyn.",
	"This period ends before it starts. Choose its first and its last day again.":
		"Mae’r cyfnod hwn yn dod i ben cyn iddo ddechrau. Dewiswch ei ddiwrnod cyntaf a’i ddiwrnod olaf eto.",
	"Enter days that are still to come.": "Rhowch ddiwrnodau sydd eto i ddod.",
	"Choose another day, or somebody else to do it.":
		"Dewiswch ddiwrnod arall, neu rywun arall i’w wneud.",
	"Say why it moves.": "Dywedwch pam mae’n symud.",
	"This action was moved meanwhile. Its page says to whom and to which day.":
		"Symudwyd y cam gweithredu hwn yn y cyfamser. Mae ei dudalen yn dweud at bwy ac i ba ddiwrnod.",
	"What was found has been recorded already.": "Mae’r hyn a ganfuwyd wedi’i gofnodi eisoes.",
	"Somebody has said what was done of it meanwhile.":
		"Mae rhywun wedi dweud yn y cyfamser beth a wnaed ohono.",
	"Only whoever holds the office can share a view in it.":
		"Dim ond pwy bynnag sy’n dal y swydd a all rannu golwg ynddi.",
	"Select what it is about.": "Dewiswch am beth y mae.",
	"Select the agency that does each action.":
		"Dewiswch yr asiantaeth sy’n gwneud pob cam gweithredu.",
	"Take “{1}” out of “{2}”, or say why it may stay.":
		"Tynnwch “{1}” allan o “{2}”, neu dywedwch pam y caiff aros.",
	"“{1}” may tell whom this is about. Say it without names, dates of birth and numbers.":
		"Gall “{1}” ddatgelu am bwy y mae hyn. Dywedwch ef heb enwau, dyddiadau geni a rhifau.",
	"{1} has nobody, or more than one, of the name “{2}”. Enter the whole name, or leave it blank for whoever answers for {3}.":
		"Nid oes gan {1} neb, neu mae ganddi fwy nag un, o’r enw “{2}”. Rhowch yr enw llawn, neu gadewch ef yn wag ar gyfer pwy bynnag sy’n ateb dros {3}.",

	// Old logs
	"The protocol of this log is not in force.": "Nid yw protocol y cofnod hwn mewn grym.",
	"Only the partnership’s Business Unit can import an old log.":
		"Dim ond Uned Fusnes y bartneriaeth a all fewnforio hen gofnod.",
	"Say which columns are which first.": "Dywedwch yn gyntaf pa golofnau yw pa rai.",
	"Try the import first. A file with faults is not imported.":
		"Rhowch gynnig ar y mewnforio yn gyntaf. Ni fewnforir ffeil â namau.",
	"Somebody is importing this log, or imported it, undid its import or threw it away meanwhile. Look at it again.":
		"Mae rhywun yn mewnforio’r cofnod hwn, neu wedi’i fewnforio, wedi dadwneud ei fewnforio neu wedi’i daflu yn y cyfamser. Edrychwch arno eto.",
	"This file was imported before, as “{1}”. Undo that import first, if it is to be imported anew.":
		"Mewnforiwyd y ffeil hon o’r blaen, fel “{1}”. Dadwnewch y mewnforio hwnnw yn gyntaf, os yw i’w mewnforio o’r newydd.",

	// How long things are kept, and taking data away
	"You decided this. Somebody else confirms it: another data protection officer, or the head of the Business Unit.":
		"Chi a benderfynodd hyn. Rhywun arall sy’n ei gadarnhau: swyddog diogelu data arall, neu bennaeth yr Uned Fusnes.",
	"Only the data protection officer decides how long it is kept.":
		"Dim ond y swyddog diogelu data sy’n penderfynu am ba hyd y’i cedwir.",
	"Say why it is kept.": "Dywedwch pam y’i cedwir.",
	"Enter a day after today.": "Rhowch ddiwrnod ar ôl heddiw.",
	"Enter a day in the next {1} years.": "Rhowch ddiwrnod yn y {1} mlynedd nesaf.",
	"Say why it is not disposed of now.": "Dywedwch pam na chaiff ei waredu nawr.",
	"Only the data protection officer lifts a hold.":
		"Dim ond y swyddog diogelu data sy’n codi gwaharddiad ar waredu.",
	"Say why the hold is lifted.": "Dywedwch pam y codir y gwaharddiad ar waredu.",
	"There is no hold on this any more.": "Nid oes gwaharddiad ar waredu hwn mwyach.",
	"There is nothing of this reference.": "Nid oes dim o’r cyfeirnod hwn.",
	"{1} is on hold. Nothing is done with it until that is lifted.":
		"Mae {1} wedi’i ddal. Ni wneir dim ag ef nes i hynny gael ei godi.",
	"{1} is not waiting for this any more. Somebody decided on it, or the schedule changed. Look at it again.":
		"Nid yw {1} yn aros am hyn mwyach. Penderfynodd rhywun arno, neu newidiodd yr amserlen. Edrychwch arno eto.",
	"Only a data protection officer or the head of the Business Unit confirms this.":
		"Dim ond swyddog diogelu data neu bennaeth yr Uned Fusnes sy’n cadarnhau hyn.",
	"Only the data protection officer changes the schedule.":
		"Dim ond y swyddog diogelu data sy’n newid yr amserlen.",
	"Say why, such as the policy that it follows.": "Dywedwch pam, fel y polisi y mae’n ei ddilyn.",
	"A number in this schedule is not one that can be kept to.":
		"Mae rhif yn yr amserlen hon na ellir cadw ato.",
	"Somebody else changed the schedule meanwhile. Open it in another tab, see what they changed, then save yours again from there.":
		"Newidiodd rhywun arall yr amserlen yn y cyfamser. Agorwch hi mewn tab arall, gwelwch beth a newidiwyd, yna cadwch eich un chi eto o’r fan honno.",
	"Only the data protection officer answers these requests.":
		"Dim ond y swyddog diogelu data sy’n ateb y ceisiadau hyn.",
	"Enter the child’s name.": "Rhowch enw’r plentyn.",
	"Nobody of this partnership’s directory has this address.":
		"Nid oes gan neb yng nghyfeiriadur y bartneriaeth hon y cyfeiriad hwn.",
	"Enter today or a day before.": "Rhowch heddiw neu ddiwrnod cyn hynny.",
	"Say why it takes longer.": "Dywedwch pam mae’n cymryd mwy o amser.",
	"Look at every piece first.": "Edrychwch ar bob darn yn gyntaf.",
	"Look at everything that is taken out first.": "Edrychwch ar bopeth a dynnir allan yn gyntaf.",
	"Select why it is not given as it is.": "Dewiswch pam na chaiff ei roi fel y mae.",
	"Only whoever may take data out of Concord can have this.":
		"Dim ond pwy bynnag a gaiff gymryd data allan o Concord a all gael hwn.",
	"Only whoever may take data out of Concord can make an evidence pack.":
		"Dim ond pwy bynnag a gaiff gymryd data allan o Concord a all wneud pecyn tystiolaeth.",
	"{1} may not take data out of Concord. An administrator gives that right.":
		"Ni chaiff {1} gymryd data allan o Concord. Gweinyddwr sy’n rhoi’r hawl honno.",
	"Select who the pack is for.": "Dewiswch ar gyfer pwy y mae’r pecyn.",
	"Select the agency.": "Dewiswch yr asiantaeth.",
	"Select a theme.": "Dewiswch thema.",
	"There is no difference with this reference that you can read.":
		"Nid oes gwahaniaeth â’r cyfeirnod hwn y gallwch ei ddarllen.",
	"The record has gone on meanwhile. Read what is new, then say that you have looked.":
		"Mae’r cofnod wedi mynd ymlaen yn y cyfamser. Darllenwch yr hyn sy’n newydd, yna dywedwch eich bod wedi edrych.",
	"Open each file first, and say what is given.":
		"Agorwch bob ffeil yn gyntaf, a dywedwch beth a roddir.",
	"Only those who look after the record can have it verified.":
		"Dim ond y rhai sy’n gofalu am y cofnod a all gael ei wirio.",

	// Programs
	"Choose at least one thing that it may do.": "Dewiswch o leiaf un peth y caiff ei wneud.",
	"You have {1} tokens that work. Revoke one that is not needed first.":
		"Mae gennych {1} o docynnau sy’n gweithio. Dirymwch un nad oes ei angen yn gyntaf.",
	"Only a token that works and may read differences can name an address: what it is told of, it must be able to read.":
		"Dim ond tocyn sy’n gweithio ac a gaiff ddarllen gwahaniaethau a all enwi cyfeiriad: rhaid iddo allu darllen yr hyn y dywedir wrtho amdano.",
	"This key was used for another address.": "Defnyddiwyd yr allwedd hon ar gyfer cyfeiriad arall.",
	"Another file was sent with this key.": "Anfonwyd ffeil arall gyda’r allwedd hon.",
	"A file is being sent with this key. Send it again in a minute.":
		"Mae ffeil yn cael ei hanfon gyda’r allwedd hon. Anfonwch hi eto ymhen munud.",
	"This token has {1} addresses. Take one away that is not needed first.":
		"Mae gan y tocyn hwn {1} o gyfeiriadau. Tynnwch un nad oes ei angen yn gyntaf.",
	"Your partnership’s administrators stopped this address. Ask them, or take it away.":
		"Stopiodd gweinyddwyr eich partneriaeth y cyfeiriad hwn. Gofynnwch iddynt, neu tynnwch ef.",
	"Nothing is sent to this address now. Let it be told again first.":
		"Nid anfonir dim i’r cyfeiriad hwn nawr. Gadewch iddo gael gwybod eto yn gyntaf.",
	"Choose at least one thing that it is told of.":
		"Dewiswch o leiaf un peth y dywedir wrtho amdano.",

	// The partnership
	"This Concord is set up: there is a partnership already.":
		"Mae’r Concord hwn wedi’i osod: mae partneriaeth eisoes.",
	"A partnership begins with its own office.": "Mae partneriaeth yn dechrau gyda’i swyddfa ei hun.",
	"This address works no more. Start Concord again: it prints another one.":
		"Nid yw’r cyfeiriad hwn yn gweithio mwyach. Dechreuwch Concord eto: mae’n argraffu un arall.",
	"Enter a text of 20,000 characters or less.": "Rhowch destun o 20,000 nod neu lai.",
	"The partnership’s administrators say what is published.":
		"Gweinyddwyr y bartneriaeth sy’n dweud beth a gyhoeddir.",
	"Somebody else saved this page meanwhile. Open it in another tab, see what they changed, then save yours again from there.":
		"Cadwodd rhywun arall y dudalen hon yn y cyfamser. Agorwch hi mewn tab arall, gwelwch beth a newidiwyd, yna cadwch eich un chi eto o’r fan honno.",
	"Only the partnership’s administrator and Business Unit can set whether Welsh is offered.":
		"Dim ond gweinyddwr y bartneriaeth a’r Uned Fusnes a all osod a gynigir Cymraeg.",
	"Only the partnership’s administrator and Business Unit can set how people are shown.":
		"Dim ond gweinyddwr y bartneriaeth a’r Uned Fusnes a all osod sut y dangosir pobl.",
	"Only the partnership’s administrator and Business Unit can set which numbers are hidden.":
		"Dim ond gweinyddwr y bartneriaeth a’r Uned Fusnes a all osod pa rifau a guddir.",
	"Choose one of the numbers that are offered.": "Dewiswch un o’r rhifau a gynigir.",
	"Only the partnership’s administrator and Business Unit can set the hours.":
		"Dim ond gweinyddwr y bartneriaeth a’r Uned Fusnes a all osod yr oriau.",

	// What somebody may not do, and who does
	"It is for somebody else of {1} to do.": "Mater i rywun arall o {1} yw hyn.",
	"This is sealed, and you only read it. It is for those who were named.":
		"Mae hwn wedi’i selio, a’i ddarllen yn unig yr ydych chi. Mater i’r rhai a enwyd ydyw.",
	"You have a conflict of interest. {1}": "Mae gennych wrthdaro buddiannau. {1}",
	"It challenges a decision of yours. {1}": "Mae’n herio penderfyniad a wnaethoch chi. {1}",
	"Your agency is part of this. {1}": "Mae eich asiantaeth yn rhan o hyn. {1}",
	"You have a part on the other side of this. Ask a colleague in the same role.":
		"Mae gennych ran ar yr ochr arall yn hyn. Gofynnwch i gydweithiwr yn yr un rôl.",
	"Somebody who had no part in it so far must do this. Ask a colleague in the same role.":
		"Rhaid i rywun nad oedd ganddo ran ynddo hyd yma wneud hyn. Gofynnwch i gydweithiwr yn yr un rôl.",
	"You have a conflict of interest": "Mae gennych wrthdaro buddiannau",
	"You have a conflict of interest in this, so it is for somebody else to do.":
		"Mae gennych wrthdaro buddiannau yn hyn, felly mater i rywun arall ydyw.",
	"This challenges a decision of yours, so it is for somebody else to do.":
		"Mae hyn yn herio penderfyniad a wnaethoch chi, felly mater i rywun arall ydyw.",
	"You are named in this for an agency, so it is for somebody else of the office to do.":
		"Rydych wedi’ch enwi yn hyn ar ran asiantaeth, felly mater i rywun arall o’r swyddfa ydyw.",
	"Somebody else said that you have one, so you cannot take it back yourself.":
		"Rhywun arall a ddywedodd fod gennych un, felly ni allwch ei dynnu’n ôl eich hun.",
	"You have a conflict of interest in this": "Mae gennych wrthdaro buddiannau yn hyn",
	"This challenges a decision of yours": "Mae hyn yn herio penderfyniad a wnaethoch chi",
	"You are named in this for an agency": "Rydych wedi’ch enwi yn hyn ar ran asiantaeth",
	"You opened this in an emergency": "Agorwyd hyn gennych mewn argyfwng",
	"You have a part in this, or it is about something that touches you":
		"Mae gennych ran yn hyn, neu mae’n ymwneud â rhywbeth sy’n eich cyffwrdd",
	"{1}, so others say who may know of it: the data protection officer, the head of the partnership’s office or, where neither can, whoever administers Concord here.":
		"{1}, felly eraill sy’n dweud pwy a gaiff wybod amdano: y swyddog diogelu data, pennaeth swyddfa’r bartneriaeth neu, lle na all yr un ohonynt, pwy bynnag sy’n gweinyddu Concord yma.",
	"It challenges a decision of yours": "Mae’n herio penderfyniad a wnaethoch chi",
	"Your agency is part of it": "Mae eich asiantaeth yn rhan ohono",
	"You had a part in it": "Roedd gennych ran ynddo",
	"It is sealed, and you only read it": "Mae wedi’i selio, a’i ddarllen yn unig yr ydych chi",
	"{1}, so {2} decides.": "{1}, felly {2} sy’n penderfynu.",
	"{1}, so {2} does it.": "{1}, felly {2} sy’n ei wneud.",
	"{1}, so somebody else decides who had no part in it. Concord has nobody to ask: tell your partnership’s office.":
		"{1}, felly rhywun arall nad oedd ganddo ran ynddo sy’n penderfynu. Nid oes gan Concord neb i’w ofyn: dywedwch wrth swyddfa eich partneriaeth.",
	"{1}, so somebody else does it who had no part in it. Concord has nobody to ask: tell your partnership’s office.":
		"{1}, felly rhywun arall nad oedd ganddo ran ynddo sy’n ei wneud. Nid oes gan Concord neb i’w ofyn: dywedwch wrth swyddfa eich partneriaeth.",
	"At least one member who declared no interest must decide. Add who did.":
		"Rhaid i o leiaf un aelod na ddatganodd fuddiant benderfynu. Ychwanegwch bwy wnaeth.",
	"The panel needs {1} members who declared no interest, and has {2}.":
		"Mae ar y panel angen {1} aelod na ddatganodd fuddiant, ac mae ganddo {2}.",
	"Say which agency those who decide are from.":
		"Dywedwch o ba asiantaeth y daw’r rhai sy’n penderfynu.",
	"The panel needs members of {1} agencies, and has {2}.":
		"Mae ar y panel angen aelodau o {1} asiantaeth, ac mae ganddo {2}.",
	"No more than 1 other agency can be involved":
		"Ni all mwy nag 1 asiantaeth arall fod yn rhan ohono",
	"No more than {1} other agencies can be involved":
		"Ni all mwy na {1} asiantaeth arall fod yn rhan ohono",
	"{1}. Choose fewer.": "{1}. Dewiswch lai.",
	"{1}, and 1 is already. Choose fewer.": "{1}, ac mae 1 eisoes. Dewiswch lai.",
	"{1}, and {2} are already. Choose fewer.": "{1}, ac mae {2} eisoes. Dewiswch lai.",
	"This is raised with no other agency.": "Codir hwn heb asiantaeth arall.",
	"This is raised inside your own agency.": "Codir hwn o fewn eich asiantaeth eich hun.",
	"Nobody would answer for {1} any more. Say that this is meant, or make somebody else a manager or safeguarding lead first.":
		"Ni fyddai neb yn ateb dros {1} mwyach. Dywedwch mai dyna’r bwriad, neu gwnewch rywun arall yn rheolwr neu’n arweinydd diogelu yn gyntaf.",
	"Nobody else holds one of these offices. Say that this is meant, or give it to somebody else first.":
		"Nid oes neb arall yn dal un o’r swyddi hyn. Dywedwch mai dyna’r bwriad, neu rhowch hi i rywun arall yn gyntaf.",
	"Somebody still works at {1}. Say first that they leave, so that what they owe is handed over.":
		"Mae rhywun yn dal i weithio yn {1}. Dywedwch yn gyntaf ei fod yn gadael, fel y trosglwyddir yr hyn sydd ganddo i’w wneud.",
	"{1} people still work at {2}. Say first that they leave, so that what they owe is handed over.":
		"Mae {1} o bobl yn dal i weithio yn {2}. Dywedwch yn gyntaf eu bod yn gadael, fel y trosglwyddir yr hyn sydd ganddynt i’w wneud.",

	// Why a difference does not fit another version
	"It cannot be moved: version {1} has not got {2}, which its record names.":
		"Ni ellir ei symud. Nid oes gan fersiwn {1} y canlynol, a enwir yn ei gofnod: {2}.",
	"It cannot be moved: version {1} has not got everything that an agency’s own part of its record names.":
		"Ni ellir ei symud: nid oes gan fersiwn {1} bopeth y mae rhan asiantaeth ei hun o’i gofnod yn ei enwi.",
	"the step “{1}”": "y cam “{1}”",
	"{1} for the same people": "{1} ar gyfer yr un bobl",
	"the stage “{1}”": "y cam “{1}”",
	"room for as many agencies that are involved": "lle i gynifer o asiantaethau sy’n rhan ohono",
	"the role “{1}”": "y rôl “{1}”",
	"the question “{1}”": "y cwestiwn “{1}”",
	"{1} with the same kind of answer": "{1} â’r un math o ateb",
	"“{1}” in {2}": "“{1}” yn {2}",
	"the form “{1}”": "y ffurflen “{1}”",
	"{1} in the words that were sent": "{1} yn y geiriau a anfonwyd",
	"the letter “{1}” in the words that were sent": "y llythyr “{1}” yn y geiriau a anfonwyd",
	"a way to begin it {1}": "ffordd i’w ddechrau {1}",
	"the outcome “{1}” of {2}": "y canlyniad “{1}” o {2}",
	"the time limit of “{1}”": "terfyn amser “{1}”",
	"the ending “{1}”": "y diwedd “{1}”",

	// Files, packs and what is done beside the page
	"You can send 1 file at a time.": "Gallwch anfon 1 ffeil ar y tro.",
	"You can send {1} files at a time.": "Gallwch anfon {1} ffeil ar y tro.",
	"It is sealed: only people who are named may know of it, so it does not go to an agency.":
		"Mae wedi’i selio: dim ond pobl a enwir a gaiff wybod amdano, felly nid yw’n mynd i asiantaeth.",
	"That agency does not know of this difference.":
		"Nid yw’r asiantaeth honno’n gwybod am y gwahaniaeth hwn.",
	"Nothing that you can read fits this. Choose another period, theme or agency.":
		"Nid oes dim y gallwch ei ddarllen yn cyfateb i hyn. Dewiswch gyfnod, thema neu asiantaeth arall.",
	"This is more than one file can hold.": "Mae hyn yn fwy nag y gall un ffeil ei ddal.",
	"You can read something that is in this pack no longer. Delete the pack, and begin another.":
		"Ni allwch ddarllen rhywbeth sydd yn y pecyn hwn mwyach. Dilëwch y pecyn, a dechreuwch un arall.",
	"This import was undone already.": "Dadwnaed y mewnforio hwn eisoes.",
	"Whoever asked for this does not write reports any more. Ask for it again.":
		"Nid yw’r sawl a ofynnodd am hyn yn ysgrifennu adroddiadau mwyach. Gofynnwch amdano eto.",
	"This report is not there to be counted any more.":
		"Nid yw’r adroddiad hwn yno i’w gyfrif mwyach.",
	"This report is not there to be looked through any more.":
		"Nid yw’r adroddiad hwn yno i edrych drwyddo mwyach.",
	"You can take this away no longer.": "Ni allwch gymryd hwn i ffwrdd mwyach.",
	"Something is held now that nobody has looked at. Look at it first.":
		"Delir rhywbeth yn awr nad oes neb wedi edrych arno. Edrychwch arno yn gyntaf.",
	"This pack was deleted. Begin another.": "Dilëwyd y pecyn hwn. Dechreuwch un arall.",
	"This protocol is not in force any more.": "Nid yw’r protocol hwn mewn grym mwyach.",
	"A virus was found in this file. Concord has deleted it unread. Tell your IT service.":
		"Canfuwyd firws yn y ffeil hon. Mae Concord wedi’i dileu heb ei darllen. Dywedwch wrth eich gwasanaeth TG.",
	"This log is not there to be imported any more.":
		"Nid yw’r hen gofnod hwn yno i’w fewnforio mwyach.",
	"This log is not there to be tried any more.": "Nid yw’r hen gofnod hwn yno i’w brofi mwyach.",
	"Nothing was imported: one line has a fault that was not there at the trial. Try the import again.":
		"Ni fewnforiwyd dim: mae gan un llinell nam nad oedd yno yn y prawf. Rhowch gynnig arall ar y mewnforio.",
	"Nothing was imported: some lines have a fault that was not there at the trial. Try the import again.":
		"Ni fewnforiwyd dim: mae gan rai llinellau nam nad oedd yno yn y prawf. Rhowch gynnig arall ar y mewnforio.",
	"Something went wrong on our side. Nothing was changed. Try again, and tell whoever runs Concord if it happens again.":
		"Aeth rhywbeth o’i le ar ein hochr ni. Ni newidiwyd dim. Rhowch gynnig arall arni, a dywedwch wrth bwy bynnag sy’n rhedeg Concord os bydd yn digwydd eto.",
	"Not everything is answered yet. {1}.": "Nid yw popeth wedi’i ateb eto. {1}.",
	"Choose a protocol": "Dewiswch brotocol",
	"The text has a fault. {1}": "Mae gan y testun nam. {1}",
	"The text has {1} faults. {2}": {
		two: "Mae gan y testun {1} nam. {2}",
		other: "Mae gan y testun {1} nam. {2}",
	},
	"Line {1}: {2}. {3}.": "Llinell {1}: {2}. {3}.",
	"{1}. {2}": "{1}. {2}",
	"{1}. {2}.": "{1}. {2}.",
	"{1}; {2}": "{1}; {2}",

	// A form that was sent before
	"You sent this form before, with other words. What you sent first was done. What you sent now was not: it is kept below.":
		"Anfonoch y ffurflen hon o’r blaen, â geiriau eraill. Gwnaed yr hyn a anfonwyd gennych yn gyntaf. Ni wnaed yr hyn a anfonwyd gennych yn awr: fe’i cedwir isod.",
	"This form has been used already. Open its page again and send it from there.":
		"Defnyddiwyd y ffurflen hon eisoes. Agorwch ei thudalen eto a’i hanfon oddi yno.",

	// What is wrong with a table or a picture that somebody chose
	"It is damaged, or not the picture that it says it is. Open it, save it again and add that copy.":
		"Mae wedi’i ddifrodi, neu nid dyma’r llun y mae’n dweud ei fod. Agorwch ef, cadwch ef eto ac ychwanegwch y copi hwnnw.",
	"Shorten it": "Byrhewch ef",
	"Too many people are checking texts just now":
		"Mae gormod o bobl yn gwirio testunau ar hyn o bryd",
	"Try again in a minute": "Rhowch gynnig arall arni ymhen munud",
	"This file is not a table that Concord can read":
		"Nid yw’r ffeil hon yn dabl y gall Concord ei ddarllen",
	"Open it in your spreadsheet program and save it as an Excel workbook (.xlsx), or as “CSV UTF-8”":
		"Agorwch hi yn eich rhaglen daenlenni a’i chadw fel llyfr gwaith Excel (.xlsx), neu fel “CSV UTF-8”",
	"A quotation mark is opened and never closed": "Agorir dyfynnod heb ei gau",
	"Open the file in your spreadsheet program and save it again":
		"Agorwch y ffeil yn eich rhaglen daenlenni a’i chadw eto",
	"This file is empty": "Mae’r ffeil hon yn wag",
	"This is a workbook of an old kind (.xls), or one with a password":
		"Llyfr gwaith o hen fath (.xls) yw hwn, neu un â chyfrinair",
	"Save it as an Excel workbook (.xlsx) without a password and choose it again":
		"Cadwch ef fel llyfr gwaith Excel (.xlsx) heb gyfrinair a dewiswch ef eto",
	"This file has no table of several columns": "Nid oes gan y ffeil hon dabl â sawl colofn",
	"Its first line must name the columns. Choose another file":
		"Rhaid i’w llinell gyntaf enwi’r colofnau. Dewiswch ffeil arall",
	"There is no line below the headings": "Nid oes llinell o dan y penawdau",
	"Import it in several files": "Mewnforiwch ef mewn sawl ffeil",
	"This workbook is too large to be read": "Mae’r llyfr gwaith hwn yn rhy fawr i’w ddarllen",
	"Keep the sheet with the log only, without pictures and empty rows, and save it again":
		"Cadwch y ddalen â’r cofnod yn unig, heb luniau a rhesi gwag, a’i chadw eto",
	"This workbook cannot be read": "Ni ellir darllen y llyfr gwaith hwn",
	"Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) and choose it again":
		"Agorwch ef yn eich rhaglen daenlenni, cadwch ef fel llyfr gwaith Excel (.xlsx) a dewiswch ef eto",
	"This workbook has macros": "Mae gan y llyfr gwaith hwn facros",
	"Save it as an Excel workbook without macros (.xlsx) and choose it again":
		"Cadwch ef fel llyfr gwaith Excel heb facros (.xlsx) a dewiswch ef eto",
	"There is no table in this workbook": "Nid oes tabl yn y llyfr gwaith hwn",
};
