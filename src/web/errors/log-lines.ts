import { randomInt } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** What is known of a request that was answered, for the log and for figures: nothing that somebody typed or opened. */
export type Answered = {
	method: string;
	/** As the route is written, such as `/differences/:id`; undefined where no route fits. */
	path: string | undefined;
	/** 0 when the other side broke off before there was an answer. */
	status: number;
	/** How long it took, in milliseconds. */
	ms: number;
};

/** The number of a request, which its lines in the log and its error page have: short enough to be read out. */
export const requestNumber = (): string =>
	String(randomInt(1_000_000_000))
		.padStart(9, "0")
		.replace(/(?<=\d)(?=(\d{3})+$)/g, "-");

/**
 * Writes one line for each request once it is over, and tells of it.
 *
 * @param tell is told besides of what the log is not asked for, such as whether Concord is alive
 */
export const logAnswers = (web: FastifyInstance, tell: (answered: Answered) => void): void => {
	// Looked at first: a page that answers 404 to whoever may not see it leaves its route behind.
	const routes = new WeakMap<FastifyRequest, string>();
	web.addHook("onRequest", async (request) => {
		const { url } = request.routeOptions;
		if (url !== undefined && !request.is404) routes.set(request, url);
	});
	web.addHook("onResponse", async (request, reply) => {
		const answered = answeredOf(routes.get(request), request, reply);
		request.log.info(answered, "answered");
		tell(answered);
	});
};

const answeredOf = (
	path: string | undefined,
	{ method }: FastifyRequest,
	reply: FastifyReply,
): Answered => ({
	method,
	path,
	status: reply.raw.writableEnded ? reply.statusCode : 0,
	ms: Math.round(reply.elapsedTime),
});

/**
 * What the log says of errors: enough to find a fault, and nothing that somebody typed. Messages of errors may quote a
 * row; a request that the framework logs by itself would say its address.
 */
export const logLines = {
	req: ({ method }: { method: string }) => ({ method }),
	res: ({ statusCode = 0 }: { statusCode?: number | undefined }) => ({ statusCode }),
	err: (error: Error & { code?: unknown; table?: unknown }) => ({
		type: error.name,
		message: "",
		code: error.code,
		table: error.table,
		stack: (error.stack ?? "")
			.split("\n")
			.filter((line) => /^\s+at /.test(line))
			.join("\n"),
	}),
};
