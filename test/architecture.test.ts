import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

/** Who may import whom: the map in docs/architecture.md. A layer may always import itself. */
const mayImport: Record<string, string[]> = {
	domain: [],
	documents: ["domain"],
	mail: ["domain"],
	store: ["domain"],
	"embedded-postgres": [],
	actions: ["domain", "store", "mail"],
	reports: ["domain", "store"],
	jobs: ["actions", "reports", "mail", "store", "domain"],
	web: ["actions", "reports", "documents", "mail", "store", "domain"],
	api: ["actions", "reports", "documents", "store", "domain"],
	cli: ["actions", "reports", "documents", "store", "domain"],
	rehearsal: ["actions", "store", "domain"],
};

const sources = globSync("src/*/**/*.{ts,tsx}").filter(
	(file) => !/\.(test|fixture)\.tsx?$/.test(file),
);
const layerOf = (path: string) => path.split("/")[1] ?? "";
const text = (file: string) => readFileSync(file, "utf8");

describe("who may import whom", () => {
	test.each(sources)("%s", (file) => {
		const layer = layerOf(file);
		expect(Object.keys(mayImport)).toContain(layer);
		const imported = [...text(file).matchAll(/from "(\.[^"]+)"/g)].map(([, path]) =>
			join(dirname(file), path ?? ""),
		);
		for (const path of imported)
			expect([
				layer,
				...(mayImport[layer] ?? []),
				// Files directly in src/ that hold no knowledge of a layer.
				"project-root.ts",
			]).toContain(layerOf(path));
	});
});

describe("one place for each kind of effect", () => {
	test.each(sources)("%s", (file) => {
		const source = text(file);
		if (file.startsWith("src/domain/"))
			expect(source).not.toMatch(
				/from "node:|Date\.now|new Date\(|Temporal\.Now|Math\.random|process\./,
			);
		expect(source).not.toMatch(/process\.env/);
		expect(source).not.toMatch(/Date\.now\(|Temporal\.Now|new Date\(\)/);
		if (!file.startsWith("src/store/"))
			expect(source).not.toMatch(/\.(insertInto|updateTable|deleteFrom|selectFrom)\(/);
		// The rehearsal plays many actions as one: all of it is there, or nothing.
		if (!/^src\/(store|actions|rehearsal)\//.test(file)) expect(source).not.toMatch(/\btransact\(/);
	});
});
