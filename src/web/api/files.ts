/**
 * Files of a difference by the API: kept with a draft, sent with an act, opened. The rules of who may are those of pages; nothing
 * here stores a file in a way of its own.
 */
import { Readable } from "node:stream";
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { changePage } from "../../actions/change-clock.ts";
import { enteringPage } from "../../actions/enter-form.ts";
import { findKept, keepFile, removeFile } from "../../actions/keep-file.ts";
import { openDifference } from "../../actions/open-difference.ts";
import { openFile } from "../../actions/open-file.ts";
import { formOnPaper } from "../../documents/form.ts";
import { formsIn, partsOf } from "../../documents/form-parts.ts";
import { waysToChange } from "../../domain/difference/who/may-act.ts";
import { fileTypes, sayFileState } from "../../domain/files.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import type { DraftPlace } from "../../store/drafts.ts";
import type { FileDraft } from "../../store/files.ts";
import { draftPlace, startOf, visitInDifference } from "../difference/enter-form/visit-form.ts";
import { asAttachment } from "../difference/file/routes.tsx";
import { formDocumentOf } from "../parts/difference/form-document-of.ts";
import { paperFormats, paperType, sendPaper } from "../parts/paper-file.ts";
import { filesOfRaising, raisingBy } from "../parts/raising/raising.ts";
import { keysOf } from "./acting.ts";
import { type Asking, does, reads } from "./operation.ts";
import { Problem } from "./problem.ts";

const name = z.string().min(1).max(200);

const kept = z
	.object({
		id: z.uuid(),
		name: z.string(),
		type: z.string(),
		size: z.int(),
		sha256: z.string(),
		state: z.string(),
	})
	.meta({ id: "FileKept", description: "A file that waits to be sent with what is done there." });

const called = z.object({
	name: z.string().min(1).max(255).describe("As it is called, with its ending."),
});

/** Where a file waits that is sent with something, if that is open; undefined where whoever asks may do nothing there. */
type Waits = (
	app: App,
	viewer: Viewer,
	place: Place,
) => Promise<(DraftPlace & { isOpen: boolean }) | undefined>;

const place = z.object({
	id: z.uuid(),
	act: z.enum(["steps", "moves", "clocks", "on-paper"]),
	of: name.describe(
		"The step, the move, or the clock and the way with a dot before it: `forward.extend`; of a form on paper its first step.",
	),
});
type Place = z.infer<typeof place>;

/** Only whoever may do the act chooses files for it. */
const waitsAt: Waits = async (app, viewer, { id, act, of }) => {
	if (act === "on-paper") {
		const visit = await visitInDifference(app, viewer, { id, step: of });
		if (visit) return { ...visit.place, owner: viewer.id, isOpen: true };
		const done = await openDifference(app, viewer, id, "enter-form");
		return done && { owner: viewer.id, differenceId: id, page: enteringPage(of), isOpen: false };
	}
	const opened = await openDifference(
		app,
		viewer,
		id,
		act === "clocks" ? "clock" : act.slice(0, -1),
	);
	if (!opened) return undefined;
	const isOpen = opened.acts.some((open) => {
		switch (open.act) {
			case "step":
				return act === "steps" && open.step.id === of;
			case "move":
				return act === "moves" && open.move.id === of;
			case "change-clock":
				return act === "clocks" && open.ways.some((how) => `${open.rule.id}.${how}` === of);
			default:
				return false;
		}
	});
	return {
		isOpen,
		owner: act === "steps" ? null : viewer.id,
		differenceId: id,
		page: act === "clocks" ? pageOfChange(of) : of,
	};
};

/** @throws Problem 409 `not-open` */
function checkOpen({ isOpen }: { isOpen: boolean }): void {
	if (!isOpen)
		throw new Problem(409, "not-open", "That cannot be done", {
			detail: "This is not yours to do now, so no file can be sent for it.",
		});
}

const pageOfChange = (of: string): string => {
	const how = waysToChange.find((way) => of.endsWith(`.${way}`)) ?? "extend";
	return changePage(of.slice(0, -how.length - 1), how);
};

async function keep(
	{
		app,
		viewer,
		request,
		query,
	}: Pick<Asking<unknown, { name: string }, unknown>, "app" | "viewer" | "request" | "query">,
	at: DraftPlace & { isOpen: boolean },
): Promise<z.input<typeof kept>> {
	const largest = app.files.limits.megabytes * 1024 * 1024;
	let isCut = false;
	const content = (async function* () {
		let size = 0;
		for await (const bytes of request.body as AsyncIterable<Buffer>) {
			size += bytes.length;
			if (size > largest) isCut = true;
			// What is too long is read to its end, and not kept.
			if (!isCut) yield bytes;
		}
	})();
	const given = {
		id: keysOf({ request, body: {} }).key,
		name: query.name,
		content,
		isCut: () => isCut,
	};
	const told = ({ id, name: as, type, size, sha256, state }: FileDraft) => ({
		id,
		name: as,
		type,
		size,
		sha256,
		state,
	});
	const before = await findKept(app, viewer, at, given);
	if (before) return told(before);
	checkOpen(at);
	return told(await keepFile(app, viewer, at, given));
}

