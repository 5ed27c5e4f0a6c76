import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, header, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { raise } from "../acts/raise.ts";

const text = (clock: string) =>
	madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`)
		.replace("asks: [issue]", "asks: [issue, conference-on]")
		.replace(
			"fields:\n",
			"fields:\n  conference-on: { type: day, label: When is the conference? }\n",
		)
		.replace(
			"endings:",
			`clocks:\n  conference: { title: Settle it before the conference, by: raising practitioner, within: 2 working days, ${clock}until: end }\nendings:`,
		);

test("a clock over the whole can end so long before a day", () => {
	const rules = rulesFrom(text("before: conference-on, "));
	// Tuesday 7 April 2026 follows Easter Monday: Thursday 2 and Wednesday 1 April are the two days before it.
	const events = raise(
		rules,
		header,
		{ issue: "Example", "conference-on": "2026-04-07" },
		[],
		somebody("raising practitioner", rules.protocol),
		at("2026-03-23 09:00"),
	);
	expect(events.find(({ type }) => type === "clock-started")).toMatchObject({
		due: { day: "2026-04-01" },
	});
});

test("a clock says what starts it, or which day it comes before, and not both", () => {
	expect(() => rulesFrom(text(""))).toThrow("does not say what starts it");
	expect(() => rulesFrom(text("from: raised, before: conference-on, "))).toThrow("has both");
});
