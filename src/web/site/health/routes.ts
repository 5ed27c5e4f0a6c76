import type { FastifyInstance, FastifyReply } from "fastify";
import type { App } from "../../../actions/app.ts";
import { isReady } from "../../../store/ready.ts";
import { paths } from "../../addresses.ts";

/**
 * For whatever watches the process, and nothing of what is in it: whether it is alive, which asks nothing else, and
 * whether it can serve, which asks its database. What is amiss is said to people who have signed in, and to
 * `concord health`.
 */
export const healthRoutes = (web: FastifyInstance, app: App) => {
	web.get(paths.health, { logLevel: "silent" }, (_request, reply) => said(reply, 200, "ok"));
	web.get(paths.ready, { logLevel: "silent" }, async (_request, reply) =>
		(await isReady(app.db)) ? said(reply, 200, "ready") : said(reply, 503, "not ready"),
	);
};

const said = (reply: FastifyReply, status: number, word: string) =>
	reply.code(status).type("text/plain; charset=utf-8").send(`${word}\n`);
