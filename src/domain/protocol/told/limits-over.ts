import {
	type Clock,
	isAside,
	type Occasion,
	type Protocol,
	type Step,
	type StepId,
	stepsOpenedBy,
	type Target,
	waysOf,
} from "../protocol.ts";

/** Time limits of no one step, as they bear on one. */
export type LimitsOver = {
	/** Doing the step meets them. */
	met: Clock[];
	/** They may run while it is owed, and it alone does not meet them. */
	running: Clock[];
};

/** Which time limits of no one step bear on a step. */
export function limitsOver(protocol: Protocol, step: Step): LimitsOver {
	const long = protocol.clocks.filter((clock) => clock.step === undefined);
	const met = long.filter(
		(clock) =>
			clock.of.includes(step.id) ||
			step.outcomes.some(({ id }) =>
				isAmong(clock.until, { is: "event", event: `${step.id}.${id}` }),
			),
	);
	return {
		met,
		// What stands beside the stages is no part of what they limit.
		running: isAside(step)
			? []
			: long.filter((clock) => !met.includes(clock) && stepsDuring(protocol, clock).has(step.id)),
	};
}

/** The time limits that start with a stage. */
export const limitsFromStage = (protocol: Protocol, stage: string): Clock[] =>
	protocol.clocks.filter(
		(clock) => clock.step === undefined && isAmong(clock.from, { is: "stage", stage }),
	);

const known = new WeakMap<Clock, Set<StepId>>();

/** Steps that may be owed while a time limit runs: what can come after its start and before its end. */
function stepsDuring(protocol: Protocol, clock: Clock): Set<StepId> {
	const before = known.get(clock);
	if (before) return before;
	const found = new Set<StepId>();
	const waiting: { from: Step | undefined; targets: Target[] }[] = clock.from.map((occasion) => ({
		from: undefined,
		targets: openedBy(protocol, occasion),
	}));
	const isOver = (occasion: Occasion) =>
		isAmong(clock.until, occasion) || isAmong(clock.drops, occasion);
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { from, targets } = next;
		for (const step of stepsOpenedBy(protocol, targets)) {
			if (found.has(step.id)) continue;
			const isEntered = from !== undefined && from.stage !== step.stage;
			if (isEntered && isOver({ is: "stage", stage: step.stage })) continue;
			found.add(step.id);
			for (const { id, leadsTo } of step.outcomes)
				if (!isOver({ is: "event", event: `${step.id}.${id}` }))
					waiting.push({ from: step, targets: leadsTo });
			for (const { step: of, late } of protocol.clocks)
				if (of === step.id) waiting.push({ from: step, targets: late });
			for (const move of protocol.moves)
				if (
					!isOver({ is: "move", move: move.id }) &&
					move.while.some((when) =>
						"stage" in when ? when.stage === step.stage : "step" in when && when.step === step.id,
					)
				)
					waiting.push({ from: step, targets: move.leadsTo });
		}
	}
	known.set(clock, found);
	return found;
}

/** Where something leads that starts a time limit. */
function openedBy(protocol: Protocol, occasion: Occasion): Target[] {
	switch (occasion.is) {
		case "raised":
			return waysOf(protocol).flatMap(({ start }) => start);
		case "stage":
			return [{ go: "stage", stage: occasion.stage }];
		case "move":
			return protocol.moves.find(({ id }) => id === occasion.move)?.leadsTo ?? [];
		case "event": {
			const end = occasion.event.lastIndexOf(".");
			const [step, outcome] = [occasion.event.slice(0, end), occasion.event.slice(end + 1)];
			if (outcome === "opened") return [{ go: "step", step }];
			return protocol.steps[step]?.outcomes.find(({ id }) => id === outcome)?.leadsTo ?? [];
		}
		// A day that somebody enters may be entered at any time.
		case "field":
		case "end":
			return [];
	}
}

const isAmong = (occasions: Occasion[], one: Occasion): boolean =>
	occasions.some((each) => JSON.stringify(each) === JSON.stringify(one));
