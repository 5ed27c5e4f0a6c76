import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { handOverPath, raisePaths } from "../../addresses.ts";
import { typedText } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { carriedOver, handingOver } from "../../parts/raising/handing-over.ts";
import { inputs, inScope, raisingPlace } from "../../parts/raising/raising.ts";
import { keepTyped, typedSoFar } from "../../parts/typed-so-far.ts";
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
		const { opened, values, hasDraft, isBegun } = visit;
		// What they typed since they began it stays.
		if (isBegun) return reply.redirect(raisePaths.safety, 303);
		if (hasDraft) return reply.redirect(handOverPath(opened.header.id), 303);
		const { viewer } = request;
		const before = await typedSoFar(app, viewer, raisingPlace);
		await keepTyped(app, viewer, raisingPlace, { asked: Object.keys(before.values), values });
		return reply.redirect(raisePaths.safety, 303);
	});
};

/** Undefined for a stranger, and for what this person cannot begin under another protocol. */
async function visitHandOver(app: App, request: Asks) {
	const { viewer } = request;
	const opened = await openFor(app, request, "hand-over");
	const offer = opened && (await handingOver(app, viewer, opened))?.offer;
	if (!opened || !offer) return undefined;
	const { values: begun } = await typedSoFar(app, viewer, raisingPlace);
	const hasBegun = begun[inputs.scope] === inScope;
	const isThis = typedText(begun, inputs.continues) === opened.header.id;
	return {
		opened,
		offer,
		...(await carriedOver(app, viewer, opened, offer)),
		hasDraft: hasBegun && !isThis,
		isBegun: hasBegun && isThis,
	};
}
