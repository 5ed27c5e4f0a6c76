import type { Occasion, Party, Protocol, Step, Target } from "../../protocol.ts";

/** Names that a protocol gives to its things, of the older version by those of the newer. */
export type Ids = {
	[Kind in
		| "stage"
		| "step"
		| "ending"
		| "field"
		| "role"
		| "form"
		| "letter"
		| "move"
		| "outcome"]: ReadonlyMap<string, string>;
};

/** Things of two versions that are the same thing, and those that only one of them has. */
export type Matched<T> = {
	pairs: [was: T, now: T][];
	added: T[];
	removed: T[];
};

/**
 * Finds each thing again: by its name in the file, or else by its title when that is the title of one thing alone.
 */
export function match<T>(
	before: readonly T[],
	after: readonly T[],
	idOf: (thing: T) => string,
	titleOf: (thing: T) => string,
): Matched<T> {
	const byId = new Map(after.map((thing) => [idOf(thing), thing]));
	const pairs: [T, T][] = [];
	const lost: T[] = [];
	const found = new Set<T>();
	for (const was of before) {
		const now = byId.get(idOf(was));
		if (now === undefined) {
			lost.push(was);
			continue;
		}
		pairs.push([was, now]);
		found.add(now);
	}
	const lostByTitle = Map.groupBy(lost, titleOf);
	const newByTitle = Map.groupBy(
		after.filter((thing) => !found.has(thing)),
		titleOf,
	);
	for (const [title, [was, ...others]] of lostByTitle) {
		const [now, ...more] = newByTitle.get(title) ?? [];
		if (!was || !now || others.length + more.length > 0) continue;
		pairs.push([was, now]);
		found.add(now);
	}
	const kept = new Set(pairs.map(([was]) => was));
	return {
		pairs,
		added: after.filter((thing) => !found.has(thing)),
		removed: before.filter((thing) => !kept.has(thing)),
	};
}

/** Steps of a stage, of the stages beside or after included. */
const stepsOf = (protocol: Protocol): [stage: string, steps: Step[]][] => [
	...protocol.stages.map(({ id, steps }): [string, Step[]] => [id, steps]),
	["beside", protocol.beside],
	["afterwards", protocol.afterwards],
];

export const matchStages = (before: Protocol, after: Protocol) =>
	match(
		before.stages,
		after.stages,
		({ id }) => id,
		({ title }) => title,
	);

export const matchSteps = (before: Step[], after: Step[]) =>
	match(
		before,
		after,
		({ name }) => name,
		({ title, by }) => `${title} ${by.side} ${by.role}`,
	);

/** Which name of the older version is which of the newer, where it has another. */
export function renamesBetween(before: Protocol, after: Protocol): Ids {
	const renamed = <T>(
		was: readonly T[],
		now: readonly T[],
		idOf: (thing: T) => string,
		titleOf: (thing: T) => string,
	) =>
		new Map(
			match(was, now, idOf, titleOf)
				.pairs.map(([a, b]): [string, string] => [idOf(a), idOf(b)])
				.filter(([a, b]) => a !== b),
		);
	const id = (thing: { id: string }) => thing.id;
	const titled = <T extends { id: string; title: string }>(
		was: Record<string, T>,
		now: Record<string, T>,
	) => renamed(Object.values(was), Object.values(now), id, ({ title }) => title);

	const stage = renamed(before.stages, after.stages, id, ({ title }) => title);
	const stepsAfter = new Map(stepsOf(after));
	const step = new Map<string, string>();
	const outcome = new Map<string, string>();
	for (const [name, steps] of stepsOf(before)) {
		const others = stepsAfter.get(stage.get(name) ?? name) ?? [];
		for (const [was, now] of matchSteps(steps, others).pairs) {
			if (was.id !== now.id) step.set(was.id, now.id);
			for (const [a, b] of renamed(was.outcomes, now.outcomes, id, ({ say }) => say))
				outcome.set(`${was.id}.${a}`, b);
		}
	}
	return {
		stage,
		step,
		outcome,
		ending: titled(before.endings, after.endings),
		field: renamed(
			Object.values(before.fields),
			Object.values(after.fields),
			id,
			({ label, type }) => `${type} ${label}`,
		),
		role: renamed(
			Object.values(before.roles),
			Object.values(after.roles),
			id,
			({ called }) => called,
		),
		form: titled(before.forms, after.forms),
		letter: titled(before.letters, after.letters),
		move: renamed(before.moves, after.moves, id, ({ title }) => title),
	};
}

/** No name is another: for the newer version itself. */
export const sameIds: Ids = {
	stage: new Map(),
	step: new Map(),
	ending: new Map(),
	field: new Map(),
	role: new Map(),
	form: new Map(),
	letter: new Map(),
	move: new Map(),
	outcome: new Map(),
};

/** The newer name of something. */
export const idIn = (ids: Ids, kind: keyof Ids, id: string): string => ids[kind].get(id) ?? id;

/** What a target is, whatever it is called. */
export const targetIn = (ids: Ids, target: Target): string =>
	target.go === "step"
		? `step ${idIn(ids, "step", target.step)}`
		: target.go === "stage"
			? `stage ${idIn(ids, "stage", target.stage)}`
			: target.go === "end"
				? `end ${idIn(ids, "ending", target.ending)}`
				: "stay";

/** Who a party is, whatever their role is called. */
export const partyIn = (ids: Ids, { side, role }: Party): string =>
	`${idIn(ids, "role", side)} ${idIn(ids, "role", role)}`;

/** What an occasion is, whatever its things are called. */
export function occasionIn(ids: Ids, occasion: Occasion): string {
	switch (occasion.is) {
		case "raised":
			return "raised";
		case "stage":
			return `stage ${idIn(ids, "stage", occasion.stage)}`;
		case "field":
			return `field ${idIn(ids, "field", occasion.field)}`;
		case "move":
			return `move ${idIn(ids, "move", occasion.move)}`;
		case "end":
			return `end ${occasion.ending ? idIn(ids, "ending", occasion.ending) : ""}`;
		case "event": {
			const end = occasion.event.lastIndexOf(".");
			const step = occasion.event.slice(0, end);
			return `${idIn(ids, "step", step)}.${ids.outcome.get(occasion.event) ?? occasion.event.slice(end + 1)}`;
		}
	}
}
