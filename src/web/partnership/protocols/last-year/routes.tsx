import { backtestLastYear } from "../../../../reports/backtest-last-year.ts";
import { listVisibleOf } from "../../../../store/search.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { Routes } from "../../../kit/request.ts";
import { type OfVersion, rulesIn, visitToChange } from "../../../parts/protocol/visit-version.ts";
import { LastYearPage } from "./page.tsx";

export const protocolLastYearRoutes: Routes = (web, app) => {
	web.get<OfVersion>(protocolPaths.lastYear(":version"), async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit?.protocol) return reply.callNotFound();
		const { partnershipId } = request.viewer;
		const rulesOf = await rulesIn(app, partnershipId);
		const year = await backtestLastYear(
			app.db,
			app.protocols,
			partnershipId,
			rulesOf(visit.protocol),
			rulesOf,
			visit.now,
		);
		const seen = await listVisibleOf(app.db, request.viewer, year.tried);
		return reply.page(
			<LastYearPage
				frame={request.frame}
				visit={visit}
				year={year}
				seen={new Set(seen.map(({ id }) => id))}
			/>,
		);
	});
};
