import { expect, test } from "vitest";
import { raise, rehearsalAt } from "./rehearsal.ts";

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"a difference is raised and resolved at stage 1, with scripts: $javaScriptEnabled",
	async (browser) => {
		const rehearsal = await rehearsalAt("2026-03-24T10:00", browser);
		const { page, as, press, sendAndConfirm, words, open } = rehearsal;
		await as("Zoë Hartnell");
		const typed = await raise(rehearsal, {
			agency: "Harbour Vale Children’s Social Care",
			person: "Amara Nwosu",
			theme: "Timeliness of interventions",
			child: "Robin V",
			issue: "No visit for six weeks",
			wanted: "A visit this week",
		});
		expect(await words()).toContain(
			"Harbour Vale Children’s Social Care is not told when you raise it",
		);
		await press("Raise it");
		// The first talk is recorded on the page that raising leads to.
		expect(await words()).toContain(
			"You raised it. Harbour Vale Children’s Social Care has not been told.",
		);
		const difference = new URL(page.url()).pathname.replace(/\/steps.*/, "");
		await page.getByLabel("We agreed what should happen").check();
		const agreed = "Amara visits on Thursday";
		await page.locator("#agreed-outcome").fill(agreed);
		await sendAndConfirm();
		expect(await words()).toMatch(/Resolved/);
		// At forty words a minute, which is slow, a minute has 200 letters.
		expect(typed + agreed.length).toBeLessThan(200);

		// It was settled by talking: the other agency finds nothing about it here, not even that it was there.
		await as("Amara Nwosu");
		expect((await page.goto(new URL(difference, page.url()).href))?.status()).toBe(404);
		await open("/differences");
		await page.locator("#about").fill("Robin");
		await press("Find the child");
		expect(await words()).toContain("No professional differences found");
	},
);
