import type { FastifyReply } from "fastify";
import type { App } from "../../actions/app.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { withoutMarks } from "../../language/marks.ts";
import { say } from "../kit/say.tsx";
import { readTyped, type Typed } from "./fields/typed.ts";
import { keepTyped, type Page, sayWhoSaved, typedSoFar } from "./typed-so-far.ts";

/** Keeps a page as typed, and says what it is to post the next time, or who else wrote in the same question. */
export async function keepAsTyped(
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
			withoutMarks(
				say`${sayWhoSaved(viewer, savedBy ?? viewer)} changed this too while you were writing. Choose “Save and come back later” to see both.`,
			),
		);
}

const withoutWas = ({ asked, values }: Typed) => ({ asked, values });
