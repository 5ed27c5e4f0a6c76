import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, header, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { clockOf, type Difference, replay } from "../difference.ts";
import { sayEvent } from "../told/say-event.ts";
import { raise } from "./raise.ts";

const text = ({ type = "moment", within = "48 hours", window = "" } = {}) =>
	madeUpText(`one:
  title: One
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      due: { within: ${within}, from: raised }
      then: end over
`)
		.replace("asks: [issue],", `asks: [told, decided-on, issue], raised-at: told,${window}`)
		.replace(
			"fields:\n",
			`fields:
  told: { type: ${type}, label: When was it told?, optional: true }
  decided-on: { type: day, label: Decided on?, optional: true }
${window && "  late: { type: text, label: Why late? }\n"}`,
		);

/** Raised on Wednesday 4 March 2026 at 09:30. */
function entered(given: string, answers: Record<string, string>): Difference {
	const rules = rulesFrom(given);
	const events = raise(
		rules,
		header,
		{ issue: "Example", ...answers },
		[],
		somebody("raising practitioner", rules.protocol),
		at("2026-03-04 09:30"),
	);
	return replay(rules.protocol, header, events);
}

test("what is counted from raising it is counted from when it was told, and the record keeps both moments", () => {
	const difference = entered(text(), { told: "2026-03-03T16:00" });
	expect(difference.raisedAt).toBe("2026-03-03T16:00:00Z");
	expect(difference.enteredAt).toBe("2026-03-04T09:30:00Z");
	expect(clockOf(difference, "one.talk")).toMatchObject({
		startedAt: "2026-03-04T09:30:00Z",
		due: { start: "2026-03-03T16:00:00Z", due: "2026-03-05T16:00:00Z" },
	});
});

test("left blank, it was raised when it was entered", () => {
	const difference = entered(text(), {});
	expect(difference.raisedAt).toBe("2026-03-04T09:30:00Z");
	expect(clockOf(difference, "one.talk")?.due.due).toBe("2026-03-06T09:30:00Z");
});

test("a day counts as a whole, and today as now", () => {
	const days = text({ type: "day", within: "2 working days" });
	const tuesday = entered(days, { told: "2026-03-03" });
	expect(tuesday.raisedAt).toBe("2026-03-03T00:00:00Z");
	expect(clockOf(tuesday, "one.talk")?.due.day).toBe("2026-03-05");
	expect(entered(days, { told: "2026-03-04" }).raisedAt).toBe("2026-03-04T09:30:00Z");
});

test("nobody was told in the future", () => {
	expect(() => entered(text(), { told: "2026-03-04T09:31" })).toThrow(/now or earlier/);
	expect(() =>
		entered(text({ type: "day", within: "2 working days" }), { told: "2026-03-05" }),
	).toThrow(/now or earlier/);
});

test("entered when the time has passed, it is late from then on, and not before", () => {
	const difference = entered(text(), { told: "2026-03-01T09:00" });
	expect(clockOf(difference, "one.talk")).toMatchObject({
		state: "ran-out",
		startedAt: "2026-03-04T09:30:00Z",
	});
});

test("the entry says when it was told; its own moment is when it was entered", () => {
	const rules = rulesFrom(text());
	const said = (told: string) =>
		sayEvent(
			rules.protocol,
			{ people: new Map(), agencies: { raising: "A", receiving: "B" } },
			{
				type: "raised",
				at: "2026-03-04T09:30:00Z",
				by: { person: "x", side: "raising" },
				audience: [],
				answers: {},
				raisedAt: told,
			},
		);
	expect(said("2026-03-03T16:00:00Z")).toBe(
		"Somebody of A entered that it was raised with B at 4pm on Tuesday 3 March 2026",
	);
	expect(said("2026-03-03T00:00:00Z")).toBe(
		"Somebody of A entered that it was raised with B on Tuesday 3 March 2026",
	);
});

describe("the window", () => {
	const inFiveDays = text({
		window: " window: { within: 5 working days, from: decided-on, because: late },",
	});
	// Five working days after Tuesday 24 February are Tuesday 3 March.
	test("is kept by what was told in it, also where it is entered after it", () => {
		const told = { "decided-on": "2026-02-24", told: "2026-03-03T23:00" };
		expect(entered(inFiveDays, told).status.is).toBe("open");
		expect(() => entered(inFiveDays, { "decided-on": "2026-02-24" })).toThrow(
			/had to be raised by Tuesday 3 March 2026/,
		);
	});
});

describe("the check", () => {
	test("asks that the way to begin asks it", () => {
		const { faults } = readProtocol(text().replace("asks: [told, decided-on", "asks: [decided-on"));
		expect(faults).toMatchObject([
			{ where: "raise › raised-at", fix: "Add “told” to its “asks:”" },
		]);
	});

	test("does not count hours from a day", () => {
		const { faults } = readProtocol(text({ type: "day" }));
		expect(faults).toMatchObject([
			{
				where: "stages › one › steps › talk › due › from",
				fix: "Write “type: moment” for the field “told”",
			},
		]);
	});
});
