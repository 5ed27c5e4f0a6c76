/**
 * `concord setup`: asks what a partnership begins with, or reads it from a file, and makes it. What is asked, and what may
 * be answered, is domain/partnership/setup-answers.ts, as on the pages of a first run.
 */
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { scanningOf } from "../actions/check-files.ts";
import {
	countsByOthersHolidays,
	createPartnership,
	type PartnershipToBe,
} from "../actions/create-partnership.ts";
import { type AnswersSoFar, findAnswers, isSetUp, keepAnswers } from "../actions/first-run.ts";
import { addressOfInvitation } from "../actions/invite.ts";
import {
	type Contacts,
	contactKinds,
	contactTitles,
	nations,
} from "../domain/partnership/identity.ts";
import type { Need } from "../domain/partnership/needs.ts";
import {
	type AdministratorAnswer,
	type AgencyAnswer,
	administratorQuestions,
	agencyQuestions,
	contactQuestions,
	firstAdministrators,
	setupAnswers,
	setupQuestions,
} from "../domain/partnership/setup-answers.ts";
import { sectors } from "../domain/people/viewer.ts";
import { readYaml } from "../domain/protocol/file/read-yaml.ts";
import { readShape } from "../domain/protocol/file/shape-faults.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { inEnglish } from "../domain/said.ts";
import { zone } from "../domain/time.ts";
import { readProtocolFile } from "../protocol-files.ts";
import { readyForUse } from "../reports/ready-for-use.ts";
import { type Asker, askerOn, BrokenOff } from "./ask.ts";
import { type Command, type ExitCode, exit, type Io, WrongCall } from "./command.ts";
import { faultInFile } from "./faults-in-file.ts";
import { type Opened, withApp } from "./open-app.ts";
import { textOf } from "./read-file.ts";

export const setup: Command = {
	name: "setup",
	summary: "Set up a Concord that has no partnership yet",
	usage: `Usage:
  concord setup [--answers FILE] [--print-addresses]

Makes the partnership, its first agencies and its first two administrators in the database of the
Concord whose settings stand in the environment (DATABASE_URL, or the one in CONCORD_DATA), whether
it runs or not. Asks one question after the other; what is answered is kept, so it can be broken
off and begun again. Nothing is made before the last question.

  --answers          a YAML file with all answers, and no question is asked:
                       name: Northfield Safeguarding Children Partnership
                       references: NSP
                       nation: england        ${nations.slice(1).join(", ")}
                       logo: Northfield       left out, the name
                       colour: "#12343b"      left out, Concord’s own
                       contacts:
                         help: { name: Sam Lee, email: sam@northfield.example, phone: 01632 960001 }
                         business-unit: …
                         data-protection: …
                       protocol: somerset/2021-04.yaml   one that comes with Concord, or a file
                       from: 2026-09-01       the day from which it is in force
                       agencies:
                         - { name: Partnership office, sector: partnership }
                         - { name: Oakfield Primary School, sector: education }
                       administrators:
                         - { name: Ana Reis, email: ana@northfield.example, job: Business manager }
                         - { name: Bo Lund, email: bo@northfield.example, job: Systems officer }
                     Sectors: ${sectors.join(", ")}
  --print-addresses  print the administrators’ invitations here, and send no mail; so it is anyway
                     where no mail is set up. Each works once, for 7 days`,
	run: (args, io) => {
		const { values } = parseArgs({
			args,
			options: { answers: { type: "string" }, "print-addresses": { type: "boolean" } },
		});
		return makeAsAnswered(io, {
			answers: values.answers,
			print: values["print-addresses"] === true,
			onlyFirst: true,
		});
	},
};

/** How a partnership is made from here: `onlyFirst` where there may be no other. */
export type HowMade = {
	/** A file with all answers; left out, they are asked for. */
	answers: string | undefined;
	/** Print the invitations instead of sending them. */
	print: boolean;
	onlyFirst: boolean;
	/** The host that is the partnership's alone. */
	host?: string | undefined;
};

/** Makes a partnership as somebody answers, or a file does. @throws WrongCall, Refusal */
export const makeAsAnswered = (io: Io, how: HowMade): Promise<ExitCode> =>
	withApp(io, async (opened) => {
		if (how.onlyFirst && (await isSetUp(opened.app)))
			throw new WrongCall(
				"This Concord is set up: there is a partnership already. ‘concord partnership create’ adds another.",
			);
		const given =
			how.answers === undefined
				? await askedFor(io, opened)
				: await answersIn(io, opened, how.answers);
		if (given === undefined) return exit.faults;
		return make(io, opened, { ...given, host: how.host }, how);
	});

