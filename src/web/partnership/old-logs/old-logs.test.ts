import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { fakeClamd, type TestScanner, virus } from "../../../../test/support/clamd.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor, wordsIn } from "../../../../test/support/visitor.ts";
import { englishIn, spokenWelsh } from "../../../../test/support/welsh.ts";
import {
	checkOldLogsThatWait,
	deleteOldLogsLeft,
	throwAwayOldLog,
} from "../../../actions/old-log.ts";
import { runTask } from "../../../actions/run-task.ts";
import { clamd, ScannerAway } from "../../../files/clamd.ts";
import { transact } from "../../../store/db.ts";
import { listOldLogs, lockOldLog } from "../../../store/old-logs.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });

/** Does what was asked for beside the page. */
async function beside(): Promise<void> {
	for (const job of partnership.queued.splice(0))
		if (job.name === "run-task") await runTask(partnership.app, job.data.taskId);
}
const office = () => partnership.visitor(partnership.people.businessUnit);

const choose = async (visitor: Visitor, content: string | Uint8Array, title = "the old log") => {
	const sent = await visitor.send(await visitor.open("/old-logs"), { title }, undefined, [
		{ name: "log.csv", content },
	]);
	if (sent.status === 422) return sent;
	await beside();
	return visitor.open(sent.url);
};
/** Sends a page as it came, but for some words whose meaning is said by their label. */
const meaning = (page: Seen, said: Record<string, string>) =>
	Object.fromEntries(
		[
			...page.body.matchAll(
				/<label[^>]*for="((?:agency|theme|stage|ending)-\d+)"[^>]*>\s*([^<]*?)\s*<\/label>/g,
			),
		].flatMap(([, input = "", word = ""]) =>
			said[word] === undefined ? [] : [[input, said[word]]],
		),
	);
/** From the choice of a file to what its trial found. */
async function tryOut(
	visitor: Visitor,
	content: string | Uint8Array,
	said: Record<string, string>,
	columns = {},
) {
	const page = await choose(visitor, content);
	const values = await visitor.send(page, { dates: "day-first", ...columns });
	const sent = await visitor.send(values, meaning(values, said));
	await beside();
	return visitor.open(sent.url);
}

/** A yearly report’s table, as a partnership published it: an invented one. */
const published = {
	"2023/24": { Education: [20, 9, 5], Health: [12, 4, 2], Police: [6, 3, 0] },
	"2024/25": { Education: [27, 12, 6], Health: [15, 7, 3], Police: [8, 4, 2] },
};
const themes = ["Application of thresholds", "Sharing of information", "Plans"];
const publishedCsv = [
	"Year,Raised by,Theme,Number raised",
	...Object.entries(published).flatMap(([year, agencies]) =>
		Object.entries(agencies).flatMap(([agency, counts]) =>
			counts.flatMap((count, nth) =>
				count === 0 ? [] : [`${year},${agency},${themes[nth]},${count}`],
			),
		),
	),
].join("\r\n");
const sectors = { Education: "sector:education", Health: "sector:health", Police: "sector:police" };
const ownWords = Object.fromEntries(themes.map((theme) => [theme, "own-words"]));

