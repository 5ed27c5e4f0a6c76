/**
 * One step of a protocol file, resolved: who does it, what it asks, where its outcomes lead. Names are looked up by
 * references.ts, and compile.ts joins the steps to a protocol.
 */
import type { DayLimit, Limit } from "../../calendar/limit.ts";
import { startingLarge } from "../../english.ts";
import type { Faults } from "../file/faults.ts";
import type { ProtocolFile } from "../file/file.ts";
import {
	afterwards,
	attended,
	beside,
	type Clock,
	type ClockLimit,
	consultedField,
	consultedIf,
	everyInvolved,
	type KeptTo,
	mayOutlastTheEnd,
	notBegun,
	type Occasion,
	type Outcome,
	type Party,
	panelMembers,
	type Sends,
	type Step,
	type StepId,
	slotOf,
	type Target,
} from "../protocol.ts";
import { bothKeptTo, compileKeptTo } from "./kept-to.ts";
import { readLength } from "./length.ts";
import { named, type Path, type References } from "./references.ts";
import type { Place } from "./unroll.ts";

type StepFile = ProtocolFile["stages"][string]["steps"][string];
type DueFile = Exclude<NonNullable<StepFile["due"]>, string>;
type CountedFile = Extract<DueFile, { within: unknown }>;
type LateFile = DueFile["late"];

/** A step with every name in it resolved. @param keptToOfStage who reads what happens in its stage */
export function compileStep(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	place: Place,
	keptToOfStage: KeptTo = {},
): Step {
	const { given, stage, name, path } = place;
	const part = partFilledIn(file, faults, place);
	checkCases(file, refer, place);
	const inForm = (part?.sections ?? []).map(({ asks }, index) =>
		refer.asks(asks, [
			...["forms", given.form ?? "", "parts", given.part ?? ""],
			...["sections", index, "asks"],
		]),
	);
	const asked = refer.asks(given.asks, [...path, "asks"]);
	const by = refer.party(given.by, [...path, "by"]);
	const notBy = given["not-by"] ?? [];
	const consults = refer.parties(given.consults, [...path, "consults"]);
	const attends = refer.parties(given.attends, [...path, "attends"]);
	if (given.letter !== undefined) refer.letter(given.letter, [...path, "letter"]);
	return {
		id: `${stage}.${name}`,
		name,
		writtenAs: place.writtenAs,
		stage,
		round: place.round,
		together: place.together && {
			how: place.together.how,
			steps: place.together.names.map((each) => `${stage}.${each}`),
		},
		when: place.when && refer.condition(place.when, [...path, "by"]),
		kind: given.kind,
		title: given.title,
		says: given.says,
		by,
		agencyIn:
			given["agency-in"] === undefined
				? undefined
				: refer.agencyIn(given["agency-in"], by, [...path, "agency-in"]),
		with: given.with === undefined ? undefined : refer.party(given.with, [...path, "with"]),
		to: given.to,
		namedIn: readNamedIn(refer, given["named-in"], [...path, "named-in"]),
		// What is given to one of a pool is theirs alone.
		onlyNamed: given["only-named"] || refer.isPool(given.by),
		notBy:
			notBy === "everyone-before"
				? notBy
				: notBy.flatMap((each, index) => refer.stepsNamed(each, stage, [...path, "not-by", index])),
		of: given.of === undefined ? undefined : refer.step(given.of, stage, [...path, "of"]),
		form:
			given.form && given.part
				? { form: given.form, part: partFor(given.part, part?.by, by) }
				: undefined,
		letter: given.letter,
		consults,
		attends,
		chair: given.chair === undefined ? undefined : refer.party(given.chair, [...path, "chair"]),
		panel: given.panel && {
			of: refer.seats(given.panel.of, [...path, "panel", "of"]),
			quorum: given.panel.quorum,
			agencies: given.panel.agencies,
			mayBeInvolved: given.panel["may-be-involved"],
		},
		ifAnswered:
			given["if-answered"] === undefined
				? undefined
				: refer.field(given["if-answered"], [...path, "if-answered"]),
		asks: [
			...consults.map(consultedField),
			...(attends.length > 0 ? [attended] : []),
			...(given.panel ? [panelMembers] : []),
			...inForm.flatMap(({ asks }) => asks),
			...asked.asks,
		],
		askedIf: Object.assign(
			consultedIf(consults),
			...inForm.map(({ askedIf }) => askedIf),
			asked.askedIf,
		),
		private: given.private,
		keptTo: bothKeptTo(
			keptToOfStage,
			compileKeptTo(file, refer, faults, given["not-read-by"], [...path, "not-read-by"]),
		),
		final: given.final,
		timeNotStated: typeof given.due === "string",
		recordOnChildsRecord: given["record-on-childs-record"],
		handsOver: place.handsOver,
		outcomes: Object.entries(given.outcomes).map(([id, said]): Outcome => {
			const at = given.then ? path : [...path, "outcomes", id];
			return {
				id,
				...refer.worded({ say: said.say ?? sayName(id) }, at),
				...refer.asks(said.asks, [...at, "asks"]),
				...(place.handsOver !== undefined && { asks: [notBegun] }),
				sends: refer.sends(said.sends, [...at, "sends"]),
				copies: refer.copies(said.copies, [...at, "copies"]),
				acknowledges: said.acknowledges,
				// Those joined may share their outcomes, each naming all of them: none waits for itself.
				whenDone: said["when-done"]
					.flatMap((each, index) => refer.stepsNamed(each, stage, [...at, "when-done", index]))
					.filter((each) => each !== `${stage}.${name}`),
				counts: said.counts,
				stillDue: said["still-due"],
				blank: said.blank,
				leadsTo: refer.targets(said.then, stage, [...at, "then"]),
			};
		}),
	};
}

