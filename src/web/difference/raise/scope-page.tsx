import { sayMoment } from "../../../domain/calendar/day-in-words.ts";
import { sayAny, withArticle } from "../../../domain/english.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import { paths, raisePaths } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukDetails, govukRadios, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { Link } from "../../kit/text.tsx";
import {
	inputs,
	inScope,
	type Offer,
	offerTitle,
	type Raising,
} from "../../parts/raising/raising.ts";
import { safetyOf } from "../../parts/safety-of.ts";
import { RaiseLayout } from "./raise-layout.tsx";

type Given = { frame: PageFrame; raising: Raising };

/** What somebody wants to do, where a partnership has several protocols or ways to begin. */
export const ChoicePage = ({ frame, raising, form }: Given & { form: FormState }): Html => (
	<Layout
		frame={frame}
		title={whatToDo}
		heading={false}
		back={{ href: paths.myWork }}
		errors={form.errors}
		safety={safetyOf(raising.protocol)}
	>
		<PostForm frame={frame} action={raisePaths.scope}>
			{govukRadios({
				...radiosField(form, inputs.begin),
				fieldset: {
					legend: { text: whatToDo, classes: "govuk-fieldset__legend--l", isPageHeading: true },
				},
				items: raising.offers.map((offer) => ({
					value: offer.begin,
					text: offerTitle(offer),
					hint: { text: hintOf(offer, raising.inForce.length > 1) },
				})),
			})}
			{govukButton({ text: "Continue", preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const whatToDo = "What do you want to do?";

/** When it is the way to take; under which protocol, where there are several. */
const hintOf = ({ protocol, way }: Offer, several: boolean): string =>
	[way.says, several && `Under “${protocol.title}”.`].filter(Boolean).join(" ");

/** Whether this is the right way at all, before anything is kept. */
export const ScopePage = ({ frame, raising, form }: Given & { form: FormState }): Html => {
	const { offers, offer, protocol } = raising;
	const asks = protocol.notFor.length > 0;
	const title = asks ? "Is it one of these?" : "Before you begin";
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title={title}
			{...(asks && { heading: false })}
			back={offers.length > 1 ? raisePaths.scopeAgain : paths.myWork}
			errors={form.errors}
		>
			<PostForm frame={frame} action={raisePaths.scope}>
				<input type="hidden" name={inputs.begin} value={offer.begin} />
				<input type="hidden" name="_asked" value={inputs.scope} />
				{asks ? (
					govukRadios({
						...radiosField(form, inputs.scope),
						fieldset: {
							legend: { text: title, classes: "govuk-fieldset__legend--l", isPageHeading: true },
						},
						hint: { text: "For these there is another way, which you will be told." },
						items: [
							...protocol.notFor.map(({ id, if: when }) => ({ value: id, text: when })),
							{ divider: "or" },
							{ value: inScope, text: "No, none of these" },
						],
					})
				) : (
					<>
						<p class="govuk-body">{protocol.about}</p>
						<input type="hidden" name={inputs.scope} value={inScope} />
					</>
				)}
				{protocol.guidance.map(({ title: about, says }) =>
					govukDetails({ summaryText: about, text: says }),
				)}
				{govukButton({ text: "Continue", preventDoubleClick: true })}
			</PostForm>
		</RaiseLayout>
	);
};

/** The way out for what this process is not for. */
export const NotHerePage = ({
	frame,
	raising,
	reason,
}: Given & { reason: Raising["protocol"]["notFor"][number] }): Html => {
	const again = scopeAgain(raising);
	return (
		<RaiseLayout frame={frame} raising={raising} title="There is another way for this" back={again}>
			<p class="govuk-body">{reason.if}.</p>
			<p class="govuk-body-l">{reason.go}</p>
			{reason.protocol && <OtherProtocol raising={raising} id={reason.protocol} />}
			<p class="govuk-body">
				Nothing has been stored. If that is not it,{" "}
				<Link href={again}>go back and choose again</Link>.
			</p>
		</RaiseLayout>
	);
};

/** Back to the scope screen of the way that was chosen. */
export const scopeAgain = ({ offers, offer }: Raising): string =>
	offers.length > 1 ? raisePaths.begin(offer.begin) : raisePaths.scopeAgain;

/** Where it goes on under another protocol: a way to begin it, or who does. */
const OtherProtocol = ({
	raising: { offers, inForce },
	id,
}: {
	raising: Raising;
	id: string;
}): Html => {
	const offer = offers.find(({ protocol }) => protocol.id === id);
	if (offer) return govukButton({ text: offerTitle(offer), href: raisePaths.begin(offer.begin) });
	const protocol = inForce.find((each) => each.id === id);
	return (
		<p class="govuk-body">
			{protocol
				? `It is begun under “${protocol.title}” by ${sayWho(protocol)}. Ask them.`
				: "The protocol that it belongs to is not in force in Concord here. Ask your partnership’s office."}
		</p>
	);
};

/** Whoever may begin something under a protocol, in words. */
const sayWho = ({ raise, roles }: Protocol): string =>
	sayAny(raise.by.map((role) => withArticle(roles[role]?.called ?? role)));

/** Somebody began to raise one before, and did not finish. */
export const ContinuePage = ({ frame, raising }: Given): Html => {
	const at = londonTime(raising.savedAt ?? raising.now.toInstant().toString());
	return (
		<RaiseLayout
			frame={frame}
			raising={raising}
			title="You have begun one already"
			back={paths.myWork}
		>
			<p class="govuk-body">
				It was saved at {sayMoment(at)}
				{raising.agency &&
					`, about ${withArticle(raising.protocol.words.difference)} with ${raising.agency.name}`}
				. Nobody else can see it.
			</p>
			<PostForm frame={frame} action={raisePaths.scope}>
				<div class="govuk-button-group">
					{govukButton({ text: "Continue where you left off", name: "_do", value: "continue" })}
					{secondaryButton({ text: "Throw it away and start again", name: "_do", value: "afresh" })}
				</div>
			</PostForm>
		</RaiseLayout>
	);
};
