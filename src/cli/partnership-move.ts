import { parseArgs } from "node:util";
import { movePartnership } from "../actions/move-partnership.ts";
import { addressOf } from "../actions/own-address.ts";
import { readHost } from "../domain/partnership/identity.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { withApp } from "./open-app.ts";
import { partnershipIn } from "./partnership-in.ts";

export const partnershipMove: Command = {
	name: "partnership move",
	summary: "Give a partnership another path or host",
	usage: `Usage:
  concord partnership move [--partnership NAME] [--path PATH] [--host HOST | --no-host]

What leads to where it was leads on to where it is now, for good; a host that it had must still lead
to this machine for that. Its people sign in again. Passkeys work at the host of CONCORD_URL alone.

  --partnership  its name, where there are several
  --path         what stands for it in addresses under CONCORD_URL, such as northfield
  --host         the host that is its alone from now on, such as concord.northfield.example
  --no-host      none: its people come by its path`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: {
				partnership: { type: "string" },
				path: { type: "string" },
				host: { type: "string" },
				"no-host": { type: "boolean", default: false },
			},
		});
		if (values.host !== undefined && values["no-host"])
			throw new WrongCall("Say ‘--host’ or ‘--no-host’, not both.");
		if (values.path === undefined && values.host === undefined && !values["no-host"])
			throw new WrongCall("Say where to: ‘--path’, ‘--host’ or ‘--no-host’.");
		const host = values.host === undefined ? undefined : readHost(values.host);
		if (values.host !== undefined && host === undefined)
			throw new WrongCall(
				`‘${values.host}’ is no host. Give its name alone, such as concord.northfield.example.`,
			);
		return withApp(io, async ({ app }) => {
			const { id, name } = await partnershipIn(app.db, values.partnership);
			try {
				const moved = await movePartnership(app, id, {
					pathName: values.path,
					host: values["no-host"] ? null : host,
				});
				io.out.write(`${name} is at ${addressOf(app, moved)} now. Its people sign in again.\n`);
				return exit.ok;
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				throw new WrongCall(refusal.message);
			}
		});
	},
};
