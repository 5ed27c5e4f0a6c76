/**
 * The shape of a protocol file, word by word. From this one definition come the checking of a file,
 * the types of the engine's protocol and the published schema.
 */
import { z } from "zod";
import { levels, sectors } from "../../people/viewer.ts";
import { asks, inCases, when } from "./condition.ts";
import { field } from "./field.ts";
import { called, id, ids, oneLine, party, timeOfDay, title, words } from "./texts.ts";

const target = words.describe(
	"Where it leads: `stay`, a step (`forward` or `executive.decide`), `stage executive`, `end resolved`; `next` in a stage that is repeated with `each`. A step under `afterwards` may be owed only from a day: `changed after 3 months`, counted from what leads there, or `changed on ask-again-on`, the day that this field holds.",
);
const targets = z.union([target, z.array(target).min(1)]).transform((given) => [given].flat());

const sends = z.strictObject({
	what: z
		.array(id)
		.describe("Forms and fields that are sent; none when the sides are only told of the outcome."),
	to: z
		.array(z.union([words, z.strictObject({ to: words, when })]))
		.min(1)
		.describe(
			"Sides that are told and may read it from then on; `{ to: board, when: { about: adult } }` for one that is only in some cases.",
		),
});

const copy = z.strictObject({
	to: party,
	when: when.optional(),
	sees: z
		.enum(["notice", "outcome", "all"])
		.default("notice")
		.describe(
			"`notice`: told that it happened, and nothing more. `outcome`: the side may also read where it stands and what was chosen. `all`: it is sent what the others are sent.",
		),
});

/** What every way on says, of a step or of a move. */
const onward = {
	asks: asks.default([]).describe("Fields that only this outcome asks for."),
	sends: sends.optional(),
	copies: z
		.array(copy)
		.default([])
		.describe("Who else hears of it, and how much of it they may see."),
	acknowledges: z
		.enum(["raising", "receiving"])
		.optional()
		.describe(
			"The side that gets an acknowledgement. Where the other agency owes the next thing it says to whom it was sent and by when they must answer; else that it was received, and the timescales.",
		),
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets,
};

const outcomeInFull = z.strictObject({
	say: inCases(words)
		.optional()
		.describe(
			"The choice, as the person who makes it reads it; a list where that depends on the case. Left out: its name.",
		),
	...onward,
	"when-done": z
		.array(words)
		.default([])
		.describe(
			"Steps that must be done as well before it leads on. They name each other, and all lead to one place, or one of two outcomes `counts`.",
		),
	counts: z
		.boolean()
		.default(false)
		.describe(
			"With `when-done`: once somebody has given this answer, it leads on where this one leads, whoever of those joined is last.",
		),
	"still-due": z
		.boolean()
		.default(false)
		.describe(
			"It did not happen, such as a meeting that is to be called anew by another step: the step's clock runs on. An outcome that leads back to its own step needs no such word.",
		),
	blank: z
		.boolean()
		.default(false)
		.describe(
			"What the step asks may be left empty with this outcome: a form that is optional, a meeting that did not take place, a judgement that is made without the panel.",
		),
});

/** An outcome that only leads somewhere may be written as that place alone: `resolved: end resolved`. */
const outcome = z.union([targets, outcomeInFull]).transform(
	(given): z.output<typeof outcomeInFull> =>
		Array.isArray(given)
			? {
					asks: [],
					copies: [],
					"when-done": [],
					counts: false,
					"still-due": false,
					blank: false,
					// biome-ignore lint/suspicious/noThenProperty: the protocol's word
					then: given,
				}
			: given,
);

const length = words.describe(
	"How long: `2 working days`, `10 calendar days`, `24 hours`, `1 working week`, `2 weeks`, `1 month`, `1 year`, `immediately`.",
);

const strength = z
	.enum(["hard", "soft", "indicative", "may"])
	.default("hard")
	.describe(
		"`hard`: a limit, met or missed; a missed one is a breach. `soft`: a target, “where possible”: people are reminded of it, and after it nobody is late. `indicative`: a target that is only shown. `may`: somebody may use this time, such as to appeal, and nobody need: when it has passed, `late:` leads on.",
	);

