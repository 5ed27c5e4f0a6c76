import { parseArgs } from "node:util";
import { receiptFound, sayReceiptFound } from "../actions/receipts.ts";
import { inGroups } from "../chain/signed.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { textOf } from "./read-file.ts";

export const auditCheckReceipt: Command = {
	name: "audit check-receipt",
	summary: "Say whether a receipt is true",
	usage: `Usage:
  concord audit check-receipt FILE [--key FINGERPRINT] [--reference REFERENCE] [--in-record]

Checks a receipt that somebody downloaded: that it was signed, and that nothing in it was altered. For this
no database is needed, nor the partnership’s help. Anybody can sign with a key of their own: say with --key
whose it must be, or compare the fingerprint yourself.

  --key        the fingerprint of the partnership’s key, as it stands in each head that it publishes; blanks
               in it do not matter
  --reference  the difference that it is said to be of, such as HV-7K4P2
  --in-record  looks also whether the record of the Concord whose settings stand in the environment has what
               it is for

Exit codes: 0 it is true as far as the call asks, 1 it is not, 2 the call was wrong. Without --key and
--in-record, 0 says nothing of whose key signed it.`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				key: { type: "string" },
				reference: { type: "string" },
				"in-record": { type: "boolean", default: false },
			},
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new WrongCall("Name one receipt.");
		const named = values.key === undefined ? undefined : fingerprintIn(values.key);
		const text = await textOf(file);
		const { reference } = values;
		const found = values["in-record"]
			? await withDatabase(io, (db) => receiptFound(text, { db, reference }), "serving")
			: await receiptFound(text, { reference });
		const isOfOther =
			found.is === "true" && named !== undefined && found.receipt.key.fingerprint !== named;
		const { title, says } = isOfOther ? ofOtherKey : sayReceiptFound(found);
		io.out.write(`${title}. ${says}\n`);
		if (found.receipt) {
			const { "concord-receipt": of, key } = found.receipt;
			const told = [
				`${of.partnership}, ${of.reference}: “${of.what}”, ${of.for} at ${of.at}`,
				`from ${of.by} to ${of.to}`,
				...of.submitted.map(({ act, sha256 }) => `act ${act}: SHA-256 ${sha256}`),
				`signed by the key ${inGroups(key.fingerprint)}`,
			];
			io.out.write(told.map((line) => `  ${unseenLeftOut(line)}\n`).join(""));
		}
		if (found.is === "true" && !isOfOther && !found.inRecord)
			io.out.write(named === undefined ? whoseNotChecked : "  That is the key that you named.\n");
		return found.is === "true" && !isOfOther ? exit.ok : exit.faults;
	},
};

/** What somebody wrote into a file moves no cursor, begins no line and turns none round. */
const unseenLeftOut = (line: string) => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "");

const ofOtherKey = {
	title: "This receipt was signed by another key",
	says: "It holds by itself, and the key that signed it is not the one that you named. Anybody can sign with a key of their own: it proves nothing of the partnership that it names.",
};

const whoseNotChecked = `  The signature is good. Whose key it is was not checked, and anybody can make one: compare its fingerprint
  with the one that the partnership publishes, which stands in each of its heads, or name that one with --key.
`;

/** @throws WrongCall for what is no fingerprint */
function fingerprintIn(typed: string): string {
	const fingerprint = typed.replaceAll(/\s/g, "").toLowerCase();
	if (!/^[0-9a-f]{64}$/.test(fingerprint))
		throw new WrongCall(
			"A fingerprint is 64 of the digits 0 to 9 and letters a to f, in groups or not.",
		);
	return fingerprint;
}
