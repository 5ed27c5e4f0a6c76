/**
 * Who answers for what: the only place that knows levels, posts, proxies, deputies and absences. From it follow who
 * may act, who may read, who is told and reminded, and what stands in My work.
 *
 * A `Seat` is a role in one difference; a `Duty` is something owed in it. `answersIn` says how one person answers in a
 * seat; `mayAnswer` whether somebody may do a duty; `assigneesOf` who is asked for it; `maySee` who reads what a side
 * may read.
 */
import {
	type Actor,
	actingAs,
	answeringAmong,
	answersForAgency,
	atLeast,
	headOf,
	type Level,
	officesRead,
} from "./viewer.ts";

/** Who is high enough inside an agency: whoever is of a level of the directory or above, and the holders of some posts. */
export type Rank = {
	/** The least level; null where posts alone are meant, or, without any, everybody of the agency or office. */
	level: Level | null;
	/** Whoever holds one of these is of the rank, whatever the directory has as their level. */
	posts: readonly string[];
};

/** A place that people fill: a role of one of a difference's agencies, or of an office of the partnership. */
export type Seat = Rank & {
	/** The agency whose people answer; null where an office does. */
	agency: string | null;
	office: string | null;
	/** Only somebody with this post. */
	post: string | null;
	/** Whether the agency that answers for a small one does so here. */
	proxy: boolean;
	/** The least level that reads of it; left out or null when everybody of the agency may who sees the difference. */
	readFrom?: Level | null | undefined;
	/** The office that gives it to one of a pool: nobody else of the pool answers, nor reads of it. */
	givenBy?: string | null | undefined;
};

/** Something that is owed in one difference, and whose it is. */
export type Duty = Seat & {
	/** The person it was given to. */
	person: string | null;
	/** It is only theirs, while they are there; else it is offered to them first. */
	onlyTheirs?: boolean | undefined;
	/** People named in the difference: what is a practitioner's is theirs, and no colleague's. */
	named: readonly string[];
	/**
	 * Who may not do it: people because of what they did before or of a conflict of interest, and agencies that are part of it
	 * with all their people.
	 */
	barred: readonly string[];
	/** The people who alone may know of the difference, while it is sealed. */
	knownOnlyTo?: readonly string[] | null | undefined;
};

/**
 * How somebody answers in a role: `by-role` is asked first; `may-step-in` may do it, and is asked when nobody else is
 * there; `no` neither may nor learns of it.
 */
export type Answering = "by-role" | "may-step-in" | "no";

type Ranked = Pick<Actor, "level" | "safeguardingLead" | "offices" | "posts">;

/** Whether somebody is of a rank or above; safeguarding leads are as managers are. */
export const isOfRank = (one: Ranked, { level, posts }: Rank): boolean =>
	(level === null
		? posts.length === 0
		: level === "manager"
			? answersForAgency(one)
			: atLeast(one.level, level)) ||
	posts.some((post) => (one.posts ?? one.offices).includes(post));

/** Whether somebody is of a seat's agency or office, or of the agency that answers for it, and of a level that reads of it. */
export const belongsTo = (seat: Seat, one: Actor): boolean =>
	seat.agency === null
		? seat.office !== null && one.offices.includes(seat.office)
		: (one.agencyId === seat.agency || isProxyFor(seat, one)) &&
			(!seat.readFrom || isOfRank(one, { level: seat.readFrom, posts: [] }));

const isProxyFor = ({ agency, proxy }: Seat, one: Actor): boolean =>
	proxy && agency !== null && (one.proxyFor ?? []).includes(agency);

/**
 * How somebody answers in a role, as themself alone. Those of its level and above do by role, and those whose post is of
 * it. A practitioner's is for those named in the difference: colleagues do not learn of each other's differences, but
 * whoever answers for the agency may step in. Nor does somebody whom the directory has as a practitioner learn by a post of
 * a difference that does not name them. A pool's is for those of it who are named.
 *
 * @param named people named in the difference
 */
