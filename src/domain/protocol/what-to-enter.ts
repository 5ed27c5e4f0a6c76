import { startingSmall } from "../english.ts";
import type { Field } from "./protocol.ts";

/** Verbs that questions ask with "did", as they are said of somebody who did it. */
const didSo: Record<string, string> = {
	talk: "talked",
	meet: "met",
	decide: "decided",
	try: "tried",
};

/** What an answer of each type is, after what is done to give it. */
const byType: Record<Field["type"], string> = {
	text: "Enter an answer to",
	"long-text": "Enter an answer to",
	day: "Enter the date for",
	moment: "Enter the day and the time for",
	time: "Enter the time for",
	number: "Enter a number for",
	choice: "Select an answer to",
	choices: "Select one or more for",
	themes: "Select one or more for",
	person: "Select somebody for",
	agency: "Select an agency for",
	agencies: "Add an agency for",
	children: "Add one or more for",
	adults: "Add one or more for",
	members: "Add one or more for",
	actions: "Add one or more for",
	table: "Fill in a row for",
};

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
 * "Enter the date for “Day of the meeting”".
 */
export function whatToEnter({ label, type }: Pick<Field, "label" | "type">): string {
	const select = isChosen.has(type);
	const whether = select ? asWhether(label) : undefined;
	if (whether) return `Select ${whether}`;
	const statement = asStatement(label);
	return statement ? `${select ? "Select" : "Enter"} ${statement}` : `${byType[type]} “${label}”`;
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
