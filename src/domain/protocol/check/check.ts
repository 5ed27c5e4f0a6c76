/**
 * What a compiled protocol is looked over for: stages, steps, ways on, endings, who is told. Clocks, forms and letters have
 * files of their own; which paths there are is in paths.ts.
 */
import { emergencyLine, longestEmergencyLine } from "../emergency-line.ts";
import type { Faults } from "../file/faults.ts";
import {
	isAgencySide,
	isAside,
	type Outcome,
	ownFieldNames,
	type Protocol,
	type Step,
	type StepId,
	stepsOpenedBy,
	type Target,
	type Way,
	waysOf,
} from "../protocol.ts";
import { checkAnswersOfClocks, checkClocks, checkWindows } from "./check-clocks.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkFields } from "./check-fields.ts";
import { checkForms, checkFormsOfStage, checkLetters } from "./check-forms.ts";
import { checkInvolved } from "./check-involved.ts";
import { checkJoined } from "./check-joined.ts";
import { checkOtherSides } from "./check-other-sides.ts";
import { checkReaders } from "./check-readers.ts";
import { checkWhoWasTold } from "./check-told.ts";
import { checkWelsh } from "./check-welsh.ts";
import {
	askedOnlySometimes,
	deadEnds,
	isAfterEnd,
	type Lead,
	leadsOf,
	placeOf,
	reachable,
	silentCircles,
	stepsThatNeverEnd,
} from "./paths.ts";

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
	const sometimes = askedOnlySometimes(leads);

	checkStages(protocol, reached, faults);
	for (const step of Object.values(protocol.steps)) checkStep(protocol, step, asked, faults);
	for (const lead of leads) checkLead(protocol, lead, faults);
	checkOpens(protocol, leads, asked, faults);
	checkCopies(protocol, faults);
	checkReaders(protocol, faults);
	checkOtherSides(protocol, leads, faults);
	checkPaths(protocol, leads, reached, faults);
	checkEndings(protocol, endings, faults);
	checkConditions(protocol, leads, reached, faults);
	checkWelsh(protocol, faults);
	checkInvolved(protocol, leads, reached, asked, faults);
	checkClocks(protocol, reached, asked, sometimes, faults);
	checkAnswersOfClocks(protocol, leads, reached, faults);
	checkWindows(protocol, faults);
	checkFields(protocol, faults);
	checkForms(protocol, asked, faults);
	for (const stage of protocol.stages) checkFormsOfStage(protocol, stage, leads, faults);
	checkLetters(protocol, sometimes, faults);
	const { length } = emergencyLine(protocol);
	if (length > longestEmergencyLine)
		faults.add(
			["safety"],
			`Whom to ring first is ${length} characters long, and every mail begins with it`,
			`Shorten it to ${longestEmergencyLine} characters in all`,
		);
}

function checkStages(protocol: Protocol, reached: Set<StepId>, faults: Faults): void {
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
	const stagesNotFound = new Set(
		protocol.stages
			.filter(({ steps }) => !steps.some(({ id }) => reached.has(id)))
			.map(({ id }) => id),
	);
	for (const step of Object.values(protocol.steps))
		if (!reached.has(step.id) && !stagesNotFound.has(step.stage))
			faults.add(
				placeOf(step),
				`Nothing leads to the step “${step.writtenAs}”`,
				`Let an outcome, a move or an ending lead to “${step.writtenAs}”, or take the step out`,
			);
}

function checkStep(protocol: Protocol, step: Step, asked: Set<string>, faults: Faults): void {
	const path = placeOf(step);
	const stage = protocol.stages.find(({ id }) => id === step.stage);
	if (step.form && stage?.formsForbidden)
		faults.add(
			path,
			`The step “${step.writtenAs}” fills in a form, and this stage says that forms are forbidden`,
			"Take the form out of the step, or “forms: forbidden” out of the stage",
		);
	if (step.outcomes.length === 0)
		faults.add(
			path,
			`The step “${step.writtenAs}” has no outcome, so it never ends`,
			"Add at least one outcome under “outcomes:”",
		);
	if (step.namedIn && step.namedIn !== "raised-by" && !asked.has(step.namedIn))
		faults.add(
			[...path, "named-in"],
			`No step asks for “${step.namedIn}”, so nobody can be named in it`,
			`Add “${step.namedIn}” to the “asks:” of the step or outcome before this one`,
		);
	if (step.onlyNamed && !step.namedIn)
		faults.add(
			[...path, "only-named"],
			`“${step.writtenAs}” does not say who is named`,
			"Add “named-in:” with the field that names them, or take “only-named:” out",
		);
	if (step.kind === "sign-off" && !step.of)
		faults.add(
			path,
			`The sign-off “${step.writtenAs}” does not say what is signed`,
			"Add “of:” with the step whose form is signed",
		);
	if (step.kind === "letter" && !step.letter)
		faults.add(
			path,
			`The letter “${step.writtenAs}” does not say what is written`,
			"Add “letter:” with the name of a template under “letters:”",
		);
	if ((step.attends.length > 0 || step.chair) && step.kind !== "meeting" && !step.panel)
		faults.add(
			path,
			`“${step.writtenAs}” is no meeting, and says who attends or chairs`,
			"Write “kind: meeting”, or take “attends:” and “chair:” out",
		);
	const excluded = step.panel?.of.find((said) => isAgencySide(said.split(" ")[0] ?? ""));
	if (excluded && !step.panel?.mayBeInvolved)
		faults.add(
			[...path, "panel", "of"],
			`“${excluded}” is of one of the two agencies, and nobody of them may sit on this panel`,
			"Take it out, or add “may-be-involved: true” to the panel",
		);
	checkJoined(protocol, step, faults);
	if (step.ifAnswered !== undefined && !protocol.afterwards.includes(step))
		faults.add(
			[...path, "if-answered"],
			`“${step.writtenAs}” does not stand under “afterwards:”, and nobody would owe anything where “${step.ifAnswered}” was left blank`,
			"Take “if-answered:” out, or move the step under “afterwards:”",
		);
	if (step.kind === "referral" && !step.to)
		faults.add(
			path,
			`The referral “${step.writtenAs}” does not say to whom`,
			"Add “to:” with the name of the body",
		);
	for (const { id, leadsTo } of step.outcomes)
		if (step.final && leadsTo.some(({ go }) => go !== "end"))
			faults.add(
				[...path, "outcomes", id, "then"],
				`“${step.writtenAs}” is final, and this outcome leads on`,
				"Let it lead to an end, or take “final: true” out",
			);
}

