import type { FastifyInstance } from "fastify";
import { pages } from "../../src/web/routes.ts";
import type { ServerOptions } from "../../src/web/server.ts";
import { enter } from "./visitor.ts";

/** As it is written, such as `/differences/:id`. */
export type RouteThere = { method: string; url: string; isPublic: boolean };

/** A server with all pages, and every route that it has: also those that will be added. */
export async function serveEveryRoute({
	serve,
}: {
	serve: (differs: Pick<ServerOptions, "routes">) => FastifyInstance;
}): Promise<{ web: FastifyInstance; routes: RouteThere[] }> {
	const routes: RouteThere[] = [];
	const web = serve({
		routes: [
			(all) =>
				all.addHook("onRoute", ({ method, url, config }) => {
					for (const each of [method].flat())
						if (each !== "HEAD")
							routes.push({ method: each, url, isPublic: config?.public === true });
				}),
			...pages,
			enter,
		],
	});
	await web.ready();
	return { web, routes };
}

/**
 * An address with something in each of its places: words that a protocol knows where it asks for some, and else an
 * identifier.
 */
export const filledIn = (
	url: string,
	id: string,
	{ step, clock = "formal-resolution.forward" }: { step: string; clock?: string },
): string => {
	const words: Record<string, string> = {
		step,
		page: step,
		clock,
		move: "withdraw",
		how: "extend",
		field: "children-in-full",
		question: "1",
		side: "receiving",
	};
	return url.replace(/:([a-z]+)/gi, (_, place: string) => words[place] ?? id);
};

/**
 * A page without what is made anew for each: nonces, tokens and keys of forms, and when this session ends. Whatever else differs between two answers is
 * told by one of them.
 */
export const withoutChance = (body: string): string =>
	body.replaceAll(
		/nonce="[^"]+"|name="_csrf" value="[^"]+"|name="_?key" value="[^"]+"|data-until="[^"]+"/g,
		"",
	);
