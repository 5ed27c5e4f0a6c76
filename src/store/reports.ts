/**
 * Reports on a period: drafts, what was written in them, how they were presented and what was decided on them. A draft is a
 * report that nobody has presented; its rows then refuse to be changed.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Period } from "../domain/learning/period.ts";
import type { KeptFigures, PresentedContent, Written } from "../domain/learning/report-life.ts";
import type { Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { dataKeyOf, openLinkedOfPartnership, openValue, sealValue } from "./sealed-values.ts";

export const placeOfReportWords = (report: string, number: number): Place => [
	"report_words",
	report,
	number,
];
export const placeOfPresented = (report: string): Place => ["report_presented", report];

type Somebody = { id: string; name: string };

/** A report as a list has it. */
export type ListedReport = {
	id: string;
	/** The protocol that it is about, by its name. */
	protocol: string;
	period: Period;
	/** From 1; a later one corrects the one before it. */
	version: number;
	/** ISO instant. */
	madeAt: string;
	/** Null while it is a draft. */
	presented: { at: string; by: Somebody; sha256: string; whatChanged: string | null } | null;
	/** How often something was decided on it. */
	decisions: number;
};

export type StoredReport = ListedReport & {
	kept: KeptFigures;
	/** ISO instant at which they were counted. */
	figuresAt: string;
	/** As it was presented; null while it is a draft. */
	content: PresentedContent | null;
};

export type WordsVersion = { number: number; written: Written; at: string; by: Somebody };

export type ReportDecision = { requires: boolean; why: string; at: string; by: Somebody };

/** @returns false where there is one of this version for this period already */
export async function addReport(
	trx: Trx,
	report: {
		id: string;
		partnershipId: string;
		protocol: string;
		period: Period;
		version: number;
		kept: KeptFigures;
		/** Null where nobody asked for it. */
		by: string | null;
		at: string;
	},
): Promise<boolean> {
	const added = await trx
		.insertInto("report")
		.values({
			id: report.id,
			partnership_id: report.partnershipId,
			protocol: report.protocol,
			period_from: report.period.from,
			period_until: report.period.until,
			version: report.version,
			made_at: report.at,
			made_by: report.by,
			figures: JSON.stringify(report.kept),
			figures_at: report.at,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["partnership_id", "protocol", "period_from", "period_until", "version"])
				.doNothing(),
		)
		.returning("id")
		.executeTakeFirst();
	return added !== undefined;
}

const listed = (db: Db | Trx, partnershipId: string) =>
	db
		.selectFrom("report")
		.leftJoin("report_presented as presented", "presented.report_id", "report.id")
		.leftJoin("person", "person.id", "presented.by_person")
		.where("report.partnership_id", "=", partnershipId)
		.select((select) => [
			"report.id",
			"report.protocol",
			"report.period_from",
			"report.period_until",
			"report.version",
			"report.made_at",
			"presented.at as presented_at",
			"presented.sha256",
			"presented.what_changed",
			"person.id as person_id",
			"person.name as person_name",
			select
				.selectFrom("report_decision as decision")
				.whereRef("decision.report_id", "=", "report.id")
				.select(sql<number>`count(*)::integer`.as("decisions"))
				.as("decisions"),
		]);

type Row = Awaited<ReturnType<ReturnType<typeof listed>["executeTakeFirstOrThrow"]>>;

const toListed = (row: Row): ListedReport => ({
	id: row.id,
	protocol: row.protocol,
	period: { from: row.period_from, until: row.period_until },
	version: row.version,
	madeAt: row.made_at.toISOString(),
	presented:
		row.presented_at && row.sha256 && row.person_id && row.person_name
			? {
					at: row.presented_at.toISOString(),
					by: { id: row.person_id, name: row.person_name },
					sha256: row.sha256,
					whatChanged: row.what_changed,
				}
			: null,
	decisions: row.decisions ?? 0,
});

/** The reports of a partnership, the latest period first, and of each its last version first. */
export async function listReports(db: Db | Trx, partnershipId: string): Promise<ListedReport[]> {
	const rows = await listed(db, partnershipId)
		.orderBy("report.period_until", "desc")
		.orderBy("report.period_from", "desc")
		.orderBy("report.protocol")
		.orderBy("report.version", "desc")
		.execute();
	return rows.map(toListed);
}

