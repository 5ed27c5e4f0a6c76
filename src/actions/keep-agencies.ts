/** The agencies of a partnership, as its administrators and its Business Unit keep them. */

import { randomUUID } from "node:crypto";
import { keepsAgencies } from "../domain/partnership/keep-people.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { likeness } from "../domain/typed-text.ts";
import {
	type AgencyToBe,
	countPeopleOf,
	listAgencies,
	saveAgency,
	saveAgencyChanged,
	saveAgencyEnded,
} from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import { lockInvitations } from "../store/invitations.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Adds an agency.
 *
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'name-taken' | 'wrong-agency'
 */
export function addAgency(app: App, by: Viewer, given: AgencyToBe): Promise<string> {
	checkKeeps(by);
	return transact(app.db, async (trx) => {
		await checkAgency(trx, by, given, undefined);
		const id = randomUUID();
		await saveAgency(trx, {
			id,
			partnershipId: by.partnershipId,
			name: given.name,
			sector: given.sector,
			nation: given.nation ?? undefined,
			proxyAgencyId: given.proxyAgencyId ?? undefined,
			outOfHoursPhone: given.outOfHoursPhone ?? undefined,
		});
		return id;
	});
}

/**
 * Puts right what is said of an agency; one that was only named by somebody is confirmed by it.
 *
 * @returns false where there is no such agency
 * @throws Refusal 'not-yours' | 'name-taken' | 'wrong-agency'
 */
export function changeAgencyTo(
	app: App,
	by: Viewer,
	agencyId: string,
	given: AgencyToBe,
): Promise<boolean> {
	checkKeeps(by);
	return transact(app.db, async (trx) => {
		if (!(await checkAgency(trx, by, given, agencyId))) return false;
		await saveAgencyChanged(trx, agencyId, given);
		return true;
	});
}

/**
 * An agency is no more from today on: nothing is raised with it, and what names it stays. Its people are seen to first, and
 * the agencies for which it answers.
 *
 * @returns false where there is no such agency that is still there
 * @throws Refusal 'not-yours' | 'has-people' | 'wrong-agency'
 */
export function endAgency(app: App, by: Viewer, agencyId: string): Promise<boolean> {
	checkKeeps(by);
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		const agencies = await listAgencies(trx, by.partnershipId);
		const agency = agencies.find(({ id }) => id === agencyId);
		if (!agency || agency.endedOn !== undefined) return false;
		const answersFor = agencies.find(
			({ proxyAgencyId, endedOn }) => proxyAgencyId === agencyId && endedOn === undefined,
		);
		if (answersFor)
			throw new Refusal(
				"wrong-agency",
				said`${agency.name} answers for ${answersFor.name}. Say first who else does.`,
			);
		const people = await countPeopleOf(trx, agencyId);
		if (people > 0)
			throw new Refusal(
				"has-people",
				people === 1
					? said`Somebody still works at ${agency.name}. Say first that they leave, so that what they owe is handed over.`
					: said`${people} people still work at ${agency.name}. Say first that they leave, so that what they owe is handed over.`,
			);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveAgencyEnded(trx, agencyId, now.toPlainDate().toString());
		return true;
	});
}

/** One that was said to have ended goes on after all. @returns false where there is none that has ended @throws Refusal 'not-yours' */
export function reopenAgency(app: App, by: Viewer, agencyId: string): Promise<boolean> {
	checkKeeps(by);
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		const agency = (await listAgencies(trx, by.partnershipId)).find(({ id }) => id === agencyId);
		if (agency?.endedOn === undefined) return false;
		await saveAgencyEnded(trx, agencyId, null);
		return true;
	});
}

/**
 * Somebody who raises a difference names an agency that is in no list. Where one has that name it is that; else it has a row
 * of its own from now on, which the office is asked to confirm, and which nobody else is offered before.
 *
 * @returns its identifier; undefined for what is no name of one, and for one's own or one that has ended
 */
export function nameAgency(app: App, by: Viewer, typed: string): Promise<string | undefined> {
	const name = typed.trim().replaceAll(/\s+/g, " ");
	if (name === "" || name.length > longestName || /[<>\p{Cc}]/u.test(name))
		return Promise.resolve(undefined);
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		const known = (await listAgencies(trx, by.partnershipId)).find(
			(one) => likeness(one.name) === likeness(name),
		);
		if (known)
			return known.id === by.agencyId || known.endedOn || known.sector === "partnership"
				? undefined
				: known.id;
		const id = randomUUID();
		await saveAgency(trx, {
			id,
			partnershipId: by.partnershipId,
			name,
			sector: "other",
			isUnlisted: true,
		});
		return id;
	});
}

/** As a mail has room for. */
const longestName = 120;

function checkKeeps(by: Viewer): void {
	if (!keepsAgencies(by))
		throw new Refusal(
			"not-yours",
			"Agencies are kept by the partnership’s administrators and its Business Unit.",
		);
}

async function checkAgency(
	trx: Trx,
	by: Viewer,
	{ name, proxyAgencyId }: AgencyToBe,
	agencyId: string | undefined,
): Promise<boolean> {
	await lockInvitations(trx, by.partnershipId);
	const agencies = await listAgencies(trx, by.partnershipId);
	if (agencyId !== undefined && !agencies.some(({ id }) => id === agencyId)) return false;
	const other = agencies.find(
		(one) => one.id !== agencyId && likeness(one.name) === likeness(name),
	);
	if (other) throw new Refusal("name-taken", said`There is an agency “${other.name}” already.`);
	const proxy = agencies.find(({ id }) => id === proxyAgencyId);
	if (
		proxyAgencyId !== null &&
		(!proxy || proxy.id === agencyId || proxy.endedOn !== undefined || proxy.proxyAgencyId)
	)
		throw new Refusal(
			"wrong-agency",
			"Choose another agency, which answers for itself, to answer for this one.",
		);
	return true;
}
