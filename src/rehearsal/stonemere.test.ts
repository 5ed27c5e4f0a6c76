import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { expectsSomething, unmet } from "../domain/story/expectations.ts";
import { projectRoot } from "../project-root.ts";
import { listPosts } from "../store/accounts.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { identifiersIn, partnershipId, stonemereIds } from "./identifiers.ts";
import { harbourVale, playStories, readPeople, stonemere } from "./rehearsal-files.ts";

const people = readPeople(stonemere);
const folders = ["practice-resolution", "conference-challenge"] as const;
const rulesOf = (folder: (typeof folders)[number]) => {
	const { protocol } = readProtocol(
		readFileSync(join(projectRoot, `protocols/rotherham-${folder}/2025.yaml`), "utf8"),
	);
	if (!protocol) throw new Error(`The protocol of ${folder} cannot be read`);
	return { protocol, calendar: calendarNamed(protocol.calendar) };
};
const playOn = (folder: (typeof folders)[number], day: string) => {
	const rules = rulesOf(folder);
	const opening = { day, calendar: rules.calendar };
	return playStories(stonemere, people, rules, opening, { folder, ids: stonemereIds });
};

describe("every difference of Stonemere plays by the rules alone, and stands as its words say", () => {
	test.each([
		["a Tuesday", "2026-11-24"],
		["the Tuesday after Easter", "2026-04-07"],
		["the first day after Christmas", "2026-12-29"],
	])("on %s", async (_, day) => {
		for (const folder of folders) {
			const { protocol } = rulesOf(folder);
			for (const { file, story, played } of await playOn(folder, day)) {
				expect([file, expectsSomething(story)]).toEqual([file, true]);
				expect([file, unmet(story, played, protocol)]).toEqual([file, []]);
				expect([file, JSON.stringify(played.acts)]).toEqual([
					file,
					expect.not.stringMatching(/Example/),
				]);
			}
		}
	});
});

test("there is something at every stage of both protocols", async () => {
	for (const folder of folders) {
		const { protocol } = rulesOf(folder);
		const all = await playOn(folder, "2026-11-24");
		const stages = all.map(({ played }) => played.difference.stage);
		expect(new Set(stages)).toEqual(new Set(protocol.stages.map(({ id }) => id)));
	}
});

describe("the two partnerships of a rehearsal", () => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await testDatabase({ rehearsal: "2026-03-24T10:00" });
	});
	afterAll(() => database.drop());

	test("each has its own clock, letters, people and protocols", async () => {
		const { db } = database;
		const all = await listPartnerships(db);
		expect(all.map(({ pathName, referencePrefix }) => [pathName, referencePrefix])).toEqual([
			["harbour-vale", "HV"],
			["stonemere", "SM"],
		]);
		const inForce = await db
			.selectFrom("protocol_version")
			.where("partnership_id", "=", stonemereIds.partnershipId)
			.select("protocol")
			.orderBy("in_force_from")
			.execute();
		expect(inForce.map(({ protocol }) => protocol)).toEqual([
			"rotherham-practice-resolution",
			"rotherham-conference-challenge",
		]);
		const differences = await db
			.selectFrom("difference")
			.where("partnership_id", "=", stonemereIds.partnershipId)
			.select("reference")
			.execute();
		expect(differences).toHaveLength(25);
		expect(differences.every(({ reference }) => reference.startsWith("SM-"))).toBe(true);
	});

	test("they share one account and nobody: a police officer with a post in each", async () => {
		const { db } = database;
		const posts = await listPosts(db, identifiersIn("").accountId("marcus.aldous"));
		expect(posts.map((post) => post.partnershipId)).toEqual([
			partnershipId,
			stonemereIds.partnershipId,
		]);
		const several = await db
			.selectFrom("person")
			.where("account_id", "is not", null)
			.groupBy("account_id")
			.having(({ fn }) => fn.countAll(), ">", 1)
			.select("account_id")
			.execute();
		expect(several).toHaveLength(1);
		const namesIn = (directory: string) =>
			Object.values(readPeople(directory).agencies).flatMap((agency) =>
				Object.values(agency.people).map(({ name }) => name),
			);
		const shared = namesIn(harbourVale).filter((name) => namesIn(stonemere).includes(name));
		expect(shared).toEqual(["Marcus Aldous"]);
	});
});
