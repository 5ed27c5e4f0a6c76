import { expect, test } from "vitest";
import { certificateFinding } from "./address.ts";

const now = Temporal.Instant.from("2026-10-05T09:00:00Z");
const inDays = (days: number) => now.add({ hours: days * 24 });

test.each([
	[90, undefined, "well"],
	[20, undefined, "look"],
	[6, undefined, "broken"],
	[-1, "CERT_HAS_EXPIRED", "broken"],
	[90, "DEPTH_ZERO_SELF_SIGNED_CERT", "broken"],
])("a certificate with %i days to go, distrusted as %s, is %s", (days, distrust, state) => {
	const finding = certificateFinding(inDays(days), distrust, now);
	expect(finding.state).toBe(state);
	if (distrust) expect(finding.says).toContain(distrust);
});

test("how long a certificate is good for is said in days and with its day", () => {
	expect(certificateFinding(inDays(90), undefined, now).says).toBe(
		"The certificate is good until 2027-01-03, 90 days from now.",
	);
});