export const fileOperations = [
	does({
		id: "sendFile",
		path: "/differences/{id}/{act}/{of}/files",
		tag: "Files and forms",
		summary: "Send a file, to go with an act",
		says: "It waits there, where also colleagues who may do the step see it, until the act is done with its identifier among `files`. With another key it is there twice: take one away.",
		scope: "differences:act",
		status: 201,
		params: place,
		query: called,
		body: { file: true },
		answer: kept,
		run: async (asking) => {
			const at = await waitsAt(asking.app, asking.viewer, asking.params);
			return at && keep(asking, at);
		},
	}),
	does({
		id: "takeFileAway",
		method: "DELETE",
		path: "/differences/{id}/{act}/{of}/files/{file}",
		tag: "Files and forms",
		summary: "Take away a file that was not sent yet",
		scope: "differences:act",
		anyNumberOfTimes: true,
		params: place.extend({ file: z.uuid() }),
		answer: z.object({ file: z.uuid() }),
		run: async ({ app, viewer, params }) => {
			const at = await waitsAt(app, viewer, params);
			if (!at) return undefined;
			checkOpen(at);
			await removeFile(app, at, params.file);
			return { file: params.file };
		},
	}),
	does({
		id: "sendFileToRaise",
		path: "/raising/{draft}/files",
		tag: "Raising",
		summary: "Send a file, to go with a difference that is raised",
		says: "`draft` is a UUID of your own, which raising then names.",
		scope: "differences:raise",
		status: 201,
		params: z.object({ draft: z.uuid() }),
		query: called,
		body: { file: true },
		answer: kept,
		run: async (asking) => {
			const { app, viewer, params } = asking;
			await raisingBy(app, viewer);
			return keep(asking, { ...filesOfRaising(viewer, params.draft), isOpen: true });
		},
	}),
	does({
		id: "sendFileOnPaper",
		path: "/on-paper/{draft}/files",
		tag: "Forms on paper",
		summary: "Send a scan of a form with which a difference begins",
		says: "`draft` is a UUID of your own, which entering the form then names.",
		scope: "differences:raise",
		status: 201,
		params: z.object({ draft: z.uuid() }),
		query: called,
		body: { file: true },
		answer: kept,
		run: async (asking) => {
			const { app, viewer, params } = asking;
			await startOf(app, viewer);
			return keep(asking, { ...draftPlace(params.draft), owner: viewer.id, isOpen: true });
		},
	}),
	reads({
		id: "openFile",
		path: "/differences/{id}/files/{file}",
		tag: "Files and forms",
		summary: "A file of the record",
		says: "For whoever may read the entry that it was sent with.",
		scope: "differences:read",
		params: z.object({ id: z.uuid(), file: z.uuid() }),
		answer: { types: [...new Set(Object.values(fileTypes).map(({ mime }) => mime))] },
		run: async ({ app, viewer, params, reply }) => {
			const found = await openFile(app, viewer, params.id, params.file);
			if (!found) return undefined;
			const { file, content, state, opened } = found;
			if (!content)
				throw new Problem(409, "file-not-open", "This file cannot be opened", {
					detail: sayFileState(state, opened.scanning) ?? "Nobody may open it just now.",
				});
			return reply
				.type(fileTypes[file.type].mime)
				.headers({
					"content-disposition": asAttachment(file.name),
					"content-length": file.size,
					"content-security-policy": "sandbox; default-src 'none'",
				})
				.send(Readable.from(content, { objectMode: false }));
		},
	}),
	reads({
		id: "listForms",
		path: "/differences/{id}/forms",
		tag: "Files and forms",
		summary: "The forms of a difference, as far as you may see them",
		scope: "differences:read",
		params: z.object({ id: z.uuid() }),
		answer: z.object({
			forms: z.array(
				z.object({
					form: z.string(),
					title: z.string(),
					parts: z.array(
						z.object({
							title: z.string(),
							side: z.string(),
							filledIn: z.boolean(),
							sections: z.array(
								z.object({
									heading: z.string().nullable(),
									fields: z.array(
										z.object({
											label: z.string(),
											says: z.string().nullable(),
											table: z
												.object({
													columns: z.array(z.string()),
													rows: z.array(z.array(z.string())),
												})
												.nullable(),
										}),
									),
								}),
							),
						}),
					),
				}),
			),
		}),
		run: async ({ app, viewer, params }) => {
			const opened = await openDifference(app, viewer, params.id, "form");
			return (
				opened && {
					forms: formsIn(opened).map((form) => ({
						form: form.id,
						title: form.title,
						parts: partsOf(opened, form).map((part) => ({
							title: part.title,
							side: part.side,
							filledIn: part.filledBy !== "awaited",
							sections: part.sections.map(({ heading, fields }) => ({
								heading: heading ?? null,
								fields: fields.map((field) => ({
									label: field.label,
									says: "value" in field ? (field.value ?? null) : null,
									table:
										"table" in field
											? { columns: field.table.columns, rows: field.table.rows }
											: null,
								})),
							})),
						})),
					})),
				}
			);
		},
	}),
	...paperFormats.map((format) =>
		reads({
			id: format === "pdf" ? "openFormAsPdf" : "openFormAsDocx",
			path: `/differences/{id}/forms/{form}/${format}`,
			tag: "Files and forms",
			summary: `A form as ${format === "pdf" ? "PDF" : "a Word document"}`,
			scope: "differences:read",
			params: z.object({ id: z.uuid(), form: name }),
			answer: { types: [paperType(format)] },
			run: async ({ app, viewer, params, reply }) => {
				const opened = await openDifference(app, viewer, params.id, `form.${format}`);
				const form = opened && formsIn(opened).find(({ id }) => id === params.form);
				return (
					form &&
					sendPaper(
						reply,
						format,
						opened.header.reference,
						formOnPaper(formDocumentOf(opened, form)),
					)
				);
			},
		}),
	),
];
