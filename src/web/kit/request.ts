/** What Concord adds to Fastify's requests and replies. */
import type { FastifyInstance } from "fastify";
import type { App } from "../../actions/app.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import type { Html } from "./html.ts";
import type { PageFrame } from "./page-frame.ts";

/** The routes of one page or of one thing: each folder of pages exports one, `xRoutes`. */
export type Routes = (web: FastifyInstance, app: App) => void;

declare module "fastify" {
	interface FastifyRequest {
		/**
		 * Whoever is asking. There is always somebody, except on routes that are `public`.
		 * @throws Error on a public route when nobody is signed in: ask `signedIn` there
		 */
		readonly viewer: Viewer;
		signedIn: Viewer | undefined;
		/** What surrounds the page: give it to `Layout`. */
		frame: PageFrame;
	}
	interface FastifyReply {
		/** Sends a page. */
		page(html: Html): this;
	}
	interface FastifyContextConfig {
		/** Open to people who are not signed in. Left out, a route asks for sign-in. */
		public?: boolean;
		/** Open to somebody who must set up a second factor before anything else. */
		beforeSecondFactor?: boolean;
		/** Also of whoever keeps the installation and is nobody in a partnership: how they sign in. */
		forOperators?: boolean;
		/** What it shows may be some seconds old, and come from a replica, but for what its reader just did. */
		mayBeOld?: boolean;
		/** Shows a form that is sent to it again, as typed, where another language is asked for (`askedToSpeak`). */
		showsFormAgain?: boolean;
		/** It answers with a file, in which no part is marked by its language. */
		givesFile?: boolean;
		/** Takes forms that bring files: see posted-files.ts. */
		takesFiles?: boolean;
	}
	interface Session {
		/** Who signed in; absent before. */
		accountId?: string;
		/** Where they signed in, when it was not here: their sign-in there, so that signing out there ends it here. */
		provider?: { issuer: string; subject: string; sid?: string | undefined };
		/** As whom of what they are: absent before they chose. */
		personId?: string;
		/** Of whoever answers by a link: when they last asked for anything, ISO instant. */
		seenAt?: string;
		/** Whether they showed more than a password: a passkey, or a code. */
		secondFactor?: boolean;
		/** Whoever has shown a password and has yet to show more; `until` an ISO instant. */
		halfway?: { accountId: string; until: string; next: string };
		/** When they last showed again who they are: an ISO instant. See security/shown-just-now.ts. */
		shownAt?: string;
		/** When it ends, whatever they do: an ISO instant. */
		until?: string;
		/** Where there is a replica: when they last did anything, an ISO instant. */
		actedAt?: string;
		/** Such as "Firefox on Windows". */
		browser?: string;
		/** What the tokens of their forms are made with. */
		_csrf?: string;
	}
}
