/** Another partnership like Harbour Vale: agencies, people and protocols of its own, alike to the rules. */
import { randomUUID } from "node:crypto";
import { addPartnership } from "../../src/actions/create-partnership.ts";
import { readProtocol } from "../../src/domain/protocol/reading/read-protocol.ts";
import { partnershipId } from "../../src/rehearsal/identifiers.ts";
import { listAgencies } from "../../src/store/agencies.ts";
import type { Trx } from "../../src/store/db.ts";
import { findPartnership } from "../../src/store/partnerships.ts";
import { listDirectory, savePerson } from "../../src/store/people.ts";
import {
	findVersion,
	listVersions,
	saveProtocolVersion,
} from "../../src/store/protocol-versions.ts";
import type { Alike } from "./agencies.ts";
import type { Into } from "./copies.ts";

/**
 * Begins it, as a partnership is begun.
 *
 * @param nth counts from 1: no two have the same name
 * @param alike who may stand in a copy for whom in Harbour Vale
 * @returns what goes where in a copy of a difference of Harbour Vale
 */
export async function makeAnother(
	trx: Trx,
	nth: number,
	alike: Alike,
): Promise<Pick<Into, "partnershipId" | "prefix" | "alike" | "renamed">> {
	const like = await findPartnership(trx, partnershipId);
	if (!like) throw new Error("Harbour Vale is not there");
	const renamed = new Map<string, string>();
	const now = (was: string): string => {
		const there = renamed.get(was) ?? randomUUID();
		renamed.set(was, there);
		return there;
	};
	const versions = [];
	for (const { id, inForceFrom } of await listVersions(trx, partnershipId)) {
		const found = inForceFrom && (await findVersion(trx, partnershipId, id));
		const protocol = found && readProtocol(found.source).protocol;
		if (protocol) versions.push({ id: now(id), protocol, source: found.source, inForceFrom });
	}
	const [first, ...others] = versions;
	if (!first) throw new Error("Harbour Vale has no protocol");
	const prefix = lettersOf(nth);
	const made = await addPartnership(trx, {
		partnership: {
			id: now(partnershipId),
			name: `Partnership ${nth}`,
			pathName: `partnership-${nth}`,
			referencePrefix: prefix,
			clockAhead: like.clockAhead,
			contacts: like.contacts,
		},
		agencies: (await listAgencies(trx, partnershipId)).map((agency) => ({
			...agency,
			id: now(agency.id),
			...(agency.proxyAgencyId && { proxyAgencyId: now(agency.proxyAgencyId) }),
		})),
		version: first,
	});
	for (const version of others)
		await saveProtocolVersion(trx, { ...version, partnershipId: made.id });
	await savePerson(
		trx,
		...(await listDirectory(trx, partnershipId)).map((person) => ({
			...person,
			id: now(person.id),
			partnershipId: made.id,
			agencyId: now(person.agencyId),
		})),
	);
	const all = (ids: readonly string[]) => ids.map(now);
	const there: Alike = {
		agencies: new Map([...alike.agencies].map(([was, ids]) => [was, all(ids)])),
		people: new Map(
			[...alike.people].map(([was, { agency, in: places }]) => [
				was,
				{ agency, in: new Map([...places].map(([of, ids]) => [now(of), all(ids)])) },
			]),
		),
	};
	for (const was of [...there.agencies.keys(), ...there.people.keys()]) renamed.delete(was);
	return { partnershipId: made.id, prefix, alike: there, renamed };
}

/** Two letters and one that no rehearsed partnership begins with, such as XAB. */
const lettersOf = (nth: number): string =>
	`X${String.fromCharCode(65 + Math.floor(nth / 26))}${String.fromCharCode(65 + (nth % 26))}`;
