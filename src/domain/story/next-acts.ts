import { type Difference, withWhom } from "../difference/difference.ts";
import { type AllowedAct, allowedActs } from "../difference/who/may-act.ts";
import { startingLarge } from "../english.ts";
import type { WhatIsAsked } from "../protocol/condition.ts";
import type { WithWhom } from "../protocol/file/file.ts";
import {
	asksOf,
	type Field,
	fieldOf,
	type Protocol,
	waysOf,
	writtenParty,
} from "../protocol/protocol.ts";
import { sayChange } from "./entry-in-words.ts";
import { peopleOf, personOf } from "./people-of-story.ts";

/** An act that may come next in a story. */
export type NextAct = {
	/** What the form sends. */
	value: string;
	/** "Agency B’s senior manager: Answer in part two of the form" */
	says: string;
	/** How it ends, where it can end in several ways. */
	ends?: string | undefined;
	/** Who does it, as stories say it. */
	by: string;
	do: string;
	outcome?: string | undefined;
	way?: string | undefined;
	/** Whether it asks for a new date. */
	until?: boolean | undefined;
	/** What it asks that the story cannot make up, or that something may hang on. */
	asks: Field[];
};

/** Everything that somebody may do next. */
export function nextActs(protocol: Protocol, difference: Difference | undefined): NextAct[] {
	if (!difference)
		return waysOf(protocol).flatMap((way) =>
			way.by.map((role) =>
				nextAct(protocol, {
					by: `raising ${role}`,
					do: "raise",
					way: way.id,
					title: way.title ?? `Raise a ${protocol.words.difference}`,
					asks: way.asks,
					askedIf: way.askedIf,
				}),
			),
		);
	const whom = withWhom(difference);
	const open = everybody(protocol, whom).flatMap((by) => {
		const actor = personOf(protocol, by, whom)?.actor;
		return actor
			? allowedActs(protocol, difference, actor).map((allowed) => ({ by, allowed }))
			: [];
	});
	const isStep = ({ allowed }: { allowed: AllowedAct }) => allowed.act === "step";
	// Steps are owed; moves and clocks come after them.
	const inOrder = [...open.filter(isStep), ...open.filter((each) => !isStep(each))];
	const ways = inOrder.flatMap(({ by, allowed }) => waysToDo(protocol, allowed, by));
	return [...Map.groupBy(ways, (act) => `${act.do} ${act.outcome}`).values()].flatMap(
		(same) => same.find(({ by, isFor }) => by === isFor) ?? same[0] ?? [],
	);
}

/** An act in each way in which it can end. `isFor` is the party that a step is for. */
function waysToDo(
	protocol: Protocol,
	allowed: AllowedAct,
	by: string,
): (NextAct & { isFor?: string })[] {
	switch (allowed.act) {
		case "step":
			return allowed.step.outcomes.map((outcome) => ({
				...nextAct(protocol, {
					by,
					do: allowed.step.id,
					outcome: outcome.id,
					title: allowed.step.title,
					...(allowed.step.outcomes.length > 1 && { ends: outcome.say }),
					...asksOf(allowed.step, outcome),
				}),
				isFor: writtenParty(allowed.step.by),
			}));
		case "move":
			return allowed.move.outcomes.map((outcome) =>
				nextAct(protocol, {
					by,
					do: allowed.move.id,
					...(allowed.move.outcomes.length > 1 && { outcome: outcome.id, ends: outcome.say }),
					title: allowed.move.title,
					...asksOf(allowed.move, outcome),
				}),
			);
		case "change-clock":
			return allowed.ways.map((way) =>
				nextAct(protocol, {
					by,
					do: `${way} ${allowed.rule.id}`,
					title: sayChange(way, allowed.rule.title),
					asks: [],
					askedIf: {},
					until: way === "extend" || way === "bring-forward",
				}),
			);
		case "record-on-childs-record":
			return [];
	}
}

/** Everybody whom a story can name, and a second one of each: some things ask for other eyes. */
export const everybody = (protocol: Protocol, whom?: WithWhom): string[] => [
	...peopleOf(protocol, whom),
	...peopleOf(protocol, whom).map((said) => `${said} 2`),
];

/** "Agency A’s manager", "The SSCP Business Unit (2)" */
export function sayPersonOfStory(protocol: Protocol, said: string): string {
	return startingLarge(personOf(protocol, said)?.called ?? said);
}

const nextAct = (
	protocol: Protocol,
	{
		title,
		asks,
		askedIf,
		...act
	}: Pick<NextAct, "by" | "do" | "outcome" | "way" | "ends" | "until"> & {
		title: string;
	} & WhatIsAsked,
): NextAct => ({
	...act,
	value: [act.by, act.do, act.way ?? "", act.outcome ?? ""].join("|"),
	says: `${sayPersonOfStory(protocol, act.by)}: ${title}`,
	asks: asks
		.map((id) => fieldOf(protocol, id))
		.filter(({ type, optional }) => (type === "day" && !optional) || type === "choice")
		// Nobody is asked for a follow-up whose question they answer otherwise.
		.map((field) => (field.id in askedIf ? { ...field, optional: true } : field)),
});
