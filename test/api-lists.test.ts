/**
 * Every list of the API that can grow, page by page: all of it comes, each row once, also of lists that will be added.
 */
import { beforeAll, expect, test } from "vitest";
import { makeBriefing } from "../src/actions/make-briefing.ts";
import { makeReport } from "../src/actions/prepare-report.ts";
import type { Viewer } from "../src/domain/people/viewer.ts";
import { withinPartnership } from "../src/store/scope.ts";
import { apiPath, type Operation } from "../src/web/api/operation.ts";
import { operations } from "../src/web/api/operations.ts";
import { cursorFor } from "../src/web/api/paging.ts";
import { clientOf, programOf, tokenFor } from "./support/api.ts";
import { officer, resolved } from "./support/learning.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo } from "./support/partnership.ts";
import { receiving } from "./support/webhooks.ts";

const office = officeForAll({ at: "2026-03-26T10:00" });
let differences: string[];
let webhook: string;
let dpo: Viewer;
/** An address that is told is its token’s alone. */
let unitsToken: string;

/** Three of everything at least, so that pages of two are not all of it. */
beforeAll(async () => {
	const { app, people, agencies, partnershipId } = office;
	receiving(office);
	dpo = await officer(office, "data-protection-officer", "Omar Officer");
	unitsToken = await tokenFor(app, people.businessUnit);
	const unit = clientOf(office.web(), unitsToken);
	const keeper = await programOf(office, dpo);
	differences = [await resolved(office), await resolved(office), await resolved(office)];
	for (const [nth, id] of differences.entries()) {
		office.at(`2026-03-26T1${nth + 1}:00`);
		await unit.recordLesson({
			id,
			key: freshKey(),
			body: {
				theme: "thresholds",
				happened: "A referral was closed.",
				shouldDiffer: "Whoever closes one says why.",
				againOn: "2026-09-30",
				actions: [{ what: "Write it down", agency: agencies.school, dueOn: "2026-05-29" }],
			},
		});
		await unit.giveLinkToRaise({
			key: freshKey(),
			body: {
				name: "Kim Link",
				post: "Nurse",
				email: `kim${nth}@example.net`,
				days: 14,
				agency: agencies.police,
				level: "manager",
				because: "We met",
			},
		});
	}
	for (const person of [people.teacher, people.headteacher, people.safeguardingLead])
		await (await programOf(office, person)).readDifference({ id: differences[0] ?? "" });
	webhook = (
		await unit.makeWebhook({
			key: freshKey(),
			body: { address: "https://school.example/told", kinds: ["difference.raised"] },
		})
	).data.id;
	for (const _ of differences) await unit.tryWebhook({ id: webhook, key: freshKey() });
	const { lessons } = (await unit.listLessons()).data;
	await withinPartnership({ partnershipId }, async () => {
		const found = await app.protocols.inForce(app.db, partnershipId, "2026-03-26");
		if (!found) throw new Error("It is in force");
		for (const year of [2023, 2024, 2025]) {
			const period = { from: `${year}-01-01`, until: `${year}-12-31` };
			await makeReport(app, people.businessUnit, found.protocol, period);
		}
		for (const { id } of lessons) await makeBriefing(app, people.businessUnit, [id]);
	});
	const to = [people.teacher.id, people.headteacher.id];
	for (const _ of differences)
		await keeper.sealDifference({
			id: await raisedTo(office, "forward"),
			key: freshKey(),
			body: { to, because: "A family matter" },
		});
});

/** Who reads a list, where it is not the Business Unit. */
const readers = (): Record<string, Viewer> => ({
	listDifferences: office.people.teacher,
	listSealed: dpo,
	listWhoLooked: dpo,
});

type Page = { next: string | null; rows: unknown[] };

/** One page of a list. What is a list in an answer is its rows; of several lists, all of them. */
async function page(
	{ id, path }: Operation,
	token: string,
	{ limit, cursor }: { limit: number; cursor?: string | null },
): Promise<Page> {
	const places: Record<string, string> = {
		agency: office.agencies.school,
		id: path.startsWith("/webhooks") ? webhook : (differences[0] ?? ""),
	};
	const url = path.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? "");
	const answer = await office.web().inject({
		url: `${apiPath}${url}?limit=${limit}${cursor ? `&cursor=${cursor}` : ""}`,
		headers: { authorization: `Bearer ${token}` },
	});
	expect(answer.statusCode, `${id}: ${answer.body}`).toBe(200);
	// These are said on each page, beside its rows.
	const {
		next,
		questions: _,
		periods: __,
		...told
	} = answer.json() as Omit<Page, "rows"> & {
		questions?: unknown;
		periods?: unknown;
	};
	return { next, rows: Object.values(told).flatMap((each) => (Array.isArray(each) ? each : [])) };
}

const lists = operations.filter(({ query }) => "cursor" in query.shape);

test("every list that answers many rows is read page by page", () => {
	const ofMany = operations.filter(({ id, method }) => method === "GET" && id.startsWith("list"));
	const all = new Set(lists.map(({ id }) => id));
	// What these have, one difference, token or protocol holds: they end by themselves.
	expect(ofMany.map(({ id }) => id).filter((id) => !all.has(id))).toEqual([
		"listVersionsToMoveTo",
		"listFormsOnPaper",
		"listForms",
		"listReceipts",
		"listProtocols",
		"listWhatIfs",
		"listWebhooks",
	]);
});

test.each(lists.map((operation) => [operation.id, operation] as const))(
	"%s gives all of it page by page, and each row once",
	async (id, operation) => {
		const reader = readers()[id];
		const token = reader ? await tokenFor(office.app, reader) : unitsToken;
		// That one asks who looked is a reading too: the second time nothing is new.
		await page(operation, token, { limit: 100 });
		const whole = await page(operation, token, { limit: 100 });
		expect(whole.next).toBeNull();
		expect(whole.rows.length).toBeGreaterThan(2);
		const rows: unknown[] = [];
		let cursor: string | null = null;
		do {
			const part: Page = await page(operation, token, { limit: 2, cursor });
			rows.push(...part.rows);
			cursor = part.next;
		} while (cursor !== null);
		const asText = (some: unknown[]) =>
			some.map((row) => JSON.stringify(id === "listWhoLooked" ? whoOf(row) : row)).sort();
		expect(asText(rows)).toEqual(asText(whole.rows));
	},
);

/** That they look is counted meanwhile. */
const whoOf = (row: unknown) => (row as { person: string }).person;

test.each(lists.map((operation) => [operation.id, operation] as const))(
	"%s says in the document what may happen to its pages meanwhile",
	(_, { says }) => {
		expect(says).toMatch(/`(begin-again|narrow-the-search)`/);
	},
);

test("after 10,000 pages a program hears that there is more, and to ask for less", async () => {
	const asked = { limit: 20 };
	const cursor = cursorFor(office.people.businessUnit, asked, 10_001);
	const answer = await office.web().inject({
		url: `${apiPath}/work?cursor=${cursor}`,
		headers: { authorization: `Bearer ${unitsToken}` },
	});
	expect(answer.statusCode).toBe(400);
	expect(answer.json()).toMatchObject({ code: "narrow-the-search" });
});
