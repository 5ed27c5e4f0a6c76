import type { Kept } from "../../../actions/seal-difference.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Person } from "../../../store/people.ts";
import { sealPaths } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt, sayList, sayMoment, startingLarge } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";

const moment = (at: string): string => sayMoment(londonTime(at).toPlainDateTime());
const nameOf = (person: Person | undefined): string =>
	person ? `${person.name}, ${person.jobTitle}, ${person.agencyName}` : say`Somebody`;

/** What was opened, as the log of readings calls it. */
const pages = (): Record<string, string> => ({
	difference: say`the whole page`,
	form: say`the form`,
	file: say`a file`,
	letter: say`a letter`,
	step: say`what is to be done`,
	report: say`a report`,
});

/** Every sealed difference by reference alone: who may know of it, and who opened it in an emergency and what they read. */
export const SealedPage = ({
	frame,
	kept,
	form,
	keepsAll,
}: {
	frame: PageFrame;
	kept: readonly Kept[];
	form: FormState;
	/** False for whoever administers, who sees to what nobody else is left for. */
	keepsAll: boolean;
}): Html => (
	<Layout frame={frame} title={say`Sealed differences`} errors={form.errors}>
		<p class="govuk-body">{say`Only the people who were named may know of these. You see to the seals, and do not read
			what is under them unless you were named.`}</p>
		{!keepsAll && (
			<p class="govuk-body">{say`The data protection officer and the head of the partnership’s office see to seals. You
				see to those for which neither is there without a conflict of interest.`}</p>
		)}
		{kept.length === 0 &&
			(keepsAll ? (
				<EmptyState
					title={say`Nothing is sealed`}
				>{say`When somebody seals a difference, it is listed here.`}</EmptyState>
			) : (
				<EmptyState title={say`No seal is yours to see to`} />
			))}
		{kept.map((each) => (
			<section>
				<h2 class="govuk-heading-m">{each.reference}</h2>
				{each.sealed ? (
					<>
						<p class="govuk-body">{say`${nameOf(each.sealed.by)} sealed it at ${moment(each.sealed.at)}. It may be
							known to ${sayList(each.sealed.to.map(({ name }) => name))}.`}</p>
						{each.isStuck && !each.keptFrom && (
							<p class="govuk-body">{say`${<strong>{say`Something is owed that none of them can do.`}</strong>} Name
								somebody who can, or take the seal off.`}</p>
						)}
						{!each.keptFrom && (
							<p class="govuk-body">{say`${(
								<Link href={sealPaths.seal(each.id)}>{say`Change who may
								know${<span class="govuk-visually-hidden"> {say`of ${each.reference}`}</span>}`}</Link>
							)}
							or
							${(
								<Link href={sealPaths.unseal(each.id)}>{say`take the seal
								off${<span class="govuk-visually-hidden"> {each.reference}</span>}`}</Link>
							)}`}</p>
						)}
					</>
				) : (
					<p class="govuk-body">
						{each.off
							? say`${nameOf(each.off.by)} took the seal off at ${moment(each.off.at)}.`
							: say`The seal is off.`}
					</p>
				)}
				{each.keptFrom && <p class="govuk-body">{sayIt(each.keptFrom)}</p>}
				{each.opened.map(({ by, at, until, because, read }) => (
					<>
						<h3 class="govuk-heading-s">{say`Opened in an emergency at ${moment(at)}`}</h3>
						<p class="govuk-body">{say`${nameOf(by)}, until ${moment(until)}. Why: “${because}”`}</p>
						{read.length === 0 ? (
							<p class="govuk-body">{say`They opened nothing of it.`}</p>
						) : (
							<Bullets
								items={read.map(
									({ what, at: when }) =>
										say`${startingLarge(pages()[what] ?? say`another page of it`)}, at ${moment(when)}`,
								)}
							/>
						)}
					</>
				))}
			</section>
		))}
		<h2 class="govuk-heading-m">{say`Seal another`}</h2>
		<PostForm frame={frame} action={sealPaths.list}>
			<ReferenceInput form={form} />
			{govukButton({ text: say`Continue`, classes: "govuk-button--secondary" })}
		</PostForm>
	</Layout>
);

const ReferenceInput = ({ form }: { form: FormState }): Html =>
	govukInput({
		...textField(form, "reference"),
		label: { text: say`Reference`, classes: "govuk-label--s" },
		classes: "govuk-input--width-10",
		spellcheck: false,
		autocomplete: "off",
	});

/** Where somebody who cannot find a difference that is sealed from them says which. */
export const FindSealedPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout frame={frame} title={say`Open what is sealed, in an emergency`} errors={form.errors}>
		<p class="govuk-body">{say`A sealed difference is in no list. If you could know of it before it was sealed, and
			somebody could come to harm because you cannot read it now, type its reference.`}</p>
		<PostForm frame={frame} action={sealPaths.find}>
			<ReferenceInput form={form} />
			{govukButton({ text: say`Continue` })}
		</PostForm>
	</Layout>
);
