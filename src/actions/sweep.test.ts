import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import {
	askExecutive,
	doStep,
	freshKey,
	raisedTo,
	respond,
	type TestPartnership,
} from "../../test/support/partnership.ts";
import { compose } from "../mail/notices/compose.ts";
import { notice } from "../mail/notices/notice.ts";
import { listMailbox } from "../store/messages.ts";
import { chooseDeputies, enterAbsence } from "./arrange-absence.ts";
import { makeMove } from "./make-move.ts";
import { sweep } from "./sweep.ts";

const partnership = officeForEach();

const run = () => sweep(partnership.app, partnership.partnershipId);
const mailbox = async () =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 200)).reverse();
const mailTo = async (person: keyof TestPartnership["people"]) =>
	(await mailbox())
		.filter(({ toPerson }) => toPerson === partnership.people[person].id)
		.map(({ kind }) => kind);

/** Raised, filled in, signed and forwarded in one morning: the response is due on Wednesday 15 April 2026. */
async function forwarded(): Promise<string> {
	partnership.at("2026-03-30T10:00");
	return raisedTo(partnership, "forward");
}

describe("who is told at once", () => {
	test("each whose turn it is, agency A when its form comes and is sent on, and nobody of what they did themselves", async () => {
		await forwarded();
		expect(await mailTo("headteacher")).toEqual(["your-turn", "received", "acknowledged"]);
		expect(await mailTo("businessUnit")).toEqual(["your-turn"]);
		expect(await mailTo("teacher")).toEqual(["received", "acknowledged"]);
		expect(await mailTo("director")).toEqual(["sent-to-you"]);
		expect(await mailTo("socialWorker")).toEqual([]);
	});

	// Signed and forwarded on Monday 30 March 2026, before Easter: the two working days end on 1 April, the ten on 15 April.
	test("agency A by when it is sent on, and then to whom, by name and post, and by when they must answer", async () => {
		await forwarded();
		const { people } = partnership;
		const told = (await mailbox())
			.filter(({ toPerson }) => toPerson === people.teacher.id)
			.map((message) => compose(notice.parse(message.notice)).text);
		expect(told[0]).toContain(
			"needs to send the form to Combe Children’s Social Care by the end of Wednesday 1 April 2026 (2 working days).",
		);
		expect(told[0]).toContain(`${people.director.agencyName} then has 10 working days to respond.`);
		expect(told[1]).toContain(
			`We sent it to ${people.director.name} (${people.director.jobTitle}) of ${people.director.agencyName} on Monday 30 March 2026. They have until the end of Wednesday 15 April 2026 to respond.`,
		);
	});

	test("agency A’s senior managers that it is their turn, when the response has come", async () => {
		const difference = await forwarded();
		await respond(partnership, difference);
		expect((await mailTo("headteacher")).at(-1)).toBe("your-turn");
		expect((await mailTo("teacher")).at(-1)).toBe("response-received");
	});

	test("both sides and the Business Unit when it is decided", async () => {
		const difference = await forwarded();
		await respond(partnership, difference);
		const { people } = partnership;
		await askExecutive(partnership, difference);
		await doStep(partnership, difference, people.executive, "executive.decide", "decided", {
			"panel-members": [
				{
					who: { id: people.executive.id },
					agency: people.executive.agencyId,
					as: "",
					interest: "",
				},
			],
			"decided-at": "2026-03-30T09:00",
			decision: "A visit this week",
			"decision-reasons": "The child must be seen",
		});
		for (const person of ["teacher", "headteacher", "director"] as const)
			expect((await mailTo(person)).at(-1)).toBe("decided");
		expect(await mailTo("businessUnit")).toContain("decided");
	});
});

describe("who is told how it goes on", () => {
	const lastTo = async (person: keyof TestPartnership["people"]) => {
		const last = (await mailbox()).findLast(
			({ toPerson }) => toPerson === partnership.people[person].id,
		);
		return compose(notice.parse(last?.notice)).subject.replace(/^\S+: /, "");
	};

	test("both sides and the office when it goes to the Executive; whoever was ever asked, when it is withdrawn", async () => {
		const difference = await forwarded();
		await respond(partnership, difference);
		await askExecutive(partnership, difference);
		for (const person of ["teacher", "director", "businessUnit"] as const)
			expect(await lastTo(person), person).toBe("the SSCP Executive is asked to decide");
		expect(await mailTo("executive")).toEqual(["your-turn"]);
		await makeMove(
			partnership.app,
			{ difference, by: partnership.people.headteacher, key: freshKey() },
			{ move: "withdraw-signed", answers: { "withdrawal-reason": "It is settled." } },
		);
		for (const person of ["teacher", "director", "businessUnit", "executive"] as const)
			expect(await lastTo(person), person).toBe("closed: withdrawn");
	});

	test("agency A when the answer is late, and that it is followed up", async () => {
		await forwarded();
		partnership.at("2026-04-16T09:00");
		await run();
		expect(await lastTo("teacher")).toBe("Combe Children’s Social Care is late");
		expect(await mailTo("businessUnit")).toContain("follow-up");
	});
});

