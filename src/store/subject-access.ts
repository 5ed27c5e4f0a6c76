/** Requests of people to be told what is held about them: what was found, and what was decided of each piece. What is sealed comes and goes sealed. */
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { Db, Trx } from "./db.ts";
import { nextNumber } from "./next-number.ts";
import { dataKeyOf, keyedDigest } from "./sealed-values.ts";
import type { Tables } from "./tables.ts";

/** A request; `about` and `extendedWhySealed` sealed. Instants are ISO. */
export type SavedRequest = {
	id: string;
	partnershipId: string;
	number: number;
	kind: "child" | "person";
	about: Buffer;
	receivedOn: IsoDay;
	dueOn: IsoDay;
	/** As an older version kept it, in plain. */
	extendedWhy: string | null;
	extendedWhySealed: Buffer | null;
	madeAt: string;
	madeBy: string;
	closedAt: string | null;
};

/** Whose each of these is, for what seals them. */
export const ofRequest = (id: string) => `subject-request ${id}`;
export const ofExtension = (id: string) => `subject-request ${id} extended`;
export const ofNamed = (id: string, difference: string) =>
	`subject-request ${id} named ${difference}`;
export const ofPiece = (id: string, piece: string) => `subject-request ${id} ${piece}`;

export type DoneWithRequest = {
	what: Tables["subject_request_done"]["what"];
	given: number | null;
	redacted: number | null;
	withheld: number | null;
	at: string;
	by: string;
};

/** @param request `madeAt` ISO instant, `by` a person */
export async function addRequest(
	trx: Trx,
	request: Pick<
		SavedRequest,
		"id" | "partnershipId" | "number" | "kind" | "about" | "receivedOn" | "dueOn"
	> & { madeAt: string; by: string },
): Promise<void> {
	await trx
		.insertInto("subject_request")
		.values({
			id: request.id,
			partnership_id: request.partnershipId,
			number: request.number,
			kind: request.kind,
			about: request.about,
			received_on: request.receivedOn,
			due_on: request.dueOn,
			made_at: request.madeAt,
			made_by: request.by,
		})
		.execute();
}

/** Those of a partnership, the latest first; one alone where it is named. */
export async function listRequests(
	db: Db | Trx,
	partnershipId: string,
	id?: string,
): Promise<SavedRequest[]> {
	const rows = await db
		.selectFrom("subject_request as request")
		.innerJoin("person", "person.id", "request.made_by")
		.where("request.partnership_id", "=", partnershipId)
		.$if(id !== undefined, (query) => query.where("request.id", "=", id ?? ""))
		.orderBy("request.number", "desc")
		.selectAll("request")
		.select("person.name")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		number: row.number,
		kind: row.kind,
		about: row.about,
		receivedOn: row.received_on,
		dueOn: row.due_on,
		extendedWhy: row.extended_why,
		extendedWhySealed: row.extended_why_sealed,
		madeAt: row.made_at.toISOString(),
		madeBy: row.name,
		closedAt: row.closed_at?.toISOString() ?? null,
	}));
}

/** An open request: by when it is due, and when whoever answers was last reminded of it. */
export type RequestDue = { id: string; dueOn: IsoDay; remindedOn: IsoDay | null };

/** The open requests that are due by a day, the soonest first. */
export async function listRequestsDue(
	db: Db | Trx,
	partnershipId: string,
	by: IsoDay,
): Promise<RequestDue[]> {
	const rows = await db
		.selectFrom("subject_request")
		.where("partnership_id", "=", partnershipId)
		.where("closed_at", "is", null)
		.where("due_on", "<=", by)
		.orderBy("due_on")
		.select(["id", "due_on", "reminded_on"])
		.execute();
	return rows.map((row) => ({ id: row.id, dueOn: row.due_on, remindedOn: row.reminded_on }));
}

/** Notes that whoever answers these was reminded of them on a day. */
export async function saveReminded(
	trx: Trx,
	requests: readonly string[],
	on: IsoDay,
): Promise<void> {
	await trx
		.updateTable("subject_request")
		.set({ reminded_on: on })
		.where("id", "in", requests)
		.execute();
}

/** @param longer `why` sealed */
export async function extendRequest(
	trx: Trx,
	id: string,
	{ dueOn, why }: { dueOn: IsoDay; why: Buffer },
): Promise<void> {
	await trx
		.updateTable("subject_request")
		.set({ due_on: dueOn, extended_why_sealed: why })
		.where("id", "=", id)
		.execute();
}

