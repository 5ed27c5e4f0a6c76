import { isInvolved, type WhatIsAsked, wayItBegan } from "../condition.ts";
import type { Faults } from "../file/faults.ts";
import { gap } from "../letter.ts";
import {
	afterwards,
	isAgencySide,
	isMainSide,
	type Protocol,
	type Side,
	type Step,
	type StepId,
	waysOf,
} from "../protocol.ts";
import { answersReadBefore, fieldsAskedBefore, isAfterEnd, type Lead, placeOf } from "./paths.ts";

/** Something that asks, and what is known when it does. */
type Asker = {
	/** Where its `asks:` stands. */
	path: string[];
	what: WhatIsAsked;
	/** Who answers. */
	sides: Side[];
	/** The steps during which it may be; none as it is raised. */
	during: Step[];
	/** It follows the end, or is under what does: which paths lead there is not looked at. */
	isAfterEnd: boolean;
};

/**
 * Whoever is asked a follow-up knows whether it is: it goes by a question before it in the same act, or by what they
 * surely read before.
 */
export function checkConditions(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	checkRecipients(protocol, leads, reached, faults);
	checkOwers(protocol, leads, reached, faults);
	checkLettersByCase(protocol, leads, reached, faults);
	const readBy = new Map<Side, Map<Step, Set<string>>>();
	const isRead = (side: Side, during: Step[], field: string): boolean => {
		const read = readBy.get(side) ?? answersReadBefore(protocol, leads, reached, side);
		readBy.set(side, read);
		return during.every((step) => !reached.has(step.id) || read.get(step)?.has(field));
	};
	for (const { path, what, sides, during, isAfterEnd } of askersIn(protocol, leads)) {
		const { asks, askedIf } = what;
		for (const [field, condition] of Object.entries(askedIf)) {
			const place = asks.indexOf(field);
			if (asks.lastIndexOf(field) !== place)
				faults.add(
					path,
					`“${field}” is asked twice in one act, and once only in some cases`,
					"Ask it in one place",
				);
			for (const of of Object.keys(condition)) {
				const stranger = sides.find((side) => side !== "raising");
				if (of === isInvolved) continue;
				if (of === wayItBegan) {
					if (stranger !== undefined)
						faults.add(
							path,
							`How it began is known to the raising agency alone, and “${field}” is asked of ${sayWhose(stranger)}`,
							"Let each way to begin lead to a step of its own",
						);
				} else if (asks.includes(of)) {
					if (asks.indexOf(of) >= place)
						faults.add(
							path,
							`“${field}” goes by the answer to “${of}”, which is not asked before it`,
							`Put “${of}” before “${field}”`,
						);
				} else if (
					isAfterEnd ||
					during.length === 0 ||
					!sides.every((side) => isRead(side, during, of))
				)
					faults.add(
						path,
						`On some path whoever is asked “${field}” has not read the answer to “${of}”, by which it goes`,
						`Ask “${of}” in the same act, before “${field}”; or ask it in everything that leads here, and send it to them`,
					);
			}
		}
	}
}

/** Whether somebody hears of it goes by what is known when it is sent. */
function checkRecipients(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	if (leads.every(({ cases }) => cases.length === 0)) return;
	const known = fieldsAskedBefore(protocol, leads, reached);
	for (const { at, from, asks, mayAsk, cases } of leads)
		for (const of of new Set(cases.flatMap((condition) => Object.keys(condition)))) {
			if (of === wayItBegan || asks.includes(of) || mayAsk.includes(of)) continue;
			const before = from.filter(({ id }) => reached.has(id));
			if (from.length > 0 && before.every((step) => known.get(step)?.has(of))) continue;
			faults.add(
				at.slice(0, -1),
				`On some path nobody was asked for “${of}” before this is sent, so nobody knows to whom`,
				`Ask “${of}” here, or in everything that leads here`,
			);
		}
}

