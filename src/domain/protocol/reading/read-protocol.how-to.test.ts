import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../../project-root.ts";
import { readProtocol } from "./read-protocol.ts";

const page = readFileSync(join(projectRoot, "docs/how-to/write-a-protocol.md"), "utf8");

test("the smallest whole protocol that the how-to shows has no faults, and nothing to warn of", () => {
	const [, example = ""] = /## The smallest whole one\s+```yaml\n([\s\S]*?)```/.exec(page) ?? [];
	expect(example.length).toBeGreaterThan(500);
	expect(readProtocol(example)).toMatchObject({ protocol: { id: "small" }, warnings: [] });
});

test("a limit in a line says the same as one written out", () => {
	const [, example = ""] = /## The smallest whole one\s+```yaml\n([\s\S]*?)```/.exec(page) ?? [];
	const clocksOf = (due: string) => {
		const { protocol, faults } = readProtocol(
			example.replace("due: { within: 5 working days }", `due: ${due}`),
		);
		expect(faults).toBeUndefined();
		return protocol?.clocks;
	};
	expect(clocksOf("5 working days")).toEqual(clocksOf("{ within: 5 working days }"));
	expect(clocksOf("24 hours from write.done")).toEqual(
		clocksOf("{ within: 24 hours, from: write.done }"),
	);
	expect(clocksOf("not stated")).toEqual([]);
	const [fault] =
		readProtocol(example.replace("due: { within: 5 working days }", "due: 5 workdays")).faults ??
		[];
	expect(fault?.wrong).toBe("“5 workdays” is not a length of time");
});
