import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { testKeys } from "../../test/support/keys.ts";
import { officeForEach } from "../../test/support/office.ts";
import {
	doMove,
	doStep,
	freshKey,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	respond,
	type TestPartnership,
	withWholeLimit,
} from "../../test/support/partnership.ts";
import { type ChangeOfClock, changeClock } from "../domain/difference/acts/change-clock.ts";
import { compose } from "../mail/notices/compose.ts";
import { notice } from "../mail/notices/notice.ts";
import { calendarLibrary } from "../store/calendars.ts";
import { connect } from "../store/connect.ts";
import { transact } from "../store/db.ts";
import { listMailbox } from "../store/messages.ts";
import { findPartnership } from "../store/partnerships.ts";
import { protocolLibrary } from "../store/protocols.ts";
import { eachToRemind, listToRemind, type ToRemind } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { chooseDeputies, enterAbsence } from "./arrange-absence.ts";
import { applyCalendarChange, proposeCalendarChange } from "./change-calendar.ts";
import { changeDifference } from "./change-difference.ts";
import { openDifference } from "./open-difference.ts";
import { addressOf } from "./own-address.ts";
import { remindersToCome } from "./reminders-to-come.ts";
import { sendMessage } from "./send-message.ts";
import { setDigest } from "./set-digest.ts";
import { setWorkingHours } from "./set-working-hours.ts";
import { sweep } from "./sweep.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

type Who = keyof TestPartnership["people"];

/** Raised, filled in, signed and forwarded in one morning: the director's response is due on Wednesday 15 April 2026. */
const forwarded = () => raisedTo(partnership, "forward");

/** The clock moves to each moment in turn, and the sweep runs. */
async function live(...moments: string[]): Promise<void> {
	for (const moment of moments) {
		partnership.at(moment);
		await sweep(partnership.app, partnership.partnershipId);
	}
}

/** Nine o'clock of each day, also of days that are not worked. */
const mornings = (from: string, until: string): string[] => {
	const days: string[] = [];
	for (
		let day = Temporal.PlainDate.from(from);
		Temporal.PlainDate.compare(day, until) <= 0;
		day = day.add({ days: 1 })
	)
		days.push(`${day}T09:00`);
	return days;
};

const all = async () =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 1000)).reverse();

/** What somebody was reminded of, in order: the day and the kind of the message. */
const remindersOf = async (person: Who) =>
	(await all())
		.filter(
			({ toPerson, kind }) =>
				toPerson === partnership.people[person].id && /^reminder|^several|^each-morning/.test(kind),
		)
		.map(({ kind, createdAt }) => `${createdAt.slice(5, 10)} ${kind}`);

const changeDate = (difference: string, change: Pick<ChangeOfClock, "how" | "until">) =>
	changeDifference(
		partnership.app,
		{ difference, by: partnership.people.businessUnit, key: freshKey() },
		(rules, before, now) =>
			changeClock(
				rules,
				before,
				{
					...change,
					clock: "formal-resolution.respond",
					answers: { "reason-for-change": "The writer of the answer is ill." },
				},
				partnership.people.businessUnit,
				now,
			),
	);

test("whoever must sign is reminded, also while they stand in for the one who wrote the form and may not", async () => {
	const { app, people } = partnership;
	await chooseDeputies(app, people.teacher, people.teacher.id, [people.headteacher.id]);
	await enterAbsence(app, people.teacher, people.teacher.id, {
		from: "2026-03-30",
		until: "2026-04-24",
	});
	const _difference = await raisedTo(partnership, "raise");
	await setDigest(app, people.headteacher, "each-morning");
	await setDigest(app, people.teacher, "each-morning");
	await live("2026-03-31T09:00");
	expect(await remindersOf("headteacher")).toEqual(["03-31 each-morning"]);
	expect(await remindersOf("teacher")).toEqual([]);
});

