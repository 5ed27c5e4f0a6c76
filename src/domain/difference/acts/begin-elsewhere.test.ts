import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, Course, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { guideOf } from "../../protocol/told/guide/guide.ts";
import { clockOf } from "../difference.ts";
import { allowedActs } from "../who/may-act.ts";
import { beginElsewhere } from "./begin-elsewhere.ts";

const text = (more = "") =>
	madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, outcomes: { settled: end over, elsewhere: end gone } }
`).replace(
		"over: { title: Over }",
		`over: { title: Over }, gone: { title: Goes on elsewhere, hands-off: { to: other, carries: [issue]${more} } }`,
	);
const step = "afterwards.begin-after-gone";

const ended = (more?: string) =>
	new Course(rulesFrom(text(more)))
		.raised("2026-03-05 09:00")
		.does("2026-03-05 10:00", "raising practitioner", "one.talk elsewhere");

test("whoever raised it owes the beginning under the other protocol, after the end", () => {
	const { rules, difference } = ended();
	expect(difference.status.is).toBe("ended");
	expect(difference.open).toMatchObject([{ step, person: difference.raisedBy }]);
	const raiser = somebody("raising practitioner", rules.protocol);
	expect(allowedActs(rules.protocol, difference, raiser)).toMatchObject([{ act: "step" }]);
});

test("begun there, nobody owes it any more, and its time is kept", () => {
	const course = ended(", due: 5 working days");
	const other = somebody("raising practitioner 2", course.rules.protocol);
	course.events.push(
		...beginElsewhere(course.rules, course.difference, other, at("2026-03-06 09:00")),
	);
	expect(course.difference.open).toEqual([]);
	expect(clockOf(course.difference, step)?.state).toBe("met");
	expect(course.types().at(-2)).toBe("begun-elsewhere");
	expect(beginElsewhere(course.rules, course.difference, other, at("2026-03-06 09:05"))).toEqual(
		[],
	);
});

test("said not to be begun, with the reason, nobody owes it either", () => {
	const course = ended();
	course.does("2026-03-06 10:00", "raising practitioner", `${step} not-begun`);
	expect(course.difference.open).toEqual([]);
	expect(course.difference.answers["why-not-begun"]).toBeDefined();
});

test("what is not begun in its time is late like anything else", () => {
	const course = ended(", due: 5 working days").until("2026-03-16 09:00");
	expect(clockOf(course.difference, step)?.state).toBe("ran-out");
});

test("the guide says who begins it", () => {
	const after = guideOf(rulesFrom(text()).protocol).stages.at(-1);
	expect(after?.steps).toMatchObject([
		{ title: "Begin it under the other protocol", who: "The raising agency’s practitioner" },
	]);
});

test("only the agency that raised it can begin it", () => {
	expect(readProtocol(text(", by: business-unit")).faults).toMatchObject([
		{
			where: "endings › gone › hands-off › by",
			fix: "Write “by: raising …”, or leave it out for whoever raised it",
		},
	]);
});
