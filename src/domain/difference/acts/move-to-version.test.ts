import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { inEnglish } from "../../said.ts";
import { playStory } from "../../story/play.ts";
import { readStory } from "../../story/story.ts";
import { missingIn } from "./move-to-version.ts";

const saying = (text: string) =>
	rulesFrom(
		madeUpText(`one:
  title: One
  steps:
    tell: { kind: letter, title: Tell them, by: raising practitioner, letter: decided, then: answer }
    answer: { kind: task, title: Answer, by: raising practitioner, then: end over }`) +
			`letters:
  decided: { title: What we decided, to: The family, text: "${text}" }
`,
	);

test("a difference whose letter was sent does not fit a version in which it says something else", () => {
	const sent = saying("We decided {reference}.");
	const { story } = readStory(`story: A letter is sent
acts:
  - { at: 2026-03-02 09:00, by: raising practitioner, do: raise }
  - { at: 2026-03-02 10:00, by: raising practitioner, do: one.tell }
`);
	if (!story) throw new Error("That is no story");
	const played = playStory(sent, story);
	const entries = played.acts.flatMap(({ events }) => events);
	const missing = (text: string) =>
		missingIn(sent.protocol, saying(text).protocol, entries).map(inEnglish);

	expect(missing("We decided {reference}.")).toEqual([]);
	expect(missing("We took back {reference}.")).toEqual([
		"the letter “What we decided” in the words that were sent",
	]);
	expect(
		missingIn(
			sent.protocol,
			saying("We took back {reference}.").protocol,
			entries.filter(({ type }) => type !== "step-done"),
		),
	).toEqual([]);
});

test("a difference whose table was filled in does not fit a version that has not got its columns", () => {
	const withColumns = (columns: string) =>
		rulesFrom(
			madeUpText(`one:
  title: One
  steps:
    list: { kind: task, title: List them, by: raising practitioner, asks: [visits], then: end over }`).replace(
				"fields:",
				`fields:\n  visits: { type: table, label: Which visits?, columns: { ${columns} } }`,
			),
		);
	const before = withColumns("what: What was seen, on: { label: Day, type: day }");
	const { story } = readStory(`story: Visits are listed
acts:
  - { at: 2026-03-02 09:00, by: raising practitioner, do: raise }
  - { at: 2026-03-02 10:00, by: raising practitioner, do: one.list }
`);
	if (!story) throw new Error("That is no story");
	const entries = playStory(before, story).acts.flatMap(({ events }) => events);
	const missing = (columns: string) =>
		missingIn(before.protocol, withColumns(columns).protocol, entries).map(inEnglish);

	expect(missing("on: { label: Which day, type: day }, what: Seen, who: Who")).toEqual([]);
	expect(missing("what: What was seen, on: Day")).toEqual([
		"“Day” in the question “Which visits?”",
	]);
	expect(missing("on: { label: Day, type: day }")).toEqual([
		"“What was seen” in the question “Which visits?”",
	]);
});

test("a difference with no other agency does not fit a version in which that way has one", () => {
	const text = readFileSync(
		new URL("../../../../test/language/no-agency.yaml", import.meta.url),
		"utf8",
	);
	const before = rulesFrom(text);
	const { story } = readStory(`story: A dissent
acts:
  - { at: 2026-03-02 09:00, by: raising practitioner, do: raise, way: dissent }
`);
	if (!story) throw new Error("That is no story");
	const entries = playStory(before, story).acts.flatMap(({ events }) => events);
	const missing = (after: string) =>
		missingIn(before.protocol, rulesFrom(after).protocol, entries).map(inEnglish);

	expect(missing(text)).toEqual([]);
	expect(missing(text.replace("with: no-agency", "with: another-agency"))).toEqual([
		"a way to begin it with no other agency",
	]);
});
