import type { FastifyRequest } from "fastify";
import { publishedText } from "../../../actions/publish.ts";
import {
	modelText,
	namedContacts,
	publishedTexts,
	publishedTitles,
} from "../../../domain/partnership/published.ts";
import { londonTime } from "../../../domain/time.ts";
import { findPartnership, listPartnerships } from "../../../store/partnerships.ts";
import { paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { HelpPage, PublishedPage } from "./page.tsx";

/** What is said before anybody signs in: of the partnership at whose address one is. */
export const publishedRoutes: Routes = (web, app) => {
	/** Whose page it is; undefined where that cannot be known. */
	const partnershipOf = async ({ signedIn, place }: FastifyRequest) => {
		if (signedIn) return findPartnership(app.db, signedIn.partnershipId);
		if (place) return place.partnership;
		const [only, another] = await listPartnerships(app.db);
		return another ? undefined : only;
	};
	for (const kind of publishedTexts)
		web.get(paths[kind], { config: { public: true } }, async (request, reply) => {
			const partnership = await partnershipOf(request);
			const said = partnership && (await publishedText(app.db, partnership, kind));
			return reply.page(
				<PublishedPage
					frame={request.frame}
					title={publishedTitles[kind]}
					text={said?.text ?? modelText(kind, { name: "your partnership", contacts: {} })}
					on={said?.savedAt ? londonTime(said.savedAt).toPlainDate() : undefined}
				/>,
			);
		});

	web.get(paths.help, { config: { public: true } }, async (request, reply) => {
		const partnership = await partnershipOf(request);
		return reply.page(
			<HelpPage frame={request.frame} contacts={namedContacts(partnership?.contacts ?? {})} />,
		);
	});
};
