import type { FastifyInstance } from "fastify";
import { paths } from "../addresses.ts";
import { NotSetUpPage } from "../errors/error-pages.tsx";

/** Until there is a partnership every page says so, but those on which one is made. */
export function saySoUntilSetUp(web: FastifyInstance, isSetUp: () => Promise<boolean>) {
	let known = false;
	web.addHook("onRequest", async (request, reply) => {
		known ||= await isSetUp();
		if (known || request.url.startsWith(`${paths.firstRun}/`)) return;
		return reply.code(503).page(NotSetUpPage({ frame: request.frame }));
	});
}
