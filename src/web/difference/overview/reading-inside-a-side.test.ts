import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { doStep, freshKey, testPartnership } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { raiseDifference } from "../../../actions/raise-difference.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { searchDifferences } from "../../../store/search.ts";

const text = readFileSync(
	new URL("../../../../test/language/not-read-by.yaml", import.meta.url),
	"utf8",
);

const partnership = officeForAll({
	at: "2026-03-23T10:00",
	make: (db, number) => testPartnership(db, number, [text]),
});
let id: string;
let page: string;

/** Raised, answered by the social worker, and sent on at a stage that practitioners of the other agency do not read. */
beforeAll(async () => {
	const { app, people, agencies } = partnership;
	id = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		receivingAgency: agencies.socialCare,
		answers: { issue: "The plan is late", other: { id: people.socialWorker.id } },
		urgentContacts: [],
	});
	await doStep(partnership, id, people.socialWorker, "talk.answer", "not-resolved", {
		answer: "It is not late",
	});
	await doStep(partnership, id, people.headteacher, "managers.write", "done", {
		why: "They do not agree on the day",
	});
	await doStep(partnership, id, people.headteacher, "formal.forward", "done");
	page = `/differences/${id}`;
});

test("whoever a stage is kept from is told that it went on there, that their managers deal with it, and no more", async () => {
	const { people } = partnership;
	const { body } = await partnership.read(people.socialWorker, page);
	const words = await partnership.words(people.socialWorker, page);
	expect(words).toContain("Your managers deal with it now");
	expect(words).toContain(
		"It went on to Stage 3: Formal. Your managers deal with it, and what happens there is for them to read. You will get a message when it is your turn, and when it ends.",
	);
	expect(words).toContain("It is not late");
	expect(words).not.toContain("They do not agree on the day");
	expect(words).not.toMatch(/respond/i);
	expect(await faultsIn(body)).toEqual([]);
});

test("their manager reads it all there, and the page of its step tells nothing to whom it is kept from", async () => {
	const { people } = partnership;
	const words = await partnership.words(people.teamManager, page);
	expect(words).toContain("Your turn: respond");
	expect(words).toContain("They do not agree on the day");
	const step = `${page}/steps/formal.respond`;
	expect((await partnership.read(people.teamManager, step)).statusCode).toBe(200);
	expect((await partnership.read(people.socialWorker, step)).statusCode).toBe(409);
	expect(await partnership.words(people.socialWorker, step)).not.toContain("They do not agree");
});

test("whoever a stage is kept from does not find it by somebody who acted only there; their managers do", async () => {
	const { db, people } = partnership;
	await doStep(partnership, id, people.teamManager, "formal.respond", "not-agreed", {
		response: "It stays as it is",
	});
	const find = async (viewer: Viewer, anything: string) =>
		(await searchDifferences(db, viewer, { anything, sort: "due", page: 1, pageSize: 5 })).total;
	expect(await find(people.socialWorker, people.teacher.name)).toBe(1);
	expect(await find(people.socialWorker, people.teamManager.name)).toBe(0);
	for (const reader of [people.teamManager, people.director, people.headteacher])
		expect(await find(reader, people.teamManager.name)).toBe(1);
});