/** @param closed `at` ISO instant */
export async function closeRequest(
	trx: Trx,
	id: string,
	closed: { at: string; by: string },
): Promise<void> {
	await trx
		.updateTable("subject_request")
		.set({ closed_at: closed.at, closed_by: closed.by })
		.where("id", "=", id)
		.execute();
}

/** Notes what was done with a request. @param done `at` ISO instant, `by` a person */
export async function addDone(
	trx: Trx,
	partnershipId: string,
	requestId: string,
	done: Omit<DoneWithRequest, "given" | "redacted" | "withheld"> &
		Partial<Pick<DoneWithRequest, "given" | "redacted" | "withheld">>,
): Promise<void> {
	await trx
		.insertInto("subject_request_done")
		.values({
			request_id: requestId,
			number: await nextNumber(trx, "subject_request_done", requestId),
			partnership_id: partnershipId,
			what: done.what,
			given: done.given ?? null,
			redacted: done.redacted ?? null,
			withheld: done.withheld ?? null,
			at: done.at,
			by_person: done.by,
		})
		.execute();
}

/** What was done with a request, in order, by whom by name. */
export async function listDone(db: Db | Trx, requestId: string): Promise<DoneWithRequest[]> {
	const rows = await db
		.selectFrom("subject_request_done as done")
		.innerJoin("person", "person.id", "done.by_person")
		.where("done.request_id", "=", requestId)
		.orderBy("done.number")
		.selectAll("done")
		.select("person.name")
		.execute();
	return rows.map(({ what, given, redacted, withheld, at, name }) => ({
		what,
		given,
		redacted,
		withheld,
		at: at.toISOString(),
		by: name,
	}));
}

/** A difference that may be about whom it was asked. */
export type FoundDifference = {
	differenceId: string;
	reference: string;
	foundBy: string[];
	isTheirs: boolean | null;
};

