import { bindingOf, type Clock, type Side, saidParty } from "../protocol/protocol.ts";
import { type Said, said } from "../said.ts";
import type { Case } from "./case.ts";
import { isOverdue } from "./decided.ts";
import { inPeople, stagesIn } from "./raised-tables.ts";
import {
	alike,
	type CountColumn,
	calledAll,
	everyOne,
	type Group,
	type Tallied,
	tallied,
} from "./report-table.ts";
import type { Words } from "./report-words.ts";
import type { Decided, Reported } from "./reported.ts";
import { medianOf, nobody, quantileOf, several } from "./waiting.ts";
import { isOnWhatChanged } from "./what-changed.ts";

/** How fast it went: each time limit, for whom it waited, and what is open at the end of the period. */
export function speedTables(reported: Reported): Tallied[] {
	return [
		...bindings.flatMap((binding) =>
			limitsTable(reported, {
				binding,
				id: `${binding}s`,
				title: binding === "limit" ? said`Time limits` : said`Targets`,
				of: (clock) => !isOnWhatChanged(reported.protocol, clock),
			}),
		),
		waitingTable(reported),
		openTable(reported),
	];
}

/** How soon it was said what changed: nobody is late with the protocol’s stages by it. */
export const limitsToldApart = (reported: Reported): Tallied[] =>
	bindings.flatMap((binding) =>
		limitsTable(reported, {
			binding,
			id: `changed-${binding}s`,
			title: said`Whether it was said in time what changed for the ${reported.words.person}`,
			of: (clock) => isOnWhatChanged(reported.protocol, clock),
		}),
	);

const bindings = ["limit", "target"] as const;

/**
 * A row for each time limit: of differences in which it was decided in the period, whether it was met. What came round
 * several times in one difference counts once there, by its worst.
 */
function limitsTable(
	reported: Reported,
	told: {
		binding: "limit" | "target";
		id: string;
		title: Said;
		/** Which time limits, by their names. */
		of: (clock: string) => boolean;
	},
): Tallied[] {
	const { going, protocol, words } = reported;
	const { binding } = told;
	const decided = (one: Case, id: string) => reported.decided.get(id)?.get(one) ?? [];
	const rules = protocol.clocks.filter(
		({ id, strength }) => bindingOf(strength) === binding && told.of(id),
	);
	const rows: Group[] = rules.flatMap((rule) => {
		const inThese = reported.decided.get(rule.id);
		return inThese
			? [
					{
						key: rule.id,
						label: titleOf(reported, rule),
						has: (one: Case) => inThese.has(one),
						these: [...inThese.keys()],
					},
				]
			: [];
	});
	if (rows.length === 0) return [];
	const known = going.filter((one) => rows.some(({ has }) => has(one)));
	const verdicts = {
		met: {
			label: binding === "limit" ? said`In time` : said`By the target`,
			worst: ["met", "target-met"],
		},
		late: {
			label: binding === "limit" ? said`Late` : said`After the target`,
			worst: ["met-late", "after-target"],
		},
		open: {
			label: binding === "limit" ? said`Late, and not done` : said`Past the target, not done`,
			worst: ["missed", "target-passed"],
		},
	} as const;
	const columns = (unit: CountColumn["unit"]): CountColumn[] => [
		...Object.entries(verdicts).map(([key, { label }]) => ({
			key: `${key}-${unit}`,
			label,
			unit,
			has: (one: Case, row?: Group) => row !== undefined && worstOf(decided(one, row.key)) === key,
		})),
		{ key: unit, label: calledAll, unit, has: everyOne },
	];
	const worstOf = (clocks: readonly Decided[]): keyof typeof verdicts =>
		(["open", "late", "met"] as const).find((verdict) =>
			clocks.some(({ standing }) =>
				(verdicts[verdict].worst as readonly string[]).includes(standing),
			),
		) ?? "met";
	const daysIn = (these: readonly Case[], row?: Group) =>
		row === undefined
			? []
			: these.flatMap((one) =>
					decided(one, row.key).flatMap(({ days }) => (days === null ? [] : [days])),
				);
	const table = (id: string, title: Said, unit: CountColumn["unit"], counts: string) =>
		tallied({
			id,
			title,
			says: said`${counts} in which a date of this kind fell in the period or was met in it. A row adds up; one ${words.difference} may stand in several rows.`,
			rowsAre: binding === "limit" ? said`Time limit` : said`Target`,
			cases: known,
			rows,
			columns: columns(unit),
			across: unit,
			statistics: [
				{ title: said`Median, in working days`, of: unit, share: 0.5 },
				{ title: said`Nine in ten within`, of: unit, share: 0.9 },
			].map(({ title, of, share }) => ({
				title,
				of,
				days: daysIn,
				value: (days: number[]) => quantileOf(days, share),
			})),
		});
	const { id, title } = told;
	const byDifference = table(id, title, "differences", words.Differences);
	// Where each is about one child, the two are the same table.
	if (!known.some((one) => one.facts.people > 1 && rows.some(({ has }) => has(one))))
		return [byDifference];
	const byPeople = table(`${id}-people`, inPeople(title, words), "people", words.People);
	return [byDifference, alike(byDifference, byPeople)];
}

