import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../domain/refusal.ts";
import type { Html } from "../kit/html.ts";
import { databaseIsAway } from "./database-away.ts";
import {
	AwayPage,
	BadRequestPage,
	FailedPage,
	NotFoundPage,
	RefusedPage,
	StaleFormPage,
	TooLargePage,
	TooOftenPage,
} from "./error-pages.tsx";

/** Answers everything that goes wrong with a plain page, and keeps what was typed where it can. */
export function answerErrors(web: FastifyInstance) {
	web.setErrorHandler<FastifyError>((error, request, reply) => {
		const { status, page } = answerTo(error, request);
		if (status >= 500) request.log.error({ err: error }, "failed");
		return reply.code(status).page(page);
	});
}

/** For a part of the server whose hooks the page for unknown addresses needs too. */
export const answerNotFound = (web: FastifyInstance) =>
	web.setNotFoundHandler((request, reply) =>
		reply.code(404).page(<NotFoundPage frame={request.frame} />),
	);

/** An address that cannot even be read reaches no hook, so there is no page, session or nonce to answer with. */
export const answerUnreadableAddress = (reply: FastifyReply) =>
	reply
		.code(400)
		.headers({
			"cache-control": "no-store",
			"content-security-policy": "default-src 'none'",
			"x-content-type-options": "nosniff",
		})
		.type("text/plain; charset=utf-8")
		.send("This address could not be read. Check it and try again.\n");

function answerTo(error: FastifyError, request: FastifyRequest): { status: number; page: Html } {
	const { frame, body: typed } = request;
	if (error instanceof Refusal)
		return {
			status: 409,
			page: <RefusedPage frame={frame} message={error.message} typed={typed} />,
		};
	if (databaseIsAway(error)) return { status: 503, page: <AwayPage frame={frame} typed={typed} /> };
	if (error.code?.startsWith("FST_CSRF"))
		return {
			status: 403,
			page: (
				<StaleFormPage
					frame={frame}
					typed={typed}
					sameSite={request.headers["sec-fetch-site"] === "same-origin"}
				/>
			),
		};
	switch (error.statusCode) {
		case 404:
			return { status: 404, page: <NotFoundPage frame={frame} /> };
		case 413:
			return { status: 413, page: <TooLargePage frame={frame} /> };
		case 429:
			return { status: 429, page: <TooOftenPage frame={frame} /> };
	}
	if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
		return { status: error.statusCode, page: <BadRequestPage frame={frame} /> };
	return { status: 500, page: <FailedPage frame={frame} typed={typed} /> };
}
