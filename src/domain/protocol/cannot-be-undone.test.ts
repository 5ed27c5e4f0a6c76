import { describe, expect, test } from "vitest";
import { somerset as rules } from "../../../protocols/somerset.fixture.ts";
import { cannotBeUndone } from "./cannot-be-undone.ts";
import { stepOf } from "./protocol.ts";

const { protocol: somerset } = rules;

const step = (id: string, named: string): boolean => {
	const it = stepOf(somerset, id);
	const outcome = it.outcomes.find((each) => each.id === named);
	if (!outcome) throw new RangeError(`No outcome ${named} of ${id}`);
	return cannotBeUndone({ step: it }, outcome);
};

const move = (id: string): boolean[] => {
	const it = somerset.moves.find((each) => each.id === id);
	if (!it) throw new RangeError(`No move ${id}`);
	return it.outcomes.map((outcome) => cannotBeUndone({ move: it }, outcome));
};

describe("what cannot be undone", () => {
	test.each([
		["it ends the difference", "early-resolution.talk", "resolved"],
		["it goes to the other agency", "informal-resolution.talk", "time-agreed"],
		["it is a reply", "informal-resolution.reply", "replied"],
		["it signs the form", "formal-resolution.sign-off", "signed"],
		["it sends the form on", "formal-resolution.forward", "forwarded"],
		["it asks the Executive", "executive.request", "requested"],
		["it decides", "executive.decide", "decided"],
	])("%s", (_, id, outcome) => {
		expect(step(id, outcome)).toBe(true);
	});

	test.each([
		["goes on inside the agency", "early-resolution.talk", "not-resolved"],
		["hands the form in", "formal-resolution.raise", "submitted"],
		["hands it back", "formal-resolution.sign-off", "returned"],
		[
			"tells that it is not resolved, and sends nothing written",
			"informal-resolution.weigh",
			"not-resolved",
		],
		["is done as often as it takes", "formal-resolution.follow-up", "followed-up"],
	])("not what %s", (_, id, outcome) => {
		expect(step(id, outcome)).toBe(false);
	});

	test("of the moves, what ends it and what is sent to others", () => {
		expect(move("withdraw")).toEqual([true]);
		expect(move("ask-the-executive")).toEqual([true]);
		expect(move("straight-to-formal")).toEqual([false]);
		expect(move("follow-up-again")).toEqual([false]);
	});
});
