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
  concord audit check-receipt FILE [--reference REFERENCE] [--in-record]

Checks a receipt that somebody downloaded: that it was signed, and that nothing in it was altered. For this
no database is needed, nor the partnership’s help.

  --reference  the difference that it is said to be of, such as HV-7K4P2
  --in-record  looks also whether the record of the Concord whose settings stand in the environment has what
               it is for

Exit codes: 0 it is true, 1 it is not, 2 the call was wrong.`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				reference: { type: "string" },
				"in-record": { type: "boolean", default: false },
			},
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new WrongCall("Name one receipt.");
		const text = await textOf(file);
		const { reference } = values;
		const found = values["in-record"]
			? await withDatabase(io, (db) => receiptFound(text, { db, reference }), "serving")
			: await receiptFound(text, { reference });
		const { title, says } = sayReceiptFound(found);
		io.out.write(`${title}. ${says}\n`);
		if (found.receipt) {
			const { "concord-receipt": of, key } = found.receipt;
			io.out.write(
				`  ${of.partnership}, ${of.reference}: “${of.what}”, ${of.for} at ${of.at}\n  from ${of.by} to ${of.to}\n${of.submitted.map(({ act, sha256 }) => `  act ${act}: SHA-256 ${sha256}\n`).join("")}  signed by the key ${inGroups(key.fingerprint)}\n`,
			);
		}
		return found.is === "true" ? exit.ok : exit.faults;
	},
};
