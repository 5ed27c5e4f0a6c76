import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { askForPasskey, signInByPasskey } from "../../../actions/passkeys.ts";
import { checkCode } from "../../../actions/second-factor.ts";
import { postsOf, signIn } from "../../../actions/sign-in.ts";
import { zone } from "../../../domain/time.ts";
import { cleanAddress } from "../../../domain/typed-text.ts";
import { listPartnerships, type Partnership } from "../../../store/partnerships.ts";
import { listDirectory } from "../../../store/people.ts";
import { countSecondFactors } from "../../../store/second-factors.ts";
import { paths, signInPaths } from "../../addresses.ts";
import { TooOftenPage } from "../../errors/error-pages.tsx";
import { counted } from "../../kit/dates.ts";
import {
	type FormState,
	newForm,
	readForm,
	requiredText,
	typedIn,
	typedText,
	withError,
} from "../../kit/form.ts";
import { say, sayTime } from "../../kit/say.tsx";
import { askedToSpeak } from "../../kit/speak-here.tsx";
import { localPath } from "../../parts/local-path.ts";
import { longestAnswer } from "../../parts/passkey-form.tsx";
import { addressCounted } from "../../security/address-counted.ts";
import { passkeysWorkAt, passkeysWorkHere } from "../../security/place.ts";
import { beginHalfway, beginSessionAnd, endSession } from "../../security/sessions.ts";
import { SignInPage, SignOutPage, type ToRehearse } from "./page.tsx";
import { SecondStepPage } from "./second-step-page.tsx";

const credentials = z.object({
	email: requiredText({
		missing: "Enter your email address",
		name: "Email address",
		max: 320,
	}).transform(cleanAddress),
	password: z
		.string("Enter your password")
		.min(1, "Enter your password")
		.max(1_000, "Password must be 1,000 characters or less"),
});

const codeAsked = z.object({
	code: requiredText({ missing: "Enter a code", name: "Code", max: 100 }),
});

const answered = z.object({ answer: z.string().max(longestAnswer) });

/** For so long somebody may take to show more than their password, in minutes. */
const halfwayFor = 10;

const open = { config: { public: true } };
const asksAgain = { config: { public: true, showsFormAgain: true } };

type Sent = { Body: { next?: unknown } | undefined };

