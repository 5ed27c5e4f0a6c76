import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { checkAskedOf } from "../../../actions/check-people.ts";
import { type PartnershipClock, partnershipClock } from "../../../actions/partnership-clock.ts";
import { listTimeToGrant } from "../../../actions/time-to-grant.ts";
import { sayWhom } from "../../../domain/difference/told/whom.ts";
import {
	type Briefing,
	emptySections,
	mayApprove,
	mayReadDrafts,
} from "../../../domain/learning/briefing.ts";
import { dutyOfAction, type LearningAction } from "../../../domain/learning/learning-action.ts";
import { answersForAgency, type Viewer } from "../../../domain/people/viewer.ts";
import { mayAnswer } from "../../../domain/people/who-answers.ts";
import { hadAPartIn, mayChangeVersions } from "../../../domain/protocol/version.ts";
import { londonTime } from "../../../domain/time.ts";
import { sharesOf } from "../../../reports/business-unit-desk.ts";
import { listBriefings } from "../../../store/briefings.ts";
import { listSavedAt } from "../../../store/drafts.ts";
import { listLearningActions } from "../../../store/learning-actions.ts";
import { listVersions, type StoredVersion } from "../../../store/protocol-versions.ts";
import { listQuestionsAsked } from "../../../store/questions.ts";
import { inWordsFor } from "../../../store/words-of-difference.ts";
import { findWork, type OwedStep, type Work } from "../../../store/work.ts";
import { paths } from "../../addresses.ts";
import { shortDay } from "../../kit/dates.ts";
import { say, sayProtocol } from "../../kit/say.tsx";
import { calendarNewsFor } from "../../parts/calendar-notices.tsx";
import { pageAsked, partAsked } from "../../parts/part-of-many.tsx";
import { unfinishedFor } from "../../parts/raising/not-finished.ts";
import { offersTo } from "../../parts/raising/raising.ts";
import { recalledFromYou } from "../../parts/recalled-from-you.tsx";
import { onceADay } from "../../parts/reminders-in-words.ts";
import { nextReminders } from "./next-reminders.ts";
import { type OwedWords, owedInWords } from "./owed.tsx";
import { MyWorkPage, type MyWorkView, WorkListPage } from "./page.tsx";

const workAsked = z.object({
	/** The list of which all is asked for. */
	list: z.enum(["mine", "agency", "waiting-for"]).optional().catch(undefined),
	...pageAsked.shape,
});

/** How many rows of My work are shown at first, and of each list before what they are to do has what is left. */
const shownAtFirst = { all: 24, least: 4 };

export const myWorkRoutes = (web: FastifyInstance, app: App) => {
	web.get(paths.myWork, async (request, reply) => {
		const { viewer, frame } = request;
		const here = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = here.now.toPlainDate().toString();
		const { list, ...asked } = workAsked.parse(request.query);
		const found = await findWork(app.db, viewer, {
			day: today,
			at: here.now.toInstant().toString(),
		});
		if (list) {
			const of = list === "waiting-for" ? "waitingFor" : list;
			const work = await found.read({ [of]: partAsked(asked) });
			return reply.page(
				<WorkListPage
					frame={frame}
					list={of}
					rows={(await workInWords(app, viewer, here, work)).work[of]}
					total={found.counts[of].total}
					asked={asked}
				/>,
			);
		}
		const [mine = 0, agency = 0, waitingFor = 0] = sharesOf(
			[found.counts.mine.total, found.counts.agency.total, found.counts.waitingFor.total],
			shownAtFirst,
		);
		const first = (limit: number) => ({ offset: 0, limit });
		const { work, reminders } = await workInWords(
			app,
			viewer,
			here,
			await found.read({
				mine: first(mine),
				agency: first(agency),
				waitingFor: first(waitingFor),
			}),
		);
		// The partnership’s own office runs the process: it takes no side, and owes things together.
		const ofTheOffice = viewer.sector === "partnership";
		const questions = await listQuestionsAsked(app.db, viewer, found.owesIn);
		const raises = ofTheOffice ? undefined : await whatTheyRaise(app, viewer, here);
		return reply.page(
			<MyWorkPage
				frame={frame}
				counts={found.counts}
				work={work}
				questions={questions.map(({ about, askedAt, ...question }) => ({
					...question,
					whom: sayWhom(about, here.partnership.peopleShownBy),
					on: shortDay(londonTime(askedAt).toPlainDate()),
				}))}
				actions={await learningActionsOf(app, viewer)}
				timeToGrant={await listTimeToGrant(app, viewer)}
				recalled={await recalledFromYou(app, viewer)}
				shownBy={here.partnership.peopleShownBy}
				raises={raises}
				unfinished={raises ? await unfinishedFor(app, viewer, here.partnership.peopleShownBy) : []}
				today={today}
				remindedOnceADay={reminders ? undefined : onceADay(here.partnership.workingHours)}
				toDecide={await versionsToDecide(app, viewer)}
				toApprove={await briefingsToApprove(app, viewer)}
				news={await calendarNewsFor(app, viewer)}
				peopleToCheck={await checkAskedOf(app, viewer, today)}
				answersForOthers={
					found.counts.agency.total > 0 || (answersForAgency(viewer) && !ofTheOffice)
				}
			/>,
		);
	});
};

