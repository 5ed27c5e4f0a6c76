import type { IsoDay } from "../../domain/calendar/iso-day.ts";
import type { Learned } from "../../domain/learning/learned.ts";
import { isLateAction, type LearningAction } from "../../domain/learning/learning-action.ts";
import { type Audience, forReaders } from "../../domain/learning/published.ts";
import type { PresentedContent } from "../../domain/learning/report-life.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { sayText as say, sayDate } from "../../language/say.ts";
import { speakingNow } from "../../language/speaking.ts";
import type { ReportDocument } from "./on-paper.ts";
import { sayReport } from "./said-figures.ts";
import { type Told, toldIn } from "./told.ts";

/** What was learned, as a report keeps it; of one that was presented before Concord told that, what it has. */
export const learnedKept = (
	{ learned, period, earlier }: Pick<PresentedContent, "learned" | "period" | "earlier">,
	audience: Audience,
): Learned =>
	learned?.[audience] ?? {
		period,
		lessons: [],
		lines: [],
		gaps: [],
		actions: [],
		again: [],
		earlier: audience === "public" ? null : earlier,
	};

/** A report as it was presented, with what was decided on it since, for its readers. */
export function keptDocument({
	content,
	version,
	whatChanged,
	presentedOn,
	decisions,
	actions,
	audience,
	withoutNames,
	protocol,
	...rest
}: Pick<ReportDocument, "partnership" | "day"> & {
	/** In its version now: its words are on the charts. */
	protocol: Protocol;
	content: PresentedContent;
	version: number;
	whatChanged: string | null;
	presentedOn: IsoDay;
	decisions: readonly { requires: boolean; why: string; on: IsoDay; by: string }[];
	actions: readonly LearningAction[];
	audience: Audience;
	/** Takes the names of the partnership’s people out of a text: outside the Business Unit none is named. */
	withoutNames: (text: string) => string;
}): ReportDocument {
	const isOffice = audience === "business-unit";
	const said = (text: string) => (isOffice ? text : withoutNames(text));
	const speaks = sayReport(protocol);
	const kept = forReaders(audience, content);
	const report = speaks.figures({ ...kept, ...speaks.titles(kept) });
	const whole = speaks.figures(content.figures);
	const told: Told[] = toldIn(
		{ parts: content.parts, written: content.written, learned: learnedKept(content, audience) },
		speaks,
		audience,
		{
			decisions: decisions.map(({ why, by, ...decision }) => ({
				...decision,
				why: said(why),
				by: isOffice ? by : null,
			})),
			actions: actions.map((action) => ({
				what: said(action.what),
				agency: action.agency.name,
				owner: isOffice ? (action.person?.name ?? null) : null,
				dueOn: action.dueOn,
				state: action.state,
				result: action.result && said(action.result),
				isLate: isLateAction(action, rest.day),
			})),
		},
	);
	return {
		...rest,
		language: speakingNow().language,
		protocol: { ...sayProtocol(protocol), title: speaks.text(content.protocol.title) },
		// A section of which no number could be shown is there for its words.
		report: {
			...report,
			sections: whole.sections
				.map((section) => ({
					...section,
					tables: report.sections.find(({ id }) => id === section.id)?.tables ?? [],
				}))
				.filter(({ id, tables }) => tables.length > 0 || content.written[id]),
		},
		isOver: true,
		threshold: content.threshold,
		words: content.written,
		told,
		presented: {
			version,
			says: [
				say`Presented to the ${content.protocol.to} on ${sayDate(presentedOn)}. Its figures and words stay as they were then; what was decided on it is as of ${sayDate(rest.day)}.`,
				...(whatChanged ? [say`What changed in this version: ${said(whatChanged)}`] : []),
			],
		},
	};
}
