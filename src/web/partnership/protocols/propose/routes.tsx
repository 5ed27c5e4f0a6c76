import { z } from "zod";
import { proposeProtocolVersion } from "../../../../actions/propose-protocol-version.ts";
import { protocolPaths } from "../../../addresses.ts";
import { dateOf, errorAt, optionalText } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { versionForm } from "../../../parts/protocol/version-form.ts";
import { ProposePage } from "./page.tsx";

const asked = z.object({
	_revision: z.coerce.number().int().catch(0),
	day: dateOf({ name: "The day", missing: "Enter the day from which it is to be in force" }),
	note: optionalText({ name: "What they should know", max: 2000 }),
});

export const protocolProposeRoutes: Routes = (web, app) =>
	versionForm(web, app, protocolPaths.propose, {
		openWhile: ["draft"],
		asks: asked,
		draw: (visit, form, { frame }) => <ProposePage frame={frame} visit={visit} form={form} />,
		act: async ({ _revision: revision, day, note = "" }, { version: { id } }, { viewer }) => {
			await proposeProtocolVersion(app, viewer, { version: id, revision, inForceFrom: day, note });
			return protocolPaths.version(id);
		},
		refused: ({ code, message }) => ({
			status: code === "day-has-passed" ? 422 : 409,
			errors: errorAt("day", message, "day-day"),
		}),
	});
