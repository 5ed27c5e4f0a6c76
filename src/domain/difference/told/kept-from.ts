import { sayAny } from "../../english.ts";
import type { Actor } from "../../people/viewer.ts";
import { type Protocol, stepOf } from "../../protocol/protocol.ts";
import type { Difference, OpenStep } from "../difference.ts";
import { keptFrom } from "../who/duties.ts";
import type { Names } from "./words.ts";

/**
 * Why somebody who answers in a step's role may not do it, and who does: "Your agency is part of it, so Adaeze Umeh or
 * Farah Qureshi decides." Undefined for whoever may do it and for whoever has no such role.
 */
export function sayKeptFrom(
	protocol: Protocol,
	difference: Difference,
	{ people, asked }: Pick<Names, "people" | "asked">,
	open: OpenStep,
	actor: Actor,
): string | undefined {
	const because = keptFrom(protocol, difference, open, actor);
	if (!because) return undefined;
	const why = {
		declared: "You have a conflict of interest",
		"their-decision": "It challenges a decision of yours",
		"their-agency": "Your agency is part of it",
		"their-part": "You had a part in it",
		sealed: "It is sealed, and you only read it",
	}[because];
	const does = stepOf(protocol, open.step).kind === "decision" ? "decides" : "does it";
	const others = (asked?.get(open.step) ?? []).flatMap((id) => people.get(id)?.name ?? []);
	return others.length > 0
		? `${why}, so ${sayAny(others)} ${does}.`
		: `${why}, so somebody else ${does} who had no part in it. Concord has nobody to ask: tell your partnership’s office.`;
}
