/**
 * The shape of a protocol file, word by word. From this one definition come the checking of a file,
 * the types of the engine's protocol and the published schema.
 */
import { z } from "zod";
import { levels, sectors } from "../access/viewer.ts";

const id = z
	.string()
	.regex(/^[a-z][a-z0-9-]*$/, "Use lower-case letters, numbers and hyphens");
const words = z.string().trim().min(1, "Write something here");
const ids = z.array(id).min(1);
const timeOfDay = z
	.string()
	.regex(
		/^([01]\d|2[0-3]):[0-5]\d$/,
		"Write a time of day such as “17:00”, in quotes",
	);

const party = words.describe(
	"Who: `raising manager`, `receiving senior-manager`, or a role that holds an office, such as `business-unit`.",
);

const target = words.describe(
	"Where it leads: `stay`, a step (`forward` or `executive.decide`), `stage executive`, `end resolved`.",
);
const targets = z
	.union([target, z.array(target).min(1)])
	.transform((given) => [given].flat());

const sends = z.strictObject({
	what: z
		.array(id)
		.describe(
			"Forms and fields that are sent; none when the sides are only told of the outcome.",
		),
	to: ids.describe("Sides that are told and may read it from then on."),
});

const outcome = z.strictObject({
	say: words.describe("The choice, as the person who makes it reads it."),
	asks: ids.default([]).describe("Fields that only this outcome asks for."),
	sends: sends.optional(),
	acknowledges: z
		.enum(["raising", "receiving"])
		.optional()
		.describe(
			"The side that gets an acknowledgement saying to whom it was sent and by when they must answer.",
		),
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets,
});

const due = z.union([
	z.strictObject({
		within: words.describe(
			"How long: `2 working days`, `10 calendar days`, `24 hours`, `1 working week`, `immediately`.",
		),
		from: words
			.optional()
			.describe(
				"What starts it: `forward.forwarded`. Left out: the step's own opening.",
			),
		strength: z.enum(["hard", "soft", "indicative"]).default("hard"),
		counting: z.enum(["day0", "deemed"]).optional(),
		"cut-off": timeOfDay
			.optional()
			.describe("A start at or after this time of day counts as the next day."),
		"due-time": timeOfDay
			.optional()
			.describe("The time of day at which it is due; else the end of the day."),
		late: z
			.array(target)
			.default([])
			.describe("Steps that open when it runs out."),
	}),
	z.strictObject({
		on: id.describe("The field that holds the day both sides agreed."),
		strength: z.enum(["hard", "soft", "indicative"]).default("hard"),
		late: z.array(target).default([]),
	}),
]);

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
] as const;

const step = z.strictObject({
	kind: z.enum(stepKinds).describe("What somebody owes here."),
	title: words,
	says: words.optional().describe("What to do, in a sentence or two."),
	by: party.describe("Who owes it."),
	with: party.optional().describe("The other person in it."),
	to: words.optional().describe("The body that a referral goes to."),
	"named-in": id
		.optional()
		.describe(
			"The field that names the person who is to do it; `raised-by` is who raised the difference.",
		),
	"not-by": z
		.union([ids, z.literal("everyone-before")])
		.optional()
		.describe("Steps whose doers may not do this one, or `everyone-before`."),
	of: id.optional().describe("The step that a sign-off signs."),
	form: id.optional(),
	part: id.optional(),
	asks: ids.default([]),
	private: z
		.boolean()
		.default(false)
		.describe(
			"Only the side that does it may read what is entered, until an outcome sends it.",
		),
	due: due.optional(),
	final: z
		.boolean()
		.default(false)
		.describe("Nothing may follow but what stands under `afterwards`."),
	"record-on-childs-record": z
		.boolean()
		.default(false)
		.describe("Each side is asked to write it on the child's own record."),
	outcomes: z.record(id, outcome),
});

const stage = z.strictObject({
	number: z.number().int().positive().optional(),
	title: words,
	says: words.optional(),
	forms: z.enum(["allowed", "forbidden"]).default("allowed"),
	steps: z.record(id, step),
});

const fieldBase = {
	label: words,
	hint: words.optional(),
	optional: z.boolean().default(false),
	from: id
		.optional()
		.describe("The field whose earlier answer is offered as a start."),
};

