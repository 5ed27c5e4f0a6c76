/**
 * How somebody signs in, on one page: password, passkeys, authenticator app, recovery codes, where they are signed in and
 * what has happened. What is asked on pages of their own, and the codes that are shown once, follow it.
 */

import { encode } from "uqr";
import type { AccountEventKind } from "../../../domain/people/account-event.ts";
import { zone } from "../../../domain/time.ts";
import type { AccountEvent } from "../../../store/account-events.ts";
import type { Passkey } from "../../../store/passkeys.ts";
import type { SignedInSession } from "../../../store/sessions.ts";
import { howYouSignInPath, howYouSignInPaths, paths, yourSettingsPath } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDetails,
	govukInput,
	govukInsetText,
	govukPasswordInput,
	govukWarningText,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayMoment } from "../../kit/say.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { ChoosePassword } from "../../parts/choose-password.tsx";
import { PasskeyForm } from "../../parts/passkey-form.tsx";
import { sayBrowser } from "../../security/browser-in-words.ts";

export type HowYouSignIn = {
	email: string;
	hasPassword: boolean;
	passkeys: readonly Passkey[];
	hasApp: boolean;
	recoveryCodes: number;
	sessions: readonly SignedInSession[];
	events: readonly AccountEvent[];
	/** They signed in just now, so that they may change what is here. */
	mayChange: boolean;
	/** They must set up more than a password before anything else. */
	mustSetUp: boolean;
	/** They keep the installation, and are nobody in a partnership. */
	isOperatorAlone: boolean;
	/** Whether this address can have passkeys. */
	offersPasskeys: boolean;
	/** Where they work, if not at this address; undefined where they do, or nowhere. */
	passkeysAt: string | undefined;
};

type Given = { frame: PageFrame; form: FormState };

const when = (at: Temporal.Instant): string => sayMoment(at.toZonedDateTimeISO(zone));
const day = (at: Temporal.Instant): string =>
	sayDate(at.toZonedDateTimeISO(zone).toPlainDate().toString());

export const HowYouSignInPage = ({ frame, form, ...has }: Given & HowYouSignIn): Html => (
	<Layout
		frame={frame}
		title={say`How you sign in`}
		errors={form.errors}
		back={
			has.mustSetUp
				? undefined
				: has.isOperatorAlone
					? { href: paths.installation, text: say`This installation` }
					: { href: yourSettingsPath, text: say`Your settings` }
		}
	>
		{has.mustSetUp &&
			govukWarningText({
				text: has.isOperatorAlone
					? say`You keep this Concord, so a password alone is not enough. Set up a passkey or an authenticator app to go on.`
					: say`You see what is everybody’s, so a password alone is not enough. Set up a passkey or an authenticator app to go on.`,
				iconFallbackText: say`Warning`,
			})}
		<p class="govuk-body">{say`You sign in as ${<strong class="concord-break">{has.email}</strong>}.`}</p>
		{!has.mayChange &&
			govukInsetText({
				html: say`To change passkeys, the app or recovery codes,
						${<Link href={`${paths.signIn}?then=${encodeURIComponent(howYouSignInPath)}`}>{say`sign in again first`}</Link>}.
						So nobody can do it at a screen that you left open.`,
			})}
		{!has.mustSetUp && (
			<>
				<h2 class="govuk-heading-m" id="password">{say`Password`}</h2>
				<p class="govuk-body">
					{has.hasPassword ? (
						<Link href={howYouSignInPaths.password}>{say`Change your password`}</Link>
					) : (
						say`You have none.
							${<Link href={paths.forgottenPassword}>{say`Have a link sent to choose one`}</Link>}`
					)}
				</p>
			</>
		)}
		<Passkeys frame={frame} form={form} {...has} />
		<AuthenticatorApp frame={frame} {...has} />
		{(has.passkeys.length > 0 || has.hasApp) && <RecoveryCodes frame={frame} {...has} />}
		{!has.mustSetUp && <Sessions frame={frame} {...has} />}
		{!has.mustSetUp && has.events.length > 0 && <Events {...has} />}
	</Layout>
);

