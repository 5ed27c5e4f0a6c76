import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

/** What sticks out of the window, where the page can be pushed sideways at all. */
const tooWide = `document.documentElement.scrollWidth <= window.innerWidth ? [] :
	[...document.querySelectorAll("main *")]
		.filter((each) => each.getBoundingClientRect().right > window.innerWidth)
		.map((each) => each.outerHTML.slice(0, 200))`;

test.each([
	["with a browser that runs scripts, on a telephone", true, 400],
	["with one that runs none", false, 1200],
])(
	"an administrator changes a time limit, a number and a theme without reading YAML, %s",
	async (_, javaScriptEnabled, width) => {
		const { page, as, open, press, follow, words } = await rehearsalAt("2026-03-24T10:00", {
			javaScriptEnabled,
		});
		await page.setViewportSize({ width, height: 900 });
		const input = (name: string) => page.locator(`[id="${name}"]`);
		const change = (thing: string) => follow(new RegExp(`Change\\s+${thing}$`));
		const fitsItsWindow = async () => expect(await page.evaluate(tooWide), page.url()).toEqual([]);

		await as("Ola Fredriksen");
		await open("/protocols");
		await page.getByRole("link", { name: "2021-04", exact: true }).click();
		await page.waitForLoadState("load");
		await follow("Make a new version from it");
		await page.locator("#name").fill("2026-04");
		await press("Make it");
		const before = await page.locator("#text").inputValue();
		await open(new URL(page.url()).pathname.replace(/\/edit$/, ""));
		await follow("Change the usual things");
		await fitsItsWindow();

		// A slip is told at its field, and mended there.
		await change("Time limits");
		const days = input("stages.formal-resolution.steps.respond.due.within-amount");
		await days.fill("soon");
		await press("Check what changes");
		await page.locator(".govuk-error-summary a").click();
		expect(await days.evaluate((each) => each.matches(":focus"))).toBe(true);
		await fitsItsWindow();
		await days.fill("5");
		await press("Check what changes");
		expect(await words()).toContain("now within 5 working days; before, within 10 working days");
		await press("Save");
		expect(await words()).toContain("Time limits: saved");

		await change("Whom to ring");
		await input("safety.1.call").fill("01632 960114");
		await press("Check what changes");
		await press("Go back and change it");
		expect(await input("safety.1.call").inputValue()).toBe("01632 960114");
		await fitsItsWindow();
		await press("Check what changes");
		await press("Save");
		expect(await words()).toContain("01632 960114, Children’s Social Care");

		await change("Themes");
		await input("themes.+0").fill("Moving to adult services");
		await press("Add another");
		await input("themes.timeliness").fill("Delay");
		await press("Check what changes");
		expect(await words()).toContain("New theme: “Moving to adult services”");
		await press("Save");

		await change("Stage 3: Formal resolution");
		await fitsItsWindow();
		await input("stages.formal-resolution.steps.forward.says").fill("Choose who will answer.");
		await press("Check what changes");
		expect(await words()).toContain("Choose who will answer.");
		await press("Save");

		// It is the same text, with four changes in it.
		await follow("edit the text");
		const after = (await page.locator("#text").inputValue()).split("\n");
		const there = new Set(before.split("\n"));
		expect(after.filter((line) => !there.has(line)).map((line) => line.trim())).toEqual([
			"- { if: a child is suffering or at risk of significant harm, call: 01632 960114, name: Children’s Social Care }",
			"Choose who will answer.",
			"due: { within: 5 working days, from: forward.forwarded, late: [follow-up] } # from: Concord's default",
			"timeliness: Delay",
			"moving-to-adult-services: Moving to adult services",
		]);
	},
);
