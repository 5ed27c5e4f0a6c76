import { downloadKeptForHours, mostFormsAtOnce } from "../../../actions/download.ts";
import type { logOfForms } from "../../../reports/log-of-forms.ts";
import { columnsAsked, type LogChoices, logInWords } from "../../../reports/log-part.ts";
import type { Counted } from "../../../store/where-to-look.ts";
import {
	downloadPaths,
	evidencePath,
	logViewPath,
	paths,
	removeLogViewPath,
} from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { ReadForm } from "../../kit/form.ts";
import { govukDetails, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayWhole, speechNow } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { type AskedOfLog, asSent, inAddress, pageSize } from "./log-asked.ts";
import { shownIn } from "./log-columns.tsx";
import { addressOf, isNarrowed, LogFilter, queryOf } from "./log-filter.tsx";

/** A saved view, called by what it shows. */
export type ShownView = { id: string; title: string; isShared: boolean; mayRemove: boolean };

/** Every form that the Business Unit was sent: received, acknowledged, sent to whom, due, responded, how it ended. */
export const LogPage = ({
	frame,
	readOnly,
	mayExport,
	asked,
	choices,
	views,
	log,
	page,
}: {
	frame: PageFrame;
	readOnly: boolean;
	/** Whether the reader may take it away. */
	mayExport: boolean;
	asked: ReadForm<AskedOfLog>;
	choices: LogChoices;
	views: ShownView[];
	/** Undefined where what was asked is wrong. */
	log: Shown | undefined;
	/** From 1. */
	page: number;
}): Html => (
	<Layout frame={frame} title={say`Log of forms`} width="window" errors={asked.errors}>
		<Parts frame={frame} readOnly={readOnly} />
		<LogFilter asked={asked} choices={choices} />
		{asked.data && (
			<Views frame={frame} readOnly={readOnly} asked={asked.data} choices={choices} views={views} />
		)}
		{log && <Forms log={log} mayExport={mayExport} asked={asked} choices={choices} page={page} />}
	</Layout>
);

type Shown = Awaited<ReturnType<typeof logOfForms>>;

/** "1,034 forms: 52 open, 982 ended."; "More than 1,000 forms, 52 of them open." */
const howMany = ({ total, isMore, open }: Shown): string =>
	isMore
		? open.isMore
			? say`More than ${counted(total, "form")}.`
			: say`More than ${counted(total, "form")}, ${String(open.total)} of them open.`
		: say`${counted(total, "form")}: ${String(open.total)} open, ${String(total - open.total)} ended.`;

/** How many there are as far as is known on this page: at least those up to it, and no more on the last. */
const countedTo = ({ rows, total, isMore, isLast }: Shown, page: number): Counted => {
	const here = (page - 1) * pageSize + rows.length;
	return isMore
		? { total: isLast ? here : Math.max(total, here), isMore: !isLast }
		: { total, isMore };
};

/** Where another page lies: beside this one, where it is deeper than was counted. */
function placeOf({ rows, total, isMore }: Shown, page: number, other: number) {
	const [first, last] = [rows[0], rows.at(-1)];
	if (isMore && other * pageSize > total && first && last) {
		if (other === page + 1) return { page: other, after: inAddress(last) };
		if (other === page - 1) return { page: other, before: inAddress(first) };
	}
	return { page: other };
}

const Forms = ({
	log,
	mayExport,
	asked,
	choices,
	page,
}: {
	mayExport: boolean;
	log: Shown;
	asked: ReadForm<AskedOfLog>;
	choices: LogChoices;
	page: number;
}): Html => {
	const { rows } = log;
	const columns = columnsAsked(asked.data ?? {}, choices);
	return (
		<>
			{rows.length === 0 ? (
				<EmptyState
					title={isNarrowed(asked.values) ? say`No forms found` : say`No forms have been received`}
				/>
			) : (
				<>
					<p class="govuk-body">
						{howMany(log)}{" "}
						{mayExport && (
							<>
								<Link href={addressOf(paths.downloadLog, asked.values)}>
									{isNarrowed(asked.values) ? say`Download these` : say`Download the whole log`}
								</Link>
								{" · "}
								<Link href={downloadPaths.list}>{say`Your downloads`}</Link>
								{" · "}
								<Link href={evidencePath}>{say`Evidence packs`}</Link>
							</>
						)}
					</p>
					<SortableTable
						caption={shownOf({ page, size: pageSize, ...countedTo(log, page) }, "form")}
						columns={columns.map(({ title }) => ({ text: sayWhole(title) }))}
						rows={rows.map((row) => columns.map((column) => shownIn(column, row)))}
					/>
					<Pagination
						page={page}
						pages={Math.ceil(countedTo(log, page).total / pageSize)}
						isMore={!log.isLast && log.isMore}
						hasNext={!log.isLast}
						href={(number) => addressOf(paths.logOfForms, asked.values, placeOf(log, page, number))}
					/>
				</>
			)}
		</>
	);
};

