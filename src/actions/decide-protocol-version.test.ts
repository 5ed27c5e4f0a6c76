import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { fiveDays, freshKey, somersetAs } from "../../test/support/partnership.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { statusOfVersion } from "../domain/protocol/version.ts";
import { findVersion, listVersions } from "../store/protocol-versions.ts";
import { approveProtocolVersion, refuseProtocolVersion } from "./decide-protocol-version.ts";
import { editProtocolVersion } from "./edit-protocol-version.ts";
import { makeProtocolVersion } from "./make-protocol-version.ts";
import { proposeProtocolVersion } from "./propose-protocol-version.ts";
import { withdrawProtocolVersion } from "./withdraw-protocol-version.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let ada: Viewer;
let bo: Viewer;
let cy: Viewer;

beforeEach(() => {
	const { administrator, secondAdministrator, thirdAdministrator } = partnership.people;
	[ada, bo, cy] = [administrator, secondAdministrator, thirdAdministrator];
});

const make = (by: Viewer, source = somersetAs("2026-05", fiveDays)) =>
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
	const it = await findVersion(partnership.db, partnership.partnershipId, version);
	if (!it) throw new Error("It is not there");
	return it;
};
const statusOn = async (version: string, today: string) => {
	const all = (await listVersions(partnership.db, partnership.partnershipId)).filter(
		({ protocol }) => protocol === "somerset-rpd",
	);
	const it = all.find(({ id }) => id === version);
	return it && statusOfVersion(it, all, today);
};
const inForceOn = async (day: string) =>
	(await partnership.app.protocols.inForce(partnership.db, partnership.partnershipId, day))
		?.protocol.version;

describe("a version of a protocol", () => {
	test("is made, proposed, approved by a second person, and in force from its day until the next one is", async () => {
		const version = await make(ada);
		expect(await statusOn(version, "2026-03-26")).toBe("draft");
		await propose(version);
		expect(await statusOn(version, "2026-03-26")).toBe("proposed");
		await approve(version);
		expect(await statusOn(version, "2026-04-30")).toBe("coming");
		expect(await statusOn(version, "2026-05-01")).toBe("in-force");
		expect(await inForceOn("2026-04-30")).toBe("2021-04");
		expect(await inForceOn("2026-05-01")).toBe("2026-05");

		const next = await make(ada, somersetAs("2026-06"));
		await propose(next, ada, "2026-06-01");
		await approve(next, bo, "2026-06-01");
		expect(await statusOn(version, "2026-05-31")).toBe("in-force");
		expect(await statusOn(version, "2026-06-01")).toBe("replaced");
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
			source: somersetAs("2026-05", (text) => text.replace("agency A", "Agency 1")),
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
			() => make(businessUnit, somersetAs("2026-07")),
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
		const other = await partnership.another();
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
		const second = await make(ada, somersetAs("2026-06"));
		await propose(second, ada, "2026-03-26");
		await approve(second, bo, "2026-03-26");
		expect(await inForceOn("2026-03-26")).toBe("2026-06");
		expect(await statusOn(first, "2026-03-26")).toBe("replaced");
	});

	test("can be withdrawn before its day and not after, and its name given again", async () => {
		const version = await make(ada);
		await propose(version);
		await approve(version);
		await withdrawProtocolVersion(partnership.app, bo, {
			version,
			reason: "The Executive wants to see it first",
		});
		expect(await statusOn(version, "2026-05-02")).toBe("withdrawn");
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
