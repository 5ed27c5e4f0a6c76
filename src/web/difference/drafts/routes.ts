import type { FastifyReply } from "fastify";
import type { App } from "../../../actions/app.ts";
import { changePage } from "../../../actions/change-clock.ts";
import { actsOpenTo } from "../../../actions/open-difference.ts";
import { raisingPage } from "../../../actions/raise-difference.ts";
import { replay } from "../../../domain/difference/difference.ts";
import { waysToChange } from "../../../domain/difference/who/may-act.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { findDifference } from "../../../store/differences.ts";
import { draftPaths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import type { Routes } from "../../kit/request.ts";
import { readTyped, type Typed } from "../../parts/fields/typed.ts";
import { keepTyped, type Page, sayWhoSaved, typedSoFar } from "../../parts/typed-so-far.ts";

/** Takes forms as they are being typed. Nothing here is checked: a draft may be as wrong as it likes. */
export const draftRoutes: Routes = (web, app) => {
	web.post<{ Params: { draft: string } }>(
		draftPaths.raising(":draft"),
		async ({ viewer, params, body }, reply) => {
			const place = { differenceId: null, page: raisingPage(params.draft) };
			// Before the first page is passed nothing is kept, and nothing of what was raised or thrown away.
			const { savedAt } = await typedSoFar(app, viewer, place);
			if (savedAt === undefined) return reply.callNotFound();
			return keep(app, viewer, place, body, reply);
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
			return keep(app, viewer, { differenceId: difference, page, isShared }, body, reply);
		},
	);
};

/** Keeps a page as typed, and says what it is to post the next time, or who else wrote in the same question. */
async function keep(
	app: App,
	viewer: Viewer,
	place: Page,
	body: unknown,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const typed = readTyped(body);
	const kept = await keepTyped(app, viewer, place, typed);
	if (!kept) {
		reply.callNotFound();
		return reply;
	}
	reply.header("concord-was", kept.was);
	if (kept.clashes.length === 0) return reply.code(204).send();
	const { savedBy } = await typedSoFar(app, viewer, place);
	// What they wrote there is theirs until the page has put both together.
	if (place.isShared)
		await keepTyped(app, viewer, { ...place, isShared: false }, withoutWas(typed));
	return reply
		.code(409)
		.type("text/plain; charset=utf-8")
		.send(
			`${sayWhoSaved(viewer, savedBy ?? viewer)} changed this too while you were writing. Choose “Save and come back later” to see both.`,
		);
}

const withoutWas = ({ asked, values }: Typed) => ({ asked, values });

/** Whether a step, a move or a change of a clock is asked on a page of that name. */
const isPageOf = ({ steps, moves, clocks }: Protocol, page: string): boolean =>
	Object.hasOwn(steps, page) ||
	moves.some(({ id }) => id === page) ||
	clocks.some(({ id }) => waysToChange.some((how) => changePage(id, how) === page));
