import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { officesRead } from "../../../domain/people/viewer.ts";
import {
	countingChecks,
	findingsOfInstallation,
	findingsOfPartnership,
	remindersCheck,
} from "../../../domain/running/running.ts";
import { deskOffice } from "../../../reports/business-unit-desk.ts";
import { installationFigures, partnershipFigures } from "../../../reports/running.ts";
import { runningPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { speechNow } from "../../kit/say.tsx";
import { RunningPage } from "./page.tsx";

/**
 * How Concord is running: the machine and the mail for the administrator, what concerns their work for the Business Unit, which
 * alone reads what counts differences.
 */
export const runningRoutes: Routes = (web, app) => {
	web.get(runningPath, async (request, reply) => {
		const { viewer, frame } = request;
		const isAdministrator = viewer.offices.includes("administrator");
		const isOffice = officesRead(viewer).includes(deskOffice);
		if (!isAdministrator && !isOffice) return reply.callNotFound();
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const reader = { speech: speechNow() };
		const installation = findingsOfInstallation(
			await installationFigures(
				app.db,
				{
					disk: await app.disk?.(),
					rehearsal: app.rehearsal,
					partnershipId: viewer.partnershipId,
				},
				app.clock(),
			),
			app.clock(),
			reader,
		);
		const partnership = findingsOfPartnership(
			await partnershipFigures(
				app,
				viewer.partnershipId,
				app.bankHolidays !== undefined,
				now,
				viewer.id,
			),
			now,
			reader,
		);
		return reply.page(
			<RunningPage
				frame={frame}
				isOffice={!isAdministrator}
				findings={[
					...installation.filter(({ check }) => isAdministrator || check === remindersCheck),
					...partnership.filter(({ check }) => isOffice || !countingChecks.includes(check)),
				]}
			/>,
		);
	});
};
