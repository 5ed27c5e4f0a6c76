import type { FastifyRequest } from "fastify";
import { findForOfficer, type PointedOut, unusualReading } from "../../../actions/who-looked.ts";
import { whoLookedAtPath, whoLookedPath } from "../../addresses.ts";
import { errorAt, type FormState, newForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { WhoLookedPage } from "./page.tsx";

/** What stands out in who looked at what, for the data protection officer. */
export const whoLookedRoutes: Routes = (web, app) => {
	const show = (request: FastifyRequest, pointed: PointedOut[], form: FormState) => (
		<WhoLookedPage frame={request.frame} pointed={pointed} form={form} />
	);
	web.get(whoLookedPath, async (request, reply) => {
		const pointed = await unusualReading(app, request.viewer);
		return pointed ? reply.page(show(request, pointed, newForm())) : reply.callNotFound();
	});
	web.post(whoLookedPath, async (request, reply) => {
		const pointed = await unusualReading(app, request.viewer);
		if (!pointed) return reply.callNotFound();
		const { reference } = (request.body ?? {}) as { reference?: unknown };
		const typed = typeof reference === "string" ? reference : "";
		const id = await findForOfficer(app, request.viewer, typed);
		return id
			? reply.redirect(whoLookedAtPath(id), 303)
			: reply.code(422).page(
					show(request, pointed, {
						values: { reference: typed },
						errors: errorAt("reference", "There is no difference with this reference"),
					}),
				);
	});
};
