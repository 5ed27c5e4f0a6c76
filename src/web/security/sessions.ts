import { randomBytes } from "node:crypto";
import cookie from "@fastify/cookie";
import session, { type SessionStore } from "@fastify/session";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** A sign-in lasts one working day, in milliseconds. */
const sessionLength = 12 * 60 * 60 * 1000;

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
	await web.register(cookie);
	await web.register(session, {
		store: forSignedIn(store),
		secret,
		cookieName: cookieNamed(tls),
		cookie: { path: "/", httpOnly: true, sameSite: "lax", secure: tls, maxAge: sessionLength },
		saveUninitialized: false,
		rolling: false,
	});
}

/** A store that keeps the sessions of people who signed in, and of nobody else. */
const forSignedIn = (store: SessionStore): SessionStore => ({
	get: (sid, done) =>
		store.get(sid, (problem, found) => {
			// Were it passed on as it is, a database that is away could look like a session that is not there.
			if (problem) done(new Error("Sessions cannot be read", { cause: problem }));
			else done(null, found ?? ({} as never));
		}),
	set: (sid, session, done) =>
		(session as { personId?: string }).personId ? store.set(sid, session, done) : done(),
	destroy: (sid, done) => store.destroy(sid, done),
});

/** Begins a signed-in session under a new number, so that one set before is worth nothing. */
export async function beginSession(request: FastifyRequest, personId: string) {
	await request.session.regenerate();
	request.session.set("personId", personId);
	request.session.set("_csrf", randomBytes(18).toString("base64url"));
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
