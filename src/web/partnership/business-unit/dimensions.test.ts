import { beforeAll, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { officeForAll } from "../../../../test/support/office.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00", make: challengePartnership });
const { read, words: wordsOf } = partnership;

beforeAll(async () => {
	for (const locality of ["north", "south"])
		await toLevel(partnership, await challenge(partnership, { locality }), "reply");
});

test("what the protocol counts by stands in the log, a column each, in words", async () => {
	const words = await wordsOf(partnership.people.businessUnit, "/business-unit/log");
	expect(words).toContain("Where does the person live?");
	expect(words).toContain("Level 2: Reply South In the usual time");
	expect(words).toContain("Level 2: Reply North In the usual time");
});

test("and in its file", async () => {
	const { body } = await read(partnership.people.businessUnit, "/business-unit/log.csv");
	const [head = "", ...rows] = body.split("\r\n");
	expect(head).toContain(",About,Where does the person live?,How urgent is it?,");
	expect(rows.filter((row) => row.includes(",North,In the usual time,"))).toHaveLength(1);
});