test("a reminder carries the reference, what is owed and by when, and leads to the difference", async () => {
	const difference = await forwarded();
	await live("2026-04-13T09:00");
	const [message] = (await all()).filter(({ kind }) => kind === "reminder-before");
	const { subject, text } = compose(notice.parse(message?.notice));
	expect(subject).toBe(
		`Reminder: ${await referenceOf(partnership, difference)}: answer in part two of the form, by Wednesday 15 April 2026`,
	);
	expect(text).toContain(
		"You need to answer in part two of the form by the end of Wednesday 15 April 2026.",
	);
	const here = await findPartnership(partnership.app.db, partnership.partnershipId);
	if (!here) throw new Error("There is one");
	expect(text).toContain(`${addressOf(partnership.app, here)}/differences/${difference}\n`);
	expect(message).toMatchObject({
		differenceId: difference,
		toPerson: partnership.people.director.id,
	});
});

describe("in the hours of the partnership only", () => {
	const set = (from: string, until: string) =>
		setWorkingHours(partnership.app, partnership.people.administrator, {
			from,
			until,
		});

	test("which it sets itself; what was planned by the old ones goes by the new ones", async () => {
		await forwarded();
		await set("10:00", "16:00");
		await live("2026-04-10T10:00", "2026-04-13T09:00", "2026-04-13T09:59");
		expect(await remindersOf("director")).toEqual([]);
		await live("2026-04-13T10:00");
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before"]);
		await set("08:00", "16:00");
		await live("2026-04-14T08:00", "2026-04-15T08:00");
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before", "04-15 reminder-due"]);
	});

	test("and in those of working days: not at night, at a weekend or on a bank holiday", async () => {
		await forwarded();
		await live(
			"2026-04-15T23:59",
			"2026-04-16T00:01",
			"2026-04-16T08:59",
			"2026-04-16T17:00",
			"2026-04-18T10:00",
		);
		expect(await remindersOf("director")).toEqual([]);
		await live("2026-04-20T09:00", "2026-05-04T10:00");
		expect(await remindersOf("director")).toEqual(["04-20 reminder-late"]);
	});
});

describe("to the accountable person", () => {
	test("and to whoever stands in while they are away, of what was called for before as well", async () => {
		const { app, people } = partnership;
		await forwarded();
		await live("2026-04-13T09:00");
		await chooseDeputies(app, people.director, people.director.id, [people.teamManager.id]);
		await enterAbsence(app, people.director, people.director.id, {
			from: "2026-04-13",
			until: "2026-04-14",
		});
		await live("2026-04-13T09:01", "2026-04-14T09:00", "2026-04-15T09:00");
		expect(await remindersOf("teamManager")).toEqual(["04-13 reminder-before"]);
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before", "04-15 reminder-due"]);
	});

	test("and, when they have left, to those who answer in the same role", async () => {
		const { people, agencies } = partnership;
		await forwarded();
		await partnership.db
			.updateTable("person")
			.set({ left_at: "2026-04-01T10:00:00Z" })
			.where("id", "=", people.director.id)
			.execute();
		await partnership.db
			.updateTable("person")
			.set({ agency_id: agencies.socialCare })
			.where("id", "=", people.officer.id)
			.execute();
		await live("2026-04-13T09:00");
		expect(await remindersOf("director")).toEqual([]);
		expect(await remindersOf("officer")).toEqual(["04-13 reminder-before"]);
	});
});

describe("it stops", () => {
	test("when the thing is done", async () => {
		const difference = await forwarded();
		await live("2026-04-13T09:00");
		partnership.at("2026-04-14T10:00");
		await respond(partnership, difference);
		await live(...mornings("2026-04-14", "2026-05-15"));
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before"]);
	});

	test("while the clock stands still; once it runs on, the new date is reminded of", async () => {
		const difference = await forwarded();
		await live("2026-04-13T09:00");
		partnership.at("2026-04-13T12:00");
		await changeDate(difference, { how: "pause" });
		await live(...mornings("2026-04-14", "2026-04-29"));
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before"]);
		partnership.at("2026-04-30T12:00");
		await changeDate(difference, { how: "resume" });
		await live("2026-04-30T12:01");
		await live(...mornings("2026-05-01", "2026-05-08"));
		// 13 working days more: due on Tuesday 5 May, after the bank holiday of 4 May.
		const owed = await listToRemind(partnership.db, partnership.partnershipId, {
			differences: [difference],
		});
		expect(owed.map(({ dueAt }) => dueAt?.slice(0, 10))).toContain("2026-05-05");
		expect(await remindersOf("director")).toEqual([
			"04-13 reminder-before",
			"04-30 reminder-before",
			"05-05 reminder-due",
			"05-06 reminder-late",
			"05-08 reminder-late",
		]);
	});

	test("and begins anew for a date that was moved", async () => {
		const difference = await forwarded();
		await live("2026-04-13T09:00", "2026-04-15T09:00", "2026-04-16T09:00");
		partnership.at("2026-04-16T10:00");
		await changeDate(difference, { how: "extend", until: "2026-04-22" });
		await live(...mornings("2026-04-17", "2026-04-23"));
		expect((await remindersOf("director")).slice(3)).toEqual([
			"04-20 reminder-before",
			"04-22 reminder-due",
			"04-23 reminder-late",
		]);
	});
});

