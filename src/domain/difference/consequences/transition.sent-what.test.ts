import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";

const sentAfter = (outcome: string) =>
	new Course(
		rulesFrom(
			madeUpText(`one:
  title: One
  steps:
    write:
      kind: task
      title: Write
      by: raising practitioner
      outcomes:
        bare: { sends: { what: [issue, more], to: [receiving] }, then: end over }
        full: { asks: [more], sends: { what: [issue, more], to: [receiving] }, then: end over }`).replace(
				"fields:",
				"fields:\n  more: { type: text, label: What more is there? }",
			),
		),
	)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", `one.write ${outcome}`)
		.difference.sent.map(({ what }) => what);

test("what was answered is sent", () => {
	expect(sentAfter("full")).toEqual([["issue", "more"]]);
});

test("what nobody was asked for is not said to have been sent", () => {
	expect(sentAfter("bare")).toEqual([["issue"]]);
});
