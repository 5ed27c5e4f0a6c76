import { nearestTo } from "../domain/protocol/file/faults.ts";
import { Refusal } from "../domain/refusal.ts";
import { SealFault } from "../keys/faults.ts";

/** What `concord` was called with instead of the process, so that tests can stand in for it. */
export type Io = {
	in: NodeJS.ReadableStream;
	out: NodeJS.WritableStream;
	err: NodeJS.WritableStream;
	/** The settings of Concord, for a command that reads its database. */
	env: Record<string, string | undefined>;
	now: () => Temporal.Instant;
	/** Called by what can be stopped in order: from then on Ctrl-C and SIGTERM say so instead of ending the process. */
	untilStopped: () => AbortSignal;
};

/** The call was answered; it found faults in what it was given; the call itself was wrong; somebody stopped it. */
export const exit = { ok: 0, faults: 1, wrongCall: 2, stopped: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** One thing that `concord` can do. One file each. */
export type Command = {
	/** One word, or several: `due`, `protocol check`. */
	name: string;
	/** One line for the list in `concord help`. */
	summary: string;
	/** Shown by `concord help <name>`: how to call it, and what the options mean. */
	usage: string;
	/** @throws WrongCall, Refusal, SealFault, or what `parseArgs` throws: each is told with exit code 2 */
	run: (args: string[], io: Io) => Promise<ExitCode>;
};

/** `message` says what is wrong with the call, in a sentence. */
export class WrongCall extends Error {}

/**
 * Runs the command that the arguments name, or `help`.
 *
 * @param args as typed after `concord`
 */
export async function runCommand(
	commands: readonly Command[],
	args: string[],
	io: Io,
): Promise<ExitCode> {
	const [first = "help", ...rest] = args;
	if (["help", "--help", "-h"].includes(first)) return help(commands, rest, io);

	const command = commandIn(commands, args);
	if (!command) return unknownCommand(commands, args, io);
	const given = args.slice(wordsOf(command).length);
	if (given.includes("--help")) return help([command], wordsOf(command), io);
	try {
		return await command.run(joinNegativeNumbers(given), io);
	} catch (error) {
		if (!isWrongCall(error)) throw error;
		io.err.write(`${error.message}\n\n‘concord help ${command.name}’ says how to call it.\n`);
		return exit.wrongCall;
	}
}

const wordsOf = ({ name }: Command): string[] => name.split(" ");

const commandIn = (commands: readonly Command[], args: string[]) =>
	commands.find((command) => wordsOf(command).every((word, index) => word === args[index]));

function help(commands: readonly Command[], args: string[], io: Io): ExitCode {
	if (args.length > 0) {
		const command = commandIn(commands, args);
		if (!command) return unknownCommand(commands, args, io);
		io.out.write(`${command.summary}\n\n${command.usage}\n`);
		return exit.ok;
	}
	const width = Math.max(...commands.map(({ name }) => name.length));
	io.out.write(
		[
			"Usage: concord <command> [options]",
			"",
			...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
			"",
			"‘concord help <command>’ says more. Exit codes: 0 all is well, 1 faults were found, 2 the call was wrong.",
			"",
		].join("\n"),
	);
	return exit.ok;
}

function unknownCommand(commands: readonly Command[], args: string[], io: Io): ExitCode {
	const typed = args.slice(0, 2).join(" ");
	const known = ["help", ...commands.map(({ name }) => name)];
	const nearest = nearestTo(typed, known) ?? nearestTo(args[0] ?? "", known);
	const fix = nearest ? `Did you mean ‘${nearest}’?` : `The commands are ${known.join(", ")}.`;
	io.err.write(`There is no command ‘${args[0]}’. ${fix}\n`);
	return exit.wrongCall;
}

/** `--working-days -10` is what people type; parseArgs takes -10 for an option unless it is joined. */
function joinNegativeNumbers(args: string[]): string[] {
	const joined: string[] = [];
	for (const arg of args) {
		const option = joined.at(-1);
		if (/^-\d/.test(arg) && option && /^--[^=]+$/.test(option))
			joined.splice(-1, 1, `${option}=${arg}`);
		else joined.push(arg);
	}
	return joined;
}

const isWrongCall = (error: unknown): error is Error =>
	error instanceof WrongCall ||
	error instanceof Refusal ||
	error instanceof SealFault ||
	(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
