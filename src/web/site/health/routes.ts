import type { FastifyInstance } from "fastify";
import type { App } from "../../../actions/app.ts";
import { isAnswering } from "../../../store/connect.ts";
import { paths } from "../../addresses.ts";
import { didClockGoBack } from "../../parts/clock-notice.tsx";

/** For whatever watches the process: that it serves, and that its database answers. Nothing of what is in it. */
export const healthRoutes = (web: FastifyInstance, app: App) => {
	web.get(paths.health, { logLevel: "silent" }, async (_request, reply) => {
		const isWell = await isAnswering(app.db);
		return reply
			.code(isWell ? 200 : 503)
			.type("text/plain; charset=utf-8")
			.send(isWell ? `ok\n${await sayClock(app)}` : "The database does not answer.\n");
	});
};

const sayClock = async (app: App): Promise<string> =>
	(await didClockGoBack(app))
		? "The clock of this machine went back: it shows a time before the last entry. Put it right.\n"
		: "";
