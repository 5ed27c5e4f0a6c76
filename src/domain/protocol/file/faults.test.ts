import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const text = madeUpText(
	`one:
  number: 1
  title: One
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      outcomes: { up: stage two }
two:
  number: 2
  title: Two
  steps:
    send:
      kind: task
      title: Send
      by: raising practitioner
      sends: { what: [issue], to: [business-unit] }
      then: log
    log:
      kind: task
      title: Log
      by: business-unit
      due: { within: 2 working days, from: send.done }
      then: end over
`,
	"{ stop: { title: Stop, by: [raising practitioner], while: [stage one], then: end over } }",
);

const faultIn = (good: string, wrong: string) => {
	expect(text).toContain(good);
	return readProtocol(text.replace(good, wrong)).faults?.[0];
};

test("a stage may be named with its word or without where a move says when it can be made", () => {
	expect(readProtocol(text).faults).toBeUndefined();
	expect(readProtocol(text.replace("[stage one]", "[one]")).faults).toBeUndefined();
});

test.each([
	["up: stage two", "up: two", "Did you mean “stage two”?"],
	["up: stage two", "up: Stage Two", "Did you mean “stage two”?"],
	["then: end over\n", "then: over\n", "Did you mean “end over”?"],
	["from: send.done", "from: send", "Write one of: send.done, send.opened"],
	["from: send.done", "from: stage-2", "Did you mean “stage two”?"],
	["from: send.done", "from: stage 2", "Did you mean “two”?"],
	["from: send.done", "from: Level 2", "Did you mean “stage two”?"],
	["from: send.done", "from: two", "Did you mean “stage two”?"],
	["from: send.done", "from: stop", "Did you mean “move stop”?"],
	["from: send.done", "from: over", "Did you mean “end over”?"],
	["up: stage two", "up: stage 2", "Did you mean “two”?"],
	["up: stage two", "up: step-2", "Did you mean “stage two”?"],
	["[stage one]", "[stage-1]", "Did you mean “one”?"],
	["[stage one]", "[talk]", "A step has its stage before it: “one.talk”"],
	["to: [business-unit]", "to: [business unit]", "Did you mean “business-unit”?"],
	["by: [practitioner]", "by: [raising practitioner]", "Use one of: practitioner"],
])("for “%s”, “%s” is told what was meant", (good, wrong, fix) => {
	expect(faultIn(good, wrong)?.fix).toContain(fix);
});

test("who is to be sent all that the others are sent is told when nothing is", () => {
	expect(
		faultIn(
			"{ up: stage two }",
			"{ up: { copies: [{ to: business-unit, sees: all }], then: stage two } }",
		),
	).toMatchObject({ fix: expect.stringContaining("sees: outcome") });
});
