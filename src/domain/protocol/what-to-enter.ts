import { startingSmall } from "../english.ts";
import { type Said, said, saidWhole } from "../said.ts";
import type { Field } from "./protocol.ts";

/** Verbs that questions ask with "did", as they are said of somebody who did it. */
const didSo: Record<string, string> = {
	talk: "talked",
	meet: "met",
	decide: "decided",
	try: "tried",
};

/** What is to be done for a question that is quoted. */
function quoted({ label, type }: Pick<Field, "label" | "type">): Said {
	switch (type) {
		case "text":
		case "long-text":
			return said`Enter an answer to “${label}”`;
		case "day":
			return said`Enter the date for “${label}”`;
		case "moment":
			return said`Enter the day and the time for “${label}”`;
		case "time":
			return said`Enter the time for “${label}”`;
		case "number":
			return said`Enter a number for “${label}”`;
		case "choice":
			return said`Select an answer to “${label}”`;
		case "choices":
		case "themes":
			return said`Select one or more for “${label}”`;
		case "person":
			return said`Select somebody for “${label}”`;
		case "agency":
			return said`Select an agency for “${label}”`;
		case "agencies":
			return said`Add an agency for “${label}”`;
		case "children":
		case "adults":
		case "members":
		case "actions":
			return said`Add one or more for “${label}”`;
		case "table":
			return said`Fill in a row for “${label}”`;
	}
}

const isChosen: ReadonlySet<Field["type"]> = new Set([
	"choice",
	"choices",
	"themes",
	"person",
	"agency",
]);

/**
 * What is to be done where an answer is missing: "Enter when you talked", "Enter why it is not resolved", "Select which
 * manager takes it from here". Where a question cannot be turned by moving one word, it is quoted:
 * "Enter the date for “Day of the meeting”". In Welsh it is always quoted: these are questions of English.
 */
export function whatToEnter(field: Pick<Field, "label" | "type">): Said {
	const select = isChosen.has(field.type);
	const whether = select ? asWhether(field.label) : undefined;
	if (whether) return saidWhole(`Select ${whether}`);
	const statement = asStatement(field.label);
	return statement ? saidWhole(`${select ? "Select" : "Enter"} ${statement}`) : quoted(field);
}

/** "Do you agree?" as "whether you agree". */
function asWhether(label: string): string | undefined {
	const [, verb = "", who = "", rest = ""] =
		/^(Do|Is|Are|Was|Were|Has|Have|Will|Can) (you|they|it|the child) (.+)\?$/.exec(label) ?? [];
	if (!who) return undefined;
	return `whether ${who} ${verb === "Do" ? "" : `${verb.toLowerCase()} `}${rest}`;
}

/** "What do you disagree about?" as "what you disagree about". */
function asStatement(label: string): string | undefined {
	const [, whoDid, deed = "", about = ""] =
		/^When did (.+?) (talk|meet|decide|try)\b(.*)\?$/.exec(label) ?? [];
	if (whoDid) return `when ${whoDid} ${didSo[deed]}${about}`;
	const [, ask = "", verb = "", who = "", rest = ""] =
		/^((?:By |Until )?(?:who|whom|what|which|why|how|where|when)\b.*?) (do|does|did|is|are|was|were|will|has|have|can) (you|they|it|this)( .+)\?$/i.exec(
			label,
		) ?? [];
	if (who && !asksAgain.test(rest)) {
		const did =
			verb === "did"
				? saidOfThePast(rest)
				: verb === "does"
					? saidOfOne(rest)
					: verb === "do"
						? rest
						: ` ${verb}${rest}`;
		return did && `${startingSmall(ask)} ${who}${did}`;
	}
	// Here the question's own word is what is asked after: nothing moves.
	const asItStands = /^(?:What (?:was|were) (?:said|agreed|decided|done)|Which .+ takes)\b.*\?$/;
	return asItStands.test(label) ? startingSmall(label.slice(0, -1)) : undefined;
}

/** A second question, whose words would have to move as well. */
const asksAgain = /\b(?:do|does|did|is|are|was|were|will|has|have|can) (?:you|they|it|this|the)\b/;

function saidOfThePast(rest: string): string | undefined {
	const [, verb = "", after = ""] = /^ (\w+)(.*)$/.exec(rest) ?? [];
	const did = didSo[verb];
	return did && ` ${did}${after}`;
}

/** " mean for the child" as " means for the child"; undefined for verbs that take more than an s. */
const saidOfOne = (rest: string): string | undefined =>
	/^ (?!have\b)\w*[^syoxh\s]\b/.test(rest) ? rest.replace(/^ \w+/, "$&s") : undefined;
