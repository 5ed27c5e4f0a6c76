import { randomUUID } from "node:crypto";
import { replay } from "../domain/difference/difference.ts";
import { webhookEvents } from "../domain/difference/told/webhook-events.ts";
import { asProgram, isInUse, standsFor } from "../domain/people/api-token.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { findDifference } from "../store/differences.ts";
import { findViewer } from "../store/people.ts";
import { addToTell, listToTell, type TokenOfWebhook, type ToTell } from "../store/webhooks.ts";
import type { ActDone, App } from "./app.ts";
import { actsOpenTo } from "./open-difference.ts";
import { sendingTo } from "./webhooks.ts";

/**
 * The person for whom an address of theirs is told, as they are now.
 *
 * @returns undefined where they have left, or the token works no more, may not read differences, or is not enough for what they
 *   are by now
 */
export async function hearsFor(
	app: Pick<App, "clock" | "rehearsal">,
	db: Db | Trx,
	{ personId, token }: { personId: string; token: TokenOfWebhook },
): Promise<Viewer | undefined> {
	const now = app.clock();
	if (!isInUse(token, now) || !token.scopes.includes("differences:read")) return undefined;
	const viewer = await findViewer(db, personId, now);
	return viewer && standsFor(token, viewer, app.rehearsal) ? asProgram(viewer) : undefined;
}

/**
 * Works out who is told of an act what, and puts that where it is sent from. Done twice, it tells nobody twice.
 *
 * @returns how much is told
 */
export function tellWebhooks(
	app: App,
	{ partnershipId, differenceId, ...act }: ActDone,
): Promise<number> {
	return transact(app.db, async (trx) => {
		const told: ToTell[] = [];
		const ofPeople = Map.groupBy(await listToTell(trx, partnershipId), ({ personId }) => personId);
		for (const theirs of ofPeople.values())
			for (const [webhook, viewer] of await heardBy(app, trx, theirs)) {
				const seen = await findDifference(trx, differenceId, viewer);
				if (!seen) continue;
				const protocol = await app.protocols.version(trx, seen.versionId);
				const difference = replay(protocol, seen.header, seen.entries);
				const open = actsOpenTo(viewer, protocol, difference, seen.sides).flatMap((each) =>
					each.act === "step" ? each.step.id : [],
				);
				told.push(
					...webhookEvents(seen, act, (step) => open.includes(step))
						.filter(({ kind }) => webhook.kinds.includes(kind))
						.map(({ kind, entry, at, step = null }) => ({
							id: randomUUID(),
							webhookId: webhook.id,
							partnershipId,
							differenceId,
							entry,
							kind,
							step,
							happenedAt: at,
							isMissed: webhook.state !== "works",
						})),
				);
			}
		await addToTell(trx, told, app.clock().toString());
		const toSend = told.flatMap(({ webhookId, isMissed }) => (isMissed ? [] : webhookId));
		await app.enqueue(trx, [...new Set(toSend)].map(sendingTo));
		return told.length;
	});
}

type Told = Awaited<ReturnType<typeof listToTell>>[number];

/** The addresses of one person that are told something, each with them. */
async function heardBy(app: App, trx: Trx, theirs: readonly Told[]): Promise<[Told, Viewer][]> {
	const heard: [Told, Viewer][] = [];
	for (const webhook of theirs) {
		const viewer = await hearsFor(app, trx, webhook);
		if (viewer) heard.push([webhook, viewer]);
	}
	return heard;
}
