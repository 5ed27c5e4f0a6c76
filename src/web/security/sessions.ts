import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import session, { type SessionStore } from "@fastify/session";
import type { FastifyInstance, FastifyReply, FastifyRequest, Session } from "fastify";
import type { SignedIn } from "../../actions/sign-in.ts";
import { paths } from "../addresses.ts";
import { browserInWords } from "./browser-in-words.ts";

/** A sign-in lasts one working day, in milliseconds. */
export const sessionLength = 12 * 60 * 60 * 1000;

/** The browser keeps a __Host- cookie from being set by, or sent to, any other host. */
const cookieNamed = (tls: boolean) => (tls ? "__Host-concord" : "concord");

/**
 * Keeps people signed in by a cookie that holds nothing but a signed random number. Nothing is stored for anybody who
 * has not signed in: the secret of their forms is worked out from their number.
 */
export async function keepSessions(
	web: FastifyInstance,
	{
		store,
		secret,
		tls,
	}: {
		store: SessionStore;
		/** 32 characters or more; of several the first signs, the others are still known. */
		secret: string | string[];
		tls: boolean;
	},
) {
	await web.register(cookie, { secret });
	// Ahead of the one that saves: a session that cannot be kept would take the place of the page that says so, with what was
	// typed on it. What was not done leaves nothing in it.
	web.addHook("onSend", (request, reply, _payload, done) => {
		if (reply.statusCode === 503) request.session = {} as never;
		done();
	});
	await web.register(session, {
		store: forSignedIn(store),
		secret,
		cookieName: cookieNamed(tls),
		cookie: { path: "/", httpOnly: true, sameSite: "lax", secure: tls, maxAge: sessionLength },
		saveUninitialized: false,
		rolling: false,
	});
}

/** A store that keeps the sessions of people who signed in, or have shown a password, and of nobody else. */
const forSignedIn = (store: SessionStore): SessionStore => ({
	get: (sid, done) =>
		store.get(sid, (problem, found) => {
			// Were it passed on as it is, a database that is away could look like a session that is not there.
			if (problem) done(new Error("Sessions cannot be read", { cause: problem }));
			else done(null, found ?? ({} as never));
		}),
	set: (sid, session, done) => {
		const { personId, accountId, halfway } = session as Partial<FastifyRequest["session"]>;
		if (personId || accountId || halfway) store.set(sid, session, done);
		else done();
	},
	destroy: (sid, done) => store.destroy(sid, done),
});

/** By what somebody showed who they are. */
type HowTheyCame = {
	/** Whether they showed more than a password. */
	secondFactor?: boolean;
	/** Of whoever signed in elsewhere. */
	provider?: Session["provider"];
};

/**
 * Begins a signed-in session under a new number, so that one set before is worth nothing.
 *
 * @param who with no person yet where somebody has to choose first what they act as; with no account for somebody who has
 *   none and may come in another way
 */
export async function beginSession(
	request: FastifyRequest,
	{
		accountId,
		personId,
		secondFactor = false,
		provider,
	}: {
		accountId?: string | undefined;
		personId?: string | undefined;
	} & HowTheyCame,
) {
	await request.session.regenerate();
	const { expires } = request.session.cookie;
	if (expires) request.session.set("until", new Date(expires).toISOString());
	const browser = browserInWords(request.headers["user-agent"]);
	if (browser) request.session.set("browser", browser);
	if (provider) request.session.set("provider", provider);
	// Whoever signed in elsewhere was asked for one there: that is the provider's business.
	if (secondFactor || provider) request.session.set("secondFactor", true);
	if (accountId) request.session.set("accountId", accountId);
	if (personId) request.session.set("personId", personId);
	request.session.set("_csrf", newFormSecret());
}

/** Somebody has shown a password, and is nobody until they have shown more. */
export async function beginHalfway(
	request: FastifyRequest,
	halfway: NonNullable<FastifyRequest["session"]["halfway"]>,
) {
	await request.session.regenerate();
	request.session.set("halfway", halfway);
	request.session.set("_csrf", newFormSecret());
}

const newFormSecret = () => randomBytes(18).toString("base64url");

/**
 * Begins a session for whoever showed who they are, and goes on to the page that they wanted; by the page on which somebody
 * with several posts chooses for which they act.
 */
export async function beginSessionAnd(
	request: FastifyRequest,
	reply: FastifyReply,
	{ accountId, posts, isOperator }: SignedIn,
	next: string,
	how: HowTheyCame = {},
) {
	// At a partnership's address what they are there comes first; they can choose another at the top of each page.
	const here = posts.filter(({ partnershipId }) => partnershipId === request.place?.partnership.id);
	const [only, another] = here.length > 0 ? here : posts;
	await beginSession(request, {
		accountId,
		personId: another ? undefined : only?.personId,
		...how,
	});
	if (!only && isOperator) return reply.redirect(paths.installation, 303);
	return reply.redirect(
		another ? `${paths.actingFor}?then=${encodeURIComponent(next)}` : next,
		303,
	);
}

/**
 * From the next request on they are this person of what they are. Forms that were opened before are no longer taken: what
 * was written for one agency is never sent for another.
 */
export function actAs(request: FastifyRequest, personId: string) {
	request.session.set("personId", personId);
	request.session.set("_csrf", newFormSecret());
}

/** Ends the session here and in the browser. */
export async function endSession(request: FastifyRequest, reply: FastifyReply) {
	const { secure } = request.session.cookie;
	await request.session.destroy();
	reply.clearCookie(cookieNamed(secure === true), {
		path: "/",
		secure: secure === true,
		httpOnly: true,
	});
	reply.header("clear-site-data", '"cache", "storage"');
}