const late = z
	.union([
		targets,
		z.strictObject({
			sends: sends.optional(),
			// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
			then: targets,
		}),
	])
	.describe(
		"Where silence leads when the time runs out, with nobody doing anything: steps that open beside it, a stage, an end. With `sends:` where a side hears of it only then.",
	);

const wording = oneLine(200).describe(
	"How your text says it, where that is more than the length that is counted, such as “48 hours (two working days)”. It is shown beside the date; `within` is what is counted.",
);

/** What a limit in `within` may say besides its length. */
const counted = {
	within: z
		.union([length, z.record(id, length)])
		.describe(
			"How long; or, with `depends-on`, how long for each choice: `{ urgent: 24 hours, standard: 10 working days }`.",
		),
	wording: wording.optional(),
	"depends-on": id
		.optional()
		.describe(
			"The choice that `within` goes by, such as the urgency. When it is answered anew, the clock is counted again from its start.",
		),
	counting: z.enum(["day0", "deemed"]).optional(),
	"cut-off": timeOfDay
		.optional()
		.describe("A start at or after this time of day counts as the next day."),
	"due-time": timeOfDay
		.optional()
		.describe("The time of day at which it is due; else the end of the day."),
	"or-sooner": z
		.strictObject({
			on: id.describe("The day or moment that a person sets."),
			because: id.describe("Their reason, which must then be given."),
		})
		.optional()
		.describe(
			"“Or what protects the child, whichever is sooner”: a person may set a sooner date with a reason. A later one changes nothing.",
		),
	"done-at": id
		.optional()
		.describe(
			"The day or moment that the step asks for, at which it was done: it counts for being in time, also where it is recorded later.",
		),
	fixed: z.boolean().default(false).describe("Nobody may extend or pause this clock."),
};

const starts = z.union([words, z.array(words).min(1)]).transform((given) => [given].flat());

/** Of several times, one that counts. */
const laterOrEarlier = [
	z.strictObject({
		"later-of": z
			.array(words)
			.min(2)
			.describe("The last of these counts: nothing is counted before all are known."),
	}),
	z.strictObject({
		"earlier-of": z
			.array(words)
			.min(2)
			.describe(
				"The earliest of these counts: of two days that are answered at one time too, or when an earlier one is known only later.",
			),
	}),
] as const;

const startsFrom = z.union([starts, ...laterOrEarlier]);

const dueFrom = z.strictObject({
	...counted,
	from: startsFrom
		.optional()
		.describe(
			"What starts it: `forward.forwarded`, `stage executive`, `raised`, a field that holds a day or moment, or a list of these of which the first to happen counts; `{ later-of: […] }` or `{ earlier-of: […] }` where the later or the earlier of their times does. Left out: the step's own opening.",
		),
	strength,
	late: late.optional(),
});

/** The commonest limits in a line: `5 working days`, `10 working days from forward.forwarded`. */
const dueInALine = words
	.describe(
		"`5 working days`, or `10 working days from forward.forwarded`: short for `within` and `from`.",
	)
	.transform((said): z.output<typeof dueFrom> => {
		const [, within = "", from] = /^(.*?)(?:\s+from\s+(.+))?$/.exec(said) ?? [];
		return {
			within,
			...(from !== undefined && { from: [from] }),
			fixed: false,
			strength: "hard",
		};
	});

const due = z.union([
	dueInALine,
	dueFrom,
	z.strictObject({
		...counted,
		before: id.describe("It must be done so long before the day that this field holds."),
		strength,
		late: late.optional(),
	}),
	z.strictObject({
		on: id.describe(
			"The field that holds the day, or the day and time, that people agreed; or a list of actions, and then it is the last of their days.",
		),
		"done-at": counted["done-at"],
		fixed: counted.fixed,
		strength,
		late: late.optional(),
	}),
]);

const { "done-at": _, ...withoutDoneAt } = counted;

