import { changePage } from "../../../actions/change-clock.ts";
import { actsOpenTo } from "../../../actions/open-difference.ts";
import { raisingPage } from "../../../actions/raise-difference.ts";
import { replay } from "../../../domain/difference/difference.ts";
import { waysToChange } from "../../../domain/difference/who/may-act.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { findDifference } from "../../../store/differences.ts";
import { draftPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { keepAsTyped } from "../../parts/keep-as-typed.ts";
import { typedSoFar } from "../../parts/typed-so-far.ts";

/** Takes forms as they are being typed. Nothing here is checked: a draft may be as wrong as it likes. */
export const draftRoutes: Routes = (web, app) => {
	web.post<{ Params: { draft: string } }>(
		draftPaths.raising(":draft"),
		async ({ viewer, params, body }, reply) => {
			const place = { differenceId: null, page: raisingPage(params.draft) };
			// Before the first page is passed nothing is kept, and nothing of what was raised or thrown away.
			const { savedAt } = await typedSoFar(app, viewer, place);
			if (savedAt === undefined) return reply.callNotFound();
			return keepAsTyped(app, viewer, place, body, reply);
		},
	);

	web.post<{ Params: { difference: string; page: string } }>(
		draftPaths.act(":difference", ":page"),
		async ({ viewer, params, body }, reply) => {
			const { difference, page } = params;
			const seen = isUuid(difference) && (await findDifference(app.db, difference, viewer));
			if (!seen) return reply.callNotFound();
			const protocol = await app.protocols.version(app.db, seen.versionId);
			if (!isPageOf(protocol, page)) return reply.callNotFound();
			const acts = actsOpenTo(
				viewer,
				protocol,
				replay(protocol, seen.header, seen.entries),
				seen.sides,
			);
			const isShared = acts.some((act) => act.act === "step" && act.step.id === page);
			return keepAsTyped(app, viewer, { differenceId: difference, page, isShared }, body, reply);
		},
	);
};

/** Whether a step, a move or a change of a clock is asked on a page of that name. */
const isPageOf = ({ steps, moves, clocks }: Protocol, page: string): boolean =>
	Object.hasOwn(steps, page) ||
	moves.some(({ id }) => id === page) ||
	clocks.some(({ id }) => waysToChange.some((how) => changePage(id, how) === page));
