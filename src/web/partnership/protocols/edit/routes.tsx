import type { FastifyRequest } from "fastify";
import type { App } from "../../../../actions/app.ts";
import { editPage, editProtocolVersion } from "../../../../actions/edit-protocol-version.ts";
import { throwDraftAway } from "../../../../actions/save-draft.ts";
import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import type { Change } from "../../../../domain/protocol/told/compare/compare.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import { errorAt, type FormErrors } from "../../../kit/form.ts";
import type { Html } from "../../../kit/html.ts";
import type { Routes } from "../../../kit/request.ts";
import { sayRefusal } from "../../../kit/say.tsx";
import { buttons } from "../../../parts/protocol/editor.tsx";
import { Faults } from "../../../parts/protocol/faults.tsx";
import { keepText, keptText } from "../../../parts/protocol/kept-text.ts";
import {
	type EditedText,
	editedText,
	receiveText,
	revisionIn,
} from "../../../parts/protocol/received-text.ts";
import { roomForText, sentText } from "../../../parts/protocol/typed-text.ts";
import {
	type OfVersion,
	openShelfToChange,
	othersInForce,
	type Visit,
	visitToChange,
} from "../../../parts/protocol/visit-version.ts";
import { EditPage } from "./page.tsx";

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
		const edited = draft ?? { text: version.source, revision: version.revision };
		return reply.page(
			<EditPage
				frame={frame}
				visit={visit}
				edited={edited}
				kept={query.kept !== undefined}
				changes={await besideTheirs(app, visit, edited)}
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
		const kept = await keepText(app, request.viewer, page, editedText(request.body));
		return reply.code(kept ? 204 : 422).send();
	});

	web.post(protocolPaths.check, roomForText, async (request, reply) => {
		const shelf = await openShelfToChange(app, request);
		if (!shelf) return reply.callNotFound();
		const text = sentText(request.body, "text");
		const others = await othersInForce(app, request.viewer.partnershipId, shelf.today);
		const { faults = [], warnings } = await app.beside.read(text, others);
		return reply
			.header("x-faults", faults.length)
			.type("text/html; charset=utf-8")
			.send(String(<Faults faults={faults} warnings={warnings} text={text} />));
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
	const edited = editedText(body);
	if (sentText(body, "_do") === buttons.discard) {
		await throwDraftAway(app, viewer, page);
		return protocolPaths.edit(version.id);
	}
	const received = await receiveText(app, request, page, edited, visit.today);
	if (received.is === "kept") return `${protocolPaths.edit(version.id)}?kept=now`;
	const draw = async (status: number, faults: Fault[], errors?: FormErrors, now = visit) => ({
		status,
		page: (
			<EditPage
				frame={frame}
				visit={now}
				edited={edited}
				faults={faults}
				warnings={received.is === "checked" ? received.warnings : undefined}
				errors={errors}
				changes={await besideTheirs(app, now, edited)}
			/>
		),
	});
	if (received.is === "checked") return draw(received.status, received.faults, received.errors);
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
		const errors = errorAt("text", sayRefusal(refusal));
		if (refusal.code !== "changed-meanwhile") return draw(422, [], errors);
		// What they typed is kept beside what the other saved.
		await keepText(app, viewer, page, edited);
		return draw(409, [], errors, await visitToChange(app, request));
	}
}

/** What a text changes beside the one that somebody else saved meanwhile; undefined where nobody did. */
async function besideTheirs(
	app: App,
	{ version, protocol }: Visit,
	{ text, revision }: EditedText,
): Promise<Change[] | undefined> {
	if (revision === version.revision || !protocol) return undefined;
	const { protocol: own } = await app.beside.read(text, []);
	return own && app.beside.compare(protocol, own);
}
