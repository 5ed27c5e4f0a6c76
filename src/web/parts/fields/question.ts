import type { Calendar } from "../../../domain/calendar/calendar.ts";
import { sayDate } from "../../../domain/calendar/day-in-words.ts";
import { type Finding, findingsIn } from "../../../domain/difference/acts/findings.ts";
import { type Names, sayRole, withAgencyNames } from "../../../domain/difference/told/words.ts";
import type { Conflict } from "../../../domain/difference/who/conflicts.ts";
import { sayList, startingLarge } from "../../../domain/english.ts";
import { answersForAgency, type Level } from "../../../domain/people/viewer.ts";
import { isOfRank } from "../../../domain/people/who-answers.ts";
import type { Answer, Answers } from "../../../domain/protocol/answers.ts";
import { type Condition, holds } from "../../../domain/protocol/condition.ts";
import {
	attended,
	type Field,
	fieldOf,
	type Protocol,
	panelMembers,
	type Side,
	type Step,
	writtenParty,
} from "../../../domain/protocol/protocol.ts";
import { sayAs } from "../../../domain/protocol/told/say-answer.ts";
import type { Agency } from "../../../store/agencies.ts";
import type { Person } from "../../../store/people.ts";
import { say } from "../../kit/say.tsx";

/** A field of the protocol, as a page asks it. */
export type Question = {
	field: Field;
	/** What its inputs are called, and begin with where there are several. */
	name: string;
	/** The field's label, with the agencies by their names. */
	label: string;
	/** It is asked only in this case, which goes by other questions of the same act. */
	when?: Condition | undefined;
	/** Whom a person, or a member of a meeting or panel, may be chosen from; empty for every other type. */
	people: Person[];
	/** Whoever asks is shown nobody of the directory, whether or not somebody could be chosen. */
	namesAreTyped?: boolean | undefined;
	/** What is to be known before one of these people is chosen: away until when, named already. By their id. */
	toKnow?: ReadonlyMap<string, string> | undefined;
	/** What is found in an answer that reads well: what cannot be, and what is to be confirmed. */
	findings?: ((answer: Answer) => Finding[]) | undefined;
	/** The agencies of the partnership, where one or several may be chosen. */
	agencies?: Agency[] | undefined;
	/** Only agencies of the directory can be chosen: they are told of it. */
	isListedOnly?: boolean | undefined;
	/** What is known of whoever must be there, where members are asked. */
	members?: MembersAsked | undefined;
};

/** Who must be at a meeting or on a panel, and which agencies they may come from. */
export type MembersAsked = {
	/** In what somebody can be there: as the rules compare it, and in words. Empty where anything may be typed. */
	as: { value: string; text: string }[];
	/** The rows that a page begins with, by what each is there as. */
	rows: string[];
	/** Whether an interest is asked for. */
	interests: boolean;
	/** The agencies of the partnership, which are known by name. */
	agencies: Agency[];
};

/** What questions are made from. */
export type Asking = {
	protocol: Protocol;
	/** The two agencies by name. */
	names: Pick<Names, "agencies">;
	/** The agency of a side, by identifier; null where there is none. */
	agencyOf: (side: Side) => string | null;
	/** People of the other side of the same agency, who are not asked for on this one. */
	barred?: (side: Side) => string[];
	directory: Person[];
	/** Whoever is asked may not read who works where: see `Question`. */
	namesAreTyped?: boolean | undefined;
	/** The other side than that which acted last, and the level of whoever did: their opposite number is proposed first. */
	opposite?: { side: Side; level: Level } | undefined;
	/** People who are named in it already, as far as whoever is asked may know. */
	involved?: ReadonlySet<string> | undefined;
	/** Who has a conflict of interest in it, and which, as far as whoever is asked may know. */
	conflicts?: ReadonlyMap<string, Conflict> | undefined;
	calendar: Calendar;
	/** The time at which it is asked. */
	now: Temporal.ZonedDateTime;
	/** ISO instant; undefined while it is being raised. */
	raisedAt?: string | undefined;
	/** When the answer that is put right was entered first: ISO instant. */
	enteredAt?: string | undefined;
	/** What is offered as a start, by field: whatever of it stays was entered before, and is not doubted again. */
	earlier?: Answers | undefined;
	/** The agencies of the partnership, where one may be named. */
	allAgencies: Agency[];
	/** The step that asks, where it asks who was there. */
	attendance?: Step | undefined;
};

export function questionOf(asking: Asking, id: string, name = id): Question {
	const { protocol, names, directory, allAgencies, attendance } = asking;
	const field = fieldOf(protocol, id);
	const label = withAgencyNames(protocol, names, field.label);
	const people =
		field.type === "person"
			? oppositeFirst(asking, field.of, peopleOnOffer(asking, field.of))
			: field.type === "members" && attendance
				? directory
				: [];
	return {
		field,
		name,
		label,
		findings: (answer) => findingsIn(asking, { ...field, label }, answer, asking.earlier?.[id]),
		people,
		...(asking.namesAreTyped && { namesAreTyped: true }),
		toKnow: new Map(
			people.flatMap((person) => {
				const said = sayToKnow(asking, person);
				return said === "" ? [] : [[person.id, said] as const];
			}),
		),
		...((field.type === "agency" || field.type === "agencies") && {
			isListedOnly: protocol.involved?.chosenIn.includes(id) === true,
			// The partnership's own office is everybody's, and the two agencies are in it already.
			agencies: allAgencies.filter(
				({ id: agency, sector }) =>
					sector !== "partnership" &&
					!(
						protocol.involved?.chosenIn.includes(id) &&
						[asking.agencyOf("raising"), asking.agencyOf("receiving")].includes(agency)
					),
			),
		}),
		...(field.type === "members" &&
			attendance && {
				members: {
					...whoMustBeThere(protocol, names, id, attendance),
					agencies: allAgencies,
				},
			}),
	};
}

