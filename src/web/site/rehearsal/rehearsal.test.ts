import { beforeAll, beforeEach, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raiseByTeacher, toReplyAgreed } from "../../../../test/support/partnership.ts";
import { stranger, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForAll();
let teacher: Visitor;

/** On Monday 23 March 2026 the manager of the other agency is given until Wednesday 25 March to reply. */
beforeAll(async () => {
	partnership.at("2026-03-23T10:00");
	const difference = await raiseByTeacher(partnership);
	await toReplyAgreed(partnership, difference, "2026-03-25");
});
beforeEach(async () => {
	await partnership.db.updateTable("partnership").set({ clock_ahead: 0 }).execute();
	teacher = await partnership.visitor(partnership.people.teacher);
	await teacher.get("/rehearsal");
});

test("the page says what time it is, and offers the days on which something may happen", async () => {
	const page = await teacher.get("/rehearsal");
	expect(page.statusCode).toBe(200);
	expect(page.body).toContain("10am on Monday 23 March 2026");
	expect(page.body).toContain("Next working day<br/>Tuesday 24 March 2026");
	// Good Friday and Easter Monday are passed over.
	expect(page.body).toContain("10 working days on<br/>Wednesday 8 April 2026");
});

test("a jump past a date says on which morning what ran out and who was reminded", async () => {
	const jumped = await teacher.post("/rehearsal/jump", {
		to: "2026-03-27T09:00",
	});
	expect(jumped.headers.location).toBe("/rehearsal");
	const page = (await teacher.get("/rehearsal")).body;
	expect(page).toContain("9am on Friday 27 March 2026");
	expect(page).toContain("1 time limit ran out and");
	expect(page).toContain("Thursday 26 March 2026: 1 time limit ran out");
	expect(page).toContain("Wednesday 25 March 2026: 1 reminder");
	expect((await teacher.get("/rehearsal")).body).not.toContain("ran out");
});

test("a jump to a day and time of one’s own choice", async () => {
	await teacher.post("/rehearsal", {
		"day-day": "24",
		"day-month": "3",
		"day-year": "2026",
		time: "2.30pm",
	});
	expect((await teacher.get("/rehearsal")).body).toContain("2:30pm on Tuesday 24 March 2026");
});

test("time cannot be moved back, and what was typed stays", async () => {
	const answer = await teacher.post("/rehearsal", {
		"day-day": "20",
		"day-month": "3",
		"day-year": "2026",
		time: "9am",
	});
	expect(answer.statusCode).toBe(422);
	expect(answer.body).toContain("Time goes forward only");
	expect(answer.body).toContain('value="20"');
	expect(answer.body).toContain('value="9am"');
});

test("no more than 100 days in one jump", async () => {
	const answer = await teacher.post("/rehearsal/jump", {
		to: "2026-12-24T09:00",
	});
	expect(answer.statusCode).toBe(422);
	expect(answer.body).toContain("no more than 100 days from now");
});

test("a day that is none, or no day at all, is asked for again", async () => {
	const answer = await teacher.post("/rehearsal", {
		"day-day": "31",
		"day-month": "4",
		"day-year": "2026",
		time: "noonish",
	});
	expect(answer.statusCode).toBe(422);
	expect(answer.body).toContain("Day must be a real date");
	expect(answer.body).toContain("Time must be a time, like 2:15pm or 14:15");
	expect((await teacher.post("/rehearsal/jump", { to: "soon" })).statusCode).toBe(303);
});

test("the same jump sent twice moves time once", async () => {
	await teacher.post("/rehearsal/jump", { to: "2026-03-24T09:00" });
	const again = await teacher.post("/rehearsal/jump", {
		to: "2026-03-24T09:00",
	});
	expect(again.statusCode).toBe(422);
	expect((await teacher.get("/rehearsal")).body).toContain("9am on Tuesday 24 March 2026");
});

test("strangers are asked to sign in, and outside a rehearsal there is no such page", async () => {
	expect((await stranger(partnership.web()).get("/rehearsal")).headers.location).toBe(
		"/sign-in?then=%2Frehearsal",
	);
	const real = partnership.serve({}, { rehearsal: false });
	expect((await stranger(real).get("/rehearsal")).statusCode).toBe(404);
});
