import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../../../../test/support/office.ts";
import { freshKey, somersetAs } from "../../../../../test/support/partnership.ts";
import { faultsIn, type Seen, type Visitor } from "../../../../../test/support/visitor.ts";
import { makeProtocolVersion } from "../../../../actions/make-protocol-version.ts";
import { proposeProtocolVersion } from "../../../../actions/propose-protocol-version.ts";
import { findVersion } from "../../../../store/protocol-versions.ts";
import { protocolPaths } from "../../../addresses.ts";

const partnership = officeForEach({ at: "2026-03-26T10:00" });
let kit: Visitor;
let lou: Visitor;
let version: string;

const source = somersetAs("2026-05");
const draft = (text = source) =>
	makeProtocolVersion(partnership.app, partnership.people.administrator, {
		key: freshKey(),
		source: text,
		note: "",
	});
const savedText = async () =>
	(await findVersion(partnership.db, partnership.partnershipId, version))?.source ?? "";

/** Lines that the saved text has and the one before it had not. */
const newLines = async (before = source) => {
	const there = new Set(before.split("\n"));
	return (await savedText()).split("\n").filter((line) => !there.has(line));
};

beforeEach(async () => {
	const { administrator, secondAdministrator } = partnership.people;
	kit = await partnership.visitor(administrator);
	lou = await partnership.visitor(secondAdministrator);
	version = await draft();
});

const pageOf = (part: string, visitor = kit) =>
	visitor.open(protocolPaths.usualPart(version, part));
const check = (page: Seen, entered: Record<string, string>, visitor = kit) =>
	visitor.send(page, entered, "_do=check");
const save = (page: Seen, visitor = kit) => visitor.send(page, {}, "_do=save");

const forward = "stages.formal-resolution.steps.forward.due.within";
const respond = "stages.formal-resolution.steps.respond.due.within";

describe("who may come here", () => {
	test("administrators, and for anybody else there is nothing", async () => {
		const { businessUnit, teacher } = partnership.people;
		for (const url of [protocolPaths.usual(version), protocolPaths.usualPart(version, "themes")]) {
			expect((await kit.open(url)).status).toBe(200);
			for (const person of [businessUnit, teacher]) {
				const visitor = await partnership.visitor(person);
				expect((await visitor.open(url)).status).toBe(404);
				expect((await visitor.post(url, { _do: "save" })).statusCode).toBe(404);
			}
		}
		expect((await pageOf("nonsense")).status).toBe(404);
	});

	test("only while it is a draft", async () => {
		const page = await check(await pageOf("time-limits"), { [`${forward}-amount`]: "1" });
		await proposeProtocolVersion(partnership.app, partnership.people.administrator, {
			version,
			revision: 1,
			inForceFrom: "2026-05-01",
			note: "",
		});
		expect((await save(page)).url).toBe(protocolPaths.version(version));
		expect((await kit.open(protocolPaths.usual(version))).url).toBe(protocolPaths.version(version));
		expect(await savedText()).toBe(source);
	});
});

test("every page is valid HTML, and sent as it is changes nothing", async () => {
	const hub = await kit.open(protocolPaths.usual(version));
	expect(await faultsIn(hub.body)).toEqual([]);
	const parts = [...hub.body.matchAll(/href="([^"]+\/usual\/[^"]+)"/g)].map(([, url = ""]) => url);
	expect(parts.length).toBeGreaterThan(12);
	for (const url of parts) {
		const page = await kit.open(url);
		expect([url, page.status, await faultsIn(page.body)]).toEqual([url, 200, []]);
		const sent = await check(page, {});
		expect([url, sent.status]).toEqual([url, 422]);
		expect(sent.words).toContain("Change something first");
	}
});

test("a version’s page leads to what can be changed, with what it says now", async () => {
	expect((await kit.open(protocolPaths.version(version))).words).toContain(
		"Change the usual things",
	);
	const { words } = await kit.open(protocolPaths.usual(version));
	expect(words).toMatch(/Time limits 5 time limits Change/);
	expect(words).toContain("0300 123 2224, Children’s Social Care");
	expect(words).toContain("every 5 working days where it has no date");
	expect(words).toMatch(/Stage 3: Formal resolution \d+ texts/);
});

