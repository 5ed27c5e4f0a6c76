import type { Language } from "../language.ts";
import { type Said, said } from "../said.ts";
import {
	type ContactPoint,
	type Contacts,
	contactKinds,
	contactTitles,
	nameOfContact,
} from "./identity.ts";

/** The texts that a partnership publishes in its own words. */
export const publishedTexts = ["accessibility", "privacy"] as const;
export type PublishedText = (typeof publishedTexts)[number];

export const publishedTitles: Record<PublishedText, Said> = {
	accessibility: said`Accessibility statement`,
	privacy: said`Privacy notice`,
};

/** The longest of them, in characters. */
export const longestPublished = 20_000;

/** A published text as it is read: lines that begin with `# ` are headings, with `- ` items of a list. */
export type Block =
	| { is: "heading"; text: string }
	| { is: "paragraph"; text: string }
	| { is: "list"; items: string[] };

/** The parts of a text, in order. An empty line ends a paragraph. */
export function blocksOf(text: string): Block[] {
	const blocks: Block[] = [];
	let open: Block | undefined;
	for (const line of text.split("\n").map((each) => each.trim())) {
		const [, heading] = /^#+\s+(.+)$/.exec(line) ?? [];
		const [, item] = /^[-•*]\s+(.+)$/.exec(line) ?? [];
		if (line === "" || heading !== undefined) {
			open = undefined;
			if (heading !== undefined) blocks.push({ is: "heading", text: heading });
		} else if (item !== undefined) {
			if (open?.is === "list") open.items.push(item);
			else {
				open = { is: "list", items: [item] };
				blocks.push(open);
			}
		} else if (open?.is === "paragraph") open.text += ` ${line}`;
		else {
			open = { is: "paragraph", text: line };
			blocks.push(open);
		}
	}
	return blocks;
}

/** What stands in a text until the partnership has said it in its own words. */
export type ModelOf = { name: string; contacts: Contacts };

const reach = (
	contacts: Contacts,
	kind: keyof Contacts,
	otherwise: string,
	language: Language = "en",
): string => {
	const point = contacts[kind];
	return point
		? [nameOfContact(point, language), point.email, point.phone].filter(Boolean).join(", ")
		: otherwise;
};

/** The text that a partnership begins with, filled in with what is known of it. */
export const modelText = (kind: PublishedText, of: ModelOf, language: Language = "en"): string =>
	({
		en: { accessibility: accessibilityModel, privacy: privacyModel },
		cy: { accessibility: accessibilityModelInWelsh, privacy: privacyModelInWelsh },
	})[language][kind](of);

/** @see The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, and their model statement */
const accessibilityModel = ({ name, contacts }: ModelOf): string =>
	`
This statement is about Concord, the service in which ${name} resolves professional differences. ${name} runs it.

# How accessible Concord is
You should be able to:
- do everything with a keyboard alone
- do everything with scripts turned off in your browser
- zoom in to 400% without text running off the screen
- use a screen reader or speech recognition on every page
- change colours and fonts without losing anything
- print any page and any form

Colour never carries a meaning alone: what is late, due or done is also said in words. A page never times out while you write; drafts are kept.

# What is not accessible
We know of no part that does not meet the standard. Files that people send with a form are theirs, and may not meet it.

# Standard
Concord is built to meet level AA of the Web Content Accessibility Guidelines, version 2.2, as the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask. Every page is checked by automatic tests whenever it changes. It has not yet been audited by somebody independent.

# If something does not work for you
Tell us what you were trying to do and what stood in the way: ${reach(contacts, "help", "ask your partnership’s Business Unit")}. We can also give you any form or letter in another format.

# If you are not content with the answer
The Equality and Human Rights Commission enforces the regulations. Contact the Equality Advisory and Support Service.
`.trim();

/** @see UK GDPR, articles 13 and 14 */
const privacyModel = ({ name, contacts }: ModelOf): string =>
	`
This notice says what ${name} does in Concord with what it knows about people. Professionals of its agencies use Concord when they disagree about what a child needs.

# What is kept, and about whom
- About children and their families: names, dates of birth, and what professionals write about a worry and what was done about it
- About professionals: name, post, agency, work address and telephone number, and what they did in Concord and when

# Why
Agencies that work with children have to work together to keep them safe. That is a task in the public interest (UK GDPR, articles 6(1)(e) and 9(2)(g); Data Protection Act 2018, schedule 1, paragraph 18).

# Who sees it
The people of the agencies who take part in a difference, each as much as it concerns them; the partnership’s Business Unit once it is sent to it; and whoever decides at the last stage. Reports hold counts and no names. Those who keep the computers see how much there is, and not what it says.

# How long it is kept
As long as the partnership’s own schedule of retention says. Ask us for it.

# Your rights
You can ask to see what is kept about you, to have it put right, and to object to it. What others wrote about a child’s safety may have to be kept back to protect the child or somebody else.

# Whom to ask
Data protection: ${reach(contacts, "data-protection", "ask your partnership’s Business Unit")}.
You can complain to the Information Commissioner’s Office, ico.org.uk.
`.trim();

