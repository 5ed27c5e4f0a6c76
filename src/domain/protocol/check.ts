import { emergencyLine, longestEmergencyLine } from "./emergency-line.ts";
import type { Faults } from "./faults.ts";
import { blanksOf, ownBlanks } from "./letter.ts";
import {
	deadEnds,
	fieldsAskedBefore,
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
	type Clock,
	isAgencySide,
	isAside,
	type Occasion,
	ownFieldNames,
	type Protocol,
	type Stage,
	type Step,
	type StepId,
	type Target,
	waysOf,
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
	checkAnswersOfClocks(protocol, leads, reached, faults);
	checkForms(protocol, asked, faults);
	for (const stage of protocol.stages)
		checkFormsOfStage(protocol, stage, leads, faults);
	checkLetters(protocol, faults);
	const { length } = emergencyLine(protocol);
	if (length > longestEmergencyLine)
		faults.add(
			["safety"],
			`Whom to ring first is ${length} characters long, and every mail begins with it`,
			`Shorten it to ${longestEmergencyLine} characters in all`,
		);
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
				placeOf(step),
				`Nothing leads to the step “${step.writtenAs}”`,
				`Let an outcome, a move or an ending lead to “${step.writtenAs}”, or take the step out`,
			);
}

function checkStep(
	protocol: Protocol,
	step: Step,
	asked: Set<string>,
	faults: Faults,
): void {
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
	if (
		(step.attends.length > 0 || step.chair) &&
		step.kind !== "meeting" &&
		!step.panel
	)
		faults.add(
			path,
			`“${step.writtenAs}” is no meeting, and says who attends or chairs`,
			"Write “kind: meeting”, or take “attends:” and “chair:” out",
		);
	const excluded = step.panel?.of.find((said) =>
		isAgencySide(said.split(" ")[0] ?? ""),
	);
	if (excluded && !step.panel?.mayBeInvolved)
		faults.add(
			[...path, "panel", "of"],
			`“${excluded}” is of one of the two agencies, and nobody of them may sit on this panel`,
			"Take it out, or add “may-be-involved: true” to the panel",
		);
	for (const { id, whenDone } of step.outcomes)
		for (const other of whenDone)
			if (protocol.steps[other]?.stage !== step.stage)
				faults.add(
					[...path, "outcomes", id, "when-done"],
					`“${other}” is of another stage: when one stage is left, its steps are not owed any more`,
					"Name steps of the same stage",
				);
	if (step.kind === "referral" && !step.to)
		faults.add(
			path,
			`The referral “${step.writtenAs}” does not say to whom`,
			"Add “to:” with the name of the body",
		);
	for (const { id, copies, sends } of step.outcomes)
		for (const { to, sees } of copies)
			if (sees === "all" && (sends?.what ?? []).length === 0)
				faults.add(
					[...path, "outcomes", id, "copies"],
					`“${to.role}” is to be sent what the others are sent, and nothing is sent here`,
					"Write “sees: outcome”, or add “sends:”",
				);
	for (const { id, leadsTo } of step.outcomes)
		if (step.final && leadsTo.some(({ go }) => go !== "end"))
			faults.add(
				[...path, "outcomes", id, "then"],
				`“${step.writtenAs}” is final, and this outcome leads on`,
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

function checkPaths(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
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
	const known = sidesThatKnow(protocol, leads, reached);
	for (const [step, sides] of known) {
		const { side } = step.by;
		if (
			!reached.has(step.id) ||
			protocol.afterwards.includes(step) ||
			sides.has(side)
		)
			continue;
		const whose = isAgencySide(side) ? `the ${side} agency` : side;
		faults.add(
			[...placeOf(step), "by"],
			`The step “${step.writtenAs}” is for ${whose}, and on some path nothing was sent to them before it`,
			mendOfSilence(
				leadThatTellsNothing(protocol, leads, known, step, reached),
				side,
			),
		);
	}
}

/** The first way on that leads to a step with nobody on its side told. */
const leadThatTellsNothing = (
	protocol: Protocol,
	leads: Lead[],
	known: Map<Step, Set<string>>,
	step: Step,
	reached: Set<StepId>,
): Lead | undefined =>
	leads.find(
		({ from, by, tells, targets }) =>
			targets.some((target) => opens(protocol, target).includes(step)) &&
			![...by, ...tells].includes(step.by.side) &&
			(from.length === 0 ||
				from.some(
					(before) =>
						reached.has(before.id) && !known.get(before)?.has(step.by.side),
				)),
	);

/** Where, and how, a side that hears nothing is told. */
function mendOfSilence(lead: Lead | undefined, side: string): string {
	const sends = `“sends:” with “to: [${side}]”`;
	if (!lead) return `Add ${sends} to what leads here`;
	const at = lead.at
		.slice(0, -1)
		.join(" › ")
		.replace(/ › outcomes › done$/, "");
	return lead.how === "late" || lead.how === "clock"
		? `Let its silence tell them: under “${at}” write “late: { then: …, sends: { what: [], to: [${side}] } }”`
		: `Add ${sends} under “${at}”, which leads here`;
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
		const step = clock.step && protocol.steps[clock.step];
		const path = step ? [...placeOf(step), "due"] : ["clocks", clock.id];
		for (const [word, field] of fieldsOfClock(clock))
			if (!asked.has(field))
				faults.add(
					[...path, ...word],
					`No step asks for “${field}”, so ${withoutAnswer[word[0] ?? ""] ?? "the clock never has a date"}`,
					`Add “${field}” to the “asks:” of the step or outcome before this one`,
				);
		const choice = "within" in clock.limit && clock.limit.tiers?.choice;
		if (choice && protocol.fields[choice]?.optional)
			faults.add(
				[...path, "depends-on"],
				`“${choice}” may be left blank, and then how long it may take is not known`,
				`Take “optional: true” out of the field “${choice}”`,
			);
		if (step && clock.doneAt && !asksAlways(step, clock.doneAt))
			faults.add(
				[...path, "done-at"],
				`“${step.writtenAs}” does not ask for “${clock.doneAt}” whatever the outcome, so nobody knows when it was done`,
				`Add “${clock.doneAt}” to the “asks:” of the step`,
			);
		const sooner = "within" in clock.limit ? clock.limit.orSooner : undefined;
		for (const [word, field] of Object.entries(sooner ?? {}))
			if (protocol.fields[field]?.optional === false)
				faults.add(
					[...path, "or-sooner", word],
					`“${field}” must be answered, so everybody would have to set a sooner date`,
					`Add “optional: true” to the field “${field}”`,
				);
		if (!clock.from.some((occasion) => mayHappen(occasion, reached)))
			faults.add(
				[...path, "from"],
				`“${sayOccasions(clock.from)}” can never happen, so the clock never starts`,
				"Start it from an event of a step that can be reached",
			);
		if (!step && !clock.until.some((occasion) => mayHappen(occasion, reached)))
			faults.add(
				[...path, "until"],
				`“${sayOccasions(clock.until)}” can never happen, so the clock is never met`,
				"Let it be met by “end”, a stage, or an event of a step that can be reached",
			);
		if (
			!step &&
			clock.from.some((one) =>
				clock.until.some(
					(other) => JSON.stringify(one) === JSON.stringify(other),
				),
			)
		)
			faults.add(
				[...path, "until"],
				"The clock is met by what starts it",
				"Let another event meet it",
			);
		for (const target of clock.late)
			if (
				!step &&
				target.go === "stage" &&
				!clock.until.some(
					(occasion) =>
						occasion.is === "stage" && occasion.stage === target.stage,
				)
			)
				faults.add(
					[...path, "until"],
					`It may have come to stage “${target.stage}” in another way before the time runs out, and silence would begin it again`,
					`Add “stage ${target.stage}” to “until:”`,
				);
		if (clock.strength === "indicative" && clock.late.length > 0)
			faults.add(
				[...path, "late"],
				"An indicative clock is never late, so this never happens",
				"Take “late:” out, or make the clock “soft” or “hard”",
			);
	}
}

/** What follows when nobody can answer what a clock goes by. */
const withoutAnswer: Record<string, string> = {
	"depends-on": "how long it may take is not known",
	"or-sooner": "nobody can set a sooner date",
};

/** What a clock goes by must have been answered by when its step is owed, whatever path led there. */
function checkAnswersOfClocks(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	const known = fieldsAskedBefore(protocol, leads, reached);
	const askedAnywhere = new Set(leads.flatMap(({ asks }) => asks));
	for (const { step: of, limit } of protocol.clocks) {
		const step = of && protocol.steps[of];
		if (!step || isAside(step) || !reached.has(step.id)) continue;
		// What is due before a day that nobody gave, such as a conference, has no date, and rightly so.
		const [word, field] =
			"on" in limit
				? (["on", limit.on] as const)
				: limit.tiers
					? (["depends-on", limit.tiers.choice] as const)
					: [];
		if (!word || !askedAnywhere.has(field) || known.get(step)?.has(field))
			continue;
		faults.add(
			[...placeOf(step), "due", word],
			word === "depends-on"
				? `On some path nobody was asked for “${field}” before “${step.writtenAs}” is owed, so how long it may take is not known`
				: `On some path nobody was asked for “${field}” before “${step.writtenAs}” is owed, so it has no date`,
			`Add “${field}” to the “asks:” of everything that leads here: ways to begin, outcomes and moves`,
		);
	}
}

function checkForms(
	protocol: Protocol,
	asked: Set<string>,
	faults: Faults,
): void {
	for (const field of Object.values(protocol.fields)) {
		if (!asked.has(field.id) && !field.id.startsWith("consulted-"))
			faults.add(
				["fields", field.id],
				`No step asks for the field “${field.id}”, so nobody can fill it in`,
				"Add it to the “asks:” of a step or a form’s section, or take it out",
			);
		const choices =
			field.type === "choice" || field.type === "choices"
				? field.options
				: protocol.themes;
		if (
			(field.type === "choice" ||
				field.type === "choices" ||
				field.type === "themes") &&
			Object.keys(choices).length === 0
		)
			faults.add(
				["fields", field.id],
				`The field “${field.id}” has nothing to choose from`,
				field.type !== "themes"
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

const asksAlways = (step: Step, field: string): boolean =>
	step.asks.includes(field) ||
	(step.outcomes.length > 0 &&
		step.outcomes.every(({ asks }) => asks.includes(field)));

/** The fields that a clock takes a date from, or its length, each with where the file names it. */
function fieldsOfClock({ limit, from }: Clock): [string[], string][] {
	const found: [string[], string][] = [];
	if ("on" in limit) found.push([["on"], limit.on]);
	else {
		if (limit.tiers) found.push([["depends-on"], limit.tiers.choice]);
		if (limit.orSooner)
			found.push(
				[["or-sooner", "on"], limit.orSooner.on],
				[["or-sooner", "because"], limit.orSooner.because],
			);
	}
	const [start, ...others] = from;
	if (start?.is === "field" && others.length === 0)
		found.push([
			"within" in limit && limit.before ? ["before"] : ["from"],
			start.field,
		]);
	return found;
}

const mayHappen = (occasion: Occasion, reached: Set<StepId>): boolean =>
	occasion.is !== "event" ||
	reached.has(occasion.event.slice(0, occasion.event.lastIndexOf(".")));

const sayOccasions = (occasions: Occasion[]): string =>
	occasions
		.map((occasion) =>
			"event" in occasion ? occasion.event : Object.values(occasion).join(" "),
		)
		.join("” or “");

/** A stage that needs a form cannot be left without one; where it is optional it can be left blank. */
function checkFormsOfStage(
	protocol: Protocol,
	{ id, forms, steps }: Stage,
	leads: Lead[],
	faults: Faults,
): void {
	const path = ["stages", id, "forms"];
	if (forms === "optional")
		for (const step of steps)
			if (step.form && !step.outcomes.some(({ blank }) => blank))
				faults.add(
					[...placeOf(step), "outcomes"],
					`The form of “${step.writtenAs}” is optional, and no outcome leaves it blank`,
					"Add an outcome with “blank: true”, or write “forms: required”",
				);
	if (forms !== "required") return;
	if (!steps.some(({ form }) => form)) {
		faults.add(
			path,
			`Stage “${id}” needs a form, and no step of it fills one in`,
			"Add a step with “form:” and “part:”, or take “forms: required” out",
		);
		return;
	}
	const inStage = new Set(steps);
	const entries = new Set([
		...steps.slice(0, 1),
		...leads
			.filter(({ from }) => !from.every((step) => inStage.has(step)))
			.flatMap(({ targets }) =>
				targets.flatMap((target) => opens(protocol, target)),
			)
			.filter((step) => inStage.has(step)),
	]);
	const waiting = [...entries];
	const seen = new Set(waiting);
	for (let step = waiting.pop(); step; step = waiting.pop())
		for (const { id: outcome, blank, leadsTo } of step.outcomes) {
			if (step.form && !blank) continue;
			const opened = leadsTo.flatMap((target) => opens(protocol, target));
			if (
				leadsTo.some(({ go }) => go === "end") ||
				opened.some((next) => !inStage.has(next) && !isAside(next))
			)
				faults.add(
					[...placeOf(step), "outcomes", outcome, "then"],
					`Stage “${id}” needs a form, and this leaves it without one`,
					"Lead to the step that fills in the form first, or write “forms: optional”",
				);
			for (const next of opened)
				if (inStage.has(next) && !seen.has(next)) {
					seen.add(next);
					waiting.push(next);
				}
		}
}

/** What a letter puts in must be something that Concord or somebody has said. */
function checkLetters(protocol: Protocol, faults: Faults): void {
	const used = new Set(
		Object.values(protocol.steps).map(({ letter }) => letter),
	);
	for (const letter of Object.values(protocol.letters)) {
		if (!used.has(letter.id))
			faults.add(
				["letters", letter.id],
				`No step writes the letter “${letter.id}”`,
				`Add a step with “letter: ${letter.id}”, or take the letter out`,
			);
		for (const said of blanksOf(letter.text)) {
			if (ownBlanks.includes(said) || said in protocol.fields) continue;
			const [word, clock] = said.split(" ");
			const clocks = protocol.clocks.flatMap(({ id }) => [
				id,
				id.split(".").at(-1) ?? id,
			]);
			if (word === "due" && clock && clocks.includes(clock)) continue;
			faults.unknown(
				["letters", letter.id, "text"],
				said,
				"field or word for a letter",
				[
					...Object.keys(protocol.fields),
					...ownBlanks,
					...clocks.map((id) => `due ${id}`),
				],
			);
		}
	}
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
