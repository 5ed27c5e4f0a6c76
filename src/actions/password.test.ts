import { expect, test } from "vitest";
import { hashPassword, isPassword } from "./password.ts";

test("the password that was set is known again, and no other is", async () => {
	const hash = await hashPassword("seven quiet herons");
	expect(await isPassword("seven quiet herons", hash)).toBe(true);
	expect(await isPassword("seven quiet heron", hash)).toBe(false);
	expect(await isPassword("", hash)).toBe(false);
});

test("two people with the same password have different hashes", async () => {
	expect(await hashPassword("same")).not.toBe(await hashPassword("same"));
});

test("a letter with an accent is the same whether a keyboard sends one character or two", async () => {
	const hash = await hashPassword("caf\u00e9");
	expect(await isPassword("cafe\u0301", hash)).toBe(true);
});

test("a hash names its algorithm and cost, so that the cost can rise without locking anybody out", async () => {
	expect(await hashPassword("any")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a hash of another making is an error, not a wrong password", async () => {
	await expect(isPassword("any", "$2b$10$abc")).rejects.toThrow(RangeError);
});
