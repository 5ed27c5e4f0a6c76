/**
 * Whoever is mailed or has something in My work can open it; whoever may do it has it in My work; nobody else learns
 * of it. Held over people, posts, proxies, deputies, absences, leavers and courses made by chance, on the real store:
 * the SQL of `visibleTo` and the lists must agree with the rule in domain/people/who-answers.ts, and desk, log and find
 * with what the difference says to the same reader who opens it.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyConstructText, handedOverText } from "../protocols/every-construct.fixture.ts";
import { changeDifference } from "../src/actions/change-difference.ts";
import { completeStep } from "../src/actions/complete-step.ts";
import { declareConflict } from "../src/actions/declare-conflict.ts";
import { leave } from "../src/actions/leave.ts";
import { makeMove } from "../src/actions/make-move.ts";
import { raiseDifference } from "../src/actions/raise-difference.ts";
import {
	openInEmergency,
	sealDifference,
	unsealDifference,
} from "../src/actions/seal-difference.ts";
import { sweep } from "../src/actions/sweep.ts";
import { recordOnChildsRecord } from "../src/domain/difference/acts/record-on-childs-record.ts";
import { type Difference, isNotSafe, replay } from "../src/domain/difference/difference.ts";
import { dutyOfStep, placeOf } from "../src/domain/difference/who/duties.ts";
import { allowedActs, readersOf, sidesOf } from "../src/domain/difference/who/may-act.ts";
import {
	audienceOfStep,
	entriesFor,
	isFor,
	type Reader,
	sideOfReader,
} from "../src/domain/difference/who/may-read.ts";
import { mayBreakGlass, sealsFor, wouldKnow } from "../src/domain/difference/who/may-seal.ts";
import { recordsOwed } from "../src/domain/difference/who/records-owed.ts";
import { areColleagues } from "../src/domain/people/absence.ts";
import {
	answeringAmong,
	headOf,
	type Level,
	levels,
	officesRead,
	type Viewer,
} from "../src/domain/people/viewer.ts";
import { assigneesOf, belongsTo, mayAnswer } from "../src/domain/people/who-answers.ts";
import type { Answers } from "../src/domain/protocol/answers.ts";
import type { WhatIsAsked } from "../src/domain/protocol/condition.ts";
import {
	asksOf,
	conflictBecause,
	glassBecause,
	type Protocol,
	type Step,
	sealedBecause,
	unsealedBecause,
	waysOf,
} from "../src/domain/protocol/protocol.ts";
import { Refusal } from "../src/domain/refusal.ts";
import { exampleAnswers } from "../src/domain/story/example-answers.ts";
import { stepsToLog } from "../src/reports/log-of-forms.ts";
import { transact } from "../src/store/db.ts";
import { findDifference, loadDifference } from "../src/store/differences.ts";
import { listAtOffice, listFormsInLog } from "../src/store/log-of-forms.ts";
import { listDirectoryOn, savePerson } from "../src/store/people.ts";
import { listToRemind } from "../src/store/reminders.ts";
import { searchDifferences } from "../src/store/search.ts";
import { listWork } from "../src/store/work.ts";
import { type TestDatabase, testDatabase } from "./support/database.ts";
import { freshKey, type TestPartnership, testPartnership } from "./support/partnership.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

/** What can happen around a difference besides acts: numbers choose whom among everybody. */
type Turn =
	| { is: "act"; who: number; act: number; outcome: number }
	| { is: "time"; hours: number }
	| { is: "leaves" | "away"; who: number }
	| { is: "hands-over"; who: number; to: number }
	| { is: "conflict"; who: number; of: number }
	| { is: "seals"; who: number; to: number[] }
	| { is: "unseals" | "opens-sealed"; who: number }
	| { is: "deputies"; of: number; who: number[] };

const nth = fc.nat(1000);
const turn: fc.Arbitrary<Turn> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({ is: fc.constant("act" as const), who: nth, act: nth, outcome: nth }),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			is: fc.constant("time" as const),
			hours: fc.integer({ min: 1, max: 24 * 9 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ is: fc.constantFrom("leaves", "away"), who: nth }) },
	{
		weight: 1,
		arbitrary: fc.record({ is: fc.constant("hands-over" as const), who: nth, to: nth }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			is: fc.constant("deputies" as const),
			of: nth,
			who: fc.array(nth, { minLength: 1, maxLength: 3 }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ is: fc.constant("conflict" as const), who: nth, of: nth }),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			is: fc.constant("seals" as const),
			who: nth,
			to: fc.array(nth, { minLength: 1, maxLength: 4 }),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ is: fc.constantFrom("unseals", "opens-sealed"), who: nth }),
	},
);

