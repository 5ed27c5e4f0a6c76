import { sayTo } from "../../said.ts";
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
import { saidWithin } from "../within.ts";
import {
	anyOf,
	firstRound,
	inFirstRound,
	inLastRound,
	isNextRound,
	sayLabels,
} from "./protocol-in-words.ts";

/**
 * For each step what opens it, as phrases: "after “Sign off” (“I sign it off”)", "when “Answer” is not done in time". A
 * step of a stage that is repeated stands there once, by the id of its first round.
 */
export function whatOpens(protocol: Protocol): Map<StepId, string[]> {
	const say = sayTo(protocol);
	const found = new Map<StepId, string[]>();
	const note = (targets: Target[], said: string) => {
		for (const target of targets) {
			const says = sayLater(protocol, target, said);
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
			ways.length > 1 && title
				? say`as soon as it is raised by way of “${title}”`
				: say`as soon as it is raised`,
		);
	const steps = firstRound(protocol, Object.values(protocol.steps));
	for (const step of steps)
		for (const [target, outcomes] of byTarget(step.outcomes)) {
			if (target.go === "step" && target.step === step.id) continue;
			const isNext = target.go === "step" && isNextRound(protocol, step, target.step);
			note(
				[target],
				isNext
					? say`after ${sayDone(protocol, step, outcomes)}, one level up`
					: say`after ${sayDone(protocol, step, outcomes)}`,
			);
		}
	for (const step of steps) {
		const last = inLastRound(protocol, step);
		if (last === step) continue;
		for (const [target, outcomes] of byTarget(last.outcomes))
			if (!isInside(protocol, target, step))
				note([target], say`after ${sayDone(protocol, last, outcomes)}, at the last level`);
	}
	for (const clock of protocol.clocks) {
		const step = clock.step === undefined ? undefined : protocol.steps[clock.step];
		const [first] = step ? firstRound(protocol, [step]) : [];
		const isLast =
			step !== undefined && first === undefined && inLastRound(protocol, step) === step;
		if (step && !first && !isLast) continue;
		for (const target of clock.late) {
			const isNext = step && target.go === "step" && isNextRound(protocol, step, target.step);
			if (step && isLast && isInside(protocol, target, step)) continue;
			note(
				[target],
				!step
					? say`when the time for “${clock.title}” has run out`
					: isNext
						? say`when “${step.title}” is not done in time, one level up`
						: isLast
							? say`when “${step.title}” is not done in time, at the last level`
							: say`when “${step.title}” is not done in time`,
			);
		}
	}
	for (const move of protocol.moves)
		for (const [target, outcomes] of byTarget(move.outcomes))
			note([target], say`when somebody chooses ${sayDone(protocol, move, outcomes)}`);
	noteEndings(protocol, note);
	// What is asked anew on a later day was asked before.
	for (const step of steps)
		for (const [target, outcomes] of byTarget(step.outcomes))
			if (target.go === "step" && target.step === step.id && target.opens)
				note([target], say`after ${sayDone(protocol, step, outcomes)}`);
	return found;
}

/** What is owed after an end: "after “Resolved”, if it came to Stage 3". */
function noteEndings(protocol: Protocol, note: (targets: Target[], said: string) => void): void {
	const endings = Object.values(protocol.endings);
	for (const { handsOff, title } of endings)
		if (handsOff) note([{ go: "step", step: handsOff.step }], sayTo(protocol)`after “${title}”`);
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
				sayTo(protocol)`after ${anyOf(
					protocol,
					alike.map(({ title }) => `“${title}”`),
				)}, if it came to ${stageTitle(protocol, stage)}`,
			);
		}
	}
}

/** "3 months " before "after “Resolved”"; "on the day in “When?” " where a field holds it. */
function sayLater(protocol: Protocol, target: Target, said: string): string {
	if (target.go !== "step" || !target.opens) return said;
	const { opens } = target;
	return "after" in opens
		? sayTo(protocol)`${saidWithin(opens.after)} ${said}`
		: sayTo(protocol)`on the day in ${sayLabels(protocol, [opens.on])}, ${said}`;
}

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
	protocol: Protocol,
	{ title, outcomes }: { title: string; outcomes: Pick<Outcome, "say">[] },
	chosen: Pick<Outcome, "say">[],
): string =>
	chosen.length < outcomes.length
		? `“${title}” (${anyOf(
				protocol,
				chosen.map(({ say }) => `“${say}”`),
			)})`
		: `“${title}”`;
