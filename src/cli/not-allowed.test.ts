import { userInfo } from "node:os";
import { expect, test } from "vitest";
import { notAllowed } from "./not-allowed.ts";

test("a file that is not allowed names as whom the command runs, for root who called it", () => {
	const said = notAllowed("key.txt", "written", { code: "EACCES" });
	expect(said).toContain(`by the user ‘${userInfo().username}’`);
	expect(said).toContain("/tmp");
	expect(notAllowed("key.txt", "read", { code: "EPERM" })).toContain("Let that user read it");
});

test("one that is not there, and one of which the system says something else, are told as that", () => {
	expect(notAllowed("a.yaml", "read", { code: "ENOENT" })).toBe("There is no file ‘a.yaml’.");
	expect(notAllowed("a.yaml", "read", { code: "EISDIR" })).toBe("‘a.yaml’ cannot be read.");
	expect(notAllowed("no/such/a", "written", { code: "ENOENT" })).toBe(
		"‘no/such/a’ cannot be written.",
	);
});
