import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { changeClock, dueAfterChange } from "../../../actions/change-clock.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { DueDate } from "../../../domain/calendar/due-date.ts";
import { clockOf } from "../../../domain/difference/difference.ts";
import { type WayToChange, waysToChange } from "../../../domain/difference/who/may-act.ts";
import { reasonForChange } from "../../../domain/protocol/protocol.ts";
import { whenRefused } from "../../../domain/refusal.ts";
import { changeClockPath } from "../../addresses.ts";
import { actKeyOf } from "../../kit/act-key.ts";
import { type FormState, newForm, typedText } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { buttons } from "../../parts/act/act-form.tsx";
import { answerAct } from "../../parts/act/answer-act.tsx";
import type { AskedAct } from "../../parts/act/asked-act.ts";
import { NotOpenPage } from "../../parts/act/not-open.tsx";
import { keepForLater, type Perform, receiveAct, tryAgain } from "../../parts/act/receive-act.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { readTyped } from "../../parts/fields/typed.ts";
import { withTyped } from "../../parts/typed-so-far.ts";
import { askChange, asksForDate, type Change, changeAsked } from "./asked-change.ts";
import { ChangeClockPage, CheckChangePage, confirmed } from "./page.tsx";

type Address = {
	Params: { id: string; clock: string; how: string };
	Querystring: { saved?: string };
};
type Asks = FastifyRequest<Address>;

/** A change of a date that somebody came to make. */
type Visit = {
	opened: OpenedDifference;
	change: Change;
	asked: AskedAct;
	isOpen: boolean;
	/** When it will be due, where that is known before anything is entered. */
	dueThen: DueDate | undefined;
};

const address = changeClockPath(":id", ":clock", ":how");

/** More time, less time, time that stands still: a page each, for whoever the protocol lets. */
export const clockRoutes: Routes = (web, app) => {
	web.get<Address>(address, async (request, reply) => {
		const visit = await visitChange(app, request);
		if (!visit) return reply.callNotFound();
		return visit.isOpen
			? reply.page(draw(request, visit, newForm(visit.asked.values)))
			: reply
					.code(409)
					.page(
						<NotOpenPage
							frame={request.frame}
							opened={visit.opened}
							step={undefined}
							viewer={request.viewer}
						/>,
					);
	});

	web.post<Address>(address, async (request, reply) => {
		const visit = await visitChange(app, request);
		if (!visit) return reply.callNotFound();
		const { opened, change, asked, isOpen } = visit;
		const { viewer, frame } = request;
		const typed = readTyped(request.body);
		const answer = (received: Awaited<ReturnType<typeof tryAgain>>) =>
			answerAct(app, request, reply, asked, typed, received, (form) => draw(request, visit, form));
		const perform = performing(app, request, visit);
		if (!isOpen) return answer(await tryAgain(perform));
		if (typed.pressed === buttons.later) {
			await keepForLater(app, viewer, asked, typed);
			const path = changeClockPath(opened.header.id, change.rule.id, change.how);
			return reply.redirect(`${path}?saved=now`, 303);
		}
		if (typed.pressed === confirmed || !asksForDate(change.how))
			return answer(await receiveAct(app, viewer, asked, typed, perform));

		let dueThen: DueDate | undefined;
		const received = await receiveAct(app, viewer, asked, typed, async (_, answers) => {
			dueThen = await dueAfterChange(app, viewer, opened.header.id, changeAsked(change, answers));
			return dueThen && opened.difference.seq;
		});
		if (received.is !== "done" || !dueThen) return answer(received);
		await keepForLater(app, viewer, asked, typed);
		const values = withTyped(asked.values, typed);
		return reply.page(
			<CheckChangePage
				frame={frame}
				asked={{ ...asked, values }}
				change={change}
				dueThen={dueThen}
				reason={typedText(values, reasonForChange).trim()}
			/>,
		);
	});
};

const isWay = (how: string): how is WayToChange => waysToChange.some((way) => way === how);

/** Undefined for a stranger, for who may not read of the clock, and for what no protocol has. */
async function visitChange(app: App, request: Asks): Promise<Visit | undefined> {
	const { how, clock: id } = request.params;
	const opened = await openFor(app, request, "clock");
	const rule = opened?.protocol.clocks.find((each) => each.id === id);
	const clock = opened && clockOf(opened.difference, id);
	if (!opened || !rule || !clock || !isWay(how)) return undefined;
	const change = { rule, clock, how };
	const isOpen = opened.acts.some(
		(act) => act.act === "change-clock" && act.rule.id === id && act.ways.includes(how),
	);
	return {
		opened,
		change,
		asked: await askChange(app, request.viewer, opened, change),
		isOpen,
		dueThen:
			isOpen && how === "resume"
				? await dueAfterChange(
						app,
						request.viewer,
						opened.header.id,
						changeAsked(change, { [reasonForChange]: "Not yet given" }),
						// Somebody else was quicker: the form itself will say so.
					).catch(whenRefused(undefined))
				: undefined,
	};
}

const draw = ({ frame, query }: Asks, { asked, change, dueThen }: Visit, form: FormState) => (
	<ChangeClockPage
		frame={frame}
		asked={asked}
		change={change}
		form={form}
		justSaved={query.saved !== undefined}
		dueThen={dueThen}
	/>
);

/** Changes the date, once; sent twice, the second leads to what the first one did. */
const performing =
	(app: App, { viewer, body }: Asks, { opened, change }: Visit): Perform =>
	async (_ending, answers) => {
		const difference = await changeClock(
			app,
			{ difference: opened.header.id, by: viewer, key: actKeyOf(body) },
			changeAsked(change, answers),
		);
		return (
			difference &&
			(change.how === "pause" ? difference.seq : clockOf(difference, change.rule.id)?.seqs.at(-1))
		);
	};