test("a published table of two years is entered, and the report reproduces its totals and its change on the year before", async () => {
	const visitor = await office();
	const trial = await tryOut(visitor, publishedCsv, { ...sectors, ...ownWords });
	expect(trial.words).toContain("145 forms can be imported");
	expect(trial.words).toMatch(/2023\/24 0 61 61 2024\/25 0 84 84/);
	expect(trial.words).toMatch(/Education 79 Health 43 Police 23/);
	expect(await faultsIn(trial.body)).toEqual([]);
	expect((await visitor.open("/reports/somerset-rpd/2024-04-01/2025-03-31")).words).toMatch(
		/Professional differences raised 0 0 0/,
	);

	await visitor.post(trial.url.replace(/trial$/, "import"));
	await beside();
	const done = await visitor.open(trial.url);
	expect(done.words).toContain("Imported by");
	expect(done.words).toMatch(/2023\/24 0 61 61 2024\/25 0 84 84/);
	expect(await faultsIn(done.body)).toEqual([]);

	const { words, body } = await visitor.open("/reports/somerset-rpd/2024-04-01/2025-03-31");
	expect(words).toMatch(
		/Professional differences raised 84 61 61 23 more: chance alone could explain it/,
	);
	expect(words).toMatch(
		/Of those raised, imported from the old log \(where it tells only a year, counted on 1 April\) 84 61 61/,
	);
	for (const [sector, all] of [
		["Education", 45],
		["Health", 25],
		["Police", 14],
	] as const)
		expect(words).toMatch(new RegExp(`${sector} ${all} ${all} `));
	expect(words).toMatch(
		/Application of thresholds 50 0 Sharing of information 23 0 Plans 11 0 All 84 0/,
	);
	expect(words).toMatch(/Education 45 34 34 .*Health 25 18 18 .*Police 14 9 9 .*All 84 61 61/);
	expect(words).toMatch(/Not told: imported from an old log 84 – – From beginning to end 84 – –/);
	expect(await faultsIn(body)).toEqual([]);
	const year = await visitor.open("/reports/somerset-rpd/2023-04-01/2024-03-31");
	expect(year.words).toMatch(
		/Application of thresholds 38 0 Sharing of information 16 0 Plans 7 0/,
	);
});

test("to whoever reads Welsh, columns, what words may mean and what is wrong in a line are said in Welsh", async () => {
	await spokenWelsh(partnership, partnership.people.businessUnit);
	const visitor = await office();
	const columns = await choose(visitor, `${publishedCsv}\r\n2024/25,Education,Plans,many`);
	expect(columns.words).toContain("Y cam a gyrhaeddodd");
	const missing = await visitor.send(columns, { dates: "day-first", "column-raisedBy": "" });
	expect(missing.status).toBe(422);
	expect(missing.words).toContain("Dewiswch y golofn â’r asiantaeth a’i cododd");
	const values = await visitor.send(columns, { dates: "day-first" });
	expect(values.words).toContain("Ddim yn y cyfeiriadur: Iechyd");
	expect(values.words).toContain("Cymhwyso trothwyon");
	const sent = await visitor.send(values, meaning(values, { ...sectors, ...ownWords }));
	await beside();
	const trial = await visitor.open(sent.url);
	expect(trial.words).toContain("Nid yw “many” yn rhif cyfan o 1 i 5,000");
	expect(trial.words).toContain("Cywirwch ef, neu gadewch y gell yn wag");
	for (const { url, body } of [columns, missing, values, trial]) {
		expect(englishIn(body), url).toEqual([]);
		expect(await faultsIn(body), url).toEqual([]);
	}
});

const log = (lines: string[]) =>
	[
		"Ref,Raised by,Raised with,Date raised,Response due,Date responded,Date closed,Theme",
		...lines,
	].join("\n");
const agencies = () => ({
	School: `agency:${partnership.agencies.school}`,
	"Social care": `agency:${partnership.agencies.socialCare}`,
});
const good = log([
	"24-1,School,Social care,09/04/2024,23/04/2024,22/04/2024,30/04/2024,Plans",
	"24-2,School,Social care,13/05/2024,27/05/2024,30/05/2024,03/06/2024,Plans",
]);

test("a log of forms counts with its dates beside Concord’s own; what is behind a figure is its old references", async () => {
	await raisedTo(partnership, "forward");
	const visitor = await office();
	const trial = await tryOut(visitor, good, agencies());
	expect(trial.words).toMatch(/2024\/25 0 2 2 2025\/26 1 0 1/);
	await visitor.post(trial.url.replace(/trial$/, "import"));
	await beside();
	const { words, body } = await visitor.open("/reports/somerset-rpd/2024-04-01/2024-09-30");
	expect(words).toMatch(/Professional differences raised 2 0 0/);
	expect(words).toMatch(/In which a time limit was missed 1 0 0/);
	const [, behind = ""] = body.match(/href="([^"]*behind\?count=raised%2Fdifferences)"/) ?? [];
	const list = await visitor.open(behind);
	expect(list.words).toContain("Imported from the old log 24-1 24-2");
	expect(await faultsIn(list.body)).toEqual([]);
});

