import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { putInForce, raiseByTeacher, somersetAs } from "../../test/support/partnership.ts";
import { findDifference } from "./differences.ts";

const partnership = officeForAll();

test("two protocols are in force side by side, each with its own versions", async () => {
	const { app, db, partnershipId, people } = partnership;
	partnership.at("2026-04-01T10:00");
	const other = somersetAs("2026-01").replace(
		"protocol: somerset-rpd",
		"protocol: conference-challenge",
	);
	const version = await putInForce(partnership, other);
	const inForce = async (day: string) =>
		(await app.protocols.listInForce(db, partnershipId, day)).map(
			({ protocol }) => `${protocol.id} ${protocol.version}`,
		);
	expect(await inForce("2026-03-31")).toEqual(["somerset-rpd 2021-04"]);
	expect(await inForce("2026-04-01")).toEqual([
		"somerset-rpd 2021-04",
		"conference-challenge 2026-01",
	]);
	const theOther = await app.protocols.inForce(
		db,
		partnershipId,
		"2026-04-01",
		"conference-challenge",
	);
	expect(theOther?.id).toBe(version);

	const raised = await raiseByTeacher(partnership, "conference-challenge");
	const usual = await raiseByTeacher(partnership);
	const versionOf = async (id: string) => (await findDifference(db, id, people.teacher))?.versionId;
	expect(await versionOf(raised)).toBe(version);
	expect(await versionOf(usual)).not.toBe(version);
});
