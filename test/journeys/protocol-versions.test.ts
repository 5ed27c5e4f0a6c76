import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../src/project-root.ts";
import { rehearsalAt } from "./rehearsal.ts";

test("a protocol is changed: copied, mended, compared, tried, approved by a second person, in force on its day; one difference stays and one is moved", async () => {
	const { page, as, open, press, follow, words, moveTo } = await rehearsalAt("2026-03-24T10:00");
	const text = () => page.locator("#text");
	const date = async (day: string, month: string) => {
		await page.locator("#day-day").fill(day);
		await page.locator("#day-month").fill(month);
		await page.locator("#day-year").fill("2026");
	};

	// The administrator sees what is in force, and makes a new version from it.
	await as("Ola Fredriksen");
	await open("/protocols");
	expect(await words()).toMatch(/2021-04 In force 1 April 2021/);
	expect(await words()).toMatch(/2018-09 Replaced/);
	await page.getByRole("link", { name: "2021-04", exact: true }).click();
	await page.waitForLoadState("load");
	expect(await words()).toContain("How it runs");
	await follow("Make a new version from it");
	await page.locator("#name").fill("2026-04");
	await page.locator("#note").fill("Answers took too long last year");
	await press("Make it");

	// A fault shows while it is typed, with its line; the link leads there; the mend takes it away.
	const source = await text().inputValue();
	await text().fill(
		source
			.replace("within: 10 working days", "within: 5 werking days")
			.replace("kind: sign-off", "kind: sign-off "),
	);
	const fault = page.locator(".concord-faults__fault");
	await fault.first().waitFor();
	expect(await fault.innerText()).toContain("“5 werking days” is not a length of time");
	const line = source.slice(0, source.indexOf("within: 10 working days")).split("\n").length;
	expect(await fault.locator("a").innerText()).toBe(`Line ${line}`);
	await fault.locator("a").click();
	const chosen = await page.evaluate(
		'(() => { const t = document.getElementById("text"); return t.value.slice(t.selectionStart, t.selectionEnd); })()',
	);
	expect(chosen).toContain("5 werking days");
	expect(await page.locator(".concord-editor__numbers").innerText()).toContain(String(line));
	await press("Save the version");
	expect(await words()).toContain("1 fault, so it was not saved");
	await text().fill((await text().inputValue()).replace("werking", "working"));
	await page.getByText("No faults. It can be saved.").waitFor();
	await press("Save the version");
	expect(await words()).toContain("A draft. Nobody works by it.");
	const version = new URL(page.url()).pathname;

	// In words beside the one in force; a story; the last twelve months.
	await follow("Compare it with the version in force (2021-04)");
	expect(await words()).toContain("What it changes beside version 2021-04");
	await open(`${version}/simulate`);
	const play = async (says: string | RegExp, day: string) => {
		await date(day, "3");
		await page.locator("#time").fill("2pm");
		await page.getByLabel(says).first().check();
		await press("Play it");
	};
	await play(/^Agency A’s practitioner: Raise/, "24");
	await play(/Go straight to formal resolution/, "24");
	await play(/Fill in part one/, "24");
	await play(/Sign off part one/, "24");
	expect(await words()).toContain(
		"The SSCP Business Unit owes “Send the form to agency B” by Thursday 26 March 2026",
	);
	await play(/Send the form to agency B/, "25");
	expect(await words()).toContain("by Wednesday 1 April 2026");
	await press("Take the last act back");
	expect(await words()).not.toContain("by Wednesday 1 April 2026");
	await open(`${version}/last-year`);
	expect(await words()).toMatch(
		/Tried: \d+ differences Would have gone otherwise: \d+ differences/,
	);
	expect(await words()).not.toMatch(/ → \d/);

	// Proposed by one, approved by another.
	await open(version);
	await follow("Propose it");
	await date("1", "4");
	await page.locator("#note").fill("The subgroup agreed on 20 March");
	await press("Propose it");
	expect(await words()).toContain("another administrator must approve it");
	await as("Gwen Ashdown");
	await open("/protocols");
	expect(await words()).toMatch(/2026-04 Waits for approval/);
	await page.getByRole("link", { name: "2026-04", exact: true }).click();
	await page.waitForLoadState("load");
	await follow("Approve or refuse it");
	expect(await words()).toContain("The subgroup agreed on 20 March");
	await page.getByLabel("Approve it").check();
	expect(await page.locator("#day-month").inputValue()).toBe("4");
	await press("Confirm");
	expect(await words()).toContain("Approved. In force from 1 April 2026.");

	// On its day it is in force, and differences under way stay where they are.
	await as("Siân Prosser");
	await open("/protocols");
	expect(await words()).toMatch(/2026-04 Coming/);
	await moveTo("2026-04-01", "9am");
	await open("/protocols");
	expect(await words()).toMatch(/2026-04 In force 1 April 2026 0/);
	await page.getByRole("link", { name: "2021-04", exact: true }).click();
	await page.waitForLoadState("load");
	expect(await words()).toMatch(
		/\d+ differences that you may open\. What is under way stays on this version/,
	);

	// One of them is moved, after a look at which dates that moves.
	const toMove = await page
		.locator("main a", { hasText: "move it" })
		.evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
	let moved = "";
	for (const href of toMove) {
		const { pathname, search } = new URL(href);
		await open(pathname + search);
		if (/“Answer in part two of the form”: from/.test(await words())) {
			moved = pathname.replace(/\/version$/, "");
			break;
		}
	}
	expect(moved).not.toBe("");
	const [, from, to] = /form”: from (\d+ \w+ \d+) to (\d+ \w+ \d+)/.exec(await words()) ?? [];
	await press("Move it");
	expect(await words()).toContain("Enter why it is moved");
	await page.locator("#reason-for-change").fill("Both agencies ask for the sooner date");
	await press("Move it");
	expect(await words()).toContain("moved it to another version of the protocol");
	expect(await words()).toContain(`${to}`);
	expect(await words()).toContain(`${from}`);
	expect(await words()).toContain("Both agencies ask for the sooner date");
	await open("/rehearsal/mailbox");
	expect(await words()).not.toContain("Both agencies ask for the sooner date");
	const stays = toMove
		.map((href) => new URL(href).pathname.replace(/\/version$/, ""))
		.find((path) => path !== moved);
	await open(stays ?? "");
	expect(await words()).toContain("Move it to version 2026-04 of the protocol");

	// Anybody may ask what is due when.
	await as("Zoë Hartnell");
	await open("/what-if");
	await page.getByLabel("Send the form to agency B").check();
	await date("2", "4");
	await press("See what is due");
	expect(await words()).toMatch(
		/by Monday 13 April 2026, with Good Friday and Easter Monday not counted/,
	);
});

