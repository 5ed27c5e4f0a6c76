import type { FastifyRequest } from "fastify";
import type { App } from "../../../../actions/app.ts";
import { editPage, editProtocolVersion } from "../../../../actions/edit-protocol-version.ts";
import { throwDraftAway } from "../../../../actions/save-draft.ts";
import { isNoText, readPasted } from "../../../../domain/protocol/file/read-pasted.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { counted } from "../../../kit/dates.ts";
import type { Html } from "../../../kit/html.ts";
import type { Routes } from "../../../kit/request.ts";
import { Faults } from "../../../parts/protocol/faults.tsx";
import { keepText, keptText } from "../../../parts/protocol/kept-text.ts";
import { roomForText, sentText } from "../../../parts/protocol/typed-text.ts";
import {
	type OfVersion,
	openShelf,
	type Visit,
	visitToChange,
} from "../../../parts/protocol/visit-version.ts";
import { buttons, type EditedText, EditPage } from "./page.tsx";

export const protocolEditRoutes: Routes = (web, app) => {
	const address = protocolPaths.edit(":version");

	web.get<OfVersion & { Querystring: { kept?: string } }>(address, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		if (visit.version.state !== "draft")
			return reply.redirect(protocolPaths.version(visit.version.id), 303);
		const { viewer, frame, query } = request;
		const { version } = visit;
		const draft = await keptText(app, viewer, editPage(version.id));
		return reply.page(
			<EditPage
				frame={frame}
				visit={visit}
				edited={draft ?? { text: version.source, revision: version.revision }}
				kept={query.kept !== undefined}
			/>,
		);
	});

	web.post<OfVersion>(address, roomForText, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (!visit) return reply.callNotFound();
		const answer = await receive(app, request, visit);
		if (answer === undefined) return reply.callNotFound();
		return typeof answer === "string"
			? reply.redirect(answer, 303)
			: reply.code(answer.status).page(answer.page);
	});

	web.post<OfVersion>(protocolPaths.keep(":version"), roomForText, async (request, reply) => {
		const visit = await visitToChange(app, request);
		if (visit?.version.state !== "draft") return reply.callNotFound();
		const page = editPage(visit.version.id);
		const kept = await keepText(app, request.viewer, page, {
			text: sentText(request.body, "text"),
			revision: revisionIn(request.body, "_revision"),
		});
		return reply.code(kept ? 204 : 422).send();
	});

	web.post(protocolPaths.check, roomForText, async (request, reply) => {
		const shelf = await openShelf(app, request);
		if (!shelf?.mayChange) return reply.callNotFound();
		const text = sentText(request.body, "text");
		const { faults = [] } = readPasted(text);
		return reply
			.header("x-faults", faults.length)
			.type("text/html; charset=utf-8")
			.send(String(<Faults faults={faults} text={text} />));
	});
};

/** @returns where it leads, or the page to show again; undefined for who may not */
async function receive(
	app: App,
	request: FastifyRequest<OfVersion>,
	visit: Visit,
): Promise<string | { status: number; page: Html } | undefined> {
	const { viewer, frame, body } = request;
	const { version } = visit;
	const page = editPage(version.id);
	const pressed = sentText(body, "_do");
	const edited: EditedText = {
		text: sentText(body, "text"),
		revision: revisionIn(body, "_revision"),
	};
	if (pressed === buttons.discard) {
		await throwDraftAway(app, viewer, page);
		return protocolPaths.edit(version.id);
	}
	if (pressed === buttons.keep && !isNoText(edited.text)) {
		await keepText(app, viewer, page, edited);
		return `${protocolPaths.edit(version.id)}?kept=now`;
	}
	const { faults = [] } = readPasted(edited.text);
	const draw = (status: number, error?: string, now = visit) => ({
		status,
		page: (
			<EditPage
				frame={frame}
				visit={now}
				edited={edited}
				faults={faults}
				errors={
					error
						? { text: { text: error, href: faults.length > 0 ? "#faults" : "#text" } }
						: undefined
				}
			/>
		),
	});
	if (pressed === buttons.check) return draw(200);
	if (faults.length > 0)
		return draw(
			422,
			`The text has ${counted(faults.length, "fault")}, so it was not saved. Each stands under the text with its line`,
		);
	try {
		const saved = await editProtocolVersion(app, viewer, {
			version: version.id,
			// They saw what the other saved, and save theirs over it.
			revision: revisionIn(body, "_over") || edited.revision,
			source: edited.text,
		});
		return saved && protocolPaths.version(version.id);
	} catch (refusal) {
		if (!(refusal instanceof Refusal)) throw refusal;
		if (refusal.code !== "changed-meanwhile") return draw(422, refusal.message);
		// What they typed is kept beside what the other saved.
		await keepText(app, viewer, page, edited);
		return draw(409, refusal.message, await visitToChange(app, request));
	}
}

const revisionIn = (body: unknown, name: string): number => {
	const given = Number(sentText(body, name));
	return Number.isSafeInteger(given) ? given : 0;
};
