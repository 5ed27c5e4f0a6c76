/**
 * What it takes to count 100,000 open dates again after a new bank holiday, or as many as are named, and to undo it: all of them
 * move, each of a difference of its own, and 200 people are told. `npx tsx bench/replan.ts [DIFFERENCES]`: the median of 7
 * changes on an embedded database, as it ships. Fails when the preview takes 2 seconds or more, or the change 10.
 */
import {
	applyCalendarChange,
	type CalendarEdit,
	previewCalendarChange,
	proposeCalendarChange,
} from "../src/actions/change-calendar.ts";
import { line, manyDifferences, medianOf, shareOut, type Took } from "./many-differences.ts";

const differences = Number(process.argv[2] ?? 100_000);
const people = 200;
const runs = 7;

const { partnership, timed, close } = await manyDifferences({
	count: differences,
	people,
	level: "senior-manager",
	tables: ["event", "difference_party", "difference_person", "open_step", "clock"],
	arrange: async (trx) => {
		await shareOut(trx, people);
	},
});

const { app } = partnership;
const by = partnership.people.administrator;
const holiday: CalendarEdit = {
	what: "bank-holiday",
	nations: ["england-and-wales"],
	day: "2026-04-13",
	name: "A day of thanks",
	source: "Royal proclamation",
	why: "Royal proclamation",
};

const previews: Took[] = [];
const changes: Took[] = [];
for (let run = 0; run < runs; run += 1) {
	const id = await proposeCalendarChange(
		app,
		by,
		run % 2 === 0 ? holiday : { what: "undo", why: "Measured" },
	);
	await timed(previews, () => previewCalendarChange(app, by, id));
	const change = await timed(changes, () => applyCalendarChange(app, by, id));
	if (change?.moved !== differences) throw new Error(`${change?.moved} dates moved`);
}

line("preview of what would move", previews);
line("every date counted again, saved", changes);
if (medianOf(previews) >= 2_000 || medianOf(changes) >= 10_000) process.exitCode = 1;

await close();
