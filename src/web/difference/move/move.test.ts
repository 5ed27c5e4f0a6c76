import { beforeEach, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00", make: challengePartnership });
let id: string;

beforeEach(async () => {
	id = await challenge(partnership);
	await toLevel(partnership, id, "reply");
});

const open = async (who: "businessUnit" | "headteacher", move: string) => {
	const visitor = await partnership.visitor(partnership.people[who]);
	return {
		visitor,
		page: await visitor.open(`/differences/${id}/moves/${move}`),
	};
};

test("a move that can lead to several places says where each leads and by when, and asks which", async () => {
	const { visitor, page } = await open("headteacher", "go-higher");
	expect(page.words).toContain("When the level that it is at cannot settle it.");
	expect(page.words).toContain("Whom did you consult: Combe Children’s Social Care’s manager?");
	expect(page.words).toContain("Where should it go?");
	expect(page.words).toContain(
		"It goes to Level 3: Meeting. “Reply to the challenge” is no longer needed. If you do this now, “Hold the resolution meeting” is due by Thursday 2 April 2026 (5 working days, in its own words “within a week”).",
	);
	expect(await faultsIn(page.body)).toEqual([]);

	const entered = {
		"consulted-receiving-manager": partnership.people.teamManager.id,
		"higher-because": "They do not answer",
	};
	const none = await visitor.send(page, entered);
	expect(none.status).toBe(422);
	expect(none.body).toContain('href="#act.ending"');
	const why = await visitor.send(page, { ...entered, "act.ending": "panel" });
	expect(why.body).toContain('href="#panel-because"');
	expect(why.form["higher-because"]).toEqual(["They do not answer"]);
	const done = await visitor.sendAndConfirm(page, {
		...entered,
		"act.ending": "panel",
		"panel-because": "It is urgent",
	});
	expect(done.words).toContain("chose “Take it higher: Straight to the panel”");
	expect(done.words).toContain("It is urgent");
	expect(done.words).toContain("It went to Level 4: Panel");
});

test("what stands beside the stages takes nobody’s work away", async () => {
	const { visitor, page } = await open("businessUnit", "mediate");
	expect(page.words).toContain("When talking with somebody neutral may help.");
	expect(page.words).not.toContain("no longer needed");
	const done = await visitor.send(page);
	expect(done.words).toContain("reply to the challenge");
	expect(done.words).toContain("Offer mediation");
});

test("how the protocol’s own text says a time stands beside the date, wherever its rule is said", async () => {
	const { visitor, page } = await open("headteacher", "go-higher");
	const done = await visitor.send(page, {
		"consulted-receiving-manager": partnership.people.teamManager.id,
		"higher-because": "They do not answer",
		"act.ending": "meeting",
	});
	expect(done.words).toContain(
		"Rule 5 working days after Thursday 26 March 2026. Due by the end of that day. In the protocol’s own words within a week",
	);
});
