import type { Language } from "../language.ts";
import { readPhone } from "../people/phone.ts";
import { type Said, said } from "../said.ts";

/** Where a partnership is. */
export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;
export type NationOf = (typeof nations)[number];

export const nationNames: Record<NationOf, string> = {
	england: "England",
	wales: "Wales",
	scotland: "Scotland",
	"northern-ireland": "Northern Ireland",
};

/** Whose bank holidays are kept in a nation, as calendars call them. */
export const calendarIn: Record<NationOf, string> = {
	england: "england-and-wales",
	wales: "england-and-wales",
	scotland: "scotland",
	"northern-ireland": "northern-ireland",
};

/** Whom a partnership names for what. */
export const contactKinds = ["help", "business-unit", "data-protection"] as const;
export type ContactKind = (typeof contactKinds)[number];

export const contactTitles: Record<ContactKind, Said> = {
	help: said`Help with Concord`,
	"business-unit": said`The Business Unit`,
	"data-protection": said`Data protection`,
};

/** Somebody, or an office, to ask; what is not known is left out. */
export type ContactPoint = {
	name: string;
	/** What it is called in Welsh, where that is another name. */
	welsh?: string | undefined;
	email?: string | undefined;
	phone?: string | undefined;
};

/** What it is called in a language; in English where it has no other name. */
export const nameOfContact = ({ name, welsh }: ContactPoint, language: Language): string =>
	language === "cy" ? (welsh ?? name) : name;
export type Contacts = { [Kind in ContactKind]?: ContactPoint | undefined };

/** What references begin with: short enough to say, and never mistaken for the part that follows. */
export const isReferencePrefix = (letters: string): boolean => /^[A-Z][A-Z0-9]{1,4}$/.test(letters);

/** A telephone number that can be rung. */
export const isPhone = (typed: string): boolean => !!readPhone(typed);

const longestPathName = 60;

/** What stands for a partnership in an address, from its name: "Northfield Safeguarding" is `northfield-safeguarding`. */
export const pathNameOf = (name: string): string =>
	name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.slice(0, longestPathName)
		.replace(/^-+|-+$/g, "") || "partnership";

/** Whether a text can stand for a partnership in an address at all. */
export const isPathName = (text: string): boolean => /^[a-z0-9-]{1,100}$/.test(text);

/** What an address begins with that is a page of the installation, and so no partnership's. */
export const reservedPathNames: readonly string[] = [
	"accessibility",
	"acting-for",
	"actions",
	"administration",
	"agencies",
	"answer",
	"api",
	"assets",
	"business-unit",
	"calendar-feed",
	"check-receipt",
	"colleagues",
	"data-breaches",
	"data-protection",
	"differences",
	"downloads",
	"drafts",
	"due-date",
	"enter-form",
	"evidence",
	"exports",
	"first-run",
	"forgotten-password",
	"head-colour",
	"health",
	"help",
	"how-concord-is-running",
	"installation",
	"language",
	"learning",
	"lost-second-factor",
	"mail",
	"metrics",
	"new-password",
	"old-logs",
	"operator",
	"oversight",
	"people",
	"privacy",
	"protocol",
	"protocols",
	"raise",
	"ready",
	"record",
	"rehearsal",
	"reports",
	"retention",
	"sealed",
	"sign-in",
	"sign-in-again",
	"sign-out",
	"stay-signed-in",
	"subject-access",
	"welcome",
	"what-if",
	"who-looked",
	"working-days",
	"your-settings",
];

/** A host as it is kept, in small letters: `concord.northfield.example`; undefined for what is none. */
export function readHost(typed: string): string | undefined {
	const host = typed.trim().toLowerCase();
	return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host)
		? host
		: undefined;
}

/** What WCAG 2.2 asks of text beside its ground, at level AA. */
const leastContrast = 4.5;

/** A colour as it is kept, `#12343b`; undefined for what is none. A `#` that was left out is put in front. */
export function readColour(typed: string): string | undefined {
	const [, digits = ""] = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(typed.trim()) ?? [];
	if (digits === "") return undefined;
	const six = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
	return `#${six.toLowerCase()}`;
}

/**
 * How clearly white text stands on a colour, from 1 to 21.
 *
 * @param colour `#rrggbb`
 * @see WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function contrastWithWhite(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Whether the white text of a page's head can be read on this colour. */
export const carriesWhiteText = (colour: string): boolean =>
	contrastWithWhite(colour) >= leastContrast;
