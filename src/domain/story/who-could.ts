import type { Difference } from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import { type Party, type Protocol, roleOf, stepOf, writtenParty } from "../protocol/protocol.ts";
import type { Refusal } from "../refusal.ts";
import { findStep } from "./find-step.ts";

/** Where a difference stands in a story, under its rules. */
type Standing = { rules: Rules; difference: Difference };

/** What to do about an act that was refused: what to enter, or else who could do it, or what could be done instead. */
export const fixForRefusal = (standing: Standing, does: string, refusal: Refusal): string =>
	whatToEnter(standing.rules.protocol, refusal) ?? whoCould(standing, does);

/** Where a story says what an answer was missing or wrong. */
function whatToEnter(protocol: Protocol, { code, message }: Refusal): string | undefined {
	if (code !== "wrong-answers" && code !== "reason-missing") return undefined;
	const fields = Object.values(protocol.fields)
		.filter(({ label }) => message.includes(`“${label}”`))
		.map(({ id }) => `“${id}”`);
	return `Say it under “enter:”${fields.length > 0 ? `, as ${fields.join(" or ")}` : ""}`;
}

function whoCould(standing: Standing, does: string): string {
	const {
		rules: { protocol },
		difference,
	} = standing;
	const move = protocol.moves.find(({ id }) => id === does);
	if (move)
		return `It is for ${either(move.by)}, while: ${move.while
			.map((when) => Object.values(when).join())
			.join(", ")}. ${openNow(standing)}`;
	const step = findStep(protocol, difference, does);
	return step && difference.open.some((open) => open.step === step.id)
		? `It could be done by ${either([step.by])}${step.notBy.length > 0 ? ", if they had no part before" : ""}${
				roleOf(protocol, step.by).level?.level === "practitioner"
					? ". A practitioner sees it once they raised it or a field names them, such as that of “named-in:”"
					: ""
			}`
		: openNow(standing);
}

/** "Open now: formal-resolution.forward (business-unit)" */
export const openNow = ({ rules, difference }: Standing): string =>
	`Open now: ${
		difference.open
			.map(({ step }) => `${step} (${either([stepOf(rules.protocol, step).by])})`)
			.join(", ") || "nothing"
	}`;

/** Parties as a story writes them. */
const either = (parties: Party[]): string => parties.map(writtenParty).join(" or ");
