import { Readable } from "node:stream";
import {
	findDownload,
	listFound,
	mayTakeAway,
	throwAwayDownload,
} from "../../../actions/download.ts";
import { mayExport } from "../../../domain/people/exporting.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { downloadPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { looksAgainEvery } from "../../parts/task-progress.tsx";
import { askToShow, hasShownJustNow } from "../../security/shown-just-now.ts";
import { DownloadPage, DownloadsPage } from "./page.tsx";

type Address = { Params: { id: string } };

/** Files that were made beside the page, for whoever asked for them and nobody else. */
export const downloadRoutes: Routes = (web, app) => {
	web.get(downloadPaths.list, async (request, reply) => {
		const { viewer, frame } = request;
		return mayTakeAway(viewer)
			? reply.page(
					<DownloadsPage
						frame={frame}
						downloads={await listFound(app, viewer)}
						ofOffice={mayExport(viewer)}
					/>,
				)
			: reply.callNotFound();
	});

	web.get<Address>(downloadPaths.one(":id"), async (request, reply) => {
		const found = await findDownload(app, request.viewer, request.params.id);
		if (!found) return reply.callNotFound();
		if (!found.file && found.task && isUnderWay(found.task))
			reply.header("refresh", looksAgainEvery);
		return reply.page(<DownloadPage frame={request.frame} download={found} />);
	});

	web.get<Address>(downloadPaths.file(":id"), async (request, reply) => {
		const found = await findDownload(app, request.viewer, request.params.id);
		if (!found) return reply.callNotFound();
		// Whoever comes by the address of the file itself is told there why it is gone.
		if (found.isWithdrawn === "disposed") return reply.redirect(downloadPaths.one(found.id), 303);
		if (!found.file) return reply.callNotFound();
		if (!hasShownJustNow(request, app.clock()))
			return askToShow(reply, downloadPaths.one(request.params.id));
		const { name, type, size } = found.file;
		return reply
			.type(type)
			.headers({
				"content-disposition": `attachment; filename="${name}"`,
				"content-length": size,
			})
			.send(Readable.from(found.content, { objectMode: false }));
	});

	web.post<Address>(downloadPaths.throwAway(":id"), async (request, reply) => {
		const { id } = request.params;
		return isUuid(id) && (await throwAwayDownload(app, request.viewer, id))
			? reply.redirect(downloadPaths.list, 303)
			: reply.callNotFound();
	});
};
