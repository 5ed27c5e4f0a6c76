import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Viewer } from "../../domain/people/viewer.ts";
import {
	differencePath,
	draftPaths,
	howYouSignInPath,
	paths,
	raisePaths,
	rehearsalPaths,
} from "../addresses.ts";
import { SecondFactorFirstPage, SignInPage401 } from "../errors/error-pages.tsx";
import { isOpenHere } from "./place.ts";

/**
 * Knows who is asking, from the session, anew for each request: somebody who has left or
 * changed post is known as such at once. Routes that are not `public` ask for sign-in.
 */
export function knowWhoAsks(
	web: FastifyInstance,
	findViewer: (personId: string) => Promise<Viewer | undefined>,
	/** Whether they must show more than a password; undefined for whoever keeps the installation and is nobody else. */
	needsMore: (viewer: Viewer | undefined) => boolean,
	isOperator: (accountId: string) => Promise<boolean>,
	clock: () => Temporal.Instant,
) {
	web.addHook("onRequest", async (request) => {
		const { personId } = request.session;
		const found = personId ? await findViewer(personId) : undefined;
		const isHere =
			found !== undefined &&
			isOpenHere(request, found) &&
			!(found.onlyIn !== undefined && isIdle(request, clock()));
		request.signedIn = isHere ? found : undefined;
	});
	web.addHook("preHandler", async (request, reply) => {
		const { signedIn, routeOptions, session } = request;
		if (request.is404 || routeOptions.config.public) return;
		if (
			!signedIn &&
			routeOptions.config.forOperators &&
			session.accountId &&
			(await isOperator(session.accountId))
		)
			return session.secondFactor || routeOptions.config.beforeSecondFactor || !needsMore(undefined)
				? undefined
				: reply.redirect(howYouSignInPath, 303);
		if (signedIn) {
			if (signedIn.onlyIn !== undefined)
				return leadBack(request, reply, { ...signedIn, onlyIn: signedIn.onlyIn });
			if (
				request.session.secondFactor ||
				routeOptions.config.beforeSecondFactor ||
				!needsMore(signedIn)
			)
				return;
			// They set one up before anything else.
			if (request.method === "GET") return reply.redirect(howYouSignInPath, 303);
			return reply
				.code(403)
				.page(
					SecondFactorFirstPage({ frame: request.frame, typed: request.body, url: request.url }),
				);
		}
		if (request.method === "GET") {
			// Who signed in is known, and not yet, or no longer, what they act as.
			const way = request.session.accountId ? paths.actingFor : paths.signIn;
			return reply.redirect(
				request.url === paths.myWork ? way : `${way}?then=${encodeURIComponent(request.url)}`,
				303,
			);
		}
		return reply
			.code(401)
			.page(SignInPage401({ frame: request.frame, typed: request.body, url: request.url }));
	});
}

/** After so long without a request somebody who came by a link has to come by it again, in minutes. */
const idleByLink = 30;

/** After how many minutes without a request somebody is signed out. @param idleMinutes as of the store of sessions */
export const idleMinutesOf = ({ onlyIn }: Viewer, idleMinutes: number): number =>
	onlyIn === undefined ? idleMinutes : Math.min(idleByLink, idleMinutes);

/** Whether whoever came by a link has been away for too long; else notes that they are here. */
function isIdle({ session }: FastifyRequest, now: Temporal.Instant): boolean {
	const { seenAt } = session;
	const since = seenAt === undefined ? undefined : now.since(seenAt).total("minutes");
	if (since !== undefined && since >= idleByLink) return true;
	// Written once a minute, and not with each request.
	if (since === undefined || since >= 1) session.set("seenAt", now.toString());
	return false;
}

type Params = { id?: string; difference?: string };

/** Whether a route is of one difference, by its address. */
const isOfDifference = ({ routeOptions: { url = "" } }: FastifyRequest): boolean =>
	/^\/(differences\/:id|drafts\/:difference)(\/|$)/.test(url);

/** Staying and signing out; and of a rehearsal, where every person is made up, its clock and the way to be another. */
const alwaysOpen: readonly string[] = [
	paths.staySignedIn,
	paths.signOut,
	paths.rehearsal,
	rehearsalPaths.jump,
];

/** The pages of raising, for whoever was given a link for that. */
const isOfRaising = ({ routeOptions: { url = "" } }: FastifyRequest): boolean =>
	url === raisePaths.start ||
	url.startsWith(`${raisePaths.start}/`) ||
	url === draftPaths.raising(":draft");

/**
 * What is open to whoever comes by a link: their own difference, as far as the rules let them, or the pages of raising it;
 * what everybody may see; staying and signing out. Nothing else of the partnership is, also what will be added: it leads
 * back to their difference.
 *
 * @returns undefined where it is open
 */
function leadBack(
	request: FastifyRequest,
	reply: FastifyReply,
	{ onlyIn, toRaise }: { onlyIn: string; toRaise?: unknown },
) {
	const { id, difference = id } = request.params as Params;
	const isOpen =
		alwaysOpen.includes(request.routeOptions.url ?? "") ||
		(toRaise ? isOfRaising(request) : isOfDifference(request) && difference === onlyIn);
	if (isOpen) return undefined;
	return request.method === "GET" && !isOfDifference(request)
		? reply.redirect(toRaise ? raisePaths.start : differencePath(onlyIn), 303)
		: reply.callNotFound();
}
