import type { Actor } from "../access/viewer.ts";
import { recordOnChildsRecord } from "../difference/childs-record.ts";
import {
	beginning,
	type Difference,
	evolve,
	type Numbered,
	type Opening,
} from "../difference/difference.ts";
import { doStep } from "../difference/do-step.ts";
import { makeMove } from "../difference/make-move.ts";
import { raise } from "../difference/raise.ts";
import type { Rules } from "../difference/rules.ts";
import { timePasses } from "../difference/time-passes.ts";
import { nearestTo } from "../protocol/faults.ts";
import {
	asksOf,
	isAgencySide,
	type Protocol,
	roleOf,
	type Step,
} from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";
import { zone } from "../time.ts";
import { exampleAnswers } from "./example-answers.ts";
import type { Story, StoryAct } from "./story.ts";

/** What a story did, act by act. */
export type Played = {
	difference: Difference;
	acts: { act: StoryAct; events: Numbered[]; refused?: Refusal | undefined }[];
	/** The local time of the last act. */
	now: Temporal.ZonedDateTime;
};

/**
 * Plays a story on a protocol, with no database and no clock but the story's own.
 *
 * @throws StoryFault for an act that nobody may do then, or that the story did not expect to be refused
 */
export function playStory(rules: Rules, story: Story): Played {
	const first = story.acts[0];
	const opening: Opening = {
		id: "story",
		reference: "STORY",
		raisingAgency: "raising",
		receivingAgency: "receiving",
		raisedBy: actorNamed(rules.protocol, first?.by ?? "").id,
		raisedAt: timeOf(first?.at ?? "")
			.toInstant()
			.toString(),
	};
	let difference = beginning(opening);
	const acts: Played["acts"] = [];
	let now = timeOf(first?.at ?? "");

	for (const [index, act] of story.acts.entries()) {
		const at = timeOf(act.at);
		if (Temporal.ZonedDateTime.compare(at, now) < 0)
			throw new StoryFault(
				index,
				act,
				"it happens before the act above it",
				"Put the acts in the order of their dates",
			);
		now = at;
		const passed = difference.seq > 0 ? timePasses(rules, difference, now) : [];
		for (const event of passed)
			difference = evolve(rules.protocol, difference, event);
		try {
			const events = play(rules, difference, opening, act, index, now);
			if (act.refused !== undefined)
				throw new StoryFault(
					index,
					act,
					`it was expected to be refused (${act.refused}) and was not`,
					"Change the story, or the protocol",
				);
			for (const event of events)
				difference = evolve(rules.protocol, difference, event);
			acts.push({ act, events: [...passed, ...events] });
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			if (refusal.code !== act.refused)
				throw new StoryFault(
					index,
					act,
					refusal.message,
					whoCould(rules.protocol, difference, act),
				);
			acts.push({ act, events: passed, refused: refusal });
		}
	}
	return { difference, acts, now };
}

/** An act of a story that cannot be played: which, why, and who or what could. */
export class StoryFault extends Error {
	constructor(index: number, act: StoryAct, why: string, mend: string) {
		super(
			`Act ${index + 1}, “${act.do}” at ${act.at}${act.by ? ` by ${act.by}` : ""}: ${why.replace(/\.$/, "")}. ${mend}.`,
		);
		this.name = "StoryFault";
	}
}