export function answersIn(seat: Seat, named: readonly string[], one: Actor): Answering {
	const isOfPost = seat.post === null || (one.posts ?? one.offices).includes(seat.post);
	if (!belongsTo(seat, one) || !isOfPost) return "no";
	if (isEverybodys(seat)) return !seat.givenBy || named.includes(one.id) ? "by-role" : "no";
	if (seat.level !== "practitioner")
		return isOfRank(one, seat) && (answersForAgency(one) || named.includes(one.id))
			? "by-role"
			: "no";
	return named.includes(one.id) ? "by-role" : answersForAgency(one) ? "may-step-in" : "no";
}

/**
 * How somebody answers for a duty, as themself alone. Where it asks for a post that nobody who is there holds, whoever
 * answers for the agency may step in: a conference chair who has left must not leave it to nobody, and one who is there
 * is not overruled. So they may where posts are of its level and nobody who answers for the agency and is there is of that
 * level or above. What an office owes its head may do where everybody of it who is there is barred. What is one person's alone is so while they are there; of a pool nobody else takes it up, but
 * whoever gives it may step in, or give it to another. Whoever answers by a link does what was given to them alone.
 */
function answersFor(duty: Duty, one: Actor): Answering {
	const { person, onlyTheirs, givenBy } = duty;
	if (one.onlyIn !== undefined && one.id !== person) return "no";
	if (onlyTheirs && one.id !== person) {
		const isFree = person === null || one.notThere?.includes(person) === true;
		if (givenBy) return isFree && one.offices.includes(givenBy) ? "may-step-in" : "no";
		if (!isFree) return "no";
	}
	const answers = answersIn(duty, duty.named, one);
	if (answers === "no" && duty.office !== null && isLeftToHead(duty, one)) return "may-step-in";
	if (answers !== "no" || !answersForAgency(one) || one.agencyId !== duty.agency) return answers;
	const isFree =
		duty.post === null
			? isVacant(duty, one)
			: one.postsThere?.includes(duty.post) === false &&
				answersIn({ ...duty, post: null }, duty.named, one) !== "no";
	return isFree ? "may-step-in" : "no";
}

/** Whether somebody heads the office that owes something, and all of it who are there are barred; false where nobody is there. */
function isLeftToHead(duty: Duty, { headsPeople }: Actor): boolean {
	const theirs = headsPeople?.[duty.office ?? ""] ?? [];
	return theirs.length > 0 && theirs.every((each) => isBarred(duty, each));
}

/** Whether posts are of a rank, and nobody is there who is of it or above; false where that is not known. */
const isVacant = ({ level, posts }: Rank, { answeringThere }: Actor): boolean =>
	posts.length > 0 &&
	answeringThere !== undefined &&
	!posts.some((post) => answeringThere.posts.includes(post)) &&
	(level === null || !answeringThere.levels.some((there) => atLeast(there, level)));

/**
 * Whether somebody is kept from a duty, whatever their role: for what they did before, for a conflict of interest, for the
 * agency that they are of, or because it is sealed and they are not among those who may know.
 */
export const isBarred = (
	{ barred, knownOnlyTo }: Pick<Duty, "barred" | "knownOnlyTo">,
	{ id, agencyId }: Pick<Actor, "id" | "agencyId">,
): boolean =>
	barred.includes(id) ||
	barred.includes(agencyId) ||
	(knownOnlyTo != null && !knownOnlyTo.includes(id));

/** Whether somebody, or one of those for whom they stand in, answers in a role and is not barred from it. */
export const mayAnswerIn = (duty: Duty, actor: Actor): boolean =>
	!isBarred(duty, actor) &&
	actingAs(actor).some((one) => !isBarred(duty, one) && answersIn(duty, duty.named, one) !== "no");

/** Whether a duty was given to somebody by name, or to one of those for whom they stand in. */
export const wasGiven = (duty: Duty, actor: Actor): boolean =>
	actingAs(actor).some((one) => one.id === duty.person && belongsTo(duty, one));

/** Whether a duty is somebody's to do, but for what bars them. */
export const isTheirs = (duty: Duty, actor: Actor): boolean =>
	wasGiven(duty, actor) || actingAs(actor).some((one) => answersFor(duty, one) !== "no");