/** What a text leaves open is said, and never made up. */
const notStated = "not stated";

const clock = z.strictObject({
	title: title.describe("What must have happened by then."),
	by: party.optional().describe("Who sees to it. Not with `of`."),
	of: z
		.array(words)
		.min(1)
		.optional()
		.describe(
			"Instead of `by`: the steps whose date it is together (`managers.write`, or `stage managers` for all of a stage). Whoever has one of them open is held to it.",
		),
	...withoutDoneAt,
	from: startsFrom.optional().describe("What starts it, as under a step's `due:`. It starts once."),
	before: id
		.optional()
		.describe("Instead of `from`: it must be met so long before the day that this field holds."),
	until: starts
		.optional()
		.describe(
			"What meets it: `end`, `end resolved`, `stage executive`, `respond.responded`. The first to happen counts. Of the steps of one stage it may be left out: leaving the stage meets it.",
		),
	drops: starts
		.optional()
		.describe(
			"What ends it with no verdict, neither met nor missed: `stage urgent`, `end withdrawn`. With `until: end`, an end that is no answer (`is: withdrawn`, `not-justified`, `redirected`, `transferred` or `closed`) does so anyway.",
		),
	strength,
	late: late.optional(),
});

const stepKinds = [
	"discussion",
	"form",
	"sign-off",
	"forward",
	"reply",
	"judgement",
	"decision",
	"follow-up",
	"referral",
	"note",
	"meeting",
	"letter",
	"notice",
	"choice",
	"task",
] as const;

const panel = z
	.strictObject({
		of: z
			.array(words)
			.default([])
			.describe("Who must sit on it, each by a role or in words: `police`, `independent chair`."),
		quorum: z
			.number()
			.int()
			.min(1)
			.default(1)
			.describe(
				"The fewest members who decide. Who declares an interest stands aside and does not count. Left out where your text asks for no number.",
			),
		agencies: z
			.number()
			.int()
			.min(1)
			.default(1)
			.describe("The fewest agencies that these members come from."),
		"may-be-involved": z
			.boolean()
			.default(false)
			.describe(
				"Left out, nobody sits on it who had a part before or is of one of the two agencies.",
			),
	})
	.describe(
		"Who decides together: asked when the decision is recorded, with each member's declared interest.",
	);

const notReadBy = z
	.array(party)
	.default([])
	.describe(
		"Who does not read what happens here, by role: `[receiving practitioner]`. Of that agency only those above them do, and safeguarding leads as managers. The others keep what they read before, are told that it went on, and hear how it ended.",
	);

