import { parseArgs } from "node:util";
import { sayDate } from "../domain/calendar/day-in-words.ts";
import { sayCount } from "../domain/english.ts";
import { londonTime } from "../domain/time.ts";
import {
	type KeyOfPartnership,
	type KnownKey,
	listKeysOfPartnerships,
	listKnownKeys,
} from "../store/installation-keys.ts";
import { type Command, exit } from "./command.ts";
import { withKeys } from "./open-database.ts";

export const keysShow: Command = {
	name: "keys show",
	summary: "Show which keys there are, how old, and what they close",
	usage: `Usage:
  concord keys show [--json]

Shows the keys of the installation and of each partnership: their names, since when they are in use, how
many keys each closes, and whether somebody has shown a copy. It never shows a key.

  --json  for machines`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: { json: { type: "boolean", default: false } },
		});
		return withKeys(io, async ({ db, holder }) => {
			const [installation, partnerships] = [
				await listKnownKeys(db),
				await listKeysOfPartnerships(db),
			];
			const today = (await holder.today()).id;
			io.out.write(
				values.json
					? `${JSON.stringify({ place: holder.place, today, installation, partnerships }, null, "\t")}\n`
					: [
							`The installation’s key: ${holder.place}`,
							...(installation.some(({ id }) => id === today)
								? []
								: [`  ${today}  in use, closes nothing yet`]),
							...installation.map((key) => `  ${key.id}  ${sayKey(key, today)}`),
							...partnerships.map(sayKeyOfPartnership),
							"",
						].join("\n"),
			);
			return exit.ok;
		});
	},
};

const sayKey = (key: KnownKey, today: string): string => {
	const since = key.firstSeenAt === null ? "" : `, since ${day(key.firstSeenAt)}`;
	const closes =
		key.closes === 0 ? "closes nothing" : `closes ${sayCount(key.closes, "key", "keys")}`;
	const copy =
		key.copyCheckedAt === null
			? "no copy was shown"
			: `a copy was shown on ${day(key.copyCheckedAt)}`;
	if (key.id === today) return `in use${since}; ${closes}; ${copy}`;
	if (key.givenUpAt !== null) return `given up on ${day(key.givenUpAt)}`;
	return key.closes === 0
		? "closes nothing any more. When no backup from before is kept: concord keys forget"
		: `of before${since}; still ${closes}: concord keys rotate`;
};

const sayKeyOfPartnership = (key: KeyOfPartnership): string => {
	const closes = `closes ${sayCount(key.differences, "difference", "differences")}`;
	const state =
		key.retiredAt === null
			? `in use since ${day(key.madeAt)}; ${closes}`
			: `of before; still ${closes}: concord keys rotate --partnership`;
	return `${key.partnership}\n  ${key.id}  ${state}, and is closed by ${key.wrappedBy}`;
};

const day = (instant: string): string => sayDate(londonTime(instant).toPlainDate().toString());
