/**
 * Somebody of an agency who has no account is given a link to raise one difference. How they open it is answer-by-link.ts;
 * raising itself is raise-difference.ts, as everybody's is.
 */
import { randomUUID } from "node:crypto";
import { raisedByLink } from "../domain/difference/acts/vouch.ts";
import { type Header, type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { type DaysByLink, daysByLink, vouchingOffice } from "../domain/difference/who/may-vouch.ts";
import type { Level, Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { zone } from "../domain/time.ts";
import { accountNotice, answerPath } from "../mail/notices/about-account.ts";
import { sentBefore } from "../store/act-keys.ts";
import { listAgencies } from "../store/agencies.ts";
import { findByLink, findColleagueAt, savePersonByLink } from "../store/answering-by-link.ts";
import { type Trx, transact } from "../store/db.ts";
import { lockInvitations } from "../store/invitations.ts";
import {
	findGivenBy,
	type LinkToRaise,
	listLinksToRaise,
	saveLinkToRaise,
	takeLinkToRaise,
} from "../store/links-to-raise.ts";
import { listDirectoryOn } from "../store/people.ts";
import type { App } from "./app.ts";
import { doneByLink } from "./done-by-link.ts";
import { makeOneTimeLink } from "./one-time-link.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import { endLinkToRaise, tellLinkTakenBack } from "./vouch.ts";

/** Who is to raise by a link: their own work address, and how whoever vouches knows. */
export type ToRaise = {
	agencyId: string;
	name: string;
	post: string;
	email: string;
	level: Level;
	because: string;
	days: DaysByLink;
};

/** Whether somebody gives links to raise, and takes them back. */
export const mayGiveLinks = ({ offices, onlyIn }: Pick<Viewer, "offices" | "onlyIn">): boolean =>
	onlyIn === undefined && offices.includes(vouchingOffice);

function checkMayGive(by: Viewer): void {
	if (!mayGiveLinks(by))
		throw new Refusal("not-yours", "Links to raise are given by the Business Unit.");
}

/**
 * Gives somebody a link to raise one difference, and mails it. The same form sent twice gives one.
 *
 * @throws Refusal 'not-yours' | 'no-such-agency' | 'in-directory' | 'wrong-answers'; 'sent-before' where it was sent with other
 *   words
 */
export function giveLinkToRaise(
	app: App,
	by: Viewer,
	{ key, ...given }: ToRaise & { key: string },
): Promise<void> {
	checkMayGive(by);
	if (!daysByLink.includes(given.days))
		throw new Refusal("wrong-answers", "Choose for how many days the link works.");
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		if (await isGivenAlready(trx, key, given)) return;
		const here = await partnershipClock(app, trx, by.partnershipId);
		const agency = (await listAgencies(trx, by.partnershipId)).find(
			(one) =>
				one.id === given.agencyId && one.sector !== "partnership" && one.endedOn === undefined,
		);
		if (!agency) throw new Refusal("no-such-agency", "Choose an agency from the list.");
		if (await findColleagueAt(trx, agency.id, given.email))
			throw new Refusal(
				"in-directory",
				"Somebody of this agency has this address and can sign in. They raise it themself.",
			);
		const differenceId = randomUUID();
		const until = here.now.add({ days: given.days }).toInstant();
		const personId = await savePersonByLink(trx, {
			partnershipId: by.partnershipId,
			agencyId: agency.id,
			difference: differenceId,
			name: given.name,
			jobTitle: given.post,
			email: given.email,
			level: given.level,
			until: until.toString(),
		});
		await saveLinkToRaise(trx, {
			personId,
			partnershipId: by.partnershipId,
			differenceId,
			vouchedBy: by.id,
			vouchedAt: here.now.toInstant().toString(),
			because: given.because,
			formKey: key,
		});
		await mailLink(app, trx, here, { id: personId, name: given.name, until });
	});
}

/** There is no difference yet of which the key of an act could be: what was given is compared as it is kept. */
async function isGivenAlready(trx: Trx, key: string, given: ToRaise): Promise<boolean> {
	const before = await findGivenBy(trx, key);
	if (!before) return false;
	const { vouchedAt, until, ...kept } = before;
	const asked = Temporal.Instant.from(vouchedAt)
		.toZonedDateTimeISO(zone)
		.add({ days: given.days })
		.toInstant();
	const isSame =
		until !== undefined &&
		asked.equals(until) &&
		Object.entries(kept).every(([name, value]) => given[name as keyof ToRaise] === value);
	if (!isSame) throw sentBefore();
	return true;
}

async function mailLink(
	app: App,
	trx: Trx,
	here: PartnershipClock,
	{ id, name, until }: { id: string; name: string; until: Temporal.Instant },
): Promise<void> {
	const day = here.now.toPlainDate().toString();
	const directory = await listDirectoryOn(trx, here.partnership.id, day);
	const inForce = await app.protocols.inForce(trx, here.partnership.id, day);
	const link = await makeOneTimeLink(app, trx, { kind: "answer", personId: id });
	await queueMessages(trx, app, here, [
		{
			differenceId: null,
			to: { id },
			oneTimeLinkId: link.id,
			notice: accountNotice(senderOf(app, here, directory), { name }, "to-raise", {
				path: answerPath,
				until,
				protocol: inForce?.protocol,
			}),
		},
	]);
}

/**
 * The office takes a link to raise back: it opens nothing any more, what was begun with it is gone, and its person is told.
 *
 * @returns undefined where there is none to take back
 * @throws Refusal 'not-yours'
 */
export function takeBackLinkToRaise(
	app: App,
	by: Viewer,
	personId: string,
): Promise<true | undefined> {
	checkMayGive(by);
	return transact(app.db, async (trx) => {
		const here = await partnershipClock(app, trx, by.partnershipId);
		const whose = await findByLink(trx, personId);
		if (!whose?.isToRaise || whose.partnershipId !== by.partnershipId) return undefined;
		await endLinkToRaise(trx, here, personId);
		await tellLinkTakenBack(app, trx, here, whose);
		return true;
	});
}

/** Uses the link of whoever raises by one up, in the transaction in which they do. @returns undefined when it was used already */
export async function usedToRaise(
	trx: Trx,
	by: Viewer,
	{ now }: PartnershipClock,
): Promise<
	((rules: Rules, header: Header, raised: RecordedEvent[]) => RecordedEvent[]) | undefined
> {
	const vouched = await takeLinkToRaise(trx, by.id, now.toInstant().toString());
	if (!vouched) return undefined;
	const said = {
		person: by.id,
		called: `${by.name}, ${by.jobTitle}, ${by.email}`,
		because: vouched.because,
		by: vouched.vouchedBy,
	};
	return (rules, header, raised) => {
		const so = (entries: RecordedEvent[]) => replay(rules.protocol, header, entries);
		const known = [...raised, ...raisedByLink(rules, so(raised), said, now)];
		return [...known, ...doneByLink(rules, so(known), by, now)];
	};
}

/** So many links are listed on their page, the newest first. */
export const mostLinksShown = 100;

/** The links to raise that the office gave. @param most so many at most; left out, all of them @throws Refusal 'not-yours' */
export async function linksToRaise(app: App, by: Viewer, most?: number): Promise<LinkToRaise[]> {
	checkMayGive(by);
	const { now } = await partnershipClock(app, app.db, by.partnershipId);
	return listLinksToRaise(app.db, by.partnershipId, now.toInstant().toString(), most);
}
