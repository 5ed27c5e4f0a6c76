import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rolledBack, type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { deriveAllAgain, derivedRows } from "../../test/support/derived-rows.ts";
import { somersetSource } from "../../test/support/partnership.ts";
import type { App } from "../actions/app.ts";
import { nowIn } from "../actions/partnership-clock.ts";
import { sealUnder } from "../actions/seal.ts";
import { sweepAt } from "../actions/sweep.ts";
import { verifyRecord } from "../actions/verify-record.ts";
import { beside } from "../beside/beside.ts";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { timePasses } from "../domain/difference/consequences/time-passes.ts";
import type { Header, RecordedEvent } from "../domain/difference/difference.ts";
import { isInvented } from "../domain/partnership/invented.ts";
import { sectors } from "../domain/people/viewer.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { londonTime } from "../domain/time.ts";
import { compose } from "../mail/notices/compose.ts";
import { notice } from "../mail/notices/notice.ts";
import { noTransport } from "../mail/transport.ts";
import { calendarLibrary } from "../store/calendars.ts";
import { type Loaded, loadDifference } from "../store/differences.ts";
import { findPartnership } from "../store/partnerships.ts";
import { listDirectory } from "../store/people.ts";
import { protocolLibrary } from "../store/protocols.ts";
import { openTold, selectSealed } from "../store/sealed-narrative.ts";
import { listWork } from "../store/work.ts";
import { partnershipId, pastDifferenceId, personId, stonemereIds } from "./identifiers.ts";
import { actsOf, liveThrough } from "./live-through.ts";
import { peopleIn } from "./people-table.ts";
import { harbourVale, playStories, readPeople } from "./rehearsal-files.ts";
import { seedHarbourVale } from "./seed-rehearsal.ts";
import { playTwoYears } from "./two-years.ts";

/** Making one takes seconds where others use the machine as well. */
const patience = 300_000;

/** One that opened on a Tuesday afternoon. */
let tuesday: { database: TestDatabase; app: App };
beforeAll(async () => {
	const database = await testDatabase();
	tuesday = { database, app: appAt(database, "2026-11-24T14:00:00Z") };
	await seedHarbourVale(tuesday.app, somersetSource);
}, patience);
afterAll(() => tuesday.database.drop());

const appAt = ({ db }: TestDatabase, instant: string): App => ({
	db,
	clock: () => Temporal.Instant.from(instant),
	enqueue: async () => {
		throw new Error("A rehearsal sends nothing while it is made");
	},
	mail: noTransport,
	protocols: protocolLibrary(),
	beside: beside(),
	calendars: calendarLibrary(),
	files: { limits: { megabytes: 25, perAct: 10 } },
	signIn: { seal: sealUnder(["a secret that is only for these tests, and long"]), idleMinutes: 60 },
	rehearsal: true,
	address: "http://127.0.0.1:3000",
});

/** What was raised in the two years before the weeks that are lived through. */
const past = new Set(Array.from({ length: 132 }, (_, nth) => pastDifferenceId(nth)));

const hereIn = async (app: App) => {
	const partnership = await findPartnership(app.db, partnershipId);
	if (!partnership) throw new Error("There is no rehearsal");
	return { partnership, now: nowIn(app, partnership) };
};

/**
 * What every difference of the weeks before owes, as `step` or `step state-of-its-clock`, and how the ended ones ended;
 * of those before that, what any still owes.
 */
async function standings(db: App["db"], now: Temporal.ZonedDateTime): Promise<string[]> {
	const open = await db
		.selectFrom("open_step")
		.leftJoin("clock", (join) =>
			join
				.onRef("clock.difference_id", "=", "open_step.difference_id")
				.onRef("clock.step", "=", "open_step.step")
				.on("clock.state", "in", ["running", "ran-out"]),
		)
		.select(["open_step.step", "clock.due_at", "clock.state"])
		.execute();
	const ended = await db
		.selectFrom("difference")
		.where("status", "=", "ended")
		.where("id", "not in", [...past])
		.select(["ending", "stage"])
		.execute();
	return [
		...open.map(({ step, due_at, state }) => {
			if (!due_at) return step;
			const due = londonTime(due_at.toISOString()).toPlainDate();
			return `${step} ${state === "ran-out" ? "overdue" : due.equals(now.toPlainDate()) ? "due today" : "running"}`;
		}),
		...ended.map(({ ending, stage }) => `${ending} at ${stage}`),
	].sort();
}

