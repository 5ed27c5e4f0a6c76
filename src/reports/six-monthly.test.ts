import { expect, test } from "vitest";
import { testDatabase } from "../../test/support/database.ts";
import { appOpeningAt } from "../../test/support/rehearsal.ts";
import { periodBefore, yearBefore } from "../domain/learning/period.ts";
import { publishedFor, shownEarlier } from "../domain/learning/published.ts";
import { partnershipId } from "../rehearsal/identifiers.ts";
import { figuresToKeep, publishedReport, sixMonthlyFigures } from "./six-monthly.ts";

const opening = "2026-03-24T10:00";
const today = "2026-03-24";
const threshold = 5;

test("three periods of which the differences are read once have the figures that each has alone", async () => {
	const database = await testDatabase({ rehearsal: opening });
	const app = appOpeningAt(database.db, opening);
	const [inForce] = await app.protocols.listInForce(database.db, partnershipId, today);
	if (!inForce) throw new RangeError("No protocol is in force");
	const { protocol } = inForce;
	for (const period of [
		{ from: "2025-04-01", until: "2025-09-30" },
		{ from: "2025-10-01", until: "2026-03-31" },
		{ from: "2026-01-01", until: "2026-01-31" },
	]) {
		const alone = (of: typeof period) => sixMonthlyFigures(app, partnershipId, protocol, of, today);
		const whole = await alone(period);
		for (const audience of ["subgroup", "public"] as const) {
			const [before, yearAgo] = [
				shownEarlier(
					publishedFor(audience, await alone(periodBefore(period)), threshold),
					"before",
				),
				shownEarlier(
					publishedFor(audience, await alone(yearBefore(period)), threshold),
					"year-ago",
				),
			];
			const told = {
				shown: [...before.shown, ...yearAgo.shown],
				hidden: [...before.hidden, ...yearAgo.hidden],
			};
			expect(told.shown.length + told.hidden.length).toBeGreaterThan(0);
			expect(
				await publishedReport(app, partnershipId, protocol, period, { audience, threshold, today }),
			).toEqual(publishedFor(audience, whole, threshold, told));
		}
		const kept = await figuresToKeep(app, partnershipId, protocol, period, { threshold, today });
		expect(kept.figures).toEqual(whole.figures);
	}
	await database.drop();
});
