import { clockOf, type Difference, type RunningClock, replay } from "../difference/difference.ts";
import { breachesIn, standingOf } from "../difference/standing.ts";
import { readersOf } from "../difference/who/may-act.ts";
import { entriesFor } from "../difference/who/may-read.ts";
import { nearestTo } from "../protocol/file/faults.ts";
import { type Protocol, strengthOf } from "../protocol/protocol.ts";
import { londonTime } from "../time.ts";
import type { Played } from "./play.ts";
import type { Expectations, Story } from "./story.ts";

const weekend = ["Saturday", "Sunday"];

/** Whether a story says how it should end. */
export const expectsSomething = ({ expect, acts, "then-under": next }: Story): boolean =>
	[...acts, ...(next?.acts ?? [])].some((act) => act.expect !== undefined) ||
	next !== undefined ||
	Object.entries(expect).some(([word, value]) =>
		word === "clocks" ? Object.keys(expect.clocks).length > 0 : value !== undefined,
	);

/** What a story expected and did not get, in words; empty when all of it held. */
export const unmet = ({ expect }: Story, played: Played, protocol: Protocol): string[] => [
	...played.acts.flatMap(({ act, after }) =>
		act.expect
			? [
					...unmetBy(act.expect, after, protocol),
					...unmetByReaders(act.expect, played, after, protocol),
				].map((said) => `after “${act.do}” at ${act.at}, ${said}`)
			: [],
	),
	...unmetBy(expect, played.difference, protocol),
	...unmetByReaders(expect, played, played.difference, protocol),
	...(played.wentOn
		? unmet(played.wentOn.story, played.wentOn.played, played.wentOn.rules.protocol)
		: []),
];

/** What somebody was to know of it by then, or not to, and does otherwise. @param then as it stood */
function unmetByReaders(
	{ sees = {} }: Expectations,
	{ header, acts, cast }: Played,
	then: Difference,
	protocol: Protocol,
): string[] {
	const entries = acts
		.flatMap(({ passed, events }) => [...passed, ...events])
		.filter(({ seq }) => seq <= then.seq);
	return Object.entries(sees).flatMap(([who, expected]) => {
		const reader = cast.person(who)?.actor;
		if (!reader) return `“${who}” sees: there is nobody of that name here`;
		const mine = entriesFor(entries, readersOf(protocol, then, reader));
		if (expected === "nothing")
			return mine.length > 0 ? `${who} sees: expected nothing, got something` : [];
		if (mine.length === 0) return `${who} sees: expected something, got nothing`;
		const { done, ...rest } = expected;
		const seen = replay(protocol, header, mine);
		const known = [...new Set(seen.done.map(({ step }) => shortest(step, done)))].toSorted();
		return [
			...unmetBy({ ...rest, clocks: {} }, seen, protocol),
			...(done && say(done.toSorted()) !== say(known)
				? [`done: expected ${say(done)}, got ${say(known)}`]
				: []),
		].map((said) => `${who} sees ${said}`);
	});
}

function unmetBy(expect: Expectations, difference: Difference, protocol: Protocol): string[] {
	const found: string[] = [];
	const same = (what: string, expected: unknown, got: unknown) => {
		if (expected !== undefined && JSON.stringify(expected) !== JSON.stringify(got))
			found.push(`${what}: expected ${say(expected)}, got ${say(got)}`);
	};
	const { status } = difference;
	same("ended", expect.ended, status.is === "ended" ? status.ending : "open");
	same("stage", expect.stage, difference.stage);
	same(
		"skipped",
		expect.skipped?.toSorted(),
		difference.stages.flatMap(({ skipped }) => skipped).toSorted(),
	);
	same(
		"owed",
		expect.owed?.toSorted(),
		expect.owed && difference.open.map(({ step }) => shortest(step, expect.owed)).toSorted(),
	);
	same("told", expect.told?.toSorted(), Object.keys(difference.known).toSorted());
	same("safe", expect.safe, difference.safety?.safe);
	same("breaches", expect.breaches, breachesIn(protocol, difference));
	for (const [said, wanted] of Object.entries(expect.clocks)) {
		const isCalledSo = (clock: string) => clock === said || clock.endsWith(`.${said}`);
		// A step without a clock has none that starts.
		const ids = [...protocol.clocks.map(({ id }) => id), ...Object.keys(protocol.steps)];
		if (!ids.some(isCalledSo)) {
			found.push(`clock ${said}: ${noSuchClock(said, ids)}`);
			continue;
		}
		const [id, ...others] = new Set(difference.clocks.map(({ clock }) => clock).filter(isCalledSo));
		if (others.length > 0 && id !== said) {
			found.push(
				`clock ${said}: several are called so; write one in full: ${[id, ...others].join(", ")}`,
			);
			continue;
		}
		const clock = id && clockOf(difference, id);
		if (wanted.started !== undefined)
			same(`clock ${said}, started`, wanted.started, clock !== undefined);
		if (!clock) {
			if (wanted.started !== false) found.push(`clock ${said}: it never started`);
			continue;
		}
		same(
			`clock ${said}, due`,
			wanted.due?.replace("T", " "),
			wanted.due && dueAsSaid(clock, wanted.due),
		);
		same(`clock ${said}, first due`, wanted["first-due"], clock.firstDue.day);
		// What is not needed any more may have been missed before.
		if (wanted.state !== "dropped" || clock.state !== "dropped")
			same(`clock ${said}, state`, wanted.state, standingOf(clock, strengthOf(protocol, clock)));
		same(
			`clock ${said}, rounds`,
			wanted.rounds,
			difference.clocks.filter((each) => each.clock === id).length,
		);
		same(
			`clock ${said}, skipped`,
			wanted.skipped,
			clock.due.skipped.map(({ name }) => name).filter((name) => !weekend.includes(name)),
		);
	}
	return found;
}

const noSuchClock = (said: string, ids: string[]): string => {
	const short = ids.map((id) => id.split(".").at(-1) ?? id);
	const nearest = nearestTo(said, [...short, ...ids]);
	return `the protocol has none of that name${nearest ? `. Did you mean “${nearest}”?` : ""}`;
};

/** When a clock is due, as exactly as the story says it: a day, or a day and a time. */
function dueAsSaid({ due }: RunningClock, said: string): string {
	if (said.length <= 10) return due.day;
	return londonTime(due.due)
		.toPlainDateTime()
		.toString({ smallestUnit: "minute" })
		.replace("T", " ");
}

const say = (value: unknown) =>
	Array.isArray(value) ? value.join(", ") || "nothing" : String(value);

/** A step as the story names it: in full, or by its last word. */
const shortest = (step: string, said: string[] = []) =>
	said.includes(step) ? step : (step.split(".")[1] ?? step);
