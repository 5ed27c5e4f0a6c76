import type { FastifyInstance } from "fastify";
import { paths } from "../../addresses.ts";

/** For whatever watches the process: that it serves, and nothing else. */
export const healthRoutes = (web: FastifyInstance) => {
	web.get(paths.health, { logLevel: "silent" }, async (_request, reply) =>
		reply.type("text/plain; charset=utf-8").send("ok\n"),
	);
};
