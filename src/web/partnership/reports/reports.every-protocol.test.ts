import { expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	practicePartnership,
	raisePractice,
	settledByDirectors,
} from "../../../../test/support/practice.ts";
import { sweep } from "../../../actions/sweep.ts";
import { listReports } from "../../../store/reports.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00", make: practicePartnership });

const words = (url: string) => partnership.words(partnership.people.businessUnit, url);

test("a protocol that says nothing of reports has figures and a report every six months", async () => {
	await raisePractice(partnership);
	const list = await words("/reports");
	expect(list).toMatch(
		/next report on Resolving differences about practice is of 1 October 2025 to 31 March 2026/,
	);
	expect(list).toContain("1 April 2025 to 30 September 2025");
	expect(list).toContain("Another period");
	expect(list).toContain("Logs of the years before Concord");
	expect(await words("/business-unit")).toContain("is prepared on 1 April 2026");
	expect(await words("/reports/rotherham-practice-resolution/2025-10-01/2026-03-31")).toContain(
		"For the subgroup, every 6 months.",
	);
	partnership.at("2026-04-01T09:00");
	await sweep(partnership.app, partnership.partnershipId);
	expect(await listReports(partnership.db, partnership.partnershipId)).toMatchObject([
		{ period: { from: "2025-10-01", until: "2026-03-31" }, presented: null },
	]);
});

test("a difference that has ended leads whoever may write one to its lesson, and nobody else", async () => {
	const { businessUnit, headteacher } = partnership.people;
	const id = await settledByDirectors(partnership, "");
	const linked = async (person: typeof businessUnit) =>
		(await partnership.read(person, `/differences/${id}`)).body.includes(
			`href="/differences/${id}/lesson"`,
		);
	expect(await linked(businessUnit)).toBe(true);
	expect(await linked(headteacher)).toBe(false);
	expect((await partnership.read(businessUnit, `/differences/${id}/lesson`)).statusCode).toBe(200);
});
