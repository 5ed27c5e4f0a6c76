import { expect, onTestFinished, test } from "vitest";
import { openIdConnect } from "../../src/providers/open-id-connect.ts";
import { sessionStore } from "../../src/store/sessions.ts";
import { pages } from "../../src/web/routes.ts";
import { axe, openBrowser, screenshot } from "../support/browser.ts";
import { officeForAll } from "../support/office.ts";
import { freePort } from "../support/product.ts";
import { testProvider } from "../support/provider.ts";

const office = officeForAll();

test("somebody without a password here signs in at their agency’s provider, works, and is signed out here when they sign out there", async () => {
	const port = await freePort();
	const address = `http://localhost:${port}`;
	const { email } = office.people.safeguardingLead;
	const provider = await testProvider(
		{ carys: { email, email_verified: true } },
		{ concord: address, key: "council" },
	);
	const said = {
		key: "council",
		name: "Combe Council",
		issuer: provider.issuer,
		clientId: provider.clientId,
		clientSecret: provider.clientSecret,
		addresses: ["example.org"],
		verifiedBy: "claim" as const,
		addressClaim: "email",
		returnsTo: [],
	};
	const web = office.serve(
		{ sessions: sessionStore(office.db), routes: pages },
		{ rehearsal: false, address, providers: [openIdConnect(said, address)] },
	);
	await web.listen({ host: "127.0.0.1", port });
	const { context, close } = await openBrowser();
	const page = await context.newPage();
	onTestFinished(async ({ task }) => {
		if (task.result?.state === "fail") await screenshot(page, task.name.slice(0, 60));
		await close();
		await web.close();
		await provider.close();
	});

	await page.goto(`${address}/differences`);
	expect(await axe(page)).toEqual([]);
	await page.locator('main a[href^="/sign-in/with/council"]').click();
	await page.waitForURL(`${provider.issuer}/**`);
	await page.locator('input[name="login"]').fill("carys");
	await page.locator('input[name="password"]').fill("any");
	await page.locator('button[type="submit"]').click();
	await page.waitForURL(`${address}/differences`);
	expect(await page.locator("header").innerText()).toContain("Carys Pugh, Oakfield Primary School");
	expect(await axe(page)).toEqual([]);

	await page.goto(`${provider.issuer}/session/end`);
	await page.locator('button[value="yes"]').click();
	await expect.poll(() => provider.told().length).toBeGreaterThan(0);
	for (const token of provider.told())
		expect(
			(
				await fetch(`${address}/sign-in/ended/council`, {
					method: "POST",
					body: new URLSearchParams({ logout_token: token }),
				})
			).status,
		).toBe(200);
	await page.goto(`${address}/differences`);
	expect(await page.locator("h1").innerText()).toBe("Sign in");
});
