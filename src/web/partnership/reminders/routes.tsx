import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { maySetWorkingHours, setWorkingHours } from "../../../actions/set-working-hours.ts";
import { reminderHoursPath, workingDaysPath } from "../../addresses.ts";
import { errorAt } from "../../kit/form.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { ReminderHoursPage } from "./hours-page.tsx";

const hours = z.object({
	from: z.string("Choose when it begins"),
	until: z.string("Choose when it ends"),
});

export const reminderRoutes: Routes = (web, app) =>
	formPage(web, reminderHoursPath, {
		visit: async ({ viewer }: FastifyRequest) =>
			maySetWorkingHours(viewer) ? partnershipClock(app, app.db, viewer.partnershipId) : undefined,
		asks: hours,
		begins: ({ partnership }) => ({ ...partnership.workingHours }),
		draw: (_, form, { frame }) => <ReminderHoursPage frame={frame} form={form} />,
		act: async (given, _, { viewer }) => {
			await setWorkingHours(app, viewer, given);
			return workingDaysPath;
		},
		refused: ({ message }) => ({ status: 422, errors: errorAt("until", message) }),
	});
