/**
 * Disposal: what one person decided and another confirms is removed for good, and a certificate says so. The list of what was
 * disposed of is also kept outside the database, so that no backup brings it back.
 */
import { createHash, randomUUID } from "node:crypto";
import { BackupFault } from "../backup/backup-fault.ts";
import {
	type ListedDisposal,
	lineOf,
	readDisposals,
	writeDisposals,
} from "../backup/disposal-list.ts";
import { canonicalJson } from "../domain/canonical-json.ts";
import { namesInText, namesSomebody, withoutFindings } from "../domain/learning/names-in-text.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { confirmsDisposal } from "../domain/retention/decision.ts";
import { sayRule } from "../domain/retention/schedule.ts";
import { namesKnown } from "../reports/names-behind.ts";
import { type Trx, transact } from "../store/db.ts";
import {
	type Certificate,
	disposeOf,
	listAgenciesIn,
	listEveryCertificate,
	listStillThere,
	writeKeysAnew,
} from "../store/disposals.ts";
import { listLessons, saveLessonWithoutNames } from "../store/lessons.ts";
import { nextNumber } from "../store/next-number.ts";
import { findPartnership } from "../store/partnerships.ts";
import { findSchedule } from "../store/retention.ts";
import type { App } from "./app.ts";
import { withdrawDownloadsThatMayHold } from "./download.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { held, notDue, notTheirs, type RetentionApp } from "./retention.ts";

/**
 * Confirms, as the second person, that something is disposed of, and disposes of it. It cannot be undone.
 *
 * @returns the certificate's identifier
 * @throws Refusal 'not-yours' | 'not-your-own' | 'not-known' | 'not-due'
 */
export function confirmDisposal(
	app: RetentionApp & Pick<App, "enqueue">,
	by: Viewer,
	id: string,
): Promise<string> {
	if (!confirmsDisposal(by)) throw notTheirs();
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const { difference, standing, rule } = await held(app, trx, by, id);
		if (standing.is !== "to-confirm" || !rule) throw notDue(difference.reference);
		const { decision } = standing;
		if (decision.by.id === by.id)
			throw new Refusal(
				"not-your-own",
				"You decided this. Somebody else confirms it: another data protection officer, or the head of the Business Unit.",
			);
		const certificate: Certificate = {
			id: randomUUID(),
			partnershipId: by.partnershipId,
			number: await nextNumber(trx, "disposal", by.partnershipId),
			differenceId: id,
			reference: difference.reference,
			agencies: await listAgenciesIn(trx, id),
			rule: sayRule(rule),
			scheduleVersion: (await findSchedule(trx, by.partnershipId)).version,
			dueOn: standing.dueOn,
			decidedBy: decision.by.id,
			decidedAt: decision.at,
			confirmedBy: by.id,
			disposedAt: now.toInstant().toString(),
			againAt: null,
		};
		await dispose(app, trx, certificate);
		await app.enqueue(trx, [{ name: "list-disposals", data: {} }]);
		return certificate.id;
	});
}

async function dispose(
	app: Pick<App, "protocols">,
	trx: Trx,
	certificate: Certificate,
): Promise<void> {
	await takeNamesOutOfLessons(app, trx, certificate);
	await withdrawDownloadsThatMayHold(
		trx,
		certificate.partnershipId,
		certificate.differenceId,
		certificate.againAt ?? certificate.disposedAt,
	);
	await disposeOf(trx, certificate);
}

