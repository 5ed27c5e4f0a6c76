import { askToVerify, recordChecks } from "../../../actions/check-record.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { recordPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { looksAgainEvery } from "../../parts/task-progress.tsx";
import { RecordPage } from "./page.tsx";

/** Whether the record is what was recorded, for those who look after it. */
export const recordRoutes: Routes = (web, app) => {
	web.get(recordPath, async (request, reply) => {
		const checks = await recordChecks(app, request.viewer);
		if (!checks) return reply.callNotFound();
		if (checks.some(({ task }) => task && isUnderWay(task)))
			reply.header("refresh", looksAgainEvery);
		return reply.page(<RecordPage frame={request.frame} checks={checks} />);
	});
	web.post(recordPath, async (request, reply) => {
		if (!(await recordChecks(app, request.viewer))) return reply.callNotFound();
		await askToVerify(app, request.viewer);
		return reply.redirect(recordPath, 303);
	});
};