/** A part of a form that each agency involved fills in is one for each of them. @param writtenBy whose it is in the file */
export const partFor = (part: string, writtenBy: string | undefined, by: Party): string =>
	writtenBy?.startsWith(`${everyInvolved} `) && slotOf(by.side) !== undefined
		? `${part}-${by.side}`
		: part;

/** Where the case decides who owes a step or what it is called, there is one for each case. */
function checkCases(file: ProtocolFile, refer: References, { path }: Place): void {
	const [first = "", ...rest] = path.map(String);
	const written =
		first === "stages"
			? file.stages[rest[0] ?? ""]?.steps[rest[2] ?? ""]
			: file[first === beside ? beside : afterwards][rest[0] ?? ""];
	for (const word of ["by", "title"] as const) {
		const said = written?.[word];
		if (typeof said !== "object") continue;
		const cases = said.flatMap((each) => (typeof each === "string" ? [] : [each.when]));
		if (cases.length > 0) refer.everyCase(cases, [...path, word]);
	}
}

/** A name as words, where a file gives no others: "Not resolved" for `not-resolved`. */
export const sayName = (id: string): string => startingLarge(id).replaceAll("-", " ");

/** The clock that a step is held to, when it has one. */
export function compileClock(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	place: Place,
): Clock[] {
	const { given, stage, name, path, together } = place;
	const { due } = given;
	if (!due || typeof due === "string") return [];
	// Of several parties of which one does it or owes it, all are held to one date.
	const shared = together && together.how !== "all" ? together : undefined;
	if (shared && shared.names[0] !== name) return [];
	const id = `${stage}.${shared?.name ?? name}`;
	const at = [...path, "due"];
	const opened = (together?.how === "one" ? together.names : [name]).map(
		(each): Occasion => ({ is: "event", event: `${stage}.${each}.opened` }),
	);
	const starts =
		"before" in due
			? dayItself(refer, due.before, at)
			: "on" in due || !due.from
				? { from: opened, countsFrom: "first" as const }
				: refer.startsOf(due.from, stage, [...at, "from"], `${stage}.${name}.opened`);
	return [
		{
			id,
			title: given.title,
			...(shared
				? {
						of: shared.names.map((each) => `${stage}.${each}`),
						...endsOfShared(file, place, shared),
					}
				: { by: refer.party(given.by, [...path, "by"]), step: id, of: [], until: [], drops: [] }),
			...starts,
			limit:
				"on" in due
					? { on: refer.fieldWithDays(due.on, [...at, "on"]) }
					: compileLimit(file, refer, faults, due, at),
			wording: "wording" in due ? due.wording : undefined,
			strength: due.strength,
			doneAt:
				due["done-at"] === undefined
					? undefined
					: refer.fieldWithTime(due["done-at"], [...at, "done-at"]),
			fixed: due.fixed,
			...compileLate(refer, due.late, stage, [...at, "late"]),
		},
	];
}

