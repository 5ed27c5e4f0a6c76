import {
	type AskedFile,
	downloadKeptForHours,
	type FoundDownload,
} from "../../../actions/download.ts";
import { sayFileSize } from "../../../domain/files.ts";
import { isUnderWay } from "../../../domain/task.ts";
import { downloadPaths, paths, subjectAccessPath } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { govukButton, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { asEnglish, say, sayEach, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link } from "../../kit/text.tsx";
import { doing, TaskProgress } from "../../parts/task-progress.tsx";

/** What somebody asked for and may still take away. */
export const DownloadsPage = ({
	frame,
	downloads,
	ofOffice,
}: {
	frame: PageFrame;
	downloads: FoundDownload[];
	/** Whether the reader reads the office's log, from which they came. */
	ofOffice: boolean;
}): Html => (
	<Layout
		frame={frame}
		title={say`Your downloads`}
		back={
			ofOffice
				? { text: say`Log of forms`, href: paths.logOfForms }
				: { text: say`Subject access`, href: subjectAccessPath }
		}
	>
		<p class="govuk-body">{say`Files that take a while are made here while you go on working. Only you can open them.
			Each is deleted ${counted(downloadKeptForHours, "hour")} after you asked for it.`}</p>
		{downloads.length === 0 ? (
			<EmptyState title={say`You have no downloads`} />
		) : (
			<SortableTable
				caption={say`Your downloads`}
				captionHidden
				columns={[
					{ text: say`File` },
					{ text: say`What is in it` },
					{ text: say`Where it stands` },
					{ text: say`Deleted` },
				]}
				rows={downloads.map((download) => [
					<Link href={downloadPaths.one(download.id)}>{sayWhole(download.title)}</Link>,
					saidAbout(download),
					standing(download),
					deleted(download),
				])}
			/>
		)}
	</Layout>
);

/** What a report is of was said in the language of whoever asked for it; of everything else it stands in English. */
const saidAbout = ({ asked, about }: FoundDownload) =>
	(asked as AskedFile).is === "report" ? about : asEnglish(about);

/** No rehearsal's clock has a say in it, so no time of day is said. */
const deleted = ({ hoursLeft }: FoundDownload): string => say`in ${counted(hoursLeft, "hour")}`;

const standing = ({ file, task, isWithdrawn }: FoundDownload): string =>
	isWithdrawn === "disposed"
		? say`Withdrawn: it may hold something that is kept no longer`
		: isWithdrawn
			? say`You can take it away no longer`
			: file
				? say`Ready, ${sayFileSize(file.size)}`
				: task && isUnderWay(task)
					? say`Being made`
					: say`It could not be made`;

/** One of them: how far it is, the file itself, or why there is none. */
export const DownloadPage = ({
	frame,
	download,
}: {
	frame: PageFrame;
	download: FoundDownload;
}): Html => {
	const { id, title, file, task, isWithdrawn } = download;
	const isBeingMade = !file && task && isUnderWay(task);
	return (
		<Layout
			frame={frame}
			title={
				isWithdrawn
					? say`You can take this file away no longer`
					: file
						? say`Your file is ready`
						: isBeingMade
							? doing()["make-download"]
							: say`Your file was not made`
			}
			back={{ text: say`Your downloads`, href: downloadPaths.list }}
		>
			<p class="govuk-body">
				{download.about === "" ? (
					<>{sayWhole(title)}.</>
				) : (
					<>
						{sayWhole(title)}: {saidAbout(download)}.
					</>
				)}
			</p>
			{file && (
				<>
					{govukButton({
						text: say`Download (${sayFileSize(file.size)})`,
						href: downloadPaths.file(id),
					})}
					<p class="govuk-body">{say`Only you can open it here. It is deleted ${deleted(download)}.`}</p>
				</>
			)}
			{isBeingMade && (
				<TaskProgress
					task={task}
					of={download.counts}
					path={frame.path}
					findAgain={say`you find the file again under “Your downloads”, which the log of forms and the reports lead to`}
				/>
			)}
			{isWithdrawn && (
				<p class="govuk-body">
					{isWithdrawn === "disposed"
						? say`It was deleted before its time: it may hold something that is kept no longer. Make it again if you still need it. If you took it away before, keep to your agency’s rules for it.`
						: say`You may not see all of what is in it any more. Begin another pack for the rest.`}
				</p>
			)}
			{!file && !isBeingMade && task?.wrong && <p class="govuk-body">{sayEach(task.wrong)}</p>}
			<PostForm frame={frame} action={downloadPaths.throwAway(id)}>
				{secondaryButton({
					text: file
						? say`Delete it now`
						: isBeingMade
							? say`Stop and delete it`
							: say`Delete this`,
				})}
			</PostForm>
		</Layout>
	);
};
