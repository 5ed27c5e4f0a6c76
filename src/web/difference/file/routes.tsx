import { Readable } from "node:stream";
import { z } from "zod";
import { openFile } from "../../../actions/open-file.ts";
import { fileTypes } from "../../../domain/files.ts";
import { filePath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { FileNotOpenPage } from "./page.tsx";

type Address = { Params: { id: string; file: string } };

const ids = z.object({ id: z.uuid(), file: z.uuid() });

/** A file of the record, to be saved and never shown by the browser, for whoever may read the entry that it was sent with. */
export const fileRoutes: Routes = (web, app) =>
	web.get<Address>(filePath(":id", ":file"), async (request, reply) => {
		const asked = ids.safeParse(request.params).data;
		const found = asked && (await openFile(app, request.viewer, asked.id, asked.file));
		if (!found) return reply.callNotFound();
		const { file, content } = found;
		if (!content)
			return reply.code(409).page(<FileNotOpenPage frame={request.frame} found={found} />);
		return reply
			.type(fileTypes[file.type].mime)
			.headers({
				"content-disposition": asAttachment(file.name),
				"content-length": file.size,
				// Should a browser show it all the same, it can do nothing there.
				"content-security-policy": "sandbox; default-src 'none'",
			})
			.send(Readable.from(content, { objectMode: false }));
	});

/**
 * To be saved under its name: in plain letters for what knows no others, and as it is.
 *
 * @see RFC 6266 and RFC 8187
 */
export function asAttachment(name: string): string {
	const plain = name
		.normalize("NFKD")
		.replaceAll(/\p{M}/gu, "")
		.replaceAll(/[^\w .,()-]/g, "_");
	const encoded = encodeURIComponent(name).replaceAll(
		/['()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
