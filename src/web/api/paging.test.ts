import { expect, test } from "vitest";
import type { Viewer } from "../../domain/people/viewer.ts";
import { nextAfter, pageOf, partAfter } from "./paging.ts";
import { Problem } from "./problem.ts";

const viewer = { id: "01900000-0000-7000-8000-000000000001" } as Viewer;
const other = { id: "01900000-0000-7000-8000-000000000002" } as Viewer;
const asked = { list: "letters", limit: 2 };

const codeOf = (work: () => unknown): string => {
	try {
		work();
	} catch (problem) {
		if (problem instanceof Problem) return problem.code;
	}
	return "nothing went wrong";
};

test("a list goes on while rows are left, also where there are more than were counted", () => {
	const counted = { limit: 20 };
	expect(nextAfter(viewer, counted, 1, { total: 20, isMore: false })).toBeNull();
	expect(nextAfter(viewer, counted, 1, { total: 21, isMore: false })).not.toBeNull();
	const next = nextAfter(viewer, counted, 5, { total: 100, isMore: true });
	expect(pageOf(viewer, counted, next ?? "")).toBe(6);
});

test("where nobody goes on page by page, that is said, and no list ends as if it were whole", () => {
	const goesOn = { total: 100, isMore: true };
	const last = nextAfter(viewer, asked, 9_999, goesOn);
	expect(pageOf(viewer, asked, last ?? "")).toBe(10_000);
	const after = nextAfter(viewer, asked, 10_000, goesOn);
	expect(after).not.toBeNull();
	expect(codeOf(() => pageOf(viewer, asked, after ?? ""))).toBe("narrow-the-search");
	expect(nextAfter(viewer, asked, 10_000, { total: 20_000, isMore: false })).toBeNull();
});

const read = (rows: string[], cursor?: string) =>
	partAfter(viewer, asked, cursor, rows, (row) => row);

test("a page begins after the last row of the one before, whatever was added or taken away before it", () => {
	const first = read(["b", "d", "f", "h"]);
	expect(first.part).toEqual(["b", "d"]);
	expect(read(["a", "b", "c", "d", "f", "h"], first.next ?? "").part).toEqual(["f", "h"]);
	expect(read(["d", "f"], first.next ?? "")).toEqual({ part: ["f"], next: null });
	expect(read(["b", "d"]).next).toBeNull();
	expect(read([])).toEqual({ part: [], next: null });
});

test("where the row at which a cursor stands is gone, it is said to begin again", () => {
	const { next } = read(["b", "d", "f"]);
	expect(codeOf(() => read(["b", "f"], next ?? ""))).toBe("begin-again");
});

test("a cursor of another person, list or kind of list leads nowhere", () => {
	const rows = ["b", "d", "f"];
	const { next } = read(rows);
	const cursor = next ?? "";
	const page = nextAfter(viewer, asked, 1, { total: 9, isMore: false }) ?? "";
	for (const wrong of [
		() => partAfter(other, asked, cursor, rows, (row) => row),
		() => partAfter(viewer, { ...asked, list: "numbers" }, cursor, rows, (row) => row),
		() => partAfter(viewer, { ...asked, limit: 3 }, cursor, rows, (row) => row),
		() => read(rows, page),
		() => pageOf(viewer, asked, cursor),
	])
		expect(codeOf(wrong)).toBe("bad-cursor");
});