const step = z.strictObject({
	kind: z
		.enum(stepKinds)
		.describe(
			"What somebody owes here. `judgement`: a named role says whether something is satisfactory or justified. `choice`: an officer picks one of several routes. `meeting`: convened, held and recorded. `decision`: by the executive or a panel. `letter`, `notice`: something written that goes out. `task`: anything else that must be done and recorded.",
		),
	title: z
		.union([title, z.array(z.strictObject({ say: title, when })).min(2)])
		.describe(
			"What it is called; a list where that depends on the case: `[{ say: Tell the adult, when: { about: adult } }, …]`, with one for each case.",
		),
	says: words.optional().describe("What to do, in a sentence or two."),
	by: z
		.union([party, z.array(party).min(2), z.array(z.strictObject({ party, when })).min(2)])
		.describe(
			"Who owes it. `either manager`, or a list of parties: one of them does it, and then none of the others owes it. `both manager`: that of each agency must; `involved manager`: that of each agency that is involved. Where it depends on the case: `[{ party: board-office, when: { about: adult } }, …]`, with one for each case.",
		),
	with: party.optional().describe("The other person in it."),
	to: words.optional().describe("The body that a referral goes to."),
	"agency-in": id
		.optional()
		.describe(
			"With `by: involved manager`: the field of type `agency` that names which of the agencies involved owes it. Left out, each of them does.",
		),
	"named-in": id
		.optional()
		.describe(
			"The field that names the person to whom it is offered first; `raised-by` is who raised the difference. Others who answer in the role may step in.",
		),
	"only-named": z
		.boolean()
		.default(false)
		.describe(
			"With `named-in`: only theirs. Others step in when they are away with nobody to stand in, or have left.",
		),
	"not-by": z
		.union([z.array(words).min(1), z.literal("everyone-before")])
		.optional()
		.describe(
			"Steps that nobody who ever did one of them may follow with this one (`write`, or `formal.write` of another stage), or `everyone-before`: whoever had a part, also of the same side or office; of an office nobody of an agency that it is between or that is involved.",
		),
	of: words.optional().describe("The step that a sign-off signs."),
	form: id.optional().describe("The form that is filled in here."),
	part: id.optional().describe("Which part of it."),
	letter: id.optional().describe("The template under `letters` of what is written here."),
	consults: z
		.array(party)
		.default([])
		.describe("Who must be consulted before it is done: it asks with whom that was."),
	attends: z
		.array(party)
		.default([])
		.describe("Who must attend a meeting: it counts as held only when all of them did."),
	chair: party.optional().describe("Who chairs a meeting or a panel."),
	panel: panel.optional(),
	"if-answered": id
		.optional()
		.describe(
			"Under `afterwards`: it is owed only where this field was answered, such as the actions of a decision. Whoever does it reads the answer first.",
		),
	asks: asks
		.default([])
		.describe(
			"Fields asked whatever the outcome; `{ ask: why, when: { agreed: no } }` for one that is asked only in some cases.",
		),
	private: z
		.boolean()
		.default(false)
		.describe("Only the side that does it may read what is entered, until an outcome sends it."),
	"not-read-by": notReadBy,
	due: z
		.union([z.literal(notStated), due])
		.optional()
		.describe(
			"By when. `not stated` where your text gives no time: it runs without a clock, and everybody reads that no time is stated.",
		),
	final: z
		.boolean()
		.default(false)
		.describe("Nothing may follow but what stands under `afterwards`."),
	"record-on-childs-record": z
		.boolean()
		.default(false)
		.describe("Each side is asked to write it on the child's own record."),
	outcomes: z
		.record(id, outcome)
		.default({})
		.describe(
			"The ways in which it can be done, each with where it leads. One that only leads somewhere may be written short: `resolved: end resolved`.",
		),
	sends: sends.optional().describe("With `then`: what is sent when it is done, and to whom."),
	copies: z.array(copy).default([]).describe("With `then`: who else hears of it."),
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets
		.optional()
		.describe(
			"Instead of `outcomes`, for a step that is done in one way: where it leads. Its outcome is called `done`.",
		),
});

/** A step of Concord's own, as a file would have it. */
export const writtenStep = (given: z.input<typeof step>): z.output<typeof step> =>
	step.parse(given);

const stage = z.strictObject({
	number: z
		.number()
		.int()
		.positive()
		.optional()
		.describe("Left out for a step before or between the numbered ones."),
	title: inCases(oneLine(150)).describe(
		"What it is called; a list where that depends on the case: `[{ say: Child protection conference, when: { about: child } }, …]`, with one for each case. `{ say: Conference }` without `when` is the usual one: for every other case, and for whoever does not know the case.",
	),
	says: inCases(words)
		.optional()
		.describe("What happens here, in a sentence or two; a list where that depends on the case."),
	kind: z
		.enum([
			"discussion",
			"manager",
			"formal",
			"meeting",
			"panel",
			"executive",
			"mediation",
			"facilitated",
			"other",
		])
		.optional()
		.describe("What kind of stage it is, whatever it is called."),
	track: id
		.optional()
		.describe(
			"The track it belongs to, such as `urgent`. Left out: the ordinary one. Changing track skips nothing, and keeps the history.",
		),
	discretionary: z
		.boolean()
		.default(false)
		.describe("It may be left out, and then nothing was skipped."),
	forms: z
		.enum(["allowed", "required", "optional", "forbidden"])
		.default("allowed")
		.describe(
			"`required`: it goes on to another stage only by a step that fills in a form, or after one; it can end without. `optional`: a form that is here can be left blank. `forbidden`: no step here has one.",
		),
	each: z
		.array(id)
		.min(2)
		.optional()
		.describe(
			"Roles, lowest first: the steps are done once for each, until one of them settles it. Parties then say `raising each` and `receiving each`, and `then: next` leads to the next role.",
		),
	"not-read-by": notReadBy,
	due: due
		.optional()
		.describe(
			"The time limit of the stage: the date of all its steps together. It starts with the stage and is met when the stage is left; leaving its track, or an end that is no answer, ends it with no verdict.",
		),
	"after-last": targets.optional().describe("Where `next` leads after the last role."),
	opens: ids
		.optional()
		.describe("The steps that are owed as soon as it begins. Left out: its first step alone."),
	steps: z.record(id, step),
});

