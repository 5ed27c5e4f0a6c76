import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from "vitest";
import type { App } from "../../src/actions/app.ts";
import { runTask } from "../../src/actions/run-task.ts";
import { sessionStore } from "../../src/store/sessions.ts";
import { buildServer } from "../../src/web/server.ts";
import { axe, openBrowser, screenshot } from "../support/browser.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { appOpeningAt } from "../support/rehearsal.ts";

/** The rehearsal partnership, served, and somebody at a real browser in front of it. */
export type Rehearsal = {
	page: Page;
	isScripted: boolean;
	/** Where it is served. */
	address: string;
	/** Becomes another person of the rehearsal. */
	as: (name: string, partnership?: string) => Promise<void>;
	/** Moves the partnership's clock forward: ISO day, and a time such as `9am`. */
	moveTo: (day: string, time: string) => Promise<void>;
	/** Looks at the page that is there: axe, and that nothing failed. */
	look: () => Promise<void>;
	/** Opens an address and looks at the page. */
	open: (path: string) => Promise<void>;
	/** Presses a button or follows a link by its words, and looks at the page it leads to. */
	press: (words: string | RegExp) => Promise<void>;
	follow: (words: string | RegExp) => Promise<void>;
	/** Sends the act that a page is for. */
	send: () => Promise<void>;
	/** The same for one that cannot be undone: sends it, and once more from the page that shows it again. */
	sendAndConfirm: () => Promise<void>;
	/**
	 * Sends a form by its button, lets what it asks for be done beside the page, and waits until the page by itself has a heading.
	 *
	 * @param level of the heading; 1 when left out
	 */
	pressAndWait: (words: string, heading: string | RegExp, level?: number) => Promise<void>;
	/** What a link of the main part gives to keep, by its words. */
	download: (words: string | RegExp) => Promise<Buffer>;
	/** Everything that the main part says. */
	words: () => Promise<string>;
};

/**
 * For one test: closed when it has ended, and when it failed its page is kept as `screenshot` says.
 *
 * @param moment local time at which the rehearsal opens, in working hours of a working day
 */
export async function rehearsalAt(
	moment: string,
	{ javaScriptEnabled = true }: { javaScriptEnabled?: boolean } = {},
): Promise<Rehearsal> {
	const database = await testDatabase({ rehearsal: moment });
	return walkIn(database, appOpeningAt(database.db, moment), { javaScriptEnabled });
}

/** One rehearsal for all tests of a file, which go about differences of their own. It is there once they run. */
export function rehearsalForAll(moment: string): () => Rehearsal {
	let walk: Walk;
	beforeAll(async () => {
		const database = await testDatabase({ rehearsal: moment });
		walk = await walkThrough(database, appOpeningAt(database.db, moment), {});
	});
	afterEach(async ({ task }) => {
		if (task.result?.state === "fail")
			await screenshot(walk.rehearsal.page, task.name.slice(0, 60));
	});
	afterAll(() => walk.close());
	return () => walk.rehearsal;
}

/**
 * The same for any Concord: closed when the test has ended, with its database.
 *
 * @param given what it is asked to do besides tasks, it is asked
 */
export async function walkIn(
	database: TestDatabase,
	given: App,
	options: { javaScriptEnabled?: boolean } = {},
): Promise<Rehearsal> {
	const { rehearsal, close } = await walkThrough(database, given, options);
	onTestFinished(async ({ task }) => {
		if (task.result?.state === "fail") await screenshot(rehearsal.page, task.name.slice(0, 60));
		await close();
	});
	return rehearsal;
}

type Walk = { rehearsal: Rehearsal; close: () => Promise<void> };

