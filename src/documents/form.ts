import { inGroups } from "../chain/signed.ts";
import {
	type Block,
	heading,
	type LabelledAnswer,
	type Paper,
	paragraph,
	type Signatory,
} from "../domain/paper.ts";
import { sayText as say, sayDate } from "../language/say.ts";
import { speakingNow } from "../language/speaking.ts";
import { filesOnPaper, type SentFile } from "./sent-files.ts";

/**
 * A form as it stands, with everything a reader of it sees.
 *
 * Days are ISO days in London, such as "2026-04-09".
 */
export type FormDocument = {
	title: string;
	partnership: string;
	reference: string;
	protocol: { title: string; version: string };
	/** One sentence, such as "Sent to Riverside Children's Services on 7 April 2026." */
	status: string;
	/** How the printed form is to be looked after; repeated at the foot of every page. */
	handling: string;
	/** What was decided, by whom and when it was recorded: stands before the parts. */
	decided: { title: string; recorded: string; fields: LabelledAnswer[] }[];
	parts: FormPart[];
	producedOn: string;
};

export type FormPart = {
	title: string;
	/** Whose part it is, such as "Agency A: Oakfield Primary School". */
	side: string;
	/** Absent where the protocol asks for none. */
	filledBy?: Signature | "awaited" | undefined;
	signedOffBy?: Signature | "awaited" | undefined;
	sections: { heading?: string | undefined; fields: LabelledAnswer[] }[];
	/** Sent with the part or with its sign-off: named on paper, and kept in Concord. */
	files: SentFile[];
};

/** `sha256`: of what was signed, as it was submitted. `enteredBy`: of what was signed on paper, who entered it. */
type Signature = Signatory & {
	on: string;
	sha256?: string | undefined;
	enteredBy?: string | undefined;
};

/** The form as it is printed, in the language in which it is spoken now: what identifies it first, then part after part. */
export const formOnPaper = (form: FormDocument): Paper => ({
	title: `${form.title}, ${form.reference}`,
	from: form.partnership,
	day: form.producedOn,
	language: speakingNow().language,
	look: "form",
	head: [form.partnership, form.title],
	foot: [form.handling, form.reference],
	blocks: [
		heading(1, form.title),
		{ is: "warning", lines: [form.handling] },
		{
			is: "answers",
			answers: [
				{ label: say`Reference`, value: form.reference },
				{ label: say`Where it stands`, value: form.status },
				{
					label: say`Protocol`,
					value: say`${form.protocol.title}, version ${form.protocol.version}`,
				},
				{ label: say`This copy produced`, value: sayDate(form.producedOn) },
			],
		},
		...(form.decided.length > 0 ? [heading(2, say`What was decided`)] : []),
		...form.decided.flatMap(({ title, recorded, fields }): Block[] => [
			paragraph(`${title}. ${recorded}`, "quiet"),
			{ is: "answers", answers: fields },
		]),
		...form.parts.flatMap((part) => partOnPaper(part)),
	],
});

/** A part of a form, under a heading of this level. */
export const partOnPaper = (
	{ title, side, sections, files, filledBy, signedOffBy }: FormPart,
	level: 2 | 3 = 2,
): Block[] => {
	const signatures = [
		...signatureRow(say`Completed by`, say`Not yet completed`, filledBy),
		...signatureRow(say`Signed off by`, say`Not yet signed off`, signedOffBy),
	];
	return [
		heading(level, title),
		paragraph(side, "quiet"),
		...sections.flatMap((section): Block[] => [
			...(section.heading ? [heading(3, section.heading)] : []),
			{ is: "answers", answers: section.fields },
		]),
		...filesOnPaper(3, say`Files sent with this part`, files),
		...(signatures.length > 0
			? [heading(3, say`Completed and signed off`), signatureTable(signatures)]
			: []),
		...(signedOffBy && signedOffBy !== "awaited" && signedOffBy.sha256
			? [paragraph(saySeal(signedOffBy.sha256, signedOffBy.enteredBy), "quiet")]
			: []),
	];
};

/**
 * What was signed, as people compare it: the short form is enough to tell two apart.
 *
 * @param enteredBy who entered it, where it was signed on paper
 */
export function saySeal(sha256: string, enteredBy?: string): string {
	const short = sha256.slice(0, 8);
	const full = inGroups(sha256);
	return enteredBy === undefined
		? say`Signed as submitted: ${short}. In full, SHA-256 ${full}.`
		: say`Signed on paper, entered by ${enteredBy}. What was entered: ${short}. In full, SHA-256 ${full}.`;
}

const signatureTable = (rows: string[][]): Block => ({
	is: "table",
	columns: [say`This part`, say`Name`, say`Role`, say`Agency`, say`Date`],
	rows,
});

/** One row, or none where the protocol asks nobody. */
const signatureRow = (act: string, notYet: string, by: Signature | "awaited" | undefined) => {
	if (by === undefined) return [];
	return by === "awaited"
		? [[act, notYet, "", "", ""]]
		: [[act, by.name, by.role, by.agency, sayDate(by.on)]];
};
