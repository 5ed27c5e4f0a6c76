import { expect, test } from "vitest";
import type { Viewer } from "../../domain/people/viewer.ts";
import { nextAfter, pageOf } from "./paging.ts";

const viewer = { id: "01900000-0000-7000-8000-000000000001" } as Viewer;
const asked = { limit: 20 };

test("a list goes on while rows are left, also where there are more than were counted", () => {
	expect(nextAfter(viewer, asked, 1, { total: 20, isMore: false })).toBeNull();
	expect(nextAfter(viewer, asked, 1, { total: 21, isMore: false })).not.toBeNull();
	const next = nextAfter(viewer, asked, 5, { total: 100, isMore: true });
	expect(pageOf(viewer, asked, next ?? "")).toBe(6);
});
