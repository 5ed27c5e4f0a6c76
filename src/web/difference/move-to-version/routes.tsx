import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { moveToVersion, previewMoveToVersion } from "../../../actions/move-to-version.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { reasonForChange } from "../../../domain/protocol/protocol.ts";
import type { StoredVersion } from "../../../store/protocol-versions.ts";
import { justDonePath, moveToVersionPath } from "../../addresses.ts";
import { actKeyOf, contentOf } from "../../kit/act-key.ts";
import { errorAt, type FormState, requiredText } from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { ChooseVersionPage, MoveToVersionPage } from "./page.tsx";
import { versionsToMoveTo } from "./versions-to-move-to.ts";

type Address = { Params: { id: string }; Querystring: { to?: string } };
type Asks = FastifyRequest<Address>;

const asked = z.object({
	[reasonForChange]: requiredText({
		missing: "Enter why it is moved",
		name: "The reason",
		max: 20_000,
	}),
});

type Visit = {
	opened: OpenedDifference;
	versions: StoredVersion[];
	/** The one that the address names. */
	to: StoredVersion | undefined;
};

export const moveToVersionRoutes: Routes = (web, app) =>
	formPage(web, moveToVersionPath(":id"), {
		visit: (request: Asks) => visitMove(app, request),
		asks: asked,
		draw: (visit, form, request) => draw(app, request, visit, form),
		act: async ({ [reasonForChange]: reason }, { opened, to }, { viewer, body }) => {
			const { id } = opened.header;
			const on = { difference: id, by: viewer, key: actKeyOf(body), content: contentOf(body) };
			const moved = to && (await moveToVersion(app, on, { version: to.id, reason }));
			return moved === undefined ? undefined : justDonePath(id, moved);
		},
		refused: ({ message }) => ({ status: 409, errors: errorAt(reasonForChange, message) }),
	});

/** Undefined for who may not know of the difference, and for who may not move it. */
async function visitMove(app: App, request: Asks): Promise<Visit | undefined> {
	const opened = await openFor(app, request, "version");
	const versions = opened && (await versionsToMoveTo(app, request.viewer, opened));
	if (!opened || !versions) return undefined;
	return { opened, versions, to: versions.find(({ id }) => id === request.query.to) };
}

async function draw(
	app: App,
	{ frame, viewer }: Asks,
	{ opened, versions, to }: Visit,
	form: FormState,
): Promise<Html | undefined> {
	if (!to) return <ChooseVersionPage frame={frame} opened={opened} versions={versions} />;
	const preview = await previewMoveToVersion(app, viewer, opened.header.id, to.id);
	return (
		preview && (
			<MoveToVersionPage frame={frame} opened={opened} to={to} preview={preview} form={form} />
		)
	);
}
