/** The API, beside the pages: its own way to know who asks, its own bodies, limits and errors; no session and no cookie. */
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { App } from "../../actions/app.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { type Place, placeAtHost } from "../security/place.ts";
import { askForNobodyElse, askForPartnershipOfViewer, askForWhoAsks } from "../security/scope.ts";
import { answerProblems } from "./answer-problems.ts";
import { openApiOf } from "./openapi.ts";
import { apiPath } from "./operation.ts";
import { operations } from "./operations.ts";
import { notFound } from "./problem.ts";
import { serveOperation } from "./serve-operation.ts";
import { knowTokens, noteTokens } from "./who-asks.ts";

/** How often in a minute a token may ask; and whoever has none, by their internet address. */
export type PerMinute = { token: number; stranger: number };
const usualPerMinute: PerMinute = { token: 600, stranger: 60 };

/** Serves every operation and the OpenAPI document. */
export async function serveApi(
	web: FastifyInstance,
	app: App,
	given: {
		findViewer: (personId: string) => Promise<Viewer | undefined>;
		placeOf?: ((request: FastifyRequest) => Promise<Place | undefined>) | undefined;
		perMinute?: PerMinute | undefined;
		/** The longest body that is no file, in bytes. */
		largestBody: number;
	},
): Promise<void> {
	const { perMinute = usualPerMinute } = given;
	await web.register(
		async (api) => {
			answerProblems(api);
			askForWhoAsks(api);
			knowTokens(api, app, {
				findViewer: given.findViewer,
				placeOf: given.placeOf ?? placeAtHost(app),
			});
			askForPartnershipOfViewer(api);
			askForNobodyElse(api);
			noteTokens(api, app);
			takeBodies(api, app, given.largestBody);
			await api.register(rateLimit, {
				global: true,
				timeWindow: "1 minute",
				max: ({ token }) => (token ? perMinute.token : perMinute.stranger),
				keyGenerator: ({ token, ip }) => token?.id ?? ip,
			});
			let document: string | undefined;
			api.get("/openapi.json", { config: { public: true } }, (_request, reply) => {
				// Made when it is asked for first: a start does not wait for it.
				document ??= JSON.stringify(openApiOf(operations, app.address));
				return reply.type("application/json; charset=utf-8").send(document);
			});
			// Else the way in by a partnership’s path would answer, with a page.
			api.all("/*", { config: { public: true } }, () => {
				throw notFound();
			});
			for (const operation of operations) serveOperation(api, app, operation);
		},
		{ prefix: apiPath },
	);
}

/** JSON as a whole; a file as it comes, where one is taken. */
function takeBodies(api: FastifyInstance, app: App, largestBody: number): void {
	api.removeAllContentTypeParsers();
	api.addContentTypeParser(
		"application/json",
		{ parseAs: "string", bodyLimit: largestBody },
		api.getDefaultJsonParser("error", "error"),
	);
	api.addContentTypeParser(
		"application/octet-stream",
		{ bodyLimit: (app.files.limits.megabytes + 1) * 1024 * 1024 },
		(request, payload, done) => {
			if (request.routeOptions.config.takesRaw) return done(null, payload);
			done(Object.assign(new Error("No file is taken here"), { statusCode: 415 }));
		},
	);
}
