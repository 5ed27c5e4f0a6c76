import type { Faults } from "./faults.ts";
import type { Protocol, Step, StepId, Target } from "./protocol.ts";

/**
 * What a protocol that reads well may still get wrong. Run on a compiled protocol without faults.
 *
 * Every stage and step can be reached, every path ends, nobody is asked for a form where forms are
 * forbidden, every clock's start can happen, every field that names a person or a day is asked for.
 */
export function check(protocol: Protocol, faults: Faults): void {
	const steps = Object.values(protocol.steps);
	const reached = reachable(protocol);

	for (const stage of protocol.stages) {
		const path = ["stages", stage.id];
		if (stage.steps.length === 0)
			faults.add(
				path,
				`Stage “${stage.id}” has no steps`,
				"Add a step under “steps:”, or take the stage out",
			);
		else if (!stage.steps.some(({ id }) => reached.has(id)))
			faults.add(
				path,
				`Nothing leads to stage “${stage.id}”`,
				`Let an outcome or a move lead there with “then: stage ${stage.id}”, or take the stage out`,
			);
	}

	const asked = new Set([
		...protocol.raise.asks,
		...steps.flatMap((step) => [
			...step.asks,
			...step.outcomes.flatMap(({ asks }) => asks),
		]),
		...protocol.moves.flatMap(({ asks }) => asks),
	]);

	for (const step of steps) {
		const path = pathOf(protocol, step);
		const stage = protocol.stages.find(({ id }) => id === step.stage);
		if (
			!reached.has(step.id) &&
			(stage?.steps.some(({ id }) => reached.has(id)) ?? true)
		)
			faults.add(
				path,
				`Nothing leads to the step “${step.name}”`,
				`Let an outcome, a move or an ending lead to “${step.name}”, or take the step out`,
			);
		if (step.form && stage?.formsForbidden)
			faults.add(
				path,
				`The step “${step.name}” fills in a form, and this stage says that forms are forbidden`,
				"Take the form out of the step, or “forms: forbidden” out of the stage",
			);
		if (step.outcomes.length === 0)
			faults.add(
				path,
				`The step “${step.name}” has no outcome, so it never ends`,
				"Add at least one outcome under “outcomes:”",
			);
		if (
			step.namedIn &&
			step.namedIn !== "raised-by" &&
			!asked.has(step.namedIn)
		)
			faults.add(
				[...path, "named-in"],
				`No step asks for “${step.namedIn}”, so nobody can be named in it`,
				`Add “${step.namedIn}” to the “asks:” of the step or outcome before this one`,
			);
		if (step.kind === "sign-off" && !step.of)
			faults.add(
				path,
				`The sign-off “${step.name}” does not say what is signed`,
				"Add “of:” with the step whose form is signed",
			);
		if (step.kind === "referral" && !step.to)
			faults.add(
				path,
				`The referral “${step.name}” does not say to whom`,
				"Add “to:” with the name of the body",
			);
		if (step.final)
			for (const [outcome, target] of targetsOf(step))
				if (target.go !== "end")
					faults.add(
						[...path, "outcomes", outcome, "then"],
						`“${step.name}” is final, and this outcome leads on`,
						"Let it lead to an end, or take “final: true” out",
					);
	}

	for (const [id, role] of Object.entries(protocol.roles))
		if (role.level && Object.keys(role.in).length > 0 && !role.called)
			faults.add(
				["roles", id],
				`The role “${id}” has no name`,
				"Add “called:”",
			);

	for (const clock of protocol.clocks) {
		const step = protocol.steps[clock.step];
		if (!step) continue;
		const path = [...pathOf(protocol, step), "due"];
		if ("on" in clock.limit && !asked.has(clock.limit.on))
			faults.add(
				[...path, "on"],
				`No step asks for “${clock.limit.on}”, so the clock never has a date`,
				`Add “${clock.limit.on}” to the “asks:” of the step or outcome before this one`,
			);
		const from = clock.from.slice(0, clock.from.lastIndexOf("."));
		if (!reached.has(from))
			faults.add(
				[...path, "from"],
				`“${clock.from}” can never happen, so the clock never starts`,
				"Start it from an event of a step that can be reached",
			);
	}

	for (const id of Object.keys(protocol.fields))
		if (!asked.has(id))
			faults.add(
				["fields", id],
				`No step asks for the field “${id}”, so nobody can fill it in`,
				"Add it to the “asks:” of a step or a form’s section, or take it out",
			);

	for (const id of stepsThatNeverEnd(protocol, reached)) {
		const step = protocol.steps[id];
		if (step)
			faults.add(
				pathOf(protocol, step),
				`From the step “${step.name}” no path leads to an end`,
				"Let one of its outcomes, or of the steps after it, lead to “end …”",
			);
	}
}

