import type { Db } from "./db.ts";

/** A backup that is whole. */
export type Backup = {
	/** ISO instants. What it holds is of a moment soon after the first. */
	startedAt: string;
	endedAt: string;
	/** Its name, without the directory. */
	file: string;
	/** In bytes. */
	size: number;
	/** Of the whole file. */
	sha256: string;
};

/** @param backup that is whole, or one that failed with what was `wrong`, in a sentence that names nobody */
export async function addBackup(
	db: Db,
	backup: Backup | (Pick<Backup, "startedAt" | "endedAt"> & { wrong: string }),
): Promise<void> {
	const whole = "wrong" in backup ? { file: null, size: null, sha256: null } : backup;
	await db
		.insertInto("backup")
		.values({
			started_at: backup.startedAt,
			ended_at: backup.endedAt,
			file: whole.file,
			size: whole.size,
			sha256: whole.sha256,
			wrong: "wrong" in backup ? backup.wrong : null,
		})
		.execute();
}

/** The last backup that is whole, and the last that failed since then; undefined where there is none. */
export async function findLastBackup(db: Db): Promise<{
	good: Backup | undefined;
	failed: { endedAt: string; wrong: string } | undefined;
}> {
	const latest = (isGood: boolean) =>
		db
			.selectFrom("backup")
			.where("wrong", isGood ? "is" : "is not", null)
			.orderBy("ended_at", "desc")
			.limit(1)
			.selectAll()
			.executeTakeFirst();
	const [good, failed] = await Promise.all([latest(true), latest(false)]);
	const isSince = failed && (!good || failed.ended_at > good.ended_at);
	return {
		good: good && {
			startedAt: good.started_at.toISOString(),
			endedAt: good.ended_at.toISOString(),
			file: good.file ?? "",
			size: good.size ?? 0,
			sha256: good.sha256 ?? "",
		},
		failed: isSince
			? { endedAt: failed.ended_at.toISOString(), wrong: failed.wrong ?? "" }
			: undefined,
	};
}