describe("a change", () => {
	test("is shown in words before it is saved, and is one line of the text with its comment", async () => {
		let page = await pageOf("time-limits");
		expect(page.words).toContain("Send the form to agency B");
		expect(page.words).toContain("The SSCP Business Unit, within 2 working days of");
		page = await check(page, { [`${forward}-amount`]: "24", [`${forward}-unit`]: "hours" });
		expect(page.words).toContain("Check what changes");
		expect(page.words).toMatch(
			/“Send the form to agency B” \(the SSCP Business Unit\): now within 24 hours; before, within 2 working days/,
		);
		expect(await savedText()).toBe(source);
		page = await save(page);
		expect(page.words).toContain("Time limits: saved");
		expect(await newLines()).toEqual([
			"        due: { within: 24 hours, from: sign-off.signed } # from: Concord's default",
		]);
	});

	test("of words alone is shown too", async () => {
		const page = await check(await pageOf("stages.early-resolution"), {
			"stages.early-resolution.steps.talk.outcomes.resolved.say": "We agree",
		});
		expect(page.words).toContain("“We agreed what should happen” is now called “We agree”");
		expect(page.body).toMatch(/<details[^>]* open/);
	});

	test("can be taken back before it is saved, with all that was typed still there", async () => {
		const typed = { "themes.timeliness": "Delay", "themes.+0": "Transition to adulthood" };
		const page = await kit.send(await check(await pageOf("themes"), typed), {}, "_do=back");
		expect(page.form).toMatchObject(
			Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, [text]])),
		);
		expect(page.form["themes.other"]).toEqual(["Something else"]);
		expect(await savedText()).toBe(source);
	});

	test("adds, renames and takes out themes; a renamed one keeps its name in the file", async () => {
		const more = await kit.send(await pageOf("themes"), { "themes.+0": "Transition" }, "_do=add");
		expect(more.form["themes.+0"]).toEqual(["Transition"]);
		expect(more.form["themes.+1"]).toEqual([""]);
		const page = await check(more, {
			"themes.+1": "Neglect",
			"themes.timeliness": "Delay",
			"themes.other": "",
		});
		expect(page.words).toContain("New theme: “Transition”");
		expect(page.words).toContain("The theme “Something else” is gone");
		await save(page);
		expect(await newLines()).toEqual([
			"  timeliness: Delay",
			"  transition: Transition",
			"  neglect: Neglect",
		]);
	});

	test("of whom to ring stands in the text as a number in quotes", async () => {
		const page = await check(await pageOf("safety"), {
			"safety.1.call": "01823355803",
			"safety.+0.name": "the duty line",
			"safety.+0.call": "01823 355804",
			"safety.+0.if": "you are not sure",
		});
		expect(page.words).toContain("01823355803");
		await save(page);
		expect(await newLines()).toEqual([
			'  - { if: a child is suffering or at risk of significant harm, call: "01823355803", name: Children’s Social Care }',
			"  - { if: you are not sure, call: 01823 355804, name: the duty line }",
		]);
	});
});

describe("what is wrong is told at its field, as typed, and nothing is saved", () => {
	test.each<[string, Record<string, string>, string, string]>([
		[
			"time-limits",
			{ [`${forward}-amount`]: "soon" },
			"Enter a whole number, such as 5, for “Send the form to agency B”",
			`${forward}-amount`,
		],
		[
			"endings",
			{ "endings.decided.title": " " },
			"Enter the title. It was “Decided by the Executive”",
			"endings.decided.title",
		],
		[
			"endings",
			{ "endings.decided.title": "x".repeat(201) },
			"Shorten it to 200 characters",
			"endings.decided.title",
		],
		["safety", { "safety.+0.call": "999" }, "Enter who answers", "safety.+0.name"],
		["themes", { "themes.+0": "<b>Now</b>" }, "There is a tag in this text", "themes.+0"],
	])("on %s", async (part, typed, says, at) => {
		const page = await check(await pageOf(part), typed);
		expect(page.status).toBe(422);
		expect(page.words).toContain(says);
		expect(page.body).toContain(`href="#${at}"`);
		expect(page.body).toContain(`id="${at}"`);
		for (const [name, text] of Object.entries(typed))
			expect(page.form[name]?.[0]?.trim()).toBe(text.trim());
		expect(await faultsIn(page.body)).toEqual([]);
		expect(await savedText()).toBe(source);
	});
});

