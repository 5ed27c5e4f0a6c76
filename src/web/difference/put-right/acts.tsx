/**
 * What each of these pages asks, whom its answers are for, and what they do. What is open to whom, the rules say
 * (`toPutRight`); a page that is not open to its reader is none.
 */

import type { App } from "../../../actions/app.ts";
import type { ActOn } from "../../../actions/hold-difference.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import {
	addNote,
	answerSide,
	askForTime,
	askSide,
	changeAgency,
	correct,
	passOn,
	recall,
	refuseTime,
	sayNotOurs,
} from "../../../actions/put-right.ts";
import { goesBy } from "../../../domain/difference/consequences/clock-dates.ts";
import { agenciesIn, clockOf, type Difference } from "../../../domain/difference/difference.ts";
import { saySide, withAgencyNames } from "../../../domain/difference/told/words.ts";
import { agencyOf, onOtherSide } from "../../../domain/difference/who/duties.ts";
import { type Mendable, mayBeGiven } from "../../../domain/difference/who/may-put-right.ts";
import { isOffered } from "../../../domain/partnership/keep-people.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answers } from "../../../domain/protocol/answers.ts";
import {
	correctionReason,
	fieldOf,
	givenBecause,
	isAgencySide,
	noteMoment,
	noteText,
	notOursBecause,
	questionAnswer,
	questionAsked,
	reasonForChange,
	recallReason,
	type Side,
	stepOf,
	timeWanted,
} from "../../../domain/protocol/protocol.ts";
import { sayAnswer } from "../../../domain/protocol/told/say-answer.ts";
import { type Agency, listAgencies } from "../../../store/agencies.ts";
import { listDirectory } from "../../../store/people.ts";
import { changeClockPath } from "../../addresses.ts";
import { sayDue } from "../../kit/dates.ts";
import type { FormValues } from "../../kit/form.ts";
import { govukInsetText, govukWarningText } from "../../kit/govuk.ts";
import { say, sayAny, sayList, startingLarge } from "../../kit/say.tsx";
import { Bullets, Link, WithMailLinks } from "../../kit/text.tsx";
import { askingOf } from "../../parts/act/asked-act.ts";
import { inputsOf } from "../../parts/fields/inputs-of.ts";
import { type Question, questionOf } from "../../parts/fields/question.ts";
import { inOneLine } from "../../parts/page-context.ts";
import type { Asks } from "./page.tsx";

/** What a page asks, and what its answers do. @returns the number of its entry; undefined for a stranger */
export type Act = Asks & {
	begins?: FormValues;
	perform: (on: ActOn, answers: Answers, chosen: string) => Promise<number | undefined>;
};

/** A question of Concord's own, as these pages ask it. */
export const ask = (opened: OpenedDifference, field: string): Question =>
	questionOf(
		{
			protocol: opened.protocol,
			names: opened,
			agencyOf: (side: Side) => agencyOf(opened.difference, side),
			barred: (side: Side) => onOtherSide(opened.protocol, opened.difference, side),
			directory: [],
			calendar: opened.calendar,
			now: opened.here.now,
			raisedAt: opened.header.raisedAt,
			allAgencies: [],
		},
		field,
	);

/** The question of an answer that is put right: as it was asked, and by what could be entered then. */
async function askAgain(
	app: App,
	opened: OpenedDifference,
	{ field: { id }, given }: Mendable,
): Promise<Question> {
	const { corrects = given.seq } = given;
	const original = opened.entries.find(({ seq }) => seq === corrects);
	const attendance =
		original?.type === "step-done" ? stepOf(opened.protocol, original.step) : undefined;
	return questionOf(
		{
			...(await askingOf(app, opened, [id])),
			earlier: { [id]: given.answer },
			enteredAt: original?.at ?? given.at,
			...(attendance && { attendance }),
		},
		id,
	);
}

/** The number of the entry that an act made; undefined where it was done for a stranger, and not at all. */
export const entryOf = async (done: Promise<{ seq: number } | undefined>) => (await done)?.seq;

