/**
 * An old log of many lines from its choice to its import and its undoing, as a workbook and as CSV: how long each takes, and
 * how far the memory grows of the process that does it. Two people import at once at the end.
 *
 * npx tsx --expose-gc bench/old-log.ts [lines] [folder]: 100,000 lines unless another number is given; with a folder, the two
 * files are left there, to be tried on a running Concord.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import {
	askForOldLog,
	chooseOldLog,
	mapOldLog,
	throwAwayOldLog,
	undoImport,
} from "../src/actions/old-log.ts";
import { columnWithTooMany, wordsAsked } from "../src/actions/old-log-words.ts";
import { runTask } from "../src/actions/run-task.ts";
import { beside } from "../src/beside/beside.ts";
import { type Cell, type Column, workbookToXlsx } from "../src/documents/xlsx.ts";
import { type Mapping, noMapping, valueKey } from "../src/domain/learning/old-log/mapping.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import { findOldLog } from "../src/store/old-logs.ts";
import { latestTaskAbout } from "../src/store/tasks.ts";
import { testKeys } from "../test/support/keys.ts";
import { testPartnership } from "../test/support/partnership.ts";
import { inMegabytes, measured } from "./measured.ts";

const lines = Number(process.argv[2] ?? 100_000);
const folder = process.argv[3];

const column = (heading: string, is: Column["is"] = "text"): Column => ({ heading, is, means: "" });
const columns = [
	column("Ref"),
	column("Raised by"),
	column("Raised with"),
	column("Date raised", "day"),
	column("Response due", "day"),
	column("Date responded", "day"),
	column("Date closed", "day"),
	column("Theme"),
	column("Children", "number"),
];
const sectors = ["Education", "Health", "Police", "Social care"];
const themes = ["Plans", "Application of thresholds", "Sharing of information"];
const first = Temporal.PlainDate.from("2015-04-01");

function* rowsOf(name: string): Generator<Cell[]> {
	for (let n = 0; n < lines; n++) {
		const raised = first.add({ days: n % 3_600 });
		yield [
			`${name}-${n}`,
			sectors[n % 4] ?? "",
			sectors[(n + 1) % 4] ?? "",
			raised,
			raised.add({ days: 14 }),
			raised.add({ days: 10 + (n % 9) }),
			raised.add({ days: 30 }),
			themes[n % 3] ?? "",
			(n % 4) + 1,
		];
	}
}
const csvOf = (name: string) =>
	Buffer.from(
		[columns.map(({ heading }) => heading), ...rowsOf(name)]
			.map((cells) => cells.map(String).join(","))
			.join("\n"),
	);
const xlsxOf = (name: string) =>
	buffer(
		workbookToXlsx({
			title: "Old log",
			from: "Measured",
			day: "2026-03-30",
			about: [],
			sheets: [{ name: "Log", columns, rows: rowsOf(name) }],
		}),
	);

const sector = (is: "education" | "health" | "police" | "social-care") =>
	({ is: "sector", sector: is }) as const;
const mapping: Mapping = {
	...noMapping,
	columns: {
		reference: "Ref",
		raisedBy: "Raised by",
		raisedWith: "Raised with",
		raised: "Date raised",
		due: "Response due",
		responded: "Date responded",
		ended: "Date closed",
		themes: "Theme",
		people: "Children",
	},
	values: {
		...noMapping.values,
		agency: {
			[valueKey("Education")]: sector("education"),
			[valueKey("Health")]: sector("health"),
			[valueKey("Police")]: sector("police"),
			[valueKey("Social care")]: sector("social-care"),
		},
		theme: Object.fromEntries(
			themes.map((theme) => [valueKey(theme), { is: "own-words" as const }]),
		),
	},
};

const directory = mkdtempSync(join(tmpdir(), "concord-bench-"));
chmodSync(directory, 0o711);
const postgres = await startEmbeddedPostgres({ directory });
const { db, pool } = connect(postgres.url, { keys: testKeys });
await migrate(pool);
const partnership = await testPartnership(db);
partnership.at("2026-03-30T10:00");
const typed = beside();
const app = { ...partnership.app, beside: typed };
const { businessUnit } = partnership.people;

const doAsked = async () => {
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(app, job.data.taskId);
};
const choose = (name: string, content: Uint8Array) =>
	chooseOldLog(app, businessUnit, {
		protocol: "somerset-rpd",
		title: name,
		fileName: name,
		content,
	});

for (const [kind, made] of [
	["xlsx", xlsxOf],
	["csv", csvOf],
] as const) {
	const content = await made(kind);
	if (folder) writeFileSync(join(folder, `old-log-${lines}.${kind}`), content);
	console.log(`${kind}: ${lines} lines, ${inMegabytes(content.length)} MB`);
	let id = "";
	await measured("read", async () => {
		id = await choose(kind, content);
		await doAsked();
	});
	const read = await findOldLog(db, partnership.partnershipId, id);
	if (!read) throw new Error("The file was not read");
	await measured("columns said", () => columnWithTooMany(app, read, mapping.columns));
	await measured("values asked", () => wordsAsked(app, read, mapping.columns));
	await mapOldLog(app, businessUnit, id, mapping);
	for (const step of ["check-old-log", "import-old-log"] as const)
		await measured(step === "check-old-log" ? "tried" : "imported", async () => {
			await askForOldLog(app, businessUnit, id, step);
			await doAsked();
		});
	const log = await findOldLog(db, partnership.partnershipId, id);
	console.log(
		`  ${log?.state}, ${log?.checked?.forms} forms, ${(await latestTaskAbout(db, id))?.wrong ?? "no fault"}`,
	);
	await measured("undone", async () => {
		await undoImport(app, businessUnit, id);
		await doAsked();
	});
}

console.log("two at once, with the same references:");
const both = await Promise.all(
	["one", "other"].map(async (name) => {
		const id = await choose(
			name,
			Buffer.concat([csvOf("same"), Buffer.from(name === "one" ? "\n" : "\n\n")]),
		);
		return id;
	}),
);
await measured("read both", doAsked);
for (const id of both) await mapOldLog(app, businessUnit, id, mapping);
for (const step of ["check-old-log", "import-old-log"] as const) {
	for (const id of both) await askForOldLog(app, businessUnit, id, step);
	const jobs = partnership.queued.splice(0);
	await measured(step === "check-old-log" ? "tried" : "imported", () =>
		Promise.all(jobs.map((job) => job.name === "run-task" && runTask(app, job.data.taskId))),
	);
}
for (const id of both) {
	const log = await findOldLog(db, partnership.partnershipId, id);
	console.log(`  ${log?.state}: ${(await latestTaskAbout(db, id))?.wrong ?? "no fault"}`);
	if (log?.state === "read")
		await measured("thrown away", () => throwAwayOldLog(app, businessUnit, id));
}

await typed.stop();
await db.destroy();
await postgres.stop();
rmSync(directory, { recursive: true, force: true });