const titleOf = ({ protocol }: Reported, { title, by }: Clock): Words =>
	by ? said`${title} (${saidParty(protocol, by)})` : title;

/** For whom what ended in the period had waited. */
function waitingTable({ ended, words, protocol, waits: counted }: Reported): Tallied {
	const waits = new Map(
		ended.map((one) => {
			const all = counted.get(one) ?? {};
			// An old log tells how long it took, if at all, and not for whom it waited.
			return [one.id, one.imported ? { [notTold]: sumOf(Object.values(all)) } : all] as const;
		}),
	);
	const inOrder = [...new Set([...waits.values()].flatMap((each) => Object.keys(each)))].sort(
		(one, other) => placeOf(one) - placeOf(other),
	);
	const daysIn = (these: readonly Case[], row?: Group) =>
		these
			.filter(isTimed)
			.map(row ? daysFor(row.key) : (one) => sumOf(Object.values(waits.get(one.id) ?? {})));
	const daysFor = (whom: string) => (one: Case) => waits.get(one.id)?.[whom] ?? 0;
	return tallied({
		id: "waiting",
		title: said`For whom it waited`,
		says: said`${words.Differences} that ended in the period, in working days from when they were raised. A day on which two owed something counts for neither alone, so the days of all rows add up.`,
		rowsAre: said`Waited for`,
		cases: ended,
		rows: inOrder.map((whom) => ({
			key: whom,
			label: whomInWords(protocol, whom),
			has: (one) => daysFor(whom)(one) > 0 || (whom === notTold && one.imported !== undefined),
		})),
		columns: [{ key: "differences", label: words.Differences, has: everyOne, unit: "differences" }],
		statistics: [
			{
				title: said`Median, in working days`,
				of: "differences",
				days: daysIn,
				value: medianOf,
			},
			{
				title: said`All together, in working days`,
				of: "differences",
				adds: true,
				days: daysIn,
				value: (days) => (days.length === 0 ? undefined : sumOf(days)),
			},
		],
		whole: { label: said`From beginning to end`, name: "ended" },
		rowsOverlap: true,
	});
}

const sumOf = (days: number[]): number => days.reduce((sum, each) => sum + each, 0);

/** Whether it says how long it took. */
const isTimed = ({ imported }: Case): boolean => imported?.daysKnown !== false;

/** For whom a form of an old log waited. */
const notTold = "not-told";

const placeOf = (whom: string): number => {
	const at = ["raising", "receiving"].indexOf(whom);
	return at >= 0 ? at : whom === several ? 8 : whom === nobody ? 9 : whom === notTold ? 10 : 2;
};

function whomInWords(protocol: Reported["protocol"], whom: Side): Words {
	if (whom === several) return said`Several at once`;
	if (whom === notTold) return said`Not told: imported from an old log`;
	if (whom === nobody) return said`Nobody: nothing was owed`;
	if (whom === "raising") return said`The agency that raised it`;
	if (whom === "receiving") return said`The agency with which it was raised`;
	return protocol.roles[whom]?.called ?? said`Another agency`;
}

/** What is open at the end of the period. */
const openTable = ({ open, protocol, words }: Reported): Tallied =>
	tallied({
		id: "open",
		title: said`Open at the end of the period`,
		says: said`${words.Differences} that were raised by the end of the period and had not ended, whenever they were raised.`,
		rowsAre: words.Stage,
		cases: open,
		rows: stagesIn(protocol, open, ({ facts }) => facts.stage),
		columns: [
			{ key: "differences", label: words.Differences, has: everyOne, unit: "differences" },
			{ key: "people", label: words.People, has: everyOne, unit: "people", alike: "differences" },
			{
				key: "overdue",
				label: said`Of these past a time limit`,
				has: isOverdue,
				unit: "differences",
				within: "differences",
			},
		],
		whole: { label: calledAll, name: "open" },
	});
