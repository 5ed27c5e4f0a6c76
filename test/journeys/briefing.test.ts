import { expect, test } from "vitest";
import { pdfText, wordText } from "../support/documents.ts";
import { rehearsalAt } from "./rehearsal.ts";

test("what was learned from a difference becomes a briefing that a second person approves and a teacher finds and takes away", async () => {
	const rehearsal = await rehearsalAt("2026-03-24T10:00");
	const { page, as, open, press, follow, words, send, sendAndConfirm, download } = rehearsal;

	// It ends.
	await as("Owen Tregarth");
	await open("/");
	await follow("Say whether the response resolves it");
	await page.getByLabel("Yes, it is resolved").check();
	await page.locator("#satisfied").fill("The operation is on the list again.");
	await sendAndConfirm();

	// The lesson is written with the case beside it, and names nobody.
	await as("Tendai Moyo");
	await open("/business-unit");
	await follow("Record what was learned");
	await follow("Write the lesson with the case beside it");
	expect(await words()).toContain(
		"What is agreed for the child? The operation is on the list again.",
	);
	await page.locator("#happened").fill("Oskar was moved, and his operation was lost with it.");
	await page.locator("#shouldDiffer").fill("A move names who carries on the treatment.");
	await page.locator("#first-action-what").fill("Add open treatment to the checklist for moves");
	await page.locator("#first-action-shown-by").fill("Ten checklists that name it");
	await page
		.locator("#first-action-agency")
		.selectOption({ label: "Harbour Vale Children’s Social Care" });
	await page.locator("#first-action-day").fill("30");
	await page.locator("#first-action-month").fill("6");
	await page.locator("#first-action-year").fill("2026");
	await press("Save the lesson");
	expect(await words()).toContain("This may tell whom it is about: “Oskar”");
	await page.locator("#happened").fill("A child was moved, and an operation was lost with it.");
	await press("Save the lesson");
	expect(await page.locator("#lesson").inputValue()).toContain("an operation was lost with it");
	await send();

	// A briefing of this lesson and of another.
	await open("/learning/lessons");
	const lessons = page.getByRole("checkbox");
	expect(await lessons.count()).toBeGreaterThan(1);
	await page.getByLabel("For a briefing: A child was moved").check();
	await page.getByLabel("For a briefing: A conference ended a plan").check();
	await press("Make a briefing of those selected");
	const happened = await page.locator("#happened").inputValue();
	expect(happened).toContain("an operation was lost with it");
	expect(happened).toContain("A conference ended a plan");
	await page.locator("#title").fill("Who carries on when a child is moved?");
	await page.locator("#matters").fill("Oskar was in pain for a month.");
	await press("Save the draft");
	const briefing = new URL(page.url()).pathname;
	const approves = page.getByRole("button", { name: "Approve it for everybody" });
	expect(await words()).toContain("“Oskar” (a name)");
	expect(await approves.count()).toBe(0);

	// Whoever approves it is shown the same, and does not.
	await as("Judith Okonedo");
	await open("/learning/briefings");
	await follow("Who carries on when a child is moved?");
	expect(await words()).toContain("“Oskar” (a name)");
	await press("Approve it for everybody");
	expect(await words()).toContain("Say that nobody can be known by what was found");

	// It is corrected, still not by its writer to approve, and approved.
	await as("Tendai Moyo");
	await open(briefing);
	await follow("Change this draft");
	await page.locator("#matters").fill("A child was in pain for a month.");
	await press("Save the draft");
	expect(await words()).toContain("No name, place or date was found");
	expect(await approves.count()).toBe(0);
	await as("Zoë Hartnell");
	await page.goto(new URL(briefing, page.url()).href);
	expect(await words()).toContain("Page not found");
	await as("Judith Okonedo");
	await open(briefing);
	await press("Approve it for everybody");
	expect(await words()).toContain("Approved by Judith Okonedo");

	// A teacher finds it by words that stand in it, and takes it away.
	await as("Zoë Hartnell");
	await open("/learning/briefings");
	await page.locator("#find").fill("pain operation");
	await press("Find");
	expect(await page.locator("main h2").allInnerTexts()).toEqual([
		"Who carries on when a child is moved?",
	]);
	await follow("Who carries on when a child is moved?");
	const word = wordText(await download("Word"));
	const pdf = await download("PDF");
	expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
	for (const text of [word, pdfText(pdf)]) {
		expect(text).toContain("Who carries on when a child is moved?");
		expect(text).toContain("A child was in pain for a month.");
		expect(text).toContain("Questions for your team");
		expect(text).not.toContain("Oskar");
		expect(text).not.toContain("Draft");
	}
});
