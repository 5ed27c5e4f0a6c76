import type { Viewer } from "../domain/people/viewer.ts";
import { withPlainLineEnds } from "../domain/protocol/file/plain-text.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { said, saidWhole } from "../domain/said.ts";
import { keyTaken } from "../store/act-keys.ts";
import { type Trx, transact } from "../store/db.ts";
import { deleteDraft } from "../store/drafts.ts";
import {
	addVersionAct,
	findVersion,
	findVersionNamed,
	lockVersions,
	saveProtocolVersion,
} from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import { checkIsAdministrator } from "./change-protocol-version.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** The page on which the text of a new protocol is typed: its draft has served once the version is made. */
export const newProtocolPage = "protocols/new";

/**
 * A new version begins, as a draft.
 *
 * @param given `key` of the form becomes its identifier: sent twice, it is made once; `copiedFrom` the version
 *   that the text was taken from
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'wrong-protocol' | 'name-taken' | 'key-taken'
 */
export async function makeProtocolVersion(
	app: App,
	by: Viewer,
	given: {
		key: string;
		source: string;
		copiedFrom?: string | undefined;
		note: string;
	},
): Promise<string> {
	checkIsAdministrator(by);
	const protocol = await checkReads(app, given.source);
	return transact(app.db, async (trx) => {
		await lockVersions(trx, by.partnershipId);
		const made = await findVersion(trx, by.partnershipId, given.key);
		if (made?.history[0]?.by === by.id) return made.id;
		if (made) throw keyTaken();
		await checkNameIsFree(trx, by.partnershipId, protocol);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const version = { id: given.key, partnershipId: by.partnershipId };
		await saveProtocolVersion(trx, {
			...version,
			protocol,
			source: withPlainLineEnds(given.source),
			inForceFrom: null,
		});
		await addVersionAct(trx, version, {
			type: "made",
			at: now.toInstant().toString(),
			by: by.id,
			note: given.note,
			copiedFrom: given.copiedFrom,
		});
		await deleteDraft(trx, {
			owner: by.id,
			differenceId: null,
			page: newProtocolPage,
		});
		return given.key;
	});
}

/** @throws Refusal 'wrong-protocol': no text with a fault is kept */
export async function checkReads({ beside }: App, source: string): Promise<Protocol> {
	const { protocol, faults } = await beside.read(source, []);
	if (protocol) return protocol;
	const [first] = faults;
	const firstFault = said`Line ${first?.line ?? 1}: ${saidWhole(first?.wrong ?? "")}. ${saidWhole(first?.fix ?? "")}.`;
	throw new Refusal(
		"wrong-protocol",
		faults.length === 1
			? said`The text has a fault. ${firstFault}`
			: said`The text has ${faults.length} faults. ${firstFault}`,
	);
}

/** @param but the version that may have the name already @throws Refusal 'name-taken' */
export async function checkNameIsFree(
	trx: Trx,
	partnershipId: string,
	{ id, version }: Protocol,
	but?: string,
): Promise<void> {
	const taken = await findVersionNamed(trx, partnershipId, {
		protocol: id,
		version,
	});
	if (taken !== undefined && taken !== but)
		throw new Refusal(
			"name-taken",
			said`There is a version “${version}” of this protocol already. Give this one another name, in the line that begins with “version:”.`,
		);
}