const move = z.strictObject({
	title,
	says: words.optional().describe("What it does, and when it is right."),
	by: z
		.array(party)
		.min(1)
		.describe("Who decides on it. `either manager` is that of either agency."),
	consults: z
		.array(party)
		.default([])
		.describe("Who must be consulted first: it asks with whom that was."),
	while: z
		.array(words)
		.min(1)
		.describe(
			"Stages and steps during which it may be done (`stage formal` or `formal`, and `formal.respond`), `any` for every stage, or `end decided`; also a step of `afterwards`, whose place the move takes unless it says `stay`.",
		),
	"when-late": z.boolean().default(false).describe("Only when a clock of the step has run out."),
	once: z.boolean().default(false).describe("Can be done one time only."),
	skips: z
		.boolean()
		.default(false)
		.describe("It passes over stages: the reason is shown on the form and counted."),
	private: z
		.boolean()
		.default(false)
		.describe("Only the side that makes it may read it, unless a form that is sent shows it."),
	asks: asks.default([]),
	sends: onward.sends,
	copies: onward.copies,
	acknowledges: onward.acknowledges,
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets.optional().describe("Where it leads."),
	outcomes: z
		.record(id, z.strictObject({ say: words.optional(), ...onward }))
		.optional()
		.describe("Instead of `then`, when whoever makes it chooses where it leads."),
});

const ending = z.strictObject({
	title,
	is: z
		.enum([
			"resolved",
			"decided",
			"withdrawn",
			"not-agreed",
			"not-justified",
			"redirected",
			"transferred",
			"recorded",
			"closed",
		])
		.optional()
		.describe(
			"What kind of ending it is, whatever its words. One that is no answer ends the clocks that wait for any end with no verdict.",
		),
	"hands-off": z
		.strictObject({
			to: id.describe("The name of the other protocol."),
			carries: ids.describe("Fields whose answers go with it."),
			by: party
				.optional()
				.describe(
					"Who must begin it there, of the agency that raised it, or say that it will not be begun. Left out: whoever raised it.",
				),
			due: z
				.union([z.literal(notStated), due])
				.optional()
				.describe("By when, as under a step."),
		})
		.optional()
		.describe(
			"It goes on under another protocol, begun with these answers. Somebody owes the beginning until it is begun, or it is said with a reason that it will not be.",
		),
	final: z
		.boolean()
		.default(false)
		.describe("No appeal, and nothing after it but what stands under `afterwards`."),
	opens: z
		.strictObject({ from: id, steps: z.array(target).min(1) })
		.optional()
		.describe("Steps that open at this end, when the stage `from` was reached."),
});

const level = z.strictObject({
	is: z
		.enum(levels)
		.optional()
		.describe("Whoever the directory has at this level, or above, is of it."),
	posts: z
		.array(id)
		.default([])
		.describe(
			"Whoever holds one of these posts is of it, whatever their level in the directory: `[service-manager, chief-inspector]`, with those of every sector.",
		),
});