export const signInRoutes = (web: FastifyInstance, app: App) => {
	const fromOf = ({ ip }: FastifyRequest) => addressCounted(ip);
	/** The partnership at whose own host somebody is. */
	const withinOf = ({ place }: FastifyRequest) =>
		place?.isOwnHost ? place.partnership.id : undefined;
	const sidOf = ({ session }: FastifyRequest) => session.sessionId;

	const show = async (
		request: FastifyRequest,
		reply: FastifyReply,
		form: FormState,
		next: string,
	) => {
		const { frame, place } = request;
		return reply.page(
			<SignInPage
				frame={frame}
				form={{ ...form, values: { email: typedText(form.values, "email") } }}
				next={next}
				offersPasskeys={passkeysWorkHere(app, request)}
				rehearsal={app.rehearsal ? await toRehearse(app, place?.partnership) : undefined}
				providers={app.providers ?? []}
			/>,
		);
	};

	web.get<{ Querystring: { then?: unknown } }>(paths.signIn, open, (request, reply) =>
		show(request, reply, newForm(), localPath(request.query.then)),
	);

	web.post<Sent>(paths.signIn, asksAgain, async (request, reply) => {
		const next = localPath(request.body?.next);
		if (askedToSpeak(request.body))
			return show(request, reply, newForm(typedIn(request.body)), next);
		const form = readForm(credentials, request.body);
		if (form.errors) return show(request, reply.code(422), form, next);

		const found = await signIn(app, form.data, fromOf(request), withinOf(request));
		if (found === undefined)
			return show(
				request,
				reply.code(422),
				withError(form.values, "email", "The email address or the password is not right"),
				next,
			);
		if ("tooMany" in found) {
			if (found.tooMany === "address")
				return reply.code(429).page(<TooOftenPage frame={request.frame} />);
			return show(
				request,
				reply.code(429),
				withError(
					form.values,
					"email",
					say`There were too many tries with this email address. You can try again ${sayWait(app, found.until)}`,
				),
				next,
			);
		}
		if (found.isEnough) return beginSessionAnd(request, reply, found, next);
		const until = app.clock().add({ minutes: halfwayFor }).toString();
		await beginHalfway(request, { accountId: found.accountId, until, next });
		return reply.redirect(signInPaths.secondStep, 303);
	});

	/** Who has shown a password just now. */
	const halfwayOf = ({ session: { halfway } }: FastifyRequest) =>
		halfway && Temporal.Instant.compare(Temporal.Instant.from(halfway.until), app.clock()) > 0
			? halfway
			: undefined;

	const showSecondStep = async (
		request: FastifyRequest,
		reply: FastifyReply,
		form: FormState,
		{ accountId, next }: { accountId: string; next: string },
	) => {
		const has = await countSecondFactors(app.db, accountId);
		return reply.page(
			<SecondStepPage
				frame={request.frame}
				form={form}
				has={{
					passkeys: has.passkeys > 0 && passkeysWorkHere(app, request),
					app: has.app,
				}}
				passkeysAt={has.passkeys > 0 ? passkeysWorkAt(app, request) : undefined}
				next={next}
			/>,
		);
	};

	web.get(signInPaths.secondStep, open, async (request, reply) => {
		const halfway = halfwayOf(request);
		return halfway
			? showSecondStep(request, reply, newForm(), halfway)
			: reply.redirect(paths.signIn, 303);
	});

	web.post(signInPaths.secondStep, open, async (request, reply) => {
		const halfway = halfwayOf(request);
		if (!halfway) return reply.redirect(paths.signIn, 303);
		const again = (code: number, form: FormState) =>
			showSecondStep(request, reply.code(code), form, halfway);
		const form = readForm(codeAsked, request.body);
		if (form.errors) return again(422, form);
		const shown = await checkCode(app, halfway.accountId, form.data.code);
		if (shown === false)
			return again(
				422,
				withError(
					{},
					"code",
					"This code is not right, or was used already. Wait for the next one, or enter a recovery code",
				),
			);
		if (typeof shown === "object")
			return again(
				429,
				withError(
					{},
					"code",
					say`There were too many tries. You can try again ${sayWait(app, shown.until)}`,
				),
			);
		const found = await postsOf(app, halfway.accountId, withinOf(request));
		if (!found) return reply.redirect(paths.signIn, 303);
		return beginSessionAnd(request, reply, found, halfway.next, { secondFactor: true });
	});

	web.post(signInPaths.askForPasskey, open, async (request, reply) => {
		if (!passkeysWorkHere(app, request)) return reply.callNotFound();
		const asked = await askForPasskey(app, {
			sid: sidOf(request),
			from: fromOf(request),
			accountId: halfwayOf(request)?.accountId,
		});
		return "tooMany" in asked ? reply.code(429).send() : reply.send(asked);
	});

	web.post<Sent>(signInPaths.passkey, open, async (request, reply) => {
		const next = localPath(request.body?.next);
		const read = readForm(answered, request.body);
		const who = { sid: sidOf(request), from: fromOf(request) };
		const found = read.errors ? undefined : await signInByPasskey(app, who, read.data.answer);
		if (found) return beginSessionAnd(request, reply, found, next, { secondFactor: true });
		return show(
			request,
			reply.code(422),
			withError(
				{},
				"email",
				"This passkey could not be used here. Try again, or sign in with your password",
			),
			next,
		);
	});

	web.post<{ Body: { sure?: unknown } | undefined }>(
		paths.signOut,
		{ config: { public: true } },
		async (request, reply) => {
			// Without a script nothing has saved what they may be typing.
			if (request.body?.sure !== "yes") return reply.page(<SignOutPage frame={request.frame} />);
			await endSession(request, reply);
			return reply.redirect(paths.signIn, 303);
		},
	);

	// Whoever asks was seen, which is all that it is for.
	web.post(paths.staySignedIn, { config: { beforeSecondFactor: true } }, (_request, reply) =>
		reply.code(204).send(),
	);
};

/** Such as "in 12 minutes, at 10:42am". */
function sayWait(app: App, until: Temporal.Instant): string {
	const minutes = Math.max(1, Math.ceil(until.since(app.clock()).total({ unit: "minutes" })));
	return say`in ${counted(minutes, "minute")}, at ${sayTime(until.toZonedDateTimeISO(zone))}`;
}

/** Whom one can rehearse as: the people of one partnership, and where the others are. */
async function toRehearse(app: App, at: Partnership | undefined): Promise<ToRehearse> {
	const all = await listPartnerships(app.db);
	const [first, another] = all;
	const here = at ?? (another ? undefined : first);
	return {
		people: here && (await listDirectory(app.db, here.id)),
		others: all.filter(({ id }) => id !== here?.id),
	};
}