/** Whoever is to be sent what the others are sent is sent something. */
function checkCopies(protocol: Protocol, faults: Faults): void {
	const places: [path: string[], says: Pick<Way, "copies" | "sends">][] = [
		...waysOf(protocol).map((way): [string[], Way] => [
			way.id === undefined ? ["raise"] : ["raise", "ways", way.id],
			way,
		]),
		...Object.values(protocol.steps).flatMap((step) =>
			step.outcomes.map((outcome): [string[], Outcome] => [
				[...placeOf(step), "outcomes", outcome.id],
				outcome,
			]),
		),
	];
	for (const [path, { copies, sends }] of places)
		for (const { to, sees } of copies)
			if (sees === "all" && (sends?.what ?? []).length === 0)
				faults.add(
					[...path, "copies"],
					`“${to.role}” is to be sent what the others are sent, and nothing is sent here`,
					"Write “sees: outcome”, or add “sends:”",
				);
}

/** One act leads to one place: to an end, or into one stage. */
function checkLead(protocol: Protocol, { at, from, targets }: Lead, faults: Faults): void {
	if (targets.length > 1 && targets.some(({ go }) => go === "end"))
		faults.add(
			at,
			"An end stands beside something else that is to happen",
			"Lead to the end alone; what may follow it stands under “afterwards:”",
		);
	const stages = new Set(
		stepsOpenedBy(protocol, targets)
			.filter((step) => !isAside(step))
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

/** Whoever leads to something that is owed from a day is asked for that day; at an end somebody was before. */
function checkOpens(protocol: Protocol, leads: Lead[], asked: Set<string>, faults: Faults): void {
	const places: [path: string[], targets: Target[], asks: Set<string>][] = [
		...leads.map(({ at, targets, asks, mayAsk }): [string[], Target[], Set<string>] => [
			at,
			targets,
			new Set([...asks, ...mayAsk]),
		]),
		...Object.values(protocol.endings).map(({ id, opens }): [string[], Target[], Set<string>] => [
			["endings", id, "opens", "steps"],
			opens?.steps ?? [],
			asked,
		]),
	];
	for (const [path, targets, asks] of places)
		for (const target of targets) {
			if (target.go !== "step" || !target.opens || !("on" in target.opens)) continue;
			const { on } = target.opens;
			if (!asks.has(on))
				faults.add(
					path,
					`Nobody is asked for “${on}” here, so “${target.step}” would be owed at once`,
					`Add “${on}” to the “asks:” of what leads there`,
				);
		}
}

function checkPaths(protocol: Protocol, leads: Lead[], reached: Set<StepId>, faults: Faults): void {
	for (const step of stepsThatNeverEnd(protocol, leads, reached))
		faults.add(
			placeOf(step),
			`From the step “${step.writtenAs}” no path leads to an end`,
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
			[...placeOf(step), "due", "late"],
			`When nobody answers, “${step.writtenAs}” comes round to itself for ever`,
			"Let one of the steps on the way wait for somebody: take its “late:” out",
		);
	checkWhoWasTold(protocol, leads, reached, faults);
}

function checkEndings(protocol: Protocol, reached: Set<string>, faults: Faults): void {
	for (const { id, opens: after } of Object.values(protocol.endings)) {
		if (!reached.has(id))
			faults.add(
				["endings", id],
				`Nothing leads to the ending “${id}”`,
				`Let an outcome or a move lead there with “then: end ${id}”, or take the ending out`,
			);
		checkOnlyAfterwards(protocol, ["endings", id, "opens", "steps"], after?.steps ?? [], faults);
	}
	for (const move of protocol.moves.filter(isAfterEnd))
		checkOnlyAfterwards(protocol, ["moves", move.id, "then"], move.leadsTo, faults);
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
		(target.go === "step" && protocol.afterwards.some(({ id }) => id === target.step));
	if (!targets.every(isAfterwards))
		faults.add(
			at,
			"After the end this leads back into the stages",
			"Lead to “stay” or to a step under “afterwards:”",
		);
}

const fieldsAsked = (protocol: Protocol): Set<string> =>
	new Set([
		...waysOf(protocol).flatMap(({ asks, window }) => [
			...asks,
			...(window?.because ? [window.because] : []),
		]),
		...Object.values(protocol.steps).flatMap(({ asks, outcomes }) => [
			...asks,
			...outcomes.flatMap((outcome) => outcome.asks),
		]),
		...protocol.moves.flatMap(({ asks, outcomes }) => [
			...asks,
			...outcomes.flatMap((outcome) => outcome.asks),
		]),
		...ownFieldNames,
	]);
