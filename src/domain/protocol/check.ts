import type { Faults } from "./faults.ts";
import {
	deadEnds,
	isAfterEnd,
	type Lead,
	leadsOf,
	opens,
	placeOf,
	reachable,
	sidesThatKnow,
	silentCircles,
	stepsThatNeverEnd,
} from "./paths.ts";
import {
	isAgencySide,
	type Protocol,
	type Step,
	type StepId,
	type Target,
} from "./protocol.ts";

/**
 * What a protocol that reads well may still get wrong. Run on a compiled protocol without faults.
 *
 * Every stage, step and ending can be reached, every path ends, nothing but what stands under
 * `afterwards` follows an end, nobody owes what they were not told of, nobody is asked for a form where
 * forms are forbidden, every clock can start, every field is asked for by somebody.
 */
export function check(protocol: Protocol, faults: Faults): void {
	const leads = leadsOf(protocol);
	const { steps: reached, endings } = reachable(protocol, leads);
	const asked = fieldsAsked(protocol);

	checkStages(protocol, reached, faults);
	for (const step of Object.values(protocol.steps))
		checkStep(protocol, step, asked, faults);
	for (const lead of leads) checkLead(protocol, lead, faults);
	checkPaths(protocol, leads, reached, faults);
	checkEndings(protocol, endings, faults);
	checkClocks(protocol, reached, asked, faults);
	checkForms(protocol, asked, faults);
}

function checkStages(
	protocol: Protocol,
	reached: Set<StepId>,
	faults: Faults,
): void {
	for (const { id, steps } of protocol.stages)
		if (steps.length === 0)
			faults.add(
				["stages", id],
				`Stage “${id}” has no steps`,
				"Add a step under “steps:”, or take the stage out",
			);
		else if (!steps.some((step) => reached.has(step.id)))
			faults.add(
				["stages", id],
				`Nothing leads to stage “${id}”`,
				`Let an outcome or a move lead there with “then: stage ${id}”, or take the stage out`,
			);
	const stageFound = (step: Step) =>
		protocol.stages
			.find(({ id }) => id === step.stage)
			?.steps.some(({ id }) => reached.has(id)) ?? true;
	for (const step of Object.values(protocol.steps))
		if (!reached.has(step.id) && stageFound(step))
			faults.add(
				placeOf(protocol, step),
				`Nothing leads to the step “${step.name}”`,
				`Let an outcome, a move or an ending lead to “${step.name}”, or take the step out`,
			);
}

function checkStep(
	protocol: Protocol,
	step: Step,
	asked: Set<string>,
	faults: Faults,
): void {
	const path = placeOf(protocol, step);
	const stage = protocol.stages.find(({ id }) => id === step.stage);
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
	if (step.namedIn && step.namedIn !== "raised-by" && !asked.has(step.namedIn))
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
	for (const { id, leadsTo } of step.outcomes)
		if (step.final && leadsTo.some(({ go }) => go !== "end"))
			faults.add(
				[...path, "outcomes", id, "then"],
				`“${step.name}” is final, and this outcome leads on`,
				"Let it lead to an end, or take “final: true” out",
			);
}

/** One act leads to one place: to an end, or into one stage. */
function checkLead(
	protocol: Protocol,
	{ at, from, targets }: Lead,
	faults: Faults,
): void {
	if (targets.length > 1 && targets.some(({ go }) => go === "end"))
		faults.add(
			at,
			"An end stands beside something else that is to happen",
			"Lead to the end alone; what may follow it stands under “afterwards:”",
		);
	const stages = new Set(
		targets
			.flatMap((target) => opens(protocol, target))
			.filter((step) => !protocol.afterwards.includes(step))
			.map(({ stage }) => stage),
	);
	if (stages.size > 1)
		faults.add(
			at,
			`This leads into ${stages.size} stages at once: ${[...stages].join(", ")}`,
			"Lead into one stage; a difference stands in one stage at a time",
		);
	if (from.some((step) => protocol.afterwards.includes(step)))
		checkOnlyAfterwards(protocol, at, targets, faults);
}

