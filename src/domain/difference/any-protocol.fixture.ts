// biome-ignore-all lint/suspicious/noThenProperty: `then` is the protocol's word
import fc from "fast-check";
import { stringify } from "yaml";
import { calendarNamed } from "../calendar/calendar.ts";
import { readProtocol } from "../protocol/reading/read-protocol.ts";
import type { Rules } from "./rules.ts";

/** What one step of a random protocol is made from. */
type Seed = {
	kind: string;
	by: number;
	due: number;
	late: number;
	outcomes: number;
	target: number;
	extra: number;
};

const seed = fc.record<Seed>({
	kind: fc.constantFrom(
		"discussion",
		"task",
		"judgement",
		"reply",
		"choice",
		"meeting",
		"decision",
		"notice",
		"note",
		"follow-up",
	),
	by: fc.nat(5),
	due: fc.nat(9),
	late: fc.nat(3),
	outcomes: fc.integer({ min: 1, max: 3 }),
	target: fc.nat(1000),
	extra: fc.nat(1000),
});

type Shape = {
	stages: Seed[][];
	/** The stage from which on everybody knows. */
	open: number;
	calendar: string;
	each: boolean;
	track: boolean;
	long: number;
	moves: number;
	/** The stage that begins with its first and its last step; none beyond the last one. */
	opens: number;
	/** Whether the whole begins with two steps. */
	together: boolean;
	/** Who is copied in at once, and how much they see; nobody for 0. */
	copies: number;
	/** The stage with a time limit of its own, and whether its silence leads on; none beyond the last one. */
	limited: number;
	leadsOn: boolean;
	/** How it is said when it was really raised; undefined where that is not asked. */
	told: "on" | "at" | undefined;
	/** Whether it may go on under another protocol. */
	goesOn: boolean;
	/** Whether both sides are of one agency. */
	within: boolean;
	/** How many agencies may be involved besides the two. */
	others: number;
	/** Which levels of its own it has; none for 0. */
	own: number;
};

const shape = fc.record<Shape>({
	stages: fc.array(fc.array(seed, { minLength: 1, maxLength: 4 }), {
		minLength: 1,
		maxLength: 4,
	}),
	open: fc.nat(3),
	calendar: fc.constantFrom("england-and-wales", "scotland", "northern-ireland", "uk-union"),
	each: fc.boolean(),
	track: fc.boolean(),
	long: fc.nat(4),
	moves: fc.nat(7),
	opens: fc.nat(5),
	together: fc.boolean(),
	copies: fc.nat(3),
	limited: fc.nat(5),
	leadsOn: fc.boolean(),
	told: fc.constantFrom("on" as const, "at" as const, undefined),
	goesOn: fc.boolean(),
	within: fc.boolean(),
	others: fc.nat(3),
	own: fc.nat(2),
});

const everybody = ({ others }: Shape) => ({
	what: ["issue"],
	to: ["receiving", "office", "board", ...(others > 0 ? ["involved"] : [])],
});
const lengths = [
	"2 working days",
	"10 working days",
	"24 hours",
	"5 calendar days",
	"1 working week",
	"2 weeks",
	"1 month",
	"immediately",
];

/** A protocol of any shape that the check lets pass, as text. */
export const anyProtocolText: fc.Arbitrary<string> = shape
	.map((given) => writeOnce(JSON.stringify(given)))
	.filter((text) => readOnce(text).protocol !== undefined);

/** The same seed makes the same protocols for every law: each is written and read once. */
const once = <Made>(make: (text: string) => Made) => {
	const made = new Map<string, Made>();
	return (text: string): Made => {
		const known = made.get(text) ?? make(text);
		made.set(text, known);
		return known;
	};
};
const writeOnce = once((given) => stringify(fileOf(JSON.parse(given))));
const readOnce = once(readProtocol);

/** The rules of a protocol text without faults. */
export function rulesOfText(text: string): Rules {
	const { protocol, faults } = readOnce(text);
	if (!protocol) throw new Error(JSON.stringify(faults, null, 2));
	return { protocol, calendar: calendarNamed(protocol.calendar) };
}

