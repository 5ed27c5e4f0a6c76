/**
 * The work address of somebody who signed in at a provider, where it may be relied on: it is one that the provider speaks
 * for, so that none can say that somebody of another agency came, and it is shown to be theirs.
 *
 * @param claims what the provider says of them
 * @see OpenID Connect Core 1.0, section 5.7: an address alone identifies nobody
 */
export function signedInFrom(
	claims: Readonly<Record<string, unknown>>,
	{
		addresses,
		verifiedBy,
		addressClaim,
	}: { addresses: readonly string[]; verifiedBy: "claim" | "provider"; addressClaim: string },
): string | undefined {
	const address = claims[addressClaim];
	if (typeof address !== "string") return undefined;
	const small = address.trim().toLowerCase();
	const [, host, ...more] = small.split("@");
	if (!host || more.length > 0 || !addresses.includes(host)) return undefined;
	if (verifiedBy === "claim" && claims.email_verified !== true) return undefined;
	return small;
}
