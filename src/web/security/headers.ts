import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Nothing but our own style sheet, script, icon and forms; nothing inside a frame of anybody's. */
const contentSecurityPolicy = {
	useDefaults: false,
	directives: {
		defaultSrc: ["'none'"],
		baseUri: ["'none'"],
		connectSrc: ["'self'"],
		fontSrc: ["'none'"],
		formAction: ["'self'"],
		frameAncestors: ["'none'"],
		imgSrc: ["'self'"],
		manifestSrc: ["'none'"],
		objectSrc: ["'none'"],
		// Each page's own nonce is added to these two.
		scriptSrc: ["'self'"],
		styleSrc: ["'self'"],
	},
};

const permissions = [
	"accelerometer=()",
	"camera=()",
	"display-capture=()",
	"geolocation=()",
	"microphone=()",
	"payment=()",
	"usb=()",
	"clipboard-write=(self)",
].join(", ");

const inPlainLetters = (address: string): string =>
	address.toWellFormed().replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);

/**
 * What every answer tells the browser to refuse, error pages and assets included.
 *
 * @param tls whether people reach Concord by https: only then may a browser be told to insist on it
 */
export async function setSecurityHeaders(web: FastifyInstance, { tls }: { tls: boolean }) {
	await web.register(helmet, {
		enableCSPNonces: true,
		contentSecurityPolicy: {
			...contentSecurityPolicy,
			directives: { ...contentSecurityPolicy.directives, upgradeInsecureRequests: tls ? [] : null },
		},
		crossOriginEmbedderPolicy: true,
		crossOriginOpenerPolicy: { policy: "same-origin" },
		crossOriginResourcePolicy: { policy: "same-origin" },
		referrerPolicy: { policy: "no-referrer" },
		strictTransportSecurity: tls ? { maxAge: 63_072_000, includeSubDomains: false } : false,
		xFrameOptions: { action: "deny" },
	});
	web.addHook("onSend", async (_request, reply) => {
		reply.header("permissions-policy", permissions);
		// What stood in an address comes back in one, letters of all scripts among it: a header has room for few.
		const location = reply.getHeader("location");
		if (location !== undefined) reply.header("location", inPlainLetters(String(location)));
		reply.header("x-robots-tag", "noindex, nofollow");
		// Pages hold what is said about children: no cache keeps them. Assets say otherwise themselves.
		if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
	});
}
