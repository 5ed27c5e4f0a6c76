import type { Limit } from "../calendar/limit.ts";
import type { Counting } from "../calendar/working-days.ts";
import type { Faults } from "./faults.ts";
import type { ProtocolFile } from "./file.ts";
import type {
	Clock,
	Move,
	Outcome,
	Party,
	Protocol,
	Sends,
	Step,
	StepId,
	Target,
} from "./protocol.ts";
import { readWithin } from "./within.ts";

type StepFile = ProtocolFile["stages"][string]["steps"][string];
type Path = (string | number)[];

/** Says how days are counted; hours and "immediately" have no days to count. */
const withCounting = (limit: Limit, counting: Counting): Limit =>
	limit.unit === "hours" || limit.unit === "immediately"
		? limit
		: { ...limit, counting };

/** The pseudo-stage of what may still be owed after the end. */
export const afterwards = "afterwards";

/**
 * Turns a file of the right shape into the engine's protocol: every reference resolved, every word of time read.
 * What cannot be resolved is told to `faults`, with its place.
 */
export function compile(file: ProtocolFile, faults: Faults): Protocol {
	const stepIds = new Set<StepId>([
		...Object.entries(file.stages).flatMap(([stage, { steps }]) =>
			Object.keys(steps).map((name) => `${stage}.${name}`),
		),
		...Object.keys(file.afterwards).map((name) => `${afterwards}.${name}`),
	]);

	function readParty(said: string, path: Path): Party {
		const [first = "", second] = said.trim().split(/\s+/);
		if (first === "raising" || first === "receiving") {
			const role = file.roles[second ?? ""];
			if (!role || !("level" in role))
				faults.unknown(path, second ?? "", "role with a level", roleNames());
			return { side: first, role: second ?? "" };
		}
		const role = file.roles[first];
		if (!role)
			faults.unknown(path, first, "role", [
				...roleNames(),
				"raising",
				"receiving",
			]);
		else if ("level" in role)
			faults.add(
				path,
				`“${said}” does not say which agency`,
				`Write “raising ${first}” or “receiving ${first}”`,
			);
		return { side: first, role: first };
	}
	const roleNames = () => Object.keys(file.roles);

	function readStep(said: string, stage: string, path: Path): StepId {
		const id = said.includes(".") ? said : `${stage}.${said}`;
		if (!stepIds.has(id))
			faults.unknown(
				path,
				said,
				"step",
				[...stepIds].flatMap((known) =>
					known.startsWith(`${stage}.`)
						? [known.slice(stage.length + 1), known]
						: [known],
				),
			);
		return id;
	}

	function readTarget(said: string, stage: string, path: Path): Target {
		const [verb, name = "", rest] = said.trim().split(/\s+/);
		if (said.trim() === "stay") return { go: "stay" };
		if (verb === "stage" && rest === undefined) {
			if (!file.stages[name])
				faults.unknown(path, name, "stage", Object.keys(file.stages));
			return { go: "stage", stage: name };
		}
		if (verb === "end" && rest === undefined) {
			if (!file.endings[name])
				faults.unknown(path, name, "ending", Object.keys(file.endings));
			return { go: "end", ending: name };
		}
		return { go: "step", step: readStep(said.trim(), stage, path) };
	}

	const readTargets = (said: string[], stage: string, path: Path): Target[] =>
		said.map((each) => readTarget(each, stage, path));

	/** An event name: `forward.forwarded` inside its stage, or in full. */
	function readEvent(said: string, stage: string, path: Path): string {
		const parts = said.trim().split(".");
		const [inStage, name, outcome] =
			parts.length === 2 ? [stage, ...parts] : parts;
		const step =
			inStage === afterwards
				? file.afterwards[name ?? ""]
				: file.stages[inStage ?? ""]?.steps[name ?? ""];
		if (!step) readStep(`${inStage}.${name}`, stage, path);
		else if (outcome !== "opened" && !step.outcomes[outcome ?? ""])
			faults.unknown(path, outcome ?? "", `outcome of ${name}`, [
				...Object.keys(step.outcomes),
				"opened",
			]);
		return `${inStage}.${name}.${outcome}`;
	}

	function readFields(names: string[], path: Path): string[] {
		for (const [index, name] of names.entries())
			if (!file.fields[name])
				faults.unknown(
					[...path, index],
					name,
					"field",
					Object.keys(file.fields),
				);
		return names;
	}

	function readSends(
		given: { what: string[]; to: string[] } | undefined,
		path: Path,
	): Sends | undefined {
		if (!given) return undefined;
		const known = [...Object.keys(file.fields), ...Object.keys(file.forms)];
		for (const [index, name] of given.what.entries())
			if (!known.includes(name))
				faults.unknown([...path, "what", index], name, "field or form", known);
		const sides = [
			"raising",
			"receiving",
			...roleNames().filter((name) => "office" in (file.roles[name] ?? {})),
		];
		for (const [index, side] of given.to.entries())
			if (!sides.includes(side))
				faults.unknown([...path, "to", index], side, "side", sides);
		return given;
	}

	const clocks: Clock[] = [];

	function readClock(given: StepFile, id: StepId, stage: string, path: Path) {
		const { due } = given;
		if (!due) return;
		const late = readTargets(due.late, stage, [...path, "late"]);
		const base = { id, step: id, strength: due.strength, late };
		if ("on" in due) {
			const field = file.fields[due.on];
			if (field?.type !== "day")
				faults.unknown(
					[...path, "on"],
					due.on,
					"field that is a day",
					Object.keys(file.fields).filter(
						(name) => file.fields[name]?.type === "day",
					),
				);
			clocks.push({ ...base, from: `${id}.opened`, limit: { on: due.on } });
			return;
		}
		const within = readWithin(due.within);
		if (!within)
			faults.add(
				[...path, "within"],
				`“${due.within}” is not a length of time`,
				"Write, for example, “2 working days”, “24 hours”, “5 calendar days”, “1 working week” or “immediately”",
			);
		clocks.push({
			...base,
			from: due.from
				? readEvent(due.from, stage, [...path, "from"])
				: `${id}.opened`,
			limit: {
				within: withCounting(
					within ?? { unit: "immediately" },
					due.counting ?? file.counting,
				),
			},
		});
	}

	function compileStep(
		given: StepFile,
		stage: string,
		name: string,
		path: Path,
	): Step {
		const id = `${stage}.${name}`;
		readClock(given, id, stage, [...path, "due"]);
		const part =
			given.form && given.part
				? file.forms[given.form]?.parts[given.part]
				: undefined;
		if (given.kind === "form" && !part)
			faults.add(
				path,
				`The step “${name}” does not say which part of which form it fills in`,
				`Add “form:” and “part:” with one of: ${Object.entries(file.forms)
					.flatMap(([form, { parts }]) =>
						Object.keys(parts).map((each) => `${form} ${each}`),
					)
					.join(", ")}`,
			);
		const named = given["named-in"];
		if (named && named !== "raised-by" && file.fields[named]?.type !== "person")
			faults.unknown([...path, "named-in"], named, "field that is a person", [
				"raised-by",
				...Object.keys(file.fields).filter(
					(each) => file.fields[each]?.type === "person",
				),
			]);
		const notBy = given["not-by"] ?? [];
		return {
			id,
			name,
			stage,
			kind: given.kind,
			title: given.title,
			says: given.says,
			by: readParty(given.by, [...path, "by"]),
			with:
				given.with === undefined
					? undefined
					: readParty(given.with, [...path, "with"]),
			to: given.to,
			namedIn: named,
			notBy:
				notBy === "everyone-before"
					? notBy
					: notBy.map((each, index) =>
							readStep(each, stage, [...path, "not-by", index]),
						),
			of:
				given.of === undefined
					? undefined
					: readStep(given.of, stage, [...path, "of"]),
			form:
				given.form && given.part
					? { form: given.form, part: given.part }
					: undefined,
			asks: readFields(
				[...(part?.sections.flatMap(({ asks }) => asks) ?? []), ...given.asks],
				[...path, "asks"],
			),
			private: given.private,
			final: given.final,
			recordOnChildsRecord: given["record-on-childs-record"],
			outcomes: Object.entries(given.outcomes).map(
				([outcome, said]): Outcome => {
					const at = [...path, "outcomes", outcome];
					return {
						id: outcome,
						say: said.say,
						asks: readFields(said.asks, [...at, "asks"]),
						sends: readSends(said.sends, [...at, "sends"]),
						acknowledges: said.acknowledges,
						leadsTo: readTargets(said.then, stage, [...at, "then"]),
					};
				},
			),
		};
	}

	const stages = Object.entries(file.stages).map(([id, stage]) => ({
		id,
		number: stage.number,
		title: stage.title,
		says: stage.says,
		formsForbidden: stage.forms === "forbidden",
		steps: Object.entries(stage.steps).map(([name, given]) =>
			compileStep(given, id, name, ["stages", id, "steps", name]),
		),
	}));
	const after = Object.entries(file.afterwards).map(([name, given]) =>
		compileStep(given, afterwards, name, [afterwards, name]),
	);

	const readWhile = (said: string, path: Path): Move["while"][number] => {
		const [verb, name = ""] = said.trim().split(/\s+/);
		if (verb === "end") {
			if (!file.endings[name])
				faults.unknown(path, name, "ending", Object.keys(file.endings));
			return { ending: name };
		}
		if (said.includes(".")) return { step: readStep(said, "", path) };
		if (!file.stages[said])
			faults.unknown(path, said, "stage or step", [
				...Object.keys(file.stages),
				...stepIds,
			]);
		return { stage: said };
	};

	const amount = (said: string, path: Path) => {
		const within = readWithin(said);
		if (!within)
			faults.add(
				path,
				`“${said}” is not a length of time`,
				"Write, for example, “2 working days”",
			);
		return within ?? ({ unit: "immediately" } as const);
	};

	return {
		id: file.protocol,
		version: file.version,
		title: file.title,
		partnership: file.partnership,
		source: file.source,
		about: file.about,
		calendar: file.calendar,
		counting: file.counting,
		words: {
			difference: file.words.difference,
			differences: file.words.differences,
			raising: file.words.raising,
			receiving: file.words.receiving,
			businessUnit: file.words["business-unit"],
		},
		safety: file.safety,
		notFor: Object.entries(file["not-for"]).map(([id, way]) => ({
			id,
			...way,
		})),
		roles: Object.fromEntries(
			Object.entries(file.roles).map(([id, role]) => [
				id,
				"office" in role
					? { id, called: role.called, in: {}, office: role.office }
					: { id, called: role.called, in: role.in, level: role.level },
			]),
		),
		themes: file.themes,
		fields: Object.fromEntries(
			Object.entries(file.fields).map(([id, field]) => [id, { id, ...field }]),
		),
		forms: Object.fromEntries(
			Object.entries(file.forms).map(([id, form]) => [
				id,
				{
					id,
					title: form.title,
					parts: Object.entries(form.parts).map(([part, given]) => ({
						id: part,
						title: given.title,
						by: readParty(given.by, ["forms", id, "parts", part, "by"]),
						sections: given.sections.map((section, index) => ({
							title: section.title,
							asks: readFields(section.asks, [
								"forms",
								id,
								"parts",
								part,
								"sections",
								index,
								"asks",
							]),
						})),
					})),
				},
			]),
		),
		raise: {
			by: file.raise.by,
			asks: readFields(file.raise.asks, ["raise", "asks"]),
			start: readTarget(file.raise.start, "", ["raise", "start"]),
		},
		stages,
		afterwards: after,
		moves: Object.entries(file.moves).map(([id, move]) => {
			const path = ["moves", id];
			return {
				id,
				title: move.title,
				by: move.by.map((each, index) =>
					readParty(each, [...path, "by", index]),
				),
				while: move.while.map((each, index) =>
					readWhile(each, [...path, "while", index]),
				),
				whenLate: move["when-late"],
				once: move.once,
				skips: move.skips,
				private: move.private,
				asks: readFields(move.asks, [...path, "asks"]),
				sends: readSends(move.sends, [...path, "sends"]),
				leadsTo: readTargets(move.then, "", [...path, "then"]),
			};
		}),
		endings: Object.fromEntries(
			Object.entries(file.endings).map(([id, ending]) => {
				const opens = ending.opens;
				const path = ["endings", id, "opens"];
				if (opens && !file.stages[opens.from])
					faults.unknown(
						[...path, "from"],
						opens.from,
						"stage",
						Object.keys(file.stages),
					);
				return [
					id,
					{
						id,
						title: ending.title,
						final: ending.final,
						opens: opens && {
							from: opens.from,
							steps: readTargets(opens.steps, "", [...path, "steps"]),
						},
					},
				];
			}),
		),
		clocks,
		reminders: {
			before: amount(file.reminders.before, ["reminders", "before"]),
			lateEvery: amount(file.reminders["late-every"], [
				"reminders",
				"late-every",
			]),
			noClockEvery: amount(file.reminders["no-clock-every"], [
				"reminders",
				"no-clock-every",
			]),
		},
		report: file.report,
		steps: Object.fromEntries(
			[...stages.flatMap(({ steps }) => steps), ...after].map((step) => [
				step.id,
				step,
			]),
		),
	};
}