function play(
	rules: Rules,
	difference: Difference,
	opening: Opening,
	act: StoryAct,
	index: number,
	now: Temporal.ZonedDateTime,
): Numbered[] {
	const { protocol } = rules;
	if (act.do === "wait") return [];
	if (!act.by)
		throw new StoryFault(
			index,
			act,
			"it does not say who does it",
			"Add “by:”",
		);
	const actor = actorNamed(protocol, act.by);
	const answers = (fields: string[]) =>
		exampleAnswers(
			protocol,
			fields,
			act.enter,
			(said) => actorNamed(protocol, said).id,
			now,
		);

	if (act.do === "raise")
		return raise(rules, opening, answers(protocol.raise.asks), [], actor, now);
	if (difference.seq === 0)
		throw new StoryFault(
			index,
			act,
			"nothing has been raised yet",
			"Begin the story with “do: raise”",
		);
	const move = protocol.moves.find(({ id }) => id === act.do);
	if (move)
		return makeMove(
			rules,
			difference,
			{ move: move.id, answers: answers(move.asks) },
			actor,
			now,
		);

	if (act.do.startsWith("recorded")) {
		const said = act.do.split(" ")[1] ?? difference.done.at(-1)?.step ?? "";
		const side = act.by.startsWith("receiving") ? "receiving" : "raising";
		return recordOnChildsRecord(
			rules,
			difference,
			{ step: stepNamed(protocol, difference, said)?.id ?? said, side },
			actor,
			now,
		);
	}
	const step = stepNamed(protocol, difference, act.do);
	if (!step) {
		const known = [
			...Object.keys(protocol.steps),
			...protocol.moves.map(({ id }) => id),
			"raise",
			"recorded",
			"wait",
		];
		const nearest = nearestTo(act.do, known);
		throw new StoryFault(
			index,
			act,
			"the protocol has no such step or move",
			nearest
				? `Did you mean “${nearest}”?`
				: `Open now: ${openNow(protocol, difference)}`,
		);
	}
	const outcome = step.outcomes.find(
		({ id }) => id === (act.outcome ?? step.outcomes[0]?.id),
	);
	if (!outcome || (act.outcome === undefined && step.outcomes.length > 1))
		throw new StoryFault(
			index,
			act,
			act.outcome
				? `“${act.outcome}” is not an outcome of ${step.name}`
				: "it does not say which outcome",
			`Add “outcome:” with one of: ${step.outcomes.map(({ id }) => id).join(", ")}`,
		);
	return doStep(
		rules,
		difference,
		{
			step: step.id,
			outcome: outcome.id,
			answers: answers(asksOf(step, outcome)),
		},
		actor,
		now,
	);
}

/** A step by its full id, or by its short name: one that is open first, then one of the stage. */
function stepNamed(
	protocol: Protocol,
	difference: Difference,
	said: string,
): Step | undefined {
	if (protocol.steps[said]) return protocol.steps[said];
	const named = Object.values(protocol.steps).filter(
		({ name }) => name === said,
	);
	return (
		named.find(({ id }) => difference.open.some(({ step }) => step === id)) ??
		named.find(({ stage }) => stage === difference.stage) ??
		named[0]
	);
}

const openNow = (protocol: Protocol, difference: Difference): string =>
	difference.open
		.map(({ step }) => `${step} (${sayParty(protocol, protocol.steps[step])})`)
		.join(", ") || "nothing";

const sayParty = (protocol: Protocol, step: Step | undefined): string => {
	if (!step) return "";
	const { called } = roleOf(protocol, step.by);
	return isAgencySide(step.by.side)
		? `${step.by.side} ${step.by.role}`
		: called;
};

function whoCould(
	protocol: Protocol,
	difference: Difference,
	act: StoryAct,
): string {
	const step = stepNamed(protocol, difference, act.do);
	const open = step && difference.open.some((each) => each.step === step.id);
	return open
		? `It could be done by: ${sayParty(protocol, step)}`
		: `Open now: ${openNow(protocol, difference)}`;
}

/** `2026-03-26 10:15`, local time. */
const timeOf = (said: string): Temporal.ZonedDateTime =>
	Temporal.PlainDateTime.from(said.replace(" ", "T")).toZonedDateTime(zone);

/**
 * The person that a story means by `raising manager` or `business-unit`; a number tells two in one role apart.
 *
 * @throws Refusal 'unknown-person'
 */
function actorNamed(protocol: Protocol, said: string): Actor {
	const [first = "", second = "", third] = said.trim().split(/\s+/);
	const agency = isAgencySide(first);
	const role = protocol.roles[agency ? second : first];
	if (!role || agency === ("office" in role && role.office !== undefined))
		throw new Refusal(
			"unknown-person",
			`“${said}” is nobody in this protocol: say raising or receiving and a role, or one of ${Object.values(
				protocol.roles,
			)
				.filter(({ office }) => office)
				.map(({ id }) => id)
				.join(", ")}`,
		);
	const number = agency ? third : second;
	return {
		id: idOf(`${first} ${agency ? second : ""} ${number ?? 1}`),
		agencyId: agency ? first : "partnership",
		level: role.level ?? "senior-manager",
		safeguardingLead: false,
		offices: role.office ? [role.office] : [],
	};
}

/** A made-up but steady identifier for a name in a story. */
function idOf(name: string): string {
	let hash = 0n;
	for (const letter of name)
		hash = (hash * 131n + BigInt(letter.codePointAt(0) ?? 0)) % (1n << 48n);
	return `00000000-0000-4000-8000-${hash.toString(16).padStart(12, "0")}`;
}
