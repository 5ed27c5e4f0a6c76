/**
 * How long a start takes to derive anew what an older version had derived in its own way, for a database of 2,000
 * differences with some 25 entries each. `npx tsx bench/derive-again.ts`
 */
import { deriveWhatIsOld } from "../src/actions/derive-again.ts";
import { line, manyDifferences, type Took } from "./many-differences.ts";

const differences = 2_000;

const { db, partnership, timed, close } = await manyDifferences({
	count: differences,
	people: 1,
	level: "senior-manager",
	tables: ["event", "narrative", "difference_party", "difference_person", "open_step", "clock"],
});
const { app } = partnership;
const times: Took[] = [];
for (let run = 0; run < 3; run++) {
	await db.updateTable("difference").set({ derived_as: 0 }).execute();
	await timed(times, () => deriveWhatIsOld(app));
}
line(`${differences} differences derived anew`, times);
const nothing: Took[] = [];
await timed(nothing, () => deriveWhatIsOld(app));
line("nothing to derive", nothing);
await close();
