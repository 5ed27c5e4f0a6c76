import { randomInt, randomUUID } from "node:crypto";
import type { Viewer } from "../domain/access/viewer.ts";
import { raise, type UrgentContact } from "../domain/difference/raise.ts";
import type { Answers } from "../domain/protocol/answers.ts";
import { newReference } from "../domain/reference.ts";
import { Refusal } from "../domain/refusal.ts";
import { claimActKey } from "../store/act-keys.ts";
import { listAgencies } from "../store/agencies.ts";
import { transact } from "../store/db.ts";
import { addDifference } from "../store/differences.ts";
import { deleteDraft } from "../store/drafts.ts";
import type { App } from "./app.ts";
import { notify } from "./notify.ts";
import { timeIn } from "./partnership-time.ts";

/** The page whose draft a raised difference replaces. */
export const raisingPage = "raise";

/**
 * A difference begins under the version of a protocol that is in force today.
 *
 * @param given `protocol` its identifier; the partnership’s first when left out
 * @returns its identifier; the same one when the form with this key was sent twice
 * @throws Refusal 'no-protocol' | 'no-such-agency', and as the rule `raise`
 */
export function raiseDifference(
	app: App,
	by: Viewer,
	given: {
		key: string;
		/** The protocol's identifier; the partnership's first when left out. */
		protocol?: string | undefined;
		/** One of its other ways to begin; the usual one when left out. */
		way?: string | undefined;
		receivingAgency: string;
		answers: Answers;
		urgentContacts: UrgentContact[];
	},
): Promise<string> {
	return transact(app.db, async (trx) => {
		const calendars = await app.calendars.hold(trx, by.partnershipId);
		const here = await timeIn(app, trx, by.partnershipId);
		const raisedAt = here.now.toInstant().toString();
		const version = await app.protocols.inForce(
			trx,
			by.partnershipId,
			here.now.toPlainDate().toString(),
			given.protocol,
		);
		if (!version)
			throw new Refusal(
				"no-protocol",
				"Your partnership has no protocol in force yet. Ask its Business Unit.",
			);
		const agencies = await listAgencies(trx, by.partnershipId);
		if (!agencies.some(({ id }) => id === given.receivingAgency))
			throw new Refusal("no-such-agency", "Choose an agency from the list.");

		const opening = {
			id: randomUUID(),
			reference: newReference(here.partnership.referencePrefix, (below) =>
				randomInt(below),
			),
			raisingAgency: by.agencyId,
			receivingAgency: given.receivingAgency,
			raisedBy: by.id,
			raisedAt,
		};
		const entries = raise(
			{ protocol: version.protocol, calendar: calendars.for(version.protocol) },
			opening,
			given.answers,
			given.urgentContacts,
			by,
			here.now,
			given.way,
		);
		const begun = {
			opening,
			partnershipId: by.partnershipId,
			versionId: version.id,
		};
		const difference = await addDifference(
			trx,
			version.protocol,
			begun,
			entries,
		);
		const earlier = await claimActKey(trx, {
			key: given.key,
			partnershipId: by.partnershipId,
			personId: by.id,
			differenceId: opening.id,
			at: raisedAt,
		});
		if (earlier !== undefined) throw new AlreadyRaised(earlier);
		await notify(trx, app, here, version.protocol, difference, entries);
		await deleteDraft(trx, {
			personId: by.id,
			differenceId: null,
			page: raisingPage,
		});
		return opening.id;
	}).catch((problem) => {
		if (problem instanceof AlreadyRaised) return problem.difference;
		throw problem;
	});
}

/** Rolls the second of two equal forms back, and leads to what the first one did. */
class AlreadyRaised extends Error {
	readonly difference: string;
	constructor(difference: string) {
		super("This form was already sent");
		this.difference = difference;
	}
}
