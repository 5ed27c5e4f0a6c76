import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../project-root.ts";
import { readAs } from "./protocol.ts";
import { readProtocol } from "./reading/read-protocol.ts";

/** Those that are laid over another protocol have its questions. */
const packs = globSync("protocols/*/*.yaml", { cwd: projectRoot })
	.sort()
	.filter((file) => !/^over:/m.test(readFileSync(join(projectRoot, file), "utf8")));

test.each(packs)(
	"%s has words for whoever reads an answer: none of them speaks to its writer",
	(file) => {
		const { protocol } = readProtocol(readFileSync(join(projectRoot, file), "utf8"));
		const toWriter = Object.values(protocol?.fields ?? {})
			.map(readAs)
			.filter((words) => /\byou(r|rs)?\b/i.test(words));
		expect(protocol).toBeDefined();
		expect(toWriter).toEqual([]);
	},
);