test("what was said of columns and words is offered again for the next file", async () => {
	const visitor = await office();
	await tryOut(visitor, good, { ...agencies(), Plans: "nothing" });
	const next = await choose(visitor, good.replaceAll("24-", "25-"));
	expect(next.form["column-reference"]).toEqual(["Ref"]);
	const values = await visitor.send(next);
	expect(values.form["agency-0"]?.[0]).toMatch(/^agency:/);
	expect(values.form["theme-0"]).toEqual(["nothing"]);
});

test("each line’s faults are named, and nothing is imported while there is one", async () => {
	const visitor = await office();
	const trial = await tryOut(
		visitor,
		log([
			"24-1,School,Social care,09/04/2024,,,,Plans",
			"24-1,School,Social care,31/02/2024,,,,Plans",
			"24-1,School,Social care,45387,=A1,,,Plans",
			"24-1,School,Social care,10/04/2024,,,,Plans",
		]),
		agencies(),
	);
	expect(trial.words).toContain("4 faults to mend");
	expect(trial.words).toMatch(/3 Date raised “31\/02\/2024” is not a date/);
	expect(trial.words).toMatch(/4 Date raised 45387 is a number, not a date/);
	expect(trial.words).toMatch(/4 Response due This is a formula/);
	expect(trial.words).toMatch(/5 Ref “24-1” is the reference of line 2 too/);
	expect(await faultsIn(trial.body)).toEqual([]);
	const forced = await visitor.post(trial.url.replace(/trial$/, "import"));
	expect(forced.statusCode).toBeGreaterThanOrEqual(400);
	await beside();
	expect((await visitor.open("/reports/somerset-rpd/2024-04-01/2024-09-30")).words).toMatch(
		/Professional differences raised 0 0 0/,
	);
});

test("an import is undone as a whole, and the same file may be imported again; it is not imported twice", async () => {
	const visitor = await office();
	const trial = await tryOut(visitor, good, agencies());
	await visitor.post(trial.url.replace(/trial$/, "import"));
	await beside();
	expect((await choose(visitor, good)).words).toContain("This file was imported before");
	const again = await tryOut(visitor, `${good}\n`, agencies());
	expect(again.words).toContain("Concord has a form “24-1” already");
	// Asked for twice, it is done once.
	const asked = await visitor.post(trial.url.replace(/trial$/, "undo"));
	await visitor.post(trial.url.replace(/trial$/, "undo"));
	const page = String(asked.headers.location);
	expect((await visitor.open(page)).words).toContain("Undoing the import");
	expect(partnership.queued.filter(({ name }) => name === "run-task")).toHaveLength(1);
	await beside();
	expect((await visitor.open(page)).words).toContain("was undone");
	expect((await visitor.open("/reports/somerset-rpd/2024-04-01/2024-09-30")).words).toMatch(
		/Professional differences raised 0 0 0/,
	);
	expect((await tryOut(visitor, good, agencies())).words).toContain("2 forms can be imported");
});

test("lines without a reference that a file changed a little has again are pointed out, and can be imported all the same", async () => {
	const visitor = await office();
	const lines = [
		",School,Social care,09/04/2024,23/04/2024,22/04/2024,30/04/2024,Plans",
		",School,Social care,13/05/2024,27/05/2024,30/05/2024,03/06/2024,Plans",
	];
	const trial = await tryOut(visitor, log(lines), agencies());
	expect(trial.words).not.toContain("there already");
	await visitor.post(trial.url.replace(/trial$/, "import"));
	await beside();
	const changed = await tryOut(
		visitor,
		log([
			...lines.map((line) => line.replace("30/04", "01/05")),
			",School,Social care,14/05/2024,,,,Plans",
		]),
		agencies(),
	);
	expect(changed.words).toContain("2 lines may tell of a form that is there already");
	expect(changed.words).toMatch(
		/2 Date raised It has the day, the agencies and the themes of line 2 of “the old log”/,
	);
	expect(changed.words).toMatch(/3 Date raised It has .* line 3 of “the old log”/);
	expect(await faultsIn(changed.body)).toEqual([]);
	await visitor.post(changed.url.replace(/trial$/, "import"));
	await beside();
	expect((await visitor.open("/reports/somerset-rpd/2024-04-01/2024-09-30")).words).toMatch(
		/Professional differences raised 5 0 0/,
	);
});

