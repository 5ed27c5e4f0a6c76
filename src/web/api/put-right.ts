/**
 * What may be put right under every protocol, by the API: a note, a correction, a question and its answer, and the like. Each
 * operation calls the action that its page calls.
 */
import { z } from "zod";
import type { App } from "../../actions/app.ts";
import { type OpenedDifference, openDifference } from "../../actions/open-difference.ts";
import { recordOnChildsRecord } from "../../actions/record-on-childs-record.ts";
import { saySafety } from "../../actions/say-safety.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { aboutSafety } from "../../domain/protocol/protocol.ts";
import {
	type Act,
	answering as answeringQuestion,
	askingForTime,
	asking as askingQuestion,
	changingAgency,
	correction,
	disowning,
	note,
	passingOn,
	recalling,
	refusingTime,
} from "../difference/put-right/acts.tsx";
import { declaring, takingBack } from "../difference/put-right/conflicts.tsx";
import { actOf, done, orAsBefore } from "./acting.ts";
import { answering, aQuestion, questionTold, readGiven } from "./asked.ts";
import { does, type Operation, reads } from "./operation.ts";
import { doesNotFit } from "./problem.ts";

const asked = z
	.object({
		difference: z.uuid(),
		title: z.string(),
		choice: z
			.object({
				label: z.string(),
				options: z.array(z.object({ value: z.string(), text: z.string() })),
				needed: z.boolean(),
			})
			.nullable(),
		questions: z.array(aQuestion),
	})
	.meta({ id: "AskedToPutRight" });

const given = z
	.strictObject({
		choice: z.string().max(200).optional().describe("One of the options, where there is a choice."),
		...answering,
	})
	.meta({ id: "GivenToPutRight" });

/** Something that may be put right, added or asked, under the name of its operations. */
type PutRight<Params extends z.ZodObject> = {
	called: string;
	path: string;
	deed: string;
	params: Params;
	/** What the log of readings calls it. */
	read: string;
	make: (
		app: App,
		opened: OpenedDifference,
		viewer: Viewer,
		params: z.infer<Params>,
	) => Promise<Act | undefined> | Act | undefined;
};

const id = { id: z.uuid() };
const name = z.string().min(1).max(200);
const number = z.coerce.number().int().min(1).max(1_000_000_000);

/** The two operations of one of these: what it asks, and to do it. */
const putRight = <Params extends z.ZodObject<{ id: z.ZodUUID }>>({
	called,
	path,
	deed,
	params,
	read,
	make,
}: PutRight<Params>): Operation[] => {
	const visit = async (app: App, viewer: Viewer, asking: z.infer<Params>) => {
		const opened = await openDifference(app, viewer, (asking as { id: string }).id, read);
		return opened && make(app, opened, viewer, asking);
	};
	return [
		reads({
			id: `read${called}`,
			path,
			tag: "Notes, questions and corrections",
			summary: `${deed}: what it asks`,
			scope: "differences:read",
			params,
			answer: asked,
			run: async ({ app, viewer, params: asking }) => {
				const act = await visit(app, viewer, asking);
				return (
					act && {
						difference: act.opened.header.id,
						title: act.title,
						choice: act.choice
							? {
									label: act.choice.label,
									options: act.choice.options.map(({ value, text }) => ({ value, text })),
									needed: act.choice.missing !== undefined,
								}
							: null,
						questions: act.questions.map((each) => questionTold(act.opened.protocol, each)),
					}
				);
			},
		}),
		does({
			id: `do${called}`,
			path,
			tag: "Notes, questions and corrections",
			summary: deed,
			scope: "differences:act",
			ifUnchanged: true,
			params,
			body: given,
			answer: done,
			run: (asking) =>
				orAsBefore(asking, async () => {
					const { app, viewer, params: of, body } = asking;
					const act = await visit(app, viewer, of);
					if (!act) return undefined;
					const isOffered =
						act.choice?.options.some(({ value }) => value === body.choice) !== false;
					if (act.choice?.missing !== undefined && !isOffered)
						throw doesNotFit([{ at: "#/choice", says: act.choice.missing }]);
					if (!act.choice && body.choice !== undefined)
						throw doesNotFit([{ at: "#/choice", says: "There is nothing to choose here" }]);
					const answers = readGiven(act.opened.protocol, act.questions, body);
					const entry = await act.perform(
						actOf(asking, act.opened),
						answers,
						isOffered ? (body.choice ?? "") : "",
					);
					return entry === undefined ? undefined : { difference: act.opened.header.id, entry };
				}),
		}),
	];
};

