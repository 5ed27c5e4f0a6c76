import { countUnderWay } from "../../../../store/protocol-versions.ts";
import { listSeenUnderWay } from "../../../../store/search.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { Routes } from "../../../kit/request.ts";
import { type OfVersion, visitVersion } from "../../../parts/protocol/visit-version.ts";
import { VersionPage } from "./page.tsx";

export const protocolVersionRoutes: Routes = (web, app) => {
	web.get<OfVersion>(protocolPaths.version(":version"), async (request, reply) => {
		const visit = await visitVersion(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame } = request;
		const { id } = visit.version;
		const underWay = await countUnderWay(app.db, viewer.partnershipId);
		return reply.page(
			<VersionPage
				frame={frame}
				visit={visit}
				viewer={viewer}
				underWay={underWay.get(id) ?? 0}
				toMove={
					viewer.offices.includes("business-unit") ? await listSeenUnderWay(app.db, viewer, id) : []
				}
			/>,
		);
	});

	web.get<OfVersion>(protocolPaths.file(":version"), async (request, reply) => {
		const visit = await visitVersion(app, request);
		if (!visit) return reply.callNotFound();
		const { protocol, version, source } = visit.version;
		const name = `${protocol}-${version}`.replaceAll(/[^\w.-]+/g, "-");
		return reply
			.type("text/yaml; charset=utf-8")
			.header("content-disposition", `attachment; filename="${name}.yaml"`)
			.send(source);
	});
};
