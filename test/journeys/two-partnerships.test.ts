import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

test("two partnerships are tried side by side, and an officer of both changes from one to the other", async () => {
	const walk = await rehearsalAt("2026-03-24T10:00");
	const { page, open, follow, press, words, as, moveTo } = walk;

	// Nobody is listed before a partnership is chosen.
	await open("/sign-in");
	expect(await page.getByRole("button", { name: /^Sign in as/ }).count()).toBe(0);
	await follow("Stonemere Safeguarding Children Partnership");
	expect(await words()).toContain("Delroy Hamblin");
	expect(await words()).not.toContain("Tendai Moyo");
	await press("Sign in as Delroy Hamblin");
	expect(await words()).toContain("SM-");
	expect(await words()).not.toContain("HV-");

	// Time that passes in one does not pass in the other.
	await moveTo("2026-03-31", "9am");
	await as("Tendai Moyo");
	expect(await page.locator(".concord-rehearsal").innerText()).toContain("24 March 2026");

	// What Harbour Vale publishes is its own, before anybody signs in too.
	await as("Ola Fredriksen");
	await open("/administration/contacts");
	await page.locator("#help-name").fill("Harbour Vale help desk");
	await page.locator("#help-phone").fill("01632 960111");
	await press("Save");
	await open("/help");
	expect(await words()).toContain("Harbour Vale help desk");
	await open("/stonemere/help");
	expect(await words()).toContain("Harbour Vale help desk");

	// One account, two posts: each by its own way in.
	await as("Marcus Aldous", "stonemere");
	expect(await page.locator("header").innerText()).toContain("Vale and Coast Police, Stonemere");
	await open("/help");
	expect(await words()).not.toContain("Harbour Vale help desk");
	await open("/harbour-vale/differences");
	await page.getByLabel("Vale and Coast Police", { exact: true }).check();
	await press("Continue");
	expect(page.url()).toMatch(/\/differences$/);
	expect(await words()).toContain("HV-");
	expect(await words()).not.toContain("SM-");
});