const agencyKeys = ["school", "socialCare", "police", "office"] as const;
const posts = [
	"business-unit",
	"business-unit-head",
	"data-protection-officer",
	"executive",
	"conference-chair",
	"liaison-officer",
	"safeguarding-unit-manager",
	"team-manager",
	"service-manager",
	"assistant-director",
	"conference-office",
	"facilitators",
];
const somebody = fc.record({
	agency: fc.constantFrom(...agencyKeys),
	level: fc.constantFrom<Level>(...levels),
	safeguardingLead: fc.boolean(),
	offices: fc.subarray(posts, { maxLength: 2 }),
});

const world = fc.record({
	people: fc.array(somebody, { minLength: 3, maxLength: 6 }),
	proxies: fc.subarray(["school", "socialCare"] as const),
	way: nth,
	turns: fc.array(turn, { minLength: 4, maxLength: 10 }),
});

let number = 100;

/** The test partnership with people and proxies besides, whose clock is at the beginning. */
async function settle(
	texts: string[],
	{
		people,
		proxies,
	}: {
		people: (typeof somebody extends fc.Arbitrary<infer T> ? T : never)[];
		proxies: ("school" | "socialCare")[];
	},
): Promise<TestPartnership> {
	number += 1;
	const partnership = await testPartnership(database.db, number, texts);
	const { agencies, partnershipId } = partnership;
	await transact(database.db, async (trx) => {
		const chair = {
			agency: "school" as const,
			level: "practitioner" as const,
			safeguardingLead: false,
			offices: ["conference-chair"],
		};
		for (const [index, { agency, ...one }] of [chair, ...people].entries())
			await savePerson(trx, {
				...partnership.people.teacher,
				...one,
				id: `0000000b-0000-4000-8000-${String(number * 1000 + index).padStart(12, "0")}`,
				agencyId: agencies[agency],
				name: `Person ${index}`,
				email: `person.${index}.${number}@example.org`,
				partnershipId,
			});
		for (const small of proxies)
			await trx
				.updateTable("agency")
				.set({ proxy_agency_id: agencies.police })
				.where("id", "=", agencies[small])
				.execute();
	});
	partnership.at("2026-03-23T09:00");
	return partnership;
}

const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % from.length];

describe.each([
	["Somerset", [read("somerset/2021-04.yaml")]],
	["the conference challenge", [read("rotherham-conference-challenge/2025.yaml")]],
	["adults with a panel", [read("adults-with-panel/2026-01.yaml")]],
	["every construct", [everyConstructText, handedOverText]],
	["two sides of one agency", [language("own-agency")]],
	["one person for both sides", [language("both-sides")]],
	["no other agency", [language("no-agency")], "dissent"],
	["agencies that are involved besides", [language("other-agencies")]],
	["one of the agencies that are involved", [language("one-of-the-others")]],
	["five tiers of management", [language("five-tiers")]],
	["a stage that practitioners do not read", [language("not-read-by")]],
	["a pool of facilitators", [language("pool")]],
])("under %s", (_, texts, begun?: string) => {
	test(
		"whoever is told can open it, whoever may do it has it in My work, and nobody else learns of it",
		() =>
			fc.assert(
				fc.asyncProperty(world, async ({ way, turns, ...given }) => {
					const course = new Course(await settle(texts, given), begun);
					if (!(await course.raised(way))) return;
					await course.holds();
					for (const [index, each] of turns.entries()) {
						await course.lives(each);
						await course.holds();
						await course.nobodyGoneOwes();
						// Half-way and at the end: they ask much of the database.
						if (index === turns.length >> 1 || index === turns.length - 1)
							await course.listsAgree();
					}
				}),
				{ numRuns: 5, endOnFailure: true },
			),
		120_000,
	);
});

function read(file: string): string {
	return readFileSync(new URL(`../protocols/${file}`, import.meta.url), "utf8");
}

function language(name: string): string {
	return readFileSync(new URL(`language/${name}.yaml`, import.meta.url), "utf8");
}

