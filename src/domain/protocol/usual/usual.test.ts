import { describe, expect, test } from "vitest";
import { rulesFrom, somersetText } from "../../../../protocols/somerset.fixture.ts";
import { oddText } from "../odd-protocol.fixture.ts";
import { ownFieldNames } from "../protocol.ts";
import { readProtocol } from "../reading/read-protocol.ts";
import { changeUsual, placesOf } from "./change.ts";
import { usualThings } from "./parts.ts";

const thingsOf = (source: string) => usualThings(source, rulesFrom(source).protocol);

/** A part of a protocol, and what comes of typing something on its page. */
function onPage(id: string, source = somersetText) {
	const { file, things, words } = thingsOf(source);
	const part = [...things, ...words].find((each) => each.id === id);
	if (!part) throw new Error(`There is no part ${id}`);
	const places = placesOf(part);
	const type = (typed: Record<string, string>) =>
		changeUsual(file, part, new Map(Object.entries(typed)));
	return {
		part,
		placeNamed: (name: string) => places.find((place) => place.name === name),
		type,
		/** The lines that are there now and were not before. */
		newLines: (typed: Record<string, string>) => {
			const before = new Set(source.split("\n"));
			return type(typed)
				.source?.split("\n")
				.filter((line) => !before.has(line))
				.map((line) => line.trim());
		},
	};
}

describe("a time limit", () => {
	const { part, placeNamed, type, newLines } = onPage("time-limits");
	const forward = "stages.formal-resolution.steps.forward.due.within";

	test("is said with whom it holds, what starts it, how strict it is and what silence brings about", () => {
		const sections = part.groups.find(({ title }) => title?.startsWith("Stage 3"))?.sections;
		expect(sections?.map(({ title, note }) => `${title}: ${note}`)).toEqual([
			"Send the form to agency B: The SSCP Business Unit, within 2 working days of “Sign off part one” (“I sign it off: send it to the Business Unit”); a hard limit.",
			"Answer in part two of the form: Agency B’s senior manager, within 10 working days of “Send the form to agency B”; a hard limit; goes on to “Follow up the late response” if it is not done in time.",
		]);
	});

	test("is changed in its own words alone", () => {
		expect(placeNamed(forward)?.says).toBe("2 working days");
		expect(newLines({ [forward]: "1 working days" })).toEqual([
			"due: { within: 1 working day, from: sign-off.signed } # from: Concord's default",
		]);
	});

	test("that people agree on has no length, and its page says so", () => {
		const reply = part.groups.flatMap(({ sections }) => sections)[0];
		expect(reply?.title).toBe("Reply to the other agency’s manager");
		expect(reply?.places).toEqual([]);
		expect(reply?.note).toContain("People agree the day");
	});

	test("of which the text states no time is named, with the way to set one", () => {
		const { source } = onPage("time-limits").type({});
		const notStated = (source ?? "").replace(
			"due: { within: 2 working days, from: sign-off.signed }",
			"due: not stated",
		);
		const sections = onPage("time-limits", notStated).part.groups.flatMap((each) => each.sections);
		expect(sections.find(({ title }) => title === "Send the form to agency B")).toEqual({
			title: "Send the form to agency B",
			note: "The protocol’s text states no time. To set one, edit the text.",
			places: [],
		});
	});

	test.each(["soon", "0 working days", "", "-1 days", "12345 days"])(
		"is a whole number from 1 and a unit, and not “%s”",
		(typed) => {
			expect(type({ [forward]: typed }).wrong?.get(forward)).toBe("no-length");
		},
	);

	test("in a line keeps what starts it", () => {
		const short = somersetText.replace(
			"due: { within: 2 working days, from: sign-off.signed }",
			"due: 2 working days from sign-off.signed",
		);
		const place = "stages.formal-resolution.steps.forward.due";
		expect(onPage("time-limits", short).newLines({ [place]: "immediately" })).toEqual([
			"due: immediately from sign-off.signed # from: Concord's default",
		]);
	});

	test("that goes by a choice is a length for each", () => {
		const odd = onPage("time-limits", oddText);
		const lengths = odd.part.groups
			.flatMap(({ sections }) => sections)
			.find(({ places }) => places.length > 1);
		expect(lengths?.places.map(({ of }) => of)).toHaveLength(lengths?.places.length ?? 0);
		expect(lengths?.places.every(({ of, says }) => of && /^\d+ \w+/.test(says))).toBe(true);
	});

	test("that is written otherwise and means the same is no change", () => {
		const weeks = somersetText.replace("within: 10 working days", "within: two working weeks");
		const place = "stages.formal-resolution.steps.respond.due.within";
		expect(onPage("time-limits", weeks).type({ [place]: "10 working days" }).source).toBe(weeks);
	});
});

