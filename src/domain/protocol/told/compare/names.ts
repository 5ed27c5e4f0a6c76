/** Which thing of one version is which of the other, whatever it is called in the file. */
import type { Protocol, Step } from "../../protocol.ts";
import { field, form, letter, level, role } from "../table/asked.ts";
import type { Kind } from "../table/row.ts";
import { outcome, stage, step } from "../table/steps.ts";
import { ending, move } from "../table/ways.ts";

/** Things of two versions that are the same thing, and those that only one of them has. */
export type Matched<T> = {
	pairs: [was: T, now: T][];
	added: T[];
	removed: T[];
};

/**
 * Finds each thing again: by its name in the file, or else by what it is known by when that is true of one thing alone.
 */
export function match<T>(
	{ idOf, knownBy }: Pick<Kind<T>, "idOf" | "knownBy">,
	before: readonly T[],
	after: readonly T[],
): Matched<T> {
	const byId = new Map(after.map((thing) => [idOf(thing), thing]));
	const found = new Map<T, T>();
	for (const was of before) {
		const now = byId.get(idOf(was));
		if (now !== undefined) found.set(was, now);
	}
	const kept = new Set(found.values());
	const newOnes = Map.groupBy(
		after.filter((thing) => !kept.has(thing)),
		knownBy,
	);
	const lost = Map.groupBy(
		before.filter((thing) => !found.has(thing)),
		knownBy,
	);
	for (const [known, [was, ...others]] of lost) {
		const [now, ...more] = newOnes.get(known) ?? [];
		if (!was || !now || others.length + more.length > 0) continue;
		found.set(was, now);
		kept.add(now);
	}
	return {
		pairs: before.flatMap((was): [T, T][] => {
			const now = found.get(was);
			return now === undefined ? [] : [[was, now]];
		}),
		added: after.filter((thing) => !kept.has(thing)),
		removed: before.filter((thing) => !found.has(thing)),
	};
}

/** What a thing is called in the newer file. */
type NewName = (
	kind:
		| "stage"
		| "step"
		| "outcome"
		| "ending"
		| "field"
		| "level"
		| "role"
		| "form"
		| "letter"
		| "move",
	id: string,
) => string;

/**
 * Both versions with the names of the newer file in the place of every title: what a row says of these differs
 * only where the thing itself does, and not because something that it mentions has another title or name.
 *
 * @returns also whether anything has another name in the file: where nothing has, what is written alike is alike
 */
export function byFileNames(
	before: Protocol,
	after: Protocol,
): { before: Protocol; after: Protocol; isRenamed: boolean } {
	const names = new Map<string, string>();
	const note = <T>(
		what: Parameters<NewName>[0],
		kind: Kind<T>,
		was: readonly T[],
		now: readonly T[],
		idOf = kind.idOf,
	): [T, T][] => {
		const { pairs } = match(kind, was, now);
		for (const [a, b] of pairs) names.set(`${what} ${idOf(a)}`, idOf(b));
		return pairs;
	};
	const noteSteps = (was: Step[], now: Step[]) => {
		for (const [a, b] of note("step", step, was, now, ({ id }) => id)) {
			for (const [one, other] of match(outcome, a.outcomes, b.outcomes).pairs)
				names.set(`outcome ${a.id}.${one.id}`, `${b.id}.${other.id}`);
		}
	};
	for (const [a, b] of note("stage", stage, before.stages, after.stages))
		noteSteps(a.steps, b.steps);
	noteSteps(before.beside, after.beside);
	noteSteps(before.afterwards, after.afterwards);
	const { values } = Object;
	note("ending", ending, values(before.endings), values(after.endings));
	note("field", field, values(before.fields), values(after.fields));
	note("level", level, before.levels, after.levels);
	note("role", role, values(before.roles), values(after.roles));
	note("form", form, values(before.forms), values(after.forms));
	note("letter", letter, values(before.letters), values(after.letters));
	note("move", move, before.moves, after.moves);
	return {
		before: titledByFile(before, (kind, id) => names.get(`${kind} ${id}`) ?? id),
		after: titledByFile(after, (_, id) => id),
		isRenamed: [...names].some(([was, now]) => was.slice(was.indexOf(" ") + 1) !== now),
	};
}

function titledByFile(protocol: Protocol, newName: NewName): Protocol {
	const titled =
		(kind: Parameters<NewName>[0]) =>
		<T extends { id: string }>(thing: T): T & { title: string } => ({
			...thing,
			title: newName(kind, thing.id),
		});
	const { stages, moves, endings, letters, forms, fields, levels, roles, steps, words } = protocol;
	return {
		...protocol,
		words: mapped(words, (_, word) => word),
		stages: stages.map((each) => ({ ...titled("stage")(each), number: undefined })),
		moves: moves.map(titled("move")),
		endings: mapped(endings, titled("ending")),
		letters: mapped(letters, titled("letter")),
		forms: mapped(forms, (each) => ({
			...titled("form")(each),
			parts: each.parts.map((part) => ({ ...part, title: part.id })),
		})),
		fields: mapped(fields, (each) => ({
			...each,
			label: newName("field", each.id),
			...("options" in each && { options: mapped(each.options, (_, option) => option) }),
		})),
		levels: levels.map((each) => ({ ...each, called: newName("level", each.id) })),
		roles: mapped(roles, (each) => ({ ...each, called: newName("role", each.id) })),
		steps: mapped(steps, (each) => ({
			...titled("step")(each),
			outcomes: each.outcomes.map((one) => ({
				...one,
				say: newName("outcome", `${each.id}.${one.id}`),
			})),
		})),
	};
}

const mapped = <Things extends Record<string, unknown>>(
	things: Things,
	map: (thing: Things[string], name: string) => Things[string],
): Things =>
	Object.fromEntries(
		Object.entries(things).map(([name, thing]) => [name, map(thing as Things[string], name)]),
	) as Things;