function fileOf(given: Shape): unknown {
	const open = Math.max(1, Math.min(given.open, given.stages.length - 1));
	const last = given.stages.length - 1;
	const own = ownLevels[given.own];
	const stages = Object.fromEntries(
		given.stages.map((steps, index) => [`s${index}`, stageOf(given, steps, index, { open, last })]),
	);
	return {
		protocol: "any",
		version: "1",
		title: "Any protocol",
		partnership: "Nowhere",
		calendar: given.calendar,
		about: "Made by chance.",
		...(given.within && { words: { raising: "one side", receiving: "the other side" } }),
		safety: [{ if: "a child is in danger", call: "999", name: "the police" }],
		...(own && { levels: own }),
		roles: {
			practitioner: { level: own ? "worker" : "practitioner", called: "practitioner" },
			manager: { level: own ? "lead" : "manager", called: "manager" },
			"senior-manager": { level: own ? "senior" : "senior-manager", called: "senior manager" },
			office: { office: "office", called: "office" },
			board: { office: "board", called: "board" },
		},
		...(given.others > 0 && {
			involved: { "chosen-in": ["others", "one-more"], "at-most": given.others },
		}),
		raise: {
			by: ["practitioner", "manager"],
			...(given.within && { with: "own-agency" }),
			asks: [
				"issue",
				"urgency",
				...(given.opens % 2 === 0
					? [{ ask: "why-urgent", when: { urgency: "urgent" } }]
					: ["why-urgent"]),
				"happened-on",
				...(given.others > 0 ? ["others"] : []),
				...(given.told === undefined ? [] : [`told-${given.told}`]),
			],
			...(given.told !== undefined && { "raised-at": `told-${given.told}` }),
			...(given.copies > 0 && {
				...(given.copies > 2 && { sends: { what: ["issue"], to: ["office"] } }),
				copies: [
					{
						to: "board",
						sees: ["notice", "outcome", "all"][given.copies - 1],
						...(given.opens % 3 === 0 && { when: { urgency: "urgent" } }),
					},
				],
			}),
			start: given.together && (given.stages[0]?.length ?? 0) > 1 ? ["s0.t1", "s0.t0"] : "stage s0",
		},
		stages,
		beside: {
			chase: {
				kind: "follow-up",
				title: "Chase",
				by: "office",
				then: "stay",
			},
			outside: {
				kind: "referral",
				title: "Ask an outside body",
				by: "raising manager",
				to: "An outside body",
				outcomes: { answered: "stay" },
			},
		},
		afterwards: {
			learning: { kind: "note", title: "Learn", by: "office", then: "stay" },
			changed: {
				kind: "task",
				title: "Say what changed",
				by: "raising manager",
				private: true,
				due: "5 working days",
				outcomes: {
					answered: "stay",
					"too-early": { asks: ["ask-again-on"], then: "changed on ask-again-on" },
				},
			},
		},
		moves: {
			...movesOf(given, last),
			...(given.others > 0 && {
				involve: {
					title: "Involve another agency",
					by: ["raising manager", "involved manager"],
					while: ["any"],
					asks: ["one-more"],
					...(given.opens % 2 === 0
						? { sends: { what: ["issue"], to: ["involved"] } }
						: { copies: [{ to: "involved manager", sees: "outcome" }] }),
					then: "stay",
				},
			}),
			...(given.goesOn && {
				"pass-on": {
					title: "Pass it on",
					by: ["raising manager"],
					while: ["any"],
					then: "end passed-on",
				},
			}),
		},
		clocks: longClocks(given),
		"clock-changes": {
			extend: { by: ["office"], "at-most": "1 month", times: 2 },
			pause: { by: ["office"] },
			"bring-forward": { by: ["raising manager"] },
		},
		endings: {
			resolved: { title: "Resolved", is: "resolved" },
			...(given.goesOn && {
				"passed-on": {
					title: "Passed on",
					is: "transferred",
					"hands-off": {
						to: "other",
						carries: ["issue"],
						...(given.long > 1 && { due: "5 working days", by: "raising manager" }),
					},
				},
			}),
			decided: {
				title: "Decided",
				final: true,
				opens: {
					from: `s${Math.min(open, last)}`,
					steps: [
						"afterwards.learning",
						`afterwards.changed after ${given.opens % 2 === 0 ? "1 week" : "3 working days"}`,
					],
				},
			},
		},
		fields: {
			issue: { type: "long-text", label: "What is it?" },
			"ask-again-on": { type: "day", label: "When are you to be asked again?" },
			urgency: {
				type: "choice",
				label: "How urgent is it?",
				options: { standard: "Not urgent", urgent: "Urgent" },
			},
			"why-urgent": { type: "text", label: "Why is it urgent?" },
			"happened-on": { type: "day", label: "When will the meeting be?" },
			...(given.told === "on" && { "told-on": { type: "day", label: "When was it told?" } }),
			...(given.told === "at" && {
				"told-at": { type: "moment", label: "When was it told?", optional: true },
			}),
			...(given.others > 0 && {
				others: { type: "agencies", label: "Which other agencies?", optional: true },
				"one-more": { type: "agency", label: "Which other agency?" },
			}),
			"agreed-on": { type: "day", label: "By when?" },
			"needed-by": { type: "day", label: "Sooner?", optional: true },
			"needed-why": { type: "text", label: "Why sooner?", optional: true },
		},
	};
}