const pathOf = (protocol: Protocol, step: Step): string[] =>
	protocol.afterwards.includes(step)
		? ["afterwards", step.name]
		: ["stages", step.stage, "steps", step.name];

const targetsOf = (step: Step): [outcome: string, Target][] =>
	step.outcomes.flatMap(({ id, leadsTo }) =>
		leadsTo.map((target): [string, Target] => [id, target]),
	);

/** The steps that a target opens at once: a stage opens at its first step. */
function opens(protocol: Protocol, target: Target): StepId[] {
	if (target.go === "step") return [target.step];
	if (target.go === "stage") {
		const first = protocol.stages.find(({ id }) => id === target.stage)
			?.steps[0];
		return first ? [first.id] : [];
	}
	if (target.go === "end")
		return (protocol.endings[target.ending]?.opens?.steps ?? []).flatMap(
			(each) => opens(protocol, each),
		);
	return [];
}

/** What can be open once `step` is done or late, moves included. */
const next = (protocol: Protocol, step: Step): Target[] => [
	...step.outcomes.flatMap(({ leadsTo }) => leadsTo),
	...protocol.clocks
		.filter((clock) => clock.step === step.id)
		.flatMap(({ late }) => late),
	...protocol.moves
		.filter((move) =>
			move.while.some(
				(when) =>
					("stage" in when && when.stage === step.stage) ||
					("step" in when && when.step === step.id),
			),
		)
		.flatMap(({ leadsTo }) => leadsTo),
];

function reachable(protocol: Protocol): Set<StepId> {
	const found = new Set<StepId>();
	const afterEnd = protocol.moves
		.filter((move) => move.while.some((when) => "ending" in when))
		.flatMap(({ leadsTo }) => leadsTo);
	const waiting = [protocol.raise.start, ...afterEnd].flatMap((target) =>
		opens(protocol, target),
	);
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		const step = protocol.steps[id];
		if (!step || found.has(id)) continue;
		found.add(id);
		waiting.push(
			...next(protocol, step).flatMap((target) => opens(protocol, target)),
		);
	}
	return found;
}

/** Reachable steps from which nobody can ever come to an end by doing what is owed. */
function stepsThatNeverEnd(protocol: Protocol, reached: Set<StepId>): StepId[] {
	const inStages = protocol.stages
		.flatMap(({ steps }) => steps)
		.filter(({ id }) => reached.has(id));
	const ending = new Set<StepId>();
	const leadsToEnd = (step: Step) => {
		const onward = step.outcomes.flatMap(({ leadsTo }) => leadsTo);
		return (
			// A step that only stays, such as a follow-up, ends with the step beside which it stands.
			onward.every(({ go }) => go === "stay") ||
			onward.some(
				(target) =>
					target.go === "end" ||
					opens(protocol, target).some((id) => ending.has(id)),
			)
		);
	};
	for (let before = -1; before !== ending.size; ) {
		before = ending.size;
		for (const step of inStages) if (leadsToEnd(step)) ending.add(step.id);
	}
	return inStages.map(({ id }) => id).filter((id) => !ending.has(id));
}
