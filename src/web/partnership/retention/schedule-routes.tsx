import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { listStanding, readsRetention, saveSchedule } from "../../../actions/retention.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { decidesRetention } from "../../../domain/retention/decision.ts";
import type { Exception, Rule, Schedule } from "../../../domain/retention/schedule.ts";
import { findSchedule, listSchedules } from "../../../store/retention.ts";
import { retentionPaths } from "../../addresses.ts";
import {
	choiceOf,
	type FormState,
	type FormValues,
	listOf,
	newForm,
	readForm,
	requiredText,
	withError,
} from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayRefusal } from "../../kit/say.tsx";
import { ChangeSchedulePage, SchedulePage } from "./schedule-page.tsx";

const years = (what: string) =>
	z.coerce
		.number(say`${what} must be a whole number of years`)
		.int(say`${what} must be a whole number of years`)
		.min(1, say`${what} must be 1 year or more`)
		.max(100, say`${what} must be 100 years or less`);

const days = (what: string) =>
	z
		.string()
		.trim()
		.transform((typed) => (typed === "" ? null : Number(typed)))
		.refine(
			(count) => count === null || (Number.isInteger(count) && count >= 30 && count <= 3_660),
			say`${what} must be between 30 and 3,660 days, or left blank to keep them`,
		);

const from = choiceOf(["birth", "end"], "Select from when it is counted");
const afterwards = choiceOf(["review", "keep"], "Select what happens then");

const changed = z
	.object({
		read: z.coerce.number().int().min(0),
		years: years("How long"),
		from,
		atLeast: years("At least"),
		afterwards,
		remove: listOf(z.coerce.number().int().min(0)),
		which: z.string().default(""),
		"which-years": z.string().trim().default(""),
		"which-from": from.default("birth"),
		"which-afterwards": afterwards.default("review"),
		drafts: days("Drafts"),
		messages: days("Messages"),
		requests: days("Requests"),
		why: requiredText({
			missing: "Enter why, such as the policy that it follows",
			name: "Why",
			max: 2_000,
		}),
	})
	.superRefine((given, context) => {
		if (given.which !== "" && !years("How long").safeParse(given["which-years"]).success)
			context.addIssue({
				code: "custom",
				path: ["which-years"],
				message: say`How long must be a whole number of years, from 1 to 100`,
			});
	});

/** What ended at a stage or in an ending, as one option says it. */
const keyOf = ({ protocol, stage, ending }: Omit<Exception, "rule">): string =>
	JSON.stringify([protocol, stage, ending]);

/** For how long things are kept, and how that is changed. */
export const retentionScheduleRoutes: Routes = (web, app) => {
	const protocolsOf = async ({ viewer }: FastifyRequest): Promise<Protocol[]> => {
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const day = now.toPlainDate().toString();
		return (await app.protocols.listInForce(app.db, viewer.partnershipId, day)).map(
			({ protocol }) => protocol,
		);
	};

	web.get(retentionPaths.schedule, async (request, reply) => {
		const { viewer, frame } = request;
		if (!readsRetention(viewer)) return reply.callNotFound();
		return reply.page(
			<SchedulePage
				frame={frame}
				mayChange={decidesRetention(viewer)}
				versions={await listSchedules(app.db, viewer.partnershipId)}
				protocols={await protocolsOf(request)}
			/>,
		);
	});

	const draw = async (
		request: FastifyRequest,
		reply: FastifyReply,
		form: FormState,
		{ status = 200, tried }: { status?: number; tried?: Schedule } = {},
	) => {
		const { viewer, frame } = request;
		const protocols = await protocolsOf(request);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate().toString();
		const { rules } = await findSchedule(app.db, viewer.partnershipId);
		return reply.code(status).page(
			<ChangeSchedulePage
				frame={frame}
				form={form}
				rules={rules}
				protocols={protocols}
				options={optionsOf(protocols)}
				touches={
					tried && {
						now: await dueUnder(viewer.partnershipId, today, rules),
						after: await dueUnder(viewer.partnershipId, today, tried),
					}
				}
			/>,
		);
	};
	const dueUnder = async (partnershipId: string, today: string, rules: Schedule) =>
		(await listStanding(app, partnershipId, { today, rules })).flatMap(
			({ standing, difference }) =>
				standing.is === "due" || standing.is === "to-confirm" ? [difference.reference] : [],
		);

	web.get(retentionPaths.change, async (request, reply) => {
		if (!decidesRetention(request.viewer)) return reply.callNotFound();
		const { version, rules } = await findSchedule(app.db, request.viewer.partnershipId);
		return draw(request, reply, newForm(typedFrom(version, rules)));
	});

	web.post(retentionPaths.change, async (request, reply) => {
		const { viewer } = request;
		if (!decidesRetention(viewer)) return reply.callNotFound();
		const read = readForm(changed, request.body);
		if (read.errors) return draw(request, reply, read, { status: 422 });
		const stands = await findSchedule(app.db, viewer.partnershipId);
		const rules = scheduleFrom(read.data, stands.rules);
		if ((request.body as { _do?: string })._do === "preview")
			return draw(request, reply, { values: read.values, errors: {} }, { tried: rules });
		try {
			await saveSchedule(app, viewer, { read: read.data.read, rules, why: read.data.why });
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return draw(request, reply, withError(read.values, "why", sayRefusal(refusal)), {
				status: refusal.code === "changed-meanwhile" ? 409 : 422,
			});
		}
		return reply.redirect(retentionPaths.schedule, 303);
	});
};

const typedFrom = (version: number, rules: Schedule): FormValues => ({
	read: String(version),
	years: String(rules.differences.years),
	from: rules.differences.from,
	atLeast: String(rules.differences.atLeast),
	afterwards: rules.differences.afterwards,
	"which-from": "birth",
	"which-afterwards": "review",
	drafts: String(rules.drafts ?? ""),
	messages: String(rules.messages ?? ""),
	requests: String(rules.requests ?? ""),
});

function scheduleFrom(given: z.infer<typeof changed>, before: Schedule): Schedule {
	const kept = before.exceptions.filter((_, nth) => !given.remove.includes(nth));
	const rule: Rule = {
		years: Number(given["which-years"]),
		from: given["which-from"],
		atLeast: given.atLeast,
		afterwards: given["which-afterwards"],
	};
	const named = given.which === "" ? undefined : whichOf(given.which);
	return {
		differences: {
			years: given.years,
			from: given.from,
			atLeast: given.atLeast,
			afterwards: given.afterwards,
		},
		exceptions: named
			? [...kept.filter((each) => keyOf(each) !== keyOf(named)), { ...named, rule }]
			: kept,
		drafts: given.drafts,
		messages: given.messages,
		requests: given.requests,
	};
}

function whichOf(option: string): Omit<Exception, "rule"> | undefined {
	try {
		const [protocol, stage, ending] = JSON.parse(option) as [string, string | null, string | null];
		return { protocol, stage, ending };
	} catch {
		return undefined;
	}
}

/** What an exception can be made for: how something ended, at which stage, under each protocol. */
function optionsOf(protocols: Protocol[]): { value: string; text: string }[] {
	return protocols.flatMap(({ id: protocol, title, endings, stages }) => [
		...Object.entries(endings).map(([ending, { title: called }]) => ({
			value: keyOf({ protocol, stage: null, ending }),
			text: say`${title}: ended as “${called}”`,
		})),
		...Object.entries(stages).map(([stage, { title: called }]) => ({
			value: keyOf({ protocol, stage, ending: null }),
			text: say`${title}: ended at “${called}”`,
		})),
	]);
}
