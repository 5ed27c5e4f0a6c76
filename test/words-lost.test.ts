import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { saySafety } from "../src/actions/say-safety.ts";
import { sweep } from "../src/actions/sweep.ts";
import { heldKey } from "../src/keys/installation-key.ts";
import { keyringOf } from "../src/keys/keyring.ts";
import { newKey } from "../src/keys/sealed.ts";
import { connect } from "../src/store/connect.ts";
import { transact } from "../src/store/db.ts";
import { shredDifferenceKey } from "../src/store/keys.ts";
import { filledIn, type RouteThere, serveEveryRoute } from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";
import { doStep, freshKey, raisedTo, referenceOf } from "./support/partnership.ts";
import { visitorAs, wordsIn } from "./support/visitor.ts";

/**
 * Words whose key was destroyed, or is not here, cost the words and nothing else: every page there is answers, says so in
 * plain words, and shows who did what and when.
 */
const partnership = officeForAll({ at: "2026-03-26T10:00" });
let disposed: string;
let whole: string;
let routes: RouteThere[];
let web: FastifyInstance;

beforeAll(async () => {
	disposed = await raisedTo(partnership, "forward");
	whole = await raisedTo(partnership, "forward");
	await transact(partnership.db, (trx) => shredDifferenceKey(trx, disposed));
	({ web, routes } = await serveEveryRoute(partnership));
});

const people = ["teacher", "headteacher", "director", "businessUnit", "executive"] as const;
const written = /canary|without a coat/i;

/** Every page that somebody opens of a difference, with what it answered. */
async function everyPage(server: FastifyInstance, difference: string) {
	const ofOne = routes.filter(
		({ method, url }) => method === "GET" && /\/differences\/:(id|difference)/.test(url),
	);
	expect(ofOne.length).toBeGreaterThan(9);
	const pages: { url: string; who: string; status: number; body: string }[] = [];
	for (const who of people) {
		const visitor = await visitorAs(server, partnership.people[who]);
		for (const step of ["formal-resolution.respond", "formal-resolution.forward"])
			for (const { url } of ofOne) {
				const { statusCode, body } = await visitor.get(filledIn(url, difference, { step }));
				pages.push({ url, who, status: statusCode, body });
			}
	}
	return pages;
}

describe("of a difference whose words were disposed of", () => {
	test("every page answers, none shows a word, and each of its own pages says why", async () => {
		const pages = await everyPage(web, disposed);
		expect(pages.filter(({ status }) => status >= 500)).toEqual([]);
		expect(pages.filter(({ body }) => written.test(body)).map(({ url }) => url)).toEqual([]);
		const own = pages.filter(({ url, status }) => url === "/differences/:id" && status === 200);
		expect(own.length).toBeGreaterThanOrEqual(4);
		for (const { body } of own) {
			const words = wordsIn(body);
			expect(body).toContain("has been disposed of");
			expect(body).toContain("[name disposed of]");
			expect(words).toContain("26 March 2026");
		}
	});

	test("the list, My work, the desk and the log name it by its reference, and say that the name is gone", async () => {
		const reference = await referenceOf(partnership, disposed);
		const lists = [
			["teacher", "/differences"],
			["headteacher", "/"],
			["director", "/"],
			["businessUnit", "/business-unit"],
		] as const;
		for (const [who, url] of lists) {
			const { statusCode, body } = await partnership.read(partnership.people[who], url);
			expect(statusCode, url).toBe(200);
			const row = body.slice(body.indexOf(reference));
			expect(row.slice(0, 3_000), `${who} ${url}`).toContain("[name disposed of]");
		}
		const log = await partnership.read(partnership.people.businessUnit, "/business-unit/log");
		expect(log.statusCode).toBe(200);
		expect(log.body).toContain(reference);
		const report = await partnership.read(partnership.people.businessUnit, "/reports");
		expect(report.statusCode).toBe(200);
	});

	test("nobody adds to it any more, and what time brings about is noted all the same", async () => {
		const { app, people } = partnership;
		await expect(
			doStep(partnership, disposed, people.director, "formal-resolution.respond", "responded", {
				position: "disagree",
				response: "We have seen the family",
			}),
		).rejects.toMatchObject({ code: "words-disposed" });
		await expect(
			saySafety(
				app,
				{ difference: disposed, by: people.teacher, key: freshKey() },
				{ safe: false, answers: {}, calls: [] },
			),
		).rejects.toMatchObject({ code: "words-disposed" });
		const entries = () =>
			partnership.db
				.selectFrom("event")
				.where("difference_id", "=", disposed)
				.select("type")
				.orderBy("seq")
				.execute();
		const before = (await entries()).length;
		partnership.at("2026-05-26T10:00");
		await sweep(app, partnership.partnershipId);
		expect((await entries()).slice(before).map(({ type }) => type)).toContain("clock-ran-out");
		partnership.at("2026-03-26T10:00");
	});

	test("its page offers nothing that would add to it", async () => {
		const offers = /\/(steps|moves|safety|note|correct|conflict|seal|questions|by-link)\b/;
		for (const who of people) {
			const mainOf = async (id: string) => {
				const { body } = await partnership.read(partnership.people[who], `/differences/${id}`);
				return /<main.*<\/main>/s.exec(body)?.[0] ?? "";
			};
			expect(await mainOf(disposed), who).not.toMatch(offers);
			if (who === "headteacher") expect(await mainOf(whole)).toMatch(offers);
		}
	});

	test("no search finds it by whom it was about", async () => {
		const teacher = await partnership.visitor(partnership.people.headteacher);
		await teacher.get("/differences");
		const found = await teacher.post("/differences/by-name", { about: "Canary" });
		expect(found.body).toContain(await referenceOf(partnership, whole));
		expect(found.body).not.toContain(await referenceOf(partnership, disposed));
	});
});

test("where the installation’s key is another, every page answers, shows no word, and says that nothing was deleted", async () => {
	const { db } = connect(partnership.databaseUrl(), { keys: keyringOf([heldKey(newKey())]) });
	try {
		const server = partnership.serve({}, { db });
		const pages = await everyPage(server, whole);
		expect(pages.filter(({ status }) => status >= 500)).toEqual([]);
		expect(pages.filter(({ body }) => written.test(body)).map(({ url }) => url)).toEqual([]);
		const own = pages.filter(({ url, status }) => url === "/differences/:id" && status === 200);
		for (const { body } of own) {
			expect(body).toContain("cannot be opened. It has not been deleted.");
			expect(body).toContain("[name cannot be opened]");
		}
	} finally {
		await db.destroy();
	}
});
