import { saidDate } from "../domain/calendar/day-in-words.ts";
import { startingLarge, startingSmall } from "../domain/english.ts";
import { type Protocol, stageTitle } from "../domain/protocol/protocol.ts";
import { type SpokenTo, saidWhole, sayTo } from "../domain/said.ts";
import { startOfDay } from "../domain/time.ts";
import { type Agency, listAgencies } from "../store/agencies.ts";
import type { LogNarrowed } from "../store/log-of-forms.ts";
import { type LogColumn, logColumns } from "./log-columns.ts";
import { dimensionsIn, protocolsInUse, type Reading } from "./log-of-forms.ts";

/** A part of the log: the forms that it is narrowed to, and the columns that are asked for. Plain data, to be kept. */
export type LogPart = {
	/** ISO days on which they were received: the first and the last. */
	from?: string | undefined;
	to?: string | undefined;
	agency?: string | undefined;
	theme?: string | undefined;
	stage?: string | undefined;
	status?: "open" | "ended" | undefined;
	late?: "yes" | undefined;
	/** By their names; the usual ones where none is. */
	columns?: string[] | undefined;
};

/** The same in the store’s terms: a day from its first moment to its last. */
export const narrowedTo = ({
	from,
	to,
	agency,
	theme,
	stage,
	status,
	late,
}: LogPart): LogNarrowed => ({
	receivedFrom: from && startOfDay(from, 0),
	receivedBefore: to && startOfDay(to, 1),
	agencyId: agency,
	theme,
	stage,
	status,
	late: late && true,
});

/** What the log of a partnership can be narrowed by and show, each by its name, in words. */
export type LogChoices = {
	agencies: Agency[];
	themes: Record<string, string>;
	stages: Record<string, string>;
	columns: LogColumn[];
};

export async function logChoicesOf(reading: Reading, partnershipId: string): Promise<LogChoices> {
	const protocols: Protocol[] = [...(await protocolsInUse(reading, partnershipId)).values()];
	return {
		agencies: await listAgencies(reading.db, partnershipId),
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
	{ columns: asked = [] }: LogPart,
	{ columns }: Pick<LogChoices, "columns">,
): LogColumn[] {
	const chosen = columns.filter(({ id }) => asked.includes(id));
	return chosen.length > 0 ? chosen : columns.filter(({ isUsual }) => isUsual);
}

/** Whether other columns than the usual ones are asked for. */
export const hasOtherColumns = (asked: LogPart, choices: Pick<LogChoices, "columns">) => {
	const chosen = columnsAsked(asked, choices);
	return choices.columns.some((column) => column.isUsual !== chosen.includes(column));
};

/** "Open, late, of Oakfield Primary School, received from 1 April 2026": what a part of the log is called. */
export function logInWords(asked: LogPart, choices: LogChoices, spoken: SpokenTo = {}): string {
	const say = sayTo(spoken);
	const { from, to, agency, theme, stage, status, late, columns = [] } = asked;
	const parts = [
		status && (status === "open" ? say`still open` : say`ended`),
		late && say`answered late or not yet answered`,
		agency &&
			say`of ${choices.agencies.find(({ id }) => id === agency)?.name ?? say`another agency`}`,
		theme && say`about ${choices.themes[theme] ?? theme}`,
		stage && say`now at ${choices.stages[stage] ?? stage}`,
		from && say`received from ${saidDate(from)}`,
		to && say`received up to ${saidDate(to)}`,
		hasOtherColumns({ columns }, choices) &&
			say`with ${columnsAsked({ columns }, choices)
				.map(({ title }) => startingSmall(spoken.speech?.say(saidWhole(title)) ?? title))
				.join(", ")}`,
	].filter((part) => typeof part === "string");
	return startingLarge(parts.join(", ") || say`all forms`);
}
