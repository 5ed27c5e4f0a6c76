/**
 * A protocol file turned into a protocol with every reference resolved: stages, ways to begin, moves, clocks, forms,
 * endings. Steps are in compile-step.ts; stages that are repeated for several roles are written out by unroll.ts first.
 */

import type { Limit } from "../../calendar/limit.ts";
import { nameInWords } from "../../english.ts";
import type { WhatIsAsked } from "../condition.ts";
import type { Faults } from "../file/faults.ts";
import type { FieldFile } from "../file/field.ts";
import { type ProtocolFile, writtenStep } from "../file/file.ts";
import {
	aboutSafety,
	afterwards,
	answersByLink,
	attended,
	beside,
	type ClockRight,
	conflictBecause,
	conflictOverBecause,
	consultedField,
	consultedIf,
	correctionReason,
	type Field,
	givenBecause,
	glassBecause,
	isAgencySide,
	type Move,
	type MoveOutcome,
	noOriginal,
	notBegun,
	noteMoment,
	noteText,
	notOursBecause,
	onlyOutcome,
	type Party,
	type Protocol,
	panelMembers,
	questionAnswer,
	questionAsked,
	reasonForChange,
	recallReason,
	sayParty,
	sealedBecause,
	timeWanted,
	unsealedBecause,
	vouchedBecause,
	type Way,
	writtenParty,
} from "../protocol.ts";
import {
	compileClock,
	compileLongClock,
	compileStageClock,
	compileStep,
	partFor,
	sayName,
} from "./compile-step.ts";
import { compileKeptTo } from "./kept-to.ts";
import { readLength } from "./length.ts";
import { levelsIn } from "./levels.ts";
import { everySay, type Path, type References, referencesIn } from "./references.ts";
import { forCases, type Place, stepsOfStage, type Written, withOutcomes } from "./unroll.ts";

/**
 * Turns a file of the right shape into the engine's protocol: every reference resolved, every word of time read.
 * What cannot be resolved is told to `faults`, with its place; the protocol is of use only when there is none.
 */