export const putRightOperations: Operation[] = [
	...putRight({
		called: "Note",
		path: "/differences/{id}/notes",
		deed: "Add a note",
		params: z.object(id),
		read: "note",
		make: note,
	}),
	...putRight({
		called: "Correction",
		path: "/differences/{id}/corrections/{field}",
		deed: "Correct an answer",
		params: z.object({ ...id, field: name }),
		read: "correction",
		make: (app, opened, _, { field }) => correction(app, opened, field),
	}),
	...putRight({
		called: "ChangeOfAgency",
		path: "/differences/{id}/receiving-agency",
		deed: "Put right which agency it is with",
		params: z.object(id),
		read: "correction",
		make: changingAgency,
	}),
	...putRight({
		called: "Question",
		path: "/differences/{id}/questions",
		deed: "Ask another side a question",
		params: z.object(id),
		read: "question",
		make: askingQuestion,
	}),
	...putRight({
		called: "AnswerToQuestion",
		path: "/differences/{id}/questions/{entry}/answer",
		deed: "Answer a question",
		params: z.object({ ...id, entry: number }),
		read: "question",
		make: (app, opened, _, { entry }) => answeringQuestion(app, opened, entry),
	}),
	...putRight({
		called: "NotOurs",
		path: "/differences/{id}/entries/{entry}/not-ours",
		deed: "Say that what an office entered is not yours",
		params: z.object({ ...id, entry: number }),
		read: "not-ours",
		make: (app, opened, _, { entry }) => disowning(app, opened, entry),
	}),
	...putRight({
		called: "PassOn",
		path: "/differences/{id}/steps/{step}/pass-on",
		deed: "Pass a step on to a colleague",
		params: z.object({ ...id, step: name }),
		read: "pass-on",
		make: (app, opened, viewer, { step }) => passingOn(app, opened, viewer, step),
	}),
	...putRight({
		called: "AskForTime",
		path: "/differences/{id}/clocks/{clock}/ask-for-time",
		deed: "Ask for more time",
		params: z.object({ ...id, clock: name }),
		read: "more-time",
		make: (app, opened, _, { clock }) => askingForTime(app, opened, clock),
	}),
	...putRight({
		called: "RefuseTime",
		path: "/differences/{id}/clocks/{clock}/refuse-time",
		deed: "Say no to more time",
		params: z.object({ ...id, clock: name }),
		read: "more-time",
		make: (app, opened, _, { clock }) => refusingTime(app, opened, clock),
	}),
	...putRight({
		called: "Conflict",
		path: "/differences/{id}/conflicts",
		deed: "Declare a conflict of interest",
		params: z.object(id),
		read: "conflict",
		make: declaring,
	}),
	...putRight({
		called: "ConflictOver",
		path: "/differences/{id}/conflicts/{person}/over",
		deed: "Take a conflict of interest back",
		params: z.object({ ...id, person: z.uuid() }),
		read: "conflict",
		make: (app, opened, _, { person }) => takingBack(app, opened, person),
	}),
	...putRight({
		called: "Recall",
		path: "/differences/{id}/recalls/{side}",
		deed: "Recall what went to the wrong agency",
		params: z.object({ ...id, side: name }),
		read: "recall",
		make: (app, opened, _, { side }) => recalling(app, opened, side),
	}),
	does({
		id: "saySafety",
		path: "/differences/{id}/safety",
		tag: "Acts",
		summary: "Say whether the child is safe now",
		says: "Where the child is not safe, ring before you send it.",
		scope: "differences:act",
		ifUnchanged: true,
		params: z.object(id),
		body: z.strictObject({
			safe: z.boolean(),
			about: z.string().trim().max(20_000).default(""),
			calls: z
				.array(
					z.strictObject({
						call: z.string().max(200),
						madeAt: z.iso.datetime({ local: true, precision: -1 }),
					}),
				)
				.max(20)
				.default([]),
		}),
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const { app, viewer, params, body } = asking;
				const opened = await openDifference(app, viewer, params.id, "safety");
				if (!opened?.maySaySafety) return undefined;
				const present = opened.here.now.toPlainDateTime().toString();
				for (const [nth, { call, madeAt }] of body.calls.entries()) {
					if (!opened.protocol.safety.some((each) => each.call === call))
						throw doesNotFit([
							{ at: `#/calls/${nth}/call`, says: "This number is not one to ring first" },
						]);
					if (madeAt > present)
						throw doesNotFit([
							{ at: `#/calls/${nth}/madeAt`, says: "This must be now or earlier" },
						]);
				}
				const after = await saySafety(app, actOf(asking, opened), {
					safe: body.safe,
					calls: body.safe ? [] : body.calls,
					answers: body.about === "" ? {} : { [aboutSafety]: body.about },
				});
				return after && { difference: after.id, entry: after.safety?.seq ?? after.seq };
			}),
	}),
	does({
		id: "recordOnChildsRecord",
		path: "/differences/{id}/childs-record",
		tag: "Acts",
		summary: "Say that a step stands on the child’s own record",
		scope: "differences:act",
		ifUnchanged: true,
		params: z.object(id),
		body: z.strictObject({ step: name }),
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const { app, viewer, params, body } = asking;
				const opened = await openDifference(app, viewer, params.id, "difference");
				if (!opened) return undefined;
				const open = opened.acts.find(
					(act) => act.act === "record-on-childs-record" && act.step.id === body.step,
				);
				const side = open?.act === "record-on-childs-record" ? open.side : (opened.sides[0] ?? "");
				const after = await recordOnChildsRecord(app, actOf(asking, opened), {
					step: body.step,
					side,
				});
				return after && { difference: after.id, entry: after.seq };
			}),
	}),
];
