import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readProtocol } from "./domain/protocol/reading/read-protocol.ts";
import { projectRoot } from "./project-root.ts";
import { ProtocolFault, readShippedProtocol } from "./protocol-files.ts";

const somerset = readFileSync(join(projectRoot, "protocols/somerset/2021-04.yaml"), "utf8");
const directory = mkdtempSync(join(tmpdir(), "concord-protocols-"));
afterAll(() => rmSync(directory, { recursive: true }));

const withText = (text: string) => {
	mkdirSync(join(directory, "somerset"), { recursive: true });
	writeFileSync(join(directory, "somerset/2021-04.yaml"), text);
	return (file = "somerset/2021-04.yaml") => readShippedProtocol(directory, file);
};

test("a right file is given by its path, with the protocol that it is", () => {
	expect(withText(somerset)()).toEqual({
		protocol: readProtocol(somerset).protocol,
		text: somerset,
	});
});

test("a wrong file stops the start with its name, the line, what is wrong and the mend", () => {
	const line =
		somerset.split("\n").findIndex((each) => each.includes("then: stage informal-resolution")) + 1;
	const start = withText(
		somerset.replace("then: stage informal-resolution", "then: stage informal-resolutoin"),
	);
	expect(start).toThrow(ProtocolFault);
	expect(start).toThrow(`protocols/somerset/2021-04.yaml:${line}: `);
	expect(start).toThrow("There is no stage called “informal-resolutoin”");
	expect(start).toThrow("Did you mean “informal-resolution”?");
});

test("a file that is missing is named", () => {
	const read = withText(somerset);
	expect(() => read("elsewhere/2020.yaml")).toThrow("protocols/elsewhere/2020.yaml is missing");
});

test("a local text is given whole, with the regional one under it", () => {
	const { protocol } = readProtocol(
		readShippedProtocol(join(projectRoot, "protocols"), "northfield-local/2024.yaml").text,
	);
	expect(protocol).toMatchObject({
		id: "northfield-local",
		safety: [{ call: "999" }, { call: "01632 960114" }],
	});
	expect(protocol?.steps["leaders.decide"]?.by.role).toBe("leaders");
	expect(protocol?.clocks.map(({ id }) => id)).not.toContain("leaders.decide");
});
