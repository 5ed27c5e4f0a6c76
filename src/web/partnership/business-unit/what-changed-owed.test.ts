import { expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { doStep, raisedTo } from "../../../../test/support/partnership.ts";
import { sweep } from "../../../actions/sweep.ts";
import { whatChangedOwed } from "../../../reports/owed-after-the-end.ts";

const partnership = officeForAll();

test("the desk says which agency was asked what changed and since when, until it has answered", async () => {
	const { headteacher, teacher, businessUnit } = partnership.people;
	const title = "Asked what changed, and not answered yet";
	const desk = () => partnership.words(businessUnit, "/business-unit");
	partnership.at("2026-03-30T10:00");
	const difference = await raisedTo(partnership, "respond");
	expect(await desk()).not.toContain(title);
	await doStep(partnership, difference, headteacher, "formal-resolution.consider", "resolved", {
		satisfied: "A visit each week",
	});
	const owed = /Oakfield Primary School Say what changed for the child 30 Mar 2026/;
	expect(await desk()).toMatch(owed);
	expect(await desk()).not.toContain("overdue");
	partnership.at("2026-04-20T10:00");
	expect(await desk()).toMatch(/Say what changed for the child 30 Mar 2026 1\d Apr 2026: overdue/);
	await doStep(partnership, difference, teacher, "afterwards.changed", "answered", {
		"changed-at-end": "partly",
		"changed-at-end-how": "There is a visit each week",
	});
	expect(await desk()).not.toContain(title);
});

test("each thing that is owed is counted and in a part of the list, also where one difference owes several", async () => {
	const { app, partnershipId, people } = partnership;
	partnership.at("2026-05-11T10:00");
	for (let number = 0; number < 2; number++) {
		const difference = await raisedTo(partnership, "respond");
		await doStep(
			partnership,
			difference,
			people.headteacher,
			"formal-resolution.consider",
			"resolved",
			{ satisfied: "A visit each week" },
		);
	}
	partnership.at("2026-12-14T10:00");
	await sweep(app, partnershipId);
	const part = (offset: number, limit: number) =>
		whatChangedOwed(app, people.businessUnit, { offset, limit });
	const all = await part(0, 100);
	expect(all.rows.length).toBeGreaterThan(new Set(all.rows.map(({ id }) => id)).size);
	expect(all).toMatchObject({ total: all.rows.length, isMore: false });
	const oneByOne = [];
	for (let offset = 0; offset < all.total; offset++) oneByOne.push(...(await part(offset, 1)).rows);
	expect(oneByOne).toEqual(all.rows);
});
