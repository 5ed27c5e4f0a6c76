import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

/** What A4 leaves between the margins of the page, in CSS pixels: 210 mm less twice 12 mm. */
const paper = { width: 703, height: 1017 };

/** Runs in the page, which has a DOM, and this project's types have none. */
const look = `(() => {
	const isSeen = (element) =>
		element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
		element.getClientRects().length > 0 &&
		!element.closest(".govuk-visually-hidden");
	const seen = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
	const found = (wrong, elements) => elements.map((element) => wrong + ": " + element.tagName + " " + element.textContent.trim());
	return [
		// What orders a table by a column is its heading, on paper.
		...found("is to be pressed or filled in", seen(":is(button, input, select, textarea, .govuk-button):not(th button)")),
		...found("shows its address", seen("a, span").filter((element) => /[/]/.test(getComputedStyle(element, "::after").content))),
		...found("is folded away", [...document.querySelectorAll("main details > :not(summary)")]
			.filter((inside) => !inside.closest(".concord-not-printed") && !isSeen(inside))),
		// The space at the end of a line of typed text hangs over its edge: words do not.
		...found("is wider than the paper", seen("html, main *, header *")
			.filter((element) => getComputedStyle(element).display !== "inline")
			.filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 || element.scrollWidth > element.clientWidth + 1)),
		...found("breaks within a reference", seen("th a").filter((element) => element.getClientRects().length > 1)),
	];
})()`;

/** What of a page, as it is printed, is of no use on paper or does not fit on it. */
const faultsOnPaper = (page: Page): Promise<string[]> => page.evaluate(look);

test("My work, the desk, the log and a difference fit on A4, open, with no buttons and no addresses of Concord", async () => {
	const { page, as, open } = await rehearsalAt("2026-11-30T10:00");
	await as("Tendai Moyo");
	await open("/differences");
	const differences = await page.$$eval("main th a", (links) =>
		links.map((link) => link.getAttribute("href") ?? ""),
	);
	expect(differences.length).toBeGreaterThan(5);
	for (const path of ["/", "/business-unit", "/business-unit/log", ...differences.slice(0, 6)]) {
		await page.emulateMedia({ media: "screen" });
		await page.setViewportSize({ width: 1280, height: 900 });
		await open(path);
		await page.setViewportSize(paper);
		await page.emulateMedia({ media: "print" });
		expect(await faultsOnPaper(page), path).toEqual([]);
	}
});

test("on paper a difference says where its people are written to, and offers nothing to press", async () => {
	const { page, as, open, words } = await rehearsalAt("2026-11-30T10:00");
	await as("Tendai Moyo");
	await open("/differences");
	await page.locator("main th a").first().click();
	await page.waitForLoadState("load");
	expect(await words()).toContain("Put something right");
	await page.emulateMedia({ media: "print" });
	const printed = await words();
	for (const offered of ["Put something right", "You can also", "Send an email"])
		expect(printed).not.toContain(offered);
	expect(
		await page.evaluate(
			`getComputedStyle(document.querySelector(".concord-work-address"), "::before").content`,
		),
	).toMatch(/^"\S+@\S+\.org"$/);
});
