import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../project-root.ts";
import { readProtocol } from "./read-protocol.ts";

const page = readFileSync(
	join(projectRoot, "docs/how-to/write-a-protocol.md"),
	"utf8",
);

test("the smallest whole protocol that the how-to shows has no faults", () => {
	const [, example = ""] =
		/## The smallest whole one\s+```yaml\n([\s\S]*?)```/.exec(page) ?? [];
	expect(example.length).toBeGreaterThan(500);
	expect(readProtocol(example).faults).toBeUndefined();
});
