/** The notes on security, held to the code: what they name as a proof is there. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";

const notes = ["docs/operations/security.md", "docs/operations/attack.md"];
const textOf = (note: string) => readFileSync(note, "utf8");

/** Paths of the project, as they stand in backticks. */
const pathsIn = (text: string): string[] =>
	[...text.matchAll(/`((?:src|test|docs|protocols|bench|clients)\/[\w./-]+)`/g)].map(
		([, path = ""]) => path,
	);

const hasTests = (path: string): boolean =>
	statSync(path).isDirectory()
		? readdirSync(path, { recursive: true, encoding: "utf8" }).some((name) =>
				/\.test\.tsx?$/.test(name),
			)
		: /\.test\.tsx?$/.test(path);

test.each(notes)("every file that %s names is there", (note) => {
	const paths = pathsIn(textOf(note));
	expect(paths.length).toBeGreaterThan(5);
	expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("no file is named without its whole path, where nobody would find it", () => {
	for (const note of notes)
		expect([note, textOf(note).match(/`(?!(?:src|test)\/)[\w./-]+\.test\.tsx?`/g)]).toEqual([
			note,
			null,
		]);
});

test("every promise is held by a test, and by each of the tests that are named", () => {
	const [, promises = ""] = textOf("docs/operations/security.md").split(/^## /m);
	const rows = promises.split("\n").filter((line) => /^\| (?!-|promise)/.test(line));
	expect(rows.length).toBeGreaterThan(25);
	for (const row of rows.slice(1)) {
		const [, , promise, held = ""] = row.split("|");
		const proofs = pathsIn(held);
		expect([promise, proofs.length > 0]).toEqual([promise, true]);
		expect([promise, proofs.filter((path) => !hasTests(path))]).toEqual([promise, []]);
	}
});
