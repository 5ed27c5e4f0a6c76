import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { axe } from "../support/browser.ts";
import { pdfText } from "../support/documents.ts";
import { rehearsalForAll } from "./rehearsal.ts";

const rehearsal = rehearsalForAll("2026-03-24T10:00");

test("a pack of one difference for a court: one thing more is taken out, it is made, taken away, opened and read", async () => {
	const { page, as, open, press, follow, words, pressAndWait, download } = rehearsal();
	await as("Tendai Moyo");
	await open("/business-unit/log?status=ended");
	await follow(/^HV-/);
	const reference = /HV-\w+/.exec(await page.title())?.[0] ?? "no reference";
	await follow("Make an evidence pack of it");
	await page.getByLabel("A court", { exact: true }).check();
	await press("Continue");
	expect(await words()).toContain("Looked at 0 of 1");
	await press("Look at what is taken out");

	await page.getByText("Read it, or take more out").click();
	const row = page.locator(".govuk-summary-list__row", { hasText: "What evidence and reasons" });
	const secret = (await row.first().locator("dd").first().innerText()).trim();
	await row.first().getByRole("link").click();
	await page.getByLabel("Part of it").check();
	await page.getByLabel("What is given. Take out what is not").fill("There is evidence.");
	await press("Save and go on");
	expect(await words()).toContain("Select why it is not given as it is.");
	await page.getByLabel("If not all of it: on what ground?").selectOption("harm");
	await press("Save and go on");
	expect(await words()).toContain("The reader gets: There is evidence.");
	await press(`I have looked at ${reference}`);
	await pressAndWait("Make the pack of 1 difference", /ready/i);
	const files = unzipSync(await download("Download"));

	// Opened where there is no Concord.
	const folder = mkdtempSync(join(tmpdir(), "concord-pack-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	for (const width of [1280, 375]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(pathToFileURL(join(folder, "index.html")).href);
		expect(await axe(page)).toEqual([]);
		await page.getByRole("link", { name: reference, exact: true }).click();
		await page.waitForLoadState("load");
		expect(await axe(page)).toEqual([]);
		const isTooWide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
		expect(await page.evaluate(isTooWide)).toBe(false);
	}
	const read = await page.locator("main").innerText();
	expect(read).toContain("Chronology");
	expect(read).toContain("There is evidence.");
	expect(read).not.toContain(secret);
	const pdf = pdfText(Buffer.from(files[`differences/${reference}.pdf`] ?? []));
	expect(pdf).toContain("There is evidence.");
	expect(pdf.replaceAll(/\s+/g, " ")).not.toContain(secret.slice(0, 40));

	await page.setViewportSize({ width: 1280, height: 900 });
	await as("Yusuf Marlow");
	await open("/exports");
	expect(await words()).toContain("for a court: 1 difference");
});
