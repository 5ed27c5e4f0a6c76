/**
 * Sends what waits for one address. One at a time does that; each batch is looked at anew for what may still be known, and no
 * transaction and no connection to the database is held while anything is under way.
 */
import type { Viewer } from "../domain/people/viewer.ts";
import {
	type Attempt,
	asksToWait,
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
	leaveWebhook,
	listDue,
	listSecretsOf,
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
	/** Until when it asked to be left alone. */
	asksUntil: string | null;
	isGone: boolean;
};

/** What came of one try, and for how many minutes whoever did not take it asks to be left alone. */
type Tried = { attempt: Attempt; asks: number };

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
		asksUntil: null,
		isGone: false,
	};
	let tried = 0;
	let isMore = false;
	try {
		const secrets = await listSecretsOf(app.db, webhook, begun.toString());
		do {
			const viewer = await hearsFor(app, app.db, webhook);
			const sent = viewer
				? await sendBatch(app, webhook, viewer, secrets, course)
				: await forget(app, webhookId);
			tried += sent.tried;
			isMore = sent.isMore && !isToStop(course);
		} while (isMore && app.clock().since(begun).total("seconds") < longestRun);
	} finally {
		await leave(app, webhook, course, isMore);
	}
	return tried;
}

const isToStop = ({ restUntil, asksUntil, isGone }: Course): boolean =>
	restUntil !== null || asksUntil !== null || isGone;

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
	secrets: readonly string[],
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
				tried: await send(app, webhook, secrets, each),
			})),
		);
		for (const { each, tried } of tries) {
			sent.push(outcomeOf(each, tried));
			follow(course, tried);
		}
		if (isToStop(course)) break;
	}
	if (due.length > 0)
		await transact(app.db, async (trx) => {
			await deleteUntold(trx, unknown);
			await saveSent(trx, sent);
		});
	return { tried: sent.length, isMore: due.length === batch };
}

async function send(
	app: App,
	{ address }: Webhook,
	secrets: readonly string[],
	due: Due,
): Promise<Tried> {
	const now = app.clock();
	const body = JSON.stringify(toldOf(due));
	const headers = signed(secrets, {
		id: `msg_${due.id}`,
		seconds: Math.floor(now.epochMilliseconds / 1000),
		body,
	});
	const { retryAfter, ...answered } = (await app.webhooks?.post(address, headers, body)) ?? {
		problem: "not-allowed" as const,
	};
	const attempt = { at: now.toString(), ...answered };
	return { attempt, asks: wasTaken(attempt) ? 0 : asksToWait(retryAfter, now) };
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

function outcomeOf({ id, attempts }: Due, { attempt, asks }: Tried): Sent {
	if (wasTaken(attempt)) return { id, attempt, state: "sent", nextTryAt: null };
	const minutes = pauseAfter(attempts.length + 1);
	return minutes === undefined
		? { id, attempt, state: "given-up", nextTryAt: null }
		: {
				id,
				attempt,
				state: "waiting",
				nextTryAt: after(attempt, Math.max(minutes, asks)),
			};
}

const after = ({ at }: Attempt, minutes: number): string =>
	Temporal.Instant.from(at).add({ minutes }).toString();

/**
 * One that does not answer at all rests, longer each time, so that it takes no turn of others; one that asks to be left alone is,
 * with all that waits for it.
 */
function follow(course: Course, { attempt, asks }: Tried): void {
	if (wasTaken(attempt)) {
		course.failures = 0;
		course.failingSince = null;
		course.restUntil = null;
		return;
	}
	course.failingSince ??= attempt.at;
	if (asks > 0) {
		const until = after(attempt, asks);
		if (course.asksUntil === null || Temporal.Instant.compare(until, course.asksUntil) > 0)
			course.asksUntil = until;
	}
	if (saysGone(attempt)) course.isGone = true;
	if (attempt.problem === undefined || course.restUntil !== null) return;
	course.failures += 1;
	const minutes = pauseAfter(course.failures) ?? failsAtMost * 60;
	course.restUntil = after(attempt, minutes);
}

/** Whoever took nothing for days, or says that it is gone, is told nothing more, and its owner hears that. */
function leave(app: App, webhook: Webhook, course: Course, isMore: boolean): Promise<void> {
	const { failingSince, failures, isGone } = course;
	const restUntil =
		[course.restUntil, course.asksUntil]
			.filter((until) => until !== null)
			.sort()
			.at(-1) ?? null;
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
