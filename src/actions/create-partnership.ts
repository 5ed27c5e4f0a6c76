import { randomUUID } from "node:crypto";
import { usualThreshold } from "../domain/learning/suppress.ts";
import {
	calendarIn,
	nationNames,
	pathNameOf,
	reservedPathNames,
} from "../domain/partnership/identity.ts";
import type { SetupAnswers } from "../domain/partnership/setup-answers.ts";
import { usualHours } from "../domain/people/working-hours.ts";
import { withPlainLineEnds } from "../domain/protocol/file/plain-text.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { administrator } from "../domain/protocol/version.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Said, said, saidWhole } from "../domain/said.ts";
import { type Agency, saveAgency } from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import {
	findPartnershipOnceAtHost,
	findPartnershipOnceAtPath,
	hasPartnership,
	listPartnerships,
	lockPartnerships,
	type NewPartnership,
	type Partnership,
	savePartnership,
} from "../store/partnerships.ts";
import { savePerson } from "../store/people.ts";
import { saveProtocolVersion } from "../store/protocol-versions.ts";
import { deleteSetupDraft } from "../store/setup-draft.ts";
import type { App } from "./app.ts";
import { type Invited, inviteSaved } from "./invite.ts";
import { checkReads } from "./make-protocol-version.ts";

/** All that a partnership begins with. `source` is the whole text of its protocol. */
export type PartnershipToBe = Omit<SetupAnswers, "protocol"> & {
	source: string;
	/** The host that is its alone; left out, it is reached by its path. */
	host?: string | undefined;
};

/** What came of it. `administrators` are in the order in which they were named. */
export type Created = { partnershipId: string; administrators: Invited[] };

/**
 * Makes a partnership, all of it or nothing: its office and agencies, its protocol in force from a day, and its first
 * administrators, who are invited.
 *
 * @param how `onlyFirst` refuses where there is one already; `byMail` false sends no invitation, for whoever hands the
 *   addresses over in another way (`addressOfInvitation`)
 * @throws Refusal 'wrong-protocol' | 'name-taken' | 'already-begun'
 */
export async function createPartnership(
	app: App,
	given: PartnershipToBe,
	how: { onlyFirst: boolean; byMail: boolean },
): Promise<Created> {
	const protocol = await checkReads(app, given.source);
	return transact(app.db, async (trx) => {
		await lockPartnerships(trx);
		const others = await listPartnerships(trx);
		if (how.onlyFirst && others.length > 0)
			throw new Refusal("already-begun", "This Concord is set up: there is a partnership already.");
		checkIsAnother(given, others);
		const once =
			(await findPartnershipOnceAtPath(trx, pathNameOf(given.name))) ??
			(given.host ? await findPartnershipOnceAtHost(trx, given.host) : undefined);
		if (once)
			throw new Refusal(
				"name-taken",
				said`${once.name} was reached at this address, and mail that it sent leads there still. Choose another name or host.`,
			);
		const agencies = given.agencies.map((agency) => ({ ...agency, id: randomUUID() }));
		const office = agencies.find(({ sector }) => sector === "partnership");
		if (!office) throw new Refusal("wrong-answers", "A partnership begins with its own office.");
		const partnership = await addPartnership(trx, {
			partnership: {
				id: randomUUID(),
				name: given.name,
				referencePrefix: given.references,
				clockAhead: 0,
				nation: given.nation,
				host: given.host ?? null,
				logoText: given.logo ?? null,
				colour: given.colour ?? null,
				contacts: given.contacts,
			},
			agencies,
			version: {
				id: randomUUID(),
				protocol,
				source: withPlainLineEnds(given.source),
				inForceFrom: given.from,
			},
		});
		const people = given.administrators.map(({ name, email, job }) => ({
			id: randomUUID(),
			partnershipId: partnership.id,
			agencyId: office.id,
			agencyName: office.name,
			sector: office.sector,
			name,
			email,
			jobTitle: job,
			level: "practitioner" as const,
			safeguardingLead: false,
			offices: [administrator],
		}));
		await savePerson(trx, ...people);
		await deleteSetupDraft(trx);
		return {
			partnershipId: partnership.id,
			administrators: await inviteSaved(app, trx, partnership, people, { byMail: how.byMail }),
		};
	});
}

/** Adds a partnership with its agencies and the protocol that it begins with, which counts as approved. */
export async function addPartnership(
	trx: Trx,
	{
		partnership,
		agencies,
		version,
	}: {
		partnership: NewPartnership;
		agencies: readonly Omit<Agency, "partnershipId">[];
		/** `inForceFrom` ISO day. */
		version: { id: string; protocol: Protocol; source: string; inForceFrom: string };
	},
): Promise<Partnership> {
	const partnershipId = partnership.id;
	const isOneOfSeveral = await hasPartnership(trx);
	await savePartnership(trx, partnership);
	await saveProtocolVersion(trx, { ...version, partnershipId });
	await saveAgency(trx, ...agencies.map((agency) => ({ ...agency, partnershipId })));
	return {
		nation: "england",
		pathName: pathNameOf(partnership.name),
		host: null,
		isOneOfSeveral,
		logoText: null,
		offersWelsh: partnership.nation === "wales",
		colour: null,
		contacts: {},
		...partnership,
		workingHours: usualHours,
		peopleShownBy: "name",
		smallNumbersBelow: usualThreshold,
	};
}

/** @throws Refusal 'name-taken' where two could be taken for each other */
function checkIsAnother(given: PartnershipToBe, others: readonly Partnership[]): void {
	if (reservedPathNames.includes(pathNameOf(given.name)))
		throw new Refusal(
			"name-taken",
			said`“${given.name}” would have the address of a page of Concord. Give it its full name.`,
		);
	for (const { name, pathName, referencePrefix, host } of others) {
		if (host !== null && host === given.host)
			throw new Refusal("name-taken", said`${host} is the address of ${name} already.`);
		if (pathName === pathNameOf(given.name))
			throw new Refusal("name-taken", said`There is a partnership “${name}” already.`);
		if (referencePrefix === given.references)
			throw new Refusal(
				"name-taken",
				said`References of ${name} begin with ${referencePrefix} already. Choose other letters.`,
			);
	}
}

/** What is to be known of a protocol in this nation; undefined where its dates are counted by its own bank holidays. */
export const countsByOthersHolidays = (
	nation: SetupAnswers["nation"],
	{ calendar }: Pick<Protocol, "calendar">,
): Said | undefined =>
	calendar === calendarIn[nation] || calendar === "uk-union"
		? undefined
		: said`The protocol counts by the bank holidays of another nation than ${saidWhole(nationNames[nation])}. Change “calendar:” in it if that is not meant.`;
