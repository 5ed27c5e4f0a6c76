import { expect, test } from "vitest";
import { shownOf, shownPages } from "./pagination.tsx";

test.each([
	[1, 1, [1]],
	[1, 3, [1, 2, 3]],
	[1, 9, [1, 2, undefined, 9]],
	[4, 9, [1, 2, 3, 4, 5, undefined, 9]],
	[5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
	[9, 9, [1, undefined, 8, 9]],
])("from page %i of %i there is a way to %j", (page, pages, shown) => {
	expect(shownPages(page, pages)).toEqual(shown);
});

test("a list says how much of it is shown", () => {
	expect(shownOf({ page: 2, size: 20, total: 33 }, "difference")).toBe(
		"Showing 21 to 33 of 33 differences",
	);
	expect(shownOf({ page: 1, size: 20, total: 0 }, "difference")).toBe("0 differences");
});