describe("reminders", () => {
	test("go once for each rule, however often the sweep runs, and stop when the thing is done", async () => {
		const difference = await forwarded();
		const remindersOf = async () =>
			(await mailTo("director")).filter((kind) => kind.startsWith("reminder"));
		for (const moment of [
			"2026-04-10T09:00",
			"2026-04-13T09:00",
			"2026-04-13T09:01",
			"2026-04-14T12:00",
		]) {
			partnership.at(moment);
			await run();
		}
		expect(await remindersOf()).toEqual(["reminder-before"]);
		partnership.at("2026-04-15T09:00");
		await run();
		partnership.at("2026-04-16T09:00");
		await run();
		expect(await remindersOf()).toEqual(["reminder-before", "reminder-due", "reminder-late"]);
		await respond(partnership, difference);
		partnership.at("2026-04-24T09:00");
		await run();
		expect(await remindersOf()).toHaveLength(3);
	});

	test("an outage of two weeks yields one message, not a burst; nobody is reminded at night", async () => {
		await forwarded();
		partnership.at("2026-04-29T03:00");
		await run();
		expect(await mailTo("director")).toEqual(["sent-to-you"]);
		partnership.at("2026-04-29T09:00");
		await run();
		expect(await mailTo("director")).toEqual(["sent-to-you", "reminder-late"]);
	});

	test("several for one person become one message", async () => {
		await forwarded();
		await forwarded();
		partnership.at("2026-04-13T09:00");
		expect((await run()).reminded).toBeGreaterThan(0);
		expect((await mailTo("director")).filter((kind) => kind !== "sent-to-you")).toEqual([
			"several",
		]);
	});

	test("killed between the queueing and the end of it all, a sweep has sent nothing, and the next sends once", async () => {
		await forwarded();
		partnership.at("2026-04-13T09:00");
		const { enqueue } = partnership.app;
		partnership.app.enqueue = async (trx, jobs) => {
			await enqueue(trx, jobs);
			partnership.queued.length = 0;
			await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
		};
		await expect(run()).rejects.toThrow(/terminat/);
		partnership.app.enqueue = enqueue;
		expect(await mailTo("director")).toEqual(["sent-to-you"]);
		await run();
		await run();
		expect(await mailTo("director")).toEqual(["sent-to-you", "reminder-before"]);
		// The other is to the office: the report on the period that ended in March waits as a draft.
		expect(partnership.queued).toHaveLength(2);
	});

	test("go to whoever stands in as well, while somebody is away", async () => {
		await forwarded();
		const { app, people } = partnership;
		await chooseDeputies(app, people.director, people.director.id, [people.teamManager.id]);
		partnership.at("2026-04-10T16:00");
		await enterAbsence(app, people.director, people.director.id, {
			from: "2026-04-13",
			until: "2026-04-14",
		});
		for (const moment of ["2026-04-13T09:00", "2026-04-15T09:00"]) {
			partnership.at(moment);
			await run();
		}
		expect(await mailTo("teamManager")).toEqual(["reminder-before"]);
		expect(await mailTo("director")).toEqual(["sent-to-you", "reminder-before", "reminder-due"]);
	});

	test("go to whoever answers in the role for somebody who has left", async () => {
		await forwarded();
		const { people } = partnership;
		await sql`update person set left_at = now() where id = ${people.director.id}`.execute(
			partnership.db,
		);
		await sql`update person set level = 'senior-manager' where id = ${people.teamManager.id}`.execute(
			partnership.db,
		);
		partnership.at("2026-04-13T09:00");
		await run();
		expect(await mailTo("director")).toEqual(["sent-to-you"]);
		expect(await mailTo("teamManager")).toEqual(["reminder-before"]);
	});

	test("two sweeps at the same moment send each once", async () => {
		await forwarded();
		partnership.at("2026-04-13T09:00");
		await Promise.all([run(), run(), run()]);
		expect(await mailTo("director")).toEqual(["sent-to-you", "reminder-before"]);
	});
});

test("when the response is late, the Business Unit is asked to follow up, once", async () => {
	await forwarded();
	partnership.at("2026-04-16T00:00");
	expect(await run()).toEqual({ ranOut: 1, reminded: 0 });
	expect(await run()).toEqual({ ranOut: 0, reminded: 0 });
	expect(await mailTo("businessUnit")).toEqual(["your-turn", "follow-up"]);
});

test("a date that is only shown is noted once when it passes, reminds nobody, and is not looked at every minute", async () => {
	await forwarded();
	await sql`update clock set strength = 'indicative' where state = 'running'`.execute(
		partnership.db,
	);
	partnership.at("2026-04-16T00:00");
	expect(await run()).toEqual({ ranOut: 1, reminded: 0 });
	expect(await run()).toEqual({ ranOut: 0, reminded: 0 });
});

