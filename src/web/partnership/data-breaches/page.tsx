import { londonTime } from "../../../domain/time.ts";
import type { Recall } from "../../../store/recalls.ts";
import { differencePath } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";

/** Each recall, by reference alone: when, by whom, from which agency, and who of it had opened it. */
export const DataBreachesPage = ({
	frame,
	recalls,
	office,
}: {
	frame: PageFrame;
	recalls: Recall[];
	/** Whether the reader holds the office, of whose pages this is one. */
	office: boolean;
}): Html => (
	<Layout frame={frame} title={say`Data breaches`}>
		{office && <Parts frame={frame} />}
		<p class="govuk-body">{say`What went to an agency that it was not for, and was recalled. It says who opened it in
			Concord until then. It cannot say who read a printed copy or was told.`}</p>
		{recalls.length === 0 && (
			<EmptyState
				title={say`Nothing was recalled`}
			>{say`When something is recalled from the wrong agency, it is listed here.`}</EmptyState>
		)}
		{recalls.map(({ differenceId, reference, isVisible, at, by, agency, openedBy }) => (
			<section>
				<h2 class="govuk-heading-m">
					{isVisible ? <Link href={differencePath(differenceId)}>{reference}</Link> : reference}
				</h2>
				<p class="govuk-body">{say`${by} recalled it from ${agency} at ${sayMoment(londonTime(at))}.`}</p>
				{openedBy.length === 0 ? (
					<p class="govuk-body">{say`Nobody of ${agency} had opened it.`}</p>
				) : (
					<>
						<p class="govuk-body">{say`Of ${agency} it had been opened by:`}</p>
						<Bullets
							items={openedBy.map(
								({ name, jobTitle, first, last }) =>
									`${name}, ${jobTitle}: ${first === last ? say`at ${sayMoment(londonTime(first))}` : say`first at ${sayMoment(londonTime(first))}, last at ${sayMoment(londonTime(last))}`}`,
							)}
						/>
					</>
				)}
			</section>
		))}
	</Layout>
);
