/**
 * How long it takes to count a report of half a year for keeping, and to look its words through for names, among many
 * differences: on a data directory that `generate.ts` made, which is brought to this version by it.
 *
 * npx tsx --expose-gc bench/report-made.ts DIRECTORY
 */
import { join } from "node:path";
import { readingFrom } from "../src/cli/open-concord.ts";
import { withKeys } from "../src/cli/open-database.ts";
import { reportingOn } from "../src/domain/learning/period.ts";
import { zone } from "../src/domain/time.ts";
import { startEmbeddedPostgres } from "../src/embedded-postgres/start.ts";
import { partnershipId } from "../src/rehearsal/identifiers.ts";
import { namesBehind } from "../src/reports/names-behind.ts";
import { figuresToKeep } from "../src/reports/six-monthly.ts";
import { learnedForAll } from "../src/reports/what-was-learned.ts";
import { connect } from "../src/store/connect.ts";
import { migrate } from "../src/store/migrate.ts";
import { measured } from "./measured.ts";

const [, , data] = process.argv;
if (data === undefined) throw new Error("Say which data directory");

const postgres = await startEmbeddedPostgres({ directory: join(data, "postgres") });
const { db: owner, pool } = connect(postgres.url, { across: "command", limit: 900_000 });
await migrate(pool);
const { rows: partnerships } = {
	rows: await owner.selectFrom("partnership").selectAll().execute(),
};
await owner.destroy();
await postgres.stop();
const clockAhead = partnerships.find(({ id }) => id === partnershipId)?.clock_ahead ?? 0;
await withKeys(
	{ env: { CONCORD_DATA: data } },
	async ({ db }) => {
		const reading = readingFrom(db);
		const now = Temporal.Now.instant().add({ seconds: clockAhead }).toZonedDateTimeISO(zone);
		const today = now.toPlainDate().toString();
		for (const { protocol } of await reading.protocols.listInForce(db, partnershipId, today)) {
			const { last } = reportingOn(protocol, today);
			console.log(`${protocol.id}, ${last.from} to ${last.until}`);
			const kept = await measured("counted", () =>
				figuresToKeep(reading, partnershipId, protocol, last, { threshold: 5, today }),
			);
			const counted = kept.figures.sections[0]?.tables[0]?.rows[0]?.figures[0];
			console.log(`  ${JSON.stringify(counted)}`);
			await measured("names", () => namesBehind(reading, partnershipId, protocol, last));
			await measured("learned", () => learnedForAll(reading, partnershipId, protocol, last));
		}
	},
	{ limit: 900_000 },
);
