import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { type OpenedDifference, openDifference } from "../../../actions/open-difference.ts";
import type { AllowedAct } from "../../../domain/difference/who/may-act.ts";
import { clockRule, type Protocol, stepOf } from "../../../domain/protocol/protocol.ts";
import { sayProtocol, speechNow } from "../../kit/say.tsx";

/**
 * The difference of a page’s address, opened for whoever asks, in their language.
 *
 * @param what the page or document, for the log of readings
 * @returns undefined when it does not exist or they may not know of it: answer both with 404
 */
export async function openFor(
	app: App,
	request: FastifyRequest,
	what: string,
): Promise<OpenedDifference | undefined> {
	const opened = await openAsWritten(app, request, what);
	return opened && asRead(opened);
}

/**
 * The same in the words that its protocol was approved in, for every reader: for what is signed, and for letters, which go
 * to somebody else.
 */
export async function openAsWritten(
	app: App,
	request: FastifyRequest,
	what: string,
): Promise<OpenedDifference | undefined> {
	const { id } = request.params as { id: string };
	return z.uuid().safeParse(id).success ? openDifference(app, request.viewer, id, what) : undefined;
}

/** In the language of whoever reads it. */
function asRead(opened: OpenedDifference): OpenedDifference {
	const protocol = sayProtocol(opened.protocol);
	if (protocol === opened.protocol) return opened;
	return {
		...opened,
		protocol,
		speech: speechNow(),
		acts: opened.acts.map((act) => inWordsOf(protocol, act)),
	};
}

/** What somebody may do, in the words of this protocol. */
function inWordsOf(protocol: Protocol, act: AllowedAct): AllowedAct {
	switch (act.act) {
		case "step":
		case "record-on-childs-record":
			return { ...act, step: stepOf(protocol, act.step.id) };
		case "move":
			return { ...act, move: protocol.moves.find(({ id }) => id === act.move.id) ?? act.move };
		case "change-clock":
			return { ...act, rule: clockRule(protocol, act.rule.id) ?? act.rule };
	}
}
