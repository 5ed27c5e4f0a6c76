import fc from "fast-check";
import { expect, test } from "vitest";
import { SealFault } from "./faults.ts";
import { heldKey } from "./installation-key.ts";
import { keyringOf } from "./keyring.ts";
import { close, deriveKey, newKey, open, type Place, unwrap, wrap } from "./sealed.ts";

const bytes = fc.uint8Array({ maxLength: 400 });
const place: fc.Arbitrary<Place> = fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 });

const faultOf = (work: () => unknown): string => {
	try {
		work();
		return "opened";
	} catch (problem) {
		return problem instanceof SealFault ? problem.code : String(problem);
	}
};

test("whatever is closed opens as it was, and is closed otherwise each time", () => {
	const key = newKey();
	fc.assert(
		fc.property(bytes, place, (value, at) => {
			const sealed = close(key, value, at);
			expect(open(key, sealed, at)).toEqual(Buffer.from(value));
			expect(close(key, value, at).equals(sealed)).toBe(false);
		}),
	);
});

test("with any bit of it changed, or cut short anywhere, it does not open", () => {
	const key = newKey();
	fc.assert(
		fc.property(bytes, place, fc.nat(), fc.nat(7), (value, at, where, bit) => {
			const sealed = close(key, value, at);
			const changed = Buffer.from(sealed);
			const nth = where % sealed.length;
			changed[nth] = (changed[nth] as number) ^ (1 << bit);
			expect(faultOf(() => open(key, changed, at))).toBe("damaged");
			expect(faultOf(() => open(key, sealed.subarray(0, nth), at))).toBe("damaged");
		}),
	);
});

test("in another place, or under another key, it does not open", () => {
	const key = newKey();
	fc.assert(
		fc.property(bytes, place, place, (value, at, other) => {
			fc.pre(JSON.stringify(at) !== JSON.stringify(other));
			const sealed = close(key, value, at);
			expect(faultOf(() => open(key, sealed, other))).toBe("damaged");
			expect(faultOf(() => open(newKey(), sealed, at))).toBe("damaged");
			expect(faultOf(() => open(deriveKey(key, "another"), sealed, at))).toBe("damaged");
		}),
	);
});

test("a key that was wrapped is the same key, and opens in its own place alone", () => {
	const [outer, inner] = [newKey(), newKey()];
	const wrapped = wrap(outer, inner, ["here"]);
	expect(unwrap(outer, wrapped, ["here"]).equals(inner)).toBe(true);
	expect(faultOf(() => unwrap(outer, wrapped, ["there"]))).toBe("damaged");
});

test("a partnership’s key opens for that partnership alone, and only with the installation’s key that closed it", async () => {
	const installation = heldKey(newKey());
	const made = await keyringOf([installation]).make("key-1", "north");
	const opened = await keyringOf([heldKey(newKey()), installation]).open(made);
	expect(opened.id).toBe("key-1");
	const elsewhere = keyringOf([installation]).open({ ...made, partnershipId: "south" });
	await expect(elsewhere).rejects.toMatchObject({ code: "damaged" });
	const without = keyringOf([heldKey(newKey())]).open(made);
	await expect(without).rejects.toMatchObject({ code: "no-key" });
	await expect(keyringOf([]).make("key-2", "north")).rejects.toMatchObject({ code: "no-key" });
});

test("many who ask for a partnership’s key at once have it opened once", async () => {
	const installation = heldKey(newKey());
	let asked = 0;
	const counted = {
		...installation,
		unwrap: (...given: Parameters<typeof installation.unwrap>) => {
			asked += 1;
			return installation.unwrap(...given);
		},
	};
	const keys = keyringOf([counted]);
	const made = await keys.make("key-1", "north");
	await Promise.all([keys.open(made), keys.open(made), keys.open(made)]);
	await keys.open(made);
	expect(asked).toBe(1);
	expect(keys.held("key-1")?.id).toBe("key-1");
});
