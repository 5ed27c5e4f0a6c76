import type { CheckToDo } from "../../../actions/check-people.ts";
import { levelNames } from "../../../domain/partnership/invitation.ts";
import { isContactExpired } from "../../../domain/partnership/keep-people.ts";
import type { Person } from "../../../store/people.ts";
import { administrationPaths, peoplePaths } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukInsetText, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";

/** The input that says of somebody what they are now. */
export const inputOf = ({ id }: Pick<Person, "id">): string => `is-${id}`;

/** Once a year: of each of an agency's people whether they are still right, have left or do something else. */
export const CheckPage = ({
	frame,
	form,
	check: { agency, checkedOn, people, isDue, today },
	toSeeTo,
	mayInvite,
}: {
	frame: PageFrame;
	form: FormState;
	check: CheckToDo;
	/** Who has left or does something else, as was just said. */
	toSeeTo: readonly { person: Person; has: "left" | "changed" }[];
	mayInvite: boolean;
}): Html => (
	<Layout
		frame={frame}
		title={say`Are the people of ${agency} still right?`}
		errors={form.errors}
		back={{ href: peoplePaths.list }}
	>
		<p class="govuk-body">
			{isDue || !checkedOn
				? say`It is asked once a year.`
				: say`You are asked a year after ${sayDate(checkedOn)}. You can say it any time.`}
		</p>
		{toSeeTo.length > 0 &&
			govukInsetText({
				html: (
					<>
						<p class="govuk-body">{say`See to these first. Then say of the others that they are right:`}</p>
						<Bullets
							items={toSeeTo.map(({ person, has }) => (
								<Link
									href={
										has === "left" ? peoplePaths.leave(person.id) : peoplePaths.person(person.id)
									}
								>
									{has === "left"
										? say`${person.name} has left`
										: say`What ${person.name} does now`}
								</Link>
							))}
						/>
					</>
				),
			})}
		<PostForm frame={frame}>
			<input type="hidden" name="before" value={checkedOn ?? ""} />
			{people.map((person) =>
				govukRadios({
					...radiosField(form, inputOf(person)),
					classes: "govuk-radios--inline govuk-radios--small",
					fieldset: { legend: { text: person.name, classes: "govuk-fieldset__legend--s" } },
					hint: { text: about(person, today) },
					items: [
						{ value: "right", text: say`Still right` },
						{ value: "left", text: say`Has left` },
						{ value: "changed", text: say`Something has changed` },
					],
				}),
			)}
			<p class="govuk-body">
				{say`Is somebody missing?`}{" "}
				{mayInvite ? (
					<Link href={administrationPaths.invite}>{say`Invite them`}</Link>
				) : (
					say`Ask an administrator of the partnership to invite them.`
				)}
			</p>
			{govukButton({ text: say`Send`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** "Class teacher, practitioner. amy@example.org: not checked for a year" */
function about(person: Person, today: string): string {
	const level = `${sayWhole(levelNames[person.level]).toLowerCase()}${person.safeguardingLead ? say`, safeguarding lead` : ""}`;
	const expired = isContactExpired(person.contactCheckedOn, today)
		? say`, which nobody has checked for a year`
		: "";
	return `${person.jobTitle} (${level}). ${person.email}${expired}`;
}
