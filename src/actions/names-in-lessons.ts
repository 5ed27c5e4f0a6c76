import { type Finding, knownFrom, namesInText } from "../domain/learning/names-in-text.ts";
import { listAgencies } from "../store/agencies.ts";
import type { Db, Trx } from "../store/db.ts";
import { listIdentifying } from "../store/narratives.ts";
import { listDirectory } from "../store/people.ts";
import type { App } from "./app.ts";

/** Differences from which a text was made, each with the version of its protocol. */
export type MadeFrom = readonly { differenceId: string; versionId: string }[];

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
	const [identifying, directory, agencies, ...words] = await Promise.all([
		listIdentifying(
			db,
			from.map(({ differenceId }) => differenceId),
		),
		listDirectory(db, partnershipId),
		listAgencies(db, partnershipId),
		...versions.map((version) => protocols.version(db, version)),
	]);
	const places = agencies.map(({ name }) => name);
	const known = knownFrom({
		...identifying,
		names: [
			...[...identifying.names].filter((name) => !places.includes(name)),
			...directory.map(({ name }) => name),
		],
		places,
		vocabulary: [JSON.stringify(words), ...places].join(" "),
	});
	return namesInText(texts.join("\n"), known);
}
