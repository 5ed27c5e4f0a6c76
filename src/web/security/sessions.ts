import cookie from "@fastify/cookie";
import session, { type SessionStore } from "@fastify/session";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** A sign-in lasts one working day, in milliseconds. */
const sessionLength = 12 * 60 * 60 * 1000;

/**
 * Keeps people signed in by a cookie that holds nothing but a signed random number.
 * Nothing is stored for visitors until a page has a form for them.
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
		store,
		secret,
		// The browser keeps a __Host- cookie from being set by, or sent to, any other host.
		cookieName: tls ? "__Host-concord" : "concord",
		cookie: { path: "/", httpOnly: true, sameSite: "lax", secure: tls, maxAge: sessionLength },
		saveUninitialized: false,
		rolling: false,
	});
}

/** Begins a signed-in session under a new number, so that one set before is worth nothing. */
export async function beginSession(request: FastifyRequest, personId: string) {
	await request.session.regenerate();
	request.session.set("personId", personId);
}

/** Ends the session here and in the browser. */
export async function endSession(request: FastifyRequest, reply: FastifyReply) {
	await request.session.destroy();
	reply.header("clear-site-data", '"cache", "storage"');
}
