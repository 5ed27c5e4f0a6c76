import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { type Message, noTransport, smtpTransport } from "./transport.ts";

const message: Message = {
	id: "0198-5c1e",
	to: "zoe@oakfield.example",
	subject: "RPD-2026-0147: reply to the other agency",
	text: "Dear Zoë Łukasiewicz\n\nIt is your turn.\n",
	html: "<p>Dear Zoë Łukasiewicz</p>",
};
const from = "Concord <no-reply@partnership.example>";

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((done) => server?.close(() => done()) ?? done()));

/** A mail server on this machine and what it was given. */
async function mailServer(options: SMTPServerOptions = {}) {
	const received: { mail: ParsedMail; to: string[] }[] = [];
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, session, done) {
			simpleParser(stream).then((mail) => {
				const to = session.envelope.rcptTo.map(({ address }) => address);
				received.push({ mail, to });
				done();
			}, done);
		},
		...options,
	});
	server.listen(0, "0.0.0.0");
	await once(server.server, "listening");
	const { port } = server.server.address() as AddressInfo;
	return { port, received };
}

describe("by SMTP", () => {
	test("the mail arrives as it was written, marked as sent by a machine", async () => {
		const { port, received } = await mailServer();
		await smtpTransport(`smtp://127.0.0.1:${port}`, from).send(message);
		const [{ mail, to } = { mail: undefined, to: [] }] = received;
		expect(to).toEqual(["zoe@oakfield.example"]);
		expect(mail?.subject).toBe(message.subject);
		expect(mail?.text).toBe(message.text);
		expect(mail?.html).toBe(message.html);
		expect(mail?.from?.text).toBe('"Concord" <no-reply@partnership.example>');
		expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
		expect(mail?.attachments).toEqual([]);
	});

	test("a second try is the same mail to the one who receives it", async () => {
		const { port, received } = await mailServer();
		const transport = smtpTransport(`smtp://localhost:${port}`, from);
		await transport.send(message);
		await transport.send(message);
		expect(received.map(({ mail }) => mail.messageId)).toEqual([
			"<0198-5c1e@partnership.example>",
			"<0198-5c1e@partnership.example>",
		]);
	});

	test("signs in with the name and password of the address", async () => {
		const signedIn: unknown[] = [];
		const { port } = await mailServer({
			authOptional: false,
			onAuth({ username, password }, _session, done) {
				signedIn.push([username, password]);
				done(null, { user: username });
			},
			allowInsecureAuth: true,
		});
		await smtpTransport(`smtp://office:p%40ss@127.0.0.1:${port}`, from).send(message);
		expect(signedIn).toEqual([["office", "p@ss"]]);
	});

	test("nothing is sent in the clear to any other machine", async () => {
		const { port, received } = await mailServer();
		const transport = smtpTransport(`smtp://0.0.0.0:${port}`, from);
		await expect(transport.send(message)).rejects.toThrow(/TLS/);
		expect(received).toEqual([]);
	});

	test("a certificate that nobody vouches for is refused", async () => {
		const { port, received } = await mailServer({ disabledCommands: [] });
		const transport = smtpTransport(`smtp://0.0.0.0:${port}`, from);
		await expect(transport.send(message)).rejects.toThrow();
		expect(received).toEqual([]);
	});

	test("a refusal by the server is an error, so that it is tried again", async () => {
		const { port } = await mailServer({
			onRcptTo: (_address, _session, done) => done(new Error("No mailbox")),
		});
		const transport = smtpTransport(`smtp://127.0.0.1:${port}`, from);
		await expect(transport.send(message)).rejects.toThrow(/No mailbox/);
	});

	test("an address cannot smuggle in a second recipient or a header", async () => {
		const { port, received } = await mailServer();
		const transport = smtpTransport(`smtp://127.0.0.1:${port}`, from);
		await transport
			.send({ ...message, to: "a@b.example, c@d.example\r\nBcc: e@f.example" })
			.catch(() => {});
		for (const { mail, to } of received) {
			expect(to.length).toBe(1);
			expect(mail.bcc).toBeUndefined();
		}
	});

	test("a wrong setting is refused at once", () => {
		expect(() => smtpTransport("https://mail.example", from)).toThrow(TypeError);
		expect(() => smtpTransport("smtp://mail.example", "Concord")).toThrow(TypeError);
	});
});

test("in rehearsal nothing leaves", async () => {
	await expect(noTransport.send(message)).resolves.toBeUndefined();
});
