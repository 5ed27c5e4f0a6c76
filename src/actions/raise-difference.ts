import { randomInt, randomUUID } from "node:crypto";
import { attachFiles } from "../domain/difference/acts/attach-files.ts";
import { beginElsewhere } from "../domain/difference/acts/begin-elsewhere.ts";
import {
	otherAgency,
	raise,
	type UrgentContact,
	wayToBegin,
} from "../domain/difference/acts/raise.ts";
import { throughToken } from "../domain/difference/acts/through-token.ts";
import { type Header, type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { type AttachedFile, checkFiles } from "../domain/files.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Answers } from "../domain/protocol/answers.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { newReference } from "../domain/reference.ts";
import { Refusal } from "../domain/refusal.ts";
import { claimActKey } from "../store/act-keys.ts";
import { type Agency, listAgencies } from "../store/agencies.ts";
import { type Trx, transact } from "../store/db.ts";
import {
	addDifference,
	findDifference,
	saveContinuation,
	saveDifference,
} from "../store/differences.ts";
import { deleteDraft } from "../store/drafts.ts";
import { listFileDrafts, sendFiles } from "../store/files.ts";
import type { Partnership } from "../store/partnerships.ts";
import { keepReference } from "../store/references.ts";
import type { App } from "./app.ts";
import { closeLinks } from "./done-by-link.ts";
import { holdDifference } from "./hold-difference.ts";
import { notify } from "./notify.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import { usedToRaise } from "./raise-by-link.ts";

/** Where the drafts of those stand that somebody is raising. */
export const raisingPages = "raise/";

/** The page whose draft a raised difference replaces. @param draft its identifier */
export const raisingPage = (draft: string): string => raisingPages + draft;

/**
 * A difference begins under the version of a protocol that is in force today.
 *
 * @param given `protocol` its identifier; the partnership’s first when left out
 * @returns its identifier; the same one when the form with this key was sent twice
 * @throws Refusal 'not-yours' of the partnership's office, 'no-protocol' | 'no-such-agency' | 'not-handed-over' | 'already-begun' | 'sent-before', and as the rule
 *   `raise` and `checkFiles`
 */
export async function raiseDifference(
	app: App,
	by: Viewer,
	given: {
		key: string;
		/** A digest of what the form holds: sent with other content, it is another. */
		content?: string | undefined;
		/** The protocol's identifier; the partnership's first when left out. */
		protocol?: string | undefined;
		/** One of its other ways to begin; the usual one when left out. */
		way?: string | undefined;
		/** The difference that goes on in this one, under this protocol. */
		continues?: string | undefined;
		/** The other agency, where the way to begin asks for one. */
		receivingAgency?: string | undefined;
		answers: Answers;
		urgentContacts: UrgentContact[];
		/** Whether the child is in danger now; so says every call that was made. */
		inDanger?: boolean | undefined;
		/** The draft that it was typed in, which goes; the files that were chosen there go with it. */
		draft?: string | undefined;
		/** As of an act: those that stood on the page which was sent. */
		filesSeen?: readonly string[] | undefined;
	},
): Promise<string> {
	if (by.onlyIn !== undefined && !by.toRaise)
		throw new Refusal("not-yours", "Your link is for what you were sent. Ask for one to raise.");
	if (raisesNothing(by))
		throw new Refusal(
			"not-yours",
			"Your office takes no side and raises nothing itself. What an agency sent on paper is entered for that agency.",
		);
	const page = given.draft === undefined ? undefined : raisingPage(given.draft);
	return beginDifference(app, by, { ...given, page }, async (trx, { protocol, agencies, here }) => {
		const chosen = agencies.find(({ id }) => id === given.receivingAgency);
		const byLink = by.toRaise && (await usedToRaise(trx, by, here));
		if (by.toRaise && !byLink) throw new AlreadyRaised(by.onlyIn ?? "");
		let isDone = false;
		const header = {
			...(by.onlyIn !== undefined && { id: by.onlyIn }),
			raisingAgency: by.agencyId,
			receivingAgency: otherAgency(
				wayToBegin(protocol, given.way),
				by.agencyId,
				chosen?.id ?? null,
			),
			raisedBy: by.id,
		};
		return {
			header,
			decide: (rules, header) => {
				const raised = raise(
					rules,
					header,
					given.answers,
					given.urgentContacts,
					by,
					here.now,
					given.way,
					given.inDanger,
				);
				const entries = byLink?.(rules, header, raised) ?? raised;
				isDone = entries.some(({ type }) => type === "link-ended");
				return entries;
			},
			afterwards: async (begun) => {
				if (isDone) await closeLinks(trx, app, by, here);
				if (given.continues === undefined) return;
				await checkHandedOver(app, trx, by, given.continues, protocol);
				if (!(await saveContinuation(trx, begun, given.continues)))
					throw new Refusal(
						"already-begun",
						"Somebody has begun this already under the other protocol. Ask your colleagues.",
					);
				await settleHandOver(app, trx, by, given.continues, here);
			},
		};
	});
}

/** Whether somebody is of the partnership's own office, which runs the process and takes no side in it. */
export const raisesNothing = ({ sector }: Pick<Viewer, "sector">): boolean =>
	sector === "partnership";

/** What a form holds with which something begins, whoever does it. */
type Begins = {
	key: string;
	content?: string | undefined;
	protocol?: string | undefined;
	/** The page whose draft it replaces; the files that were chosen there go with it. */
	page?: string | undefined;
	filesSeen?: readonly string[] | undefined;
};

/** Under what it begins, and where. */
type Ground = { protocol: Protocol; agencies: Agency[]; here: PartnershipClock };

/**
 * Begins a difference in one transaction: the entries that a rule decides, the files that were chosen, whoever is told.
 *
 * @param make who is on which side, what the rule decides, and what else happens in the same transaction
 * @returns its identifier; the same one when the form with this key was sent twice
 * @throws Refusal 'no-protocol' | 'sent-before', and as the rule and `checkFiles`
 */
export function beginDifference(
	app: App,
	by: Viewer,
	given: Begins,
	make: (
		trx: Trx,
		ground: Ground,
	) => Promise<{
		/** Its identifier too, where it was given before it begins. */
		header: Pick<Header, "raisingAgency" | "receivingAgency" | "raisedBy"> & { id?: string };
		decide: (rules: Rules, header: Header, files: AttachedFile[]) => RecordedEvent[];
		afterwards?: (begun: string) => Promise<void>;
	}>,
): Promise<string> {
	return transact(app.db, async (trx) => {
		const calendars = await app.calendars.hold(trx, by.partnershipId);
		const here = await partnershipClock(app, trx, by.partnershipId);
		const at = here.now.toInstant().toString();
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
		const { protocol } = version;
		const agencies = await listAgencies(trx, by.partnershipId);
		const { header: sides, decide, afterwards } = await make(trx, { protocol, agencies, here });
		const header = {
			id: randomUUID(),
			reference: await drawReference(trx, here.partnership, app.chance ?? randomInt),
			...sides,
			raisedAt: at,
		};
		const place = given.page !== undefined && {
			owner: by.id,
			differenceId: null,
			page: given.page,
		};
		const files = place ? await listFileDrafts(trx, place) : [];
		const decided = decide({ protocol, calendar: calendars.for(protocol) }, header, files);
		const entries = throughToken(attachFiles(decided, files), by);
		const begun = { header, partnershipId: by.partnershipId, versionId: version.id };
		const difference = await addDifference(trx, protocol, begun, entries);
		const earlier = await claimActKey(trx, {
			key: given.key,
			partnershipId: by.partnershipId,
			personId: by.id,
			differenceId: header.id,
			content: given.content,
			at,
		});
		if (earlier !== undefined) throw new AlreadyRaised(earlier);
		checkFiles(files, app.files.limits, given.filesSeen);
		await afterwards?.(header.id);
		await notify(trx, app, here, protocol, difference, entries);
		await sendFiles(trx, files, {
			differenceId: header.id,
			seq: entries.find((entry) => entry.files)?.seq ?? 0,
		});
		if (place) await deleteDraft(trx, place);
		return header.id;
	}).catch((problem) => {
		if (problem instanceof AlreadyRaised) return problem.difference;
		throw problem;
	});
}

/** So often a reference is drawn: of a hundred the last is still free where all but a few are taken. */
const mostDraws = 100;

/** A reference that no difference of a partnership has, drawn again where it is taken. */
async function drawReference(
	trx: Trx,
	{ id, referencePrefix }: Partnership,
	chance: (below: number) => number,
): Promise<string> {
	for (let draws = 0; draws < mostDraws; draws++) {
		const reference = newReference(referencePrefix, chance);
		if (await keepReference(trx, id, reference)) return reference;
	}
	throw new RangeError(`Partnership ${id} has hardly a reference left`);
}

/** Whether a difference ended by going on under a protocol, and is this person's agency's to go on with. @throws Refusal 'not-handed-over' */
async function checkHandedOver(
	app: App,
	trx: Trx,
	by: Viewer,
	id: string,
	to: Protocol,
): Promise<void> {
	const seen = await findDifference(trx, id, by);
	const handed =
		seen &&
		handedOverTo(await app.protocols.version(trx, seen.versionId), seen.header, seen.entries);
	if (!seen?.sides.includes("raising") || handed?.to !== to.id)
		throw new Refusal(
			"not-handed-over",
			"What this was to continue cannot go on here. Begin again, without it.",
		);
}

/** Whoever owed the beginning owes it no more. */
async function settleHandOver(
	app: App,
	trx: Trx,
	by: Viewer,
	id: string,
	here: PartnershipClock,
): Promise<void> {
	const held = await holdDifference(app, trx, id, { partnershipId: by.partnershipId, at: here });
	if (!held) return;
	const { rules, loaded, passed, present } = held;
	const happened = [...passed, ...beginElsewhere(rules, present, by, here.now)];
	if (happened.length === 0) return;
	const after = await saveDifference(trx, rules.protocol, loaded, happened);
	await notify(trx, app, here, rules.protocol, after, happened);
}

const handedOverTo = (protocol: Protocol, header: Header, entries: RecordedEvent[]) => {
	const { status } = replay(protocol, header, entries);
	return status.is === "ended" ? protocol.endings[status.ending]?.handsOff : undefined;
};

/** Rolls the second of two equal forms back, and leads to what the first one did. */
class AlreadyRaised extends Error {
	readonly difference: string;
	constructor(difference: string) {
		super("This form was already sent");
		this.difference = difference;
	}
}