const ownLevels = [
	undefined,
	{ worker: { is: "practitioner" }, lead: { is: "manager" }, senior: { posts: ["head"] } },
	{
		worker: { is: "practitioner" },
		lead: { posts: ["team-lead"], is: "manager" },
		senior: { posts: ["head", "chief"], is: "director" },
	},
];

function stageOf(
	given: Shape,
	steps: Seed[],
	index: number,
	{ open, last }: { open: number; last: number },
): unknown {
	const knows = index >= open;
	const onTrack = given.track && index === 1 && last > 1;
	const repeated = given.each && index === last && last > 0;
	const onwards = index === last ? "end resolved" : `stage s${index + 1}`;
	const tells = index + 1 === open ? { sends: everybody(given) } : {};
	const names = steps.map((_, step) => `t${step}`);
	return {
		...(!onTrack && { number: index + 1 }),
		...(onTrack && { track: "urgent" }),
		title: `Part ${index + 1}`,
		...(given.stages.length > 2 && index === 1 && { discretionary: true }),
		...(repeated && {
			each: ["manager", "senior-manager"],
			"after-last": "end decided",
		}),
		...(index === given.limited && {
			due: {
				within: "5 working days",
				...(given.leadsOn && knows ? { late: "beside.chase" } : { strength: "soft" }),
			},
		}),
		...(knows && (steps[0]?.extra ?? 0) % 3 === 1 && { "not-read-by": ["receiving practitioner"] }),
		...(index === given.opens && steps.length > 1 && { opens: ["t0", `t${steps.length - 1}`] }),
		steps: Object.fromEntries(
			steps.map((each, step) => {
				const isLast = step === steps.length - 1;
				const next = isLast ? (repeated ? "next" : onwards) : (names[step + 1] as string);
				return [
					names[step],
					{
						kind: each.kind,
						title: `Thing ${index + 1}.${step + 1}`,
						by:
							each.extra % 13 === 0
								? [
										{ party: ownerOf(each, knows, repeated), when: { urgency: "standard" } },
										{
											party: ownerOf({ ...each, by: 0 }, knows, repeated),
											when: { urgency: "urgent" },
										},
									]
								: given.others > 0 && knows && each.extra % 6 === 0
									? `involved ${repeated ? "each" : "manager"}`
									: ownerOf(each, knows, repeated),
						...dueOf(each, { step, names, isLast, onwards, tells, knows }),
						...presenceOf(each, given),
						asks: each.extra % 3 === 0 ? ["issue"] : [],
						...(each.extra % 7 === 0 && knows && { private: true }),
						...(each.extra % 4 === 1 && { "not-read-by": ["receiving practitioner"] }),
						outcomes: Object.fromEntries(
							Array.from({ length: each.outcomes }, (_, outcome) => [
								`o${outcome}`,
								{
									asks: [
										...(outcome === 0 && steps[step + 1]?.due === 8 ? ["agreed-on"] : []),
										...(each.extra % 5 === 0 ? ["urgency"] : []),
									],
									...(isLast || outcome > 0 ? tells : {}),
									then: outcome === 0 ? next : elsewhere(each, outcome, { names, onwards, step }),
								},
							]),
						),
					},
				];
			}),
		),
	};
}

const ownerOf = ({ by, extra }: Seed, knows: boolean, repeated: boolean): string | string[] =>
	knows && extra % 10 === 0
		? (["either manager", "both manager", ["office", "raising manager", "raising senior-manager"]][
				by % 3
			] as string | string[])
		: repeated
			? by % 2 === 0
				? "raising each"
				: "receiving each"
			: knows
				? ([
						"raising practitioner",
						"raising manager",
						"receiving manager",
						"receiving senior-manager",
						"office",
						"board",
					][by] as string)
				: (["raising practitioner", "raising manager", "raising senior-manager"][by % 3] as string);