const police = ({ police: id }: { police: string }) => ({ id, name: "Police" });

class Course {
	readonly partnership: TestPartnership;
	/** The way in which it is begun; undefined for the usual one. */
	readonly begun: string | undefined;
	now = Temporal.PlainDateTime.from("2026-03-23T09:00");
	difference = "";
	mailSeen = 0;
	/** Who left and handed over what was theirs. */
	readonly gone: string[] = [];

	constructor(partnership: TestPartnership, begun?: string) {
		this.partnership = partnership;
		this.begun = begun;
	}

	get day(): string {
		return this.now.toPlainDate().toString();
	}

	/** Everybody who has not left, as their next request knows them: with those who are away and for whom they stand in. */
	async everybody(): Promise<Viewer[]> {
		const directory = await listDirectoryOn(database.db, this.partnership.partnershipId, this.day);
		const there = new Set(
			directory.flatMap(({ id, away }) => (!away || away.deputies.length > 0 ? id : [])),
		);
		const given = await database.db
			.selectFrom("open_step")
			.where("partnership_id", "=", this.partnership.partnershipId)
			.where("only_given", "=", true)
			.select(["person_id", "agency_id", "office", "proxy", "read_from"])
			.execute();
		const notThere = given.flatMap(({ person_id, agency_id, office, proxy, read_from }) => {
			const seat = { agency: agency_id, office, level: null, posts: [], post: null, proxy };
			const readFrom = read_from as Level | null;
			const isTheirs = (one: Viewer) =>
				one.id === person_id && there.has(one.id) && belongsTo({ ...seat, readFrom }, one);
			return person_id !== null && !directory.some(isTheirs) ? person_id : [];
		});
		const opened = await database.db
			.selectFrom("broken_glass")
			.where("until", ">", new Date(this.partnership.app.clock().epochMilliseconds))
			.select(["person_id", "difference_id"])
			.execute();
		const heads = (one: Viewer) =>
			officesRead(one).filter((office) => one.offices.includes(headOf(office)));
		return directory.map((one) => ({
			...one,
			notThere,
			headsPeople: Object.fromEntries(
				heads(one).map((office) => [
					office,
					directory.filter(({ id, offices }) => offices.includes(office) && there.has(id)),
				]),
			),
			glassBrokenIn: opened.flatMap(({ person_id, difference_id }) =>
				person_id === one.id ? difference_id : [],
			),
			standsInFor: directory.filter(({ away }) => away?.deputies.includes(one.id)),
			postsThere: directory
				.filter(
					({ agencyId, away }) => agencyId === one.agencyId && (!away || away.deputies.length > 0),
				)
				.flatMap(({ offices }) => offices),
			answeringThere: answeringAmong(
				directory.filter(
					({ agencyId, away }) => agencyId === one.agencyId && (!away || away.deputies.length > 0),
				),
			),
		}));
	}

	async protocol(): Promise<Protocol> {
		const { app, partnershipId } = this.partnership;
		const inForce = await app.protocols.inForce(database.db, partnershipId, this.day);
		if (!inForce) throw new Error("No protocol is in force");
		return inForce.protocol;
	}

	/** Answers by chance: people are of the agency or office that is asked for. */
	async answers(
		what: WhatIsAsked,
		which: number,
		step?: Step,
		before?: Difference,
	): Promise<Answers> {
		const { agencies } = this.partnership;
		const protocol = await this.protocol();
		const everybody = await this.everybody();
		const days = Object.fromEntries(
			what.asks
				.filter((id) => protocol.fields[id]?.type === "day")
				.map((id) => [
					id,
					this.now
						.toPlainDate()
						.add({ days: which % 20 })
						.toString(),
				]),
		);
		const people = Object.fromEntries(
			what.asks.flatMap((id) => {
				const field = protocol.fields[id];
				return field?.type === "person" ? [[id, field.of]] : [];
			}),
		);
		// The police are the one agency that is neither of the two.
		const involved = Object.fromEntries(
			(protocol.involved?.chosenIn ?? []).flatMap((id) =>
				what.asks.includes(id) && (which % 4 > 0 || protocol.fields[id]?.type === "agency")
					? [[id, protocol.fields[id]?.type === "agency" ? police(agencies) : [police(agencies)]]]
					: [],
			),
		);
		return exampleAnswers(
			protocol,
			what,
			{ ...days, ...people, ...involved },
			(said) => {
				const [side = "", role = side] = said.split(" ");
				const { office } = protocol.roles[role] ?? {};
				const isOne = protocol.raise.with === "own-agency";
				const agency =
					side === "raising" || isOne
						? agencies.school
						: side === "receiving"
							? agencies.socialCare
							: agencies.police;
				const fit = everybody.filter((one) =>
					office === undefined ? one.agencyId === agency : one.offices.includes(office),
				);
				// Pages offer nobody who has left.
				const { officer } = this.partnership.people;
				const other = this.gone.includes(officer.id) ? everybody[0] : undefined;
				return pick(fit, which) ?? other ?? officer;
			},
			this.now.toZonedDateTime("Europe/London"),
			step,
			before,
		);
	}

