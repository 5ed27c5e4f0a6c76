import { sayDate } from "../domain/calendar/day-in-words.ts";

/**
 * A form as it stands, with everything a reader of it sees and nothing about how it is drawn.
 * Who may see what is decided before this is built: what is in here is printed.
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
	sections: { heading?: string | undefined; fields: FormField[] }[];
};

type Signature = {
	name: string;
	role: string;
	agency: string;
	on: string;
};

export type FormField =
	/** A line break in `value` starts a new paragraph. */
	{ label: string; value: string | undefined } | { label: string; table: FormTable };

export type FormTable = {
	columns: string[];
	rows: string[][];
	/** Of the width, one for each column, together 1; left out, they are worked out from the texts. */
	shares?: number[];
};

export const notYetAnswered = "Not yet answered";

/**
 * What is printed, with everything taken out that a file format cannot hold: control characters
 * (they come with text pasted from Word and make a DOCX unreadable) and broken surrogates.
 */
export const printable = <Printed>(given: Printed): Printed =>
	JSON.parse(JSON.stringify(given), (_key, value: unknown) =>
		typeof value === "string"
			? value
					.toWellFormed()
					.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
					.replaceAll("\t", "    ")
					// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
					.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
			: value,
	);

/** The paragraphs of an answer; `undefined` when nothing was answered. */
export function paragraphsOf(value: string | undefined): string[] | undefined {
	const paragraphs = (value ?? "")
		.split("\n")
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== "");
	return paragraphs.length > 0 ? paragraphs : undefined;
}

/** Prose and tables stand under their label, over the full width; short answers beside it. */
export const isWide = (field: FormField): boolean =>
	"table" in field ||
	(field.value ?? "").length > 150 ||
	(paragraphsOf(field.value)?.length ?? 0) > 1;

/** What identifies the form, for the top of its first page. */
export const summaryOf = (form: FormDocument): { label: string; value: string }[] => [
	{ label: "Reference", value: form.reference },
	{ label: "Where it stands", value: form.status },
	{
		label: "Protocol",
		value: `${form.protocol.title}, version ${form.protocol.version}`,
	},
	{ label: "This copy produced", value: sayDate(form.producedOn) },
];

/** Who completed the part and who signed it off; `undefined` when the protocol asks for neither. */
export function signaturesOf(part: FormPart): FormTable | undefined {
	const row = (act: string, notYet: string, by: Signature | "awaited" | undefined) =>
		by === undefined
			? []
			: by === "awaited"
				? [[act, notYet, "", "", ""]]
				: [[act, by.name, by.role, by.agency, sayDate(by.on)]];
	const rows = [
		...row("Completed by", "Not yet completed", part.filledBy),
		...row("Signed off by", "Not yet signed off", part.signedOffBy),
	];
	return rows.length > 0
		? { columns: ["This part", "Name", "Role", "Agency", "Date"], rows }
		: undefined;
}
