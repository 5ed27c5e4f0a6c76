import { bindingOf } from "../protocol/protocol.ts";
import type { Case, Weighed } from "./case.ts";
import { isDecidedIn, isOverdue } from "./decided.ts";
import type { Period } from "./period.ts";
import { isOnWhatChanged } from "./what-changed.ts";

/** How a difference stood at the end of a period, as was known then. */
export type StoodIn = {
	period: Period;
	/** Raised in it, ended in it, and open at its end. */
	raised: boolean;
	ended: boolean;
	open: boolean;
	/** Not over before it began: whatever happened in it is in one of these. */
	going: boolean;
};

/** What each key figure counts. */
const keyed = {
	raised: (_, { raised }) => raised,
	people: (_, { raised }) => raised,
	formal: ({ facts }, { raised }) => raised && facts.receivedOn !== null,
	ended: (_, { ended }) => ended,
	open: (_, { open }) => open,
	overdue: (one, { open }) => open && isOverdue(one),
	late: (one, { going, period }) => going && hasMissedLimit(one, period),
	"not-safe": ({ facts }, { raised }) => raised && facts.notSafeOn !== null,
} satisfies Record<string, (one: Case, stood: StoodIn) => boolean>;
export type KeyName = keyof typeof keyed;
const allKeyed = Object.entries(keyed);

const hasMissedLimit = ({ facts, protocol }: Case, period: Period): boolean =>
	facts.clocks.some(
		(clock) =>
			(clock.standing === "missed" || clock.standing === "met-late") &&
			bindingOf(clock.strength) === "limit" &&
			isDecidedIn(clock, period) &&
			!isOnWhatChanged(protocol, clock.clock),
	);

/** What a period is compared by with another: its key figures, and by whom what was raised in it was raised. */
export type KeyCounts = {
	/** By key: which differences it counts, and how many people they are about. */
	counts: Map<string, { ids: string[]; people: number }>;
	/** The imports of old logs of which something was raised in it: what each is called, and whether it tells only years. */
	imports: Map<string, { title: string; isUndated: boolean }>;
	raised: Raised[];
};

/** What is kept of a difference that was raised in a period that another is compared with. */
export type Raised = Weighed & Pick<Case, "raising">;

export const noKeyCounts = (): KeyCounts => ({ counts: new Map(), imports: new Map(), raised: [] });

/** Adds a difference to what a period is compared by. @param one as was known at the end of the period */
export function addToKeyCounts(
	{ counts, imports, raised }: KeyCounts,
	one: Case,
	stood: StoodIn,
): void {
	const add = (key: string) => {
		const count = counts.get(key) ?? { ids: [], people: 0 };
		count.ids.push(one.id);
		count.people += one.facts.people;
		counts.set(key, count);
	};
	for (const [key, has] of allKeyed) if (has(one, stood)) add(key);
	if (!stood.raised) return;
	raised.push({ id: one.id, raising: one.raising, facts: { people: one.facts.people } });
	if (!one.imported) return;
	const { id, title } = one.imported.from;
	const isUndated = !one.imported.daysKnown || imports.get(id)?.isUndated === true;
	imports.set(id, { title, isUndated });
	add(keyOfImport(id));
}

/** The key of what was imported from one old log. @param id of the import */
export const keyOfImport = (id: string) => `imported-${id}`;
