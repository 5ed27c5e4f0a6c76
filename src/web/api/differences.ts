import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { openDifference } from "../../actions/open-difference.ts";
import { partnershipClock } from "../../actions/partnership-clock.ts";
import { noteFound } from "../../actions/who-looked.ts";
import { eachShown, type PeopleShownBy } from "../../domain/difference/told/whom.ts";
import { mostReadByProgram } from "../../domain/people/read-by-program.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { stageTitle } from "../../domain/protocol/protocol.ts";
import { type Listed, searchDifferences } from "../../store/search.ts";
import { inWordsFor } from "../../store/words-of-difference.ts";
import { mostByName, searchByName, searchOf } from "../difference/list/search-asked.ts";
import { aDifference, differenceTold } from "./difference-told.ts";
import { does, reads } from "./operation.ts";
import { goesOnAtPage, nextAfter, pageOf } from "./paging.ts";
import { aBinding, day, instant, nextCursor, ofOne, pageAsked, shownAbout } from "./schemas.ts";
import { refuseSealed } from "./seals.ts";

const inList = z
	.object({
		id: z.uuid(),
		reference: z.string(),
		raising: z.string(),
		receiving: z.string().nullable(),
		side: z.string().describe("The side on which you see it."),
		about: shownAbout,
		status: z.enum(["open", "ended"]),
		stage: z.string(),
		ending: z.string().nullable(),
		themes: z.array(z.string()),
		nextDueAt: instant.nullable(),
		binding: aBinding.nullable(),
		notSafe: z.boolean(),
		changedAt: instant.describe("When something happened in it that you may read."),
	})
	.meta({ id: "DifferenceListed" });

const listAnswer = z.object({
	differences: z.array(inList),
	total: z.int().describe("How many fit on all pages, as far as they are counted."),
	isMore: z.boolean().describe("There are more than `total`."),
	next: nextCursor,
});

const narrowing = z.object({
	reference: z.string().trim().max(200).optional().describe("Any part of a reference."),
	agency: z.uuid().optional().describe("Raising, receiving or involved."),
	stage: z.string().max(200).optional(),
	theme: z.string().max(200).optional(),
	status: z.enum(["open", "ended"]).optional(),
	dueFrom: day.optional(),
	dueTo: day.optional(),
	overdue: z.enum(["yes"]).optional().describe("Only what somebody is late for."),
	sort: z.enum(["due", "changed", "reference"]).default("due"),
});

export const differenceOperations = [
	reads({
		id: "listDifferences",
		path: "/differences",
		tag: "Differences",
		summary: "The differences that you may know of",
		says: `Those where a child is not safe come first. ${goesOnAtPage}`,
		scope: "differences:read",
		query: narrowing.extend(pageAsked),
		answer: listAnswer,
		run: async ({ app, viewer, query: { cursor, limit, ...asked } }) => {
			const page = pageOf(viewer, { ...asked, limit }, cursor);
			const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
			const { rows, ...counted } = await searchDifferences(app.db, viewer, {
				...searchOf({ ...asked, "due-from": asked.dueFrom, "due-to": asked.dueTo, page }, now),
				pageSize: limit,
			});
			return {
				differences: await listed(app, viewer, rows, partnership.peopleShownBy),
				...counted,
				next: nextAfter(viewer, { ...asked, limit }, page, counted),
			};
		},
	}),
	does({
		id: "findDifferences",
		path: "/differences/find",
		tag: "Differences",
		summary: "Those about somebody, by name, date of birth or number",
		says: `It is posted, for whom a difference is about must stand in no address. ${mostByName} at most; that you looked is kept, as of the page.`,
		scope: "differences:read",
		anyNumberOfTimes: true,
		body: z.strictObject({ about: z.string().trim().min(2).max(200) }),
		answer: listAnswer,
		run: async ({ app, viewer, body: { about } }) => {
			const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
			const { rows, ...counted } = await searchDifferences(app.db, viewer, searchByName(about));
			await noteFound(
				app,
				viewer,
				rows.map(({ id }) => id),
				now,
			);
			const differences = await listed(app, viewer, rows, partnership.peopleShownBy);
			return { differences, ...counted, next: null };
		},
	}),
	reads({
		id: "readDifference",
		path: "/differences/{id}",
		tag: "Differences",
		summary: "One difference, as you may read it",
		says: `Its \`ETag\` is what acts take as \`If-Match\`. Where it is sealed from you, the answer is \`sealed\`: a program opens nothing in an emergency. Your programs may open ${mostReadByProgram} differences a day, each as often as they like; for more the answer is \`takes-too-much\`, unless you may take data out of Concord.`,
		scope: "differences:read",
		params: ofOne,
		answer: aDifference,
		run: async ({ app, viewer, params }) => {
			const opened = await openDifference(app, viewer, params.id, "difference");
			if (!opened) await refuseSealed(app, viewer, params.id);
			return opened && differenceTold(opened);
		},
	}),
];

async function listed(
	app: App,
	viewer: Viewer,
	rows: Listed[],
	shownBy: PeopleShownBy,
): Promise<z.input<typeof inList>[]> {
	const all: z.input<typeof inList>[] = [];
	for (const row of rows) {
		const version = await app.protocols.version(app.db, row.versionId);
		const protocol = await inWordsFor(app.db, version, row.id, viewer);
		all.push({
			id: row.id,
			reference: row.reference,
			raising: row.raising,
			receiving: row.receiving,
			side: row.side,
			about: eachShown(row.about, shownBy),
			status: row.status,
			stage: stageTitle(protocol, row.stage),
			ending: row.ending,
			themes: row.themes,
			nextDueAt: row.nextDueAt,
			binding: row.nextDueAt === null ? null : row.nextDueIs,
			notSafe: row.notSafe,
			changedAt: row.changedAt,
		});
	}
	return all;
}
