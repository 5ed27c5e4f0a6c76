import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, Course, header, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { beginning, replay } from "../difference.ts";
import { entriesFor } from "../who/may-read.ts";
import { raise } from "./raise.ts";

const text = madeUpText(`one:
  title: One
  steps:
    log:
      kind: task
      title: Log it
      by: business-unit
      due: { within: 1 working day }
      then: talk
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      then: end over
`);

test("what a way to begin sends is known at once: an office can owe the first step, and sees the stage it is in", () => {
	const rules = rulesFrom(
		text.replace(
			"start: stage one",
			"start: stage one, sends: { what: [issue], to: [business-unit] }",
		),
	);
	const course = new Course(rules).raised("2026-03-02 09:00");
	expect(Object.keys(course.difference.known)).toEqual(["raising", "business-unit"]);
	const header = beginning(course.difference);
	const seen = replay(rules.protocol, header, entriesFor(course.events, ["business-unit"]));
	expect(seen.stage).toBe("one");
	expect(seen.open.map(({ step }) => step)).toEqual(["one.log"]);
	expect(seen.clocks.map(({ clock }) => clock)).toEqual(["one.log"]);
	expect(seen.answers.issue).toBeDefined();
});

test("when nothing is sent, an office cannot owe the first step, and the fault says where to send it", () => {
	expect(() => rulesFrom(text)).toThrow(/to: \[business-unit\] }” under “raise”, which leads here/);
});

test("an office that silence leads to is told by that silence, and the fault says how", () => {
	expect(() =>
		rulesFrom(
			madeUpText(`one:
  title: One
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      due: { within: 2 working days, late: chase }
      then: end over
    chase:
      kind: follow-up
      title: Chase
      by: business-unit
      then: stay
`),
		),
	).toThrow(/under “stages › one › steps › talk › due” write “late: \{ then: …, sends:/);
});

test("whoever is copied in when it is raised hears of it then, and sees as much as the protocol says", () => {
	const copied = (sees: string) =>
		new Course(
			rulesFrom(
				madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`)
					.replace(
						"business-unit, called",
						"business-unit, called: Business Unit }\n  board: { office: board, called",
					)
					.replace(
						"start: stage one",
						`start: stage one, sends: { what: [issue], to: [business-unit] }, copies: [{ to: board, sees: ${sees} }]`,
					),
			),
		).raised("2026-03-02 09:00");
	const read = (course: Course) => entriesFor(course.events, ["board"]).map(({ type }) => type);
	expect(copied("notice").types()).toContain("copied");
	expect(read(copied("notice"))).toEqual([]);
	expect(Object.keys(copied("notice").difference.known)).not.toContain("board");
	expect(read(copied("outcome"))).toEqual(["sent", "copied"]);
	const all = copied("all");
	const sent = entriesFor(all.events, ["board"]).find(({ type }) => type === "sent");
	expect(sent).toMatchObject({ stage: "one", what: ["issue"] });
	expect(all.difference.known).toHaveProperty("board");
});

test("nobody can be sent what the others are sent when nothing is sent", () => {
	expect(() =>
		rulesFrom(
			text.replace(
				"start: stage one",
				"start: stage one, copies: [{ to: business-unit, sees: all }]",
			),
		),
	).toThrow(/raise › copies.*“business-unit” is to be sent what the others are sent/s);
});

test("with whom it is raised, the way to begin says", () => {
	const one = rulesFrom(
		madeUpText(`one:
  title: One
  steps:
    talk: { kind: note, title: Note it, by: raising practitioner, then: end over }
`)
			.replace(
				"start: stage one",
				`start: stage one, title: Usual, ways: {
  within: { title: Within, by: [practitioner], asks: [issue], start: stage one, with: own-agency },
  alone: { title: Alone, by: [practitioner], asks: [issue], start: stage one, with: no-agency } }`,
			)
			.replace("moves:", "words: { raising: one side, receiving: the other side }\nmoves:"),
	);
	const by = somebody("raising practitioner", one.protocol);
	const begun = (way: string | undefined, receivingAgency: string | null) => () =>
		raise(
			one,
			{ ...header, receivingAgency },
			{ issue: "Late" },
			[],
			by,
			at("2026-03-02 09:00"),
			way,
		);
	const refusal = (code: string) => expect.objectContaining({ code });
	expect(begun(undefined, "receiving")).not.toThrow();
	expect(begun(undefined, "raising")).toThrow(refusal("same-agency"));
	expect(begun(undefined, null)).toThrow(refusal("no-such-agency"));
	expect(begun("within", "raising")).not.toThrow();
	expect(begun("within", "receiving")).toThrow(refusal("wrong-agency"));
	expect(begun("alone", null)).not.toThrow();
	expect(begun("alone", "receiving")).toThrow(refusal("wrong-agency"));
});
