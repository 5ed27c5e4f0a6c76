import { expect, test } from "vitest";
import { resolved } from "../../../../test/support/learning.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	doMove,
	raiseByTeacher,
	raisedTo,
	referenceOf,
	said,
} from "../../../../test/support/partnership.ts";
import { faultsIn, wordsIn } from "../../../../test/support/visitor.ts";

const partnership = officeForEach({ at: "2026-03-30T10:00" });
const address = "/reports/somerset-rpd/2025-10-01/2026-03-31";

const read = async (person: keyof typeof partnership.people, url: string) =>
	partnership.read(partnership.people[person], url);

test("the figures of a period, each opening what it counts; what is between the agencies is counted and not opened", async () => {
	const sent = await raisedTo(partnership, "forward");
	await raiseByTeacher(partnership);
	const { body, statusCode } = await read("businessUnit", address);
	expect(statusCode).toBe(200);
	const words = wordsIn(body);
	expect(words).toContain("This period is not over");
	expect(words).toMatch(/Professional differences raised 2 0 0 2 more: too few to mean anything/);
	expect(words).toMatch(/Of these, sent to the Business Unit 1 0 0/);
	expect(words).toMatch(/Oakfield Primary School 2 2/);
	expect(await faultsIn(body)).toEqual([]);
	const [, behind] = body.match(/href="([^"]*behind\?count=raised%2Fdifferences)"/) ?? [];
	const list = await read("businessUnit", (behind ?? "").replaceAll("&amp;", "&"));
	expect(list.body).toContain(`/differences/${sent}`);
	expect(wordsIn(list.body)).toContain("1 more is counted, and is between the agencies");
	expect(await faultsIn(list.body)).toEqual([]);
});

test("behind what was left out, and how it ended, stands why, as far as the office was sent it", async () => {
	await raisedTo(partnership, "forward");
	const settled = await resolved(partnership);
	const { people } = partnership;
	// Of what was withdrawn between the agencies the office knows nothing but the number.
	await doMove(partnership, await raiseByTeacher(partnership), people.teacher, "withdraw", {
		"withdrawal-reason": said("withdrawn"),
	});
	const behind = async (count: string) =>
		wordsIn(
			(await read("businessUnit", `${address}/behind?count=${encodeURIComponent(count)}`)).body,
		);
	const skipped = await behind("raised-unusual/left-out-informal-resolution/differences");
	expect(skipped.split(said("history 2"))).toHaveLength(3);
	expect(skipped).not.toContain(said("skip reason"));
	const ended = await behind("endings/resolved/differences");
	expect(ended).toContain(await referenceOf(partnership, settled));
	expect(ended).toContain(`What is agreed for the child? ${said("satisfied")}`);
	const withdrawn = await behind("endings/withdrawn/differences");
	expect(withdrawn).toContain("You cannot open any of these");
	expect(withdrawn).not.toContain("Canary");
	// Other lists open nobody's words.
	expect(await behind("raised/differences")).not.toContain("Canary");
});

test("for others small numbers are hidden, on the page and in each file, and nothing opens what it counts", async () => {
	await raisedTo(partnership, "forward");
	const { body } = await read("businessUnit", `${address}?for=public`);
	const words = wordsIn(body);
	expect(words).toMatch(/Professional differences raised \[c\]/);
	expect(words).toContain("a number from 1 to 4");
	expect(body).not.toContain("behind?count=");
	expect(await faultsIn(body)).toEqual([]);
	for (const [format, type] of [
		["docx", "wordprocessingml"],
		["pdf", "application/pdf"],
		["xlsx", "spreadsheetml"],
		["csv", "text/csv"],
	] as const) {
		const file = await read("businessUnit", `${address}/for/public/${format}`);
		expect(file.headers["content-type"]).toContain(type);
		expect(file.headers["content-disposition"]).toBe(
			`attachment; filename="report-somerset-rpd-2025-10-01-to-2026-03-31-public.${format}"`,
		);
		if (format === "csv")
			expect(file.body).toMatch(/differences raised,This period,not shown,\[c\]/);
	}
});