/** What is counted backwards starts with the day that it must be done before. */
const dayItself = (
	refer: References,
	before: string,
	path: Path,
): Pick<Clock, "from" | "countsFrom"> => ({
	from: [{ is: "field", field: refer.fieldWithTime(before, [...path, "before"]) }],
	countsFrom: "first",
});

/** What meets the one date of a step that one of several parties does, and what ends it when none of them owes it. */
function endsOfShared(
	file: ProtocolFile,
	{ given, stage, writtenAs }: Place,
	{ name, names }: NonNullable<Place["together"]>,
): Pick<Clock, "until" | "drops"> {
	const back = [name, writtenAs, `${stage}.${writtenAs}`];
	const meeting = Object.entries(given.outcomes).flatMap(([outcome, said]) =>
		said["still-due"] || said.then.some((to) => back.includes(to.trim())) ? [] : outcome,
	);
	return {
		until: names.flatMap((each) =>
			meeting.map((outcome): Occasion => ({ is: "event", event: `${stage}.${each}.${outcome}` })),
		),
		drops: [
			...Object.keys(file.stages).flatMap((other): Occasion[] =>
				stage in file.stages && other !== stage ? [{ is: "stage", stage: other }] : [],
			),
			...(mayOutlastTheEnd({ stage, kind: given.kind }) ? [] : [{ is: "end" } as const]),
		],
	};
}

/** A clock of no one step: over a run of stages, over the whole, or the date of several steps together. */
export function compileLongClock(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	id: string,
): Clock[] {
	const given = file.clocks[id];
	if (!given) return [];
	const at = ["clocks", id];
	if ((given.from === undefined) === (given.before === undefined))
		faults.add(
			at,
			`The clock “${id}” ${given.from ? "has both “from:” and “before:”" : "does not say what starts it"}`,
			"Write “from:” with what starts it, or “before:” with the field of the day that it must be met before",
		);
	if ((given.by === undefined) === (given.of === undefined))
		faults.add(
			at,
			`The clock “${id}” ${given.by ? "has both “by:” and “of:”" : "does not say who is held to it"}`,
			"Write “by:” with who sees to it, or “of:” with the steps whose date it is",
		);
	const of = (given.of ?? []).flatMap((each, index) =>
		stepsMeant(refer, each, [...at, "of", index]),
	);
	const [stage, ...others] = new Set(of.map((step) => step.split(".")[0] ?? ""));
	if (given.until === undefined && (stage === undefined || others.length > 0))
		faults.add(
			at,
			`The clock “${id}” does not say what meets it`,
			"Add “until:” with every way by which it is over, such as “end” or “stage executive”",
		);
	return [
		{
			id,
			title: given.title,
			by: given.by === undefined ? undefined : refer.party(given.by, [...at, "by"]),
			of,
			...(given.before === undefined
				? refer.startsOf(given.from ?? [], "", [...at, "from"])
				: dayItself(refer, given.before, at)),
			...(given.until === undefined
				? leaving(file, stage ?? "")
				: {
						until: refer.occasions(given.until, "", [...at, "until"]),
						drops: [
							...refer.occasions(given.drops ?? [], "", [...at, "drops"]),
							...endsWithoutAnswer(file, given.until),
						],
					}),
			limit: compileLimit(file, refer, faults, given, at),
			wording: given.wording,
			strength: given.strength,
			fixed: given.fixed,
			...compileLate(refer, given.late, "", [...at, "late"]),
		},
	];
}

