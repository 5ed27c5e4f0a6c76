import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { timeIn } from "../../../actions/partnership-clock.ts";
import { maySetWorkingHours, setWorkingHours } from "../../../actions/set-working-hours.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { reminderHoursPath, workingDaysPath } from "../../addresses.ts";
import { type FormState, newForm, readForm, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { ReminderHoursPage } from "./hours-page.tsx";

const hours = z.object({
	from: z.string("Choose when it begins"),
	until: z.string("Choose when it ends"),
});

export const reminderRoutes: Routes = (web, app) => {
	const show = ({ frame }: FastifyRequest, reply: FastifyReply, form: FormState) =>
		reply.page(<ReminderHoursPage frame={frame} form={form} />);

	web.get(reminderHoursPath, async (request, reply) => {
		const { viewer } = request;
		if (!maySetWorkingHours(viewer)) return reply.callNotFound();
		const { partnership } = await timeIn(app, app.db, viewer.partnershipId);
		return show(request, reply, newForm({ ...partnership.workingHours }));
	});

	web.post(reminderHoursPath, async (request, reply) => {
		const { viewer, body } = request;
		if (!maySetWorkingHours(viewer)) return reply.callNotFound();
		const read = readForm(hours, body);
		if (read.errors) return show(request, reply.code(422), read);
		try {
			await setWorkingHours(app, viewer, read.data);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			return show(request, reply.code(422), withError(read.values, "until", refusal.message));
		}
		return reply.redirect(workingDaysPath, 303);
	});
};
