import type { WhatIsAsked } from "./condition.ts";
import {
	asksOf,
	fieldOf,
	isAgencySide,
	type Outcome,
	type Protocol,
	type Side,
	type Step,
	stepOf,
} from "./protocol.ts";

/** A step of an agency that stands on a form, and the outcome by which it is done there. */
export type PartOnPaper = { step: Step; outcome: Outcome };

/** A form, or a part of one, that an agency sends to an office of the partnership: so it may come there on paper as well. */
export type SentForm = {
	/** The office that it is sent to. */
	office: Side;
	/** What stands on it, in order: the part that is filled in and, where it is signed, the signature. */
	parts: [PartOnPaper, ...PartOnPaper[]];
};

const written: ReadonlySet<string> = new Set(["form", "reply", "letter"]);

/**
 * The forms that agencies send to offices, in the order of the protocol. A step that sends on what others wrote, such as a
 * request for a decision, is none.
 */
export const sentForms = (protocol: Protocol): SentForm[] =>
	Object.values(protocol.steps).flatMap((step): SentForm[] => {
		if (!isAgencySide(step.by.side)) return [];
		const outcome = step.outcomes.find(({ sends }) =>
			sends?.what.some((each) => Object.hasOwn(protocol.forms, each)) ? officeIn(sends.to) : false,
		);
		const office = outcome?.sends && officeIn(outcome.sends.to);
		if (!outcome || office === undefined) return [];
		if (written.has(step.kind)) return [{ office, parts: [{ step, outcome }] }];
		if (step.kind !== "sign-off" || step.of === undefined) return [];
		const signed = stepOf(protocol, step.of);
		const filledIn =
			signed.outcomes.find(({ leadsTo }) =>
				leadsTo.some((target) => target.go === "step" && target.step === step.id),
			) ?? signed.outcomes[0];
		return filledIn && signed.by.side === step.by.side
			? [
					{
						office,
						parts: [
							{ step: signed, outcome: filledIn },
							{ step, outcome },
						],
					},
				]
			: [];
	});

const officeIn = (sides: Side[]): Side | undefined => sides.find((side) => !isAgencySide(side));

/** The form with which a difference begins that came on paper: the first that the raising agency sends to an office. */
export const formThatBegins = (protocol: Protocol): SentForm | undefined =>
	sentForms(protocol).find(({ parts: [{ step }] }) => step.by.side === "raising");

/**
 * What is asked of whoever enters these parts from paper, in order. What is asked more fully further down is asked there
 * alone.
 *
 * @param way that of beginning with it
 */
export function askedOnPaper(
	protocol: Protocol,
	parts: PartOnPaper[],
	way: WhatIsAsked = { asks: [], askedIf: {} },
): WhatIsAsked {
	const { asks, askedIf } = parts.reduce<WhatIsAsked>(
		(asked, { step, outcome }) => asksOf(asked, asksOf(step, outcome)),
		way,
	);
	return {
		asks: asks.filter((id) => !asks.some((other) => fieldOf(protocol, other).from === id)),
		askedIf,
	};
}
