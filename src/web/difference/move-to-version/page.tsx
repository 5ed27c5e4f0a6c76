import type { MovePreview } from "../../../actions/move-to-version.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { saySide, withAgencyNames } from "../../../domain/difference/told/words.ts";
import { reasonForChange } from "../../../domain/protocol/protocol.ts";
import type { StoredVersion } from "../../../store/protocol-versions.ts";
import { moveToVersionPath } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { dayInWords } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayList } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";
import { DifferenceLayout } from "../../parts/difference/difference-layout.tsx";

type Given = { frame: PageFrame; opened: OpenedDifference };

/** The versions to which a difference can be moved. */
export const ChooseVersionPage = ({
	frame,
	opened,
	versions,
}: Given & { versions: StoredVersion[] }): Html => (
	<DifferenceLayout
		frame={frame}
		opened={opened}
		title={say`Move it to another version of the protocol`}
	>
		<p class="govuk-body">{say`It began under version ${opened.protocol.version} and stays under it unless you move it.`}</p>
		{versions.length === 0 ? (
			<EmptyState title={say`There is no other version that has come into force`} />
		) : (
			<>
				<h2 class="govuk-heading-s">{say`See what would change under`}</h2>
				<ul class="govuk-list govuk-list--bullet">
					{versions.map(({ id, version, inForceFrom }) => (
						<li>
							<Link href={moveToVersionPath(opened.header.id, id)}>{say`version ${version}`}</Link>
							{inForceFrom && say`, in force from ${dayInWords(inForceFrom)}`}
						</li>
					))}
				</ul>
			</>
		)}
	</DifferenceLayout>
);

/** What moving it would change; then the reason, and it is moved. */
export const MoveToVersionPage = ({
	frame,
	opened,
	to,
	preview,
	form,
}: Given & {
	to: StoredVersion;
	preview: MovePreview;
	form: FormState;
}): Html => (
	<DifferenceLayout
		frame={frame}
		opened={opened}
		title={say`Move it to version ${to.version}`}
		errors={form.errors}
		back={{ href: moveToVersionPath(opened.header.id) }}
	>
		{preview.refused !== undefined ? (
			<>
				<p class="govuk-body-l">{preview.refused}</p>
				<p class="govuk-body">{say`It goes on under version ${opened.protocol.version}.`}</p>
			</>
		) : (
			<>
				<p class="govuk-body">{say`It goes on under version ${to.version}. What has happened stays as it is.`}</p>
				<Dates opened={opened} dates={preview.dates} />
				<PostForm frame={frame}>
					<input type="hidden" name="_key" value={newActKey()} />
					{govukTextarea({
						...textField(form, reasonForChange),
						label: { text: say`Why is it moved?`, classes: "govuk-label--s" },
						hint: { text: say`It is added to the record, which ${sayReaders(opened)} can read.` },
						rows: 4,
					})}
					{govukButton({ text: say`Move it`, preventDoubleClick: true })}
				</PostForm>
			</>
		)}
	</DifferenceLayout>
);

const Dates = ({
	opened,
	dates,
}: {
	opened: OpenedDifference;
	dates: NonNullable<MovePreview["dates"]>;
}): Html =>
	dates.length === 0 ? (
		<p class="govuk-body">{say`No date moves. Whoever owes something is told once.`}</p>
	) : (
		<>
			<p class="govuk-body">{say`These dates move, and whoever owes something is told once:`}</p>
			<Bullets
				items={dates.map(
					({ title, from, to }) =>
						say`“${withAgencyNames(opened.protocol, opened, title)}”: from ${dayInWords(from)} to ${dayInWords(to)}`,
				)}
			/>
		</>
	);

/** The sides that know of it. */
const sayReaders = ({ protocol, difference, ...names }: OpenedDifference): string =>
	sayList(Object.keys(difference.known).map((side) => saySide(protocol, names, side))) ||
	say`nobody else`;
