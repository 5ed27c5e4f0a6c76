import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { App } from "../../../actions/app.ts";
import type { VersionStatus } from "../../../domain/protocol/version.ts";
import { protocolPaths } from "../../addresses.ts";
import type { FormState, FormValues } from "../../kit/form.ts";
import { type FormOfPage, formPage } from "../../kit/form-page.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { type OfVersion, type Visit, visitToChange } from "./visit-version.ts";

/** What the page of a form about a version is given. */
export type VersionFormView = { frame: PageFrame; visit: Visit; form: FormState };

/** A page on which an administrator does something to a version; once there is nothing left to do, the version’s own. */
export const versionForm = <Asks extends z.ZodType>(
	web: FastifyInstance,
	app: App,
	path: (version: string) => string,
	{
		openWhile,
		begins,
		...form
	}: Omit<FormOfPage<OfVersion, Visit, Asks>, "visit" | "begins"> & {
		/** The statuses in which it can be done; any when left out. */
		openWhile?: VersionStatus[];
		begins?: (visit: Visit) => FormValues;
	},
): void =>
	formPage(web, path(":version"), {
		visit: (request: FastifyRequest<OfVersion>) => visitToChange(app, request),
		begins: (visit) =>
			openWhile && !openWhile.includes(visit.version.status)
				? protocolPaths.version(visit.version.id)
				: (begins?.(visit) ?? {}),
		...form,
	});
