import { expect, test } from "vitest";
import { resolved } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { doStep } from "../../test/support/partnership.ts";
import { whatWasLearned } from "./what-was-learned.ts";

const partnership = officeForEach({ at: "2026-03-31T23:30" });

test("what was learned, and a gap, stand in the report on the period in which they were said, by the day in the United Kingdom", async () => {
	const { app, partnershipId, people } = partnership;
	await doStep(
		partnership,
		await resolved(partnership),
		people.businessUnit,
		"afterwards.learning",
		"recorded",
		{ lesson: "Ring before a visit", "policy-gap": "No policy asks for a visit" },
	);
	const [version] = await app.protocols.listInForce(app.db, partnershipId, "2026-03-31");
	if (!version) throw new Error("No protocol is in force");
	const said = async (from: string, until: string) => {
		const { lessons, gaps } = await whatWasLearned(app, partnershipId, version.protocol, {
			from,
			until,
		});
		return [...lessons.map(({ shouldDiffer }) => shouldDiffer), ...gaps];
	};
	expect(await said("2025-10-01", "2026-03-31")).toEqual([
		"Ring before a visit",
		"No policy asks for a visit",
	]);
	expect(await said("2026-04-01", "2026-09-30")).toEqual([]);
	expect(await said("2025-04-01", "2025-09-30")).toEqual([]);
});
