/**
 * How much raising a difference and recording its first talk asks of somebody: pages, clicks and letters, in a browser.
 *
 *   npx tsx bench/raise.ts http://localhost:4000
 *
 * against a rehearsal that was just started.
 */
import { chromium } from "playwright-core";

const [, , address = "http://localhost:4000"] = process.argv;
/** Who types slowly types 40 words of five letters a minute. */
const lettersAMinute = 200;
/** To find a button or a box and press it, in seconds. */
const secondsAClick = 1.5;

const browser = await chromium.launch({
	executablePath: "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
});
const page = await browser.newPage({ viewport: { width: 375, height: 740 } });
let pages = 0;
let clicks = 0;
let letters = 0;
page.on("load", () => {
	pages += 1;
});

await page.goto(`${address}/rehearsal`);
await Promise.all([
	page.waitForEvent("load"),
	page.getByRole("button", { name: "Sign in as Zoë Hartnell" }).click(),
]);
await page.goto(address);
pages = 0;

const click = async (label: string, exact = true) => {
	clicks += 1;
	await page.locator("main").getByLabel(label, { exact }).first().click();
};
const press = async (name: string) => {
	clicks += 1;
	await Promise.all([
		page.waitForEvent("load"),
		page.locator("main").getByRole("button", { name, exact: true }).click(),
	]);
};
const type = async (input: string, text: string) => {
	clicks += 1;
	letters += text.length;
	await page.locator(input).click();
	await page.keyboard.type(text);
};

await press("Raise a professional difference");
await click("No");
await click("No, none of these");
await press("Continue");
await click("Harbour Vale Children’s Social Care");
await click("Amara Nwosu");
await type("#children-0-name", "Ella Brook");
await press("Continue");
await click("Timeliness of interventions");
await type("#issue", "No visit for six weeks");
await type("#outcome-wanted", "A visit this week");
await press("Continue");
await press("Raise it");
await click("We agreed what should happen", false);
await type("#agreed-outcome", "Amara visits on Thursday");
await press("Confirm");
if (!page.url().includes("?done=")) throw new Error(`Not recorded: ${page.url()}`);
await browser.close();

const seconds = clicks * secondsAClick + (letters / lettersAMinute) * 60;
console.log(`${pages} pages, ${clicks} clicks, ${letters} letters: about ${Math.round(seconds)} s`);
