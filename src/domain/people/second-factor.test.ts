import { expect, test } from "vitest";
import { mayResetSecondFactor, needsSecondFactor } from "./second-factor.ts";

test.each([
	[["administrator"], true],
	[["business-unit"], true],
	[["business-unit-head"], true],
	[["data-protection-officer"], true],
	[["executive", "administrator"], true],
	[["executive"], false],
	[[], false],
])("whoever holds %j needs a second factor: %j", (offices, needs) => {
	expect(needsSecondFactor({ offices })).toBe(needs);
});

test("an administrator of the same partnership takes another’s second factor away, never their own", () => {
	const ola = { id: "ola", partnershipId: "one", offices: ["administrator"] };
	const tendai = { id: "tendai", partnershipId: "one", offices: ["business-unit"] };
	expect(mayResetSecondFactor(ola, tendai)).toBe(true);
	expect(mayResetSecondFactor(ola, ola)).toBe(false);
	expect(mayResetSecondFactor(ola, { ...tendai, partnershipId: "two" })).toBe(false);
	expect(mayResetSecondFactor(tendai, ola)).toBe(false);
});
