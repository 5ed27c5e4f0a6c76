/**
 * Every name in a protocol file, looked up: roles, parties, steps, stages, endings, fields, events. A name that is not
 * there is a fault with the nearest known one.
 */
import type { Limit } from "../../calendar/limit.ts";
import {
	anyOf,
	type ByCase,
	type Condition,
	holds,
	type Known,
	usualWay,
	type WhatIsAsked,
	type Worded,
	wayItBegan,
} from "../condition.ts";
import type { AskFile, RecipientFile, SayFile, WhenFile } from "../file/condition.ts";
import { type Faults, nearestTo } from "../file/faults.ts";
import type { ProtocolFile, StartsFile } from "../file/file.ts";
import { gap } from "../letter.ts";
import {
	afterwards,
	type Copy,
	type CountsFrom,
	everyInvolved,
	involvedSides,
	isAgencySide,
	isMainSide,
	type Occasion,
	type Opens,
	type Party,
	type Sends,
	type StepId,
	slotOf,
	type Target,
} from "../protocol.ts";
import { readLength } from "./length.ts";
import { eachInvolved, type Place } from "./unroll.ts";
import { checkAddressee, checkSeat, peopleIn } from "./words-for-people.ts";

/** What is said of long texts where the case is not known and the file says nothing for that. */
const untold: Record<string, string | undefined> = { says: undefined, text: gap };

/** Everything that a word may say, and where it stands. */
export const everySay = (said: SayFile | undefined, at: Path): { says: string; at: Path }[] =>
	typeof said === "string"
		? [{ says: said, at }]
		: (said ?? []).map(({ say }, index) => ({ says: say, at: [...at, index, "say"] }));

/** A place in the file, as the keys that lead there. */
export type Path = (string | number)[];

/** What a file has under a name of its own: `constructor` is no name unless the file gives it. */
export const named = <Value>(
	group: Record<string, Value>,
	name: string | undefined,
): Value | undefined =>
	name !== undefined && Object.hasOwn(group, name) ? group[name] : undefined;

/**
 * Reads the words by which one part of a protocol file names another. A word that names nothing is told
 * to `faults`, and what is returned then is not to be used.
 */
export type References = ReturnType<typeof referencesIn>;

