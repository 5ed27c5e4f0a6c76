import { randomUUID } from "node:crypto";
import {
	checkInvites,
	faultOfAddress,
	keepsInvitation,
	mayInvite,
	type ToInvite,
} from "../domain/partnership/invitation.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { accountNotice } from "../mail/notices/about-account.ts";
import { listAgencies } from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import {
	deleteInvitees,
	findInvitee,
	type Invitee,
	listHolders,
	listNotYetCome,
	lockInvitations,
	revokeInvitations,
} from "../store/invitations.ts";
import { findPartnership, type Partnership } from "../store/partnerships.ts";
import { listPeople, savePerson } from "../store/people.ts";
import type { App } from "./app.ts";
import { goes } from "./leave.ts";
import { officesIn } from "./offices-in.ts";
import { makeOneTimeLink, mintSecret } from "./one-time-link.ts";
import { type Outgoing, queueMessages, senderOf } from "./outbox.ts";
import { addressOf } from "./own-address.ts";
import { nowIn, partnershipClock } from "./partnership-clock.ts";

/** Where an invitation leads, with its secret after it. */
const welcome = "/welcome";

/** Somebody who was invited, and the link that is theirs. */
export type Invited = {
	personId: string;
	name: string;
	email: string;
	linkId: string;
	until: Temporal.Instant;
};

type How = {
	/** Left out, no mail goes: whoever invites hands the address over. */
	byMail: boolean;
};

/**
 * Invites people into agencies of one's partnership: they are in its directory from now on, and come when they choose how
 * they sign in. All of them, or nobody.
 *
 * @throws Refusal 'not-yours' | 'no-such-agency' | 'address-taken' | 'wrong-answers'
 */
export async function invitePeople(
	app: App,
	by: Viewer,
	people: readonly ToInvite[],
	how: How = { byMail: true },
): Promise<Invited[]> {
	for (const person of people) checkInvites(by, person);
	return transact(app.db, async (trx) => {
		const added = await addPeople(app, trx, by, people);
		const { partnership } = await partnershipClock(app, trx, by.partnershipId);
		return inviteSaved(app, trx, partnership, added, { ...how, by });
	});
}

/** @throws Refusal 'not-yours' */
export function checkMayInvite(by: Viewer): void {
	if (!mayInvite(by))
		throw new Refusal("not-yours", "People are invited by the partnership’s administrators.");
}

/**
 * Adds people to a partnership's directory, all of them or nobody. Nobody is invited by that.
 *
 * @throws Refusal 'no-such-agency' | 'address-taken' | 'wrong-answers'
 */
export async function addPeople(
	app: App,
	trx: Trx,
	{ partnershipId }: Pick<Viewer, "partnershipId">,
	people: readonly ToInvite[],
): Promise<Viewer[]> {
	await lockInvitations(trx, partnershipId);
	const agencies = new Map((await listAgencies(trx, partnershipId)).map((each) => [each.id, each]));
	const offices = new Set((await officesIn(app, trx, partnershipId)).map(({ id }) => id));
	const held = await listHolders(
		trx,
		partnershipId,
		people.map(({ email }) => email),
	);
	const added = people.map((person): Viewer => {
		const agency = agencies.get(person.agencyId);
		if (!agency) throw new Refusal("no-such-agency", "There is no such agency.");
		if (agency.endedOn !== undefined)
			throw new Refusal(
				"no-such-agency",
				said`${agency.name} has ended. Nobody works there any more.`,
			);
		const fault = faultOfAddress(person, held);
		if (fault) throw new Refusal("address-taken", said`${fault}.`);
		const unknown = person.offices.find((office) => !offices.has(office));
		if (unknown !== undefined)
			throw new Refusal("wrong-answers", said`There is no office or post “${unknown}”.`);
		held.push({ ...person, left: false });
		return {
			...person,
			id: randomUUID(),
			partnershipId,
			agencyName: agency.name,
			sector: agency.sector,
		};
	});
	if (added.length > 0) await savePerson(trx, ...added);
	return added;
}

