/** A composed mail to one person. `id` stays the same when sending is tried again. */
export type Message = {
	id: string;
	to: string;
	/** Whose mail it is, before the address that sends it; as the operator named the sender when left out. */
	as?: string | undefined;
	subject: string;
	text: string;
	html: string;
};

/** The mail server will not take this mail to this address, however often it is tried. */
export class Undeliverable extends Error {
	/** The code of its answer, such as 550: what it says besides may name the address. */
	readonly code: number;
	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}
}

export type Transport = { send(message: Message): Promise<void> };

/** For rehearsal: nothing leaves, and the mailbox page shows what would have gone. */
export const noTransport: Transport = { send: async () => {} };

/**
 * Sends by SMTP, over TLS unless the server is this very machine.
 *
 * @param url such as `smtps://user:password@mail.example:465` or `smtp://mail.example:587`
 * @param from the sender, such as `Concord <no-reply@partnership.example>`
 * @returns a transport whose `send` rejects when the server did not take the mail: with `Undeliverable` when
 *   it never will
 * @throws TypeError when `url` is not an SMTP address or `from` has no domain
 */
export function smtpTransport(url: string, from: string): Transport {
	const reached = howToReach(url);
	let mailer: Promise<Mailer> | undefined;
	const [, address = "", domain] = /([^\s<]+@([\w.-]+))>?$/.exec(from.trim()) ?? [];
	if (!domain) throw new TypeError("The sender of mail needs an address");
	return {
		async send({ id, to, as, subject, text, html }) {
			mailer ??= mailerOf(reached);
			const sending = (await mailer).sendMail({
				from: as === undefined ? from : { name: as, address },
				// As an object, so that nothing in the address is read as a second recipient.
				to: { name: "", address: to },
				subject,
				text,
				html,
				// The same on every try, so that a mail sent twice is seen as one.
				messageId: `<${id}@${domain}>`,
				headers: {
					"Auto-Submitted": "auto-generated",
					"X-Auto-Response-Suppress": "All",
				},
			});
			await sending.catch((problem: unknown) => {
				throw refusedForGood(problem) ?? problem;
			});
		},
	};
}

/** Signs in to a mail server, and sends nothing. @throws Error when it cannot be reached, or refuses us */
export async function trySmtp(url: string): Promise<void> {
	await (await mailerOf(howToReach(url))).verify();
}

/** The library is read when mail is first sent: a start does without it. */
async function mailerOf(reached: ReturnType<typeof howToReach>) {
	return (await import("nodemailer")).createTransport(reached);
}
type Mailer = Awaited<ReturnType<typeof mailerOf>>;

/** @throws TypeError when `url` is not an SMTP address */
function howToReach(url: string) {
	const server = new URL(url);
	if (!/^smtps?:$/.test(server.protocol) || server.hostname === "")
		throw new TypeError("A mail server's address begins smtp:// or smtps://");
	const secure = server.protocol === "smtps:";
	const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(server.hostname);
	return {
		host: server.hostname.replace(/^\[|\]$/g, ""),
		port: Number(server.port) || (secure ? 465 : 587),
		secure,
		requireTLS: !loopback,
		ignoreTLS: loopback && !secure,
		...(server.username
			? {
					auth: {
						user: decodeURIComponent(server.username),
						pass: decodeURIComponent(server.password),
					},
				}
			: {}),
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 30_000,
		disableFileAccess: true,
		disableUrlAccess: true,
	};
}

/** A refusal of the address or of the mail itself; one of the sender, such as a wrong password, is the operator's to mend. */
function refusedForGood(problem: unknown): Undeliverable | undefined {
	const { responseCode = 0, command = "" } = problem as {
		responseCode?: number;
		command?: string;
	};
	const ofTheMail = /^(RCPT TO|DATA)/.test(command);
	return ofTheMail && responseCode >= 500 && responseCode < 600
		? new Undeliverable(responseCode, String((problem as Error).message))
		: undefined;
}
