import type { App } from "../actions/app.ts";
import { closeAction } from "../actions/close-learning-action.ts";
import { decideOnReport } from "../actions/decide-on-report.ts";
import { makeReport } from "../actions/prepare-report.ts";
import { presentReport } from "../actions/present-report.ts";
import { runTask } from "../actions/run-task.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { wordsPage } from "../actions/write-report.ts";
import { type Period, reportingOn } from "../domain/learning/period.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { dateNamed, type OpeningDay } from "../domain/story/story.ts";
import { zone } from "../domain/time.ts";
import { isAnythingRaised } from "../store/counted.ts";
import { listLearningActions } from "../store/learning-actions.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import { agencyId, partnershipId } from "./identifiers.ts";

/** The report that the rehearsal's subgroup has before it, and what came of what it asked for. */
const rehearsed = {
	writtenBy: "sian.prosser",
	writtenAt: "day -12 10:20",
	presentedAt: "day -12 14:05",
	decidedBy: "beatriz.figueira",
	decidedAt: "day -11 15:10",
	/** By part; a theme that nobody raised is left out. */
	written: {
		raised:
			"Most of what was raised came from schools and health visiting. The numbers are low: a change of one or two says nothing.",
		speed:
			"Forms were sent on in time. Where an answer was late, the agency had not said who answers while somebody is on leave.",
		"theme.thresholds":
			"Agencies read the same threshold in different ways. It helped when the response said which part of it was not met.",
		"extract.thresholds":
			"“The form says that the threshold is not met. It does not say what would have to be different.”",
		"theme.timeliness": "Families waited, and so did whoever had raised it.",
		changed:
			"In some of what ended, the child has a plan now that was not there before somebody spoke up. In the others it is too early to say.",
		recommendations:
			"Each agency says who answers while somebody is away. The thresholds are talked through with those who lead on safeguarding in schools.",
	},
	why: "The subgroup accepts both recommendations.",
	actions: [
		{
			what: "Say who answers while a service manager is on leave, and tell the Business Unit",
			agency: "csc",
			dueOn: "day -4",
			done: {
				by: "rafiq.chowdhury",
				at: "day -5 11:30",
				result: "Two deputies are named for each service manager. The list is with the office.",
			},
		},
		{
			what: "Talk the thresholds through with those who lead on safeguarding in schools",
			agency: "healthvisiting",
			dueOn: "day -2",
		},
	],
} as const;

/**
 * What happens around that report, each at its time: it is made, written and presented, the subgroup decides, and one of
 * its actions is done.
 */
export function presentedReport(
	protocol: Protocol,
	people: Map<string, Viewer>,
	opening: OpeningDay,
): { at: Temporal.ZonedDateTime; happens: (then: App) => Promise<unknown> }[] {
	const { writtenBy, writtenAt, presentedAt, decidedBy, decidedAt, written, actions } = rehearsed;
	const at = (said: string) => Temporal.PlainDateTime.from(dayOf(said)).toZonedDateTime(zone);
	const dayOf = (said: string): string => {
		const day = dateNamed(said, opening);
		if (day === undefined) throw new RangeError(`No day: ${said}`);
		return day;
	};
	const somebody = (said: string): Viewer => {
		const person = people.get(said);
		if (!person) throw new RangeError(`Nobody is called ${said}`);
		return person;
	};
	let report = "";
	return [
		{
			at: at(writtenAt),
			happens: async (then) => {
				const by = somebody(writtenBy);
				const period = await periodWithSomething(then, protocol, at(writtenAt).toPlainDate());
				report = await makeReport(then, by, protocol, period);
				const counting = await latestTaskAbout(then.db, report);
				if (counting) await runTask(then, counting.id);
				const page = wordsPage(report);
				await saveDraft(then, by, { differenceId: null, page, isShared: true }, () => ({
					content: { ...written },
				}));
			},
		},
		{
			at: at(presentedAt),
			happens: (then) =>
				presentReport(then, somebody(writtenBy), report, { reasons: {}, whatChanged: "" }),
		},
		{
			at: at(decidedAt),
			happens: (then) =>
				decideOnReport(then, somebody(decidedBy), report, {
					after: 0,
					requires: true,
					why: rehearsed.why,
					actions: actions.map(({ what, agency, dueOn }) => ({
						what,
						agencyId: agencyId(agency),
						personId: null,
						dueOn: dayOf(dueOn),
					})),
				}),
		},
		...actions.flatMap((action) => {
			if (!("done" in action)) return [];
			const { done } = action;
			return {
				at: at(done.at),
				happens: async (then: App) => {
					const open = await listLearningActions(then.db, partnershipId, {
						askedBy: { report },
						open: true,
					});
					const { id = "" } = open.find(({ what }) => what === action.what) ?? {};
					await closeAction(then, somebody(done.by), id, { state: "done", result: done.result });
				},
			};
		}),
	];
}

/** The last usual period, or, where nothing was raised by its end, the month before. */
async function periodWithSomething(
	{ db }: App,
	protocol: Protocol,
	today: Temporal.PlainDate,
): Promise<Period> {
	const usual = reportingOn(protocol, today.toString()).last;
	if (await isAnythingRaised(db, partnershipId, protocol.id, usual.until)) return usual;
	const first = today.with({ day: 1 });
	return {
		from: first.subtract({ months: 1 }).toString(),
		until: first.subtract({ days: 1 }).toString(),
	};
}