	async raised(which: number): Promise<boolean> {
		const { app, agencies } = this.partnership;
		const protocol = await this.protocol();
		const way = waysOf(protocol).find(({ id }) => id === this.begun);
		const ours = (await this.everybody()).filter(({ agencyId }) => agencyId === agencies.school);
		for (const by of ours) {
			const key = freshKey();
			const difference = await unlessRefused(async () =>
				raiseDifference(app, by, {
					key,
					protocol: protocol.id,
					receivingAgency: agencies.socialCare,
					way: this.begun,
					answers: await this.answers(way ?? protocol.raise, which),
					urgentContacts: [],
				}),
			);
			if (difference === undefined) continue;
			this.difference = difference;
			return true;
		}
		return false;
	}

	async lives(turn: Turn): Promise<void> {
		const { app, partnershipId } = this.partnership;
		const everybody = await this.everybody();
		switch (turn.is) {
			case "act":
				return this.acts(turn);
			case "time": {
				this.now = this.now.add({ hours: turn.hours });
				this.partnership.at(this.now.toString());
				await sweep(app, partnershipId);
				return;
			}
			case "leaves":
				await database.db
					.updateTable("person")
					.set({ left_at: app.clock().toString() })
					.where("id", "=", pick(everybody, turn.who)?.id ?? "")
					.execute();
				return;
			case "hands-over": {
				const goes = pick(everybody, turn.who);
				const by = everybody.find(
					({ id, offices }) => id !== goes?.id && offices.includes("administrator"),
				);
				if (!goes || !by) return;
				const colleagues = everybody.filter((one) => areColleagues(one, goes));
				const to = pick([undefined, ...colleagues], turn.to)?.id ?? null;
				await unlessRefused(() => leave(app, by, goes.id, { when: "now", to, knowsVacant: true }));
				this.gone.push(goes.id);
				return;
			}
			case "conflict": {
				const by = pick(everybody, turn.who);
				const of = pick(everybody, turn.of);
				if (by && of)
					await unlessRefused(() =>
						declareConflict(app, this.on(by), { of, answers: because(conflictBecause) }),
					);
				return;
			}
			case "seals": {
				const { protocol, whole } = await this.whole();
				const by = pick(
					everybody.filter((one) => sealsFor(protocol, whole, one) !== undefined),
					turn.who,
				);
				const could = everybody.filter((one) => wouldKnow(protocol, whole, one));
				const to = turn.to.flatMap((which) => pick(could, which)?.id ?? []);
				if (by)
					await unlessRefused(() =>
						sealDifference(app, this.on(by), { to, answers: because(sealedBecause) }),
					);
				return;
			}
			case "unseals":
			case "opens-sealed": {
				const { protocol, whole } = await this.whole();
				const may = turn.is === "unseals" ? sealsFor : mayBreakGlass;
				const by = pick(
					everybody.filter((one) => may(protocol, whole, one)),
					turn.who,
				);
				if (!by) return;
				await unlessRefused(() =>
					turn.is === "unseals"
						? unsealDifference(app, this.on(by), { answers: because(unsealedBecause) })
						: openInEmergency(app, this.on(by), { answers: because(glassBecause) }),
				);
				return;
			}
			case "away": {
				const away = pick(everybody, turn.who)?.id ?? "";
				const until = this.now.toPlainDate().add({ days: 12 }).toString();
				await sql`
					insert into absence (id, partnership_id, person_id, from_on, until_on, entered_by, entered_at)
					values (gen_random_uuid(), ${partnershipId}, ${away}, ${this.day}, ${until}, ${away},
						${app.clock().toString()})`.execute(database.db);
				return;
			}
			case "deputies": {
				const of = pick(everybody, turn.of)?.id ?? "";
				for (const which of turn.who) {
					const deputy = pick(everybody, which)?.id ?? "";
					if (deputy !== of)
						await sql`
							insert into deputy (person_id, deputy_id, partnership_id) values (${of}, ${deputy}, ${partnershipId})
							on conflict do nothing`.execute(database.db);
				}
				return;
			}
		}
	}

