import { expect, test } from "vitest";
import { readBounce } from "./bounce.ts";

const report = (action: string, status: string, id: string) =>
	[
		"From: MAILER-DAEMON@mail.example",
		"Message-ID: <20260402.1234@mail.example>",
		'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
		"",
		"--b",
		"Content-Type: message/delivery-status",
		"",
		"Reporting-MTA: dns; mail.example",
		"",
		"Final-Recipient: rfc822; nobody@oakfield.example",
		`Action: ${action}`,
		`Status: ${status}`,
		"Diagnostic-Code: smtp; 550 5.1.1 User unknown",
		"",
		"--b",
		"Content-Type: text/rfc822-headers",
		"",
		`Message-ID: <${id}@partnership.example>`,
		"Subject: HV-7K4P2: complete your part of the form",
		"--b--",
	].join("\r\n");
const id = "0198c0de-0000-4000-8000-000000000001";

test("a report of a failure says which message came back, and why", () => {
	expect(readBounce(report("failed", "5.1.1", id))).toEqual({
		messageIds: [id],
		status: "5.1.1",
	});
});

test("a report’s own identifier may look like ours, and is no reason to lose the one that came back", () => {
	const own = "5f0c1e6a-7a41-4f0e-9d3b-0a1b2c3d4e5f";
	const exchange = report("failed", "5.1.10", id).replace(
		"<20260402.1234@mail.example>",
		`\r\n <${own}@AM0PR01MB.prod.outlook.com>`,
	);
	expect(readBounce(exchange)?.messageIds).toEqual([own, id]);
});

test("what was tried until the server gave up has failed, though its status says that it may pass", () => {
	expect(readBounce(report("failed", "4.4.7", id))?.status).toBe("4.4.7");
});

test.each([
	["a delay", report("delayed", "4.4.1", id)],
	["a success", report("delivered", "2.0.0", id)],
	["mail of somebody else’s", report("failed", "5.1.1", "abc")],
	["an answer from a person", "Thank you, I am on leave."],
	["nothing", ""],
])("%s brings nothing back", (_, text) => {
	expect(readBounce(text)).toBeUndefined();
});