export function referencesIn(file: ProtocolFile, places: Place[], faults: Faults) {
	const roleNames = Object.keys(file.roles);
	const slots = { involved: file.involved?.["at-most"] ?? 0 };
	const slotSides = involvedSides({ involved: { atMost: slots.involved } });
	const people = peopleIn(file.roles);
	const { offices, levels } = people;
	const stepIds: StepId[] = places.map(({ stage, name }) => `${stage}.${name}`);
	/** Every step by its short name. */
	const stepsByName = Map.groupBy(stepIds, (id) => id.slice(id.indexOf(".") + 1));
	/** Every step as it is written: several where a stage is repeated for each role. */
	const placesByWriting = Map.groupBy(places, ({ stage, writtenAs }) => `${stage}.${writtenAs}`);
	/** Every step of several parties, by the name of the whole. */
	const placesTogether = Map.groupBy(
		places.filter(({ together }) => together),
		({ stage, together }) => `${stage}.${together?.name}`,
	);
	const knownSteps = new Map<string, string[]>();
	const placesById = new Map(places.map((place) => [`${place.stage}.${place.name}`, place]));

	/** The word itself, when it is one of these. */
	function oneOf(known: string[], kind: string, said: string, path: Path): string {
		if (!known.includes(said)) faults.unknown(path, said, kind, known);
		return said;
	}

	const eachOf = (known: string[], kind: string, said: string[], path: Path) =>
		said.map((word, index) => oneOf(known, kind, word, [...path, index]));

	const fields = [...Object.keys(file.fields)];
	const fieldsThatAre = (type: string) =>
		fields.filter((name) => named(file.fields, name)?.type === type);

	/** `raising manager`, or an office of the partnership such as `business-unit`. */
	function party(said: string, path: Path): Party {
		const [side = "", role = "", more] = wordsOf(said);
		const level = offices.includes(side) ? undefined : people.levelMeant(said);
		const meant = isAgencySide(side) && more === undefined ? undefined : people.meant(said);
		if (side === everyInvolved) involvedHere(said, path);
		else if (isAgencySide(side) && !isMainSide(side) && !slotSides.includes(side))
			faults.unknown(path, side, "side", ["raising", "receiving", ...slotSides]);
		else if (side === "either" || side === "both")
			faults.add(
				path,
				`“${said}” is of two sides, and this is for one`,
				`Write “raising ${role}” or “receiving ${role}”`,
			);
		else if (meant !== undefined && meant !== said)
			faults.add(path, `“${said}” is nobody whom this file names`, `Did you mean “${meant}”?`);
		else if (more !== undefined && isAgencySide(side))
			faults.add(
				path,
				`“${said}” says more than who`,
				"Write “raising” or “receiving” and a role, or an office alone",
			);
		else if (level !== undefined && !isAgencySide(side))
			faults.add(
				path,
				`“${said}” does not say which agency`,
				`Write “raising ${level}” or “receiving ${level}”`,
			);
		else if (isAgencySide(side)) oneOf(levels, "role with a level inside an agency", role, path);
		else if (role !== "")
			faults.add(
				path,
				`“${said}” is nobody whom this file names`,
				levels.includes(role)
					? `Write “${nearestSide(side)} ${role}”`
					: `Write “raising” or “receiving” and a role, or an office alone; somebody from outside needs a role of their own under “roles:”, such as “${nameFrom(said)}: { office: ${nameFrom(said)}, called: ${said} }”`,
			);
		else if (![...offices, "raising", "receiving"].includes(side))
			faults.add(
				path,
				`There is no role called “${side}”`,
				orAdd(nearestTo(side, roleNames), offices),
			);
		return { side, role: isAgencySide(side) ? role : side };
	}

	/** All agencies that are involved besides the two, where one party is meant or none can be. */
	function involvedHere(said: string, path: Path): void {
		if (slots.involved === 0)
			faults.add(
				path,
				`“${said}” is of other agencies, and this file does not say that any may be involved`,
				"Add “involved: { chosen-in: [other-agencies] }” with the field in which they are chosen",
			);
		else
			faults.add(
				path,
				`“${said}” is of several agencies, and this is for one`,
				"Name one of the two agencies or an office; “involved …” may owe a step, and stand in “consults:”, “attends:”, “copies:” and where several may do something",
			);
	}

	/** Parties, with `involved manager` as that of each agency that may be involved. */
	/** The party that is named, or that of each agency involved. */
	const partiesNamed = (said: string, path: Path): Party[] =>
		eachInvolved(said, slots).map((one) => party(one, path));

	const parties = (said: string[], path: Path): Party[] =>
		said.flatMap((each, index) => partiesNamed(each, [...path, index]));

	/**
	 * The steps that a name means where it is that of several: of a step of several parties, or, by the name that the file
	 * has it by, of every role of a stage that is repeated with `each`. None where it means one step or nothing.
	 */
	function repeatedAs(id: string): Place[] {
		if (placesById.has(id)) return [];
		return placesTogether.get(id) ?? placesByWriting.get(id) ?? [];
	}

	/** The steps that a name means: one, or those of every party or role. */
	function stepsNamed(said: string, stage: string, path: Path): StepId[] {
		const repeated = repeatedAs(said.includes(".") ? said : `${stage}.${said}`);
		return repeated.length === 0
			? [step(said, stage, path)]
			: repeated.map(({ stage, name }) => `${stage}.${name}`);
	}

	/** A step of that stage, of each of its parties; that of the first role where it is repeated. */
	function stepsOfStage(said: string, stage: string, path: Path): StepId[] {
		const steps = places.filter((place) => place.stage === stage);
		const found = steps.find(({ writtenAs }) => writtenAs === said);
		if (!found)
			faults.unknown(path, said, `step of “${stage}”`, [
				...new Set(steps.map(({ writtenAs }) => writtenAs)),
			]);
		return (found?.together?.names ?? [found?.name ?? said]).map((name) => `${stage}.${name}`);
	}

	/** A step by its name inside `stage`, or in full: `executive.decide`. */
	function step(said: string, stage: string, path: Path): StepId {
		const id = said.includes(".") ? said : `${stage}.${said}`;
		if (placesById.has(id)) return id;
		const elsewhere = stepsByName.get(said) ?? [];
		if (elsewhere.length > 0)
			faults.add(
				path,
				stage
					? `There is no step called “${said}” in “${stage}”`
					: `“${said}” does not say of which stage`,
				`Write it in full: ${elsewhere.map((known) => `“${known}”`).join(" or ")}`,
			);
		else faults.unknown(path, said, "step", stepsKnownIn(stage));
		return id;
	}

	/** Those of a stage by their short names, then every step. */
	function stepsKnownIn(stage: string): string[] {
		const known = knownSteps.get(stage) ?? [
			...stepIds.filter((id) => id.startsWith(`${stage}.`)).map((id) => id.slice(stage.length + 1)),
			...stepIds,
		];
		knownSteps.set(stage, known);
		return known;
	}

	const ending = (said: string, path: Path) =>
		oneOf(Object.keys(file.endings), "ending", said, path);

	function stage(said: string, path: Path): string {
		const meant = named(file.stages, said) ? undefined : stageNumbered(said);
		if (meant === undefined) return oneOf(Object.keys(file.stages), "stage", said, path);
		faults.add(path, `There is no stage called “${said}”`, `Did you mean “${meant}”?`);
		return said;
	}

	/** The stage that people mean by its number: `2`, `stage-2`, `Level 2`. */
	function stageNumbered(said: string): string | undefined {
		const [, word = "", number] = /^([a-z]*)[\s_-]*(\d{1,3})$/i.exec(said.trim()) ?? [];
		const isStage = [
			"",
			"stage",
			"step",
			"level",
			...everySay(file.words.stage, []).map(({ says }) => says.toLowerCase()),
		].includes(word.toLowerCase());
		return isStage && number !== undefined
			? Object.keys(file.stages).find((id) => file.stages[id]?.number === Number(number))
			: undefined;
	}

	/** Where an outcome leads: `stay`, `stage executive`, `end resolved`, or a step. */
	function target(said: string, inStage: string, path: Path): Target {
		const [verb, name, more] = wordsOf(said);
		if (said.trim() === "stay") return { go: "stay" };
		if (name !== undefined && more === undefined) {
			if (verb === "stage") return { go: "stage", stage: stage(name, path) };
			if (verb === "end") return { go: "end", ending: ending(name, path) };
		}
		const meant = placeMeant(said.trim().toLowerCase(), inStage);
		if (meant === undefined) return { go: "step", step: step(said.trim(), inStage, path) };
		faults.add(path, `“${said}” is no step`, `Did you mean “${meant}”?`);
		return { go: "stay" };
	}

	/**
	 * Where one word leads: to a step of several parties it leads to that of each. `changed after 3 months` and
	 * `changed on ask-again-on` say from when it is owed.
	 */
	function targetsNamed(said: string, inStage: string, path: Path): Target[] {
		const [, place, how, when] = /^\s*(\S+)\s+(after|on)\s+(.+?)\s*$/.exec(said) ?? [];
		if (place === undefined || when === undefined) return targetsAtOnce(said, inStage, path);
		const opens: Opens =
			how === "on" ? { on: fieldWithTime(when, path) } : { after: daysToOpen(when, path) };
		return targetsAtOnce(place, inStage, path).map((target) => {
			if (target.go === "step" && target.step.startsWith(`${afterwards}.`))
				return { ...target, opens };
			faults.add(
				path,
				`“${said.trim()}” is to begin only later, and does not stand under “afterwards:”`,
				"Inside the stages something is always owed: give the step a “due:”, or move it under “afterwards:”",
			);
			return target;
		});
	}

	/** How long after what leads to it a step is owed. */
	function daysToOpen(said: string, path: Path): Limit {
		const length = readLength(faults, said, path);
		if (length.unit === "hours")
			faults.add(
				path,
				`A step cannot open “${said}” later: it opens when a day begins`,
				"Write days, weeks or months, such as “after 3 months”",
			);
		return length;
	}

	function targetsAtOnce(said: string, inStage: string, path: Path): Target[] {
		const name = said.trim();
		const repeated = repeatedAs(name.includes(".") ? name : `${inStage}.${name}`).filter(
			({ together }) => together,
		);
		return repeated.length === 0
			? [target(said, inStage, path)]
			: repeated.map((place) => ({ go: "step", step: `${place.stage}.${place.name}` }));
	}

	/** A stage or an ending that was named without the word for what it is. */
	function placeMeant(said: string, inStage: string): string | undefined {
		if (placesById.has(said.includes(".") ? said : `${inStage}.${said}`)) return undefined;
		const name = said.replace(/^(stage|end) /, "");
		const stage = named(file.stages, name) ? name : stageNumbered(name);
		if (stage !== undefined) return `stage ${stage}`;
		return named(file.endings, name) && `end ${name}`;
	}

	/** The events that a name means, each one an occasion: those of every role where a stage is repeated. */
	function occasionsNamed(said: string, inStage: string, path: Path): Occasion[] {
		const parts = said.trim().split(".");
		const [of = "", name = "", outcome] = parts.length === 2 ? [inStage, ...parts] : parts;
		const repeated = outcome === undefined ? [] : repeatedAs(`${of}.${name}`);
		return repeated.length === 0
			? [occasion(said, inStage, path)]
			: repeated.map((place) => occasion(`${of}.${place.name}.${outcome}`, inStage, path));
	}

	/** What something is counted from, and which of several counts. */
	function startsOf(
		given: StartsFile,
		inStage: string,
		path: Path,
		ofStep?: string,
	): { from: Occasion[]; countsFrom: CountsFrom } {
		const { said, countsFrom, at } = readStarts(given, path);
		const from = said.flatMap((each, index) => {
			const found = occasionsNamed(each, inStage, at(index));
			const [first] = found;
			if (countsFrom === "first" || !first) return found;
			if (found.length > 1)
				faults.add(
					at(index),
					`“${each}” is of a stage that is repeated, and happens more than once`,
					"Count from something that happens once, or write a list, of which the first to happen counts",
				);
			// When another step opened is not known any more once it is done.
			if (first.is === "event" && /\.opened$/.test(first.event) && first.event !== ofStep)
				faults.add(
					at(index),
					`When “${each.replace(/\.opened$/, "")}” was asked for is not known any more once it is done`,
					"Count from an outcome, a stage, a move or a field",
				);
			return [first];
		});
		return { from, countsFrom };
	}

	/** What starts or meets a clock: an event, `stage executive`, `raised`, `end`, a move, or a field with a day. */
	function occasion(said: string, inStage: string, path: Path): Occasion {
		const [verb = "", name, more] = wordsOf(said);
		if (said.trim() === "raised") return { is: "raised" };
		if (said.trim() === "end") return { is: "end" };
		if (name !== undefined && more === undefined) {
			if (verb === "stage") return { is: "stage", stage: stage(name, path) };
			if (verb === "end") return { is: "end", ending: ending(name, path) };
			if (verb === "move")
				return {
					is: "move",
					move: oneOf(Object.keys(file.moves), "move", name, path),
				};
		}
		if (isStepAlone(said.trim(), inStage, path)) return { is: "end" };
		const meant = said.includes(".") ? undefined : happeningMeant(said.trim());
		if (meant !== undefined) {
			faults.add(path, `“${said}” does not say what happens`, `Did you mean “${meant}”?`);
			return { is: "end" };
		}
		if (!said.includes("."))
			return {
				is: "field",
				field: oneOf(
					fieldsWithTime,
					"event such as “step.outcome”, and no field that holds a day,",
					said.trim(),
					path,
				),
			};
		return { is: "event", event: event(said, inStage, path) };
	}

	/** What was named without the word for what it is: a stage, an ending or a move. */
	function happeningMeant(said: string): string | undefined {
		if (fieldsWithTime.includes(said)) return undefined;
		if (named(file.moves, said)) return `move ${said}`;
		return placeMeant(said, "");
	}

	const fieldsWithTime = [...fieldsThatAre("day"), ...fieldsThatAre("moment")];

	/** A field that holds a day, or a day and a time. */
	const fieldWithTime = (said: string, path: Path) =>
		oneOf(fieldsWithTime, "field that is a day or a moment", said, path);

	/** The same, or a list of actions, each with its day. */
	const fieldWithDays = (said: string, path: Path) =>
		oneOf(
			[...fieldsWithTime, ...fieldsThatAre("actions")],
			"field that is a day, a moment or a list of actions",
			said,
			path,
		);

	/** Tells a step's name from an event of it. */
	function isStepAlone(said: string, inStage: string, path: Path): boolean {
		const place = placesById.get(`${inStage}.${said}`) ?? placesById.get(said);
		if (!place) return false;
		const events = [...Object.keys(place.given.outcomes), "opened"];
		faults.add(
			path,
			`“${said}” is a step, and does not say what happens in it`,
			`Write one of: ${events.map((event) => `${said}.${event}`).join(", ")}`,
		);
		return true;
	}

	/** An event: `forward.forwarded` inside its stage, or with the stage before it. `opened` is of every step. */
	function event(said: string, inStage: string, path: Path): string {
		const parts = said.trim().split(".");
		const [of = "", name = "", outcome = ""] = parts.length === 2 ? [inStage, ...parts] : parts;
		const given = placesById.get(`${of}.${name}`)?.given;
		const whole = parts.length === 1 && placesById.get(`${inStage}.${of}`);
		if (whole)
			faults.add(
				path,
				`“${said}” is a step, and a clock starts with something that happens`,
				`Write one of: ${[...Object.keys(whole.given.outcomes), "opened"]
					.map((outcome) => `${of}.${outcome}`)
					.join(", ")}`,
			);
		else if (!given || parts.length > 3) step(`${of}.${name}`, inStage, path);
		else oneOf([...Object.keys(given.outcomes), "opened"], `outcome of ${name}`, outcome, path);
		return `${of}.${name}.${outcome}`;
	}

	/** When a move may be made: during a stage, during a step, or once it has ended so. */
	function during(
		said: string,
		path: Path,
	): ({ stage: string } | { step: StepId } | { ending: string })[] {
		const [verb, name] = wordsOf(said);
		const stages = Object.keys(file.stages);
		if (said.trim() === "any") return stages.map((stage) => ({ stage }));
		if (verb === "end" && name !== undefined) return [{ ending: ending(name, path) }];
		if (said.includes(".")) return stepsNamed(said, "", path).map((step) => ({ step }));
		const stage = verb === "stage" && name !== undefined ? name : said.trim();
		const numbered = stages.includes(stage) ? undefined : stageNumbered(stage);
		const namesakes = stepsByName.get(stage) ?? [];
		if (!stages.includes(stage) && namesakes.length > 0)
			faults.add(
				path,
				`There is no stage called “${stage}”`,
				`A step has its stage before it: ${namesakes.map((id) => `“${id}”`).join(" or ")}`,
			);
		else if (numbered !== undefined)
			faults.add(path, `There is no stage called “${stage}”`, `Did you mean “${numbered}”?`);
		else oneOf([...stages, ...stepIds], "stage or step", stage, path);
		return [{ stage }];
	}

	/** What an act or a section asks; in the order of the file. */
	function asks(given: AskFile[], path: Path): WhatIsAsked {
		const askedIf: Record<string, Condition> = {};
		const names = given.map((each, index) => {
			const at = [...path, index];
			if (typeof each === "string") return oneOf(fields, "field", each, at);
			askedIf[each.ask] = condition(each.when, [...at, "when"]);
			return oneOf(fields, "field", each.ask, [...at, "ask"]);
		});
		return { asks: names, askedIf };
	}

	/** In which cases something is so: choices that are among the fields, with options of theirs; ways that there are. */
	function condition(given: WhenFile, path: Path): Condition {
		if (Object.keys(given).length === 0)
			faults.add(
				path,
				"It does not say when",
				"Write a choice with the option that must be answered, such as “when: { agreed: no }”",
			);
		for (const [of, oneOfThese] of Object.entries(given)) {
			const at = [...path, of];
			if (of === wayItBegan) checkWays(oneOfThese, at);
			else {
				const options = optionsOfAny(of, at);
				if (options.length > 0) eachOf(options, `option of “${of}”`, oneOfThese, at);
			}
		}
		return given;
	}

	/**
	 * The words of a thing, each said once or for each case.
	 *
	 * @param usual `said`: the file must say what is usual, since they stand where there is no case yet
	 */
	function worded<Words extends Record<string, SayFile | undefined>>(
		given: Words,
		path: Path,
		usual?: "said",
	): { [Word in keyof Words]: Exclude<Words[Word], object> } & Worded<keyof Words & string> {
		const byCase = Object.entries(given).flatMap(([word, said]): [string, ByCase][] =>
			Array.isArray(said) ? [[word, eachCase(said, word, [...path, word], usual)]] : [],
		);
		// Of its words none is an object any more.
		return {
			...given,
			...Object.fromEntries(byCase.map(([word, { usual }]) => [word, usual])),
			...(byCase.length > 0 && { inCase: Object.fromEntries(byCase) }),
		} as ReturnType<typeof worded<Words>>;
	}

	function eachCase(
		given: Exclude<SayFile, string>,
		word: string,
		path: Path,
		usual?: "said",
	): ByCase {
		everyCase(
			given.map(({ when }) => when),
			path,
		);
		const otherwise = given.find(({ when }) => !when);
		if (usual && !otherwise)
			faults.add(
				path,
				`“${word}” has no usual word, for where it is not known which case it is`,
				"Add “{ say: … }” without “when:”",
			);
		return {
			usual: otherwise ? otherwise.say : Object.hasOwn(untold, word) ? untold[word] : anyOf(given),
			cases: given.flatMap(({ say, when }) => (when ? [{ say, when }] : [])),
		};
	}

	/**
	 * Of these cases one is so, and no other, whatever is answered and however it began; undefined stands for every other
	 * case.
	 */
	function everyCase(given: (WhenFile | undefined)[], path: Path): void {
		const cases = given.flatMap((when, index) =>
			when ? [condition(when, [...path, index, "when"])] : [],
		);
		const others = given.length - cases.length;
		if (others > 1)
			faults.add(
				path,
				`${others} entries have no “when:”, and each would be for every other case`,
				"Leave one without “when:”",
			);
		let known: Known[] = [{ answers: {} }];
		for (const of of new Set(cases.flatMap((each) => Object.keys(each)))) {
			const field = named(file.fields, of);
			if (of !== wayItBegan && (field?.type !== "choice" || (field.optional && others === 0))) {
				if (field?.type === "choices" || field?.type === "choice")
					faults.add(
						path,
						`“${of}” may be answered with ${field.type === "choice" ? "nothing" : "several"}, and one case must be so`,
						field.type === "choice"
							? `Take “optional: true” out of the field “${of}”`
							: `Go by a field of “type: choice”`,
					);
				return;
			}
			known = known.flatMap((each) =>
				of === wayItBegan
					? [usualWay, ...Object.keys(file.raise.ways)].map((way) => ({ ...each, way }))
					: Object.keys(field?.type === "choice" ? field.options : {}).map((option) => ({
							...each,
							answers: { ...each.answers, [of]: option },
						})),
			);
		}
		for (const each of known) {
			const so = cases.filter((when) => holds(when, each)).length;
			const { way, answers } = each;
			const when = Object.entries({ ...answers, ...(way !== undefined && { way }) })
				.map(([of, option]) => `${of}: ${option}`)
				.join(", ");
			if (so === 0 && others === 0)
				faults.add(
					path,
					`Nothing is said for “${when}”`,
					`Add an entry with “when: { ${when} }”, or add it to one that is there`,
				);
			if (so > 1) faults.add(path, `${so} entries are for “${when}”`, "Leave one for each case");
		}
	}

	function checkWays(ways: string[], path: Path): void {
		const known = Object.keys(file.raise.ways);
		const named = [...fields.filter((field) => field === wayItBegan), ...known].find((name) =>
			[wayItBegan, usualWay].includes(name),
		);
		if (named !== undefined)
			faults.add(
				path,
				`“${named}” could mean two things: how it began, or what this file calls so`,
				"Give the field or the way to begin another name",
			);
		else if (known.length === 0)
			faults.add(
				path,
				"There is only one way to begin",
				"Add others under “raise: ways:”, or take this out",
			);
		else eachOf([usualWay, ...known], "way to begin", ways, path);
	}

	/** The options of a field of which one or several are chosen. */
	function optionsOfAny(said: string, path: Path): string[] {
		const field = named(file.fields, said);
		if (field?.type === "choice" || field?.type === "choices") return Object.keys(field.options);
		const choices = [...fieldsThatAre("choice"), ...fieldsThatAre("choices")];
		if (field)
			faults.add(
				path,
				`“${said}” is no choice, so no case can go by it`,
				`Go by a field of “type: choice”${choices.length > 0 ? `, such as “${choices[0]}”` : ""}, or by the “way” it began`,
			);
		else faults.unknown(path, said, "field that is a choice", [...choices, wayItBegan]);
		return [];
	}

	function sends(
		given: { what: string[]; to: RecipientFile[] } | undefined,
		path: Path,
	): Sends | undefined {
		if (!given) return undefined;
		const sendable = [...fields, ...Object.keys(file.forms)];
		const sides = [
			"raising",
			"receiving",
			...(slots.involved > 0 ? [everyInvolved] : []),
			...slotSides,
			...offices,
		];
		return {
			what: eachOf(sendable, "field or form", given.what, [...path, "what"]),
			to: given.to.flatMap((each, index) => {
				const at = [...path, "to", index];
				const [side, place] = typeof each === "string" ? [each, at] : [each.to, [...at, "to"]];
				if (given.to.some((other, before) => before < index && recipientOf(other) === side))
					faults.add(
						place,
						`“${side}” is named twice`,
						"Name it once, with all its cases under one “when:”",
					);
				if (side === everyInvolved && slots.involved === 0) involvedHere(side, place);
				else oneOf(sides, "side", side, place);
				return eachInvolved(side, slots);
			}),
			toIf: Object.fromEntries(
				given.to.flatMap((each, index) =>
					typeof each === "string"
						? []
						: eachInvolved(each.to, slots).map((side) => [
								side,
								condition(each.when, [...path, "to", index, "when"]),
							]),
				),
			),
		};
	}

	function copies(
		given: { to: string; sees: Copy["sees"]; when?: WhenFile | undefined }[],
		path: Path,
	): Copy[] {
		return given.flatMap(({ to, sees, when }, index) =>
			eachInvolved(to, slots).map((each) => ({
				to: party(each, [...path, index, "to"]),
				sees,
				...(when && { when: condition(when, [...path, index, "when"]) }),
			})),
		);
	}

	return {
		party,
		/** Whether each of an office reads only what they are given. */
		isPool: (said: string): boolean => {
			const role = named(file.roles, said.trim());
			return role !== undefined && "office" in role && role["given-by"] !== undefined;
		},
		/** The office that gives a pool what it reads. */
		giver: (said: string, path: Path): string => oneOf(offices, "role with an office", said, path),
		partiesNamed,
		parties,
		/** The field that names which of the agencies involved owes a step. */
		agencyIn(said: string, by: Party, path: Path): string {
			if (slotOf(by.side) === undefined)
				faults.add(
					path,
					"Only one of the agencies involved can be named for a step",
					"Write “by: involved …”, or take “agency-in:” out",
				);
			const chosen = (file.involved?.["chosen-in"] ?? []).filter(
				(field) => named(file.fields, field)?.type === "agency",
			);
			if (named(file.fields, said)?.type === "agency" && !chosen.includes(said))
				faults.add(
					path,
					`The agency in “${said}” is not among those involved`,
					`Add “${said}” to “chosen-in:” under “involved:”`,
				);
			else oneOf(chosen, "field of one agency, in which one is chosen to be involved,", said, path);
			return said;
		},
		/** Fields in which agencies are chosen. */
		fieldsOfAgencies: (said: string[], path: Path): string[] =>
			eachOf(
				[...fieldsThatAre("agency"), ...fieldsThatAre("agencies")],
				"field that is an agency or several",
				said,
				path,
			),
		seats: (said: string[], path: Path): string[] => {
			for (const [index, seat] of said.entries()) checkSeat(people, seat, [...path, index], faults);
			return said;
		},
		addressee: (said: string, path: Path) => checkAddressee(people, file.roles, said, path, faults),
		copies,
		occasions: (said: string[], inStage: string, path: Path): Occasion[] =>
			said.flatMap((each) => occasionsNamed(each, inStage, path)),
		startsOf,
		/** Fields with days or moments from which something is counted. */
		fieldsToCountFrom(given: StartsFile | string, path: Path) {
			const { said, countsFrom, at } = readStarts(given, path);
			return { from: said.map((each, index) => fieldWithTime(each, at(index))), countsFrom };
		},
		fieldWithTime,
		fieldWithDays,
		letter: (said: string, path: Path) => oneOf(Object.keys(file.letters), "letter", said, path),
		/** The options of a field that is a choice. */
		optionsOf(said: string, path: Path): string[] {
			const field = named(file.fields, said);
			if (field?.type === "choice") return Object.keys(field.options);
			oneOf(fieldsThatAre("choice"), "field that is a choice", said, path);
			return [];
		},
		step,
		stepsOfStage,
		stepsNamed,
		/** Every step of a stage. */
		stepsOf: (stage: string): StepId[] =>
			places.filter((place) => place.stage === stage).map(({ name }) => `${stage}.${name}`),
		target,
		event,
		during,
		sends,
		stage,
		targets: (said: string[], inStage: string, path: Path): Target[] =>
			said.flatMap((each) => targetsNamed(each, inStage, path)),
		field: (said: string, path: Path) => oneOf(fields, "field", said, path),
		fields: (said: string[], path: Path) => eachOf(fields, "field", said, path),
		asks,
		condition,
		everyCase,
		worded,
		fieldThatIs: (type: "person" | "choice", said: string, path: Path) =>
			oneOf(fieldsThatAre(type), `field that is a ${type}`, said, path),
		levels: (said: string[], path: Path) =>
			eachOf(levels, "role with a level inside an agency", said, path),
	};
}