export function compile(file: ProtocolFile, faults: Faults): Protocol {
	const places: Place[] = [
		...Object.entries(file.stages).flatMap(([stage, given]) => stepsOfStage(stage, given, faults)),
		...([beside, afterwards] as const).flatMap((aside) =>
			Object.entries(file[aside]).map(([name, given]) => ({
				given: withOutcomes(given, [aside, name], faults),
				stage: aside,
				name,
				writtenAs: name,
				path: [aside, name],
			})),
		),
		...handOvers(file, faults),
	].flatMap((place) => forCases(place, { involved: file.involved?.["at-most"] ?? 0 }, faults));
	const refer = referencesIn(file, places, faults);
	const roleLevel = levelsIn(file, faults);
	const keptToOf = byName(file.stages, (stage, id) =>
		compileKeptTo(file, refer, faults, stage["not-read-by"], ["stages", id, "not-read-by"]),
	);
	const steps = places.map((place) =>
		compileStep(file, refer, faults, place, keptToOf[place.stage]),
	);
	const stepsOf = (stage: string) => steps.filter((step) => step.stage === stage);
	for (const id of Object.keys(file.roles))
		if (isAgencySide(id))
			faults.add(
				["roles", id],
				`“${id}” is the word for an agency, and cannot be the name of a role`,
				"Give the role another name",
			);
	for (const [id, { each }] of Object.entries(file.stages))
		refer.levels(each ?? [], ["stages", id, "each"]);
	const moves = Object.entries(file.moves).map(([id, move]) =>
		compileMove(refer, faults, id, move),
	);

	const { "business-unit": businessUnit, ...ownWords } = file.words;
	const protocol: Protocol = {
		id: file.protocol,
		version: file.version,
		title: file.title,
		partnership: file.partnership,
		source: file.source,
		about: file.about,
		calendar: file.calendar,
		counting: file.counting,
		closureDays: file["closure-days"],
		words: { ...refer.worded(ownWords, ["words"], "said"), businessUnit },
		involved: file.involved && {
			chosenIn: refer.fieldsOfAgencies(file.involved["chosen-in"], ["involved", "chosen-in"]),
			atMost: file.involved["at-most"],
			called: file.involved.called,
		},
		safety: file.safety,
		guidance: file.guidance,
		notFor: Object.entries(file["not-for"]).map(([id, way]) => ({
			id,
			...way,
		})),
		levels: Object.entries(file.levels).map(([id, level]) => ({
			id,
			called: nameInWords(id),
			...level,
		})),
		roles: byName(file.roles, (role, id) =>
			"office" in role
				? {
						id,
						called: role.called ?? nameInWords(id),
						in: {},
						office: role.office,
						...(role["given-by"] !== undefined && {
							givenBy: refer.giver(role["given-by"], ["roles", id, "given-by"]),
						}),
					}
				: {
						id,
						called: role.called ?? nameInWords(id),
						in: role.in,
						level: roleLevel(role, ["roles", id]),
						post: role.post,
						proxy: role.proxy,
					},
		),
		themes: file.themes,
		fields: byName(file.fields, (field, id) => compileField(refer, faults, id, field)),
		forms: byName(file.forms, (form, id) => ({
			id,
			...refer.worded({ title: form.title }, ["forms", id]),
			parts: Object.entries(form.parts).flatMap(([part, given]) => {
				const path = ["forms", id, "parts", part];
				return refer.parties([given.by], [...path, "by"]).map((by) => ({
					id: partFor(part, given.by, by),
					...refer.worded({ title: given.title }, path),
					by,
					sections: given.sections.map(({ title, asks }, index) => ({
						title,
						...refer.asks(asks, [...path, "sections", index, "asks"]),
					})),
				}));
			}),
		})),
		letters: byName(file.letters, (letter, id) => {
			const path = ["letters", id];
			for (const { says, at } of everySay(letter.to, [...path, "to"])) refer.addressee(says, at);
			return { id, ...refer.worded(letter, path) };
		}),
		raise: {
			...compileWay(refer, faults, file.raise, ["raise"]),
			title: file.raise.title,
			ways: Object.entries(file.raise.ways).map(([id, way]) => ({
				...compileWay(refer, faults, way, ["raise", "ways", id]),
				id,
				title: way.title,
				says: way.says,
			})),
		},
		stages: Object.entries(file.stages).map(([id, stage]) => ({
			id,
			number: stage.number,
			...refer.worded({ title: stage.title, says: stage.says }, ["stages", id]),
			kind: stage.kind,
			track: stage.track,
			discretionary: stage.discretionary,
			formsForbidden: stage.forms === "forbidden",
			forms: stage.forms,
			keptTo: keptToOf[id] ?? {},
			each: stage.each ?? [],
			opens:
				stage.opens?.flatMap((name, index) =>
					refer.stepsOfStage(name, id, ["stages", id, "opens", index]),
				) ??
				stepsOf(id)
					.slice(0, 1)
					.flatMap((step) => step.together?.steps ?? [step.id]),
			steps: stepsOf(id),
		})),
		beside: stepsOf(beside),
		afterwards: stepsOf(afterwards),
		moves,
		endings: byName(file.endings, ({ title, final, opens, ...ending }, id) => {
			const path = ["endings", id, "opens"];
			const handsOff = ending["hands-off"];
			return {
				id,
				title,
				final,
				is: ending.is,
				handsOff: handsOff && {
					to: handsOff.to,
					carries: refer.fields(handsOff.carries, ["endings", id, "hands-off", "carries"]),
					step: `${afterwards}.${handOverOf(id)}`,
				},
				opens: opens && {
					from: refer.stage(opens.from, [...path, "from"]),
					steps: refer.targets(opens.steps, "", [...path, "steps"]),
				},
			};
		}),
		clocks: [
			...places.flatMap((place) => compileClock(file, refer, faults, place)),
			...Object.keys(file.stages).flatMap((id) => compileStageClock(file, refer, faults, id)),
			...Object.keys(file.clocks).flatMap((id) => compileLongClock(file, refer, faults, id)),
		],
		clockRights: {
			extend: compileRight(refer, faults, file, "extend"),
			pause: compileRight(refer, faults, file, "pause"),
			bringForward: compileRight(refer, faults, file, "bring-forward"),
		},
		reminders: {
			before: readLength(faults, file.reminders.before, ["reminders", "before"]),
			lateEvery: readLength(faults, file.reminders["late-every"], ["reminders", "late-every"]),
			noClockEvery: readLength(faults, file.reminders["no-clock-every"], [
				"reminders",
				"no-clock-every",
			]),
		},
		report: file.report && {
			...file.report,
			dimensions: file.report.dimensions.map((field, index) =>
				refer.fieldThatIs("choice", field, ["report", "dimensions", index]),
			),
			changed: Object.entries(file.report.changed).map(([field, title]) => ({
				field: refer.fieldThatIs("choice", field, ["report", "changed", field]),
				title,
			})),
		},
		steps: Object.fromEntries(steps.map((step) => [step.id, step])),
		welsh: file.welsh,
	};
	if (faults.isEmpty()) protocol.fields = { ...protocol.fields, ...ownFields(protocol) };
	return protocol;
}