	on(by: Viewer) {
		return { difference: this.difference, by, key: freshKey() };
	}

	/** The difference with all its entries. */
	async whole() {
		const loaded = await loadDifference(database.db, this.difference);
		if (!loaded) throw new Error("It is gone");
		const protocol = await this.partnership.app.protocols.version(database.db, loaded.versionId);
		const { header, entries } = loaded;
		return { protocol, header, entries, whole: replay(protocol, header, entries) };
	}

	async acts({ who, act, outcome }: Extract<Turn, { is: "act" }>): Promise<void> {
		const { app } = this.partnership;
		const { protocol, whole } = await this.whole();
		const open = (await this.everybody()).flatMap((by) =>
			allowedActs(protocol, whole, by).map((act) => ({ by, act })),
		);
		const owed = open.filter((each) => each.act.act === "step");
		const chosen = pick(act % 4 === 0 || owed.length === 0 ? open : owed, who + act);
		if (!chosen) return;
		const { by } = chosen;
		const on = { difference: this.difference, by, key: freshKey() };
		await unlessRefused(async () => {
			switch (chosen.act.act) {
				case "step": {
					const { step } = chosen.act;
					const onward = step.outcomes.filter(
						({ leadsTo }) => !leadsTo.some(({ go }) => go === "end"),
					);
					const led = pick(onward.length > 0 ? onward : step.outcomes, outcome);
					if (!led) return;
					const answers = await this.answers(asksOf(step, led), outcome, step, whole);
					await completeStep(app, on, { step: step.id, outcome: led.id, answers });
					return;
				}
				case "move": {
					const { move } = chosen.act;
					const led = pick(move.outcomes, outcome);
					const answers = await this.answers(
						led ? asksOf(move, led) : move,
						outcome,
						undefined,
						whole,
					);
					await makeMove(app, on, { move: move.id, outcome: led?.id, answers });
					return;
				}
				case "record-on-childs-record": {
					const { step, side } = chosen.act;
					await changeDifference(app, on, (rules, difference, now) =>
						recordOnChildsRecord(rules, difference, { step: step.id, side }, by, now),
					);
				}
			}
		});
	}

	/** Whoever handed over what was theirs owes nothing, and nothing is given to them later. */
	async nobodyGoneOwes(): Promise<void> {
		if (this.gone.length === 0) return;
		const { protocol, whole } = await this.whole();
		const owing = [
			...whole.open.map(({ person }) => person),
			...recordsOwed(protocol, whole).map(({ duty }) => duty.person),
		];
		for (const id of this.gone) expect(owing, "who has left owes nothing").not.toContain(id);
		const { rows } = await sql<{ owes: string }>`
			select person_id::text as owes from open_step where person_id = any(${this.gone}::uuid[])
			union all select person_id::text from record_owed where person_id = any(${this.gone}::uuid[])
			union all select deputy_id::text from deputy where deputy_id = any(${this.gone}::uuid[])
			union all select person_id::text from taken where person_id = any(${this.gone}::uuid[])`.execute(
			database.db,
		);
		expect(rows).toEqual([]);
	}

	/** Desk, log and find say of a difference what it says to the same reader who opens it, and nothing else. */
	async listsAgree(): Promise<void> {
		const record = await this.whole();
		for (const viewer of await this.everybody()) {
			const readers = readersOf(record.protocol, record.whole, viewer);
			if (readers.length > 0) await this.listsOf(viewer, record, readers);
		}
	}

