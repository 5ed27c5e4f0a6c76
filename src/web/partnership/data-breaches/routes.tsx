import { deskOffice } from "../../../reports/business-unit-desk.ts";
import { listRecalls } from "../../../store/recalls.ts";
import { dataBreachesPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { DataBreachesPage } from "./page.tsx";

/** What went to the wrong agency, for whoever sees to data breaches. */
export const dataBreachesRoutes: Routes = (web, app) => {
	web.get(dataBreachesPath, async (request, reply) => {
		const recalls = await listRecalls(app.db, request.viewer);
		return recalls
			? reply.page(
					<DataBreachesPage
						frame={request.frame}
						recalls={recalls}
						office={request.viewer.offices.includes(deskOffice)}
					/>,
				)
			: reply.callNotFound();
	});
};
