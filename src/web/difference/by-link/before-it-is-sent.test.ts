import { beforeEach, expect, test } from "vitest";
import { officeForEach } from "../../../../test/support/office.ts";
import { raisedTo } from "../../../../test/support/partnership.ts";
import { faultsIn, stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { sendMessage } from "../../../actions/send-message.ts";
import type { Mail } from "../../../mail/notices/compose.ts";

/** Whoever is to answer has no account, and the office vouches for them before it sends anything on. */
const office = officeForEach();
const step = "formal-resolution.respond";
const pat = "pat.locum@combe.gov.uk";
let id: string;
let desk: Visitor;
let sent: (Mail & { to: string })[];

const deliver = async () => {
	for (const job of office.queued.splice(0))
		if (job.name === "send-mail") await sendMessage(office.app, job.data.messageId);
};
const mailToPat = () => sent.filter(({ to }) => to === pat);
const forwardPage = () => desk.open(`/differences/${id}/steps/formal-resolution.forward`);
const vouch = async () =>
	desk.send(await desk.open(`/differences/${id}/by-link/${step}`), {
		"link.name": "Pat Locum",
		"link.post": "Interim service manager",
		"link.email": pat,
		"vouched-because": "Rang the switchboard and was put through",
	});

beforeEach(async () => {
	sent = [];
	office.app.mail = { send: async (mail) => void sent.push(mail) };
	id = await raisedTo(office, "sign-off");
	await deliver();
	desk = await office.visitor(office.people.businessUnit);
});

test("the office vouches on its way to send it on, chooses them there, and their link leaves with it", async () => {
	expect((await forwardPage()).words).toContain("No account? Let them answer by a link");
	const page = await desk.open(`/differences/${id}/by-link/${step}`);
	expect(page.words).toContain("They hear nothing before you send it to them");
	expect(await faultsIn(page.body)).toEqual([]);
	const back = await vouch();
	expect(back.url).toContain("/steps/formal-resolution.forward");
	expect(back.words).toContain("You vouched for Pat Locum");
	expect(back.words).toContain("Pat Locum Interim service manager");
	await deliver();
	expect(mailToPat()).toEqual([]);

	const person = /value="([\w-]{36})"[^>]*>\s*<label[^>]*>\s*Pat Locum/.exec(back.body);
	await desk.sendAndConfirm(await forwardPage(), { "sent-to": person?.[1] ?? "" });
	await deliver();
	const [mail] = mailToPat();
	expect(mail?.text).toContain("You need no account");
	const link = /\/answer\/[\w-]{32}/.exec(mail?.text ?? "")?.[0] ?? "";
	const guest = stranger(office.web());
	const codePage = await guest.send(await guest.open(link));
	await deliver();
	const code = /code is (\d{6})/.exec(mailToPat().at(-1)?.text ?? "")?.[1] ?? "";
	expect((await guest.send(codePage, { code })).url).toBe(`/differences/${id}`);
	expect((await guest.open(`/differences/${id}/steps/${step}`)).status).toBe(200);
});

test("until it is sent they are of nothing, the other agency reads nothing of them, and the office can take it back", async () => {
	await vouch();
	const overview = await desk.open(`/differences/${id}`);
	expect(overview.words).toContain("Answers by a link, vouched for by Ines Cole");
	expect(await office.words(office.people.headteacher, `/differences/${id}`)).not.toContain(
		"Pat Locum",
	);
	const back = /\/differences\/[\w-]+\/links\/[\w-]+\/take-back/.exec(overview.body)?.[0] ?? "";
	await desk.send(await desk.open(back));
	expect((await forwardPage()).words).not.toContain("Pat Locum");
});

test("nobody but the office vouches before, and not for what it does not send by name", async () => {
	const head = await office.visitor(office.people.headteacher);
	expect((await head.get(`/differences/${id}/by-link/${step}`)).statusCode).toBe(404);
	expect((await desk.get(`/differences/${id}/by-link/formal-resolution.consider`)).statusCode).toBe(
		404,
	);
});
