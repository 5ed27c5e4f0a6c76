import { once } from "node:events";
import { isIP } from "node:net";
import { connect } from "node:tls";
import type { Finding } from "../domain/running/finding.ts";
import type { OtherClock } from "./clock.ts";

/** How long an address has to answer, in milliseconds. */
const patience = 10_000;

/** What was found of the address at which people reach Concord, and what the clock of whoever answered there shows. */
export type Outside = { findings: Finding[]; clock: OtherClock | undefined };

/**
 * Asks Concord at the address that people use, through whatever stands in front of it, and looks at its certificate.
 *
 * @param address without a slash at the end
 * @param now this machine's clock
 */
export async function tryAddress(address: string, now: () => Temporal.Instant): Promise<Outside> {
	const { finding, clock } = await ask(address, now);
	const certificate = address.startsWith("https:") ? [await certificateOf(address, now())] : [];
	return { findings: [finding, ...certificate], clock };
}

async function ask(
	address: string,
	now: () => Temporal.Instant,
): Promise<{ finding: Finding; clock: OtherClock | undefined }> {
	const asFinding = (state: Finding["state"], says: string, fix?: string): Finding => ({
		check: "address",
		title: "Address",
		state,
		says,
		...(fix && { fix }),
	});
	try {
		const answer = await fetch(`${address}/health`, {
			redirect: "manual",
			signal: AbortSignal.timeout(patience),
		});
		const clock = clockIn(answer.headers, address, now());
		const isOurs = answer.status === 200 && (await answer.text()) === "ok\n";
		return {
			finding: isOurs
				? asFinding("well", `Concord answers at ${address}.`)
				: asFinding(
						"broken",
						`Something else than Concord answers at ${address} (status ${answer.status}).`,
						"See that Concord runs, and that the proxy leads every path to it as it is.",
					),
			clock,
		};
	} catch (problem) {
		if (isDistrust(reasonOf(problem)))
			return {
				finding: asFinding(
					"broken",
					`What answers at ${address} has a certificate that is not trusted here, so it was asked nothing.`,
					"See what is said of the certificate. An authority of your own is trusted once this machine trusts it (on Debian: update-ca-certificates).",
				),
				clock: undefined,
			};
		return {
			finding: asFinding(
				"broken",
				`${reasonOf(problem).startsWith("ERR_SSL") ? "What answers does not speak TLS" : "Nothing answers"} at ${address} (${reasonOf(problem)}).`,
				"See that Concord runs, that the name leads to the proxy, and that CONCORD_URL is what people type.",
			),
			clock: undefined,
		};
	}
}

/**
 * What the clock of a machine elsewhere shows: where Concord, its database and its proxy share one machine, no other clock is at
 * hand. Nothing where it does not answer: that is told by whoever tries what is there.
 */
export async function clockOf(
	address: string,
	now: () => Temporal.Instant,
): Promise<OtherClock | undefined> {
	try {
		const { headers } = await fetch(address, {
			method: "HEAD",
			signal: AbortSignal.timeout(patience),
		});
		return clockIn(headers, new URL(address).origin, now());
	} catch {
		return undefined;
	}
}

/** What a clock showed when it was asked. An answer that was kept on the way says for how many seconds. */
function clockIn(headers: Headers, address: string, now: Temporal.Instant): OtherClock | undefined {
	const date = Date.parse(headers.get("date") ?? "");
	if (Number.isNaN(date)) return undefined;
	const kept = Number(headers.get("age") ?? 0) || 0;
	return {
		whose: `that of ${address}`,
		shows: Temporal.Instant.fromEpochMilliseconds(date).add({ seconds: kept }).toString(),
		ours: now.toString(),
	};
}

/** Whether somebody answered whom TLS does not trust. */
const isDistrust = (code: string): boolean => /CERT|SELF_SIGNED|ALTNAME|ISSUER/.test(code);

/** The code of a network fault says more than its message. */
const reasonOf = (problem: unknown): string => {
	const { name, cause } = problem as Error & { cause?: { code?: string } };
	return cause?.code ?? name;
};

async function certificateOf(address: string, now: Temporal.Instant): Promise<Finding> {
	const { hostname, port } = new URL(address);
	const host = hostname.replace(/^\[|\]$/g, "");
	// Looked at also when it is not to be trusted: that is what is to be told.
	const socket = connect({
		host,
		port: Number(port) || 443,
		rejectUnauthorized: false,
		...(isIP(host) === 0 && { servername: host }),
	});
	try {
		await once(socket, "secureConnect", { signal: AbortSignal.timeout(patience) });
		return certificateFinding(
			Temporal.Instant.fromEpochMilliseconds(Date.parse(socket.getPeerCertificate().valid_to)),
			socket.authorized ? undefined : String(socket.authorizationError),
			now,
		);
	} catch (problem) {
		const { code, name } = problem as NodeJS.ErrnoException;
		return {
			check: "certificate",
			title: "Certificate",
			state: "broken",
			says: `None could be looked at: nothing speaks TLS there (${code ?? name}).`,
			fix: "See what is said of the address. Where http answers and https does not, the proxy has no certificate yet.",
		};
	} finally {
		socket.destroy();
	}
}

/** What TLS means by the commonest reasons. */
const whyDistrusted: Partial<Record<string, string>> = {
	ERR_TLS_CERT_ALTNAME_INVALID: ": it is for another name",
	DEPTH_ZERO_SELF_SIGNED_CERT: ": nobody vouches for it but itself",
	SELF_SIGNED_CERT_IN_CHAIN: ": this machine does not know its authority",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ": this machine does not know its authority",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE:
		": those between it and its authority are missing, or this machine does not know that authority",
	CERT_HAS_EXPIRED: ": it has ended",
};

/** @param until when it ends @param distrust why nobody trusts it, as TLS calls it; undefined where it is trusted */
export function certificateFinding(
	until: Temporal.Instant,
	distrust: string | undefined,
	now: Temporal.Instant,
): Finding {
	const days = Math.floor(until.since(now).total("hours") / 24);
	const day = until.toZonedDateTimeISO("Europe/London").toPlainDate().toString();
	const state = distrust !== undefined || days < 7 ? "broken" : days < 21 ? "look" : "well";
	return {
		check: "certificate",
		title: "Certificate",
		state,
		says: [
			days < 0
				? `The certificate ended on ${day}.`
				: `The certificate is good until ${day}, ${days} days from now.`,
			...(distrust === undefined
				? []
				: [`It is not trusted here (${distrust})${whyDistrusted[distrust] ?? ""}.`]),
		].join(" "),
		...(state !== "well" && {
			fix: "Renew it where the proxy keeps it, with every certificate between it and its authority, and load the proxy again.",
		}),
		figures: { until: until.toString(), days },
	};
}
