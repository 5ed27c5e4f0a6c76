/**
 * The map in docs/architecture.md, held to the code: who may import whom, which rooms a layer has and in which order,
 * and where effects live. The tables are read from there; nothing of them is repeated here.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const sources = globSync("src/**/*.{ts,tsx}").filter(
	(file) => !/\.(test|fixture)\.tsx?$/.test(file),
);
const text = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));

/** What a file imports of ours, types included. */
const importsOf = (file: string): string[] =>
	[...(text.get(file) ?? "").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map(([, path = ""]) =>
		join(dirname(file), path),
	);

/** The rows of the table that begins with this column, as cells. */
function tableOf(column: string): string[][] {
	const lines = readFileSync("docs/architecture.md", "utf8").split("\n");
	const head = lines.findIndex((line) => line.startsWith(`| ${column} |`));
	const rows = lines.slice(head + 2);
	return rows
		.slice(
			0,
			rows.findIndex((line) => !line.startsWith("|")),
		)
		.map((row) => row.split("|").slice(1, -1));
}

const named = (cell: string | undefined): string[] =>
	[...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);

/** Each layer with those that it may import. A file directly in `src` is a layer by its name. */
const layers = new Map(
	tableOf("layer").flatMap(([layer, , may]) => named(layer).map((name) => [name, named(may)])),
);
const layerOf = (file: string): string => file.split("/")[1] ?? "";

describe("a layer imports only those that its row names", () => {
	test("every file of src is of a layer in the table, and every layer has files", () => {
		expect([...new Set(sources.map(layerOf))].sort()).toEqual([...layers.keys()].sort());
	});
	test.each(sources)("%s", (file) => {
		const may = layers.get(layerOf(file)) ?? [];
		for (const imported of importsOf(file))
			if (!may.includes("everything"))
				expect([layerOf(file), ...may, "project-root.ts"]).toContain(layerOf(imported));
	});
});

/** The rooms of a folder, in order; those that stand together are neighbours and do not import each other. */
const orders = tableOf("folder").map(([folder, rooms = ""]) => ({
	folder: join("src", named(folder)[0] ?? ""),
	rooms: rooms.split("<").map(named),
}));

/**
 * Which room of a folder a file is in: `calendar`, `difference/*` for each folder of that name by itself, or `.` for the
 * files of the folder itself that are not rooms by their name.
 */
function roomIn(folder: string, rooms: string[][], file: string) {
	const [first = "", second = ""] = relative(folder, dirname(file)).split("/");
	const all = rooms.flat();
	const pattern =
		first === ""
			? all.includes(basename(file))
				? basename(file)
				: "."
			: second !== "" && all.includes(`${first}/*`)
				? `${first}/*`
				: first;
	return {
		order: rooms.findIndex((group) => group.includes(pattern)),
		room: pattern.endsWith("/*") ? `${first}/${second}` : pattern,
	};
}

describe.each(orders)(
	"inside $folder, rooms are built on those before them",
	({ folder, rooms }) => {
		const within = sources.filter((file) => !relative(folder, file).startsWith(".."));
		test("every room is in the table", () => {
			const missing = within.filter((file) => roomIn(folder, rooms, file).order === -1);
			expect(missing).toEqual([]);
		});
		test.each(within)("%s", (file) => {
			const from = roomIn(folder, rooms, file);
			for (const imported of importsOf(file)) {
				if (!within.includes(imported)) continue;
				const to = roomIn(folder, rooms, imported);
				if (to.room !== from.room)
					expect(`${to.room} < ${from.room}: ${to.order < from.order}`).toBe(
						`${to.room} < ${from.room}: true`,
					);
			}
		});
	},
);

test("no files import each other in a circle", () => {
	const finished = new Set<string>();
	const circles: string[] = [];
	const walk = (file: string, way: string[]) => {
		if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
		if (finished.has(file) || way.includes(file)) return;
		for (const imported of importsOf(file)) walk(imported, [...way, file]);
		finished.add(file);
	};
	for (const file of sources) walk(file, []);
	expect(circles).toEqual([]);
});

test("a file of more than 300 lines begins by saying what it holds", () => {
	const silent = [...text].filter(
		([, source]) =>
			source.split("\n").length > 301 && !/^(\/\/ biome-ignore[^\n]*\n)?\/\*\*/.test(source),
	);
	expect(silent.map(([file]) => file)).toEqual([]);
});

describe("one place for each kind of effect", () => {
	test.each(sources)("%s", (file) => {
		const source = text.get(file) ?? "";
		if (file.startsWith("src/domain/"))
			expect(source).not.toMatch(
				/from "node:|Date\.now|new Date\(|Temporal\.Now|Math\.random|process\./,
			);
		if (file !== "src/domain/calendar/day-in-words.ts")
			expect(source).not.toMatch(/["'](am|pm)["']/);
		// An hour that people read is put into words there too; what machines read says how exact it is.
		expect(source).not.toMatch(/toPlainTime\(\)\s*\.toString\(\)/);
		if (!["src/main.ts", "src/cli/concord.ts", "src/config.ts"].includes(file))
			expect(source).not.toMatch(/process\.env/);
		if (!["src/main.ts", "src/cli/concord.ts"].includes(file))
			expect(source).not.toMatch(/Date\.now\(|Temporal\.Now|new Date\(\)/);
		if (!file.startsWith("src/store/"))
			expect(source).not.toMatch(/\.(insertInto|updateTable|deleteFrom|selectFrom)\(/);
		// The rehearsal plays many actions as one: all of it is there, or nothing.
		if (!/^src\/(store|actions|rehearsal)\//.test(file)) expect(source).not.toMatch(/\btransact\(/);
	});
});