function checkPaths(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	for (const step of stepsThatNeverEnd(protocol, leads, reached))
		faults.add(
			placeOf(protocol, step),
			`From the step “${step.name}” no path leads to an end`,
			"Let one of its outcomes, or of the steps after it, lead to “end …”",
		);
	for (const { at } of deadEnds(protocol, leads, reached))
		faults.add(
			at,
			`After “${at.at(-2)}” nobody owes anything, and it has not ended`,
			"Lead to a step, a stage or an end; “stay” is for a step that stands beside another",
		);
	for (const step of silentCircles(protocol, leads))
		faults.add(
			[...placeOf(protocol, step), "due", "late"],
			`When nobody answers, “${step.name}” comes round to itself for ever`,
			"Let one of the steps on the way wait for somebody: take its “late:” out",
		);
	for (const [step, sides] of sidesThatKnow(protocol, leads, reached)) {
		const { side } = step.by;
		if (
			!reached.has(step.id) ||
			protocol.afterwards.includes(step) ||
			sides.has(side)
		)
			continue;
		const whose = isAgencySide(side) ? `the ${side} agency` : side;
		faults.add(
			[...placeOf(protocol, step), "by"],
			`The step “${step.name}” is for ${whose}, and on some path nothing was sent to them before it`,
			`Add “sends:” with “to: [${side}]” to what leads here`,
		);
	}
}

function checkEndings(
	protocol: Protocol,
	reached: Set<string>,
	faults: Faults,
): void {
	for (const { id, opens: after } of Object.values(protocol.endings)) {
		if (!reached.has(id))
			faults.add(
				["endings", id],
				`Nothing leads to the ending “${id}”`,
				`Let an outcome or a move lead there with “then: end ${id}”, or take the ending out`,
			);
		checkOnlyAfterwards(
			protocol,
			["endings", id, "opens", "steps"],
			after?.steps ?? [],
			faults,
		);
	}
	for (const move of protocol.moves.filter(isAfterEnd))
		checkOnlyAfterwards(
			protocol,
			["moves", move.id, "then"],
			move.leadsTo,
			faults,
		);
}

/** What has ended stays ended. */
function checkOnlyAfterwards(
	protocol: Protocol,
	at: string[],
	targets: Target[],
	faults: Faults,
): void {
	const isAfterwards = (target: Target) =>
		target.go === "stay" ||
		(target.go === "step" &&
			protocol.afterwards.some(({ id }) => id === target.step));
	if (!targets.every(isAfterwards))
		faults.add(
			at,
			"After the end this leads back into the stages",
			"Lead to “stay” or to a step under “afterwards:”",
		);
}

function checkClocks(
	protocol: Protocol,
	reached: Set<StepId>,
	asked: Set<string>,
	faults: Faults,
): void {
	for (const clock of protocol.clocks) {
		const step = protocol.steps[clock.step];
		if (!step) continue;
		const path = [...placeOf(protocol, step), "due"];
		if ("on" in clock.limit && !asked.has(clock.limit.on))
			faults.add(
				[...path, "on"],
				`No step asks for “${clock.limit.on}”, so the clock never has a date`,
				`Add “${clock.limit.on}” to the “asks:” of the step or outcome before this one`,
			);
		if (!reached.has(clock.from.slice(0, clock.from.lastIndexOf("."))))
			faults.add(
				[...path, "from"],
				`“${clock.from}” can never happen, so the clock never starts`,
				"Start it from an event of a step that can be reached",
			);
		if (clock.strength === "indicative" && clock.late.length > 0)
			faults.add(
				[...path, "late"],
				"An indicative clock is never late, so this never happens",
				"Take “late:” out, or make the clock “soft” or “hard”",
			);
	}
}

function checkForms(
	protocol: Protocol,
	asked: Set<string>,
	faults: Faults,
): void {
	for (const field of Object.values(protocol.fields)) {
		if (!asked.has(field.id))
			faults.add(
				["fields", field.id],
				`No step asks for the field “${field.id}”, so nobody can fill it in`,
				"Add it to the “asks:” of a step or a form’s section, or take it out",
			);
		const choices = field.type === "choice" ? field.options : protocol.themes;
		if (
			(field.type === "choice" || field.type === "themes") &&
			Object.keys(choices).length === 0
		)
			faults.add(
				["fields", field.id],
				`The field “${field.id}” has nothing to choose from`,
				field.type === "choice"
					? "Add “options:”"
					: "Add the themes under “themes:”",
			);
	}
	const filledIn = Object.values(protocol.steps).flatMap(({ form }) =>
		form ? [`${form.form} ${form.part}`] : [],
	);
	for (const { id, parts } of Object.values(protocol.forms))
		for (const part of parts)
			if (!filledIn.includes(`${id} ${part.id}`))
				faults.add(
					["forms", id, "parts", part.id],
					`No step fills in part “${part.id}” of the form “${id}”`,
					`Add a step with “form: ${id}” and “part: ${part.id}”, or take the part out`,
				);
}

const fieldsAsked = (protocol: Protocol): Set<string> =>
	new Set([
		...protocol.raise.asks,
		...Object.values(protocol.steps).flatMap(({ asks, outcomes }) => [
			...asks,
			...outcomes.flatMap((outcome) => outcome.asks),
		]),
		...protocol.moves.flatMap(({ asks }) => asks),
	]);
