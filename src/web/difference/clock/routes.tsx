import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { changeClock, dueAfterChange } from "../../../actions/change-clock.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { DueDate } from "../../../domain/calendar/due-date.ts";
import { clockOf } from "../../../domain/difference/difference.ts";
import { type WayToChange, waysToChange } from "../../../domain/difference/who/may-act.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { reasonForChange } from "../../../domain/protocol/protocol.ts";
import { whenRefused } from "../../../domain/refusal.ts";
import { changeClockPath } from "../../addresses.ts";
import { typedText } from "../../kit/form.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import type { Routes } from "../../kit/request.ts";
import { say } from "../../kit/say.tsx";
import { buttons } from "../../parts/act/act-form.tsx";
import { actRoute } from "../../parts/act/act-route.tsx";
import type { AskedAct } from "../../parts/act/asked-act.ts";
import { keepForLater, type Received, receiveAct } from "../../parts/act/receive-act.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import type { Typed } from "../../parts/fields/typed.ts";
import { withTyped } from "../../parts/typed-so-far.ts";
import { askChange, asksForDate, type Change, changeAsked } from "./asked-change.ts";
import { ChangeClockPage, CheckChangePage } from "./page.tsx";

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

/** More time, less time, time that stands still: a page each, for whoever the protocol lets. */
export const clockRoutes: Routes = (web, app) =>
	actRoute(web, app, changeClockPath(":id", ":clock", ":how"), {
		visit: (request: Asks) => visitChange(app, request),
		draw: ({ frame, query }, { asked, change, dueThen }, form) => (
			<ChangeClockPage
				frame={frame}
				asked={asked}
				change={change}
				form={form}
				justSaved={query.saved !== undefined}
				dueThen={dueThen}
			/>
		),
		path: ({ opened, change }) => changeClockPath(opened.header.id, change.rule.id, change.how),
		perform: async ({ change }, on, _ending, answers) => {
			const difference = await changeClock(app, on, changeAsked(change, answers));
			return (
				difference &&
				(change.how === "pause" ? difference.seq : clockOf(difference, change.rule.id)?.seqs.at(-1))
			);
		},
		receive: ({ viewer, frame }, { change, asked }, typed, perform) =>
			typed.pressed === buttons.confirmed || !asksForDate(change.how)
				? receiveAct(app, viewer, asked, typed, perform)
				: checkNewDate(app, viewer, frame, { change, asked }, typed),
	});

/** Works out when it would be due, and asks once more. */
async function checkNewDate(
	app: App,
	viewer: Viewer,
	frame: PageFrame,
	{ change, asked }: Pick<Visit, "change" | "asked">,
	typed: Typed,
): Promise<Received> {
	const { header, difference } = asked.opened;
	let dueThen: DueDate | undefined;
	const received = await receiveAct(app, viewer, asked, typed, async (_, answers) => {
		dueThen = await dueAfterChange(app, viewer, header.id, changeAsked(change, answers));
		return dueThen && difference.seq;
	});
	if (received.is !== "done" || !dueThen) return received;
	await keepForLater(app, viewer, asked, typed);
	const values = withTyped(asked.values, typed);
	return {
		is: "to-confirm",
		page: (
			<CheckChangePage
				frame={frame}
				asked={{ ...asked, values }}
				change={change}
				dueThen={dueThen}
				reason={typedText(values, reasonForChange).trim()}
			/>
		),
	};
}

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
						changeAsked(change, { [reasonForChange]: say`Not yet given` }),
						// Somebody else was quicker: the form itself will say so.
					).catch(whenRefused(undefined))
				: undefined,
	};
}
