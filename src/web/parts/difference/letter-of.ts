import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { filesSentWith } from "../../../documents/form-parts.ts";
import type { LetterDocument } from "../../../documents/letter.ts";
import { sayDate } from "../../../domain/calendar/day-in-words.ts";
import {
	clockOf,
	type Difference,
	type DoneStep,
	inWordsOf,
	lastDone,
	replay,
} from "../../../domain/difference/difference.ts";
import {
	doerIn,
	sayDue,
	sayEnding,
	withAgencyNames,
} from "../../../domain/difference/told/words.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import { fillLetter, gapsIn } from "../../../domain/protocol/letter.ts";
import {
	type Letter,
	type Protocol,
	readAs,
	type Step,
	stageTitle,
} from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { said } from "../../../domain/said.ts";
import { londonTime } from "../../../domain/time.ts";
import { sayIt } from "../../kit/say.tsx";
import { handlingOf } from "./form-document-of.ts";

/** A letter as one reader may see it. */
export type LetterFilledIn = {
	step: Step;
	document: LetterDocument;
	/** How it was sent, if it was. */
	sent: DoneStep | undefined;
	/** What it needs that nobody has recorded, or that the reader may not know, in words. */
	missing: string[];
};

/**
 * The letter of a step: as it was when it was sent, else as it would be now. It is filled in from what the
 * reader may read, so it can tell them nothing else.
 *
 * @param typed what the reader has entered in the step and not sent yet
 * @returns undefined where the step writes none, or the reader may not read the step
 */
export function letterOf(
	opened: OpenedDifference,
	viewer: Viewer,
	step: Step,
	typed: Answers = {},
): LetterFilledIn | undefined {
	const { header, here } = opened;
	const sent = lastDone(opened.difference, step.id);
	const isOpen = opened.difference.open.some((open) => open.step === step.id);
	if (!sent && !isOpen) return undefined;
	const asSent = sent && !isOpen ? sent : undefined;
	const difference = asSent
		? replay(
				opened.protocol,
				header,
				opened.entries.filter(({ seq }) => seq <= asSent.seq),
			)
		: opened.difference;
	const on = (asSent ? londonTime(asSent.at) : here.now).toPlainDate().toString();
	const protocol = inWordsOf(opened.protocol, difference, asSent ? {} : typed);
	const letter = protocol.letters[step.letter ?? ""];
	if (!letter) return undefined;
	const say = saying({ ...opened, protocol }, difference, asSent ? {} : typed, on);
	const sender = asSent
		? doerIn(opened.people, asSent.by)
		: opened.acts.some((act) => act.act === "step" && act.step.id === step.id)
			? viewer
			: undefined;
	return {
		step,
		sent: asSent,
		missing: missingIn(opened, step, letter, say),
		document: {
			title: withAgencyNames(protocol, opened, letter.title),
			partnership: here.partnership.name,
			reference: header.reference,
			to: letter.to && fillLetter(letter.to, say).join("\n"),
			paragraphs: fillLetter(letter.text, say),
			signedBy: sender && {
				name: sender.name,
				role: sender.jobTitle ?? "",
				agency: sender.agencyName ?? "",
			},
			files: asSent ? filesSentWith(opened, asSent) : [],
			isDraft: asSent === undefined,
			handling: handlingOf(protocol),
			producedOn: on,
		},
	};
}

/** The words for each blank; empty where a question may be left blank, undefined where nobody has said it yet. */
function saying(
	{ protocol, header, here, agencies, people }: OpenedDifference,
	difference: Difference,
	typed: Answers,
	on: string,
): (blank: string) => string | undefined {
	const own: Record<string, () => string | undefined> = {
		reference: () => header.reference,
		today: () => sayDate(on),
		"raised-on": () => sayDate(londonTime(header.raisedAt).toPlainDate().toString()),
		stage: () => stageTitle(protocol, difference.stage),
		ending: () =>
			difference.status.is === "ended" ? sayEnding(protocol, difference.status.ending) : undefined,
		partnership: () => here.partnership.name,
		"raising-agency": () => agencies.raising,
		"receiving-agency": () => agencies.receiving ?? "no other agency",
	};
	return (blank) => {
		const word = Object.hasOwn(own, blank) ? own[blank] : undefined;
		if (word) return word();
		const clock = clockIn(protocol, blank);
		if (clock) {
			const running = clockOf(difference, clock.id);
			return running && sayDue(running.due);
		}
		const field = Object.hasOwn(protocol.fields, blank) ? protocol.fields[blank] : undefined;
		if (!field) return undefined;
		const answer = typed[blank] ?? difference.answers[blank]?.answer;
		if (answer === undefined) return field.optional ? "" : undefined;
		return sayAnswer(protocol, field, answer, { people });
	};
}

/** The clock that `due respond` or `due formal.respond` means. */
function clockIn({ clocks }: Protocol, blank: string) {
	const [word, name] = blank.split(" ");
	return word === "due"
		? clocks.find(({ id }) => id === name || id.split(".").at(-1) === name)
		: undefined;
}

/** What stands as a gap, by what would fill it: a question of the step as it is asked there, any other as it is read. */
const missingIn = (
	opened: OpenedDifference,
	step: Step,
	{ text, to = "" }: Letter,
	say: (blank: string) => string | undefined,
): string[] => {
	const { protocol } = opened;
	const asked = [step, ...step.outcomes].flatMap(({ asks }) => asks);
	return gapsIn(`${to}\n\n${text}`, say).map((blank) => {
		const clock = clockIn(protocol, blank);
		const field = protocol.fields[blank];
		if (clock)
			return withAgencyNames(protocol, opened, sayIt(said`By when “${clock.title}” is due`));
		if (field)
			return withAgencyNames(protocol, opened, asked.includes(blank) ? field.label : readAs(field));
		return blank === "ending" ? sayIt(said`How it ended`) : blank;
	});
};
