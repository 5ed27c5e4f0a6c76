import type { DayLimit, Limit } from "../calendar/limit.ts";
import type { Faults } from "./faults.ts";
import type { ProtocolFile } from "./file.ts";
import type { Clock, Outcome, Step } from "./protocol.ts";
import { named, type Path, type References } from "./references.ts";
import { readWithin } from "./within.ts";

type StepFile = ProtocolFile["stages"][string]["steps"][string];
type DueFile = NonNullable<StepFile["due"]>;

/** A step as the file has it, and where it stands there. */
type Place = { given: StepFile; stage: string; name: string; path: Path };

/** A step with every name in it resolved. */
export function compileStep(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	{ given, stage, name, path }: Place,
): Step {
	const part = partFilledIn(file, faults, { given, stage, name, path });
	const notBy = given["not-by"] ?? [];
	return {
		id: `${stage}.${name}`,
		name,
		stage,
		kind: given.kind,
		title: given.title,
		says: given.says,
		by: refer.party(given.by, [...path, "by"]),
		with:
			given.with === undefined
				? undefined
				: refer.party(given.with, [...path, "with"]),
		to: given.to,
		namedIn: readNamedIn(refer, given["named-in"], [...path, "named-in"]),
		notBy:
			notBy === "everyone-before"
				? notBy
				: notBy.map((each, index) =>
						refer.step(each, stage, [...path, "not-by", index]),
					),
		of:
			given.of === undefined
				? undefined
				: refer.step(given.of, stage, [...path, "of"]),
		form:
			given.form && given.part
				? { form: given.form, part: given.part }
				: undefined,
		asks: [
			...(part?.sections.flatMap(({ asks }) => asks) ?? []),
			...refer.fields(given.asks, [...path, "asks"]),
		],
		private: given.private,
		final: given.final,
		recordOnChildsRecord: given["record-on-childs-record"],
		outcomes: Object.entries(given.outcomes).map(([id, said]): Outcome => {
			const at = [...path, "outcomes", id];
			return {
				id,
				say: said.say,
				asks: refer.fields(said.asks, [...at, "asks"]),
				sends: refer.sends(said.sends, [...at, "sends"]),
				acknowledges: said.acknowledges,
				leadsTo: refer.targets(said.then, stage, [...at, "then"]),
			};
		}),
	};
}

/** The clock that a step is held to, when it has one. */
export function compileClock(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	{ given, stage, name, path }: Place,
): Clock[] {
	const { due } = given;
	if (!due) return [];
	const id = `${stage}.${name}`;
	const at = [...path, "due"];
	return [
		{
			id,
			step: id,
			strength: due.strength,
			late: refer.targets(due.late, stage, [...at, "late"]),
			...startAndLimit(file, refer, faults, { due, stage, id, path: at }),
		},
	];
}

function startAndLimit(
	file: ProtocolFile,
	refer: References,
	faults: Faults,
	at: { due: DueFile; stage: string; id: string; path: Path },
): Pick<Clock, "from" | "limit"> {
	const { due, stage, id, path } = at;
	const opened = `${id}.opened`;
	if ("on" in due)
		return {
			from: opened,
			limit: { on: refer.fieldThatIs("day", due.on, [...path, "on"]) },
		};
	const within = readLength(faults, due.within, [...path, "within"]);
	return {
		from: due.from ? refer.event(due.from, stage, [...path, "from"]) : opened,
		limit: {
			within: withSettings(within, {
				counting: due.counting ?? file.counting,
				cutOff: due["cut-off"] ?? file["cut-off"],
				dueTime: due["due-time"] ?? file["due-time"],
			}),
		},
	};
}

/** A length of time; one that cannot be read is told to `faults`. */
export function readLength(faults: Faults, said: string, path: Path): Limit {
	const within = readWithin(said);
	if (!within)
		faults.add(
			path,
			`“${said}” is not a length of time`,
			"Write, for example, “2 working days”, “24 hours”, “5 calendar days”, “1 working week” or “immediately”",
		);
	return within ?? { unit: "immediately" };
}

/** Says how days are counted and when a day ends; hours and "immediately" have no days. */
const withSettings = (
	limit: Limit,
	settings: Pick<DayLimit, "counting" | "cutOff" | "dueTime">,
): Limit =>
	limit.unit === "hours" || limit.unit === "immediately"
		? limit
		: { ...limit, ...settings };

function readNamedIn(
	refer: References,
	said: string | undefined,
	path: Path,
): string | undefined {
	return said === undefined || said === "raised-by"
		? said
		: refer.fieldThatIs("person", said, path);
}

/** The part of a form that a step fills in. A form step must have one; a part that is named must exist. */
function partFilledIn(
	file: ProtocolFile,
	faults: Faults,
	{ given, name, path }: Place,
) {
	const part = named(named(file.forms, given.form)?.parts ?? {}, given.part);
	if (!part && (given.kind === "form" || given.form || given.part))
		faults.add(
			path,
			given.form || given.part
				? `There is no part “${given.part ?? ""}” of a form “${given.form ?? ""}”`
				: `The step “${name}” does not say which part of which form it fills in`,
			`Give “form:” and “part:” one of: ${
				Object.entries(file.forms)
					.flatMap(([form, { parts }]) =>
						Object.keys(parts).map((each) => `${form} ${each}`),
					)
					.join(", ") || "the forms that you add under “forms:”"
			}`,
		);
	return part;
}
