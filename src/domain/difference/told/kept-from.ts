import type { Actor } from "../../people/viewer.ts";
import { type Protocol, stepOf } from "../../protocol/protocol.ts";
import { anyOf, type Said, said, sayTo } from "../../said.ts";
import type { Difference, OpenStep } from "../difference.ts";
import type { Conflict } from "../who/conflicts.ts";
import { keptFrom } from "../who/duties.ts";
import type { KeptFromSeal } from "../who/may-seal.ts";
import type { Names } from "./words.ts";

/**
 * Why somebody who answers in a step's role may not do it, and who does: "Your agency is part of it, so Adaeze Umeh or
 * Farah Qureshi decides." Undefined for whoever may do it and for whoever has no such role.
 */
export function sayKeptFrom(
	protocol: Protocol,
	difference: Difference,
	names: Pick<Names, "people" | "asked" | "speech">,
	open: OpenStep,
	actor: Actor,
): string | undefined {
	const because = keptFrom(protocol, difference, open, actor);
	if (!because) return undefined;
	const why = {
		declared: said`You have a conflict of interest`,
		"their-decision": said`It challenges a decision of yours`,
		"their-agency": said`Your agency is part of it`,
		"their-part": said`You had a part in it`,
		sealed: said`It is sealed, and you only read it`,
	}[because];
	const say = sayTo(names);
	const decides = stepOf(protocol, open.step).kind === "decision";
	const others = (names.asked?.get(open.step) ?? []).flatMap(
		(id) => names.people.get(id)?.name ?? [],
	);
	if (others.length > 0)
		return decides
			? say`${why}, so ${anyOf(others)} decides.`
			: say`${why}, so ${anyOf(others)} does it.`;
	return decides
		? say`${why}, so somebody else decides who had no part in it. Concord has nobody to ask: tell your partnership’s office.`
		: say`${why}, so somebody else does it who had no part in it. Concord has nobody to ask: tell your partnership’s office.`;
}

/** Why somebody with a conflict of interest does not do what would be theirs beside the steps, in a sentence. */
export const saidConflict = (conflict: Conflict): Said =>
	({
		declared: said`You have a conflict of interest in this, so it is for somebody else to do.`,
		"their-decision": said`This challenges a decision of yours, so it is for somebody else to do.`,
		named: said`You are named in this for an agency, so it is for somebody else of the office to do.`,
	})[conflict];

/** Why somebody does not see to a seal that would be theirs, and who does, in a sentence. */
export const saidKeptFromSeal = (because: KeptFromSeal | "part"): Said => {
	const why = {
		declared: said`You have a conflict of interest in this`,
		"their-decision": said`This challenges a decision of yours`,
		named: said`You are named in this for an agency`,
		opened: said`You opened this in an emergency`,
		part: said`You have a part in this, or it is about something that touches you`,
	}[because];
	return said`${why}, so others say who may know of it: the data protection officer, the head of the partnership’s office or, where neither can, whoever administers Concord here.`;
};
