import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"a form and its response come on paper, and the office enters them for the agencies, with scripts: $javaScriptEnabled",
	async (browser) => {
		const rehearsal = await rehearsalAt("2026-03-24T10:00", browser);
		const { page, as, press, follow, words, open, send, sendAndConfirm, moveTo } = rehearsal;
		const choose = (name: string, label: string) =>
			page.locator(`[name="${name}"]`).selectOption({ label });
		const fill = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text);
		const received = async (day: number, time: string) => {
			await fill("paper.received-day", String(day));
			await fill("paper.received-month", "3");
			await fill("paper.received-year", "2026");
			await fill("paper.received-time", time);
		};

		// The office has no form of its own to raise: it enters that of an agency.
		await as("Tendai Moyo");
		await open("/raise");
		expect(new URL(page.url()).pathname).toBe("/enter-form");
		await open("/business-unit");
		await follow("Enter a form that came on paper or by mail");
		await choose("paper.from", "Saltmarsh Primary School");
		await choose("paper.with", "Harbour Vale Children’s Social Care");
		await press("Continue");
		await received(20, "3pm");
		const about = page.locator('[name="paper.raised-by"]');
		await page.getByLabel("Zoë Hartnell").check();
		expect(await about.count()).toBeGreaterThan(1);
		await page.getByLabel("Philip Thorne").last().check();
		await page.getByLabel("Amara Nwosu").first().check();
		await page.getByLabel("Timeliness of interventions").check();
		await fill("children-in-full-0-name", "Robin V");
		await fill("children-in-full-0-dateOfBirth-day", "9");
		await fill("children-in-full-0-dateOfBirth-month", "4");
		await fill("children-in-full-0-dateOfBirth-year", "2019");
		await page.getByLabel("Yes", { exact: true }).check();
		for (const name of [
			"issue",
			"outcome-wanted",
			"evidence",
			"impact",
			"history-early",
			"history-informal",
			"why-not-resolved",
			"contact",
		])
			await fill(name, `As it stands on the form: ${name}`);

		// The original is asked for.
		await press("Enter it for them");
		expect(await words()).toContain("Attach the original, or say why it is not attached.");
		await page.setInputFiles('input[type="file"]', {
			name: "Part one.txt",
			mimeType: "text/plain",
			buffer: Buffer.from("The signed form, as it came"),
		});
		await press("Enter it for them");
		expect(await words()).toContain(
			"Tendai Moyo of the SSCP Business Unit entered what came on paper or by mail",
		);
		expect(await words()).toContain("Part one.txt");
		const difference = new URL(page.url()).pathname;

		// It is theirs: they were told, they read who entered it, and it is among their work.
		await as("Zoë Hartnell");
		await open(difference);
		expect(await words()).toContain("received at 3pm on Friday 20 March 2026: Zoë Hartnell");
		expect(await words()).toContain("Part one.txt");

		// Time runs from when it was received: the two working days end on Tuesday.
		await as("Tendai Moyo");
		await open(difference);
		expect(await words()).toMatch(/by (the end of )?(today|Tuesday 24 March)/);
		await page.goto(new URL(`${difference}/steps/formal-resolution.forward`, page.url()).href);
		await page.getByLabel("Rafiq Chowdhury").check();
		await sendAndConfirm();

		await moveTo("2026-03-30", "9am");
		await open(difference);
		await follow("Enter what came on paper or by mail");
		await received(27, "11am");
		await page.getByLabel("Rafiq Chowdhury").check();
		await page.getByLabel("Yes", { exact: true }).check();
		await fill("response", "As it stands on the response");
		await fill("no-original", "It was dictated over the telephone");
		await send();
		expect(await words()).toContain("received at 11am on Friday 27 March 2026: Rafiq Chowdhury");

		// Whoever is named on it may say that it is not theirs, and the office hears so.
		await as("Rafiq Chowdhury");
		await open(difference);
		await follow("Not yours? Tell the SSCP Business Unit");
		await fill("not-ours-because", "We have not answered yet");
		await press("Say that it is not ours");
		await as("Tendai Moyo");
		await open(difference);
		expect(await words()).toContain("that what was entered for them is not theirs");
	},
);
