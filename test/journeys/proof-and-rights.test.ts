import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { rehearsalForAll } from "./rehearsal.ts";

const rehearsal = rehearsalForAll("2026-03-24T10:00");

test("a difference is sealed for one person, opened by another in an emergency, and the seal is taken off", async () => {
	const { page, as, open, press, follow, words } = rehearsal();
	await as("Judith Okonedo");
	await open("/differences?child=Billie+Marsh");
	await follow(/HV-/);
	const difference = new URL(page.url()).pathname;
	const reference = /HV-\w+/.exec(await page.title())?.[0] ?? "no reference";
	await follow("Seal it");
	await page.getByLabel("Tendai Moyo").check();
	await press("Seal it");
	expect(await words()).toContain("Say why it is sealed");
	await page.getByLabel(/Why is it sealed/).fill("Somebody’s own family is in it.");
	await press("Seal it");

	// To a colleague it is nowhere, but where somebody could come to harm.
	await as("Siân Prosser");
	await open("/business-unit/log");
	expect(await words()).not.toContain(reference);
	await open(`/differences?reference=${reference}`);
	expect(await words()).not.toContain("Billie");
	await open("/sealed/open");
	await page.getByLabel("Reference").fill(reference);
	await press("Continue");
	expect(await words()).not.toContain("Billie");
	await page.getByRole("textbox").last().fill("Billie did not come home.");
	await press("Open it in an emergency");
	expect(await words()).toContain("You opened it in an emergency and can read it until");
	expect(await words()).toContain("Billie");

	// Whoever keeps seals reads who, why and what, and not the story.
	await as("Yusuf Marlow");
	await open("/sealed");
	expect(await words()).toContain("Why: “Billie did not come home.”");
	expect(await words()).toContain("The whole page");
	await follow("take the seal off");
	await page.getByRole("textbox").last().fill("It was settled.");
	await press("Take the seal off");

	await as("Siân Prosser");
	await open(difference);
	expect(await words()).not.toContain("You opened it in an emergency");
	expect(await words()).toContain("Billie");
});

test("a schedule is tried and saved, what is due is reviewed by one, disposed of by another, and certified", async () => {
	const { page, as, open, press, follow, words, download } = rehearsal();
	await as("Yusuf Marlow");
	await open("/retention");
	await follow("Schedule");
	await follow("Change the schedule");
	await page.getByLabel("How long are they kept?").fill("1");
	await page.getByLabel("Its end").first().check();
	await page.getByLabel("Why is it changed?").fill("To rehearse a review.");
	await press("See what it would touch");
	expect(await words()).toContain("Nothing is saved yet.");
	await press("Save");
	expect(await words()).toContain("1 year after the end, then reviewed.");
	await open("/retention");
	const first = page.getByRole("checkbox").first();
	const reference = /HV-\w+/.exec(
		await page.locator(".govuk-checkboxes__item").first().innerText(),
	)?.[0];
	await first.check();
	await page.getByLabel("Dispose of it").check();
	await press("Save");
	await follow(reference ?? "");
	expect(await words()).toContain("Take your decision back");

	await as("Judith Okonedo");
	await open("/retention");
	await follow(reference ?? "");
	await press("Dispose of it for good");
	expect(await words()).toMatch(/Certificate of disposal \d.*Yusuf Marlow.*Judith Okonedo/);
	expect(await words()).toContain(reference);
	expect((await download("Download as PDF")).subarray(0, 5).toString()).toBe("%PDF-");
});

test("what is held about a child is found, looked at piece by piece, and given as one file", async () => {
	const { page, as, open, press, follow, words, pressAndWait, download } = rehearsal();
	await as("Yusuf Marlow");
	await open("/subject-access");
	await follow("Begin: about a child");
	await page.getByLabel("Name").fill("Ellis Marchetti");
	await page.locator("#born-day").fill("9");
	await page.locator("#born-month").fill("3");
	await page.locator("#born-year").fill("2017");
	await press("Find");
	expect(await words()).toContain("Found by the same name and date of birth");
	expect(await page.getByRole("checkbox").first().isChecked()).toBe(true);
	await press("Continue");
	const request = new URL(page.url()).pathname;

	// One is given in part, the others as is proposed or not at all.
	await page.locator("section[aria-labelledby=to-agree] a").first().click();
	await page.getByLabel("Part of it").check();
	await page.getByLabel("What is given. Take out what is not").fill("What is his to read.");
	await page.getByLabel("If not all of it: on what ground?").selectOption("third-party");
	await press("Save and go on");
	await open(request);
	for (const box of await page.getByRole("checkbox").all()) await box.check();
	await press("Agree with these");
	await page.locator("section[aria-labelledby=to-open] a").first().click();
	while (page.url().includes("/pieces/")) {
		await page.getByLabel("Nothing", { exact: true }).check();
		await page.getByLabel("If not all of it: on what ground?").selectOption("not-theirs");
		await page.getByRole("button", { name: "Save and go on" }).click();
		await page.waitForLoadState("load");
	}
	await pressAndWait("Make the file", /ready/i);
	const files = unzipSync(await download("Download"));
	expect(Object.keys(files)).toContain("index.html");
	const all = Object.entries(files).flatMap(([name, content]) =>
		name.endsWith(".html") ? [strFromU8(content)] : [],
	);
	expect(all.join("")).toContain("What is his to read.");
	await open(request);
	await press("Close the request");
	expect(await words()).toContain("Answered");
});

test("somebody takes a receipt of what they were sent, and anybody checks it", async () => {
	const { page, as, open, press, follow, words, download } = rehearsal();
	await as("Owen Tregarth");
	await open("/differences?child=Oskar+Lindqvist");
	await follow(/HV-/);
	await follow("Receipts");
	const receipt = await download("Receipt to check");
	expect((await download("Receipt to read")).subarray(0, 5).toString()).toBe("%PDF-");

	await follow("check a receipt");
	const check = async (content: string) => {
		await page.getByLabel("The receipt").setInputFiles({
			name: "receipt.json",
			mimeType: "application/json",
			buffer: Buffer.from(content),
		});
		await press("Check");
		return words();
	};
	expect(await check(receipt.toString())).toContain("This receipt is true");
	expect(await check(receipt.toString().replace("Harbour Vale", "Harbour Fale"))).toContain(
		"This receipt was altered",
	);
});

test("the record is verified beside the page, and says that it is as it was recorded", async () => {
	const { as, open, words, pressAndWait } = rehearsal();
	await as("Yusuf Marlow");
	await open("/record");
	await pressAndWait("Verify the record now", "All that was looked at is as it was recorded", 2);
	expect(await words()).toContain("All that was looked at is as it was recorded Verified at");
});
