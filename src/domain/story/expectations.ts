import { clockOf, type Difference, type RunningClock } from "../difference/difference.ts";
import { breachesIn, standingOf } from "../difference/standing.ts";
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
export const unmet = (
	{ expect }: Story,
	{ difference, acts, wentOn }: Played,
	protocol: Protocol,
): string[] => [
	...acts.flatMap(({ act, after }) =>
		act.expect
			? unmetBy(act.expect, after, protocol).map(
					(said) => `after “${act.do}” at ${act.at}, ${said}`,
				)
			: [],
	),
	...unmetBy(expect, difference, protocol),
	...(wentOn ? unmet(wentOn.story, wentOn.played, wentOn.rules.protocol) : []),
];

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