test("a protocol that the partnership has not had is taken from a file: one that is no text changes nothing, one with a fault says its line, a sound one is saved", async () => {
	const { page, as, open, press, words } = await rehearsalAt("2026-03-24T10:00");
	await as("Ola Fredriksen");
	await open("/protocols/new");
	const text = page.locator("#text");
	const choose = (content: string | Buffer) =>
		page.getByLabel("Take the text from a file").setInputFiles({
			name: "ours.yaml",
			mimeType: "text/yaml",
			buffer: Buffer.from(content),
		});
	await text.fill("half a line");
	await choose(Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]));
	await page.getByText("That file is no text in UTF-8").waitFor();
	expect(await text.inputValue()).toBe("half a line");
	const ours = readFileSync(join(projectRoot, "protocols/somerset/2021-04.yaml"), "utf8").replace(
		"protocol: somerset-rpd",
		"protocol: our-own",
	);
	await choose(ours.replace("kind: sign-off", "kind: signoff"));
	const fault = page.locator(".concord-faults__fault");
	await fault.first().waitFor();
	expect(await fault.innerText()).toContain("There is no kind called “signoff”");
	const line = ours.slice(0, ours.indexOf("kind: sign-off")).split("\n").length;
	expect(await fault.locator("a").innerText()).toBe(`Line ${line}`);
	await choose(ours);
	await page.getByText("No faults. It can be saved.").waitFor();
	await press("Save it as a draft");
	expect(await words()).toContain("A draft. Nobody works by it.");
});
