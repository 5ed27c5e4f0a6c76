import { parseArgs } from "node:util";
import { addOperator, resetOperator } from "../actions/operator.ts";
import { addressOf } from "../domain/partnership/setup-answers.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { withApp } from "./open-app.ts";

export const operatorAdd: Command = {
	name: "operator add",
	summary: "Make somebody an operator, who keeps the installation",
	usage: `Usage:
  concord operator add ADDRESS [--lost-second-factor]

Whoever signs in with this work address sees the page of the installation: its partnerships, how much
is in each as counts, and how it runs. Nothing of what is in a partnership. Prints an address at which
they choose a password; it works once, for 7 days. Called again for somebody who has not come, it
prints another and the one before works no more. In real use they set up a passkey or an authenticator
app when they come first.

  --lost-second-factor  takes these away from an operator who has lost them; they set up another when
                        they sign in next. Ring them first`,
	run: async (args, io) => {
		const { positionals, values } = parseArgs({
			args,
			allowPositionals: true,
			options: { "lost-second-factor": { type: "boolean", default: false } },
		});
		const [typed, ...more] = positionals;
		const email = addressOf("Give one work address").safeParse(typed);
		if (!email.success || more.length > 0) throw new WrongCall("Give one work address.");
		return withApp(io, async ({ app }) => {
			if (values["lost-second-factor"]) {
				if (!(await resetOperator(app, email.data)))
					throw new WrongCall(`There is no operator ${email.data}.`);
				io.out.write(
					`${email.data} sets up another way to show who they are, at the next sign-in.\n`,
				);
				return exit.ok;
			}
			const address = await addOperator(app, email.data);
			io.out.write(
				address === undefined
					? `${email.data} is an operator, and signs in as before at ${app.address}.\n`
					: `${email.data} is an operator. Give them this address; it works once, for 7 days, and is not shown again:\n  ${address}\n`,
			);
			return exit.ok;
		});
	},
};
