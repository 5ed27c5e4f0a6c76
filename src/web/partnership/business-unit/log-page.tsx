import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { londonTime } from "../../../domain/time.ts";
import type { LoggedForm } from "../../../reports/log-of-forms.ts";
import type { Agency } from "../../../store/agencies.ts";
import { differencePath, paths } from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { ReadForm } from "../../kit/form.ts";
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { type AskedOfLog, pageSize } from "./log-asked.ts";
import { sentToNobodyByName } from "./log-csv.ts";
import { addressOf, isNarrowed, LogFilter } from "./log-filter.tsx";

/** Every form that the Business Unit was sent: received, acknowledged, sent to whom, due, responded, how it ended. */
export const LogPage = ({
	frame,
	readOnly,
	asked,
	agencies,
	themes,
	log,
	page,
}: {
	frame: PageFrame;
	readOnly: boolean;
	asked: ReadForm<AskedOfLog>;
	agencies: Agency[];
	/** In words, by name. */
	themes: Record<string, string>;
	/** Undefined where what was asked is wrong. */
	log: { rows: LoggedForm[]; total: number; open: number; dimensions: string[] } | undefined;
	/** From 1. */
	page: number;
}): Html => (
	<Layout frame={frame} title="Log of forms" width="full" errors={asked.errors}>
		<Parts frame={frame} readOnly={readOnly} />
		<LogFilter asked={asked} agencies={agencies} themes={themes} />
		{log && <Forms log={log} asked={asked} page={page} />}
	</Layout>
);

const Forms = ({
	log: { rows, total, open, dimensions },
	asked,
	page,
}: {
	log: { rows: LoggedForm[]; total: number; open: number; dimensions: string[] };
	asked: ReadForm<AskedOfLog>;
	page: number;
}): Html => (
	<>
		{rows.length === 0 ? (
			<EmptyState
				title={isNarrowed(asked.values) ? "No forms found" : "No forms have been received"}
			/>
		) : (
			<>
				<p class="govuk-body">
					{counted(total, "form")}: {open} open, {total - open} ended.{" "}
					<Link href={addressOf(paths.logOfFormsAsCsv, asked.values)}>
						Download {isNarrowed(asked.values) ? "these" : "the whole log"} as CSV
					</Link>
				</p>
				<SortableTable
					caption={shownOf({ page, size: pageSize, total }, "form")}
					columns={[
						{ text: "Reference" },
						{ text: "Raised by" },
						{ text: "With" },
						{ text: "Received" },
						{ text: "Acknowledged, sent on" },
						{ text: "Response due" },
						{ text: "Responded" },
						{ text: "Where it stands" },
						...dimensions.map((text) => ({ text })),
					]}
					rows={rows.map((row) => [
						<Link href={differencePath(row.id)}>{row.reference}</Link>,
						row.raising,
						sayOtherAgency(row),
						dayOf(row.receivedAt),
						row.forwardedAt
							? [dayOf(row.forwardedAt), `, to ${row.sentTo ?? sentToNobodyByName}`]
							: "Not yet",
						dayOf(row.dueAt),
						responded(row),
						[
							row.outcome,
							row.continues && `. It continues ${row.continues}`,
							row.goesOnAs && `. It goes on as ${row.goesOnAs}`,
						],
						...dimensions.map((title) => row.counted[title] ?? ""),
					])}
				/>
				<Pagination
					page={page}
					pages={Math.ceil(total / pageSize)}
					href={(number) => addressOf(paths.logOfForms, asked.values, number)}
				/>
			</>
		)}
	</>
);

/** When they responded; how late, and how often they were asked. */
const responded = (row: LoggedForm): Child => {
	const late =
		row.afterByWorkingDays > 0 &&
		`${counted(row.afterByWorkingDays, "working day")} ${row.dueIs === "limit" ? "late" : "after the target"}`;
	const chased = row.followUps > 0 && `followed up ${counted(row.followUps, "time")}`;
	return [row.respondedAt ? dayOf(row.respondedAt) : late && "Not yet", late, chased]
		.filter(Boolean)
		.join(", ");
};

const dayOf = (instant: string | null): string =>
	instant === null ? "" : shortDay(londonTime(instant).toPlainDate());
