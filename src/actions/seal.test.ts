import { expect, test } from "vitest";
import { sealUnder } from "./seal.ts";

const before = "the secret of last year, which is long enough";
const today = "the secret of this year, which is long enough";

test("what is sealed opens for whose it is, and is never the same twice", () => {
	const seal = sealUnder([today]);
	const sealed = seal.close("JBSWY3DP", "amy");
	expect(sealed.toString("latin1")).not.toContain("JBSWY3DP");
	expect(seal.close("JBSWY3DP", "amy").equals(sealed)).toBe(false);
	expect(seal.open(sealed, "amy")).toEqual({ text: "JBSWY3DP", again: false });
});

test("it opens for nobody else, under no other secret and not when a bit of it was changed", () => {
	const sealed = sealUnder([today]).close("JBSWY3DP", "amy");
	expect(sealUnder([today]).open(sealed, "ben")).toBeUndefined();
	expect(sealUnder([before]).open(sealed, "amy")).toBeUndefined();
	for (let at = 0; at < sealed.length; at += 1) {
		const changed = Buffer.from(sealed);
		changed[at] = (changed[at] ?? 0) ^ 1;
		expect(sealUnder([today]).open(changed, "amy")).toBeUndefined();
	}
	expect(sealUnder([today]).open(Buffer.from("short"), "amy")).toBeUndefined();
});

test("after a change of the secret the one before still opens, and says that it is to be sealed again", () => {
	const sealed = sealUnder([before]).close("JBSWY3DP", "amy");
	expect(sealUnder([today, before]).open(sealed, "amy")).toEqual({ text: "JBSWY3DP", again: true });
});
