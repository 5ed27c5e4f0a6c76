import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import type { TestPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../reader.fixture.ts";
import { serverFor } from "../step/visitor.fixture.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let server: ReturnType<typeof serverFor>;
let id: string;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	await database.drop();
});
let partnerships = 0;
beforeEach(async () => {
	partnerships += 1;
	partnership = await challengePartnership(database.db, partnerships);
	partnership.at("2026-03-26T10:00");
	server = serverFor(partnership.app);
	id = await challenge(partnership);
	await toLevel(partnership, id, "reply");
	return () => server.close();
});

const open = async (who: "businessUnit" | "headteacher", move: string) => {
	const visitor = await server.visitor(partnership.people[who]);
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
		"It goes to Level 3: Meeting. “Reply to the challenge” is no longer needed. If you do this now, “Hold the resolution meeting” is due by Thursday 2 April 2026 (5 working days).",
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
	const done = await visitor.send(page, {
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
