import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { type OpenedDifference, openDifference } from "../../../actions/open-difference.ts";

/**
 * The difference of a page’s address, opened for whoever asks.
 *
 * @param what the page or document, for the log of readings
 * @returns undefined when it does not exist or they may not know of it: answer both with 404
 */
export async function openFor(
	app: App,
	request: FastifyRequest,
	what: string,
): Promise<OpenedDifference | undefined> {
	const { id } = request.params as { id: string };
	return z.uuid().safeParse(id).success ? openDifference(app, request.viewer, id, what) : undefined;
}
