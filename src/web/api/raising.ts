import { z } from "zod";
import { raiseDifference } from "../../actions/raise-difference.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { FormValues } from "../kit/form.ts";
import { dateValues } from "../kit/form.ts";
import { refusedForFiles } from "../parts/act/chosen-files.tsx";
import { isStillToCome } from "../parts/raising/pages.ts";
import {
	asksAgency,
	inputs,
	inScope,
	offerTitle,
	type Raising,
	raisingBy,
	readUrgentContacts,
} from "../parts/raising/raising.ts";
import { keysOf } from "./acting.ts";
import { answering, aQuestion, inputsGiven, questionTold, readGiven } from "./asked.ts";
import { type Asking, does, reads } from "./operation.ts";
import { doesNotFit } from "./problem.ts";
import { aPerson } from "./schemas.ts";

const raising = z
	.object({
		begin: z.string().describe("The protocol, and its way to begin where it is not the usual one."),
		ways: z.array(z.object({ begin: z.string(), title: z.string(), protocol: z.string() })),
		notFor: z
			.array(z.object({ if: z.string(), go: z.string() }))
			.describe("What is not raised here, and where it goes instead."),
		agencies: z
			.array(aPerson)
			.nullable()
			.describe("Those it can be raised with; null where none is chosen."),
		safety: z.array(z.object({ call: z.string(), name: z.string(), if: z.string() })),
		questions: z
			.array(aQuestion)
			.describe("Ask with an agency to have its people among those who may be named."),
		alike: z
			.array(z.object({ id: z.uuid(), reference: z.string() }))
			.describe(
				"Open ones of your agency about the same child, as far as they are known by what was asked with.",
			),
	})
	.meta({ id: "Raising" });

const call = z.strictObject({
	call: z.string().max(200),
	madeAt: z.iso.datetime({ local: true, precision: -1 }).describe("Local: 2026-03-26T14:15."),
});

const given = z.strictObject({
	begin: z.string().max(400).optional().describe("May be left out where there is only one way."),
	scope: z
		.literal(inScope)
		.describe("That whoever raises it has read `notFor`, and nothing of it is so."),
	inDanger: z.boolean().describe("Whether the child is in danger now: then ring first."),
	calls: z.array(call).max(20).default([]).describe("Emergency calls that were made."),
	agency: z.uuid().optional().describe("With which agency, where one is chosen."),
	continues: z.uuid().optional().describe("The difference that goes on in this one."),
	...answering,
	draft: z.uuid().optional().describe("The one to which files were sent."),
	files: z.array(z.uuid()).max(100).default([]),
});

export const raisingOperations = [
	reads({
		id: "readRaising",
		path: "/raising",
		tag: "Raising",
		summary: "Raise a difference: what it asks",
		scope: "differences:raise",
		query: z.object({ begin: z.string().max(400).optional(), agency: z.uuid().optional() }),
		answer: raising,
		run: async ({ app, viewer, query: { begin, agency } }) =>
			told(await raisingBy(app, viewer, { sent: { [inputs.agency]: agency }, begin })),
	}),
	does({
		id: "raiseDifference",
		path: "/differences",
		tag: "Raising",
		summary: "Raise a difference",
		says: "A page asks in five steps what is sent here at once. Where the child is in danger, ring before you send it.",
		scope: "differences:raise",
		status: 201,
		body: given,
		answer: z.object({ difference: z.uuid() }),
		run: async (asking) => ({ difference: await raised(asking) }),
	}),
];

function told({ offer, offers, protocol, ...of }: Raising): z.input<typeof raising> {
	return {
		begin: offer.begin,
		ways: offers.map((each) => ({
			begin: each.begin,
			title: offerTitle(each),
			protocol: each.protocol.id,
		})),
		notFor: protocol.notFor.map(({ if: when, go }) => ({ if: when, go })),
		agencies: asksAgency(offer.way) ? of.agencies.map(({ id, name }) => ({ id, name })) : null,
		safety: protocol.safety.map(({ call: number, name, if: when }) => ({
			call: number,
			name,
			if: when,
		})),
		questions: of.mayAsk.map((each) => questionTold(protocol, each)),
		alike: of.alike.map(({ id, reference }) => ({ id, reference })),
	};
}

async function raised(
	asking: Pick<
		Asking<unknown, unknown, z.infer<typeof given>>,
		"app" | "viewer" | "request" | "body"
	>,
): Promise<string> {
	const { app, viewer, body } = asking;
	const { begin, agency, inDanger, calls, continues, draft, files } = body;
	const first: FormValues = {
		[inputs.begin]: begin,
		[inputs.scope]: inScope,
		[inputs.danger]: inDanger ? "yes" : "no",
		[inputs.agency]: agency,
		[inputs.continues]: continues,
	};
	const before = await raisingBy(app, viewer, { sent: first, begin });
	if (!before.isChosen || (begin !== undefined && before.offer.begin !== begin))
		throw doesNotFit([{ at: "#/begin", says: "Choose one of the ways to begin" }]);
	const { values } = inputsGiven(before.mayAsk, body.answers);
	const sent = { ...first, ...values, ...callsAsInputs(before, calls) };
	const now = await raisingBy(app, viewer, { sent, begin });
	const { protocol, offer, questions, tooLate } = now;
	if (asksAgency(offer.way) && !now.agency)
		throw doesNotFit([{ at: "#/agency", says: "Choose an agency" }]);
	const answers = readGiven(protocol, questions, body);
	if (tooLate) throw new Refusal("too-late", tooLate.says);
	if (isStillToCome(now))
		throw new Refusal("too-late", "The moment at which it was raised must be now or earlier.");
	return raiseDifference(app, viewer, {
		...keysOf(asking),
		protocol: protocol.id,
		way: offer.way.id,
		continues,
		receivingAgency: now.agency?.id,
		answers,
		urgentContacts: readUrgentContacts(protocol, sent).contacts,
		inDanger,
		...(draft !== undefined && { draft }),
		filesSeen: files,
	}).catch((problem) => {
		const errors = problem instanceof Refusal ? refusedForFiles(problem) : undefined;
		if (!errors) throw problem;
		throw doesNotFit([{ at: "#/files", says: (problem as Refusal).message }]);
	});
}

/** The calls that were made, in the inputs of the page that asks for them. @throws Problem for a number that the protocol does not give */
function callsAsInputs(
	{ protocol }: Raising,
	calls: z.infer<typeof call>[],
): Record<string, string | readonly string[] | undefined> {
	return Object.assign(
		{},
		...calls.map(({ call: number, madeAt }, nth) => {
			const index = protocol.safety.findIndex((each) => each.call === number);
			if (index < 0)
				throw doesNotFit([
					{ at: `#/calls/${nth}/call`, says: "This number is not one to ring first" },
				]);
			const moment = Temporal.PlainDateTime.from(madeAt);
			return {
				...dateValues(inputs.rang(index), moment.toPlainDate()),
				[`${inputs.rang(index)}-time`]: moment.toPlainTime().toString({ smallestUnit: "minute" }),
			};
		}),
	);
}
