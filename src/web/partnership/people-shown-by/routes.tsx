import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { setPeopleShownBy } from "../../../actions/set-people-shown-by.ts";
import { maySetWorkingHours } from "../../../actions/set-working-hours.ts";
import { peopleShownByPath, workingDaysPath } from "../../addresses.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { PeopleShownByPage } from "./page.tsx";

const asked = z.object({
	shownBy: z.enum(["name", "initials"], "Select how lists say whom it is about"),
});

/** How lists and headings say whom a difference is about, for those who see to the partnership's settings. */
export const peopleShownByRoutes: Routes = (web, app) =>
	formPage(web, peopleShownByPath, {
		visit: async ({ viewer }: FastifyRequest) =>
			maySetWorkingHours(viewer) ? partnershipClock(app, app.db, viewer.partnershipId) : undefined,
		asks: asked,
		begins: ({ partnership }) => ({ shownBy: partnership.peopleShownBy }),
		draw: (_, form, { frame }) => <PeopleShownByPage frame={frame} form={form} />,
		act: async ({ shownBy }, _, { viewer }) => {
			await setPeopleShownBy(app, viewer, shownBy);
			return workingDaysPath;
		},
	});
