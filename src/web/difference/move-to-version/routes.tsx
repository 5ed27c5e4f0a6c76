import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { moveToVersion, previewMoveToVersion } from "../../../actions/move-to-version.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { mayMoveToVersion } from "../../../domain/difference/acts/move-to-version.ts";
import { reasonForChange } from "../../../domain/protocol/protocol.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listVersions, type StoredVersion } from "../../../store/protocol-versions.ts";
import { justDonePath, moveToVersionPath } from "../../addresses.ts";
import { actKeyOf } from "../../kit/act-key.ts";
import { type FormState, newForm, readForm, requiredText, withError } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { ChooseVersionPage, MoveToVersionPage } from "./page.tsx";

type Address = { Params: { id: string }; Querystring: { to?: string } };
type Asks = FastifyRequest<Address>;

const asked = z.object({
	[reasonForChange]: requiredText({
		missing: "Enter why it is moved",
		name: "The reason",
		max: 20_000,
	}),
});

type Visit = { opened: OpenedDifference; versions: StoredVersion[] };

export const moveToVersionRoutes: Routes = (web, app) => {
	web.get<Address>(moveToVersionPath(":id"), async (request, reply) => {
		const visit = await visitMove(app, request);
		if (!visit) return reply.callNotFound();
		const to = chosen(visit, request);
		if (!to) return reply.page(<ChooseVersionPage frame={request.frame} {...visit} />);
		const page = await draw(app, request, visit, to, newForm());
		return page ? reply.page(page) : reply.callNotFound();
	});

	web.post<Address>(moveToVersionPath(":id"), async (request, reply) => {
		const visit = await visitMove(app, request);
		const to = visit && chosen(visit, request);
		if (!visit || !to) return reply.callNotFound();
		const { viewer, body } = request;
		const { id } = visit.opened.header;
		const again = async (status: number, form: FormState) => {
			const page = await draw(app, request, visit, to, form);
			return page ? reply.code(status).page(page) : reply.callNotFound();
		};
		const form = readForm(asked, body);
		if (form.errors) return again(422, form);
		try {
			const moved = await moveToVersion(
				app,
				{ difference: id, by: viewer, key: actKeyOf(body) },
				{ version: to.id, reason: form.data[reasonForChange] },
			);
			return moved === undefined
				? reply.callNotFound()
				: reply.redirect(justDonePath(id, moved), 303);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return again(409, withError(form.values, reasonForChange, refusal.message));
		}
	});
};

/** Undefined for who may not know of the difference, and for who may not move it. */
async function visitMove(app: App, request: Asks): Promise<Visit | undefined> {
	const opened = await openFor(app, request, "version");
	if (!opened || !mayMoveToVersion(opened.protocol, opened.difference, request.viewer))
		return undefined;
	const today = opened.here.now.toPlainDate().toString();
	const versions = (await listVersions(app.db, request.viewer.partnershipId)).filter(
		(version) =>
			version.protocol === opened.protocol.id &&
			version.id !== opened.versionId &&
			version.state === "approved" &&
			(version.inForceFrom ?? "") <= today,
	);
	return { opened, versions };
}

const chosen = ({ versions }: Visit, { query }: Asks): StoredVersion | undefined =>
	versions.find(({ id }) => id === query.to);

async function draw(
	app: App,
	{ frame, viewer }: Asks,
	{ opened }: Visit,
	to: StoredVersion,
	form: FormState,
): Promise<Html | undefined> {
	const { id } = opened.header;
	const preview = await previewMoveToVersion(app, viewer, id, to.id);
	return (
		preview && (
			<MoveToVersionPage frame={frame} opened={opened} to={to} preview={preview} form={form} />
		)
	);
}
