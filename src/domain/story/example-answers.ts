import { askedIn } from "../difference/acts/check-answers.ts";
import { type Difference, knownOf } from "../difference/difference.ts";
import type { Actor } from "../people/viewer.ts";
import {
	type Answer,
	type Answers,
	type Member,
	mostCharacters,
	type NamedAgency,
	rowsAllowed,
} from "../protocol/answers.ts";
import type { Known, WhatIsAsked } from "../protocol/condition.ts";
import type { Cell } from "../protocol/file/field.ts";
import {
	attended,
	cellsOf,
	type Field,
	fieldOf,
	involvedSide,
	isAgencySide,
	isFilled,
	type Protocol,
	type Step,
	sayAgencySide,
	writtenParty,
} from "../protocol/protocol.ts";

/** What is known of a difference before an act. */
type Before = Pick<Difference, "way" | "answers"> & Partial<Pick<Difference, "involved">>;

/**
 * Answers to what an act asks: what a story enters, and an example where it is silent, so that a story tells
 * only what matters to it. A day is never made up, for a clock may hang on it: it is the earlier answer that the
 * field begins with, or missing.
 *
 * @param personOf the person that a story calls `receiving senior-manager`
 * @param before the difference before the act: a follow-up may go by what was answered then, or by how it began
 * @param isSomebody whether a story knows somebody by that name; else it is the name of an outsider
 */
export function exampleAnswers(
	protocol: Protocol,
	what: WhatIsAsked,
	entered: Record<string, unknown>,
	personOf: (said: string) => Actor,
	now: Temporal.ZonedDateTime,
	step?: Step,
	before: Before = { answers: {} },
	isSomebody = isOfAgency,
): Answers {
	const answers: Record<string, unknown> = {};
	const earlier = before.answers;
	for (const id of what.asks) {
		if (!askedIn(before, what, answers).includes(id)) continue;
		const field = fieldOf(protocol, id);
		const given = entered[id];
		if (field.type === "person" && typeof given === "string")
			answers[id] = { id: personOf(given).id };
		else if (field.type === "members" && (given !== undefined || step))
			answers[id] = readMembers(given, membersFor(id, step, knownOf(before)), personOf, isSomebody);
		else if (field.type === "agency" && given !== undefined)
			answers[id] = readAgency(protocol, given);
		else if (field.type === "agencies" && Array.isArray(given))
			answers[id] = given.map((each) => readAgency(protocol, each));
		else if (given !== undefined) answers[id] = given;
		else if (!field.optional) {
			const example =
				field.type === "day"
					? field.from && earlier[field.from]?.answer
					: exampleOf(protocol, field, personOf, now);
			if (example !== undefined) answers[id] = example;
		}
	}
	return answers as Answers;
}

function exampleOf(
	protocol: Protocol,
	field: Exclude<Field, { type: "day" }>,
	personOf: (said: string) => Actor,
	now: Temporal.ZonedDateTime,
): Answer | undefined {
	switch (field.type) {
		case "text":
		case "long-text":
			return `Example: ${field.label}`.slice(0, mostCharacters(field)).trim();
		case "moment":
			return now.toPlainDateTime().toString({ smallestUnit: "minute" });
		case "time":
			return "10:00";
		case "choice":
			return Object.keys(field.options)[0];
		case "choices":
			return Object.keys(field.options).slice(0, 1);
		case "number":
			return "1";
		case "members":
			return [exampleMember("", "Example agency")];
		case "themes":
			return Object.keys(protocol.themes).slice(0, 1);
		case "person":
			return { id: personOf(field.of).id };
		case "children":
		case "adults":
			return [
				{
					name: field.type === "children" ? "Example child" : "Example person",
					dateOfBirth: field.complete ? "2018-05-14" : "",
					identifier: "",
					...(field.facts && { facts: exampleCells(cellsOf(field), now) }),
				},
			];
		case "table":
			return Array.from({ length: rowsAllowed(field).least }, () =>
				exampleCells(cellsOf(field), now),
			);
		case "agency":
			return exampleAgency(protocol, field);
		case "agencies":
			return [exampleAgency(protocol, field)];
		case "actions":
			return [
				{
					what: "Example action",
					who: "Example person",
					by: now.toPlainDate().add({ days: 7 }).toString(),
				},
			];
	}
}

/** What must be filled in in a row; no clock hangs on a day in it. */
const exampleCells = (
	cells: Record<string, Cell>,
	now: Temporal.ZonedDateTime,
): Record<string, string> =>
	Object.fromEntries(
		Object.entries(cells).map(([name, cell]) => [
			name,
			cell.optional ? "" : exampleCell(cell, now),
		]),
	);

function exampleCell({ type, label, options = {} }: Cell, now: Temporal.ZonedDateTime): string {
	switch (type) {
		case "text":
		case "long-text":
			return `Example: ${label}`;
		case "day":
			return now.toPlainDate().toString();
		case "choice":
			return Object.keys(options)[0] ?? "";
	}
}

/** An agency as a story names it: by its side, `involved-1`, or by its name alone. */
const readAgency = (protocol: Protocol, given: unknown): unknown =>
	typeof given !== "string"
		? given
		: isAgencySide(given)
			? { id: given, name: sayAgencySide(protocol, given) }
			: { name: given };

/** Where an agency is chosen to be involved, the first of them. */
const exampleAgency = (protocol: Protocol, { id }: Field): NamedAgency =>
	protocol.involved?.chosenIn.includes(id)
		? { id: involvedSide(1), name: sayAgencySide(protocol, involvedSide(1)) }
		: { name: "Example agency" };

/** Whoever a step asks for, when a story does not say who was there: all who must attend, a panel that can decide. */
function membersFor(field: string, step: Step | undefined, known: Known): Member[] {
	if (!step) return [];
	if (field === attended)
		return step.attends
			.filter(({ side }) => isFilled(side, known))
			.map((party) => exampleMember(writtenParty(party), ""));
	const { of = [], quorum = 1, agencies = 1 } = step.panel ?? {};
	return Array.from({ length: Math.max(quorum, of.length, agencies) }, (_, index) =>
		exampleMember(of[index] ?? "", `Example agency ${index + 1}`),
	);
}

const exampleMember = (as: string, agency: string): Member => ({
	who: { name: "Example member" },
	agency,
	as,
	interest: "",
});

/**
 * Members as a story names them: `raising manager`, or a group with `who`, `agency`, `as` and `interest`.
 * What is no such list is left as it is, for the rules to refuse.
 */
function readMembers(
	given: unknown,
	examples: Member[],
	personOf: (said: string) => Actor,
	isSomebody: (said: string) => boolean,
): unknown {
	if (given === undefined) return examples;
	if (!Array.isArray(given)) return given;
	return given.map((each: unknown) => {
		if (typeof each === "string") {
			const { id, agencyId } = personOf(each);
			return { who: { id }, agency: agencyId, as: each, interest: "" };
		}
		if (typeof each !== "object" || each === null || !("who" in each)) return each;
		const { who } = each;
		if (typeof who !== "string") return each;
		if (!isSomebody(who)) return { ...each, who: { name: who } };
		const { id, agencyId } = personOf(who);
		return { agency: agencyId, ...(isOfAgency(who) && { as: who }), ...each, who: { id } };
	});
}

const isOfAgency = (said: string): boolean => isAgencySide(said.split(" ")[0] ?? "");
