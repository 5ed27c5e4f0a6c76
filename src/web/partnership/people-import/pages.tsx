import type { Tried } from "../../../actions/import-people.ts";
import { levelNames } from "../../../domain/partnership/invitation.ts";
import {
	columnsNeeded,
	type PeopleColumn,
	peopleColumnNames,
	peopleColumns,
} from "../../../domain/partnership/people-table.ts";
import { levels } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import type { PeopleImport } from "../../../store/people-imports.ts";
import { administrationPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import type { FormState } from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukFileUpload,
	govukSelect,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt, sayMoment, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Bullets, Link, Section } from "../../kit/text.tsx";

/** Chooses a file, and lists those that were chosen before. */
export const ChoosePeoplePage = ({
	frame,
	form,
	files,
}: {
	frame: PageFrame;
	form: FormState;
	files: readonly PeopleImport[];
}): Html => (
	<Layout
		frame={frame}
		title={say`Import people from a file`}
		errors={form.errors}
		back={{ href: administrationPaths.start }}
	>
		<p class="govuk-body">{say`A spreadsheet (.xlsx) or a CSV file with a line for each person and these columns, in
			any order:`}</p>
		<Bullets
			items={[
				say`name, work address, job`,
				say`agency, by its name in Concord`,
				say`level: ${levels.map((level) => sayWhole(levelNames[level]).toLowerCase()).join(", ")}`,
				say`safeguarding lead: yes or no; can be left out`,
				say`offices and posts, with semicolons between them; can be left out`,
			]}
		/>
		<p class="govuk-body">{say`You see what would be imported first. Nobody is imported while a line has a fault, and
			an import can be undone until somebody of it has signed in.`}</p>
		<PostForm frame={frame} takesFiles>
			{govukFileUpload({
				id: "file",
				name: "_files",
				label: { text: say`The file`, classes: "govuk-label--s" },
				...(form.errors.file && { errorMessage: form.errors.file }),
			})}
			{govukButton({ text: say`Read the file`, preventDoubleClick: true })}
		</PostForm>
		{files.length > 0 && (
			<Section id="files" title={say`Files`}>
				<Bullets
					items={files.map((file) => (
						<>
							<Link href={administrationPaths.oneImport(file.id)}>{file.fileName}</Link>:{" "}
							{standing(file)}
						</>
					))}
				/>
			</Section>
		)}
	</Layout>
);

const at = (instant: string | null) => (instant ? sayMoment(londonTime(instant)) : "");
const standing = ({ state, importedAt, undoneAt }: PeopleImport): string =>
	({
		read: say`not imported`,
		imported: say`imported at ${at(importedAt)}`,
		undone: say`undone at ${at(undoneAt)}`,
	})[state];

const mostFaults = 100;
const mostShown = 20;

/** What a file would bring: which column is which, the faults of its lines, and the people. */
export const TryPeoplePage = ({
	frame,
	tried: { file, read },
	form,
}: {
	frame: PageFrame;
	tried: Tried;
	form: FormState;
}): Html => {
	const { people, faults } = read;
	const ready = faults.length === 0 && people.length > 0;
	const optional = (column: PeopleColumn) =>
		!(columnsNeeded as readonly PeopleColumn[]).includes(column);
	return (
		<Layout
			frame={frame}
			title={say`Import people: ${file.fileName}`}
			errors={form.errors}
			back={{ href: administrationPaths.imports }}
			width="full"
		>
			<TwoThirds>
				<p class="govuk-body-l">
					{ready
						? say`${counted(people.length, "person", "people")} can be imported.`
						: say`${counted(faults.length, "line has", "lines have")} a fault; ${counted(people.length, "line is", "lines are")} right. Nobody is imported yet.`}
				</p>
			</TwoThirds>
			{faults.length > 0 && (
				<Section id="faults" title={say`What is wrong`}>
					<p class="govuk-body">{say`Put it right in the file and choose the file again, or say below which column is
						which.`}</p>
					<SortableTable
						caption={say`Lines with faults`}
						captionHidden
						columns={[{ text: say`Line` }, { text: say`What is wrong` }]}
						rows={faults
							.slice(0, mostFaults)
							.map(({ line, wrong }) => [String(line), sayIt(wrong)])}
					/>
					{faults.length > mostFaults && (
						<p class="govuk-body">{say`And ${faults.length - mostFaults} more.`}</p>
					)}
				</Section>
			)}
			{people.length > 0 && (
				<Section id="people" title={say`Who would come`}>
					<SortableTable
						caption={say`People`}
						captionHidden
						columns={[
							{ text: say`Line` },
							{ text: say`Name` },
							{ text: say`Work address` },
							{ text: say`Level` },
						]}
						rows={people
							.slice(0, mostShown)
							.map(({ line, name, email, jobTitle, level }) => [
								String(line),
								`${name}, ${jobTitle}`,
								email,
								sayWhole(levelNames[level]),
							])}
					/>
					{people.length > mostShown && (
						<p class="govuk-body">{say`And ${people.length - mostShown} more.`}</p>
					)}
				</Section>
			)}
			{ready && (
				<PostForm frame={frame} action={administrationPaths.importPeople(file.id)}>
					{govukCheckboxes({
						name: "invite",
						idPrefix: "invite",
						items: [
							{
								value: "yes",
								text: say`Send each of them an invitation now`,
								hint: { text: say`Left out, they are in the directory, and you invite them later` },
							},
						],
					})}
					{govukButton({
						text: say`Import ${counted(people.length, "person", "people")}`,
						preventDoubleClick: true,
					})}
				</PostForm>
			)}
			<Section id="columns" title={say`Which column is which`}>
				<PostForm frame={frame}>
					{peopleColumns.map((column) =>
						govukSelect({
							id: column,
							name: column,
							label: {
								text: `${peopleColumnNames[column]}${optional(column) ? " (optional)" : ""}`,
							},
							value: file.columns[column] ?? "",
							items: [
								{ value: "", text: say`None` },
								...(file.content?.headings ?? []).map((heading) => ({
									value: heading,
									text: heading,
								})),
							],
						}),
					)}
					{secondaryButton({ text: say`Try again with these`, preventDoubleClick: true })}
				</PostForm>
			</Section>
		</Layout>
	);
};

/** What became of a file. */
export const ImportedPeoplePage = ({
	frame,
	file,
	form,
}: {
	frame: PageFrame;
	file: PeopleImport;
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Import people: ${file.fileName}`}
		errors={form.errors}
		back={{ href: administrationPaths.imports }}
	>
		{file.state === "undone" ? (
			<p class="govuk-body">{say`This import was undone at ${at(file.undoneAt)}. Nobody of it is in the directory.`}</p>
		) : (
			<>
				<p class="govuk-body">{say`${counted(file.people, "person is", "people are")} in the directory from this file,
					imported at ${at(file.importedAt)}.
					${<Link href={administrationPaths.start}>{say`See who has not come yet`}</Link>}.`}</p>
				<p class="govuk-body">{say`You can undo it until one of them has signed in or is named in something.`}</p>
				<PostForm frame={frame} action={administrationPaths.undoImport(file.id)}>
					{secondaryButton({ text: say`Undo this import`, id: "undo", preventDoubleClick: true })}
				</PostForm>
			</>
		)}
	</Layout>
);
