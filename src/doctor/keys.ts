import type { Finding } from "../domain/running/finding.ts";
import { SealFault } from "../keys/faults.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { keyringFrom, type WrappedPartnershipKey } from "../keys/keyring.ts";

/**
 * Whether the keys of the installation open those of every partnership, and are kept as they should be.
 *
 * @param open gives them. Throws SealFault
 * @param closed the keys of partnerships as the database keeps them
 * @param how nothing of a rehearsal is real: its key need be neither apart nor copied
 */
export async function keyFinding(
	open: () => KeyHolder,
	closed: readonly WrappedPartnershipKey[],
	how: { isBesideData: boolean; isCopied: boolean; rehearsal: boolean },
): Promise<Finding> {
	const asFinding = (state: Finding["state"], says: string, fix?: string): Finding => ({
		check: "keys",
		title: "Keys",
		state,
		says,
		...(fix && { fix }),
	});
	let place: string;
	try {
		const holder = open();
		place = holder.place;
		const keys = keyringFrom(holder);
		await holder.today();
		for (const key of closed) await keys.open(key);
	} catch (problem) {
		if (!(problem instanceof SealFault)) throw problem;
		return asFinding(
			"broken",
			problem.message,
			"See docs/operations/keys.md. Change nothing in the database: what is sealed is not lost.",
		);
	}
	const says = `What is at ${place} opens the key of every partnership.`;
	if (how.rehearsal) return asFinding("well", says);
	if (how.isBesideData)
		return asFinding(
			"look",
			`${says} It stands on the disk of the database that it closes.`,
			"Move it elsewhere, and set CONCORD_KEY_FILE: see docs/operations/keys.md.",
		);
	if (!how.isCopied)
		return asFinding(
			"look",
			`${says} Nobody has shown that there is a copy.`,
			"Keep one where the database is not, and show it: concord keys check.",
		);
	return asFinding("well", says);
}
