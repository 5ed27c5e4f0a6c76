import { sayList } from "../../../english.ts";
import { type Said, said, sayItTo, sayTo } from "../../../said.ts";
import { type ClockRight, type Protocol, type Way, waysOf } from "../../protocol.ts";
import { sayWithin } from "../../within.ts";
import { allOf, countingWords, nations, sayLabels, sayRight } from "../protocol-in-words.ts";
import { field, form, letter, level, role, themes } from "./asked.ts";
import { each, inside, type Kind, quoted, type Row, type Rows, text, whole } from "./row.ts";
import { longClock, sayCases, stage, steps } from "./steps.ts";
import { ending, move, toldMove, way } from "./ways.ts";

const notFor: Kind<Protocol["notFor"][number]> = {
	noun: "case that it is not for",
	weight: 50,
	idOf: ({ id }) => id,
	knownBy: (one) => one.if,
	name: (one) => quoted(one.if),
	words: {
		id: "elsewhere",
		if: "its name",
		go: whole(45, (go) => `goes elsewhere: ${quoted(go)}`),
		protocol: whole(45, (id) => `goes to the protocol ${quoted(id)}`),
	},
};

const guidance: Kind<Protocol["guidance"][number]> = {
	noun: "guidance",
	weight: 9,
	idOf: ({ title }) => title,
	knownBy: ({ says }) => says,
	name: ({ title }) => quoted(title),
	words: { title: "elsewhere", says: text("with the words") },
};

const own = <Word extends Exclude<keyof Protocol["words"], "inCase">>(
	word: Word,
): Row<Protocol["words"]> => whole(6, (words) => `says ${quoted(words[word])}`);

const ownInCase = (word: keyof NonNullable<Protocol["words"]["inCase"]>): Row<Protocol["words"]> =>
	whole(6, ({ inCase }, protocol) => {
		const cases = inCase?.[word];
		return (
			cases &&
			sayCases(
				protocol,
				{ ...cases, usual: undefined },
				(say) => `says ${quoted(say)} for ${quoted(word)}`,
			)
		);
	});

/** When people are reminded, each to stand after "reminded". */
export const reminders: Row<Protocol["reminders"]>[] = [
	whole(35, ({ before }) => `${sayWithin(before)} before it is due`),
	whole(35, ({ lateEvery }) => `every ${sayWithin(lateEvery)} while it is late`),
	whole(35, ({ noClockEvery }) => `every ${sayWithin(noClockEvery)} where it has no date`),
];

type Rights = Protocol["clockRights"];
const right = (of: (rights: Rights) => ClockRight | undefined, doing: Said): Row<Rights> =>
	whole(60, (rights, protocol) => {
		const given = of(rights);
		return given && sayRight(protocol, doing, given);
	});

/** Who may change a date. */
export const clockRights: Row<Rights>[] = [
	right(({ extend }) => extend, said`give more time`),
	right(({ pause }) => pause, said`let the time stand still`),
	right(({ bringForward }) => bringForward, said`ask for a sooner date`),
];

export const report: Row<NonNullable<Protocol["report"]>> = whole(
	30,
	({ every, to, dimensions, changed }, protocol) =>
		[
			sayTo(protocol)`every ${every} to the ${to}`,
			...(dimensions.length > 0 ? [sayTo(protocol)`, by ${sayLabels(protocol, dimensions)}`] : []),
			...(changed.length > 0
				? [
						sayTo(protocol)`; with what changed: ${allOf(
							protocol,
							changed.map(
								({ field, title }) =>
									sayTo(protocol)`${quoted(title)} in ${sayLabels(protocol, [field])}`,
							),
						)}`,
					]
				: []),
		].join(""),
);

/** Each text that has its Welsh. */
const inWelshEach: Row<Protocol["welsh"]> = {
	weight: 5,
	says: (welsh) =>
		sayList(
			Object.entries(welsh).map(([text, cy]) => `says ${quoted(cy)} in Welsh for ${quoted(text)}`),
		) || undefined,
	pieces: (welsh) => Object.entries(welsh).map(([text, cy]) => ({ [text]: cy })),
	told: "each",
};

export const protocolWords: Rows<Protocol> = {
	id: whole(15, (id) => `called ${quoted(id)} in the file`),
	version: "elsewhere",
	title: "its name",
	partnership: whole(30, (partnership) => `of ${partnership}`),
	source: text("written from"),
	about: text("for this:"),
	calendar: whole(
		90,
		(calendar, protocol) => sayTo(protocol)`with the bank holidays of ${nations[calendar]}`,
	),
	counting: whole(90, (counting, protocol) => sayItTo(protocol, countingWords[counting])),
	closureDays: whole(85, (days) =>
		days === "counted"
			? "days on which the partnership’s office is closed count as working days"
			: "days on which the partnership’s office is closed do not count as working days",
	),
	words: [
		...(
			[
				"difference",
				"differences",
				"stage",
				"child",
				"raising",
				"receiving",
				"businessUnit",
			] as const
		).map(own),
		...(["difference", "differences", "stage", "child", "raising", "receiving"] as const).map(
			ownInCase,
		),
	],
	involved: [
		whole(
			70,
			({ atMost }) =>
				`up to ${atMost} other ${atMost === 1 ? "agency" : "agencies"} may be involved`,
		),
		whole(70, ({ chosenIn }, protocol) => `they are chosen in ${sayLabels(protocol, chosenIn)}`),
		whole(6, ({ called }) => `one of them is called ${quoted(called)}`),
	],
	safety: each(100, (contacts) =>
		contacts.map(({ if: when, call, name }) => `${name}, ${call}, if ${when}`).join("; "),
	),
	guidance: inside(guidance, (all) => all),
	notFor: inside(notFor, (all) => all),
	themes,
	raise: inside<Protocol["raise"], Way>(way, (_, protocol) => waysOf(protocol)),
	stages: inside(stage, (all) => all),
	beside: steps,
	afterwards: steps,
	clocks: inside(longClock, (all) => all.filter((clock) => clock.step === undefined)),
	moves: inside(move, (all) => all.map(toldMove)),
	endings: inside(ending, Object.values),
	forms: inside(form, Object.values),
	fields: inside(field, (all) =>
		Object.values(all).filter(({ id }) => !id.startsWith("consulted-")),
	),
	letters: inside(letter, Object.values),
	levels: inside(level, (all) => all),
	roles: inside(role, Object.values),
	clockRights,
	reminders,
	report,
	steps: "elsewhere",
	welsh: inWelshEach,
	english: "elsewhere",
	speech: "elsewhere",
};

/** Under which heading changes of each word stand; those of a stage stand under its own. */
export const areas: Partial<Record<keyof Protocol, string>> = {
	calendar: "How time is counted",
	counting: "How time is counted",
	closureDays: "How time is counted",
	clockRights: "How time is counted",
	involved: "Other agencies",
	safety: "Whom to ring first",
	notFor: "What it is not for",
	themes: "Themes",
	raise: "How it begins",
	beside: "Beside the stages",
	afterwards: "Afterwards",
	clocks: "Time limits over several stages",
	moves: "What else may be done",
	endings: "How it can end",
	forms: "Forms",
	fields: "What is asked",
	letters: "Letters",
	levels: "Levels",
	roles: "Roles",
	reminders: "Reminders",
	report: "Reports",
};
