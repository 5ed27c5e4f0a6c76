import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { partnershipClock } from "../../../actions/partnership-clock.ts";
import { setSmallNumbersBelow } from "../../../actions/set-small-numbers-below.ts";
import { maySetWorkingHours } from "../../../actions/set-working-hours.ts";
import { thresholdsToChoose } from "../../../domain/learning/suppress.ts";
import { smallNumbersPath, workingDaysPath } from "../../addresses.ts";
import { formPage } from "../../kit/form-page.ts";
import type { Routes } from "../../kit/request.ts";
import { SmallNumbersPage } from "./page.tsx";

const asked = z.object({
	below: z.enum(
		thresholdsToChoose.map(String) as [string, ...string[]],
		"Select which numbers are too small to show",
	),
});

/** Which numbers are hidden when a report leaves the Business Unit, for those who see to the partnership's settings. */
export const smallNumbersRoutes: Routes = (web, app) =>
	formPage(web, smallNumbersPath, {
		visit: async ({ viewer }: FastifyRequest) =>
			maySetWorkingHours(viewer) ? partnershipClock(app, app.db, viewer.partnershipId) : undefined,
		asks: asked,
		begins: ({ partnership }) => ({ below: String(partnership.smallNumbersBelow) }),
		draw: (_, form, { frame }) => <SmallNumbersPage frame={frame} form={form} />,
		act: async ({ below }, _, { viewer }) => {
			await setSmallNumbersBelow(app, viewer, Number(below));
			return workingDaysPath;
		},
	});
