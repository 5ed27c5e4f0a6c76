import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, answeringAmong, type Level, levels } from "./viewer.ts";
import {
	answersIn,
	assigneesIn,
	assigneesOf,
	belongsTo,
	type Duty,
	isEverybodys,
	type Listed,
	mayAnswer,
	mayBeAskedUnnamed,
	maySee,
	type Seat,
	withDeputies,
} from "./who-answers.ts";

const seat = (of: Partial<Seat> = {}): Seat => ({
	agency: "school",
	office: null,
	level: "manager",
	posts: [],
	post: null,
	proxy: false,
	...of,
});
const duty = (of: Partial<Duty> = {}): Duty => ({
	...seat(of),
	person: null,
	named: [],
	barred: [],
	...of,
});
const person = (id: string, of: Partial<Listed> = {}): Listed => ({
	id,
	agencyId: "school",
	level: "practitioner",
	safeguardingLead: false,
	offices: [],
	...of,
});
const ids = (people: Actor[]) => people.map(({ id }) => id);

const teacher = person("teacher");
const colleague = person("colleague");
const lead = person("lead", { safeguardingLead: true });
const head = person("head", { level: "senior-manager" });
/** A level by a post, below that of senior managers. */
const tier: Partial<Seat> = { level: "senior-manager", posts: ["service-manager"] };
const serviceManager = person("service manager", {
	level: "manager",
	offices: ["service-manager"],
});
const nurse = person("nurse", { offices: ["service-manager"] });
const namedNurse = { ...nurse, id: "teacher" };
const school = [teacher, colleague, lead, head];
const away = (one: Listed, ...deputies: string[]): Listed => ({ ...one, away: { deputies } });

describe("somebody answers in a role", () => {
	test.each<[string, Partial<Seat>, Listed, "by-role" | "may-step-in" | "no"]>([
		["of a manager: a safeguarding lead does", {}, lead, "by-role"],
		["of a manager: whoever is above does, too", {}, head, "by-role"],
		["of a manager: a practitioner does not", {}, teacher, "no"],
		["of a senior manager: a lead does not", { level: "senior-manager" }, lead, "no"],
		["of a practitioner: who is named does", { level: "practitioner" }, teacher, "by-role"],
		["of a practitioner: a colleague does not", { level: "practitioner" }, colleague, "no"],
		["of a practitioner: a lead may step in", { level: "practitioner" }, lead, "may-step-in"],
		["of another agency: never", { agency: "police" }, head, "no"],
		["that asks for a post: only with it", { post: "chair" }, head, "no"],
		["of a level by a post: its holder, whatever their level", tier, serviceManager, "by-role"],
		["of a level by a post: whoever is above", tier, head, "by-role"],
		["of a level by a post: nobody below without it", tier, lead, "no"],
		["of a level by a post: a practitioner who is not named does not", tier, nurse, "no"],
		["of a level by a post: a practitioner who is named does", tier, namedNurse, "by-role"],
		["of an office: its holders", { agency: null, office: "executive", level: null }, head, "no"],
	])("%s", (_, of, one, answers) => expect(answersIn(seat(of), ["teacher"], one)).toBe(answers));

	test("of a small agency: its proxy does, where the protocol says so", () => {
		const proxy = person("named nurse", {
			agencyId: "board",
			level: "manager",
			proxyFor: ["school"],
		});
		expect(answersIn(seat({ proxy: true }), [], proxy)).toBe("by-role");
		expect(answersIn(seat(), [], proxy)).toBe("no");
	});
});

