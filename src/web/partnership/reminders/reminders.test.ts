import { describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	raisedTo,
	respond,
	type TestPartnership,
	withWholeLimit,
} from "../../../../test/support/partnership.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";
import { setDigest } from "../../../actions/set-digest.ts";
import { sweep } from "../../../actions/sweep.ts";
import { findDigest } from "../../../store/reminders.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

const as = (person: keyof TestPartnership["people"]) =>
	partnership.visitor(partnership.people[person]);

const words = async (person: keyof TestPartnership["people"], url: string) =>
	partnership.words(partnership.people[person], url);

/** What the page of a difference says that Concord will do. */
const shown = async (person: keyof TestPartnership["people"], difference: string) =>
	[
		...(await (await as(person)).get(`/differences/${difference}`)).body.matchAll(
			/<p class="govuk-body-s[^>]*>(.*?)<\/p>/gs,
		),
	].map(([, text]) => text);

const forwarded = () => raisedTo(partnership, "forward");

describe("the page of a difference says what Concord will remind of", () => {
	test("before the date, on it and while it is late: to whom it was given as you, to others by name", async () => {
		const difference = await forwarded();
		const when =
			"on Monday 13 April and Wednesday 15 April at 9am. If it is late, again on Thursday 16 April at 9am and then every 2 working days.";
		expect(await shown("director", difference)).toEqual([`Concord will remind you ${when}`]);
		for (const other of ["headteacher", "businessUnit"] as const)
			expect(await shown(other, difference)).toEqual([
				`Concord will remind Grace Lund of Combe Children’s Social Care ${when}`,
			]);
		const { body } = await (await as("director")).get(`/differences/${difference}`);
		expect(await faultsIn(body)).toEqual([]);
	});

	test("only what is still to come, and today as today", async () => {
		const difference = await forwarded();
		partnership.at("2026-04-15T08:00");
		await sweep(partnership.app, partnership.partnershipId);
		expect((await shown("director", difference))[0]).toContain(
			"Concord will remind you today at 9am. If it is late, again on Thursday 16 April at 9am",
		);
		partnership.at("2026-04-16T09:00");
		await sweep(partnership.app, partnership.partnershipId);
		expect((await shown("director", difference))[0]).toBe(
			"Concord will remind you on Monday 20 April at 9am, then every 2 working days until it is done.",
		);
	});

	test("to nobody by name on another side, where it was given to nobody; and nothing to those who may not see it", async () => {
		const difference = await forwarded();
		await respond(partnership, difference);
		expect(await shown("director", difference)).toEqual([
			"Concord will remind a senior manager of Oakfield Primary School on Wednesday 8 April at 9am, then every 5 working days until it is done.",
		]);
		expect(await shown("headteacher", difference)).toEqual([
			"Concord will remind you on Wednesday 8 April at 9am, then every 5 working days until it is done.",
		]);
		const page = await (await as("officer")).get(`/differences/${difference}`);
		expect(page.statusCode).toBe(404);
	});

	test("of a time limit that no one step is held to, with its date and why it is that", async () => {
		await withWholeLimit(partnership);
		const difference = await forwarded();
		const page = await (await as("businessUnit")).get(`/differences/${difference}`);
		expect(wordsIn(page.body)).toMatch(
			/Settle it within 20 working days . The SSCP Business Unit sees to it\. 20 working days left By Wednesday 29 April 2026 Why this date\?.*Concord will remind you on Monday 27 April and Wednesday 29 April at 9am\. If it is late, again on Thursday 30 April at 9am and then every 2 working days\./,
		);
		expect(await faultsIn(page.body)).toEqual([]);
	});

	test("that it comes with everything else, for who wants one message each morning", async () => {
		const difference = await forwarded();
		const { app, people } = partnership;
		await setDigest(app, people.director, "each-morning");
		expect(await shown("director", difference)).toEqual([
			"You get one message each working day at 9am with everything to do.",
		]);
		expect(await shown("headteacher", difference)).toEqual([
			"Grace Lund of Combe Children’s Social Care gets one message each working day at 9am with everything to do.",
		]);
		expect(await words("director", "/")).toContain(
			"You get one message each working day at 9am with everything to do.",
		);
	});

	test("that there is nobody, when nobody is there to be reminded", async () => {
		const difference = await forwarded();
		await partnership.db
			.updateTable("person")
			.set({ left_at: "2026-04-01T10:00:00Z" })
			.where("id", "=", partnership.people.director.id)
			.execute();
		expect(await shown("headteacher", difference)).toEqual([
			"Concord has nobody to remind of this. Tell the Business Unit.",
		]);
	});
});

test("My work says when somebody is next reminded of each thing", async () => {
	await forwarded();
	expect(await words("director", "/")).toContain("15 Apr 2026 Reminder 13 Apr 2026");
	partnership.at("2026-04-13T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	expect(await words("director", "/")).toContain("15 Apr 2026 Reminder 15 Apr 2026");
});

describe("the hours", () => {
	const path = "/working-days/reminders";

	test("are set by the administrator or the Business Unit, and shown with the working days", async () => {
		for (const [person, until, said] of [
			["administrator", "16:30", "4:30pm"],
			["businessUnit", "18:00", "6pm"],
		] as const) {
			const somebody = await as(person);
			expect(await faultsIn((await somebody.get(path)).body)).toEqual([]);
			const set = await somebody.post(path, { from: "08:00", until });
			expect(set.statusCode).toBe(303);
			expect(await words(person, "/working-days")).toContain(
				`People are reminded on working days, between 8am and ${said}.`,
			);
		}
		const difference = await forwarded();
		expect((await shown("director", difference))[0]).toContain("at 8am");
	});

	test("make sense, or it is said what to change", async () => {
		const kit = await as("administrator");
		await kit.get(path);
		const page = await kit.post(path, { from: "09:00", until: "09:00" });
		expect(page.statusCode).toBe(422);
		expect(wordsIn(page.body)).toContain(
			"Choose an end that is at least an hour after the beginning.",
		);
		expect((await kit.post(path, { from: "02:00", until: "17:00" })).statusCode).toBe(422);
		expect((await kit.post(path, {})).statusCode).toBe(422);
	});

	test("are nobody else's to see or set", async () => {
		const teacher = await as("teacher");
		expect((await teacher.get(path)).statusCode).toBe(404);
		await teacher.get("/your-settings");
		expect((await teacher.post(path, { from: "08:00", until: "18:00" })).statusCode).toBe(404);
	});
});

test("each person chooses how they are reminded", async () => {
	const teacher = await as("teacher");
	const digest = () => findDigest(partnership.db, partnership.people.teacher.id);
	expect(await digest()).toBe("as-they-come");
	await teacher.get("/your-settings");
	const set = await teacher.post("/your-settings/reminders", {
		digest: "each-morning",
	});
	expect(set.statusCode).toBe(303);
	expect(await digest()).toBe("each-morning");
	expect((await teacher.get("/your-settings")).body).toMatch(/value="each-morning"[^>]* checked/);
	const wrong = await teacher.post("/your-settings/reminders", {
		digest: "never",
	});
	expect(wrong.statusCode).toBe(422);
	expect(wordsIn(wrong.body)).toContain("Choose how you are reminded");
	expect(await digest()).toBe("each-morning");
});
