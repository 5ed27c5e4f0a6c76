import { describe, expect, test } from "vitest";
import { localPath } from "./local-path.ts";

test("the page that was asked for is where one arrives", () => {
	expect(localPath("/differences/7?tab=record")).toBe("/differences/7?tab=record");
});

describe("anything that could lead elsewhere leads to one’s own work", () => {
	test.each([
		["another site", "https://elsewhere.example/"],
		["another site without its scheme", "//elsewhere.example/"],
		["a backslash that browsers read as a slash", "/\\elsewhere.example"],
		["a tab that browsers leave out", "/\t/elsewhere.example"],
		["a line end that browsers leave out", "/\r\n/elsewhere.example"],
		["dots that are taken out before two slashes", "/.//elsewhere.example/"],
		["dots that go up before two slashes", "/a/..//elsewhere.example/"],
		["encoded dots before two slashes", "/%2e//elsewhere.example/"],
		["dots before backslashes", "/./\\\\elsewhere.example/"],
		["a script", "javascript:alert(1)"],
		["a path from nowhere", "differences"],
		["the sign-in page itself", "/sign-in?then=/"],
		["nothing", ""],
		["two at once", ["/a", "/b"]],
		["nobody asked", undefined],
	])("%s", (_, asked) => {
		expect(localPath(asked)).toBe("/");
	});
});