describe("what is owed is asked of", () => {
	const given = duty({ level: "practitioner", person: "teacher", named: ["teacher"] });

	test("whom it was given to, and nobody else while they are there", () =>
		expect(ids(assigneesOf(given, school))).toEqual(["teacher"]));

	test("nobody else where it is theirs alone, until they are not there", () => {
		const alone = { ...given, onlyTheirs: true };
		expect(mayAnswer(given, lead)).toBe(true);
		expect(mayAnswer(alone, lead)).toBe(false);
		expect(ids(assigneesOf(alone, school))).toEqual(["teacher"]);
		expect(ids(assigneesOf(alone, [away(teacher), colleague, lead, head]))).toEqual([
			"teacher",
			"lead",
			"head",
		]);
		expect(mayAnswer(alone, { ...lead, notThere: ["teacher"] })).toBe(true);
	});

	test("their deputy as well while they are away", () =>
		expect(ids(assigneesOf(given, [away(teacher, "colleague"), colleague, lead, head]))).toEqual([
			"teacher",
			"colleague",
		]));

	test("whoever answers for the agency when they are away without a deputy or have left, and no colleague", () => {
		expect(ids(assigneesOf(given, [away(teacher), colleague, lead, head]))).toEqual([
			"teacher",
			"lead",
			"head",
		]);
		expect(ids(assigneesOf(given, [colleague, lead, head]))).toEqual(["lead", "head"]);
	});

	test("also what asks for a post that nobody else has: a conference chair left", () => {
		const chairs = { ...given, post: "conference-chair" };
		expect(ids(assigneesOf(chairs, [colleague, lead]))).toEqual(["lead"]);
		expect(mayAnswer(chairs, colleague)).toBe(false);
	});

	test("what a post is the level of: its holder and those above, and none below while one is there", () => {
		const owed = duty(tier);
		const deputyHead = person("deputy head", { level: "manager" });
		expect(ids(assigneesOf(owed, [teacher, lead, deputyHead, serviceManager, head]))).toEqual([
			"service manager",
			"head",
		]);
		expect(ids(assigneesOf(owed, [teacher, lead, deputyHead]))).toEqual(["lead", "deputy head"]);
		expect(ids(assigneesOf(owed, [teacher, lead, away(serviceManager)]))).toEqual([
			"service manager",
			"lead",
		]);
		const answeringThere = { levels: ["manager" as const], posts: [] };
		expect(mayAnswer(owed, { ...lead, answeringThere })).toBe(true);
		expect(mayAnswer(owed, { ...lead, answeringThere: { levels: ["director"], posts: [] } })).toBe(
			false,
		);
		expect(
			mayAnswer(owed, { ...lead, answeringThere: { levels: [], posts: ["service-manager"] } }),
		).toBe(false);
	});

	test("nobody's end: the only holder of a post of its level is a practitioner whom nothing names", () =>
		expect(ids(assigneesOf(duty(tier), [nurse, lead]))).toEqual(["lead"]));

	test("everybody who answers by role, when it was given to nobody", () =>
		expect(ids(assigneesOf(duty(), school))).toEqual(["lead", "head"]));

	test("others by role when the one it was given to left", () =>
		expect(ids(assigneesOf(duty({ person: "gone" }), school))).toEqual(["lead", "head"]));

	test("the proxy of an agency that has nobody", () => {
		const proxy = person("nurse", { agencyId: "board", level: "manager", proxyFor: ["school"] });
		const small = duty({ proxy: true });
		expect(ids(assigneesOf(small, [teacher, proxy]))).toEqual(["nurse"]);
		expect(ids(assigneesOf(small, [teacher, lead, proxy]))).toEqual(["lead"]);
	});

	test("nobody who is barred, nor their deputy for them", () => {
		const signs = duty({ level: "senior-manager", barred: ["head"] });
		expect(ids(assigneesOf(signs, [away(head, "lead"), lead]))).toEqual([]);
	});
});

test("what somebody is told while they are away, their deputy who may know it is told as well", () => {
	const absent = away(teacher, "colleague", "head");
	expect(ids(withDeputies(absent, [absent, colleague, head], ({ id }) => id !== "head"))).toEqual([
		"teacher",
		"colleague",
	]);
});

