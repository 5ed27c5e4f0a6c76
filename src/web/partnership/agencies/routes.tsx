import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type CheckToDo, peopleToCheck, sayPeopleRight } from "../../../actions/check-people.ts";
import {
	addAgency,
	changeAgencyTo,
	endAgency,
	reopenAgency,
} from "../../../actions/keep-agencies.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { nations } from "../../../domain/partnership/identity.ts";
import { levelsToInvite } from "../../../domain/partnership/invitation.ts";
import {
	isOffered,
	keepsAgencies,
	keepsPartnership,
} from "../../../domain/partnership/keep-people.ts";
import { agencyQuestions } from "../../../domain/partnership/setup-answers.ts";
import { readPhone } from "../../../domain/people/phone.ts";
import { Refusal } from "../../../domain/refusal.ts";
import {
	type Agency,
	type AgencyToBe,
	countPeopleOf,
	countUnlisted,
	listAgencies,
} from "../../../store/agencies.ts";
import { listAgenciesKept } from "../../../store/people-kept.ts";
import { agencyPaths, paths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import {
	errorAt,
	type FormErrors,
	type FormState,
	type FormValues,
	newForm,
	readForm,
	typedText,
} from "../../kit/form.ts";
import { formPage, type RefusedForm } from "../../kit/form-page.ts";
import { govukNotificationBanner } from "../../kit/govuk.ts";
import type { Routes } from "../../kit/request.ts";
import { say, sayRefusal } from "../../kit/say.tsx";
import { AgencyPage } from "./agency-page.tsx";
import { CheckPage, inputOf } from "./check-page.tsx";
import { AgenciesPage, type AgencyStanding, agencyStandings } from "./list-page.tsx";

type OfAgency = { Params: { agency: string }; Querystring: { done?: string } };

const narrowed = z.object({
	standing: z.enum(agencyStandings).catch("here"),
	page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const found = z.object({ letters: z.string().max(100).catch("") });

const asked = z.object({
	...agencyQuestions,
	nation: z.enum(["partnership", ...nations]).default("partnership"),
	proxy: z.union([z.uuid(), z.literal("")]).default(""),
	phone: z
		.string()
		.trim()
		.default("")
		.refine(
			(typed) => typed === "" || readPhone(typed) !== undefined,
			"Enter a telephone number, like 01632 960 001",
		),
});

const toBe = ({ name, sector, nation, proxy, phone }: z.infer<typeof asked>): AgencyToBe => ({
	name,
	sector,
	nation: nation === "partnership" ? null : nation,
	proxyAgencyId: proxy === "" ? null : proxy,
	outOfHoursPhone: phone === "" ? null : (readPhone(phone) ?? null),
});

/** The day that a page showed; null for none. */
const shownDay = z.iso.date().nullable().catch(null);

const doneWords = (): Record<string, string> => ({
	added: say`The agency is added.`,
	saved: say`Saved.`,
	ended: say`It has ended.`,
	"goes-on": say`It is one of the partnership’s agencies again.`,
	right: say`Thank you. The people of your agency are noted as right.`,
});
const doneIn = ({ done }: { done?: string }) => {
	const said = done === undefined ? undefined : doneWords()[done];
	return said === undefined ? undefined : govukNotificationBanner({ type: "success", text: said });
};

/** Which agencies there are, for whoever keeps them; and what each says once a year of its people. */
export const agencyRoutes: Routes = (web, app) => {
	const drawList = async (
		{ viewer, frame, query }: FastifyRequest,
		{ standing, page }: { standing: AgencyStanding; page: number },
		letters?: string,
	) => {
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const today = now.toPlainDate().toString();
		const { agencies, total } = await listAgenciesKept(app.db, viewer.partnershipId, {
			standing: standing === "unanswered" ? { unansweredOn: today } : standing,
			letters,
			page,
		});
		return (
			<AgenciesPage
				frame={frame}
				form={newForm(letters === undefined ? {} : { letters })}
				agencies={agencies}
				total={total}
				standing={standing}
				page={page}
				isOffice={!keepsPartnership(viewer)}
				toConfirm={await countUnlisted(app.db, viewer.partnershipId)}
				today={today}
				notice={doneIn(query as { done?: string })}
			/>
		);
	};
	web.get(agencyPaths.list, async (request, reply) =>
		keepsAgencies(request.viewer)
			? reply.page(await drawList(request, narrowed.parse(request.query)))
			: reply.callNotFound(),
	);
	web.post(agencyPaths.find, async (request, reply) =>
		keepsAgencies(request.viewer)
			? reply.page(
					await drawList(request, { standing: "here", page: 1 }, found.parse(request.body).letters),
				)
			: reply.callNotFound(),
	);

	const draw = async (
		agency: Agency | undefined,
		form: FormState,
		{ viewer, frame, query }: FastifyRequest,
	) => (
		<AgencyPage
			frame={frame}
			form={form}
			agency={agency}
			others={(await listAgencies(app.db, viewer.partnershipId)).filter(
				(one) => one.id !== agency?.id && isOffered(one) && !one.proxyAgencyId,
			)}
			mayCloseDays={keepsAgencies(viewer)}
			mayKeepPeople={keepsPartnership(viewer)}
			mayInvite={agency !== undefined && levelsToInvite(viewer, agency.id).length > 0}
			hasPeople={agency !== undefined && (await countPeopleOf(app.db, agency.id)) > 0}
			notice={doneIn(query as { done?: string })}
		/>
	);

	formPage(web, agencyPaths.add, {
		visit: ({ viewer }) => (keepsAgencies(viewer) ? "adding" : undefined),
		begins: () => ({ nation: "partnership" }),
		asks: asked,
		draw: (_, form, request) => draw(undefined, form, request),
		act: async (given, _, { viewer }) =>
			`${agencyPaths.agency(await addAgency(app, viewer, toBe(given)))}?done=added`,
		refused,
	});

	const kept = async ({ viewer, params }: FastifyRequest<OfAgency>) =>
		keepsAgencies(viewer)
			? (await listAgencies(app.db, viewer.partnershipId)).find(({ id }) => id === params.agency)
			: undefined;

	const asItIs = (agency: Agency): FormValues => ({
		name: agency.name,
		sector: agency.sector,
		nation: agency.nation ?? "partnership",
		proxy: agency.proxyAgencyId ?? "",
		phone: agency.outOfHoursPhone ?? "",
	});

	formPage(web, agencyPaths.agency(":agency"), {
		visit: kept,
		begins: asItIs,
		asks: asked,
		draw: (agency, form, request: FastifyRequest<OfAgency>) =>
			draw(agency, form, request as FastifyRequest),
		act: async (given, agency, { viewer }) =>
			(await changeAgencyTo(app, viewer, agency.id, toBe(given)))
				? `${agencyPaths.agency(agency.id)}?done=saved`
				: undefined,
		refused,
	});

	web.post<OfAgency>(agencyPaths.end(":agency"), async (request, reply) => {
		const agency = await kept(request);
		if (!agency) return reply.callNotFound();
		try {
			if (!(await endAgency(app, request.viewer, agency.id))) return reply.callNotFound();
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			const form = { values: asItIs(agency), errors: errorAt("end", sayRefusal(refusal)) };
			return reply.code(422).page(await draw(agency, form, request as FastifyRequest));
		}
		return reply.redirect(`${agencyPaths.list}?done=ended`, 303);
	});

	web.post<OfAgency>(agencyPaths.goOn(":agency"), async (request, reply) => {
		const { viewer, params } = request;
		return keepsAgencies(viewer) &&
			isUuid(params.agency) &&
			(await reopenAgency(app, viewer, params.agency))
			? reply.redirect(`${agencyPaths.agency(params.agency)}?done=goes-on`, 303)
			: reply.callNotFound();
	});

	const drawCheck = (
		{ viewer, frame }: Pick<FastifyRequest, "viewer" | "frame">,
		check: CheckToDo,
		form: FormState,
	) => (
		<CheckPage
			frame={frame}
			form={form}
			check={check}
			toSeeTo={check.people.flatMap((person) => {
				const has = typedText(form.values, inputOf(person));
				return has === "left" || has === "changed" ? [{ person, has }] : [];
			})}
			mayInvite={levelsToInvite(viewer, check.agencyId).length > 0}
		/>
	);
	const checkOf = ({ viewer, params }: FastifyRequest<OfAgency>) =>
		isUuid(params.agency) ? peopleToCheck(app, viewer, params.agency) : undefined;

	web.get<OfAgency>(agencyPaths.check(":agency"), async (request, reply) => {
		const check = await checkOf(request);
		return check ? reply.page(drawCheck(request, check, newForm())) : reply.callNotFound();
	});

	web.post<OfAgency>(agencyPaths.check(":agency"), async (request, reply) => {
		const check = await checkOf(request);
		if (!check) return reply.callNotFound();
		const { values } = readForm(z.object({}).loose(), request.body);
		const errors: FormErrors = Object.assign(
			{},
			...check.people
				.filter((person) => typedText(values, inputOf(person)) === "")
				.map((person) =>
					errorAt(inputOf(person), say`Say of ${person.name} whether they are right`),
				),
		);
		const right = check.people
			.filter((person) => typedText(values, inputOf(person)) === "right")
			.map(({ id }) => id);
		if (right.length < check.people.length)
			return reply.code(422).page(drawCheck(request, check, { values, errors }));
		try {
			await sayPeopleRight(app, request.viewer, check.agencyId, {
				right,
				before: shownDay.parse(typedText(values, "before")),
			});
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			const first = check.people[0];
			return reply.code(409).page(
				drawCheck(request, check, {
					values,
					errors: first ? errorAt(inputOf(first), sayRefusal(refusal)) : {},
				}),
			);
		}
		return reply.redirect(
			keepsPartnership(request.viewer) ? `${agencyPaths.list}?done=right` : paths.myWork,
			303,
		);
	});
};

const refused = ({ code, message }: Refusal): RefusedForm => ({
	status: 422,
	errors: errorAt(code === "wrong-agency" ? "proxy" : "name", message),
});