test("of two files with the same forms that are imported at once, one comes in whole and the other not at all", async () => {
	const visitor = await office();
	const one = await tryOut(visitor, good, agencies());
	const other = await tryOut(visitor, `${good}\n`, agencies());
	await visitor.post(one.url.replace(/trial$/, "import"));
	await visitor.post(other.url.replace(/trial$/, "import"));
	await Promise.all(
		partnership.queued
			.splice(0)
			.map((job) => job.name === "run-task" && runTask(partnership.app, job.data.taskId)),
	);
	const states = (await listOldLogs(partnership.db, partnership.partnershipId)).map(
		({ state }) => state,
	);
	expect(states.sort()).toEqual(["imported", "read"]);
	expect((await visitor.open("/reports/somerset-rpd/2024-04-01/2024-09-30")).words).toMatch(
		/Professional differences raised 2 0 0/,
	);
});

test("while a log is being imported nobody undoes or throws it away: they are told to look again, and do not wait", async () => {
	const visitor = await office();
	const trial = await tryOut(visitor, good, agencies());
	const [log] = await listOldLogs(partnership.db, partnership.partnershipId);
	await transact(partnership.db, async (trx) => {
		await lockOldLog(trx, partnership.partnershipId, log?.id ?? "");
		await expect(
			throwAwayOldLog(partnership.app, partnership.people.businessUnit, log?.id ?? ""),
		).rejects.toThrow("Somebody is importing this log");
	});
	await visitor.post(trial.url.replace(/trial$/, "import"));
	await beside();
	expect((await visitor.open(trial.url)).words).toContain("Imported by");
});

test("a task that is under way says how far it is, and a second run of it changes nothing", async () => {
	const visitor = await office();
	const sent = await visitor.send(
		await visitor.open("/old-logs"),
		{ title: "the old log" },
		undefined,
		[{ name: "log.csv", content: good }],
	);
	expect(sent.words).toContain("Reading the file");
	expect(await faultsIn(sent.body)).toEqual([]);
	const [job] = partnership.queued;
	await beside();
	if (job?.name === "run-task") await runTask(partnership.app, job.data.taskId);
	const page = await visitor.open(sent.url);
	expect(page.words).toContain("Concord read 2 lines of log.csv (CSV, UTF-8, separated by commas)");
	expect(await faultsIn(page.body)).toEqual([]);
});

test("what is missing in a form is asked for: a file, one alone, its name; a file that is no table says what to do", async () => {
	const visitor = await office();
	const page = await visitor.open("/old-logs");
	expect(await faultsIn(page.body)).toEqual([]);
	const nothing = await visitor.send(page, {}, undefined, []);
	expect(nothing.status).toBe(422);
	expect(nothing.words).toContain("Choose a file");
	expect(nothing.words).toContain("Enter what reports call it");
	const two = await visitor.send(page, { title: "x" }, undefined, [
		{ name: "a.csv", content: good },
		{ name: "b.csv", content: good },
	]);
	expect(two.words).toContain("Choose one file");
	expect((await choose(visitor, "%PDF-1.7\u0000\u0001")).words).toMatch(
		/could not be read .*save it as an Excel workbook/,
	);
	const columns = await choose(visitor, "Ref,Date\n1,03/04/2024\n");
	const wrong = await visitor.send(columns);
	expect(wrong.words).toContain("Select the column with the agency that raised it");
	expect(wrong.words).toContain("Select how dates are written in this log");
	const values = await visitor.send(columns, {
		"column-raisedBy": "Ref",
		"column-reference": "",
		dates: "day-first",
	});
	expect((await visitor.send(values)).words).toContain("Select what “1” means");
});

