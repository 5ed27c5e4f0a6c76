import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { remindersToCome } from "../../../actions/reminders-to-come.ts";
import { readsCertificates } from "../../../actions/retention.ts";
import { openAboutSameChild } from "../../../actions/same-child.ts";
import { findToOpenInEmergency } from "../../../actions/seal-difference.ts";
import { mayMoveToVersion } from "../../../domain/difference/acts/move-to-version.ts";
import { childrenIn } from "../../../domain/difference/same-child.ts";
import { findDisposed } from "../../../store/disposals.ts";
import { findInvitation } from "../../../store/feedback.ts";
import { isOnHold } from "../../../store/retention.ts";
import { differencePath, sealPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { justDoneIn } from "../../parts/difference/just-done.tsx";
import { openFor } from "../../parts/difference/open-for.ts";
import { handingOver } from "../../parts/raising/handing-over.ts";
import { ofDesk } from "./at-desk.tsx";
import { DisposedPage } from "./disposed.tsx";
import { DifferencePage } from "./page.tsx";

export const differenceRoutes: Routes = (web, app) => {
	web.get(differencePath(":id"), async (request, reply) => {
		const opened = await openFor(app, request, "difference");
		if (!opened) {
			const { id } = request.params as { id: string };
			if (isUuid(id) && (await findToOpenInEmergency(app, request.viewer, id)))
				return reply.redirect(sealPaths.open(id), 303);
			const disposed = isUuid(id) && (await findDisposed(app.db, request.viewer, id));
			return disposed
				? reply.code(410).page(<DisposedPage frame={request.frame} disposed={disposed} />)
				: reply.callNotFound();
		}
		const { done, record } = request.query as { done?: string; record?: string };
		const justDone = justDoneIn(opened, done);
		return reply.page(
			<DifferencePage
				frame={request.frame}
				opened={opened}
				reminders={await remindersToCome(app, request.viewer, opened)}
				handing={await handingOver(app, request.viewer, opened)}
				justDone={justDone}
				wholeRecord={record === "whole"}
				onHold={readsCertificates(request.viewer) && (await isOnHold(app.db, opened.header.id))}
				feedback={
					opened.difference.status.is === "ended" &&
					(await findInvitation(app.db, opened.header.id, request.viewer.id))?.answered === false
				}
				desk={await ofDesk(app, request.viewer, opened, justDone)}
				alike={
					await openAboutSameChild(
						app,
						app.db,
						request.viewer,
						opened.header.raisingAgency,
						childrenIn(opened.protocol, opened.difference),
						opened.header.id,
					)
				}
				newerVersion={await newerVersion(app, request, opened)}
			/>,
		);
	});
};

/** The name of the version in force, where it is another and this person may move the difference to it. */
async function newerVersion(
	app: App,
	{ viewer }: FastifyRequest,
	{ protocol, difference, versionId, here }: OpenedDifference,
): Promise<string | undefined> {
	if (difference.status.is === "ended" || !mayMoveToVersion(protocol, difference, viewer))
		return undefined;
	const inForce = await app.protocols.inForce(
		app.db,
		viewer.partnershipId,
		here.now.toPlainDate().toString(),
		protocol.id,
	);
	return inForce && inForce.id !== versionId ? inForce.protocol.version : undefined;
}
