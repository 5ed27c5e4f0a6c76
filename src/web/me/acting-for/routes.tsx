import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { isOperatorAccount, listPosts } from "../../../store/accounts.ts";
import { paths } from "../../addresses.ts";
import { newForm, readForm, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { localPath } from "../../parts/local-path.ts";
import { isOpenHere } from "../../security/place.ts";
import { actAs, endSession } from "../../security/sessions.ts";
import { ActingForPage } from "./page.tsx";

const asked = z.object({ person: z.uuid("Choose for whom you act") });

/** What somebody with several posts acts as, until they choose another. Open before they are anybody. */
export const actingForRoutes: Routes = (web, app) => {
	const posts = async (request: FastifyRequest) => {
		const { accountId } = request.session;
		const all = accountId ? await listPosts(app.db, accountId) : [];
		return all.filter((post) => isOpenHere(request, post));
	};

	web.get<{ Querystring: { then?: unknown } }>(
		paths.actingFor,
		{ config: { public: true } },
		async (request, reply) => {
			const next = localPath(request.query.then);
			const choices = await posts(request);
			const [only, another] = choices;
			if (!only) {
				const { accountId } = request.session;
				if (accountId && (await isOperatorAccount(app.db, accountId)))
					return reply.redirect(paths.installation, 303);
				// Whoever has left everywhere is nobody.
				await endSession(request, reply);
				return reply.redirect(paths.signIn, 303);
			}
			if (!another && request.signedIn?.id !== only.personId) {
				actAs(request, only.personId);
				return reply.redirect(next, 303);
			}
			return reply.page(
				<ActingForPage
					frame={request.frame}
					form={newForm({ person: request.signedIn?.id })}
					posts={choices}
					next={next}
				/>,
			);
		},
	);

	web.post<{ Body: { next?: unknown } | undefined }>(
		paths.actingFor,
		{ config: { public: true } },
		async (request, reply) => {
			const next = localPath(request.body?.next);
			const choices = await posts(request);
			if (choices.length === 0) return reply.redirect(paths.signIn, 303);
			const form = readForm(asked, request.body);
			const chosen = choices.find(
				({ personId }) => form.data !== undefined && personId === form.data.person,
			);
			if (!chosen)
				return reply
					.code(422)
					.page(
						<ActingForPage
							frame={request.frame}
							form={withError({}, "person", "Choose for whom you act")}
							posts={choices}
							next={next}
						/>,
					);
			actAs(request, chosen.personId);
			return reply.redirect(next, 303);
		},
	);
};