/** The name of the step that is owed when an ending goes on elsewhere. */
const handOverOf = (ending: string): string => `begin-after-${ending}`;

/** For each ending that goes on under another protocol, the step of beginning it there. */
function handOvers(file: ProtocolFile, faults: Faults): Written[] {
	return Object.entries(file.endings).flatMap(([ending, { "hands-off": handsOff }]) => {
		if (!handsOff) return [];
		const path = ["endings", ending, "hands-off"];
		const { by, due } = handsOff;
		if (by !== undefined && !by.startsWith("raising "))
			faults.add(
				[...path, "by"],
				`“${by}” cannot begin it: the agency that raised it does`,
				"Write “by: raising …”, or leave it out for whoever raised it",
			);
		const name = handOverOf(ending);
		if (Object.hasOwn(file.afterwards, name))
			faults.add(
				["afterwards", name],
				`“${name}” is the name of the step that follows the ending “${ending}”`,
				"Give the step another name",
			);
		return [
			{
				given: {
					...writtenStep({
						kind: "task",
						title: "Begin it under the other protocol",
						says: "Begin it from the page of this one. Only if it will not be begun, say so here, with the reason.",
						by: by ?? `raising ${file.raise.by[0] ?? ""}`,
						...(by === undefined && { "named-in": "raised-by" }),
						outcomes: {
							// biome-ignore lint/suspicious/noThenProperty: the protocol's word
							"not-begun": { say: "It will not be begun", then: "stay" },
						},
					}),
					...(due !== undefined && { due }),
				},
				stage: afterwards,
				name,
				writtenAs: name,
				path,
				handsOver: handsOff.to,
			},
		];
	});
}

/** What Concord itself asks, in every protocol: why a clock is changed, who attended, who sat, who was consulted. */
function ownFields(protocol: Protocol): Record<string, Field> {
	const consulted = [
		...Object.values(protocol.steps).flatMap(({ consults }) => consults),
		...protocol.moves.flatMap(({ consults }) => consults),
	];
	const fields: Field[] = [
		{
			id: reasonForChange,
			type: "long-text",
			label: "What is the reason?",
			optional: false,
		},
		...(Object.values(protocol.endings).some(({ handsOff }) => handsOff)
			? [
					{
						id: notBegun,
						type: "long-text" as const,
						label: "Why will it not be begun?",
						optional: false,
					},
				]
			: []),
		{
			id: aboutSafety,
			type: "long-text",
			label: "What has been done to keep them safe?",
			hint: "Whoever knows of this reads it.",
			optional: true,
		},
		...asked("long-text", {
			[noteText]: { label: "What do you add?", "read-as": "The note" },
			[correctionReason]: { label: "Why is it put right?" },
			[questionAsked]: { label: "What do you ask?", "read-as": "The question" },
			[questionAnswer]: { label: "What do you answer?", "read-as": "The answer" },
			[givenBecause]: { label: "Why do you pass it on?", "read-as": "Why it was passed on" },
			[answersByLink]: { label: "Who answers by a link?", "read-as": "Who answers by a link" },
			[vouchedBecause]: {
				label: "How do you know that this is the right person, and their own work address?",
				"read-as": "How they know",
			},
			[timeWanted]: { label: "How long do you need, and why?", "read-as": "How long, and why" },
			[recallReason]: { label: "What went wrong?" },
			[noOriginal]: {
				label: "Why is the original not attached?",
				"read-as": "Why the original is not attached",
			},
			[notOursBecause]: { label: "Why is it not yours?", "read-as": "Why it is not theirs" },
			[conflictBecause]: { label: "What is the conflict?", "read-as": "The conflict of interest" },
			[conflictOverBecause]: {
				label: "Why is there no conflict any more?",
				"read-as": "Why there is no conflict any more",
			},
			[sealedBecause]: { label: "Why is it sealed?", "read-as": "Why it is sealed" },
			[unsealedBecause]: {
				label: "Why is the seal taken off?",
				"read-as": "Why the seal was taken off",
			},
			[glassBecause]: {
				label: "Why do you need to read it now?",
				"read-as": "Why they needed to read it",
			},
		}),
		{
			id: noteMoment,
			type: "moment",
			label: "When was it?",
			hint: "If it is about something that happened, such as another call. For example, 9 4 2026, 2:15pm",
			optional: true,
		},
		{
			id: attended,
			type: "members",
			label: "Who attended?",
			optional: false,
		},
		{
			id: panelMembers,
			type: "members",
			label: "Who decided?",
			hint: "Each member, the agency they are from, and any interest that they declared. Whoever declared an interest stands back and does not count.",
			optional: false,
		},
		...consulted.map(
			(party): Field => ({
				id: consultedField(party),
				type: "person",
				label: `Whom did you consult: ${sayParty(protocol, party)}?`,
				"read-as": `Who was consulted: ${sayParty(protocol, party)}?`,
				optional: false,
				of: writtenParty(party),
			}),
		),
	];
	return Object.fromEntries(fields.map((field) => [field.id, field]));
}

