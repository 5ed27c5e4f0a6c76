import { parseArgs } from "node:util";
import { readHost } from "../domain/partnership/identity.ts";
import { type Command, WrongCall } from "./command.ts";
import { makeAsAnswered } from "./setup.ts";

export const partnershipCreate: Command = {
	name: "partnership create",
	summary: "Add another partnership to an installation",
	usage: `Usage:
  concord partnership create [--answers FILE] [--host NAME] [--print-addresses]

Makes a partnership beside those that there are. They share the machine and nothing else: names,
protocols, calendars, people and addresses are each one’s own. Asks what ‘concord setup’ asks.

  --answers          a YAML file with all answers, as ‘concord help setup’ shows it
  --host             the host that is this partnership’s alone, such as concord.northfield.example:
                     what answers for it hands requests on with that name. Left out, its people come
                     by a path under CONCORD_URL, made of the partnership’s name
  --print-addresses  print the administrators’ invitations here, and send no mail`,
	run: (args, io) => {
		const { values } = parseArgs({
			args,
			options: {
				answers: { type: "string" },
				host: { type: "string" },
				"print-addresses": { type: "boolean" },
			},
		});
		const host = values.host === undefined ? undefined : readHost(values.host);
		if (values.host !== undefined && host === undefined)
			throw new WrongCall(
				`‘${values.host}’ is no host. Give its name alone, such as concord.northfield.example.`,
			);
		return makeAsAnswered(io, {
			answers: values.answers,
			host,
			print: values["print-addresses"] === true,
			onlyFirst: false,
		});
	},
};
