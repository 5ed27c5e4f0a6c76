import formbody from "@fastify/formbody";
import rateLimit from "@fastify/rate-limit";
import type { SessionStore } from "@fastify/session";
import Fastify, {
	type FastifyInstance,
	type FastifyReply,
	type FastifyRequest,
	LogController,
} from "fastify";
import type { App } from "../actions/app.ts";
import { isSetUp } from "../actions/first-run.ts";
import { needsSecondFactor } from "../domain/people/second-factor.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { withParts } from "../language/marks.ts";
import { type Speaking, speaking } from "../language/speaking.ts";
import { isOperatorAccount } from "../store/accounts.ts";
import { findViewer } from "../store/people.ts";
import { type PerMinute, serveApi } from "./api/serve-api.ts";
import { serveAssets } from "./assets/assets.ts";
import { answerErrors, answerNotFound, answerUnreadableAddress } from "./errors/answer-errors.tsx";
import { type Answered, logAnswers, logLines, requestNumber } from "./errors/log-lines.ts";
import { PassedBy } from "./errors/passed-by.ts";
import type { Html } from "./kit/html.ts";
import type { PageFrame } from "./kit/page-frame.ts";
import { takeFiles } from "./kit/posted-files.ts";
import type { Routes } from "./kit/request.ts";
import { navigationFor } from "./parts/navigation.ts";
import { type PageContext, pageContextOf } from "./parts/page-context.ts";
import { pages } from "./routes.ts";
import { idleMinutesOf, knowWhoAsks } from "./security/authenticate.ts";
import { compressPages } from "./security/compress.ts";
import { newFormToken, requireFormTokens } from "./security/form-tokens.ts";
import { setSecurityHeaders } from "./security/headers.ts";
import { speakAsChosen, speakToWhoAsks, takeOtherLanguage } from "./security/language.ts";
import { knowPlace, movedFrom, type Place, placeIn } from "./security/place.ts";
import { countedTogether } from "./security/rate-limits.ts";
import {
	askForNobodyElse,
	askForPartnershipOfViewer,
	askForWhoAsks,
	askReplicas,
} from "./security/scope.ts";
import { keepSessions } from "./security/sessions.ts";
import { saySoUntilSetUp } from "./security/until-set-up.ts";
import { bounceRoutes } from "./site/bounced-mail/routes.ts";
import { healthRoutes } from "./site/health/routes.ts";
import { signedOutThereRoutes } from "./site/signed-out-there/routes.ts";

export type ServerOptions = {
	/** Where sessions are kept. */
	sessions: SessionStore;
	/** What signs session cookies: 32 characters or more. */
	secret: string | string[];
	/** Who a session's person is; as the directory says when left out. */
	findViewer?: (personId: string) => Promise<Viewer | undefined>;
	/** At which partnership's address a request came; as the database says when left out. */
	placeOf?: (request: FastifyRequest) => Promise<Place | undefined>;
	/** What surrounds a page; as the database says when left out. */
	pageContextOf?: (viewer: Viewer | undefined) => Promise<PageContext | undefined>;
	/** Whether there is a partnership yet; as the database says when left out. */
	isSetUp?: () => Promise<boolean>;
	/** Whether the database may ask a replica what may be some seconds old; not when left out. */
	hasReplica?: boolean;
	/** Whether a newer Concord has made of the database what this one may not serve on; never when left out. */
	isPassed?: () => boolean;
	/** Where log lines go; nowhere when left out. */
	log?: { stream: { write(line: string): void }; level: string };
	/** Is told of each request once it is over. */
	onAnswered?: (answered: Answered) => void;
	/** From where the proxy reaches Concord that stands in front of it; this machine when left out. */
	proxies?: readonly string[];
	/** What a mail server shows that hands over mail which came back; it cannot when left out. */
	bounceToken?: string | undefined;
	/** How often the API may be asked; as serve-api.ts says when left out. */
	apiPerMinute?: PerMinute;
	/** The pages to serve; all of them when left out. */
	routes?: readonly Routes[];
};

/** The largest form taken, in bytes: ten times the longest that anybody has reason to send. */
const largestForm = 1024 * 1024;

/**
 * The web server, ready to listen: security, sessions, errors and what surrounds a page;
 * the pages themselves are in their folders.
 */
