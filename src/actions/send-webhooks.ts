/**
 * Sends what waits for one address. One at a time does that; each batch is looked at anew for what may still be known, and no
 * transaction and no connection to the database is held while anything is under way.
 */
import type { Viewer } from "../domain/people/viewer.ts";
import {
	type Attempt,
	daysOfLog,
	failsAtMost,
	pauseAfter,
	saysGone,
	type Webhook,
	wasTaken,
} from "../domain/people/webhook.ts";
import { transact } from "../store/db.ts";
import {
	type Due,
	deleteLogBefore,
	deleteUntold,
	deleteWaiting,
	findSecretOf,
	leaveWebhook,
	listDue,
	listStillKnown,
	listWithDue,
	type Sent,
	saveSent,
	takeWebhook,
} from "../store/webhooks.ts";
import { signed } from "../webhooks/sign.ts";
import type { App } from "./app.ts";
import { tellOwner } from "./tell-owner.ts";
import { hearsFor } from "./tell-webhooks.ts";
import { sendingTo } from "./webhooks.ts";

/** So much is looked at at once, and sent so many at a time: an address is not run over. */
const batch = 20;
const atOnce = 5;
/** For so long one run goes on beginning with more, in seconds, before others have their turn. */
const longestRun = 30;
/** For so long nobody else takes an address, in seconds: longer than a run whose last batch waits for every answer. */
const taken = 110;

/** How an address did, as its sending goes on. */
type Course = {
	failingSince: string | null;
	failures: number;
	restUntil: string | null;
	isGone: boolean;
};

/**
 * Sends what is due to an address, until nothing is, it does not answer, or others have waited long enough.
 *
 * @returns how much was sent, or tried to
 */
export async function sendWebhooks(app: App, webhookId: string): Promise<number> {
	const begun = app.clock();
	const webhook = await transact(app.db, (trx) =>
		takeWebhook(trx, webhookId, {
			at: begun.toString(),
			until: begun.add({ seconds: taken }).toString(),
		}),
	);
	if (!webhook) return 0;
	const course: Course = {
		failingSince: webhook.failingSince,
		failures: webhook.failures,
		restUntil: null,
		isGone: false,
	};
	let tried = 0;
	let isMore = false;
	try {
		const secret = await findSecretOf(app.db, webhook);
		do {
			const viewer = await hearsFor(app, app.db, webhook);
			const sent = viewer
				? await sendBatch(app, webhook, viewer, secret, course)
				: await forget(app, webhookId);
			tried += sent.tried;
			isMore = sent.isMore && course.restUntil === null && !course.isGone;
		} while (isMore && app.clock().since(begun).total("seconds") < longestRun);
	} finally {
		await leave(app, webhook, course, isMore);
	}
	return tried;
}

/** Nothing waits any more for whoever may hear nothing. */
async function forget(app: App, webhookId: string): Promise<{ tried: number; isMore: boolean }> {
	await transact(app.db, (trx) => deleteWaiting(trx, webhookId));
	return { tried: 0, isMore: false };
}

/** Sends the next few. @returns how many were tried, and whether there may be more */
async function sendBatch(
	app: App,
	webhook: Webhook,
	viewer: Viewer,
	secret: string,
	course: Course,
): Promise<{ tried: number; isMore: boolean }> {
	const due = await listDue(app.db, webhook.id, app.clock().toString(), batch);
	const known = await listStillKnown(app.db, viewer, due);
	const unknown = due.flatMap(({ id }) => (known.has(id) ? [] : [id]));
	const toSend = due.filter(({ id }) => known.has(id));
	const sent: Sent[] = [];
	for (let next = 0; next < toSend.length; next += atOnce) {
		const tries = await Promise.all(
			toSend.slice(next, next + atOnce).map(async (each) => ({
				each,
				attempt: await send(app, webhook, secret, each),
			})),
		);
		for (const { each, attempt } of tries) {
			sent.push(outcomeOf(each, attempt));
			follow(course, attempt);
		}
		if (course.restUntil !== null || course.isGone) break;
	}
	if (due.length > 0)
		await transact(app.db, async (trx) => {
			await deleteUntold(trx, unknown);
			await saveSent(trx, sent);
		});
	return { tried: sent.length, isMore: due.length === batch };
}

