import { expect, test } from "vitest";
import { resolved } from "../../test/support/learning.ts";
import { officeForEach } from "../../test/support/office.ts";
import { doStep, freshKey, said } from "../../test/support/partnership.ts";
import { raiseDifference } from "../actions/raise-difference.ts";
import { learnedForReaders, whatWasLearned } from "./what-was-learned.ts";

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
	const saidIn = async (from: string, until: string) => {
		const { lessons, gaps } = await whatWasLearned(app, partnershipId, version.protocol, {
			from,
			until,
		});
		return [...lessons.map(({ shouldDiffer }) => shouldDiffer), ...gaps];
	};
	expect(await saidIn("2025-10-01", "2026-03-31")).toEqual([
		"Ring before a visit",
		"No policy asks for a visit",
	]);
	expect(await saidIn("2026-04-01", "2026-09-30")).toEqual([]);
	expect(await saidIn("2025-04-01", "2025-09-30")).toEqual([]);
});

test("what leaves the office names nobody who is counted, whichever difference they are in, and tells no place of its own", async () => {
	const { app, partnershipId, people, agencies } = partnership;
	await raiseDifference(app, people.teacher, {
		key: freshKey(),
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			children: [{ name: "Zephyrine Oakhollow", dateOfBirth: "2017-02-03", identifier: "" }],
			issue: said("issue"),
			"outcome-wanted": said("outcome wanted"),
		},
		urgentContacts: [],
	});
	const learn = async (lesson: string) =>
		doStep(
			partnership,
			await resolved(partnership),
			people.businessUnit,
			"afterwards.learning",
			"recorded",
			{ lesson, "policy-gap": "" },
		);
	await learn("Ring before a visit");
	await learn("Ask oakhollow before a visit");
	await learn("Nobody went to Quillbrook before a visit");
	const [version] = await app.protocols.listInForce(app.db, partnershipId, "2026-03-31");
	if (!version) throw new Error("No protocol is in force");
	const period = { from: "2025-10-01", until: "2026-03-31" };
	for (const audience of ["subgroup", "partnership", "public"] as const) {
		const { lines } = await learnedForReaders(
			app,
			partnershipId,
			version.protocol,
			period,
			audience,
		);
		expect(lines).toEqual(["Ring before a visit"]);
	}
});
