import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { giveAccount, password } from "../../../../test/support/account.ts";
import { officeForAll } from "../../../../test/support/office.ts";
import { raisedTo, type TestPartnership } from "../../../../test/support/partnership.ts";
import { stranger, type Visitor, visitorAs, wordsIn } from "../../../../test/support/visitor.ts";
import { transact } from "../../../store/db.ts";
import { saveOffersWelsh } from "../../../store/partnerships.ts";
import { paths, raisePaths, stepPath } from "../../addresses.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let web: FastifyInstance;
let id: string;

beforeAll(async () => {
	web = partnership.serve();
	id = await raisedTo(partnership, "forward");
	await giveAccount(partnership, partnership.people.teacher);
	await offer(true);
});

const offer = (offers: boolean) =>
	transact(partnership.app.db, (trx) => saveOffersWelsh(trx, partnership.partnershipId, offers));

const as = (who: keyof TestPartnership["people"]): Promise<Visitor> =>
	visitorAs(web, partnership.people[who]);

const choose = async (visitor: Visitor, language: string, back: string, more = {}) => {
	await visitor.get(back);
	return visitor.post(paths.language, { language, back, ...more });
};

describe("before signing in", () => {
	test("somebody chooses Welsh, stays on the page, and is spoken to in Welsh from then on", async () => {
		const visitor = stranger(web);
		const english = await visitor.open(paths.signIn);
		expect(english.body).toContain('<html lang="en-GB"');
		expect(english.body).toMatch(/<button[^>]* lang="cy"[^>]*>Cymraeg<\/button>/);
		const { statusCode, headers } = await choose(visitor, "cy", paths.signIn);
		expect([statusCode, headers.location]).toEqual([303, paths.signIn]);
		const welsh = await visitor.open(paths.signIn);
		expect(welsh.body).toContain('<html lang="cy"');
		expect(welsh.words).toContain("Cyfeiriad e-bost");
		expect(welsh.body).toMatch(/<button[^>]* lang="en"[^>]*>English<\/button>/);
		const wrong = await visitor.post(paths.signIn, { email: "", password: "" });
		expect(wordsIn(wrong.body)).toContain("Mae problem wedi codi Rhowch eich cyfeiriad e-bost");
	});
	test("what was typed stands on the page again in the other language", async () => {
		const visitor = stranger(web);
		await visitor.get(paths.signIn);
		const typed = { email: "zoe@oakfield.example", password: "secret" };
		const { statusCode, body } = await visitor.post(paths.signIn, { ...typed, _speak: "cy" });
		expect(statusCode).toBe(200);
		expect(body).toContain('value="zoe@oakfield.example"');
		expect(wordsIn(body)).toContain("Mewngofnodi");
		expect(wordsIn(body)).not.toContain("Mae problem");
	});
	test("nothing leads to another site, or to another language than the two", async () => {
		const visitor = stranger(web);
		const { headers } = await choose(visitor, "cy", "//elsewhere.example/");
		expect(headers.location).toBe(paths.myWork);
		expect((await choose(visitor, "fr", paths.signIn)).statusCode).toBe(404);
	});
});

test("what somebody chose is kept with their account, and the next browser speaks it", async () => {
	const visitor = await as("teacher");
	await choose(visitor, "cy", paths.myWork);
	const elsewhere = await (await as("teacher")).open(paths.myWork);
	expect(elsewhere.body).toContain('<html lang="cy"');
	expect(elsewhere.words).toContain("Fy ngwaith");
	const others = await (await as("headteacher")).open(paths.myWork);
	expect(others.words).toContain("My work");
	await choose(visitor, "en", paths.myWork);
	expect((await (await as("teacher")).open(paths.myWork)).words).toContain("My work");
});

test("a partnership that does not offer Welsh has no switch, and speaks English to everybody", async () => {
	const visitor = await as("teacher");
	await choose(visitor, "cy", paths.myWork);
	await offer(false);
	const page = await visitor.open(paths.myWork);
	expect(page.body).toContain('<html lang="en-GB"');
	expect(page.body).not.toContain("Cymraeg");
	expect((await visitor.post(paths.language, { language: "cy", back: "/" })).statusCode).toBe(404);
	await offer(true);
	await choose(visitor, "en", paths.myWork);
});

