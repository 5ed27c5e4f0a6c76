/** Answers everything that goes wrong in the API with a problem; what failed here is logged under the number that it says. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal, type RefusalCode } from "../../domain/refusal.ts";
import { SealFault } from "../../keys/faults.ts";
import { databaseIsAway } from "../../store/database-away.ts";
import { notFound, Problem } from "./problem.ts";

/** For the part of the server that is the API. */
export function answerProblems(api: FastifyInstance): void {
	api.setErrorHandler<FastifyError>(async (error, request, reply) => {
		if (request.raw.socket.destroyed) return reply.hijack();
		const problem = problemOf(error);
		if (problem.status >= 500 || problem.code === "damaged")
			request.log.error({ err: error }, "failed");
		return send(reply, problem, request);
	});
	api.setNotFoundHandler((request, reply) => send(reply, notFound(), request));
}

const send = (reply: FastifyReply, problem: Problem, request: FastifyRequest): FastifyReply =>
	reply
		.code(problem.status)
		.headers(problem.headers)
		.removeHeader("etag")
		.type("application/problem+json; charset=utf-8")
		.send(JSON.stringify(problem.body(problem.status >= 500 ? request.id : undefined)));

function problemOf(error: FastifyError | Error): Problem {
	if (error instanceof Problem) return error;
	if (error instanceof Refusal) return refused(error);
	if (error instanceof SealFault && error.code === "disposed")
		return new Problem(410, "disposed", "What was written here was disposed of");
	if (
		databaseIsAway(error) ||
		(error instanceof SealFault && ["away", "no-key"].includes(error.code))
	)
		return new Problem(503, "away", "Concord cannot reach its records just now", {
			detail: "Send it again in a minute, with the same Idempotency-Key.",
			headers: { "retry-after": "60" },
		});
	if (error instanceof SealFault)
		return new Problem(409, "damaged", "What is kept here is damaged and cannot be opened", {
			detail: "It has not been deleted. Tell whoever runs Concord for you.",
		});
	const { statusCode = 500, code = "" } = error as FastifyError;
	switch (statusCode) {
		case 404:
			return notFound();
		case 413:
			return new Problem(413, "too-large", "That is larger than may be sent");
		case 415:
			return new Problem(415, "wrong-type", "That type of content is not taken here", {
				detail: "Send application/json; a file as application/octet-stream.",
			});
		case 429:
			return new Problem(429, "too-often", "Too many requests", {
				detail: "Ask again after as many seconds as the header Retry-After says.",
			});
	}
	if (statusCode >= 400 && statusCode < 500)
		return new Problem(
			400,
			"not-understood",
			code.includes("JSON") || error instanceof SyntaxError
				? "The body is not JSON"
				: "The request could not be understood",
		);
	return new Problem(500, "failed", "Something failed here, and it is not your request");
}

/** A rule said no: its sentence is said as it is. */
const refused = ({ code, message }: Refusal): Problem =>
	new Problem(statuses[code] ?? 409, code, "That cannot be done", { detail: message });

/** What the status of a refusal is where it does not hang on how things stand just now. */
const statuses: Partial<Record<RefusalCode, number>> = {
	"changed-since-read": 412,
	"sent-before": 422,
	"key-taken": 422,
	"wrong-answers": 422,
	"takes-too-much": 403,
	"reason-missing": 422,
	"unknown-way": 422,
	"unknown-outcome": 422,
	"wrong-file": 422,
	"file-too-big": 413,
	"too-many-files": 422,
	"virus-found": 422,
	"wrong-address": 422,
	"not-yours": 403,
	"no-scope": 403,
};
