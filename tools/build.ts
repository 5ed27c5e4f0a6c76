/**
 * Writes the types of the GOV.UK components, bundles src/ into dist/ so that the product starts
 * without a loader, and builds what browsers fetch into dist/assets/.
 * `--if-stale` bundles and builds nothing when dist/ is newer than every source.
 */
import { existsSync, globSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeGovukOptions } from "./generate-govuk-options.ts";

const root = dirname(import.meta.dirname);
const dist = join(root, "dist");
const entries = ["src/main.ts", "src/cli/concord.ts", "src/beside/beside-worker.ts"].filter(
	(entry) => existsSync(join(root, entry)),
);

const newest = (patterns: string[]) =>
	Math.max(
		0,
		...globSync(patterns, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs),
	);

const stale = () =>
	newest(["src/**/*.{ts,tsx,css,js,svg}", "tools/build.ts", "package-lock.json"]) >
		newest(["dist/*.js"]) || !existsSync(join(dist, "assets/manifest.json"));

writeGovukOptions();

if (!process.argv.includes("--if-stale") || stale()) {
	const [{ build }, { buildAssets }] = await Promise.all([
		import("esbuild"),
		import("../src/web/assets/build-assets.ts"),
	]);
	// Files of earlier builds have other names and would stay for ever.
	for (const file of globSync(["*.js", "*.js.map", "assets/*"], { cwd: dist }))
		rmSync(join(dist, file));
	await Promise.all([
		build({
			absWorkingDir: root,
			entryPoints: entries,
			outdir: "dist",
			entryNames: "[name]",
			bundle: true,
			splitting: true,
			platform: "node",
			format: "esm",
			target: "node26",
			packages: "external",
			sourcemap: true,
			// Where a line stands is enough for whoever reads a fault; with its text a start would read four times as much.
			sourcesContent: false,
			jsx: "automatic",
			jsxImportSource: "#kit",
			logLevel: "warning",
		}),
		buildAssets(join(root, "src/web/assets"), join(dist, "assets")),
	]);
}
