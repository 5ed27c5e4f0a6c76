import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { App } from "../../../actions/app.ts";
import { giveUpMessage } from "../../../actions/send-message.ts";
import { readBounce } from "../../../mail/bounce.ts";
import { cameBack } from "../../../store/messages.ts";
import { acrossPartnerships } from "../../../store/scope.ts";
import { paths } from "../../addresses.ts";

/** Reports hold the whole mail that came back at most, and ours are short. */
const largestReport = 256 * 1024;

/**
 * Where the operator's mail server hands over mail that came back. There is no such address unless a token is set.
 *
 * @param token what the mail server shows as its bearer token
 */
export function bounceRoutes(all: FastifyInstance, app: App, token: string | undefined): void {
	if (!token) return;
	all.register(async (own) => {
		own.addContentTypeParser(
			"*",
			{ parseAs: "string", bodyLimit: largestReport },
			(_request, body, done) => done(null, body),
		);
		own.post(paths.bouncedMail, async (request, reply) => {
			if (!isSame(request.headers.authorization ?? "", `Bearer ${token}`))
				return reply.code(401).send();
			const bounce = typeof request.body === "string" ? readBounce(request.body) : undefined;
			if (!bounce)
				// Taken all the same: what is refused, a mail server sends back to whoever wrote it.
				return reply
					.type("text/plain; charset=utf-8")
					.send("Nothing to do: no report of mail that failed for good.\n");
			for (const messageId of bounce.messageIds)
				await acrossPartnerships("bounced-mail", () =>
					giveUpMessage(app, messageId, `${cameBack} (${bounce.status})`),
				);
			return reply.code(204).send();
		});
	});
}

/** Compares in the same time whatever differs. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));

const digest = (text: string) => createHash("sha256").update(text).digest();
