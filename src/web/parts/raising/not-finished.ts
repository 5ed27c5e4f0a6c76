import type { App } from "../../../actions/app.ts";
import { raisingPages } from "../../../actions/raise-difference.ts";
import { childrenAmong } from "../../../domain/difference/same-child.ts";
import { type PeopleShownBy, sayWhom } from "../../../domain/difference/told/whom.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { listPagesBegun } from "../../../store/drafts.ts";
import { typedText } from "../../kit/form.ts";
import { answersSoFar } from "../fields/read-questions.ts";
import { typedSoFar } from "../typed-so-far.ts";
import { whereLeftOff } from "./pages.ts";
import { inputs, offerTitle, raisingBy, raisingPlace } from "./raising.ts";

/** Something that somebody began to raise and has not raised yet. */
export type Unfinished = {
	draft: string;
	/** What they do in it. */
	title: string;
	/** The other agency, as far as it is chosen. */
	agency: string | undefined;
	/** Whom it is about, as far as it is typed; empty for nobody. */
	whom: string;
	/** ISO instant. */
	savedAt: string;
	/** The page on which they go on. */
	goOn: string;
};

/** The drafts of what somebody began to raise, the last saved first. */
export async function listUnfinished(app: App, viewer: Viewer): Promise<string[]> {
	const pages = await listPagesBegun(app.db, viewer.id, raisingPages);
	return pages.map((page) => page.slice(raisingPages.length));
}

/** The same, in words. */
export async function unfinishedFor(
	app: App,
	viewer: Viewer,
	shownBy: PeopleShownBy,
): Promise<Unfinished[]> {
	const drafts = await listUnfinished(app, viewer);
	const raisings = await Promise.all(drafts.map((draft) => raisingBy(app, viewer, { draft })));
	return raisings.flatMap((raising) => {
		const { draft, savedAt, isBegun, offer, agency, protocol, questions, values } = raising;
		const about = childrenAmong(protocol, answersSoFar(protocol, questions, values));
		return draft !== undefined && savedAt !== undefined && isBegun
			? {
					draft,
					title: offerTitle(offer),
					agency: agency?.name,
					whom: sayWhom(about, shownBy),
					savedAt,
					goOn: whereLeftOff(raising),
				}
			: [];
	});
}

/** The draft in which a difference goes on under another protocol, where somebody began it before. */
export async function draftThatContinues(
	app: App,
	viewer: Viewer,
	difference: string,
): Promise<string | undefined> {
	for (const draft of await listUnfinished(app, viewer)) {
		const { values } = await typedSoFar(app, viewer, raisingPlace(draft));
		if (typedText(values, inputs.continues) === difference) return draft;
	}
	return undefined;
}
