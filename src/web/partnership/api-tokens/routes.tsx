import { revokeToken } from "../../../actions/api-tokens.ts";
import { stopWebhook } from "../../../actions/webhooks.ts";
import { seesToTokens } from "../../../domain/people/api-token.ts";
import { listTokensOfSystems } from "../../../store/api-tokens.ts";
import { listAllWebhooks } from "../../../store/webhooks.ts";
import { administrationPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { TokensOfSystemsPage } from "./page.tsx";

/** Which systems use the API in a partnership, for its administrators, who can end that at once. */
export const apiTokensOfSystemsRoutes: Routes = (web, app) => {
	web.get(administrationPaths.apiTokens, async ({ viewer, frame }, reply) =>
		seesToTokens(viewer)
			? reply.page(
					<TokensOfSystemsPage
						frame={frame}
						tokens={await listTokensOfSystems(app.db, viewer.partnershipId)}
						webhooks={await listAllWebhooks(app.db, viewer.partnershipId)}
						now={app.clock()}
					/>,
				)
			: reply.callNotFound(),
	);

	web.post<{ Params: { id: string } }>(
		administrationPaths.stopWebhook(":id"),
		async ({ viewer, params: { id } }, reply) =>
			isUuid(id) && (await stopWebhook(app, viewer, id))
				? reply.redirect(administrationPaths.apiTokens, 303)
				: reply.callNotFound(),
	);

	web.post<{ Params: { id: string } }>(
		administrationPaths.revokeApiToken(":id"),
		async ({ viewer, params: { id } }, reply) =>
			seesToTokens(viewer) && isUuid(id) && (await revokeToken(app, viewer, id))
				? reply.redirect(administrationPaths.apiTokens, 303)
				: reply.callNotFound(),
	);
};
