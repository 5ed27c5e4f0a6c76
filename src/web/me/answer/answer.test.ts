import { beforeEach, describe, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import {
	doStep,
	freshKey,
	raiseByTeacher,
	referenceOf,
	toFormal,
} from "../../../../test/support/partnership.ts";
import { faultsIn, type Seen, stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { sendMessage } from "../../../actions/send-message.ts";
import { sweep } from "../../../actions/sweep.ts";
import type { Mail } from "../../../mail/notices/compose.ts";
import { Undeliverable } from "../../../mail/transport.ts";
import { listPeopleWithoutAccount } from "../../../store/accounts.ts";

const office = officeForEach();
const step = "formal-resolution.respond";
const sent: (Mail & { to: string })[] = [];
let id: string;
let desk: Visitor;

/** Sends what is queued, as the job does. */
async function deliver() {
	for (const job of office.queued.splice(0))
		if (job.name === "send-mail") await sendMessage(office.app, job.data.messageId);
}

const mailTo = (email: string) => sent.filter(({ to }) => to === email);
const linkIn = (mail: Mail | undefined): string =>
	/\/answer\/[\w-]{32}/.exec(mail?.text ?? "")?.[0] ?? "";
const codeIn = (mail: Mail | undefined): string =>
	/code is (\d{6})/.exec(mail?.text ?? "")?.[1] ?? "";
const pat = "pat.locum@combe.gov.uk";

const vouch = async (by: Visitor, entered: Record<string, string> = {}): Promise<Seen> => {
	const page = await by.open(`/differences/${id}/by-link/${step}`);
	const done = await by.send(page, {
		"link.name": "Pat Locum",
		"link.post": "Interim service manager",
		"link.email": pat,
		"vouched-because": "Rang the switchboard and was put through",
		...entered,
	});
	await deliver();
	return done;
};

/** Somebody opens the link of a mail and enters the code that comes. */
async function comeIn(email = pat, guest = stranger(office.web())): Promise<Visitor> {
	const page = await guest.open(linkIn(mailTo(email).findLast((mail) => linkIn(mail))));
	const codePage = await guest.send(page);
	await deliver();
	const there = await guest.send(codePage, { code: codeIn(mailTo(email).at(-1)) });
	expect(there.url).toBe(`/differences/${id}`);
	return guest;
}

const answered = {
	position: "in-part",
	response: "We visited on Tuesday",
};

beforeEach(async () => {
	sent.length = 0;
	office.app.mail = {
		send: async (mail) => {
			sent.push(mail);
		},
	};
	id = await raiseByTeacher(office);
	await toFormal(office, id, "sign-off");
	await doStep(office, id, office.people.businessUnit, "formal-resolution.forward", "forwarded", {
		"sent-to": { name: "Pat Locum, interim" },
	});
	await deliver();
	desk = await office.visitor(office.people.businessUnit);
});

describe("somebody without an account", () => {
	test("is vouched for, answers by a link and a code, and has a receipt; the record says all of it", async () => {
		const page = await desk.open(`/differences/${id}`);
		expect(page.words).toContain("It was sent to Pat Locum, interim, who is not in the directory");
		expect(await faultsIn((await desk.open(`/differences/${id}/by-link/${step}`)).body)).toEqual(
			[],
		);
		const done = await vouch(desk);
		expect(done.words).toContain("Answers by a link, vouched for by Ines Cole");

		const [mail] = mailTo(pat);
		expect(mail?.text).toContain("You need no account");
		const guest = await comeIn();
		const here = await guest.open(`/differences/${id}`);
		expect(here.words).toContain("Your turn");
		expect(here.words).toContain("You answer by a link, until");
		const form = await guest.open(`/differences/${id}/steps/${step}`);
		const after = await guest.sendAndConfirm(form, answered);
		expect(after.words).toContain("Your receipt");
		expect(after.words).toContain(`Reference ${await referenceOf(office, id)}`);
		expect(await faultsIn(after.body)).toEqual([]);
		expect(after.words).toContain("One thing is left: put it on the child’s record");
		// What belongs on the child’s record is theirs, too; with that the link is used up.
		expect((await stranger(office.web()).open(linkIn(mail))).status).toBe(200);
		const last = await guest.send({ ...after, url: `/differences/${id}/childs-record` });
		expect(last.words).toContain("Your link works no more");
		await deliver();
		expect(mailTo(pat).at(-1)?.text).toContain("Your links work no more");
		expect((await stranger(office.web()).open(linkIn(mail))).status).toBe(404);

		const theirs = await office.words(office.people.director, `/differences/${id}`);
		expect(theirs).toContain("Pat Locum, Interim service manager, pat.locum@combe.gov.uk");
		expect(theirs).toContain("Rang the switchboard");
		const raising = await office.words(office.people.headteacher, `/differences/${id}`);
		expect(raising).toContain("Pat Locum");
		expect(raising).toContain("Interim service manager");
		expect(raising).not.toContain("Rang the switchboard");
	});

	test("reads what they have open for half an hour once they are done, and nothing after that", async () => {
		await vouch(desk);
		const guest = await comeIn();
		const form = await guest.open(`/differences/${id}/steps/${step}`);
		const after = await guest.sendAndConfirm(form, answered);
		await guest.send({ ...after, url: `/differences/${id}/childs-record` });
		const pdf = await guest.get(`/differences/${id}/form.pdf?form=rpd`);
		expect([pdf.statusCode, pdf.headers["content-type"]]).toEqual([200, "application/pdf"]);
		office.at("2026-03-26T10:29");
		expect((await guest.get(`/differences/${id}`)).statusCode).toBe(200);
		office.at("2026-03-26T10:30");
		expect((await guest.get(`/differences/${id}`)).statusCode).toBe(303);
	});

	test("keeps what they typed when they go, and finds it when they come back by the same link", async () => {
		await vouch(desk);
		const first = await comeIn();
		const form = await first.open(`/differences/${id}/steps/${step}`);
		await first.send(form, { response: "Half a sentence" }, "_do=later");
		const second = await comeIn();
		const again = await second.open(`/differences/${id}/steps/${step}`);
		expect(again.form.response).toEqual(["Half a sentence"]);
	});

	test("has to come by the link again after half an hour away", async () => {
		await vouch(desk);
		const guest = await comeIn();
		office.at("2026-03-26T10:29");
		expect((await guest.get(`/differences/${id}`)).statusCode).toBe(200);
		office.at("2026-03-26T10:59");
		expect((await guest.get(`/differences/${id}`)).headers.location).toContain("/sign-in");
	});

	test("is told of that half hour in time, how to come back, and stays when they say so", async () => {
		await vouch(desk);
		const guest = await comeIn();
		const page = await guest.open(`/differences/${id}`);
		expect(page.body).toContain('data-idle-minutes="30"');
		expect(page.body).toContain("Open the link in your email again, then come back");
		office.at("2026-03-26T10:29");
		expect((await guest.post("/stay-signed-in")).statusCode).toBe(204);
		office.at("2026-03-26T10:58");
		expect((await guest.get(`/differences/${id}`)).statusCode).toBe(200);
		office.at("2026-03-26T11:28");
		expect((await guest.post("/stay-signed-in")).statusCode).toBe(401);
		const ofOthers = await desk.open("/");
		expect(ofOthers.body).not.toContain("Open the link in your email again");
	});

	test("who sends a form after that is told to open the link again, and sends it once they have", async () => {
		await vouch(desk);
		const guest = await comeIn(pat, stranger(office.web(), { "sec-fetch-site": "same-origin" }));
		const form = await guest.open(`/differences/${id}/steps/${step}`);
		office.at("2026-03-26T10:31");
		const late = await guest.send(form, { response: "We visited on Tuesday" }, "_do=later");
		expect(late.status).toBe(401);
		expect(late.words).toContain("open the link in your email again instead");
		expect(late.words).toContain("We visited on Tuesday");
		// In the same browser, in another tab.
		await comeIn(pat, guest);
		const asked = await guest.send(late);
		expect(asked.words).toContain("Check what you entered, then send it");
		await guest.send(asked);
		const kept = await guest.open(`/differences/${id}/steps/${step}`);
		expect(kept.form.response).toEqual(["We visited on Tuesday"]);
	});

	test("is asked and reminded by mails with a link of their own, each of which works", async () => {
		await vouch(desk);
		office.at("2026-04-13T09:00");
		await sweep(office.app, office.partnershipId);
		await deliver();
		const mails = mailTo(pat);
		expect(mails.length).toBeGreaterThan(1);
		expect(new Set(mails.map(linkIn)).size).toBe(mails.length);
		for (const mail of mails) {
			expect(mail.text).not.toContain("Sign in");
			expect((await stranger(office.web()).open(linkIn(mail))).status).toBe(200);
		}
	});

	test("whom mail does not reach stands on the desk, with the way to send another link", async () => {
		office.app.mail = {
			send: async () => {
				throw new Undeliverable(550, "No such mailbox");
			},
		};
		await vouch(desk);
		const page = await desk.open("/business-unit");
		expect(page.words).toContain("Ring them, take back their link, and send another : Pat Locum");
	});

	test("is in no list of the directory, and no account can be made of them", async () => {
		await vouch(desk);
		const { people } = office;
		for (const [person, url] of [
			[people.director, `/colleagues`],
			[people.businessUnit, "/business-unit"],
			[people.teacher, "/protocol"],
		] as const)
			expect((await office.read(person, url)).body, url).not.toContain(pat);
		expect(await listPeopleWithoutAccount(office.db, pat)).toEqual([]);
	});
});

describe("the link alone", () => {
	test("shows where the code goes, masked, and nothing of what it is about", async () => {
		await vouch(desk);
		const [mail] = mailTo(pat);
		const page = await stranger(office.web()).open(linkIn(mail));
		expect(page.words).toContain("p•••@combe.gov.uk");
		expect(await faultsIn(page.body)).toEqual([]);
		for (const secret of [
			"Pat",
			"Locum",
			"Oakfield",
			"Combe Children",
			await referenceOf(office, id),
			id,
		])
			expect(page.body, secret).not.toContain(secret);
		expect(mail?.text).not.toContain("Canary");
	});

	test("opens nothing without the code, however the code is wrong", async () => {
		await vouch(desk);
		const guest = stranger(office.web());
		const codePage = await guest.send(await guest.open(linkIn(mailTo(pat)[0])));
		await deliver();
		expect(await faultsIn(codePage.body)).toEqual([]);
		const right = codeIn(mailTo(pat).at(-1));
		const wrong = right === "000000" ? "000001" : "000000";
		const answer = async (code: string) => {
			const { status, words } = await guest.send(codePage, { code });
			return { status, words };
		};
		const refused = await answer(wrong);
		expect(refused.status).toBe(422);
		// After ten minutes the right one is answered as a wrong one.
		office.at("2026-03-26T10:10");
		expect(await answer(right)).toEqual(refused);
		expect((await guest.get(`/differences/${id}`)).statusCode).toBe(303);
	});

	test("takes a code once, and none after five wrong ones", async () => {
		await vouch(desk);
		const guest = stranger(office.web());
		const link = await guest.open(linkIn(mailTo(pat)[0]));
		const codePage = await guest.send(link);
		await deliver();
		const right = codeIn(mailTo(pat).at(-1));
		const wrong = right === "000000" ? "000001" : "000000";
		for (let tried = 0; tried < 5; tried++) await guest.send(codePage, { code: wrong });
		expect((await guest.send(codePage, { code: right })).status).toBe(422);
		await guest.send(link);
		await deliver();
		const another = codeIn(mailTo(pat).at(-1));
		expect((await guest.send(codePage, { code: another })).status).toBe(200);
		expect((await stranger(office.web()).open(codePage.url)).status).toBe(200);
		const second = stranger(office.web());
		expect((await second.send(await second.open(codePage.url), { code: another })).status).toBe(
			422,
		);
	});

	test("sends five codes in an hour, and none after 25 wrong tries until the office sends a link anew", async () => {
		await vouch(desk);
		const guest = stranger(office.web());
		const link = await guest.open(linkIn(mailTo(pat)[0]));
		for (let hour = 10; hour < 11; hour++)
			for (let asked = 0; asked < 5; asked++) {
				const codePage = await guest.send(link);
				expect(codePage.status).toBe(200);
				await deliver();
				const wrong = codeIn(mailTo(pat).at(-1)) === "000000" ? "000001" : "000000";
				for (let tried = 0; tried < 5; tried++) await guest.send(codePage, { code: wrong });
			}
		expect((await guest.send(link)).status).toBe(429);
		office.at("2026-03-26T12:00");
		const none = await guest.send(link);
		expect(none.status).toBe(429);
		// To wait helps nobody then.
		expect(none.words).toContain("no more are sent. Ask whoever is named in the email");
		expect(none.words).not.toContain("Wait an hour");
		await vouch(await office.visitor(office.people.businessUnit));
		expect((await guest.send(link)).status).toBe(200);
	});

	test("whoever asked for five codes without entering one waits an hour, and is told so", async () => {
		await vouch(desk);
		const guest = stranger(office.web());
		const link = await guest.open(linkIn(mailTo(pat)[0]));
		for (let asked = 0; asked < 5; asked++) expect((await guest.send(link)).status).toBe(200);
		const refused = await guest.send(link);
		expect([refused.status, refused.words]).toEqual([
			429,
			expect.stringContaining("Wait an hour, or ask whoever is named in the email"),
		]);
		expect(await faultsIn(refused.body)).toEqual([]);
		office.at("2026-03-26T11:01");
		expect((await guest.send(link)).status).toBe(200);
	});

	test("answers alike for one that never was, was taken back, and has expired", async () => {
		await vouch(desk);
		const link = linkIn(mailTo(pat)[0]);
		const never = await stranger(office.web()).open(`/answer/${"x".repeat(32)}`);
		expect(never.status).toBe(404);
		const person = await personAt(pat);
		const page = await desk.open(`/differences/${id}/links/${person}/take-back`);
		expect(await faultsIn(page.body)).toEqual([]);
		const back = await desk.send(page);
		expect(back.words).toContain("took back the link of Pat Locum");
		expect((await stranger(office.web()).open(link)).words).toBe(never.words);

		await vouch(desk);
		const newest = linkIn(mailTo(pat).at(-1));
		expect((await stranger(office.web()).open(newest)).status).toBe(200);
		office.at("2026-04-26T10:00");
		expect((await stranger(office.web()).open(newest)).words).toBe(never.words);
		await sweep(office.app, office.partnershipId);
		const desk2 = await office.visitor(office.people.businessUnit);
		const after = await desk2.open(`/differences/${id}`);
		expect(after.words).toContain(
			"The link of Pat Locum of Combe Children’s Social Care has expired",
		);
	});
});

describe("taking it back and passing it on", () => {
	test("taken back, it is closed where it is open, and others of the agency are asked", async () => {
		await vouch(desk);
		const guest = await comeIn();
		const page = await desk.open(`/differences/${id}/links/${await personAt(pat)}/take-back`);
		await desk.send(page);
		expect((await guest.get(`/differences/${id}`)).headers.location).toContain("/sign-in");
		expect((await office.words(office.people.director, "/")).toString()).toContain(
			await referenceOf(office, id),
		);
	});

	test("nobody but the office and its reader may give one", async () => {
		for (const person of [
			"teacher",
			"headteacher",
			"director",
			"socialWorker",
			"executive",
		] as const) {
			const visitor = await office.visitor(office.people[person]);
			expect((await visitor.get(`/differences/${id}/by-link/${step}`)).statusCode, person).toBe(
				404,
			);
			expect(
				(await visitor.post(`/differences/${id}/by-link/${step}`, { _key: freshKey() })).statusCode,
				person,
			).toBe(404);
		}
	});

	test("its reader passes it to a colleague of their mail domain and to nobody else; the office is told", async () => {
		await vouch(desk);
		const guest = await comeIn();
		const colleague = { "link.name": "Sam Ito", "link.post": "Head of service" };
		const refused = await vouch(guest, { ...colleague, "link.email": "sam.ito@example.com" });
		expect(refused.status).toBe(422);
		expect(refused.words).toContain("Enter an address that ends in @combe.gov.uk");
		await vouch(guest, { ...colleague, "link.email": "sam.ito@combe.gov.uk" });
		expect(mailTo(office.people.businessUnit.email).at(-1)?.subject).toContain(
			"a link to answer was passed on",
		);
		const other = await comeIn("sam.ito@combe.gov.uk");
		expect((await other.open(`/differences/${id}`)).words).toContain("Your turn");
		// Nothing is asked of the first any more.
		expect((await stranger(office.web()).open(linkIn(mailTo(pat)[0]))).status).toBe(404);
	});

	test("whoever has an address where anybody has one passes it to nobody", async () => {
		const email = "pat.lee@gmail.com";
		await vouch(desk, { "link.email": email });
		const guest = await comeIn(email);
		const refused = await vouch(guest, {
			"link.name": "Sam Ito",
			"link.post": "Head of service",
			"link.email": "sam.ito@gmail.com",
		});
		expect(refused.status).toBe(422);
		expect(refused.words).toContain("it does not show who works with you");
	});

	test("whoever is in the directory of the agency is not vouched for", async () => {
		const page = await vouch(desk, { "link.email": office.people.director.email });
		expect(page.status).toBe(422);
		expect(page.words).toContain("can sign in");
	});

	test("a form that says nothing is shown again, with what is missing", async () => {
		const page = await desk.open(`/differences/${id}/by-link/${step}`);
		const again = await desk.send(page, { "link.name": "", "link.email": "nowhere" });
		expect(again.status).toBe(422);
		expect(again.words).toContain("Enter their name");
		expect(again.words).toContain("Enter their post");
		expect(again.words).toContain("Enter an email address like");
		expect(await faultsIn(again.body)).toEqual([]);
	});
});

const personAt = async (email: string): Promise<string> =>
	(
		await office.db
			.selectFrom("person")
			.where("email", "=", email)
			.where("partnership_id", "=", office.partnershipId)
			.select("id")
			.executeTakeFirstOrThrow()
	).id;
