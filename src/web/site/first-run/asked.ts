/**
 * What the pages of a first run ask, as their forms send it, and how what is kept fills them in again. What may be
 * answered is said by domain/partnership/setup-answers.ts.
 */
import { z } from "zod";
import type { AnswersSoFar } from "../../../actions/first-run.ts";
import {
	type AgencyAnswer,
	administratorQuestions,
	administratorsAnswered,
	agenciesAnswered,
	agencyQuestions,
	setupQuestions,
} from "../../../domain/partnership/setup-answers.ts";
import { dateOf, dateValues, type FormValues } from "../../kit/form.ts";
import { contactFields, contactsIn, contactValues } from "../../parts/contacts-asked.tsx";

/** The pages, in order. */
export const firstRunPages = [
	"partnership",
	"contacts",
	"protocol",
	"agencies",
	"administrators",
	"check",
] as const;
export type FirstRunPage = (typeof firstRunPages)[number];

const { name, references, nation, logo, colour } = setupQuestions;
export const partnershipAsked = z.object({ name, references, nation });

export const contactsAsked = z
	.object({ ...contactFields, logo, colour })
	.transform(({ logo, colour, ...typed }, faults) => ({
		contacts: contactsIn(typed, faults),
		logo,
		colour,
	}));

export const contactsPageValues = ({ contacts = {}, logo, colour }: AnswersSoFar): FormValues => ({
	...contactValues(contacts),
	logo,
	colour,
});

/** What is chosen where the text of an own protocol is pasted. */
export const ownProtocol = "own";

export const protocolAsked = z.object({
	protocol: z.string("Select a protocol").min(1, "Select a protocol"),
	source: z.string().optional(),
	from: dateOf({ name: "Day", missing: "Enter the day from which it is in force" }),
});

export const protocolValues = ({ protocol, from }: AnswersSoFar, today: string): FormValues => ({
	protocol: protocol && ("shipped" in protocol ? protocol.shipped : ownProtocol),
	source: protocol && "source" in protocol ? protocol.source : undefined,
	...dateValues("from", from ?? today),
});

/** So many rows are offered beyond those that are filled in. */
const spareRows = 2;
const fewestRows = 6;

/** What is offered in the beginning: the office, and whom every partnership has. */
const usualAgencies: AgencyAnswer[] = [{ name: "Partnership office", sector: "partnership" }];

export const rowsFor = (values: FormValues): number => {
	const filled = Object.keys(values).filter(
		(field) => /^name-\d+$/.test(field) && values[field] !== "",
	).length;
	return Math.max(fewestRows, filled + spareRows);
};

export const agencyValues = ({ agencies = usualAgencies }: AnswersSoFar): FormValues =>
	Object.fromEntries(
		agencies.flatMap((agency, row) => [
			[`name-${row}`, agency.name],
			[`sector-${row}`, agency.sector],
		]),
	);

/** Rows of `name-0` and `sector-0`; one without either is none. */
export const agenciesAsked = z.record(z.string(), z.unknown()).transform((typed, context) => {
	const rows = Object.keys(typed).flatMap((field) => /^name-(\d+)$/.exec(field)?.[1] ?? []);
	const agencies: AgencyAnswer[] = [];
	let faults = 0;
	for (const row of rows) {
		const [called, sector] = [typed[`name-${row}`], typed[`sector-${row}`]];
		if (!called && !sector) continue;
		const read = z.object(agencyQuestions).safeParse({ name: called, sector });
		if (read.success) agencies.push(read.data);
		for (const { path, message } of read.error?.issues ?? []) {
			faults++;
			context.addIssue({ code: "custom", path: [`${String(path[0])}-${row}`], message });
		}
	}
	const whole = agenciesAnswered.safeParse(agencies);
	const [fault] = whole.error?.issues ?? [];
	if (fault && faults === 0)
		context.addIssue({ code: "custom", path: ["name-0"], message: fault.message });
	return { agencies };
});

const both = ["one", "two"] as const;
const administratorFields = Object.fromEntries(
	both.flatMap((who) =>
		Object.entries(administratorQuestions).map(([field, schema]) => [`${who}-${field}`, schema]),
	),
);

export const administratorsAsked = z.object(administratorFields).transform((given, context) => {
	const typed = given as Record<string, string>;
	const whole = administratorsAnswered.safeParse(
		both.map((who) => ({
			name: typed[`${who}-name`],
			email: typed[`${who}-email`],
			job: typed[`${who}-job`],
		})),
	);
	if (whole.success) return { administrators: whole.data };
	context.addIssue({
		code: "custom",
		path: ["two-email"],
		message: whole.error.issues[0]?.message ?? "",
	});
	return z.NEVER;
});

export const administratorValues = ({ administrators = [] }: AnswersSoFar): FormValues =>
	Object.fromEntries(
		both.flatMap((who, at) =>
			(["name", "email", "job"] as const).map((field) => [
				`${who}-${field}`,
				administrators[at]?.[field],
			]),
		),
	);