describe("a theme", () => {
	const { type, newLines } = onPage("themes");

	test("that is renamed keeps its name in the file", () => {
		expect(newLines({ "themes.timeliness": "Delay" })).toEqual(["timeliness: Delay"]);
	});

	test("that is new gets a name made of its words, which no other has", () => {
		expect(
			newLines({
				"themes.+0": "Tŷ: Children’s homes, and other places where children live away from home",
				"themes.+1": "Thresholds",
				"themes.+2": "24/7",
			}),
		).toEqual(
			[
				'"Tŷ: Children’s homes, and other places where children live away from home"',
				"Thresholds",
				"24/7",
			].map(
				(words, index) =>
					`${["ty-childrens-homes-and-other-places", "thresholds-2", "theme"][index]}: ${words}`,
			),
		);
	});

	test("is taken out by leaving it blank, but not the last one", () => {
		const without = type({ "themes.other": "" }).source ?? "";
		expect(without).not.toContain("Something else");
		expect(rulesFrom(without).protocol.themes).not.toHaveProperty("other");
		const { wrong } = type(
			Object.fromEntries(placesOf(onPage("themes").part).map(({ name }) => [name, ""])),
		);
		expect([...(wrong ?? [])]).toEqual([["themes.assessments", "last-of-its-list"]]);
	});
});

describe("whom to ring", () => {
	const { type, newLines } = onPage("safety");

	test("has a number that stays a text, whatever it begins with", () => {
		expect(newLines({ "safety.1.call": "0800123456" })).toEqual([
			'- { if: a child is suffering or at risk of significant harm, call: "0800123456", name: Children’s Social Care }',
		]);
	});

	test("is added and taken out; one that has lost a word is told", () => {
		const all = type({
			"safety.0.if": "",
			"safety.0.call": "",
			"safety.0.name": "",
			"safety.+4.if": "you are not sure",
			"safety.+4.call": "01823 355803",
			"safety.+4.name": "the duty line",
		});
		expect(rulesFrom(all.source ?? "").protocol.safety.map(({ name }) => name)).toEqual([
			"Children’s Social Care",
			"the duty line",
		]);
		expect([...(type({ "safety.0.call": "" }).wrong ?? [])]).toEqual([
			["safety.0.call", "missing"],
		]);
		expect([...(type({ "safety.+0.call": "999" }).wrong ?? [])]).toEqual([
			["safety.+0.name", "missing"],
			["safety.+0.if", "missing"],
		]);
	});
});

describe("words", () => {
	test("of a choice that the file writes short are written out", () => {
		const name = "stages.formal.steps.weigh.outcomes.done.say";
		const { placeNamed, type } = onPage("stages.formal", oddText);
		expect(placeNamed(name)?.says).toBe("Done");
		expect(type({ [name]: "It is settled" }).source).toContain(
			"done: { say: It is settled, then: end resolved }",
		);
	});

	test("that are left out get their place after the words they belong to", () => {
		const { newLines } = onPage("stages.formal-resolution");
		expect(
			newLines({
				"stages.formal-resolution.steps.consider.says": "Read it with your manager.",
				"fields.outstanding.hint": "In one line.",
			}),
		).toEqual([
			"says: Read it with your manager.",
			"outstanding: { type: long-text, label: What is still not resolved?, hint: In one line. }",
		]);
	});

	test("of a question stand with the first thing that asks it, and each once", () => {
		const { words } = thingsOf(somersetText);
		const asked = words.flatMap((part) =>
			placesOf(part).flatMap(({ is, name }) => (is === "question" ? [`${part.id} ${name}`] : [])),
		);
		expect(asked).toContain("raise fields.issue.label");
		expect(asked).toContain("stages.formal-resolution fields.evidence.label");
		const { fields } = rulesFrom(somersetText).protocol;
		expect(asked).toHaveLength(
			Object.keys(fields).filter((field) => !ownFieldNames.includes(field)).length,
		);
	});
});

