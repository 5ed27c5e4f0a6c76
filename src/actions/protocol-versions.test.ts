import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import {
	freshKey,
	raiseByTeacher,
	somersetSource,
	type TestPartnership,
	testPartnership,
} from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { statusOfVersion } from "../domain/protocol/version.ts";
import { findDifference } from "../store/differences.ts";
import { findVersion, listVersions } from "../store/protocol-versions.ts";
import { approveProtocolVersion, refuseProtocolVersion } from "./decide-protocol-version.ts";
import { editProtocolVersion } from "./edit-protocol-version.ts";
import { makeProtocolVersion } from "./make-protocol-version.ts";
import { proposeProtocolVersion } from "./propose-protocol-version.ts";
import { raiseDifference } from "./raise-difference.ts";
import { withdrawProtocolVersion } from "./withdraw-protocol-version.ts";

let database: TestDatabase;
let partnership: TestPartnership;
let ada: Viewer;
let bo: Viewer;
let cy: Viewer;
let number = 0;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
	partnership = await testPartnership(database.db, ++number);
	const { administrator, secondAdministrator, thirdAdministrator } = partnership.people;
	[ada, bo, cy] = [administrator, secondAdministrator, thirdAdministrator];
	partnership.at("2026-03-26T10:00");
});

/** Somerset’s text as another version of it. */
const named = (version: string, change = (text: string) => text) =>
	change(somersetSource.replace('version: "2021-04"', `version: "${version}"`));
const fiveDays = (text: string) =>
	text.replace("within: 10 working days", "within: 5 working days");

const make = (by: Viewer, source = named("2026-05", fiveDays)) =>
	makeProtocolVersion(partnership.app, by, {
		key: freshKey(),
		source,
		note: "The review asked for it",
	});
const propose = (version: string, by = ada, inForceFrom = "2026-05-01") =>
	proposeProtocolVersion(partnership.app, by, {
		version,
		revision: 1,
		inForceFrom,
		note: "As agreed on 20 March",
	});
const approve = (version: string, by = bo, inForceFrom = "2026-05-01") =>
	approveProtocolVersion(partnership.app, by, {
		version,
		inForceFrom,
		note: "",
	});
const found = async (version: string) => {
	const it = await findVersion(database.db, partnership.partnershipId, version);
	if (!it) throw new Error("It is not there");
	return it;
};
const standing = async (version: string, today: string) => {
	const all = (await listVersions(database.db, partnership.partnershipId)).filter(
		({ protocol }) => protocol === "somerset-rpd",
	);
	const it = all.find(({ id }) => id === version);
	return it && statusOfVersion(it, all, today);
};
const inForceOn = async (day: string) =>
	(await partnership.app.protocols.inForce(database.db, partnership.partnershipId, day))?.protocol
		.version;