/** Who owes a step, where that depends on the case, is known by when it is owed. */
function checkOwers(protocol: Protocol, leads: Lead[], reached: Set<StepId>, faults: Faults): void {
	const steps = Object.values(protocol.steps).filter(({ id, when }) => when && reached.has(id));
	if (steps.length === 0) return;
	const known = fieldsAskedBefore(protocol, leads, reached);
	const starts = leads.filter(({ how }) => how === "start");
	for (const step of steps)
		for (const of of Object.keys(step.when ?? {})) {
			if (of === wayItBegan || starts.every(({ asks }) => asks.includes(of))) continue;
			// Which paths lead to what follows the end is not looked at.
			if (step.stage !== afterwards && known.get(step)?.has(of)) continue;
			faults.add(
				placeOf(step),
				`On some path nobody was asked for “${of}” before “${step.writtenAs}” is owed, so nobody knows who owes it`,
				`Add “${of}” to the “asks:” of everything that leads here: ways to begin, outcomes and moves`,
			);
		}
}

/** Whoever writes a letter knows which of its texts it is to be: no other could stand in its place. */
function checkLettersByCase(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	faults: Faults,
): void {
	for (const step of Object.values(protocol.steps)) {
		const letter = protocol.letters[step.letter ?? ""];
		const text = letter?.inCase?.text;
		if (!letter || !text || text.usual !== gap || !reached.has(step.id)) continue;
		const { side } = step.by;
		const read = answersReadBefore(protocol, leads, reached, side).get(step);
		for (const of of new Set(text.cases.flatMap(({ when }) => Object.keys(when)))) {
			const isKnown =
				of === wayItBegan
					? side === "raising"
					: (step.asks.includes(of) && !(of in step.askedIf)) ||
						(step.stage !== afterwards && read?.has(of));
			if (!isKnown)
				faults.add(
					["letters", letter.id, "text"],
					of === wayItBegan
						? `How it began is known to the raising agency alone, and “${letter.id}” is written by ${sayWhose(side)}`
						: `On some path whoever writes “${letter.id}” has not read the answer to “${of}”, by which its text goes`,
					"Add a usual text, “{ say: … }” without “when:”; or send them the answer in everything that leads there",
				);
		}
	}
}

const sayWhose = (side: Side): string =>
	isMainSide(side)
		? `the ${side} agency`
		: isAgencySide(side)
			? "the agencies that are involved"
			: side;

/** Everything that asks something only in some cases. */
function askersIn(protocol: Protocol, leads: Lead[]): Asker[] {
	const ways = waysOf(protocol).map(
		(way): Asker => ({
			path: [...(way.id === undefined ? ["raise"] : ["raise", "ways", way.id]), "asks"],
			what: way,
			sides: ["raising"],
			during: [],
			isAfterEnd: false,
		}),
	);
	const steps = Object.values(protocol.steps).flatMap((step) => {
		const place = placeOf(step);
		const by = {
			sides: [step.by.side],
			during: [step],
			isAfterEnd: step.stage === afterwards,
		};
		return [
			{ path: [...place, "asks"], what: step, ...by },
			...step.outcomes.map(
				(outcome): Asker => ({
					path: [...place, "outcomes", outcome.id, "asks"],
					what: afterStep(step, outcome),
					...by,
				}),
			),
		];
	});
	const moves = protocol.moves.flatMap((move) => {
		const by = {
			sides: [...new Set(move.by.map(({ side }) => side))],
			during: leads
				.filter(({ how, at }) => how === "move" && at[1] === move.id)
				.flatMap(({ from }) => from),
			isAfterEnd: isAfterEnd(move),
		};
		return [
			{ path: ["moves", move.id, "asks"], what: move, ...by },
			...move.outcomes.map(
				(outcome): Asker => ({
					path: ["moves", move.id, "outcomes", outcome.id, "asks"],
					what: afterStep(move, outcome),
					...by,
				}),
			),
		];
	});
	return [...ways, ...steps, ...moves].filter(({ what }) => Object.keys(what.askedIf).length > 0);
}

/** What an outcome asks, after what its step or move asks; only its own follow-ups are looked at. */
const afterStep = (step: WhatIsAsked, outcome: WhatIsAsked & { blank?: boolean }): WhatIsAsked => ({
	asks: outcome.blank ? outcome.asks : [...step.asks, ...outcome.asks],
	askedIf: {
		...Object.fromEntries(
			Object.entries(step.askedIf).filter(
				([field]) => !outcome.blank && outcome.asks.includes(field),
			),
		),
		...outcome.askedIf,
	},
});
