import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

/** What somebody takes to read a page and to find their way on it, and to type a letter: in seconds. */
const [secondsOfPage, secondsOfLetter] = [15, 0.3];

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"somebody without an account answers by a link: from its mail to sent in under five minutes, with scripts: $javaScriptEnabled",
	async (browser) => {
		const rehearsal = await rehearsalAt("2026-11-30T10:00", browser);
		const { page, as, open, press, follow, words, sendAndConfirm } = rehearsal;
		const fill = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text);

		// The office sends the form to somebody whom the directory does not know, and vouches for them.
		await as("Tendai Moyo");
		await open("/business-unit");
		const forward = await page
			.locator('main a[href$="/steps/formal-resolution.forward"]')
			.first()
			.getAttribute("href");
		await open(forward ?? "");
		await page.getByLabel("Someone else").check();
		await fill("sent-to-name", "Pat Locum, interim");
		await sendAndConfirm();
		const difference = new URL(page.url()).pathname;
		expect(await words()).toContain(
			"It was sent to Pat Locum, interim, who is not in the directory",
		);
		await follow("Send them a link to answer");
		await fill("link.name", "Pat Locum");
		await fill("link.post", "Interim service manager");
		await fill("link.email", "pat.locum@harbourvale.example");
		await fill("vouched-because", "Rang the switchboard and was put through");
		await press("Send them a link");
		expect(await words()).toContain("Answers by a link, vouched for by Tendai Moyo");

		/** Opens what the newest message to somebody holds, as its reader would: a link, or a code. */
		const openNewest = async (subject: RegExp) => {
			await open("/rehearsal/mailbox");
			const letter = page
				.locator("main li", { hasText: "pat.locum@harbourvale.example" })
				.filter({ hasText: subject })
				.first();
			await letter.locator("summary").click();
			await Promise.all([
				page.waitForEvent("load"),
				letter.getByRole("button", { name: "Open what it holds" }).click(),
			]);
		};

		// The link alone shows where the code goes, and nothing of what it is about.
		await openNewest(/answer in part two/i);
		let [pages, letters] = [1, 0];
		expect(await words()).toContain("p•••@harbourvale.example");
		await press("Send me a code");
		pages++;
		const codePage = page.url();
		await openNewest(/your code/);
		const code = /\d{6}/.exec(await words())?.[0] ?? "";
		await page.goto(codePage);
		await fill("code", code);
		letters += code.length;
		await press("Go on");
		pages++;
		expect(new URL(page.url()).pathname).toBe(difference);
		expect(await words()).toContain("You answer by a link, until");
		// Nothing else is theirs: every other page leads back here.
		await open("/differences");
		expect(new URL(page.url()).pathname).toBe(difference);

		await page.locator('main a[href$="/steps/formal-resolution.respond"]').first().click();
		await page.waitForLoadState("load");
		pages++;
		await page.getByLabel("Yes", { exact: true }).first().check();
		const response =
			"We visited on Tuesday and agree. A social worker sees the family each week from now on.";
		await fill("response", response);
		letters += response.length;
		await sendAndConfirm();
		pages += 2;
		expect(await words()).toContain("Your receipt");
		expect(pages * secondsOfPage + letters * secondsOfLetter).toBeLessThan(5 * 60);

		// With what belongs on the child’s record the link is used up; who raised it reads who answered.
		await press(/It is on the child’s record/);
		expect(await words()).toContain("Your link works no more");
		await as("Tendai Moyo");
		await open(difference);
		expect(await words()).toContain("Answered by a link, which works no more");
	},
);
