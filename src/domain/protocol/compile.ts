import { compileClock, compileStep, readLength } from "./compile-step.ts";
import type { Faults } from "./faults.ts";
import type { ProtocolFile } from "./file.ts";
import { afterwards, type Move, type Protocol } from "./protocol.ts";
import { type Path, type References, referencesIn } from "./references.ts";

/**
 * Turns a file of the right shape into the engine's protocol: every reference resolved, every word of time read.
 * What cannot be resolved is told to `faults`, with its place; the protocol is of use only when there is none.
 */
export function compile(file: ProtocolFile, faults: Faults): Protocol {
	const refer = referencesIn(file, faults);

	const places = [
		...Object.entries(file.stages).flatMap(([stage, { steps }]) =>
			Object.entries(steps).map(([name, given]) => ({
				given,
				stage,
				name,
				path: ["stages", stage, "steps", name],
			})),
		),
		...Object.entries(file.afterwards).map(([name, given]) => ({
			given,
			stage: afterwards,
			name,
			path: [afterwards, name],
		})),
	];
	const steps = places.map((place) => compileStep(file, refer, faults, place));
	const stepsOf = (stage: string) =>
		steps.filter((step) => step.stage === stage);
	for (const [id, field] of Object.entries(file.fields))
		compileField(refer, id, field);

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
		roles: byName(file.roles, (role, id) =>
			"office" in role
				? { id, called: role.called, in: {}, office: role.office }
				: { id, called: role.called, in: role.in, level: role.level },
		),
		themes: file.themes,
		fields: byName(file.fields, (field, id) => ({ id, ...field })),
		forms: byName(file.forms, (form, id) => ({
			id,
			title: form.title,
			parts: Object.entries(form.parts).map(([part, given]) => {
				const path = ["forms", id, "parts", part];
				return {
					id: part,
					title: given.title,
					by: refer.party(given.by, [...path, "by"]),
					sections: given.sections.map(({ title, asks }, index) => ({
						title,
						asks: refer.fields(asks, [...path, "sections", index, "asks"]),
					})),
				};
			}),
		})),
		raise: {
			by: refer.levels(file.raise.by, ["raise", "by"]),
			asks: refer.fields(file.raise.asks, ["raise", "asks"]),
			start: refer.target(file.raise.start, "", ["raise", "start"]),
		},
		stages: Object.entries(file.stages).map(([id, stage]) => ({
			id,
			number: stage.number,
			title: stage.title,
			says: stage.says,
			formsForbidden: stage.forms === "forbidden",
			steps: stepsOf(id),
		})),
		afterwards: stepsOf(afterwards),
		moves: Object.entries(file.moves).map(([id, move]) =>
			compileMove(refer, id, move),
		),
		endings: byName(file.endings, ({ title, final, opens }, id) => {
			const path = ["endings", id, "opens"];
			return {
				id,
				title,
				final,
				opens: opens && {
					from: refer.stage(opens.from, [...path, "from"]),
					steps: refer.targets(opens.steps, "", [...path, "steps"]),
				},
			};
		}),
		clocks: places.flatMap((place) => compileClock(file, refer, faults, place)),
		reminders: {
			before: readLength(faults, file.reminders.before, [
				"reminders",
				"before",
			]),
			lateEvery: readLength(faults, file.reminders["late-every"], [
				"reminders",
				"late-every",
			]),
			noClockEvery: readLength(faults, file.reminders["no-clock-every"], [
				"reminders",
				"no-clock-every",
			]),
		},
		report: file.report,
		steps: Object.fromEntries(steps.map((step) => [step.id, step])),
	};
}

function compileMove(
	refer: References,
	id: string,
	move: ProtocolFile["moves"][string],
): Move {
	const path = ["moves", id];
	return {
		id,
		title: move.title,
		by: move.by.map((each, index) => refer.party(each, [...path, "by", index])),
		while: move.while.map((each, index) =>
			refer.during(each, [...path, "while", index]),
		),
		whenLate: move["when-late"],
		once: move.once,
		skips: move.skips,
		private: move.private,
		asks: refer.fields(move.asks, [...path, "asks"]),
		sends: refer.sends(move.sends, [...path, "sends"]),
		leadsTo: refer.targets(move.then, "", [...path, "then"]),
	};
}

/** A field keeps the words of the file; what they name must exist. */
function compileField(
	refer: References,
	id: string,
	field: ProtocolFile["fields"][string],
): void {
	const path: Path = ["fields", id];
	if (field.from) refer.field(field.from, [...path, "from"]);
	if (field.type === "person") refer.party(field.of, [...path, "of"]);
	if (field.type === "long-text" && field["history-of"])
		refer.stage(field["history-of"], [...path, "history-of"]);
}

const byName = <From, To>(
	group: Record<string, From>,
	change: (value: From, name: string) => To,
): Record<string, To> =>
	Object.fromEntries(
		Object.entries(group).map(([name, value]) => [name, change(value, name)]),
	);
