import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../../actions/app.ts";
import {
	approveProtocolVersion,
	refuseProtocolVersion,
} from "../../../../actions/decide-protocol-version.ts";
import { protocolPaths } from "../../../addresses.ts";
import {
	dateOf,
	dateValues,
	errorAt,
	type FormState,
	optionalText,
	requiredText,
} from "../../../kit/form.ts";
import type { Html } from "../../../kit/html.ts";
import type { Routes } from "../../../kit/request.ts";
import { versionForm } from "../../../parts/protocol/version-form.ts";
import { readVersion, type Visit } from "../../../parts/protocol/visit-version.ts";
import { DecidePage } from "./page.tsx";

const asked = z.discriminatedUnion(
	"decision",
	[
		z.object({
			decision: z.literal("approve"),
			day: dateOf({ name: "The day", missing: "Enter the day from which it is in force" }),
			note: optionalText({ name: "The note", max: 2000 }),
		}),
		z.object({
			decision: z.literal("refuse"),
			reason: requiredText({
				missing: "Enter why you refuse it",
				name: "The reason",
				max: 2000,
			}),
		}),
	],
	"Choose whether you approve or refuse it",
);

export const protocolDecideRoutes: Routes = (web, app) =>
	versionForm(web, app, protocolPaths.decide, {
		openWhile: ["proposed"],
		asks: asked,
		begins: ({ version, today }) => {
			const day = version.history.at(-1)?.inForceFrom;
			return day && day >= today ? dateValues("day", day) : {};
		},
		draw: (visit, form, request) => draw(app, request, visit, form),
		act: async (given, { version: { id: version } }, { viewer }) => {
			if (given.decision === "approve")
				await approveProtocolVersion(app, viewer, {
					version,
					inForceFrom: given.day,
					note: given.note ?? "",
				});
			else await refuseProtocolVersion(app, viewer, { version, reason: given.reason });
			return protocolPaths.version(version);
		},
		refused: ({ code, message }) =>
			code === "day-has-passed"
				? { status: 422, errors: errorAt("day", message, "day-day") }
				: { status: 409, errors: errorAt("decision", message) },
	});

async function draw(
	app: App,
	{ frame, viewer }: FastifyRequest,
	visit: Visit,
	form: FormState,
): Promise<Html> {
	const { inForce, protocol } = visit;
	const before = inForce && (await readVersion(app, viewer.partnershipId, inForce.id));
	return (
		<DecidePage
			frame={frame}
			visit={visit}
			viewer={viewer}
			changes={before && protocol ? await app.beside.compare(before, protocol) : undefined}
			form={form}
		/>
	);
}