test("a file for nobody who is known, or of no known kind, is not there", async () => {
	for (const url of [`${address}/for/everybody/docx`, `${address}/for/public/odt`])
		expect((await read("businessUnit", url)).statusCode).toBe(404);
});

test("the latest period that is over stands on the list, and a period with nothing in it says so in noughts", async () => {
	await raiseByTeacher(partnership);
	const { body: list } = await read("businessUnit", "/reports");
	expect(list).toContain('href="/reports/somerset-rpd/2025-04-01/2025-09-30"');
	expect(wordsIn(list)).toContain("It is prepared by itself on 1 April 2026");
	expect(await faultsIn(list)).toEqual([]);
	const { body } = await read("businessUnit", "/reports/somerset-rpd/2025-04-01/2025-09-30");
	expect(wordsIn(body)).toMatch(/Professional differences raised 0 0 0 The same/);
	const nothing = "Nothing was raised, open or ended in this period.";
	expect(wordsIn(body).split(nothing)).toHaveLength(2);
	expect(
		wordsIn(
			(await read("businessUnit", "/reports/somerset-rpd/2025-04-01/2025-09-30?for=public")).body,
		),
	).toContain(nothing);
	expect(wordsIn((await read("businessUnit", address)).body)).not.toContain(nothing);
});

test("another period is asked for by its days, and one that ends before it begins is asked for again", async () => {
	const days = (from: string, until: string) => {
		const asked = new URLSearchParams({ protocol: "somerset-rpd" });
		for (const [name, day] of [
			["from", from],
			["until", until],
		] as const) {
			const [year = "", month = "", date = ""] = day.split("-");
			asked.set(`${name}-day`, date);
			asked.set(`${name}-month`, month);
			asked.set(`${name}-year`, year);
		}
		return `/reports?${asked}`;
	};
	expect((await read("businessUnit", days("2026-01-05", "2026-02-06"))).headers.location).toBe(
		"/reports/somerset-rpd/2026-01-05/2026-02-06",
	);
	const wrong = await read("businessUnit", days("2026-02-06", "2026-01-05"));
	expect(wrong.statusCode).toBe(422);
	expect(wordsIn(wrong.body)).toContain("The period ends before it starts");
});

test("an address whose days lie the wrong way round says so with the form to choose them again; a file of it says so too", async () => {
	const swapped = "/reports/somerset-rpd/2026-03-31/2025-10-01";
	const { statusCode, body } = await read("businessUnit", swapped);
	expect(statusCode).toBe(422);
	expect(wordsIn(body)).toContain("The period ends before it starts");
	expect(body).toMatch(/name="from-year"[^>]*value="2026"/);
	expect(body).toMatch(/name="until-year"[^>]*value="2025"/);
	expect(await faultsIn(body)).toEqual([]);
	for (const url of [
		`${swapped}/for/public/docx`,
		`${swapped}/behind?count=raised%2Fdifferences`,
	]) {
		const answer = await read("businessUnit", url);
		expect(answer.statusCode).toBe(409);
		expect(wordsIn(answer.body)).toContain("This period ends before it starts");
	}
	for (const url of [swapped, `${swapped}/for/public/docx`])
		expect((await read("headteacher", url)).statusCode).toBe(404);
});

test("whoever does not hold the office or head it learns nothing, not even that there are reports", async () => {
	await raisedTo(partnership, "forward");
	for (const person of ["headteacher", "director", "officer"] as const)
		for (const url of [
			"/reports",
			address,
			`${address}/behind?count=raised%2Fdifferences`,
			`${address}/for/public/docx`,
		])
			expect((await read(person, url)).statusCode).toBe(404);
	expect((await read("businessUnit", `${address}/behind?count=nonsense`)).statusCode).toBe(404);
	expect((await read("businessUnit", "/reports/other/2025-10-01/2026-03-31")).statusCode).toBe(404);
});
