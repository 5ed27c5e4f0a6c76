import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { carriesWhiteText, readColour } from "../../domain/partnership/identity.ts";
import { headColourPath } from "../addresses.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { buildAssets } from "./build-assets.ts";

const root = dirname(findPackageJSON(import.meta.url) ?? "");
const sources = join(root, "src/web/assets");
const built = join(root, "dist/assets");
const manifestFile = join(built, "manifest.json");

/** Builds the assets when there are none, or when their sources have changed since. */
async function ensureAssets(): Promise<void> {
	if (isStale()) await buildAssets(sources, built);
}

function isStale(): boolean {
	if (!existsSync(manifestFile)) return true;
	const builtAt = statSync(manifestFile).mtimeMs;
	return globSync([`${sources}/*`, join(root, "package-lock.json")]).some(
		(file) => statSync(file).mtimeMs > builtAt,
	);
}

/**
 * Serves the assets under /assets, compressed, to be kept for a year: a changed file has
 * another name.
 *
 * @returns the address of each, for `PageFrame`
 */
export async function serveAssets(web: FastifyInstance): Promise<PageFrame["assets"]> {
	await ensureAssets();
	const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as PageFrame["assets"];
	await web.register(fastifyStatic, {
		root: built,
		prefix: "/assets/",
		// An address each: any other, such as a style of before an update, is one that does not exist.
		wildcard: false,
		globIgnore: ["**/manifest.json"],
		preCompressed: true,
		immutable: true,
		maxAge: "365d",
		index: false,
		decorateReply: false,
	});
	serveHeadColours(web);
	return {
		style: `/assets/${manifest.style}`,
		script: `/assets/${manifest.script}`,
		icon: `/assets/${manifest.icon}`,
	};
}

/** A style sheet for each colour that a partnership may have: no page holds a style of its own. */
function serveHeadColours(web: FastifyInstance): void {
	web.get<{ Params: { colour: string } }>(headColourPath(":colour"), async (request, reply) => {
		const colour = readColour(request.params.colour);
		if (colour === undefined || !carriesWhiteText(colour)) return reply.callNotFound();
		return reply
			.type("text/css; charset=utf-8")
			.header("cache-control", "public, max-age=31536000, immutable")
			.send(`:root{--concord-head:${colour}}`);
	});
}