	async listsOf(
		viewer: Viewer,
		{ protocol, header, entries, whole }: Awaited<ReturnType<Course["whole"]>>,
		readers: Reader[],
	): Promise<void> {
		const who = `${viewer.name} (${viewer.level}, ${viewer.agencyName}, ${viewer.offices})`;
		const mayRead = entriesFor(entries, readers);
		const people = await listDirectoryOn(database.db, viewer.partnershipId, this.day);
		const nameOf = (id: string | null | undefined) =>
			people.find((one) => one.id === id)?.name ?? null;
		for (const id of new Set(entries.flatMap(({ by }) => by?.person ?? []))) {
			const name = nameOf(id);
			if (name === null) continue;
			const { total } = await searchDifferences(database.db, viewer, {
				anything: name,
				sort: "changed",
				page: 1,
				pageSize: 9,
			});
			if (total > 0)
				expect(
					JSON.stringify(mayRead).includes(id),
					`${who} finds it by ${name}, of whom they read in it`,
				).toBe(true);
		}
		for (const office of officesRead(viewer)) {
			const theirs = readers.filter(
				(reader) => placeOf(protocol, whole, sideOfReader(reader)).office === office,
			);
			const atOffice = await listAtOffice(database.db, viewer, office, [this.difference]);
			const log = await listFormsInLog(database.db, viewer, office, stepsToLog([protocol]), {
				page: 1,
				pageSize: 9,
			});
			if (theirs.length === 0) {
				expect([...atOffice, ...log.rows], `the desk and the log of ${who}`).toEqual([]);
				continue;
			}
			const seen = replay(protocol, header, entriesFor(entries, theirs));
			const dueOf = (of: (clock: string) => boolean) =>
				seen.clocks.flatMap(({ clock, due }) => (of(clock) ? asStored(due.due) : []));
			for (const row of atOffice) {
				expect(row.stage, `the stage on the desk of ${who}`).toBe(seen.stage);
				expect(row.notSafe).toBe(isNotSafe(seen));
				expect(
					row.open.map(({ step, openedAt }) => `${step} ${openedAt}`).toSorted(),
					`what is owed on the desk of ${who}`,
				).toEqual(
					seen.open.map(({ step, openedAt }) => `${step} ${asStored(openedAt)}`).toSorted(),
				);
				for (const { step, personName, dueAt } of row.open) {
					const given = seen.open.find((open) => open.step === step)?.person;
					if (personName !== null)
						expect(personName, `whom ${who} reads on the desk for ${step}`).toBe(nameOf(given));
					if (dueAt !== null)
						expect(
							dueOf(() => true),
							`by when ${step} is due on the desk of ${who}`,
						).toContain(dueAt);
				}
				for (const { clock, dueAt } of row.limits)
					expect(dueOf((each) => each === clock)).toContain(dueAt);
			}
			for (const row of log.rows) {
				const steps = stepsToLog([protocol]);
				expect(row, `the log of ${who}`).toMatchObject({
					stage: seen.stage,
					ending: seen.status.is === "ended" ? seen.status.ending : null,
					forwardedAt: lastDoneOf(seen, steps.forward),
					respondedAt: lastDoneOf(seen, steps.answer),
				});
				if (row.dueAt !== null) expect(dueOf(() => true)).toContain(row.dueAt);
			}
		}
	}

