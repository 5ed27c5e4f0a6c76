import type { FastifyInstance, FastifyRequest, RouteGenericInterface } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { chooseDeputies, enterAbsence, takeBackAbsence } from "../../../actions/arrange-absence.ts";
import { dateOf, errorAt, type FormState, listOf } from "../../kit/form.ts";
import { receiveForm } from "../../kit/form-page.ts";
import type { Html } from "../../kit/html.ts";

const days = z.object({
	from: dateOf({ name: "First day away", missing: "Enter the first day away" }),
	until: dateOf({ name: "Last day away", missing: "Enter the last day away" }),
});
const chosen = z.object({ deputies: listOf(z.uuid()) });
const takenBack = z.object({ absence: z.uuid().optional().catch(undefined) });

/** Receives the forms of `AbsenceSection`, on whichever page it stands. */
export function absenceForms<Address extends RouteGenericInterface>(
	web: FastifyInstance,
	app: App,
	{
		paths,
		whose,
		draw,
		leadsTo,
	}: {
		paths: { away: string; back: string; deputies: string };
		/** The person whose absence it is; undefined where there is none such. */
		whose: (request: FastifyRequest<Address>) => string | undefined;
		draw: (form: FormState, request: FastifyRequest<Address>) => Promise<Html | undefined>;
		/** The address to go on to. */
		leadsTo: (personId: string) => string;
	},
): void {
	const page = {
		visit: whose,
		draw: (_: string, form: FormState, request: FastifyRequest<Address>) => draw(form, request),
	};
	receiveForm(web, paths.away, {
		...page,
		asks: days,
		act: async (given, person, { viewer }) =>
			(await enterAbsence(app, viewer, person, given)) ? leadsTo(person) : undefined,
		refused: ({ message }) => ({ status: 422, errors: errorAt("until", message, "until-day") }),
	});
	receiveForm(web, paths.deputies, {
		...page,
		asks: chosen,
		act: async ({ deputies }, person, { viewer }) =>
			(await chooseDeputies(app, viewer, person, deputies)) ? leadsTo(person) : undefined,
		refused: ({ message }) => ({ status: 422, errors: errorAt("deputies", message) }),
	});
	receiveForm(web, paths.back, {
		...page,
		asks: takenBack,
		act: async ({ absence }, person, { viewer }) =>
			// One that is none any more was taken back already.
			absence === undefined || (await takeBackAbsence(app, viewer, person, absence))
				? leadsTo(person)
				: undefined,
	});
}
