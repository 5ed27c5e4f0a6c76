import { z } from "zod";
import { type FormValues, readForm, typedText } from "../../kit/form.ts";
import { firstColumnOf, rowsShown } from "./columns.ts";
import type { Question } from "./question.ts";
import { addRow, removeRow, settleRows } from "./rows.ts";

/** A form as it was posted. */
export type Typed = {
	/** What people typed and chose, rows without gaps. */
	values: FormValues;
	/** The names of the questions on that page, so that what was taken away there is known to be gone. */
	asked: string[];
	/** By question, a digest of what it was when the page was drawn; empty where the page does not say. */
	was: Record<string, string>;
	/** The key of the page as it was drawn; empty where it has none. */
	key: string;
	/** Which button was pressed; empty for none of ours. */
	pressed: string;
	/** The row to take away, such as `children-1`, the question to add one to, or the one in which to find somebody. */
	row: { add: string } | { remove: string } | { find: string } | undefined;
	/** Whom to ring was shown already for what is sent here. */
	rung: boolean;
	/** The files that stood on the page when it was drawn; undefined where it does not say. */
	filesSeen: string[] | undefined;
	/** The last entry of the record when the page was drawn; infinite when it does not say. */
	seen: number;
};

/** The names that inputs of questions have. */
const ofQuestion = /^[a-zA-Z][a-zA-Z0-9.-]{0,199}$/;

/** Reads a posted form. What begins with `_` is ours; no page of ours has other names. */
export function readTyped(body: unknown): Typed {
	const all = (readForm(z.unknown(), body) as { values: FormValues }).values;
	const own = (name: string) => typedText(all, name);
	const asked = own("_asked").split(" ").filter(Boolean);
	return {
		values: settleRows(
			Object.fromEntries(Object.entries(all).filter(([name]) => ofQuestion.test(name))),
		),
		asked,
		was: wasIn(asked, own("_was").split(" ").filter(Boolean)),
		key: own("_key"),
		pressed: own("_do"),
		row: own("_add")
			? { add: own("_add") }
			: own("_remove")
				? { remove: own("_remove") }
				: own("_find")
					? { find: own("_find") }
					: undefined,
		filesSeen: "_files-seen" in all ? own("_files-seen").split(" ").filter(Boolean) : undefined,
		rung: own("_rung") !== "",
		seen: /^\d{1,9}$/.test(own("_seen")) ? Number(own("_seen")) : Number.POSITIVE_INFINITY,
	};
}

const wasIn = (asked: string[], digests: string[]): Record<string, string> =>
	digests.length === asked.length
		? Object.fromEntries(asked.map((name, nth) => [name, digests[nth] ?? ""]))
		: {};

/** What was typed with the row added or taken away that a button asked for, or as it is to find somebody by; undefined when none did. */
export function withRowChanged(
	{ values, row }: Typed,
	questions: Question[],
): FormValues | undefined {
	if (!row) return undefined;
	if ("find" in row) return values;
	if ("remove" in row) return removeRow(values, row.remove);
	const question = questions.find(({ name }) => name === row.add);
	const column = question && firstColumnOf(question.field);
	return question === undefined || column === undefined
		? values
		: addRow(values, question.name, column, rowsShown(question.field).least);
}

/** What a page with these questions posts as `_asked`. */
export const askedNames = (questions: Pick<Question, "name">[]): string =>
	questions.map(({ name }) => name).join(" ");