test("a new bank holiday moves the reminders with the date", async () => {
	const { app, people } = partnership;
	await forwarded();
	await live("2026-04-01T09:00");
	const change = await proposeCalendarChange(app, people.administrator, {
		what: "bank-holiday",
		nations: ["england-and-wales"],
		day: "2026-04-14",
		name: "A day of thanks",
		source: "Royal proclamation",
		why: "Royal proclamation",
	});
	await applyCalendarChange(app, people.administrator, change);
	await live(...mornings("2026-04-10", "2026-04-17"));
	expect(await remindersOf("director")).toEqual([
		"04-13 reminder-before",
		"04-16 reminder-due",
		"04-17 reminder-late",
	]);
});

describe("once, whatever happens", () => {
	test("the server dies when the message is queued and nothing is saved yet: the next sweep sends it, once", async () => {
		await forwarded();
		await forwarded();
		const killer = new pg.Client(partnership.databaseUrl());
		await killer.connect();
		const { db } = connect(partnership.databaseUrl(), { most: 2, keys: testKeys });
		const dying: App = {
			...partnership.app,
			db,
			enqueue: async (trx) => {
				const { rows } = await sql<{
					pid: number;
				}>`select pg_backend_pid() as pid`.execute(trx);
				await killer.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
			},
		};
		partnership.at("2026-04-13T09:00");
		await expect(sweep(dying, partnership.partnershipId)).rejects.toThrow();
		expect(await remindersOf("director")).toEqual([]);
		await live("2026-04-13T09:01", "2026-04-13T09:02");
		expect(await remindersOf("director")).toEqual(["04-13 several"]);
		await db.destroy();
		await killer.end();
	});

	test("several schedulers at once, each with its own connections", async () => {
		await forwarded();
		const others = [1, 2, 3].map(() => {
			const { db } = connect(partnership.databaseUrl(), { most: 2, keys: testKeys });
			return {
				...partnership.app,
				db,
				protocols: protocolLibrary(),
				calendars: calendarLibrary(),
				files: { limits: { megabytes: 25, perAct: 10 } },
			};
		});
		for (const moment of ["2026-04-13T09:00", "2026-04-15T09:00"]) {
			partnership.at(moment);
			await Promise.all(others.map((app) => sweep(app, partnership.partnershipId)));
		}
		for (const { db } of others) await db.destroy();
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before", "04-15 reminder-due"]);
	});

	test("somebody is acting on a difference just then: the sweep does not wait, and looks at it the next time", async () => {
		const difference = await forwarded();
		await live("2026-04-10T09:00");
		await transact(partnership.db, async (trx) => {
			await trx
				.selectFrom("difference")
				.where("id", "=", difference)
				.select("id")
				.forUpdate()
				.execute();
			await live("2026-04-13T09:00");
		});
		expect(await remindersOf("director")).toEqual([]);
		await live("2026-04-13T09:01", "2026-04-13T09:02");
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before"]);
	});

	test("an outage of two weeks yields one message for all that was missed", async () => {
		await forwarded();
		await forwarded();
		await live("2026-04-10T09:00", "2026-04-29T09:00", "2026-04-29T09:01");
		expect(await remindersOf("director")).toEqual(["04-29 several"]);
	});

	test("a sweep leaves nothing to look at until the next moment at which something may go", async () => {
		await forwarded();
		await live("2026-04-10T09:00");
		const looked = (now: string) =>
			listToRemind(partnership.db, partnership.partnershipId, { now });
		expect(await looked("2026-04-13T07:59:59Z")).toEqual([]);
		expect(await looked("2026-04-13T08:00:00Z")).toHaveLength(1);
	});
});

