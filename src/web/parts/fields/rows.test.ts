import { expect, test } from "vitest";
import { addRow, countRows, removeRow, settleRows } from "./rows.ts";

const two = {
	issue: "As typed",
	"children-0-name": "Ada",
	"children-0-dateOfBirth-day": "31",
	"children-1-name": "Bo",
	"children-in-full-0-name": "Cy",
};

test("adding a row keeps everything that was typed", () => {
	expect(addRow(two, "children", "name")).toEqual({
		...two,
		"children-2-name": "",
	});
	expect(countRows(addRow({}, "children", "name"), "children")).toBe(2);
});

test("taking a row away moves the ones after it up, and touches no other list", () => {
	expect(removeRow(two, "children-0")).toEqual({
		issue: "As typed",
		"children-0-name": "Bo",
		"children-in-full-0-name": "Cy",
	});
});

test("rows in which nothing was entered are left out, and one stays", () => {
	expect(
		settleRows({
			"children-0-name": " ",
			"children-3-name": "Ada",
			"children-9-name": "",
		}),
	).toEqual({ "children-0-name": "Ada" });
	expect(settleRows({ "children-0-name": "", "children-1-name": "" })).toEqual({
		"children-0-name": "",
	});
});
