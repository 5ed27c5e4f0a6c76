import { sql } from "kysely";
import type { Named } from "../domain/difference/told/whom.ts";
import { answersForAgency, type Viewer } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";
import { whereItNames, whomTheyName } from "./whom-it-names.ts";

/** A question that somebody is asked. */
export type QuestionAsked = {
	differenceId: string;
	reference: string;
	/** The number of its entry. */
	seq: number;
	/** ISO instant. */
	askedAt: string;
	about: Named[];
};

/**
 * The questions that somebody is asked, the oldest first: where their side owes a step, those who are asked for that; else
 * those who are named on it; where nobody is, those who answer for it.
 *
 * @param owesIn in which of some differences they are asked for a step
 */
export async function listQuestionsAsked(
	db: Db | Trx,
	viewer: Viewer,
	owesIn: (differences: string[]) => Promise<Set<string>>,
): Promise<QuestionAsked[]> {
	const rows = await visibleDifferences(db, viewer)
		.innerJoin("open_question as question", (join) =>
			join
				.onRef("question.difference_id", "=", "difference.id")
				.onRef("question.side", "=", "party.side"),
		)
		.orderBy("question.asked_at")
		.select([
			"difference.id",
			"difference.reference",
			"question.seq",
			"question.asked_at",
			"party.office",
			...whereItNames,
			sql<boolean>`exists (select from open_step o where o.difference_id = difference.id and o.side = party.side)`.as(
				"is_owed",
			),
			sql<string[]>`array(select who.person_id::text from difference_person who
				where who.difference_id = difference.id and who.side = party.side)`.as("named"),
		])
		.execute();
	const owes = await owesIn(rows.flatMap(({ id, is_owed }) => (is_owed ? [id] : [])));
	const asked = rows.filter(({ id, office, is_owed, named }) =>
		is_owed
			? owes.has(id)
			: office !== null ||
				named.includes(viewer.id) ||
				(named.length === 0 && answersForAgency(viewer)),
	);
	const about = await whomTheyName(db, asked);
	return asked.map((row) => ({
		differenceId: row.id,
		reference: row.reference,
		seq: row.seq,
		askedAt: row.asked_at.toISOString(),
		about: about(row),
	}));
}

/**
 * The differences of somebody's in which more time may be asked for and not answered yet, whoever is to answer: the clock
 * is open, and it was neither moved nor was more time refused since. The rule says who grants it.
 */
export async function listWithTimeAsked(db: Db | Trx, viewer: Viewer): Promise<string[]> {
	const rows = await visibleDifferences(db, viewer)
		.where(
			// From the few that ever asked, not from all that may be seen.
			sql<boolean>`difference.id in (
				select asked.difference_id from event asked
				where asked.partnership_id = ${viewer.partnershipId} and asked.type = 'time-asked'
					and exists (
						select from clock where clock.difference_id = asked.difference_id
							and clock.clock = asked.detail->>'clock' and clock.state in ('running', 'paused', 'ran-out'))
					and not exists (
						select from event since where since.difference_id = asked.difference_id and since.seq > asked.seq
							and since.type in ('time-refused', 'clock-changed') and since.detail->>'clock' = asked.detail->>'clock'))`,
		)
		.select("difference.id")
		.distinct()
		.execute();
	return rows.map(({ id }) => id);
}
