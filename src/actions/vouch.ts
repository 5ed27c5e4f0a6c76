/** Somebody who has no account is given a link to answer, and how that link ends. How they open it is answer-by-link.ts. */

import {
	takeBackLink as decideTakeBack,
	vouch as decideVouch,
	linkEnded,
} from "../domain/difference/acts/vouch.ts";
import type { Difference } from "../domain/difference/difference.ts";
import { type DaysByLink, stepsToVouchFor } from "../domain/difference/who/may-vouch.ts";
import { isAnybodys, mailDomainOf } from "../domain/people/free-mail.ts";
import type { Answers } from "../domain/protocol/answers.ts";
import type { StepId } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { accountNotice, answerPath } from "../mail/notices/about-account.ts";
import {
	type ByLink,
	findByLink,
	findColleagueAt,
	listExpiredByLink,
	saveLeftByLink,
	saveLinksClosed,
	savePersonByLink,
} from "../store/answering-by-link.ts";
import { askForAllPeople, type Trx, transact } from "../store/db.ts";
import { saveDifference } from "../store/differences.ts";
import { deleteDraft, listPagesBegun } from "../store/drafts.ts";
import { deleteUnsentFile, listFileDrafts } from "../store/files.ts";
import { listDirectoryOn } from "../store/people.ts";
import type { App } from "./app.ts";
import { changeDifference, letTimePass } from "./change-difference.ts";
import { type ActOn, holdDifference } from "./hold-difference.ts";
import { oneByOne } from "./one-by-one.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";

/**
 * Who is to answer by a link: their own work address, for how many days, and under `answers` how whoever vouches knows.
 */
export type VouchedFor = {
	step: StepId;
	name: string;
	post: string;
	email: string;
	days?: DaysByLink;
	answers: Answers;
};

/**
 * Somebody who has no account is vouched for and given a step; their link is mailed to them. Where the step is not open yet, it
 * is mailed when the office sends it to them.
 *
 * @throws Refusal 'not-open' | 'in-directory' | 'other-mail-domain' | 'wrong-answers'
 */
export const vouchFor = (
	app: App,
	on: ActOn,
	{ step, name, post, email, days = 30, answers }: VouchedFor,
): Promise<Difference | undefined> =>
	changeDifference(app, on, async (rules, difference, now, _entries, trx) => {
		const { by } = on;
		const found = stepsToVouchFor(rules.protocol, difference, by).find(
			(each) => each.step === step,
		);
		if (!found) throw new Refusal("not-open", "This is not open any more.");
		const own = mailDomainOf(by.email);
		if (by.onlyIn !== undefined && isAnybodys(own))
			throw new Refusal(
				"other-mail-domain",
				said`Anybody can have an address that ends in @${own}, so it does not show who works with you. Ask the office to let your colleague in.`,
			);
		if (by.onlyIn !== undefined && mailDomainOf(email) !== own)
			throw new Refusal(
				"other-mail-domain",
				said`Enter an address that ends in @${own}. For anybody else, ask the office.`,
			);
		if (by.onlyIn !== undefined && email.toLowerCase() === by.email.toLowerCase())
			throw new Refusal(
				"other-mail-domain",
				"This is your own address. Enter that of the colleague who is to do it.",
			);
		if (await findColleagueAt(trx, found.agency, email))
			throw new Refusal(
				"in-directory",
				"Somebody of this agency has this address and can sign in. Pass it on to them instead.",
			);
		const until = now.add({ days }).toInstant().toString();
		const id = await savePersonByLink(trx, {
			partnershipId: by.partnershipId,
			agencyId: found.agency,
			difference: difference.id,
			name,
			jobTitle: post,
			email,
			level: found.level,
			until,
		});
		const to = {
			id,
			agencyId: found.agency,
			level: found.level,
			safeguardingLead: false,
			offices: [],
			onlyIn: difference.id,
		};
		const called = `${name}, ${post}, ${email}`;
		return decideVouch(rules, difference, { step, to, called, answers }, by, now);
	});

/** The office takes somebody’s link back: they are nobody here from that moment on. @throws Refusal 'not-open' */
export const takeBackLink = (
	app: App,
	on: ActOn,
	person: string,
): Promise<Difference | undefined> =>
	changeDifference(app, on, async (rules, difference, now, _entries, trx) => {
		const whose = await findByLink(trx, person);
		if (whose?.difference !== difference.id)
			throw new Refusal("not-open", "This link works no more already.");
		const decided = decideTakeBack(rules, difference, person, on.by, now);
		const here = await partnershipClock(app, trx, on.by.partnershipId);
		await endByLink(trx, person, now);
		await tellLinkTakenBack(app, trx, here, whose);
		return decided;
	});

/** Somebody comes by no link any more: they are nobody here from now on. */
async function endByLink(trx: Trx, person: string, now: Temporal.ZonedDateTime): Promise<void> {
	const at = now.toInstant().toString();
	await saveLinksClosed(trx, person, { at, until: at });
	await saveLeftByLink(trx, person, at);
}

/** A link to raise ends without having been used: what was typed with it goes, and the files that were chosen. */
export async function endLinkToRaise(
	trx: Trx,
	{ now }: Pick<PartnershipClock, "now">,
	person: string,
): Promise<void> {
	await askForAllPeople(trx);
	for (const page of await listPagesBegun(trx, person, "")) {
		const place = { owner: person, differenceId: null, page };
		for (const { id } of await listFileDrafts(trx, place)) await deleteUnsentFile(trx, id);
		await deleteDraft(trx, place);
	}
	await endByLink(trx, person, now);
}

/** Somebody whose link was taken back is told at once, and whom to ask. */
export async function tellLinkTakenBack(
	app: App,
	trx: Trx,
	here: PartnershipClock,
	to: Pick<ByLink, "id" | "name">,
): Promise<void> {
	const directory = await listDirectoryOn(
		trx,
		here.partnership.id,
		here.now.toPlainDate().toString(),
	);
	await queueMessages(trx, app, here, [
		{
			differenceId: null,
			to,
			notice: accountNotice(senderOf(app, here, directory), to, "link-taken-back", {
				path: answerPath,
			}),
		},
	]);
}

/** Notes whose links have expired: what they owed is asked of their agency again. @returns what failed */
export async function endExpiredLinks(app: App, here: PartnershipClock): Promise<unknown[]> {
	const at = here.now.toInstant().toString();
	const expired = await listExpiredByLink(app.db, here.partnership.id, at);
	return oneByOne(expired, async ({ id, difference, isToRaise }) => {
		if (isToRaise) return transact(app.db, (trx) => endLinkToRaise(trx, here, id));
		// What time alone has brought about is told to whom it concerns; here it is there already.
		await letTimePass(app, difference, here);
		await transact(app.db, async (trx) => {
			const held = await holdDifference(app, trx, difference, {
				partnershipId: here.partnership.id,
				at: here,
			});
			if (!held) return;
			const { rules, loaded, passed, present } = held;
			await endByLink(trx, id, here.now);
			const isNoted =
				loaded.entries.findLastIndex((each) => each.type === "link-ended" && each.person === id) >
				loaded.entries.findLastIndex((each) => each.type === "vouched" && each.person === id);
			if (isNoted) return;
			const ended = linkEnded(rules, present, { person: id, because: "expired" }, held.here.now);
			await saveDifference(trx, rules.protocol, loaded, [...passed, ...ended]);
		});
	});
}
