import { beforeEach, describe, expect, test } from "vitest";
import { deriveAllAgain, derivedRows } from "../../test/support/derived-rows.ts";
import { officeForEach } from "../../test/support/office.ts";
import {
	askExecutive,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	respond,
	type TestPartnership,
	toFormal,
} from "../../test/support/partnership.ts";
import { recalculateClocks } from "../domain/difference/consequences/recalculate-clocks.ts";
import { replay } from "../domain/difference/difference.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { compose } from "../mail/notices/compose.ts";
import { notice } from "../mail/notices/notice.ts";
import { type CalendarChange, findCalendarChange } from "../store/calendar-changes.ts";
import { calendarsOf } from "../store/calendars.ts";
import { transact } from "../store/db.ts";
import { lockDifference } from "../store/differences.ts";
import { listMailbox } from "../store/messages.ts";
import { listEntries } from "../store/record.ts";
import {
	applyCalendarChange,
	type CalendarEdit,
	previewCalendarChange,
	proposeCalendarChange,
} from "./change-calendar.ts";
import { sweep } from "./sweep.ts";

const partnership = officeForEach();
let administrator: Viewer;

beforeEach(() => {
	administrator = partnership.people.administrator;
});

const propose = (edit: CalendarEdit) => proposeCalendarChange(partnership.app, administrator, edit);
const apply = (id: string) => applyCalendarChange(partnership.app, administrator, id);
const preview = (id: string) => previewCalendarChange(partnership.app, administrator, id);

const bankHoliday = (day: string): CalendarEdit => ({
	what: "bank-holiday",
	nations: ["england-and-wales"],
	day,
	name: "A day of thanks",
	source: "Royal proclamation",
	why: "Royal proclamation",
});

/** Raised, filled in, signed and forwarded in one morning: the response is due on Wednesday 15 April 2026. */
async function forwarded(): Promise<string> {
	partnership.at("2026-03-30T10:00");
	return raisedTo(partnership, "forward");
}

const clockOf = async (difference: string) => {
	const { due_at, state } = await partnership.db
		.selectFrom("clock")
		.where("difference_id", "=", difference)
		.where("step", "=", "formal-resolution.respond")
		.select(["due_at", "state"])
		.executeTakeFirstOrThrow();
	return { dueAt: due_at.toISOString(), state };
};
const changesOf = async (difference: string) =>
	(await listEntries(partnership.db, difference)).filter(({ type }) => type === "clock-changed");
const mailOf = async (person: keyof TestPartnership["people"]) =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 500))
		.filter(
			({ kind, toPerson }) =>
				kind === "dates-changed" && toPerson === partnership.people[person].id,
		)
		.map((message) => compose(notice.parse(message.notice)));

const toldOfDates = async () =>
	(await listMailbox(partnership.db, partnership.people.businessUnit, 500)).filter(
		({ kind }) => kind === "dates-changed",
	).length;

const derived = () => derivedRows(partnership.db, partnership.partnershipId);
const deriveAll = () => deriveAllAgain(partnership.app, partnership.partnershipId);

