import { describe, expect, test } from "vitest";
import { sayTo } from "../said.ts";
import { worstOf } from "./finding.ts";
import {
	findingsOfInstallation,
	findingsOfPartnership,
	type InstallationFigures,
	lengthOf,
	type PartnershipFigures,
} from "./running.ts";

const now = Temporal.Instant.from("2026-03-26T10:00:00Z");
const here = now.toZonedDateTimeISO("Europe/London");
const gigabyte = 1024 ** 3;

const installation: InstallationFigures = {
	runs: [
		{ name: "end-sessions", doneAt: "2026-03-26T03:17:00Z", failedAt: null },
		{ name: "sweep", doneAt: "2026-03-26T09:59:30Z", failedAt: null },
	],
	queue: { waiting: 0, oldest: null },
	disk: { free: 40 * gigabyte, size: 100 * gigabyte },
	clockWentBack: false,
};

const partnership: PartnershipFigures = {
	mail: { waiting: 0, oldestWaiting: null, accepted: 12, failed: 0, cameBack: 0, undealt: 0 },
	forms: { waiting: 0, oldest: null, oldestWorkingDays: 0 },
	late: { limits: 0, differences: 0 },
	calendar: { knownTo: "2028-12-31", version: "2028.1", askedAt: null, doubted: false },
};

const installed = (differs: Partial<InstallationFigures>) =>
	findingsOfInstallation({ ...installation, ...differs }, now);
const stateOf = (findings: ReturnType<typeof installed>, check: string) =>
	findings.find((each) => each.check === check)?.state;

test("an installation and a partnership of which nothing is amiss are well", () => {
	expect(worstOf([...installed({}), ...findingsOfPartnership(partnership, here)])).toBe("well");
});

describe("limits", () => {
	test.each([
		["a sweep of a minute ago", { runs: [sweptAt("09:59:00")] }, "reminders", "well"],
		["a sweep of six minutes ago", { runs: [sweptAt("09:54:00")] }, "reminders", "broken"],
		["no sweep yet", { runs: [] }, "reminders", "look"],
		[
			"work that has waited for eleven minutes",
			{ queue: { waiting: 3, oldest: 660 } },
			"queue",
			"look",
		],
		[
			"work that has waited for two hours",
			{ queue: { waiting: 3, oldest: 7200 } },
			"queue",
			"broken",
		],
		["one gigabyte left", { disk: { free: gigabyte, size: 100 * gigabyte } }, "disk", "look"],
		["100 MB left", { disk: { free: gigabyte / 10, size: gigabyte } }, "disk", "broken"],
		["a clock that went back", { clockWentBack: true }, "clock", "broken"],
		["a backup of this night", { lastBackup: "2026-03-26T02:00:00Z" }, "backup", "well"],
		["a backup of the night before", { lastBackup: "2026-03-25T02:00:00Z" }, "backup", "look"],
		["a backup of two days ago", { lastBackup: "2026-03-24T10:00:00Z" }, "backup", "look"],
		["a backup of 49 hours ago", { lastBackup: "2026-03-24T09:00:00Z" }, "backup", "broken"],
		["no backup", { lastBackup: null }, "backup", "broken"],
	] as const)("%s", (_, differs, check, state) => {
		expect(stateOf(installed(differs), check)).toBe(state);
	});

	test("a backup that failed after the last good one is told with what was wrong", () => {
		const found = installed({
			lastBackup: "2026-03-26T02:00:00Z",
			backupWrong: "/mnt/backups is not there. Make it, or mount it.",
		});
		expect(found.find(({ check }) => check === "backup")).toMatchObject({
			state: "look",
			says: expect.stringContaining("failed: /mnt/backups is not there."),
			fix: expect.stringContaining("Mend that"),
		});
	});

	test("a nightly job that failed after it was last done is named", () => {
		const failed = {
			name: "end-sessions",
			doneAt: "2026-03-25T03:17:00Z",
			failedAt: "2026-03-26T03:17:00Z",
		};
		const found = installed({ runs: [failed, sweptAt("09:59:30")] });
		expect(found.find(({ check }) => check === "nightly-jobs")).toMatchObject({
			state: "look",
			says: "Did not end well when it last should have: end-sessions.",
		});
	});

	test.each([
		[
			"mail that waits for two hours",
			{ mail: { ...partnership.mail, waiting: 1, oldestWaiting: "2026-03-26T08:00:00Z" } },
			"mail",
			"look",
		],
		[
			"mail that did not arrive and nobody dealt with",
			{ mail: { ...partnership.mail, undealt: 1 } },
			"mail",
			"look",
		],
		[
			"a form of this morning",
			{ forms: { waiting: 1, oldest: "2026-03-26T08:00:00Z", oldestWorkingDays: 0 } },
			"forms",
			"well",
		],
		[
			"a form of two working days ago",
			{ forms: { waiting: 1, oldest: "2026-03-24T08:00:00Z", oldestWorkingDays: 2 } },
			"forms",
			"look",
		],
		[
			"limits that are past, which people see to",
			{ late: { limits: 4, differences: 3 } },
			"late",
			"told",
		],
		[
			"bank holidays that are known for half a year",
			{ calendar: { ...partnership.calendar, knownTo: "2026-10-01" } },
			"bank-holidays",
			"look",
		],
		[
			"bank holidays that are known for a month",
			{ calendar: { ...partnership.calendar, knownTo: "2026-04-30" } },
			"bank-holidays",
			"broken",
		],
	] as const)("%s", (_, differs, check, state) => {
		expect(stateOf(findingsOfPartnership({ ...partnership, ...differs }, here), check)).toBe(state);
	});
});

test.each([
	[0, "less than a minute"],
	[60, "1 minute"],
	[3600, "60 minutes"],
	[7200, "2 hours"],
	[3 * 86_400, "3 days"],
])("%i seconds are “%s”", (seconds, said) => {
	expect(sayTo({})`${lengthOf(seconds)}`).toBe(said);
});

function sweptAt(time: string) {
	return { name: "sweep", doneAt: `2026-03-26T${time}Z`, failedAt: null };
}
