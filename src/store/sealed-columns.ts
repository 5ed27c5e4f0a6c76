import type { Place } from "../keys/sealed.ts";
import { placeOfDraft } from "./drafts.ts";
import { placeOfPiece, placeOfSaid } from "./evidence-packs.ts";
import { placeOfEasier } from "./feedback.ts";
import { placeOfFileName } from "./files.ts";
import { placeOfWordsBefore, placeOfWordsOfLesson } from "./lessons.ts";
import { placeOfBecause } from "./links-to-raise.ts";
import { placeOfOldLog } from "./old-logs.ts";
import { placeOfPresented, placeOfReportWords } from "./reports.ts";
import { placeOfDecision, placeOfHold } from "./retention.ts";
import { placeOfTold } from "./sealed-narrative.ts";
import { ofExtension, ofNamed, ofPiece, ofRequest } from "./subject-access.ts";
import type { Tables } from "./tables.ts";

/** A row as JSON has it. */
export type PlainRow = Record<string, unknown>;

/** A column in which something is sealed. */
export type SealedColumn = { column: string } & (
	| {
			/**
			 * `told`: an answer of the record, after its salt. `value`: anything that JSON holds. `linked`: the same in base64, and
			 * as it stands in the chain: sealed anew it would be another.
			 */
			holds: "told" | "value" | "linked";
			/** Of the difference that the row names; of the partnership; of the first where the row names one. */
			under: "difference" | "partnership" | "difference-or-partnership";
			place: (row: PlainRow) => Place;
	  }
	/** A text under the installation’s own secret. */
	| { holds: "secret"; of: (row: PlainRow) => string }
);

const text = (row: PlainRow, column: string): string => String(row[column]);
const number = (row: PlainRow, column: string): number => Number(row[column]);

const ofPartnership = (column: string, place: (row: PlainRow) => Place): SealedColumn => ({
	column,
	holds: "value",
	under: "partnership",
	place,
});

/** Everything that is sealed in tables whose rows leave with a partnership; bytes of files are apart. */
export const sealedColumns: { [Table in keyof Tables]?: readonly SealedColumn[] } = {
	narrative: [
		{
			column: "content",
			holds: "told",
			under: "difference",
			place: (row) =>
				placeOfTold({
					difference_id: text(row, "difference_id"),
					partnership_id: text(row, "partnership_id"),
					seq: number(row, "seq"),
					field: text(row, "field"),
				}),
		},
	],
	legal_hold: (["reason", "lifted_why"] as const).map((column) => ({
		column,
		holds: "linked",
		under: "difference",
		place: (row) => placeOfHold(text(row, "id"), column),
	})),
	retention_decision: [
		{
			column: "reason",
			holds: "linked",
			under: "difference",
			place: (row) => placeOfDecision(text(row, "difference_id"), number(row, "number")),
		},
	],
	report_presented: [
		{
			column: "content",
			holds: "linked",
			under: "partnership",
			place: (row) => placeOfPresented(text(row, "report_id")),
		},
	],
	draft: [
		{
			column: "content",
			holds: "value",
			under: "difference-or-partnership",
			place: (row) => placeOfDraft(text(row, "id")),
		},
	],
	file_draft: [
		{
			column: "name",
			holds: "value",
			under: "difference-or-partnership",
			place: (row) => placeOfFileName(text(row, "file_id")),
		},
	],
	evidence_pack: [ofPartnership("said", (row) => placeOfSaid(text(row, "id")))],
	evidence_pack_piece: [
		{
			column: "content",
			holds: "value",
			under: "difference",
			place: (row) => placeOfPiece(text(row, "pack_id"), text(row, "piece")),
		},
	],
	lesson: (["happened", "should_differ", "again_found"] as const).map((column) =>
		ofPartnership(column, (row) => placeOfWordsOfLesson(text(row, "id"), column)),
	),
	lesson_words_before: (["happened", "should_differ"] as const).map((column) =>
		ofPartnership(column, (row) =>
			placeOfWordsBefore(text(row, "lesson_id"), number(row, "number"), column),
		),
	),
	report_words: [
		ofPartnership("content", (row) =>
			placeOfReportWords(text(row, "report_id"), number(row, "number")),
		),
	],
	feedback_answer: [ofPartnership("easier", (row) => placeOfEasier(text(row, "id")))],
	link_to_raise: [ofPartnership("because_sealed", (row) => placeOfBecause(text(row, "person_id")))],
	old_log: (["mapping", "checked", "words"] as const).map((column) =>
		ofPartnership(column, (row) => placeOfOldLog(text(row, "id"), column)),
	),
	subject_request: [
		{ column: "about", holds: "secret", of: (row) => ofRequest(text(row, "id")) },
		{ column: "extended_why_sealed", holds: "secret", of: (row) => ofExtension(text(row, "id")) },
	],
	subject_request_named: [
		{
			column: "why",
			holds: "secret",
			of: (row) => ofNamed(text(row, "request_id"), text(row, "difference_id")),
		},
	],
	subject_request_piece: [
		{
			column: "content",
			holds: "secret",
			of: (row) => ofPiece(text(row, "request_id"), text(row, "piece")),
		},
	],
};
