import { countSeenUnderWay } from "../../../../store/protocol-versions.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { Routes } from "../../../kit/request.ts";
import { openShelf, readVersion } from "../../../parts/protocol/visit-version.ts";
import { ProtocolsPage } from "./page.tsx";

export const protocolListRoutes: Routes = (web, app) => {
	web.get(protocolPaths.list, async (request, reply) => {
		const shelf = await openShelf(app, request);
		if (!shelf) return reply.callNotFound();
		const { partnershipId } = request.viewer;
		const titles = new Map<string, string>();
		for (const { protocol, id, status } of shelf.versions)
			if (status === "in-force" || !titles.has(protocol)) {
				const read = await readVersion(app, partnershipId, id);
				if (read) titles.set(protocol, read.title);
			}
		return reply.page(
			<ProtocolsPage
				frame={request.frame}
				shelf={shelf}
				titles={titles}
				underWay={await countSeenUnderWay(app.db, request.viewer)}
			/>,
		);
	});
};
