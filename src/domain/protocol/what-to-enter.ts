import type { Field } from "./protocol.ts";

/** What one does, as it is said of somebody who did it: of questions such as "When did you talk?". */
const didSo: Record<string, string> = {
	talk: "talked",
	meet: "met",
	decide: "decided",
	"try to reach them": "tried to reach them",
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

/** What is to be done where an answer is missing: "Enter when you talked", "Enter the date for “By when will they reply?”". */
export function whatToEnter({ label, type }: Pick<Field, "label" | "type">): string {
	const [, who, did = ""] =
		/^When did (.+?) (talk|meet|decide|try to reach them)\?$/.exec(label) ?? [];
	if (who) return `Enter when ${who} ${didSo[did]}`;
	const [, whether] = /^Do ((?:you|they) .+)\?$/.exec(label) ?? [];
	if (whether && type === "choice") return `Select whether ${whether}`;
	return `${byType[type]} “${label}”`;
}
