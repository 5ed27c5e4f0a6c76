import { isInUse, scopes } from "../../../domain/people/api-token.ts";
import { hostOf } from "../../../domain/people/webhook.ts";
import { londonTime } from "../../../domain/time.ts";
import type { TokenOfSystem } from "../../../store/api-tokens.ts";
import type { WebhookOfSomebody } from "../../../store/webhooks.ts";
import { administrationPaths, apiTokensPath } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { govukButton, govukSummaryList, govukTag } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayMoment, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link, Section, Unseen } from "../../kit/text.tsx";

/** The tokens of systems in a partnership, each with whoever answers for it. */
export const TokensOfSystemsPage = ({
	frame,
	tokens,
	webhooks,
	now,
}: {
	frame: PageFrame;
	tokens: readonly TokenOfSystem[];
	webhooks: readonly WebhookOfSomebody[];
	now: Temporal.Instant;
}): Html => (
	<Layout frame={frame} title={say`Systems that use the API`}>
		<p class="govuk-body">{say`Each acts for the person who answers for it, with their rights, and stops when they
			leave. People make tokens under
			${<Link href={apiTokensPath}>{say`their own settings`}</Link>}.`}</p>
		{tokens.length === 0 ? (
			<EmptyState
				title={say`No system uses the API`}
			>{say`When somebody makes a token for a system, it is listed here.`}</EmptyState>
		) : (
			tokens.map((token) => (
				<>
					<h2 class="govuk-heading-m">
						{token.name}{" "}
						{!isInUse(token, now) && govukTag({ text: say`Expired`, classes: "govuk-tag--grey" })}
					</h2>
					{govukSummaryList({
						rows: [
							{
								key: { text: say`Answers for it` },
								value: { text: `${token.personName}, ${token.agencyName}` },
							},
							{ key: { text: say`Begins with` }, value: { html: <code>{token.prefix}</code> } },
							{
								key: { text: say`It may` },
								value: {
									html: <Bullets items={token.scopes.map((scope) => sayWhole(scopes[scope]))} />,
								},
							},
							{
								key: { text: say`Works until` },
								value: { text: sayDate(londonTime(token.expiresAt).toPlainDate().toString()) },
							},
							{
								key: { text: say`Last used` },
								value: {
									text:
										token.lastUsedAt === null
											? say`Never`
											: sayMoment(londonTime(token.lastUsedAt).toPlainDateTime()),
								},
							},
						],
					})}
					<PostForm frame={frame} action={administrationPaths.revokeApiToken(token.id)}>
						{govukButton({
							html: say`Revoke${<Unseen> {token.name}</Unseen>}`,
							classes: "govuk-button--warning",
						})}
					</PostForm>
				</>
			))
		)}
		<Section id="addresses" title={say`Addresses that are told`}>
			{webhooks.length === 0 ? (
				<EmptyState
					title={say`No address is told`}
				>{say`When somebody names an address that hears when something happens, it is listed here.`}</EmptyState>
			) : (
				<>
					<p class="govuk-body">{say`They hear that something happened that whoever named them may know of, with no
						name and no word of it.`}</p>
					{webhooks.map((webhook) => (
						<OneAddress frame={frame} webhook={webhook} />
					))}
				</>
			)}
		</Section>
	</Layout>
);

/** By its host: the rest of an address may be a secret of whoever named it. */
const OneAddress = ({ frame, webhook }: { frame: PageFrame; webhook: WebhookOfSomebody }): Html => {
	const host = hostOf(webhook.address);
	return (
		<>
			<h3 class="govuk-heading-s concord-break">
				{host}{" "}
				{webhook.state !== "works" &&
					govukTag({
						text: webhook.state === "stopped" ? say`Stopped` : say`Not told now`,
						classes: "govuk-tag--grey",
					})}
			</h3>
			{govukSummaryList({
				rows: [
					{
						key: { text: say`Named by` },
						value: { text: `${webhook.personName}, ${webhook.agencyName}` },
					},
					{ key: { text: say`For` }, value: { text: webhook.tokenName } },
				],
			})}
			{webhook.state !== "stopped" && (
				<PostForm frame={frame} action={administrationPaths.stopWebhook(webhook.id)}>
					{govukButton({
						html: say`Stop for
								good${<Unseen> {say`${host} of ${webhook.personName}`}</Unseen>}`,
						classes: "govuk-button--warning",
					})}
				</PostForm>
			)}
		</>
	);
};