test("one difference that cannot be read keeps nobody else from being reminded, and is not passed over in silence", async () => {
	const broken = await forwarded();
	await forwarded();
	await sql`alter table event disable trigger event_is_append_only`.execute(partnership.db);
	await sql`update event set detail = detail - 'step' where difference_id = ${broken} and type = 'step-done'`.execute(
		partnership.db,
	);
	partnership.at("2026-04-16T09:00");
	await expect(run()).rejects.toThrow("No step");
	expect(await mailTo("businessUnit")).toContain("follow-up");
	expect((await mailTo("director")).at(-1)).toBe("several");
});

test("no message holds a child's name, a theme or a sentence of the story", async () => {
	const difference = await forwarded();
	for (const day of ["13", "15", "16", "20"]) {
		partnership.at(`2026-04-${day}T09:00`);
		await run();
	}
	await respond(partnership, difference);
	const all = await mailbox();
	expect(all.length).toBeGreaterThan(8);
	for (const message of all) {
		const { subject, text, html } = compose(notice.parse(message.notice));
		expect(`${subject}${text}${html}`).not.toMatch(/canary|threshold|2018|straight to/i);
	}
});

// Settled on Wednesday 1 April 2026: three months on is Wednesday 1 July.
test("what is owed only from a later day is opened by the sweep on that day, once, and whoever owes it is told", async () => {
	const difference = await forwarded();
	await respond(partnership, difference);
	partnership.at("2026-04-01T10:00");
	const { headteacher } = partnership.people;
	await doStep(partnership, difference, headteacher, "formal-resolution.consider", "resolved", {
		satisfied: "A visit each week",
	});
	const owed = async () =>
		(
			await partnership.db
				.selectFrom("open_step")
				.where("difference_id", "=", difference)
				.where("step", "like", "%three-months")
				.select("step")
				.execute()
		).length;
	const mails = async () => (await mailTo("teacher")).filter((kind) => kind === "your-turn").length;
	const before = await mails();
	partnership.at("2026-06-30T23:59");
	await run();
	expect(await owed()).toBe(0);
	partnership.at("2026-07-01T00:00");
	await run();
	await run();
	expect(await owed()).toBe(1);
	expect(await mails()).toBe(before + 1);
});

describe("many clocks that run out in one night", () => {
	/** Three answers are due on Wednesday 15 April 2026, and none has come. */
	const late = async () => {
		for (let nth = 0; nth < 3; nth += 1) await forwarded();
		partnership.at("2026-04-16T00:01");
	};
	/** By difference, which clocks ran out. */
	const ranOut = async () => {
		const rows = await partnership.db
			.selectFrom("event")
			.where("type", "=", "clock-ran-out")
			.where("partnership_id", "=", partnership.partnershipId)
			.where("at", ">=", sql<Date>`timestamptz '2026-04-15T22:00Z'`)
			.orderBy("seq")
			.select(["difference_id", sql<string>`detail->>'clock'`.as("clock")])
			.execute();
		return new Map(
			[...Map.groupBy(rows, (row) => row.difference_id)].map(([id, ofEach]) => [
				id,
				ofEach.map(({ clock }) => clock),
			]),
		);
	};
	const theClock = ["formal-resolution.respond"];
	const toldOfIt = async () =>
		(await mailbox()).filter(({ createdAt }) => createdAt >= "2026-04-15T23:00:00.000Z");

	test("are noted one by one though side by side: one that is killed is noted by the next sweep, and each is told of once", async () => {
		await late();
		partnership.queued.length = 0;
		const { enqueue } = partnership.app;
		let sent = 0;
		partnership.app.enqueue = async (trx, jobs) => {
			sent += 1;
			if (sent === 2) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
			await enqueue(trx, jobs);
		};
		await expect(run()).rejects.toThrow(/terminat/);
		partnership.app.enqueue = enqueue;
		const noted = await ranOut();
		expect([...noted.values()]).toEqual([theClock, theClock]);
		const before = await toldOfIt();
		expect(new Set(before.map(({ differenceId }) => differenceId))).toEqual(new Set(noted.keys()));

		await run();
		await run();
		expect([...(await ranOut()).values()]).toEqual([theClock, theClock, theClock]);
		const told = (await toldOfIt()).map(
			({ differenceId, toPerson, kind }) => `${differenceId} ${toPerson} ${kind}`,
		);
		expect(new Set(told).size).toBe(told.length);
		expect(told).toHaveLength((before.length / 2) * 3);
		expect(partnership.queued).toHaveLength(told.length);
	});

	test("two processes that sweep at the same moment note each once", async () => {
		await late();
		await Promise.all([run(), run(), run()]);
		expect([...(await ranOut()).values()]).toEqual([theClock, theClock, theClock]);
	});
});