const role = z.union([
	z.strictObject({
		level: id.describe(
			"Whoever is of this level or above: `practitioner`, `manager`, `senior-manager` or `director`, or one of your own `levels`.",
		),
		called: called.optional().describe("What it is called. Left out: its name."),
		in: z
			.partialRecord(z.enum(sectors), words)
			.default({})
			.describe("What it is called in each sector: the equivalence table."),
		post: id
			.optional()
			.describe(
				"Only somebody with this post, such as `conference-chair` or `liaison-officer`, as the directory says.",
			),
		proxy: z
			.boolean()
			.default(false)
			.describe(
				"An agency too small to have one is answered for by its proxy agency, as the directory says.",
			),
	}),
	z.strictObject({
		office: id.describe("An office of the partnership, held by name."),
		called: called.optional().describe("What it is called. Left out: its name."),
		"given-by": id
			.optional()
			.describe(
				"For a pool, such as facilitators: each of its holders reads only the differences that this office gives them, or in which they are named. What they owe is theirs alone; when they are away with nobody to stand in, or have left, the office is asked instead.",
			),
	}),
]);

const withWhom = ["another-agency", "own-agency", "no-agency"] as const;

/** A way to begin: the usual one stands under `raise` itself. */
const way = {
	by: z.array(words).min(1).describe("Roles inside the raising agency that may begin it."),
	with: z
		.enum(withWhom)
		.default("another-agency")
		.describe(
			"Who is on the other side. `another-agency`: the one that is chosen when it is raised. `own-agency`: the raiser's own, such as the service that a conference chair challenges. `no-agency`: none, such as for a dissent that is only recorded.",
		),
	"both-sides": z
		.boolean()
		.default(false)
		.describe(
			"With `own-agency`: one person may act for both sides of it. Left out, whoever had a part on one side does nothing for the other.",
		),
	asks: asks.default([]).describe("Fields that are asked when it begins."),
	"raised-at": id
		.optional()
		.describe(
			"The field, among its `asks`, that says when it was really raised, such as when they were told by telephone: the window and what is counted `from: raised` count from then. Left blank, it was raised when it was entered.",
		),
	start: targets.describe(
		"Where it begins: a stage, a step such as `talk.talk`, an end, or several steps of one stage.",
	),
	window: z
		.strictObject({
			within: length,
			wording: wording.optional(),
			from: z
				.union([id, ...laterOrEarlier])
				.describe(
					"The field with the day that it is counted from; `{ later-of: [decided-on, minutes-received-on] }` or `{ earlier-of: […] }` for the later or earlier of several. While one of `later-of` is not answered, the time has not begun.",
				),
			late: z
				.enum(["refused", "with-reason"])
				.default("with-reason")
				.describe("After the window: not at all, or with a reason."),
			because: id.optional().describe("The field for that reason, needed with `with-reason`."),
		})
		.optional()
		.describe("By when it must be raised, such as after the decision."),
	sends: sends.optional().describe("What is sent as soon as it is raised, and to whom."),
	copies: z
		.array(copy)
		.default([])
		.describe("Who else hears of it as soon as it is raised, and how much of it they may see."),
};

const right = z.strictObject({
	by: z.array(party).min(1),
	"at-most": length.optional().describe("How far beyond the first date, all extensions together."),
	times: z.number().int().positive().optional(),
});

const letter = z.strictObject({
	title: inCases(title).describe("What it is called; a list where that depends on the case."),
	to: inCases(words)
		.optional()
		.describe("To whom, in words, as the letter says it; a list where that depends on the case."),
	text: inCases(words).describe(
		"The letter, paragraphs apart by an empty line; a list of letters where that depends on the case. `{decision}` puts in what was answered, and `{reference}`, `{today}`, `{raising-agency}`, `{receiving-agency}`, `{raised-on}`, `{stage}`, `{partnership}`, `{due respond}` what Concord knows.",
	),
});

/** The most agencies that may be involved besides the two. */
const mostInvolved = 8;

/** What one of them is called where a file does not say. */
export const involvedByDefault = "involved agency";

/** What the two sides are called where a file does not say. */
export const sidesByDefault = {
	raising: "the raising agency",
	receiving: "the receiving agency",
} as const;

