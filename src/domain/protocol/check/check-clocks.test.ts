import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const text = (until: string) =>
	madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, outcomes: { up: stage two } }
two:
  title: Two
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`).replace(
		"endings:",
		`clocks:\n  whole: { title: Settle it, by: raising practitioner, within: 5 working days, from: raised, until: [${until}], late: stage two }\nendings:`,
	);

test("a clock whose silence leads to a stage is met by that stage, or it could begin it again", () => {
	expect(readProtocol(text("end")).faults).toMatchObject([
		{ where: "clocks › whole › until", fix: "Add “stage two” to “until:”" },
	]);
	expect(readProtocol(text("end, stage two")).faults).toBeUndefined();
});