/* The same in Welsh: to be checked by a Welsh speaker. */

const accessibilityModelInWelsh = ({ name, contacts }: ModelOf): string =>
	`
Mae’r datganiad hwn yn ymwneud â Concord, y gwasanaeth y mae ${name} yn datrys gwahaniaethau proffesiynol ynddo. ${name} sy’n ei redeg.

# Pa mor hygyrch yw Concord
Dylech allu:
- gwneud popeth â bysellfwrdd yn unig
- gwneud popeth â sgriptiau wedi’u diffodd yn eich porwr
- chwyddo i 400% heb i destun redeg oddi ar y sgrin
- defnyddio darllenydd sgrin neu adnabod lleferydd ar bob tudalen
- newid lliwiau a ffontiau heb golli dim
- argraffu unrhyw dudalen ac unrhyw ffurflen

Nid yw lliw byth yn cario ystyr ar ei ben ei hun: dywedir mewn geiriau hefyd beth sy’n hwyr, i’w wneud neu wedi’i wneud. Nid yw tudalen byth yn dod i ben tra byddwch yn ysgrifennu; cedwir drafftiau.

# Beth nad yw’n hygyrch
Ni wyddom am unrhyw ran nad yw’n bodloni’r safon. Eiddo’r bobl sy’n eu hanfon yw ffeiliau a anfonir gyda ffurflen, ac efallai na fyddant yn bodloni’r safon.

# Safon
Adeiladwyd Concord i fodloni lefel AA o’r Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2, fel y mae Rheoliadau Hygyrchedd Cyrff y Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018 yn gofyn. Caiff pob tudalen ei gwirio gan brofion awtomatig pryd bynnag y mae’n newid. Nid yw wedi’i archwilio eto gan rywun annibynnol.

# Os nad yw rhywbeth yn gweithio i chi
Dywedwch wrthym beth roeddech yn ceisio ei wneud a beth oedd yn eich rhwystro: ${reach(contacts, "help", "gofynnwch i Uned Fusnes eich partneriaeth", "cy")}. Gallwn hefyd roi unrhyw ffurflen neu lythyr i chi mewn fformat arall.

# Os nad ydych yn fodlon ar yr ateb
Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi’r rheoliadau. Cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb.
`.trim();

const privacyModelInWelsh = ({ name, contacts }: ModelOf): string =>
	`
Mae’r hysbysiad hwn yn dweud beth y mae ${name} yn ei wneud yn Concord â’r hyn y mae’n ei wybod am bobl. Mae gweithwyr proffesiynol ei hasiantaethau’n defnyddio Concord pan fyddant yn anghytuno ynghylch yr hyn sydd ei angen ar blentyn.

# Beth a gedwir, ac am bwy
- Am blant a’u teuluoedd: enwau, dyddiadau geni, a’r hyn y mae gweithwyr proffesiynol yn ei ysgrifennu am bryder a’r hyn a wnaed yn ei gylch
- Am weithwyr proffesiynol: enw, swydd, asiantaeth, cyfeiriad gwaith a rhif ffôn, a’r hyn a wnaethant yn Concord a phryd

# Pam
Rhaid i asiantaethau sy’n gweithio gyda phlant gydweithio i’w cadw’n ddiogel. Tasg er budd y cyhoedd yw honno (GDPR y DU, erthyglau 6(1)(e) a 9(2)(g); Deddf Diogelu Data 2018, atodlen 1, paragraff 18).

# Pwy sy’n ei weld
Pobl yr asiantaethau sy’n cymryd rhan mewn gwahaniaeth, pob un i’r graddau y mae’n ymwneud â nhw; Uned Fusnes y bartneriaeth unwaith y caiff ei anfon ati; a phwy bynnag sy’n penderfynu ar y cam olaf. Mae adroddiadau’n cynnwys cyfrifon a dim enwau. Mae’r rhai sy’n cadw’r cyfrifiaduron yn gweld faint sydd, ac nid yr hyn y mae’n ei ddweud.

# Am ba hyd y’i cedwir
Cyhyd ag y mae amserlen gadw’r bartneriaeth ei hun yn ei ddweud. Gofynnwch i ni amdani.

# Eich hawliau
Gallwch ofyn am weld yr hyn a gedwir amdanoch, am ei gywiro, a gwrthwynebu iddo. Efallai y bydd rhaid dal yn ôl yr hyn a ysgrifennodd eraill am ddiogelwch plentyn er mwyn amddiffyn y plentyn neu rywun arall.

# Pwy i’w holi
Diogelu data: ${reach(contacts, "data-protection", "gofynnwch i Uned Fusnes eich partneriaeth", "cy")}.
Gallwch gwyno wrth Swyddfa’r Comisiynydd Gwybodaeth, ico.org.uk.
`.trim();

/** Whom to ask for what, for the page of contacts: those that are named. */
export const namedContacts = (contacts: Contacts): { title: Said; point: ContactPoint }[] =>
	contactKinds.flatMap((kind) => {
		const point = contacts[kind];
		return point ? [{ title: contactTitles[kind], point }] : [];
	});
