import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { setOffersWelsh } from "../../../actions/set-offers-welsh.ts";
import { maySetWorkingHours } from "../../../actions/set-working-hours.ts";
import { welshOfferedPath, workingDaysPath } from "../../addresses.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { WelshOfferedPage } from "./page.tsx";

const asked = z.object({
	offered: z.enum(["yes", "no"], "Select yes if people may choose Welsh"),
});

/** Whether people may choose Welsh, for those who see to the partnership's settings. */
export const welshOfferedRoutes: Routes = (web, app) =>
	formPage(web, welshOfferedPath, {
		visit: async ({ viewer }: FastifyRequest) =>
			maySetWorkingHours(viewer) ? partnershipClock(app, app.db, viewer.partnershipId) : undefined,
		asks: asked,
		begins: ({ partnership }) => ({ offered: partnership.offersWelsh ? "yes" : "no" }),
		draw: (_, form, { frame }) => <WelshOfferedPage frame={frame} form={form} />,
		act: async ({ offered }, _, { viewer }) => {
			await setOffersWelsh(app, viewer, offered === "yes");
			return workingDaysPath;
		},
	});