/** A lesson stays, and reports go on showing it: what in it tells whom it is about can be found only as long as that is known. */
async function takeNamesOutOfLessons(
	{ protocols }: Pick<App, "protocols">,
	trx: Trx,
	{ partnershipId, differenceId }: Certificate,
): Promise<void> {
	const lessons = await listLessons(trx, partnershipId, { difference: differenceId });
	for (const { id, versionId, again, ...words } of lessons) {
		const known = await namesKnown(trx, partnershipId, [differenceId], {
			protocols: [await protocols.version(trx, versionId)],
			withoutColleagues: true,
		});
		const without = (text: string) =>
			withoutFindings(text, namesInText(text, known).filter(namesSomebody), ({ kind }) =>
				kind === "name" ? "[name]" : "[left out]",
			);
		const before = { ...words, found: again && again.found };
		const after = {
			happened: without(before.happened),
			shouldDiffer: without(before.shouldDiffer),
			found: before.found && without(before.found),
		};
		if (
			after.happened !== before.happened ||
			after.shouldDiffer !== before.shouldDiffer ||
			after.found !== before.found
		)
			await saveLessonWithoutNames(trx, partnershipId, { id, ...after });
	}
}

/** Writes what was disposed of to every place outside the database; what a list has that the database does not stays on it. */
export async function listDisposalsOutside(
	app: Pick<App, "db" | "disposalLists"> & Sealing,
): Promise<void> {
	const certificates = await listEveryCertificate(app.db);
	if (certificates.length === 0) return;
	const lines = certificates.map((each) => ({
		...each,
		proof: app.signIn.seal.close(digestOf(each), ofList).toString("base64"),
	}));
	for (const directory of app.disposalLists ?? []) await writeDisposals(directory, lines);
}

type Sealing = { signIn: Pick<App["signIn"], "seal"> };

const ofList = "disposal list";

const digestOf = (disposal: ListedDisposal): string => {
	const { proof: _, ...line } = lineOf(disposal);
	return createHash("sha256").update(canonicalJson(line)).digest("hex");
};

/**
 * Whether this Concord wrote a line. Whoever may write to where backups are kept could else have anything destroyed, by adding one.
 */
function isOurs({ signIn }: Sealing, listed: ListedDisposal): boolean {
	const { proof } = listed;
	if (proof === undefined) return false;
	return signIn.seal.open(Buffer.from(proof, "base64"), ofList)?.text === digestOf(listed);
}

/**
 * Takes keys that were destroyed out of the database's files: a row that was removed stays there until something takes its place.
 *
 * @throws where somebody holds the keys for longer than others may be kept waiting
 */
export async function eraseRemovedKeys({ db }: Pick<App, "db">): Promise<void> {
	if ((await listEveryCertificate(db)).length > 0 && !(await writeKeysAnew(db)))
		throw new Error("The keys are held, so those that were removed still lie in their file.");
}

/**
 * Disposes again of what lists outside the database say was disposed of and is there all the same, because a backup
 * brought it back. Called before anybody can sign in.
 *
 * @returns how many
 * @throws BackupFault 'DISPOSALS_UNPROVEN' where a line would have something destroyed and nobody knows who wrote it
 */
export async function disposeAgain(
	app: RetentionApp & Sealing,
	directories: readonly string[],
): Promise<number> {
	const listed = new Map<string, ListedDisposal>();
	for (const directory of directories)
		for (const each of await readDisposals(directory)) listed.set(each.differenceId, each);
	let again = 0;
	for (const id of await listStillThere(app.db, [...listed.keys()])) {
		const certificate = listed.get(id);
		if (!certificate) continue;
		if (!isOurs(app, certificate))
			throw new BackupFault(
				"DISPOSALS_UNPROVEN",
				`The list of what was disposed of names ${certificate.reference}, which is here, and that line was not written by this Concord under its CONCORD_SECRET. Nothing was destroyed. Find out who wrote it. If the secret was changed, set the one of before as CONCORD_SECRET_BEFORE. Else take the line out of disposals.jsonl, start, and dispose of it again under “Retention”.`,
			);
		await transact(app.db, async (trx) => {
			const partnership = await findPartnership(trx, certificate.partnershipId);
			if (!partnership) return;
			await dispose(app, trx, {
				...certificate,
				// A certificate that was given after the backup keeps its number, unless another has it now.
				number: Math.max(certificate.number, await nextNumber(trx, "disposal", partnership.id)),
				againAt: app.clock().toString(),
			});
			again++;
		});
	}
	return again;
}
