import { z } from "zod";
import { readsExports } from "../../../domain/people/exporting.ts";
import { listExports } from "../../../store/exports.ts";
import { exportsPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { ExportsPage } from "./page.tsx";

const pageSize = 50;
const asked = z.object({ page: z.coerce.number().int().min(1).catch(1) });

/** What was taken out of Concord, for the data protection officer and the office's head. */
export const exportsRoutes: Routes = (web, app) => {
	web.get(exportsPath, async ({ viewer, frame, query }, reply) => {
		if (!readsExports(viewer)) return reply.callNotFound();
		const { page } = asked.parse(query);
		const { rows, total } = await listExports(app.db, viewer.partnershipId, { page, pageSize });
		return reply.page(
			<ExportsPage
				frame={frame}
				exports={rows}
				page={page}
				pages={Math.max(1, Math.ceil(total / pageSize))}
			/>,
		);
	});
};