function dueOf(
	{ due, late, extra }: Seed,
	at: {
		step: number;
		names: string[];
		isLast: boolean;
		onwards: string;
		tells: object;
		knows: boolean;
	},
): object {
	if (due === 9) return {};
	if (due === 8 && at.step > 0) return { due: { on: "agreed-on" } };
	const lateTo = at.knows ? [undefined, "beside.chase", at.onwards, undefined][late] : undefined;
	return {
		due: {
			...(extra % 4 === 0
				? {
						within: { standard: lengths[due % 8], urgent: "24 hours" },
						"depends-on": "urgency",
					}
				: { within: lengths[due % 8] }),
			...(extra % 3 === 0 && { wording: `about ${lengths[due % 8]} (or so)` }),
			...(extra % 11 === 0 && {
				"or-sooner": { on: "needed-by", because: "needed-why" },
			}),
			...(extra % 9 === 0
				? { before: "happened-on" }
				: extra % 8 === 0
					? { from: "happened-on" }
					: extra % 7 === 0
						? { from: { "later-of": ["happened-on", at.step > 0 ? "t0.o0" : "raised"] } }
						: extra % 5 === 0
							? { from: { "earlier-of": ["raised", "happened-on", "agreed-on"] } }
							: {}),
			...(extra % 6 === 0 && { counting: "deemed", "cut-off": "16:00" }),
			...(lateTo
				? { late: { then: lateTo, ...at.tells } }
				: { strength: ["hard", "soft", "indicative"][extra % 3] }),
			...(lateTo === at.onwards && extra % 13 === 0 && { strength: "may" }),
		},
	};
}

const presenceOf = ({ kind, extra }: Seed, { others }: Shape): object =>
	kind === "meeting"
		? {
				attends: [
					"raising manager",
					"receiving manager",
					...(others > 0 && extra % 2 === 0 ? ["involved manager"] : []),
				],
				...(others > 0 && extra % 5 === 0 && { consults: ["involved manager"] }),
			}
		: kind === "decision"
			? { panel: { quorum: 1 + (extra % 3), agencies: 1 + (extra % 2) } }
			: {};

/** Another way on: an end, a step before or after, or what stands beside. */
function elsewhere(
	{ target }: Seed,
	outcome: number,
	{ names, onwards, step }: { names: string[]; onwards: string; step: number },
): string | string[] {
	const places: (string | string[])[] = [
		"end resolved",
		"end decided",
		onwards,
		names[target % names.length] ?? onwards,
		...(step > 0 ? [[names[0] as string, names[step] as string]] : []),
	];
	return places[(target + outcome) % places.length] ?? onwards;
}

/** Each bit of the number is a move. */
const movesOf = (given: Shape, last: number, { moves: bits } = given): object => ({
	...(bits & 1 && {
		withdraw: {
			title: "Withdraw",
			by: ["raising practitioner"],
			while: ["any"],
			then: "end resolved",
		},
	}),
	...(bits & 2 && {
		skip: {
			title: "Skip ahead",
			by: ["raising manager"],
			while: ["s0"],
			skips: true,
			consults: ["raising senior-manager"],
			asks: ["urgency"],
			outcomes: {
				far: {
					sends: everybody(given),
					then: `stage s${last}`,
				},
				aside: {
					sends: everybody(given),
					then: "beside.chase",
				},
			},
		},
	}),
	...(bits & 4 && {
		refer: {
			title: "Refer",
			by: ["either manager"],
			while: ["any"],
			copies: [{ to: "board", sees: "outcome" }],
			then: "beside.outside",
		},
	}),
	decide: {
		title: "Decide at once",
		by: ["raising senior-manager"],
		while: [`s${last}`],
		then: "end decided",
	},
	settle: {
		title: "Settle it",
		by: ["raising manager"],
		while: ["any"],
		then: "end resolved",
	},
	again: {
		title: "Chase",
		by: ["office"],
		while: ["any"],
		then: ["beside.chase", "stay"],
	},
	outward: {
		title: "Ask outside",
		by: ["raising manager"],
		while: ["any"],
		asks: ["agreed-on", "needed-by", "needed-why"],
		then: ["beside.outside", "stay"],
	},
});

const longClocks = (given: Shape): object =>
	[
		{},
		{
			whole: {
				title: "All of it",
				by: "raising manager",
				within: "30 working days",
				from: "raised",
				until: "end",
			},
		},
		{
			whole: {
				title: "All of it",
				by: "raising manager",
				within: { standard: "20 working days", urgent: "2 working days" },
				"depends-on": "urgency",
				from: "stage s0",
				until: ["end resolved", "end decided"],
				late: {
					then: "beside.chase",
					sends: everybody(given),
				},
			},
		},
		{
			meeting: {
				title: "Before the meeting",
				by: "raising manager",
				within: "5 calendar days",
				from: "happened-on",
				until: "end",
				strength: "soft",
			},
		},
		{
			later: {
				title: "After both",
				by: "raising manager",
				within: "10 working days",
				from: { "later-of": ["happened-on", "move settle", "stage s0"] },
				until: "end",
			},
			earlier: {
				title: "After either",
				by: "raising manager",
				within: "1 month",
				from: { "earlier-of": ["happened-on", "agreed-on"] },
				until: "end",
			},
		},
	][given.long] ?? {};