const field = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("text"), ...fieldBase }),
	z.strictObject({
		type: z.literal("long-text"),
		...fieldBase,
		"history-of": id
			.optional()
			.describe("The stage whose record is offered as a start."),
	}),
	z.strictObject({ type: z.literal("day"), ...fieldBase }),
	z.strictObject({ type: z.literal("moment"), ...fieldBase }),
	z.strictObject({ type: z.literal("themes"), ...fieldBase }),
	z.strictObject({
		type: z.literal("choice"),
		...fieldBase,
		options: z.record(id, words),
	}),
	z.strictObject({ type: z.literal("person"), ...fieldBase, of: party }),
	z.strictObject({
		type: z.literal("children"),
		...fieldBase,
		complete: z
			.boolean()
			.default(false)
			.describe(
				"Asks for name and date of birth, not only enough to recognise the child.",
			),
	}),
	z.strictObject({ type: z.literal("actions"), ...fieldBase }),
]);

const move = z.strictObject({
	title: words,
	by: z.array(party).min(1),
	while: z
		.array(words)
		.min(1)
		.describe(
			"Stages and steps during which it may be done, or `end decided`.",
		),
	"when-late": z
		.boolean()
		.default(false)
		.describe("Only when a clock of the step has run out."),
	once: z.boolean().default(false).describe("Can be done one time only."),
	skips: z
		.boolean()
		.default(false)
		.describe(
			"It passes over stages: the reason is shown on the form and counted.",
		),
	private: z
		.boolean()
		.default(false)
		.describe(
			"Only the side that makes it may read it, unless a form that is sent shows it.",
		),
	asks: ids.default([]),
	sends: sends.optional(),
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets,
});

const ending = z.strictObject({
	title: words,
	final: z
		.boolean()
		.default(false)
		.describe(
			"No appeal, and nothing after it but what stands under `afterwards`.",
		),
	opens: z
		.strictObject({ from: id, steps: z.array(target).min(1) })
		.optional()
		.describe(
			"Steps that open at this end, when the stage `from` was reached.",
		),
});

const role = z.union([
	z.strictObject({
		level: z.enum(levels),
		called: words,
		in: z
			.partialRecord(z.enum(sectors), words)
			.default({})
			.describe("What it is called in each sector."),
	}),
	z.strictObject({ office: id, called: words }),
]);

/** A protocol file, as a partnership writes it. */
export const protocolFile = z.strictObject({
	protocol: id.describe(
		"The name of the protocol; the same in all its versions.",
	),
	version: words.describe(
		'A text such as "2021-04": a version that was used never changes.',
	),
	title: words,
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
	words: z
		.strictObject({
			difference: words.default("difference"),
			differences: words.default("differences"),
			raising: words.default("the raising agency"),
			receiving: words.default("the receiving agency"),
			"business-unit": words.default("Business Unit"),
		})
		.prefault({}),
	about: words.describe("What it is for, in a few sentences."),
	safety: z
		.array(z.strictObject({ if: words, call: words, name: words }))
		.min(1),
	"not-for": z.record(id, z.strictObject({ if: words, go: words })).default({}),
	roles: z
		.record(id, role)
		.describe(
			"Who takes part: levels inside an agency, and offices of the partnership.",
		),
	themes: z
		.record(id, words)
		.describe("What differences are about; reports count them."),
	fields: z
		.record(id, field)
		.describe("Everything that is asked, each asked under its name."),
	forms: z
		.record(
			id,
			z.strictObject({
				title: words,
				parts: z.record(
					id,
					z.strictObject({
						title: words,
						by: party,
						sections: z
							.array(z.strictObject({ title: words, asks: ids }))
							.min(1),
					}),
				),
			}),
		)
		.default({}),
	raise: z.strictObject({
		by: z.array(id).min(1),
		asks: ids,
		start: target,
	}),
	stages: z
		.record(id, stage)
		.describe("In order. A stage opens at its first step."),
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
	endings: z.record(id, ending).describe("How a difference can end."),
	reminders: z
		.strictObject({
			before: words.default("2 working days"),
			"late-every": words.default("2 working days"),
			"no-clock-every": words.default("5 working days"),
		})
		.prefault({}),
	report: z.strictObject({ every: words, to: words }).optional(),
});

export type ProtocolFile = z.infer<typeof protocolFile>;
export type FieldFile = z.infer<typeof field>;
export type StepKind = (typeof stepKinds)[number];
