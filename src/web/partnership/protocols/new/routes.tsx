import { makeProtocolVersion, newProtocolPage } from "../../../../actions/make-protocol-version.ts";
import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { actKeyOf } from "../../../kit/act-key.ts";
import { errorAt, type FormErrors } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { sayRefusal } from "../../../kit/say.tsx";
import { keepText, keptText } from "../../../parts/protocol/kept-text.ts";
import { receiveText } from "../../../parts/protocol/received-text.ts";
import { roomForText, sentText } from "../../../parts/protocol/typed-text.ts";
import { openShelfToChange } from "../../../parts/protocol/visit-version.ts";
import { NewProtocolPage } from "./page.tsx";

/** The revision that a text was made from which is new. */
const fromNothing = 0;

export const newProtocolRoutes: Routes = (web, app) => {
	web.get(protocolPaths.new, async (request, reply) => {
		if (!(await openShelfToChange(app, request))) return reply.callNotFound();
		const { viewer, frame } = request;
		const kept = await keptText(app, viewer, newProtocolPage);
		return reply.page(
			<NewProtocolPage frame={frame} text={kept?.text ?? ""} savedAt={kept?.savedAt} />,
		);
	});

	web.post(protocolPaths.new, roomForText, async (request, reply) => {
		const shelf = await openShelfToChange(app, request);
		if (!shelf) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const edited = { text: sentText(body, "text"), revision: fromNothing };
		const received = await receiveText(app, request, newProtocolPage, edited, shelf.today);
		if (received.is === "kept") return reply.redirect(protocolPaths.new, 303);
		const draw = (status: number, faults: Fault[], errors?: FormErrors, warnings?: Fault[]) =>
			reply
				.code(status)
				.page(
					<NewProtocolPage
						frame={frame}
						text={edited.text}
						faults={faults}
						warnings={warnings}
						errors={errors}
					/>,
				);
		if (received.is === "checked")
			return draw(received.status, received.faults, received.errors, received.warnings);
		try {
			const made = await makeProtocolVersion(app, viewer, {
				key: actKeyOf(body),
				source: edited.text,
				note: "",
			});
			return reply.redirect(protocolPaths.version(made), 303);
		} catch (refusal) {
			if (refusal instanceof Refusal) return draw(422, [], errorAt("text", sayRefusal(refusal)));
			throw refusal;
		}
	});

	web.post(protocolPaths.keepNew, roomForText, async (request, reply) => {
		if (!(await openShelfToChange(app, request))) return reply.callNotFound();
		const text = sentText(request.body, "text");
		const edited = { text, revision: fromNothing };
		const kept = await keepText(app, request.viewer, newProtocolPage, edited);
		return reply.code(kept ? 204 : 422).send();
	});
};
