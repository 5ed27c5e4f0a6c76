import { sql } from "kysely";
import {
	type Actor,
	actingAs,
	answersForAgency,
	atLeast,
	type Level,
	levels,
	type Viewer,
} from "../domain/people/viewer.ts";
import type { Side, StepId } from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";

/** Something that somebody owes in a difference: a step, or that a time limit is kept. */
export type OwedStep = {
	differenceId: string;
	reference: string;
	versionId: string;
	/** Names of the two agencies. */
	raising: string;
	receiving: string;
	/** As far as the viewer's side may know. */
	stage: string;
	themes: string[];
	/** Null for a time limit of no one step: then `clock` says which. */
	step: StepId | null;
	clock: string | null;
	/** The side that owes it, and the person it was given to. */
	side: Side;
	personId: string | null;
	personName: string | null;
	/** ISO instant. */
	openedAt: string;
	/** ISO instant; null when no clock runs on it. */
	dueAt: string | null;
	/** Its clock stands still. */
	paused: boolean;
	/** `indicative` dates are shown and never count as missed. */
	strength: "hard" | "soft" | "indicative" | null;
};

/** Everything open that a person may know of, by whose it is. Each list has what is due soonest first, then the oldest. */
export type Work = {
	/** Given to them, or theirs by their role when it was given to nobody. */
	mine: OwedStep[];
	/** Owed by others of their own agency, for those who answer for it. */
	agency: OwedStep[];
	/** Owed by another side, in differences that they take part in. */
	waitingFor: OwedStep[];
};

/** The levels whose work falls to this person when it was given to nobody. A practitioner's is always given to somebody. */
const levelsOf = (viewer: Actor): string[] => [
	...levels.filter((level) => level !== "practitioner" && atLeast(viewer.level, level)),
	...(viewer.safeguardingLead && !atLeast(viewer.level, "manager") ? ["manager"] : []),
];

/** Who answers for something, as its row says. */
type Answers = {
	office: string | null;
	agency_id: string | null;
	level: string | null;
	post: string | null;
	proxy: boolean;
};

/** Whether it is for somebody's side: their agency, one that theirs answers for, or an office that they hold. */
const isOfSide = (one: Actor, { office, agency_id, proxy }: Answers): boolean =>
	office === null
		? agency_id === one.agencyId || (proxy && (one.proxyFor ?? []).includes(agency_id ?? ""))
		: one.offices.includes(office);

/** Whether somebody answers in the role, when it was given to nobody. */
const isByRole = (one: Actor, { office, level, post }: Answers): boolean =>
	office !== null ||
	(post === null
		? levelsOf(one).includes(level ?? "")
		: one.offices.includes(post) && atLeast(one.level, (level ?? "director") as Level));

