import type { FastifyInstance } from "fastify";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { sessionStore } from "../../src/store/sessions.ts";
import { pages } from "../../src/web/routes.ts";
import { codeOf, giveAccount, password } from "../support/account.ts";
import { axe, openBrowser, screenshot } from "../support/browser.ts";
import { officeForEach } from "../support/office.ts";
import { freePort } from "../support/product.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
let port: number;
let web: FastifyInstance;
// A passkey belongs to a name: to no number.
const address = () => `http://localhost:${port}`;

beforeAll(async () => {
	port = await freePort();
});
beforeEach(async () => {
	await giveAccount(here, here.people.businessUnit);
	await giveAccount(here, here.people.teacher);
	web = here.serve(
		{ sessions: sessionStore(here.db), routes: pages },
		{ rehearsal: false, address: address() },
	);
	await web.listen({ host: "127.0.0.1", port });
});
afterAll(async () => web.close());

/** Somebody at a browser of their own, whose pages are looked at. */
async function atBrowser(browser: { javaScriptEnabled?: boolean; width?: number } = {}) {
	const { context, close } = await openBrowser(browser);
	const page = await context.newPage();
	onTestFinished(async ({ task }) => {
		if (task.result?.state === "fail") await screenshot(page, task.name.slice(0, 60));
		await close();
		await web.close();
	});
	const faults: string[] = [];
	page.on("console", (message) => {
		if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
			faults.push(message.text());
	});
	const look = async () => {
		await page.waitForLoadState("load");
		if (browser.javaScriptEnabled !== false) expect(await axe(page), page.url()).toEqual([]);
		expect(faults).toEqual([]);
	};
	const press = async (words: string) => {
		await Promise.all([
			page.waitForEvent("load"),
			page.locator("main").getByRole("button", { name: words, exact: true }).click(),
		]);
		await look();
	};
	const signIn = async ({ email }: { email: string }) => {
		await page.goto(`${address()}/sign-in`);
		await look();
		await page.fill("#email", email);
		await page.fill("#password", password);
		await press("Sign in");
	};
	const signOut = async () => {
		await Promise.all([
			page.waitForEvent("load"),
			page.locator("header").getByRole("button", { name: "Sign out" }).click(),
		]);
		if (browser.javaScriptEnabled === false) await press("Sign out");
	};
	return { page, look, press, signIn, signOut };
}

const heading = (page: Page) => page.locator("h1").innerText();

test("a Business Unit sets up a passkey at their first sign-in, and signs in by it alone from then on", async () => {
	const { page, press, signIn, signOut, look } = await atBrowser();
	const cdp = await page.context().newCDPSession(page);
	await cdp.send("WebAuthn.enable");
	await cdp.send("WebAuthn.addVirtualAuthenticator", {
		options: {
			protocol: "ctap2",
			transport: "internal",
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	await signIn(here.people.businessUnit);
	expect(await heading(page)).toBe("How you sign in");
	await page.fill("#name", "Work laptop");
	await press("Add a passkey");
	expect(await heading(page)).toBe("That is set up. Keep your recovery codes");
	expect(await page.locator("#codes li").count()).toBe(10);
	await page.getByRole("link", { name: "Go to my work" }).click();
	expect(await heading(page)).toBe("My work");
	await signOut();
	await look();
	await press("Sign in with a passkey");
	expect(await heading(page)).toBe("My work");
	expect(new URL(page.url()).search).toBe("");
	await page.goto(`${address()}/your-settings/sign-in`);
	await look();
	expect(await page.locator("main").innerText()).toMatch(/Work laptop\s+Added on 26 March 2026/);
	// With the password it is asked for too.
	await signOut();
	await signIn(here.people.businessUnit);
	expect(await heading(page)).toBe("Show that it is you");
	await press("Use your passkey");
	expect(await heading(page)).toBe("My work");
});

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"a teacher sets up an authenticator app and signs in by it, with scripts: $javaScriptEnabled",
	async (browser) => {
		const { page, press, signIn, signOut } = await atBrowser({ ...browser, width: 375 });
		await signIn(here.people.teacher);
		await page.goto(`${address()}/your-settings/sign-in`);
		await press("Set up an app");
		expect(await page.locator(".concord-qr").isVisible()).toBe(true);
		const key = await page.locator("#app-key").innerText();
		await page.fill("#code", codeOf(key, here.app.clock()));
		await press("Finish");
		expect(await page.locator("#codes li").count()).toBe(10);
		await page.goto(`${address()}/`);
		await signOut();
		here.at("2026-03-26T10:01");
		await signIn(here.people.teacher);
		expect(await heading(page)).toBe("Show that it is you");
		await page.fill("#code", codeOf(key, here.app.clock()));
		await press("Continue");
		expect(await heading(page)).toBe("My work");
		// Nothing is wider than a telephone.
		await page.goto(`${address()}/your-settings/sign-in`);
		expect(await page.locator("html").evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(
			375,
		);
	},
);

test("somebody who asks for nothing is asked whether they are there, stays, and is signed out in the end", async () => {
	const { page, signIn, look } = await atBrowser();
	await page.clock.install();
	await signIn(here.people.teacher);
	const dialog = page.locator("dialog");
	await page.clock.runFor("54:00");
	expect(await dialog.isVisible()).toBe(false);
	await page.clock.runFor("01:10");
	expect(await dialog.innerText()).toContain("Are you still there?");
	await look();
	const [asked] = await Promise.all([
		page.waitForResponse(/stay-signed-in/),
		page.getByRole("button", { name: "Stay signed in" }).click(),
	]);
	expect(asked.status()).toBe(204);
	expect(await dialog.isVisible()).toBe(false);
	await page.clock.runFor("10:00");
	expect(await heading(page)).toBe("My work");
	await Promise.all([page.waitForURL(/sign-in\?then=%2F$/), page.clock.runFor("51:00")]);
	expect(await heading(page)).toBe("Sign in");
});

test("what no draft keeps stays on the page when the time has come", async () => {
	const { page, signIn } = await atBrowser();
	await page.clock.install();
	await signIn(here.people.teacher);
	await page.goto(`${address()}/your-settings`);
	await page.fill("#phone", "0300 123 4567");
	await page.clock.runFor("01:01:00");
	expect(await page.locator("dialog").innerText()).toContain("You have been signed out");
	await page.getByRole("button", { name: "Back to the page" }).click();
	expect(await page.inputValue("#phone")).toBe("0300 123 4567");
});
