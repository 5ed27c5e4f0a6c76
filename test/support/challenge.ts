import { everyConstructText, handedOverText } from "../../protocols/every-construct.fixture.ts";
import { raiseDifference } from "../../src/actions/raise-difference.ts";
import type { Answers } from "../../src/domain/protocol/answers.ts";
import type { Db } from "../../src/store/db.ts";
import { doStep, freshKey, said, type TestPartnership, testPartnership } from "./partnership.ts";

/** A partnership whose two protocols say what Somerset's does not: see protocols/every-construct.fixture.ts. */
export const challengePartnership = (db: Db, number = 1): Promise<TestPartnership> =>
	testPartnership(db, number, [everyConstructText, handedOverText]);

/** The teacher challenges a decision of children's social care, in the usual way. */
export const challenge = (
	{ app, people, agencies }: TestPartnership,
	answers: Answers = {},
	receivingAgency: string = agencies.socialCare,
): Promise<string> =>
	raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "combe-challenge",
		receivingAgency,
		answers: {
			"decided-on": "2026-03-25",
			adults: [{ name: "Canary Person", dateOfBirth: "", identifier: "" }],
			urgency: "standard",
			locality: "north",
			issue: said("issue"),
			wanted: ["review"],
			...answers,
		},
		urgentContacts: [],
	});

/** Takes a challenge as far as the step that is then open. */
export async function toLevel(
	partnership: TestPartnership,
	difference: string,
	until: "reply" | "meet" | "decide" | "letter",
): Promise<void> {
	const { people, agencies } = partnership;
	await doStep(partnership, difference, people.teacher, "talk.talk", "not-settled", {
		"consulted-raising-manager": { id: people.headteacher.id },
		said: said("talk"),
	});
	if (until === "reply") return;
	await doStep(partnership, difference, people.teamManager, "reply.reply", "replied", {
		answer: said("reply"),
	});
	if (until === "meet") return;
	await doStep(partnership, difference, people.businessUnit, "meeting.meet", "not-held", {
		"why-not": said("why not held"),
	});
	if (until === "decide") return;
	const member = (name: string, agency: string, as = "") => ({
		who: { name },
		agency,
		as,
		interest: "",
	});
	await doStep(partnership, difference, people.businessUnit, "panel.decide", "decided", {
		"panel-members": [
			member("Pat Lee", agencies.police, "police"),
			member("Robin Day", "Independent", "independent chair"),
			member("Sam Orr", "Northside Trust"),
		],
		decision: said("decision"),
	});
}
