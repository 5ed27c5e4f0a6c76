import { beforeAll, describe, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForAll } from "../../../../test/support/office.ts";
import {
	doMove,
	doStep,
	raiseByTeacher,
	referenceOf,
	toFormal,
} from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { letTimePass } from "../../../actions/change-difference.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";

const partnership = officeForAll();
const { read, words: wordsOf } = partnership;
const made = {} as Record<
	"late" | "awaiting" | "answered" | "executive" | "closed" | "unsigned" | "received",
	string
>;

const raised = async (until: Parameters<typeof toFormal>[2]) => {
	const id = await raiseByTeacher(partnership);
	await toFormal(partnership, id, until);
	return id;
};

beforeAll(async () => {
	const { at, people } = partnership;
	at("2026-03-16T10:00");
	made.late = await raised("forward");
	at("2026-03-30T10:00");
	made.awaiting = await raised("forward");
	made.answered = await raised("respond");
	made.executive = await raised("respond");
	await doMove(partnership, made.executive, people.director, "ask-the-executive", {
		"exceptional-reason": "Neither side will move",
	});
	made.closed = await raised("respond");
	await doStep(
		partnership,
		made.closed,
		people.headteacher,
		"formal-resolution.consider",
		"resolved",
		{ satisfied: "A visit each week" },
	);
	made.unsigned = await raised("raise");
	at("2026-03-31T15:00");
	made.received = await raised("sign-off");
	at("2026-04-01T09:00");
	await letTimePass(
		partnership.app,
		made.late,
		await partnershipClock(partnership.app, partnership.db, partnership.partnershipId),
	);
});

test("the desk shows each form where something must be done about it, with what and by when", async () => {
	const words = await wordsOf(partnership.people.businessUnit, "/business-unit");
	const row = async (id: string, rest: string) =>
		expect(words).toContain(`${await referenceOf(partnership, id)} ${rest}`);
	const ended = "Oakfield Primary School Combe Children’s Social Care";
	const between = (tag = "") =>
		`${tag}Canary Child Oakfield Primary School with Combe Children’s Social Care Application of thresholds`;
	await row(
		made.received,
		`${between()} Send the form to Combe Children’s Social Care : ${await referenceOf(partnership, made.received)} 1 working day Due tomorrow 2 Apr 2026`,
	);
	await row(
		made.late,
		`${between()} Waiting for Grace Lund: Answer in part two of the form Follow up the late response`,
	);
	expect(words).toContain("12 working days Overdue by 2 working days 30 Mar 2026");
	await row(made.awaiting, `${between()} Waiting for Grace Lund: Answer in part two of the form`);
	expect(words).toContain("2 working days 8 working days left 15 Apr 2026");
	await row(
		made.answered,
		`${between()} Waiting for a senior manager of Oakfield Primary School: Say whether`,
	);
	await row(made.executive, `${between()} Waiting for the SSCP Executive: Decide`);
	await row(made.closed, `${between()} Record what was learned`);
	await row(made.closed, `${ended} 30 Mar 2026 Resolved`);
	expect(words.indexOf("Urgent: not safe")).toBeLessThan(words.indexOf("Received, to be sent on"));
});

test("a form whose time stands still is late for nobody", async () => {
	const { db } = partnership;
	await db
		.updateTable("clock")
		.set({ state: "paused" })
		.where("difference_id", "=", made.late)
		.where("state", "=", "ran-out")
		.execute();
	const words = await wordsOf(partnership.people.businessUnit, "/business-unit");
	await db
		.updateTable("clock")
		.set({ state: "ran-out" })
		.where("difference_id", "=", made.late)
		.where("state", "=", "paused")
		.execute();
	expect(words).not.toContain("Urgent");
	expect(words).toContain(
		"Waiting for Grace Lund: Answer in part two of the form 12 working days Time stands still",
	);
	// The step that was opened when the time ran out is a duty of its own.
	expect(words).toContain("Follow up the late response");
});

