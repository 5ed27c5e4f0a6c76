import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { makeToken, revokeToken } from "../../../actions/api-tokens.ts";
import { isApiScope, type TokenLife, tokenLives } from "../../../domain/people/api-token.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { cleanLine } from "../../../domain/typed-text.ts";
import { listTokensOf } from "../../../store/api-tokens.ts";
import { apiTokensPath, revokeApiTokenPath } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	choiceOf,
	errorAt,
	type FormState,
	listOf,
	newForm,
	readForm,
	requiredText,
} from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import type { Routes } from "../../kit/request.ts";
import { sayRefusal } from "../../kit/say.tsx";
import { hasShownJustNow } from "../../security/shown-just-now.ts";
import { ApiTokensPage } from "./page.tsx";

const asked = z.object({
	name: requiredText({ missing: "Enter what it is called", name: "Name", max: 80 }).transform(
		cleanLine,
	),
	for: choiceOf(["system", "me"], "Select what it is for"),
	scopes: listOf(z.string().refine(isApiScope)),
	days: choiceOf(tokenLives.map(String) as [string, ...string[]], "Select how long it works"),
});

/** Where somebody makes and revokes the tokens by which programs act for them. */
export const apiTokenRoutes: Routes = (web, app) => {
	const draw = async (
		request: FastifyRequest,
		form: FormState = newForm({ days: "90" }),
		made?: string,
	): Promise<Html> => (
		<ApiTokensPage
			frame={request.frame}
			form={form}
			tokens={await listTokensOf(app.db, request.viewer.id)}
			now={app.clock()}
			mayMake={hasShownJustNow(request, app.clock())}
			made={made}
		/>
	);

	web.get(apiTokensPath, async (request, reply) => reply.page(await draw(request)));

	web.post(apiTokensPath, async (request, reply) => {
		const read = readForm(asked, request.body);
		const again = async (form: FormState) => reply.code(422).page(await draw(request, form));
		if (read.errors) return again(read);
		const { values, data } = read;
		if (!hasShownJustNow(request, app.clock()))
			return again({
				values,
				errors: errorAt("make", "Show again that it is you: no token was made"),
			});
		try {
			const made = await makeToken(app, request.viewer, {
				name: data.name,
				isSystem: data.for === "system",
				scopes: data.scopes,
				days: Number(data.days) as TokenLife,
				secondFactor: request.session.secondFactor === true,
			});
			return reply.page(await draw(request, undefined, made));
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return again({ values, errors: errorAt("scopes", sayRefusal(refusal)) });
		}
	});

	web.post<{ Params: { id: string } }>(revokeApiTokenPath(":id"), async (request, reply) => {
		const { id } = request.params;
		return isUuid(id) && (await revokeToken(app, request.viewer, id))
			? reply.redirect(apiTokensPath, 303)
			: reply.callNotFound();
	});
};
