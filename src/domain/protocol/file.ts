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

/** Who: `raising manager`, `receiving senior-manager`, or a role that holds an office, such as `business-unit`. */
const party = words;

/** Where an outcome leads: `stay`, a step (`forward` or `executive.decide`), `stage executive`, `end resolved`. */
const target = words;
const targets = z
	.union([target, z.array(target).min(1)])
	.transform((given) => [given].flat());

const sends = z.strictObject({
	/** Forms and fields that are sent; none when the sides are only told of the outcome. */
	what: z.array(id),
	/** Sides that are told and may read it from then on. */
	to: ids,
});

const outcome = z.strictObject({
	/** The choice, as the person who makes it reads it. */
	say: words,
	/** Fields that only this outcome asks for. */
	asks: ids.default([]),
	sends: sends.optional(),
	/** The side that gets an acknowledgement saying to whom it was sent and by when they must answer. */
	acknowledges: z.enum(["raising", "receiving"]).optional(),
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets,
});

const due = z.union([
	z.strictObject({
		/** How long: `2 working days`, `10 calendar days`, `24 hours`, `1 working week`, `immediately`. */
		within: words,
		/** What starts it: `forward.forwarded`. Left out: the step's own opening. */
		from: words.optional(),
		strength: z.enum(["hard", "soft", "indicative"]).default("hard"),
		counting: z.enum(["day0", "deemed"]).optional(),
		/** Steps that open when it runs out. */
		late: z.array(target).default([]),
	}),
	z.strictObject({
		/** The field that holds the day both sides agreed. */
		on: id,
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
	/** What somebody owes here. */
	kind: z.enum(stepKinds),
	title: words,
	/** What to do, in a sentence or two. */
	says: words.optional(),
	/** Who owes it. */
	by: party,
	/** The other person in it. */
	with: party.optional(),
	/** The body that a referral goes to. */
	to: words.optional(),
	/** The field that names the person who is to do it; `raised-by` is who raised the difference. */
	"named-in": id.optional(),
	/** Steps whose doers may not do this one, or `everyone-before`. */
	"not-by": z.union([ids, z.literal("everyone-before")]).optional(),
	/** The step that a sign-off signs. */
	of: id.optional(),
	form: id.optional(),
	part: id.optional(),
	asks: ids.default([]),
	/** Only the side that does it may read what is entered, until an outcome sends it. */
	private: z.boolean().default(false),
	due: due.optional(),
	/** Nothing may follow but what stands under `afterwards`. */
	final: z.boolean().default(false),
	/** Each side is asked to write it on the child's own record. */
	"record-on-childs-record": z.boolean().default(false),
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
	/** The field whose earlier answer is offered as a start. */
	from: id.optional(),
};

const field = z.discriminatedUnion("type", [
	z.strictObject({ type: z.literal("text"), ...fieldBase }),
	z.strictObject({
		type: z.literal("long-text"),
		...fieldBase,
		/** The stage whose record is offered as a start. */
		"history-of": id.optional(),
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
		/** Asks for name and date of birth, not only enough to recognise the child. */
		complete: z.boolean().default(false),
	}),
	z.strictObject({ type: z.literal("actions"), ...fieldBase }),
]);

const move = z.strictObject({
	title: words,
	by: z.array(party).min(1),
	/** Stages and steps during which it may be done, or `end decided`. */
	while: z.array(words).min(1),
	/** Only when a clock of the step has run out. */
	"when-late": z.boolean().default(false),
	/** Can be done one time only. */
	once: z.boolean().default(false),
	/** It passes over stages: the reason is shown on the form and counted. */
	skips: z.boolean().default(false),
	/** Only the side that makes it may read it, unless a form that is sent shows it. */
	private: z.boolean().default(false),
	asks: ids.default([]),
	sends: sends.optional(),
	// biome-ignore lint/suspicious/noThenProperty: `then` is the protocol's word, and this object is never awaited
	then: targets,
});

const ending = z.strictObject({
	title: words,
	/** No appeal, and nothing after it but what stands under `afterwards`. */
	final: z.boolean().default(false),
	/** Steps that open at this end, when the stage `from` was reached. */
	opens: z.strictObject({ from: id, steps: z.array(target).min(1) }).optional(),
});

const role = z.union([
	z.strictObject({
		level: z.enum(levels),
		called: words,
		/** What it is called in each sector. */
		in: z.partialRecord(z.enum(sectors), words).default({}),
	}),
	z.strictObject({ office: id, called: words }),
]);

/** A protocol file, as a partnership writes it. */
export const protocolFile = z.strictObject({
	protocol: id,
	version: words,
	title: words,
	partnership: words,
	source: words.optional(),
	calendar: z.enum([
		"england-and-wales",
		"scotland",
		"northern-ireland",
		"uk-union",
	]),
	counting: z.enum(["day0", "deemed"]).default("day0"),
	words: z
		.strictObject({
			difference: words.default("difference"),
			differences: words.default("differences"),
			raising: words.default("the raising agency"),
			receiving: words.default("the receiving agency"),
			"business-unit": words.default("Business Unit"),
		})
		.prefault({}),
	about: words,
	safety: z
		.array(z.strictObject({ if: words, call: words, name: words }))
		.min(1),
	"not-for": z.record(id, z.strictObject({ if: words, go: words })).default({}),
	roles: z.record(id, role),
	themes: z.record(id, words),
	fields: z.record(id, field),
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
	stages: z.record(id, stage),
	afterwards: z.record(id, step).default({}),
	moves: z.record(id, move).default({}),
	endings: z.record(id, ending),
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