async function make(
	io: Io,
	{ app, sendsMail }: Opened,
	given: PartnershipToBe,
	{ print, onlyFirst }: HowMade,
): Promise<ExitCode> {
	const byMail = sendsMail && !print;
	const { partnershipId, administrators } = await createPartnership(app, given, {
		onlyFirst,
		byMail,
	});
	const say = (text: string) => io.out.write(`${text}\n`);
	say(`\n${given.name} is set up.\n`);
	if (byMail) {
		say("An invitation is sent as soon as Concord runs to:");
		for (const { name, email } of administrators) say(`  ${name}, ${email}`);
	} else {
		say(
			"Give each administrator their own address. It works once, for 7 days, and is not shown again:",
		);
		for (const invited of administrators)
			say(`  ${invited.name}: ${await addressOfInvitation(app, invited)}`);
	}
	const needs = await readyForUse(
		{
			db: app.db,
			protocols: app.protocols,
			address: app.address,
			scanner: scanningOf(app),
			backsUp: app.backup !== undefined,
			keys: app.keys,
		},
		partnershipId,
		app.clock().toZonedDateTimeISO(zone),
	);
	say(`\nStill missing before real use:\n${missingInLines(needs)}`);
	return exit.ok;
}

const missingInLines = (needs: readonly Need[]): string =>
	needs
		.filter(({ isMet }) => !isMet)
		.map(({ title, says }) => `  ${inEnglish(title)}: ${inEnglish(says)}`)
		.join("\n");

/** The answers of a file; undefined where it has faults, which are told. */
async function answersIn(io: Io, { app }: Opened, file: string) {
	const yaml = readYaml(await textOf(file));
	const { read, faults } = yaml.faults
		? { read: undefined, faults: yaml.faults }
		: ((found) => ({ read: found.read, faults: found.faults.inOrder() }))(
				readShape(setupAnswers, yaml),
			);
	if (!read) {
		for (const fault of faults) io.err.write(`${faultInFile(file, fault)}\n`);
		return undefined;
	}
	const { protocol, ...rest } = read;
	const found = protocolNamed(app, protocol, dirname(file));
	if ("wrong" in found) {
		io.err.write(`${found.wrong}\n`);
		return undefined;
	}
	const doubt = countsByOthersHolidays(rest.nation, found.protocol);
	if (doubt) io.err.write(`${inEnglish(doubt)}\n`);
	return { ...rest, source: found.text };
}

type Named = { text: string; protocol: Protocol } | { wrong: string };

/** One that comes with Concord, or the file of that path. @param from where paths begin */
function protocolNamed(app: Opened["app"], named: string, from: string): Named {
	const shipped = app.shippedProtocols?.().find(({ file }) => file === named);
	if (shipped) return shipped;
	const path = resolve(from, named);
	if (!existsSync(path))
		return {
			wrong: `There is no protocol “${named}”: neither one that comes with Concord nor a file`,
		};
	const { text, protocol, faults = [] } = readProtocolFile(path);
	return protocol
		? { text, protocol }
		: { wrong: faults.map((fault) => faultInFile(named, fault)).join("\n") };
}

/** Asks everything; undefined where somebody broke off. What they had answered is kept. */
async function askedFor(io: Io, opened: Opened): Promise<PartnershipToBe | undefined> {
	const asker = askerOn(io);
	try {
		return await askAll(asker, opened);
	} catch (stop) {
		if (!(stop instanceof BrokenOff)) throw stop;
		asker.say(
			"\nStopped. Nothing is made. What you answered is kept: begin again with concord setup.",
		);
		return undefined;
	} finally {
		asker.close();
	}
}

