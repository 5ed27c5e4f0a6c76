import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { makeMove } from "../../../actions/make-move.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Move } from "../../../domain/protocol/protocol.ts";
import { movePath } from "../../addresses.ts";
import { actKeyOf } from "../../kit/act-key.ts";
import { type FormState, newForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { buttons } from "../../parts/act/act-form.tsx";
import { answerAct } from "../../parts/act/answer-act.tsx";
import { type AskedAct, allQuestions, askAct } from "../../parts/act/asked-act.ts";
import { NotOpenPage } from "../../parts/act/not-open.tsx";
import { keepForLater, type Perform, receiveAct, tryAgain } from "../../parts/act/receive-act.ts";
import { openFor } from "../../parts/difference/open-for.ts";
import { readTyped, withRowChanged } from "../../parts/fields/typed.ts";
import { MovePage } from "./page.tsx";

type Address = {
	Params: { id: string; move: string };
	Querystring: { saved?: string };
};
type Asks = FastifyRequest<Address>;

/** A move somebody came to make. */
type Visit = {
	opened: OpenedDifference;
	move: Move;
	asked: AskedAct;
	isOpen: boolean;
};

export const moveRoutes: Routes = (web, app) => {
	web.get<Address>(movePath(":id", ":move"), async (request, reply) => {
		const visit = await visitMove(app, request);
		if (!visit) return reply.callNotFound();
		const { frame, viewer } = request;
		return visit.isOpen
			? reply.page(drawMove(request, visit, newForm(visit.asked.values)))
			: reply
					.code(409)
					.page(
						<NotOpenPage frame={frame} opened={visit.opened} step={undefined} viewer={viewer} />,
					);
	});

	web.post<Address>(movePath(":id", ":move"), async (request, reply) => {
		const visit = await visitMove(app, request);
		if (!visit) return reply.callNotFound();
		const { opened, move, asked, isOpen } = visit;
		const { viewer } = request;
		const typed = readTyped(request.body);
		const perform = performing(app, request, visit);
		const draw = (form: FormState) => drawMove(request, visit, form);

		if (!isOpen) return answerAct(app, request, reply, asked, typed, await tryAgain(perform), draw);
		const values = withRowChanged(typed, allQuestions(asked));
		if (values || typed.pressed === buttons.later)
			await keepForLater(app, viewer, asked, { ...typed, values: values ?? typed.values });
		if (values) return reply.page(draw(newForm(values)));
		if (typed.pressed === buttons.later)
			return reply.redirect(`${movePath(opened.header.id, move.id)}?saved=now`, 303);
		const received = await receiveAct(app, viewer, asked, typed, perform);
		return answerAct(app, request, reply, asked, typed, received, draw);
	});
};

/** Undefined for a stranger, and for a move that the protocol does not have. */
async function visitMove(app: App, request: Asks): Promise<Visit | undefined> {
	const { params, viewer } = request;
	const opened = await openFor(app, request, "move");
	const move = opened?.protocol.moves.find(({ id }) => id === params.move);
	if (!opened || !move) return undefined;
	const open = opened.acts.find((act) => act.act === "move" && act.move.id === move.id);
	const by = open?.act === "move" ? open.by : move.by[0];
	return {
		opened,
		move,
		asked: await askAct(app, viewer, opened, { move }, by?.side ?? ""),
		isOpen: open !== undefined,
	};
}

const drawMove = ({ frame, query }: Asks, { asked, move }: Visit, form: FormState) => (
	<MovePage
		frame={frame}
		asked={asked}
		move={move}
		form={form}
		justSaved={query.saved !== undefined}
	/>
);

/** Makes the move, once; sent twice, the second leads to what the first one did. */
const performing =
	(app: App, { viewer, body }: Asks, { opened, move }: Visit): Perform =>
	async (ending, answers) => {
		const difference = await makeMove(
			app,
			{ difference: opened.header.id, by: viewer, key: actKeyOf(body) },
			{ move: move.id, outcome: ending?.id, answers },
		);
		return (
			difference &&
			(difference.moves.findLast((made) => made.move === move.id)?.seq ?? difference.seq)
		);
	};
