/**
 * What a report says, in the language of its reader. Figures are counted, and small numbers hidden, once and in English: what
 * is hidden from readers of one language is hidden from those of the other, and nobody can lay two ways of hiding side by side.
 */
import { startingLarge } from "../../domain/english.ts";
import type { Published } from "../../domain/learning/published.ts";
import { type ReportFigures, reportWords } from "../../domain/learning/report.ts";
import type { Part } from "../../domain/learning/report-life.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import type { SaidAs } from "../../domain/learning/report-words.ts";
import { type Protocol, stageTitle } from "../../domain/protocol/protocol.ts";
import type { Said, SaidTime } from "../../domain/said.ts";
import { sayProtocol, sayTexts } from "../../language/protocol-words.ts";
import { sayIt, sayMonth, sayWhole, welshOf } from "../../language/say.ts";
import { speakingNow } from "../../language/speaking.ts";

/** How the English texts of a report are said to its reader. */
export type SayReport = {
	/** A text: as the report says it where it does, else a word of the protocol or a name. */
	text: (english: string, said?: Said | SaidTime) => string;
	figures: <Of extends ReportFigures>(figures: Of) => Of;
	/** Titles of tables that are not in it. */
	titles: (
		of: Pick<Published, "leftOut" | "givenAway" | "said">,
	) => Pick<Published, "leftOut" | "givenAway">;
	part: (part: Part) => Part;
};

/** @param protocol of the report */
export function sayReport(protocol: Protocol): SayReport {
	if (speakingNow().language === "en") return asItIs;
	const words = protocolWords(protocol.english ?? protocol);
	const word = (text: string): string => words.get(text) ?? text;
	const value = (of: Said["values"][number]): Said["values"][number] => {
		if (typeof of === "string") return word(of);
		return typeof of === "object" && "strings" in of ? saidIn(of) : of;
	};
	const saidIn = ({ strings, values }: Said): Said => ({ strings, values: values.map(value) });
	const text: SayReport["text"] = (english, said) => {
		if (!said) return word(english);
		if ("month" in said) return sayMonth(said.month);
		return "strings" in said ? sayIt(saidIn(said)) : english;
	};
	/** What was kept before texts were kept with how they are said is looked for as it stands. */
	const before = (english: string): string =>
		words.get(english) ?? (welshOf(english) === undefined ? english : sayWhole(english));
	const texts = (saidAs: SaidAs | undefined) => (english: string) =>
		saidAs ? text(english, saidAs[english]) : before(english);
	const figure = (each: Figure): Figure =>
		each.is === "said" && each.text !== ""
			? { ...each, text: each.said ? text(each.text, each.said) : before(each.text) }
			: each;
	const table = (each: ReportTable): ReportTable => {
		const its = texts(each.said);
		return {
			...each,
			title: its(each.title),
			says: its(each.says),
			rowsAre: its(each.rowsAre),
			columns: each.columns.map(its),
			rows: each.rows.map((row) => ({
				...row,
				label: its(row.label),
				figures: row.figures.map(figure),
			})),
		};
	};
	const titled = (title: string, said: Said | undefined) =>
		said ? text(title, said) : before(title);
	return {
		text,
		figures: (figures) => ({
			...figures,
			sections: figures.sections.map((section) => ({
				...section,
				title: titled(section.title, section.said),
				tables: section.tables.map(table),
			})),
		}),
		titles: ({ leftOut, givenAway, said }) => ({
			leftOut: leftOut.map(texts(said)),
			givenAway: givenAway.map(texts(said)),
		}),
		part: (part) => ({
			...part,
			title: titled(part.title, part.said),
			hint: sayWhole(part.hint),
		}),
	};
}

const asItIs: SayReport = {
	text: (english) => english,
	figures: (figures) => figures,
	titles: ({ leftOut, givenAway }) => ({ leftOut, givenAway }),
	part: (part) => part,
};

/** The words of a protocol as its reader reads them: each text, and what tables make of several. */
function protocolWords(protocol: Protocol): ReadonlyMap<string, string> {
	const read = sayProtocol(protocol);
	const words = new Map(sayTexts(protocol));
	for (const { id } of protocol.stages) words.set(stageTitle(protocol, id), stageTitle(read, id));
	const [english, said] = [reportWords(protocol), reportWords(read)];
	for (const name of Object.keys(english) as (keyof typeof english)[])
		words.set(english[name], said[name]);
	for (const people of ["children", "adults"] as const) {
		words.set(people, sayWhole(people));
		words.set(startingLarge(people), startingLarge(sayWhole(people)));
	}
	return words;
}