export function note(app: App, opened: OpenedDifference): Act | undefined {
	if (!opened.putRight.note) return undefined;
	const own = opened.sides[0];
	const side = own === undefined ? say`your own side` : saySide(opened.protocol, opened, own);
	return {
		opened,
		title: say`Add a note`,
		says: (
			<p class="govuk-body">{say`Such as another attempt to reach somebody. It is added to the record, and no time
				limit changes. It cannot be changed or taken out: add another note to put it right.`}</p>
		),
		choice: {
			name: "choice.for",
			label: say`Who may read it?`,
			options: [
				{ value: "own", text: say`Only ${side}` },
				{
					value: "all",
					text: say`Every side that knows of this`,
					hint: say`They find it on the record. Nobody is sent a message.`,
				},
			],
			missing: say`Select who may read it`,
		},
		questions: [noteText, noteMoment].map((field) => ask(opened, field)),
		button: say`Add the note`,
		begins: { "choice.for": "own" },
		perform: (on, answers, chosen) =>
			entryOf(addNote(app, on, { answers, forAll: chosen === "all" })),
	};
}

export async function correction(
	app: App,
	opened: OpenedDifference,
	id: string,
): Promise<Act | undefined> {
	const { protocol, putRight } = opened;
	const open = putRight.correct.find(({ field }) => field.id === id);
	if (!open) return undefined;
	const { field, given } = open;
	const question = await askAgain(app, opened, open);
	const clocks = protocol.clocks
		.filter((clock) => goesBy(clock, id) && clockOf(opened.difference, clock.id))
		.map(({ title }) => `“${withAgencyNames(protocol, opened, title)}”`);
	return {
		opened,
		title: say`Put right: ${question.label}`,
		says: (
			<>
				{govukInsetText({
					text: say`It says now: ${sayAnswer(protocol, field, given.answer, opened)}`,
				})}
				<p class="govuk-body">{say`Everybody who may read the answer reads the right one beside it, and whoever takes
					part is told. From then on, pages, forms and lists show the right one.`}</p>
				{clocks.length > 0 && (
					<p class="govuk-body">{say`The time for ${sayList(clocks)} is counted again by it, and the record says so.
						What was done already stays as it was recorded, in time or late.`}</p>
				)}
			</>
		),
		questions: [question, ask(opened, correctionReason)],
		button: say`Put it right`,
		begins: inputsOf(question, given.answer),
		perform: (on, answers) => entryOf(correct(app, on, { field: id, answers })),
	};
}

export function asking(app: App, opened: OpenedDifference): Act | undefined {
	const { protocol, putRight } = opened;
	if (putRight.ask.length === 0) return undefined;
	const [only, ...others] = putRight.ask;
	const sides = putRight.ask.map((side) => ({
		value: side,
		text: startingLarge(saySide(protocol, opened, side)),
	}));
	return {
		opened,
		title: say`Ask a question`,
		says: (
			<p class="govuk-body">
				{others.length === 0 && (
					<>
						{say`You ask ${sayList(putRight.ask.map((side) => saySide(protocol, opened, side)))}.`}{" "}
					</>
				)}
				{say`Your question and the answer are on the record of both. No time limit changes. If it is urgent, ring.`}
			</p>
		),
		...(others.length > 0 && {
			choice: {
				name: "choice.to" as const,
				label: say`Whom do you ask?`,
				options: sides,
				missing: say`Select whom you ask`,
			},
		}),
		questions: [ask(opened, questionAsked)],
		button: say`Ask`,
		perform: (on, answers, chosen) =>
			entryOf(askSide(app, on, { to: others.length > 0 ? chosen : (only ?? ""), answers })),
	};
}

export function answering(app: App, opened: OpenedDifference, entry: number): Act | undefined {
	const { protocol, entries, putRight } = opened;
	const asked = putRight.answer.find(({ seq }) => seq === entry);
	const event = entries.find(({ seq }) => seq === entry);
	if (!asked || event?.type !== "question-asked") return undefined;
	return {
		opened,
		title: say`Answer the question`,
		says: (
			<>
				{govukInsetText({
					text: sayAnswer(
						protocol,
						fieldOf(protocol, questionAsked),
						event.answers[questionAsked] ?? "",
						opened,
					),
				})}
				<p class="govuk-body">{say`${startingLarge(saySide(protocol, opened, asked.by.side))} reads your answer on the
					record, and whoever asked is told that it is there.`}</p>
			</>
		),
		questions: [ask(opened, questionAnswer)],
		button: say`Answer`,
		perform: (on, answers) => entryOf(answerSide(app, on, { question: entry, answers })),
	};
}

