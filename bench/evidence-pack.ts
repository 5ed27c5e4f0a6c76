/**
 * An evidence pack of many differences: how long it takes to make once everything was looked at, and how far the memory grows
 * of the process that makes it, in each tenth of it.
 *
 * CONCORD_DATA=DIRECTORY npx tsx --expose-gc bench/evidence-pack.ts [count] [audience]: of the latest of a rehearsal’s
 * differences, 200 and an inspector unless others are given. Everything that is proposed is taken as it is; the pack is thrown away.
 */
import { once } from "node:events";
import {
	beginPack,
	decideInPack,
	evidenceOf,
	findEvidencePack,
	lookedAtAll,
	openInPack,
	throwAwayPack,
} from "../src/actions/evidence.ts";
import { sealUnder } from "../src/actions/seal.ts";
import { personCalled, readingFrom } from "../src/cli/open-concord.ts";
import { withKeys } from "../src/cli/open-database.ts";
import { secretsOf } from "../src/cli/secrets-of.ts";
import { evidencePack } from "../src/documents/evidence/evidence-pack.ts";
import { isEvidenceAudience, isToDecide } from "../src/domain/evidence/audience.ts";
import { londonTime } from "../src/domain/time.ts";
import { inMegabytes } from "./measured.ts";

const count = Number(process.argv[2] ?? 200);
const audience = process.argv[3] ?? "inspector";
if (!isEvidenceAudience(audience)) throw new RangeError(`No audience: ${audience}`);

await withKeys(
	{ env: process.env },
	async ({ db, config }) => {
		const now = Temporal.Now.instant();
		const email = process.env.AS ?? "tendai.moyo@partnership.example.org";
		const by = await personCalled(db, { email, partnership: undefined }, now);
		const app = {
			...readingFrom(db),
			clock: () => Temporal.Now.instant(),
			files: {},
			signIn: { seal: sealUnder(secretsOf(config)) },
		};
		const first = await db
			.selectFrom("difference")
			.where("partnership_id", "=", by.partnershipId)
			.orderBy("raised_at", "desc")
			.offset(count - 1)
			.select("raised_at")
			.executeTakeFirst();
		const from = first && londonTime(first.raised_at.toISOString()).toPlainDate().toString();
		const pack = await findEvidencePack(app, by, await beginPack(app, by, { audience, from }));
		if (!pack) throw new Error("The pack could not be begun");

		let pieces = 0;
		const looking = performance.now();
		for (const { number } of pack.differences) {
			const found = await openInPack(app, by, pack, number);
			for (const piece of found?.pieces ?? [])
				if (isToDecide(piece))
					await decideInPack(app, by, pack, number, piece.key, {
						decision: "withhold",
						text: "",
						ground: "harm",
					});
			pieces += found?.pieces.length ?? 0;
			await lookedAtAll(app, by, pack, number, found?.pieces.length ?? 0);
		}
		const looked = (performance.now() - looking) / 1000;

		const made = await evidenceOf(app, by, (await findEvidencePack(app, by, pack.id)) ?? pack);
		globalThis.gc?.();
		const before = process.memoryUsage().rss;
		const most: number[] = [];
		let nth = 0;
		const counted = async function* () {
			for await (const difference of made.differences) {
				const tenth = Math.min(9, Math.floor((nth++ * 10) / pack.differences.length));
				most[tenth] = Math.max(most[tenth] ?? 0, process.memoryUsage().rss);
				yield difference;
			}
		};
		const began = performance.now();
		const cpu = process.cpuUsage();
		const { content } = evidencePack({ ...made, differences: counted() });
		let bytes = 0;
		content.on("data", (chunk: Buffer) => {
			bytes += chunk.length;
		});
		await once(content, "end");
		const { user, system } = process.cpuUsage(cpu);
		console.log(
			`${pack.differences.length} differences, ${pieces} pieces, ${inMegabytes(bytes)} MB: ${((performance.now() - began) / 1000).toFixed(1)} s (processor ${((user + system) / 1e6).toFixed(1)} s; looking at them by program before ${looked.toFixed(1)} s)`,
		);
		console.log(
			`  memory ${inMegabytes(before)} MB before, in each tenth ${most.map(inMegabytes).join(", ")}`,
		);
		await throwAwayPack(app, by, pack.id);
	},
	{ as: "serving" },
);
