/**
 * A real browser for tests: found, or else fetched. A machine on which neither works fails
 * the test that asked, and says what to do; nothing is ever skipped.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Result } from "axe-core";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const require = createRequire(import.meta.url);

/** Ways to a browser that is there already, the most explicit first. */
const places = () => [
	process.env.CHROMIUM_PATH,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	chromium.executablePath(),
];

const findBrowser = () => places().find((place) => place !== undefined && existsSync(place));

/** Ways to get one, each tried in turn: the usual download, then the system's packages. */
const waysToInstall: [command: string, args: string[]][] = [
	[
		process.execPath,
		[
			join(dirname(require.resolve("playwright-core/package.json")), "cli.js"),
			"install",
			"chromium",
		],
	],
	...(process.getuid?.() === 0
		? ([
				["apt-get", ["update", "-qq"]],
				["apt-get", ["install", "-y", "-qq", "chromium"]],
			] as [string, string[]][])
		: ([
				["sudo", ["-n", "apt-get", "update", "-qq"]],
				["sudo", ["-n", "apt-get", "install", "-y", "-qq", "chromium"]],
			] as [string, string[]][])),
];

function browserPath(): string {
	const there = findBrowser();
	if (there) return there;

	const tried: string[] = [];
	for (const [command, args] of waysToInstall) {
		tried.push([command, ...args].join(" "));
		try {
			execFileSync(command, args, { stdio: "ignore", timeout: patience });
		} catch {
			continue;
		}
		const installed = findBrowser();
		if (installed) return installed;
	}
	throw new Error(
		`The browser tests need Chromium, and it could not be installed. Install it, or give its path in CHROMIUM_PATH. Tried:\n${tried.join("\n")}`,
	);
}

const flags = [
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-gpu",
	"--disable-quic",
	"--disable-sync",
	"--no-first-run",
	// Chromium's own sandbox cannot be set up by root.
	...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** How long to wait for what will come, in milliseconds: on a busy machine a click may take a while. */
const patience = 60_000;

/**
 * Starts a browser with an empty profile of its own. Close it with `close`, which also
 * takes the profile away.
 */
export async function openBrowser(
	options: { width?: number; height?: number; javaScriptEnabled?: boolean } = {},
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
	const { width = 1280, height = 900, javaScriptEnabled = true } = options;
	const profile = mkdtempSync(join(tmpdir(), "concord-browser-"));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: browserPath(),
		headless: true,
		args: flags,
		viewport: { width, height },
		javaScriptEnabled,
		locale: "en-GB",
		timezoneId: "Europe/London",
		timeout: patience,
	});
	context.setDefaultTimeout(patience);
	return {
		context,
		close: async () => {
			await context.close();
			rmSync(profile, { recursive: true, force: true });
		},
	};
}

let axeSource: string | undefined;

/**
 * What axe finds wrong on the page as it stands, one line for each: rule, what it means, where.
 * The page needs scripts enabled; its content security policy does not stand in the way.
 */
export async function axe(page: Page): Promise<string[]> {
	axeSource ??= readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
	await page.evaluate(axeSource);
	const violations: Result[] = await page.evaluate(
		"axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
	);
	return violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
	);
}

/** Keeps a picture of the whole page in test-results/, which is not under version control. */
export const screenshot = (page: Page, name: string) =>
	page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