export function buildServer(app: App, options: ServerOptions): FastifyInstance {
	const tls = app.address.startsWith("https:");
	const findsViewer =
		options.findViewer ?? ((personId: string) => findViewer(app.db, personId, app.clock()));
	const web = Fastify({
		logger: options.log ? { ...options.log, serializers: logLines } : false,
		logController: new LogController({ disableRequestLogging: true }),
		genReqId: requestNumber,
		bodyLimit: largestForm,
		// A file of 25 MB over a line of 1 Mbit/s takes 200 seconds; what comes before it, no time.
		requestTimeout: 300_000,
		http: { headersTimeout: 30_000 },
		forceCloseConnections: true,
		// Behind TLS there is a proxy, which says by which way a request came. What anybody else says of that is nothing.
		trustProxy: tls ? [...(options.proxies ?? ["loopback"])] : false,
		routerOptions: { ignoreTrailingSlash: true },
		frameworkErrors: (_error, request, reply) => {
			request.log.info({ method: request.method, status: 400 }, "answered");
			return answerUnreadableAddress(reply as FastifyReply);
		},
	});

	web.decorateRequest("frame", null as never);
	web.decorateRequest("signedIn", undefined);
	web.decorateRequest("viewer", {
		getter(this: FastifyRequest) {
			if (!this.signedIn) throw new Error("A public route asked for its viewer");
			return this.signedIn;
		},
	} as never);
	web.decorateRequest("speaks", null);
	web.decorateReply("page", function (this: FastifyReply, html: Html) {
		return this.type("text/html; charset=utf-8").send(
			`<!doctype html>\n${drawn(html, this.request.speaks)}`,
		);
	});

	web.register(async (all) => {
		logAnswers(all, options.onAnswered ?? (() => {}));
		await setSecurityHeaders(all, { tls });
		compressPages(all);
		answerErrors(all);
		const assets = await serveAssets(all);
		all.addHook("onRequest", async (request, reply) => {
			request.frame = bareFrame(request, reply, assets, options.secret);
		});

		healthRoutes(all, app);
		bounceRoutes(all, app, options.bounceToken);
		signedOutThereRoutes(all, app);

		await serveApi(all, app, {
			findViewer: findsViewer,
			placeOf: options.placeOf,
			perMinute: options.apiPerMinute,
			largestBody: largestForm,
		});

		await all.register(async (own) => {
			askForWhoAsks(own);
			speakToWhoAsks(own);
			own.addHook("onRequest", async () => {
				if (options.isPassed?.()) throw new PassedBy();
			});
			saySoUntilSetUp(own, options.isSetUp ?? (() => isSetUp(app)));
			await keepSessions(own, { store: options.sessions, secret: options.secret, tls });
			knowPlace(
				own,
				options.placeOf ?? placeIn(app),
				options.placeOf ? async () => undefined : movedFrom(app),
			);
			knowWhoAsks(
				own,
				findsViewer,
				(viewer) => !app.rehearsal && (viewer === undefined || needsSecondFactor(viewer)),
				(accountId) => isOperatorAccount(app.db, accountId),
				() => app.clock(),
			);
			askForPartnershipOfViewer(own);
			own.addHook("onRequest", async (request) => {
				const { signedIn } = request;
				const around = await (options.pageContextOf?.(signedIn) ??
					pageContextOf(app, signedIn, request.place?.partnership));
				await speakAsChosen(app, request, around?.offersWelsh === true);
				const { until } = request.session;
				Object.assign(request.frame, surrounded(app, signedIn, around), {
					session:
						signedIn && until
							? { until, idleMinutes: idleMinutesOf(signedIn, app.signIn.idleMinutes) }
							: undefined,
				});
			});
			takeOtherLanguage(own, app);
			askForNobodyElse(own);
			if (options.hasReplica) askReplicas(own, app.clock);
			// Pages take forms and nothing else; those of acts take files with them.
			own.removeAllContentTypeParsers();
			await own.register(formbody, { bodyLimit: largestForm });
			await takeFiles(own, {
				most: 100,
				largestFile: app.files.limits.megabytes * 1024 * 1024,
				largestForm,
			});
			await requireFormTokens(own, { secret: options.secret });
			await own.register(rateLimit, {
				global: false,
				store: countedTogether(app.db, app.clock),
			});
			answerNotFound(own);
			for (const routes of options.routes ?? pages) routes(own, app);
		});
	});
	return web;
}

/** A page in its language; in Welsh, with its English parts marked as such. */
const drawn = (html: Html, speaks: Speaking | null): string => {
	if (!speaks) return String(html);
	const page = speaking(speaks, () => String(html));
	return speaks.language === "en" ? page : withParts(page, speaks.language);
};

/** What can be said around a page before anything has been looked up, or when it cannot be. */
const bareFrame = (
	request: FastifyRequest,
	reply: FastifyReply,
	assets: PageFrame["assets"],
	secret: ServerOptions["secret"],
): PageFrame => ({
	partnership: undefined,
	person: undefined,
	rehearsal: undefined,
	navigation: [],
	path: request.url.split("?", 1)[0] ?? "/",
	address: request.method === "GET" ? request.url : (request.url.split("?", 1)[0] ?? "/"),
	safety: [{ if: "If somebody is in immediate danger", call: "999" }],
	// Made when a form asks for it: a visitor who sees none gets no cookie.
	get csrfToken() {
		return newFormToken(request, reply, secret);
	},
	cspNonce: reply.cspNonce.script,
	assets,
});

const surrounded = (
	app: App,
	signedIn: Viewer | undefined,
	around: PageContext | undefined,
): Partial<PageFrame> => ({
	rehearsal: app.rehearsal ? { now: around?.now } : undefined,
	...(around && {
		partnership: around.partnership,
		logoText: around.logoText,
		colour: around.colour,
		offersWelsh: around.offersWelsh,
		...around.whomToAsk?.(),
		safety: around.safety(),
	}),
	...(signedIn && {
		person: {
			name: signedIn.name,
			agency: signedIn.agencyName,
			...(signedIn.onlyIn !== undefined && { byLink: true }),
			...(signedIn.hasOtherPosts && { hasOtherPosts: true }),
		},
		navigation: navigationFor(signedIn),
	}),
});