const Passkeys = ({
	frame,
	form,
	passkeys,
	mayChange,
	offersPasskeys,
	passkeysAt,
}: Given & HowYouSignIn): Html => (
	<>
		<h2 class="govuk-heading-m" id="passkeys">{say`Passkeys`}</h2>
		<p class="govuk-body">{say`With a passkey you sign in by your fingerprint, your face or the PIN of your phone or
			computer, and need no password. Nobody can trick you into giving it away.`}</p>
		{passkeys.map((passkey, index) => (
			<div class="concord-passkey">
				<h3 class="govuk-heading-s">{passkey.name}</h3>
				<p class="govuk-body">
					{say`Added on ${day(passkey.madeAt)}.`}{" "}
					{passkey.usedAt ? say`Last used on ${day(passkey.usedAt)}.` : say`Not used yet.`}
				</p>
				{mayChange && (
					<>
						{govukDetails({
							summaryHtml: say`Rename ${<Unseen>{passkey.name}</Unseen>}`,
							classes: "govuk-!-margin-bottom-3",
							html: (
								<PostForm frame={frame} action={howYouSignInPaths.renamePasskey}>
									<input type="hidden" name="passkey" value={passkey.id} />
									{govukInput({
										id: `name-${index}`,
										name: "name",
										label: { text: say`New name` },
										value: passkey.name,
										autocomplete: "off",
										classes: "govuk-input--width-20",
									})}
									{secondaryButton({ text: say`Save the name` })}
								</PostForm>
							),
						})}
						<PostForm frame={frame} action={howYouSignInPaths.removePasskey}>
							<input type="hidden" name="passkey" value={passkey.id} />
							{govukButton({
								html: say`Take away ${<Unseen>{passkey.name}</Unseen>}`,
								classes: "govuk-button--warning",
							})}
						</PostForm>
					</>
				)}
			</div>
		))}
		{mayChange && offersPasskeys && (
			<>
				<PasskeyForm
					frame={frame}
					does="create"
					asks={howYouSignInPaths.askForPasskey}
					action={howYouSignInPaths.addPasskey}
					button={say`Add a passkey`}
					isMain={passkeys.length === 0}
				>
					{govukInput({
						...textField(form, "name"),
						label: { text: say`What do you call this device?` },
						hint: { text: say`Such as work laptop, or phone.` },
						classes: "govuk-input--width-20",
						autocomplete: "off",
					})}
				</PasskeyForm>
				<p
					class="govuk-body"
					data-without-passkeys
				>{say`This browser cannot make a passkey here. Passkeys need JavaScript and a newer
					browser.`}</p>
			</>
		)}
		{mayChange && !offersPasskeys && (
			<p class="govuk-body">
				{passkeysAt
					? say`Passkeys do not work at this address.
						${<Link href={`${passkeysAt}${howYouSignInPath}`}>{say`Add and use them at ${passkeysAt}`}</Link>}.`
					: say`Passkeys need a web address with a name. Concord is opened by a number here, so there are none.`}
			</p>
		)}
	</>
);

const AuthenticatorApp = ({
	frame,
	hasApp,
	mayChange,
}: { frame: PageFrame } & HowYouSignIn): Html => (
	<>
		<h2 class="govuk-heading-m" id="app">{say`Authenticator app`}</h2>
		<p class="govuk-body">
			{hasApp
				? say`You have one. After your password you enter the 6 digits that it shows.`
				: say`An app on your phone shows 6 digits, which you enter after your password. Your IT team can tell you which app to use.`}
		</p>
		{mayChange && (
			<div class="govuk-button-group">
				<PostForm frame={frame} action={howYouSignInPaths.beginApp}>
					{secondaryButton({
						text: hasApp ? say`Move to another app` : say`Set up an app`,
						preventDoubleClick: true,
					})}
				</PostForm>
				{hasApp && (
					<PostForm frame={frame} action={howYouSignInPaths.removeApp}>
						{govukButton({ text: say`Take the app away`, classes: "govuk-button--warning" })}
					</PostForm>
				)}
			</div>
		)}
	</>
);