test("all that is owed, gone through in pieces by several at once, is what is owed", async () => {
	for (let nth = 0; nth < 3; nth++) await forwarded();
	const { db, partnershipId } = partnership;
	const owed = await listToRemind(db, partnershipId);
	expect(owed.length).toBeGreaterThan(2);
	const byKey = (all: ToRemind[]) =>
		all.toSorted((a, b) =>
			`${a.differenceId} ${a.owed}`.localeCompare(`${b.differenceId} ${b.owed}`),
		);
	await transact(db, async (trx) => {
		const inPieces = [1, 2, 100].map((size) =>
			Array.fromAsync(eachToRemind(trx, partnershipId, size)),
		);
		for (const pieces of await Promise.all(inPieces))
			expect(byKey(pieces.flat())).toEqual(byKey(owed));
	});
});

describe("an outage of mail", () => {
	/** Sends everything that waits; what was sent, by subject without the reference. */
	async function mailIsBack(): Promise<string[]> {
		const subjects: string[] = [];
		partnership.app.mail = {
			send: async ({ subject }) => {
				subjects.push(subject.replace(/C\d+-\w+/, "X"));
			},
		};
		for (const { id } of await all()) await sendMessage(partnership.app, id);
		return subjects.filter((subject) => /^Reminder|^Due|^Overdue/.test(subject));
	}

	test("yields the latest reminder, not all of them", async () => {
		await forwarded();
		await live("2026-04-13T09:00", "2026-04-15T09:00", "2026-04-16T09:00");
		expect(await mailIsBack()).toEqual(["Overdue: X: answer in part two of the form"]);
	});

	test("yields none of what was done meanwhile", async () => {
		const difference = await forwarded();
		await live("2026-04-13T09:00");
		await respond(partnership, difference);
		expect(await mailIsBack()).toEqual([]);
		expect((await all()).map(({ state }) => state)).toContain("not-needed");
		expect((await all()).filter(({ state }) => state === "waiting")).toEqual([]);
	});
});

describe("a time limit that no one step is held to", () => {
	test("is reminded of before it ends, on the day and while it is late, and of no more once it ended", async () => {
		await withWholeLimit(partnership);
		const difference = await forwarded();
		partnership.at("2026-04-10T12:00");
		await respond(partnership, difference);
		// 20 working days from 30 March: Wednesday 29 April.
		await live(...mornings("2026-04-13", "2026-05-05"));
		expect(await remindersOf("businessUnit")).toEqual([
			"04-27 reminder-before",
			"04-29 reminder-due",
			"04-30 reminder-late",
			"05-05 reminder-late",
		]);
		const [first] = (await all()).filter(
			({ toPerson, kind }) =>
				kind === "reminder-before" && toPerson === partnership.people.businessUnit.id,
		);
		const { subject, text } = compose(notice.parse(first?.notice));
		expect(subject).toMatch(/^Reminder: C\d+-\w+: get this done, by Wednesday 29 April 2026$/);
		expect(text).toContain(
			"You need to get this done by the end of Wednesday 29 April 2026.\n\nTo be done: Settle it within 20 working days\n\nWhere it stands: Stage 3: Formal resolution. Oakfield Primary School raised it with Combe Children’s Social Care.\n",
		);
		partnership.at("2026-05-05T12:00");
		await doStep(
			partnership,
			difference,
			partnership.people.headteacher,
			"formal-resolution.consider",
			"not-resolved",
			{ outstanding: "No visit yet" },
		);
		await live(...mornings("2026-05-06", "2026-05-29"));
		expect(await remindersOf("businessUnit")).toHaveLength(5 - 1);
	});

	test("is nobody's before its side knows of the difference", async () => {
		await withWholeLimit(partnership);
		const difference = await raiseByTeacher(partnership);
		await doMove(partnership, difference, partnership.people.teacher, "straight-to-formal", {
			"skip-reason": "He cannot wait",
		});
		await live(...mornings("2026-04-24", "2026-05-08"));
		expect(await remindersOf("businessUnit")).toEqual([]);
		const { people } = partnership;
		const opened = await openDifference(partnership.app, people.teacher, difference, "difference");
		if (!opened) throw new Error("gone");
		expect(
			(await remindersToCome(partnership.app, people.teacher, opened)).map(({ owed }) => owed),
		).toEqual(["formal-resolution.raise"]);
	});
});

