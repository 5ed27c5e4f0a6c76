import { mostLookedShown, whoLookedAt } from "../../../actions/who-looked.ts";
import { whoLookedAtPath } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { WhoLookedAtPage } from "./page.tsx";

/** Who looked at a difference, for the leads of its agencies and the data protection officer. */
export const whoLookedAtRoutes: Routes = (web, app) => {
	web.get<{ Params: { id: string } }>(whoLookedAtPath(":id"), async (request, reply) => {
		const { id } = request.params;
		const found = isUuid(id)
			? await whoLookedAt(app, request.viewer, id, mostLookedShown)
			: undefined;
		return found
			? reply.page(
					<WhoLookedAtPage
						frame={request.frame}
						found={found}
						agency={request.viewer.agencyName}
					/>,
				)
			: reply.callNotFound();
	});
};
