import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { noteFound } from "../../../actions/who-looked.ts";
import { workingDaysLeft } from "../../../domain/difference/told/working-days-left.ts";
import { londonTime } from "../../../domain/time.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { type Search, searchDifferences } from "../../../store/search.ts";
import { inWordsFor } from "../../../store/words-of-difference.ts";
import { paths } from "../../addresses.ts";
import { readForm } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { sayProtocol } from "../../kit/say.tsx";
import { recalledFromYou } from "../../parts/recalled-from-you.tsx";
import { type ListedWithProtocol, ListPage } from "./page.tsx";
import { byNameAsked, readSearch, searchByName, searchOf } from "./search-asked.ts";

export const listRoutes: Routes = (web, app) => {
	web.get(paths.differences, { config: { mayBeOld: true } }, async (request, reply) => {
		const asked = readSearch(request.query);
		const { now } = await partnershipClock(app, app.db, request.viewer.partnershipId);
		return reply.page(
			await drawList(app, request, { asked }, asked.data && searchOf(asked.data, now)),
		);
	});

	web.get(paths.differencesByName, (_request, reply) => reply.redirect(paths.differences, 303));

	web.post(paths.differencesByName, async (request, reply) => {
		const byName = readForm(byNameAsked, request.body);
		const page = await drawList(
			app,
			request,
			{ asked: readSearch({}), byName },
			byName.data && searchByName(byName.data.about),
		);
		return reply.code(byName.errors ? 422 : 200).page(page);
	});
};

/** The list of what fits a search; nothing where the search itself is wrong. */
async function drawList(
	app: App,
	{ viewer, frame }: FastifyRequest,
	forms: Pick<Parameters<typeof ListPage>[0], "asked" | "byName">,
	search: Search | undefined,
): Promise<Html> {
	const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
	const { rows, ...counted } = search
		? await searchDifferences(app.db, viewer, search)
		: { rows: [], total: 0, isMore: false };
	if (forms.byName)
		await noteFound(
			app,
			viewer,
			rows.map(({ id }) => id),
			now,
		);
	const today = now.toPlainDate();
	const calendars = await app.calendars.in(app.db, viewer.partnershipId);
	const listed: ListedWithProtocol[] = [];
	for (const row of rows) {
		const version = await app.protocols.version(app.db, row.versionId);
		listed.push({
			...row,
			protocol: sayProtocol(await inWordsFor(app.db, version, row.id, viewer)),
			workingDays:
				row.nextDueAt !== null && row.nextDueClock !== null
					? workingDaysLeft(
							version,
							calendars.for(version),
							row.nextDueClock,
							today.toString(),
							londonTime(row.nextDueAt).toPlainDate().toString(),
						)
					: undefined,
		});
	}
	const inForce = await app.protocols.inForce(app.db, viewer.partnershipId, today.toString());
	return (
		<ListPage
			frame={frame}
			{...forms}
			agencies={await listAgencies(app.db, viewer.partnershipId)}
			protocol={inForce && sayProtocol(inForce.protocol)}
			rows={listed}
			counted={counted}
			today={today}
			shownBy={partnership.peopleShownBy}
			recalled={await recalledFromYou(app, viewer)}
		/>
	);
}
