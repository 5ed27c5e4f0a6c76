import { parseArgs } from "node:util";
import { addressOfInvitation, inviteFromMachine } from "../actions/invite.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { withApp } from "./open-app.ts";
import { partnershipIn } from "./partnership-in.ts";

export const inviteAgain: Command = {
	name: "invite-again",
	summary: "Print a new invitation for somebody who has not come",
	usage: `Usage:
  concord invite-again ADDRESS [--partnership NAME]

For when mail does not arrive: prints an address that works once, for 7 days, for whoever is invited
under this work address and has not chosen how they sign in. What was sent before works no more.

  --partnership  the name of one of several partnerships`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { partnership: { type: "string" } },
		});
		const [email, ...more] = positionals;
		if (!email || more.length > 0) throw new WrongCall("Give one work address.");
		return withApp(io, async ({ app }) => {
			const { id } = await partnershipIn(app.db, values.partnership);
			const invited = await inviteFromMachine(app, id, email);
			if (invited.length === 0) {
				io.err.write("Nobody is invited under this address who has not come.\n");
				return exit.faults;
			}
			for (const one of invited)
				io.out.write(`${one.name}: ${await addressOfInvitation(app, one)}\n`);
			return exit.ok;
		});
	},
};
