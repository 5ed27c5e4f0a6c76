import type { App } from "../../src/actions/app.ts";
import { zone } from "../../src/domain/time.ts";
import { seedRehearsal } from "../../src/rehearsal/seed-rehearsal.ts";
import { connect } from "../../src/store/connect.ts";
import type { Db } from "../../src/store/db.ts";
import { appOn, somersetSource } from "./partnership.ts";

/** What runs on a database whose rehearsal opens at a local time, such as `2026-03-24T10:00`. */
export function appOpeningAt(db: Db, moment: string): App {
	const opening = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).toInstant();
	return appOn(db, () => opening);
}

/** Makes the rehearsal in a migrated database, and leaves no connection to it. @param url of the database */
export async function rehearsalIn(url: string, moment: string): Promise<void> {
	const { db } = connect(url, { most: 4, limit: 900_000 });
	await seedRehearsal(appOpeningAt(db, moment), somersetSource).finally(() => db.destroy());
}
