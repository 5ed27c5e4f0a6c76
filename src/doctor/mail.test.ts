import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { mailServerFinding } from "./mail.ts";

const from = "Concord <no-reply@partnership.example>";
let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((done) => server?.close(() => done()) ?? done()));

/** A mail server on this machine, and to whom it was given mail. */
async function mailServer(options: SMTPServerOptions = {}) {
	const received: string[] = [];
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		onData(stream, session, done) {
			stream.resume().on("end", () => {
				received.push(...session.envelope.rcptTo.map(({ address }) => address));
				done();
			});
		},
		...options,
	});
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	const { port } = server.server.address() as AddressInfo;
	return { settings: { url: `smtp://127.0.0.1:${port}`, from }, received };
}

test("a mail server that takes us is well, and is given nothing unless somebody asks for a mail", async () => {
	const { settings, received } = await mailServer();
	expect((await mailServerFinding(settings, undefined)).state).toBe("well");
	expect(received).toEqual([]);
	const sent = await mailServerFinding(settings, "kit@example.org");
	expect(sent).toMatchObject({
		state: "well",
		says: expect.stringContaining("took a mail to you"),
	});
	expect(received).toEqual(["kit@example.org"]);
});

test("one that refuses the sender is told by its code, and no address is said", async () => {
	const { settings } = await mailServer({
		onMailFrom: (_address, _session, done) => done(new Error("5.7.1 no-reply@ may not")),
	});
	const finding = await mailServerFinding(settings, "kit@example.org");
	expect(finding.state).toBe("broken");
	expect(finding.fix).toContain("MAIL_FROM");
	expect(JSON.stringify(finding)).not.toContain("kit@");
});

test("one that is not there is told, with what to check", async () => {
	const finding = await mailServerFinding({ url: "smtp://127.0.0.1:9", from }, undefined);
	expect(finding).toMatchObject({
		state: "broken",
		says: expect.stringContaining("cannot be used (E"),
		fix: expect.stringContaining("SMTP_URL"),
	});
});

test.each([
	["whom it does not know by that password", "EAUTH", "does not take the user and the password"],
	["by a name that leads nowhere", "EDNS", "its name leads nowhere"],
])("one %s is told in words", async (_, code, says) => {
	const { settings } = await mailServer({
		authOptional: false,
		allowInsecureAuth: true,
		onAuth: (_auth, _session, done) => done(new Error("no")),
	});
	const url =
		code === "EDNS"
			? "smtp://mail.nowhere.invalid"
			: settings.url.replace("smtp://", "smtp://concord:wrong@");
	expect((await mailServerFinding({ url, from }, undefined)).says).toContain(says);
});