const asPlanned = [
	"afterwards.actions running",
	"afterwards.review running",
	"decided at executive",
	"early-resolution.talk",
	"early-resolution.talk",
	"executive.decide",
	"formal-resolution.consider",
	"formal-resolution.follow-up",
	"formal-resolution.forward due today",
	"formal-resolution.forward running",
	"formal-resolution.raise",
	"formal-resolution.respond due today",
	"formal-resolution.respond overdue",
	"formal-resolution.sign-off",
	"informal-resolution.reply due today",
	"informal-resolution.reply overdue",
	"informal-resolution.weigh",
	"resolved at early-resolution",
	"resolved at formal-resolution",
	"resolved at informal-resolution",
	"withdrawn at informal-resolution",
];

/** Each difference stands where it was meant to, and nothing is left for the first sweep to catch up with. */
async function isAsPlanned(app: App) {
	const here = await hereIn(app);
	expect(await standings(app.db, here.now)).toEqual(asPlanned);
	expect(await sweepAt(app, here)).toEqual({ ranOut: 0, reminded: 0 });
}

test("on its opening day every difference stands where it was meant to", () =>
	isAsPlanned(tuesday.app));

/** Who raised it and when, which tells the differences of a rehearsal apart. */
const beginningOf = ({ raisedBy, raisedAt }: Header): string =>
	`${raisedBy} ${sameInstant(raisedAt)}`;

/** The database writes milliseconds too. */
const sameInstant = (at: string): string => Temporal.Instant.from(at).toString();

/** A record as a test compares it. */
/** As it is kept, without the hash that a sign-off signs: that is of what was sealed, which the rules alone know nothing of. */
const kept = ({ entries }: Loaded) =>
	entries.map((entry) => {
		const { signs: _signs, ...said } = { signs: undefined, ...entry };
		return { ...said, at: sameInstant(entry.at) };
	});

/** What the rehearsal is played by. */
async function given() {
	const { protocol } = readProtocol(somersetSource);
	if (!protocol) throw new Error("The protocol cannot be read");
	const calendar = calendarNamed(protocol.calendar);
	const { now } = await hereIn(tuesday.app);
	const opening = { day: now.toPlainDate().toString(), calendar };
	return { rules: { protocol, calendar }, now, opening, people: readPeople(harbourVale) };
}

test("the record of every difference is what its story plays by the rules alone", async () => {
	const { db } = tuesday.app;
	const { rules, now, opening, people } = await given();
	const stories = [
		...(await playStories(harbourVale, people, rules, opening)),
		...(await playTwoYears(harbourVale, people, rules, opening)).map(({ id, played }) => ({
			file: id,
			played,
		})),
	];
	const records = new Map<string, RecordedEvent[]>();
	for (const { id } of await db.selectFrom("difference").select("id").execute()) {
		const loaded = await loadDifference(db, id);
		if (loaded) records.set(beginningOf(loaded.header), kept(loaded));
	}
	expect(records.size).toBe(stories.length);
	for (const { file, played } of stories) {
		const { header, acts, difference } = played;
		const rest = timePasses(rules, difference, now);
		expect([file, records.get(beginningOf(header))]).toEqual([
			file,
			[...acts.flatMap(({ passed, events }) => [...passed, ...events]), ...rest],
		]);
	}
});

test("its record proves itself: what was added whole is linked as what was lived through", async () => {
	const { db } = tuesday.app;
	const { faults } = await verifyRecord(tuesday.app, partnershipId, { replay: false });
	expect(faults).toEqual([]);
	const added = await db
		.selectFrom("event")
		.where("difference_id", "in", [...past])
		.select(({ fn }) => fn.countAll<string>().as("acts"))
		.executeTakeFirstOrThrow();
	const links = await db
		.selectFrom("chain_entry")
		.where("chain_id", "in", [...past])
		.select(({ fn }) => fn.countAll<string>().as("links"))
		.executeTakeFirstOrThrow();
	expect(links.links).toBe(added.acts);
});

test(
	"what is derived from each record is what replaying it gives",
	async () => {
		const { app } = tuesday;
		const before = await derivedRows(app.db, partnershipId);
		await deriveAllAgain(app, partnershipId);
		expect(await derivedRows(app.db, partnershipId)).toEqual(before);
	},
	patience,
);