export async function listWork(db: Db | Trx, viewer: Viewer): Promise<Work> {
	const rows = await visibleDifferences(db, viewer)
		.innerJoin("open_step", "open_step.difference_id", "difference.id")
		.leftJoin("person", "person.id", "open_step.person_id")
		.leftJoin("clock", (join) =>
			join
				.onRef("clock.difference_id", "=", "open_step.difference_id")
				.onRef("clock.step", "=", "open_step.step")
				.on("clock.state", "in", ["running", "paused", "ran-out"]),
		)
		.leftJoin("difference_person as named", (join) =>
			join.onRef("named.difference_id", "=", "open_step.difference_id").on(
				"named.person_id",
				"in",
				actingAs(viewer).map(({ id }) => id),
			),
		)
		.whereRef("party.side", "=", sql`any(open_step.audience)`)
		.select([
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"raising.name as raising",
			"receiving.name as receiving",
			"party.stage",
			"party.themes",
			"party.office as party_office",
			"open_step.step",
			"open_step.side",
			"open_step.agency_id",
			"open_step.office",
			"open_step.level",
			"open_step.post",
			"open_step.proxy",
			"open_step.person_id",
			"open_step.barred",
			"open_step.opened_at",
			"person.name as person_name",
			"clock.clock",
			"clock.due_at",
			"clock.state",
			"clock.strength",
			"named.person_id as named",
		])
		.distinctOn(["open_step.difference_id", "open_step.step"])
		.execute();

	const mine: OwedStep[] = [];
	const agency: OwedStep[] = [];
	const waitingFor: OwedStep[] = [];
	// What falls to people for whom this person stands in is theirs, too.
	const selves = actingAs(viewer);
	for (const row of rows) {
		const ofSide = (one: Actor) => isOfSide(one, row);
		const byRole = (one: Actor) => ofSide(one) && isByRole(one, row);
		const isMine =
			!row.barred.includes(viewer.id) &&
			(row.person_id === null
				? selves.some((one) => byRole(one) && !row.barred.includes(one.id))
				: row.person_id === viewer.id ||
					(selves.some(ofSide) && viewer.standsInFor?.some(({ id }) => row.person_id === id)));
		const list = isMine
			? mine
			: selves.some((one) => ofSide(one) && answersForAgency(one))
				? agency
				: row.named !== null || row.party_office !== null
					? waitingFor
					: undefined;
		list?.push({
			differenceId: row.id,
			reference: row.reference,
			versionId: row.protocol_version_id,
			raising: row.raising,
			receiving: row.receiving,
			stage: row.stage,
			themes: row.themes,
			step: row.step,
			clock: row.clock,
			side: row.side,
			personId: row.person_id,
			personName: row.person_name,
			openedAt: row.opened_at.toISOString(),
			dueAt: row.due_at?.toISOString() ?? null,
			paused: row.state === "paused",
			strength: row.strength as OwedStep["strength"],
		});
	}
	for (const limit of await listLimits(db, viewer))
		if (selves.some((one) => isOfSide(one, limit) && isByRole(one, limit))) mine.push(limit.owed);
	for (const list of [mine, agency, waitingFor]) list.sort(soonestFirst);
	return { mine, agency, waitingFor };
}

/** Time limits of no one step that run, as far as a person may know of them. */
async function listLimits(db: Db | Trx, viewer: Viewer): Promise<(Answers & { owed: OwedStep })[]> {
	const rows = await visibleDifferences(db, viewer)
		.innerJoin("clock", (join) =>
			join
				.onRef("clock.difference_id", "=", "difference.id")
				.on("clock.step", "is", null)
				.on("clock.state", "in", ["running", "paused", "ran-out"]),
		)
		.whereRef("party.side", "=", sql`any(clock.audience)`)
		.select([
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"raising.name as raising",
			"receiving.name as receiving",
			"party.stage",
			"party.themes",
			"clock.clock",
			"clock.side",
			"clock.agency_id",
			"clock.office",
			"clock.level",
			"clock.post",
			"clock.proxy",
			"clock.started_at",
			"clock.due_at",
			"clock.state",
			"clock.strength",
		])
		.distinctOn(["clock.difference_id", "clock.clock"])
		.execute();
	return rows.map((row) => ({
		office: row.office,
		agency_id: row.agency_id,
		level: row.level,
		post: row.post,
		proxy: row.proxy,
		owed: {
			differenceId: row.id,
			reference: row.reference,
			versionId: row.protocol_version_id,
			raising: row.raising,
			receiving: row.receiving,
			stage: row.stage,
			themes: row.themes,
			step: null,
			clock: row.clock,
			paused: row.state === "paused",
			side: row.side ?? "",
			personId: null,
			personName: null,
			openedAt: row.started_at.toISOString(),
			dueAt: row.due_at.toISOString(),
			strength: row.strength as OwedStep["strength"],
		},
	}));
}

const latest = "9999";
const soonestFirst = (a: OwedStep, b: OwedStep): number =>
	(a.dueAt ?? latest).localeCompare(b.dueAt ?? latest) || a.openedAt.localeCompare(b.openedAt);
