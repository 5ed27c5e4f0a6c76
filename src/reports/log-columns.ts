import type { Cell, Column } from "../documents/xlsx.ts";
import { sayOtherAgency } from "../domain/difference/told/words.ts";
import { type SpokenTo, saidWhole, sayItTo, sayTo } from "../domain/said.ts";
import { londonTime } from "../domain/time.ts";
import type { LoggedForm } from "./log-of-forms.ts";

/** A column of the log, and how files hold it: each fact has a column of its own there. */
export type LogColumn = {
	id: string;
	title: string;
	/** Shown unless somebody chooses others. */
	isUsual: boolean;
	files: FileColumn[];
};

/** How a file holds a fact: what it is called and what it means are said by `inWords`, in the language of the file. */
export type FileColumn = Column & { value: (row: LoggedForm, reader: SpokenTo) => Cell };

/** To whom a form went that was meant for somebody who is not in the directory. */
export const sentToNobodyByName = "nobody by name: shown to those who answer in the role";

const text = (heading: string, means: string, value: FileColumn["value"]) => ({
	heading,
	is: "text" as const,
	means,
	value,
});
const moment = (heading: string, means: string, of: (row: LoggedForm) => string | null) => ({
	heading,
	is: "moment" as const,
	means,
	value: (row: LoggedForm) => {
		const instant = of(row);
		return instant === null ? null : londonTime(instant).toPlainDateTime();
	},
});
const number = (heading: string, means: string, value: (row: LoggedForm) => number | null) => ({
	heading,
	is: "number" as const,
	means,
	value,
});

const usual = (id: string, title: string, ...files: LogColumn["files"]): LogColumn => ({
	id,
	title,
	isUsual: true,
	files,
});
const unusual = (...column: Parameters<typeof usual>): LogColumn => ({
	...usual(...column),
	isUsual: false,
});

/** A column as a file of this reader has it. */
export function inWords({ heading, means, ...column }: FileColumn, reader: SpokenTo): FileColumn {
	const say = sayTo(reader);
	return {
		...column,
		heading: sayItTo(reader, saidWhole(heading)),
		means:
			column.is === "moment"
				? say`${saidWhole(means)} Local time.`
				: sayItTo(reader, saidWhole(means)),
	};
}

/** @param dimensions what the protocols count by besides, in words */
export const logColumns = (dimensions: string[]): LogColumn[] => [
	usual(
		"reference",
		"Reference",
		text(
			"Reference",
			"Names the form. It tells nothing of whom it is about.",
			(row) => row.reference,
		),
	),
	usual(
		"raised-by",
		"Raised by",
		text("Raised by", "The agency that raised it.", (row) => row.raising),
	),
	usual(
		"with",
		"With",
		text("With", "The agency with which it was raised.", (row, reader) =>
			sayOtherAgency(row, reader),
		),
	),
	unusual(
		"about",
		"What it is about",
		text("What it is about", "Its themes, with a semicolon between.", (row) => row.about),
	),
	unusual(
		"raised",
		"Raised",
		moment("Raised", "When it was really raised.", (row) => row.raisedAt),
	),
	usual(
		"received",
		"Received",
		moment("Received", "When the Business Unit had it.", (row) => row.receivedAt),
	),
	usual(
		"sent-on",
		"Acknowledged, sent on",
		moment(
			"Acknowledged and sent on",
			"When the Business Unit sent it to the other agency. Empty: not yet.",
			(row) => row.forwardedAt,
		),
		text(
			"Sent to",
			"The person whom it was sent to.",
			(row, reader) =>
				row.sentTo ?? (row.forwardedAt ? sayItTo(reader, saidWhole(sentToNobodyByName)) : ""),
		),
	),
	usual(
		"due",
		"Response due",
		moment(
			"Response due",
			"By when the other agency answers. Empty: nothing is due.",
			(row) => row.dueAt,
		),
	),
	usual(
		"responded",
		"Responded",
		moment(
			"Responded",
			"When the other agency answered. Empty: not yet.",
			(row) => row.respondedAt,
		),
		number(
			"Working days late",
			"After a time limit; 0 is in time. Empty where the date is a target.",
			(row) => (row.dueIs === "limit" ? row.afterByWorkingDays : null),
		),
		number(
			"Working days after the target",
			"0 is by the target. Empty where the date is a time limit.",
			(row) => (row.dueIs === "target" ? row.afterByWorkingDays : null),
		),
		number(
			"Times followed up",
			"How often the Business Unit asked about a late answer.",
			(row) => row.followUps,
		),
	),
	usual(
		"stands",
		"Where it stands",
		text("Where it stands", "How it ended, or the stage that it is in.", (row) => row.outcome),
		text(
			"Continues",
			"The form that this one goes on from: both are one difference, and a count leaves this one out.",
			(row) => row.continues ?? "",
		),
		text("Goes on as", "The form that goes on from this one.", (row) => row.goesOnAs ?? ""),
	),
	unusual(
		"ended",
		"Ended",
		moment("Ended", "When it ended. Empty: it is open.", (row) => row.endedAt),
	),
	...dimensions.map((title, nth) =>
		usual(
			`counts-by-${nth + 1}`,
			title,
			text(title, "As the protocol counts it.", (row) => row.counted[title] ?? ""),
		),
	),
];
