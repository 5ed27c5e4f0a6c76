import { expect, test } from "vitest";
import { askedOnce, isKnown } from "./asked-once.ts";
import { acrossPartnerships, type ScopeHeld, underScope } from "./scope.ts";

/** Answers with how often it was asked. */
const counting = () => {
	let asked = 0;
	return async () => ++asked;
};

const reads = (): ScopeHeld => ({ scope: { partnershipId: "ours" }, answers: new Map() });

test("who only shows something asks once, and another request asks anew", async () => {
	const ask = counting();
	const answers = () => Promise.all([askedOnce("who is away", ask), askedOnce("who is away", ask)]);
	expect(await underScope(reads(), answers)).toEqual([1, 1]);
	expect(await underScope(reads(), answers)).toEqual([2, 2]);
});

test("who may change something, and whatever runs outside a request, asks each time", async () => {
	const ask = counting();
	await underScope({ scope: { partnershipId: "ours" } }, async () => {
		expect(await askedOnce("who is away", ask)).toBe(1);
		expect(await askedOnce("who is away", ask)).toBe(2);
	});
	expect(await askedOnce("who is away", ask)).toBe(3);
	await underScope(reads(), () =>
		acrossPartnerships("figures", async () => {
			expect(await askedOnce("who is away", ask)).toBe(4);
			expect(await askedOnce("who is away", ask)).toBe(5);
		}),
	);
});

test("what was answered to one scope is not told to another", async () => {
	const ask = counting();
	const asks = reads();
	await underScope(asks, async () => {
		expect(await askedOnce("partnership", ask)).toBe(1);
		asks.scope = "nobody";
		expect(await askedOnce("partnership", ask)).toBe(2);
		asks.scope = { partnershipId: "ours", personId: "somebody" };
		expect(await askedOnce("partnership", ask)).toBe(3);
	});
});

test("what could not be told is asked again", async () => {
	let fails = true;
	const ask = async () => {
		if (fails) throw new Error("The database does not answer");
		return "told";
	};
	await underScope(reads(), async () => {
		await expect(askedOnce("who is away", ask)).rejects.toThrow("does not answer");
		fails = false;
		expect(await askedOnce("who is away", ask)).toBe("told");
	});
});

test("what is known from elsewhere is not asked, and is told to no other scope nor to another request", async () => {
	const ask = counting();
	const asks = reads();
	await underScope(asks, async () => {
		isKnown("partnership", 7);
		expect(await askedOnce("partnership", ask)).toBe(7);
		asks.scope = "nobody";
		expect(await askedOnce("partnership", ask)).toBe(1);
	});
	expect(await underScope(reads(), () => askedOnce("partnership", ask))).toBe(2);
});
