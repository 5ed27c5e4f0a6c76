import { randomUUID } from "node:crypto";
import { getSystemErrorName } from "node:util";
import type { Finding } from "../domain/running/finding.ts";
import { smtpTransport, trySmtp } from "../mail/transport.ts";

/**
 * Signs in to the mail server, and sends a mail to whoever asks.
 *
 * @param settings undefined in a rehearsal
 * @param to where the mail goes; none is sent when left out
 */
export async function mailServerFinding(
	settings: { url: string; from: string } | undefined,
	to: string | undefined,
): Promise<Finding> {
	const asFinding = (state: Finding["state"], says: string, fix?: string): Finding => ({
		check: "mail-server",
		title: "Mail server",
		state,
		says,
		...(fix && { fix }),
	});
	if (!settings) return asFinding("well", "This is a rehearsal: no mail leaves.");
	try {
		await trySmtp(settings.url);
	} catch (problem) {
		const { why, fix } = whyNotUsed(problem);
		return asFinding("broken", `The mail server cannot be used (${reasonOf(problem)})${why}.`, fix);
	}
	if (to === undefined)
		return asFinding("well", "The mail server takes us. “--mail-to ADDRESS” sends a mail as well.");
	try {
		await smtpTransport(settings.url, settings.from).send({
			id: randomUUID(),
			to,
			subject: "Mail from Concord arrives",
			text: "This is a trial, sent by “concord doctor”. If you read it, mail from Concord arrives.\n",
			html: "<p>This is a trial, sent by “concord doctor”. If you read it, mail from Concord arrives.</p>",
		});
	} catch (problem) {
		return asFinding(
			"broken",
			`The mail server takes us, and did not take a mail to you (${reasonOf(problem)}).`,
			"Ask whoever runs it whether MAIL_FROM may send from here, to that address.",
		);
	}
	return asFinding(
		"well",
		"The mail server took a mail to you. Look whether it has arrived, and not among the unwanted.",
	);
}

/** As the mail library and the system tell what went wrong. */
type Failed = { code?: string; responseCode?: number; errno?: number; message?: string };

/** What a mail server answers besides may name an address. */
const reasonOf = (problem: unknown): string => {
	const { code, responseCode, errno } = problem as Failed;
	return String(
		responseCode ?? (errno ? getSystemErrorName(errno) : code) ?? (problem as Error).name,
	);
};

const ports = "smtps:// is TLS from the start, mostly at 465; smtp:// turns to TLS, mostly at 587";

/** Why it cannot be used, after a code, and what to do. */
function whyNotUsed(problem: unknown): { why: string; fix: string } {
	const { code, errno, message = "" } = problem as Failed;
	if (code === "EAUTH")
		return {
			why: ": it does not take the user and the password",
			fix: "Check both in SMTP_URL. A sign such as @, / or # in them is written %40, %2F or %23.",
		};
	if (code === "EDNS")
		return { why: ": its name leads nowhere", fix: "Check the name of the host in SMTP_URL." };
	if (/certificate/i.test(message))
		return {
			why: ": its certificate is not trusted here",
			fix: "Check that SMTP_URL has the name that the certificate is for. An authority of your own is trusted once this machine trusts it (on Debian: update-ca-certificates).",
		};
	if (errno || code === "ETIMEDOUT")
		return {
			why: ": nothing answers there",
			fix: `Check host and port in SMTP_URL (${ports}), and that a firewall lets this machine through.`,
		};
	return {
		why: "",
		fix: `Check SMTP_URL: host and port (${ports}), user and password; and that the server may be reached from here.`,
	};
}
