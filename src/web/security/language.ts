import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../actions/app.ts";
import { chooseLanguage } from "../../actions/choose-language.ts";
import { isLanguage, type Language } from "../../domain/language.ts";
import { type Speaking, speaking } from "../../language/speaking.ts";
import { askedToSpeak } from "../kit/speak-here.tsx";

declare module "fastify" {
	interface FastifyRequest {
		/** In which language its answer is. */
		speaks: Speaking | null;
	}
}

/** Each request is answered in one language: in English until it is known whose it is. */
export function speakToWhoAsks(web: FastifyInstance) {
	web.addHook("onRequest", (request, _reply, done) => {
		const { givesFile = false } = request.routeOptions.config ?? {};
		request.speaks = { language: "en", marks: !givesFile };
		speaking(request.speaks, done);
	});
	// What a request brings is read on its connection, which knows of no request.
	web.addHook("preValidation", ({ speaks }, _reply, done) =>
		speaks ? speaking(speaks, done) : done(),
	);
}

/**
 * Whoever asks is known now, and whether they may choose: what they chose is kept with their account, and before they sign in
 * in a cookie that says nothing else. Whoever chose there and has an account that knows of no choice keeps it with that, so that
 * mail goes by it.
 */
export async function speakAsChosen(
	app: App,
	{ signedIn, cookies, speaks, session }: FastifyRequest,
	offersWelsh: boolean,
): Promise<void> {
	if (!speaks || !offersWelsh) return;
	const chosen = signedIn?.language ?? cookies[cookieNamed(app)];
	if (!isLanguage(chosen)) return;
	speaks.language = chosen;
	if (signedIn && session.accountId && signedIn.language === undefined)
		await chooseLanguage(app, signedIn, chosen);
}

/** A form may ask for its page in the other language: then it is shown again there as it was typed, or nothing is done. */
export function takeOtherLanguage(web: FastifyInstance, app: App) {
	/** The addresses to which a form can be sent that is shown again. */
	const shownAgain = new Set<string>();
	web.addHook("onRoute", ({ method, url, config }) => {
		if ([method].flat().includes("POST") && config?.showsFormAgain) shownAgain.add(url);
	});
	web.addHook("onRequest", async ({ frame, routeOptions }) => {
		frame.showsFormAgain = shownAgain.has(routeOptions.url ?? "");
	});
	web.addHook("preHandler", async (request, reply) => {
		const language = askedToSpeak(request.body);
		if (request.method !== "POST" || language === undefined || request.is404) return;
		await keepLanguage(app, request, reply, language);
		// Where nothing can be shown again, nothing is done either.
		if (!request.routeOptions.config.showsFormAgain) return reply.redirect(request.frame.path, 303);
	});
}

/** Keeps which language somebody chose, where they may choose. */
export async function keepLanguage(
	app: App,
	request: FastifyRequest,
	reply: FastifyReply,
	language: Language,
): Promise<void> {
	const { frame, signedIn, speaks } = request;
	if (!frame.offersWelsh || !speaks) return;
	speaks.language = language;
	reply.setCookie(cookieNamed(app), language, {
		path: "/",
		httpOnly: true,
		sameSite: "lax",
		secure: isByTls(app),
	});
	if (signedIn) await chooseLanguage(app, signedIn, language);
}

const isByTls = ({ address }: Pick<App, "address">): boolean => address.startsWith("https:");

const cookieNamed = (app: App): string =>
	isByTls(app) ? "__Host-concord-language" : "concord-language";
