import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

/** What somebody takes to read a page and to find their way on it, and to type a letter: in seconds. */
const [secondsOfPage, secondsOfLetter] = [15, 0.3];

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"somebody without an account raises by a link: from their mail to raised in under five minutes, with scripts: $javaScriptEnabled",
	async (browser) => {
		const rehearsal = await rehearsalAt("2026-11-30T10:00", browser);
		const { page, as, open, press, follow, words } = rehearsal;
		let [pages, letters] = [0, 0];
		const fill = async (name: string, text: string) => {
			letters += text.length;
			await page.locator(`[name="${name}"]`).fill(text);
		};

		// The office vouches for somebody of a small agency.
		await as("Tendai Moyo");
		await open("/business-unit");
		await follow("Let somebody without an account raise by a link");
		await follow("Give somebody a link");
		await page.locator('[name="agency"]').selectOption({ index: 1 });
		await fill("link.name", "Nell Hart");
		await fill("link.post", "Nursery leader");
		await fill("link.email", "nell.hart@acorn.example");
		await page.getByLabel("Practitioner", { exact: true }).check();
		await fill("because", "Rang the nursery and spoke to her");
		await press("Send them a link");
		expect(await words()).toContain("Their link is on its way");

		/** Opens what the newest message to them holds: a link, or a code. */
		const openNewest = async (subject: RegExp) => {
			await open("/rehearsal/mailbox");
			const letter = page
				.locator("main li", { hasText: "nell.hart@acorn.example" })
				.filter({ hasText: subject })
				.first();
			await letter.locator("summary").click();
			await Promise.all([
				page.waitForEvent("load"),
				letter.getByRole("button", { name: "Open what it holds" }).click(),
			]);
		};

		letters = 0;
		await openNewest(/your link to raise/);
		pages++;
		expect(await words()).toContain("n•••@acorn.example");
		await press("Send me a code");
		pages++;
		const codePage = page.url();
		await openNewest(/your code/);
		const code = /\d{6}/.exec(await words())?.[0] ?? "";
		await page.goto(codePage);
		await fill("code", code);
		await press("Go on");
		pages++;

		await page.locator('[name="raise.danger"][value="no"]').check();
		await page.locator('[name="raise.scope"][value="none-of-these"]').check();
		await press("Continue");
		pages++;
		await page.locator('[name="raise.agency"]').first().check();
		await fill("children-0-name", "Ada Example");
		if (!(await page.locator('[name="practitioner-b-name"]').isVisible())) {
			await press("Continue");
			pages++;
		}
		await fill("practitioner-b-name", "Sam Reed, social worker");
		await press("Continue");
		pages++;
		await page.locator('[type="checkbox"][name="themes"]').first().check();
		await fill("issue", "Nobody has visited for six weeks, and she came hungry again.");
		await fill("outcome-wanted", "A visit this week.");
		await press("Continue");
		pages++;
		expect(await words()).toContain("Check your answers");
		await press("Raise it");
		pages++;
		expect(await words()).toContain("You raised it.");
		expect(pages * secondsOfPage + letters * secondsOfLetter).toBeLessThan(5 * 60);

		// It is theirs to do the next thing; nothing else of the partnership is open to them.
		const difference = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
		await open("/differences");
		expect(new URL(page.url()).pathname).toBe(difference);
		expect(await words()).toContain("You came by a link, until");
		await page.goto(`${rehearsal.address}/raise`);
		expect(new URL(page.url()).pathname).toBe(difference);
	},
);
