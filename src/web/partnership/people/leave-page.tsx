import type { BeforeLeaving } from "../../../actions/leave.ts";
import type { OfficeToGive } from "../../../domain/partnership/invitation.ts";
import { differencePath, peoplePaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { dateField, type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukRadios,
	govukSelect,
	govukWarningText,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayList, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";
import { KnowsVacant } from "./person-page.tsx";

/** The choice that stands for whoever answers in their role. */
export const whoeverAnswers = "whoever";

/** What somebody owes, who gets it, and when they go. */
export const LeavePage = ({
	frame,
	form,
	before: { person, owes, colleagues, vacant },
	offices,
}: {
	frame: PageFrame;
	form: FormState;
	before: BeforeLeaving;
	offices: readonly OfficeToGive[];
}): Html => {
	const { name, id } = person;
	const steps = owes.differences.reduce((sum, one) => sum + one.steps, 0);
	const called = (office: string) =>
		sayWhole(offices.find((one) => one.id === office)?.called ?? office);
	const owed = [
		...(steps > 0 ? [say`${counted(steps, "step")} to do`] : []),
		...(owes.records > 0
			? [say`${counted(owes.records, "step")} to put on the child’s own record`]
			: []),
		...(owes.questions > 0
			? [say`${counted(owes.questions, "question")} that their side has to answer`]
			: []),
		...(owes.actions > 0 ? [say`${counted(owes.actions, "action")} from reports and lessons`] : []),
		...(owes.drafts > 0 ? [say`${counted(owes.drafts, "text")} that they began`] : []),
		...(owes.deputyFor.length > 0
			? [say`Standing in for ${sayList(owes.deputyFor.map((one) => one.name))}`]
			: []),
	];
	return (
		<Layout
			frame={frame}
			title={say`${name} leaves, or hands over`}
			caption={person.agencyName}
			errors={form.errors}
			back={{ href: peoplePaths.person(id) }}
		>
			<Section id="owed" title={say`What is theirs now`}>
				{owed.length > 0 && <Bullets items={owed} />}
				{owes.differences.length > 0 && (
					<>
						<p class="govuk-body">{say`They are named in:`}</p>
						<Bullets
							items={owes.differences.map((one) => (
								<>
									<Link href={differencePath(one.id)}>{one.reference}</Link>
									{one.steps > 0 && say`: ${counted(one.steps, "step")} to do`}
								</>
							))}
						/>
					</>
				)}
				{owed.length === 0 && owes.differences.length === 0 && (
					<p class="govuk-body">{say`You know of nothing that they owe, and of no open difference that names them.`}</p>
				)}
				<p class="govuk-body">{say`What they owe in differences that you may not read is not told here.
					It is handed over all the same.`}</p>
			</Section>
			{(vacant.offices.length > 0 || vacant.agency) &&
				govukWarningText({
					text: [
						...(vacant.agency ? [say`Nobody else answers for ${person.agencyName}.`] : []),
						...(vacant.offices.length > 0
							? [say`Nobody else holds: ${sayList(vacant.offices.map(called))}.`]
							: []),
					].join(" "),
					iconFallbackText: say`Warning`,
				})}
			<PostForm frame={frame}>
				{govukRadios({
					...radiosField(form, "when"),
					fieldset: {
						legend: { text: say`When do they go?`, classes: "govuk-fieldset__legend--m" },
					},
					items: [
						{ value: "now", text: say`Now`, hint: { text: say`They are signed out at once` } },
						{
							value: "day",
							text: say`At the end of a day`,
							conditional: {
								html: govukDateInput({
									...dateField(form, "day"),
									fieldset: { legend: { text: say`Their last day` } },
								}),
							},
						},
						{
							value: "stays",
							text: say`They stay, and hand over what is theirs`,
							hint: { text: say`Such as when they do another job here` },
						},
					],
				})}
				{govukRadios({
					...radiosField(form, "to"),
					fieldset: {
						legend: { text: say`Who has it from then on?`, classes: "govuk-fieldset__legend--m" },
					},
					items: [
						...(colleagues.length > 0
							? [
									{
										value: "colleague",
										text: say`A colleague`,
										hint: {
											text: say`They are named in the same differences. What they may not do is for whoever answers in that role.`,
										},
										conditional: {
											html: govukSelect({
												...textField(form, "colleague"),
												label: { text: say`Colleague` },
												items: [
													{ value: "", text: say`Choose` },
													...colleagues.map((one) => ({
														value: one.id,
														text: `${one.name}, ${one.jobTitle}`,
													})),
												],
											}),
										},
									},
								]
							: []),
						{
							value: whoeverAnswers,
							text: say`Whoever answers for ${person.agencyName}, or in their role`,
						},
					],
				})}
				{(vacant.offices.length > 0 || vacant.agency) && <KnowsVacant form={form} />}
				<p class="govuk-body">{say`The record of each difference says who has it now. Everything that they did stays
					theirs.`}</p>
				{govukButton({ text: say`Hand over`, preventDoubleClick: true })}
			</PostForm>
		</Layout>
	);
};