describe("a new bank holiday", () => {
	test("is previewed with what would move, and changes nothing until it is applied", async () => {
		const difference = await forwarded();
		const reference = await referenceOf(partnership, difference);
		const before = await derived();
		const id = await propose(bankHoliday("2026-04-13"));
		expect(await preview(id)).toMatchObject({
			moves: { all: 1, sooner: 0, past: 0, seen: 0, listed: [] },
			told: 1,
		});
		const alsoOffice = { ...administrator, offices: ["administrator", "business-unit"] };
		const seen = await previewCalendarChange(partnership.app, alsoOffice, id);
		expect(seen?.moves.listed.map(({ reference, was, due }) => [reference, was, due.day])).toEqual([
			[reference, "2026-04-15", "2026-04-16"],
		]);
		expect(seen?.moves).toMatchObject({ all: 1, seen: 1 });
		expect(await derived()).toEqual(before);
		expect((await clockOf(difference)).dueAt).toBe("2026-04-15T22:59:59.000Z");
		expect(await mailOf("director")).toEqual([]);
	});

	test("moves every open date that it lies within, and says on the record from which day to which and why", async () => {
		const difference = await forwarded();
		partnership.at("2026-04-01T09:00");
		await apply(await propose(bankHoliday("2026-04-13")));
		expect(await clockOf(difference)).toEqual({
			dueAt: "2026-04-16T22:59:59.000Z",
			state: "running",
		});
		expect(await changesOf(difference)).toMatchObject([
			{
				how: "calendar",
				was: "2026-04-15",
				due: {
					day: "2026-04-16",
					calendar: "england-and-wales",
					version: "2028.1+1",
					skipped: expect.arrayContaining([{ day: "2026-04-13", name: "A day of thanks" }]),
				},
				at: "2026-04-01T08:00:00.000Z",
			},
		]);
	});

	test("leaves alone what ended, what starts after it and what is due before it", async () => {
		const difference = await forwarded();
		await apply(await propose(bankHoliday("2026-04-16")));
		await apply(await propose(bankHoliday("2026-03-27")));
		await respond(partnership, difference);
		const third = await apply(await propose(bankHoliday("2026-04-13")));
		expect(third).toMatchObject({ number: 3, moved: 0, differences: 0 });
		expect(await changesOf(difference)).toEqual([]);
	});

	test("counts for what is raised afterwards, with its version", async () => {
		await apply(await propose(bankHoliday("2026-04-13")));
		const difference = await forwarded();
		expect((await clockOf(difference)).dueAt).toBe("2026-04-16T22:59:59.000Z");
	});

	test("lets a date that had passed run again when it is moved ahead", async () => {
		const difference = await forwarded();
		partnership.at("2026-04-16T09:00");
		await sweep(partnership.app, partnership.partnershipId);
		expect((await clockOf(difference)).state).toBe("ran-out");
		await apply(await propose(bankHoliday("2026-04-13")));
		expect(await clockOf(difference)).toEqual({
			dueAt: "2026-04-16T22:59:59.000Z",
			state: "running",
		});
	});

	test("does not move a bank holiday of another nation, nor closure days where the protocol counts them as worked", async () => {
		const difference = await forwarded();
		await apply(
			await propose({
				...bankHoliday("2026-04-13"),
				nations: ["scotland"],
			} as CalendarEdit),
		);
		await apply(
			await propose({
				what: "closure",
				day: "2026-04-13",
				until: "2026-04-14",
				name: "Office move",
				why: "",
			}),
		);
		expect(await changesOf(difference)).toEqual([]);
	});
});