/** Whether somebody may do what is owed. Whoever stands in for another is held to what bars that person, too. */
export const mayAnswer = (duty: Duty, actor: Actor): boolean =>
	!isBarred(duty, actor) &&
	isTheirs(duty, {
		...actor,
		standsInFor: (actor.standsInFor ?? []).filter((one) => !isBarred(duty, one)),
	});

/**
 * Whether somebody sees what a side may read: of an agency those who answer for it and those who are named, also those
 * of the agency that answers for a small one; of an office its holders and whoever heads it, of a pool those who are named;
 * and whoever stands in for one of these.
 *
 * @see docs/architecture.md, "Who answers, who sees, who is told"; `visibleTo` in store/differences.ts asks the same of rows
 */
export const maySee = (
	side: Pick<Seat, "agency" | "office" | "readFrom" | "givenBy"> & {
		closedTo?: readonly string[] | undefined;
	},
	named: readonly string[],
	actor: Actor,
): boolean => {
	const seat = { ...side, level: null, posts: [], post: null, proxy: true };
	return actingAs(actor).some((one) =>
		side.agency === null
			? side.office !== null &&
				officesRead(one).includes(side.office) &&
				side.closedTo?.includes(one.agencyId) !== true &&
				(!side.givenBy || named.includes(one.id))
			: belongsTo(seat, one) && (answersForAgency(one) || named.includes(one.id)),
	);
};

/** Whether it is everybody's of the agency or office that owes it, whatever their level and posts. */
export const isEverybodys = ({ level, posts }: Rank): boolean =>
	level === null && posts.length === 0;

/**
 * Whether somebody may be asked where they are neither named nor were given it, stand in for nobody and it is not
 * everybody's. Of a large agency these are few.
 */
export const mayBeAskedUnnamed = (one: Ranked): boolean =>
	answersForAgency(one) || one.offices.length > 0;

/** Somebody of the directory, with who stands in for them where they are away. */
export type Listed = Actor & { away?: { deputies: readonly string[] } | undefined };

/**
 * Who is asked for a duty, told of it and reminded: the one it was given to; where it was given to nobody, all who
 * answer by role. For whoever is away their deputies are asked as well. Where nobody of these is there, because they
 * are away without a deputy or have left, the next are asked too: those who answer by role, then whoever answers for
 * the agency, then others of it who are named and may do it, then the agency that answers for a small one, and for an office
 * all of whose people are barred its head. A
 * practitioner's never goes on to a colleague who is not named in the difference.
 *
 * @returns people who may do it, all of them
 */
export function assigneesOf<Somebody extends Listed>(
	duty: Duty,
	everybody: readonly Somebody[],
): Somebody[] {
	// Whoever answers by a link is there for what was given to them, and for nothing else.
	const directory = everybody.filter(
		({ id, onlyIn }) => onlyIn === undefined || id === duty.person,
	);
	const isOwn = (one: Somebody) => duty.agency === null || one.agencyId === duty.agency;
	const isPractitioners = duty.level === "practitioner" && duty.person !== null;
	const { post, posts } = duty;
	const isThere = ({ away }: Somebody) => !away || away.deputies.length > 0;
	const postsThere = directory.some(
		(one) => post !== null && isOwn(one) && one.offices.includes(post) && isThere(one),
	)
		? [post ?? ""]
		: [];
	const notThere = duty.onlyTheirs
		? [duty.person ?? ""].filter(
				(id) => !directory.some((one) => one.id === id && belongsTo(duty, one) && isThere(one)),
			)
		: [];
	const answeringThere =
		posts.length > 0
			? answeringAmong(directory.filter((one) => isOwn(one) && isThere(one)))
			: undefined;
	const { office } = duty;
	const ofOffice =
		office === null ? [] : directory.filter((one) => one.offices.includes(office) && isThere(one));
	const headsPeople =
		office !== null && ofOffice.length > 0 && ofOffice.every((one) => isBarred(duty, one))
			? { [office]: ofOffice }
			: undefined;
	const knowing = <One extends Actor>(one: One): One => {
		const isHead = headsPeople && office !== null && one.offices.includes(headOf(office));
		return post === null && !answeringThere && !duty.onlyTheirs && !isHead
			? one
			: { ...one, postsThere, answeringThere, notThere, ...(isHead && { headsPeople }) };
	};
	const may = (one: Actor) => mayAnswer(duty, knowing(one));
	const inTurn: ((one: Somebody) => boolean)[] = [
		({ id }) => id === duty.person,
		(one) => isOwn(one) && !isPractitioners && answersFor(duty, knowing(one)) === "by-role",
		(one) => isOwn(one) && answersForAgency(one),
		isOwn,
		() => true,
	];
	const asked = new Set<Somebody>();
	for (const isNext of inTurn) {
		const next = directory.filter((one) => isNext(one) && may(one));
		const absent = next.filter(({ away }) => away);
		const deputies =
			absent.length === 0
				? []
				: directory.filter(
						(deputy) =>
							!deputy.away &&
							absent.some(
								(one) =>
									one.away?.deputies.includes(deputy.id) && may({ ...deputy, standsInFor: [one] }),
							),
					);
		for (const one of [...next, ...deputies]) asked.add(one);
		if (deputies.length > 0 || next.length > absent.length) break;
	}
	return [...asked];
}

