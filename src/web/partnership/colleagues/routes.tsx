import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { correctAddress, noteTold, updatePhones } from "../../../actions/update-contact.ts";
import { arrangesFor } from "../../../domain/people/absence.ts";
import { cleanAddress } from "../../../domain/typed-text.ts";
import { listFailedTo } from "../../../store/messages.ts";
import { listColleaguesOn } from "../../../store/people.ts";
import { colleaguePath, colleaguePaths, colleaguesPath, paths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import { errorAt, type FormState, newForm, readForm } from "../../kit/form.ts";
import { receiveForm } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { absenceForms } from "../../parts/absence/absence-forms.ts";
import { arrangedFor } from "../../parts/absence/arranged-for.ts";
import { phonesAsked, phoneValues } from "../../parts/phones.tsx";
import { ColleaguesPage } from "./list-page.tsx";
import { ColleaguePage } from "./person-page.tsx";

const address = z.object({
	email: z
		.string("Enter the work address")
		.transform(cleanAddress)
		.pipe(z.string().min(1, "Enter the work address"))
		.pipe(z.email("Enter an e-mail address in the correct format, like name@example.com")),
});

const onPage = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

const lookedFor = z.object({ letters: z.string().max(100).catch("") });

const told = z.object({ shownAt: z.iso.datetime() });

type OfPerson = { Params: { person: string } };

/** Whoever answers for an agency, and the Business Unit, arrange absences for others. */
export const colleaguesRoutes: Routes = (web, app) => {
	const isOffice = ({ viewer }: FastifyRequest) => viewer.offices.includes("business-unit");

	/** Undefined for whoever arranges it for nobody. */
	const drawList = async (request: FastifyRequest, page: number, letters?: string) => {
		const { viewer, frame } = request;
		const whose = arrangesFor(viewer);
		if (whose === "nobody") return undefined;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const { people, total } = await listColleaguesOn(
			app.db,
			viewer.partnershipId,
			now.toPlainDate().toString(),
			{
				but: viewer.id,
				agencyId: whose === "agency" ? viewer.agencyId : undefined,
				letters,
				page,
			},
		);
		if (total === 0 && letters === undefined) return undefined;
		return (
			<ColleaguesPage
				frame={frame}
				form={newForm(letters === undefined ? {} : { letters })}
				people={people}
				total={total}
				page={page}
				office={isOffice(request)}
				ofAll={whose === "everybody"}
			/>
		);
	};

	web.get(colleaguesPath, async (request, reply) => {
		const page = await drawList(request, onPage.parse(request.query).page);
		return page ? reply.page(page) : reply.callNotFound();
	});

	web.post(colleaguePaths.find, async (request, reply) => {
		const page = await drawList(request, 1, lookedFor.parse(request.body).letters);
		return page ? reply.page(page) : reply.callNotFound();
	});

	/** Undefined for whom they may not arrange anything, and for themself. */
	const draw = async (form: FormState, request: FastifyRequest<OfPerson>) => {
		const { viewer, frame, params } = request;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const arranged = isUuid(params.person)
			? await arrangedFor(app, viewer, params.person)
			: undefined;
		if (!arranged || arranged.person.id === viewer.id) return undefined;
		const asArranged = {
			deputies: arranged.deputies,
			email: arranged.person.email,
			...phoneValues(arranged.person),
		};
		return (
			<ColleaguePage
				frame={frame}
				form={{ ...form, values: { ...asArranged, ...form.values } }}
				arranged={arranged}
				office={isOffice(request)}
				unreached={(await listFailedTo(app.db, params.person)).length > 0}
				shownAt={now.toInstant().toString({ smallestUnit: "millisecond" })}
			/>
		);
	};

	web.get<OfPerson>(colleaguePath(":person"), async (request, reply) => {
		const page = await draw(newForm(), request);
		return page ? reply.page(page) : reply.callNotFound();
	});

	const whose = ({ params }: FastifyRequest<OfPerson>) =>
		isUuid(params.person) ? params.person : undefined;

	absenceForms(web, app, {
		paths: {
			away: colleaguePaths.away(":person"),
			back: colleaguePaths.back(":person"),
			deputies: colleaguePaths.deputies(":person"),
		},
		whose,
		draw,
		leadsTo: colleaguePath,
	});

	receiveForm(web, colleaguePaths.address(":person"), {
		visit: (request: FastifyRequest<OfPerson>) => (isOffice(request) ? whose(request) : undefined),
		asks: address,
		draw: (_, form, request) => draw(form, request),
		act: async ({ email }, person, { viewer }) =>
			(await correctAddress(app, viewer, person, email)) === undefined
				? undefined
				: colleaguePath(person),
		refused: ({ message }) => ({ status: 422, errors: errorAt("email", message) }),
	});

	receiveForm(web, colleaguePaths.phones(":person"), {
		visit: whose,
		asks: phonesAsked,
		draw: (_, form, request) => draw(form, request),
		act: async (numbers, person, { viewer }) =>
			(await updatePhones(app, viewer, person, numbers)) ? colleaguePath(person) : undefined,
	});

	web.post<OfPerson>(colleaguePaths.told(":person"), async (request, reply) => {
		const { viewer, params, body } = request;
		if (!isOffice(request) || !isUuid(params.person)) return reply.callNotFound();
		const read = readForm(told, body);
		// A form that no page made: they see who is not reached, and begin from there.
		if (!read.errors) await noteTold(app, viewer, params.person, read.data.shownAt);
		return reply.redirect(paths.businessUnit, 303);
	});
};