export function disowning(app: App, opened: OpenedDifference, entry: number): Act | undefined {
	const { protocol, putRight } = opened;
	const open = putRight.notOurs.find(({ seq }) => seq === entry);
	if (!open) return undefined;
	const office = saySide(protocol, opened, open.entered.by.side);
	return {
		opened,
		title: say`Say that this is not yours`,
		says: (
			<p class="govuk-body">{say`When you did not send what ${office} entered for you on paper or by mail. They are
				told at once, and see to it. Until then it stays as it is. If only something in it is
				wrong, put that right instead.`}</p>
		),
		questions: [ask(opened, notOursBecause)],
		button: say`Say that it is not ours`,
		perform: (on, answers) => entryOf(sayNotOurs(app, on, { entry, answers })),
	};
}

export async function passingOn(
	app: App,
	opened: OpenedDifference,
	viewer: Viewer,
	id: string,
): Promise<Act | undefined> {
	const { protocol, difference, putRight, here } = opened;
	const open = putRight.passOn.find(({ step }) => step === id);
	if (!open) return undefined;
	const step = stepOf(protocol, id);
	const { side } = step.by;
	const directory = await listDirectory(
		app.db,
		here.partnership.id,
		isAgencySide(side) ? (agencyOf(difference, side) ?? undefined) : undefined,
	);
	// Somebody may take what was given to another; what was given to nobody is theirs already.
	const colleagues = directory.filter(
		(one) =>
			(one.id !== viewer.id || open.person !== undefined) &&
			mayBeGiven(protocol, difference, open, one),
	);
	return {
		opened,
		title: say`Pass it on: ${withAgencyNames(protocol, opened, step.title)}`,
		says: (
			<p class="govuk-body">
				{colleagues.length === 0
					? say`Nobody else of your side may do this. Ask whoever keeps the directory if somebody is missing.`
					: say`When it is for somebody else, or whoever has it cannot do it. Whoever gets it is told at once. The time for it stays as it is.`}
			</p>
		),
		choice: {
			name: "choice.person",
			label: say`Who gets it?`,
			options: colleagues.map((person) => ({
				value: person.id,
				text: person.name,
				hint: person.jobTitle,
			})),
			missing: say`Select who gets it`,
		},
		questions: [ask(opened, givenBecause)],
		button: say`Pass it on`,
		perform: async (on, answers, chosen) => {
			const to = colleagues.find((person) => person.id === chosen);
			return to && entryOf(passOn(app, on, { step: id, to, answers }));
		},
	};
}

export function askingForTime(app: App, opened: OpenedDifference, id: string): Act | undefined {
	const { protocol, putRight } = opened;
	const open = putRight.askForTime.find(({ clock }) => clock === id);
	if (!open) return undefined;
	const by = protocol.clockRights.extend?.by ?? [];
	return {
		opened,
		title: say`Ask for more time`,
		says: (
			<p class="govuk-body">{say`It is due by ${sayDue(open.due)}, and stays so until
				${sayAny(by.map(({ side }) => saySide(protocol, opened, side)))} changes it.`}</p>
		),
		questions: [ask(opened, timeWanted)],
		button: say`Ask for more time`,
		perform: (on, answers) => entryOf(askForTime(app, on, { clock: id, answers })),
	};
}

export function refusingTime(app: App, opened: OpenedDifference, id: string): Act | undefined {
	const { putRight, header, difference } = opened;
	const due = clockOf(difference, id)?.due;
	if (!due || !putRight.grant.some(({ clock }) => clock === id)) return undefined;
	return {
		opened,
		title: say`Say no to more time`,
		says: (
			<p class="govuk-body">{say`It stays due by ${sayDue(due)}. Whoever asked is told, and reads your reason. To say
				yes,
				${<Link href={changeClockPath(header.id, id, "extend")}>{say`give more time`}</Link>}.`}</p>
		),
		questions: [ask(opened, reasonForChange)],
		button: say`Say no`,
		perform: (on, answers) => entryOf(refuseTime(app, on, { clock: id, answers })),
	};
}

