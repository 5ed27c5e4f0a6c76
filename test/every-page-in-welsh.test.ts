/** Every page that somebody who has signed in opens, where the partnership offers Welsh and they chose it. */
import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { welshOf } from "../src/language/say.ts";
import { files } from "../src/language/welsh/all.ts";
import { paths } from "../src/web/addresses.ts";
import { filledIn, type RouteThere, serveEveryRoute } from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";
import { raisedTo } from "./support/partnership.ts";
import { faultsIn, type Visitor, visitorAs } from "./support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const everybody = ["teacher", "headteacher", "director", "businessUnit", "administrator"] as const;
let web: FastifyInstance;
let routes: RouteThere[];
let visitors: Visitor[];
/** What an address may name: a difference at each of two stages, and a person. */
let ids: string[];

beforeAll(async () => {
	await partnership.db.updateTable("partnership").set({ offers_welsh: true }).execute();
	ids = [
		await raisedTo(partnership, "forward"),
		await raisedTo(partnership, "sign-off"),
		partnership.people.teacher.id,
		partnership.agencies.school,
		partnership.versionId,
	];
	({ web, routes } = await serveEveryRoute(partnership));
	visitors = [];
	for (const who of everybody) {
		const visitor = await visitorAs(web, { id: partnership.people[who].id });
		await visitor.post(paths.language, { language: "cy", back: "/" });
		visitors.push(visitor);
	}
});

/** The first answer of a route that is a page, whoever is given it. */
async function pageOf(url: string): Promise<string | undefined> {
	const addresses = url.includes(":")
		? ids.flatMap((id) =>
				["formal-resolution.forward", "formal-resolution.sign-off"].map((step) =>
					filledIn(url, id, { step }),
				),
			)
		: [url];
	for (const address of new Set(addresses))
		for (const visitor of visitors) {
			const { statusCode, headers, body } = await visitor.get(address);
			if (statusCode === 200 && `${headers["content-type"]}`.startsWith("text/html")) return body;
		}
	return undefined;
}

/** The drawing of a protocol, which its page says is in English. */
const drawing = /<div lang="en">[\s\S]*?<\/div>/g;
/** Words that are the one thing in Welsh and another in English, such as “Post”. */
const inWelsh = new Set(files.flatMap((file) => Object.values(file)));
/** The names of agencies: what people typed is never translated. */
const isTyped = (text: string): boolean => text === "Partnership office";

/** What a page says in English that has its Welsh, and that is not marked as English. */
const saidInEnglish = (body: string): string[] =>
	[...body.replaceAll(drawing, "").matchAll(/(lang="en"[^>]*)?>([^<>]+)</g)]
		.flatMap(([, isMarked, text = ""]) => (isMarked ? [] : [text.trim().replaceAll("&#39;", "'")]))
		.filter((text) => (welshOf(text) ?? text) !== text && !inWelsh.has(text) && !isTyped(text));

test("each is a Welsh page with the way to English in its head, and marks the English that is left", async () => {
	const asked = routes.filter(
		({ method, url, isPublic }) =>
			method === "GET" && !isPublic && !url.includes("*") && !url.startsWith("/api"),
	);
	const amiss = new Set<string>();
	let opened = 0;
	for (const { url } of asked) {
		const body = await pageOf(url);
		if (body === undefined) continue;
		opened++;
		const head = body.slice(0, body.indexOf("<main"));
		if (!/^<!doctype html>\s*<html lang="cy"/.test(body)) amiss.add(`${url}: is not Welsh`);
		if (!/name="language"\s+value="en"\s+lang="en"/.test(head)) amiss.add(`${url}: no switch`);
		if (/<main\b[^>]*lang="en"/.test(body)) amiss.add(`${url}: has not been moved`);
		if (/[\uFDD0-\uFDD2]/.test(body)) amiss.add(`${url}: a mark is left`);
		for (const fault of await faultsIn(body)) amiss.add(`${url}: ${fault}`);
		for (const text of saidInEnglish(body))
			amiss.add(`${url}: “${text}” is neither Welsh nor marked`);
	}
	expect([...amiss]).toEqual([]);
	expect(opened).toBeGreaterThan(60);
}, 300_000);
