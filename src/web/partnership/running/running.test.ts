import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raiseByTeacher, referenceOf } from "../../../../test/support/partnership.ts";
import { faultsIn } from "../../../../test/support/visitor.ts";
import { saveJobRun } from "../../../store/running.ts";
import { runningPath } from "../../addresses.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const minuteAgo = "2026-03-26T09:59:00Z";

test("the administrator reads how all of it runs, and no count, reference or name of a difference", async () => {
	const id = await raiseByTeacher(partnership);
	await saveJobRun(partnership.db, "sweep", "done", minuteAgo);
	const { administrator } = partnership.people;
	const { body } = await partnership.read(administrator, runningPath);
	const words = await partnership.words(administrator, runningPath);
	expect(words).toContain("Everything that Concord can see of itself is well");
	expect(words).toContain("Concord last looked at what time has brought about 1 minute ago");
	expect(words).toContain("No work is waiting");
	expect(words).toContain("They are known to 31 December 2028");
	expect(words).not.toContain("Forms to acknowledge");
	expect(words).not.toContain("Past a time limit");
	expect(body).not.toContain(await referenceOf(partnership, id));
	expect(body).not.toContain("Canary");
	expect(await faultsIn(body)).toEqual([]);
});

test("what stopped is said first, and at its place with what to do", async () => {
	await saveJobRun(partnership.db, "sweep", "done", "2026-03-26T09:00:00Z");
	const words = await partnership.words(partnership.people.administrator, runningPath);
	expect(words).toContain("Something below does not work");
	expect(words).toContain("60 minutes ago. Nobody is reminded until it does");
	await saveJobRun(partnership.db, "sweep", "done", minuteAgo);
});

test("the Business Unit reads what concerns its work, and nothing of the machine", async () => {
	const words = await partnership.words(partnership.people.businessUnit, runningPath);
	expect(words).toContain("Forms to acknowledge");
	expect(words).toContain("Reminders and time limits");
	expect(words).not.toContain("Work waiting to be done");
});

test("for anybody else there is no such page", async () => {
	for (const person of [partnership.people.teacher, partnership.people.executive])
		expect((await partnership.read(person, runningPath)).statusCode).toBe(404);
});
