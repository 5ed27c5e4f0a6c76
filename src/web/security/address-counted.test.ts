import { expect, test } from "vitest";
import { addressCounted } from "./address-counted.ts";

test.each([
	["203.0.113.7", "203.0.113.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
	["2001:db8:1:2::9", "2001:db8:1:2"],
	["2001:db8::9", "2001:db8:0:0"],
	["::1", "0:0:0:0"],
	["::ffff:203.0.113.7", "::ffff:203.0.113.7"],
])("%s is counted as %s", (ip, counted) => {
	expect(addressCounted(ip)).toBe(counted);
});
