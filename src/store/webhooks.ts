/**
 * Addresses that are told when something happens, and what each was told and how often. Whether something may be told is asked
 * where it is sent, of `visibleDifferences`: what stands here says it of nobody.
 */
import { sql } from "kysely";
import type { RecordedEvent } from "../domain/difference/difference.ts";
import { entriesFor, type Reader, readersUpTo } from "../domain/difference/who/may-read.ts";
import { type ApiToken, isApiScope } from "../domain/people/api-token.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import {
	type Attempt,
	isWebhookKind,
	type Webhook,
	type WebhookState,
} from "../domain/people/webhook.ts";
import type { Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";
import { dataKeyOf, openValue, sealValue } from "./sealed-values.ts";

const secretPlace = (id: string): Place => ["webhook", id, "secret"];

/** What is told nothing now and may be told again: what happens meanwhile is kept for it. */
const told = ["works", "paused", "failing"] as const;

const webhooks = (db: Db | Trx) =>
	db
		.selectFrom("webhook")
		.select([
			"webhook.id",
			"webhook.partnership_id",
			"webhook.token_id",
			"webhook.person_id",
			"webhook.address",
			"webhook.kinds",
			"webhook.state",
			"webhook.made_at",
			"webhook.failing_since",
		]);

type Row = Awaited<ReturnType<ReturnType<typeof webhooks>["executeTakeFirstOrThrow"]>>;

const toWebhook = (row: Row): Webhook => ({
	id: row.id,
	partnershipId: row.partnership_id,
	tokenId: row.token_id,
	personId: row.person_id,
	address: row.address,
	kinds: row.kinds.filter(isWebhookKind),
	state: row.state,
	madeAt: row.made_at.toISOString(),
	failingSince: row.failing_since?.toISOString() ?? null,
});

/** Whether any address of a partnership is told, or may be told later: most acts are told to none. */
export async function hasWebhooks(trx: Trx, partnershipId: string): Promise<boolean> {
	const row = await trx
		.selectFrom("webhook")
		.where("partnership_id", "=", partnershipId)
		.where("state", "in", told)
		.select("id")
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** @param secret is sealed */
export async function addWebhook(trx: Trx, webhook: Webhook & { secret: string }): Promise<void> {
	const key = await dataKeyOf(trx, webhook.partnershipId);
	await trx
		.insertInto("webhook")
		.values({
			id: webhook.id,
			partnership_id: webhook.partnershipId,
			token_id: webhook.tokenId,
			person_id: webhook.personId,
			address: webhook.address,
			kinds: webhook.kinds,
			secret_sealed: sealValue(key, webhook.secret, secretPlace(webhook.id)),
			secret_before_until: null,
			state: webhook.state,
			made_at: webhook.madeAt,
			failing_since: null,
			rest_until: null,
			sending_until: null,
		})
		.execute();
}

/** The secret of an address. */
export async function findSecretOf(
	db: Db | Trx,
	{ id, partnershipId }: Pick<Webhook, "id" | "partnershipId">,
): Promise<string> {
	const row = await db
		.selectFrom("webhook")
		.where("id", "=", id)
		.select("secret_sealed")
		.executeTakeFirstOrThrow();
	const key = await dataKeyOf(db, partnershipId);
	return openValue(key, row.secret_sealed, secretPlace(id)) as string;
}

/**
 * By which a message to an address is signed: its secret, and for a day after it was changed the one before.
 *
 * @param at ISO instant
 */
export async function listSecretsOf(
	db: Db | Trx,
	{ id, partnershipId }: Pick<Webhook, "id" | "partnershipId">,
	at: string,
): Promise<string[]> {
	const row = await db
		.selectFrom("webhook")
		.where("id", "=", id)
		.select(["secret_sealed", "secret_before_sealed", "secret_before_until"])
		.executeTakeFirstOrThrow();
	const key = await dataKeyOf(db, partnershipId);
	const until = row.secret_before_until?.toISOString();
	const isOver = until === undefined || Temporal.Instant.compare(until, at) <= 0;
	return [row.secret_sealed, isOver ? null : row.secret_before_sealed].flatMap((sealed) =>
		sealed === null ? [] : [openValue(key, sealed, secretPlace(id)) as string],
	);
}

/**
 * Another secret for an address; the one before signs with it until an ISO instant.
 *
 * @param madeBy the request that asks for it: the same one sent again changes nothing
 * @returns the secret that it has by now
 */
export async function saveSecret(
	trx: Trx,
	{ id, partnershipId }: Pick<Webhook, "id" | "partnershipId">,
	{ secret, until, madeBy }: { secret: string; until: string; madeBy: string },
): Promise<string> {
	const key = await dataKeyOf(trx, partnershipId);
	await trx
		.updateTable("webhook")
		.set(({ ref }) => ({
			secret_before_sealed: ref("secret_sealed"),
			secret_before_until: until,
			secret_sealed: sealValue(key, secret, secretPlace(id)),
			secret_made_by: madeBy,
		}))
		.where("id", "=", id)
		.where((where) =>
			where.or([where("secret_made_by", "is", null), where("secret_made_by", "!=", madeBy)]),
		)
		.execute();
	return findSecretOf(trx, { id, partnershipId });
}

/** Whose addresses are meant. */
export type WhoseWebhooks = { tokenId: string } | { personId: string } | { partnershipId: string };

const ofWhom = (whose: WhoseWebhooks) =>
	"tokenId" in whose
		? (["webhook.token_id", whose.tokenId] as const)
		: "personId" in whose
			? (["webhook.person_id", whose.personId] as const)
			: (["webhook.partnership_id", whose.partnershipId] as const);

/** Every address of somebody, the latest first. */
export async function listWebhooks(db: Db | Trx, whose: WhoseWebhooks): Promise<Webhook[]> {
	const [column, id] = ofWhom(whose);
	const rows = await webhooks(db)
		.where(column, "=", id)
		.orderBy("webhook.made_at", "desc")
		.orderBy("webhook.id")
		.execute();
	return rows.map(toWebhook);
}

/** One of them; in a transaction it is held. */
export async function findWebhook(
	db: Db | Trx,
	whose: WhoseWebhooks,
	id: string,
): Promise<Webhook | undefined> {
	const [column, of] = ofWhom(whose);
	const found = webhooks(db).where("webhook.id", "=", id).where(column, "=", of);
	const row = await (db.isTransaction ? found.forUpdate("webhook") : found).executeTakeFirst();
	return row && toWebhook(row);
}

/** An address with whoever named it and the token by which they did. */
export type WebhookOfSomebody = Webhook & {
	tokenName: string;
	personName: string;
	agencyName: string;
};

/** Every address of a partnership, the latest first. */
export async function listAllWebhooks(
	db: Db | Trx,
	partnershipId: string,
): Promise<WebhookOfSomebody[]> {
	const rows = await webhooks(db)
		.innerJoin("api_token", "api_token.id", "webhook.token_id")
		.innerJoin("person", "person.id", "webhook.person_id")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.where("webhook.partnership_id", "=", partnershipId)
		.select([
			"api_token.name as token_name",
			"person.name as person_name",
			"agency.name as agency_name",
		])
		.orderBy("webhook.made_at", "desc")
		.orderBy("webhook.id")
		.execute();
	return rows.map((row) => ({
		...toWebhook(row),
		tokenName: row.token_name,
		personName: row.person_name,
		agencyName: row.agency_name,
	}));
}

/** It is as this from now on; what it had failed in is forgotten. */
export async function saveWebhook(
	trx: Trx,
	{ id, address, kinds, state }: Pick<Webhook, "id" | "address" | "kinds" | "state">,
): Promise<void> {
	await trx
		.updateTable("webhook")
		.set({ address, kinds, state, failing_since: null, failures: 0, rest_until: null })
		.where("id", "=", id)
		.execute();
}

/** An address is told nothing more, and its log goes with it. */
export async function deleteWebhook(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("webhook").where("id", "=", id).execute();
}

/** The token of an address, as far as it says whether something may be sent. */
export type TokenOfWebhook = Pick<ApiToken, "expiresAt" | "revokedAt" | "secondFactor" | "scopes">;

type TokenRow = {
	expires_at: Date;
	revoked_at: Date | null;
	second_factor: boolean;
	scopes: string[];
};

const toTokenOf = (row: TokenRow): TokenOfWebhook => ({
	expiresAt: row.expires_at.toISOString(),
	revokedAt: row.revoked_at?.toISOString() ?? null,
	secondFactor: row.second_factor,
	scopes: row.scopes.filter(isApiScope),
});

const ofToken = [
	"api_token.expires_at",
	"api_token.revoked_at",
	"api_token.second_factor",
	"api_token.scopes",
] as const;

/** The addresses of a partnership that are told something, now or when they are told again, each with its token. */
export async function listToTell(
	db: Db | Trx,
	partnershipId: string,
): Promise<(Webhook & { token: TokenOfWebhook })[]> {
	const rows = await webhooks(db)
		.innerJoin("api_token", "api_token.id", "webhook.token_id")
		.where("webhook.partnership_id", "=", partnershipId)
		.where("webhook.state", "in", told)
		.select(ofToken)
		.orderBy("webhook.person_id")
		.execute();
	return rows.map((row) => ({ ...toWebhook(row), token: toTokenOf(row) }));
}

/** Something to be told. */
export type ToTell = {
	id: string;
	webhookId: string;
	partnershipId: string;
	differenceId: string | null;
	entry: number;
	kind: string;
	step: string | null;
	/** ISO instant of when it happened, in the partnership's time. */
	happenedAt: string;
	/** The address is told nothing now: it is kept, and sent once somebody says so. */
	isMissed?: boolean;
};

/** Adds what is to be told at once, or was missed; what was added before is left. @param at ISO instant of the real time */
export async function addToTell(trx: Trx, events: readonly ToTell[], at: string): Promise<void> {
	if (events.length === 0) return;
	await trx
		.insertInto("webhook_event")
		.values(
			events.map((event) => ({
				id: event.id,
				partnership_id: event.partnershipId,
				webhook_id: event.webhookId,
				difference_id: event.differenceId,
				entry: event.entry,
				kind: event.kind,
				step: event.step,
				happened_at: event.happenedAt,
				state: event.isMissed ? ("given-up" as const) : ("waiting" as const),
				next_try_at: event.isMissed ? null : at,
				attempts: "[]",
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["webhook_id", "difference_id", "entry", "kind"]).doNothing(),
		)
		.execute();
}

/** Of which partnership an address is; undefined where it is told nothing any more. */
export async function partnershipOfWebhook(db: Db | Trx, id: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("webhook")
		.where("id", "=", id)
		.select("partnership_id")
		.executeTakeFirst();
	return row?.partnership_id;
}

/** The addresses of every partnership to which something may be sent now. @param at ISO instant */
export async function listWithDue(db: Db | Trx, at: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select webhook.id from webhook join api_token on api_token.id = webhook.token_id
		where webhook.state = 'works' and (rest_until is null or rest_until <= ${at})
			and (sending_until is null or sending_until <= ${at})
			and exists (select from webhook_event
				where webhook_id = webhook.id and webhook_event.state = 'waiting' and next_try_at <= ${at})`.execute(
		db,
	);
	return rows.map(({ id }) => id);
}

/**
 * Takes an address for oneself, so that one alone sends to it.
 *
 * @param at ISO instant; `until` when it is anybody's again, whatever became of whoever took it
 * @returns undefined where it is taken, rests, or is told nothing
 */
export async function takeWebhook(
	trx: Trx,
	id: string,
	{ at, until }: { at: string; until: string },
): Promise<(Webhook & { token: TokenOfWebhook; failures: number }) | undefined> {
	const { rows } = await sql<Row & TokenRow & { failures: number }>`
		update webhook set sending_until = ${until} from api_token
		where webhook.id = ${id} and api_token.id = webhook.token_id and webhook.state = 'works'
			and (sending_until is null or sending_until <= ${at}) and (rest_until is null or rest_until <= ${at})
		returning webhook.id, webhook.partnership_id, webhook.token_id, webhook.person_id, address, kinds, state,
			webhook.made_at, failing_since, failures, api_token.expires_at, api_token.revoked_at, api_token.second_factor,
			api_token.scopes`.execute(trx);
	const [row] = rows;
	return row && { ...toWebhook(row), token: toTokenOf(row), failures: row.failures };
}

/** It is anybody's again, and how it did is kept. What somebody did to it meanwhile stays. */
export async function leaveWebhook(
	trx: Trx,
	id: string,
	did: {
		failingSince: string | null;
		failures: number;
		restUntil: string | null;
		state: WebhookState;
	},
): Promise<void> {
	await sql`
		update webhook set sending_until = null, failing_since = ${did.failingSince}, failures = ${did.failures},
			rest_until = ${did.restUntil}, state = case state when 'works' then ${did.state} else state end
		where id = ${id}`.execute(trx);
}

/** What was not sent yet. */
export type Due = ToTell & { reference: string | null; attempts: Attempt[] };

/** What is to be sent to an address now, the oldest first. @param at ISO instant */
export async function listDue(
	db: Db | Trx,
	webhookId: string,
	at: string,
	most: number,
): Promise<Due[]> {
	const rows = await db
		.selectFrom("webhook_event as event")
		.leftJoin("difference", "difference.id", "event.difference_id")
		.where("event.webhook_id", "=", webhookId)
		.where("event.state", "=", "waiting")
		.where("event.next_try_at", "<=", new Date(at))
		.selectAll("event")
		.select("difference.reference")
		.orderBy("event.next_try_at")
		.orderBy("event.happened_at")
		.orderBy("event.entry")
		.limit(most)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		webhookId: row.webhook_id,
		partnershipId: row.partnership_id,
		differenceId: row.difference_id,
		entry: row.entry,
		kind: row.kind,
		step: row.step,
		happenedAt: row.happened_at.toISOString(),
		reference: row.reference,
		attempts: row.attempts as Attempt[],
	}));
}

/**
 * Of what somebody is to be told, what they may know of now: they see the difference, and may read the entry. Asked of all of it
 * at once, and no words of any record are opened for it.
 *
 * @returns the identifiers
 */
export async function listStillKnown(
	db: Db | Trx,
	viewer: Viewer,
	events: readonly Pick<ToTell, "id" | "differenceId" | "entry">[],
): Promise<Set<string>> {
	const ids = [...new Set(events.flatMap(({ differenceId }) => differenceId ?? []))];
	if (ids.length === 0) return new Set(events.map(({ id }) => id));
	const seen = await visibleDifferences(db, viewer)
		.where(sql<boolean>`difference.id = any(${ids}::uuid[])`)
		.select(["difference.id", "party.side", "party.level"])
		.execute();
	const { rows } = await sql<{
		difference_id: string;
		entry: RecordedEvent;
	}>`
		select difference_id, jsonb_build_object('seq', seq, 'type', type, 'audience', audience, 'keptTo', detail -> 'keptTo',
			'from', detail -> 'from', 'to', detail -> 'to', 'encloses', detail -> 'encloses') as entry
		from event where difference_id = any(${ids}::uuid[]) order by difference_id, seq`.execute(db);
	const entries = Map.groupBy(rows, ({ difference_id }) => difference_id);
	const readers = Map.groupBy(seen, ({ id }) => id);
	const read = new Map(
		ids.map((id): [string, Set<number>] => {
			const theirs: Reader[] = (readers.get(id) ?? []).flatMap(({ side, level }) =>
				readersUpTo(side, level),
			);
			const all = (entries.get(id) ?? []).map(({ entry }) => entry);
			return [id, new Set(entriesFor(all, theirs).map(({ seq }) => seq))];
		}),
	);
	return new Set(
		events
			.filter(
				({ differenceId, entry }) => differenceId === null || read.get(differenceId)?.has(entry),
			)
			.map(({ id }) => id),
	);
}

/** What came of sending: each with the try that was made, and when it is sent again. */
export type Sent = {
	id: string;
	attempt: Attempt;
	state: "waiting" | "sent" | "given-up";
	/** ISO instant; null where it is over. */
	nextTryAt: string | null;
};

/** Keeps what came of sending, of all of it at once. */
export async function saveSent(trx: Trx, sent: readonly Sent[]): Promise<void> {
	if (sent.length === 0) return;
	const each = <T>(value: (one: Sent) => T): T[] => sent.map(value);
	await sql`
		update webhook_event set attempts = attempts || made.attempt, state = made.state, next_try_at = made.next
		from unnest(${each(({ id }) => id)}::uuid[], ${each(({ attempt }) => JSON.stringify(attempt))}::jsonb[],
			${each(({ state }) => state)}::text[], ${each(({ nextTryAt }) => nextTryAt)}::timestamptz[])
			as made (id, attempt, state, next)
		where webhook_event.id = made.id`.execute(trx);
}

/** What nobody may be told any more goes without a trace: its owner must not hear that there was something. */
export async function deleteUntold(trx: Trx, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await trx.deleteFrom("webhook_event").where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
}

/** Nothing waits any more for an address whose token is nobody's. */
export async function deleteWaiting(trx: Trx, webhookId: string): Promise<void> {
	await trx
		.deleteFrom("webhook_event")
		.where("webhook_id", "=", webhookId)
		.where("state", "=", "waiting")
		.execute();
}

/** A row of the log. */
export type Logged = {
	id: string;
	kind: string;
	/** Null of what only tried whether the address takes something. */
	differenceId: string | null;
	reference: string | null;
	happenedAt: string;
	state: "waiting" | "sent" | "given-up";
	nextTryAt: string | null;
	attempts: Attempt[];
};

/**
 * What an address was told, the latest first, as far as its owner may know of it today.
 *
 * @param page from 1
 */
export async function listLog(
	db: Db | Trx,
	viewer: Viewer,
	webhookId: string,
	{ page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: Logged[]; more: boolean }> {
	const rows = await db
		.selectFrom("webhook_event as event")
		.leftJoin("difference", "difference.id", "event.difference_id")
		.where("event.webhook_id", "=", webhookId)
		.where((where) =>
			where.or([
				where("event.difference_id", "is", null),
				where("event.difference_id", "in", visibleDifferences(db, viewer).select("difference.id")),
			]),
		)
		.select([
			"event.id",
			"event.kind",
			"event.difference_id",
			"event.happened_at",
			"event.state",
			"event.next_try_at",
			"event.attempts",
			"difference.reference",
		])
		.orderBy("event.happened_at", "desc")
		.orderBy("event.entry", "desc")
		.orderBy("event.id")
		.limit(pageSize + 1)
		.offset((page - 1) * pageSize)
		.execute();
	return {
		rows: rows.slice(0, pageSize).map((row) => ({
			id: row.id,
			kind: row.kind,
			differenceId: row.difference_id,
			reference: row.reference,
			happenedAt: row.happened_at.toISOString(),
			state: row.state,
			nextTryAt: row.next_try_at?.toISOString() ?? null,
			attempts: row.attempts as Attempt[],
		})),
		more: rows.length > pageSize,
	};
}

/** How much an address did not get, because it was given up or it was told nothing then, as far as its owner may know of it today. */
export async function countMissed(
	db: Db | Trx,
	viewer: Viewer,
	webhookId: string,
): Promise<number> {
	const { count } = await db
		.selectFrom("webhook_event as event")
		.where("event.webhook_id", "=", webhookId)
		.where("event.state", "=", "given-up")
		.where("event.difference_id", "in", visibleDifferences(db, viewer).select("difference.id"))
		.select((select) => select.fn.countAll<string>().as("count"))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/**
 * Something is sent once more, or all that waits, or all that was missed, from an ISO instant on.
 *
 * @returns how much that is
 */
export async function saveToSendAgain(
	trx: Trx,
	webhookId: string,
	which: { eventId: string } | "waiting" | "missed",
	at: string,
): Promise<number> {
	const saved = await trx
		.updateTable("webhook_event")
		.set({ state: "waiting", next_try_at: at })
		.where("webhook_id", "=", webhookId)
		.where((where) =>
			typeof which === "object"
				? where("id", "=", which.eventId)
				: which === "waiting"
					? where("state", "=", "waiting")
					: where.and([where("state", "=", "given-up"), where("difference_id", "is not", null)]),
		)
		.executeTakeFirst();
	return Number(saved.numUpdatedRows);
}

/** For which address something is told or was; undefined for nothing of this name. */
export async function findAddressOfEvent(trx: Trx, id: string): Promise<string | undefined> {
	const row = await trx
		.selectFrom("webhook_event")
		.where("id", "=", id)
		.select("webhook_id")
		.executeTakeFirst();
	return row?.webhook_id;
}

/** How often something in the log of an address was tried; undefined where it is not there. */
export async function countAttempts(
	trx: Trx,
	webhookId: string,
	id: string,
): Promise<number | undefined> {
	const row = await trx
		.selectFrom("webhook_event")
		.where("webhook_id", "=", webhookId)
		.where("id", "=", id)
		.select("attempts")
		.executeTakeFirst();
	return row && (row.attempts as Attempt[]).length;
}

/** What happened before an ISO instant leaves the logs. */
export async function deleteLogBefore(trx: Trx, before: string): Promise<void> {
	await trx.deleteFrom("webhook_event").where("happened_at", "<", new Date(before)).execute();
}