/** The agencies that have no part in it yet. */
const notYetPart = (agencies: Agency[], difference: Difference): Agency[] =>
	agencies.filter(
		(one) =>
			one.sector !== "partnership" && isOffered(one) && !agenciesIn(difference).includes(one.id),
	);

export async function changingAgency(app: App, opened: OpenedDifference): Promise<Act | undefined> {
	const { difference, putRight, here } = opened;
	if (!putRight.agency) return undefined;
	const agencies = await listAgencies(app.db, here.partnership.id);
	const others = notYetPart(agencies, difference);
	const was =
		agencies.find(({ id }) => id === difference.receivingAgency)?.name ?? say`another agency`;
	return {
		opened,
		title: say`Put right: which agency is it with?`,
		says: (
			<>
				{govukInsetText({ text: say`It says now: ${was}. Nothing of this was sent there.` })}
				<p class="govuk-body">{say`From then on it is with the agency that you choose. Whom you named at ${was} has no
					part in it any more: put their names right as well.`}</p>
			</>
		),
		choice: {
			name: "choice.agency",
			label: say`Which agency is it with?`,
			options: others.map(({ id, name }) => ({ value: id, text: name })),
			missing: say`Select which agency it is with`,
		},
		questions: [ask(opened, correctionReason)],
		button: say`Put it right`,
		perform: async (on, answers, chosen) => {
			const meant = others.find(({ id }) => id === chosen);
			return (
				meant &&
				entryOf(changeAgency(app, on, { agency: meant.id, name: meant.name, was, answers }))
			);
		},
	};
}

/** That nobody knows yet which agency it should have gone to. */
const notKnown = "not-known";

export async function recalling(
	app: App,
	opened: OpenedDifference,
	side: string,
): Promise<Act | undefined> {
	const { protocol, difference, putRight, here } = opened;
	if (!putRight.recall.includes(side)) return undefined;
	const agencies = await listAgencies(app.db, here.partnership.id);
	const others = notYetPart(agencies, difference);
	const called = saySide(protocol, opened, side);
	const was = agencies.find(({ id }) => id === agencyOf(difference, side))?.name ?? called;
	const isMain = side === "receiving";
	const dataProtection = inOneLine(here.partnership.contacts["data-protection"]);
	return {
		opened,
		title: say`Recall it from ${called}`,
		says: (
			<>
				<p class="govuk-body">{say`When it went to the wrong agency. This is a data breach. From the moment you recall
					it:`}</p>
				<Bullets
					items={[
						say`nobody of ${called} can open it, and nothing more is sent to them`,
						say`${called} is told that it was not meant for them, and to destroy what they kept`,
						say`the partnership’s data protection officer and the office are told, and shown who opened it until now`,
						say`what they owed is owed no more; whoever sent it is asked to send it to the right agency`,
					]}
				/>
				{dataProtection && (
					<p class="govuk-body">
						{say`Data protection: ${<WithMailLinks>{dataProtection}</WithMailLinks>}`}
					</p>
				)}
				<p class="govuk-body">{say`Ring them as well. A message that was sent, and what somebody printed, cannot be
					called back.`}</p>
				{govukWarningText({ text: say`You cannot undo this.`, iconFallbackText: say`Warning` })}
			</>
		),
		...(isMain && {
			choice: {
				name: "choice.instead" as const,
				label: say`Which agency should it have gone to?`,
				options: [
					...others.map(({ id, name }) => ({ value: id, text: name })),
					{ value: notKnown, text: say`Not another agency, or not known: it stays ${called}` },
				],
				missing: say`Select an agency, or that it stays as it is`,
			},
		}),
		questions: [ask(opened, recallReason)],
		button: say`Recall it from ${called}`,
		warns: true,
		perform: async (on, answers, chosen) => {
			const instead = others.find(({ id }) => id === chosen);
			const done = await recall(app, on, {
				from: side,
				answers,
				...(instead && { instead: { agency: instead.id, name: instead.name, was } }),
			});
			return done?.recalled.at(-1)?.seq;
		},
	};
}
