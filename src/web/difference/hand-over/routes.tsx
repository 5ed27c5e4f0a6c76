import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { handOverPath, raisePaths } from "../../addresses.ts";
import { actKeyOf } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { carriedOver, handingOver } from "../../parts/raising/handing-over.ts";
import { draftThatContinues } from "../../parts/raising/not-finished.ts";
import { raisingPlace } from "../../parts/raising/raising.ts";
import { keepTyped } from "../../parts/typed-so-far.ts";
import { HandOverPage } from "./page.tsx";

type Asks = FastifyRequest<{ Params: { id: string } }>;

/** What ended by going on under another protocol is begun there, with the answers that go with it. */
export const handOverRoutes: Routes = (web, app) => {
	web.get<{ Params: { id: string } }>(handOverPath(":id"), async (request, reply) => {
		const visit = await visitHandOver(app, request);
		return visit
			? reply.page(<HandOverPage frame={request.frame} {...visit} />)
			: reply.callNotFound();
	});

	web.post<{ Params: { id: string } }>(handOverPath(":id"), async (request, reply) => {
		const visit = await visitHandOver(app, request);
		if (!visit) return reply.callNotFound();
		const { opened, values } = visit;
		const { viewer, body } = request;
		// What they typed since they began it stays.
		const begun = await draftThatContinues(app, viewer, opened.header.id);
		if (begun !== undefined) return reply.redirect(raisePaths.first(begun), 303);
		const draft = actKeyOf(body);
		await keepTyped(app, viewer, raisingPlace(draft), { asked: [], values });
		return reply.redirect(raisePaths.first(draft), 303);
	});
};

/** Undefined for a stranger, and for what this person cannot begin under another protocol. */
async function visitHandOver(app: App, request: Asks) {
	const { viewer } = request;
	const opened = await openFor(app, request, "hand-over");
	const offer = opened && (await handingOver(app, viewer, opened))?.offer;
	if (!opened || !offer) return undefined;
	return { opened, offer, ...(await carriedOver(app, viewer, opened, offer)) };
}
