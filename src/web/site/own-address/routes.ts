import type { FastifyReply, FastifyRequest } from "fastify";
import { addressOf } from "../../../actions/own-address.ts";
import { listPosts } from "../../../store/accounts.ts";
import { findPartnershipAtPath, findPartnershipOnceAtPath } from "../../../store/partnerships.ts";
import { ownPath, paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { isOpenHere, keepPlace } from "../../security/place.ts";

/**
 * The way in to a partnership by its path: `/harbour-vale`, and `/harbour-vale/differences/…` as its mail says it. From there
 * on this browser is at that partnership's address.
 */
export const ownAddressRoutes: Routes = (web, app) => {
	const tls = app.address.startsWith("https:");
	const lead = async (
		request: FastifyRequest<{ Params: { partnership: string } }>,
		reply: FastifyReply,
	) => {
		const found = await findPartnershipAtPath(app.db, request.params.partnership);
		const moved = found
			? undefined
			: await findPartnershipOnceAtPath(app.db, request.params.partnership);
		if (moved && isOpenHere(request, { partnershipId: moved.id })) {
			const there = moved.host === null ? ownPath(moved.pathName) : addressOf(app, moved);
			return reply.redirect(
				`${there}${request.url.slice(ownPath(request.params.partnership).length)}`,
				303,
			);
		}
		if (!found || !isOpenHere(request, { partnershipId: found.id })) return reply.callNotFound();
		keepPlace(reply, found, tls);
		// Never `//…`, which would be another host.
		const rest = `/${request.url.slice(ownPath(found.pathName).length).replace(/^\/+/, "")}`;
		const { accountId } = request.session;
		const isElsewhere = request.signedIn && request.signedIn.partnershipId !== found.id;
		const changes = isElsewhere && accountId && rest.split("?", 1)[0] !== paths.signIn;
		// Somebody who acts for another partnership and has a post here says first that they change: no link does it for them.
		return changes &&
			(await listPosts(app.db, accountId)).some((post) => post.partnershipId === found.id)
			? reply.redirect(`${paths.actingFor}?then=${encodeURIComponent(rest)}`, 303)
			: reply.redirect(rest, 303);
	};
	web.get<{ Params: { partnership: string } }>(
		ownPath(":partnership"),
		{ config: { public: true } },
		lead,
	);
	web.get<{ Params: { partnership: string } }>(
		`${ownPath(":partnership")}/*`,
		{ config: { public: true } },
		lead,
	);
};
