import { z } from "zod";
import { changeClock } from "../../actions/change-clock.ts";
import { completeStep } from "../../actions/complete-step.ts";
import type { ActOn } from "../../actions/hold-difference.ts";
import { makeMove } from "../../actions/make-move.ts";
import { type OpenedDifference, openDifference } from "../../actions/open-difference.ts";
import { prefill } from "../../domain/difference/acts/prefill.ts";
import { clockOf, type Difference, lastDone } from "../../domain/difference/difference.ts";
import { waysToChange } from "../../domain/difference/who/may-act.ts";
import type { Answers } from "../../domain/protocol/answers.ts";
import { stepOf } from "../../domain/protocol/protocol.ts";
import { Refusal } from "../../domain/refusal.ts";
import { askChange, changeAsked } from "../difference/clock/asked-change.ts";
import {
	type AskedAct,
	askAct,
	type Ending,
	missingEnding,
	questionsFor,
} from "../parts/act/asked-act.ts";
import { errorFrom } from "../parts/act/receive-act.ts";
import { actOf, done, orAsBefore } from "./acting.ts";
import { answering, aQuestion, foundIn, questionTold, readGiven } from "./asked.ts";
import { type Asking, does, reads } from "./operation.ts";
import { doesNotFit, Problem } from "./problem.ts";

const name = z.string().min(1).max(200);

const asked = z
	.object({
		difference: z.uuid(),
		id: z.string(),
		title: z.string(),
		open: z.boolean().describe("Whether it is yours to do now."),
		questions: z.array(aQuestion).describe("Asked however it ends, but where `blank` says not."),
		outcomes: z.array(
			z.object({
				outcome: z.string(),
				says: z.string(),
				blank: z.boolean().describe("The questions above are not asked then."),
				questions: z.array(aQuestion).describe("Asked only where it ends so."),
			}),
		),
		files: z
			.array(z.object({ id: z.uuid(), name: z.string(), size: z.int(), state: z.string() }))
			.describe("Sent to be attached, and not attached yet."),
	})
	.meta({ id: "AskedAct", description: "What an act asks, and how it can end." });

const given = z
	.strictObject({
		outcome: name.optional().describe("May be left out where there is only one."),
		...answering,
		files: z
			.array(z.uuid())
			.max(100)
			.default([])
			.describe("Those that go with it, as they were sent before: every one that waits there."),
	})
	.meta({ id: "GivenToAct" });

/** An act that somebody came to do. */
type Visit = {
	asked: AskedAct;
	isOpen: boolean;
	/** What a page would begin with. */
	offered: Answers;
	perform: (
		on: ActOn,
		ending: Ending | undefined,
		answers: Answers,
	) => Promise<Difference | undefined>;
	/** The number of its entry in the record. */
	entryIn: (after: Difference) => number | undefined;
};
type Visits<Params> = (asking: Asking<Params, unknown, unknown>) => Promise<Visit | undefined>;

const told = ({ asked: act, isOpen, offered }: Visit): z.input<typeof asked> => {
	const { protocol } = act.opened;
	return {
		difference: act.opened.header.id,
		id: act.page,
		title: act.title,
		open: isOpen,
		questions: act.questions.map((each) => questionTold(protocol, each, offered)),
		outcomes: act.endings.map(({ id, say, outcome, questions }) => ({
			outcome: id,
			says: say,
			blank: outcome.blank,
			questions: questions.map((each) => questionTold(protocol, each, offered)),
		})),
		files: act.files.drafts.map(({ id, name: called, size, state }) => ({
			id,
			name: called,
			size,
			state,
		})),
	};
};

async function perform(
	visit: Visit,
	asking: Asking<unknown, unknown, z.infer<typeof given>>,
): Promise<z.input<typeof done> | undefined> {
	const { asked: act, isOpen } = visit;
	const { body } = asking;
	const on = { ...actOf(asking, act.opened), filesSeen: body.files };
	const finish = (after: Difference | undefined) =>
		after && { difference: after.id, entry: visit.entryIn(after) ?? after.seq };
	// It may be the same request sent a second time, which has done it.
	if (!isOpen) return finish(await visit.perform(on, undefined, {}));
	const ending =
		act.endings.length === 1 && body.outcome === undefined
			? act.endings[0]
			: act.endings.find(({ id }) => id === body.outcome);
	if (!ending) throw doesNotFit([{ at: "#/outcome", says: missingEnding(act) }]);
	const questions = questionsFor(act, ending);
	const answers = readGiven(act.opened.protocol, questions, body);
	try {
		return finish(await visit.perform(on, ending, answers));
	} catch (problem) {
		const errors = problem instanceof Refusal ? errorFrom(problem, questions) : undefined;
		if (!errors || !(problem instanceof Refusal)) throw problem;
		throw new Problem(422, problem.code, "That cannot be done", {
			detail: problem.message,
			errors: foundIn(questions, errors),
		});
	}
}

