/**
 * A protocol in the language of its reader: the same steps, clocks and names, with other texts. What has no Welsh keeps
 * its English, so that a pack may be translated bit by bit.
 */
import type { ByCase, Worded } from "./condition.ts";
import type { Cell } from "./file/field.ts";
import {
	type Clock,
	type Field,
	type Form,
	isMainSide,
	type Letter,
	type Move,
	type Outcome,
	ownFieldNames,
	type Protocol,
	type Stage,
	type Step,
	type Way,
} from "./protocol.ts";

/** What stands for a text. */
type Say = (text: string) => string;

/** The protocol in Welsh, as far as it has any. */
export const inWelsh = (protocol: Protocol): Protocol =>
	withTexts(protocol, (text) => protocol.welsh[text] ?? text);

/** Every text of a protocol that people read, each once. */
export function textsOf(protocol: Protocol): Set<string> {
	const texts = new Set<string>();
	withTexts(protocol, (text) => {
		texts.add(text);
		return text;
	});
	return texts;
}

/** How many of its texts are in Welsh. What Concord asks in every protocol is not for its writer to translate. */
export function welshSoFar(protocol: Protocol): { translated: number; texts: number } {
	const fields = Object.fromEntries(
		Object.entries(protocol.fields).filter(([id]) => !ownFieldNames.includes(id)),
	);
	const texts = textsOf({ ...protocol, fields });
	return {
		translated: Object.keys(protocol.welsh).filter((text) => texts.has(text)).length,
		texts: texts.size,
	};
}

/**
 * The protocol with another text for each that people read.
 *
 * @param standIn for words that stand for something else: what the two agencies are called in other texts, which are
 *   looked for there, and who sits on a panel, which may be the name of a role
 */
export function withTexts(protocol: Protocol, say: Say, standIn: Say = say): Protocol {
	const titled = <Thing extends { title: string }>(thing: Thing): Thing => ({
		...thing,
		title: say(thing.title),
	});
	const steps = mapped(protocol.steps, (step) => stepSaid(step, say, standIn));
	const these = (all: Step[]) => all.flatMap(({ id }) => steps[id] ?? []);
	const { words } = protocol;
	return {
		...protocol,
		english: protocol.english ?? protocol,
		title: say(protocol.title),
		about: say(protocol.about),
		words: inCases(
			{
				...words,
				difference: say(words.difference),
				differences: say(words.differences),
				stage: say(words.stage),
				child: say(words.child),
				raising: standIn(words.raising),
				receiving: standIn(words.receiving),
				businessUnit: say(words.businessUnit),
			},
			(text, word) => (isMainSide(word) ? standIn : say)(text),
		),
		involved: protocol.involved && {
			...protocol.involved,
			called: standIn(protocol.involved.called),
		},
		safety: protocol.safety.map(({ if: when, name, call }) => ({
			if: say(when),
			call,
			name: say(name),
		})),
		guidance: protocol.guidance.map(({ title, says }) => ({ title: say(title), says: say(says) })),
		notFor: protocol.notFor.map((one) => ({ ...one, if: say(one.if), go: say(one.go) })),
		roles: mapped(protocol.roles, (role) => ({
			...role,
			called: say(role.called),
			in: mapped(role.in, say),
		})),
		themes: mapped(protocol.themes, say),
		fields: mapped(protocol.fields, (field) => fieldSaid(field, say)),
		forms: mapped(protocol.forms, (form) => formSaid(form, say)),
		letters: mapped(protocol.letters, (letter) => letterSaid(letter, say)),
		raise: {
			...waySaid(protocol.raise, say),
			ways: protocol.raise.ways.map((way) => waySaid(way, say)),
		},
		stages: protocol.stages.map((stage) => ({
			...stageSaid(stage, say),
			steps: these(stage.steps),
		})),
		beside: these(protocol.beside),
		afterwards: these(protocol.afterwards),
		moves: protocol.moves.map((move) => moveSaid(move, say)),
		endings: mapped(protocol.endings, titled),
		clocks: protocol.clocks.map((clock) => clockSaid(clock, say)),
		report: protocol.report && {
			...protocol.report,
			changed: protocol.report.changed.map(titled),
		},
		steps,
	};
}

