import type { FastifyRequest } from "fastify";
import { publishedText } from "../../../actions/publish.ts";
import {
	modelText,
	namedContacts,
	publishedTexts,
	publishedTitles,
} from "../../../domain/partnership/published.ts";
import { londonTime } from "../../../domain/time.ts";
import { paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { partnershipOfPage } from "../../parts/page-context.ts";
import { HelpPage, PublishedPage } from "./page.tsx";

/** What is said before anybody signs in: of the partnership at whose address one is. */
export const publishedRoutes: Routes = (web, app) => {
	const partnershipOf = ({ signedIn, place }: FastifyRequest) =>
		partnershipOfPage(app, signedIn, place?.partnership);
	for (const kind of publishedTexts)
		web.get(paths[kind], { config: { public: true } }, async (request, reply) => {
			const partnership = await partnershipOf(request);
			const said = partnership && (await publishedText(app.db, partnership, kind));
			return reply.page(
				<PublishedPage
					frame={request.frame}
					title={publishedTitles[kind]}
					text={said?.text ?? modelText(kind, { name: "your partnership", contacts: {} })}
					saysOfWelsh={kind === "accessibility" && request.frame.offersWelsh === true}
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