	async holds(): Promise<void> {
		const { partnershipId } = this.partnership;
		const { protocol, header, entries, whole } = await this.whole();
		const directory = await listDirectoryOn(database.db, partnershipId, this.day);
		const mail = await database.db
			.selectFrom("message")
			.where("partnership_id", "=", partnershipId)
			.select(["to_person", "kind"])
			.orderBy("created_at")
			.execute();
		// Who is copied, or sees to seals and to what nobody is left to do, may see no more than the notice.
		const mailed = mail.slice(this.mailSeen).filter(({ kind }) => !ofNoticeAlone.includes(kind));
		this.mailSeen = mail.length;
		const toRemind = await listToRemind(database.db, partnershipId);

		for (const viewer of await this.everybody()) {
			const who = `${viewer.name} (${viewer.level}, ${viewer.agencyName}, ${viewer.offices})`;
			const seen = await findDifference(database.db, this.difference, viewer);
			const byRule = sidesOf(protocol, whole, viewer);
			expect(seen?.sides.toSorted() ?? [], `what ${who} sees`).toEqual(byRule.toSorted());

			const readers = readersOf(protocol, whole, viewer);
			const mayRead = entriesFor(entries, readers);
			expect(seen?.entries ?? [], `what ${who} reads`).toEqual(mayRead);
			const { rows } = await searchDifferences(database.db, viewer, {
				sort: "changed",
				page: 1,
				pageSize: 9,
			});
			expect(rows.length).toBe(seen ? 1 : 0);
			if (byRule.length === 1) {
				const { stage, status } = replay(protocol, header, mayRead);
				expect(rows, `how lists show it to ${who}`).toMatchObject([{ stage, status: status.is }]);
			}

			if (mailed.some(({ to_person }) => to_person === viewer.id))
				expect(seen, `${who} was mailed`).toBeDefined();

			const { mine, agency, waitingFor } = await listWork(database.db, viewer, this.day);
			if ([...mine, ...agency, ...waitingFor].length > 0)
				expect(seen, `${who} has work`).toBeDefined();
			for (const { step: id } of [...mine, ...agency, ...waitingFor]) {
				const step = id === null ? undefined : protocol.steps[id];
				const audience = step ? audienceOfStep(protocol, whole, step) : [];
				if (step)
					expect(
						isFor(readers, { audience, keptTo: step.keptTo }),
						`${who} may read of ${id}`,
					).toBe(true);
			}
			const listed = (list: typeof mine) => list.flatMap(({ step }) => step ?? []).toSorted();
			const may = whole.open.filter((open) => mayAnswer(dutyOfStep(protocol, whole, open), viewer));
			expect(listed([...mine, ...agency]), `what ${who} may do is in My work`).toEqual(
				expect.arrayContaining(may.map(({ step }) => step)),
			);
			const acts = allowedActs(protocol, whole, viewer).flatMap((act) =>
				act.act === "step" ? act.step.id : [],
			);
			expect(acts.toSorted()).toEqual(may.map(({ step }) => step).toSorted());
			expect(
				listed(mine).every((step) => acts.includes(step)),
				`${who} may do what is theirs`,
			).toBe(true);
			const records = (list: typeof mine) =>
				list.flatMap(({ toRecord }) => toRecord ?? []).toSorted();
			const toRecord = recordsOwed(protocol, whole).filter(({ duty }) => mayAnswer(duty, viewer));
			expect(records([...mine, ...agency]), `what ${who} may record is in My work`).toEqual(
				toRecord.map(({ step }) => step.id).toSorted(),
			);
			const askedToRecord = toRemind
				.filter(({ what }) => what === "record")
				.filter((of) => assigneesOf(of, directory).some(({ id }) => id === viewer.id))
				.map(({ owed }) => owed);
			expect(records(mine), `${who} is reminded of what is theirs to record`).toEqual(
				askedToRecord.toSorted(),
			);
			for (const { sides } of toRecord)
				expect(
					sides.some((side) => byRule.includes(side)),
					`${who} sees what to record`,
				).toBe(true);
			const asked = toRemind
				.filter(({ what }) => what === "step")
				.filter((of) => assigneesOf(of, directory).some(({ id }) => id === viewer.id))
				.map(({ owed }) => owed);
			expect(listed(mine), `${who} is reminded of what is theirs`).toEqual(asked.toSorted());
		}
		for (const open of whole.open) {
			const duty = dutyOfStep(protocol, whole, open);
			const able = directory.filter((one) => mayAnswer(duty, one));
			if (able.length > 0)
				expect(assigneesOf(duty, directory), `somebody is asked for ${open.step}`).not.toEqual([]);
		}
	}
}

/** What is told, as a notice alone, to people who need not be able to open what it is about. */
const ofNoticeAlone = ["copied", "report", "opened-in-emergency", "seal-changed", "left-to-nobody"];

const because = (field: string): Answers => ({ [field]: "Made up" });

/** When one of these steps was last done, as a reader knows it. */
const lastDoneOf = ({ done }: Difference, steps: string[]): string | null => {
	const last = done.findLast(({ step }) => steps.includes(step));
	return last ? asStored(last.at) : null;
};

/** An instant as the database gives it back. */
const asStored = (instant: string): string => new Date(instant).toISOString();

/** What an act gives; undefined when it is refused, as chance may well be. */
async function unlessRefused<T>(act: () => Promise<T>): Promise<T | undefined> {
	try {
		return await act();
	} catch (problem) {
		if (problem instanceof Refusal) return undefined;
		throw problem;
	}
}
