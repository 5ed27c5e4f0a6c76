import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	giveLinkToRaise,
	linksToRaise,
	mayGiveLinks,
	mostLinksShown,
	takeBackLinkToRaise,
} from "../../../actions/raise-by-link.ts";
import { isOffered } from "../../../domain/partnership/keep-people.ts";
import { levels } from "../../../domain/people/viewer.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { linksToRaisePaths } from "../../addresses.ts";
import { actKeyOf, isUuid } from "../../kit/act-key.ts";
import { errorAt, type FormState, newForm, readForm, requiredText } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { daysInput, whoByLink } from "../../parts/who-by-link.tsx";
import { type Done, GivePage, LinksPage } from "./pages.tsx";

const given = z.object({
	agency: z.uuid("Choose their agency"),
	...whoByLink.shape,
	level: z.enum(levels, "Select at which level they work"),
	because: requiredText({ missing: "Say how you know", name: "How you know", max: 500 }),
});

type Asked = { Querystring: { done?: string }; Params: { person: string } };

const doneIn = (said: string | undefined): Done | undefined =>
	said === "given" || said === "taken-back" ? said : undefined;

/** The office lets somebody who has no account raise by a link, and takes that back. */
export const linksToRaiseRoutes: Routes = (web, app) => {
	const draw = async ({ frame, viewer }: FastifyRequest, form: FormState) => (
		<GivePage
			frame={frame}
			form={form}
			agencies={(await listAgencies(app.db, viewer.partnershipId)).filter(
				(agency) => isOffered(agency) && agency.sector !== "partnership",
			)}
		/>
	);

	web.get<Asked>(linksToRaisePaths.list, async ({ frame, viewer, query }, reply) =>
		mayGiveLinks(viewer)
			? reply.page(
					<LinksPage
						frame={frame}
						links={await linksToRaise(app, viewer, mostLinksShown)}
						done={doneIn(query.done)}
					/>,
				)
			: reply.callNotFound(),
	);

	web.get(linksToRaisePaths.give, async (request, reply) =>
		mayGiveLinks(request.viewer)
			? reply.page(await draw(request, newForm({ [daysInput]: "14" })))
			: reply.callNotFound(),
	);

	web.post(linksToRaisePaths.give, async (request, reply) => {
		const { viewer, body } = request;
		if (!mayGiveLinks(viewer)) return reply.callNotFound();
		const form = readForm(given, body);
		if (form.errors) return reply.code(422).page(await draw(request, form));
		const { agency, level, because } = form.data;
		try {
			await giveLinkToRaise(app, viewer, {
				key: actKeyOf(body),
				agencyId: agency,
				name: form.data["link.name"],
				post: form.data["link.post"],
				email: form.data["link.email"],
				days: form.data[daysInput],
				level,
				because,
			});
		} catch (problem) {
			const at = problem instanceof Refusal ? fieldOf[problem.code] : undefined;
			if (!at) throw problem;
			const errors = errorAt(at, (problem as Refusal).message);
			return reply.code(422).page(await draw(request, { values: form.values, errors }));
		}
		return reply.redirect(`${linksToRaisePaths.list}?done=given`, 303);
	});

	web.post<Asked>(linksToRaisePaths.takeBack(":person"), async ({ viewer, params }, reply) => {
		if (!mayGiveLinks(viewer) || !isUuid(params.person)) return reply.callNotFound();
		return (await takeBackLinkToRaise(app, viewer, params.person))
			? reply.redirect(`${linksToRaisePaths.list}?done=taken-back`, 303)
			: reply.callNotFound();
	});
};

/** At which question a refusal is said. */
const fieldOf: Record<string, string> = {
	"no-such-agency": "agency",
	"in-directory": "link.email",
	"sent-before": "link.name",
};