/** Questions of one type that must be answered, by their words. */
const asked = (
	type: "long-text",
	words: Record<string, Pick<Field, "label" | "read-as">>,
): Field[] => Object.entries(words).map(([id, said]) => ({ id, type, ...said, optional: false }));

function compileWay(
	refer: References,
	faults: Faults,
	way: Omit<ProtocolFile["raise"], "ways" | "title">,
	path: Path,
): Way {
	const { window } = way;
	const at = [...path, "window"];
	if (window?.late === "with-reason" && window.because === undefined)
		faults.add(
			at,
			"The window does not say where the reason is given for raising it later",
			"Add “because:” with the name of a field, or “late: refused”",
		);
	const asked = refer.asks(way.asks, [...path, "asks"]);
	const counted = window && refer.fieldsToCountFrom(window.from, [...at, "from"]);
	for (const field of counted?.from ?? [])
		if (!asked.asks.includes(field) || field in asked.askedIf)
			faults.add(
				[...at, "from"],
				`“${field}” is not ${sometimes(asked, field)} when it is raised, so nobody knows when its time ends`,
				`Add “${field}” to the “asks:” beside the window`,
			);
	if (way["both-sides"] && way.with !== "own-agency")
		faults.add(
			[...path, "both-sides"],
			"Only the two sides of one agency can have one person for both",
			"Write “with: own-agency”, or take “both-sides:” out",
		);
	return {
		by: refer.levels(way.by, [...path, "by"]),
		with: way.with,
		bothSides: way["both-sides"],
		...asked,
		raisedAt: compileRaisedAt(refer, faults, way["raised-at"], asked, path),
		start: refer.targets(way.start, "", [...path, "start"]),
		sends: refer.sends(way.sends, [...path, "sends"]),
		copies: refer.copies(way.copies, [...path, "copies"]),
		window: window &&
			counted && {
				within: readLength(faults, window.within, [...at, "within"]),
				...counted,
				wording: window.wording,
				refused: window.late === "refused",
				because:
					window.because === undefined
						? undefined
						: refer.field(window.because, [...at, "because"]),
			},
	};
}

/** What a field is not, when nobody can be sure that it is asked: after “is not”. */
const sometimes = ({ askedIf }: WhatIsAsked, field: string): string =>
	field in askedIf ? "always asked" : "asked";

function compileRaisedAt(
	refer: References,
	faults: Faults,
	field: string | undefined,
	asked: WhatIsAsked,
	path: Path,
): string | undefined {
	if (field === undefined) return undefined;
	const at = [...path, "raised-at"];
	if (!asked.asks.includes(field) || field in asked.askedIf)
		faults.add(
			at,
			`“${field}” is not ${sometimes(asked, field)} when it is raised, so nobody can say when that was`,
			`Add “${field}” to its “asks:”`,
		);
	return refer.fieldWithTime(field, at);
}

type RightFile = NonNullable<ProtocolFile["clock-changes"]["extend"]>;

function compileRight(
	refer: References,
	faults: Faults,
	file: ProtocolFile,
	word: "extend" | "pause" | "bring-forward",
): ClockRight | undefined {
	const given: RightFile | undefined = file["clock-changes"][word];
	const path = ["clock-changes", word];
	return (
		given && {
			by: eitherParty(refer, given.by, [...path, "by"]),
			atMost:
				given["at-most"] === undefined
					? undefined
					: readLength(faults, given["at-most"], [...path, "at-most"]),
			times: given.times,
		}
	);
}

/** Parties, with `either manager` as that of each agency. */
const eitherParty = (refer: References, said: string[], path: Path): Party[] =>
	said.flatMap((each, index) =>
		each.startsWith("either ")
			? ["raising", "receiving"].map((side) =>
					refer.party(each.replace("either", side), [...path, index]),
				)
			: refer.parties([each], [...path.slice(0, -1), path.at(-1) ?? ""]),
	);

