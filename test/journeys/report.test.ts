import { expect, test } from "vitest";
import { pdfText, unzip, wordText } from "../support/documents.ts";
import { rehearsalAt } from "./rehearsal.ts";

test("a report is prepared, written, checked, presented and taken away, the subgroup decides, and an action is chased and closed", async () => {
	const { page, as, open, press, follow, words, moveTo, download } =
		await rehearsalAt("2026-03-24T10:00");

	// The period ends; the draft is there by itself.
	await as("Tendai Moyo");
	await moveTo("2026-04-01", "10am");
	await open("/business-unit");
	expect(await words()).toContain("A report waits as a draft");
	await follow("1 October 2025 to 31 March 2026");
	const report = new URL(page.url()).pathname;
	await follow("Write the words");
	await page
		.locator("#raised")
		.fill("More was raised by schools. Dominic Achterberg was one of them.");
	await page.locator("#recommendations").fill("That answers name who stands in.");
	await press("Save");
	expect(await words()).toContain("Version 1, Tendai Moyo");

	await follow("Check and present");
	await press("Present it");
	expect(await words()).toContain("“Dominic Achterberg” may name somebody");
	await follow("Take each out of the words");
	await page.locator("#raised").fill("More was raised by schools.");
	await press("Save");
	await follow("Check and present");
	expect(await words()).toContain("Nothing was found");
	await press("Present it");
	expect(await words()).toContain("The report is presented");
	// What was asked for after the last report stands in this one.
	expect(await words()).toContain("What was done about the last report");
	expect(await words()).toContain("Two deputies are named for each service manager.");

	// Its figures are taken away as files for the subgroup: each begins and holds what it should.
	await open("/reports/somerset-rpd/2025-10-01/2026-03-31?for=subgroup");
	const [word, pdf, excel] = [
		await download("Word"),
		await download("PDF"),
		await download("Excel"),
	];
	expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
	for (const text of [wordText(word), pdfText(pdf)])
		for (const heading of ["In short", "What it was about", "How fast it went", "How it ended"])
			expect(text).toContain(heading);
	const workbook = unzip(excel).get("xl/workbook.xml") ?? "";
	const sheets = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
	expect(sheets).toEqual(expect.arrayContaining(["In short", "What it was about"]));

	await as("Beatriz Figueira");
	await open("/reports");
	await follow("1 October 2025 to 31 March 2026");
	expect(await words()).toContain("[c]");
	await follow("Record the decision");
	await page.getByLabel("Yes", { exact: true }).check();
	await page.locator("#why").fill("The subgroup agrees.");
	await page.locator("#actions-0-what").fill("Say in each response who stands in");
	await page
		.locator("#actions-0-who")
		.selectOption({ label: "Saltmarsh Primary School: Philip Thorne, Headteacher" });
	await page.locator("#actions-0-due-day").fill("24");
	await page.locator("#actions-0-due-month").fill("4");
	await page.locator("#actions-0-due-year").fill("2026");
	await press("Record it");
	expect(await words()).toContain("The decision is recorded");

	// It is chased when its day has passed, and closed with what shows it.
	await moveTo("2026-04-27", "10am");
	await as("Tendai Moyo");
	await open("/business-unit");
	expect(await words()).toMatch(/Actions past their day .*Say in each response who stands in/);
	await as("Philip Thorne");
	await open("/");
	expect(await words()).toContain("Overdue");
	await follow("Say in each response who stands in");
	await page.getByLabel("Yes, it is done").check();
	await page.locator("#result").fill("Our form asks for it since 20 April 2026.");
	await press("Save");
	expect(await words()).toContain("Done, said on 27 April 2026");

	await as("Tendai Moyo");
	await open(report);
	expect(await words()).toContain("Our form asks for it since 20 April 2026.");
});
