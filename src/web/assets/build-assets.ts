import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const require = createRequire(import.meta.url);

/**
 * Writes style sheet, script and icon for browsers: small, named by their content so that
 * they may be kept for ever, and compressed beforehand.
 *
 * @param sources the folder that holds concord.css, concord.js and icon.svg
 * @param target the folder to write to; `manifest.json` in it says what each is called
 */
export async function buildAssets(sources: string, target: string): Promise<void> {
	const { build, transform } = await import("esbuild");
	const [govukCss, ownCss, icon, script] = await Promise.all([
		readFile(require.resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css"), "utf8"),
		readFile(join(sources, "concord.css"), "utf8"),
		readFile(join(sources, "icon.svg")),
		build({
			entryPoints: [join(sources, "concord.js")],
			bundle: true,
			minify: true,
			format: "esm",
			target: ["chrome100", "firefox100", "safari15"],
			legalComments: "none",
			write: false,
		}),
	]);
	const style = await transform(`${withoutGovUk(govukCss)}\n${ownCss}`, {
		loader: "css",
		minify: true,
		legalComments: "none",
	});

	await mkdir(target, { recursive: true });
	const manifest = {
		style: await writeAsset(target, "concord.css", Buffer.from(style.code)),
		script: await writeAsset(
			target,
			"concord.js",
			Buffer.from(script.outputFiles[0]?.contents ?? []),
		),
		icon: await writeAsset(target, "icon.svg", icon),
	};
	await writeWhole(join(target, "manifest.json"), JSON.stringify(manifest));
}

/** Components whose looks no page of ours has, or may have: the crown and the crest are GOV.UK's own. */
const unused =
	/^\.govuk-(accordion|cookie-banner|exit-this-page|feedback|footer|header|language-navigation|phase-banner|tabs)(?![a-z])/;

/** What GOV.UK keeps for itself is left out: its font, the crown and the crest. */
const withoutGovUk = (css: string): string =>
	css
		.replace(/@font-face\{[^}]*\}/g, "")
		.replaceAll("GDS Transport,arial,sans-serif", "arial,sans-serif")
		.replace(/(?<=[{}])([^{}@;]+)\{[^{}]*\}/g, (rule, selectors: string) =>
			selectors.split(",").every((selector) => unused.test(selector)) ? "" : rule,
		)
		.replace(/\/\*# sourceMappingURL=.*?\*\//, "");

async function writeAsset(target: string, name: string, content: Buffer): Promise<string> {
	const hash = createHash("sha256").update(content).digest("base64url").slice(0, 12);
	const file = name.replace(/(\.\w+)$/, `.${hash}$1`);
	const [brotli, gzipped] = await Promise.all([
		promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
		promisify(gzip)(content, { level: 9 }),
	]);
	await writeWhole(join(target, file), content);
	await writeWhole(join(target, `${file}.br`), brotli);
	await writeWhole(join(target, `${file}.gz`), gzipped);
	return file;
}

/** All of it or none: another process may be building, or serving, the same file. */
async function writeWhole(path: string, content: string | Buffer) {
	const temporary = `${path}.${process.pid}`;
	await writeFile(temporary, content);
	await rename(temporary, path);
}