describe("whoever the people and the duty are", () => {
	const place = fc.constantFrom("school", "police", "board");
	const post = fc.constantFrom("chair", "executive", "business-unit");
	const anybody = fc.record({
		agencyId: place,
		level: fc.constantFrom<Level>(...levels),
		safeguardingLead: fc.boolean(),
		offices: fc.uniqueArray(post, { maxLength: 2 }),
		away: fc.option(
			fc.record({ deputies: fc.uniqueArray(fc.nat(7).map(String), { maxLength: 2 }) }),
			{ nil: undefined },
		),
	});
	const directory = fc.array(anybody, { maxLength: 8 }).map((people): Listed[] =>
		people.map((one, index) => ({
			...one,
			id: String(index),
			// An agency answers for a small one as a whole.
			proxyFor: one.agencyId === "board" ? ["school"] : [],
		})),
	);
	const anyDuty: fc.Arbitrary<Duty> = fc
		.record({
			ofOffice: fc.boolean(),
			agency: place,
			office: post,
			level: fc.constantFrom<Level>(...levels),
			posts: fc.oneof(fc.constant([]), fc.uniqueArray(post, { maxLength: 2 })),
			noLevel: fc.boolean(),
			post: fc.option(post, { nil: null }),
			proxy: fc.boolean(),
			person: fc.option(fc.nat(7).map(String), { nil: null }),
			onlyTheirs: fc.boolean(),
			named: fc.uniqueArray(fc.nat(7).map(String), { maxLength: 4 }),
			barred: fc.uniqueArray(fc.nat(7).map(String), { maxLength: 2 }),
		})
		.map(({ ofOffice, noLevel, ...any }) => ({
			...any,
			// A level may be one of posts alone; everybody is a practitioner, so no post is of that level.
			...(any.level === "practitioner"
				? { posts: [] }
				: any.posts.length > 0 && noLevel
					? { level: null }
					: {}),
			...(ofOffice
				? { agency: null, level: null, posts: [], post: null, proxy: false }
				: { office: null }),
			// Whoever was given something is named in the difference.
			named: any.person === null ? any.named : [...new Set([...any.named, any.person])],
		}));
	/** Somebody as their next request knows them. */
	const now = (one: Listed, people: Listed[], owed: Duty): Actor => ({
		...one,
		notThere:
			owed.person !== null &&
			!people.some(
				(other) =>
					other.id === owed.person &&
					belongsTo(owed, other) &&
					(!other.away || other.away.deputies.length > 0),
			)
				? [owed.person]
				: [],
		standsInFor: people.filter((other) => other.away?.deputies.includes(one.id)),
		postsThere: people
			.filter(
				({ agencyId, away }) => agencyId === one.agencyId && (!away || away.deputies.length > 0),
			)
			.flatMap(({ offices }) => offices),
		answeringThere: answeringAmong(
			people.filter(
				({ agencyId, away }) => agencyId === one.agencyId && (!away || away.deputies.length > 0),
			),
		),
	});

	test("whoever is asked may do it, and whoever may do it sees it", () =>
		fc.assert(
			fc.property(directory, anyDuty, (people, owed) => {
				const asked = assigneesOf(owed, people);
				for (const one of people) {
					const actor = now(one, people, owed);
					if (asked.includes(one)) expect(mayAnswer(owed, actor)).toBe(true);
					if (mayAnswer(owed, actor)) expect(maySee(owed, owed.named, actor)).toBe(true);
				}
			}),
			{ numRuns: 2_000 },
		));

	test("when anybody may do it, somebody is asked, and of those somebody who is there if there is one", () =>
		fc.assert(
			fc.property(directory, anyDuty, (people, owed) => {
				const able = people.filter((one) => mayAnswer(owed, now(one, people, owed)));
				const asked = assigneesOf(owed, people);
				expect(asked.length > 0).toBe(able.length > 0);
				if (able.some((one) => !one.away)) expect(asked.some((one) => !one.away)).toBe(true);
			}),
			{ numRuns: 2_000 },
		));

	test("the same are asked where only those of the directory are looked at who may be", () =>
		fc.assert(
			fc.property(directory, anyDuty, (people, owed) => {
				const known = new Set([
					...owed.named,
					owed.person,
					...people.flatMap(({ away }) => away?.deputies ?? []),
				]);
				const few = people.filter(
					(one) => isEverybodys(owed) || known.has(one.id) || mayBeAskedUnnamed(one),
				);
				expect(assigneesOf(owed, few)).toEqual(assigneesOf(owed, people));
			}),
			{ numRuns: 2_000 },
		));

	test("asked of many at once, the answer is the same", () =>
		fc.assert(
			fc.property(directory, fc.array(anyDuty, { maxLength: 5 }), (people, all) => {
				const assignees = assigneesIn(people);
				for (const owed of [...all, ...all])
					expect(new Set(assignees(owed))).toEqual(new Set(assigneesOf(owed, people)));
			}),
			{ numRuns: 500 },
		));
});