/** Undefined where the partnership has none such. */
export async function findReport(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<StoredReport | undefined> {
	const row = await listed(db, partnershipId)
		.where("report.id", "=", id)
		.select(["report.figures", "report.figures_at", "presented.content"])
		.executeTakeFirst();
	if (!row) return undefined;
	return {
		...toListed(row),
		kept: row.figures as KeptFigures,
		figuresAt: row.figures_at.toISOString(),
		content:
			row.content === null
				? null
				: ((await openLinkedOfPartnership(db, partnershipId, row.content, placeOfPresented(id)))
						.value as PresentedContent),
	};
}

/**
 * What was presented on a protocol, of periods that have a day in common with one: of each its last version that was presented.
 *
 * @throws SealFault
 */
export async function listPresentedAround(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	{ from, until }: Period,
): Promise<PresentedContent[]> {
	const rows = await db
		.selectFrom("report")
		.innerJoin("report_presented as presented", "presented.report_id", "report.id")
		.where("report.partnership_id", "=", partnershipId)
		.where("report.protocol", "=", protocol)
		.where("report.period_from", "<=", until)
		.where("report.period_until", ">=", from)
		.distinctOn(["report.period_from", "report.period_until"])
		.orderBy("report.period_from")
		.orderBy("report.period_until")
		.orderBy("report.version", "desc")
		.select(["report.id", "presented.content"])
		.execute();
	return Promise.all(
		rows.map(
			async ({ id, content }) =>
				(await openLinkedOfPartnership(db, partnershipId, content, placeOfPresented(id)))
					.value as PresentedContent,
		),
	);
}

/** Holds a report until `trx` ends. @returns false where the partnership has none such */
export async function lockReport(trx: Trx, partnershipId: string, id: string): Promise<boolean> {
	const row = await trx
		.selectFrom("report")
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.select("id")
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/** The last version of the report on a period; undefined where there is none. */
export async function findReportOn(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	{ from, until }: Period,
): Promise<ListedReport | undefined> {
	const row = await listed(db, partnershipId)
		.where("report.protocol", "=", protocol)
		.where("report.period_from", "=", from)
		.where("report.period_until", "=", until)
		.orderBy("report.version", "desc")
		.limit(1)
		.executeTakeFirst();
	return row && toListed(row);
}

/** @param at ISO instant at which they were counted */
export async function saveReportFigures(
	trx: Trx,
	id: string,
	kept: KeptFigures,
	at: string,
): Promise<void> {
	await trx
		.updateTable("report")
		.set({ figures: JSON.stringify(kept), figures_at: at })
		.where("id", "=", id)
		.execute();
}

/** What was written in a report, the last version first. */
export async function listWords(db: Db | Trx, reportId: string): Promise<WordsVersion[]> {
	const rows = await db
		.selectFrom("report_words as words")
		.innerJoin("person", "person.id", "words.by_person")
		.where("words.report_id", "=", reportId)
		.orderBy("words.number", "desc")
		.select(["words.number", "words.content", "words.at", "person.id", "person.name"])
		.select("words.partnership_id")
		.execute();
	const [first] = rows;
	if (!first) return [];
	const key = await dataKeyOf(db, first.partnership_id);
	return rows.map(({ number, content, at, id, name }) => ({
		number,
		written: openValue(key, content, placeOfReportWords(reportId, number)) as Written,
		at: at.toISOString(),
		by: { id, name },
	}));
}

/** Adds the next version of what was written; the report is held. */
export async function addWords(
	trx: Trx,
	words: { reportId: string; partnershipId: string; written: Written; by: string; at: string },
): Promise<void> {
	const [last] = await listWords(trx, words.reportId);
	const number = (last?.number ?? 0) + 1;
	const key = await dataKeyOf(trx, words.partnershipId);
	await trx
		.insertInto("report_words")
		.values({
			report_id: words.reportId,
			number,
			partnership_id: words.partnershipId,
			content: sealValue(key, words.written, placeOfReportWords(words.reportId, number)),
			at: words.at,
			by_person: words.by,
		})
		.execute();
}

/** From now on the report stays as it is. @throws SealFault */
export async function addPresented(
	trx: Trx,
	presented: {
		reportId: string;
		partnershipId: string;
		content: PresentedContent;
		whatChanged: string | null;
		by: string;
		at: string;
	},
): Promise<void> {
	const { content } = presented;
	const key = await dataKeyOf(trx, presented.partnershipId);
	await trx
		.insertInto("report_presented")
		.values({
			report_id: presented.reportId,
			partnership_id: presented.partnershipId,
			content: sealValue(key, content, placeOfPresented(presented.reportId)).toString("base64"),
			sha256: createHash("sha256").update(JSON.stringify(content)).digest("hex"),
			at: presented.at,
			by_person: presented.by,
			what_changed: presented.whatChanged,
		})
		.execute();
}

/** What was decided on a report, the first first. */
export async function listDecisions(db: Db | Trx, reportId: string): Promise<ReportDecision[]> {
	const rows = await db
		.selectFrom("report_decision as decision")
		.innerJoin("person", "person.id", "decision.by_person")
		.where("decision.report_id", "=", reportId)
		.orderBy("decision.number")
		.select(["decision.requires", "decision.why", "decision.at", "person.id", "person.name"])
		.execute();
	return rows.map(({ requires, why, at, id, name }) => ({
		requires,
		why,
		at: at.toISOString(),
		by: { id, name },
	}));
}

/** The report is held. @param decision `number` from 1: how many there are with it */
export async function addDecision(
	trx: Trx,
	decision: {
		reportId: string;
		partnershipId: string;
		number: number;
		requires: boolean;
		why: string;
		by: string;
		at: string;
	},
): Promise<void> {
	await trx
		.insertInto("report_decision")
		.values({
			report_id: decision.reportId,
			partnership_id: decision.partnershipId,
			number: decision.number,
			requires: decision.requires,
			why: decision.why,
			at: decision.at,
			by_person: decision.by,
		})
		.execute();
}
