import type { FastifyReply, FastifyRequest } from "fastify";
import type { SignedIn } from "../../../actions/sign-in.ts";
import { paths } from "../../addresses.ts";
import { beginSession } from "../../security/sessions.ts";

/** Somebody has shown enough: a session begins, and they go on to the page they wanted, or say first for whom they act. */
export async function arrive(
	request: FastifyRequest,
	reply: FastifyReply,
	{ accountId, posts }: SignedIn,
	{ next, secondFactor }: { next: string; secondFactor: boolean },
) {
	const [only, another] = posts;
	await beginSession(request, {
		accountId,
		personId: another ? undefined : only?.personId,
		secondFactor,
	});
	return reply.redirect(
		another ? `${paths.actingFor}?then=${encodeURIComponent(next)}` : next,
		303,
	);
}