test("what can be done is one link away", async () => {
	const { body } = await read(partnership.people.businessUnit, "/business-unit");
	expect(body).toContain(`href="/differences/${made.received}/steps/formal-resolution.forward"`);
	expect(body).toContain(`href="/differences/${made.late}/steps/formal-resolution.follow-up"`);
});

test("a form that nobody has signed is unknown to the desk and to the log", async () => {
	const reference = await referenceOf(partnership, made.unsigned);
	for (const url of ["/business-unit", "/business-unit/log", "/business-unit/log.csv"])
		expect((await read(partnership.people.businessUnit, url)).body).not.toContain(reference);
});

test("a form that was followed up and is still late can be followed up again", async () => {
	const { people } = partnership;
	await doStep(
		partnership,
		made.late,
		people.businessUnit,
		"formal-resolution.follow-up",
		"followed-up",
		{ "followed-up-how": "Rang the director’s office" },
	);
	const { body } = await read(people.businessUnit, "/business-unit");
	expect(body).toContain(`href="/differences/${made.late}/moves/follow-up-again"`);
	const log = await wordsOf(people.businessUnit, "/business-unit/log");
	expect(log).toContain("30 Mar 2026 Not yet, 2 working days late, followed up 1 time");
});

test("the log tells when a form was received, sent on and to whom, due and answered, and how it ended", async () => {
	const words = await wordsOf(partnership.people.businessUnit, "/business-unit/log");
	expect(words).toContain("Showing 1 to 6 of 6 forms");
	expect(words).toContain(
		`${await referenceOf(partnership, made.closed)} Oakfield Primary School Combe Children’s Social Care 30 Mar 2026 30 Mar 2026, to Grace Lund 15 Apr 2026 30 Mar 2026 Resolved`,
	);
	expect(words).toContain("31 Mar 2026 Not yet");
});

test("the log is taken away as CSV without any child’s name or sentence of the story", async () => {
	const answer = await read(partnership.people.businessUnit, "/business-unit/log.csv");
	expect(answer.headers["content-disposition"]).toBe(
		'attachment; filename="log-of-forms-2026-04-01.csv"',
	);
	const [head, ...rows] = answer.body.trim().split("\r\n");
	expect(head).toContain("Reference,Raised by,With,About,Received");
	expect(rows).toHaveLength(6);
	expect(answer.body).not.toContain("Canary");
});

test("nobody but the Business Unit has a desk or a log", async () => {
	const { people } = partnership;
	for (const person of [people.headteacher, people.executive, people.director])
		for (const url of ["/business-unit", "/business-unit/log", "/business-unit/log.csv"])
			expect((await read(person, url)).statusCode).toBe(404);
});

test("both pages are valid HTML", async () => {
	for (const url of ["/business-unit", "/business-unit/log"])
		expect(await faultsIn((await read(partnership.people.businessUnit, url)).body)).toEqual([]);
});

describe("the log of a protocol that says by what to count", () => {
	const partnership = officeForAll({ at: "2026-03-26T10:00", make: challengePartnership });
	const { read, words: wordsOf } = partnership;

	beforeAll(async () => {
		for (const locality of ["north", "south"])
			await toLevel(partnership, await challenge(partnership, { locality }), "reply");
	});

	test("what the protocol counts by stands in the log, a column each, in words", async () => {
		const words = await wordsOf(partnership.people.businessUnit, "/business-unit/log");
		expect(words).toContain("Where does the person live?");
		expect(words).toContain("Level 2: Reply South In the usual time");
		expect(words).toContain("Level 2: Reply North In the usual time");
	});

	test("and in its file", async () => {
		const { body } = await read(partnership.people.businessUnit, "/business-unit/log.csv");
		const [head = "", ...rows] = body.split("\r\n");
		expect(head).toContain(",About,Where does the person live?,How urgent is it?,");
		expect(rows.filter((row) => row.includes(",North,In the usual time,"))).toHaveLength(1);
	});
});
