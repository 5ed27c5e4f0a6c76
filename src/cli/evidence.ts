import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import {
	beginPack,
	evidenceOf,
	findEvidencePack,
	findPackLike,
	isAllLooked,
	isTooMuch,
	PackFault,
	packInWords,
	tooMuchInPack,
} from "../actions/evidence.ts";
import { noteExport } from "../actions/note-export.ts";
import { partnershipClock } from "../actions/partnership-clock.ts";
import { sealUnder } from "../actions/seal.ts";
import { evidencePack } from "../documents/evidence/evidence-pack.ts";
import { TooLargeForZip } from "../documents/zip.ts";
import { dayNumber } from "../domain/calendar/iso-day.ts";
import { audiences, type EvidenceAsked, isEvidenceAudience } from "../domain/evidence/audience.ts";
import { isLanguage } from "../domain/language.ts";
import { mayExport } from "../domain/people/exporting.ts";
import { inEnglish } from "../domain/said.ts";
import { logChoicesOf } from "../reports/log-part.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { called } from "./export.ts";
import { notAllowed } from "./not-allowed.ts";
import { personCalled, readingFrom } from "./open-concord.ts";
import { withKeys } from "./open-database.ts";
import { secretsOf } from "./secrets-of.ts";

const names = Object.keys(audiences);

export const evidence: Command = {
	name: "evidence",
	summary: "Write an evidence pack, once somebody has looked at it",
	usage: `Usage:
  concord evidence --as ADDRESS --audience ${names.join("|")} --out FILE
                   (--difference REFERENCE | [--from DAY] [--to DAY] [--theme NAME]) [--agency NAME]
                   [--language en|cy]

Writes the ZIP that the page ‘Evidence packs’ makes, and notes there who took it. Nothing leaves that
nobody has looked at: without a pack that was looked at, one is begun, and it is said where to look. Then
call it again.

  --as          the e-mail address of somebody who may take data out: they get no more than on the page
  --audience    for whom it is: what is taken out goes by that
  --agency      of ‘agency’ alone: its name
  --difference  one difference, by its reference
  --from, --to  the first and the last day received, such as 2026-04-01
  --theme       by the words of the protocol, or its name in it
  --language    in which Concord speaks in it; what people wrote stays as it is
  --out         the file to write
  --partnership  the name of one of several partnerships, for an address of several

Exit code 1: somebody has to look at the pack first.`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: {
				as: { type: "string" },
				audience: { type: "string" },
				language: { type: "string", default: "en" },
				agency: { type: "string" },
				difference: { type: "string" },
				from: { type: "string" },
				to: { type: "string" },
				theme: { type: "string" },
				out: { type: "string" },
				partnership: { type: "string" },
			},
		});
		const { audience = "", language, out, difference, from, to } = values;
		if (!isEvidenceAudience(audience))
			throw new WrongCall(`Say for whom: ‘--audience’ and one of ${names.join(", ")}.`);
		if (!isLanguage(language)) throw new WrongCall("‘--language’ is en or cy.");
		if (!out) throw new WrongCall("Name the file to write: ‘--out’.");
		if (difference !== undefined && (from ?? to ?? values.theme) !== undefined)
			throw new WrongCall("A pack is of one difference, or of a period and a theme.");
		if ((audience === "agency") !== (values.agency !== undefined))
			throw new WrongCall("‘--agency’ goes with ‘--audience agency’, and with no other.");
		for (const day of [from, to]) if (day !== undefined) dayNumber(day);
		return withKeys(
			io,
			async ({ db, config }) => {
				const by = await personCalled(
					db,
					{ email: values.as, partnership: values.partnership },
					io.now(),
				);
				if (!mayExport(by))
					throw new WrongCall(
						`${by.name} may not take data out of Concord. An administrator gives that right.`,
					);
				const app = {
					...readingFrom(db),
					clock: io.now,
					files: {},
					signIn: { seal: sealUnder(secretsOf(config)) },
				};
				const choices = await logChoicesOf(app, by.partnershipId);
				const asked: EvidenceAsked = {
					audience,
					from,
					to,
					difference,
					agency: called(
						"agency",
						values.agency,
						Object.fromEntries(choices.agencies.map(({ id, name }) => [id, name])),
					),
					theme: called("theme", values.theme, choices.themes),
				};
				const pack =
					(await findPackLike(app, by, asked)) ??
					(await findEvidencePack(app, by, await beginPack(app, by, asked)));
				if (!pack) throw new WrongCall("The pack could not be begun.");
				const { looked, of } = {
					looked: pack.differences.filter((each) => each.looked).length,
					of: pack.differences.length,
				};
				io.err.write(`${packInWords(pack)}.\n`);
				if (!isAllLooked(pack)) {
					io.err.write(
						`${looked} of ${of} looked at. ${by.name} looks at what is taken out under ‘Evidence packs’, then call this again.\n`,
					);
					return exit.faults;
				}
				if (await isTooMuch(app, pack)) throw new WrongCall(inEnglish(tooMuchInPack));
				const { now } = await partnershipClock(app, db, by.partnershipId);
				await noteExport(
					db,
					by,
					{
						what: "Evidence pack",
						about: packInWords(pack, language),
						format: "ZIP",
						rows: of,
						byCommand: true,
					},
					now,
				);
				try {
					await pipeline(
						evidencePack(await evidenceOf(app, by, pack, language)).content,
						createWriteStream(out),
					);
				} catch (problem) {
					if (problem instanceof PackFault) throw new WrongCall(problem.message);
					if (problem instanceof TooLargeForZip) throw new WrongCall(inEnglish(tooMuchInPack));
					throw (problem as NodeJS.ErrnoException).syscall === "open"
						? new WrongCall(notAllowed(out, "written", problem))
						: problem;
				}
				io.out.write(`${out}\n`);
				return exit.ok;
			},
			{ as: "serving" },
		);
	},
};
