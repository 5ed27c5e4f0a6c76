import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { searchDifferences } from "../../../store/search.ts";
import { inWordsFor } from "../../../store/words-of-difference.ts";
import { paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { type ListedWithProtocol, ListPage } from "./page.tsx";
import { readSearch, searchOf } from "./search-asked.ts";

export const listRoutes: Routes = (web, app) => {
	web.get(paths.differences, async (request, reply) => {
		const { viewer, frame } = request;
		const asked = readSearch(request.query);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const { rows, total } = asked.data
			? await searchDifferences(app.db, viewer, searchOf(asked.data, now))
			: { rows: [], total: 0 };
		const listed: ListedWithProtocol[] = [];
		for (const row of rows)
			listed.push({
				...row,
				protocol: await inWordsFor(
					app.db,
					await app.protocols.version(app.db, row.versionId),
					row.id,
					viewer,
				),
			});
		const inForce = await app.protocols.inForce(
			app.db,
			viewer.partnershipId,
			now.toPlainDate().toString(),
		);
		return reply.page(
			<ListPage
				frame={frame}
				asked={asked}
				agencies={await listAgencies(app.db, viewer.partnershipId)}
				protocol={inForce?.protocol}
				rows={listed}
				total={total}
				today={now.toPlainDate()}
			/>,
		);
	});
};
