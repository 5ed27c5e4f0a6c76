import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../actions/app.ts";
import { addressOf } from "../../actions/own-address.ts";
import { passkeysWork } from "../../actions/passkeys.ts";
import {
	findPartnershipAtHost,
	findPartnershipAtPath,
	findPartnershipOnceAtHost,
	findPartnershipOnceAtPath,
	type Partnership,
} from "../../store/partnerships.ts";

/** At which partnership's address a request came. */
export type Place = {
	partnership: Partnership;
	/** At a host of its own nothing of another partnership is to be had, whoever asks. */
	isOwnHost: boolean;
};

declare module "fastify" {
	interface FastifyRequest {
		/** Undefined at the address of the whole installation, before a partnership's path was followed. */
		place: Place | undefined;
	}
}

const cookieNamed = (tls: boolean) => (tls ? "__Host-concord-at" : "concord-at");

/** Knows for each request at which partnership's address it came. */
export function knowPlace(
	web: FastifyInstance,
	placeOf: (request: FastifyRequest) => Promise<Place | undefined>,
	/** Where a partnership is now that was at the host of a request; a form that was sent there is answered there. */
	movedTo: (request: FastifyRequest) => Promise<string | undefined>,
) {
	web.decorateRequest("place", undefined);
	web.addHook("onRequest", async (request, reply) => {
		request.place = await placeOf(request);
		if (request.method !== "GET" || request.place?.isOwnHost) return;
		const moved = await movedTo(request);
		if (moved !== undefined) return reply.redirect(`${moved}${request.url}`, 303);
	});
}

/** A host of a partnership's own, whatever browser or program asks there. */
export const placeAtHost =
	(app: App) =>
	async ({ hostname }: FastifyRequest): Promise<Place | undefined> => {
		const ours = new URL(app.address).hostname;
		const atHost = hostname === ours ? undefined : await findPartnershipAtHost(app.db, hostname);
		return atHost && { partnership: atHost, isOwnHost: true };
	};

/**
 * A host of a partnership's own, or a path that was followed in this browser, which is kept in a cookie that holds the path
 * and nothing else.
 */
export const placeIn =
	(app: App) =>
	async (request: FastifyRequest): Promise<Place | undefined> => {
		const atHost = await placeAtHost(app)(request);
		if (atHost) return atHost;
		const followed = request.cookies[cookieNamed(app.address.startsWith("https:"))];
		const atPath = followed
			? ((await findPartnershipAtPath(app.db, followed)) ??
				(await findPartnershipOnceAtPath(app.db, followed)))
			: undefined;
		return atPath && { partnership: atPath, isOwnHost: false };
	};

/** Where a partnership is now that had the host of a request before. */
export const movedFrom =
	(app: App) =>
	async ({ hostname }: FastifyRequest): Promise<string | undefined> => {
		if (hostname === new URL(app.address).hostname) return undefined;
		const found = await findPartnershipOnceAtHost(app.db, hostname);
		return found && addressOf(app, found);
	};

/** Keeps in this browser whose path was followed, until the browser is closed or another is. */
export const keepPlace = (reply: FastifyReply, { pathName }: Partnership, tls: boolean) =>
	reply.setCookie(cookieNamed(tls), pathName, {
		path: "/",
		httpOnly: true,
		sameSite: "lax",
		secure: tls,
	});

/** Whether somebody of a partnership may act at the address at which a request came. */
export const isOpenHere = (
	{ place }: Pick<FastifyRequest, "place">,
	{ partnershipId }: { partnershipId: string },
): boolean => !place?.isOwnHost || place.partnership.id === partnershipId;

/** Whether passkeys work at the address at which a request came: they belong to the host of the whole installation. */
export const passkeysWorkHere = (
	app: Pick<App, "address">,
	{ place }: Pick<FastifyRequest, "place">,
): boolean => passkeysWork(app) && !place?.isOwnHost;

/** Where passkeys work instead: the installation's own address, for whoever is at another host. */
export const passkeysWorkAt = (
	app: Pick<App, "address">,
	{ place }: Pick<FastifyRequest, "place">,
): string | undefined => (passkeysWork(app) && place?.isOwnHost ? app.address : undefined);