test("an answer that is being written stands there again in the other language, and is not sent", async () => {
	const visitor = await as("director");
	const page = await visitor.open(stepPath(id, "formal-resolution.respond"));
	const again = await visitor.send(page, { response: "Written so far" }, "_speak=cy");
	expect(again.status).toBe(200);
	expect(again.form.response).toEqual(["Written so far"]);
	expect(again.body).toContain('<html lang="cy"');
	const back = await visitor.send(again, {}, "_speak=en");
	expect(back.form.response).toEqual(["Written so far"]);
	expect(back.body).toContain('<html lang="en-GB"');
});

test("a form that takes files is shown again in the other language where none was chosen", async () => {
	const visitor = await as("director");
	const page = await visitor.open(stepPath(id, "formal-resolution.respond"));
	const again = await visitor.send(page, { response: "Written with files" }, "_speak=cy", []);
	expect(again.form.response).toEqual(["Written with files"]);
	expect(again.body).toContain('<html lang="cy"');
	await visitor.send(again, {}, "_speak=en", []);
});

test("what is being raised stands there again in the other language, with the person one is", async () => {
	const visitor = await as("teacher");
	const page = await visitor.open(raisePaths.start);
	const again = await visitor.send(page, { danger: "no" }, "_speak=cy");
	expect(again.body).toContain('<html lang="cy"');
	await visitor.send(again, {}, "_speak=en");
});

test("where nothing can be shown again, a form that asks for the other language does nothing", async () => {
	const visitor = await as("teacher");
	await visitor.get(paths.myWork);
	const { statusCode } = await visitor.post(paths.signOut, { sure: "yes", _speak: "cy" });
	expect(statusCode).toBe(303);
	const still = await visitor.open(paths.myWork);
	expect(still.words).toContain("Fy ngwaith");
	await choose(visitor, "en", paths.myWork);
});

test("whoever may have written something is asked before it is gone", async () => {
	const visitor = await as("teacher");
	const { body, statusCode } = await choose(visitor, "cy", paths.myWork, { written: "yes" });
	expect(statusCode).toBe(200);
	expect(body).toContain("What you have not saved is not kept");
	await choose(visitor, "cy", paths.myWork, { written: "yes", sure: "yes" });
	expect((await visitor.open(paths.myWork)).words).toContain("Fy ngwaith");
	await choose(visitor, "en", paths.myWork);
});

test("no page says its marks, and what is not translated is English to a screen reader", async () => {
	const visitor = await as("headteacher");
	await choose(visitor, "cy", paths.myWork);
	for (const address of [
		paths.myWork,
		paths.differences,
		`/differences/${id}`,
		paths.accessibility,
	]) {
		const { body } = await visitor.open(address);
		expect(body).not.toMatch(/[\uFDD0-\uFDEF]/);
	}
	// A page that nobody has moved yet is English within what surrounds it.
	expect((await visitor.open("/api")).body).toMatch(/<main[^>]* lang="en"/);
	await choose(visitor, "en", paths.myWork);
});

test("what somebody chose before they signed in is kept with their account, where that knew of no choice", async () => {
	const manager = partnership.people.socialWorker;
	await giveAccount(partnership, manager);
	const visitor = stranger(web);
	await choose(visitor, "cy", paths.signIn);
	const { headers } = await visitor.post(paths.signIn, { email: manager.email, password });
	await visitor.open(String(headers.location));
	const elsewhere = await (await as("socialWorker")).open(paths.myWork);
	expect(elsewhere.words).toContain("Fy ngwaith");
	// A choice that the account knows of is not changed by what a browser remembers of somebody else.
	await choose(await as("socialWorker"), "en", paths.myWork);
	expect((await visitor.open(paths.myWork)).words).toContain("My work");
	expect((await (await as("socialWorker")).open(paths.myWork)).words).toContain("My work");
});

test("the accessibility statement says that no Welsh speaker has checked the Welsh yet, where it is offered", async () => {
	const unchecked = "A Welsh speaker has not checked the translation yet";
	expect((await stranger(web).open(paths.accessibility)).words).toContain(unchecked);
	await offer(false);
	expect((await stranger(web).open(paths.accessibility)).words).not.toContain(unchecked);
	await offer(true);
});
