/**
 * The addresses that a program of somebody is told at: all of a token with where another is named, and one with its log. What
 * each state and each try means is said here.
 */

import { type ApiToken, isInUse } from "../../../domain/people/api-token.ts";
import {
	type Attempt,
	type AttemptProblem,
	hostOf,
	type Webhook,
	type WebhookState,
	webhookKinds,
	webhookTest,
} from "../../../domain/people/webhook.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Logged } from "../../../store/webhooks.ts";
import { apiTokensPath, differencePath, paths, webhookPaths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { checkboxesField, type FormState, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukInput,
	govukInsetText,
	govukSummaryList,
	govukTag,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link, Section, Unseen } from "../../kit/text.tsx";

/** The addresses that are told for one token, and where another is named. */
export const AddressesPage = ({
	frame,
	form,
	token,
	webhooks,
	now,
	mayMake,
	made,
	isRehearsal,
}: {
	frame: PageFrame;
	form: FormState;
	token: ApiToken;
	webhooks: readonly Webhook[];
	now: Temporal.Instant;
	/** Whether they showed a moment ago who they are. */
	mayMake: boolean;
	/** The secret of the address that was just named, on the one page on which it is shown. */
	made?: { secret: string } | undefined;
	isRehearsal: boolean;
}): Html => {
	const works = isInUse(token, now);
	const reads = token.scopes.includes("differences:read");
	return (
		<Layout frame={frame} title={say`Addresses that ${token.name} named`} errors={form.errors}>
			{made && <Secret secret={made.secret} />}
			<p class="govuk-body">{say`Concord tells these addresses that something happened that you may know of, with no
				name and no word of it. Your program then reads it with the token.
				${<Link href={apiTokensPath}>{say`All your tokens`}</Link>}`}</p>
			<Section id="addresses" title={say`Addresses`}>
				{webhooks.length === 0 ? (
					<EmptyState
						title={say`No address is told`}
					>{say`Addresses that you name are listed here.`}</EmptyState>
				) : (
					<ul class="govuk-list">
						{webhooks.map((webhook) => (
							<li class="concord-break">
								<Link href={webhookPaths.one(webhook.id)}>{webhook.address}</Link>{" "}
								<State state={webhook.state} />
							</li>
						))}
					</ul>
				)}
			</Section>
			<Section id="make" title={say`Name an address`}>
				{!works ? (
					<p class="govuk-body">{say`This token works no more, so nothing is sent for it.`}</p>
				) : !reads ? (
					<p class="govuk-body">{say`This token may not read differences, so there is nothing that its program could be
						told of. Make one that may.`}</p>
				) : (
					<>
						{!mayMake && (
							<p class="govuk-body">{say`${(
								<Link
									href={`${paths.showItIsYou}?then=${encodeURIComponent(webhookPaths.ofToken(token.id))}`}
								>{say`Show again that it is you`}</Link>
							)},
								then name one.`}</p>
						)}
						{(mayMake || form.errors) && (
							<MakeForm frame={frame} form={form} isRehearsal={isRehearsal} />
						)}
					</>
				)}
			</Section>
		</Layout>
	);
};

/** A secret, on the one page on which it is shown. */
const Secret = ({ secret, isAnother = false }: { secret: string; isAnother?: boolean }): Html =>
	govukInsetText({
		html: (
			<>
				<p class="govuk-body">{say`This is the secret, by which your program knows that it is Concord who tells
					it. Copy it now to where the program keeps its secrets: it is not shown again.`}</p>
				{isAnother && (
					<p class="govuk-body">{say`For a day the program is told with both, so that it misses nothing while you change it.`}</p>
				)}
				<p class="govuk-body concord-break" id="secret">
					<code>{secret}</code>
				</p>
			</>
		),
	});

const MakeForm = ({
	frame,
	form,
	isRehearsal,
}: {
	frame: PageFrame;
	form: FormState;
	isRehearsal: boolean;
}): Html => (
	<PostForm frame={frame}>
		{govukInput({
			...textField(form, "address"),
			label: { text: say`Where does the program wait?`, classes: "govuk-label--s" },
			hint: {
				text: isRehearsal
					? say`In a rehearsal an address on this machine, such as http://127.0.0.1:8080/told`
					: say`Such as https://school.example/concord`,
			},
			type: "url",
			spellcheck: false,
			autocomplete: "off",
		})}
		{govukCheckboxes({
			...checkboxesField(form, "kinds"),
			fieldset: {
				legend: { text: say`What is it told of?`, classes: "govuk-fieldset__legend--s" },
			},
			items: Object.entries(webhookKinds).map(([value, text]) => ({
				value,
				text: sayWhole(text),
			})),
		})}
		{govukButton({ text: say`Name the address`, preventDoubleClick: true })}
	</PostForm>
);

const states = (): Record<WebhookState, { text: string; classes: string }> => ({
	works: { text: say`Told`, classes: "govuk-tag--green" },
	paused: { text: say`Paused`, classes: "govuk-tag--grey" },
	failing: { text: say`Took nothing`, classes: "govuk-tag--red" },
	stopped: { text: say`Stopped`, classes: "govuk-tag--grey" },
});

const State = ({ state }: { state: WebhookState }): Html => govukTag(states()[state]);

/** What a state means for whoever named the address; nothing where all is well. */
const meaning = (): Partial<Record<WebhookState, string>> => ({
	paused: say`Nothing is sent while it is paused. What happens meanwhile is kept for 30 days: let it be told again, then send it.`,
	failing: say`It took nothing for three days, or said that it is gone, so nothing more is sent. When it works again, let it be told again.`,
	stopped: say`Your partnership’s administrators stopped it for good. Ask them why, or take it away.`,
});

/** One address: how it does, what it was told, and what can be done with it. */
export const AddressPage = ({
	frame,
	webhook,
	log,
	missed,
	mayChangeSecret,
	made,
}: {
	frame: PageFrame;
	webhook: Webhook;
	log: readonly Logged[];
	/** How much it did not get. */
	missed: number;
	/** Whether they showed a moment ago who they are. */
	mayChangeSecret: boolean;
	made?: { secret: string } | undefined;
}): Html => {
	const { id, state } = webhook;
	const host = hostOf(webhook.address);
	return (
		<Layout
			frame={frame}
			title={say`What ${host} is told`}
			back={{ href: webhookPaths.ofToken(webhook.tokenId), text: say`Back` }}
		>
			{made && <Secret secret={made.secret} isAnother />}
			{meaning()[state] !== undefined && govukInsetText({ text: meaning()[state] })}
			{govukSummaryList({
				rows: [
					{
						key: { text: say`Address` },
						value: { html: <span class="concord-break">{webhook.address}</span> },
					},
					{ key: { text: say`State` }, value: { html: <State state={state} /> } },
					{
						key: { text: say`Told of` },
						value: {
							html: <Bullets items={webhook.kinds.map((kind) => sayWhole(webhookKinds[kind]))} />,
						},
					},
					...(webhook.failingSince === null
						? []
						: [
								{
									key: { text: say`Takes nothing since` },
									value: { text: at(webhook.failingSince) },
								},
							]),
					...(missed === 0
						? []
						: [{ key: { text: say`Did not get` }, value: { text: sayMissed(missed) } }]),
				],
			})}
			<div class="govuk-button-group">
				{state === "works" && (
					<PostForm frame={frame} action={webhookPaths.try(id)}>
						{govukButton({ text: say`Send a test`, classes: "govuk-button--secondary" })}
					</PostForm>
				)}
				{state === "works" && (
					<PostForm frame={frame} action={webhookPaths.pause(id)}>
						{govukButton({ text: say`Pause`, classes: "govuk-button--secondary" })}
					</PostForm>
				)}
				{(state === "paused" || state === "failing") && (
					<PostForm frame={frame} action={webhookPaths.tell(id)}>
						{govukButton({ text: say`Let it be told again` })}
					</PostForm>
				)}
				{state === "works" && missed > 0 && (
					<PostForm frame={frame} action={webhookPaths.missed(id)}>
						{govukButton({
							text: say`Send what it did not get`,
							classes: "govuk-button--secondary",
							preventDoubleClick: true,
						})}
					</PostForm>
				)}
				<PostForm frame={frame} action={webhookPaths.remove(id)}>
					{govukButton({ text: say`Take it away`, classes: "govuk-button--warning" })}
				</PostForm>
			</div>
			<Section id="another-secret" title={say`Another secret`}>
				<p class="govuk-body">{say`When somebody may know the secret who should not, or as often as your rules say. For a day the program is told with both.`}</p>
				{mayChangeSecret ? (
					<PostForm frame={frame} action={webhookPaths.secret(id)}>
						<input type="hidden" name="_key" value={newActKey()} />
						{govukButton({ text: say`Make another secret`, classes: "govuk-button--secondary" })}
					</PostForm>
				) : (
					<p class="govuk-body">{say`${<Link href={showAgainFor(id)}>{say`Show again that it is you`}</Link>}, then make one.`}</p>
				)}
			</Section>
			<Section id="log" title={say`What was sent`}>
				{log.length === 0 ? (
					<EmptyState
						title={say`Nothing was sent`}
					>{say`What is sent stands here for 30 days, with each try.`}</EmptyState>
				) : (
					log.map((one) => <OneSent frame={frame} webhook={webhook} one={one} />)
				)}
			</Section>
		</Layout>
	);
};

const showAgainFor = (id: string): string =>
	`${paths.showItIsYou}?then=${encodeURIComponent(webhookPaths.one(id))}`;

const sayMissed = (many: number): string =>
	many === 1 ? say`1 thing of the last 30 days` : say`${many} things of the last 30 days`;

const OneSent = ({
	frame,
	webhook,
	one,
}: {
	frame: PageFrame;
	webhook: Webhook;
	one: Logged;
}): Html => {
	const what =
		one.kind === webhookTest
			? say`A test`
			: sayWhole(webhookKinds[one.kind as keyof typeof webhookKinds]);
	return (
		<>
			<h3 class="govuk-heading-s">
				{what}{" "}
				{govukTag(
					one.state === "given-up" && one.attempts.length === 0 ? notSent() : outcomes()[one.state],
				)}
			</h3>
			{govukSummaryList({
				rows: [
					...(one.differenceId === null
						? []
						: [
								{
									key: { text: say`Difference` },
									value: {
										html: <Link href={differencePath(one.differenceId)}>{one.reference}</Link>,
									},
								},
							]),
					{ key: { text: say`Happened` }, value: { text: at(one.happenedAt) } },
					...(one.attempts.length === 0
						? []
						: [
								{
									key: { text: say`Sent` },
									value: { html: <Bullets items={one.attempts.map(sayAttempt)} /> },
								},
							]),
					...(one.state === "waiting" && one.nextTryAt !== null && one.attempts.length > 0
						? [{ key: { text: say`Sent again` }, value: { text: at(one.nextTryAt) } }]
						: []),
				],
			})}
			{webhook.state === "works" && one.state !== "waiting" && (
				<PostForm frame={frame} action={webhookPaths.again(webhook.id, one.id)}>
					{govukButton({
						html: say`Send
								again${(
									<Unseen>
										{" "}
										{what} {one.reference ?? ""}
									</Unseen>
								)}`,
						classes: "govuk-button--secondary",
					})}
				</PostForm>
			)}
		</>
	);
};

/** It happened while the address was told nothing. */
const notSent = () => ({ text: say`Not sent`, classes: "govuk-tag--grey" });
const outcomes = () => ({
	waiting: { text: say`Waits`, classes: "govuk-tag--blue" },
	sent: { text: say`Taken`, classes: "govuk-tag--green" },
	"given-up": { text: say`Given up`, classes: "govuk-tag--red" },
});

const problems = (): Record<AttemptProblem, string> => ({
	"timed-out": say`no answer within 10 seconds`,
	"not-reached": say`nobody answered there`,
	"not-allowed": say`Concord may not reach that network`,
	"not-found": say`no machine has that name`,
	certificate: say`its certificate is wrong`,
});

const sayAttempt = ({ at: when, status, problem }: Attempt): string =>
	`${at(when)}: ${problem === undefined ? say`answered ${status}` : problems()[problem]}`;

const at = (instant: string): string => sayMoment(londonTime(instant).toPlainDateTime());
