import type { FastifyRequest } from "fastify";
import { publishedFor } from "../../../actions/publish.ts";
import {
	modelText,
	namedContacts,
	publishedTexts,
	publishedTitles,
} from "../../../domain/partnership/published.ts";
import { londonTime } from "../../../domain/time.ts";
import { speakingNow } from "../../../language/speaking.ts";
import { paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayIt } from "../../kit/say.tsx";
import { partnershipOfPage } from "../../parts/page-context.ts";
import { HelpPage, PublishedPage } from "./page.tsx";

/** What is said before anybody signs in: of the partnership at whose address one is. */
export const publishedRoutes: Routes = (web, app) => {
	const partnershipOf = ({ signedIn, place }: FastifyRequest) =>
		partnershipOfPage(app, signedIn, place?.partnership);
	for (const kind of publishedTexts)
		web.get(paths[kind], { config: { public: true } }, async (request, reply) => {
			const partnership = await partnershipOf(request);
			const { language } = speakingNow();
			const said = partnership && (await publishedFor(app.db, partnership, kind, language));
			return reply.page(
				<PublishedPage
					frame={request.frame}
					title={sayIt(publishedTitles[kind])}
					text={
						said?.text ?? modelText(kind, { name: say`your partnership`, contacts: {} }, language)
					}
					lang={said?.language ?? language}
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
