import { findToReset, resetSecondFactor } from "../../../actions/second-factor.ts";
import { mayResetSecondFactor } from "../../../domain/people/second-factor.ts";
import { listDirectory } from "../../../store/people.ts";
import { listWithSecondFactor } from "../../../store/second-factors.ts";
import { lostSecondFactorPath, resetSecondFactorPath } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { LostSecondFactorPage, ResetSecondFactorPage } from "./page.tsx";

type OfPerson = { Params: { person: string } };

/** Where an administrator lets somebody set up another second factor who has lost theirs. */
export const lostSecondFactorRoutes: Routes = (web, app) => {
	web.get(lostSecondFactorPath, async ({ viewer, frame }, reply) => {
		if (!viewer.offices.includes("administrator")) return reply.callNotFound();
		const have = new Set(await listWithSecondFactor(app.db, viewer.partnershipId));
		const people = (await listDirectory(app.db, viewer.partnershipId)).filter(
			(person) => have.has(person.id) && mayResetSecondFactor(viewer, person),
		);
		return reply.page(<LostSecondFactorPage frame={frame} people={people} />);
	});

	web.get<OfPerson>(resetSecondFactorPath(":person"), async ({ viewer, frame, params }, reply) => {
		const found = isUuid(params.person) ? await findToReset(app, viewer, params.person) : undefined;
		return found?.hasOne
			? reply.page(
					<ResetSecondFactorPage frame={frame} name={found.name} agencyName={found.agencyName} />,
				)
			: reply.callNotFound();
	});

	web.post<OfPerson>(resetSecondFactorPath(":person"), async ({ viewer, params }, reply) =>
		isUuid(params.person) && (await resetSecondFactor(app, viewer, params.person))
			? reply.redirect(lostSecondFactorPath, 303)
			: reply.callNotFound(),
	);
};