/** The parts of the log that were saved, and where this one is. */
const Views = ({
	frame,
	readOnly,
	asked,
	choices,
	views,
}: {
	frame: PageFrame;
	readOnly: boolean;
	asked: AskedOfLog;
	choices: LogChoices;
	views: ShownView[];
}): Html => {
	const query = queryOf(asSent(asked, choices));
	return (
		<div class="concord-not-printed">
			{(views.length > 0 || query !== "") &&
				govukDetails({
					summaryText: views.length > 0 ? say`Saved views (${views.length})` : say`Save this view`,
					html: (
						<>
							{views.length > 0 && (
								<ul class="govuk-list">
									{views.map(({ id, title, isShared, mayRemove }) => (
										<li>
											<Link href={logViewPath(id)}>{title}</Link>
											{isShared && <> {say`(shared in the office)`}</>}
											{mayRemove && (
												<PostForm frame={frame} action={removeLogViewPath(id)}>
													<button type="submit" class="govuk-button govuk-button--secondary">
														{say`Remove${<Unseen> {title}</Unseen>}`}
													</button>
												</PostForm>
											)}
										</li>
									))}
								</ul>
							)}
							{query !== "" && (
								<PostForm frame={frame} action={paths.logViews}>
									<p class="govuk-body">{say`Save this view: ${logInWords(asked, choices, { speech: speechNow() })}. Its address can be sent to
										colleagues.`}</p>
									<input type="hidden" name="query" value={query} />
									<div class="govuk-button-group">
										{secondaryButton({ text: say`Save for me`, name: "for", value: "me" })}
										{!readOnly &&
											secondaryButton({
												text: say`Save for the office`,
												name: "for",
												value: "office",
											})}
									</div>
								</PostForm>
							)}
						</>
					),
				})}
		</div>
	);
};

/** Says how much a file would hold before it is taken away. */
export const DownloadPage = ({
	frame,
	total,
	asked,
	choices,
}: {
	frame: PageFrame;
	total: number;
	asked: ReadForm<AskedOfLog>;
	choices: LogChoices;
}): Html => (
	<Layout
		frame={frame}
		title={say`Download ${counted(total, "row")}`}
		back={{ text: say`Log of forms`, href: addressOf(paths.logOfForms, asked.values) }}
	>
		<p class="govuk-body">{say`${logInWords(asked.data ?? {}, choices, { speech: speechNow() })}: what the log shows, one row for each form. No
			child’s name is in it.`}</p>
		<p class="govuk-body">{say`Columns:
			${columnsAsked(asked.data ?? {}, choices)
				.flatMap(({ files }) => files)
				.map(({ heading }) => sayWhole(heading))
				.join(", ")}.`}</p>
		{total <= mostFormsAtOnce ? (
			<ul class="govuk-list">
				<li>
					<Link
						href={addressOf(paths.logOfFormsAsXlsx, asked.values)}
					>{say`Excel workbook (.xlsx), with what each column means`}</Link>
				</li>
				<li>
					<Link href={addressOf(paths.logOfFormsAsCsv, asked.values)}>{say`CSV`}</Link>
				</li>
			</ul>
		) : (
			<>
				<p class="govuk-body">{say`This takes more than a moment. Concord makes the file while you go on working, and
					keeps it for you for ${counted(downloadKeptForHours, "hour")}.`}</p>
				<PostForm frame={frame} action={paths.downloadLog}>
					<input
						type="hidden"
						name="query"
						value={asked.data ? queryOf(asSent(asked.data, choices)) : ""}
					/>
					<div class="govuk-button-group">
						{secondaryButton({
							text: say`Make an Excel workbook (.xlsx)`,
							name: "format",
							value: "xlsx",
							preventDoubleClick: true,
						})}
						{secondaryButton({
							text: say`Make a CSV file`,
							name: "format",
							value: "csv",
							preventDoubleClick: true,
						})}
					</div>
				</PostForm>
			</>
		)}
		<p class="govuk-body">
			<Link href={downloadPaths.list}>{say`Your downloads`}</Link>
		</p>
	</Layout>
);