const stepSaid = (step: Step, say: Say, standIn: Say): Step => ({
	...step,
	title: say(step.title),
	says: sayMaybe(step.says, say),
	to: sayMaybe(step.to, say),
	panel: step.panel && { ...step.panel, of: step.panel.of.map(standIn) },
	outcomes: step.outcomes.map((outcome) => outcomeSaid(outcome, say)),
});

const outcomeSaid = (outcome: Outcome, say: Say): Outcome =>
	inCases({ ...outcome, say: say(outcome.say) }, say);

const stageSaid = (stage: Stage, say: Say): Stage =>
	inCases({ ...stage, title: say(stage.title), says: sayMaybe(stage.says, say) }, say);

const clockSaid = (clock: Clock, say: Say): Clock =>
	inCases({ ...clock, title: say(clock.title), wording: sayMaybe(clock.wording, say) }, say);

const moveSaid = (move: Move, say: Say): Move => ({
	...move,
	title: say(move.title),
	says: sayMaybe(move.says, say),
	outcomes: move.outcomes.map((outcome) => ({ ...outcome, say: say(outcome.say) })),
});

const waySaid = <One extends Way>(way: One, say: Say): One => ({
	...way,
	title: sayMaybe(way.title, say),
	says: sayMaybe(way.says, say),
	window: way.window && { ...way.window, wording: sayMaybe(way.window.wording, say) },
});

const letterSaid = (letter: Letter, say: Say): Letter =>
	inCases(
		{ ...letter, title: say(letter.title), to: sayMaybe(letter.to, say), text: say(letter.text) },
		say,
	);

const formSaid = (form: Form, say: Say): Form =>
	inCases(
		{
			...form,
			title: say(form.title),
			parts: form.parts.map((part) =>
				inCases(
					{
						...part,
						title: say(part.title),
						sections: part.sections.map((section) => ({ ...section, title: say(section.title) })),
					},
					say,
				),
			),
		},
		say,
	);

function fieldSaid(field: Field, say: Say): Field {
	const said = {
		...field,
		label: say(field.label),
		...(field["read-as"] !== undefined && { "read-as": say(field["read-as"]) }),
		...(field.hint !== undefined && { hint: say(field.hint) }),
	};
	switch (said.type) {
		case "choice":
		case "choices":
			return { ...said, options: mapped(said.options, say) };
		case "children":
		case "adults":
			return said.facts
				? { ...said, facts: mapped(said.facts, (fact) => cellSaid(fact, say)) }
				: said;
		case "table":
			return {
				...said,
				row: say(said.row),
				columns: mapped(said.columns, (column) => cellSaid(column, say)),
			};
		default:
			return said;
	}
}

const cellSaid = (cell: Cell, say: Say): Cell => ({
	...cell,
	label: say(cell.label),
	...("hint" in cell && cell.hint !== undefined && { hint: say(cell.hint) }),
	...("options" in cell && cell.options !== undefined && { options: mapped(cell.options, say) }),
});

const sayMaybe = (text: string | undefined, say: Say): string | undefined =>
	text === undefined ? undefined : say(text);

/** With its words in some cases said too. */
const inCases = <Thing extends Worded<string>>(
	thing: Thing,
	say: (text: string, word: string) => string,
): Thing =>
	thing.inCase
		? {
				...thing,
				inCase: mapped(thing.inCase as Record<string, ByCase>, ({ usual, cases }, word) => ({
					usual: usual === undefined ? undefined : say(usual, word),
					cases: cases.map((one) => ({ ...one, say: say(one.say, word) })),
				})),
			}
		: thing;

const mapped = <Group extends object>(
	group: Group,
	change: (value: NonNullable<Group[keyof Group]>, name: keyof Group) => Group[keyof Group],
): Group =>
	Object.fromEntries(
		Object.entries(group).map(([name, value]) => [name, change(value, name as keyof Group)]),
	) as Group;