describe("two change one draft at once", () => {
	test("each another thing: the second is told, sees theirs put into the first one’s, and both stay", async () => {
		const mine = await pageOf("time-limits");
		const ofLou = await check(
			await pageOf("time-limits", lou),
			{ [`${respond}-amount`]: "7" },
			lou,
		);
		await save(ofLou, lou);
		let page = await check(mine, { [`${forward}-amount`]: "1" });
		expect(page.status).toBe(409);
		expect(page.words).toContain("Lou Birch saved this version at 10am");
		expect(page.words).toContain("now within 1 working day");
		expect(page.words).not.toContain("7 working days");
		page = await save(page);
		expect(page.words).toContain("Time limits: saved");
		expect((await newLines()).map((line) => /within: (\d+)/.exec(line)?.[1])).toEqual(["1", "7"]);
	});

	test("between check and save: it is checked again", async () => {
		const mine = await check(await pageOf("reminders"), { "reminders.before-amount": "3" });
		await save(await check(await pageOf("themes", lou), { "themes.other": "Else" }, lou), lou);
		let page = await save(mine);
		expect(page.status).toBe(409);
		expect(page.words).toContain("Lou Birch saved this version");
		expect(await savedText()).not.toContain("before: 3 working days");
		page = await save(page);
		expect(await newLines()).toEqual(["  before: 3 working days", "  other: Else"]);
	});

	test("the same thing: the second reads what the first wrote, beside their own, and decides", async () => {
		const mine = await check(await pageOf("time-limits"), { [`${forward}-amount`]: "1" });
		await save(
			await check(await pageOf("time-limits", lou), { [`${forward}-amount`]: "3" }, lou),
			lou,
		);
		let page = await save(mine);
		expect(page.status).toBe(409);
		expect(page.words).toContain("Meanwhile this was changed to “3 working days”");
		expect(page.form[`${forward}-amount`]).toEqual(["1"]);
		page = await check(page, {});
		expect(page.words).toContain("now within 1 working day; before, within 3 working days");
		await save(page);
		expect((await newLines()).join()).toContain("within: 1 working day,");
	});

	test("what is no longer there is told, with what was typed for it", async () => {
		const mine = await check(await pageOf("themes"), { "themes.other": "Anything else" });
		await save(await check(await pageOf("themes", lou), { "themes.other": "" }, lou), lou);
		const page = await save(mine);
		expect(page.status).toBe(409);
		expect(page.words).toContain(
			"They took out what you changed here. You had typed: Anything else",
		);
	});

	test("also where a whole page has gone with its stage", async () => {
		const text = `${source}letters: { note: { title: A note, text: "{reference}" } }\n`;
		version = await draft(somersetWithLetter(text));
		const page = await check(await pageOf("letters"), { "letters.note.title": "A short note" });
		expect(page.words).toContain("is now called “A short note”");
		const edit = await lou.open(protocolPaths.edit(version));
		await lou.send(edit, { text: withoutLetter(String(edit.form.text)) });
		const gone = await save(page);
		expect(gone.status).toBe(409);
		expect(gone.words).toContain("This is no longer in the protocol");
		expect(gone.words).toContain("A short note");
	});
});

/** The second follow-up becomes a letter, and back. */
const somersetWithLetter = (text: string) =>
	text
		.replace('version: "2026-05"', 'version: "2026-08"')
		.replace(
			"        kind: follow-up\n        title: Follow up the late response\n",
			"        kind: letter\n        letter: note\n        title: Follow up the late response\n",
		);
const withoutLetter = (text: string) =>
	text
		.replace("        kind: letter\n        letter: note\n", "        kind: follow-up\n")
		.replace(/^letters: .*\n/m, "");

test("what its reader has typed of the whole text and not saved is still there afterwards", async () => {
	const edit = await kit.open(protocolPaths.edit(version));
	const typed = `${String(edit.form.text)}# half a thou`;
	await kit.post(protocolPaths.keep(version), { ...edit.form, text: typed });
	expect((await kit.open(protocolPaths.usual(version))).words).toContain(
		"You have text of your own under Edit the text that is not saved",
	);
	await save(await check(await pageOf("reminders"), { "reminders.before-amount": "1" }));
	const again = await kit.open(protocolPaths.edit(version));
	expect(String(again.form.text)).toBe(typed);
	expect(again.words).toContain("after you began");
});

test("what the text says once for several places is shown with the way to change it", async () => {
	version = await draft(
		somersetAs("2026-09")
			.replace("title: Withdraw it\n", "title: &withdraw Withdraw it\n")
			.replace("withdrawn: { title: Withdrawn }", "withdrawn: { title: *withdraw }"),
	);
	const page = await pageOf("endings");
	expect(page.words).toContain("The text says this once for several places");
	expect(page.form).not.toHaveProperty(["endings.withdrawn.title"]);
});
