import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { guideOnPaper } from "../../../documents/guide.ts";
import { drawProtocol } from "../../../domain/protocol/told/draw/draw.ts";
import { guideOf } from "../../../domain/protocol/told/guide/guide.ts";
import { listDirectory } from "../../../store/people.ts";
import { protocolFilePath, protocolPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { sayProtocol } from "../../kit/say.tsx";
import { paperFormats, sendPaper } from "../../parts/paper-file.ts";
import { ProtocolPage } from "./page.tsx";

export const protocolGuideRoutes: Routes = (web, app) => {
	web.get(protocolPath, async (request, reply) => {
		const { protocol } = await inForce(app, request);
		if (!protocol) return reply.callNotFound();
		const people = await listDirectory(app.db, request.viewer.partnershipId);
		return reply.page(
			<ProtocolPage
				frame={request.frame}
				protocol={protocol}
				office={people.filter(({ offices }) => offices.includes("business-unit"))}
			/>,
		);
	});
	for (const format of paperFormats)
		web.get(protocolFilePath(`guide.${format}`), async (request, reply) => {
			const { protocol, day } = await inForce(app, request);
			if (!protocol) return reply.callNotFound();
			const paper = guideOnPaper(guideOf(sayProtocol(protocol)), day);
			return sendPaper(reply, format, `${protocol.id}-guide`, paper);
		});
	web.get(protocolFilePath("drawing.svg"), async (request, reply) => {
		const { protocol } = await inForce(app, request);
		if (!protocol) return reply.callNotFound();
		return reply
			.type("image/svg+xml")
			.header("content-disposition", `attachment; filename="${protocol.id}-drawing.svg"`)
			.send(drawProtocol(protocol).svg);
	});
};

/** The protocol that is in force today in the partnership of whoever asks, and the day. */
async function inForce(app: App, { viewer }: FastifyRequest) {
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const day = now.toPlainDate().toString();
	const found = await app.protocols.inForce(app.db, viewer.partnershipId, day);
	return { protocol: found?.protocol, day };
}
