import { z } from "zod";
import { dayNumber } from "../calendar/iso-day.ts";
import { sectors } from "../people/viewer.ts";
import { issueOf, said, saidOfIssue, saidWhole } from "../said.ts";
import { cleanAddress, cleanLine } from "../typed-text.ts";
import {
	type Contacts,
	carriesWhiteText,
	contactKinds,
	isPhone,
	isReferencePrefix,
	nations,
	readColour,
} from "./identity.ts";

/** A line of text. @param missing what to say where there is none */
export const lineOf = (words: { missing: string; name: string; max: number }) =>
	z
		.string(words.missing)
		.transform(cleanLine)
		.pipe(
			z
				.string()
				.min(1, words.missing)
				.superRefine((text, context) => {
					if (text.length > words.max)
						context.addIssue(
							issueOf(said`${saidWhole(words.name)} must be ${words.max} characters or less`),
						);
				}),
		);

const orNothing = <Read>(schema: z.ZodType<Read, string>) =>
	z
		.string()
		.optional()
		.transform((typed, context): Read | undefined => {
			if (!typed?.trim()) return undefined;
			const read = schema.safeParse(typed);
			if (read.success) return read.data;
			const [issue] = read.error.issues;
			if (issue) context.addIssue(issueOf(saidOfIssue(issue)));
			return z.NEVER;
		});

/** A work address. */
export const addressOf = (missing: string) =>
	z
		.string(missing)
		.transform(cleanAddress)
		.pipe(
			z
				.string()
				.min(1, missing)
				.max(320, "Email address must be 320 characters or less")
				.pipe(z.email("Enter an email address in the correct format, like name@example.com")),
		);

const phone = z
	.string()
	.transform(cleanLine)
	.refine(isPhone, "Enter a telephone number, like 01632 960001");

const day = z.string("Enter the day from which it is in force").refine((typed) => {
	try {
		return dayNumber(typed) !== undefined;
	} catch {
		return false;
	}
}, "Enter a day such as 2026-09-01");

/** Each question by itself, for whoever asks them one by one. */
export const setupQuestions = {
	name: lineOf({ missing: "Enter the name of the partnership", name: "Name", max: 120 }),
	references: z
		.string("Enter the letters that references begin with")
		.transform((typed) => cleanLine(typed).toUpperCase())
		.refine(
			isReferencePrefix,
			"Enter 2 to 5 letters or numbers that begin with a letter, like HV or NSP",
		),
	nation: z.enum(nations, "Select where the partnership is"),
	logo: orNothing(lineOf({ missing: "", name: "Text at the head of pages", max: 60 })),
	colour: orNothing(
		z.string().transform((typed, context) => {
			const colour = readColour(typed);
			const wrong =
				colour === undefined
					? "Enter a colour as six figures and letters, like #12343b"
					: carriesWhiteText(colour)
						? undefined
						: "White text cannot be read on this colour. Enter a darker one";
			if (colour !== undefined && wrong === undefined) return colour;
			context.addIssue({ code: "custom", message: wrong ?? "" });
			return z.NEVER;
		}),
	),
	from: day,
};

/** Whom to ask for one thing. */
const contactPoint = z.strictObject({
	name: lineOf({ missing: "Enter a name", name: "Name", max: 120 }),
	email: orNothing(addressOf("")),
	phone: orNothing(phone),
});

const contactsAnswered = z
	.strictObject(Object.fromEntries(contactKinds.map((kind) => [kind, contactPoint.optional()])))
	.default({}) as unknown as z.ZodType<Contacts, Contacts | undefined>;

/** The same where nothing at all may be entered. */
export const contactQuestions = {
	name: orNothing(lineOf({ missing: "", name: "Name", max: 120 })),
	welsh: orNothing(lineOf({ missing: "", name: "What it is called in Welsh", max: 120 })),
	email: orNothing(addressOf("")),
	phone: orNothing(phone),
};

export const agencyQuestions = {
	name: lineOf({ missing: "Enter the name of the agency", name: "Name of the agency", max: 120 }),
	sector: z.enum(sectors, "Select what kind of agency it is"),
};

export const administratorQuestions = {
	name: lineOf({ missing: "Enter the name of the administrator", name: "Name", max: 120 }),
	email: addressOf("Enter the work address of the administrator"),
	job: lineOf({ missing: "Enter the job of the administrator", name: "Job", max: 120 }),
};

export type AgencyAnswer = z.infer<z.ZodObject<typeof agencyQuestions>>;
export type AdministratorAnswer = z.infer<z.ZodObject<typeof administratorQuestions>>;

/** How many administrators a partnership begins with: one alone could approve nothing. */
export const firstAdministrators = 2;

export const agenciesAnswered = z
	.array(z.strictObject(agencyQuestions), "Enter the agencies that use Concord first")
	.superRefine((agencies, context) => {
		const wrong = faultOfAgencies(agencies);
		if (wrong) context.addIssue({ code: "custom", message: wrong });
	});

export const administratorsAnswered = z
	.array(z.strictObject(administratorQuestions), "Enter two administrators")
	.superRefine((people, context) => {
		const wrong = faultOfAdministrators(people);
		if (wrong) context.addIssue({ code: "custom", message: wrong });
	});

/** Everything that is asked before there is a partnership: the shape of `concord setup --answers FILE`. */
export const setupAnswers = z.strictObject({
	...setupQuestions,
	contacts: contactsAnswered,
	/** One of those that come with Concord, such as `somerset/2021-04.yaml`, or the path of a file. */
	protocol: z.string("Say which protocol: one that comes with Concord, or the path of a file"),
	agencies: agenciesAnswered,
	administrators: administratorsAnswered,
});
export type SetupAnswers = z.infer<typeof setupAnswers>;

function faultOfAgencies(agencies: readonly AgencyAnswer[]): string | undefined {
	if (!agencies.some(({ sector }) => sector === "partnership"))
		return "Enter the partnership’s own office: the first administrators and the Business Unit belong to it";
	return sharedBy(agencies.map(({ name }) => name.toLowerCase()))
		? "Two agencies have the same name. Enter each of them once"
		: undefined;
}

function faultOfAdministrators(people: readonly AdministratorAnswer[]): string | undefined {
	if (people.length !== firstAdministrators)
		return "Enter two administrators: what one of them changes in a protocol, the other approves";
	return sharedBy(people.map(({ email }) => email.toLowerCase()))
		? "The two administrators need an address each: they are two people"
		: undefined;
}

const sharedBy = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;
