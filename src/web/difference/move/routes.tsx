import type { FastifyRequest } from "fastify";
import type { App } from "../../../actions/app.ts";
import { makeMove } from "../../../actions/make-move.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Move } from "../../../domain/protocol/protocol.ts";
import { movePath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { actRoute } from "../../parts/act/act-route.tsx";
import { type AskedAct, askAct } from "../../parts/act/asked-act.ts";
import { openFor } from "../../parts/difference/open-for.ts";
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

export const moveRoutes: Routes = (web, app) =>
	actRoute(web, app, movePath(":id", ":move"), {
		visit: (request: Asks) => visitMove(app, request),
		draw: ({ frame, query }, { asked, move }, form) => (
			<MovePage
				frame={frame}
				asked={asked}
				move={move}
				form={form}
				justSaved={query.saved !== undefined}
			/>
		),
		path: ({ opened, move }) => movePath(opened.header.id, move.id),
		perform: async ({ move }, on, ending, answers) => {
			const difference = await makeMove(app, on, { move: move.id, outcome: ending?.id, answers });
			return (
				difference &&
				(difference.moves.findLast((made) => made.move === move.id)?.seq ?? difference.seq)
			);
		},
	});

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
