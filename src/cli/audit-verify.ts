import { parseArgs } from "node:util";
import {
	isCutShort,
	type NotLooked,
	type Verified,
	verifyRecord,
} from "../actions/verify-record.ts";
import type { RecordFault } from "../chain/check-links.ts";
import { type PublishedHead, readPublishedHead } from "../chain/head.ts";
import { sayNumber } from "../domain/english.ts";
import type { Db } from "../store/db.ts";
import { listPartnerships, type Partnership } from "../store/partnerships.ts";
import { findByReference } from "../store/references.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { readingFrom } from "./open-concord.ts";
import { withDatabase, withKeys } from "./open-database.ts";
import { partnershipIn } from "./partnership-in.ts";
import { sayProgress } from "./progress.ts";
import { textOf } from "./read-file.ts";

export const auditVerify: Command = {
	name: "audit verify",
	summary: "Prove that the record is what was recorded, or say what is not",
	usage: `Usage:
  concord audit verify [--partnership NAME] [--difference REFERENCE] [--against FILE] [--files]
                       [--chains-only]

Goes through every entry of the record: whether it is there, as it was recorded, in its order, with nothing
put in, taken out or cut off; whether the words are those that were recorded; whether the signatures under
where the record ended hold; and whether lists and dates are what the record gives when it is replayed. It
names the first entry that is amiss in each chain, and changes nothing. It reads the database of the Concord
whose settings stand in the environment (DATABASE_URL, or the one in CONCORD_DATA), whether it runs or not,
and needs its key for the words.

  --partnership  one of several, by name; left out, all
  --difference   the chain of one difference alone, by its reference, such as HV-7K4P2: not that of the
                 partnership, nor the signed ends
  --against      a head that was published before: whether the record still has what it signed
  --files        also reads every file that was sent, and compares its bytes with what the record says of them
  --chains-only  the chains and signatures alone: no words are opened, nothing is replayed, and no key
                 is needed

Exit codes: 0 all is well, 1 something is amiss, 2 the call was wrong.`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: {
				partnership: { type: "string" },
				difference: { type: "string" },
				against: { type: "string" },
				files: { type: "boolean", default: false },
				"chains-only": { type: "boolean", default: false },
			},
		});
		if (values.files && values["chains-only"])
			throw new WrongCall(
				"Say ‘--files’ or ‘--chains-only’: files cannot be read without the key.",
			);
		const against = values.against === undefined ? undefined : await headIn(values.against);
		const verify = async (db: Db) => {
			const { protocols } = readingFrom(db);
			const asked = await askedFor(db, values.partnership, against);
			let amiss = false;
			let found = false;
			for (const partnership of asked) {
				const difference =
					values.difference === undefined
						? undefined
						: await findByReference(db, partnership.id, values.difference);
				if (values.difference !== undefined && !difference) continue;
				found = true;
				const say = sayProgress(io, `Verifying ${partnership.name}`);
				const verified = await verifyRecord({ db, protocols }, partnership.id, {
					difference,
					replay: !values["chains-only"],
					files: values.files,
					against,
					told: async (part) => say(part),
				});
				for (const line of sayVerified(partnership.name, verified)) io.out.write(`${line}\n`);
				amiss ||= verified.faults.length > 0;
			}
			if (!found)
				throw new WrongCall(
					values.difference === undefined
						? "There is no partnership in this database yet."
						: `There is no difference ‘${values.difference}’.`,
				);
			return amiss ? exit.faults : exit.ok;
		};
		// Whoever has no key can still prove the chains.
		return values["chains-only"]
			? withDatabase(io, verify, "serving")
			: withKeys(io, ({ db }) => verify(db), { as: "serving" });
	},
};

async function askedFor(
	db: Parameters<typeof listPartnerships>[0],
	name: string | undefined,
	against: PublishedHead | undefined,
): Promise<Partnership[]> {
	if (name !== undefined) return [await partnershipIn(db, name)];
	const all = await listPartnerships(db);
	if (!against) return all;
	const theirs = all.filter(({ id }) => id === against["concord-head"].partnership);
	if (theirs.length === 0)
		throw new WrongCall("What was published is of a partnership that is not in this database.");
	return theirs;
}

async function headIn(file: string): Promise<PublishedHead> {
	// A file to which heads are added has the latest on its last line.
	const text = (await textOf(file)).trim();
	const head = readPublishedHead(text) ?? readPublishedHead(text.split("\n").at(-1) ?? "");
	if (!head) throw new WrongCall(`‘${file}’ is no published head, or is damaged.`);
	return head;
}

/** What was found, line by line, and what was not looked at: nobody is to take the one for the other. */
export function sayVerified(partnership: string, verified: Verified): string[] {
	const { entries, differences, checkpoints, clockWasBack, wordsUnread, notLooked, faults } =
		verified;
	const ofOne = notLooked.includes("partnership");
	const lines = [
		`${partnership}: ${[
			counted(entries, "entry", "entries"),
			counted(differences, "difference"),
			...(ofOne ? [] : [counted(checkpoints, "signed end", "signed ends")]),
		].join(", ")}.`,
	];
	if (clockWasBack > 0)
		lines.push(
			`  The clock of the machine had been set back when ${counted(clockWasBack, "entry was", "entries were")} made: these are dated as the entry before.`,
		);
	if (wordsUnread > 0)
		lines.push(
			`  Of ${counted(wordsUnread, "difference")} words could not be opened: disposed of, or without their key here. Who did what, and when, was looked at.`,
		);
	if (isCutShort(verified))
		lines.push(
			`  At least ${sayNumber(faults.length)} things are amiss. No more than these are named:`,
		);
	lines.push(...faults.map((fault) => `  ${sayFault(fault)}`));
	const end = [faults.length === 0 ? wholeIs(notLooked) : "", ...sayNotLooked(notLooked)];
	const said = end.filter(Boolean).join(" ");
	return said ? [...lines, `  ${said}`] : lines;
}

/** What may be said where nothing is amiss. */
function wholeIs(notLooked: readonly NotLooked[]): string {
	if (notLooked.length === 0) return "All of it is as it was recorded.";
	if (!notLooked.includes("replays"))
		return notLooked.includes("unread-words")
			? "All that could be looked at is as it was recorded."
			: "All that was looked at is as it was recorded.";
	return notLooked.includes("partnership")
		? "Its chain is whole."
		: "The chains and signatures are whole.";
}

const sayNotLooked = (notLooked: readonly NotLooked[]): string[] => [
	notLooked.includes("partnership")
		? "The chain of the partnership and the signed ends were not looked at: without --difference they are."
		: "",
	notLooked.includes("replays")
		? "Words and lists were not looked at, nor the bytes of files."
		: notLooked.includes("files")
			? "The bytes of files were not looked at: --files does."
			: "",
];

/** Where it is, and what is amiss. */
export const sayFault = ({ difference, position, says }: RecordFault): string =>
	`${difference ?? "The partnership"}${position === null ? "" : `, entry ${position}`}: ${says}`;

const counted = (count: number, one: string, several = `${one}s`) =>
	`${sayNumber(count)} ${count === 1 ? one : several}`;
