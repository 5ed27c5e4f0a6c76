import { expect, test } from "vitest";
import { raise, rehearsalAt } from "./rehearsal.ts";

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

test("an answer is given in Welsh, and the Business Unit finds its desk and a difference in Welsh", async () => {
	const rehearsal = await rehearsalAt("2026-03-24T10:00");
	const { page, as, open, look, press, send, sendAndConfirm, words } = rehearsal;
	const fill = (field: string, text: string) => page.locator(`[id="${field}"]`).fill(text);
	const choose = (ending: string) =>
		page.locator(`main input[type="radio"][value="${ending}"]`).check();
	const name = (person: RegExp) => page.getByLabel(person).filter({ visible: true }).check();

	await as("Zoë Hartnell");
	await raise(rehearsal, {
		agency: "Harbour Vale Children’s Social Care",
		person: "Amara Nwosu",
		theme: "Application of thresholds",
		child: "Robin Vale",
		issue: "Caewyd yr atgyfeiriad heb ymweliad",
		wanted: "Gweld Robin gartref yr wythnos hon",
	});
	await press("Raise it");
	const difference = new URL(page.url()).pathname.replace(/\/steps.*/, "");
	await Promise.all([
		page.waitForEvent("load"),
		page.locator("header").getByRole("button", { name: "Cymraeg" }).click(),
	]);
	await look();
	expect(await page.locator("html").getAttribute("lang")).toBe("cy");
	await open(`${difference}/steps/early-resolution.talk`);
	await choose("not-resolved");
	await fill("not-resolved.what-was-said", "Dywedodd Amara na chyrhaeddwyd y trothwy");
	await fill("why-not-resolved", "Rydym yn darllen y trothwy’n wahanol");
	await name(/Grace Adeyemi/);
	await send();

	await as("Grace Adeyemi");
	expect(await page.locator("h1").innerText()).toBe("Fy ngwaith");
	await open(`${difference}/steps/informal-resolution.talk`);
	await choose("time-agreed");
	await name(/Denise Carrow/);
	await fill("time-agreed.what-was-said", "Bydd Denise yn edrych arno eto");
	await page.locator("#children-in-full-0-dateOfBirth-day").fill("14");
	await page.locator("#children-in-full-0-dateOfBirth-month").fill("5");
	await page.locator("#children-in-full-0-dateOfBirth-year").fill("2018");
	await fill("reply-by-day", "30");
	await fill("reply-by-month", "3");
	await fill("reply-by-year", "2026");
	await sendAndConfirm();
	expect(await words()).toContain("30 Mawrth 2026");

	await as("Denise Carrow");
	await open(`${difference}/steps/informal-resolution.reply`);
	await fill("reply", "Rydym wedi’i ddarllen eto ac yn cadw at ein barn");
	await sendAndConfirm();
	expect(await page.locator("html").getAttribute("lang")).toBe("cy");
	expect(await words()).toContain("Rydym wedi’i ddarllen eto");

	await as("Siân Prosser");
	await open("/business-unit");
	expect(await page.locator("html").getAttribute("lang")).toBe("cy");
	await Promise.all([
		page.waitForEvent("load"),
		page.locator('main a[href^="/differences/"]').first().click(),
	]);
	await look();
	expect(await words()).toContain("Y cofnod");
});
