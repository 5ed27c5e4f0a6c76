import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { mayOversee } from "../../../domain/learning/oversight.ts";
import { oversightOf } from "../../../reports/oversight.ts";
import { oversightPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { sayProtocol } from "../../kit/say.tsx";
import { OversightPage } from "./page.tsx";

/** What is late, stuck and skipped, for whoever oversees it and changes nothing. */
export const oversightRoutes: Routes = (web, app) => {
	web.get(oversightPath, async (request, reply) => {
		const { viewer, frame } = request;
		if (!mayOversee(viewer)) return reply.callNotFound();
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate();
		const since = today.subtract({ years: 1 }).toString();
		const seen = await oversightOf(app, viewer, since, today.toString(), sayProtocol);
		return reply.page(<OversightPage frame={frame} seen={seen} since={since} />);
	});
};
