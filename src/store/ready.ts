import { sql } from "kysely";
import { inTime } from "./connect.ts";
import type { Db } from "./db.ts";
import { compareMigrations } from "./migrate.ts";

/** How the tables of a database stand to this version of Concord; `none` where there are none yet. */
export async function shapeOf(db: Db): Promise<ReturnType<typeof compareMigrations> | "none"> {
	const { rows: tables } = await sql<{ there: boolean }>`
		select to_regclass('migration') is not null as there`.execute(db);
	if (!tables[0]?.there) return "none";
	const { rows } = await sql<{ file: string; hash: string }>`
		select file, hash from migration`.execute(db);
	return compareMigrations(rows);
}

/** Whether pages can be served: the database answers in time, and is of this version. */
export const isReady = (db: Db): Promise<boolean> =>
	inTime(shapeOf(db).then((shape) => shape === "same"));