test("all at once, the same is recorded as the rule says of each difference by itself", async () => {
	const all = [await forwarded(), await forwarded()];
	const late = await raisedTo(partnership, "sign-off");
	partnership.at("2026-04-16T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	const id = await propose(bankHoliday("2026-04-13"));
	const { days } = (await findCalendarChange(
		partnership.db,
		partnership.partnershipId,
		id,
	)) as CalendarChange;
	const expected = await Promise.all(
		[...all, late].map((difference) =>
			transact(partnership.db, async (trx) => {
				const loaded = await lockDifference(trx, difference);
				if (!loaded) throw new Error("gone");
				const protocol = await partnership.app.protocols.version(trx, loaded.versionId);
				return recalculateClocks(
					{ protocol, calendar: calendarsOf(days, 1).for(protocol) },
					replay(protocol, loaded.header, loaded.entries),
					Temporal.ZonedDateTime.from("2026-04-16T09:00[Europe/London]"),
					"calendar",
				);
			}),
		),
	);
	await apply(id);
	const recorded = await Promise.all([...all, late].map(changesOf));
	expect(recorded.map((each) => each.length)).toEqual([1, 1, 0]);
	expect(
		recorded.map((each) => each.map(({ at, ...entry }) => ({ ...entry, at: at.slice(0, 19) }))),
	).toEqual(
		expected.map((each) => each.map(({ at, ...entry }) => ({ ...entry, at: at.slice(0, 19) }))),
	);
});

test("what is previewed is what applying it does: as many dates, each of them, and as many people told", async () => {
	const reader = { ...administrator, offices: ["administrator", "business-unit"] };
	const made: string[] = [];
	for (const [at, until] of [
		["2026-03-30T10:00", "forward"],
		["2026-03-30T16:30", "forward"],
		["2026-03-31T09:00", "forward"],
		["2026-03-31T09:05", "sign-off"],
		["2026-04-08T11:00", "raise"],
		["2026-04-08T12:00", "respond"],
	] as const) {
		partnership.at(at);
		made.push(await raisedTo(partnership, until));
	}
	partnership.at("2026-04-09T09:00");
	await askExecutive(partnership, made[5] ?? "");
	partnership.at("2026-04-16T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	for (const edit of [
		bankHoliday("2026-04-13"),
		bankHoliday("2026-04-14"),
		{ what: "undo", why: "Mistyped" } as const,
	]) {
		const before = await Promise.all(made.map(async (one) => (await changesOf(one)).length));
		const toldBefore = await toldOfDates();
		const id = await propose(edit);
		const { moves, told } = (await previewCalendarChange(partnership.app, reader, id)) ?? {};
		const { moved } = (await apply(id)) ?? {};
		const recorded = await Promise.all(
			made.map(async (one, nth) => {
				const reference = await referenceOf(partnership, one);
				return (await changesOf(one))
					.slice(before[nth])
					.flatMap((entry) =>
						entry.type === "clock-changed" ? { reference, was: entry.was, day: entry.due.day } : [],
					);
			}),
		);
		const shown = moves?.listed.map(({ reference, was, due }) => ({
			reference,
			was,
			day: due.day,
		}));
		expect(new Set(shown)).toEqual(new Set(recorded.flat()));
		expect(moves).toMatchObject({
			all: moved,
			seen: moved,
			sooner: recorded.flat().filter(({ was, day }) => day < (was ?? "")).length,
			past: recorded.flat().filter(({ day }) => day < "2026-04-16").length,
		});
		expect(told).toBe((await toldOfDates()) - toldBefore);
		expect(moved).toBeGreaterThan(1);
	}
});

