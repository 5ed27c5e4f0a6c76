import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { timeIn } from "../../../actions/partnership-clock.ts";
import { guideToDocx } from "../../../documents/guide-docx.ts";
import { guideToPdf } from "../../../documents/guide-pdf.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { drawProtocol } from "../../../domain/protocol/told/draw/draw.ts";
import { guideOf } from "../../../domain/protocol/told/guide/guide.ts";
import { listDirectory } from "../../../store/people.ts";
import { protocolFilePath, protocolPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
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
	web.get(protocolFilePath("guide.pdf"), (request, reply) =>
		download(app, request, reply, {
			name: "guide.pdf",
			type: "application/pdf",
			write: (protocol, day) => guideToPdf(guideOf(protocol), day),
		}),
	);
	web.get(protocolFilePath("guide.docx"), (request, reply) =>
		download(app, request, reply, {
			name: "guide.docx",
			type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
			write: (protocol, day) => guideToDocx(guideOf(protocol), day),
		}),
	);
	web.get(protocolFilePath("drawing.svg"), (request, reply) =>
		download(app, request, reply, {
			name: "drawing.svg",
			type: "image/svg+xml",
			write: (protocol) => drawProtocol(protocol).svg,
		}),
	);
};

/** The protocol that is in force today in the partnership of whoever asks, and the day. */
async function inForce(app: App, { viewer }: FastifyRequest) {
	const { now } = await timeIn(app, app.db, viewer.partnershipId);
	const day = now.toPlainDate().toString();
	const found = await app.protocols.inForce(app.db, viewer.partnershipId, day);
	return { protocol: found?.protocol, day };
}

async function download(
	app: App,
	request: FastifyRequest,
	reply: FastifyReply,
	file: {
		name: string;
		type: string;
		write: (protocol: Protocol, day: string) => string | Buffer | Promise<Buffer>;
	},
): Promise<FastifyReply> {
	const { protocol, day } = await inForce(app, request);
	if (!protocol) {
		reply.callNotFound();
		return reply;
	}
	return reply
		.type(file.type)
		.header("content-disposition", `attachment; filename="${protocol.id}-${file.name}"`)
		.send(await file.write(protocol, day));
}
