import { expect, test } from "vitest";
import { signedInFrom } from "./signed-in-from.ts";

const council = {
	addresses: ["harbourvale.example"],
	verifiedBy: "claim" as const,
	addressClaim: "email",
};
const came = (claims: object, of: Partial<Parameters<typeof signedInFrom>[1]> = {}) =>
	signedInFrom(
		{ email: "Ann@HarbourVale.example", email_verified: true, ...claims },
		{ ...council, ...of },
	);

test("an address that is verified and that the provider speaks for is theirs, however it is written", () => {
	expect(came({})).toBe("ann@harbourvale.example");
});

test("one that is not verified is nobody's, unless the provider gives its people theirs", () => {
	expect(came({ email_verified: false })).toBeUndefined();
	expect(came({ email_verified: undefined })).toBeUndefined();
	expect(came({ email_verified: "true" })).toBeUndefined();
	expect(came({ email_verified: undefined }, { verifiedBy: "provider" })).toBe(
		"ann@harbourvale.example",
	);
});

test.each([
	"ann@police.example",
	"ann@sub.harbourvale.example",
	"ann@harbourvale.example@police.example",
	"ann@evil-harbourvale.example",
	"harbourvale.example",
	"",
	7,
	undefined,
])("an address that the provider does not speak for is nobody's: %s", (email) => {
	expect(came({ email }, { verifiedBy: "provider" })).toBeUndefined();
});

test("the address may stand in another claim", () => {
	const upn = { verifiedBy: "provider" as const, addressClaim: "upn" };
	expect(came({ upn: "ben@harbourvale.example" }, upn)).toBe("ben@harbourvale.example");
	expect(came({}, upn)).toBeUndefined();
});
