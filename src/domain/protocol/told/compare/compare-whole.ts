import { sayList, startingLarge, withArticle } from "../../../english.ts";
import { type ClockRight, type Protocol, type Way, waysOf } from "../../protocol.ts";
import { sayWithin } from "../../within.ts";
import { nations, sayParties, sayPlaces, sayRaisers, sayWindow } from "../protocol-in-words.ts";
import { idIn, match, partyIn, targetIn } from "./compare-ids.ts";
import {
	asIs,
	asks,
	changed,
	comings,
	compareBy,
	differs,
	fieldLabel,
	list,
	named,
	quoted,
	type Rows,
	type Said,
	sends,
	type Tell,
	title,
	type Version,
	type Versions,
	value,
	word,
	wording,
} from "./compare-rows.ts";

const protocolRows: Rows<Protocol> = {
	id: value(
		15,
		(_, now, was) => `The protocol is called “${now}” in the file, not “${was}”.`,
		asIs,
	),
	version: "elsewhere",
	title,
	partnership: value(30, (_, now, was) => `It is the protocol of ${now}, not of ${was}.`, asIs),
	source: wording(() => "what it was written from"),
	about: wording(() => "what it is for"),
	calendar: value(
		90,
		(_, now, was) => `It keeps the bank holidays of ${now}, not of ${was}.`,
		(calendar) => nations[calendar],
	),
	counting: value(
		90,
		(_, now) =>
			now === "deemed"
				? "A start on a day that is not worked now counts as the next working day."
				: "The day of the start is now day 0, whatever kind of day it is.",
		asIs,
	),
	closureDays: value(
		85,
		(_, now) =>
			now === "counted"
				? "Days on which the partnership’s office is closed are now counted as working days."
				: "Days on which the partnership’s office is closed are no longer counted as working days.",
		asIs,
	),
	words: {
		says: (was, now) =>
			(Object.keys(now) as (keyof Protocol["words"])[])
				.filter((key) => was[key] !== now[key])
				.map((key) => word(`It says “${now[key]}” where it said “${was[key]}”.`, 6)),
	},
	safety: list(
		100,
		(_, items) => `Whom to ring first now says: ${items}.`,
		(_, items) => `Whom to ring first no longer says: ${items}.`,
		({ if: when, call, name }) => `if ${when}, ${name}, ${call}`,
		(contact) => JSON.stringify(contact),
		(items) => items.join("; "),
	),
	guidance: {
		says: (was, now) => {
			const { pairs, added, removed } = match(
				was,
				now,
				({ title }) => title,
				({ says }) => says,
			);
			return [
				...added.map(({ title, says }) => word(`New guidance, “${title}”: “${says}”.`, 9)),
				...removed.map(({ title }) => word(`The guidance “${title}” is gone.`, 9)),
				...pairs.flatMap(([a, b]) => [
					...(a.says === b.says
						? []
						: [word(`The guidance “${b.title}” reads “${b.says}”; it read “${a.says}”.`, 5)]),
					...(a.title === b.title
						? []
						: [word(`The guidance “${a.title}” is now called “${b.title}”.`, 5)]),
				]),
			];
		},
	},
	notFor: {
		says: (was, now) => {
			const { pairs, added, removed } = match(
				was,
				now,
				({ id }) => id,
				(way) => way.if,
			);
			return [
				...added.map(
					(way): Said => ({
						kind: "added",
						weight: 50,
						says: `It is now also not for this: “${way.if}”. ${way.go}`,
					}),
				),
				...removed.map(
					(way): Said => ({
						kind: "removed",
						weight: 50,
						says: `It no longer says that it is not for this: “${way.if}”.`,
					}),
				),
				...pairs.flatMap(([a, b]) => [
					...(a.go === b.go && a.protocol === b.protocol
						? []
						: [
								changed(
									45,
									`Where to go if “${b.if}” is now “${b.go}”${b.protocol ? ` (protocol ${b.protocol})` : ""}, not “${a.go}”${a.protocol ? ` (protocol ${a.protocol})` : ""}.`,
								),
							]),
					...(a.if === b.if
						? []
						: [word(`What it is not for reads “${b.if}”; it read “${a.if}”.`, 7)]),
					...(a.id === b.id
						? []
						: [word(`“${b.if}” is called “${b.id}” in the file; it was called “${a.id}”.`, 2)]),
				]),
			];
		},
	},
	themes: {
		says: (was, now) => named(30, "theme", was, now),
	},
	reminders: {
		says: (was, now) =>
			(
				[
					["before", "before a date"],
					["lateEvery", "while something is late, every"],
					["noClockEvery", "of what has no date, every"],
				] as const
			)
				.filter(([key]) => differs(was[key], now[key]))
				.map(([key, when]) =>
					changed(
						35,
						key === "before"
							? `People are reminded ${sayWithin(now[key])} ${when}, not ${sayWithin(was[key])}.`
							: `People are reminded ${when} ${sayWithin(now[key])}, not ${sayWithin(was[key])}.`,
					),
				),
	},
	clockRights: {
		key: (rights, version) =>
			Object.entries(rights).map(([what, right]) => [what, right && keyOfRight(right, version)]),
		says: (was, now, { before, after }) =>
			(
				[
					["extend", "give more time"],
					["pause", "let the time stand still"],
					["bringForward", "ask for a sooner date"],
				] as const
			)
				.filter(([key]) =>
					differs(
						was[key] && keyOfRight(was[key], before),
						now[key] && keyOfRight(now[key], after),
					),
				)
				.map(([key, doing]) => {
					const say = (right: ClockRight | undefined, of: Protocol) =>
						right ? sayRightShort(of, right) : "nobody";
					return changed(
						60,
						`Who may ${doing}: ${say(now[key], after.protocol)}; before, ${say(was[key], before.protocol)}.`,
					);
				}),
	},
	report: {
		key: (report, { ids }) =>
			report && {
				...report,
				dimensions: report.dimensions.map((id) => idIn(ids, "field", id)),
			},
		says: (was, now, { before, after }) => {
			const say = (report: Protocol["report"], protocol: Protocol): string =>
				report
					? `every ${report.every} to the ${report.to}${report.dimensions.length > 0 ? `, by ${sayList(report.dimensions.map((id) => fieldLabel(id, protocol)))}` : ""}`
					: "not at all";
			return [
				changed(
					30,
					`It is reported on ${say(now, after.protocol)}; before, ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	roles: "elsewhere",
	fields: "elsewhere",
	forms: "elsewhere",
	letters: "elsewhere",
	raise: "elsewhere",
	stages: "elsewhere",
	beside: "elsewhere",
	afterwards: "elsewhere",
	moves: "elsewhere",
	endings: "elsewhere",
	clocks: "elsewhere",
	steps: "elsewhere",
};

const keyOfRight = (right: ClockRight, { ids }: Version) => ({
	...right,
	by: right.by.map((party) => partyIn(ids, party)),
});

const sayRightShort = (protocol: Protocol, { by, atMost, times }: ClockRight): string =>
	`${sayParties(protocol, by)}${atMost ? `, at most ${sayWithin(atMost)} in all` : ""}${times ? `, ${times} times at most` : ""}`;

const areas: Partial<Record<keyof Protocol, string>> = {
	safety: "Whom to ring first",
	notFor: "What it is not for",
	themes: "Themes",
	calendar: "How time is counted",
	counting: "How time is counted",
	closureDays: "How time is counted",
	clockRights: "How time is counted",
	reminders: "Reminders and reports",
	report: "Reminders and reports",
};

export function compareWhole(at: Versions, tell: Tell): void {
	for (const key of Object.keys(protocolRows) as (keyof Protocol)[])
		tell(
			areas[key] ?? "The protocol as a whole",
			compareBy<Partial<Protocol>>(
				{ [key]: protocolRows[key] } as Rows<Partial<Protocol>>,
				at.before.protocol,
				at.after.protocol,
				{ ...at, name: "the protocol" },
			),
		);
}

const wayRows: Rows<Way> = {
	id: "elsewhere",
	title: wording((name) => `the name of ${name}`),
	says: wording((name) => `the guidance for ${name}`),
	by: list(
		70,
		(name, items) => `${startingLarge(name)} may now also be begun by ${items}.`,
		(name, items) => `${startingLarge(name)} may no longer be begun by ${items}.`,
		(role, protocol) => `${protocol.words.raising}’s ${protocol.roles[role]?.called ?? role}`,
		(role, { ids }) => idIn(ids, "role", role),
	),
	asks: {
		...asks(),
		says: (was, now, at) => asks().says(was, now, { ...at, name: startingLarge(at.name) }),
	},
	start: {
		key: (start, { ids }) => targetIn(ids, start),
		says: (was, now, { before, after, name }) => [
			changed(
				85,
				`${startingLarge(name)} now begins at ${sayPlaces(after.protocol, [now])}, not at ${sayPlaces(before.protocol, [was])}.`,
			),
		],
	},
	sends: sends(65),
	window: {
		key: (window, { ids }) =>
			window && {
				...window,
				from: idIn(ids, "field", window.from),
				because: window.because && idIn(ids, "field", window.because),
			},
		says: (_, __, { before, after, name }) => {
			const say = (protocol: Protocol) => {
				const way = waysOf(protocol).find((each) => nameOfWay(each, protocol) === name);
				return (way && sayWindow(protocol, way)) ?? "at any time.";
			};
			return [
				changed(
					80,
					`By when ${name} must be begun has changed. Now: ${say(after.protocol)} Before: ${say(before.protocol)}`,
				),
			];
		},
	},
};

const nameOfWay = (way: Way, protocol: Protocol): string =>
	way.id === undefined ? `raising ${withArticle(protocol.words.difference)}` : `“${way.title}”`;

export function compareWays(at: Versions, tell: Tell): void {
	const ways = (protocol: Protocol) =>
		waysOf(protocol).map((way) => ({ ...way, id: way.id ?? "" }));
	const matched = match(
		ways(at.before.protocol),
		ways(at.after.protocol),
		({ id }) => id,
		(way) => way.title ?? "",
	);
	const area = "How it begins";
	tell(
		area,
		comings(matched, 75, {
			isNew: (way) => `New way to begin: “${way.title}” (${sayRaisers(at.after.protocol, way)}).`,
			isGone: (way) => `The way to begin “${way.title}” is gone.`,
			idOf: ({ id }) => id,
			name: ({ title }) => quoted(title ?? ""),
		}),
	);
	for (const [was, now] of matched.pairs)
		tell(
			area,
			compareBy(wayRows, was, now, {
				...at,
				name:
					now.id === ""
						? `raising ${withArticle(at.after.protocol.words.difference)}`
						: `“${now.title}”`,
			}),
		);
}
