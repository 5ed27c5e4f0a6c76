import { randomUUID } from "node:crypto";
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
		return asFinding(
			"broken",
			`The mail server cannot be used (${reasonOf(problem)}).`,
			"Check name, port, user and password in SMTP_URL, that the server may be reached from here, and its certificate.",
		);
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

/** What a mail server answers besides may name an address. */
const reasonOf = (problem: unknown): string => {
	const { code, responseCode } = problem as { code?: string | number; responseCode?: number };
	return String(responseCode ?? code ?? (problem as Error).name);
};