/** Parts of the lists as they are said, with what is known of each thing that is theirs to do. */
async function workInWords(
	app: App,
	viewer: Viewer,
	here: PartnershipClock,
	{ mine, agency, waitingFor }: Work,
): Promise<{
	work: Record<keyof Work, OwedWords[]>;
	reminders: Awaited<ReturnType<typeof nextReminders>>;
}> {
	const inWords = (owed: OwedStep[]) => wordsFor(app, owed, viewer, here);
	const drafts = await listSavedAt(
		app.db,
		mine.map(({ differenceId }) => differenceId),
	);
	const draftOf = (owed: OwedStep | undefined) =>
		owed?.step ? drafts.get(owed.differenceId)?.[owed.step] : undefined;
	const reminders = await nextReminders(app, here, viewer.id, mine);
	return {
		reminders,
		work: {
			mine: (await inWords(mine)).map((words, nth) => ({
				...words,
				draftSavedAt: draftOf(mine[nth]),
				reminder: reminderInWords(reminders, mine[nth], here),
			})),
			agency: await inWords(agency),
			waitingFor: await inWords(waitingFor),
		},
	};
}

/** The proposed versions of protocols that this person may approve or refuse. */
async function versionsToDecide(app: App, viewer: Viewer): Promise<StoredVersion[]> {
	if (!mayChangeVersions(viewer)) return [];
	const versions = await listVersions(app.db, viewer.partnershipId);
	return versions.filter(
		(version) => version.state === "proposed" && !hadAPartIn(version).includes(viewer.id),
	);
}

/** The briefings that are whole and that this person may approve. */
async function briefingsToApprove(app: App, viewer: Viewer): Promise<Briefing[]> {
	if (!mayReadDrafts(viewer)) return [];
	const drafts = await listBriefings(app.db, viewer.partnershipId, ["draft"]);
	return drafts.filter((draft) => mayApprove(draft, viewer) && emptySections(draft).length === 0);
}

/** What reports and lessons asked for that is theirs to do. */
const learningActionsOf = async (app: App, viewer: Viewer): Promise<LearningAction[]> =>
	(await listLearningActions(app.db, viewer.partnershipId, { open: true })).filter((action) =>
		mayAnswer(dutyOfAction(action), viewer),
	);

/** "Reminder 13 Apr 2026" */
function reminderInWords(
	reminders: Awaited<ReturnType<typeof nextReminders>>,
	owed: OwedStep | undefined,
	{ now }: PartnershipClock,
): string | undefined {
	const at = owed && reminders?.get(owed);
	if (!at) return undefined;
	const day = at.toPlainDate();
	return day.equals(now.toPlainDate()) ? say`Reminder today` : say`Reminder ${shortDay(day)}`;
}

/** Each in the words of the protocol that its difference runs under. */
async function wordsFor(
	app: App,
	owed: OwedStep[],
	viewer: Viewer,
	here: PartnershipClock,
): Promise<OwedWords[]> {
	const calendars = await app.calendars.in(app.db, viewer.partnershipId);
	return Promise.all(
		owed.map(async (each) => {
			const version = await app.protocols.version(app.db, each.versionId);
			const protocol = await inWordsFor(app.db, version, each.differenceId, viewer);
			return owedInWords(sayProtocol(protocol), each, viewer, here, calendars.for(version));
		}),
	);
}

/** What this person may raise, in the words of the protocols in force. */
async function whatTheyRaise(
	app: App,
	viewer: Viewer,
	{ now }: PartnershipClock,
): Promise<MyWorkView["raises"]> {
	const { offers } = await offersTo(app, viewer, now);
	const [first, ...others] = offers;
	if (!first) return undefined;
	const { difference, child } = first.protocol.words;
	return others.some(({ protocol }) => protocol.id !== first.protocol.id)
		? { difference: "difference", child }
		: { difference, child };
}
