import { protocolPaths } from "../../../addresses.ts";
import type { Routes } from "../../../kit/request.ts";
import {
	type OfVersion,
	readVersion,
	visitVersion,
} from "../../../parts/protocol/visit-version.ts";
import { ComparePage } from "./page.tsx";

export const protocolCompareRoutes: Routes = (web, app) => {
	web.get<OfVersion & { Querystring: { with?: string } }>(
		protocolPaths.compare(":version"),
		async (request, reply) => {
			const visit = await visitVersion(app, request);
			if (!visit) return reply.callNotFound();
			const { with: chosen } = request.query;
			const { version, protocol, versions, inForce } = visit;
			const other = chosen
				? versions.find((each) => each.id === chosen && each.protocol === version.protocol)
				: inForce;
			if (!other || other.id === version.id) return reply.callNotFound();
			const before = await readVersion(app, request.viewer.partnershipId, other.id);
			return reply.page(
				<ComparePage
					frame={request.frame}
					visit={visit}
					other={other}
					changes={before && protocol ? await app.beside.compare(before, protocol) : undefined}
				/>,
			);
		},
	);
};