test(
	"one of each course of the two years, done by the real actions, has the same record",
	async () => {
		const { app } = tuesday;
		const { rules, opening, people } = await given();
		const { partnership } = await hereIn(app);
		const ofEachCourse = new Map(
			(await playTwoYears(harbourVale, people, rules, opening)).map((each) => [
				each.went,
				each.played,
			]),
		);
		expect(ofEachCourse.size).toBe(18);
		await rolledBack(app.db, async (trx) => {
			const acts = [...ofEachCourse.values()].flatMap((played) => actsOf(played, peopleIn(people)));
			await liveThrough(app, trx, partnership, acts);
			for (const [went, { header, acts }] of ofEachCourse) {
				const again = await trx
					.selectFrom("difference")
					.where("raised_by", "=", header.raisedBy)
					.where("raised_at", "=", new Date(header.raisedAt))
					.where("id", "not in", [...past])
					.select("id")
					.executeTakeFirstOrThrow();
				const loaded = await loadDifference(trx, again.id);
				expect([went, loaded && kept(loaded)]).toEqual([
					went,
					acts.flatMap(({ passed, events }) => [...passed, ...events]),
				]);
			}
		});
	},
	patience,
);

describe("so it does whatever day it is opened on", () => {
	test.each([
		["a Sunday night in the Easter holidays", "2026-04-05T21:30:00Z"],
		["the last minute of Christmas Eve", "2026-12-24T23:59:00Z"],
	])(
		"%s",
		async (_, instant) => {
			const database = await testDatabase();
			const app = appAt(database, instant);
			await seedHarbourVale(app, somersetSource);
			await isAsPlanned(app);
			await database.drop();
		},
		patience,
	);
});

test("the people of every sector and level are there, and everybody named owes or waits as they should", async () => {
	const { app } = tuesday;
	const people = await listDirectory(app.db, partnershipId);
	const agencies = Map.groupBy(people, ({ agencyName }) => agencyName);
	expect(agencies.size).toBeGreaterThanOrEqual(12);
	expect(new Set(people.map(({ sector }) => sector))).toEqual(new Set(sectors));
	for (const [name, theirs] of agencies)
		for (const level of ["practitioner", "manager", "senior-manager"])
			expect([name, theirs.map((each) => each.level)]).toEqual([
				name,
				expect.arrayContaining([level]),
			]);
	const holding = (office: string) =>
		people.filter(({ offices }) => offices.includes(office)).length;
	expect(holding("business-unit")).toBe(2);
	expect(holding("executive")).toBe(3);
	expect(holding("administrator")).toBe(2);
	expect(holding("data-protection-officer")).toBe(1);
	expect(people.filter(({ email }) => !/^[a-z.]+@[a-z]+\.example\.org$/.test(email))).toEqual([]);

	const teacher = people.find(({ id }) => id === personId("zoe.hartnell"));
	const work = teacher && (await listWork(app.db, teacher, "2026-03-26"));
	expect(work?.mine.map(({ step, toRecord }) => step ?? `record ${toRecord}`)).toEqual([
		"record early-resolution.talk",
		"early-resolution.talk",
	]);
	expect(work?.waitingFor.map(({ step }) => step)).toEqual(["formal-resolution.respond"]);
});

test("every message is noted as sent at its time, and none names a child", async () => {
	const { db } = tuesday.database;
	const messages = await db
		.selectFrom("message")
		.select(["notice", "state", "created_at", "sent_at"])
		.execute();
	const sealed = await selectSealed(db).where("narrative.field", "=", "children").execute();
	const names = (await openTold(db, sealed)).flatMap((told) =>
		"content" in told
			? (told.content as { name: string }[]).flatMap(({ name }) => name.split(" "))
			: [],
	);
	expect(names).toContain("Marchetti");
	expect(messages.length).toBeGreaterThan(50);
	for (const { notice: said, state, created_at, sent_at } of messages) {
		expect(state).toBe("sent");
		expect(sent_at).toEqual(created_at);
		const { subject, text } = compose(notice.parse(said));
		for (const name of names) expect(`${subject} ${text}`).not.toMatch(new RegExp(`\\b${name}\\b`));
	}
});

test("the partnerships that it makes are those that are known to be invented, and a test’s is not", () => {
	expect([partnershipId, stonemereIds.partnershipId].map(isInvented)).toEqual([true, true]);
	expect(isInvented("00000000-0000-4000-8000-00000000dead")).toBe(false);
});

test("a database with a partnership in it is left as it is", async () => {
	const { database } = tuesday;
	const entries = async () =>
		(await database.db.selectFrom("event").select("seq").execute()).length;
	const before = await entries();
	await seedHarbourVale(appAt(database, "2026-11-30T14:00:00Z"), somersetSource);
	expect(await entries()).toBe(before);
});

test("a wrong protocol file makes nothing, and says where it is wrong", async () => {
	const database = await testDatabase();
	const wrong = somersetSource.replace("then: reply", "then: replay");
	const app = appAt(database, "2026-11-24T14:00:00Z");
	await expect(seedHarbourVale(app, wrong)).rejects.toThrow(/line \d+: .*replay/);
	expect(await findPartnership(app.db, partnershipId)).toBeUndefined();
	await database.drop();
});
