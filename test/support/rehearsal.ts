import { join } from "node:path";
import type { App } from "../../src/actions/app.ts";
import { zone } from "../../src/domain/time.ts";
import { projectRoot } from "../../src/project-root.ts";
import { readShippedProtocol } from "../../src/protocol-files.ts";
import {
	playRehearsal,
	type RehearsedProtocols,
	seedRehearsal,
} from "../../src/rehearsal/seed-rehearsal.ts";
import { connect } from "../../src/store/connect.ts";
import type { Db } from "../../src/store/db.ts";
import { testKeys } from "./keys.ts";
import { appOn } from "./partnership.ts";

/** The protocols of the rehearsal, as they come with Concord. */
export const rehearsedProtocols: RehearsedProtocols = {
	somerset: shipped("somerset/2021-04.yaml"),
	practiceResolution: shipped("rotherham-practice-resolution/2025.yaml"),
	conferenceChallenge: shipped("rotherham-conference-challenge/2025.yaml"),
};

function shipped(file: string): ReturnType<typeof readShippedProtocol> {
	return readShippedProtocol(join(projectRoot, "protocols"), file);
}

/** What runs on a database whose rehearsal opens at a local time, such as `2026-03-24T10:00`. */
export function appOpeningAt(db: Db, moment: string): App {
	const opening = Temporal.PlainDateTime.from(moment).toZonedDateTime(zone).toInstant();
	return appOn(db, () => opening);
}

/** Makes the rehearsal in a migrated database, and leaves no connection to it. @param url of the database */
export async function rehearsalIn(url: string, moment: string): Promise<void> {
	const { db } = connect(url, { most: 4, limit: 900_000, across: "command", keys: testKeys });
	const app = appOpeningAt(db, moment);
	await seedRehearsal(app, await playRehearsal(app.clock(), rehearsedProtocols)).finally(() =>
		db.destroy(),
	);
}
