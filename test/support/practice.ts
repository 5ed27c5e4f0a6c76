/** A partnership that runs Rotherham’s practice resolution, which says nothing of reports and asks the office for no lesson. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { raiseDifference } from "../../src/actions/raise-difference.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import type { Answers } from "../../src/domain/protocol/answers.ts";
import { projectRoot } from "../../src/project-root.ts";
import type { Db } from "../../src/store/db.ts";
import { doStep, freshKey, said, type TestPartnership, testPartnership } from "./partnership.ts";

const practiceSource = readFileSync(
	join(projectRoot, "protocols/rotherham-practice-resolution/2025.yaml"),
	"utf8",
);

export const practicePartnership = (db: Db, number = 1): Promise<TestPartnership> =>
	testPartnership(db, number, [practiceSource]);

/** The teacher raises a practice issue with children's social care. */
export const raisePractice = ({ app, people, agencies }: TestPartnership): Promise<string> =>
	raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "rotherham-practice-resolution",
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["contacts"],
			children: [{ name: "Canary Child", dateOfBirth: "2018-05-14", identifier: "CANARY-1" }],
			issue: said("issue"),
			"outcome-wanted": said("outcome wanted"),
		},
		urgentContacts: [],
	});

/** The same, taken up by the teacher after a word with their manager. */
async function takenUp(partnership: TestPartnership): Promise<string> {
	const { teacher, headteacher } = partnership.people;
	const id = await raisePractice(partnership);
	await doStep(partnership, id, teacher, "clarify.clarify", "take-it-up", {
		"consulted-raising-manager": { id: headteacher.id },
		"talked-at": "2026-03-27T09:00",
		"view-of-manager": said("view"),
	});
	return id;
}

/**
 * A practice issue that practitioners settled, so that the office is told nothing of it.
 *
 * @param learning what they say was learned
 */
export async function settledBetweenPractitioners(
	partnership: TestPartnership,
	learning: string,
): Promise<string> {
	const { teacher, headteacher } = partnership.people;
	const id = await takenUp(partnership);
	await doStep(partnership, id, teacher, "stage-1.talk", "resolved", {
		"talked-at": "2026-03-27T09:00",
		"agreed-outcome": said("agreed"),
		learning,
	});
	return id;
}

const there = ({ id, agencyId }: Viewer, as: string) => ({
	who: { id },
	agency: agencyId,
	as,
	interest: "",
});

/** A practice issue that the directors settled with the office, which says what was learned. */
export async function settledByDirectors(
	partnership: TestPartnership,
	learning: string,
): Promise<string> {
	const { teacher, headteacher, director, teamManager, businessUnit } = partnership.people;
	const id = await takenUp(partnership);
	const put: Answers = {
		issue: said("issue"),
		"outcome-wanted": said("outcome wanted"),
		"tried-so-far": said("tried"),
	};
	const unresolved = { "why-not-resolved": said("why not resolved") };
	await doStep(partnership, id, teacher, "stage-1.talk", "not-resolved", {
		"talked-at": "2026-03-27T09:00",
		...unresolved,
	});
	await doStep(partnership, id, headteacher, "stage-2.put", "put", put);
	await doStep(partnership, id, teamManager, "stage-2.answer", "answered", {
		answer: said("answer"),
	});
	await doStep(partnership, id, headteacher, "stage-2.weigh", "not-resolved", unresolved);
	await doStep(partnership, id, headteacher, "stage-3.put", "put", put);
	await doStep(partnership, id, director, "stage-3.answer", "answered", {
		answer: said("answer"),
	});
	await doStep(partnership, id, headteacher, "stage-3.weigh", "exceptional", {
		...unresolved,
		"exceptional-reason": said("exceptional"),
	});
	await doStep(partnership, id, businessUnit, "stage-4.directors", "resolved", {
		"met-at": "2026-03-27T09:00",
		attended: [
			there(headteacher, "raising director"),
			there(director, "receiving director"),
			there(businessUnit, "business-unit"),
		],
		"what-was-settled": said("settled"),
		"agreed-outcome": said("agreed"),
		learning,
	});
	return id;
}
