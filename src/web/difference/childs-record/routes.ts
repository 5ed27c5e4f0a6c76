import { z } from "zod";
import { recordOnChildsRecord } from "../../../actions/record-on-childs-record.ts";
import { whenRefused } from "../../../domain/refusal.ts";
import { childsRecordPath, differencePath } from "../../addresses.ts";
import { actKeyOf, contentOf, isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";

const ticked = z.object({ step: z.string(), side: z.string() });

/** An agency ticks that a step stands on the child’s own record, in its own system. */
export const childsRecordRoutes: Routes = (web, app) => {
	web.post<{ Params: { id: string } }>(
		childsRecordPath(":id"),
		async ({ params: { id }, viewer, body }, reply) => {
			const given = ticked.safeParse(body);
			if (!isUuid(id) || !given.success) return reply.callNotFound();
			const on = { difference: id, by: viewer, key: actKeyOf(body), content: contentOf(body) };
			const recorded = await recordOnChildsRecord(app, on, given.data)
				// A colleague was quicker: it stands there, which is what was wanted.
				.catch(whenRefused("already", "already-recorded"));
			if (!recorded) return reply.callNotFound();
			return reply.redirect(`${differencePath(id)}#childs-record`, 303);
		},
	);
};