const RecoveryCodes = ({
	frame,
	recoveryCodes,
	mayChange,
}: { frame: PageFrame } & HowYouSignIn): Html => (
	<>
		<h2 class="govuk-heading-m" id="recovery-codes">{say`Recovery codes`}</h2>
		<p class="govuk-body">
			{recoveryCodes === 0
				? say`You have none left.`
				: say`You have ${recoveryCodes} left. Each works once, when you have lost your phone or your passkey.`}
		</p>
		{mayChange && (
			<PostForm frame={frame} action={howYouSignInPaths.recoveryCodes}>
				{secondaryButton({ text: say`Make new recovery codes`, preventDoubleClick: true })}
			</PostForm>
		)}
	</>
);

const Sessions = ({ frame, sessions }: { frame: PageFrame } & HowYouSignIn): Html => (
	<>
		<h2 class="govuk-heading-m" id="sessions">{say`Where you are signed in`}</h2>
		<table class="govuk-table">
			<thead class="govuk-table__head">
				<tr class="govuk-table__row">
					<th scope="col" class="govuk-table__header">{say`Browser`}</th>
					<th scope="col" class="govuk-table__header">{say`Signed in`}</th>
					<th scope="col" class="govuk-table__header">{say`Last seen`}</th>
					<td class="govuk-table__header" />
				</tr>
			</thead>
			<tbody class="govuk-table__body">
				{sessions.map(({ id, browser = "A browser", begunAt, seenAt, isThis }) => (
					<tr class="govuk-table__row">
						<th scope="row" class="govuk-table__header">
							{sayBrowser(browser)}
						</th>
						<td class="govuk-table__cell">{when(begunAt)}</td>
						<td class="govuk-table__cell">{isThis ? say`Now, here` : when(seenAt)}</td>
						<td class="govuk-table__cell">
							{!isThis && (
								<PostForm frame={frame} action={howYouSignInPaths.signOutThere}>
									<input type="hidden" name="session" value={id} />
									<button type="submit" class="concord-link-button">{say`Sign out
										${<Unseen>{say`there: ${sayBrowser(browser)}, signed in ${when(begunAt)}`}</Unseen>}`}</button>
								</PostForm>
							)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
		{sessions.length > 1 && (
			<PostForm frame={frame} action={howYouSignInPaths.signOutElsewhere}>
				{secondaryButton({ text: say`Sign out everywhere else`, preventDoubleClick: true })}
			</PostForm>
		)}
	</>
);

const happened = (): Record<AccountEventKind, string> => ({
	"password-changed": say`You changed your password`,
	"password-chosen-by-link": say`A new password was chosen by a link that was mailed to you`,
	"passkey-added": say`You added a passkey`,
	"passkey-removed": say`You took a passkey away`,
	"app-added": say`You set up an authenticator app`,
	"app-removed": say`You took the authenticator app away`,
	"recovery-codes-made": say`You made recovery codes`,
	"recovery-code-used": say`A recovery code was used`,
	"second-factor-reset": say`Passkeys, app and recovery codes were taken away`,
	locked: say`There were too many tries with a wrong password`,
});

const Events = ({ events }: HowYouSignIn): Html => (
	<>
		<h2 class="govuk-heading-m" id="happened">{say`What has happened`}</h2>
		<ul class="govuk-list govuk-list--bullet">
			{events.map(({ at, what, by }) => (
				<li>
					{by
						? say`${when(at)}: ${happened()[what]} by ${by}`
						: say`${when(at)}: ${happened()[what]}`}
				</li>
			))}
		</ul>
		<p class="govuk-body">{say`Was one of these not you? Change your password and tell your Business Unit.`}</p>
	</>
);

export const ChangePasswordPage = ({ frame, form }: Given): Html => (
	<Layout
		frame={frame}
		title={say`Change your password`}
		errors={form.errors}
		back={{ href: howYouSignInPath }}
	>
		<PostForm frame={frame}>
			{govukPasswordInput({
				name: "current-password",
				id: "current-password",
				label: { text: say`Current password` },
				autocomplete: "current-password",
				errorMessage: form.errors["current-password"],
				classes: "govuk-input--width-20",
			})}
			<ChoosePassword form={form} />
			<p class="govuk-body">{say`You stay signed in here, and are signed out everywhere else.`}</p>
			{govukButton({ text: say`Change password`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** @param asked the key of the app, and the address that its QR code holds */
export const AppPage = ({
	frame,
	form,
	asked,
}: Given & { asked: { key: string; uri: string } }): Html => (
	<Layout
		frame={frame}
		title={say`Set up an authenticator app`}
		errors={form.errors}
		back={{ href: howYouSignInPath }}
	>
		<p class="govuk-body">{say`Scan this with the app on your phone. It then shows 6 digits.`}</p>
		<QrCode text={asked.uri} />
		<p class="govuk-body">
			{say`Cannot scan it? Enter this key in the app, as one that goes by time:`}
			<br />
			<strong class="concord-break" id="app-key">
				{asked.key.replace(/(.{4})(?!$)/g, "$1 ")}
			</strong>
		</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "code"),
				value: "",
				label: { text: say`The 6 digits that it shows now` },
				inputmode: "numeric",
				autocomplete: "one-time-code",
				spellcheck: false,
				classes: "govuk-input--width-10",
			})}
			{govukButton({ text: say`Finish`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** One square of the drawing for each of the code: it scales without a blur. */
const QrCode = ({ text }: { text: string }): Html => {
	const { size, data } = encode(text, { ecc: "M", border: 4 });
	const path = data
		.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
		.join("");
	return (
		<p class="govuk-body">
			<svg
				class="concord-qr"
				viewBox={`0 0 ${size} ${size}`}
				role="img"
				aria-label={say`QR code for your authenticator app. The key below says the same.`}
				shape-rendering="crispEdges"
			>
				<rect width={size} height={size} fill="#fff" />
				<path d={path} fill="#000" />
			</svg>
		</p>
	);
};

/** The codes, on the one page on which they are shown. */
export const RecoveryCodesPage = ({
	frame,
	codes,
	isFirst,
	isOperatorAlone,
}: {
	frame: PageFrame;
	codes: readonly string[];
	/** They were made because a second factor was set up. */
	isFirst: boolean;
	isOperatorAlone: boolean;
}): Html => (
	<Layout
		frame={frame}
		title={isFirst ? say`That is set up. Keep your recovery codes` : say`Your recovery codes`}
	>
		<p class="govuk-body">{say`When you have lost your phone or your passkey, one of these lets you in after your
			password. Each works once.`}</p>
		{govukWarningText({
			text: say`They are not shown again. Print this page or write them down, and keep them away from your computer.`,
			iconFallbackText: say`Warning`,
		})}
		<ul class="govuk-list concord-codes" id="codes">
			{codes.map((code) => (
				<li>
					<code>{code}</code>
				</li>
			))}
		</ul>
		<p class="govuk-body">
			<Link href={howYouSignInPath}>{say`See how you sign in`}</Link>
		</p>
		<p class="govuk-body">
			{isOperatorAlone ? (
				<Link href={paths.installation}>{say`Go to this installation`}</Link>
			) : (
				<Link href={paths.myWork}>{say`Go to my work`}</Link>
			)}
		</p>
	</Layout>
);
