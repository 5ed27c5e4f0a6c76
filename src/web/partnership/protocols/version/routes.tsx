import type { App } from "../../../../actions/app.ts";
import { postsOfRoles } from "../../../../domain/difference/who/who-is-of-a-level.ts";
import { listAgencies } from "../../../../store/agencies.ts";
import { listDirectory } from "../../../../store/people.ts";
import { countSeenUnderWay } from "../../../../store/protocol-versions.ts";
import { listSeenUnderWay } from "../../../../store/search.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { Routes } from "../../../kit/request.ts";
import { type OfVersion, type Visit, visitVersion } from "../../../parts/protocol/visit-version.ts";
import { VersionPage } from "./page.tsx";
import type { Posts } from "./posts.tsx";

export const protocolVersionRoutes: Routes = (web, app) => {
	web.get<OfVersion>(protocolPaths.version(":version"), async (request, reply) => {
		const visit = await visitVersion(app, request);
		if (!visit) return reply.callNotFound();
		const { viewer, frame } = request;
		const { id } = visit.version;
		const underWay = await countSeenUnderWay(app.db, viewer);
		return reply.page(
			<VersionPage
				frame={frame}
				visit={visit}
				viewer={viewer}
				underWay={underWay.get(id) ?? 0}
				posts={await postsAskedFor(app, viewer.partnershipId, visit)}
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

/** The posts that a version asks for, and the agencies without anybody for them; none for one that is not used any more. */
async function postsAskedFor(
	app: App,
	partnershipId: string,
	{ protocol, version: { status } }: Visit,
): Promise<Parameters<typeof Posts>[0]> {
	if (!protocol || ["replaced", "refused", "withdrawn"].includes(status))
		return { posts: [], nameOf: (agency) => agency };
	const agencies = (await listAgencies(app.db, partnershipId)).filter(
		({ sector }) => sector !== "partnership",
	);
	const names = new Map(agencies.map(({ id, name }) => [id, name]));
	return {
		posts: postsOfRoles(protocol, [...names.keys()], await listDirectory(app.db, partnershipId)),
		nameOf: (agency) => names.get(agency) ?? agency,
	};
}
