import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const faultsIn = (text: string) =>
	(readProtocol(text).faults ?? []).map(({ where, wrong, fix }) => [
		where.replace(/^stages › one › steps › /, ""),
		wrong,
		fix,
	]);

const meeting = (then: string, who = "attends: [receiving practitioner, business-unit]") =>
	madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, ${then} }
    meet: { kind: meeting, title: Meet, by: raising practitioner, ${who}, then: end over }
`);

test("who must attend is told of it on every path, or it is a fault with the words to add", () => {
	expect(faultsIn(meeting("then: meet"))).toEqual([
		[
			"meet › attends",
			"The step “meet” must be attended by the receiving agency, and on some path nothing was sent to them before it",
			"Add “sends: { what: [], to: [receiving] }” under “stages › one › steps › talk”, which leads here",
		],
		[
			"meet › attends",
			"The step “meet” must be attended by business-unit, and on some path nothing was sent to them before it",
			"Add “sends: { what: [], to: [business-unit] }” under “stages › one › steps › talk”, which leads here",
		],
	]);
	expect(
		faultsIn(meeting("sends: { what: [], to: [receiving, business-unit] }, then: meet")),
	).toEqual([]);
});

test("so is who chairs it", () => {
	expect(faultsIn(meeting("then: meet", "chair: business-unit"))).toMatchObject([
		["meet › chair", expect.stringContaining("is chaired by business-unit"), expect.anything()],
	]);
	expect(faultsIn(meeting("then: meet", "chair: raising practitioner"))).toEqual([]);
});

const clock = (rest: { raise?: string; resolved?: string; late?: string } = {}) =>
	madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, outcomes: { on: { ${rest.resolved ?? ""} then: end over } } }
`)
		.replace("start: stage one", `start: stage one${rest.raise ?? ""}`)
		.replace(
			"moves: {}",
			`moves: {}
beside: { chase: { kind: follow-up, title: Chase, by: raising practitioner, then: stay } }
clocks: { whole: { title: Settle it, by: business-unit, within: 10 working days, from: raised, until: end, late: { ${rest.late ?? ""} then: beside.chase } } }`,
		);
const never = [
	[
		"clocks › whole › by",
		"The clock “whole” is for business-unit, and nothing tells them of it before it is over",
		"Add “sends: { what: [], to: [business-unit] }” to what starts it: under “raise:”, an outcome or a move",
	],
];
const sends = "sends: { what: [issue], to: [business-unit] }";

test("an office that is held to a clock hears of it before it is over", () => {
	expect(faultsIn(clock())).toEqual(never);
	expect(faultsIn(clock({ raise: `, ${sends}` }))).toEqual([]);
});

test("to hear of it at its end, or because its time has run out, is too late", () => {
	expect(faultsIn(clock({ resolved: `${sends},` }))).toEqual(never);
	expect(faultsIn(clock({ late: `${sends},` }))).toEqual(never);
});