export async function saveFound(
	trx: Trx,
	partnershipId: string,
	requestId: string,
	found: readonly { differenceId: string; foundBy: string[]; isTheirs: boolean | null }[],
): Promise<void> {
	if (found.length === 0) return;
	await trx
		.insertInto("subject_request_difference")
		.values(
			found.map(({ differenceId, foundBy, isTheirs }) => ({
				request_id: requestId,
				difference_id: differenceId,
				partnership_id: partnershipId,
				found_by: foundBy,
				is_theirs: isTheirs,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function listFound(db: Db | Trx, requestId: string): Promise<FoundDifference[]> {
	const rows = await db
		.selectFrom("subject_request_difference as found")
		.innerJoin("difference", "difference.id", "found.difference_id")
		.where("found.request_id", "=", requestId)
		.orderBy("difference.raised_at")
		.orderBy("difference.reference")
		.select(["difference.id", "difference.reference", "found.found_by", "found.is_theirs"])
		.execute();
	return rows.map((row) => ({
		differenceId: row.id,
		reference: row.reference,
		foundBy: row.found_by,
		isTheirs: row.is_theirs,
	}));
}

/** Says which of what was found is theirs: these are, the others are not. */
export async function saveIsTheirs(
	trx: Trx,
	requestId: string,
	theirs: readonly string[],
): Promise<void> {
	await trx
		.updateTable("subject_request_difference")
		.set({ is_theirs: sql<boolean>`difference_id = any(${theirs}::uuid[])` })
		.where("request_id", "=", requestId)
		.execute();
}

/**
 * Names pieces by their words too, so that what was decided of them holds for no others. Under the partnership’s data key: whoever
 * has the database alone cannot find out by trying which words they are.
 */
export async function nameByWords(
	trx: Trx,
	partnershipId: string,
): Promise<(piece: string, words: string) => string> {
	const key = await dataKeyOf(trx, partnershipId);
	return (piece, words) => `${piece}/${keyedDigest(key, `${piece}\n${words}`)}`;
}

/** A difference in which only a text may name the child; `why` sealed. */
export type NamedIn = {
	differenceId: string;
	reference: string;
	foundBy: string[];
	/** Null until somebody has said it. */
	isTheirs: boolean | null;
	why: Buffer | null;
	by: string | null;
};

/** Notes what was found; what somebody has said of one of these stays. */
export async function saveNamed(
	trx: Trx,
	partnershipId: string,
	requestId: string,
	found: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
	if (found.size === 0) return;
	await trx
		.insertInto("subject_request_named")
		.values(
			[...found].map(([differenceId, foundBy]) => ({
				request_id: requestId,
				difference_id: differenceId,
				partnership_id: partnershipId,
				found_by: [...foundBy],
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Those that are not the child’s own anyway. */
export async function listNamed(db: Db | Trx, requestId: string): Promise<NamedIn[]> {
	const rows = await db
		.selectFrom("subject_request_named as named")
		.innerJoin("difference", "difference.id", "named.difference_id")
		.leftJoin("person", "person.id", "named.by_person")
		.where("named.request_id", "=", requestId)
		.where(
			sql<boolean>`not exists (select from subject_request_difference own where own.request_id = named.request_id
				and own.difference_id = named.difference_id and own.is_theirs)`,
		)
		.orderBy("difference.raised_at")
		.orderBy("difference.reference")
		.select([
			"named.difference_id",
			"difference.reference",
			"named.found_by",
			"named.is_theirs",
			"named.why",
			"person.name as by",
		])
		.execute();
	return rows.map((row) => ({
		differenceId: row.difference_id,
		reference: row.reference,
		foundBy: row.found_by,
		isTheirs: row.is_theirs,
		why: row.why,
		by: row.by,
	}));
}

/** Says of one whether it names the child, and why. @param said `why` sealed, `at` ISO instant, `by` a person */
export async function saySomeoneIsNamed(
	trx: Trx,
	requestId: string,
	differenceId: string,
	said: { isTheirs: boolean; why: Buffer; at: string; by: string },
): Promise<void> {
	await trx
		.updateTable("subject_request_named")
		.set({ is_theirs: said.isTheirs, why: said.why, at: said.at, by_person: said.by })
		.where("request_id", "=", requestId)
		.where("difference_id", "=", differenceId)
		.execute();
}

/** @param about sealed */
export async function saveAbout(trx: Trx, id: string, about: Buffer): Promise<void> {
	await trx.updateTable("subject_request").set({ about }).where("id", "=", id).execute();
}

/** What was decided of a piece; `content` sealed. */
export type SavedDecision = {
	piece: string;
	decision: Tables["subject_request_piece"]["decision"];
	content: Buffer | null;
	ground: string | null;
};

export async function listDecided(db: Db | Trx, requestId: string): Promise<SavedDecision[]> {
	return db
		.selectFrom("subject_request_piece")
		.where("request_id", "=", requestId)
		.select(["piece", "decision", "content", "ground"])
		.execute();
}

/** @param decided `at` ISO instant, `by` a person */
export async function saveDecided(
	trx: Trx,
	partnershipId: string,
	requestId: string,
	decided: SavedDecision & { differenceId: string | null; at: string; by: string },
): Promise<void> {
	const said = {
		decision: decided.decision,
		content: decided.content,
		ground: decided.ground,
		at: decided.at,
		by_person: decided.by,
	};
	await trx
		.insertInto("subject_request_piece")
		.values({
			request_id: requestId,
			difference_id: decided.differenceId,
			piece: decided.piece,
			partnership_id: partnershipId,
			...said,
		})
		.onConflict((conflict) => conflict.columns(["request_id", "piece"]).doUpdateSet(said))
		.execute();
}

/** The differences in whose record somebody did something or is named by their identifier. */
export async function listDifferencesWith(
	db: Db | Trx,
	partnershipId: string,
	personId: string,
): Promise<string[]> {
	const rows = await db
		.selectFrom("event")
		.where("partnership_id", "=", partnershipId)
		.where((where) =>
			where.or([
				where("by_person", "=", personId),
				sql<boolean>`strpos(detail::text, ${personId}) > 0`,
			]),
		)
		.select("difference_id")
		.union(
			db
				.selectFrom("difference_person")
				.where("partnership_id", "=", partnershipId)
				.where("person_id", "=", personId)
				.select("difference_id"),
		)
		.execute();
	return rows.map(({ difference_id }) => difference_id);
}

/** What somebody opened until an instant, as the log of readings has it, in order. Instants are ISO. */
export async function listReadingsBy(
	db: Db | Trx,
	personId: string,
	until: string,
): Promise<{ reference: string; what: string; at: string }[]> {
	const rows = await db
		.selectFrom("reading")
		.innerJoin("difference", "difference.id", "reading.difference_id")
		.where("reading.person_id", "=", personId)
		.where("reading.at", "<=", sql<Date>`${until}::timestamptz`)
		.orderBy("reading.at")
		.select(["difference.reference", "reading.what", "reading.at"])
		.execute();
	return rows.map(({ reference, what, at }) => ({ reference, what, at: at.toISOString() }));
}

/** Every message to somebody until an instant: what it was and when it was made. */
export async function listMessagesTo(
	db: Db | Trx,
	personId: string,
	until: string,
): Promise<{ kind: string; notice: unknown; at: string }[]> {
	const rows = await db
		.selectFrom("message")
		.where("to_person", "=", personId)
		.where("created_at", "<=", sql<Date>`${until}::timestamptz`)
		.orderBy("created_at")
		.select(["kind", "notice", "created_at"])
		.execute();
	return rows.map(({ kind, notice, created_at }) => ({
		kind,
		notice,
		at: created_at.toISOString(),
	}));
}

/**
 * Everybody of a partnership who has or had this work address, those who left and who answer by a link too: whoever is there
 * first.
 */
export async function listEverAtAddress(
	db: Db | Trx,
	partnershipId: string,
	email: string,
): Promise<{ id: string; name: string }[]> {
	return db
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where((where) => where(where.fn("lower", ["email"]), "=", email.trim().toLowerCase()))
		.orderBy(sql`left_at is not null`)
		.orderBy(sql`only_in is not null`)
		.orderBy("left_at", "desc")
		.orderBy("id")
		.select(["id", "name"])
		.execute();
}

/** What the directory and the account hold of somebody, as they stand. */
export async function findAllOf(
	db: Db | Trx,
	partnershipId: string,
	personId: string,
): Promise<
	| {
			person: Record<string, string>;
			posts: string[];
			absences: string[];
			account: { email: string; events: { what: string; at: string }[] } | undefined;
	  }
	| undefined
> {
	const row = await db
		.selectFrom("person")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.where("person.id", "=", personId)
		.where("person.partnership_id", "=", partnershipId)
		.select([
			"person.name",
			"person.job_title",
			"person.email",
			"person.phone",
			"person.mobile",
			"person.level",
			"person.offices",
			"person.account_id",
			"person.left_at",
			"person.vouched_level",
			"person.by_link_until",
			"person.digest",
			"agency.name as agency",
		])
		.executeTakeFirst();
	if (!row) return undefined;
	const posts = await db
		.selectFrom("post_held")
		.where("person_id", "=", personId)
		.orderBy("held_until")
		.select(["job_title", "held_from", "held_until"])
		.execute();
	const absences = await db
		.selectFrom("absence")
		.where("person_id", "=", personId)
		.orderBy("from_on")
		.select(["from_on", "until_on"])
		.execute();
	const account =
		row.account_id === null
			? undefined
			: await db
					.selectFrom("account")
					.where("id", "=", row.account_id)
					.select(["id", "email"])
					.executeTakeFirst();
	const events = account
		? await db
				.selectFrom("account_event")
				.where("account_id", "=", account.id)
				.orderBy("at")
				.select(["what", "at"])
				.execute()
		: [];
	const known = Object.entries({
		Name: row.name,
		Agency: row.agency,
		"Job title": row.job_title,
		"Work e-mail address": row.email,
		Telephone: row.phone,
		"Mobile telephone": row.mobile,
		Level: row.level,
		Offices: row.offices.join(", "),
		"How reminders come": {
			"as-they-come": "Of each thing",
			"each-morning": "Once each working day",
		}[row.digest],
		"Answers by a link until": row.by_link_until?.toISOString() ?? null,
		"Level for which somebody vouched": row.vouched_level,
		Left: row.left_at?.toISOString() ?? null,
	}).flatMap(([label, value]) => (value ? [[label, value] as const] : []));
	return {
		person: Object.fromEntries(known),
		posts: posts.map(
			({ job_title, held_from, held_until }) =>
				`${job_title}${held_from ? `, from ${held_from}` : ""}, until ${held_until}`,
		),
		absences: absences.map(({ from_on, until_on }) => `Away from ${from_on} until ${until_on}`),
		account: account && {
			email: account.email,
			events: events.map(({ what, at }) => ({ what, at: at.toISOString() })),
		},
	};
}

/**
 * Removes requests that were closed before an instant, with all that was decided in them and asked for them; but those in which a difference
 * was found that is on hold.
 *
 * @returns how many
 */
export async function disposeOfRequests(
	trx: Trx,
	partnershipId: string,
	before: string,
): Promise<number> {
	const gone = await trx
		.deleteFrom("subject_request")
		.where("partnership_id", "=", partnershipId)
		.where("closed_at", "<", sql<Date>`${before}::timestamptz`)
		.where(
			sql<boolean>`not exists (select from legal_hold join (
				select request_id, difference_id from subject_request_difference
				union all select request_id, difference_id from subject_request_named
				union all select request_id, difference_id from subject_request_piece) as held
					on held.difference_id = legal_hold.difference_id
				where held.request_id = subject_request.id and lifted_at is null)`,
		)
		.returning("id")
		.execute();
	const ids = gone.map(({ id }) => id);
	await trx.deleteFrom("task").where(sql<boolean>`about_id = any(${ids}::uuid[])`).execute();
	return gone.length;
}