test("after many changes of the calendar the rows are what the records add up to", async () => {
	const first = await forwarded();
	await forwarded();
	const _unsigned = await raisedTo(partnership, "sign-off");
	await raisedTo(partnership, "respond");
	partnership.at("2026-04-16T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	for (const day of ["2026-04-13", "2026-03-31", "2026-04-14"])
		await apply(await propose(bankHoliday(day)));
	await apply(await propose({ what: "undo", why: "Mistyped" }));
	await apply(
		await propose({
			what: "no-bank-holiday",
			nations: ["england-and-wales"],
			day: "2026-04-06",
			source: "Moved",
			why: "Moved",
		}),
	);
	expect((await changesOf(first)).length).toBe(5);
	const saved = await derived();
	await deriveAll();
	expect(await derived()).toEqual(saved);

	const protocol = await partnership.app.protocols.version(partnership.db, partnership.versionId);
	await transact(partnership.db, async (trx) => {
		const loaded = await lockDifference(trx, first);
		if (!loaded) throw new Error("gone");
		const { clocks } = replay(protocol, loaded.header, loaded.entries);
		expect(clocks.find(({ clock }) => clock === "formal-resolution.respond")).toMatchObject({
			firstDue: { day: "2026-04-15" },
			due: { day: "2026-04-16" },
		});
	});
});

describe("the owners", () => {
	test("are told once each, however many dates moved, in references and days only", async () => {
		await forwarded();
		await forwarded();
		await forwarded();
		const { people } = partnership;
		await apply(await propose(bankHoliday("2026-04-13")));
		const [mail, ...more] = await mailOf("director");
		expect(more).toEqual([]);
		expect(mail?.subject).toBe("3 of your dates have moved");
		expect(mail?.text).toContain("now due by Thursday 16 April 2026, was Wednesday 15 April 2026");
		expect(mail?.text).not.toMatch(/canary|threshold|Oakfield/i);
		for (const person of Object.keys(people) as (keyof typeof people)[])
			if (person !== "director") expect(await mailOf(person)).toEqual([]);
	});
});

describe("undo", () => {
	test("takes the dates back, on the record and with a message, as another version", async () => {
		const difference = await forwarded();
		const before = await clockOf(difference);
		await apply(await propose(bankHoliday("2026-04-13")));
		const undone = await apply(await propose({ what: "undo", why: "It was another country’s" }));
		expect(undone).toMatchObject({ number: 2, how: "undone", moved: 1 });
		expect(await clockOf(difference)).toEqual(before);
		expect((await changesOf(difference)).length).toBe(2);
		expect((await mailOf("director")).length).toBe(2);
	});

	test("of nothing is refused", async () => {
		await expect(propose({ what: "undo", why: "" })).rejects.toMatchObject({
			code: "nothing-to-undo",
		});
	});
});

describe("who and when", () => {
	test("only the administrator proposes, sees and applies a change", async () => {
		const id = await propose(bankHoliday("2026-04-13"));
		for (const person of ["businessUnit", "director", "executive"] as const) {
			const by = partnership.people[person];
			expect(() => proposeCalendarChange(partnership.app, by, bankHoliday("2026-04-14"))).toThrow(
				expect.objectContaining({ code: "not-yours" }),
			);
			expect(() => applyCalendarChange(partnership.app, by, id)).toThrow(
				expect.objectContaining({ code: "not-yours" }),
			);
			expect(await previewCalendarChange(partnership.app, by, id)).toBeUndefined();
		}
	});

	test("another partnership’s administrator knows nothing of it, and its dates stay", async () => {
		const other = await partnership.another();
		const id = await propose(bankHoliday("2026-04-13"));
		expect(await applyCalendarChange(other.app, other.people.administrator, id)).toBeUndefined();
		await apply(id);
		expect((await other.app.calendars.in(partnership.db, other.partnershipId)).number).toBe(0);
	});

	test("a change applies once, also when two click at once, and its version says who applied it", async () => {
		const difference = await forwarded();
		const id = await propose(bankHoliday("2026-04-13"));
		await Promise.all([apply(id), apply(id), apply(id)]);
		expect((await changesOf(difference)).length).toBe(1);
		expect((await mailOf("director")).length).toBe(1);
		expect(await findCalendarChange(partnership.db, partnership.partnershipId, id)).toMatchObject({
			number: 1,
			appliedBy: "Kit Shaw",
			moved: 1,
		});
	});

	test("a change that was made from an older calendar is refused, and made anew", async () => {
		const [first, second] = [
			await propose(bankHoliday("2026-04-13")),
			await propose(bankHoliday("2026-04-14")),
		];
		await apply(first);
		expect((await preview(second))?.stale).toBe(true);
		await expect(apply(second)).rejects.toMatchObject({
			code: "calendar-changed",
		});
	});

	test("an act that is under way when the calendar changes is counted by the new one", async () => {
		const raised = await Promise.all(
			Array.from({ length: 4 }, async () => {
				partnership.at("2026-03-30T10:00");
				return raiseByTeacher(partnership);
			}),
		);
		const id = await propose(bankHoliday("2026-04-13"));
		await Promise.all([
			...raised.map((difference) => toFormal(partnership, difference, "forward")),
			apply(id),
		]);
		for (const difference of raised)
			expect((await clockOf(difference)).dueAt).toBe("2026-04-16T22:59:59.000Z");
		const saved = await derived();
		await deriveAll();
		expect(await derived()).toEqual(saved);
	});
});

test("a protocol that does not count closure days as working days moves by them, and says which", async () => {
	const { protocols } = partnership.app;
	partnership.app.protocols = {
		...protocols,
		version: async (db, id) =>
			({ ...(await protocols.version(db, id)), closureDays: "not-counted" }) as never,
	};
	const difference = await forwarded();
	await apply(
		await propose({
			what: "closure",
			day: "2026-04-13",
			until: "2026-04-14",
			name: "Office move",
			why: "",
		}),
	);
	expect((await changesOf(difference)).at(0)).toMatchObject({
		was: "2026-04-15",
		due: { day: "2026-04-17", version: "2028.1+1-closures" },
	});
	await apply(await propose({ what: "no-closure", day: "2026-04-14", why: "Put off" }));
	expect((await changesOf(difference)).at(1)).toMatchObject({
		was: "2026-04-17",
		due: { day: "2026-04-16" },
	});
});
