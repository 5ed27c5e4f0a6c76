/**
 * How much some things ask of somebody who does them on a telephone: pages, clicks and letters, in a browser.
 * A first talk from "Raise" to recorded; a response, by a senior manager who was never here, from the link in the mail;
 * one correction, from My work.
 *
 *   npx tsx bench/effort.ts
 *
 * It starts a rehearsal of its own, with its own data, and removes it.
 */
import { chromium, type Page } from "playwright-core";
import { dataDirectory, freePort, startProduct } from "../test/support/product.ts";

/** Who types slowly types 40 words of five letters a minute. */
const lettersAMinute = 200;
/** To find a button or a box and press it, in seconds. */
const secondsAClick = 1.5;
/** Of everybody in the rehearsal, as its sign-in page says. */
const password = "harbour-rehearsal";

const data = dataDirectory();
const product = await startProduct({
	CONCORD_DATA: data.path,
	PORT: String(await freePort()),
});
const browser = await chromium.launch({
	executablePath: "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
});

/** Somebody at a telephone, and what it has asked of them since `begin`. */
class Hand {
	readonly page: Page;
	#pages = 0;
	#clicks = 0;
	#letters = 0;

	constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(20_000);
		page.on("load", () => {
			this.#pages += 1;
		});
	}

	begin(): void {
		this.#pages = 0;
		this.#clicks = 0;
		this.#letters = 0;
	}

	async open(path: string): Promise<void> {
		await this.page.goto(new URL(path, product.address).href);
	}

	async choose(label: string | RegExp): Promise<void> {
		this.#clicks += 1;
		await this.#input(label).click();
	}

	async press(role: "button" | "link", name: string | RegExp): Promise<void> {
		this.#clicks += 1;
		const found = this.page.locator("main").getByRole(role, { name }).last();
		await Promise.all([this.page.waitForEvent("load"), found.click()]);
	}

	async type(label: string | RegExp, text: string): Promise<void> {
		this.#clicks += 1;
		this.#letters += text.length;
		await this.#input(label).click();
		// What is there is written over.
		await this.page.keyboard.press("ControlOrMeta+a");
		await this.page.keyboard.type(text);
	}

	#input(label: string | RegExp) {
		return this.page.locator("main").getByLabel(label).filter({ visible: true }).first();
	}

	/** @throws Error where what was last pressed did nothing */
	report(what: string): void {
		if (!this.page.url().includes("?done=")) throw new Error(`${what}: ${this.page.url()}`);
		const seconds = this.#clicks * secondsAClick + (this.#letters / lettersAMinute) * 60;
		console.log(
			`${what}: ${this.#pages} pages, ${this.#clicks} clicks, ${this.#letters} letters: about ${Math.round(seconds)} s`,
		);
	}
}

/** Somebody at a telephone where nobody has signed in. */
async function stranger(): Promise<Hand> {
	const context = await browser.newContext({ viewport: { width: 375, height: 740 } });
	return new Hand(await context.newPage());
}

async function signedIn(name: string): Promise<Hand> {
	const hand = await stranger();
	await hand.open("/sign-in");
	await hand.press("button", `Sign in as ${name}`);
	await hand.open("/");
	return hand;
}

try {
	const teacher = await signedIn("Zoë Hartnell");
	teacher.begin();
	await teacher.press("button", "Raise a professional difference");
	await teacher.choose("No");
	await teacher.choose("No, none of these");
	await teacher.press("button", "Continue");
	await teacher.choose("Harbour Vale Children’s Social Care");
	await teacher.choose("Amara Nwosu");
	await teacher.type("Name", "Ella Brook");
	await teacher.press("button", "Continue");
	await teacher.choose("Timeliness of interventions");
	await teacher.type("What do you disagree about?", "No visit for six weeks");
	await teacher.type("What outcome do you want for the child?", "A visit this week");
	await teacher.press("button", "Continue");
	await teacher.press("button", "Raise it");
	await teacher.choose("We agreed what should happen");
	await teacher.type("What did you agree for the child?", "Amara visits on Thursday");
	await teacher.press("button", "Record the talk");
	teacher.report("A first talk recorded, from My work");

	// The link is what stands in the mail to him.
	const reader = await signedIn("Rafiq Chowdhury");
	await reader.page
		.getByRole("link", { name: /^Answer in part two of the form/ })
		.first()
		.click();
	const [link = ""] = /^.*\/differences\/[^/]+/.exec(reader.page.url()) ?? [];
	const manager = await stranger();
	manager.begin();
	await manager.open(link);
	await manager.type("Email address", "rafiq.chowdhury@csc.example.org");
	await manager.type("Password", password);
	await manager.press("button", /^Sign in$/);
	await manager.press("button", "Answer in part two of the form");
	await manager.choose("In part");
	await manager.type(
		"What is your agency’s response, and why?",
		"We visit on Thursday, then weekly",
	);
	await manager.press("button", "Send the response");
	if (!manager.page.url().includes("?done=")) await manager.press("button", "Send the response");
	manager.report("A response sent, from the mail’s link, signing in");

	await teacher.open("/");
	teacher.begin();
	await teacher.press("link", /^HV-/);
	await teacher.press("link", "Put right a wrong name, date or word");
	await teacher.press("link", /^Put right (Which|The) child/);
	await teacher.type("Name", "Ella Brooke");
	await teacher.type("Why is it put right?", "Misspelt");
	await teacher.press("button", "Put it right");
	teacher.report("One correction, from My work");
} finally {
	await browser.close();
	await product.end("SIGTERM");
	data.remove();
}