/** The time limit of a stage, which has the name of its stage: the date of all its steps together. */
export function compileStageClock(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	id: string,
): Clock[] {
	const stage = file.stages[id];
	const due = stage?.due;
	if (!stage || !due) return [];
	const at = ["stages", id, "due"];
	if (file.clocks[id])
		faults.add(
			["clocks", id],
			`The stage “${id}” has a time limit of its own, which has its name`,
			"Give this clock another name",
		);
	const from = "from" in due ? due.from : undefined;
	return [
		{
			id,
			...refer.worded({ title: stage.title }, ["stages", id]),
			of: refer.stepsOf(id),
			...("before" in due
				? dayItself(refer, due.before, at)
				: from === undefined
					? { from: [{ is: "stage", stage: id } as const], countsFrom: "first" as const }
					: refer.startsOf(from, id, [...at, "from"])),
			...leaving(file, id),
			limit:
				"on" in due
					? { on: refer.fieldWithTime(due.on, [...at, "on"]) }
					: compileLimit(file, refer, faults, due, at),
			wording: "wording" in due ? due.wording : undefined,
			strength: due.strength,
			fixed: due.fixed,
			...compileLate(refer, due.late, id, [...at, "late"]),
		},
	];
}

/** Steps by name, or all of a stage: `managers.write`, `stage managers`. */
function stepsMeant(refer: References, said: string, path: Path): StepId[] {
	const [, stage] = /^stage (\S+)$/.exec(said.trim()) ?? [];
	return stage === undefined
		? refer.stepsNamed(said, "", path)
		: refer.stepsOf(refer.stage(stage, path));
}

/** What meets the time limit of a stage, and what ends it with no verdict: another track, or an end that is no answer. */
function leaving(file: ProtocolFile, id: string): Pick<Clock, "until" | "drops"> {
	const track = file.stages[id]?.track;
	const others = Object.entries(file.stages).filter(([other]) => other !== id);
	const stages = (among: boolean): Occasion[] =>
		others
			.filter(([, other]) => (other.track === track) === among)
			.map(([stage]) => ({ is: "stage", stage }));
	const silent = endsWithoutAnswer(file, "end");
	const isSilent = (ending: string) =>
		silent.some((each) => each.is === "end" && each.ending === ending);
	const answers = Object.keys(file.endings)
		.filter((ending) => !isSilent(ending))
		.map((ending): Occasion => ({ is: "end", ending }));
	return { until: [...stages(true), ...answers], drops: [...stages(false), ...silent] };
}

/** Kinds of ending that are no answer: what was waited for neither happened nor failed to. */
const noAnswer: readonly (string | undefined)[] = [
	"withdrawn",
	"not-justified",
	"redirected",
	"transferred",
	"closed",
];

/** The endings that drop a clock which waits for any end. */
function endsWithoutAnswer(file: ProtocolFile, until: string | string[]): Occasion[] {
	const waitsFor = [until].flat();
	if (!waitsFor.includes("end")) return [];
	return Object.entries(file.endings)
		.filter(
			([id, ending]) =>
				(noAnswer.includes(ending.is) || ending["hands-off"]) && !waitsFor.includes(`end ${id}`),
		)
		.map(([ending]) => ({ is: "end", ending }));
}

function compileLate(
	refer: References,
	late: LateFile,
	stage: string,
	path: Path,
): { late: Target[]; lateSends?: Sends | undefined } {
	if (!late) return { late: [] };
	if (Array.isArray(late)) return { late: refer.targets(late, stage, path) };
	return {
		late: refer.targets(late.then, stage, [...path, "then"]),
		lateSends: refer.sends(late.sends, [...path, "sends"]),
	};
}

