import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { changePassword, faultOfPassword } from "../../../actions/choose-password.ts";
import {
	addPasskey,
	askForNewPasskey,
	removePasskey,
	renamePasskey,
} from "../../../actions/passkeys.ts";
import {
	beginApp,
	findPendingApp,
	finishApp,
	makeRecoveryCodes,
	removeApp,
} from "../../../actions/second-factor.ts";
import { signOutElsewhere, signOutThere } from "../../../actions/sign-out.ts";
import { needsSecondFactor } from "../../../domain/people/second-factor.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { listAccountEvents } from "../../../store/account-events.ts";
import { findAccountById } from "../../../store/accounts.ts";
import { listPasskeys } from "../../../store/passkeys.ts";
import { countSecondFactors } from "../../../store/second-factors.ts";
import { ageOfSession, listSessions } from "../../../store/sessions.ts";
import { howYouSignInPath, howYouSignInPaths } from "../../addresses.ts";
import { type FormState, newForm, readForm, requiredText, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { sayIt, sayRefusal } from "../../kit/say.tsx";
import { longestAnswer } from "../../parts/passkey-form.tsx";
import { passkeysWorkAt, passkeysWorkHere } from "../../security/place.ts";
import { AppPage, ChangePasswordPage, HowYouSignInPage, RecoveryCodesPage } from "./page.tsx";

/** For so long after they signed in somebody may change how they do, in seconds. */
const mayChangeFor = 15 * 60;
const mostEvents = 10;

const nameOfPasskey = requiredText({
	missing: "Enter what you call it",
	name: "Name",
	max: 50,
});
const newPasskey = z.object({ name: nameOfPasskey, answer: z.string().max(longestAnswer) });
const ofPasskey = z.object({ passkey: z.string().max(1_400) });
const renamed = z.object({ passkey: z.string().max(1_400), name: nameOfPasskey });
const codeAsked = z.object({
	code: requiredText({ missing: "Enter the 6 digits", name: "Code", max: 100 }),
});
const passwords = z.object({
	"current-password": z
		.string("Enter your current password")
		.min(1, "Enter your current password")
		.max(1_000, "The current password is not right"),
	"new-password": z.string().default(""),
});
const ofSession = z.object({ session: z.uuid() });

const early = { config: { beforeSecondFactor: true, forOperators: true } };
const late = { config: { forOperators: true } };

/** Whose account it is and in which session they ask. */
type Asking = { accountId: string; sid: string };

/** Where somebody sees and changes how they sign in. Whoever came in without an account has no such page. */
export const howYouSignInRoutes: Routes = (web, app) => {
	const askingOf = ({ session }: FastifyRequest): Asking | undefined =>
		session.accountId ? { accountId: session.accountId, sid: session.sessionId } : undefined;

	const mayChange = async ({ sid }: Asking): Promise<boolean> => {
		const age = await ageOfSession(app.db, sid);
		return age !== undefined && age.secondsOld < mayChangeFor;
	};

	const show = async (
		request: FastifyRequest,
		reply: FastifyReply,
		form: FormState = newForm(),
	) => {
		const asking = askingOf(request);
		const account = asking && (await findAccountById(app.db, asking.accountId));
		if (!account) return reply.callNotFound();
		const has = await countSecondFactors(app.db, account.id);
		const isOperatorAlone = request.signedIn === undefined;
		return reply.page(
			<HowYouSignInPage
				frame={request.frame}
				form={form}
				isOperatorAlone={isOperatorAlone}
				email={account.email}
				hasPassword={account.passwordHash !== null}
				passkeys={await listPasskeys(app.db, account.id)}
				hasApp={has.app}
				recoveryCodes={has.recoveryCodes}
				sessions={
					await listSessions(app.db, account.id, {
						sid: asking.sid,
						idleMinutes: app.signIn.idleMinutes,
					})
				}
				events={await listAccountEvents(app.db, account.id, mostEvents)}
				mayChange={await mayChange(asking)}
				mustSetUp={
					!app.rehearsal &&
					!request.session.secondFactor &&
					(isOperatorAlone || needsSecondFactor(request.viewer))
				}
				offersPasskeys={passkeysWorkHere(app, request)}
				passkeysAt={passkeysWorkAt(app, request)}
			/>,
		);
	};

	web.get(howYouSignInPath, early, (request, reply) => show(request, reply));

	/** A change that is for whoever signed in just now; anybody else is led back to the page, which says so. */
	const change = (
		path: string,
		act: (asking: Asking, request: FastifyRequest, reply: FastifyReply) => unknown,
	) =>
		web.post(path, early, async (request, reply) => {
			const asking = askingOf(request);
			if (!asking) return reply.callNotFound();
			if (!(await mayChange(asking))) return reply.redirect(howYouSignInPath, 303);
			try {
				return await act(asking, request, reply);
			} catch (refusal) {
				if (!(refusal instanceof Refusal)) throw refusal;
				return show(request, reply.code(422), withError({}, "passkeys", sayRefusal(refusal)));
			}
		});

	/** What they showed just now is more than a password. With the first comes what helps when it is lost. */
	const isSetUp = async (
		{ accountId }: Asking,
		request: FastifyRequest,
		reply: FastifyReply,
		to: string,
	) => {
		request.session.set("secondFactor", true);
		if ((await countSecondFactors(app.db, accountId)).recoveryCodes > 0)
			return reply.redirect(`${howYouSignInPath}#${to}`, 303);
		const codes = await makeRecoveryCodes(app, accountId);
		return reply.page(
			<RecoveryCodesPage
				frame={request.frame}
				codes={codes}
				isFirst
				isOperatorAlone={!request.signedIn}
			/>,
		);
	};

	change(howYouSignInPaths.askForPasskey, async (asking, request, reply) =>
		passkeysWorkHere(app, request)
			? reply.send(await askForNewPasskey(app, asking))
			: reply.callNotFound(),
	);

	change(howYouSignInPaths.addPasskey, async (asking, request, reply) => {
		const form = readForm(newPasskey, request.body);
		if (form.errors) return show(request, reply.code(422), form);
		if (await addPasskey(app, asking, form.data))
			return isSetUp(asking, request, reply, "passkeys");
		return show(
			request,
			reply.code(422),
			withError(form.values, "name", "The passkey could not be added. Try again"),
		);
	});

	change(howYouSignInPaths.renamePasskey, async ({ accountId }, request, reply) => {
		const form = readForm(renamed, request.body);
		if (form.errors)
			return show(
				request,
				reply.code(422),
				withError({}, "name", "Enter what you call it, in 50 characters or less"),
			);
		return (await renamePasskey(app, accountId, form.data.passkey, form.data.name))
			? reply.redirect(`${howYouSignInPath}#passkeys`, 303)
			: reply.callNotFound();
	});

	change(howYouSignInPaths.removePasskey, async ({ accountId }, request, reply) => {
		const form = readForm(ofPasskey, request.body);
		return !form.errors && (await removePasskey(app, accountId, form.data.passkey))
			? reply.redirect(`${howYouSignInPath}#passkeys`, 303)
			: reply.callNotFound();
	});

	change(howYouSignInPaths.beginApp, async ({ accountId }, _request, reply) => {
		await beginApp(app, accountId);
		return reply.redirect(howYouSignInPaths.app, 303);
	});

	web.get(howYouSignInPaths.app, early, async (request, reply) => {
		const asking = askingOf(request);
		const asked = asking && (await findPendingApp(app, asking.accountId));
		if (!asked || !(await mayChange(asking))) return reply.redirect(howYouSignInPath, 303);
		return reply.page(<AppPage frame={request.frame} form={newForm()} asked={asked} />);
	});

	change(howYouSignInPaths.app, async (asking, request, reply) => {
		const asked = await findPendingApp(app, asking.accountId);
		if (!asked) return reply.redirect(howYouSignInPath, 303);
		const again = (form: FormState) =>
			reply.code(422).page(<AppPage frame={request.frame} form={form} asked={asked} />);
		const form = readForm(codeAsked, request.body);
		if (form.errors) return again(form);
		switch (await finishApp(app, asking, form.data.code)) {
			case "over":
				return reply.redirect(howYouSignInPath, 303);
			case "wrong":
				return again(
					withError(
						{},
						"code",
						"This is not what the app should show. Check that your phone’s clock is right, and enter the digits that it shows now",
					),
				);
			case "added":
				return isSetUp(asking, request, reply, "app");
		}
	});

	change(howYouSignInPaths.removeApp, async ({ accountId }, _request, reply) =>
		(await removeApp(app, accountId))
			? reply.redirect(`${howYouSignInPath}#app`, 303)
			: reply.callNotFound(),
	);

	change(howYouSignInPaths.recoveryCodes, async ({ accountId }, request, reply) => {
		const has = await countSecondFactors(app.db, accountId);
		if (has.passkeys === 0 && !has.app) return reply.callNotFound();
		const codes = await makeRecoveryCodes(app, accountId);
		return reply.page(
			<RecoveryCodesPage
				frame={request.frame}
				codes={codes}
				isFirst={false}
				isOperatorAlone={!request.signedIn}
			/>,
		);
	});

	web.get(howYouSignInPaths.password, late, async (request, reply) =>
		askingOf(request)
			? reply.page(<ChangePasswordPage frame={request.frame} form={newForm()} />)
			: reply.callNotFound(),
	);

	web.post(howYouSignInPaths.password, late, async (request, reply) => {
		const asking = askingOf(request);
		if (!asking) return reply.callNotFound();
		const again = (code: number, form: FormState) =>
			reply.code(code).page(<ChangePasswordPage frame={request.frame} form={form} />);
		const form = readForm(passwords, request.body);
		if (form.errors) return again(422, form);
		const { "current-password": current, "new-password": password } = form.data;
		const fault = await faultOfPassword(app, asking.accountId, password);
		if (fault) return again(422, withError({}, "new-password", sayIt(fault)));
		const outcome = await changePassword(app, asking, { current, password });
		if (outcome === "wrong")
			return again(422, withError({}, "current-password", "The current password is not right"));
		if (outcome !== "changed")
			return again(
				429,
				withError(
					{},
					"current-password",
					"There were too many tries. Wait a quarter of an hour, then try again",
				),
			);
		return reply.redirect(`${howYouSignInPath}#password`, 303);
	});

	web.post(howYouSignInPaths.signOutThere, late, async (request, reply) => {
		const asking = askingOf(request);
		const form = readForm(ofSession, request.body);
		if (!asking || form.errors || !(await signOutThere(app, asking.accountId, form.data.session)))
			return reply.callNotFound();
		return reply.redirect(`${howYouSignInPath}#sessions`, 303);
	});

	web.post(howYouSignInPaths.signOutElsewhere, late, async (request, reply) => {
		const asking = askingOf(request);
		if (!asking) return reply.callNotFound();
		await signOutElsewhere(app, asking.accountId, asking.sid);
		return reply.redirect(`${howYouSignInPath}#sessions`, 303);
	});
};
