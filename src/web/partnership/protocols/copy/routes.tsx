import { z } from "zod";
import { makeProtocolVersion } from "../../../../actions/make-protocol-version.ts";
import { protocolPaths } from "../../../addresses.ts";
import { actKeyOf } from "../../../kit/act-key.ts";
import { errorAt, optionalText, requiredText } from "../../../kit/form.ts";
import type { Routes } from "../../../kit/request.ts";
import { say } from "../../../kit/say.tsx";
import { versionForm } from "../../../parts/protocol/version-form.ts";
import { CopyPage } from "./page.tsx";

const asked = z.object({
	name: requiredText({
		missing: "Enter a name for the new version",
		name: "The name",
		max: 40,
	}).regex(
		/^[\w][\w.-]*$/,
		"The name must be of letters, digits, dots and hyphens, such as 2026-05",
	),
	note: optionalText({ name: "Why it is made", max: 2000 }),
});

export const protocolCopyRoutes: Routes = (web, app) =>
	versionForm(web, app, protocolPaths.copy, {
		asks: asked,
		draw: (visit, form, { frame }) => <CopyPage frame={frame} visit={visit} form={form} />,
		act: async ({ name, note = "" }, { version }, { viewer, body }) => {
			const made = await makeProtocolVersion(app, viewer, {
				key: actKeyOf(body),
				source: renamed(version.source, name),
				copiedFrom: version.id,
				note,
			});
			return protocolPaths.edit(made);
		},
		refused: ({ code, message }, { name }) => ({
			status: 422,
			errors: errorAt(
				"name",
				code === "name-taken"
					? say`There is a version “${name}” already. Choose another name`
					: message,
			),
		}),
	});

/** The text with another name for its version; every other line stays as it is. */
const renamed = (source: string, name: string): string =>
	source.replace(/^version:.*$/m, `version: ${JSON.stringify(name)}`);
