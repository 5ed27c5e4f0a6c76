import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { expectsSomething, unmet } from "../domain/story/expectations.ts";
import { projectRoot } from "../project-root.ts";
import { harbourVale, playStories, readPeople } from "./rehearsal-files.ts";

const people = readPeople(harbourVale);
const { protocol } = readProtocol(
	readFileSync(join(projectRoot, "protocols/somerset/2021-04.yaml"), "utf8"),
);
if (!protocol) throw new Error("The rehearsal’s protocol cannot be read");
const calendar = calendarNamed(protocol.calendar);
const playOn = (day: string) =>
	playStories(harbourVale, people, { protocol, calendar }, { day, calendar });

describe("every difference of the rehearsal plays by the rules alone, and stands as its words say", () => {
	test.each([
		["a Tuesday", "2026-11-24"],
		["the Tuesday after Easter", "2026-04-07"],
		["the first day after Christmas", "2026-12-29"],
		["the first day of a year", "2027-01-04"],
	])("on %s", async (_, day) => {
		const differences = await playOn(day);
		expect(differences).toHaveLength(18);
		for (const { file, story, played } of differences) {
			expect([file, expectsSomething(story)]).toEqual([file, true]);
			expect([file, unmet(story, played, protocol)]).toEqual([file, []]);
		}
	});
});

test("nothing in it is left to an example", async () => {
	for (const { file, played } of await playOn("2026-11-24"))
		expect([file, JSON.stringify(played.acts)]).toEqual([
			file,
			expect.not.stringMatching(/Example/),
		]);
});

test("a story that cannot be played says where, and why", async () => {
	const withoutHer = structuredClone(people);
	delete withoutHer.agencies.saltmarsh?.people["zoe.hartnell"];
	await expect(
		playStories(harbourVale, withoutHer, { protocol, calendar }, { day: "2026-11-24", calendar }),
	).rejects.toThrow(/01-just-raised\.yaml:4: act 1.*zoe\.hartnell/);
});
