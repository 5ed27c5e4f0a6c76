import { z } from "zod";
import {
	columnsAsked,
	hasOtherColumns,
	type LogChoices,
	type LogPart,
} from "../../../reports/log-part.ts";
import type { AtForm, LogAsked } from "../../../store/log-of-forms.ts";
import { dateValues, type FormValues, listOf, optionalDateOf } from "../../kit/form.ts";

export const pageSize = 20;

const named = z
	.string()
	.max(200)
	.transform((typed) => typed || undefined)
	.optional()
	.catch(undefined);

/** A form beside which a page of a long log lies: when it was received, and its reference. */
const place = z
	.string()
	.max(100)
	.transform((typed) => typed.match(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) (\S+)$/))
	.transform((found) => found && { receivedAt: found[1] ?? "", reference: found[2] ?? "" })
	.optional()
	.catch(undefined);

/** The same as an address has it. */
export const inAddress = ({ receivedAt, reference }: AtForm): string =>
	`${receivedAt} ${reference}`;

/** What the form of the log asks. What no form of ours could have sent does not narrow. */
export const logAsked = z.object({
	from: optionalDateOf({ name: "First day received" }),
	to: optionalDateOf({ name: "Last day received" }),
	agency: z.uuid().optional().catch(undefined),
	theme: named,
	stage: named,
	status: z.enum(["open", "ended"]).optional().catch(undefined),
	late: z.literal("yes").optional().catch(undefined),
	columns: listOf(z.string().max(50)).catch([]),
	page: z.coerce.number().int().min(1).max(100_000).catch(1),
	after: place,
	before: place,
});
export type AskedOfLog = z.infer<typeof logAsked>;

/** The part of the log that is asked for; the whole where what was asked is wrong. */
export function partIn(asked: AskedOfLog | undefined): LogPart {
	const { page: _page, after: _after, before: _before, ...part } = asked ?? { page: 1 };
	return part;
}

/** Beside which form the page lies that is asked for, where it is that deep in the log. */
export const besideIn = ({ after, before }: AskedOfLog): LogAsked["beside"] =>
	after ? { is: "after", ...after } : before ? { is: "before", ...before } : undefined;

/**
 * What is asked of the log as its form would send it, and nothing else: no text that somebody typed is in it, only what is
 * offered.
 */
export function asSent(asked: AskedOfLog, choices: LogChoices): FormValues {
	const { from, to, agency, theme, stage, status, late, columns } = asked;
	const others = hasOtherColumns({ columns }, choices) ? columnsAsked({ columns }, choices) : [];
	return {
		...(from && dateValues("from", from)),
		...(to && dateValues("to", to)),
		...(choices.agencies.some(({ id }) => id === agency) && { agency }),
		...(theme && Object.hasOwn(choices.themes, theme) && { theme }),
		...(stage && Object.hasOwn(choices.stages, stage) && { stage }),
		...(status && { status }),
		...(late && { late }),
		...(others.length > 0 && { columns: others.map(({ id }) => id) }),
	};
}
