import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { remindOwners } from "../../../actions/remind-owners.ts";
import { releaseDifference, takeDifference } from "../../../actions/take-difference.ts";
import { listTimeToGrant } from "../../../actions/time-to-grant.ts";
import { isOverdueForChecking } from "../../../domain/people/contact.ts";
import { officesRead } from "../../../domain/people/viewer.ts";
import { cleanLine } from "../../../domain/typed-text.ts";
import { deskOf, dutiesOnDesk, deskOffice as office } from "../../../reports/business-unit-desk.ts";
import { logOfForms } from "../../../reports/log-of-forms.ts";
import { listAgencies } from "../../../store/agencies.ts";
import { listUndelivered } from "../../../store/messages.ts";
import { listDirectory } from "../../../store/people.ts";
import { listNamedIn, searchDifferences } from "../../../store/search.ts";
import { inWordsFor } from "../../../store/words-of-difference.ts";
import { deskPaths, differencePath, paths } from "../../addresses.ts";
import { isUuid } from "../../kit/act-key.ts";
import { errorAt, type FormState, listOf, newForm, readForm } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { calendarNewsFor } from "../../parts/calendar-notices.tsx";
import { DeskPage } from "./desk-page.tsx";
import { owedValue, toRemind } from "./desk-rows.tsx";
import { FindPage } from "./find-page.tsx";
import { logAsked, logAskedIn, pageSize, themesOf } from "./log-asked.ts";
import { logAsCsv } from "./log-csv.ts";
import { LogPage } from "./log-page.tsx";
import { RemindPage } from "./remind-page.tsx";

/** More than any partnership has seen in its life. */
const everything = { page: 1, pageSize: 100_000 };

const deskAsked = z.object({
	reminded: z.coerce.number().int().min(0).optional().catch(undefined),
});
const found = z.object({
	find: z
		.string("Enter what to find")
		.transform(cleanLine)
		.pipe(z.string().min(2, "Enter two letters or more").max(400, "Enter 400 characters or fewer")),
});
const selected = z.object({ [toRemind]: listOf(z.string().max(300)) });
const taking = z.object({
	difference: z.string().refine(isUuid),
	/** Where it was pressed, when not on the desk. */
	on: z.literal("difference").optional().catch(undefined),
});

/** How many are shown of those that the box finds. */
const mostFound = 50;

