import { parseArgs } from "node:util";
import { publishHeads, textOfHead } from "../actions/publish-heads.ts";
import { sealUnder } from "../actions/seal.ts";
import type { Config } from "../config.ts";
import { noTransport, smtpTransport } from "../mail/transport.ts";
import { publishesTo } from "../publish-head.ts";
import type { Db } from "../store/db.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { withDatabase } from "./open-database.ts";
import { partnershipIn } from "./partnership-in.ts";
import { secretsOf } from "./secrets-of.ts";

export const auditPublish: Command = {
	name: "audit publish",
	summary: "Sign where the record ends, and publish it outside",
	usage: `Usage:
  concord audit publish [--to PLACE] [--partnership NAME]

Signs where the record of each partnership ends now and prints that, or takes it where the office does not
reach: whoever keeps it there can later show that the record was cut off or made anew, if it was. It holds
counts and hashes, and no word of the record. Concord does the same by itself every night, to the place that
CONCORD_PUBLISH_HEAD_TO names.

  --to           a directory (a file for each), a file (a line for each is added), an https address (PUT),
                 or mailto: and an address; left out, it is printed
  --partnership  one of several, by name; left out, all`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: { to: { type: "string" }, partnership: { type: "string" } },
		});
		const { to } = values;
		if (to?.startsWith("http://"))
			throw new WrongCall("Use https: on the way others could change what is published.");
		const publish = async (db: Db, config: Config) => {
			if (to?.startsWith("mailto:") && !config.mail)
				throw new WrongCall("No mail leaves here: SMTP_URL and MAIL_FROM are not set.");
			const app = {
				db,
				clock: io.now,
				signIn: { seal: sealUnder(secretsOf(config)) },
				mail: config.mail ? smtpTransport(config.mail.url, config.mail.from) : noTransport,
			};
			const only =
				values.partnership === undefined
					? undefined
					: (await partnershipIn(db, values.partnership)).id;
			const heads = await publishHeads(app, publishesTo(to), only);
			if (heads.length === 0) throw new WrongCall("Nothing was recorded yet.");
			for (const head of heads)
				io.out.write(
					to === undefined
						? textOfHead(head)
						: `${head.of}: checkpoint ${head["concord-head"].number} is published.\n`,
				);
			return exit.ok;
		};
		return withDatabase(io, publish, "serving");
	},
};
