/**
 * What each page asks of the database, and how long it is: counts, which do not hang on the machine, so that neither creeps.
 * A page that needs more says so here, in the table; one that needs less lowers its row.
 */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionStore } from "../src/store/sessions.ts";
import {
	byLinkPaths,
	changeClockPath,
	differencePath,
	enterFormPaths,
	formPath,
	learningPaths,
	movePath,
	moveToVersionPath,
	paths,
	protocolPath,
	putRightPaths,
	raisePaths,
	receiptsPath,
	stepPath,
	whoLookedAtPath,
	workingDaysPath,
} from "../src/web/addresses.ts";
import { apiPath } from "../src/web/api/operation.ts";
import { tokenFor } from "./support/api.ts";
import { officeForAll } from "./support/office.ts";
import { raisedTo, type TestPartnership } from "./support/partnership.ts";
import { type Seen, stranger, type Visitor } from "./support/visitor.ts";

type Somebody = keyof TestPartnership["people"];

const partnership = officeForAll({ at: "2026-03-26T10:00" });

/** Whoever looks, at the address of the installation: at any other it is asked first whose that is. */
async function visitor(who: Somebody): Promise<Visitor> {
	const it = stranger(web, { host: "127.0.0.1:3000" });
	await it.get(`/enter/${partnership.people[who].id}`);
	return it;
}

let web: ReturnType<typeof partnership.serve>;
/** What was asked since it was last emptied. A scope and the beginning of a transaction are one. */
const asked: string[] = [];
const query = pg.Client.prototype.query;
/** In which stage 3 was raised, waits for the office, and waits for the answer. */
let received: string;
let forwarded: string;

beforeAll(async () => {
	web = partnership.serve({ sessions: sessionStore(partnership.serving) });
	received = await raisedTo(partnership, "sign-off");
	forwarded = await raisedTo(partnership, "forward");
	pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
		const [first] = given as [string | { text: string }];
		asked.push(typeof first === "string" ? first : first.text);
		return (query as (...given: unknown[]) => unknown).apply(this, given);
	} as typeof query;
});
afterAll(() => {
	pg.Client.prototype.query = query;
});

/** What one request costs, once whatever is kept from the first time is kept. */
async function costOf(request: () => ReturnType<Visitor["get"]>) {
	asked.length = 0;
	const { statusCode, body } = await request();
	return { statusCode, statements: asked.length, bytes: Buffer.byteLength(body) };
}

/** With what was asked, in its order, where that was too much. */
function expectAtMost(cost: { statements: number; bytes: number }, most: number, bytes: number) {
	const texts = asked.map((text, nth) => `${nth + 1}. ${text.trim().replaceAll(/\s+/g, " ")}`);
	const tooMany = cost.statements > most ? texts.map((text) => text.slice(0, 120)).join("\n") : "";
	expect(cost.statements, tooMany).toBeLessThanOrEqual(most);
	expect(cost.bytes).toBeLessThanOrEqual(bytes);
}

describe("to look at", () => {
	const pages: [
		page: string,
		who: Somebody,
		address: () => string,
		statements: number,
		bytes: number,
	][] = [
		["a difference", "teacher", () => differencePath(forwarded), 19, 20_900],
		["a difference", "headteacher", () => differencePath(forwarded), 19, 21_400],
		["a difference", "director", () => differencePath(forwarded), 18, 19_700],
		["a difference", "businessUnit", () => differencePath(forwarded), 21, 22_700],
		["My work", "teacher", () => paths.myWork, 14, 7_400],
		["My work", "headteacher", () => paths.myWork, 15, 7_800],
		["My work", "businessUnit", () => paths.myWork, 23, 8_200],
		["the desk", "businessUnit", () => paths.businessUnit, 28, 12_700],
		["the list", "headteacher", () => paths.differences, 9, 13_800],
		["the list", "businessUnit", () => paths.differences, 9, 14_000],
		["the log", "businessUnit", () => paths.logOfForms, 11, 17_100],
		["to raise", "teacher", () => raisePaths.start, 8, 14_100],
		["to answer", "director", () => stepPath(forwarded, "formal-resolution.respond"), 18, 18_700],
		[
			"to forward",
			"businessUnit",
			() => stepPath(received, "formal-resolution.forward"),
			19,
			16_700,
		],
		["how this works", "teacher", () => protocolPath, 5, 140_000],
	];

	test.each(pages)("%s, %s", async (_page, who, address, statements, bytes) => {
		const it = await visitor(who);
		await it.get(address());
		const cost = await costOf(() => it.get(address()));
		expect(cost.statusCode).toBe(200);
		expectAtMost(cost, statements, bytes);
	});
});

