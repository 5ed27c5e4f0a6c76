import { sql } from "kysely";
import { inTime } from "./connect.ts";
import type { Db } from "./db.ts";
import { compareMigrations, type SeenMigration, type Shape, seenMigrations } from "./migrate.ts";

/** How the tables of a database stand to this version of Concord; `none` where there are none yet. */
export async function shapeOf(db: Db): Promise<Shape | "none"> {
	const { rows: tables } = await sql<{ there: boolean }>`
		select to_regclass('migration') is not null as there`.execute(db);
	if (!tables[0]?.there) return "none";
	const { rows } = await sql.raw<SeenMigration>(seenMigrations).execute(db);
	return compareMigrations(rows);
}

/** Whether pages can be served: the database answers in time, and is of this version, or of one beside which it may serve. */
export const isReady = (db: Db): Promise<boolean> =>
	inTime(shapeOf(db).then((shape) => shape === "same" || shape === "ahead"));

/** How often a Concord that serves looks whether its database is still one that it may serve on, in milliseconds. */
const betweenLooks = 5_000;

/**
 * Watches whether a newer Concord makes of the database what this one may not serve on.
 *
 * @param onPassed is called once, when it did
 */
export function watchShape(
	db: Db,
	onPassed: () => void,
	every = betweenLooks,
): { isPassed: () => boolean; stop: () => void } {
	let isPassed = false;
	const look = async () => {
		const shape = await shapeOf(db).catch(() => undefined);
		if (isPassed || (shape !== "newer" && shape !== "changed")) return;
		isPassed = true;
		clearInterval(timer);
		onPassed();
	};
	const timer = setInterval(() => void look(), every);
	timer.unref();
	return { isPassed: () => isPassed, stop: () => clearInterval(timer) };
}
