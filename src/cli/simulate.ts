import { parseArgs } from "node:util";
import { calendarNamed } from "../domain/calendar/calendar.ts";
import type { Fault } from "../domain/protocol/file/faults.ts";
import { playText } from "../domain/story/play-text.ts";
import { readStory } from "../domain/story/story.ts";
import { type Transcript, transcriptOf } from "../domain/story/transcript.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { faultInFile } from "./faults-in-file.ts";
import { protocolIn, textOf, unreadable } from "./read-file.ts";
import { transcriptForPeople } from "./transcript-for-people.ts";

export const simulate: Command = {
	name: "simulate",
	summary: "Play a story on a protocol, and see every clock and who owes what",
	usage: `Usage:
  concord simulate PROTOCOL STORY [--json]

Nothing is stored and no e-mail is sent. The story’s own dates are the only clock.
Exit code 1 when a file has faults, when an act cannot be done, or when the story does not end
as its “expect:” says.

  --json   for machines:
           { story, protocol: { id, version, title, partnership },
             acts: [{ at, by, do, outcome, says, refused, followed: [{ type, at, says }] }],
             clocks: [{ clock, step, title, by, round, start, due, day, firstDay,
                        changes: [{ how, at, was, day }], strength, provisional, why,
                        skipped: [{ day, name }], state, result }],
             owed: [{ step, title, by, due }],
             end: { ending, title, stage, stageTitle, told, handsOff, breaches },
             held, unmet }
           “result” is running, paused, met, met-late, missed, stopped or stopped-late;
           of a target target-met, target-passed or after-target; of a time that
           somebody may use used or unused.
           “step” is null for a clock of no one step.
           “held” is null when the story expects nothing.
           With faults: { faults: [{ file, line, where, wrong, mend }] }`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { json: { type: "boolean" } },
		});
		const [protocolFile, storyFile, ...more] = positionals;
		if (!protocolFile || !storyFile || more.length > 0)
			throw new WrongCall("Name one protocol file and one story file.");
		const answer = play(
			{ file: protocolFile, ...(await protocolIn(protocolFile)) },
			{ file: storyFile, text: await textOf(storyFile) },
		);
		if ("faults" in answer) {
			io.out.write(
				values.json
					? asJson({ faults: answer.faults.map(asPublished) })
					: answer.faults.map(({ file, ...fault }) => `${faultInFile(file, fault)}\n`).join(""),
			);
			return exit.faults;
		}
		io.out.write(values.json ? asJson(answer) : transcriptForPeople(answer));
		return answer.held === false ? exit.faults : exit.ok;
	},
};

type Source = { file: string; text: string };
type FaultInFile = Fault & { file: string };

/** Machines read a fault's fix under the name that it has always had in the answer of this command. */
const asPublished = ({ fix, ...fault }: FaultInFile) => ({ ...fault, mend: fix });

function play(
	protocolFile: { file: string } & Awaited<ReturnType<typeof protocolIn>>,
	storyFile: Source,
): Transcript | { faults: FaultInFile[] } {
	const { protocol, faults: inProtocol = [] } = protocolFile;
	if (!protocol)
		return {
			faults: [...of(protocolFile, inProtocol), ...of(storyFile, faultsOfStory(storyFile.text))],
		};
	const unread = unreadable(storyFile.text);
	if (unread) return { faults: of(storyFile, [unread]) };
	const calendar = calendarNamed(protocol.calendar);
	const { story, played, faults } = playText({ protocol, calendar }, storyFile.text);
	return faults ? { faults: of(storyFile, faults) } : transcriptOf(protocol, story, played);
}

const faultsOfStory = (text: string): Fault[] => {
	const unread = unreadable(text);
	return unread ? [unread] : (readStory(text).faults ?? []);
};

const of = ({ file }: { file: string }, faults: Fault[]): FaultInFile[] =>
	faults.map((fault) => ({ file, ...fault }));

const asJson = (answer: unknown): string => `${JSON.stringify(answer, null, 2)}\n`;