async function askAll(asker: Asker, { app }: Opened): Promise<PartnershipToBe | undefined> {
	const { ask, say } = asker;
	const before = await findAnswers(app);
	const keep = (answers: AnswersSoFar) => keepAnswers(app, answers);
	say(
		"Set up Concord. What stands in [ ] is taken when you press Enter. What you answer is kept; Ctrl-C stops.\n",
	);
	const name = await ask("Name of the partnership:", setupQuestions.name, before.name);
	await keep({ name });
	const references = await ask(
		"Letters that references begin with:",
		setupQuestions.references,
		before.references ?? initialsOf(name),
	);
	const nation = await ask(
		`Where it is (${nations.join(", ")}):`,
		setupQuestions.nation,
		before.nation ?? "england",
	);
	await keep({ references, nation });

	say("\nWhom people ask. Press Enter to leave it out.");
	const contacts: Contacts = {};
	for (const kind of contactKinds) {
		const known = before.contacts?.[kind];
		const called = await ask(
			`${inEnglish(contactTitles[kind])}, person or office:`,
			contactQuestions.name,
			known?.name,
		);
		if (!called) continue;
		const email = await ask("  email address:", contactQuestions.email, known?.email);
		const phone = await ask("  telephone number:", contactQuestions.phone, known?.phone);
		contacts[kind] = { name: called, email, phone };
	}
	const logo = await ask(
		"Text at the head of every page:",
		setupQuestions.logo,
		before.logo ?? name,
	);
	const colour = await ask(
		"Colour of the head, such as #12343b; Enter for Concord’s own:",
		setupQuestions.colour,
		before.colour,
	);
	await keep({ contacts, logo, colour });

	const protocol = await askProtocol(asker, app, before.protocol);
	const doubt = countsByOthersHolidays(nation, protocol.protocol);
	if (doubt) say(`  ${inEnglish(doubt)}`);
	const from = await ask(
		"In force from:",
		setupQuestions.from,
		before.from ?? app.clock().toZonedDateTimeISO(zone).toPlainDate().toString(),
	);
	await keep({ protocol: protocol.kept, from });

	say("\nThe agencies that use Concord first, its own office among them.");
	const agencies = await askAgencies(asker, before.agencies ?? []);
	await keep({ agencies });

	say("\nTwo administrators: what one of them changes in the protocol, the other approves.");
	const administrators: AdministratorAnswer[] = [];
	while (administrators.length < firstAdministrators) {
		const nth = administrators.length;
		const known = before.administrators?.[nth];
		const one = {
			name: await ask(`Administrator ${nth + 1}, name:`, administratorQuestions.name, known?.name),
			email: await ask("  work address:", administratorQuestions.email, known?.email),
			job: await ask("  job:", administratorQuestions.job, known?.job),
		};
		if (administrators.some(({ email }) => email.toLowerCase() === one.email.toLowerCase()))
			say("  They need an address each: they are two people.");
		else administrators.push(one);
	}
	await keep({ administrators });

	const sure = await ask(
		`\nSet up ${name} with ${agencies.length} agencies, under ${protocol.protocol.title} from ${from}? (yes, no)`,
		z.enum(["yes", "no"], "Answer yes or no"),
		"yes",
	);
	if (sure === "no") throw new BrokenOff();
	return {
		name,
		references,
		nation,
		contacts,
		logo,
		colour,
		from,
		agencies,
		administrators,
		source: protocol.text,
	};
}

async function askProtocol(
	{ ask, say }: Asker,
	app: Opened["app"],
	before: AnswersSoFar["protocol"],
) {
	const shipped = app.shippedProtocols?.() ?? [];
	say("\nThe protocol. One that comes with Concord by its number, or the path of a file:");
	for (const [nth, { protocol }] of shipped.entries())
		say(`  ${nth + 1}  ${protocol.title} (${protocol.partnership}, ${protocol.version})`);
	const known = before && "shipped" in before ? before.shipped : undefined;
	const chosen = z.string().transform((typed, context) => {
		const answer = typed.trim();
		const byNumber = shipped[Number(answer) - 1]?.file;
		const found =
			answer === "" ? { wrong: "Choose one" } : protocolNamed(app, byNumber ?? answer, ".");
		if (!("wrong" in found)) {
			const file = byNumber ?? answer;
			const kept = shipped.some((each) => each.file === file)
				? { shipped: file }
				: { source: found.text };
			return { ...found, kept };
		}
		context.addIssue({ code: "custom", message: found.wrong });
		return z.NEVER;
	});
	return ask("Protocol:", chosen, known);
}

async function askAgencies(
	{ ask, say }: Asker,
	before: readonly AgencyAnswer[],
): Promise<AgencyAnswer[]> {
	const agencies: AgencyAnswer[] = [];
	for (;;) {
		const nth = agencies.length;
		const known =
			before[nth] ??
			(nth === 0 ? { name: "Partnership office", sector: "partnership" as const } : undefined);
		const name = await ask(
			`Agency ${nth + 1}${known ? "" : " (Enter: no more)"}:`,
			z.union([z.literal(""), agencyQuestions.name]),
			known?.name,
		);
		if (name === "") {
			if (agencies.some(({ sector }) => sector === "partnership")) return agencies;
			say("  The partnership’s own office must be among them.");
			continue;
		}
		const sector = await ask(
			`  kind (${sectors.join(", ")}):`,
			agencyQuestions.sector,
			known?.sector,
		);
		if (agencies.some((each) => each.name.toLowerCase() === name.toLowerCase()))
			say("  It is there already.");
		else agencies.push({ name, sector });
	}
}

/** "NSCP" for Northfield Safeguarding Children Partnership. */
const initialsOf = (name: string): string | undefined => {
	const letters = name
		.split(/[^\p{L}]+/u)
		.filter((word) => word.length > 3)
		.map((word) => word[0]?.toUpperCase() ?? "")
		.join("")
		.slice(0, 5);
	return /^[A-Z]{2,5}$/.test(letters) ? letters : undefined;
};