describe("to do", () => {
	/** What sending the form of a page costs, apart from the page to which it leads. */
	const costOfSending = (it: Visitor, page: Seen, entered: Record<string, string> = {}) =>
		costOf(() => it.post(page.url, { ...page.form, ...entered }));

	test("to forward", async () => {
		const it = await visitor("businessUnit");
		const page = await it.open(stepPath(received, "formal-resolution.forward"));
		const check = await it.send(page, { "sent-to": partnership.people.director.id });
		const cost = await costOfSending(it, check);
		expect(cost.statusCode).toBe(303);
		expectAtMost(cost, 50, 0);
	});

	test("to answer", async () => {
		const it = await visitor("director");
		const page = await it.open(stepPath(forwarded, "formal-resolution.respond"));
		const check = await it.send(page, { position: "disagree", response: "We have seen them" });
		const cost = await costOfSending(it, check);
		expect(cost.statusCode).toBe(303);
		expectAtMost(cost, 48, 0);
	});

	test("to raise, all five pages", async () => {
		const { people, agencies } = partnership;
		const it = await visitor("teacher");
		const pages: Record<string, string | string[]>[] = [
			{ "raise.danger": "no", "raise.scope": "none-of-these" },
			{ "raise.agency": agencies.socialCare, "children-0-name": "Ada Example" },
			{ "practitioner-b": people.socialWorker.id },
			{
				themes: ["thresholds"],
				issue: "No visit for six weeks",
				"outcome-wanted": "A visit this week",
			},
			{},
		];
		const cost = await costOf(async () => {
			let page = await it.open(raisePaths.start);
			for (const entered of pages) page = await it.send(page, entered);
			return it.get(page.url);
		});
		expect(cost.statusCode).toBe(200);
		expectAtMost(cost, 253, 28_200);
	});
});

describe("by the API, no more than its page", () => {
	let open: string;
	beforeAll(async () => {
		open = await raisedTo(partnership, "forward");
	});
	const reads: [read: string, who: Somebody, page: () => string, address: () => string][] = [
		["a difference", "headteacher", () => differencePath(open), () => `/differences/${open}`],
		["a difference", "businessUnit", () => differencePath(open), () => `/differences/${open}`],
		["what is open", "teacher", () => paths.myWork, () => "/work"],
		["what is open", "businessUnit", () => paths.myWork, () => "/work"],
		["the list", "headteacher", () => paths.differences, () => "/differences"],
		[
			"a step",
			"director",
			() => stepPath(open, "formal-resolution.respond"),
			() => `/differences/${open}/steps/formal-resolution.respond`,
		],
		[
			"a move",
			"businessUnit",
			() => movePath(open, "close"),
			() => `/differences/${open}/moves/close`,
		],
		[
			"a time limit",
			"businessUnit",
			() => changeClockPath(open, "formal-resolution.respond", "extend"),
			() => `/differences/${open}/clocks/formal-resolution.respond/extend`,
		],
		["a note", "teacher", () => putRightPaths.note(open), () => `/differences/${open}/notes`],
		[
			"a correction",
			"teacher",
			() => putRightPaths.correct(open, "issue"),
			() => `/differences/${open}/corrections/issue`,
		],
		[
			"a question",
			"headteacher",
			() => putRightPaths.ask(open),
			() => `/differences/${open}/questions`,
		],
		["its forms", "headteacher", () => formPath(open), () => `/differences/${open}/forms`],
		["receipts", "headteacher", () => receiptsPath(open), () => `/differences/${open}/receipts`],
		[
			"who looked",
			"headteacher",
			() => whoLookedAtPath(open),
			() => `/differences/${open}/who-looked`,
		],
		[
			"its versions",
			"businessUnit",
			() => moveToVersionPath(open),
			() => `/differences/${open}/versions`,
		],
		[
			"a form on paper",
			"businessUnit",
			() => enterFormPaths.inDifference(open, "formal-resolution.respond"),
			() => `/differences/${open}/on-paper/formal-resolution.respond`,
		],
		[
			"a link",
			"businessUnit",
			() => byLinkPaths.vouch(open, "formal-resolution.respond"),
			() => `/differences/${open}/steps/formal-resolution.respond/links`,
		],
		["to raise", "teacher", () => raisePaths.start, () => "/raising"],
		["what was learned", "businessUnit", () => learningPaths.lessons, () => "/lessons"],
		["how it works", "teacher", () => protocolPath, () => "/protocols/somerset-rpd"],
		["the calendar", "businessUnit", () => workingDaysPath, () => "/calendar"],
	];
	test.each(reads)("%s to %s", async (_, who, page, address) => {
		const token = await tokenFor(partnership.app, partnership.people[who]);
		const headers = { authorization: `Bearer ${token}`, host: "127.0.0.1:3000" };
		const ask = () => web.inject({ url: `${apiPath}${address()}`, headers });
		const { get } = await visitor(who);
		await ask();
		await get(page());
		const byPage = await costOf(() => get(page()));
		const byApi = await costOf(ask);
		expect([byPage.statusCode, byApi.statusCode]).toEqual([200, 200]);
		expectAtMost(byApi, byPage.statements, byPage.bytes);
	});
});