describe("one message each morning, for who wants it so", () => {
	test("with all that they owe, on each working day; reminders of single things stay away until they are asked for again", async () => {
		const { app, people } = partnership;
		await forwarded();
		await setDigest(app, people.director, "each-morning");
		await live("2026-03-30T10:01", "2026-03-31T08:00");
		expect(await remindersOf("director")).toEqual([]);
		await live("2026-03-31T09:00", "2026-03-31T09:01", "2026-03-31T15:00");
		expect(await remindersOf("director")).toEqual(["03-31 each-morning"]);
		await live(...mornings("2026-04-02", "2026-04-07"));
		await forwarded();
		await live("2026-04-13T11:00", "2026-04-13T11:01");
		expect((await remindersOf("director")).slice(1)).toEqual([
			"04-02 each-morning",
			"04-07 each-morning",
			"04-13 each-morning",
		]);
		const { subject, text } = compose(notice.parse((await all()).at(-1)?.notice));
		expect(subject).toBe("2 things for you to do, the first by Wednesday 15 April 2026");
		expect(
			text.match(
				/\* C\d+-\w+, raised by Oakfield Primary School with Combe Children’s Social Care, Stage 3: Formal resolution: answer/g,
			),
		).toHaveLength(2);
		await setDigest(app, people.director, "as-they-come");
		await live("2026-04-14T09:00", "2026-04-15T09:00");
		expect((await remindersOf("director")).slice(4)).toEqual([
			"04-14 reminder-before",
			"04-15 reminder-due",
		]);
	});

	test("nothing on a day on which they owe nothing, and colleagues are reminded as before", async () => {
		const { app, people } = partnership;
		await setDigest(app, people.teacher, "each-morning");
		await setDigest(app, people.headteacher, "each-morning");
		const difference = await forwarded();
		await live(...mornings("2026-04-09", "2026-04-13"));
		expect(await remindersOf("teacher")).toEqual([]);
		expect(await remindersOf("headteacher")).toEqual([]);
		expect(await remindersOf("director")).toEqual(["04-13 reminder-before"]);
		await respond(partnership, difference);
		await live("2026-04-14T09:00");
		expect(await remindersOf("headteacher")).toEqual(["04-14 each-morning"]);
	});
});

describe("what the page shows before it goes", () => {
	const shown = async (person: Who, difference: string) => {
		const { app, people } = partnership;
		const opened = await openDifference(app, people[person], difference, "difference");
		if (!opened) throw new Error("Not theirs to see");
		return remindersToCome(app, people[person], opened);
	};

	test("is what goes, to the minute and to nobody else", async () => {
		const difference = await forwarded();
		await live("2026-03-31T09:00");
		const [plan] = await shown("director", difference);
		expect(plan?.singly.map(({ name }) => name)).toEqual(["Grace Lund"]);
		const planned = plan?.plan.coming.map(({ at }) => at.toInstant().toString());
		const before = (await all()).length;
		for (const morning of mornings("2026-04-01", "2026-04-16"))
			await live(
				morning.replace("09:00", "08:59"),
				morning,
				morning.replace("09:00", "12:00"),
				morning.replace("09:00", "16:59"),
			);
		expect(
			(await all())
				.slice(before)
				.filter(({ kind }) => kind.startsWith("reminder"))
				.map(({ createdAt }) => Temporal.Instant.from(createdAt).toString()),
		).toEqual(planned);
		expect(await remindersOf("director")).toHaveLength(3);
	});

	test("says what went already no more, and knows by name only the reader's own side and who was named", async () => {
		const difference = await forwarded();
		await live("2026-04-13T09:00");
		const [plan] = await shown("director", difference);
		expect(plan?.plan.coming.map(({ rule }) => rule)).toEqual(["due", "late-0"]);
		expect(plan?.named).toBe(true);
		const [others] = await shown("headteacher", difference);
		expect(others?.plan).toEqual(plan?.plan);
		expect(others?.named).toBe(false);
	});

	test("is nothing of a clock that stands still", async () => {
		const difference = await forwarded();
		await changeDate(difference, { how: "pause" });
		expect(await shown("director", difference)).toEqual([]);
	});
});
