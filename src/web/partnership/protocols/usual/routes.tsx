import type { FastifyRequest } from "fastify";
import type { App } from "../../../../actions/app.ts";
import { editPage, editProtocolVersion } from "../../../../actions/edit-protocol-version.ts";
import type { Protocol } from "../../../../domain/protocol/protocol.ts";
import { changeUsual } from "../../../../domain/protocol/usual/change.ts";
import { type UsualThings, usualThings } from "../../../../domain/protocol/usual/parts.ts";
import type { Part } from "../../../../domain/protocol/usual/place.ts";
import { Refusal } from "../../../../domain/refusal.ts";
import { protocolPaths } from "../../../addresses.ts";
import type { FormErrors } from "../../../kit/form.ts";
import type { Html } from "../../../kit/html.ts";
import type { Routes } from "../../../kit/request.ts";
import { say } from "../../../kit/say.tsx";
import { keptText } from "../../../parts/protocol/kept-text.ts";
import { roomForText } from "../../../parts/protocol/typed-text.ts";
import { type Visit, visitToChange } from "../../../parts/protocol/visit-version.ts";
import { CheckChangesPage } from "./check-page.tsx";
import { UsualHubPage } from "./hub-page.tsx";
import { UsualPartPage } from "./part-page.tsx";
import { clashesAt, errorOfAll, faultsAt, wrongAt } from "./problems.ts";
import { asks, clashOf, readSent } from "./sent.ts";

type OfPart = { Params: { version: string; part: string } };
type Request = FastifyRequest<OfPart>;

/** A draft, with what can be changed in it. */
type Opened = { visit: Visit; protocol: Protocol; usual: UsualThings };

export const protocolUsualRoutes: Routes = (web, app) => {
	const hub = protocolPaths.usual(":version");
	web.get<OfPart & { Querystring: { saved?: string } }>(hub, async (request, reply) => {
		const opened = await openDraft(app, request);
		if (opened === undefined) return reply.callNotFound();
		if (typeof opened === "string") return reply.redirect(opened, 303);
		const { viewer, frame, query } = request;
		const typed = await keptText(app, viewer, editPage(opened.visit.version.id));
		return reply.page(
			<UsualHubPage
				frame={frame}
				{...opened}
				saved={partNamed(opened.usual, query.saved)?.title}
				hasTyped={typed !== undefined}
			/>,
		);
	});

	const address = protocolPaths.usualPart(":version", ":part");
	web.get<OfPart>(address, async (request, reply) => {
		const opened = await openDraft(app, request);
		if (opened === undefined) return reply.callNotFound();
		if (typeof opened === "string") return reply.redirect(opened, 303);
		const part = partNamed(opened.usual, request.params.part);
		if (!part) return reply.callNotFound();
		return reply.page(<UsualPartPage frame={request.frame} visit={opened.visit} part={part} />);
	});

	web.post<OfPart>(address, roomForText, async (request, reply) => {
		const answer = await receive(app, request);
		if (answer === undefined) return reply.callNotFound();
		return typeof answer === "string"
			? reply.redirect(answer, 303)
			: reply.code(answer.status).page(answer.page);
	});
};

/** @returns where to go instead when there is no draft to change; undefined for who may not */
async function openDraft(app: App, request: Request): Promise<Opened | string | undefined> {
	const visit = await visitToChange(app, request);
	if (!visit) return undefined;
	const { version, protocol } = visit;
	if (version.state !== "draft") return protocolPaths.version(version.id);
	// What this Concord cannot read is mended in its text.
	if (!protocol) return protocolPaths.edit(version.id);
	return { visit, protocol, usual: usualThings(version.source, protocol) };
}

const partNamed = ({ things, words }: UsualThings, id: string | undefined): Part | undefined =>
	[...things, ...words].find((part) => part.id === id);

/** @returns where it leads, or the page to show; undefined for who may not */
async function receive(
	app: App,
	request: Request,
): Promise<string | { status: number; page: Html } | undefined> {
	const opened = await openDraft(app, request);
	if (opened === undefined || typeof opened === "string") return opened;
	const { visit, protocol, usual } = opened;
	const { version } = visit;
	const found = partNamed(usual, request.params.part);
	// Somebody may have taken out the stage whose words were being changed.
	const part = found ?? { id: "", title: say`This is no longer in the protocol`, groups: [] };
	const sent = readSent(part, request.body);
	if (!found && sent.mine.size === 0) return undefined;
	const overtaken = sent.revision !== version.revision;
	const again = (
		status: number,
		more: { errors?: FormErrors; gone?: string[]; rows?: number } = {},
	) => ({
		status,
		page: (
			<UsualPartPage
				frame={request.frame}
				visit={visit}
				part={part}
				sent={{ mine: sent.mine, rows: more.rows ?? sent.rows }}
				errors={more.errors}
				gone={more.gone}
			/>
		),
	});
	const clash = clashOf(part, sent);
	if (clash.changed.length + clash.gone.length > 0)
		return again(409, { errors: clashesAt(part, clash), gone: clash.gone });
	if (sent.pressed === asks.back) return again(200);
	if (sent.pressed === asks.add) return again(200, { rows: sent.rows + 1 });

	const { source, placeOf, wrong } = changeUsual(usual.file, part, sent.mine);
	if (wrong) return again(422, { errors: wrongAt(part, wrong) });
	if (source === undefined)
		return again(422, {
			errors: errorOfAll(
				part,
				"The text is written in a way that cannot be changed here. Edit the text instead",
			),
		});
	if (source === version.source)
		return again(422, {
			errors: errorOfAll(part, "Change something first: all of it is as it was"),
		});
	const { protocol: after, faults = [] } = await app.beside.read(source, []);
	if (!after) return again(422, { errors: faultsAt(part, faults, placeOf) });

	if (sent.pressed === asks.save && !overtaken) {
		try {
			const saved = await editProtocolVersion(app, request.viewer, {
				version: version.id,
				revision: version.revision,
				source,
				leavesTyped: true,
			});
			return saved && `${protocolPaths.usual(version.id)}?saved=${part.id}`;
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			// Somebody saved or proposed it in this very moment: the draft is looked at again.
			if (refusal.code !== "changed-meanwhile" && refusal.code !== "not-a-draft") throw refusal;
			return receive(app, request);
		}
	}
	return {
		status: overtaken ? 409 : 200,
		page: (
			<CheckChangesPage
				frame={request.frame}
				visit={visit}
				part={part}
				sent={sent}
				changes={await app.beside.compare(protocol, after)}
				overtaken={overtaken}
			/>
		),
	};
}