/** Makes an invitation for each of these people, in the place of one that they had, and sends it. */
export async function inviteSaved(
	app: App,
	trx: Trx,
	partnership: Partnership,
	people: readonly Pick<Viewer, "id" | "name" | "email" | "agencyName">[],
	{ byMail, by }: How & { by?: Viewer },
): Promise<Invited[]> {
	const now = nowIn(app, partnership);
	const inForce = await app.protocols.inForce(trx, partnership.id, now.toPlainDate().toString());
	const invited: Invited[] = [];
	const messages: Outgoing[] = [];
	for (const { id, name, email, agencyName } of people) {
		const link = await makeOneTimeLink(app, trx, {
			kind: "invitation",
			personId: id,
			...(by && { madeBy: by.id }),
		});
		invited.push({ personId: id, name, email, linkId: link.id, until: link.until });
		messages.push({
			differenceId: null,
			to: { id },
			oneTimeLinkId: link.id,
			notice: accountNotice(senderOf(app, { partnership }), { name }, "invited", {
				path: welcome,
				agency: agencyName,
				until: link.until,
				protocol: inForce?.protocol,
			}),
		});
	}
	if (byMail) await queueMessages(trx, app, { partnership, now }, messages);
	return invited;
}

/** Makes a new invitation for whoever waits under an address, for whoever is on the machine itself. No mail goes. */
export const inviteFromMachine = (
	app: App,
	partnershipId: string,
	email: string,
): Promise<Invited[]> =>
	transact(app.db, async (trx) => {
		const { partnership } = await partnershipClock(app, trx, partnershipId);
		const waiting = (await listNotYetCome(trx, partnershipId)).filter(
			(one) => one.email.toLowerCase() === email.trim().toLowerCase(),
		);
		const people = waiting.map((one) => ({ ...one, id: one.personId }));
		return inviteSaved(app, trx, partnership, people, { byMail: false });
	});

/** The address of an invitation, to hand over in another way than by mail. An address of it that went before opens nothing. */
export const addressOfInvitation = (app: App, { personId, linkId }: Invited): Promise<string> =>
	transact(app.db, async (trx) => {
		const invitee = await findInvitee(trx, personId);
		const partnership = invitee && (await findPartnership(trx, invitee.partnershipId));
		const address = partnership ? addressOf(app, partnership) : app.address;
		return `${address}${welcome}/${await mintSecret(trx, linkId)}`;
	});

/**
 * Invites somebody again who has not come: what was sent before opens nothing any more.
 *
 * @returns undefined where nobody of one's partnership waits by that identifier, or their invitation is not one's to keep
 */
export function inviteAgain(
	app: App,
	by: Viewer,
	personId: string,
	how: How = { byMail: true },
): Promise<Invited | undefined> {
	return onInvitee(app, by, personId, async (trx, invitee) => {
		const { partnership } = await partnershipClock(app, trx, by.partnershipId);
		const [invited] = await inviteSaved(app, trx, partnership, [{ ...invitee, id: personId }], {
			...how,
			by,
		});
		return invited;
	});
}

/**
 * Takes an invitation back: its address opens nothing, and who was invited is out of the directory. Where the record names
 * them already they stay in it, as somebody who has left: what they owe is for whoever answers in their role.
 *
 * @returns undefined as `inviteAgain`
 */
export function revokeInvitation(
	app: App,
	by: Viewer,
	personId: string,
): Promise<"taken-out" | "left" | undefined> {
	return onInvitee(app, by, personId, async (trx) => {
		const here = await partnershipClock(app, trx, by.partnershipId);
		const at = here.now.toInstant().toString();
		await revokeInvitations(trx, [personId], at);
		if (await deleteInvitees(trx, [personId], at)) return "taken-out" as const;
		const [person] = await listPeople(trx, [personId]);
		if (person) await goes(app, trx, here, person, { to: null, arrangedBy: by.id, stays: false });
		return "left" as const;
	});
}

async function onInvitee<Done>(
	app: App,
	by: Viewer,
	personId: string,
	act: (trx: Trx, invitee: Invitee) => Promise<Done>,
): Promise<Done | undefined> {
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		if (!mayInvite(by)) {
			const all = await listNotYetCome(trx, by.partnershipId);
			const theirs = all.find((each) => each.personId === personId);
			if (!theirs || !keepsInvitation(by, theirs)) return undefined;
		}
		const invitee = await findInvitee(trx, personId);
		return invitee?.partnershipId === by.partnershipId ? act(trx, invitee) : undefined;
	});
}
