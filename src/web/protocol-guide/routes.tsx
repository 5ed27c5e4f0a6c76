import { timeIn } from "../../actions/partnership-time.ts";
import { listDirectory } from "../../store/people.ts";
import type { Routes } from "../request.ts";
import { protocolPath } from "./address.ts";
import { ProtocolPage } from "./page.tsx";

export const protocolGuideRoutes: Routes = (web, app) => {
	web.get(protocolPath, async (request, reply) => {
		const { partnershipId } = request.viewer;
		const { now } = await timeIn(app, app.db, partnershipId);
		const inForce = await app.protocols.inForce(
			app.db,
			partnershipId,
			now.toPlainDate().toString(),
		);
		if (!inForce) return reply.callNotFound();
		const people = await listDirectory(app.db, partnershipId);
		return reply.page(
			<ProtocolPage
				frame={request.frame}
				protocol={inForce.protocol}
				office={people.filter(({ offices }) =>
					offices.includes("business-unit"),
				)}
			/>,
		);
	});
};