export const businessUnitRoutes: Routes = (web, app) => {
	/** Whoever holds the office or heads it reads; whoever holds it acts. */
	const reads = ({ viewer }: FastifyRequest) => officesRead(viewer).includes(office);
	const acts = ({ viewer }: FastifyRequest) => viewer.offices.includes(office);

	const drawDesk = async (request: FastifyRequest, form: FormState) => {
		const { viewer, frame, query } = request;
		const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		return (
			<DeskPage
				frame={frame}
				viewer={viewer}
				readOnly={!acts(request)}
				desk={await deskOf(app, viewer, office, now)}
				today={now.toPlainDate()}
				shownBy={partnership.peopleShownBy}
				news={await calendarNewsFor(app, viewer)}
				timeToGrant={await listTimeToGrant(app, viewer)}
				unreached={{
					undelivered: await listUndelivered(app.db, viewer),
					unconfirmed: (await listDirectory(app.db, viewer.partnershipId)).filter(
						({ contactCheckedOn }) => isOverdueForChecking(contactCheckedOn, now.toPlainDate()),
					),
				}}
				form={form}
				reminded={deskAsked.parse(query).reminded}
			/>
		);
	};

	web.get(paths.businessUnit, async (request, reply) =>
		reads(request) ? reply.page(await drawDesk(request, newForm())) : reply.callNotFound(),
	);

	web.get(deskPaths.find, (_request, reply) => reply.redirect(paths.businessUnit, 303));

	web.post(deskPaths.find, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { viewer, frame, body } = request;
		const { partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		const { data, values, errors } = readForm(found, body);
		const named = data ? await listNamedIn(app.db, viewer, data.find) : [];
		const [one, another] = named;
		if (one && !another) return reply.redirect(differencePath(one.id), 303);
		return reply
			.code(errors ? 422 : 200)
			.page(
				<FindPage
					frame={frame}
					readOnly={!acts(request)}
					form={{ values, errors: errors ?? {} }}
					found={data && (await find(app, request, data.find))}
					most={mostFound}
					shownBy={partnership.peopleShownBy}
				/>,
			);
	});

	web.get(deskPaths.remind, (_request, reply) => reply.redirect(paths.businessUnit, 303));

	/** What was selected and may be reminded of now, and how many may not. */
	const readSelected = async ({ viewer, body }: FastifyRequest) => {
		const { data } = readForm(selected, body);
		const asked = new Set(data?.[toRemind] ?? []);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const rows = (await dutiesOnDesk(app, viewer, office, now)).filter(
			(row) => row.mayRemind && asked.has(owedValue(row)),
		);
		return { rows, left: asked.size - rows.length };
	};

	web.post(deskPaths.remind, async (request, reply) => {
		if (!acts(request)) return reply.callNotFound();
		const { rows, left } = await readSelected(request);
		if (rows.length > 0)
			return reply.page(<RemindPage frame={request.frame} rows={rows} left={left} />);
		const none =
			left > 0
				? "What you selected was done meanwhile, or reminded of today already"
				: "Select what to remind of";
		const page = await drawDesk(request, { values: {}, errors: errorAt(toRemind, none) });
		return reply.code(422).page(page);
	});

	web.post(deskPaths.sendReminders, async (request, reply) => {
		if (!acts(request)) return reply.callNotFound();
		const { rows } = await readSelected(request);
		const reminded = await remindOwners(
			app,
			request.viewer,
			office,
			rows.flatMap(({ id, step }) => (step === null ? [] : [{ difference: id, step }])),
		);
		return reply.redirect(`${paths.businessUnit}?reminded=${reminded}`, 303);
	});

	for (const [path, arrange] of [
		[deskPaths.take, takeDifference],
		[deskPaths.release, releaseDifference],
	] as const)
		web.post(path, async (request, reply) => {
			const { data } = readForm(taking, request.body);
			if (!data || !(await arrange(app, request.viewer, data.difference, office)))
				return reply.callNotFound();
			return reply.redirect(data.on ? differencePath(data.difference) : paths.businessUnit, 303);
		});

	web.get(paths.logOfForms, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { viewer, frame } = request;
		const asked = readForm(logAsked, request.query);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const page = asked.data?.page ?? 1;
		return reply.page(
			<LogPage
				frame={frame}
				readOnly={!acts(request)}
				asked={asked}
				agencies={await listAgencies(app.db, viewer.partnershipId)}
				themes={await themesOf(app, viewer)}
				log={
					asked.data &&
					(await logOfForms(
						app,
						viewer,
						office,
						{ ...logAskedIn(asked.data), page, pageSize },
						now,
					))
				}
				page={page}
			/>,
		);
	});

	web.get(paths.logOfFormsAsCsv, async (request, reply) => {
		if (!reads(request)) return reply.callNotFound();
		const { viewer } = request;
		const { data } = readForm(logAsked, request.query);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const asked = { ...(data && logAskedIn(data)), ...everything };
		const { rows, dimensions } = await logOfForms(app, viewer, office, asked, now);
		return reply
			.type("text/csv; charset=utf-8")
			.header("content-disposition", `attachment; filename="log-of-forms-${now.toPlainDate()}.csv"`)
			.send(logAsCsv(rows, dimensions));
	});
};

/** What the box finds, each in the words of its protocol. */
async function find(app: App, { viewer }: FastifyRequest, anything: string) {
	const { rows, total } = await searchDifferences(app.db, viewer, {
		anything,
		sort: "due",
		page: 1,
		pageSize: mostFound,
	});
	const listed = await Promise.all(
		rows.map(async (row) => {
			const protocol = await app.protocols.version(app.db, row.versionId);
			return { ...row, protocol: await inWordsFor(app.db, protocol, row.id, viewer) };
		}),
	);
	return { rows: listed, total };
}
