import { addressOf } from "../../../actions/own-address.ts";
import { findingsOfInstallation } from "../../../domain/running/running.ts";
import { londonTime } from "../../../domain/time.ts";
import { installationFigures } from "../../../reports/running.ts";
import { isOperatorAccount } from "../../../store/accounts.ts";
import { findLastBackup } from "../../../store/backups.ts";
import { partnershipSizes } from "../../../store/installation.ts";
import { listPartnerships } from "../../../store/partnerships.ts";
import { howYouSignInPath, paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayMoment, speechNow } from "../../kit/say.tsx";
import { InstallationPage } from "./page.tsx";

/**
 * The installation, for whoever keeps it. Their account is nobody in a partnership by that: every other page is to them what
 * it is to a stranger.
 */
export const installationRoutes: Routes = (web, app) => {
	web.get(paths.installation, { config: { public: true } }, async (request, reply) => {
		const { session, place, frame } = request;
		if (!session.accountId || place?.isOwnHost) return reply.callNotFound();
		if (!(await isOperatorAccount(app.db, session.accountId))) return reply.callNotFound();
		// As of administrators: a password alone does not open what is everybody’s.
		if (!app.rehearsal && !session.secondFactor) return reply.redirect(howYouSignInPath, 303);
		const sizes = new Map(
			(await partnershipSizes(app.db)).map((size) => [size.partnershipId, size]),
		);
		const now = app.clock();
		const { good } = await findLastBackup(app.db);
		return reply.page(
			<InstallationPage
				frame={{ ...frame, partnership: undefined, logoText: undefined, colour: undefined }}
				partnerships={(await listPartnerships(app.db)).flatMap((partnership) => {
					const size = sizes.get(partnership.id);
					return size ? [{ partnership, address: addressOf(app, partnership), size }] : [];
				})}
				findings={findingsOfInstallation(
					await installationFigures(
						app.db,
						{ disk: await app.disk?.(), rehearsal: app.rehearsal },
						now,
					),
					now,
					{ speech: speechNow() },
				)}
				backup={
					good
						? say`The last good backup ended at ${sayMoment(londonTime(good.endedAt))}.`
						: say`There is no backup yet.`
				}
			/>,
		);
	});
};
