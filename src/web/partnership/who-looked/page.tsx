import { type PointedOut, pointedOutForDays } from "../../../actions/who-looked.ts";
import { unusualInWords } from "../../../domain/people/unusual-reading.ts";
import { whoLookedAtPath } from "../../addresses.ts";
import { counted, dayInWords } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Section } from "../../kit/text.tsx";

/** More references than these stand as a number. */
const mostNamed = 5;

/** What stands out, and where a difference is looked up. */
export const WhoLookedPage = ({
	frame,
	pointed,
	form,
}: {
	frame: PageFrame;
	pointed: readonly PointedOut[];
	form: FormState;
}): Html => (
	<Layout frame={frame} title={say`Who looked`} errors={form.errors} width="full">
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "reference"),
				label: { text: say`Who looked at one difference`, classes: "govuk-label--s" },
				hint: { text: say`Its reference, such as HV-7K4P2` },
				classes: "govuk-input--width-10",
				autocomplete: "off",
			})}
			{govukButton({ text: say`Show who looked` })}
		</PostForm>
		<Section id="unusual" title={say`Reading that stands out`}>
			<p class="govuk-body">{say`Of the last ${counted(pointedOutForDays, "day")}. Each has been let by the rules, and
				may have a good reason: ask. Nothing of what was read stands here.`}</p>
			{pointed.length === 0 ? (
				<EmptyState title={say`Nothing stands out`} />
			) : (
				<SortableTable
					caption={say`Reading that stands out`}
					captionHidden
					columns={[
						{ text: say`Day`, sortable: true },
						{ text: say`Who`, sortable: true },
						{ text: say`What stands out`, sortable: true },
						{ text: say`Differences` },
					]}
					rows={pointed.map(({ on, person, why, differences }) => [
						{ content: dayInWords(on), sort: on },
						person
							? `${person.name}, ${person.jobTitle}, ${person.agencyName}`
							: say`Somebody who is not in the directory`,
						say`Looked ${unusualInWords[why]}`,
						differences.length > mostNamed
							? counted(differences.length, "difference")
							: differences.map(({ id, reference }, nth) => (
									<>
										{nth > 0 && ", "}
										<Link href={whoLookedAtPath(id)}>{reference}</Link>
									</>
								)),
					])}
				/>
			)}
		</Section>
	</Layout>
);
