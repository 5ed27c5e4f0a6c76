import { parseArgs } from "node:util";
import { type As, importPartnership } from "../actions/import-partnership.ts";
import { addressOf } from "../actions/own-address.ts";
import { queueAgain } from "../actions/queue-again.ts";
import { privateKeyIn } from "../backup/key.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { sayNumber } from "../domain/english.ts";
import { londonTime } from "../domain/time.ts";
import { sayFault } from "./audit-verify.ts";
import { type ExitCode, exit, type Io, WrongCall } from "./command.ts";
import { asLongAsItTakes } from "./export-all.ts";
import { withApp } from "./open-app.ts";
import { withKeys } from "./open-database.ts";
import { sayProgress } from "./progress.ts";
import { textOf } from "./read-file.ts";
import { toldFaults } from "./told-faults.ts";

export const importAllUsage = `  concord import --all FILE [--identity KEYFILE] [--check] [--name NAME] [--path PATH] [--letters LETTERS]
                 [--with-faults]

With --all: brings a partnership here that ‘concord export --all’ wrote, beside those that are here. All of
it comes in, and its record is proven as ‘concord audit verify’ does before it stays; or nothing does.
Nobody can sign in until they are invited.

  --identity     the file with the private key, where it is encrypted
  --check        does all of it and takes it back: says what would be in the way, or that nothing is
  --name         what the partnership is called here, where the name is taken
  --path         what stands for it in addresses under CONCORD_URL, where that is taken
  --letters      what references to come begin with, where those letters are taken
  --with-faults  also where its record was not whole when it left`;

/** `concord import --all`: see leave-with-everything.md. */
export async function importAll(args: string[], io: Io): Promise<ExitCode> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			all: { type: "boolean" },
			identity: { type: "string" },
			check: { type: "boolean", default: false },
			name: { type: "string" },
			path: { type: "string" },
			letters: { type: "string" },
			"with-faults": { type: "boolean", default: false },
		},
	});
	const [file, ...more] = positionals;
	if (!file || more.length > 0) throw new WrongCall("Name one file: the export.");
	const privateKey = values.identity === undefined ? undefined : await keyIn(values.identity);
	const { check: onlyToCheck, "with-faults": withFaults } = values;
	const as: As = { name: values.name?.trim(), path: values.path, letters: values.letters };
	const signal = io.untilStopped();
	return toldFaults(io, signal, () =>
		withApp(io, ({ app }) =>
			withKeys(
				io,
				async ({ db }) => {
					const came = await importPartnership(
						{ ...app, db, secret: app.signIn.seal },
						file,
						{ privateKey, signal, as, onlyToCheck, withFaults },
						sayProgress(io, onlyToCheck ? "Checking" : "Importing"),
					);
					const { opening, partnership, rows, files, faults } = came;
					io.out.write(
						`${partnership.name}, as it was on ${sayMoment(londonTime(opening.at))}: ${sayNumber(rows)} rows and ${sayNumber(files)} files, ${
							faults.length === 0
								? "the record proven as ‘concord audit verify’ does."
								: `and its record is not whole:\n${faults.map((fault) => `  ${sayFault(fault)}\n`).join("")}`
						}\n`,
					);
					if (onlyToCheck) {
						io.out.write("Nothing is in the way, and nothing was kept: this was a check.\n");
						return exit.ok;
					}
					await queueAgain(app);
					io.out.write(
						`It is at ${addressOf(app, partnership)}. Nobody can sign in yet. Invite its administrators first:\n${came.administrators
							.map(
								(email) => `  concord invite-again ${email} --partnership '${partnership.name}'\n`,
							)
							.join(
								"",
							)}They invite the other ${sayNumber(came.others)} under “People”. API tokens and calendar feeds are made anew.\n`,
					);
					return exit.ok;
				},
				{ limit: asLongAsItTakes },
			),
		),
	);
}

/** @throws WrongCall */
async function keyIn(file: string): Promise<string> {
	const key = privateKeyIn(await textOf(file));
	if (key) return key;
	throw new WrongCall(
		`There is no private key in ‘${file}’. It is a line that begins with AGE-SECRET-KEY-1.`,
	);
}
