import type { Faults } from "../file/faults.ts";
import { blanksOf, ownBlanks } from "../letter.ts";
import {
	isAside,
	type Letter,
	type Protocol,
	type Stage,
	type Step,
	type StepId,
	stepsOpenedBy,
} from "../protocol.ts";
import { type Lead, placeOf } from "./paths.ts";

/** Every field is asked for by somebody, and every part of a form is filled in. */
export function checkForms(protocol: Protocol, asked: Set<string>, faults: Faults): void {
	for (const { id } of Object.values(protocol.fields))
		if (!asked.has(id) && !id.startsWith("consulted-"))
			faults.add(
				["fields", id],
				`No step asks for the field “${id}”, so nobody can fill it in`,
				"Add it to the “asks:” of a step or a form’s section, or take it out",
			);
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

/**
 * A stage that needs a form does not go on to another without one: what ends there, such as at a manager's gate, needs
 * none. Where the form is optional it can be left blank.
 */
export function checkFormsOfStage(
	protocol: Protocol,
	{ id, forms, steps, opens }: Stage,
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
	const formSteps = steps.filter(
		({ form, outcomes }) => form && !outcomes.some(({ blank }) => blank),
	);
	/** What is opened with a form, and leads on only when that is done too, leads on after it. */
	const waitsForForm = (step: Step, whenDone: StepId[]) =>
		formSteps.some(
			(form) =>
				whenDone.includes(form.id) &&
				leads
					.map(({ targets }) => stepsOpenedBy(protocol, targets))
					.every((opened) => !opened.includes(step) || opened.includes(form)),
		);
	const entries = new Set([
		...steps.filter((step) => opens.includes(step.id)),
		...leads
			.filter(({ from }) => !from.every((step) => inStage.has(step)))
			.flatMap(({ targets }) => stepsOpenedBy(protocol, targets))
			.filter((step) => inStage.has(step)),
	]);
	const waiting = [...entries];
	const seen = new Set(waiting);
	for (let step = waiting.pop(); step; step = waiting.pop())
		for (const { id: outcome, blank, whenDone, leadsTo } of step.outcomes) {
			if ((step.form && !blank) || waitsForForm(step, whenDone)) continue;
			const opened = stepsOpenedBy(protocol, leadsTo);
			if (opened.some((next) => !inStage.has(next) && !isAside(next)))
				faults.add(
					[...placeOf(step), "outcomes", outcome, "then"],
					`Stage “${id}” needs a form, and this goes on to another stage without one`,
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
export function checkLetters(protocol: Protocol, sometimes: Set<string>, faults: Faults): void {
	const used = new Set(Object.values(protocol.steps).map(({ letter }) => letter));
	for (const letter of Object.values(protocol.letters)) {
		if (!used.has(letter.id))
			faults.add(
				["letters", letter.id],
				`No step writes the letter “${letter.id}”`,
				`Add a step with “letter: ${letter.id}”, or take the letter out`,
			);
		for (const [word, said] of [
			...everyText(letter, "to").flatMap((text) =>
				blanksOf(text).map((blank) => ["to", blank] as const),
			),
			...everyText(letter, "text").flatMap((text) =>
				blanksOf(text).map((blank) => ["text", blank] as const),
			),
		]) {
			if (sometimes.has(said) && !protocol.fields[said]?.optional)
				faults.add(
					["letters", letter.id, word],
					`“${said}” is asked only in some cases, and in the others the letter has a gap`,
					`Ask “${said}” without “when:”, or write the letter without it`,
				);
			if (ownBlanks.includes(said) || Object.hasOwn(protocol.fields, said)) continue;
			const [due, clock] = said.split(" ");
			const clocks = protocol.clocks.flatMap(({ id }) => [id, id.split(".").at(-1) ?? id]);
			if (due === "due" && clock && clocks.includes(clock)) continue;
			faults.unknown(["letters", letter.id, word], said, "field or word for a letter", [
				...Object.keys(protocol.fields),
				...ownBlanks,
				...clocks.map((id) => `due ${id}`),
			]);
		}
	}
}

/** What a letter says there, in every case. */
const everyText = (letter: Letter, word: "to" | "text"): string[] => [
	letter[word] ?? "",
	...(letter.inCase?.[word]?.cases ?? []).map(({ say }) => say),
];
