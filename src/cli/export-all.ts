import { parseArgs } from "node:util";
import { exportPartnership } from "../actions/export-partnership.ts";
import { sealUnder } from "../actions/seal.ts";
import { isPublicKey } from "../backup/key.ts";
import { sayNumber } from "../domain/english.ts";
import { type ExitCode, exit, type Io, WrongCall } from "./command.ts";
import { personCalled } from "./open-concord.ts";
import { withKeys } from "./open-database.ts";
import { sayProgress } from "./progress.ts";
import { toldFaults } from "./told-faults.ts";

export const exportAllUsage = `  concord export --all --as ADDRESS --to DIRECTORY|FILE (--key PUBLIC | --plain-text) [--partnership NAME]

With --all: everything that the partnership has, in open formats, for another installation
(‘concord import --all’) or for a program of somebody else’s: docs/operations/leave-with-everything.md.
It tells children’s stories by name.

  --as          the e-mail address of somebody who may take data out of Concord: it is noted in their name
  --to          a directory, or a file that is not there yet
  --key         encrypts it to a public key that ‘concord backup keygen’ made
  --plain-text  does not: whoever has the file can read it`;

/** How long one query may take: what is read of a large table is read once, in milliseconds. */
export const asLongAsItTakes = 24 * 60 * 60_000;

/** `concord export --all`: see leave-with-everything.md. */
export async function exportAll(args: string[], io: Io): Promise<ExitCode> {
	const { values } = parseArgs({
		args,
		options: {
			all: { type: "boolean" },
			as: { type: "string" },
			to: { type: "string" },
			key: { type: "string" },
			"plain-text": { type: "boolean", default: false },
			partnership: { type: "string" },
		},
	});
	const { to, key } = values;
	if (!to) throw new WrongCall("Say where to: ‘--to’ a directory or a file.");
	if ((key === undefined) === !values["plain-text"])
		throw new WrongCall(
			"Say ‘--key’ and a public key that it is encrypted to, or ‘--plain-text’: then whoever has the file can read every child’s story in it.",
		);
	if (key !== undefined && !isPublicKey(key))
		throw new WrongCall(`‘${key.slice(0, 8)}…’ is no public key. It begins with age1.`);
	const signal = io.untilStopped();
	return toldFaults(io, signal, () =>
		withKeys(
			io,
			async ({ db, config }) => {
				const by = await personCalled(
					db,
					{ email: values.as, partnership: values.partnership },
					io.now(),
				);
				const made = await exportPartnership(
					{
						db,
						clock: io.now,
						secret: sealUnder([
							config.secret ?? "",
							...(config.secretBefore ? [config.secretBefore] : []),
						]),
					},
					by,
					{ to, publicKey: key, signal },
					sayProgress(io, "Exporting"),
				);
				const { path, sha256, rows, files, closedFiles } = made;
				io.out.write(`${sha256}  ${path}\n`);
				io.err.write(
					`${sayNumber(rows)} rows and ${sayNumber(files)} files. ${
						closedFiles > 0
							? `${sayNumber(closedFiles)} files could not be opened and are not in it: ‘concord audit verify --files’ says which. `
							: ""
					}${key === undefined ? "It is plain text: keep it as you keep the records themselves." : "Only the private key of that public key opens it."} Passwords, passkeys and tokens are not in it.\n`,
				);
				return exit.ok;
			},
			{ limit: asLongAsItTakes },
		),
	);
}
