import type { App } from "../../actions/app.ts";
import { timeIn } from "../../actions/partnership-time.ts";
import { raisingPage } from "../../actions/raise-difference.ts";
import type { Viewer } from "../../domain/access/viewer.ts";
import type { UrgentContact } from "../../domain/difference/raise.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { Refusal } from "../../domain/refusal.ts";
import { type Agency, listAgencies } from "../../store/agencies.ts";
import { listDirectory } from "../../store/people.ts";
import { typedSoFar } from "../drafts/typed-so-far.ts";
import { type Question, questionOf } from "../fields/question.ts";
import { readMoment, readQuestions } from "../fields/read-questions.ts";
import type { FormError, FormValues } from "../ui/form.ts";
import { raisePaths } from "./raise-paths.ts";

/** What is asked before the protocol’s own questions; a protocol’s names have no dot. */
export const inputs = {
	scope: "raise.scope",
	danger: "raise.danger",
	agency: "raise.agency",
	rang: (contact: number) => `raise.rang.${contact}`,
} as const;

/** The answer to the scope screen that lets a difference be raised. */
export const inScope = "none-of-these";

/** Where the draft of a difference that is being raised is kept. */
export const raisingPlace = { differenceId: null, page: raisingPage };

/** A difference that somebody is raising: what they typed so far, and what there is to ask. */
export type Raising = {
	protocol: Protocol;
	now: Temporal.ZonedDateTime;
	values: FormValues;
	/** ISO instant. */
	savedAt?: string | undefined;
	/** Whether the scope screen was passed. Before, nothing is kept. */
	isBegun: boolean;
	/** Those it can be raised with: not one’s own, nor the partnership’s office. */
	agencies: Agency[];
	agency: Agency | undefined;
	questions: Question[];
};

/**
 * @param sent what was typed, when it comes with the form; else it is what was kept
 * @throws Refusal 'no-protocol'
 */
export async function raisingBy(
	app: App,
	viewer: Viewer,
	sent?: FormValues,
): Promise<Raising> {
	const { now } = await timeIn(app, app.db, viewer.partnershipId);
	const version = await app.protocols.inForce(
		app.db,
		viewer.partnershipId,
		now.toPlainDate().toString(),
	);
	if (!version)
		throw new Refusal(
			"no-protocol",
			"Your partnership has no protocol in force yet. Ask its Business Unit.",
		);
	const { protocol } = version;
	const draft = await typedSoFar(app, viewer, raisingPlace);
	const values = sent ?? draft.values;
	const agencies = (await listAgencies(app.db, viewer.partnershipId)).filter(
		({ id, sector }) => id !== viewer.agencyId && sector !== "partnership",
	);
	const agency = agencies.find(({ id }) => id === values[inputs.agency]);
	const asking = {
		protocol,
		names: {
			agencies: {
				raising: viewer.agencyName,
				receiving: agency?.name ?? protocol.words.receiving,
			},
		},
		agencies: { raising: viewer.agencyId, receiving: agency?.id ?? "" },
		directory: [
			...(await listDirectory(app.db, viewer.partnershipId, viewer.agencyId)),
			...(agency
				? await listDirectory(app.db, viewer.partnershipId, agency.id)
				: []),
		],
	};
	return {
		protocol,
		now,
		values,
		savedAt: draft.savedAt,
		isBegun: values[inputs.scope] === inScope,
		agencies,
		agency,
		questions: protocol.raise.asks.map((field) => questionOf(asking, field)),
	};
}

/** The first page that still has something to answer; the check page when there is none. */
export function whereLeftOff({
	protocol,
	values,
	isBegun,
	agency,
	questions,
}: Raising): string {
	if (!isBegun) return raisePaths.scope;
	if (!values[inputs.danger]) return raisePaths.safety;
	if (!agency) return raisePaths.agency;
	const open = questions.find(
		(question) => readQuestions(protocol, [question], values).errors,
	);
	return open ? raisePaths.about(open.field.id) : raisePaths.check;
}

/** What comes after a page: the next one, or the check page when somebody came from there to change something. */
export function pageAfter(
	{ questions }: Pick<Raising, "questions">,
	field: string | undefined,
	isChange: boolean,
): string {
	if (isChange) return raisePaths.check;
	const next =
		questions[questions.findIndex((each) => each.field.id === field) + 1];
	return next ? raisePaths.about(next.field.id) : raisePaths.check;
}

/** What comes before the page of a field. */
export function pageBefore(
	{ questions }: Pick<Raising, "questions">,
	field: string,
): string {
	const before =
		questions[questions.findIndex((each) => each.field.id === field) - 1];
	return before ? raisePaths.about(before.field.id) : raisePaths.agency;
}

/**
 * The emergency calls that were made. A call counts when a time was entered: the day is filled in already.
 *
 * @returns `errors` by input where a time or day cannot be understood
 */
export function readUrgentContacts(
	{ safety }: Protocol,
	values: FormValues,
): { contacts: UrgentContact[]; errors: Record<string, FormError> } {
	const contacts: UrgentContact[] = [];
	const errors: Record<string, FormError> = {};
	if (values[inputs.danger] !== "yes") return { contacts, errors };
	for (const [index, { call }] of safety.entries()) {
		const name = inputs.rang(index);
		const time = values[`${name}-time`];
		if (typeof time !== "string" || time.trim() === "") continue;
		const { given, faults } = readMoment(values, name, rangLabel(call));
		Object.assign(errors, faults);
		if (given) contacts.push({ call, madeAt: given });
	}
	return { contacts, errors };
}

export const rangLabel = (call: string): string => `When did you ring ${call}?`;