/**
 * The same, asked of thousands of duties at once: only the people of a duty's place are looked at, and the answer for
 * duties that are equal to these people is kept: who else is named or barred in each difference changes nothing.
 */
export function assigneesIn<Somebody extends Listed>(
	directory: readonly Somebody[],
): (duty: Duty) => Somebody[] {
	const places = new Map<string, Somebody[]>();
	for (const one of directory)
		for (const place of [one.agencyId, ...(one.proxyFor ?? []), ...one.offices.map(officeKey)]) {
			const people = places.get(place);
			if (people) people.push(one);
			else places.set(place, [one]);
		}
	const known = new Map<string, Somebody[]>();
	const there = (place: string) => places.get(place) ?? [];
	const peopleAt = new Map<string, { people: Somebody[]; ids: ReadonlySet<string> }>();
	/** Who may be asked at all: whoever is of one of these places, and who of these or their agencies may be named or barred. */
	const lookedAt = (at: readonly string[]) => {
		const key = at.join();
		let found = peopleAt.get(key);
		if (!found) {
			const people = [...new Set(at.flatMap(there))];
			const ids = people.flatMap((one) =>
				[one, ...(one.standsInFor ?? [])].flatMap(({ id, agencyId }) => [id, agencyId]),
			);
			found = { people, ids: new Set(ids) };
			peopleAt.set(key, found);
		}
		return found;
	};
	return (duty) => {
		const { agency, office, level, posts, post, proxy, person, onlyTheirs } = duty;
		const { readFrom, givenBy, knownOnlyTo } = duty;
		const { people, ids } = lookedAt([
			agency ?? officeKey(office ?? ""),
			...(office === null ? [] : [officeKey(headOf(office))]),
			...(givenBy ? [officeKey(givenBy)] : []),
		]);
		const ofThem = (those: readonly string[]) => those.filter((id) => ids.has(id));
		const key = [
			agency,
			office,
			level,
			post,
			proxy,
			readFrom,
			givenBy,
			person,
			onlyTheirs,
			...posts,
			"|",
			...ofThem(duty.named),
			"|",
			...ofThem(duty.barred),
			"|",
			...(knownOnlyTo ? ofThem(knownOnlyTo) : ["everybody"]),
		].join(" ");
		const found = known.get(key) ?? assigneesOf(duty, people);
		known.set(key, found);
		return found;
	};
}

const officeKey = (office: string): string => `office ${office}`;

/**
 * Who is told of something that is theirs to know and nobody's to do: one person, and while they are away whoever
 * stands in for them.
 *
 * @param mayKnow whether somebody may read what they are told of
 */
export const withDeputies = <Somebody extends Listed>(
	person: Somebody,
	directory: readonly Somebody[],
	mayKnow: (one: Actor) => boolean,
): Somebody[] => [
	...(mayKnow(person) ? [person] : []),
	...directory.filter(
		(deputy) =>
			!deputy.away &&
			person.away?.deputies.includes(deputy.id) &&
			mayKnow({ ...deputy, standsInFor: [person] }),
	),
];
