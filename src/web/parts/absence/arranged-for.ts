import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { areColleagues, mayArrangeFor, mayStandIn } from "../../../domain/people/absence.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { listAbsences, listDeputies } from "../../../store/absences.ts";
import { listDirectory } from "../../../store/people.ts";
import type { Arranged } from "./absence-section.tsx";

/** What is arranged for a person's absence; undefined when there is no such person, or it is not for the viewer. */
export async function arrangedFor(
	app: App,
	viewer: Viewer,
	personId: string,
): Promise<Arranged | undefined> {
	const directory = await listDirectory(app.db, viewer.partnershipId);
	const person = directory.find(({ id }) => id === personId);
	if (!person || !mayArrangeFor(viewer, person)) return undefined;
	const deputies = await listDeputies(app.db, personId);
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	return {
		person,
		absences: await listAbsences(app.db, personId, now.toPlainDate().toString()),
		// Whoever was chosen before can be taken out again.
		colleagues: directory.filter((each) => mayStandIn(each, person) || deputies.includes(each.id)),
		deputies,
		leftOut: directory.some((each) => areColleagues(each, person) && !mayStandIn(each, person)),
	};
}
