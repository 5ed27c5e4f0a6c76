import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../domain/refusal.ts";
import { SealFault } from "../../keys/faults.ts";
import { speaking } from "../../language/speaking.ts";
import { databaseIsAway } from "../../store/database-away.ts";
import type { Html } from "../kit/html.ts";
import { sayRefusal } from "../kit/say.tsx";
import { bodyOf } from "./body-of.ts";
import {
	type Away,
	AwayPage,
	awayFor,
	BadRequestPage,
	DamagedPage,
	DisposedPage,
	FailedPage,
	NotFoundPage,
	RefusedPage,
	StaleFormPage,
	TooLargePage,
	TooOftenPage,
} from "./error-pages.tsx";
import { PassedBy } from "./passed-by.ts";

/** Answers everything that goes wrong with a plain page, and keeps what was typed where it can. */
export function answerErrors(web: FastifyInstance) {
	web.setErrorHandler<FastifyError>(async (error, request, reply) => {
		// Whoever broke off waits for no answer, and nothing has failed.
		if (hasBrokenOff(request)) return reply.hijack();
		const away = whatIsAway(error);
		const typed = away ? await bodyOf(request) : request.body;
		const { status, page } = speaking(request.speaks ?? { language: "en", marks: true }, () =>
			answerTo(error, request, typed, away),
		);
		if (away) reply.header("retry-after", awayFor);
		if (status >= 500 || isDamaged(error)) request.log.error({ err: error }, "failed");
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

const hasBrokenOff = ({ raw }: FastifyRequest): boolean => raw.socket.destroyed;

/** What cannot be had just now, and may be in a minute: then what was typed is offered to be sent again. */
function whatIsAway(error: unknown): Away | undefined {
	// A fault of a key names what caused it, which may look like one of the database.
	if (error instanceof PassedBy) return "version";
	if (error instanceof SealFault)
		return error.code === "away" || error.code === "no-key" ? "keys" : undefined;
	return databaseIsAway(error) ? "records" : undefined;
}

/** Nobody's request is at fault, and whoever runs Concord must learn of it. */
const isDamaged = (error: unknown): boolean =>
	error instanceof SealFault && error.code === "damaged";

function answerTo(
	error: FastifyError,
	request: FastifyRequest,
	typed: unknown,
	away: Away | undefined,
): { status: number; page: Html } {
	const { frame, url } = request;
	if (error instanceof Refusal)
		return {
			status: 409,
			page: <RefusedPage frame={frame} message={sayRefusal(error)} typed={typed} />,
		};
	if (away)
		return {
			status: 503,
			page: <AwayPage frame={frame} typed={typed} url={url} number={request.id} what={away} />,
		};
	if (error instanceof SealFault && error.code === "disposed")
		return { status: 410, page: <DisposedPage frame={frame} typed={typed} /> };
	if (isDamaged(error))
		return {
			status: 409,
			page: <DamagedPage frame={frame} typed={typed} number={request.id} />,
		};
	if (error.code?.startsWith("FST_CSRF"))
		return {
			status: 403,
			page: (
				<StaleFormPage
					frame={frame}
					typed={typed}
					url={url}
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
	return { status: 500, page: <FailedPage frame={frame} typed={typed} number={request.id} /> };
}
