import { expect, test } from "vitest";
import { officeForEach } from "../../test/support/office.ts";
import { raiseByTeacher, referenceOf } from "../../test/support/partnership.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });

/** What is drawn, one reference of five letters and digits after the other; the last again and again. */
function drawing(...references: number[]) {
	let draws = 0;
	return () => references[Math.min(Math.floor(draws++ / 5), references.length - 1)] as number;
}

const raise = (chance: () => number) => {
	partnership.app.chance = chance;
	return raiseByTeacher(partnership);
};

test("a reference that is taken is drawn again, as often as it takes", async () => {
	const first = await referenceOf(partnership, await raise(drawing(1)));
	const second = await referenceOf(partnership, await raise(drawing(1, 1, 1, 2)));
	expect([first, second]).toEqual(["C1-3CCCC", "C1-4DDDD"]);
});

test("two that are raised at once and draw the same have each their own", async () => {
	partnership.app.chance = drawing(3, 3, 4);
	const raised = await Promise.all([raiseByTeacher(partnership), raiseByTeacher(partnership)]);
	const references = await Promise.all(raised.map((id) => referenceOf(partnership, id)));
	expect(references.sort()).toEqual(["C2-5FFFF", "C2-6GGGG"]);
});

test("another partnership may draw the same", async () => {
	const other = await partnership.another();
	partnership.app.chance = drawing(5);
	other.app.chance = drawing(5);
	const ours = await referenceOf(partnership, await raiseByTeacher(partnership));
	const theirs = await referenceOf(other, await raiseByTeacher(other));
	expect([ours.slice(3), theirs.slice(3)]).toEqual(["7HHHH", "7HHHH"]);
});
