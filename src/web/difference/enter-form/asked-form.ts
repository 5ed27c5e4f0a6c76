/**
 * What is asked of whoever enters a form that came on paper: when it was received, who did what on it, and all that the
 * form asks. Questions of the page itself have a dot in their names, which no field of a protocol has.
 */

import type { Answer, Answers, NamedPerson } from "../../../domain/protocol/answers.ts";
import type { WhatIsAsked } from "../../../domain/protocol/condition.ts";
import { holds, type Known } from "../../../domain/protocol/condition.ts";
import {
	type Field,
	fieldOf,
	noOriginal,
	type Protocol,
	readAs,
	writtenParty,
} from "../../../domain/protocol/protocol.ts";
import type { PartOnPaper } from "../../../domain/protocol/sent-forms.ts";
import type { RefusalCode } from "../../../domain/refusal.ts";
import { say } from "../../kit/say.tsx";
import { parted } from "../../parts/act/asked-act.ts";
import { type Asking, type Question, questionOf } from "../../parts/fields/question.ts";

/** What a page asks about a form, and how its answers are told apart. */
export type AskedForm = {
	/** With the questions of the page itself among its fields. */
	protocol: Protocol;
	/** When it was received and who did what on it. */
	about: Question[];
	/** What stands on it. */
	onIt: Question[];
	/** Why the original is not attached. */
	missing: Question;
	/** Which question says who did each step. */
	whoDid: Readonly<Record<string, string>>;
};

/** What is asked before the form itself; a protocol’s names have no dot. */
export const startInputs = {
	begin: "paper.begin",
	from: "paper.from",
	with: "paper.with",
} as const;

const received = "paper.received";
const raisedBy = "paper.raised-by";

/**
 * @param asking without its protocol's own words changed
 * @param asks what stands on the form; `known` what its follow-ups may go by
 * @param begins the roles that may raise it, where a difference begins with it
 */
export function askAboutForm(
	asking: Asking,
	parts: PartOnPaper[],
	asks: WhatIsAsked,
	known: Known,
	begins?: { by: string[] },
): AskedForm {
	const { protocol } = asking;
	const whoDid = Object.fromEntries(
		parts.map(({ step }, nth) => [
			step.id,
			begins && step.namedIn === "raised-by" ? raisedBy : `paper.by.${nth}`,
		]),
	);
	const own: Field[] = [
		{
			id: received,
			type: "moment",
			label: say`When did you receive it?`,
			hint: say`Time limits run from then. For example, 9 4 2026, 2:15pm`,
			optional: false,
		},
		...(begins
			? [person(raisedBy, say`Who raised it?`, `raising ${lowestOf(protocol, begins.by)}`)]
			: []),
		...parts
			.filter(({ step }) => whoDid[step.id] !== raisedBy)
			.map(({ step }) =>
				person(
					whoDid[step.id] ?? "",
					step.kind === "sign-off" ? say`Who signed it?` : say`Who answered?`,
					writtenParty(step.by),
				),
			),
	];
	const reason: Field = {
		...fieldOf(protocol, noOriginal),
		label: say`If you cannot attach the original: why not?`,
		optional: true,
	};
	const onForm = asks.asks.map((id) => asReadByOthers(fieldOf(protocol, id)));
	const fields = Object.fromEntries([...onForm, ...own, reason].map((field) => [field.id, field]));
	const extended = { ...protocol, fields: { ...protocol.fields, ...fields } };
	const asked = { ...asking, protocol: extended };
	return {
		protocol: extended,
		about: own.map(({ id }) => questionOf(asked, id)),
		onIt: asks.asks.flatMap((field) => {
			const [now, before] = parted(asks.askedIf[field] ?? {}, (of) => asks.asks.includes(of));
			const question = questionOf(asked, field);
			if (!holds(before, known)) return [];
			return [Object.keys(now).length > 0 ? { ...question, when: now } : question];
		}),
		missing: questionOf(asked, noOriginal),
		whoDid,
	};
}

/** A question that is put to whoever filled in the form, as somebody else reads it: “What does agency A disagree about?” */
const asReadByOthers = ({ hint, ...field }: Field): Field =>
	field["read-as"] === undefined
		? { ...field, ...(hint !== undefined && { hint }) }
		: { ...field, label: readAs(field) };

const person = (id: string, label: string, of: string): Field => ({
	id,
	type: "person",
	label,
	optional: false,
	of,
});

/** Anybody of the agency may be the one: practitioners first. */
const lowestOf = (protocol: Protocol, roles: string[]): string =>
	roles.find((id) => protocol.roles[id]?.level?.level === "practitioner") ?? roles[0] ?? "";

/** What was answered, as the action takes it. */
export function asEntered({ whoDid }: Pick<AskedForm, "whoDid">, answers: Answers) {
	const whom = (id: string): NamedPerson =>
		(answers[id] as NamedPerson | undefined) ?? { name: "" };
	const said: Answer | undefined = answers[received];
	return {
		receivedAt: typeof said === "string" ? said : "",
		raisedBy: whom(raisedBy),
		doneBy: Object.fromEntries(Object.entries(whoDid).map(([step, id]) => [step, whom(id)])),
		answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !id.includes("."))),
	};
}

/** At which question a refusal is said; undefined where it is about none. */
export function faultAt(code: RefusalCode, { about }: AskedForm): Question | undefined {
	if (code === "wrong-time" || code === "in-the-past")
		return about.find(({ field }) => field.id === received);
	if (code === "not-of-the-level" || code === "not-your-own") return about.at(-1);
	if (code === "not-your-agency" || code === "not-a-colleague") return about[1];
	return undefined;
}
