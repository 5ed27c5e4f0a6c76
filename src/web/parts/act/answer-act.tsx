import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { openDifference } from "../../../actions/open-difference.ts";
import { justDonePath } from "../../addresses.ts";
import type { FormState } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Typed } from "../fields/typed.ts";
import { sayWhoSaved, typedSoFar } from "../typed-so-far.ts";
import { type AskedAct, allQuestions, type Clash } from "./asked-act.ts";
import { OvertakenPage } from "./not-open.tsx";
import { keepAside, placeOf, type Received } from "./receive-act.ts";
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
	received: Exclude<Received, { is: "to-check" }>,
	draw: (form: FormState, clash?: Clash) => Promise<Html>,
): Promise<FastifyReply> {
	const { id } = asked.opened.header;
	switch (received.is) {
		case "done":
			return reply.redirect(justDonePath(id, received.entry), 303);
		case "wrong":
			return reply.code(422).page(await draw(received.form));
		case "clash": {
			const theirs = await typedSoFar(app, viewer, placeOf(asked));
			const inClash = allQuestions(asked).filter(({ name }) => received.questions.includes(name));
			const clash = {
				by: sayWhoSaved(viewer, theirs.savedBy ?? viewer),
				at: theirs.savedAt ?? asked.opened.here.now.toInstant().toString(),
				text: wordsTyped(asked.opened.protocol, inClash, theirs.values),
			};
			return reply.code(409).page(await draw(received.form, clash));
		}
		case "goes-on":
			return reply.redirect(received.to, 303);
		case "to-confirm":
			return reply.page(received.page);
		case "gone":
			reply.callNotFound();
			return reply;
		case "refused": {
			const now = await openDifference(app, viewer, id, "step");
			// They may be able to use it yet, on this page or on another.
			if (Object.keys(typed.values).length > 0) await keepAside(app, viewer, asked, typed);
			return reply
				.code(409)
				.page(
					<OvertakenPage
						frame={frame}
						opened={now ?? asked.opened}
						seen={typed.seen}
						message={received.message}
						isSentBefore={received.code === "sent-before"}
						typed={wordsTyped(asked.opened.protocol, allQuestions(asked), typed.values)}
					/>,
				);
		}
	}
}
