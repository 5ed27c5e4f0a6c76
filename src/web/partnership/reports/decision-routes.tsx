import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
	decideOnReport,
	decisionPage,
	type RequiredAction,
} from "../../../actions/decide-on-report.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listDirectory, type Person } from "../../../store/people.ts";
import { keptReportPaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import {
	dateOf,
	errorAt,
	type FormErrors,
	type FormValues,
	readForm,
	typedText,
} from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayRefusal } from "../../kit/say.tsx";
import { readTyped } from "../../parts/fields/typed.ts";
import { keepAsTyped } from "../../parts/keep-as-typed.ts";
import { keepTyped, typedSoFar } from "../../parts/typed-so-far.ts";
import { agenciesToAsk, whoIn } from "../../parts/who-does-it.ts";
import { DecisionPage } from "./decision-page.tsx";
import { type OfReport, visitReport } from "./visit-report.ts";

/** What the subgroup's chair records at a report. What they type is their own draft until it is recorded. */
export const reportDecisionRoutes: Routes = (web, app) => {
	const visitToDecide = async (request: FastifyRequest<OfReport>) => {
		const visit = await visitReport(app, request);
		return visit?.rights.decides && visit.report.presented ? visit : undefined;
	};
	const placeOf = (report: string) => ({ differenceId: null, page: decisionPage(report) });

	const draw = async (
		request: FastifyRequest<OfReport>,
		visit: NonNullable<Awaited<ReturnType<typeof visitToDecide>>>,
		values: FormValues,
		errors: FormErrors = {},
		rows = rowsIn(values),
	) => (
		<DecisionPage
			frame={request.frame}
			report={visit.report}
			agencies={agenciesToAsk(await listDirectory(app.db, request.viewer.partnershipId))}
			rows={rows}
			form={{ values, errors }}
			pageKey={newActKey()}
		/>
	);

	web.get<OfReport>(keptReportPaths.decide(":report"), async (request, reply) => {
		const visit = await visitToDecide(request);
		if (!visit) return reply.callNotFound();
		const { values } = await typedSoFar(app, request.viewer, placeOf(visit.report.id));
		return reply.page(await draw(request, visit, values));
	});

	web.post<OfReport>(keptReportPaths.keep(":report", "decision"), async (request, reply) => {
		const visit = await visitToDecide(request);
		return visit
			? keepAsTyped(app, request.viewer, placeOf(visit.report.id), request.body, reply)
			: reply.callNotFound();
	});

	web.post<OfReport>(keptReportPaths.decide(":report"), async (request, reply) => {
		const visit = await visitToDecide(request);
		if (!visit) return reply.callNotFound();
		const { viewer } = request;
		const { id } = visit.report;
		const { values, asked, row } = readTyped(request.body);
		await keepTyped(app, viewer, placeOf(id), { asked, values });
		if (row) return reply.page(await draw(request, visit, values, {}, rowsIn(values) + 1));
		const { after } = z
			.object({ _after: z.coerce.number().int().min(0).catch(visit.report.decisions) })
			.transform(({ _after }) => ({ after: _after }))
			.parse(request.body);
		const requires = typedText(values, "requires");
		const { actions, errors } = actionsIn(
			values,
			requires === "yes",
			await listDirectory(app.db, viewer.partnershipId),
		);
		const wrong: FormErrors = {
			...(!["yes", "no"].includes(requires) &&
				errorAt("requires", "Say whether actions are required")),
			...(typedText(values, "why").trim() === "" &&
				errorAt("why", "Enter what the subgroup decided, and why")),
			...errors,
		};
		if (Object.keys(wrong).length > 0)
			return reply.code(422).page(await draw(request, visit, values, wrong));
		try {
			await decideOnReport(app, viewer, id, {
				after,
				requires: requires === "yes",
				why: typedText(values, "why"),
				actions,
			});
		} catch (refusal) {
			if (!(refusal instanceof Refusal) || refusal.code === "not-yours") throw refusal;
			// Sent twice: the first has recorded it.
			if (refusal.code === "changed-meanwhile")
				return reply.redirect(`${keptReportPaths.report(id)}#decision`, 303);
			const at = refusal.code === "day-has-passed" ? "actions-0-due" : "why";
			return reply
				.code(422)
				.page(await draw(request, visit, values, errorAt(at, sayRefusal(refusal))));
		}
		return reply.redirect(`${keptReportPaths.report(id)}?done=decided`, 303);
	});
};

/** Room for as many actions as were typed, and for one. */
const rowsIn = (values: FormValues): number =>
	Math.max(
		1,
		...Object.keys(values).map((name) => Number(/^actions-(\d+)-/.exec(name)?.[1] ?? 0) + 1),
	);

/** The actions that were typed, and what is wrong with them. Without a yes none is read: what was typed stays on the page. */
function actionsIn(
	values: FormValues,
	isRequired: boolean,
	directory: readonly Person[],
): { actions: RequiredAction[]; errors: FormErrors } {
	const actions: RequiredAction[] = [];
	let errors: FormErrors = {};
	if (!isRequired) return { actions, errors };
	for (let nth = 0; nth < rowsIn(values); nth += 1) {
		const name = (input: string) => `actions-${nth}-${input}`;
		const what = typedText(values, name("what")).trim();
		const isEmpty = what === "" && typedText(values, name("who")) === "";
		if (isEmpty && nth > 0) continue;
		const who = whoIn(values, name("who"), directory);
		const due = readForm(
			z.object({
				[name("due")]: dateOf({
					name: "The day",
					missing: say`Enter the day by which action ${nth + 1} is to be done`,
				}),
			}),
			values,
		);
		errors = {
			...errors,
			...(what === "" && errorAt(name("what"), say`Enter what is to be done in action ${nth + 1}`)),
			...(!who && errorAt(name("who"), say`Choose who is to do action ${nth + 1}`)),
			...due.errors,
		};
		const dueOn = due.data?.[name("due")];
		if (who && dueOn) actions.push({ what, ...who, dueOn });
	}
	return { actions, errors };
}
