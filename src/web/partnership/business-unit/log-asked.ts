import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import { zone } from "../../../domain/time.ts";
import { dimensionsIn, protocolsInUse } from "../../../reports/log-of-forms.ts";
import { type Agency, listAgencies } from "../../../store/agencies.ts";
import type { LogNarrowed } from "../../../store/log-of-forms.ts";
import { dayInWords } from "../../kit/dates.ts";
import { dateValues, type FormValues, listOf, optionalDateOf } from "../../kit/form.ts";
import { type LogColumn, logColumns } from "./log-columns.tsx";

export const pageSize = 20;

const named = z
	.string()
	.max(200)
	.transform((typed) => typed || undefined)
	.optional()
	.catch(undefined);

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
});
export type AskedOfLog = z.infer<typeof logAsked>;

/** The same in the store’s terms: a day from its first moment to its last. */
export const logAskedIn = ({
	from,
	to,
	agency,
	theme,
	stage,
	status,
	late,
}: Partial<AskedOfLog>): LogNarrowed => ({
	receivedFrom: from && startOf(from, 0),
	receivedBefore: to && startOf(to, 1),
	agencyId: agency,
	theme,
	stage,
	status,
	late: late && true,
});

const startOf = (day: string, later: number): string =>
	Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant().toString();

/** What the log of a partnership can be narrowed by and show, each by its name, in words. */
export type LogChoices = {
	agencies: Agency[];
	themes: Record<string, string>;
	stages: Record<string, string>;
	columns: LogColumn[];
};

export async function logChoicesOf(app: App, viewer: Viewer): Promise<LogChoices> {
	const protocols: Protocol[] = [...(await protocolsInUse(app, viewer.partnershipId)).values()];
	return {
		agencies: await listAgencies(app.db, viewer.partnershipId),
		themes: Object.assign({}, ...protocols.map(({ themes }) => themes)),
		stages: Object.assign(
			{},
			...protocols.flatMap((protocol) =>
				protocol.stages.map(({ id }) => ({ [id]: stageTitle(protocol, id) })),
			),
		),
		columns: logColumns(dimensionsIn(protocols)),
	};
}

/** The columns that are asked for, in their order; the usual ones where none is. */
export function columnsAsked(
	{ columns: asked = [] }: Partial<AskedOfLog>,
	{ columns }: Pick<LogChoices, "columns">,
): LogColumn[] {
	const chosen = columns.filter(({ id }) => asked.includes(id));
	return chosen.length > 0 ? chosen : columns.filter(({ isUsual }) => isUsual);
}

/** Whether other columns than the usual ones are asked for. */
const hasOtherColumns = (asked: Partial<AskedOfLog>, choices: Pick<LogChoices, "columns">) => {
	const chosen = columnsAsked(asked, choices);
	return choices.columns.some((column) => column.isUsual !== chosen.includes(column));
};

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

/** "Open, late, of Oakfield Primary School, received from 1 April 2026": what a part of the log is called. */
export function logInWords(asked: Partial<AskedOfLog>, choices: LogChoices): string {
	const { from, to, agency, theme, stage, status, late, columns = [] } = asked;
	const parts = [
		status && (status === "open" ? "open" : "ended"),
		late && "answered late or not yet answered",
		agency && `of ${choices.agencies.find(({ id }) => id === agency)?.name ?? "another agency"}`,
		theme && `about ${choices.themes[theme] ?? theme}`,
		stage && (choices.stages[stage] ?? stage),
		from && `received from ${dayInWords(from)}`,
		to && `received up to ${dayInWords(to)}`,
		hasOtherColumns({ columns }, choices) &&
			`with ${columnsAsked({ columns }, choices)
				.map(({ title }) => title.toLowerCase())
				.join(", ")}`,
	].filter((part) => typeof part === "string");
	const said = parts.join(", ") || "all forms";
	return said.charAt(0).toUpperCase() + said.slice(1);
}