async function walkThrough(
	database: TestDatabase,
	given: App,
	{ javaScriptEnabled = true }: { javaScriptEnabled?: boolean },
): Promise<Walk> {
	const tasks: string[] = [];
	const app: App = {
		...given,
		enqueue: async (trx, jobs) => {
			for (const job of jobs) if (job.name === "run-task") tasks.push(job.data.taskId);
			await given.enqueue(
				trx,
				jobs.filter(({ name }) => name !== "run-task"),
			);
		},
	};
	const web = buildServer(app, {
		sessions: sessionStore(app.db),
		secret: "the secret of a journey, which nobody else has",
	});
	const address = await web.listen({ host: "127.0.0.1", port: 0 });
	app.address = address;
	const browser = await openBrowser({ javaScriptEnabled });
	const page = await browser.context.newPage();
	const close = async () => {
		await browser.close();
		await web.close();
		await database.drop();
	};
	const faults: string[] = [];
	page.on("response", (response) => {
		if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
	});
	page.on("console", (message) => {
		if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
			faults.push(message.text());
	});

	/** axe runs in the page, so it sees only pages that may run scripts. */
	const look = async () => {
		await page.waitForLoadState("load");
		if (javaScriptEnabled) expect(await axe(page), page.url()).toEqual([]);
		expect(faults).toEqual([]);
	};
	const then = async (doing: Promise<unknown>) => {
		await Promise.all([page.waitForEvent("load"), doing]).catch(async (problem: Error) => {
			throw new Error(
				`${problem.message}\nOn ${page.url()}:\n${await page.locator("main").innerText()}`,
			);
		});
		await look();
	};
	const press = (words: string | RegExp) =>
		then(
			page
				.locator("main")
				.getByRole("button", { name: words, exact: typeof words === "string" })
				.click(),
		);
	const send = () =>
		then(page.locator('main button[value="send"]:not([aria-hidden])').last().click());
	const open = async (path: string) => {
		await page.goto(address + path);
		await look();
	};
	const rehearsal: Rehearsal = {
		page,
		address,
		isScripted: javaScriptEnabled,
		look,
		open,
		press,
		follow: (words) => then(page.locator("main a", { hasText: words }).first().click()),
		send,
		sendAndConfirm: async () => {
			await send();
			await then(
				page
					.locator('main form:has(input[value="send-checked"]) button:not([name="_speak"])')
					.click(),
			);
		},
		as: async (name, partnership = "harbour-vale") => {
			// By the partnership's own way in: its people are offered, whoever is signed in.
			await page.goto(`${address}/${partnership}/sign-in`);
			await page.waitForLoadState("load");
			await then(page.locator("main").getByRole("button", { name }).click());
		},
		moveTo: async (day, time) => {
			await page.goto(`${address}/rehearsal`);
			const { year, month, day: date } = Temporal.PlainDate.from(day);
			await page.fill("#day-day", String(date));
			await page.fill("#day-month", String(month));
			await page.fill("#day-year", String(year));
			await page.fill("#time", time);
			await press("Move time");
		},
		pressAndWait: async (words, heading, level = 1) => {
			await page.locator("main").getByRole("button", { name: words, exact: true }).click();
			// The next page comes when what it tells of has been asked for.
			await page.getByRole("heading", { level: 1 }).waitFor();
			await expect.poll(() => tasks.length, { timeout: 60_000 }).toBeGreaterThan(0);
			for (const task of tasks.splice(0)) await runTask(app, task);
			await page.getByRole("heading", { level, name: heading }).waitFor();
			await look();
		},
		download: async (words) => {
			const href = await page.locator("main a", { hasText: words }).first().getAttribute("href");
			const file = await page.context().request.get(new URL(href ?? "", page.url()).href);
			expect(file.status(), page.url()).toBe(200);
			expect(file.headers()["content-disposition"]).toContain("attachment");
			return file.body();
		},
		words: async () => (await page.locator("main").innerText()).replace(/\s+/g, " "),
	};
	return { rehearsal, close };
}

/**
 * Raises a difference from the first page to the check page, typing what a hurried person would.
 *
 * @returns how many letters were typed
 */
export async function raise(
	rehearsal: Rehearsal,
	what: {
		agency: string;
		person: string;
		theme: string;
		child: string;
		issue: string;
		wanted: string;
	},
): Promise<number> {
	const { page, press, open, isScripted } = rehearsal;
	await open("/raise");
	await page.getByLabel("No", { exact: true }).check();
	await page.getByLabel("No, none of these").check();
	await press("Continue");
	await page.getByLabel(what.agency).check();
	// Whether the people of the agency are there yet or not: a name is asked for under “Someone else” too, out of sight.
	await page.getByLabel("Name").filter({ visible: true }).first().fill(what.child);
	const person = page.getByLabel(what.person);
	// With a script the people of the agency are there at once; without one they come next.
	if (!isScripted) await press("Continue");
	await person.check();
	await press("Continue");
	await page.getByLabel(what.theme).check();
	await page.locator("#issue").fill(what.issue);
	await page.locator("#outcome-wanted").fill(what.wanted);
	await press("Continue");
	return what.child.length + what.issue.length + what.wanted.length;
}