async function send(app: App, { address }: Webhook, secret: string, due: Due): Promise<Attempt> {
	const now = app.clock();
	const body = JSON.stringify(toldOf(due));
	const headers = signed(secret, {
		id: `msg_${due.id}`,
		seconds: Math.floor(now.epochMilliseconds / 1000),
		body,
	});
	const answered = await app.webhooks?.post(address, headers, body);
	return { at: now.toString(), ...(answered ?? { problem: "not-allowed" }) };
}

/** What leaves: that something happened, when, and where the API tells more to whoever may know it. Nothing else. */
function toldOf({ kind, differenceId, reference, step, happenedAt }: Due): object {
	const difference = `/api/v1/differences/${differenceId}`;
	return {
		type: kind,
		timestamp: happenedAt,
		data:
			differenceId === null
				? null
				: {
						difference: differenceId,
						reference,
						href: step === null ? difference : `${difference}/steps/${step}`,
					},
	};
}

function outcomeOf({ id, attempts }: Due, attempt: Attempt): Sent {
	if (wasTaken(attempt)) return { id, attempt, state: "sent", nextTryAt: null };
	const minutes = pauseAfter(attempts.length + 1);
	return minutes === undefined
		? { id, attempt, state: "given-up", nextTryAt: null }
		: {
				id,
				attempt,
				state: "waiting",
				nextTryAt: Temporal.Instant.from(attempt.at).add({ minutes }).toString(),
			};
}

/** One that does not answer at all rests, longer each time, so that it takes no turn of others. */
function follow(course: Course, attempt: Attempt): void {
	if (wasTaken(attempt)) {
		course.failures = 0;
		course.failingSince = null;
		course.restUntil = null;
		return;
	}
	course.failingSince ??= attempt.at;
	if (saysGone(attempt)) course.isGone = true;
	if (attempt.problem === undefined || course.restUntil !== null) return;
	course.failures += 1;
	const minutes = pauseAfter(course.failures) ?? failsAtMost * 60;
	course.restUntil = Temporal.Instant.from(attempt.at).add({ minutes }).toString();
}

/** Whoever took nothing for days, or says that it is gone, is told nothing more, and its owner hears that. */
function leave(app: App, webhook: Webhook, course: Course, isMore: boolean): Promise<void> {
	const { failingSince, failures, restUntil, isGone } = course;
	const hours =
		failingSince === null
			? 0
			: app.clock().since(Temporal.Instant.from(failingSince)).total("hours");
	const isOver = isGone || hours >= failsAtMost;
	return transact(app.db, async (trx) => {
		await leaveWebhook(trx, webhook.id, {
			failingSince,
			failures,
			restUntil,
			state: isOver ? "failing" : "works",
		});
		if (isOver) await tellOwner(app, trx, webhook, "webhook-paused");
		else if (isMore) await app.enqueue(trx, [sendingTo(webhook.id)]);
	});
}

/** Asks for what is due by now to be sent, whatever became of whoever was to: addresses of every partnership. */
export async function sendDueWebhooks(app: App): Promise<number> {
	const due = await listWithDue(app.db, app.clock().toString());
	if (due.length > 0) await transact(app.db, (trx) => app.enqueue(trx, due.map(sendingTo)));
	return due.length;
}

/** What an address was told weeks ago leaves its log. */
export const clearWebhookLog = (app: App): Promise<void> =>
	transact(app.db, (trx) =>
		deleteLogBefore(
			trx,
			app
				.clock()
				.subtract({ hours: 24 * daysOfLog })
				.toString(),
		),
	);