test("what nobody imports is thrown away: by hand, or after a week", async () => {
	const visitor = await office();
	const page = await choose(visitor, good);
	await visitor.post(`${page.url}/throw-away`);
	expect(await listOldLogs(partnership.db, partnership.partnershipId)).toEqual([]);
	await choose(visitor, good);
	partnership.at("2026-04-05T10:00");
	await deleteOldLogsLeft(partnership.app);
	expect(await listOldLogs(partnership.db, partnership.partnershipId)).toHaveLength(1);
	partnership.at("2026-04-07T10:00");
	await deleteOldLogsLeft(partnership.app);
	expect(await listOldLogs(partnership.db, partnership.partnershipId)).toEqual([]);
});

test("whoever does not hold the office learns nothing of old logs, and another partnership has its own", async () => {
	const page = await choose(await office(), good);
	for (const person of ["headteacher", "director", "officer"] as const)
		for (const url of ["/old-logs", page.url, `${page.url}/values`, `${page.url}/trial`])
			expect((await partnership.read(partnership.people[person], url)).statusCode).toBe(404);
	const elsewhere = await partnership.another();
	expect((await partnership.read(elsewhere.people.businessUnit, page.url)).statusCode).toBe(404);
	expect(
		wordsIn((await partnership.read(elsewhere.people.businessUnit, "/old-logs")).body),
	).toContain("No old log has been chosen");
});

describe("where a virus scanner is set up", () => {
	let scanner: TestScanner;
	beforeAll(async () => {
		scanner = await fakeClamd();
	});
	afterAll(() => scanner.stop());
	afterEach(() => scanner.behave());
	const scanned = () => {
		const { app } = partnership;
		app.files = { ...app.files, scanner: clamd({ path: scanner.path }, 60_000) };
		return app;
	};
	const kept = () => partnership.db.selectFrom("old_log_file").select("state").execute();

	test("a file with a virus is refused and not kept", async () => {
		scanned();
		const before = (await kept()).length;
		const sent = await choose(await office(), `${good}\n24-3,${virus},,09/04/2024,,,,Plans`);
		expect(sent.status).toBe(422);
		expect(sent.words).toContain("A virus was found in this file. It was not kept.");
		expect((await kept()).length).toBe(before);
		expect(await listOldLogs(partnership.db, partnership.partnershipId)).toEqual([]);
	});

	test("while the scanner is away a file waits unread, and is read once it was checked", async () => {
		const app = scanned();
		scanner.behave("hangs up");
		const visitor = await office();
		const page = await choose(visitor, good);
		expect(page.words).toContain("The file waits to be checked for viruses");
		expect(await faultsIn(page.body)).toEqual([]);
		expect(partnership.queued).toEqual([]);
		await expect(checkOldLogsThatWait(app)).rejects.toThrow(ScannerAway);
		scanner.behave();
		await checkOldLogsThatWait(app);
		await beside();
		expect((await visitor.open(page.url)).words).toContain("Concord read 2 lines of log.csv");
		await checkOldLogsThatWait(app);
		expect(partnership.queued).toEqual([]);
	});

	test("a file in which a virus is found later is deleted unread, and its page says so", async () => {
		const app = scanned();
		scanner.behave("cannot");
		const visitor = await office();
		const page = await choose(visitor, `${good}\n24-3,${virus},,09/04/2024,,,,Plans`);
		scanner.behave();
		const before = (await kept()).length;
		await checkOldLogsThatWait(app);
		expect((await kept()).length).toBe(before - 1);
		expect((await visitor.open(page.url)).words).toContain("Concord has deleted it unread");
		expect(partnership.queued).toEqual([]);
	});

	test("where nothing was said of a scanner a real file waits; where there is to be none, it is read", async () => {
		const { app } = partnership;
		app.rehearsal = false;
		const visitor = await office();
		const page = await choose(visitor, good);
		expect(page.words).toContain("No virus scanner is set up, so Concord does not read this file.");
		app.files = { ...app.files, scanner: "none" };
		await checkOldLogsThatWait(app);
		await checkOldLogsThatWait(app);
		expect(partnership.queued).toHaveLength(1);
		await beside();
		expect((await visitor.open(page.url)).words).toContain("Concord read 2 lines of log.csv");
	});
});
