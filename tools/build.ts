/**
 * Bundles src/ into dist/ so that the product starts without a loader.
 * `--if-stale` does nothing when dist/ is newer than every source.
 */
import { existsSync, globSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const entries = ["src/main.ts", "src/cli/concord.ts"].filter((entry) =>
	existsSync(join(root, entry)),
);

const newest = (pattern: string[]) =>
	Math.max(
		0,
		...globSync(pattern, { cwd: root }).map(
			(file) => statSync(join(root, file)).mtimeMs,
		),
	);

const stale = () =>
	newest(["src/**/*.{ts,tsx,css,js}", "tools/build.ts", "package-lock.json"]) >
	newest(["dist/*.js"]);

if (!process.argv.includes("--if-stale") || stale()) {
	const { build } = await import("esbuild");
	await build({
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
		jsx: "automatic",
		jsxImportSource: "#ui",
		logLevel: "warning",
		alias: {},
	});
}