function compileMove(
	refer: References,
	faults: Faults,
	id: string,
	move: ProtocolFile["moves"][string],
): Move {
	const path = ["moves", id];
	if ((move.outcomes === undefined) === (move.then === undefined))
		faults.add(
			path,
			move.then
				? `The move “${id}” has both “then:” and “outcomes:”`
				: `The move “${id}” does not say where it leads`,
			"Write “then:” for one way on, or “outcomes:” for several to choose from",
		);
	const outcomes: Record<
		string,
		Omit<NonNullable<typeof move.outcomes>[string], "copies"> & {
			copies: typeof move.copies;
		}
	> = move.outcomes ?? {
		[onlyOutcome]: {
			say: move.title,
			asks: [],
			sends: undefined,
			copies: [],
			// biome-ignore lint/suspicious/noThenProperty: the protocol's word
			then: move.then ?? [],
		},
	};
	const consults = refer.parties(move.consults, [...path, "consults"]);
	const asked = refer.asks(move.asks, [...path, "asks"]);
	const compiled = Object.entries(outcomes).map(([name, given]): MoveOutcome => {
		const at = move.outcomes ? [...path, "outcomes", name] : path;
		return {
			id: name,
			say: given.say ?? sayName(name),
			...refer.asks(given.asks, [...at, "asks"]),
			sends: refer.sends(given.sends ?? move.sends, [...at, "sends"]),
			copies: refer.copies([...move.copies, ...given.copies], [...at, "copies"]),
			acknowledges: given.acknowledges ?? move.acknowledges,
			leadsTo: refer.targets(given.then, "", [...at, "then"]),
		};
	});
	return {
		id,
		title: move.title,
		says: move.says,
		by: eitherParty(refer, move.by, [...path, "by"]),
		consults,
		while: move.while.flatMap((each, index) => refer.during(each, [...path, "while", index])),
		whenLate: move["when-late"],
		once: move.once,
		skips: move.skips,
		private: move.private,
		asks: [...consults.map(consultedField), ...asked.asks],
		askedIf: { ...consultedIf(consults), ...asked.askedIf },
		outcomes: compiled,
		leadsTo: compiled.flatMap(({ leadsTo }) => leadsTo),
	};
}

/** A field keeps the words of the file; what they name must exist. */
function compileField(refer: References, faults: Faults, id: string, field: FieldFile): Field {
	const path: Path = ["fields", id];
	if (field.type === "choice")
		for (const word of ["ring-first", "not-safe"] as const)
			for (const [index, option] of (field[word] ?? []).entries())
				if (!(option in field.options))
					faults.unknown(
						[...path, word, index],
						option,
						`option of “${id}”`,
						Object.keys(field.options),
					);
	if (field.from) refer.field(field.from, [...path, "from"]);
	if (field.type === "person") refer.party(field.of, [...path, "of"]);
	if (field.type === "long-text" && field["history-of"])
		refer.stage(field["history-of"], [...path, "history-of"]);
	if (field.type !== "day" && field.type !== "moment") return { id, ...field };
	const { plausible, ...rest } = field;
	const at = [...path, "plausible"];
	return {
		id,
		...rest,
		...(plausible && {
			plausible: {
				ahead:
					plausible.ahead === undefined
						? undefined
						: readDistance(faults, plausible.ahead, [...at, "ahead"]),
				back:
					plausible.back === undefined || plausible.back === "raised"
						? plausible.back
						: readDistance(faults, plausible.back, [...at, "back"]),
			},
		}),
	};
}

/** How far a day may be from today; further than a century is no distance that anybody means. */
function readDistance(faults: Faults, said: string, path: Path): Limit | "today" {
	if (said === "today") return said;
	if (said === "raised" || said === "immediately")
		faults.add(
			path,
			`“${said}” is no distance from today`,
			said === "raised"
				? "It was raised in the past: write “back: raised”, and under “ahead:” a length such as “20 working days”"
				: "Write “today”",
		);
	const length = readLength(faults, said === "raised" ? "immediately" : said, path);
	const { [length.unit]: farthest } = century;
	if ("amount" in length && farthest !== undefined && length.amount > farthest)
		faults.add(path, `“${said}” is more than a century`, "Write 100 years or fewer");
	return length;
}

const century: Partial<Record<Limit["unit"], number>> = { "calendar-months": 1200, weeks: 5200 };

const byName = <From, To>(
	group: Record<string, From>,
	change: (value: From, name: string) => To,
): Record<string, To> =>
	Object.fromEntries(Object.entries(group).map(([name, value]) => [name, change(value, name)]));
