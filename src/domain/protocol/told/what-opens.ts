import { sayAny } from "../../english.ts";
import {
	type Outcome,
	type Protocol,
	type Step,
	type StepId,
	stageTitle,
	stepsOpenedBy,
	type Target,
	waysOf,
} from "../protocol.ts";
import {
	firstRound,
	inFirstRound,
	inLastRound,
	isNextRound,
	sayOpens,
} from "./protocol-in-words.ts";

/**
 * For each step what opens it, as phrases: "after “Sign off” (“I sign it off”)", "when “Answer” is not done in time". A
 * step of a stage that is repeated stands there once, by the id of its first round.
 */
export function whatOpens(protocol: Protocol): Map<StepId, string[]> {
	const found = new Map<StepId, string[]>();
	const note = (targets: Target[], said: string) => {
		for (const target of targets) {
			const says = `${sayLater(protocol, target)}${said}`;
			for (const id of opened(protocol, target)) {
				const before = found.get(id) ?? [];
				if (!before.includes(says)) found.set(id, [...before, says]);
			}
		}
	};
	const ways = waysOf(protocol);
	for (const { title, start } of ways)
		note(
			start,
			`as soon as it is raised${ways.length > 1 && title ? ` by way of “${title}”` : ""}`,
		);
	const steps = firstRound(protocol, Object.values(protocol.steps));
	for (const step of steps)
		for (const [target, outcomes] of byTarget(step.outcomes)) {
			if (target.go === "step" && target.step === step.id) continue;
			const isNext = target.go === "step" && isNextRound(protocol, step, target.step);
			note([target], `after ${sayDone(step, outcomes)}${isNext ? ", one level up" : ""}`);
		}
	for (const step of steps) {
		const last = inLastRound(protocol, step);
		if (last === step) continue;
		for (const [target, outcomes] of byTarget(last.outcomes))
			if (!isInside(protocol, target, step))
				note([target], `after ${sayDone(last, outcomes)}, at the last level`);
	}
	for (const clock of protocol.clocks) {
		const step = clock.step === undefined ? undefined : protocol.steps[clock.step];
		const [first] = step ? firstRound(protocol, [step]) : [];
		const isLast =
			step !== undefined && first === undefined && inLastRound(protocol, step) === step;
		if (step && !first && !isLast) continue;
		for (const target of clock.late) {
			const isNext =
				step && target.go === "step" && isNextRound(protocol, step, target.step)
					? ", one level up"
					: "";
			if (step && isLast && isInside(protocol, target, step)) continue;
			note(
				[target],
				step
					? `when “${step.title}” is not done in time${isNext}${isLast ? ", at the last level" : ""}`
					: `when the time for “${clock.title}” has run out`,
			);
		}
	}
	for (const move of protocol.moves)
		for (const [target, outcomes] of byTarget(move.outcomes))
			note([target], `when somebody chooses ${sayDone(move, outcomes)}`);
	noteEndings(protocol, note);
	// What is asked anew on a later day was asked before.
	for (const step of steps)
		for (const [target, outcomes] of byTarget(step.outcomes))
			if (target.go === "step" && target.step === step.id && target.opens)
				note([target], `after ${sayDone(step, outcomes)}`);
	return found;
}

/** What is owed after an end: "after “Resolved”, if it came to Stage 3". */
function noteEndings(protocol: Protocol, note: (targets: Target[], said: string) => void): void {
	const endings = Object.values(protocol.endings);
	for (const { handsOff, title } of endings)
		if (handsOff) note([{ go: "step", step: handsOff.step }], `after “${title}”`);
	for (const step of protocol.afterwards) {
		const leading = endings.flatMap(({ title, opens }) =>
			(opens?.steps ?? [])
				.filter((target) => target.go === "step" && target.step === step.id)
				.map((target) => ({ title, stage: opens?.from ?? "", target })),
		);
		for (const alike of Map.groupBy(leading, ({ stage, target }) =>
			JSON.stringify([stage, target]),
		).values()) {
			const [{ stage, target } = { stage: "", target: { go: "stay" as const } }] = alike;
			note(
				[target],
				`after ${sayAny(alike.map(({ title }) => `“${title}”`))}, if it came to ${stageTitle(protocol, stage)}`,
			);
		}
	}
}

/** "3 months " before "after “Resolved”"; "on the day in “When?” " where a field holds it. */
const sayLater = (protocol: Protocol, target: Target): string =>
	sayOpens(protocol, target)
		.replace(/^ after (.*)$/, "$1 ")
		.replace(/^ (on .*)$/, "$1, ");

/** The steps that a target opens; of a stage that is repeated those of the first round. */
const opened = (protocol: Protocol, target: Target): StepId[] =>
	stepsOpenedBy(protocol, [target]).map((step) => inFirstRound(protocol, step).id);

const isInside = (protocol: Protocol, target: Target, { stage }: Step): boolean =>
	stepsOpenedBy(protocol, [target]).some((step) => step.stage === stage);

/** Outcomes by where they lead, those that lead to one place together. */
function byTarget<Way extends Pick<Outcome, "say" | "leadsTo">>(
	outcomes: Way[],
): [target: Target, outcomes: Way[]][] {
	const found = new Map<string, [Target, Way[]]>();
	for (const outcome of outcomes)
		for (const target of outcome.leadsTo) {
			const key = JSON.stringify(target);
			const [, before] = found.get(key) ?? [target, []];
			found.set(key, [target, [...before, outcome]]);
		}
	return [...found.values()];
}

/** "“Sign off” (“I sign it off”)"; without the choice where every choice leads there. */
const sayDone = (
	{ title, outcomes }: { title: string; outcomes: Pick<Outcome, "say">[] },
	chosen: Pick<Outcome, "say">[],
): string =>
	chosen.length < outcomes.length
		? `“${title}” (${sayAny(chosen.map(({ say }) => `“${say}”`))})`
		: `“${title}”`;