function compileLimit(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	given: Omit<CountedFile, "from" | "strength" | "late" | "done-at"> & {
		before?: string | undefined;
	},
	path: Path,
): ClockLimit {
	const read = (said: string, at: Path): Limit =>
		withSettings(readLength(faults, said, at), {
			counting: given.counting ?? file.counting,
			cutOff: given["cut-off"] ?? file["cut-off"],
			dueTime: given["due-time"] ?? file["due-time"],
		});
	const sooner = given["or-sooner"];
	return {
		...lengths(refer, faults, given, path, read),
		before: given.before,
		orSooner: sooner && {
			on: refer.fieldWithTime(sooner.on, [...path, "or-sooner", "on"]),
			because: refer.field(sooner.because, [...path, "or-sooner", "because"]),
		},
	};
}

function lengths(
	refer: References,
	faults: Faults,
	given: Pick<CountedFile, "within" | "depends-on">,
	path: Path,
	read: (said: string, at: Path) => Limit,
): Pick<Extract<ClockLimit, { within: unknown }>, "within" | "tiers"> {
	const choice = given["depends-on"];
	if (typeof given.within === "string") {
		if (choice !== undefined)
			faults.add(
				[...path, "depends-on"],
				"“depends-on” needs a length for each choice",
				"Write “within: { urgent: 24 hours, standard: 10 working days }”, or take “depends-on:” out",
			);
		return { within: read(given.within, [...path, "within"]) };
	}
	const within = Object.fromEntries(
		Object.entries(given.within).map(([option, said]) => [
			option,
			read(said, [...path, "within", option]),
		]),
	);
	if (choice === undefined) {
		faults.add(
			[...path, "within"],
			"It does not say what the length depends on",
			"Add “depends-on:” with the name of a field that is a choice",
		);
		return { within: { unit: "immediately" } };
	}
	const options = refer.optionsOf(choice, [...path, "depends-on"]);
	for (const option of Object.keys(within))
		if (options.length > 0 && !options.includes(option))
			faults.unknown([...path, "within", option], option, `option of “${choice}”`, options);
	for (const option of options)
		if (!(option in within))
			faults.add(
				[...path, "within"],
				`It does not say how long for “${option}”`,
				`Add “${option}:” with a length`,
			);
	const usual = within[options[0] ?? ""] ?? { unit: "immediately" };
	return { within: usual, tiers: { choice, within } };
}

/** Says how days are counted and when a day ends; hours and "immediately" have no days. */
const withSettings = (
	limit: Limit,
	settings: Pick<DayLimit, "counting" | "cutOff" | "dueTime">,
): Limit =>
	limit.unit === "hours" || limit.unit === "immediately" ? limit : { ...limit, ...settings };

function readNamedIn(refer: References, said: string | undefined, path: Path): string | undefined {
	return said === undefined || said === "raised-by"
		? said
		: refer.fieldThatIs("person", said, path);
}

/** The part of a form that a step fills in. A form step must have one; a part that is named must exist. */
function partFilledIn(file: ProtocolFile, faults: Faults, { given, writtenAs: name, path }: Place) {
	const part = named(named(file.forms, given.form)?.parts ?? {}, given.part);
	if (!part && (given.kind === "form" || given.form || given.part))
		faults.add(
			path,
			given.form || given.part
				? `There is no part “${given.part ?? ""}” of a form “${given.form ?? ""}”`
				: `The step “${name}” does not say which part of which form it fills in`,
			`Give “form:” and “part:” one of: ${
				Object.entries(file.forms)
					.flatMap(([form, { parts }]) => Object.keys(parts).map((each) => `${form} ${each}`))
					.join(", ") || "the forms that you add under “forms:”"
			}`,
		);
	return part;
}
