import { beforeEach, describe, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { doStep, said } from "../../../../test/support/partnership.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let office: Visitor;
let id: string;

beforeEach(async () => {
	id = await challenge(partnership);
	await toLevel(partnership, id, "reply");
	office = await partnership.visitor(partnership.people.businessUnit);
});

const path = (how: string, clock = "reply.reply") => `/differences/${id}/clocks/${clock}/${how}`;
const day = (day: string, month: string) => ({
	"act.new-date-day": day,
	"act.new-date-month": month,
	"act.new-date-year": "2026",
});
const because = { "reason-for-change": "Their manager is in hospital" };
const page = async (name: "businessUnit" | "teacher" | "teamManager") =>
	(await partnership.visitor(partnership.people[name])).open(`/differences/${id}`);

describe("more time", () => {
	test("says what is due now and what will be, before anything is changed, and keeps the first date in sight", async () => {
		const asked = await office.open(path("extend"));
		expect(asked.words).toContain("“Reply to the challenge” is due by Monday 13 April 2026.");
		expect(asked.words).toContain("At the latest Monday 27 April 2026.");
		const check = await office.send(asked, { ...day("17", "4"), ...because });
		expect(check.words).toContain("It is due by Monday 13 April 2026");
		expect(check.words).toContain("It will be due by Friday 17 April 2026");
		expect((await page("teamManager")).words).toContain("By Monday 13 April 2026");

		const done = await office.send(check);
		expect(done.words).toContain("gave “Reply to the challenge” more time");
		for (const who of ["businessUnit", "teamManager", "teacher"] as const) {
			const { words } = await page(who);
			expect(words).toContain("By Friday 17 April 2026");
			expect(words).toContain("First due by Monday 13 April 2026");
			expect(words).toContain(
				"More time given by Ines Cole of the Business Unit on 26 March 2026: Their manager is in hospital",
			);
		}
	});

	test("is refused beyond what the protocol allows, and for no later day, at the input, with all that was typed", async () => {
		const asked = await office.open(path("extend"));
		const far = await office.send(asked, { ...day("30", "5"), ...because });
		expect(far.status).toBe(422);
		expect(far.words).toContain("It can be extended to Monday 27 April 2026 at the latest.");
		expect(far.body).toContain('href="#act.new-date-day"');
		expect(far.form["reason-for-change"]).toEqual([because["reason-for-change"]]);
		const early = await office.send(asked, { ...day("13", "4"), ...because });
		expect(early.words).toContain("Choose a day after Monday 13 April 2026");
		const none = await office.send(asked);
		expect(none.body).toContain('href="#act.new-date-day"');
		expect(none.body).toContain('href="#reason-for-change"');
		for (const each of [asked, far, none]) expect(await faultsIn(each.body)).toEqual([]);
	});

	test("is given once, however often it is sent", async () => {
		const check = await office.send(await office.open(path("extend")), {
			...day("17", "4"),
			...because,
		});
		const [first, second] = [await office.send(check), await office.send(check)];
		expect(second.url).toBe(first.url);
		expect(second.words.split("More time given").length).toBe(2);
	});

	test("what was typed is kept for later", async () => {
		const asked = await office.open(path("extend"));
		const later = await office.send(
			asked,
			{ ...day("17", "4"), "reason-for-change": "Half a rea" },
			"_do=later",
		);
		expect(later.words).toContain("You can close this page");
		const again = await office.open(path("extend"));
		expect(again.form["reason-for-change"]).toEqual(["Half a rea"]);
		expect(again.form["act.new-date-day"]).toEqual(["17"]);
	});

	test("when they answered meanwhile, that is said, and the reason is not lost", async () => {
		const check = await office.send(await office.open(path("extend")), {
			...day("17", "4"),
			...because,
		});
		await doStep(partnership, id, partnership.people.teamManager, "reply.reply", "replied", {
			answer: said("reply"),
		});
		const overtaken = await office.send(check);
		expect(overtaken.status).toBe(409);
		expect(overtaken.words).toContain("Something happened while you were");
		expect(overtaken.words).toContain("Their manager is in hospital");
	});

	test("is for whom the protocol names alone, and nobody else is offered it", async () => {
		const manager = await partnership.visitor(partnership.people.teamManager);
		expect((await manager.open(path("extend"))).status).toBe(409);
		expect((await page("teamManager")).body).not.toContain("/clocks/");
		const stranger = await partnership.visitor(partnership.people.officer);
		for (const url of [path("extend"), path("pause"), path("no-such-way")])
			expect((await stranger.open(url)).status).toBe(404);
	});
});

describe("time that stands still", () => {
	test("is said since when, nobody is late meanwhile, and what it will be is said before it runs on", async () => {
		await office.send(await office.open(path("pause")), because);
		partnership.at("2026-04-20T10:00");
		const paused = await page("teamManager");
		expect(paused.words).toContain("The time stands still since 26 March 2026");
		expect(paused.words).not.toContain("Overdue");
		const asked = await office.open(path("resume"));
		expect(asked.words).toContain("It will be due by Tuesday 5 May 2026");
		const on = await office.send(asked, because);
		expect(on.words).toContain("let the time for “Reply to the challenge” run on");
		expect((await page("teamManager")).words).toContain("By Tuesday 5 May 2026");
	});
});

test("a sooner day is asked for by the agency that waits", async () => {
	const head = await partnership.visitor(partnership.people.headteacher);
	const asked = await head.open(path("bring-forward"));
	expect((await head.send(asked, { ...day("13", "4"), ...because })).words).toContain(
		"Choose a day from today and before Monday 13 April 2026",
	);
	const check = await head.send(asked, { ...day("1", "4"), ...because });
	const done = await head.send(check);
	expect(done.words).toContain("asked for “Reply to the challenge” sooner");
	expect(done.words).toContain("First due by Monday 13 April 2026");
});

test("where hours count, the time of day is asked too", async () => {
	id = await challenge(partnership, { urgency: "urgent" });
	await toLevel(partnership, id, "reply");
	const asked = await office.open(path("extend"));
	expect(asked.words).toContain("is due by 10am on Friday 27 March 2026");
	expect(asked.form["act.new-date-time"]).toEqual([""]);
	const check = await office.send(asked, {
		...day("27", "3"),
		"act.new-date-time": "4pm",
		...because,
	});
	expect(check.words).toContain("It will be due by 4pm on Friday 27 March 2026");
});

describe("a time limit of no one step", () => {
	test("stands on the difference with who is held to it and why then, and can be moved", async () => {
		const seen = await page("businessUnit");
		expect(seen.words).toContain("Time limits");
		expect(seen.words).toContain("The whole challenge is settled . The Business Unit sees to it.");
		expect(seen.words).toContain("By Thursday 21 May 2026");
		expect(seen.words).toContain("It was raised, at 10am on Thursday 26 March");
		expect(seen.body).toContain(`href="${path("extend", "whole")}"`);
		const asked = await office.open(path("extend", "whole"));
		const check = await office.send(asked, { ...day("28", "5"), ...because });
		const done = await office.send(check);
		expect(done.words).toContain("First due by Thursday 21 May 2026");
		expect((await page("teamManager")).words).toContain("By Thursday 28 May 2026");
	});

	test("is listed for whoever is held to it, and for nobody else", async () => {
		const work = await office.open("/");
		expect(work.words).toContain("The whole challenge is settled");
		expect(work.words).toContain("Due in 56 days");
		const desk = await office.open("/business-unit");
		expect(desk.words).toContain(
			"The whole challenge is settled Since today Due in 56 days 21 May 2026",
		);
		for (const name of ["teacher", "headteacher", "teamManager"] as const) {
			const theirs = await partnership.visitor(partnership.people[name]);
			expect((await theirs.open("/")).words).not.toContain("The whole challenge");
		}
	});

	test("that stands still is late for nobody, in any list", async () => {
		await office.send(await office.open(path("pause", "whole")), because);
		partnership.at("2026-06-26T10:00");
		const work = await office.open("/");
		expect(work.words).toContain("Time stands still");
		const desk = await office.open("/business-unit");
		expect(desk.words).toContain("The whole challenge is settled 92 days Time stands still");
		await doStep(partnership, id, partnership.people.teamManager, "reply.reply", "replied", {
			answer: said("reply"),
		});
		partnership.at("2026-06-29T10:00");
		const late = await office.open("/differences?overdue=yes");
		expect(late.words).not.toContain("Overdue by");
	});
});

test("what goes on beside the stages stands in a part of its own", async () => {
	await office.send(await office.open(`/differences/${id}/moves/mediate`));
	const seen = await page("businessUnit");
	expect(seen.words).toContain("Alongside");
	expect(seen.words.indexOf("Alongside")).toBeGreaterThan(
		seen.words.indexOf("reply to the challenge"),
	);
	const step = await office.open(`/differences/${id}/steps/beside.mediation`);
	expect(step.words).toContain("Alongside Offer mediation");
	const done = await office.send(step);
	expect(done.words).not.toContain("Alongside");
	expect(done.words).toContain("reply to the challenge");
});