describe("a version of a protocol", () => {
	test("is made, proposed, approved by a second person, and in force from its day until the next one is", async () => {
		const version = await make(ada);
		expect(await standing(version, "2026-03-26")).toBe("draft");
		await propose(version);
		expect(await standing(version, "2026-03-26")).toBe("proposed");
		await approve(version);
		expect(await standing(version, "2026-04-30")).toBe("coming");
		expect(await standing(version, "2026-05-01")).toBe("in-force");
		expect(await inForceOn("2026-04-30")).toBe("2021-04");
		expect(await inForceOn("2026-05-01")).toBe("2026-05");

		const next = await make(ada, named("2026-06"));
		await propose(next, ada, "2026-06-01");
		await approve(next, bo, "2026-06-01");
		expect(await standing(version, "2026-05-31")).toBe("in-force");
		expect(await standing(version, "2026-06-01")).toBe("replaced");
		expect(
			(await found(version)).history.map(({ type, by, note, inForceFrom }) => [
				type,
				by,
				note,
				inForceFrom,
			]),
		).toEqual([
			["made", ada.id, "The review asked for it", undefined],
			["proposed", ada.id, "As agreed on 20 March", "2026-05-01"],
			["approved", bo.id, "", "2026-05-01"],
		]);
	});

	test("is not approved by who made, edited or proposed it", async () => {
		const version = await make(ada);
		await editProtocolVersion(partnership.app, bo, {
			version,
			revision: 1,
			source: named("2026-05", (text) => text.replace("agency A", "Agency 1")),
		});
		await proposeProtocolVersion(partnership.app, ada, {
			version,
			revision: 2,
			inForceFrom: "2026-05-01",
			note: "",
		});
		await expect(approve(version, ada)).rejects.toMatchObject({
			code: "not-your-own",
		});
		await expect(approve(version, bo)).rejects.toMatchObject({
			code: "not-your-own",
		});
		await expect(
			refuseProtocolVersion(partnership.app, bo, { version, reason: "No" }),
		).rejects.toMatchObject({ code: "not-your-own" });
		await approve(version, cy);
		expect((await found(version)).state).toBe("approved");
	});

	test("is the work of administrators: the Business Unit makes, proposes and approves none", async () => {
		const { businessUnit } = partnership.people;
		const version = await make(ada);
		const theirs = [
			() => make(businessUnit, named("2026-07")),
			() => propose(version, businessUnit),
			() => approve(version, businessUnit),
			() =>
				withdrawProtocolVersion(partnership.app, businessUnit, {
					version,
					reason: "No",
				}),
		];
		for (const act of theirs)
			await expect((async () => act())()).rejects.toMatchObject({
				code: "not-yours",
			});
	});

	test("of another partnership is none", async () => {
		const version = await make(ada);
		const other = await testPartnership(database.db, ++number);
		expect(
			await proposeProtocolVersion(other.app, other.people.administrator, {
				version,
				revision: 1,
				inForceFrom: "2026-05-01",
				note: "",
			}),
		).toBeUndefined();
	});

	test("comes into force today or later, never on a day that has passed, and not before it is approved", async () => {
		const version = await make(ada);
		await expect(propose(version, ada, "2026-03-25")).rejects.toMatchObject({
			code: "day-has-passed",
		});
		await expect(approve(version)).rejects.toMatchObject({
			code: "not-proposed",
		});
		await propose(version, ada, "2026-03-26");
		await expect(approve(version, bo, "2026-03-25")).rejects.toMatchObject({
			code: "day-has-passed",
		});
		await approve(version, bo, "2026-03-26");
		expect(await inForceOn("2026-03-26")).toBe("2026-05");
		expect(await inForceOn("2026-03-25")).toBe("2021-04");
	});

	test("that was approved later replaces another of the same day", async () => {
		const first = await make(ada);
		await propose(first, ada, "2026-03-26");
		await approve(first, bo, "2026-03-26");
		partnership.at("2026-03-26T15:00");
		const second = await make(ada, named("2026-06"));
		await propose(second, ada, "2026-03-26");
		await approve(second, bo, "2026-03-26");
		expect(await inForceOn("2026-03-26")).toBe("2026-06");
		expect(await standing(first, "2026-03-26")).toBe("replaced");
	});

	test("can be withdrawn before its day and not after, and its name given again", async () => {
		const version = await make(ada);
		await propose(version);
		await approve(version);
		await withdrawProtocolVersion(partnership.app, bo, {
			version,
			reason: "The Executive wants to see it first",
		});
		expect(await standing(version, "2026-05-02")).toBe("withdrawn");
		expect(await inForceOn("2026-05-02")).toBe("2021-04");

		const again = await make(ada);
		await propose(again, ada, "2026-03-26");
		await approve(again, bo, "2026-03-26");
		await expect(
			withdrawProtocolVersion(partnership.app, bo, {
				version: again,
				reason: "Too late",
			}),
		).rejects.toMatchObject({ code: "in-force" });
	});

	test("that was refused says why, is never in force, and frees its name", async () => {
		const version = await make(ada);
		await propose(version);
		await refuseProtocolVersion(partnership.app, bo, {
			version,
			reason: "Five days are too few",
		});
		expect((await found(version)).history.at(-1)).toMatchObject({
			type: "refused",
			note: "Five days are too few",
		});
		await expect(approve(version)).rejects.toMatchObject({
			code: "not-proposed",
		});
		expect(await make(ada)).not.toBe(version);
	});
});

