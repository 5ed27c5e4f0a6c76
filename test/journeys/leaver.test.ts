import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"somebody leaves, and what they owe is a colleague’s from then on, with scripts: $javaScriptEnabled",
	async (browser) => {
		const rehearsal = await rehearsalAt("2026-03-24T10:00", browser);
		const { page, as, press, follow, words, open } = rehearsal;

		// What the teacher owes stands in her work.
		await as("Zoë Hartnell");
		await open("/");
		const owed = await page.locator("main .govuk-link.govuk-\\!-font-weight-bold").count();
		expect(owed).toBeGreaterThan(0);

		// The administrator reads a count, and no reference.
		await as("Ola Fredriksen");
		await open("/people");
		await page.locator("#letters").fill("Hartnell");
		await press("Find");
		await follow("Zoë Hartnell");
		await follow("They leave, or hand over their work");
		expect(await words()).toContain("that you may not read");
		const seenByAdministrator = await page.locator('main a[href^="/differences/"]').count();
		expect(seenByAdministrator).toBe(0);

		// The head reads which they are, and hands over.
		await as("Philip Thorne");
		await open("/people");
		await follow("Zoë Hartnell");
		await follow("They leave, or hand over their work");
		const references = await page.locator('main a[href^="/differences/"]').allTextContents();
		expect(references.length).toBeGreaterThan(0);
		await press("Hand over");
		expect(await words()).toContain("Select when they go");
		await page.getByLabel("Now", { exact: true }).check();
		await page.getByLabel("Whoever answers for Saltmarsh Primary School").check();
		await press("Hand over");
		expect(await words()).toContain("What was theirs is handed over");
		expect(await words()).not.toContain("Zoë Hartnell");

		// The record says who has it now.
		await open("/differences");
		await follow(references[0] ?? "");
		expect(await words()).toContain("Zoë Hartnell");
		expect(await words()).toContain("does this no more");
	},
	300_000,
);
