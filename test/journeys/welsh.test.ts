import { expect, test } from "vitest";
import { rehearsalAt } from "./rehearsal.ts";

test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
	"somebody chooses Welsh, raises and answers in it, and goes back to English, with scripts: $javaScriptEnabled",
	async (browser) => {
		const rehearsal = await rehearsalAt("2026-03-24T10:00", browser);
		const { page, press, open, send, look, isScripted } = rehearsal;
		const language = () => page.locator("html").getAttribute("lang");
		const heading = () => page.locator("h1").innerText();
		/** In the head of the page where scripts run; without one, at the end of the form, or there after being asked. */
		const speak = async (name: string) => {
			const here = page.locator("main").getByRole("button", { name, exact: true });
			if (!isScripted && (await here.count()) > 0) return press(name);
			await Promise.all([
				page.waitForEvent("load"),
				page.locator("header").getByRole("button", { name, exact: true }).click(),
			]);
			await look();
		};

		await open("/harbour-vale/sign-in");
		await page.fill("#email", "zoe.hartnell@saltmarsh.example.org");
		await speak("Cymraeg");
		expect([await language(), await heading()]).toEqual(["cy", "Mewngofnodi"]);
		expect(await page.inputValue("#email")).toBe("zoe.hartnell@saltmarsh.example.org");

		await Promise.all([
			page.waitForEvent("load"),
			page.locator("main").getByRole("button", { name: "Zoë Hartnell" }).click(),
		]);
		await look();
		expect([await language(), await heading()]).toEqual(["cy", "Fy ngwaith"]);

		await open("/raise");
		await press("Parhau");
		expect(await page.locator(".govuk-error-summary__title").innerText()).toBe(
			"Mae problem wedi codi",
		);
		await page.getByLabel("Na", { exact: true }).check();
		await page.getByLabel("Na, dim un o’r rhain").check();
		await press("Parhau");
		await page.getByLabel("Harbour Vale Children’s Social Care").check();
		await page
			.getByLabel(/Name|Enw/)
			.filter({ visible: true })
			.first()
			.fill("Robin V");
		const person = page.getByLabel("Amara Nwosu");
		if (!isScripted) await press("Parhau");
		await person.check();
		await press("Parhau");

		// What is typed goes along, there and back.
		await page.getByLabel("Amseroldeb ymyriadau").check();
		await page.locator("#issue").fill("Dim ymweliad ers chwe wythnos");
		await speak("English");
		expect(await language()).toBe("en-GB");
		expect(await page.inputValue("#issue")).toBe("Dim ymweliad ers chwe wythnos");
		await speak("Cymraeg");
		expect(await page.inputValue("#issue")).toBe("Dim ymweliad ers chwe wythnos");
		await page.locator("#outcome-wanted").fill("Ymweliad yr wythnos hon");
		await press("Parhau");
		expect(await heading()).toBe("Gwiriwch eich atebion");
		await press("Ei godi");

		await page.getByLabel("Cytunwyd ar yr hyn a ddylai ddigwydd").check();
		await page.locator("#agreed-outcome").fill("Ymweliad ddydd Iau");
		await send();
		expect(await page.locator("main").innerText()).toContain("Ni ellir dadwneud hyn.");
		await Promise.all([
			page.waitForEvent("load"),
			page
				.locator(
					'main form:has(input[value="send-checked"]) button[value="send-checked"], main form:has(input[value="send-checked"]) button.govuk-button',
				)
				.first()
				.click(),
		]);
		await look();
		expect(await language()).toBe("cy");
		expect(await page.locator("main").innerText()).toContain("Y cofnod");

		await open("/");
		await speak("English");
		expect([await language(), await heading()]).toEqual(["en-GB", "My work"]);
	},
);