describe("the text of a version", () => {
	test("changes while it is a draft, and never after", async () => {
		const version = await make(ada);
		const edit = (revision: number, by = ada) =>
			editProtocolVersion(partnership.app, by, {
				version,
				revision,
				source: named("2026-05b"),
			});
		await edit(1);
		expect(await found(version)).toMatchObject({
			version: "2026-05b",
			revision: 2,
			source: named("2026-05b"),
		});
		await proposeProtocolVersion(partnership.app, ada, {
			version,
			revision: 2,
			inForceFrom: "2026-05-01",
			note: "",
		});
		await expect(edit(2)).rejects.toMatchObject({ code: "not-a-draft" });
		await expect(
			sql`update protocol_version set source = 'x' where id = ${version}`.execute(database.db),
		).rejects.toThrow(/never changes/);
		await expect(
			sql`update protocol_version set state = 'draft' where id = ${version}`.execute(database.db),
		).rejects.toThrow(/never changes/);
		await expect(
			sql`delete from protocol_version where id = ${version}`.execute(database.db),
		).rejects.toThrow(/never changes/);
		await expect(sql`update protocol_history set note = 'x'`.execute(database.db)).rejects.toThrow(
			/only ever added/,
		);
	});

	test("of which differences exist does not change, whatever is tried", async () => {
		await raiseByTeacher(partnership);
		for (const state of ["draft", "proposed", "withdrawn"])
			await expect(
				sql`update protocol_version set state = ${state}, in_force_from = null, approved_at = null where id in (select protocol_version_id from difference)`.execute(
					database.db,
				),
				state,
			).rejects.toThrow(/never changes/);
		await expect(
			sql`update protocol_version set source = 'x' where partnership_id = ${partnership.partnershipId}`.execute(
				database.db,
			),
		).rejects.toThrow(/never changes/);
	});

	test("that two edit at once keeps the first, and the second is told", async () => {
		const version = await make(ada);
		const edit = (by: Viewer, what: string) =>
			editProtocolVersion(partnership.app, by, {
				version,
				revision: 1,
				source: named("2026-05", (text) => text.replace("agency A", what)),
			});
		await edit(ada, "the school");
		await expect(edit(bo, "the nursery")).rejects.toMatchObject({
			code: "changed-meanwhile",
		});
		expect((await found(version)).source).toContain("raising: the school");
		// The same form sent twice has not been overtaken by itself.
		await edit(ada, "the school");
	});

	test("is proposed as it was read, or not at all", async () => {
		const version = await make(ada);
		await editProtocolVersion(partnership.app, bo, {
			version,
			revision: 1,
			source: named("2026-05"),
		});
		await expect(propose(version)).rejects.toMatchObject({
			code: "changed-meanwhile",
		});
	});

	test("with a fault is not kept", async () => {
		const count = async () => (await listVersions(database.db, partnership.partnershipId)).length;
		const before = await count();
		const wrong = named("2026-05", (text) => text.replace("then: reply", "then: replay"));
		await expect((async () => make(ada, wrong))()).rejects.toMatchObject({
			code: "wrong-protocol",
			message: expect.stringMatching(/Line \d+: .*replay/),
		});
		expect(await count()).toBe(before);
	});

	test("bears a name of its own, and stays of its protocol", async () => {
		await expect(make(ada, somersetSource)).rejects.toMatchObject({
			code: "name-taken",
		});
		const version = await make(ada);
		await expect(
			editProtocolVersion(partnership.app, ada, {
				version,
				revision: 1,
				source: named("2026-05").replace("protocol: somerset-rpd", "protocol: another"),
			}),
		).rejects.toMatchObject({ code: "other-protocol" });
	});

	test("sent twice makes one version", async () => {
		const given = { key: freshKey(), source: named("2026-05"), note: "" };
		const [one, two] = await Promise.all([
			makeProtocolVersion(partnership.app, ada, given),
			makeProtocolVersion(partnership.app, ada, given),
		]);
		expect(one).toBe(two);
		await expect(makeProtocolVersion(partnership.app, bo, given)).rejects.toMatchObject({
			code: "key-taken",
		});
	});
});

test("two protocols are in force side by side, each with its own versions", async () => {
	const other = named("2026-01").replace(
		"protocol: somerset-rpd",
		"protocol: conference-challenge",
	);
	const version = await make(ada, other);
	await propose(version, ada, "2026-04-01");
	await approve(version, bo, "2026-04-01");
	const inForce = async (day: string) =>
		(await partnership.app.protocols.listInForce(database.db, partnership.partnershipId, day)).map(
			({ protocol }) => `${protocol.id} ${protocol.version}`,
		);
	expect(await inForce("2026-03-31")).toEqual(["somerset-rpd 2021-04"]);
	expect(await inForce("2026-04-01")).toEqual([
		"somerset-rpd 2021-04",
		"conference-challenge 2026-01",
	]);
	const theOther = await partnership.app.protocols.inForce(
		database.db,
		partnership.partnershipId,
		"2026-04-01",
		"conference-challenge",
	);
	expect(theOther?.id).toBe(version);

	partnership.at("2026-04-01T10:00");
	const { app, people, agencies } = partnership;
	const raised = await raiseDifference(app, people.teacher, {
		key: freshKey(),
		protocol: "conference-challenge",
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			children: [{ name: "A child", dateOfBirth: "", identifier: "" }],
			issue: "The issue",
			"outcome-wanted": "The outcome",
		},
		urgentContacts: [],
	});
	const usual = await raiseByTeacher(partnership);
	const versionOf = async (id: string) =>
		(await findDifference(database.db, id, people.teacher))?.versionId;
	expect(await versionOf(raised)).toBe(version);
	expect(await versionOf(usual)).not.toBe(version);
});
