import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import type { Job } from "../../src/actions/app.ts";
import { beginFirstRun } from "../../src/actions/first-run.ts";
import { sendMessage } from "../../src/actions/send-message.ts";
import { smtpTransport } from "../../src/mail/transport.ts";
import { projectRoot } from "../../src/project-root.ts";
import { listShippedProtocols } from "../../src/protocol-files.ts";
import { codeOf } from "../support/account.ts";
import { testDatabase } from "../support/database.ts";
import { appOn } from "../support/partnership.ts";
import { raise, walkIn } from "./rehearsal.ts";

/** A mail server on this machine: what it was given, in order. */
async function mailServer() {
	const letters: { to: string; from: string; text: string }[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, session, done) {
			simpleParser(stream).then((mail) => {
				for (const { address } of session.envelope.rcptTo)
					letters.push({ to: address, from: mail.from?.text ?? "", text: mail.text ?? "" });
				done();
			}, done);
		},
	});
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
	const { port } = server.server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, letters };
}

test("the first day: from a first run in the browser to the mail that says that a first form was sent on", async () => {
	const database = await testDatabase();
	const { url, letters } = await mailServer();
	const queued: Job[] = [];
	let now = Temporal.Instant.from("2026-03-24T10:00:00Z");
	const app = {
		...appOn(database.db, () => now),
		rehearsal: false,
		mail: smtpTransport(url, "Concord <no-reply@northfield.example>"),
		enqueue: async (_: unknown, jobs: readonly Job[]) => void queued.push(...jobs),
		shippedProtocols: () => listShippedProtocols(join(projectRoot, "protocols")),
	};
	const walk = await walkIn(database, app);
	const { page, open, press, follow, send, sendAndConfirm, words } = walk;
	const deliver = async () => {
		for (const job of queued.splice(0))
			if (job.name === "send-mail") await sendMessage(app, job.data.messageId);
	};
	/** Delivers what waits, and opens the link of the letter to an address, as its reader would. */
	const followLetterTo = async (address: string) => {
		await deliver();
		const link = /http\S+\/welcome(\/\S+)/.exec(lettersTo(address))?.[1];
		await page.context().clearCookies();
		await open(`/welcome${link}`);
		await page.locator("#new-password").fill("three odd horses");
		await press("Save and sign in");
	};
	/** Whoever administers, and the Business Unit, show more than a password: they are led to it. */
	const setUpAnApp = async (): Promise<string> => {
		expect(await words()).toContain("How you sign in");
		await press("Set up an app");
		const key = await page.locator("#app-key").innerText();
		await page.locator("#code").fill(codeOf(key, app.clock()));
		await press("Finish");
		expect(await words()).toContain("Keep your recovery codes");
		return key;
	};
	const lettersTo = (address: string) =>
		letters.flatMap(({ to, text }) => (to === address ? [text] : [])).join("\n");
	const goOn = () => press(/^(Save and continue|Continue)$/);

	const before = await fetch(`${walk.address}/sign-in`);
	expect(before.status).toBe(503);
	expect(await before.text()).toContain("This Concord is not set up yet");
	const firstRun = new URL((await beginFirstRun(app)) ?? "").pathname;
	await open(firstRun);
	await page.locator("#name").fill("Northfield Safeguarding Children Partnership");
	await page.locator("#references").fill("nsp");
	await page.getByLabel("England").check();
	await press("Save and continue");
	await page.locator("#help-name").fill("Ana Reis");
	await page.locator("#logo").fill("Northfield");
	await page.locator("#colour").fill("#99ccff");
	await press("Save and continue");
	expect(await words()).toContain("White text cannot be read on this colour");
	await page.locator("#colour").fill("#5b2a86");
	await press("Save and continue");
	await page.locator('input[value="somerset/2021-04.yaml"]').check();
	await press("Save and continue");
	await page.locator("#name-1").fill("Oakfield Primary School");
	await page.locator("#sector-1").selectOption("education");
	await page.locator("#name-2").fill("Northfield Children’s Social Care");
	await page.locator("#sector-2").selectOption("social-care");
	await press("Save and continue");
	await page.locator("#one-name").fill("Ana Reis");
	await page.locator("#one-email").fill("ana@northfield.example");
	await page.locator("#one-job").fill("Business manager");
	await page.locator("#two-name").fill("Bo Lund");
	await page.locator("#two-email").fill("bo@northfield.example");
	await page.locator("#two-job").fill("Systems officer");
	await press("Save and continue");
	await press("Set up Concord");
	expect(await words()).toContain("Concord is set up");
	expect((await page.goto(walk.address + firstRun))?.status()).toBe(404);

	await followLetterTo("ana@northfield.example");
	await setUpAnApp();
	expect(letters.find(({ to }) => to === "ana@northfield.example")?.from).toContain("Northfield");
	expect(await page.locator("header").innerText()).toContain("Northfield");
	await open("/administration");
	expect(await words()).toContain("Somebody in the Business Unit Missing");

	for (const [name, email, job, agency, level, office] of [
		[
			"Cai Owen",
			"cai@northfield.example",
			"Officer",
			"Partnership office",
			"Practitioner",
			"Business Unit",
		],
		[
			"Dee Hart",
			"dee@oakfield.example",
			"Class teacher",
			"Oakfield Primary School",
			"Practitioner",
		],
		[
			"Eli Moss",
			"eli@oakfield.example",
			"Head teacher",
			"Oakfield Primary School",
			"Senior manager",
		],
		[
			"Fay Lund",
			"fay@care.example",
			"Social worker",
			"Northfield Children’s Social Care",
			"Practitioner",
		],
		[
			"Gus Reid",
			"gus@care.example",
			"Service manager",
			"Northfield Children’s Social Care",
			"Senior manager",
		],
	] as const) {
		await open("/administration/invite");
		await page.locator("#name").fill(name);
		await page.locator("#email").fill(email);
		await page.locator("#jobTitle").fill(job);
		await page.locator("#agencyId").selectOption({ label: agency });
		await page.getByLabel(level, { exact: true }).check();
		if (office) {
			await page.getByText("Offices and posts in the partnership").click();
			await page.getByLabel(office, { exact: true }).check();
		}
		await press("Invite");
	}
	expect(await words()).toContain("Eli Moss");

	await followLetterTo("cai@northfield.example");
	const keyOfCai = await setUpAnApp();
	await followLetterTo("dee@oakfield.example");
	await raise(walk, {
		agency: "Northfield Children’s Social Care",
		person: "Fay Lund",
		theme: "Timeliness of interventions",
		child: "Robin V",
		issue: "No visit for six weeks",
		wanted: "A visit this week",
	});
	await press("Raise it");
	expect(await words()).toContain("You raised it.");
	const difference = new URL(page.url()).pathname.replace(/\/steps.*/, "");
	expect(await page.locator("body").innerText()).toMatch(/NSP-\w{5}/);

	// Straight to the form, with why; the form itself; and who signs it off.
	await open(difference);
	await follow("Go straight to formal resolution");
	await page.locator("#skip-reason").fill("Robin was hurt, and nobody answers the phone");
	await send();
	await open(`${difference}/steps/formal-resolution.raise`);
	await follow(/The child/);
	await page.locator("#children-in-full-0-dateOfBirth-day").fill("14");
	await page.locator("#children-in-full-0-dateOfBirth-month").fill("5");
	await page.locator("#children-in-full-0-dateOfBirth-year").fill("2018");
	await page.getByLabel("Yes, for now, with steps taken").check();
	await goOn();
	await page.locator("#evidence").fill("Bruises on two Mondays");
	await page.locator("#impact").fill("Robin is afraid to go home");
	await goOn();
	expect(await page.locator("#history-early").inputValue()).toContain("nobody answers the phone");
	await page.locator("#why-not-resolved").fill("Nobody could be reached");
	await goOn();
	await page.locator("#contact").fill("01632 960 123");
	await goOn();
	await send();
	expect(await words()).toContain("sign off part one");
	await followLetterTo("eli@oakfield.example");
	await open(`${difference}/steps/formal-resolution.sign-off`);
	expect(await words()).toContain("Robin is afraid to go home");
	await page.getByLabel("I sign it off: send it to the Business Unit").check();
	await sendAndConfirm();

	// The Business Unit sends it on, and whoever raised it is told: with that the first day ends.
	await deliver();
	expect(lettersTo("dee@oakfield.example")).not.toContain("We sent it to");
	// The code of the authenticator app that signed Cai in before works no more.
	now = now.add({ minutes: 20 });
	await page.context().clearCookies();
	await open("/sign-in");
	await page.locator("#email").fill("cai@northfield.example");
	await page.locator("#password").fill("three odd horses");
	await press("Sign in");
	await page.locator("#code").fill(codeOf(keyOfCai, now));
	await press("Continue");
	await open(`${difference}/steps/formal-resolution.forward`);
	await page.getByLabel(/Gus Reid/).check();
	await sendAndConfirm();
	await deliver();
	const told = lettersTo("dee@oakfield.example");
	expect(told).toContain(
		"We sent it to Gus Reid (Service manager) of Northfield Children’s Social Care",
	);
	expect(told).not.toContain("Robin");
});