/** A protocol file, as a partnership writes it. */
export const protocolFile = z.strictObject({
	protocol: id.describe("The name of the protocol; the same in all its versions."),
	version: words.describe('A text such as "2021-04": a version that was used never changes.'),
	title: title.describe("What it is called on every page."),
	partnership: words.describe("Whose protocol it is."),
	source: words.optional().describe("The document it was written from."),
	calendar: z
		.enum(["england-and-wales", "scotland", "northern-ireland", "uk-union"])
		.describe("Whose bank holidays are not working days."),
	counting: z
		.enum(["day0", "deemed"])
		.default("day0")
		.describe(
			"`day0`: the day of the start is day 0, whatever kind of day it is. `deemed`: a start on a day that is not worked counts as the next working day.",
		),
	"cut-off": timeOfDay
		.optional()
		.describe(
			"A start at or after this time of day counts as the next day. Left out: there is no such hour.",
		),
	"due-time": timeOfDay
		.optional()
		.describe(
			"The time of day at which what is counted in days is due. Left out: the end of the day.",
		),
	"closure-days": z
		.enum(["counted", "not-counted"])
		.default("counted")
		.describe(
			"Whether days on which the partnership's office is closed are counted as working days.",
		),
	words: z
		.strictObject({
			difference: inCases(called)
				.prefault("difference")
				.describe(
					"What one is called: challenge, practice issue, escalation. Each of these but `business-unit` can be a list where it depends on the case: `[{ say: escalation }, { say: alert, when: { way: urgent } }]`. That without `when` is needed: it stands wherever the case is not known, such as on the page where one begins.",
				),
			differences: inCases(called).prefault("differences").describe("Several of them."),
			stage: inCases(oneLine(20))
				.prefault("Stage")
				.describe("What a numbered stage is called: step, level, strategy."),
			child: inCases(words).prefault("child").describe("Whom it is about: child, adult, person."),
			raising: inCases(called)
				.prefault(sidesByDefault.raising)
				.describe("Words that stand for it in your texts; pages put its name."),
			receiving: inCases(called).prefault(sidesByDefault.receiving),
			"business-unit": called.default("Business Unit"),
		})
		.prefault({})
		.describe("Your own vocabulary."),
	about: words.describe("What it is for, in a few sentences."),
	guidance: z
		.array(z.strictObject({ title, says: words }))
		.default([])
		.describe("Your own guidance, shown with the protocol."),
	involved: z
		.strictObject({
			"chosen-in": ids.describe(
				"Fields of type `agency` or `agencies`, asked as it is raised, in a step or in a move: whoever answers one chooses them. An agency once involved stays.",
			),
			"at-most": z
				.int("Write a whole number of agencies, such as 3")
				.min(1, "Write a whole number of agencies, such as 3")
				.max(mostInvolved, `Write ${mostInvolved} or fewer: each has steps and mail of its own`)
				.default(3)
				.describe("How many, besides the two."),
			called: called
				.default(involvedByDefault)
				.describe("What one of them is called, without an article: `partner agency`."),
		})
		.optional()
		.describe(
			"Other agencies that may be involved besides the two. `involved manager` is then that of each of them wherever parties stand in a list or owe a step, and `involved` all of them under `sends: to:`. Each knows of it from when something is sent or copied to it.",
		),
	safety: z
		.array(
			z.strictObject({
				if: oneLine(300).describe("When to ring: `a child is in immediate danger`."),
				call: oneLine(30)
					.regex(
						/^[+(]?\d[\d ()+-]*$/,
						'Write a telephone number in quotes, such as "0300 123 2224"',
					)
					.describe("The number, in quotes where it begins with 0."),
				name: called.describe("Who answers."),
			}),
		)
		.min(1)
		.describe("Whom to ring first. Shown on every page of a difference."),
	"not-for": z
		.record(
			id,
			z.strictObject({
				if: words,
				go: words.describe("Where to go instead."),
				protocol: id.optional().describe("Another protocol of the partnership that it belongs to."),
			}),
		)
		.default({})
		.describe("The screen before raising: what belongs elsewhere."),
	levels: z
		.record(id, level)
		.default({})
		.describe(
			"Your own levels of management, lowest first, where the four of the directory are too few: each with the level of the directory or the posts by which people are of it. Left out: the directory’s four.",
		),
	roles: z
		.record(id, role)
		.describe("Who takes part: levels inside an agency, and offices of the partnership."),
	themes: z
		.record(id, words)
		.default({})
		.describe("What differences are about; reports count them."),
	fields: z.record(id, field).describe("Everything that is asked, each asked under its name."),
	forms: z
		.record(
			id,
			z.strictObject({
				title: inCases(title),
				parts: z.record(
					id,
					z.strictObject({
						title: inCases(title),
						by: party,
						sections: z.array(z.strictObject({ title, asks: asks.min(1) })).min(1),
					}),
				),
			}),
		)
		.default({})
		.describe("Forms in parts, each part filled in by one side in one step."),
	letters: z
		.record(id, letter)
		.default({})
		.describe("What is written and sent out, as Word and PDF."),
	raise: z.strictObject({
		title: title.optional().describe("What the usual way is called when there are others."),
		...way,
		ways: z
			.record(
				id,
				z.strictObject({
					title,
					says: words.optional().describe("When this is the way to take."),
					...way,
				}),
			)
			.default({})
			.describe(
				"Other ways to begin, each with what it asks and where it starts: an issue without a child, an urgent one, a record of good practice.",
			),
	}),
	stages: z
		.record(id, stage)
		.describe("In order. A stage opens at its first step, or at those under its `opens`."),
	beside: z
		.record(id, step)
		.default({})
		.describe(
			"Steps that stand beside whatever stage it is in: a request to decide on, mediation, an outside body. They stay open when the stage changes; at the end only referrals and notes do.",
		),
	afterwards: z
		.record(id, step)
		.default({})
		.describe("Steps that may still be owed when it has ended."),
	moves: z
		.record(id, move)
		.default({})
		.describe(
			"What may be done beside the steps: skip ahead, withdraw, ask for the last stage, refer.",
		),
	clocks: z
		.record(id, clock)
		.default({})
		.describe(
			"Time limits of no one step: over a run of stages, or over the whole. Each is one clock, and missed once.",
		),
	"clock-changes": z
		.strictObject({
			extend: right.optional(),
			pause: right.omit({ "at-most": true }).optional(),
			"bring-forward": right.omit({ "at-most": true }).optional(),
		})
		.prefault({})
		.describe(
			"Who may give more time, let a clock stand still, or ask for a sooner date; always with a reason, and the first date stays on the record.",
		),
	endings: z.record(id, ending).describe("How a difference can end."),
	reminders: z
		.strictObject({
			before: words.default("2 working days"),
			"late-every": words.default("2 working days"),
			"no-clock-every": words.default("5 working days"),
		})
		.prefault({})
		.describe(
			"When people are reminded: before a date, while it is late, and of what has no date.",
		),
	report: z
		.strictObject({
			every: words,
			to: words,
			dimensions: z
				.array(id)
				.default([])
				.describe("Choices that reports count by, such as the level of need or the locality."),
			changed: z
				.record(id, title)
				.default({})
				.describe(
					"Choices that say what changed for whom it is about, each with when it is asked: `changed-at-end: At the end`. Reports set them beside each other.",
				),
		})
		.optional()
		.describe(
			"How often it is reported on, and to whom. Left out: every six months, to the subgroup.",
		),
	welsh: z
		.record(words, words)
		.default({})
		.describe(
			"The Welsh of your texts, each under its English, word for word: `Early resolution: Datrys cynnar`. A text that is not here is shown in English, as English.",
		),
});

export type ProtocolFile = z.infer<typeof protocolFile>;
export type StartsFile = z.output<typeof startsFrom>;
export type StrengthFile = z.output<typeof strength>;
export type WithWhom = (typeof withWhom)[number];
export type StepKind = (typeof stepKinds)[number];