test("a role is called otherwise in a sector, and in all of them as before where that is left blank", () => {
	const { newLines } = onPage("roles");
	expect(newLines({ "roles.senior-manager.in.health": "named nurse" })).toEqual([
		"senior-manager: { level: senior-manager, called: senior manager, in: { health: named nurse } }",
	]);
	expect(newLines({ "roles.manager.in.police": "" })).toEqual([]);
});

test("what the file says once for several places is not changed at one of them", () => {
	const shared = somersetText
		.replace("title: Withdraw it\n", "title: &withdraw Withdraw it\n")
		.replace("withdrawn: { title: Withdrawn }", "withdrawn: { title: *withdraw }")
		.replace("  Withdrawn: Tynnwyd yn ôl\n", "");
	const { placeNamed, type } = onPage("endings", shared);
	expect(placeNamed("endings.withdrawn.title")?.isShared).toBe(true);
	expect(type({ "endings.withdrawn.title": "Taken back" }).source).toBe(shared);
});

test("the Welsh of words that are said otherwise goes with them, unless they stand elsewhere too", () => {
	const { type } = onPage("endings");
	const { protocol, faults } = readProtocol(
		type({ "endings.withdrawn.title": "Taken back" }).source ?? "",
	);
	expect(faults).toBeUndefined();
	expect(Object.keys(protocol?.welsh ?? {})).not.toContain("Withdrawn");
	const twice = somersetText.replace(
		"  withdrawn: { title: Withdrawn }",
		"  withdrawn: { title: Resolved }",
	);
	const kept = onPage("endings", twice.replace("  Withdrawn: Tynnwyd yn ôl\n", "")).type({
		"endings.withdrawn.title": "Taken back",
	});
	expect(kept.source).toContain("  Resolved: Wedi’i ddatrys\n");
});

describe("a fault of the new text is told where it was typed", () => {
	const placeOfFirstFault = (page: ReturnType<typeof onPage>, typed: Record<string, string>) => {
		const { source = "", placeOf } = page.type(typed);
		const [fault] = readProtocol(source).faults ?? [];
		return fault && placeOf?.(fault);
	};
	test.each<[string, string, Record<string, string>, string]>([
		[
			"a title that is too long",
			"endings",
			{ "endings.decided.title": "x".repeat(201) },
			"endings.decided.title",
		],
		["a tag", "raise", { "fields.issue.hint": "<b>Now</b>" }, "fields.issue.hint"],
		["a new row", "themes", { "themes.+0": "<i>x</i>", "themes.other": "Else" }, "themes.+0"],
		[
			"a row after one that is gone",
			"safety",
			{
				"safety.0.if": "",
				"safety.0.call": "",
				"safety.0.name": "",
				"safety.1.call": "1".repeat(31),
			},
			"safety.1.call",
		],
		[
			"a list that is too long in all",
			"safety",
			Object.fromEntries(
				[0, 1, 2].flatMap((row) => [
					[`safety.+${row}.if`, "x".repeat(300)],
					[`safety.+${row}.call`, "999"],
					[`safety.+${row}.name`, "n".repeat(120)],
				]),
			),
			"safety.+0.name",
		],
	])("%s", (_, id, typed, place) => {
		expect(placeOfFirstFault(onPage(id), typed)).toBe(place);
	});
});
