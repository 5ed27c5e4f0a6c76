import { type ApiToken, isInUse, scopes, tokenLives } from "../../../domain/people/api-token.ts";
import { londonTime } from "../../../domain/time.ts";
import {
	apiReferencePath,
	apiTokensPath,
	paths,
	revokeApiTokenPath,
	webhookPaths,
} from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { checkboxesField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukInput,
	govukInsetText,
	govukRadios,
	govukSummaryList,
	govukTag,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayMoment, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link, Section, Unseen } from "../../kit/text.tsx";

/** The tokens by which programs act for somebody, and where they make one. */
export const ApiTokensPage = ({
	frame,
	form,
	tokens,
	now,
	mayMake,
	made,
}: {
	frame: PageFrame;
	form: FormState;
	tokens: readonly ApiToken[];
	now: Temporal.Instant;
	/** Whether they showed a moment ago who they are. */
	mayMake: boolean;
	/** The token that was just made, on the one page on which it is shown. */
	made?: string | undefined;
}): Html => (
	<Layout frame={frame} title={say`Programs that act for you`} errors={form.errors}>
		{made &&
			govukInsetText({
				html: (
					<>
						<p class="govuk-body">{say`This is the token. Copy it now to where the program keeps its secrets: it is
								not shown again.`}</p>
						<p class="govuk-body concord-break" id="token">
							<code>{made}</code>
						</p>
					</>
				),
			})}
		<p class="govuk-body">{say`With a token, a program such as your case system can do here what you may do, and
			nothing more. You answer for what it does.
			${<Link href={apiReferencePath}>{say`What the API can do`}</Link>}`}</p>
		<Section id="tokens" title={say`Your tokens`}>
			{tokens.length === 0 ? (
				<EmptyState
					title={say`No program acts for you`}
				>{say`Tokens that you make are listed here.`}</EmptyState>
			) : (
				tokens.map((token) => <OneToken frame={frame} token={token} now={now} />)
			)}
		</Section>
		<Section id="make" title={say`Make a token`}>
			{!mayMake && (
				<p class="govuk-body">{say`${<Link href={`${paths.showItIsYou}?then=${encodeURIComponent(apiTokensPath)}`}>{say`Show again that it is you`}</Link>},
					then make one.`}</p>
			)}
			{/* What was typed until it was too late stays. */}
			{(mayMake || form.errors) && <MakeForm frame={frame} form={form} />}
		</Section>
	</Layout>
);

/** What a token may do and how long it works, with the button that ends it. */
const OneToken = ({
	frame,
	token,
	now,
}: {
	frame: PageFrame;
	token: ApiToken;
	now: Temporal.Instant;
}): Html => {
	const works = isInUse(token, now);
	return (
		<>
			<h3 class="govuk-heading-s">
				{token.name} <TokenState token={token} works={works} />
			</h3>
			{govukSummaryList({
				rows: [
					{ key: { text: say`Begins with` }, value: { html: <code>{token.prefix}</code> } },
					{
						key: { text: say`Acts for` },
						value: { text: token.isSystem ? say`A system` : say`You` },
					},
					{ key: { text: say`It may` }, value: { html: <MayDo token={token} /> } },
					{ key: { text: say`Works until` }, value: { text: dayOf(token.expiresAt) } },
					{ key: { text: say`Last used` }, value: { text: sayLastUsed(token) } },
				],
			})}
			<p class="govuk-body">
				<Link
					href={webhookPaths.ofToken(token.id)}
				>{say`Addresses that are told${<Unseen> {say`for ${token.name}`}</Unseen>}`}</Link>
			</p>
			{works && (
				<PostForm frame={frame} action={revokeApiTokenPath(token.id)}>
					{govukButton({
						html: say`Revoke${<Unseen> {token.name}</Unseen>}`,
						classes: "govuk-button--warning",
					})}
				</PostForm>
			)}
		</>
	);
};

const TokenState = ({ token, works }: { token: ApiToken; works: boolean }): Html =>
	works
		? govukTag({ text: say`Works`, classes: "govuk-tag--green" })
		: token.revokedAt === null
			? govukTag({ text: say`Expired`, classes: "govuk-tag--grey" })
			: govukTag({ text: say`Revoked`, classes: "govuk-tag--grey" });

const MayDo = ({ token }: { token: ApiToken }): Html => (
	<Bullets items={token.scopes.map((scope) => sayWhole(scopes[scope]))} />
);

const dayOf = (instant: string): string => sayDate(londonTime(instant).toPlainDate().toString());

const sayLastUsed = ({ lastUsedAt }: ApiToken): string =>
	lastUsedAt === null ? say`Never` : sayMoment(londonTime(lastUsedAt).toPlainDateTime());

const MakeForm = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<PostForm frame={frame}>
		{govukInput({
			...textField(form, "name"),
			label: { text: say`What is it called?`, classes: "govuk-label--s" },
			hint: {
				text: say`Such as the name of the system. The record says it of what is done with the token, to everybody who may read that, so name nobody in it.`,
			},
			autocomplete: "off",
		})}
		{govukRadios({
			...radiosField(form, "for"),
			fieldset: { legend: { text: say`What is it for?`, classes: "govuk-fieldset__legend--s" } },
			items: [
				{
					value: "system",
					text: say`A system that I answer for`,
					hint: {
						text: say`Your partnership’s administrators see it in their list, and can revoke it.`,
					},
				},
				{ value: "me", text: say`A program of my own` },
			],
		})}
		{govukCheckboxes({
			...checkboxesField(form, "scopes"),
			fieldset: { legend: { text: say`What may it do?`, classes: "govuk-fieldset__legend--s" } },
			hint: { text: say`Choose as little as it needs.` },
			items: Object.entries(scopes).map(([value, text]) => ({ value, text: sayWhole(text) })),
		})}
		{govukRadios({
			...radiosField(form, "days"),
			fieldset: {
				legend: { text: say`How long does it work?`, classes: "govuk-fieldset__legend--s" },
			},
			items: tokenLives.map((days) => ({
				value: String(days),
				text: days === 365 ? say`1 year` : counted(days, "day"),
			})),
		})}
		{govukButton({ text: say`Make the token`, preventDoubleClick: true })}
	</PostForm>
);