const recipientOf = (given: RecipientFile): string =>
	typeof given === "string" ? given : given.to;

/** The words of a start, which of them counts, and where each stands. */
function readStarts(
	given: StartsFile | string,
	path: Path,
): { said: string[]; countsFrom: CountsFrom; at: (index: number) => Path } {
	if (typeof given === "string") return { said: [given], countsFrom: "first", at: () => path };
	if (Array.isArray(given))
		return { said: given, countsFrom: "first", at: (index) => [...path, index] };
	return "later-of" in given
		? {
				said: given["later-of"],
				countsFrom: "later",
				at: (index) => [...path, "later-of", index],
			}
		: {
				said: given["earlier-of"],
				countsFrom: "earlier",
				at: (index) => [...path, "earlier-of", index],
			};
}

const orAdd = (nearest: string | undefined, offices: string[]): string =>
	nearest
		? `Did you mean “${nearest}”?`
		: `Use one of: ${[...offices, "raising …", "receiving …"].join(", ")}; or add it under “roles:”`;

const wordsOf = (said: string): string[] => said.trim().split(/\s+/);

/** Words as a name: `independent-chair` for "Independent chair". */
const nameFrom = (said: string): string =>
	wordsOf(said.toLowerCase().replace(/[^a-z0-9 ]/g, "")).join("-");

/** The agency that a misspelt word may have meant. */
const nearestSide = (said: string): string => (said.startsWith("rec") ? "receiving" : "raising");
