import { makeProtocolVersion, newProtocolPage } from "../../../../actions/make-protocol-version.ts";
import { isNoText, readPasted } from "../../../../domain/protocol/file/read-pasted.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { actKeyOf } from "../../../kit/act-key.ts";
import { counted } from "../../../kit/dates.ts";
import type { Routes } from "../../../kit/request.ts";
import { keepText, keptText } from "../../../parts/protocol/kept-text.ts";
import { roomForText, sentText } from "../../../parts/protocol/typed-text.ts";
import { openShelf } from "../../../parts/protocol/visit-version.ts";
import { buttons } from "../edit/page.tsx";
import { NewProtocolPage } from "./page.tsx";

export const newProtocolRoutes: Routes = (web, app) => {
	web.get(protocolPaths.new, async (request, reply) => {
		const shelf = await openShelf(app, request);
		if (!shelf?.mayChange) return reply.callNotFound();
		const { viewer, frame } = request;
		const kept = await keptText(app, viewer, newProtocolPage);
		return reply.page(
			<NewProtocolPage frame={frame} text={kept?.text ?? ""} savedAt={kept?.savedAt} />,
		);
	});

	web.post(protocolPaths.new, roomForText, async (request, reply) => {
		const shelf = await openShelf(app, request);
		if (!shelf?.mayChange) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const text = sentText(body, "text");
		const pressed = sentText(body, "_do");
		if (pressed === buttons.keep && !isNoText(text)) {
			await keepText(app, viewer, newProtocolPage, { text, revision: 0 });
			return reply.redirect(protocolPaths.new, 303);
		}
		const { faults = [] } = readPasted(text);
		const draw = (status: number, error?: string) =>
			reply
				.code(status)
				.page(
					<NewProtocolPage
						frame={frame}
						text={text}
						faults={faults}
						errors={
							error
								? { text: { text: error, href: faults.length > 0 ? "#faults" : "#text" } }
								: undefined
						}
					/>,
				);
		if (pressed === buttons.check) return draw(200);
		if (faults.length > 0)
			return draw(
				422,
				`The text has ${counted(faults.length, "fault")}, so it was not saved. Each stands under the text with its line`,
			);
		try {
			const made = await makeProtocolVersion(app, viewer, {
				key: actKeyOf(body),
				source: text,
				note: "",
			});
			return reply.redirect(protocolPaths.version(made), 303);
		} catch (refusal) {
			if (refusal instanceof Refusal) return draw(422, refusal.message);
			throw refusal;
		}
	});

	web.post(protocolPaths.keepNew, roomForText, async (request, reply) => {
		const shelf = await openShelf(app, request);
		if (!shelf?.mayChange) return reply.callNotFound();
		const kept = await keepText(app, request.viewer, newProtocolPage, {
			text: sentText(request.body, "text"),
			revision: 0,
		});
		return reply.code(kept ? 204 : 422).send();
	});
};
