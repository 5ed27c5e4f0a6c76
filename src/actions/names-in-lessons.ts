import { type Finding, namesInText } from "../domain/learning/names-in-text.ts";
import { namesKnown } from "../reports/names-behind.ts";
import type { Db, Trx } from "../store/db.ts";
import type { App } from "./app.ts";

/** Differences from which a text was made, each with the version of its protocol; null for what was disposed of since. */
export type MadeFrom = readonly { differenceId: string | null; versionId: string }[];

/**
 * What in some texts may tell whom they are about: names, places and days of the differences that they were made from,
 * with the people and agencies of the partnership, and what looks like such.
 */
export async function namesInLessons(
	{ protocols }: Pick<App, "protocols">,
	db: Db | Trx,
	partnershipId: string,
	from: MadeFrom,
	texts: readonly string[],
): Promise<Finding[]> {
	const versions = [...new Set(from.map(({ versionId }) => versionId))];
	const known = await namesKnown(
		db,
		partnershipId,
		from.flatMap(({ differenceId }) => differenceId ?? []),
		{ protocols: await Promise.all(versions.map((version) => protocols.version(db, version))) },
	);
	return namesInText(texts.join("\n"), known);
}
