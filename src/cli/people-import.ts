import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { choosePeople, importPeople, tryPeople } from "../actions/import-people.ts";
import { inEnglish } from "../domain/said.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { notAllowed } from "./not-allowed.ts";
import { withApp } from "./open-app.ts";
import { partnershipIn } from "./partnership-in.ts";

export const peopleImport: Command = {
	name: "people import",
	summary: "Import people from a CSV file or a spreadsheet",
	usage: `Usage:
  concord people import FILE [--apply] [--invite] [--partnership NAME]

FILE is CSV or XLSX with the columns name, work address, job, agency (by its name in Concord) and
level (practitioner, manager, senior manager, director); and, where they are wanted, safeguarding
lead (yes, no) and offices, with semicolons between them. Without --apply nothing is changed: each
line that cannot be imported is named. All are imported or nobody. The page People import does the
same, lets columns of other names be chosen, and can undo an import.

  --apply        import them
  --invite       and send each an invitation, as soon as Concord runs
  --partnership  the name of one of several partnerships`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				apply: { type: "boolean", default: false },
				invite: { type: "boolean", default: false },
				partnership: { type: "string" },
			},
		});
		const [file, ...more] = positionals;
		if (!file || more.length > 0) throw new WrongCall("Give one file.");
		const content = await readFile(file).catch((problem) => {
			throw new WrongCall(notAllowed(file, "read", problem));
		});
		return withApp(io, async ({ app }) => {
			const { id: partnershipId } = await partnershipIn(app.db, values.partnership);
			const by = { machine: true as const, partnershipId };
			const id = await choosePeople(app, by, { fileName: basename(file), content });
			const tried = await tryPeople(app, by, id);
			const { people, faults } = tried?.read ?? { people: [], faults: [] };
			for (const { line, wrong } of faults) io.err.write(`${file}:${line}: ${inEnglish(wrong)}\n`);
			if (faults.length > 0 || people.length === 0) {
				io.err.write("Nobody is imported.\n");
				return exit.faults;
			}
			if (!values.apply) {
				io.out.write(`${people.length} can be imported. Say --apply to import them.\n`);
				return exit.ok;
			}
			await importPeople(app, by, id, { invite: values.invite });
			io.out.write(
				`${people.length} imported${values.invite ? ", and invited as soon as Concord runs" : ""}.\n`,
			);
			return exit.ok;
		});
	},
};
