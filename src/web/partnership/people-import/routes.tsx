import type { FastifyReply, FastifyRequest } from "fastify";
import {
	choosePeople,
	importPeople,
	mapPeople,
	tryPeople,
	undoPeopleImport,
} from "../../../actions/import-people.ts";
import { mayInvite } from "../../../domain/partnership/invitation.ts";
import { type ColumnsOfPeople, peopleColumns } from "../../../domain/partnership/people-table.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { findPeopleImport, listPeopleImports } from "../../../store/people-imports.ts";
import { administrationPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import { errorAt, type FormState, newForm } from "../../kit/form.ts";
import { filesOf } from "../../kit/posted-files.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { ChoosePeoplePage, ImportedPeoplePage, TryPeoplePage } from "./pages.tsx";

type Address = { Params: { id: string } };

/** A file of the people of 5,000 lines is a tenth of it. */
const largestFile = 5 * 1024 * 1024;

/** An administrator imports people from a file: chosen, tried, imported, undone. */
export const peopleImportRoutes: Routes = (web, app) => {
	const isTheirs = ({ viewer, params }: FastifyRequest<Address>) =>
		mayInvite(viewer) && isUuid(params.id);

	const drawChoose = async ({ viewer, frame }: FastifyRequest, form: FormState) => (
		<ChoosePeoplePage
			frame={frame}
			form={form}
			files={await listPeopleImports(app.db, viewer.partnershipId)}
		/>
	);

	web.get(administrationPaths.imports, async (request, reply) =>
		mayInvite(request.viewer)
			? reply.page(await drawChoose(request, newForm()))
			: reply.callNotFound(),
	);

	web.post(
		administrationPaths.imports,
		{ config: { takesFiles: true } },
		async (request, reply) => {
			if (!mayInvite(request.viewer)) return reply.callNotFound();
			const file = await chosenFile(request);
			const amiss = async (text: string) =>
				reply
					.code(422)
					.page(await drawChoose(request, { values: {}, errors: errorAt("file", text) }));
			if (file === undefined) return amiss("Choose a file");
			if (file === "too-big") return amiss("The file must be smaller than 5 MB");
			try {
				const id = await choosePeople(app, request.viewer, file);
				return reply.redirect(administrationPaths.oneImport(id), 303);
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				return amiss(sayRefusal(refusal));
			}
		},
	);

	const show = async (request: FastifyRequest<Address>, reply: FastifyReply, form: FormState) => {
		if (!isTheirs(request)) return reply.callNotFound();
		const { viewer, frame, params } = request;
		const tried = await tryPeople(app, viewer, params.id);
		if (tried) return reply.page(<TryPeoplePage frame={frame} tried={tried} form={form} />);
		const file = await findPeopleImport(app.db, viewer.partnershipId, params.id);
		return file
			? reply.page(<ImportedPeoplePage frame={frame} file={file} form={form} />)
			: reply.callNotFound();
	};

	web.get<Address>(administrationPaths.oneImport(":id"), (request, reply) =>
		show(request as FastifyRequest<Address>, reply, newForm()),
	);

	/** Acts on a file, and shows it again with why, where a rule says no. */
	const acting = (path: string, act: (request: FastifyRequest<Address>) => Promise<unknown>) =>
		web.post<Address>(path, async (request, reply) => {
			const asked = request as FastifyRequest<Address>;
			if (!isTheirs(asked)) return reply.callNotFound();
			try {
				const done = await act(asked);
				return done === undefined || done === false
					? reply.callNotFound()
					: reply.redirect(administrationPaths.oneImport(request.params.id), 303);
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				return show(asked, reply.code(422), {
					values: {},
					errors: errorAt("form", sayRefusal(refusal), "main-content"),
				});
			}
		});

	acting(administrationPaths.oneImport(":id"), ({ viewer, params, body }) => {
		const typed = (body ?? {}) as Record<string, unknown>;
		const columns: ColumnsOfPeople = {};
		for (const column of peopleColumns) {
			const heading = typed[column];
			if (typeof heading === "string" && heading !== "") columns[column] = heading;
		}
		return mapPeople(app, viewer, params.id, columns);
	});
	acting(administrationPaths.importPeople(":id"), ({ viewer, params, body }) =>
		importPeople(app, viewer, params.id, {
			invite: (body as { invite?: unknown } | undefined)?.invite === "yes",
		}),
	);
	acting(administrationPaths.undoImport(":id"), ({ viewer, params }) =>
		undoPeopleImport(app, viewer, params.id),
	);
};

/** The first file of a form, whole; undefined where none was chosen. */
async function chosenFile(
	request: FastifyRequest,
): Promise<{ fileName: string; content: Uint8Array } | "too-big" | undefined> {
	for await (const { name, content } of filesOf(request)) {
		const parts: Uint8Array[] = [];
		let length = 0;
		for await (const part of content) {
			length += part.length;
			if (length <= largestFile) parts.push(part);
		}
		return length > largestFile ? "too-big" : { fileName: name, content: Buffer.concat(parts) };
	}
	return undefined;
}
