import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { isOverdueForChecking } from "../../../domain/people/contact.ts";
import { deskOf } from "../../../reports/business-unit-desk.ts";
import { logOfForms } from "../../../reports/log-of-forms.ts";
import { listUndelivered } from "../../../store/messages.ts";
import { listDirectory } from "../../../store/people.ts";
import { paths } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { calendarNewsFor } from "../../parts/calendar-notices.tsx";
import { DeskPage } from "./desk-page.tsx";
import { logAsCsv } from "./log-csv.ts";
import { LogPage } from "./log-page.tsx";

/** The office whose desk and log these are. */
const office = "business-unit";
const pageSize = 20;
/** More than any partnership has seen in its life. */
const everything = { page: 1, pageSize: 100_000 };

const logAsked = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export const businessUnitRoutes: Routes = (web, app) => {
	const isTheirs = ({ viewer }: FastifyRequest) => viewer.offices.includes(office);

	web.get(paths.businessUnit, async (request, reply) => {
		if (!isTheirs(request)) return reply.callNotFound();
		const { viewer, frame } = request;
		const { now, partnership } = await partnershipClock(app, app.db, viewer.partnershipId);
		const desk = await deskOf(app, viewer, office, now);
		return reply.page(
			<DeskPage
				frame={frame}
				desk={desk}
				today={now.toPlainDate()}
				shownBy={partnership.peopleShownBy}
				news={await calendarNewsFor(app, viewer)}
				unreached={{
					undelivered: await listUndelivered(app.db, viewer),
					unconfirmed: (await listDirectory(app.db, viewer.partnershipId)).filter(
						({ contactCheckedOn }) => isOverdueForChecking(contactCheckedOn, now.toPlainDate()),
					),
				}}
			/>,
		);
	});

	web.get(paths.logOfForms, async (request, reply) => {
		if (!isTheirs(request)) return reply.callNotFound();
		const { viewer, frame } = request;
		const { page } = logAsked.parse(request.query);
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const asked = { page, pageSize };
		return reply.page(
			<LogPage frame={frame} log={await logOfForms(app, viewer, office, asked, now)} {...asked} />,
		);
	});

	web.get(paths.logOfFormsAsCsv, async (request, reply) => {
		if (!isTheirs(request)) return reply.callNotFound();
		const { viewer } = request;
		const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
		const { rows, dimensions } = await logOfForms(app, viewer, office, everything, now);
		return reply
			.type("text/csv; charset=utf-8")
			.header("content-disposition", `attachment; filename="log-of-forms-${now.toPlainDate()}.csv"`)
			.send(logAsCsv(rows, dimensions));
	});
};
