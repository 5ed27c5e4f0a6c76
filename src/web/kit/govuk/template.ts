import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { type Html, raw } from "../html.ts";

const dist = dirname(dirname(fileURLToPath(import.meta.resolve("govuk-frontend"))));

const templates = new nunjucks.Environment(
	new nunjucks.FileSystemLoader(dist, { noCache: false }),
	{ autoescape: true, trimBlocks: true, lstripBlocks: true },
);

/**
 * A component that govuk-frontend's own template draws; compiled at its first use and kept.
 * For components that are rare on a page: a template costs ten to a hundred times its TSX.
 */
export const fromTemplate =
	<Options extends object>(name: string) =>
	(options: Options): Html =>
		raw(templates.render(`govuk/components/${name}/template.njk`, { params: options }));
