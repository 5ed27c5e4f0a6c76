import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { freshKey, raiseByTeacher } from "../../../../test/support/partnership.ts";
import type { Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let teacher: Visitor;
let lead: Visitor;
let id: string;

beforeAll(async () => {
	teacher = await partnership.visitor(partnership.people.teacher);
	lead = await partnership.visitor(partnership.people.safeguardingLead);
});
beforeEach(async () => {
	id = await raiseByTeacher(partnership);
});

const talk = () => `/differences/${id}/steps/early-resolution.talk`;
const draft = () => `/drafts/${id}/early-resolution.talk`;

/** What a page sends by itself while somebody types: everything on it, with something else in some questions. */
const saves = async (
	who: Visitor,
	entered: Record<string, string>,
	page?: { form: Record<string, string[]> },
) => who.post(draft(), { ...(page ?? (await who.open(talk()))).form, ...entered });

const typedIn = async (who: Visitor, question: string) =>
	(await who.open(talk())).form[question]?.[0];

describe("a draft of a step", () => {
	test("is of everybody who may do it, and says who wrote and when", async () => {
		expect(
			(await saves(teacher, { "not-resolved.what-was-said": "They will ring back" })).statusCode,
		).toBe(204);
		const page = await lead.open(talk());
		expect(page.form["not-resolved.what-was-said"]).toEqual(["They will ring back"]);
		expect(page.words).toContain("Amy Okafor is writing this, and saved it at");
		expect((await teacher.open(talk())).words).toContain("This is your draft, saved at");
	});

	test("is of nobody else", async () => {
		await saves(teacher, { "not-resolved.what-was-said": "They will ring back" });
		const { socialWorker, businessUnit } = partnership.people;
		for (const stranger of [socialWorker, businessUnit]) {
			const { body } = await (await partnership.visitor(stranger)).get(talk());
			expect(body).not.toContain("They will ring back");
		}
	});

	test("takes what two write in two questions at once", async () => {
		for (let times = 0; times < 3; times += 1) {
			const [one, other] = await Promise.all([teacher.open(talk()), lead.open(talk())]);
			const answers = await Promise.all([
				saves(teacher, { "not-resolved.what-was-said": `Said ${times}` }, one),
				saves(lead, { "not-resolved.talked-at-time": `1${times}:15` }, other),
			]);
			expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204]);
			const page = await teacher.open(talk());
			expect(page.form["not-resolved.what-was-said"]).toEqual([`Said ${times}`]);
			expect(page.form["not-resolved.talked-at-time"]).toEqual([`1${times}:15`]);
		}
	});

	test("is not overwritten by another window; both texts are on the page", async () => {
		const page = await lead.open(talk());
		await saves(teacher, { "not-resolved.what-was-said": "Says the teacher" });
		const told = await saves(lead, { "not-resolved.what-was-said": "Says the lead" }, page);
		expect(told.statusCode).toBe(409);
		expect(told.body).toContain("Amy Okafor changed this too");
		expect(await typedIn(teacher, "not-resolved.what-was-said")).toBe("Says the teacher");

		for (const button of ["later", "send"]) {
			const both = await lead.send(
				page,
				{ "not-resolved.what-was-said": "Says the lead" },
				`_do=${button}`,
			);
			expect(both.status).toBe(409);
			expect(both.words).toContain("Amy Okafor changed this page while you were writing");
			expect(both.words).toContain("Says the teacher");
			expect(both.form["not-resolved.what-was-said"]).toEqual(["Says the lead"]);
		}
		// Having seen both, they may say what it is to be.
		const both = await lead.send(
			page,
			{ "not-resolved.what-was-said": "Says the lead" },
			"_do=later",
		);
		await lead.send(both, { "not-resolved.what-was-said": "Say both" }, "_do=later");
		expect(await typedIn(teacher, "not-resolved.what-was-said")).toBe("Say both");
	});

	test("goes on from each save of the same window", async () => {
		const page = await teacher.open(talk());
		for (const text of ["One", "One and two", "One, two and three"]) {
			const saved = await saves(teacher, { "not-resolved.what-was-said": text }, page);
			expect(saved.statusCode).toBe(204);
			page.form._was = [String(saved.headers["concord-was"])];
		}
		expect(await typedIn(teacher, "not-resolved.what-was-said")).toBe("One, two and three");
	});
});

describe("the same form sent with other words", () => {
	test("is no second click: the second text is shown and kept, and nothing is said to be done", async () => {
		const url = `/differences/${id}/moves/withdraw`;
		const form = { _key: freshKey(), _seen: "1", _do: "send-checked" };
		expect((await teacher.post(url, { ...form, "withdrawal-reason": "First" })).statusCode).toBe(
			303,
		);
		const told = await teacher.post(url, { ...form, "withdrawal-reason": "Second, put right" });
		expect(told.statusCode).toBe(409);
		expect(told.body).toContain("You sent this form before");
		expect(told.body).toContain("Second, put right");
		expect((await teacher.get(url)).body).toContain("Second, put right");
		// And a second click is one still.
		expect((await teacher.post(url, { ...form, "withdrawal-reason": "First" })).statusCode).toBe(
			303,
		);
	});

	test("whoever was overtaken finds what they wrote again", async () => {
		const url = `/differences/${id}/moves/withdraw`;
		await teacher.post(url, {
			_key: freshKey(),
			_seen: "1",
			_do: "send-checked",
			"withdrawal-reason": "Says the teacher",
		});
		const told = await lead.post(url, {
			_key: freshKey(),
			_seen: "1",
			_do: "send-checked",
			"withdrawal-reason": "Says the lead",
		});
		expect(told.statusCode).toBe(409);
		expect(told.body).toContain("It is kept as your draft");
		expect((await lead.get(url)).body).toContain("Says the lead");
		expect((await teacher.get(url)).body).not.toContain("Says the lead");
	});
});
