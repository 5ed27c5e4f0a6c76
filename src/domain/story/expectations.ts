import { clockOf } from "../difference/difference.ts";
import type { Played } from "./play.ts";
import type { Story } from "./story.ts";

const weekend = ["Saturday", "Sunday"];

/** Whether a story says how it should end. */
export const expectsSomething = ({ expect }: Story): boolean =>
	Object.entries(expect).some(([word, value]) =>
		word === "clocks"
			? Object.keys(expect.clocks).length > 0
			: value !== undefined,
	);

/** What a story expected and did not get, in words; empty when all of it held. */
export function unmet({ expect }: Story, { difference }: Played): string[] {
	const found: string[] = [];
	const same = (what: string, expected: unknown, got: unknown) => {
		if (
			expected !== undefined &&
			JSON.stringify(expected) !== JSON.stringify(got)
		)
			found.push(`${what}: expected ${say(expected)}, got ${say(got)}`);
	};
	const { status } = difference;
	same("ended", expect.ended, status.is === "ended" ? status.ending : "open");
	same("stage", expect.stage, difference.stage);
	same(
		"owed",
		expect.owed?.toSorted(),
		expect.owed &&
			difference.open.map(({ step }) => shortest(step, expect.owed)).toSorted(),
	);
	same(
		"told",
		expect.told?.toSorted(),
		Object.keys(difference.known).toSorted(),
	);
	for (const [said, wanted] of Object.entries(expect.clocks)) {
		const id = difference.clocks.find(
			({ clock }) => clock === said || clock.endsWith(`.${said}`),
		)?.clock;
		const clock = id && clockOf(difference, id);
		if (!clock) {
			found.push(`clock ${said}: it never started`);
			continue;
		}
		same(`clock ${said}, due`, wanted.due, clock.due.day);
		same(`clock ${said}, state`, wanted.state, clock.state);
		same(
			`clock ${said}, skipped`,
			wanted.skipped,
			clock.due.skipped
				.map(({ name }) => name)
				.filter((name) => !weekend.includes(name)),
		);
	}
	return found;
}

const say = (value: unknown) =>
	Array.isArray(value) ? value.join(", ") || "nothing" : String(value);

/** A step as the story names it: in full, or by its last word. */
const shortest = (step: string, said: string[] = []) =>
	said.includes(step) ? step : (step.split(".")[1] ?? step);
