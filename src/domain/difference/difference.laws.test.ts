import { globSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { projectRoot } from "../../project-root.ts";
import { readProtocolFile } from "../../protocol-files.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import type { Actor } from "../people/viewer.ts";
import {
	clockRule,
	involvedSides,
	isAside,
	type KeptTo,
	slotOf,
	stepOf,
	stepsHeld,
} from "../protocol/protocol.ts";
import { formThatBegins } from "../protocol/sent-forms.ts";
import { type Course, play, type Turn, turns } from "./any-play.fixture.ts";
import { anyProtocolText, rulesOfText } from "./any-protocol.fixture.ts";
import { momentOf, oneThatCounts, recalculated } from "./consequences/clock-dates.ts";
import {
	beginning,
	clockOf,
	type Difference,
	evolve,
	isOpenClock,
	isOwed,
	type RecordedEvent,
	replay,
} from "./difference.ts";
import type { Rules } from "./rules.ts";
import { breachesIn } from "./standing.ts";
import { notificationsOf } from "./who/is-told.ts";
import { allowedActs, readersOf } from "./who/may-act.ts";
import { entriesFor, isFor, keptToOfClock, knowing, readersUpTo } from "./who/may-read.ts";
import { recipients } from "./who/recipients.ts";

/** What must hold for every protocol, whoever does what is allowed, in whatever order, at any time. */
const laws: [string, (rules: Rules, course: Course) => void][] = [
	[
		"it has ended or somebody has an act open",
		({ protocol }, { people, states }) => {
			for (const { difference } of states)
				if (difference.status.is === "open")
					expect(
						people.some((by) =>
							allowedActs(protocol, difference, by).some(
								({ act }) => act === "step" || act === "move",
							),
						),
					).toBe(true);
		},
	],
	[
		"the record, written down and read again, adds up to what was seen",
		({ protocol }, { header, events, states }) => {
			const stored = JSON.parse(JSON.stringify(events)) as RecordedEvent[];
			for (const { difference, entries } of states)
				expect(JSON.stringify(replay(protocol, header, stored.slice(0, entries)))).toBe(
					JSON.stringify(difference),
				);
		},
	],
	[
		"entries stand in the order in which they happened",
		(_, { events }) => {
			expect(events.map(({ seq }) => seq)).toEqual(events.map((__, index) => index + 1));
			const times = events.map(({ at }) => Temporal.Instant.from(at));
			expect(times).toEqual(times.toSorted(Temporal.Instant.compare));
		},
	],
	[
		"what is counted in working days is due on a working day, and nothing is due before it starts unless it is counted backwards",
		({ protocol, calendar }, { events }) => {
			for (const event of events) {
				if (event.type !== "clock-started") continue;
				const limit = protocol.clocks.find(({ id }) => id === event.clock)?.limit;
				if (!limit || !("within" in limit)) continue;
				const { due } = event;
				const isSet = due.rule.startsWith("A sooner date was set");
				if (!isSet && due.counted.length > 0 && hasWorkingDays(limit))
					expect(isWorkingDay(due.day, calendar)).toBe(true);
				if (limit.before === undefined && !isSet)
					expect(Temporal.Instant.compare(due.due, due.start)).toBe(due.due === due.start ? 0 : 1);
			}
		},
	],
	[
		"it was raised when it was entered or before, and what is counted from that is counted from then",
		({ protocol }, { events, states }) => {
			for (const { difference } of states)
				expect(
					Temporal.Instant.compare(difference.raisedAt, difference.enteredAt ?? ""),
				).toBeLessThanOrEqual(0);
			const raisedAt = states[0]?.difference.raisedAt ?? "";
			for (const event of events) {
				if (event.type !== "clock-started") continue;
				const from = protocol.clocks.find(({ id }) => id === event.clock)?.from ?? [];
				if (from.length > 0 && from.every(({ is }) => is === "raised"))
					expect(Temporal.Instant.compare(event.due.start, raisedAt)).toBe(0);
			}
		},
	],
	[
		"an open clock that is counted from the later or the earlier of several is counted from that one, whatever was known first",
		(rules, { states }) => {
			const { protocol } = rules;
			for (const { difference } of states)
				for (const clock of difference.clocks.filter(isOpenClock)) {
					const rule = clockRule(protocol, clock.clock);
					const isSet = clock.changes.some(({ how }) => how !== "calendar" && how !== "depends-on");
					if (!rule || rule.countsFrom === "first" || isSet || !("within" in rule.limit)) continue;
					// What began an earlier round counts no more for a later one.
					if (rule.limit.orSooner || clock.round > 1) continue;
					const from = oneThatCounts(
						rule.from.map((each) => momentOf(difference, each)),
						rule.countsFrom,
					);
					const due = { ...clock.due, start: String(from?.toInstant()) };
					expect(recalculated(rules, difference, { ...clock, due })?.due).toBe(clock.due.due);
				}
		},
	],
	[
		"a clock runs in one round at a time, and what is owed stands in the stage it is in, or beside it",
		({ protocol }, { states }) => {
			for (const { difference } of states) {
				const running = difference.clocks.filter(isOpenClock).map(({ clock }) => clock);
				expect(new Set(running).size).toBe(running.length);
				for (const { step } of difference.open) {
					const { stage } = stepOf(protocol, step);
					expect([difference.stage, "beside", "afterwards"]).toContain(stage);
				}
			}
		},
	],
	[
		"what goes on under another protocol is owed by somebody of the agency that raised it as soon as it ends",
		({ protocol }, { states, people }) => {
			const ended = states.find(({ difference }) => difference.status.is === "ended")?.difference;
			const handsOff =
				ended?.status.is === "ended" ? protocol.endings[ended.status.ending]?.handsOff : undefined;
			if (!ended || !handsOff) return;
			expect(ended.open.map(({ step }) => step)).toContain(handsOff.step);
			expect(
				people.some((by) =>
					allowedActs(protocol, ended, by).some(
						(act) => act.act === "step" && act.step.id === handsOff.step,
					),
				),
			).toBe(true);
		},
	],
	[
		"nobody owes what they were not told of",
		({ protocol }, { states }) => {
			for (const { difference } of states)
				for (const { step } of difference.open)
					expect(Object.keys(difference.known)).toContain(stepOf(protocol, step).by.side);
		},
	],
	[
		"nobody is late for what was not asked of them, and one delay is one breach",
		({ protocol }, { header, events }) => {
			let before = beginning(header);
			const missed = new Map<string, number>();
			for (const event of events) {
				if (event.type === "clock-ran-out") {
					const rule = clockRule(protocol, event.clock);
					const clock = clockOf(before, event.clock);
					expect(clock && isOwed(before, rule, clock), event.clock).toBe(true);
					const key = `${event.clock} ${clock?.round} ${clock?.changes.length}`;
					missed.set(key, (missed.get(key) ?? 0) + 1);
				}
				before = evolve(protocol, before, event);
			}
			expect([...missed.values()].every((times) => times === 1)).toBe(true);
			expect(breachesIn(protocol, before)).toBeLessThanOrEqual(before.clocks.length);
			for (const clock of before.clocks.filter(({ state }) => state === "met"))
				expect(clock.missed ?? false, clock.clock).toBe(false);
		},
	],
	[
		"nothing follows an end but what stands afterwards, referrals and notes, and the child’s record",
		({ protocol }, { events }) => {
			const end = events.findIndex(({ type }) => type === "ended");
			if (end < 0) return;
			for (const event of events.slice(end + 1))
				switch (event.type) {
					case "step-opened":
					case "step-awaited":
					case "step-done":
					case "step-dropped": {
						const step = stepOf(protocol, event.step);
						expect(isAside(step)).toBe(true);
						if (step.stage === "beside") expect(["referral", "note"]).toContain(step.kind);
						break;
					}
					case "clock-started":
					case "clock-met":
					case "clock-ran-out":
					case "clock-dropped":
					case "clock-paused":
					case "clock-changed": {
						const rule = clockRule(protocol, event.clock);
						const held = rule ? stepsHeld(rule) : [];
						expect(held.length > 0 && held.every((id) => isAside(stepOf(protocol, id)))).toBe(true);
						break;
					}
					case "move-made":
						expect(
							protocol.moves
								.find(({ id }) => id === event.move)
								?.while.some(
									(when) =>
										"ending" in when ||
										// It takes the place of what is owed afterwards.
										("step" in when && isAside(stepOf(protocol, when.step))),
								),
						).toBe(true);
						break;
					default:
						expect(["sent", "copied", "recorded-on-childs-record", "begun-elsewhere"]).toContain(
							event.type,
						);
				}
		},
	],
	[
		"what is owed only from a later day opens as that day begins, neither before nor after",
		({ protocol }, { events, header }) => {
			const awaited = new Map<string, string>();
			for (const event of events) {
				const opensAt = "step" in event ? awaited.get(event.step ?? "") : undefined;
				if (event.type === "step-awaited") {
					expect(opensAt).toBeUndefined();
					expect(stepOf(protocol, event.step).stage).toBe("afterwards");
					awaited.set(event.step, event.opensAt);
				} else if (event.type === "step-opened" && opensAt !== undefined) {
					expect(event.at).toBe(opensAt);
					awaited.delete(event.step);
				} else if (event.type === "step-dropped") awaited.delete(event.step);
				for (const day of awaited.values())
					expect(Temporal.Instant.compare(event.at, day)).toBeLessThanOrEqual(0);
			}
			expect(Object.fromEntries(awaited)).toEqual(
				Object.fromEntries(
					replay(protocol, header, events).awaited.map(({ step, opensAt }) => [step, opensAt]),
				),
			);
		},
	],
	[
		"the receiving agency and every office learn nothing, and can do nothing, before something is sent to them",
		({ protocol }, { events, states, people }) => {
			for (const { difference, entries } of states)
				for (const side of sidesOf(protocol, difference)) {
					const soFar = events.slice(0, entries);
					const sent = soFar.some((event) => event.type === "sent" && event.to.includes(side));
					expect(side in difference.known).toBe(sent);
					if (sent) continue;
					expect(entriesFor(soFar, [side])).toEqual([]);
					// Agencies involved have the sides of the order in which they were chosen.
					const agency = difference.involved[side]?.agency ?? (slotOf(side) ? "" : side);
					for (const by of people.filter(
						({ agencyId, offices, proxyFor }) =>
							agencyId === agency ||
							proxyFor?.includes(agency) ||
							(agencyId === "partnership" && offices.includes(side)),
					))
						expect(allowedActs(protocol, difference, by)).toEqual([]);
				}
		},
	],
	[
		"an agency that is involved is so once, and every side that knows of the difference knows it by the same side",
		({ protocol }, { header, events, states }) => {
			const last = states.at(-1)?.difference;
			if (!last) return;
			const all = Object.values(last.involved).map(({ agency }) => agency);
			expect(new Set(all).size).toBe(all.length);
			expect(Object.keys(last.involved)).toEqual(involvedSides(protocol).slice(0, all.length));
			for (const side of Object.keys(last.known))
				expect(replay(protocol, header, entriesFor(events, [side])).involved, side).toEqual(
					last.involved,
				);
		},
	],
	[
		"every side’s own entries add up to a difference that agrees with the whole on what is owed by them",
		({ protocol }, { header, events, states }) => {
			const last = states.at(-1);
			if (!last) return;
			for (const side of Object.keys(last.difference.known)) {
				const everything = readersUpTo(side, "director");
				const seen = replay(protocol, header, entriesFor(events, everything));
				const own = (difference: Difference) =>
					difference.open
						.map(({ step }) => step)
						.filter((step) => stepOf(protocol, step).by.side === side)
						.sort();
				expect(own(seen)).toEqual(own(last.difference));
				expect(seen.status.is).toBe(last.difference.status.is);
			}
		},
	],
	[
		"what is not for a level of a side reaches nobody below it, by no entry, enclosure, act or message",
		({ protocol }, { header, events, states, people }) => {
			const isKept = (keptTo: KeptTo, side: string) => keptTo[side] !== undefined;
			const stepOfClock = (clock: string) => keptToOfClock(protocol, clock);
			for (const [index, { difference, entries }] of states.entries()) {
				for (const side of ["raising", "receiving"]) {
					const read = entriesFor(events.slice(0, entries), [side]);
					expect(read.filter(({ keptTo = {} }) => isKept(keptTo, side))).toEqual([]);
					const seen = replay(protocol, header, read);
					for (const { step } of [...seen.open, ...seen.done])
						expect(isKept(stepOf(protocol, step).keptTo, side)).toBe(false);
					for (const { clock } of seen.clocks) expect(isKept(stepOfClock(clock), side)).toBe(false);
				}
				const audience = knowing(difference);
				const reads = (one: Actor, keptTo: KeptTo) =>
					isFor(readersOf(protocol, difference, one), { audience, keptTo });
				for (const one of people)
					for (const act of allowedActs(protocol, difference, one))
						if (act.act === "step" && Object.keys(act.step.keptTo).length > 0)
							expect(reads(one, act.step.keptTo)).toBe(true);
				const happened = events.slice(states[index - 1]?.entries ?? 0, entries);
				for (const told of notificationsOf(protocol, difference, happened))
					if ("step" in told && told.step !== undefined)
						for (const one of recipients(protocol, difference, told.to, people))
							expect(reads(one, stepOf(protocol, told.step).keptTo)).toBe(true);
			}
		},
	],
];

const hasWorkingDays = (limit: {
	within: { unit: string };
	tiers?: { within: Record<string, { unit: string }> } | undefined;
}): boolean =>
	[limit.within, ...Object.values(limit.tiers?.within ?? {})].every(
		({ unit }) => unit === "working-days" || unit === "weeks",
	);

const sidesOf = (protocol: Rules["protocol"], _: Difference): string[] => [
	"receiving",
	...involvedSides(protocol),
	...Object.values(protocol.roles)
		.filter(({ office }) => office)
		.map(({ id }) => id),
];

const played = new Map<string, Course>();

/** The same seed makes the same turns for every law: each course is played once, and every law looks at it. */
function playOnce<Played extends Course>(from: unknown[], play: () => Played): Played {
	const key = JSON.stringify(from);
	const course = (played.get(key) as Played | undefined) ?? play();
	played.set(key, course);
	return course;
}

describe("in any protocol that the check lets pass", () => {
	test.each(laws)("%s", (_, holds) =>
		fc.assert(
			fc.property(anyProtocolText, turns, fc.nat(5), (text, given, begin) => {
				const rules = rulesOfText(text);
				holds(
					rules,
					playOnce([text, given, begin], () => play(rules, given, begin)),
				);
			}),
			{ numRuns: 60 },
		),
	);
});

const packs = globSync(["protocols/*/*.yaml", "test/language/{not-read-by,pool}.yaml"], {
	cwd: projectRoot,
})
	.sort()
	.map((file): [string, Rules] => [
		file,
		rulesOfText(readProtocolFile(join(projectRoot, file)).text),
	]);

describe.each(packs)("in %s", (_, rules) => {
	test("all of it holds, whatever is done", () =>
		fc.assert(
			fc.property(turns, fc.nat(5), (given: Turn[], begin) => {
				const course = play(rules, given, begin);
				for (const [, holds] of laws) holds(rules, course);
			}),
			{ numRuns: 60 },
		));
});

describe.each(packs.filter(([, { protocol }]) => formThatBegins(protocol)))(
	"in %s, where forms come on paper",
	(_, rules) => {
		test("all of it holds, and every entry from paper names who entered it, who has no part for that", () =>
			fc.assert(
				fc.property(turns, fc.nat(5), (given: Turn[], begin) => {
					const course = play(rules, given, begin, () => ({}), true);
					for (const [, holds] of laws) holds(rules, course);
					const enterers = course.events.flatMap(({ entered }) => entered?.by ?? []);
					for (const { entered, by } of course.events)
						if (by?.person === null) expect(entered?.by.person).toBeDefined();
					for (const { side } of enterers)
						expect(Object.keys(rules.protocol.roles)).toContain(side);
				}),
				{ numRuns: 40 },
			));
	},
);

/** What is told to whom in stages 1 and 2 must stay there: each such text carries its act. */
type Confidence = { text: string; own: string };

type Confided = Course & { confidences: Confidence[] };

/** Plays turns on Somerset's protocol, with a text of its own wherever something is told in words early on. */
const playSomerset = (given: Turn[]): Confided =>
	playOnce(["Somerset", given], () => {
		const { protocol } = somerset;
		const confidences: Confidence[] = [];
		const course = play(somerset, given, 0, (where, step) => {
			const early =
				where === "raise" ||
				protocol.stages.some(({ id, formsForbidden }) => id === step?.stage && formsForbidden);
			if (!early) return {};
			const texts = Object.values(protocol.fields)
				.filter(({ type }) => type === "long-text" || type === "text")
				.map(({ id }): [string, string] => [id, `in confidence: ${where} ${id}.`]);
			const own = step?.by.side ?? "raising";
			confidences.push(...texts.map(([, text]) => ({ text, own })));
			return Object.fromEntries(texts);
		});
		return { ...course, confidences };
	});

/** Any sequence of allowed acts, by anybody, at any time. Prints its seed when it fails. */
const always = (holds: (told: Confided) => void) =>
	fc.assert(
		fc.property(turns, (given) => holds(playSomerset(given))),
		{ numRuns: 100 },
	);

describe("in Somerset’s", () => {
	const { protocol } = somerset;
	test("the courses below come by every step and every move of the protocol", () => {
		const all = [...Object.keys(protocol.steps), ...protocol.moves.map(({ id }) => id)].sort();
		const seen = new Set<string>();
		for (const given of fc.sample(turns, { numRuns: 3000, seed: 2024 })) {
			if (seen.size === all.length) break;
			for (const event of playSomerset(given).events)
				if (event.type === "step-done") seen.add(event.step);
				else if (event.type === "move-made") seen.add(event.move);
		}
		expect([...seen].sort()).toEqual(all);
	});

	test("a clock runs in one round at a time, and only while its step is owed", () =>
		always(({ states }) => {
			for (const { difference } of states)
				for (const clock of difference.clocks)
					if (clock.state === "running" || clock.state === "ran-out")
						expect(difference.open.filter(({ step }) => step === clock.clock)).toHaveLength(1);
		}));

	test("nothing follows a final decision but referrals, learning, what changed, its actions and the child’s record", () =>
		always(({ events }) => {
			const end = events.findIndex(
				(event) => event.type === "ended" && protocol.endings[event.ending]?.final,
			);
			if (end < 0) return;
			for (const event of events.slice(end + 1))
				switch (event.type) {
					case "step-opened":
					case "step-awaited":
					case "step-done":
						expect(stepOf(protocol, event.step).stage).toBe("afterwards");
						break;
					case "move-made":
						expect(event.move).toMatch(/^refer-for-|-outside$/);
						break;
					// What changed goes to the office; the case, to whoever is asked for a review or a summary.
					case "sent":
						expect(event.to.join()).toMatch(/^(business-unit|learning-subgroup|scrutineer)$/);
						break;
					case "step-dropped":
						expect(event.step).toMatch(/^afterwards.(review|summary)$/);
						break;
					case "clock-started":
					case "clock-met":
					case "clock-ran-out":
					case "clock-paused":
					case "clock-changed":
					case "clock-dropped":
						expect(event.clock).toMatch(/^afterwards\.(actions|changed|review|summary)/);
						break;
					default:
						expect(event.type).toBe("recorded-on-childs-record");
				}
		}));

	test("what is said at stages 1 and 2 stays with those who said it, unless it was sent", () =>
		always(({ events, confidences }) => {
			for (const side of ["raising", "receiving", "business-unit", "executive"]) {
				const read = JSON.stringify(entriesFor(events, [side]));
				const sent = JSON.stringify(
					events.flatMap((event) =>
						event.type === "sent" && event.to.includes(side) ? [event.answers] : [],
					),
				);
				for (const { text, own } of confidences)
					if (own !== side && read.includes(text))
						expect(sent, `${side} reads ${text}`).toContain(text);
			}
		}));
});
