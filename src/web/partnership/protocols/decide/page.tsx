import type { Change } from "../../../../domain/protocol/told/compare/compare.ts";
import { hadAPartIn } from "../../../../domain/protocol/version.ts";
import { protocolPaths } from "../../../addresses.ts";
import { dateField, type FormState, radiosField, textField } from "../../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukInsetText,
	govukRadios,
	govukTextarea,
} from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { say } from "../../../kit/say.tsx";
import { Link } from "../../../kit/text.tsx";
import { Changes } from "../../../parts/protocol/changes.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import { History } from "../../../parts/protocol/version-status.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";

/** A second administrator approves what was proposed, for a day, or refuses it with a reason. */
export const DecidePage = ({
	frame,
	visit,
	viewer,
	changes,
	form,
}: {
	frame: PageFrame;
	visit: Visit;
	viewer: { id: string };
	/** Beside the version in force; undefined when there is none. */
	changes: Change[] | undefined;
	form: FormState;
}): Html => {
	const { version, versions, people, inForce } = visit;
	return (
		<VersionLayout
			frame={frame}
			visit={visit}
			title={say`Approve or refuse it`}
			errors={form.errors}
		>
			<h2 class="govuk-heading-m">{say`What was done to it`}</h2>
			<History version={version} versions={versions} people={people} />
			{changes && inForce && (
				<>
					<h2 class="govuk-heading-m">{say`What it changes beside version ${inForce.version}, which is in force`}</h2>
					<Changes changes={changes} heading="h3" />
				</>
			)}
			<p class="govuk-body">
				<Link
					href={protocolPaths.lastYear(version.id)}
				>{say`See what it would have changed in the last twelve months`}</Link>
			</p>
			{hadAPartIn(version).includes(viewer.id) ? (
				govukInsetText({
					text: say`You had a part in this version, so another administrator must approve it.`,
				})
			) : (
				<DecideForm frame={frame} form={form} />
			)}
		</VersionLayout>
	);
};

const DecideForm = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<PostForm frame={frame}>
		{govukRadios({
			...radiosField(form, "decision"),
			fieldset: {
				legend: { text: say`What do you decide?`, classes: "govuk-fieldset__legend--m" },
			},
			items: [
				{
					value: "approve",
					text: say`Approve it`,
					conditional: {
						html: (
							<>
								{govukDateInput({
									...dateField(form, "day"),
									fieldset: { legend: { text: say`In force from` } },
									hint: {
										text: say`Today or later. What is raised from then on runs under it; what is under way stays as it is.`,
									},
								})}
								{govukTextarea({
									...textField(form, "note"),
									label: { text: say`Note (optional)` },
									rows: 3,
								})}
							</>
						),
					},
				},
				{
					value: "refuse",
					text: say`Refuse it`,
					conditional: {
						html: govukTextarea({
							...textField(form, "reason"),
							label: { text: say`Why?` },
							hint: { text: say`Whoever proposed it reads this.` },
							rows: 3,
						}),
					},
				},
			],
		})}
		{govukButton({ text: say`Confirm`, preventDoubleClick: true })}
	</PostForm>
);
