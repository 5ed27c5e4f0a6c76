import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { openDifference } from "../../../actions/open-difference.ts";
import { justDonePath } from "../../addresses.ts";
import type { FormState } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Typed } from "../fields/typed.ts";
import { type AskedAct, allQuestions } from "./asked-act.ts";
import { OvertakenPage } from "./not-open.tsx";
import type { Received } from "./receive-act.ts";
import { wordsTyped } from "./words-typed.ts";

/**
 * Answers a form on a page of a difference: leads to what was done, shows what to mend, or what happened meanwhile.
 *
 * @param draw the page with the form on it
 */
export async function answerAct(
	app: App,
	{ frame, viewer }: FastifyRequest,
	reply: FastifyReply,
	asked: AskedAct,
	typed: Typed,
	received: Received,
	draw: (form: FormState) => Html,
): Promise<FastifyReply> {
	const { id } = asked.opened.header;
	switch (received.is) {
		case "done":
			return reply.redirect(justDonePath(id, received.entry), 303);
		case "wrong":
			return reply.code(422).page(draw(received.form));
		case "goes-on":
			return reply.redirect(received.to, 303);
		case "to-confirm":
			return reply.page(received.page);
		case "gone":
			reply.callNotFound();
			return reply;
		case "refused": {
			const now = await openDifference(app, viewer, id, "step");
			return reply
				.code(409)
				.page(
					<OvertakenPage
						frame={frame}
						opened={now ?? asked.opened}
						seen={typed.seen}
						message={received.message}
						typed={wordsTyped(asked.opened.protocol, allQuestions(asked), typed.values)}
					/>,
				);
		}
	}
}
