import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { paths, raisePaths } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukDetails, govukInsetText, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayAny, withArticle } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { CallsMade } from "../../parts/calls-made.tsx";
import {
	inputs,
	inScope,
	type Offer,
	offerTitle,
	type Raising,
} from "../../parts/raising/raising.ts";
import { safetyOf } from "../../parts/safety-of.ts";
import { WhomToRing } from "../../parts/whom-to-ring.tsx";
import { RaiseLayout } from "./raise-layout.tsx";

type Given = { frame: PageFrame; raising: Raising };

/** What somebody wants to do, where a partnership has several protocols or ways to begin. */
export const ChoicePage = ({
	frame,
	raising,
	form,
	hasUnfinished,
}: Given & {
	form: FormState;
	hasUnfinished: boolean;
}): Html => (
	<Layout
		frame={frame}
		title={whatToDo()}
		heading={false}
		back={{ href: raising.draft ? raisePaths.check(raising.draft) : paths.myWork }}
		errors={form.errors}
		safety={safetyOf(raising.protocol)}
	>
		<RaisedFor raising={raising} />
		{hasUnfinished && <Unfinished />}
		<PostForm
			frame={frame}
			action={raising.draft ? raisePaths.first(raising.draft) : raisePaths.start}
		>
			{govukRadios({
				...radiosField(form, inputs.begin),
				fieldset: {
					legend: { text: whatToDo(), classes: "govuk-fieldset__legend--l", isPageHeading: true },
				},
				items: raising.offers.map((offer) => ({
					value: offer.begin,
					text: offerTitle(offer),
					hint: { text: hintOf(offer, raising.inForce.length > 1) },
				})),
			})}
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const whatToDo = () => say`What do you want to do?`;

/** When it is the way to take; under which protocol, where there are several. */
const hintOf = ({ protocol, way }: Offer, several: boolean): string =>
	[way.says, several && say`Under “${protocol.title}”.`].filter(Boolean).join(" ");

/** Whoever works for several agencies raises nothing for the wrong one. */
const RaisedFor = ({ raising: { raisesFor, draft } }: { raising: Raising }): Html => (
	<>
		{raisesFor.mayChoose && draft === undefined && (
			<p class="govuk-body">{say`You raise this for ${<strong>{raisesFor.agency}</strong>}.
				${<Link href={`${paths.actingFor}?then=${raisePaths.start}`}>{say`Act for another agency`}</Link>}`}</p>
		)}
	</>
);

/** So that nobody begins the same twice. */
const Unfinished = (): Html =>
	govukInsetText({
		html: (
			<p class="govuk-body">{say`You have begun to raise something and not finished.
				${<Link href={`${paths.myWork}#not-finished`}>{say`Go on with it in My work`}</Link>},
				or begin another here.`}</p>
		),
	});

/**
 * Whether somebody is in danger now and who was rung when, which is recorded and never stands in the way; and whether this
 * is the right process at all. Nothing is kept before it is sent.
 *
 * @param keyOfDraft names the draft that it begins, so that a second click begins no second one
 */
export const FirstPage = ({
	frame,
	raising,
	form,
	keyOfDraft,
	hasUnfinished,
}: Given & { form: FormState; keyOfDraft: string; hasUnfinished: boolean }): Html => {
	const { draft, offer, offers, protocol } = raising;
	const { words, notFor } = protocol;
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={offerTitle(offer)}
			back={draft ? paths.myWork : offers.length > 1 ? raisePaths.start : paths.myWork}
			errors={form.errors}
		>
			<RaisedFor raising={raising} />
			{hasUnfinished && <Unfinished />}
			{notFor.length === 0 && <p class="govuk-body">{protocol.about}</p>}
			<PostForm frame={frame}>
				<input type="hidden" name="_key" value={keyOfDraft} />
				<input type="hidden" name={inputs.begin} value={offer.begin} />
				<input type="hidden" name="_asked" value={firstAsks(protocol).join(" ")} />
				{govukRadios({
					...radiosField(form, inputs.danger),
					fieldset: {
						legend: {
							text: say`Is ${withArticle(words.child)} in danger now?`,
							classes: "govuk-fieldset__legend--m",
						},
					},
					hint: {
						text: say`If so, ring first. Resolving a difference never delays an urgent call.`,
					},
					items: [
						{ value: "no", text: say`No` },
						{
							value: "yes",
							text: say`Yes`,
							conditional: {
								html: (
									<>
										<WhomToRing protocol={protocol} />
										<CallsMade
											protocol={protocol}
											now={raising.now}
											form={form}
											inputOf={inputs.rang}
										/>
									</>
								),
							},
						},
					],
				})}
				{notFor.length === 0 ? (
					<input type="hidden" name={inputs.scope} value={inScope} />
				) : (
					govukRadios({
						...radiosField(form, inputs.scope),
						fieldset: {
							legend: { text: say`Is it one of these?`, classes: "govuk-fieldset__legend--m" },
						},
						hint: { text: say`For these there is another way, which you will be told.` },
						items: [
							...notFor.map(({ id, if: when }) => ({ value: id, text: when })),
							{ divider: say`or` },
							{ value: inScope, text: say`No, none of these` },
						],
					})
				)}
				{govukButton({ text: say`Continue`, preventDoubleClick: true })}
			</PostForm>
			<Guidance protocol={protocol} />
		</RaiseLayout>
	);
};

/** The names of what the first page asks. */
export const firstAsks = ({ safety }: Protocol): string[] => [
	inputs.danger,
	...safety.map((_, index) => inputs.rang(index)),
	inputs.scope,
];

/** What the protocol says to whoever begins. */
const Guidance = ({ protocol }: { protocol: Protocol }): Html => (
	<>
		{protocol.guidance.map(({ title, says }) => govukDetails({ summaryText: title, text: says }))}
	</>
);

/** A child is in danger and nobody was rung yet. */
export const RingNowPage = ({
	frame,
	raising,
	draft,
	next,
}: Given & { draft: string; next: string }): Html => (
	<RaiseLayout frame={frame} raising={raising} title={say`Ring now`} back={raisePaths.first(draft)}>
		<WhomToRing protocol={raising.protocol} />
		<p class="govuk-body">{say`What you enter here is kept. When you have rung,
			${<Link href={raisePaths.first(draft)}>{say`say when`}</Link>}. You can also go on
			now.`}</p>
		{govukButton({ text: say`Continue`, href: next })}
	</RaiseLayout>
);

/** The way out for what this process is not for. */
export const NotHerePage = ({
	frame,
	raising,
	reason,
}: Given & { reason: Raising["protocol"]["notFor"][number] }): Html => {
	const { offers, offer, protocol } = raising;
	const again = offers.length > 1 ? raisePaths.startAs(offer.begin) : raisePaths.start;
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={say`There is another way for this`}
			back={again}
		>
			<p class="govuk-body">{reason.if}.</p>
			<p class="govuk-body-l">{reason.go}</p>
			{reason.protocol && <OtherProtocol raising={raising} id={reason.protocol} />}
			<p class="govuk-body">{say`If ${withArticle(protocol.words.child)} is in danger now, that does not wait for it:
				ring first.`}</p>
			<WhomToRing protocol={protocol} />
			<p class="govuk-body">{say`Nothing of this answer has been stored. If that is not it,
				${<Link href={again}>{say`go back and choose again`}</Link>}.`}</p>
		</RaiseLayout>
	);
};

/** Where it goes on under another protocol: a way to begin it, or who does. */
const OtherProtocol = ({
	raising: { offers, inForce },
	id,
}: {
	raising: Raising;
	id: string;
}): Html => {
	const offer = offers.find(({ protocol }) => protocol.id === id);
	if (offer) return govukButton({ text: offerTitle(offer), href: raisePaths.startAs(offer.begin) });
	const protocol = inForce.find((each) => each.id === id);
	return (
		<p class="govuk-body">
			{protocol
				? say`It is begun under “${protocol.title}” by ${sayWho(protocol)}. Ask them.`
				: say`The protocol that it belongs to is not in force in Concord here. Ask your partnership’s office.`}
		</p>
	);
};

/** Whoever may begin something under a protocol, in words. */
const sayWho = ({ raise, roles }: Protocol): string =>
	sayAny(raise.by.map((role) => withArticle(roles[role]?.called ?? role)));