/** The two operations of an act: what it asks, and to do it. */
const operationsOf = <Params extends z.ZodObject>(
	given_: {
		called: string;
		path: string;
		deed: string;
		params: Params;
	},
	visit: Visits<z.infer<Params>>,
) => [
	reads({
		id: `read${given_.called}`,
		path: given_.path,
		tag: "Acts",
		summary: `${given_.deed}: what it asks`,
		scope: "differences:read",
		params: given_.params,
		answer: asked,
		run: async (asking) => {
			const found = await visit(asking);
			return found && told(found);
		},
	}),
	does({
		id: `do${given_.called}`,
		path: given_.path,
		tag: "Acts",
		summary: given_.deed,
		says: "It is done at once: a page would show what cannot be undone once more first.",
		scope: "differences:act",
		ifUnchanged: true,
		params: given_.params,
		body: given,
		answer: done,
		run: (asking) =>
			orAsBefore(asking, async () => {
				const found = await visit(asking);
				return found && perform(found, asking);
			}),
	}),
];

const ofDifference = { id: z.uuid() };

/** What an act asks is a page of it: so says the log of readings. */
const open = (
	{ app, viewer }: Pick<Asking<unknown, unknown, unknown>, "app" | "viewer">,
	id: string,
	what: string,
): Promise<OpenedDifference | undefined> => openDifference(app, viewer, id, what);

const visitStep: Visits<{ id: string; step: string }> = async (asking) => {
	const { app, viewer, params } = asking;
	const opened = await open(asking, params.id, "step");
	if (!opened || !Object.hasOwn(opened.protocol.steps, params.step)) return undefined;
	const step = stepOf(opened.protocol, params.step);
	return {
		asked: await askAct(app, viewer, opened, { step }, step.by.side),
		isOpen: opened.acts.some((act) => act.act === "step" && act.step.id === step.id),
		offered: prefill(
			opened.protocol,
			opened.difference,
			opened,
			{ step },
			step.by.side,
			opened.here.now,
		),
		perform: (on, ending, answers) =>
			completeStep(app, on, { step: step.id, outcome: ending?.id ?? "", answers }),
		entryIn: (after) => lastDone(after, step.id)?.seq,
	};
};

const visitMove: Visits<{ id: string; move: string }> = async (asking) => {
	const { app, viewer, params } = asking;
	const opened = await open(asking, params.id, "move");
	const move = opened?.protocol.moves.find(({ id }) => id === params.move);
	if (!opened || !move) return undefined;
	const act = opened.acts.find((each) => each.act === "move" && each.move.id === move.id);
	const side = (act?.act === "move" ? act.by : move.by[0])?.side ?? "";
	return {
		asked: await askAct(app, viewer, opened, { move }, side),
		isOpen: act !== undefined,
		offered: prefill(opened.protocol, opened.difference, opened, { move }, side, opened.here.now),
		perform: (on, ending, answers) =>
			makeMove(app, on, { move: move.id, outcome: ending?.id, answers }),
		entryIn: (after) => after.moves.findLast((made) => made.move === move.id)?.seq,
	};
};

const clockParams = z.object({ ...ofDifference, clock: name, how: z.enum(waysToChange) });

const visitClock: Visits<z.infer<typeof clockParams>> = async (asking) => {
	const { app, viewer, params } = asking;
	const { how, clock: id } = params;
	const opened = await open(asking, params.id, "clock");
	const rule = opened?.protocol.clocks.find((each) => each.id === id);
	const clock = opened && clockOf(opened.difference, id);
	if (!opened || !rule || !clock) return undefined;
	const change = { rule, clock, how };
	return {
		asked: await askChange(app, viewer, opened, change),
		isOpen: opened.acts.some(
			(act) => act.act === "change-clock" && act.rule.id === id && act.ways.includes(how),
		),
		offered: {},
		perform: (on, _ending, answers) => changeClock(app, on, changeAsked(change, answers)),
		entryIn: (after) => (how === "pause" ? after.seq : clockOf(after, id)?.seqs.at(-1)),
	};
};

export const actOperations = [
	...operationsOf(
		{
			called: "Step",
			path: "/differences/{id}/steps/{step}",
			deed: "Do a step",
			params: z.object({ ...ofDifference, step: name }),
		},
		visitStep,
	),
	...operationsOf(
		{
			called: "Move",
			path: "/differences/{id}/moves/{move}",
			deed: "Make a move",
			params: z.object({ ...ofDifference, move: name }),
		},
		visitMove,
	),
	...operationsOf(
		{
			called: "ChangeOfClock",
			path: "/differences/{id}/clocks/{clock}/{how}",
			deed: "Change a clock",
			params: clockParams,
		},
		visitClock,
	),
];