/**
 * The opposite number first: of the other agency whoever is of the same level as the one who raised it or took it on last.
 */
function oppositeFirst({ opposite }: Asking, party: string, people: Person[]): Person[] {
	if (!opposite || party.split(" ")[0] !== opposite.side) return people;
	const isOpposite = ({ level }: Person) => level === opposite.level;
	return [...people.filter(isOpposite), ...people.filter((person) => !isOpposite(person))];
}

/** That somebody is away, and that they have a conflict of interest, or had a part in it already and so may have one. */
const sayToKnow = ({ directory, involved, conflicts }: Asking, { id, away }: Person): string =>
	[
		...(away ? [sayAway(away, directory)] : []),
		...sayConflict(conflicts?.get(id), involved?.has(id) === true),
	].join(" ");

function sayConflict(conflict: Conflict | undefined, isNamed: boolean): string[] {
	if (conflict === "declared")
		return [say`Has a conflict of interest in this. Choose somebody else.`];
	if (conflict === "their-decision")
		return [say`It is their decision that is challenged. Choose somebody else.`];
	return isNamed
		? [
				say`Already named in this. If it is their decision that is challenged, choose somebody else.`,
			]
		: [];
}

/** "Away until 11 December 2026. Farah Qureshi stands in." */
function sayAway({ until, deputies }: NonNullable<Person["away"]>, directory: Person[]): string {
	const names = directory.flatMap(({ id, name }) => (deputies.includes(id) ? name : []));
	const instead =
		names.length > 0
			? `${sayList(names)} ${names.length > 1 ? "stand" : "stands"} in.`
			: say`Nobody is named to stand in.`;
	return say`Away until ${sayDate(until)}. ${instead}`;
}

/** Whom a meeting or a panel needs, as choices and as rows to begin with. */
function whoMustBeThere(
	protocol: Protocol,
	names: Pick<Names, "agencies">,
	field: string,
	{ attends, panel, chair }: Step,
): Omit<MembersAsked, "agencies"> {
	const inWords = { ...names, people: new Map() };
	const isPanel = field === panelMembers && panel !== undefined;
	const wanted = isPanel
		? panel.of.map((role) => ({ value: role, text: sayAs(protocol, role) }))
		: attends.map((party) => ({
				value: writtenParty(party),
				text: sayRole(protocol, inWords, party),
			}));
	const chairs =
		chair && !wanted.some(({ value }) => value === writtenParty(chair))
			? [
					{
						value: writtenParty(chair),
						text: `${sayRole(protocol, inWords, chair)} (chair)`,
					},
				]
			: [];
	return {
		as: [...wanted, ...chairs].map(({ value, text }) => ({ value, text: startingLarge(text) })),
		rows: Array.from(
			{ length: Math.max(wanted.length, isPanel ? panel.quorum : 1) },
			(_, index) => wanted[index]?.value ?? "",
		),
		interests: field !== attended,
	};
}

/**
 * Who of the directory fits a party such as `receiving manager`. Practitioners are asked for by what
 * they know of the child: anybody of their agency may be the one, those of that level first.
 */
function peopleOnOffer({ protocol, agencyOf, barred, directory }: Asking, party: string): Person[] {
	const [side = "", named = side] = party.split(" ");
	const role = protocol.roles[named];
	if (role?.office !== undefined)
		return directory.filter(({ offices }) => offices.includes(role.office));
	const agency = agencyOf(side);
	const elsewhere = barred?.(side) ?? [];
	const ours = directory.filter(
		({ id, agencyId }) => agencyId === agency && !elsewhere.includes(id),
	);
	if (!role) return ours;
	const { post } = role;
	if (post !== undefined) return ours.filter(({ offices }) => offices.includes(post));
	if (role.level.level !== "practitioner") {
		const isAtLevel = (person: Person) => isOfRank(person, role.level);
		const own = ours.filter(isAtLevel);
		if (own.length > 0) return own;
		// A small agency has nobody: its proxy agency answers, or who may step in for a post that nobody holds.
		return [
			...(role.level.posts.length > 0 ? ours.filter(answersForAgency) : []),
			...(role.proxy && agency !== null
				? directory.filter(
						(person) => (person.proxyFor ?? []).includes(agency) && isAtLevel(person),
					)
				: []),
		];
	}
	return [
		...ours.filter(({ level }) => level === "practitioner"),
		...ours.filter(({ level }) => level !== "practitioner"),
	];
}

/**
 * Whether a question is asked, by what is answered to those that stand with it; one whose case goes by a question that
 * stands elsewhere is.
 */
export const isAsked = ({ when = {} }: Question, beside: Question[], answers: Answers): boolean =>
	holds(
		Object.fromEntries(
			Object.entries(when).filter(([of]) => beside.some(({ field }) => field.id === of)),
		),
		{ answers },
	);

/** The input that says of what was entered in another that it is right, although it is doubted: it holds just that. */
export const isRight = (name: string): string => `${name}-right`;

const partsOfName =
	/^-(?:day|month|year|time|name|find|right|\d{1,6}-[a-zA-Z][a-zA-Z0-9.]*(?:-(?:day|month|year|right))?)$/;

/** Whether an input belongs to the question of that name: `children-0-name` to `children`, not to `child`. */
export const isInputOf = (name: string, input: string): boolean =>
	input === name || (input.startsWith(name) && partsOfName.test(input.slice(name.length)));
