import type { FastifyInstance } from "fastify";
import type { App } from "../../actions/app.ts";
import { type Here, timeIn } from "../../actions/partnership-time.ts";
import {
	answersForAgency,
	atLeast,
	type Viewer,
} from "../../domain/access/viewer.ts";
import { listWork, type OwedStep } from "../../store/work.ts";
import { calendarNewsFor } from "../calendar/notices.tsx";
import { paths } from "../paths.ts";
import { nextReminders } from "../reminders/next-reminders.ts";
import { onceADay } from "../reminders/reminders-in-words.ts";
import { shortDay } from "../ui/dates.ts";
import { type OwedWords, owedInWords } from "./owed.tsx";
import { MyWorkPage } from "./page.tsx";

export const myWorkRoutes = (web: FastifyInstance, app: App) => {
	web.get(paths.myWork, async (request, reply) => {
		const { viewer, frame } = request;
		const here = await timeIn(app, app.db, viewer.partnershipId);
		const { mine, agency, waitingFor } = await listWork(app.db, viewer);
		// The partnership’s own office runs the process: it takes no side, and owes things together.
		const ofTheOffice = viewer.sector === "partnership";
		const inWords = (owed: OwedStep[]) => wordsFor(app, owed, viewer, here);
		const reminders = await nextReminders(app, here, viewer.id, mine);
		return reply.page(
			<MyWorkPage
				frame={frame}
				work={{
					mine: (await inWords(mine)).map((words, nth) => ({
						...words,
						reminder: reminderInWords(reminders, mine[nth], here),
					})),
					agency: await inWords(agency),
					waitingFor: await inWords(waitingFor),
				}}
				raises={
					ofTheOffice ? undefined : await whatTheyRaise(app, viewer, here)
				}
				remindedOnceADay={
					reminders ? undefined : onceADay(here.partnership.workingHours)
				}
				news={await calendarNewsFor(app, viewer)}
				answersForOthers={answersForAgency(viewer) && !ofTheOffice}
			/>,
		);
	});
};

/** "Reminder 13 Apr 2026" */
function reminderInWords(
	reminders: Awaited<ReturnType<typeof nextReminders>>,
	owed: OwedStep | undefined,
	{ now }: Here,
): string | undefined {
	const at = owed && reminders?.get(owed);
	if (!at) return undefined;
	const day = at.toPlainDate();
	return `Reminder ${day.equals(now.toPlainDate()) ? "today" : shortDay(day)}`;
}

/** Each in the words of the protocol that its difference runs under. */
const wordsFor = (
	app: App,
	owed: OwedStep[],
	viewer: Viewer,
	{ now }: Here,
): Promise<OwedWords[]> =>
	Promise.all(
		owed.map(async (each) =>
			owedInWords(
				await app.protocols.version(app.db, each.versionId),
				each,
				viewer,
				now,
			),
		),
	);

/** What the protocol in force calls what this person may raise. */
async function whatTheyRaise(
	app: App,
	viewer: Viewer,
	{ now }: Here,
): Promise<string | undefined> {
	const inForce = await app.protocols.inForce(
		app.db,
		viewer.partnershipId,
		now.toPlainDate().toString(),
	);
	if (!inForce) return undefined;
	const { raise, roles, words } = inForce.protocol;
	const may = raise.by.some((role) => {
		const level = roles[role]?.level;
		return level !== undefined && atLeast(viewer.level, level);
	});
	return may ? words.difference : undefined;
}
